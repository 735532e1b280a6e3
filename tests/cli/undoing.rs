//! Taking an import back: what it set and nobody has changed since, and nothing else.

use portico_tests::{Output, Sandbox};
use serde_json::{Value, json};

use crate::lists::{assert_all_open, changing_nothing, imported, list, of, table, tenant, tenants};
use crate::{CONTOSO, CUSTOMERS, FABRIKAM, customers, id, refused, session};

const ALL: &str = "Tenant ID,Name,Domain,Group,Tags,Notes";

/// Adds two customers and changes two.
fn imported_four() -> Sandbox {
    let sandbox = customers();
    let rows = [
        "#1,Adatum,adatum.example,Retail,,",
        "#2,Litware,,,,",
        "CONTOSO,Contoso Ltd,,,gold,",
        "FABRIKAM,,fabrikam.com,Retail,gold,call first",
    ];
    imported(&sandbox, &table(ALL, &rows), &[]);
    assert_eq!(tenants(&sandbox).len(), 4);
    sandbox
}

fn undo(sandbox: &Sandbox) -> Output {
    sandbox.portico(["import", "--undo"])
}

fn names(sandbox: &Sandbox) -> Vec<String> {
    of(&json!(tenants(sandbox)), "name")
}

#[test]
fn an_import_is_taken_back_whole_where_nobody_has_touched_it() {
    let sandbox = imported_four();
    let dry = changing_nothing(&sandbox, &["import", "--undo", "--dry-run"]).done();
    // The time is the only thing that differs from run to run.
    let (first, rest) = dry.stdout.split_once('\n').unwrap();
    assert!(first.starts_with("Import of list.csv, 20") && first.ends_with(" UTC"), "{first}");
    insta::assert_snapshot!(rest, @"
    Removed (2)
      - Adatum (adatum.example, public)  public/5b1d7a60-9c3e-4f28-8e41-000000000001
      - Litware (public)  public/5b1d7a60-9c3e-4f28-8e41-000000000002
    Changed back (2)
      ~ Contoso Pharmaceuticals (contoso.com, public)  public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
          tags             tier1, gold -> tier1
          aliases          CTSO, Contoso Ltd -> CTSO
      ~ Fabrikam (fabrikam.com, gcc-high)  gcc-high/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
          domain           fabrikam.com -> (none)
          group            Retail -> (none)
          tags             gold -> (none)
          notes            call first -> (none)
    Nothing was changed: this was a dry run.
    ");
    let said = undo(&sandbox).done();
    assert!(said.stdout.ends_with("The import is taken back.\n"), "{said:?}");
    let before: Value = serde_json::from_str(CUSTOMERS).unwrap();
    assert_eq!(tenants(&sandbox), *before["tenants"].as_array().unwrap());
    assert_all_open(&sandbox);
    for arguments in [&["import", "--undo"][..], &["import", "--undo", "--json"], &["import", "--undo", "--dry-run"]] {
        let output = refused(&sandbox, arguments);
        assert_eq!(output.code, Some(1));
        assert!(
            output.stderr.starts_with("error: there is no import to take back\nhint: `portico restore`"),
            "{output:?}"
        );
    }
}

#[test]
fn json_says_what_is_taken_back() {
    let sandbox = imported_four();
    sandbox.portico(["edit", "adatum", "--favorite"]).done();
    let dry = changing_nothing(&sandbox, &["import", "--undo", "--dry-run", "--json"]).done().json();
    let said = sandbox.portico(["import", "--undo", "--json"]).done().json();
    let at = said["at"].clone();
    assert!(at.as_str().unwrap().starts_with("20"), "{at}");
    let wanted = |saved: bool| {
        json!({ "schema": 1, "source": "list.csv", "at": at, "saved": saved,
            "removed": [{ "identity": format!("public/{}", id(2)), "name": "Litware" }],
            "changed": [
                { "identity": format!("public/{CONTOSO}"), "name": "Contoso Pharmaceuticals", "changes": [
                    { "field": "tags", "old": "tier1, gold", "new": "tier1" },
                    { "field": "aliases", "old": "CTSO, Contoso Ltd", "new": "CTSO" } ] },
                { "identity": format!("gcc-high/{FABRIKAM}"), "name": "Fabrikam", "changes": [
                    { "field": "domain", "old": "fabrikam.com", "new": "" },
                    { "field": "group", "old": "Retail", "new": "" },
                    { "field": "tags", "old": "gold", "new": "" },
                    { "field": "notes", "old": "call first", "new": "" } ] } ],
            "kept": [{ "identity": format!("public/{}", id(1)), "name": "Adatum" }] })
    };
    assert_eq!((dry, said), (wanted(false), wanted(true)));
}

#[test]
fn what_was_changed_since_stays() {
    // What somebody does after the import, and what Adatum and Fabrikam are when it was taken back.
    let adatum = json!({ "name": "Adatum", "tenant_id": id(1), "domain": "adatum.example", "group": "Retail" });
    let fabrikam = json!({ "name": "Fabrikam", "tenant_id": FABRIKAM, "cloud": "gcc-high" });
    let with = |tenant: &Value, fields: Value| {
        let mut tenant = tenant.clone();
        tenant.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        Some(tenant)
    };
    let cases: [(&[&str], Option<Value>, Option<Value>); 9] = [
        (&["edit", "litware", "--favorite"], None, Some(fabrikam.clone())),
        (&["edit", "adatum", "--notes", "mine"], with(&adatum, json!({ "notes": "mine" })), Some(fabrikam.clone())),
        (&["edit", "adatum", "--confirm"], with(&adatum, json!({ "confirm": true })), Some(fabrikam.clone())),
        (&["edit", "fabrikam", "--domain", "fabrikam.net"], None, with(&fabrikam, json!({ "domain": "fabrikam.net" }))),
        (&["edit", "fabrikam", "--group", "Mine"], None, with(&fabrikam, json!({ "group": "Mine" }))),
        (&["edit", "fabrikam", "--notes", "mine"], None, with(&fabrikam, json!({ "notes": "mine" }))),
        (&["edit", "fabrikam", "--tag", "gold", "--tag", "mine"], None, with(&fabrikam, json!({ "tags": ["mine"] }))),
        (&["edit", "fabrikam", "--favorite"], None, with(&fabrikam, json!({ "favorite": true }))),
        (&["remove", "fabrikam", "--yes"], None, None),
    ];
    for (change, adatum, fabrikam) in cases {
        let sandbox = imported_four();
        sandbox.portico(change).done();
        undo(&sandbox).done();
        let find = |id: &str| tenants(&sandbox).into_iter().find(|tenant| tenant["tenant_id"] == id);
        assert_eq!((find(&id(1)), find(FABRIKAM)), (adatum, fabrikam), "after {change:?}");
        assert_all_open(&sandbox);
    }
}

#[test]
fn an_alias_of_ones_own_stays_beside_the_one_that_goes() {
    let sandbox = imported_four();
    sandbox.portico(["edit", "ctso", "--alias", "CTSO", "--alias", "Contoso Ltd", "--alias", "Mine"]).done();
    undo(&sandbox).done();
    assert_eq!(tenant(&sandbox, "Contoso Pharmaceuticals")["aliases"], json!(["CTSO", "Mine"]));
    sandbox.portico(["url", "mine"]).done();
    assert_eq!(sandbox.portico(["url", "Contoso Ltd"]).code, Some(3), "and is forgotten");
}

#[test]
fn a_name_that_was_taken_is_given_back_unless_there_is_a_newer_one() {
    for (change, name, aliases) in
        [(None, "Fabrikam", Value::Null), (Some("Fabrikam Group"), "Fabrikam Group", Value::Null)]
    {
        let sandbox = customers();
        imported(&sandbox, &table("Tenant ID,Name", &["FABRIKAM,Fabrikam Inc"]), &["--rename", "fabrikam"]);
        if let Some(name) = change {
            sandbox.portico(["edit", FABRIKAM, "--name", name]).done();
        }
        undo(&sandbox).done();
        assert_eq!(tenant(&sandbox, name)["aliases"], aliases);
        assert_all_open(&sandbox);
    }
}

#[test]
fn a_customer_under_another_id_since_is_not_removed() {
    let sandbox = imported_four();
    sandbox.portico(["edit", "adatum", "--tenant-id", &id(7)]).done();
    sandbox.portico(["edit", "litware", "--cloud", "dod"]).done();
    undo(&sandbox).done();
    assert_eq!(names(&sandbox), ["Contoso Pharmaceuticals", "Fabrikam", "Adatum", "Litware"]);
}

#[test]
fn a_customer_that_was_removed_and_added_anew_stays_unless_it_is_just_the_same() {
    let sandbox = imported_four();
    sandbox.portico(["remove", "adatum", "--yes"]).done();
    sandbox.portico(["add", "Adatum", &id(1), "--group", "Mine"]).done();
    undo(&sandbox).done();
    assert_eq!(tenant(&sandbox, "Adatum")["group"], "Mine");
}

#[test]
fn what_did_not_import_anything_leaves_the_import_before_it_to_be_taken_back() {
    let sandbox = imported_four();
    list(&sandbox, "broken.csv", "Tenant ID,Name\n");
    list(&sandbox, "known.csv", table("Tenant ID,Name", &["#1,Adatum"]));
    list(&sandbox, "conflict.csv", table("Tenant ID,Name,Domain", &["#9,Copycat,contoso.com"]));
    let rows: String = (1..=50_000).map(|number| format!("{},Customer {number}\n", id(number))).collect();
    list(&sandbox, "many.csv", format!("Tenant ID,Name\n{rows}"));
    for (file, code) in [("broken.csv", 1), ("known.csv", 0), ("conflict.csv", 0), ("many.csv", 1)] {
        assert_eq!(sandbox.portico(["import", file]).code, Some(code), "{file}");
    }
    let terminal = sandbox.terminal(["import", "conflict.csv", "--cloud", "dod"]);
    terminal.wait_for("[y/N] ").type_line("n");
    assert_eq!(terminal.finish().code, Some(130));
    assert!(undo(&sandbox).done().stdout.contains("- Adatum"));
    assert_eq!(names(&sandbox), ["Contoso Pharmaceuticals", "Fabrikam"]);
}

#[test]
fn only_the_last_import_is_taken_back() {
    let sandbox = customers();
    imported(&sandbox, &table("Tenant ID,Name", &["#1,Adatum"]), &[]);
    imported(&sandbox, &table("Tenant ID,Name", &["#2,Litware"]), &[]);
    undo(&sandbox).done();
    assert_eq!(names(&sandbox), ["Contoso Pharmaceuticals", "Fabrikam", "Adatum"]);
    assert_eq!(undo(&sandbox).code, Some(1));
}

#[test]
fn what_is_gone_already_is_not_taken_back_again() {
    let sandbox = customers();
    imported(&sandbox, &table("Tenant ID,Name", &["#1,Adatum"]), &[]);
    sandbox.portico(["remove", "adatum", "--yes"]).done();
    let said = changing_nothing(&sandbox, &["import", "--undo"]).done().stdout;
    assert!(said.ends_with("UTC\nNothing of it is left to take back.\n"), "{said}");
    let kept = customers();
    imported(&kept, &table("Tenant ID,Name", &["#1,Adatum"]), &[]);
    kept.portico(["edit", "adatum", "--group", "Mine"]).done();
    let said = changing_nothing(&kept, &["import", "--undo"]).done().stdout;
    assert!(said.contains("Changed since, and kept (1)\n  = Adatum (public)"), "{said}");
}

#[test]
fn taking_back_is_a_change_like_any_other_and_can_be_taken_back() {
    let sandbox = imported_four();
    let before = sandbox.registry();
    undo(&sandbox).done();
    sandbox.portico(["restore"]).done();
    assert_eq!(sandbox.registry(), before);
    assert_all_open(&sandbox);
}

#[test]
fn a_customer_that_was_changed_outside_is_not_accepted_by_the_way() {
    let sandbox = imported_four();
    sandbox.write_registry(&sandbox.registry().replace("\"contoso.com\"", "\"contoso.net\""));
    undo(&sandbox);
    assert_eq!(sandbox.portico(["open", CONTOSO, "--print"]).code, Some(7));
    assert!(sandbox.registry().contains("\"contoso.net\""), "nor put back unseen");
}

#[test]
fn undo_takes_no_list() {
    let sandbox = imported_four();
    let before = sandbox.registry();
    for more in [&["list.csv"][..], &["--map", "a=name"], &["--cloud", "dod"], &["--rename", "ctso"]] {
        let output = sandbox.portico([&["import", "--undo"], more].concat());
        assert_eq!(output.code, Some(2), "{more:?}: {output:?}");
    }
    assert_eq!(session(&sandbox, &[&["import"]]).matches("--- exit 2").count(), 1);
    assert_eq!(sandbox.registry(), before);
}
