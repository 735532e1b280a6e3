//! `portico list QUERY` beside `fzf --filter` over the same names.

use std::fs::{self, File};
use std::process::Stdio;
use std::time::{Duration, Instant};

use portico_tests::Sandbox;

use crate::ground;
use crate::report::{Row, in_turn};

const ROUNDS: usize = 25;

/// A part of a name, the beginning of one, two words, and a name with a letter that is not there.
const QUERIES: [&str; 4] = ["pharma", "contoso ret", "malmo nordic", "fabrikxm"];

pub(crate) fn list() -> Vec<Row> {
    let sandbox = Sandbox::new();
    let home = ground::home(&sandbox, 10_000);
    let names = sandbox.path().join("names");
    fs::write(&names, ground::names(10_000).join("\n")).unwrap();
    let rows = QUERIES.iter().map(|query| {
        let ours = || {
            let mut portico = sandbox.command(sandbox.portico_path());
            ground::time_to_end(portico.env("PORTICO_HOME", &home).args(["list", query]))
        };
        let fzf = || {
            let mut fzf = sandbox.command("fzf");
            fzf.args(["--filter", query]).stdin(File::open(&names).unwrap()).stdout(Stdio::null());
            let began = Instant::now();
            let status = fzf.status().unwrap();
            let took: Duration = began.elapsed();
            // 1 is: nothing fits.
            assert!(matches!(status.code(), Some(0 | 1)), "fzf ended with {status}");
            took
        };
        in_turn(ROUNDS, ours, fzf).row(&format!("`portico list \"{query}\"`, 10,000 customers"), "`fzf --filter`", 1.0)
    });
    rows.collect()
}
