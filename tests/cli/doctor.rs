//! `portico doctor`: what is in order, what is not, and what to do about it.

use std::collections::BTreeMap;
use std::env::consts;
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};

use portico_tests::{Browser, Desktop, Sandbox};

use crate::{CUSTOMERS, customers, program};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Runs the doctor and returns how it ended and what it said, without what differs between machines.
fn doctor(sandbox: &Sandbox) -> (Option<i32>, String) {
    let output = sandbox.portico(["doctor"]);
    let folder = program().parent().unwrap().display().to_string();
    let text = output.transcript().replace(&folder, "$PROGRAMS").replace(VERSION, "VERSION");
    (output.code, text.replace(&format!("{} on {}", consts::ARCH, consts::OS), "SYSTEM"))
}

/// Returns what the doctor finds wrong, each with what to do; nothing else may keep it from ending with 0.
#[track_caller]
fn wrong(sandbox: &Sandbox) -> String {
    let (code, text) = doctor(sandbox);
    let lines: Vec<_> = text.lines().collect();
    let found: Vec<_> = lines.iter().enumerate().filter(|(_, line)| line.starts_with("WRONG ")).collect();
    let ending = match found.len() {
        0 => "--- exit 0".to_owned(),
        1 => "error: 1 thing is wrong\n--- exit 1".to_owned(),
        count => format!("error: {count} things are wrong\n--- exit 1"),
    };
    assert!(text.ends_with(&ending), "{text}");
    assert_eq!(code, Some(i32::from(!found.is_empty())), "{text}");
    assert_eq!(text.contains("Everything is in order."), found.is_empty(), "{text}");
    let with_to_do = found.into_iter().map(|(at, line)| {
        let to_do = lines[at + 1];
        assert!(to_do.starts_with("                  "), "what to do about {line}: {to_do}");
        format!("{line}\n{to_do}\n")
    });
    with_to_do.collect()
}

/// Returns customers that are known and were changed once, so that there are pins, a lock and a backup.
fn used() -> Sandbox {
    let sandbox = customers();
    sandbox.portico(["edit", "fabrikam", "--group", "Partners"]).done();
    sandbox
}

fn portico(sandbox: &Sandbox, path: &str) -> PathBuf {
    let (base, name) = path.split_once('/').unwrap();
    let folder = sandbox.path().join(base).join("portico");
    fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

#[test]
fn on_a_desktop_where_all_is_well_it_says_so() {
    let desktop = Desktop::with_host(used());
    desktop.sandbox.portico(["open", "fabrikam"]).done();
    let (code, text) = doctor(&desktop.sandbox);
    assert_eq!(code, Some(0), "{text}");
    // Of the display's number and the backup's name only that they are there.
    let steady =
        text.lines().map(|line| match line.split_once("DISPLAY=").or_else(|| line.split_once("the newest is ")) {
            Some((before, _)) => format!("{before}<>\n"),
            None => format!("{line}\n"),
        });
    insta::assert_snapshot!(steady.collect::<String>(), @"
    ok    portico     VERSION, SYSTEM
    ok    tray        VERSION, $PROGRAMS/portico-tray
    ok    registry    $DATA/portico/registry.json (2 customers)
    ok    pins        2 customers as they were known
    ok    backups     1 in $DATA/portico/backups, <>
    ok    history     1 opened, in $STATE/portico/history.jsonl
    ok    display     <>
    ok    browser     portico-test-browser.desktop starts $PROGRAMS/fake-browser $SANDBOX/opened.jsonl %u
    ok    running     the tray does not run now
    ok    icon        the desktop shows tray icons
    ok    windows     if they stay empty, start Portico with WEBKIT_DISABLE_DMABUF_RENDERER=1

    Everything is in order.
    --- exit 0
    ");
}

#[test]
fn without_a_display_there_is_less_to_look_at_and_nothing_is_wrong() {
    let (code, text) = doctor(&Sandbox::new());
    assert_eq!(code, Some(0), "{text}");
    insta::assert_snapshot!(text, @"
    ok    portico     VERSION, SYSTEM
    ok    tray        VERSION, $PROGRAMS/portico-tray
    ok    registry    $DATA/portico/registry.json (0 customers)
    ok    pins        0 customers as they were known
    ok    backups     none yet: the first is made before the second change
    ok    history     0 opened, in $STATE/portico/history.jsonl
    note  display     neither DISPLAY nor WAYLAND_DISPLAY is set: browser and tray were not looked at

    Everything is in order.
    --- exit 0
    ");
}

#[test]
fn without_a_tray_host_the_icon_is_a_note() {
    let desktop = Desktop::bare(used());
    let (code, text) = doctor(&desktop.sandbox);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("note  icon        the desktop shows no tray icons now"), "{text}");
}

#[test]
fn looking_changes_nothing() {
    for sandbox in [Sandbox::new(), customers(), used()] {
        let before = files(sandbox.path());
        doctor(&sandbox);
        assert_eq!(files(sandbox.path()), before);
    }
}

/// Returns every file in a folder with its contents, and every folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            let inside = if path.is_dir() { files(&path) } else { BTreeMap::new() };
            let own = (path.clone(), fs::read(&path).unwrap_or_default());
            inside.into_iter().chain([own])
        })
        .collect()
}

#[test]
fn each_thing_that_is_wrong_is_named_with_what_to_do() {
    type Harm = fn(&Sandbox);
    let harms: [(&str, Harm); 11] = [
        ("broken registry", |sandbox| sandbox.write_registry("{")),
        ("gone registry", |sandbox| fs::remove_file(sandbox.registry_path()).unwrap()),
        ("conflict copy", |sandbox| fs::write(portico(sandbox, "data/registry (1).json"), CUSTOMERS).unwrap()),
        ("no pins", |sandbox| fs::remove_file(portico(sandbox, "state/pins.json")).unwrap()),
        ("broken pins", |sandbox| fs::write(portico(sandbox, "state/pins.json"), "{").unwrap()),
        ("changed customer", |sandbox| sandbox.write_registry(&CUSTOMERS.replace("contoso.com", "contoso.net"))),
        ("open to all", |sandbox| {
            fs::set_permissions(sandbox.registry_path(), Permissions::from_mode(0o666)).unwrap();
        }),
        ("broken settings", |sandbox| fs::write(portico(sandbox, "config/settings.json"), "{").unwrap()),
        ("unreadable history", |sandbox| fs::create_dir(portico(sandbox, "state/history.jsonl")).unwrap()),
        ("unreadable backups", |sandbox| {
            fs::remove_dir_all(portico(sandbox, "data/backups")).unwrap();
            fs::write(portico(sandbox, "data/backups"), "").unwrap();
        }),
        ("two of them", |sandbox| {
            fs::write(portico(sandbox, "data/registry-PC2.json"), CUSTOMERS).unwrap();
            fs::set_permissions(sandbox.registry_path(), Permissions::from_mode(0o606)).unwrap();
        }),
    ];
    let mut said = String::new();
    for (what, harm) in harms {
        let sandbox = used();
        assert_eq!(wrong(&sandbox), "", "in order before");
        harm(&sandbox);
        let found = wrong(&sandbox);
        assert_ne!(found, "", "{what}");
        said += &format!("- {what}\n{found}");
    }
    insta::assert_snapshot!(said, @r#"
    - broken registry
    WRONG registry    $DATA/portico/registry.json:1: EOF while parsing an object
                      correct it, or run `portico restore`
    - gone registry
    WRONG registry    $DATA/portico/registry.json is not there any more, though it held customers
                      put it back, or run `portico restore`
    - conflict copy
    WRONG registry    $DATA/portico/registry (1).json looks like a copy made when two machines wrote at once
                      take over what is missing in the registry, then move the copy away
    - no pins
    WRONG pins        $STATE/portico/pins.json is missing: no customer opens, for Portico cannot tell whether one was changed
                      look through `portico list`, then `portico pins accept --all`
    - broken pins
    WRONG pins        $STATE/portico/pins.json:1: EOF while parsing an object: no customer opens, for Portico cannot tell whether one was changed
                      look through `portico list`, then `portico pins accept --all`
    - changed customer
    WRONG pins        Contoso Pharmaceuticals (public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44) was changed outside Portico and does not open
                      run `portico pins` to see old and new
    - open to all
    WRONG registry    every user of this machine may change it
                      keep others out with `chmod o-w "$DATA/portico/registry.json"`
    - broken settings
    WRONG settings    $CONFIG/portico/settings.json:1: EOF while parsing an object
                      correct the file, or remove it
    - unreadable history
    WRONG history     $STATE/portico/history.jsonl: Is a directory (os error 21)
                      see to it that Portico may read and write it
    - unreadable backups
    WRONG backups     could not read $DATA/portico/backups: Not a directory (os error 20)
                      see to it that Portico may read the folder
    - two of them
    WRONG registry    every user of this machine may change it
                      keep others out with `chmod o-w "$DATA/portico/registry.json"`
    WRONG registry    $DATA/portico/registry-PC2.json looks like a copy made when two machines wrote at once
                      take over what is missing in the registry, then move the copy away
    "#);
}

#[test]
fn a_file_of_somebody_else_is_wrong() {
    let sandbox = used();
    if chown(sandbox.registry_path(), Some(12345), None).is_err() {
        eprintln!("SKIPPED: only root can give a file away");
        return;
    }
    insta::assert_snapshot!(wrong(&sandbox), @r#"
    WRONG registry    it belongs to another user (user ID 12345): customers open, changes are refused
                      make it yours, for instance with `sudo chown "$USER" "$DATA/portico/registry.json"`
    "#);
    // A team's file, shared through a group, is as it should be.
    fs::set_permissions(sandbox.registry_path(), Permissions::from_mode(0o660)).unwrap();
    assert_eq!(wrong(&sandbox), "");
}

#[test]
fn a_browser_that_is_not_there_is_wrong() {
    let missing = Desktop::bare(Sandbox::with_browser(Browser::Missing));
    let uninstalled = Desktop::bare(used());
    fs::remove_file(uninstalled.sandbox.path().join("data/applications/portico-test-browser.desktop")).unwrap();
    insta::assert_snapshot!(wrong(&missing.sandbox) + &wrong(&uninstalled.sandbox), @"
    WRONG browser     no default browser is set: opening may not work
                      set one, for instance with `xdg-settings set default-web-browser firefox-esr.desktop`
    ");
}

#[test]
fn names_that_look_alike_are_a_note() {
    let sandbox = used();
    sandbox.portico(["add", "Fabr\u{456}kam", &crate::id(1)]).done();
    let (code, text) = doctor(&sandbox);
    assert_eq!(code, Some(0), "{text}");
    let note = text.lines().find(|line| line.starts_with("note  names")).unwrap_or_else(|| panic!("{text}"));
    insta::assert_snapshot!(note, @r#"
    note  names       2 customers look like another's, as "Fabrikam" and "Fabrіkam": check the domain
    "#);
}

#[test]
fn a_read_only_registry_a_newer_one_and_no_history_are_notes() {
    let sandbox = used();
    fs::set_permissions(sandbox.registry_path(), Permissions::from_mode(0o400)).unwrap();
    fs::write(portico(&sandbox, "config/settings.json"), r#"{ "history": false }"#).unwrap();
    let (_, read_only) = doctor(&sandbox);
    assert_eq!(wrong(&sandbox), "");
    sandbox.write_registry(&CUSTOMERS.replace("\"schema\": 1", "\"schema\": 2"));
    let (_, newer) = doctor(&sandbox);
    assert_eq!(wrong(&sandbox), "");
    let notes = [read_only, newer].join("\n");
    let notes: Vec<_> = notes.lines().filter(|line| line.starts_with("note ") && !line.contains("DISPLAY")).collect();
    insta::assert_snapshot!(notes.join("\n"), @"
    note  registry    it is read-only: customers open, changes are refused
    note  history     turned off in settings.json
    note  registry    $DATA/portico/registry.json (2 customers), written by a newer Portico (schema 2): read, not changed
    note  history     turned off in settings.json
    ");
}
