//! What was opened: written down before the browser starts, and never in the way of it.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;

use portico_tests::{Browser, Desktop, Sandbox};
use serde_json::{Value, json};

use crate::{CONTOSO, CUSTOMERS, FABRIKAM, customers, with_registry};

fn file(sandbox: &Sandbox) -> PathBuf {
    sandbox.path().join("state/portico/history.jsonl")
}

/// Returns a folder for the history, as Portico would have made it.
fn made(sandbox: &Sandbox) -> PathBuf {
    fs::create_dir_all(file(sandbox).parent().unwrap()).unwrap();
    file(sandbox)
}

/// Returns the entries without their times, which are checked to be times.
#[track_caller]
fn entries(sandbox: &Sandbox) -> Vec<Value> {
    let mut history = sandbox.portico(["history", "--json"]).done().json();
    assert_eq!(history["schema"], 1);
    let entries = history["entries"].as_array_mut().unwrap();
    for entry in entries.iter_mut() {
        let at = entry.as_object_mut().unwrap().remove("at").unwrap();
        let at = at.as_str().unwrap();
        assert!(at.len() >= 20 && at.starts_with("20") && at.contains('T') && at.ends_with('Z'), "in UTC: {at}");
    }
    entries.clone()
}

fn entry(identity: &str, name: &str, portal: &str, via: &str, result: &str) -> Value {
    json!({ "identity": identity, "name": name, "portal": portal, "via": via, "result": result })
}

#[test]
fn the_history_tells_who_was_opened_where_and_from_what_the_last_first() {
    let desktop = Desktop::bare(customers());
    let sandbox = &desktop.sandbox;
    assert_eq!(sandbox.portico(["history"]).done().stderr, "Nothing was opened yet.\n");
    assert_eq!(sandbox.portico(["history", "--json"]).done().json(), json!({ "schema": 1, "entries": [] }));
    sandbox.portico(["open", "ctso"]).done();
    sandbox.portico(["open", "fabrikam", "--portal", "azure", "--source", "launcher"]).done();
    assert_eq!(
        entries(sandbox),
        [
            entry(&format!("gcc-high/{FABRIKAM}"), "Fabrikam", "azure", "launcher", "handed-over"),
            entry(&format!("public/{CONTOSO}"), "Contoso Pharmaceuticals", "defender", "terminal", "handed-over"),
        ]
    );
    let table = sandbox.portico(["history"]).done().stdout;
    let rows: Vec<_> = table.lines().map(|row| row.split_once("  ").unwrap_or_else(|| panic!("{table}")).1).collect();
    insta::assert_snapshot!(rows.join("\n"), @"
                   CUSTOMER                 PORTAL    FROM      RESULT                 TENANT
    Fabrikam                 azure     launcher  handed to the browser  gcc-high/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    Contoso Pharmaceuticals  defender  terminal  handed to the browser  public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    ");
}

#[test]
fn what_opens_nothing_leaves_no_line() {
    let desktop = Desktop::bare(customers());
    let sandbox = &desktop.sandbox;
    for arguments in [
        &["open", "ctso", "--print"][..],
        &["url", "ctso"],
        &["url", "ctso", "--all"],
        &["open", "nobody"],
        &["open", "fabrikam", "--portal", "teams"],
        &["open", "ctso", "--expect", "Fabrikam"],
        &["list"],
    ] {
        sandbox.portico(arguments);
    }
    assert_eq!(entries(sandbox), Vec::<Value>::new());
}

#[test]
fn a_browser_that_does_not_start_stands_in_the_history_as_that() {
    let missing = Sandbox::with_browser(Browser::Missing);
    missing.write_registry(CUSTOMERS);
    let missing = Desktop::bare(missing);
    let without_display = customers();
    for sandbox in [&missing.sandbox, &without_display] {
        assert_eq!(sandbox.portico(["open", "fabrikam"]).code, Some(6));
        let failed = entry(&format!("gcc-high/{FABRIKAM}"), "Fabrikam", "defender", "terminal", "failed");
        assert_eq!(entries(sandbox), [failed]);
        let table = sandbox.portico(["history"]).done().stdout;
        assert!(table.contains("  no browser started  "), "{table}");
    }
}

#[test]
fn the_line_is_on_disk_before_the_browser_starts() {
    let sandbox = customers();
    // A browser that keeps what the history was when it started.
    let seen = sandbox.path().join("seen");
    let script =
        format!("[Desktop Entry]\nType=Application\nName=B\nExec=cp {} {}\n", file(&sandbox).display(), seen.display());
    fs::write(sandbox.path().join("data/applications/portico-test-browser.desktop"), script).unwrap();
    let desktop = Desktop::bare(sandbox);
    desktop.sandbox.portico(["open", "fabrikam"]).done();
    let line = portico_tests::wait_until("the browser", portico_tests::SOON, || {
        fs::read_to_string(&seen).ok().filter(|text| text.ends_with('\n')).ok_or("not yet")
    });
    let line: Value = serde_json::from_str(line.lines().next().unwrap()).unwrap();
    assert!(line.to_string().contains(FABRIKAM), "{line}");
}

#[test]
fn it_can_be_turned_off_in_the_settings() {
    let desktop = Desktop::bare(customers());
    let sandbox = &desktop.sandbox;
    let settings = sandbox.path().join("config/portico/settings.json");
    fs::create_dir_all(settings.parent().unwrap()).unwrap();
    fs::write(&settings, r#"{ "history": false }"#).unwrap();
    sandbox.portico(["open", "ctso"]).done();
    assert!(!file(sandbox).exists());
    assert_eq!(sandbox.portico(["history"]).done().stderr, "The history is turned off in settings.json.\n");
    fs::write(&settings, r#"{ "history": true }"#).unwrap();
    sandbox.portico(["open", "ctso"]).done();
    assert_eq!(entries(sandbox).len(), 1);
}

#[test]
fn it_is_kept_for_as_many_days_as_the_settings_say() {
    let desktop = Desktop::bare(customers());
    let sandbox = &desktop.sandbox;
    let old = format!(
        "{{\"v\":1,\"at\":\"2020-01-01T00:00:00.000Z\",\"id\":\"a\",\"open\":\"public/{CONTOSO}\",\"name\":\"Old\",\"portal\":\"entra\",\"via\":\"tray\"}}\n"
    );
    let aside = |ago: usize| file(sandbox).with_file_name(format!("history.{ago}.jsonl"));
    fs::write(made(sandbox), &old).unwrap();
    fs::write(aside(1), old.clone() + "not ours\n").unwrap();
    fs::write(aside(2), &old).unwrap();
    sandbox.portico(["open", "ctso"]).done();
    assert_eq!((entries(sandbox).len(), aside(2).exists()), (4, true), "unless they say so, for ever");

    let settings = sandbox.path().join("config/portico/settings.json");
    fs::create_dir_all(settings.parent().unwrap()).unwrap();
    fs::write(&settings, r#"{ "history_days": 30 }"#).unwrap();
    sandbox.portico(["open", "fabrikam"]).done();
    let names: Vec<_> = entries(sandbox).iter().map(|entry| entry["name"].clone()).collect();
    assert_eq!(names, ["Fabrikam", "Contoso Pharmaceuticals"]);
    assert_eq!((aside(1).exists(), aside(2).exists()), (true, false), "a file goes when all in it is known to be old");
}

#[test]
fn torn_and_foreign_lines_take_no_other_along() {
    let desktop = Desktop::bare(customers());
    let sandbox = &desktop.sandbox;
    sandbox.portico(["open", "ctso"]).done();
    let whole = fs::read_to_string(file(sandbox)).unwrap();
    for torn in ["{\"v\":1,\"at\":\"20", "not JSON\n", "{\"v\":99}\n", "\u{0}\u{0}\u{0}"] {
        fs::write(file(sandbox), format!("{whole}{torn}")).unwrap();
        assert_eq!(entries(sandbox).len(), 1, "{torn:?}");
        sandbox.portico(["open", "fabrikam"]).done();
        let names: Vec<_> = entries(sandbox).iter().map(|entry| entry["name"].clone()).collect();
        assert_eq!(names, ["Fabrikam", "Contoso Pharmaceuticals"], "{torn:?}");
    }
}

#[test]
fn a_history_that_cannot_be_written_keeps_no_portal_from_opening_but_is_told() {
    let desktop = Desktop::bare(customers());
    let sandbox = &desktop.sandbox;
    for (at, stop) in ["folder", "full disk"].into_iter().enumerate() {
        let file = made(sandbox);
        match stop {
            "folder" => fs::create_dir(&file).unwrap(),
            _ => symlink("/dev/full", &file).unwrap(),
        }
        let output = sandbox.portico(["open", "ctso"]).done();
        assert!(output.stderr.starts_with("warning: this is missing in the history: "), "{stop}: {output:?}");
        assert_eq!(sandbox.wait_opened(at + 1).len(), at + 1, "{stop}: it opens all the same");
        let _ = fs::remove_dir(&file).or_else(|_| fs::remove_file(&file));
    }
}

#[test]
fn a_name_in_the_history_never_drives_the_terminal() {
    let name = "Con\u{1b}[31mtoso\u{202e}";
    let sandbox = with_registry(&CUSTOMERS.replace("Contoso Pharmaceuticals", &name.replace('\u{1b}', "\\u001b")));
    let desktop = Desktop::bare(sandbox);
    desktop.sandbox.portico(["open", "ctso"]).done();
    for arguments in [&["history"][..], &["history", "--json"]] {
        let said = desktop.sandbox.portico(arguments).done().stdout;
        assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
    }
    assert_eq!(entries(&desktop.sandbox)[0]["name"], name);
}
