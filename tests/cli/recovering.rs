//! A registry that got lost or broken: nothing is written over it, and the last saved state comes back.

use std::fs;
use std::os::unix::fs::{MetadataExt, chown};
use std::path::PathBuf;

use portico_tests::Sandbox;

use crate::{CONTOSO, FABRIKAM, customers, id, refusals, refused, session};

/// A registry after three changes that Portico saved: two were added, one was changed.
fn saved() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.portico(["add", "Contoso", CONTOSO, "--domain", "contoso.com"]).done();
    sandbox.portico(["add", "Fabrikam", FABRIKAM]).done();
    sandbox.portico(["edit", "fabrikam", "--name", "Fabrikam Inc"]).done();
    sandbox
}

fn in_backups(sandbox: &Sandbox, suffix: &str) -> Vec<PathBuf> {
    let folder = fs::read_dir(sandbox.registry_path().with_file_name("backups")).into_iter().flatten();
    let paths = folder.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.to_string_lossy().ends_with(suffix)).collect()
}

#[test]
fn a_registry_that_is_gone_is_no_empty_registry() {
    let sandbox = saved();
    let before = sandbox.registry();
    fs::remove_file(sandbox.registry_path()).unwrap();
    let said = refusals(&sandbox, &[&["list"], &["add", "New", &id(1)]]);
    for arguments in [
        &["open", "contoso"][..],
        &["url", "contoso"],
        &["portals", "contoso"],
        &["edit", "contoso", "--notes", "x"],
        &["remove", "contoso", "--yes"],
        &["pins"],
        &["pins", "accept", "contoso"],
        &["list", "--json"],
    ] {
        assert_eq!(refused(&sandbox, arguments).code, Some(5), "{arguments:?}");
    }
    assert!(!sandbox.registry_path().exists(), "and none is made in its place");
    let back = session(&sandbox, &[&["restore"], &["list"]]);
    insta::assert_snapshot!(said + &back, @"
    $ portico list
    --- stderr
    error: $DATA/portico/registry.json is not there any more, though it held customers
    hint: put it back, or bring back what was saved last with `portico restore`
    hint: if it was meant to go, `portico pins accept --all` lets Portico begin anew
    --- exit 5
    $ portico add New 5b1d7a60-9c3e-4f28-8e41-000000000001
    --- stderr
    error: $DATA/portico/registry.json is not there any more, though it held customers
    hint: put it back, or bring back what was saved last with `portico restore`
    hint: if it was meant to go, `portico pins accept --all` lets Portico begin anew
    --- exit 5
    $ portico restore
    Restored registry.last.json
    2 customers came back
    --- exit 0
    $ portico list
    NAME          DOMAIN       CLOUD   GROUP  TENANT ID
    Contoso       contoso.com  public         8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    Fabrikam Inc               public         0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- exit 0
    ");
    assert_eq!(sandbox.registry(), before, "the last state that was saved, not the one before it");
    sandbox.portico(["url", "fabrikam inc"]).done();
}

#[test]
fn a_torn_registry_is_kept_aside_once_and_the_last_saved_state_comes_back() {
    // As an editor that saves in place, or a full disk, leaves it: the same file, cut off.
    for broken in ["", "{ \"schema\": 1, \"tenants\": [ { \"name\": \"Con", "\u{0}\u{0}\u{0}\u{0}"] {
        let sandbox = saved();
        let before = sandbox.registry();
        fs::write(sandbox.registry_path(), broken).unwrap();
        for _ in 0..3 {
            for arguments in
                [&["list"][..], &["open", "contoso"], &["add", "New", &id(1)], &["edit", "contoso", "--own"]]
            {
                assert_eq!(refused(&sandbox, arguments).code, Some(5), "{arguments:?}");
            }
        }
        let aside = in_backups(&sandbox, ".broken");
        assert_eq!(aside.len(), 1, "once, however often it is tried: {aside:?}");
        assert_eq!(fs::read_to_string(&aside[0]).unwrap(), broken);
        let list = sandbox.portico(["restore", "--list"]).done().stdout;
        let first: Vec<_> = list.lines().nth(1).unwrap().split_whitespace().collect();
        assert_eq!(first, ["registry.last.json", "2"], "what comes back stands first");
        sandbox.portico(["restore"]).done();
        assert_eq!(sandbox.registry(), before, "after {broken:?}");
        sandbox.portico(["url", "fabrikam inc"]).done();
    }
}

#[test]
fn the_last_saved_state_stands_in_the_list_only_where_it_helps() {
    let sandbox = saved();
    assert!(!sandbox.portico(["restore", "--list"]).done().stdout.contains("registry.last.json"));
    fs::remove_file(sandbox.registry_path()).unwrap();
    assert!(sandbox.portico(["restore", "--list"]).done().stdout.contains("registry.last.json"));
    sandbox.portico(["restore", "registry.last.json"]).done();
    sandbox.portico(["url", "fabrikam inc"]).done();
}

#[test]
fn where_the_last_state_is_broken_too_the_newest_backup_comes_back() {
    let sandbox = saved();
    fs::write(in_backups(&sandbox, "registry.last.json")[0].clone(), "{").unwrap();
    fs::write(sandbox.registry_path(), "{").unwrap();
    let said = sandbox.portico(["restore"]).done().stdout;
    assert!(said.contains("2 customers"), "{said}");
    sandbox.portico(["url", "contoso"]).done();
    let older = refused(&sandbox, &["url", "fabrikam"]);
    assert_eq!(older.code, Some(7), "known as Fabrikam Inc by now: {older:?}");
}

#[test]
fn nothing_to_bring_back_is_said() {
    let sandbox = customers();
    sandbox.portico(["url", "fabrikam"]).done();
    fs::remove_file(sandbox.registry_path()).unwrap();
    insta::assert_snapshot!(refusals(&sandbox, &[&["list"], &["restore"]]), @"
    $ portico list
    --- stderr
    error: $DATA/portico/registry.json is not there any more, though it held customers
    hint: put it back, or bring back what was saved last with `portico restore`
    hint: if it was meant to go, `portico pins accept --all` lets Portico begin anew
    --- exit 5
    $ portico restore
    --- stderr
    error: there are no backups in $DATA/portico/backups
    hint: the first is made before the second change
    --- exit 1
    ");
}

#[test]
fn after_a_deliberate_delete_accept_all_begins_anew() {
    let sandbox = saved();
    fs::remove_file(sandbox.registry_path()).unwrap();
    let said =
        session(&sandbox, &[&["pins", "accept", "--all"], &["list"], &["add", "Contoso", &id(1)], &["url", "contoso"]]);
    insta::assert_snapshot!(said, @"
    $ portico pins accept --all
    Accepted that the registry is gone: Portico begins anew
    --- exit 0
    $ portico list
    --- stderr
    No customers yet. Add the first with `portico add NAME TENANT_ID`.
    --- exit 0
    $ portico add Contoso 5b1d7a60-9c3e-4f28-8e41-000000000001
    Added Contoso (public)
    --- exit 0
    $ portico url contoso
    https://security.microsoft.com/?tid=5b1d7a60-9c3e-4f28-8e41-000000000001
    --- exit 0
    ");
}

#[test]
fn a_file_of_somebody_else_is_not_replaced() {
    let sandbox = saved();
    let path = sandbox.registry_path();
    if chown(&path, Some(12345), None).is_err() {
        eprintln!("SKIPPED: only root can give a file away");
        return;
    }
    let before = sandbox.registry();
    let said = refusals(&sandbox, &[&["add", "New", &id(1)]]);
    assert_eq!(sandbox.portico(["restore"]).code, Some(1));
    insta::assert_snapshot!(said, @"
    $ portico add New 5b1d7a60-9c3e-4f28-8e41-000000000001
    --- stderr
    error: not saved: $DATA/portico/registry.json: the file belongs to another user (user ID 12345)
    hint: the registry is as it was
    --- exit 1
    ");
    assert_eq!((sandbox.registry(), fs::metadata(&path).unwrap().uid()), (before, 12345));
    sandbox.portico(["url", "contoso"]).done();
}
