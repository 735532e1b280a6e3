//! What a run has shown: a row for each promise, with how often it was tried and what came of it.

use std::fmt::{self, Display};
use std::io::{self, Write};
use std::thread;

/// How long the runs may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tier {
    /// A part of `make test`.
    Short,
    /// `make torture`.
    Long,
}

impl Tier {
    pub(crate) fn pick<T>(self, short: T, long: T) -> T {
        if self == Self::Short { short } else { long }
    }
}

/// A promise that did not hold, and the evidence.
#[derive(Clone, Debug)]
pub(crate) struct Broken {
    pub(crate) promise: &'static str,
    pub(crate) evidence: String,
}

impl Broken {
    pub(crate) fn new(promise: &'static str, evidence: impl Into<String>) -> Self {
        Self { promise, evidence: evidence.into() }
    }

    /// Says where it happened.
    #[must_use]
    pub(crate) fn at(self, place: &str) -> Self {
        Self { evidence: format!("{place}: {}", self.evidence), ..self }
    }
}

/// One promise and what the tries have shown.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) promise: String,
    pub(crate) tries: usize,
    pub(crate) outcome: Outcome,
}

#[derive(Debug)]
pub(crate) enum Outcome {
    /// How often the promise was broken, each time with the evidence.
    Broken(Vec<String>),
    /// Not tried here, and why. Never to be taken for kept.
    Skipped(String),
    /// No promise: something the reader of the table should know.
    Counted(usize),
}

impl Row {
    pub(crate) fn is_broken(&self) -> bool {
        matches!(&self.outcome, Outcome::Broken(evidence) if !evidence.is_empty())
    }
}

impl Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(evidence) => evidence.len().fmt(f),
            Self::Skipped(why) => write!(f, "SKIPPED: {why}"),
            Self::Counted(count) => write!(f, "({count})"),
        }
    }
}

/// Returns a row for each promise; every promise was at stake in every try.
pub(crate) fn rows(method: &str, promises: &[&'static str], tries: usize, broken: &[Broken]) -> Vec<Row> {
    let stray = broken.iter().find(|broken| !promises.contains(&broken.promise));
    assert!(stray.is_none(), "{method} should have a row for {stray:?}");
    let evidence = |promise: &str| {
        broken.iter().filter(|broken| broken.promise == promise).map(|broken| broken.evidence.clone()).collect()
    };
    let row = |promise: &&'static str| Row {
        promise: format!("{method}: {promise}"),
        tries,
        outcome: Outcome::Broken(evidence(promise)),
    };
    promises.iter().map(row).collect()
}

/// Runs a method on each of these, all at the same time. Returns how often it tried and what that broke, over all.
pub(crate) fn at_once<T: Sync>(
    all: &[T],
    method: impl Fn(&T) -> (usize, Vec<Broken>) + Copy + Send,
) -> (usize, Vec<Broken>) {
    thread::scope(|scope| {
        let runs: Vec<_> = all.iter().map(|one| scope.spawn(move || method(one))).collect();
        let results = runs.into_iter().map(|run| run.join().expect("its panic is on stderr"));
        results.fold((0, Vec::new()), |(tries, mut broken), (more, found)| {
            broken.extend(found);
            (tries + more, broken)
        })
    })
}

/// Says loudly that a method cannot run here, and returns the row that says it again.
pub(crate) fn skipped(method: &str, why: &str) -> Vec<Row> {
    // Past the test harness, which shows nothing of a test that passes.
    let _ = writeln!(io::stderr(), "SKIPPED: {method} because {why}");
    vec![Row { promise: method.to_owned(), tries: 0, outcome: Outcome::Skipped(why.to_owned()) }]
}

/// Prints the evidence against each broken promise; of many, the first few.
pub(crate) fn accuse(rows: &[Row]) {
    for row in rows {
        if let Outcome::Broken(evidence) = &row.outcome {
            for line in evidence.iter().take(5) {
                eprintln!("BROKEN: {}: {line}", row.promise);
            }
        }
    }
}

/// Returns the rows as a table; a number in brackets is no promise.
pub(crate) fn table(rows: &[Row]) -> String {
    let width = rows.iter().map(|row| row.promise.chars().count()).max().unwrap_or_default();
    let line = |promise: &str, tries: &str, result: &str| format!("{promise:<width$} | {tries:>6} | {result}\n");
    let lines = rows.iter().map(|row| line(&row.promise, &row.tries.to_string(), &row.outcome.to_string()));
    line("PROMISE", "TRIES", "BROKEN") + &lines.collect::<String>()
}
