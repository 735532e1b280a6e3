//! How much memory a process and all below it use: PSS, which counts a page shared by three of them as a third for each.

use std::fs;

use portico_tests::{Process, SOON, descendants, wait_until};

/// Memory in kB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Memory(pub(crate) u64);

impl Memory {
    /// Returns the proportional set size of the process and all below it.
    pub(crate) fn of(pid: u32) -> Self {
        let below = descendants(pid);
        let all = [pid].into_iter().chain(below.iter().map(|process| process.pid));
        Self(all.map(pss).sum())
    }

    /// Waits until it stays the same for a moment, and returns it.
    pub(crate) fn settled(pid: u32) -> Self {
        let (mut last, mut same) = (Self::of(pid), 0);
        wait_until("the memory to stay the same", SOON, || {
            let now = Self::of(pid);
            same = if now.0.abs_diff(last.0) <= 64 { same + 1 } else { 0 };
            last = now;
            if same >= 100 { Ok(now) } else { Err(now) }
        })
    }

    pub(crate) fn shown(self) -> String {
        format!("{:.1} MB", self.0 as f64 / 1024.0)
    }
}

/// Returns the processes of a web page below this one.
pub(crate) fn webkit(pid: u32) -> Vec<Process> {
    descendants(pid).into_iter().filter(|process| process.command.contains("WebKit")).collect()
}

fn pss(pid: u32) -> u64 {
    // One that has ended meanwhile uses none.
    let rollup = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
