//! Saving when others save too, and when nothing can be saved.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::thread;

use portico_tests::Sandbox;

use crate::{customers, id};

#[test]
fn eight_processes_that_add_at_once_lose_nothing() {
    let sandbox = Sandbox::new();
    thread::scope(|scope| {
        for writer in 0..8 {
            let sandbox = &sandbox;
            scope.spawn(move || {
                for number in 0..20 {
                    let number = writer * 20 + number;
                    sandbox.portico(["add", &format!("Customer {number}"), &id(number)]).done();
                }
            });
        }
    });
    let rows = sandbox.portico(["list", "--format", "tsv"]).done().stdout;
    let listed: BTreeSet<_> = rows.lines().map(|row| row.split('\t').take(2).collect::<Vec<_>>().join(" ")).collect();
    let added: BTreeSet<_> = (0..160).map(|number| format!("public/{} Customer {number}", id(number))).collect();
    assert_eq!(listed, added);
    let left: Vec<_> = fs::read_dir(sandbox.registry_path().parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".tmp"))
        .collect();
    assert_eq!(left, Vec::<String>::new(), "no temporary files stay");
}

#[test]
fn a_registry_that_somebody_holds_is_read_but_not_changed() {
    let sandbox = customers();
    // Pins the customers, which makes the lock.
    sandbox.portico(["url", "contoso.com"]).done();
    let lock = File::create(sandbox.registry_path().with_file_name("registry.json.lock")).unwrap();
    lock.lock().unwrap();
    sandbox.portico(["url", "contoso.com"]).done();
    let output = crate::refused(&sandbox, &["add", "New", &id(1)]);
    insta::assert_snapshot!(output.transcript(), @"
    --- stderr
    error: not saved: the registry is being changed by another process (lock: $DATA/portico/registry.json.lock)
    hint: try again in a moment
    --- exit 1
    ");
    drop(lock);
    sandbox.portico(["add", "New", &id(1)]).done();
}

#[test]
fn what_cannot_be_saved_is_not_said_to_be_saved() {
    let mut sandbox = customers();
    // Nobody may create files there, not even root.
    sandbox.set("PORTICO_REGISTRY", "/proc/registry.json");
    let output = sandbox.portico(["add", "New", &id(1)]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(1), ""));
    assert!(output.stderr.starts_with("error: not saved: /proc/registry.json: "), "{output:?}");
}
