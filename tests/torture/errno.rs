//! A system that refuses: each error at each system call of each command that changes the registry.

use portico_tests::Output;

use crate::ground::{Ground, LEFT, OPERATIONS, Operation, STUCK, States, TORN};
use crate::report::{Broken, Row, Tier, at_once, rows, skipped};
use crate::strace::{self, Trace};

const METHOD: &str = "errors at any system call of add, edit, remove, restore, import";
const FALSE_SAVED: &str = "said to be done, and was not";
const FALSE_NOT_SAVED: &str = "said to have failed, and was done";
const PANIC: &str = "panics";

const ERRORS: [&str; 4] = ["EIO", "ENOSPC", "EACCES", "EINTR"];
const MORE_ERRORS: [&str; 7] = ["EROFS", "EDQUOT", "EMFILE", "ENOMEM", "EXDEV", "EBUSY", "ENOLCK"];

/// Calls that cannot fail, or whose errors are about the process and not about files. Only the long tier tries them, and there the
/// runtime may give up on them as it likes.
const NOT_ABOUT_FILES: [&str; 11] = [
    "brk",
    "exit_group",
    "geteuid",
    "getpid",
    "getrandom",
    "gettid",
    "mmap",
    "munmap",
    "mprotect",
    "rt_sigaction",
    "sigaltstack",
];

/// Lets every operation fail at every point, and compares what it said with what is there. The short tier takes one error for each point,
/// the next for the next and for the next operation; the long tier takes all, each once and from then on.
///
/// Exit 0 means that the change is on disk. Any other exit means that the registry is as it was, byte for byte; only "written, but
/// not confirmed" may be either. Nothing panics from the program's first look at a file on; before that, the dynamic loader and
/// the runtime fail in their own ways. Afterwards all works as after a kill.
pub(crate) fn at_every_call(tier: Tier) -> Vec<Row> {
    if let Err(why) = strace::ensure_permitted() {
        return skipped(METHOD, &why);
    }
    let numbered: Vec<_> = OPERATIONS.iter().enumerate().collect();
    let (tries, broken) = at_once(&numbered, |(number, operation)| errors(*number, operation, tier));
    rows(METHOD, &[FALSE_SAVED, FALSE_NOT_SAVED, PANIC, TORN, LEFT, STUCK], tries, &broken)
}

/// Returns how often the operation was made to fail, and what that broke.
fn errors(number: usize, operation: &Operation, tier: Tier) -> (usize, Vec<Broken>) {
    let ground = Ground::of(operation);
    let trace = Trace::of(&ground, operation);
    let states = ground.states(operation);
    let (mut tries, mut broken, mut done, mut refused) = (0, Vec::new(), 0, 0);
    for (at, point) in trace.points.iter().enumerate() {
        let is_ours = at >= trace.begin && !NOT_ABOUT_FILES.contains(&point.syscall.as_str());
        if tier == Tier::Short && !is_ours {
            continue;
        }
        let one = (at + number) % ERRORS.len();
        for error in tier.pick(&ERRORS[one..=one], &ERRORS).iter().chain(tier.pick(&[][..], &MORE_ERRORS)) {
            // A call that is interrupted for ever is tried for ever, and rightly so.
            let for_ever = tier == Tier::Long && *error != "EINTR";
            let error = format!("error={error}");
            let faults = [Some(point.with(&error)), for_ever.then(|| point.ever_after_with(&error))];
            for fault in faults.into_iter().flatten() {
                ground.reset();
                let output = strace::run(&ground, operation, &fault);
                *if output.code == Some(0) { &mut done } else { &mut refused } += 1;
                tries += 1;
                let found = untruths(&ground, &states, &output, is_ours).chain(ground.aftermath(&states));
                broken.extend(found.map(|found| found.at(&format!("{}, {fault}", operation.name))));
            }
        }
    }
    eprintln!("  {}: done {done} times in spite of the error, refused {refused} times", operation.name);
    assert!(done > 0 && refused > 0, "errors that matter and errors that do not");
    (tries, broken)
}

/// Compares what the command said with what is in the registry.
fn untruths(ground: &Ground, states: &States, output: &Output, is_ours: bool) -> impl Iterator<Item = Broken> {
    let registry = ground.registry();
    let said_unknown = output.stderr.contains("written, but not confirmed");
    // The standard library panics when a folder cannot be closed, which no file system does.
    let is_of_the_library = output.stderr.contains("unexpected error during closedir");
    let panicked = output.code == Some(101) || output.stderr.contains("panicked");
    let found = [
        (output.code == Some(0) && registry != states.new, FALSE_SAVED),
        (output.code != Some(0) && !said_unknown && !panicked && registry == states.new, FALSE_NOT_SAVED),
        (panicked && is_ours && !is_of_the_library, PANIC),
    ];
    let transcript = output.transcript();
    found.into_iter().filter(|(is_so, _)| *is_so).map(move |(_, promise)| Broken::new(promise, transcript.clone()))
}
