//! `make torture`: everything that can happen to the registry, often, and a table of what that showed.
//!
//! An example and not a test: it takes minutes, and wants root for the disks it fills and unplugs.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a run that cannot go on says where")]

use std::env;
use std::panic;
use std::process::ExitCode;
use std::time::Instant;

#[path = "torture/report.rs"]
mod report;

#[path = "torture/ground.rs"]
mod ground;

#[path = "torture/strace.rs"]
mod strace;

#[path = "torture/kill.rs"]
mod kill;

#[path = "torture/errno.rs"]
mod errno;

#[path = "torture/moments.rs"]
mod moments;

#[path = "torture/random.rs"]
mod random;

#[path = "torture/disk.rs"]
mod disk;

#[path = "torture/full.rs"]
mod full;

#[path = "torture/power.rs"]
mod power;

#[path = "torture/styles.rs"]
mod styles;

#[path = "torture/editors.rs"]
mod editors;

#[path = "torture/between.rs"]
mod between;

#[path = "torture/overtaken.rs"]
mod overtaken;

#[path = "torture/writers.rs"]
mod writers;

#[path = "torture/memory.rs"]
mod memory;

#[path = "torture/flips.rs"]
mod flips;

#[path = "torture/interleavings.rs"]
mod interleavings;

use report::{Outcome, Row, Tier};

type Method = (&'static str, fn() -> Vec<Row>);

const METHODS: &[Method] = &[
    ("kill at every system call", || kill::at_every_call(Tier::Long)),
    ("errors at every system call", || errno::at_every_call(Tier::Long)),
    ("kill at random", || random::kills(Tier::Long)),
    ("full disks", || full::at_many_sizes(Tier::Long)),
    ("power cuts", || power::cuts(Tier::Long)),
    ("edits by others", || editors::all_styles(Tier::Long)),
    ("an edit between any two system calls", || between::any_two_calls(Tier::Long)),
    ("an edit in the last moment, and a kill", overtaken::and_killed),
    ("many writers", || writers::all_are_there(16, 50)),
    ("every bit flipped", flips::every_bit),
    ("clicks among changes", || interleavings::clicks(Tier::Long)),
];

fn main() -> ExitCode {
    let mut rows = Vec::new();
    // Words of a method's name, to run that one alone.
    let wanted: Vec<String> = env::args().skip(1).collect();
    for (name, run) in METHODS.iter().filter(|(name, _)| wanted.iter().all(|word| name.contains(word))) {
        eprintln!("{name}");
        let began = Instant::now();
        // What goes wrong with one method costs the others nothing.
        let new = panic::catch_unwind(run).unwrap_or_else(|_| {
            let outcome = Outcome::Broken(vec!["it panicked, see above".to_owned()]);
            vec![Row { promise: format!("{name}: runs to its end"), tries: 1, outcome }]
        });
        report::accuse(&new);
        eprintln!("  took {} s", began.elapsed().as_secs());
        rows.extend(new);
    }
    print!("{}", report::table(&rows));
    if rows.iter().any(Row::is_broken) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
