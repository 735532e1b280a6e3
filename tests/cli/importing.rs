//! Bringing a list in: what is shown, what is asked, what is saved.

use std::fs;

use portico_tests::{Sandbox, Terminal};
use serde_json::json;

use crate::lists::{assert_all_open, changing_nothing, imported, json, kept, list, sample, table, tenants};
use crate::{CONTOSO, FABRIKAM, customers, id, session};

/// One customer is new, one changes, one stays, one repeats, one has no ID, and one is to be decided on.
fn mixed(sandbox: &Sandbox) {
    sandbox.portico(["add", "Litware", &id(3)]).done();
    let rows = [
        "#1,Adatum,adatum.example,Gold",
        "CONTOSO,Contoso Ltd,contoso.net,Gold",
        "#3,Litware,,",
        "#1,Adatum AB,,",
        ",Nobody,,",
        "#4,Copycat,contoso.com,",
    ];
    list(sandbox, "list.csv", table("Tenant ID,Name,Domain,Tags", &rows));
}

#[test]
fn what_it_would_do_is_shown_and_a_dry_run_leaves_every_file_alone() {
    let sandbox = customers();
    mixed(&sandbox);
    let said = changing_nothing(&sandbox, &["import", "list.csv", "--dry-run"]);
    insta::assert_snapshot!(said.transcript(), @r#"
    list.csv: a list with columns, 6 rows
    New (1)
      + Adatum (adatum.example, public)  public/5b1d7a60-9c3e-4f28-8e41-000000000001
          tags Gold
          also known as Adatum AB
    Changed (1)
      ~ Contoso Pharmaceuticals (contoso.com, public)  public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
          tags             tier1 -> tier1, Gold
          aliases          CTSO -> CTSO, Contoso Ltd
          domain stays "contoso.com", the list has "contoso.net"
          the list calls it "Contoso Ltd": --rename public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 takes that name
    To decide, and left out (1)
      ! line 7: Copycat, 5b1d7a60-9c3e-4f28-8e41-000000000004: "Contoso Pharmaceuticals" already has this domain: contoso.com; look whether the row has the right tenant ID
    Skipped (1)
      - line 6: Nobody: no tenant ID
    1 new, 1 changed, 1 unchanged, 1 repeated, 1 to decide, 1 skipped
    Nothing was changed: this was a dry run.
    --- exit 0
    "#);
    changing_nothing(&sandbox, &["import", "list.csv", "--dry-run", "--json"]).done();
    changing_nothing(&sandbox, &["import", "list.csv", "--dry-run", "--yes"]).done();
    let nobody = Sandbox::new();
    list(&nobody, "list.csv", table("Tenant ID,Name", &["#1,Adatum"]));
    changing_nothing(&nobody, &["import", "list.csv", "--dry-run"]).done();
    assert_eq!(kept(&nobody).len(), 0, "where there was nothing there is nothing");
}

#[test]
fn away_from_a_terminal_it_saves_without_asking() {
    let sandbox = customers();
    mixed(&sandbox);
    let said = session(&sandbox, &[&["import", "list.csv"], &["import", "list.csv"], &["list"]]);
    insta::assert_snapshot!(said, @r#"
    $ portico import list.csv
    list.csv: a list with columns, 6 rows
    New (1)
      + Adatum (adatum.example, public)  public/5b1d7a60-9c3e-4f28-8e41-000000000001
          tags Gold
          also known as Adatum AB
    Changed (1)
      ~ Contoso Pharmaceuticals (contoso.com, public)  public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
          tags             tier1 -> tier1, Gold
          aliases          CTSO -> CTSO, Contoso Ltd
          domain stays "contoso.com", the list has "contoso.net"
          the list calls it "Contoso Ltd": --rename public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 takes that name
    To decide, and left out (1)
      ! line 7: Copycat, 5b1d7a60-9c3e-4f28-8e41-000000000004: "Contoso Pharmaceuticals" already has this domain: contoso.com; look whether the row has the right tenant ID
    Skipped (1)
      - line 6: Nobody: no tenant ID
    1 new, 1 changed, 1 unchanged, 1 repeated, 1 to decide, 1 skipped
    Saved. `portico import --undo` takes it back.
    --- exit 0
    $ portico import list.csv
    list.csv: a list with columns, 6 rows
    Unchanged, and called otherwise in the list (2)
      = Adatum (adatum.example, public)  public/5b1d7a60-9c3e-4f28-8e41-000000000001
          the list calls it "Adatum AB": --rename public/5b1d7a60-9c3e-4f28-8e41-000000000001 takes that name
      = Contoso Pharmaceuticals (contoso.com, public)  public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
          the list calls it "Contoso Ltd": --rename public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 takes that name
    To decide, and left out (1)
      ! line 7: Copycat, 5b1d7a60-9c3e-4f28-8e41-000000000004: "Contoso Pharmaceuticals" already has this domain: contoso.com; look whether the row has the right tenant ID
    Skipped (1)
      - line 6: Nobody: no tenant ID
    0 new, 0 changed, 3 unchanged, 1 repeated, 1 to decide, 1 skipped
    Nothing was saved: what is left is for you to decide.
    --- exit 0
    $ portico list
    NAME                       DOMAIN          CLOUD     GROUP       TENANT ID
    ★ Contoso Pharmaceuticals  contoso.com     public    Healthcare  8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    Fabrikam                                   gcc-high              0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    Litware                                    public                5b1d7a60-9c3e-4f28-8e41-000000000003
    Adatum                     adatum.example  public                5b1d7a60-9c3e-4f28-8e41-000000000001
    --- exit 0
    "#);
    assert_all_open(&sandbox);
}

#[test]
fn json_says_all_that_is_to_know() {
    let sandbox = customers();
    mixed(&sandbox);
    let said = json(&sandbox, "list.csv", &["--dry-run"]);
    let new = json!({ "identity": format!("public/{}", id(1)), "name": "Adatum", "tenant_id": id(1), "cloud": "public",
        "domain": "adatum.example", "initial_domain": null, "sharepoint": null, "group": null, "tags": ["Gold"],
        "aliases": ["Adatum AB"], "favorite": false, "own": false, "confirm": false, "portal": null, "verified": null,
        "notes": "", "line": 2, "looks_like": null, "kept": [] });
    let contoso = json!({ "line": 3, "identity": format!("public/{CONTOSO}"), "name": "Contoso Pharmaceuticals",
        "changes": [
            { "field": "tags", "old": "tier1", "new": "tier1, Gold" },
            { "field": "aliases", "old": "CTSO", "new": "CTSO, Contoso Ltd" },
        ],
        "kept": [{ "field": "domain", "value": "contoso.com", "in_list": "contoso.net", "why": "registry" }],
        "rename_to": "Contoso Ltd" });
    let litware = json!({ "line": 4, "identity": format!("public/{}", id(3)), "name": "Litware", "changes": [], "kept": [], "rename_to": null });
    let wanted = json!({
        "schema": 1, "source": "list.csv", "format": "columns", "rows": 6, "saved": false, "merged": 1,
        "new": [new],
        "changed": [contoso],
        "unchanged": [litware],
        "conflicts": [{ "line": 7, "row": null, "name": "Copycat", "tenant_id": id(4),
            "reason": "\"Contoso Pharmaceuticals\" already has this domain: contoso.com" }],
        "skipped": [{ "line": 6, "row": null, "name": "Nobody", "kind": "broken", "reason": "no tenant ID" }],
        "notes": [],
    });
    assert_eq!(said, wanted);
    let saved = json(&sandbox, "list.csv", &[]);
    assert_eq!((&saved["saved"], &saved["new"], &saved["changed"]), (&json!(true), &wanted["new"], &wanted["changed"]));
}

#[test]
fn standard_input_is_a_list_too() {
    let sandbox = Sandbox::new();
    let text = fs::read_to_string(sample("az-account-list.json")).unwrap();
    let said = sandbox.portico_reading(&text, ["import", "-", "--json"]).done().json();
    assert_eq!((&said["source"], &said["saved"]), (&json!("standard input"), &json!(true)));
    assert_eq!(tenants(&sandbox).len(), 5);
}

fn asked(sandbox: &Sandbox, arguments: &[&str]) -> Terminal {
    let terminal = sandbox.terminal(arguments);
    terminal.wait_for("[y/N] ");
    terminal
}

#[test]
fn on_a_terminal_nothing_is_saved_before_a_yes() {
    let sandbox = customers();
    mixed(&sandbox);
    let before = kept(&sandbox);
    for answer in ["n", "", "no", "yess"] {
        let terminal = asked(&sandbox, &["import", "list.csv"]);
        assert!(kept(&sandbox) == before, "nothing is saved while it asks");
        terminal.type_line(answer);
        let output = terminal.finish();
        assert_eq!(output.code, Some(130), "{answer:?}: {output:?}");
        assert!(kept(&sandbox) == before, "{answer:?} saves nothing");
    }
    let terminal = asked(&sandbox, &["import", "list.csv"]);
    terminal.type_line("y");
    let said = terminal.finish().done();
    insta::assert_snapshot!(said.transcript(), @r#"
    list.csv: a list with columns, 6 rows
    New (1)
      + Adatum (adatum.example, public)  public/5b1d7a60-9c3e-4f28-8e41-000000000001
          tags Gold
          also known as Adatum AB
    Changed (1)
      ~ Contoso Pharmaceuticals (contoso.com, public)  public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
          tags             tier1 -> tier1, Gold
          aliases          CTSO -> CTSO, Contoso Ltd
          domain stays "contoso.com", the list has "contoso.net"
          the list calls it "Contoso Ltd": --rename public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 takes that name
    To decide, and left out (1)
      ! line 7: Copycat, 5b1d7a60-9c3e-4f28-8e41-000000000004: "Contoso Pharmaceuticals" already has this domain: contoso.com; look whether the row has the right tenant ID
    Skipped (1)
      - line 6: Nobody: no tenant ID
    1 new, 1 changed, 1 unchanged, 1 repeated, 1 to decide, 1 skipped
    Save this? [y/N] y
    Saved. `portico import --undo` takes it back.
    --- exit 0
    "#);
    assert_eq!(tenants(&sandbox).len(), 4);
}

#[test]
fn on_a_terminal_yes_json_and_a_dry_run_do_not_ask() {
    for flag in ["--yes", "--json", "--dry-run"] {
        let sandbox = customers();
        mixed(&sandbox);
        let output = sandbox.terminal(["import", "list.csv", flag]).finish().done();
        assert!(!output.stdout.contains("[y/N]"), "{flag}: {output:?}");
        assert_eq!(tenants(&sandbox).len(), if flag == "--dry-run" { 3 } else { 4 }, "{flag}");
    }
}

#[test]
fn a_list_is_pasted_into_a_terminal_and_the_answer_typed_behind_it() {
    let sandbox = Sandbox::new();
    let terminal = sandbox.terminal(["import", "-"]);
    terminal.wait_for("Paste the list").type_line(&format!("Adatum {}", id(1)));
    // Ctrl+D.
    terminal.type_line("\u{4}y");
    let output = terminal.finish().done();
    assert!(output.stdout.contains("Save this? [y/N]"), "{output:?}");
    assert_eq!(tenants(&sandbox)[0]["name"], "Adatum");
}

#[test]
fn what_changed_while_it_asked_is_shown_anew_rather_than_saved() {
    let sandbox = customers();
    mixed(&sandbox);
    let terminal = asked(&sandbox, &["import", "list.csv"]);
    sandbox.portico(["edit", "ctso", "--tag", "other"]).done();
    let before = sandbox.registry();
    terminal.type_line("y");
    let output = terminal.finish();
    assert_eq!(output.code, Some(1), "{output:?}");
    assert!(output.stdout.contains("the registry was changed meanwhile: nothing was imported"), "{output:?}");
    assert_eq!(sandbox.registry(), before);
}

#[test]
fn a_long_list_is_shown_in_part_and_a_dry_run_shows_all() {
    let sandbox = Sandbox::new();
    let rows: Vec<_> = (1..=60).map(|number| format!("#{number},Customer {number}")).collect();
    let rows: Vec<_> = rows.iter().map(String::as_str).collect();
    list(&sandbox, "list.csv", table("Tenant ID,Name", &rows));
    let all = sandbox.portico(["import", "list.csv", "--dry-run"]).done().stdout;
    assert_eq!(all.matches("  + Customer").count(), 60, "{all}");
    let some = sandbox.portico(["import", "list.csv"]).done().stdout;
    assert_eq!(some.matches("  + Customer").count(), 50, "{some}");
    assert!(some.contains("  … and 10 more (--dry-run shows all)"), "{some}");
    assert!(some.contains("60 new"), "{some}");
    assert_eq!(tenants(&sandbox).len(), 60, "what is not shown is saved too");
}

#[test]
fn a_name_that_looks_like_a_customers_is_pointed_out() {
    let sandbox = customers();
    let text = table("Tenant ID,Name", &["#1,Fаbrikam", "#2,Adatum"]);
    let said = imported(&sandbox, &text, &["--dry-run"]);
    assert_eq!((&said["new"][0]["looks_like"], &said["new"][1]["looks_like"]), (&json!("Fabrikam"), &json!(null)));
    let shown = sandbox.portico(["import", "list.csv"]).done().stdout;
    assert!(shown.contains("looks like \"Fabrikam\": look at the domain"), "{shown}");
    sandbox.portico(["url", FABRIKAM]).done();
}
