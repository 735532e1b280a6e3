//! `portico doctor` where all is well, and what is only worth knowing.

use std::collections::BTreeMap;
use std::env::consts;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use portico_tests::{Desktop, Sandbox};

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
pub(crate) fn wrong(sandbox: &Sandbox) -> String {
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
pub(crate) fn used() -> Sandbox {
    let sandbox = customers();
    sandbox.portico(["edit", "fabrikam", "--group", "Partners"]).done();
    sandbox
}

pub(crate) fn portico(sandbox: &Sandbox, path: &str) -> PathBuf {
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
fn names_that_look_alike_are_a_note() {
    let sandbox = used();
    sandbox.portico(["add", "Fabr\u{456}kam", &crate::id(1)]).done();
    let (code, text) = doctor(&sandbox);
    assert_eq!(code, Some(0), "{text}");
    let note = text.lines().find(|line| line.starts_with("note  names")).unwrap_or_else(|| panic!("{text}"));
    insta::assert_snapshot!(note, @r#"note  names       2 customers look like another's, as "Fabrikam" and "Fabrіkam": check the domain"#);
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
