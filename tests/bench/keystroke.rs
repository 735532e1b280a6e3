//! One keystroke in quick open, as far as the core goes: the search, in a registry of 10,000 customers.

use std::time::Duration;

use portico_tests::Sandbox;

use crate::ground;
use crate::report::{Row, median, shown};

const MOST: Duration = Duration::from_millis(2);

pub(crate) fn keystroke() -> Vec<Row> {
    let sandbox = Sandbox::new();
    let home = ground::home(&sandbox, 10_000);
    let mut measure = sandbox.command(ground::beside_portico(&sandbox, "examples/measure"));
    // Its own end is the only deadline: on a slow machine thousands of searches take a while.
    let output = measure.env("PORTICO_HOME", home).arg("keystroke").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let lines = String::from_utf8(output.stdout).unwrap();
    let times: Vec<(Duration, &str)> = lines
        .lines()
        .map(|line| {
            let (query, nanoseconds) = line.split_once('\t').expect("a query and its time");
            (Duration::from_nanos(nanoseconds.parse().unwrap()), query)
        })
        .collect();
    let (worst, query) = *times.iter().max().expect("queries");
    let row = |which: &str, time: Duration| Row {
        what: format!("one keystroke in the core, 10,000 customers: {which} of {} queries", times.len()),
        budget: format!("≤ {} ms", MOST.as_millis()),
        measured: shown(time),
        peer: String::new(),
        ratio: None,
        reached: Some(time <= MOST),
    };
    let middle = median(times.iter().map(|(time, _)| *time).collect());
    vec![row("median", middle), row(&format!("worst (`{query}`)"), worst)]
}
