//! Hostile text: names from a file, arguments and paths that try to drive or mislead the terminal.

use std::os::unix::ffi::OsStrExt;

use portico_tests::{Output, Sandbox};
use serde_json::{Value, json};

use crate::{customers, id};

/// Names that a file may hold, each with what the terminal shows in its stead.
fn names() -> Vec<String> {
    vec![
        "\u{1b}[31mred\u{1b}]0;title\u{7}".into(),
        "line\r\nOpening Microsoft Defender for Contoso".into(),
        "tab\there\u{8}\u{8}\u{7f}\u{9b}2J\u{85}".into(),
        "Contoso\u{202e}moc.osotnoc\u{2066}\u{200f}\u{61c}".into(),
        "Con\u{200b}toso\u{2060}\u{feff}\u{ad}".into(),
        "tags\u{e0041}\u{e007f}private\u{e000}\u{2028}\u{2029}".into(),
        "<img src=x onerror=alert(1)>".into(),
        "$(touch pwned); `id` \"'\\ %s {tenant_id}".into(),
        "å".repeat(300),
        "🇸🇪 👩\u{200d}💻 नमस्ते".into(),
    ]
}

fn registry() -> String {
    let tenants: Vec<_> = names()
        .iter()
        .zip(0..)
        .map(|(name, number)| {
            json!({ "name": name, "tenant_id": id(number), "group": name, "tags": [name], "aliases": [name], "notes": name,
                    "confirm": number % 2 == 0, "x-unknown": name })
        })
        .chain([
            // Twins, for the list of candidates.
            json!({ "name": "twin\u{1b}[2J", "tenant_id": id(100) }),
            json!({ "name": "twin\u{1b}[2J", "tenant_id": id(101) }),
        ])
        .collect();
    serde_json::to_string_pretty(&json!({ "schema": 1, "tenants": tenants })).unwrap()
}

fn sandbox() -> Sandbox {
    crate::with_registry(&registry())
}

/// Written out again rather than taken from portico-core, so that a gap there cannot hide itself here.
fn drives_or_misleads(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{e007f}')
}

/// Fails if what was printed has any such character but line ends, and tabs where they part columns.
#[track_caller]
pub(crate) fn assert_harmless(output: &Output, what: &str, allowed: &[char]) {
    for (stream, text) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
        let found: Vec<_> = text.chars().filter(|char| drives_or_misleads(*char) && !allowed.contains(char)).collect();
        assert_eq!(found, Vec::<char>::new(), "on {stream} of {what}: {text:?}");
    }
}

#[test]
fn no_list_lets_a_name_reach_the_terminal_raw() {
    let sandbox = sandbox();
    let rows = names().len() + 2;
    let table = sandbox.portico(["list"]).done();
    assert_harmless(&table, "list", &['\n']);
    assert_eq!(table.stdout.lines().count(), rows + 1, "no name breaks a row");
    let tsv = sandbox.portico(["list", "--format", "tsv"]).done();
    assert_harmless(&tsv, "tsv", &['\n', '\t']);
    for row in tsv.stdout.lines() {
        assert_eq!(row.split('\t').count(), 5, "no name breaks a row: {row:?}");
    }
    for arguments in [
        &["list", "--json"][..],
        &["list", "--json", "contoso"],
        &["list", "contoso"],
        &["list", "nobody\u{1b}[31m\u{202e}"],
    ] {
        assert_harmless(&sandbox.portico(arguments).done(), &format!("{arguments:?}"), &['\n']);
    }
}

#[test]
fn json_carries_every_name_unchanged() {
    let sandbox = sandbox();
    let list = sandbox.portico(["list", "--json"]).done().json();
    for (name, at) in names().into_iter().zip(0..) {
        let tenant = &list["tenants"][at];
        assert_eq!(
            (&tenant["name"], &tenant["group"], &tenant["notes"], &tenant["aliases"][0], &tenant["tags"][0]),
            (&json!(name), &json!(name), &json!(name), &json!(name), &json!(name))
        );
        let output = sandbox.portico(["portals", &id(at as u32), "--json"]).done();
        assert_harmless(&output, "portals --json", &['\n']);
        assert_eq!(output.json()["name"], Value::from(name));
    }
}

#[test]
fn no_other_command_lets_a_name_reach_the_terminal_raw() {
    let sandbox = sandbox();
    for number in 0..names().len() as u32 {
        let tenant = &id(number);
        for arguments in [
            &["portals", tenant][..],
            &["url", tenant],
            &["url", tenant, "--all"],
            &["open", tenant, "--print"],
            &["open", tenant, "--yes"],
            &["open", tenant, "--expect", "somebody\u{1b}[31m"],
            &["open", tenant, "--portal", "teams"],
            &["add", "New", tenant],
        ] {
            assert_harmless(&sandbox.portico(arguments), &format!("{arguments:?}"), &['\n', '\t']);
        }
    }
    for arguments in
        [&["pins"][..], &["doctor"], &["edit", &id(1), "--own"], &["remove", &id(1), "--yes"], &["restore"]]
    {
        assert_harmless(&sandbox.portico(arguments), &format!("{arguments:?}"), &['\n']);
    }
    sandbox.write_registry(&registry().replace("x onerror", "y onerror").replace("twin", "Twin"));
    for arguments in [&["pins"][..], &["open", &id(6)], &["pins", "accept", "--all"]] {
        assert_harmless(&sandbox.portico(arguments), &format!("{arguments:?}"), &['\n']);
    }
    // The customers of even numbers are asked about, and there is nobody to ask.
    assert_harmless(&sandbox.portico(["open", &id(0)]), "a refusal to ask", &['\n']);
    let twins = sandbox.portico(["open", "twin\u{1b}[2J"]);
    assert_eq!(twins.code, Some(4));
    assert_harmless(&twins, "two candidates", &['\n']);
}

#[test]
fn a_question_shows_a_hostile_name_escaped() {
    let sandbox = sandbox();
    for number in [0, 2, 4] {
        let terminal = sandbox.terminal(["open", &id(number)]);
        terminal.wait_for("[y/N] ").type_line("n");
        assert_harmless(&terminal.finish(), "a question", &['\n']);
    }
}

#[test]
fn a_broken_file_is_described_without_its_control_characters() {
    let sandbox = Sandbox::new();
    for entry in [
        json!({ "name": "A", "tenant_id": "\u{1b}[31m\u{202e}" }),
        json!({ "name": "A", "tenant_id": id(1), "cloud": "\u{1b}[31m\u{202e}" }),
        json!({ "name": "A", "tenant_id": id(1), "domain": "\u{1b}[31m\u{202e}" }),
        json!({ "name": "A", "tenant_id": id(1), "portal": "\u{1b}[31m\u{202e}" }),
        json!({ "name": "A", "tenant_id": id(1), "favorite": "\u{1b}[31m\u{202e}" }),
    ] {
        sandbox.write_registry(&json!({ "schema": 1, "tenants": [entry] }).to_string());
        let output = crate::refused(&sandbox, &["list"]);
        assert_eq!(output.code, Some(5), "{entry}");
        assert_harmless(&output, &entry.to_string(), &['\n']);
    }
}

#[test]
fn an_argument_never_drives_the_terminal() {
    let sandbox = customers();
    for evil in ["\u{1b}[31mred", "\u{1b}]0;title\u{7}", "\u{9b}2J", "a\u{202e}b", "a\rb", "\u{e0041}"] {
        for arguments in [
            &[evil][..],
            &["open", evil],
            &["url", evil],
            &["portals", evil],
            &["list", evil],
            &["list", "--format", evil],
            &["open", "ctso", "--source", evil],
            &["open", "ctso", "--portal", evil],
            &["open", "ctso", "--expect", evil],
            &["open", &format!("--{evil}")],
            &["add", evil, &id(1)],
            &["add", "New", evil],
            &["add", "New", &id(1), "--cloud", evil],
            &["add", "New", &id(1), "--domain", evil],
            &["add", "New", &id(1), "--sharepoint", evil],
            &["add", "New", &id(1), "--alias", evil],
            &["add", "New", &id(1), "--tag", evil],
            &["add", "New", &id(1), "--group", evil],
            &["add", "New", &id(1), "--portal", evil],
            &["edit", evil, "--own"],
            &["edit", "ctso", "--name", evil],
            &["edit", "ctso", "--domain", evil],
            &["remove", evil, "--yes"],
            &["pins", "accept", evil],
            &["restore", evil],
        ] {
            let output = sandbox.portico(arguments);
            assert_harmless(&output, &format!("{arguments:?}"), &['\n']);
            // A search may find nothing; all else is refused.
            assert!(output.code != Some(0) || arguments[..] == ["list", evil], "{arguments:?}: {output:?}");
            let on_terminal = sandbox.terminal(arguments).finish();
            assert_harmless(&on_terminal, &format!("{arguments:?} on a terminal"), &['\n']);
        }
    }
    assert_eq!(sandbox.registry(), crate::CUSTOMERS);
}

#[test]
fn a_path_never_drives_the_terminal() {
    let mut sandbox = customers();
    let evil = sandbox.path().join("\u{1b}[31mevil\u{202e}");
    std::fs::create_dir(&evil).unwrap();
    sandbox.set("PORTICO_REGISTRY", evil.as_os_str());
    for arguments in [&["list"][..], &["add", "New", &id(1)]] {
        let output = sandbox.portico(arguments);
        assert_eq!(output.code, Some(5), "a folder is no registry");
        assert_harmless(&output, "a registry at an evil path", &['\n']);
    }
    sandbox.unset("PORTICO_REGISTRY");
    sandbox.set("PORTICO_HOME", std::ffi::OsStr::from_bytes(b"/dev/null/\x1b[31m"));
    assert_harmless(&sandbox.portico(["add", "New", &id(1)]), "an evil home", &['\n']);
}
