//! The same six editors, with nothing left to chance: an add is halted behind each of its system calls in turn, and the file is edited
//! just then.

use std::fs;
use std::process::{Child, Output, Stdio};

use portico_tests::{SOON, Sandbox, wait_until};
use rustix::process::{Pid, Signal, kill_process};

use crate::editors::{ADOPTED, LOST_BY_PORTICO, OVERWRITTEN, UNTRUE, is_in_a_backup, with_entry};
use crate::ground::{Ground, OPERATIONS, TORN, id, tenants};
use crate::report::{Broken, Row, Tier, at_once, rows, skipped};
use crate::strace::{self, Point, Trace};
use crate::styles::{STYLES, Style};

const METHOD: &str = "an edit between any two system calls of an add, 6 styles";
const PROMISES: [&str; 5] = [OVERWRITTEN, ADOPTED, LOST_BY_PORTICO, UNTRUE, TORN];

/// Halts an add behind every call, for every style; where a style has a gap, also with the rest of the add inside the gap. In the short
/// tier, three styles share the calls between them.
///
/// The editor reads just before it writes, so that its copy is never older than what Portico had put in place. So all is there in
/// the end: the edit, and the add if it was acknowledged. One thing is excused: what an editor writes into a file that Portico
/// has replaced since the editor opened it is in a backup.
pub(crate) fn any_two_calls(tier: Tier) -> Vec<Row> {
    if let Err(why) = strace::ensure_permitted() {
        return skipped(METHOD, &why);
    }
    let numbered: Vec<_> = STYLES.iter().enumerate().collect();
    let (tries, broken) = at_once(&numbered, |(number, style)| edits(*number, style, tier));
    rows(METHOD, &PROMISES, tries, &broken)
}

/// When the halted add goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GoesOn {
    AfterTheEdit,
    InTheGap,
}

fn edits(number: usize, style: &Style, tier: Tier) -> (usize, Vec<Broken>) {
    let ground = Ground::of(&OPERATIONS[0]);
    let trace = Trace::of(&ground, &OPERATIONS[0]);
    let (mut tries, mut broken) = (0, Vec::new());
    let whens = [Some(GoesOn::AfterTheEdit), style.gap.map(|_| GoesOn::InTheGap)];
    for when in whens.into_iter().flatten() {
        let stride = tier.pick(3, 1);
        for point in trace.points[trace.begin..].iter().skip(number % stride).step_by(stride) {
            // The last calls are made when there is no program any more that could be halted.
            let Some(found) = edit(&ground, style, point, when) else { continue };
            tries += 1;
            let place = format!("{}, halted behind {point}, goes on {when:?}", style.name);
            broken.extend(found.into_iter().map(|found| found.at(&place)));
        }
    }
    eprintln!("  {}: {tries} edits, {} promises broken", style.name, broken.len());
    (tries, broken)
}

/// Edits the file while an add is halted, and looks at the end.
fn edit(ground: &Ground, style: &Style, point: &Point, when: GoesOn) -> Option<Vec<Broken>> {
    ground.reset();
    let sandbox = &ground.sandbox;
    let mut add = Halted::behind(sandbox, point, None)?;
    let base = fs::read(sandbox.registry_path()).unwrap();
    let Some(text) = with_entry(&base, "Theirs", &id(7)) else {
        return Some(vec![Broken::new(TORN, format!("the editor finds {:?}", String::from_utf8_lossy(&base)))]);
    };
    let mut output = None;
    let mut gap = || {
        if when == GoesOn::InTheGap {
            output = Some(add.go_on());
        }
    };
    let end = (style.write)(&sandbox.registry_path(), &text, &mut gap);
    let output = output.unwrap_or_else(|| add.go_on());

    let present = tenants(&fs::read(sandbox.registry_path()).unwrap_or_default());
    let was_there = tenants(&base);
    let (theirs, ours) = (format!("public/{}", id(7)), format!("public/{}", OPERATIONS[0].arguments[2]));
    let is_acknowledged = output.status.success();
    // An editor that read before the add was acknowledged and writes afterwards takes it back, and nobody can tell.
    let is_taken_back = when == GoesOn::InTheGap && end.in_place && !was_there.contains(&ours);
    let is_kept = if end.in_place { present.contains(&theirs) } else { is_in_a_backup(sandbox, &theirs) };
    let checks = [
        (OVERWRITTEN, !is_kept || !present.is_superset(&was_there)),
        (ADOPTED, end.found.is_some_and(|found| !tenants(&found).is_superset(&was_there))),
        (LOST_BY_PORTICO, is_acknowledged && !is_taken_back && !present.contains(&ours)),
        (UNTRUE, !is_acknowledged && present.contains(&ours) && !was_there.contains(&ours)),
    ];
    let evidence = format!("{} {}", output.status, String::from_utf8_lossy(&output.stderr).trim());
    let found = checks.into_iter().filter(|(_, is_broken)| *is_broken);
    Some(found.map(|(promise, _)| Broken::new(promise, evidence.clone())).collect())
}

/// An add that waits.
pub(crate) struct Halted {
    strace: Option<Child>,
    add: Pid,
}

impl Halted {
    /// Starts an add and waits until it has made this call; nothing when it ended first. It is killed at the other one, later.
    pub(crate) fn behind(sandbox: &Sandbox, point: &Point, killed: Option<&Point>) -> Option<Self> {
        let log = sandbox.path().join("halted.txt");
        fs::write(&log, "").unwrap();
        let mut command = sandbox.command("strace");
        command.args(["-f", "-qq", "-e", "signal=SIGSTOP", "-o"]).arg(&log);
        let traced: Vec<&str> = killed.into_iter().chain([point]).map(|point| point.syscall.as_str()).collect();
        command.args(["-e", &format!("trace={}", traced.join(","))]);
        command.arg(format!("--inject={}", point.with("signal=SIGSTOP")));
        command.args(killed.map(|killed| format!("--inject={}", killed.with("signal=SIGKILL"))));
        command.arg(sandbox.portico_path()).args(OPERATIONS[0].arguments);
        let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut strace = command.spawn().unwrap();
        let add = wait_until("the add to halt or end", SOON, || {
            // `PID --- stopped by SIGSTOP ---`
            let log = fs::read_to_string(&log).unwrap();
            let halted = log.lines().find(|line| line.contains("--- stopped by SIGSTOP"));
            match halted.and_then(|line| line.split(' ').next()?.parse().ok()) {
                Some(pid) => Ok(Pid::from_raw(pid)),
                None if strace.try_wait().unwrap().is_some() => Ok(None),
                None => Err(log),
            }
        })?;
        Some(Self { strace: Some(strace), add })
    }

    /// Lets the add go on to its end.
    pub(crate) fn go_on(&mut self) -> Output {
        kill_process(self.add, Signal::CONT).unwrap();
        self.strace.take().expect("it goes on once").wait_with_output().unwrap()
    }
}
