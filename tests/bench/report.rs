//! What was measured, as a table that the README takes as it is.

use std::fs;
use std::time::Duration;

/// One line of the table.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) what: String,
    pub(crate) budget: String,
    pub(crate) measured: String,
    pub(crate) peer: String,
    pub(crate) ratio: Option<f64>,
    /// Nothing where there is no budget.
    pub(crate) reached: Option<bool>,
}

/// Medians of measurements that alternated, ours and the peer's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    pub(crate) ours: Duration,
    pub(crate) peer: Duration,
}

impl Pair {
    pub(crate) fn ratio(self) -> f64 {
        self.ours.as_secs_f64() / self.peer.as_secs_f64()
    }

    /// Returns a row whose budget is a multiple of the peer's time.
    pub(crate) fn row(self, what: &str, peer: &str, most: f64) -> Row {
        Row {
            what: what.to_owned(),
            budget: format!("≤ {most} × {peer}"),
            measured: shown(self.ours),
            peer: shown(self.peer),
            ratio: Some(self.ratio()),
            reached: Some(self.ratio() <= most),
        }
    }

    /// Returns a row whose budget is a time of its own, so many milliseconds.
    pub(crate) fn row_within(self, what: &str, most: u64) -> Row {
        let reached = Some(self.ours <= Duration::from_millis(most));
        Row { budget: format!("≤ {most} ms"), reached, ..self.row(what, "", 0.0) }
    }

    /// Returns a row whose budget is the peer's time and so much more.
    pub(crate) fn row_above(self, what: &str, peer: &str, most: Duration) -> Row {
        Row {
            budget: format!("≤ {peer} + {}", shown(most)),
            reached: Some(self.ours <= self.peer + most),
            ..self.row(what, peer, 0.0)
        }
    }
}

/// Runs both in turn, so often after a first time that does not count, and returns the medians.
pub(crate) fn in_turn(rounds: usize, mut ours: impl FnMut() -> Duration, mut peer: impl FnMut() -> Duration) -> Pair {
    let _ = (peer(), ours());
    let (peers, all_ours) = (0..rounds).map(|_| (peer(), ours())).unzip();
    Pair { ours: median(all_ours), peer: median(peers) }
}

/// Returns the one in the middle.
pub(crate) fn median<T: Ord + Copy>(mut all: Vec<T>) -> T {
    all.sort_unstable();
    *all.get(all.len() / 2).expect("something was measured")
}

/// Returns a time in milliseconds with three digits or so.
pub(crate) fn shown(time: Duration) -> String {
    let milliseconds = time.as_secs_f64() * 1e3;
    match milliseconds {
        ..10.0 => format!("{milliseconds:.2} ms"),
        10.0..100.0 => format!("{milliseconds:.1} ms"),
        _ => format!("{milliseconds:.0} ms"),
    }
}

/// Returns the rows as a table in Markdown that can also be read as it is.
pub(crate) fn table(rows: &[Row]) -> String {
    let heading = ["what", "budget", "measured", "peer", "ratio", "reached"].map(str::to_owned);
    let cells = rows.iter().map(|row| {
        let reached = row.reached.map_or("", |reached| if reached { "yes" } else { "no" });
        let ratio = row.ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        [row.what.clone(), row.budget.clone(), row.measured.clone(), row.peer.clone(), ratio, reached.to_owned()]
    });
    let cells: Vec<[String; 6]> = [heading].into_iter().chain(cells).collect();
    let widths: Vec<usize> =
        (0..6).map(|at| cells.iter().map(|row| row[at].chars().count()).max().unwrap_or(0)).collect();
    let line = |row: &[String; 6]| {
        let padded = row.iter().zip(&widths).map(|(cell, width)| format!(" {cell:<width$} |"));
        format!("|{}\n", padded.collect::<String>())
    };
    let rule = format!("|{}\n", widths.iter().map(|width| format!("{}|", "-".repeat(width + 2))).collect::<String>());
    let (heading, rows) = cells.split_first().expect("the heading");
    line(heading) + &rule + &rows.iter().map(line).collect::<String>()
}

/// Returns what this was measured on.
pub(crate) fn machine() -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let cpu = read("/proc/cpuinfo");
    let model =
        cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ")).map_or("", |(_, name)| name);
    let cores = cpu.lines().filter(|line| line.starts_with("processor")).count();
    let load = read("/proc/loadavg").split(' ').next().unwrap_or_default().to_owned();
    format!("{model}, {cores} cores, kernel {}, load {load}\n", read("/proc/sys/kernel/osrelease").trim())
}
