//! `make bench`: how fast Portico is, beside programs that do the same job, and a table of it.
//!
//! An example and not a test: timings are never asserted. It fails only when something does not work at all. Each measurement of ours
//! alternates with one of its peer, in the same run, so that what else the machine does hits both.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a run that cannot go on says where")]

use std::env;
use std::panic;
use std::process::ExitCode;

#[path = "bench/report.rs"]
mod report;

#[path = "bench/crowd.rs"]
mod crowd;

#[path = "bench/ground.rs"]
mod ground;

#[path = "bench/opening.rs"]
mod opening;

#[path = "bench/listing.rs"]
mod listing;

#[path = "bench/launchers.rs"]
mod launchers;

#[path = "bench/keystroke.rs"]
mod keystroke;

#[path = "bench/saving.rs"]
mod saving;

#[path = "bench/memory.rs"]
mod memory;

#[path = "bench/tray.rs"]
mod tray;

#[path = "bench/windows.rs"]
mod windows;

#[path = "bench/endurance.rs"]
mod endurance;

use report::Row;

type Bench = (&'static str, fn() -> Vec<Row>);

const BENCHES: &[Bench] = &[
    ("open", opening::open),
    ("list", listing::list),
    ("entry", launchers::entries),
    ("provider", launchers::provider),
    ("rows", launchers::rows),
    ("keystroke", keystroke::keystroke),
    ("tray", tray::start_and_memory),
    ("window", windows::click_to_rows),
    ("manage", windows::manage),
    ("save", saving::save),
    ("thousand", endurance::opens),
    ("cycles", endurance::windows),
];

fn main() -> ExitCode {
    let mut rows = Vec::new();
    let mut failed = false;
    // Names of benchmarks, to run those alone.
    let wanted: Vec<String> = env::args().skip(1).collect();
    for (name, run) in BENCHES.iter().filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|word| word == name)) {
        eprintln!("{name} …");
        // What goes wrong with one costs the others nothing.
        match panic::catch_unwind(run) {
            Ok(new) => rows.extend(new),
            Err(_) => failed = true,
        }
    }
    print!("{}\n{}", report::machine(), report::table(&rows));
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
