//! Lists from people who mean no good: nothing in them drives the terminal, a spreadsheet or the next program.

use portico_tests::Sandbox;
use serde_json::json;

use crate::hostile::assert_harmless;
use crate::lists::{json, list, tenants};
use crate::{customers, id};

const EVIL: [&str; 8] = [
    "\u{1b}[31mred\u{1b}]0;title\u{7}",
    "a\u{202e}moc.osotnoc",
    "Con\u{200b}toso\u{feff}x",
    "tags\u{e0041}\u{2028}\u{e007f}",
    "bell\u{7}\u{8}\u{7f}\u{9b}2J",
    "line\r\nSaved.",
    "\u{1b}]8;;https://evil.example\u{1b}\\link\u{1b}]8;;\u{1b}\\",
    "private\u{e000}\u{f0000}",
];

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// Imports a list in every way and makes sure that nothing of it reaches the terminal raw.
#[track_caller]
fn assert_harmless_import(name: &str, contents: &str, what: &str) {
    for arguments in [
        &["import", name, "--dry-run"][..],
        &["import", name, "--dry-run", "--json"],
        &["import", name],
        &["import", name, "--json"],
        &["import", "--undo", "--dry-run"],
        &["import", "--undo", "--json"],
    ] {
        let sandbox = customers();
        list(&sandbox, name, contents);
        if arguments.contains(&"--undo") {
            sandbox.portico(["import", name]);
        }
        assert_harmless(&sandbox.portico(arguments), &format!("{arguments:?}, {what}"), &['\n']);
    }
    let sandbox = customers();
    list(&sandbox, name, contents);
    let terminal = sandbox.terminal(["import", name, "--yes"]);
    assert_harmless(&terminal.finish(), &format!("on a terminal, {what}"), &['\n']);
}

#[test]
fn no_cell_reaches_the_terminal_raw() {
    let headers = ["Name", "Domain", "Initial domain", "SharePoint", "Group", "Tags", "Aliases", "Notes", "Cloud"];
    let mut text = format!("Tenant ID,{}\n", headers.join(","));
    let mut number = 0;
    for evil in EVIL.map(quoted) {
        text += &format!("{evil},{evil}{}\n", ",".repeat(headers.len() - 1));
        for at in 0..headers.len() {
            number += 1;
            let mut cells = vec![String::new(); headers.len()];
            cells[0] = format!("Customer {number}");
            cells[at].clone_from(&evil);
            text += &format!("{},{}\n", id(number), cells.join(","));
        }
    }
    assert_harmless_import("list.csv", &text, "cells");
}

#[test]
fn no_header_member_or_line_reaches_the_terminal_raw() {
    let evil = EVIL.concat();
    let cell = quoted(&evil);
    let member = json!(evil).to_string();
    for (name, text) in [
        ("list.csv", format!("Name,{cell}\nAdatum,1\n")),
        ("list.csv", format!("{cell},{cell}\nAdatum,{}\n", id(1))),
        ("list.json", json!([{ &evil: 1, "name": evil }]).to_string()),
        ("list.json", format!("[{{{member}:1,{member}:1}}]")),
        ("list.json", json!([{ "tenantId": id(1), "displayName": evil, "customerId": evil }]).to_string()),
        (
            "list.json",
            json!({ "value": [{ "customer": { "tenantId": id(1), "displayName": evil }, "status": evil }] })
                .to_string(),
        ),
        (
            "list.json",
            json!({ "schema": 1, "tenants": [{ "name": evil, "tenant_id": id(1), "cloud": evil }] }).to_string(),
        ),
        ("notes.txt", format!("{evil} {}\n", id(1))),
        ("notes.txt", format!("{evil} https://security.microsoft.com/?tid={}{evil}\n", id(1))),
        ("pipes.txt", format!("a|{}|x\n{evil}|{}|x\nb|{evil}|\n", id(1), id(2))),
    ] {
        assert_harmless_import(name, &text, &text);
    }
}

#[test]
fn the_name_of_a_file_and_of_a_column_reach_the_terminal_escaped() {
    for evil in EVIL {
        let sandbox = customers();
        let name = format!("{evil}.csv").replace('/', "_");
        let missing = sandbox.portico(["import", &name]);
        assert_eq!(missing.code, Some(1));
        assert_harmless(&missing, "a missing file", &['\n']);
        list(&sandbox, &name, format!("Tenant ID,Name\n{},Adatum\n", id(1)));
        let map = format!("{evil}=name");
        for arguments in [
            &["import", &name, "--map", &map][..],
            &["import", &name, "--map", evil],
            &["import", &name, "--rename", evil],
            &["import", &name, "--dry-run"],
            &["import", &name],
            &["import", "--undo", "--dry-run"],
            &["import", "--undo"],
            &["export", "-o", &name],
        ] {
            assert_harmless(&sandbox.portico(arguments), &format!("{arguments:?}"), &['\n']);
        }
    }
}

#[test]
fn names_that_mislead_are_passed_over_and_the_others_come_in() {
    let rows: String = (1..).zip(EVIL).map(|(number, evil)| format!("{},{}\n", id(number), quoted(evil))).collect();
    let sandbox = Sandbox::new();
    list(&sandbox, "list.csv", format!("Tenant ID,Name\n{rows}{},Adatum\n", id(90)));
    let said = json(&sandbox, "list.csv", &[]);
    assert_eq!(tenants(&sandbox), [json!({ "name": "Adatum", "tenant_id": id(90) })]);
    let names: Vec<_> = said["skipped"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(names, EVIL, "JSON carries them unchanged");
}

#[test]
fn a_formula_comes_in_as_text_and_goes_out_harmless() {
    let formulas =
        ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "=HYPERLINK(\"https://evil.example\")", "\u{ff1d}1+1"];
    let rows: String =
        (1..).zip(formulas).map(|(number, name)| format!("{},{},x\n", id(number), quoted(name))).collect();
    let sandbox = Sandbox::new();
    list(&sandbox, "list.csv", format!("Tenant ID,Name,Group\n{rows}"));
    json(&sandbox, "list.csv", &[]);
    let names: Vec<_> = tenants(&sandbox).iter().map(|tenant| tenant["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names, formulas);
    let csv = sandbox.portico(["export", "--format", "csv"]).done().stdout;
    for row in csv.lines().skip(1) {
        let first = row.trim_start_matches('"').chars().next();
        assert_eq!(first, Some('\''), "a spreadsheet calculates nothing: {row}");
    }
}
