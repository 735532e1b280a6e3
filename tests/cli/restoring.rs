//! Bringing back an earlier state.

use std::fs;

use portico_tests::Sandbox;

use crate::id;

/// A registry after four changes: A, B, C and D were added in this order.
fn changed() -> Sandbox {
    let sandbox = Sandbox::new();
    for (at, name) in (1..).zip(["A", "B", "C", "D"]) {
        sandbox.portico(["add", name, &id(at)]).done();
    }
    sandbox
}

fn names(sandbox: &Sandbox) -> Vec<String> {
    let list = sandbox.portico(["list", "--format", "tsv"]).done().stdout;
    list.lines().filter_map(|line| line.split('\t').nth(1)).map(str::to_owned).collect()
}

fn backups(sandbox: &Sandbox) -> Vec<String> {
    let list = sandbox.portico(["restore", "--list"]).done().stdout;
    list.lines().skip(1).filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn the_last_change_can_be_taken_back_and_so_can_that() {
    let sandbox = changed();
    let restored = sandbox.portico(["restore"]).done().stdout;
    let d = format!("D (public)  public/{}\n", id(4));
    assert!(restored.ends_with(&format!("- {d}")), "it says what went: {restored}");
    assert_eq!(names(&sandbox), ["A", "B", "C"]);
    let restored = sandbox.portico(["restore"]).done().stdout;
    assert!(restored.ends_with(&format!("+ {d}")), "it says what came back: {restored}");
    assert_eq!(names(&sandbox), ["A", "B", "C", "D"]);
}

#[test]
fn any_state_in_the_list_can_be_brought_back() {
    let sandbox = changed();
    let backups = backups(&sandbox);
    assert_eq!(backups.len(), 3, "one before each change of a file that was there");
    sandbox.portico(["restore", &backups[2]]).done();
    assert_eq!(names(&sandbox), ["A"]);
}

#[test]
fn a_registry_that_cannot_be_read_is_kept_when_it_is_replaced() {
    let sandbox = changed();
    sandbox.write_registry("{ torn");
    assert_eq!(sandbox.portico(["list"]).code, Some(5));
    sandbox.portico(["restore"]).done();
    assert_eq!(names(&sandbox), ["A", "B", "C", "D"], "what was saved last, not the state before it");
    let folder = sandbox.registry_path().with_file_name("backups");
    let broken = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let broken: Vec<_> = broken.filter(|path| path.extension().is_some_and(|end| end == "broken")).collect();
    assert_eq!(broken.len(), 1);
    assert_eq!(fs::read_to_string(&broken[0]).unwrap(), "{ torn");
}

#[test]
fn twenty_states_are_kept() {
    let sandbox = Sandbox::new();
    for at in 1..=23 {
        sandbox.portico(["add", &format!("Customer {at}"), &id(at)]).done();
    }
    assert_eq!(backups(&sandbox).len(), 20);
}

#[test]
fn what_is_no_backup_is_refused_and_changes_nothing() {
    let sandbox = changed();
    let before = sandbox.registry();
    for name in ["registry.2001-01-01T00-00-00.000Z.json", "../registry.json", "/etc/passwd", ""] {
        let refused = sandbox.portico(["restore", name]);
        assert_eq!(refused.code, Some(1), "{name}");
        assert!(refused.stderr.contains(&format!("no such backup: \"{name}\"")), "{}", refused.stderr);
        assert!(refused.stderr.contains("portico restore --list"), "{}", refused.stderr);
    }
    assert_eq!(sandbox.registry(), before);
    let nothing = Sandbox::new().portico(["restore"]);
    assert_eq!((nothing.code, nothing.stderr.contains("there are no backups")), (Some(1), true));
}
