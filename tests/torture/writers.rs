//! Many processes that add at once.

use std::collections::BTreeSet;
use std::thread;

use portico_tests::Sandbox;

use crate::ground::{LEFT, LOST, STUCK, TORN, id};
use crate::random::aftermath;
use crate::report::{Row, rows};

/// Adds customers from many processes at once, and looks for each of them.
pub(crate) fn all_are_there(writers: usize, each: usize) -> Vec<Row> {
    let sandbox = adds(writers, each);
    let all: BTreeSet<String> = (0..writers * each).map(|number| format!("public/{}", id(number))).collect();
    let method = format!("{writers} processes × {each} adds");
    let list = sandbox.portico(["list", "--format", "tsv"]).done().stdout;
    let listed: BTreeSet<String> = list.lines().filter_map(|line| line.split('\t').next()).map(str::to_owned).collect();
    assert_eq!(listed, all, "what is listed is what was added");
    rows(&method, &[LOST, TORN, LEFT, STUCK], all.len(), &aftermath(&sandbox, &all))
}

/// Returns a sandbox to whose registry this many writers have each added this many customers, all at the same time.
pub(crate) fn adds(writers: usize, each: usize) -> Sandbox {
    let sandbox = Sandbox::new();
    thread::scope(|scope| {
        for writer in 0..writers {
            let sandbox = &sandbox;
            scope.spawn(move || {
                for number in writer * each..(writer + 1) * each {
                    sandbox.portico(["add", &format!("Customer {number}"), &id(number)]).done();
                }
            });
        }
    });
    sandbox
}
