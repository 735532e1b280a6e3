//! Two misfortunes at once: another program edits the file in the last moment of an add, and the add is killed before it has sorted
//! that out.

use std::fs;

use crate::between::Halted;
use crate::editors::{OVERWRITTEN, is_in_a_backup, with_entry};
use crate::ground::{Ground, OPERATIONS, TORN, id, tenants, unreadable};
use crate::report::{Broken, Row, rows, skipped};
use crate::strace::{self, Point, Trace};

const METHOD: &str = "an edit in the last moment of an add, and a kill";

/// Halts an add just before its file changes places with the registry, edits that, and kills the add at each of its next calls.
///
/// After the next change the edit is in the registry, or at least in a backup.
pub(crate) fn and_killed() -> Vec<Row> {
    if let Err(why) = strace::ensure_permitted() {
        return skipped(METHOD, &why);
    }
    let ground = Ground::of(&OPERATIONS[0]);
    let points = Trace::of(&ground, &OPERATIONS[0]).points;
    let exchange = points.iter().position(|point| point.syscall == "renameat2");
    let before = &points[..exchange.expect("Portico lets files change places")];
    let mut syscalls: Vec<&str> = points[before.len()..].iter().map(|point| point.syscall.as_str()).collect();
    syscalls.sort_unstable();
    syscalls.dedup();
    let (mut tries, mut broken) = (0, Vec::new());
    for syscall in syscalls {
        // strace takes one fault for each name.
        let halted = before.iter().rfind(|point| point.syscall != syscall).expect("an add does more than one thing");
        let made = before.iter().filter(|point| point.syscall == syscall).count();
        for time in made + 1.. {
            let killed = Point { syscall: syscall.to_owned(), time };
            let Some(found) = edit_and_kill(&ground, halted, &killed) else { break };
            tries += 1;
            broken.extend(found.into_iter().map(|found| found.at(&format!("killed at {killed}"))));
        }
    }
    eprintln!("  {tries} kills of an add that was overtaken");
    assert!(tries > 10, "an add should have something to do after it was overtaken");
    rows(METHOD, &[OVERWRITTEN, TORN], tries, &broken)
}

/// Returns what got broken; nothing when the add did not get to this call.
fn edit_and_kill(ground: &Ground, halted: &Point, killed: &Point) -> Option<Vec<Broken>> {
    ground.reset();
    let sandbox = &ground.sandbox;
    let path = sandbox.registry_path();
    let mut add = Halted::behind(sandbox, halted, Some(killed)).expect("an add gets as far as its exchange");
    let text = with_entry(&fs::read(&path).unwrap(), "Theirs", &id(7)).expect("Portico leaves a registry");
    sandbox.write_registry(&text);
    if add.go_on().status.code().is_some() {
        return None;
    }
    let mut broken: Vec<_> = unreadable(sandbox.path()).into_iter().map(|file| Broken::new(TORN, file)).collect();
    sandbox.portico(["add", "Next", &id(9)]).done();
    let theirs = format!("public/{}", id(7));
    if !tenants(&fs::read(path).unwrap()).contains(&theirs) && !is_in_a_backup(sandbox, &theirs) {
        broken.push(Broken::new(OVERWRITTEN, format!("{theirs} is neither in the registry nor in a backup")));
    }
    Some(broken)
}
