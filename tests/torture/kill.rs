//! `kill -9` at each system call of each command that changes the registry.

use crate::ground::{Ground, LEFT, LOST, OPERATIONS, Operation, STUCK, TORN};
use crate::report::{Broken, Row, Tier, at_once, rows, skipped};
use crate::strace::{self, Trace};

const METHOD: &str = "kill at any system call of add, edit, remove, restore, import";

/// Kills every operation at every point and looks at what is left.
///
/// The registry is the old or the new one, byte for byte, and the new one when the command had said so; every file can be read,
/// every customer opens, and the next change works and leaves nothing lying around.
pub(crate) fn at_every_call(tier: Tier) -> Vec<Row> {
    if let Err(why) = strace::ensure_permitted() {
        return skipped(METHOD, &why);
    }
    let (tries, broken) = at_once(OPERATIONS, |operation| kills(operation, tier));
    rows(METHOD, &[LOST, TORN, LEFT, STUCK], tries, &broken)
}

/// Returns how often the operation was killed, and what that broke.
fn kills(operation: &Operation, tier: Tier) -> (usize, Vec<Broken>) {
    let ground = Ground::of(operation);
    let trace = Trace::of(&ground, operation);
    let states = ground.states(operation);
    let (mut broken, mut unsaid, mut said) = (Vec::new(), 0, 0);
    // A kill before the program's first look at a file differs in nothing from not starting it.
    let points = &trace.points[tier.pick(trace.begin, 0)..];
    for point in points {
        ground.reset();
        let output = strace::run(&ground, operation, &point.with("signal=SIGKILL"));
        if output.code.is_some() {
            // How often memory is asked for differs from run to run.
            continue;
        }
        let acknowledged = output.stdout.starts_with(operation.says);
        *if acknowledged { &mut said } else { &mut unsaid } += 1;
        let mut found = Vec::new();
        if acknowledged && ground.registry() != states.new {
            found.push(Broken::new(LOST, output.transcript()));
        }
        found.extend(ground.aftermath(&states));
        broken.extend(found.into_iter().map(|found| found.at(&format!("{} at {point}", operation.name))));
    }
    eprintln!("  {}: killed {unsaid} times before it said \"{}…\", {said} times after", operation.name, operation.says);
    assert!(unsaid > 0 && said > 0, "a kill on both sides of the acknowledgement");
    assert!(
        (unsaid + said) * 10 > points.len() * 9,
        "{}: nearly every call should be one to be killed at",
        operation.name
    );
    (unsaid + said, broken)
}
