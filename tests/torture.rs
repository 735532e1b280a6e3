//! The registry under torture: killed, refused, filled up, edited by others. Short tiers; `make torture` runs the long ones.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

#[path = "torture/report.rs"]
#[expect(dead_code, reason = "what only `make torture` needs")]
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

#[path = "torture/memory.rs"]
#[expect(dead_code, reason = "what only `make torture` needs")]
mod memory;

#[path = "torture/interleavings.rs"]
mod interleavings;

use report::{Row, Tier};

#[test]
fn a_kill_at_any_system_call_leaves_the_old_or_the_new_registry() {
    kept(&kill::at_every_call(Tier::Short));
}

#[test]
fn an_error_at_any_system_call_is_told_as_it_is() {
    kept(&errno::at_every_call(Tier::Short));
}

#[test]
fn a_kill_at_random_loses_nothing_that_was_acknowledged() {
    kept(&random::kills(Tier::Short));
}

#[test]
fn a_full_disk_costs_nothing_but_the_save_that_does_not_fit() {
    kept(&full::at_many_sizes(Tier::Short));
}

#[test]
fn a_power_cut_takes_back_nothing_that_was_acknowledged() {
    kept(&power::cuts(Tier::Short));
}

#[test]
fn an_edit_by_another_program_is_not_overwritten() {
    kept(&editors::all_styles(Tier::Short));
}

#[test]
fn an_edit_between_any_two_system_calls_is_not_overwritten() {
    kept(&between::any_two_calls(Tier::Short));
}

#[test]
fn an_edit_in_the_last_moment_outlives_a_kill() {
    kept(&overtaken::and_killed());
}

#[test]
fn a_click_opens_what_was_shown_or_nothing() {
    kept(&interleavings::clicks(Tier::Short));
}

/// Fails with the evidence when a promise was broken. A method that cannot run here has said so.
#[track_caller]
fn kept(rows: &[Row]) {
    report::accuse(rows);
    let broken: Vec<_> = rows.iter().filter(|row| row.is_broken()).map(|row| &row.promise).collect();
    assert!(broken.is_empty(), "broken promises: {broken:#?}");
}
