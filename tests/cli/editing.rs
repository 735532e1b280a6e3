//! `portico edit`: what it changes, what it says, and what it leaves as it was.

use std::fs;

use portico_tests::Sandbox;
use serde_json::json;

use crate::{CONTOSO, CUSTOMERS, FABRIKAM, customers, id, refusals, refused, session, with_registry};

#[test]
fn every_flag_changes_its_field_and_says_old_and_new() {
    let sandbox = customers();
    let new = id(1);
    let output = sandbox.portico([
        "edit",
        "contoso.com",
        "--name",
        " Contoso Group ",
        "--tenant-id",
        &new,
        "--cloud",
        "dod",
        "--domain",
        "Contoso.NET",
        "--initial-domain",
        "contosogroup.onmicrosoft.com",
        "--sharepoint",
        "contosogroup",
        "--group",
        "Pharma",
        "--tag",
        "tier2",
        "--tag",
        "nordic",
        "--alias",
        "CG",
        "--alias",
        "Contoso Ltd",
        "--no-favorite",
        "--own",
        "--confirm",
        "--portal",
        "entra",
        "--notes",
        "call Åsa",
    ]);
    insta::assert_snapshot!(output.transcript(), @"
    Changed Contoso Group (contoso.net, dod)
      name             Contoso Pharmaceuticals -> Contoso Group
      tenant ID        8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 -> 5b1d7a60-9c3e-4f28-8e41-000000000001
      cloud            public -> dod
      domain           contoso.com -> contoso.net
      initial domain   contoso.onmicrosoft.com -> contosogroup.onmicrosoft.com
      SharePoint label contoso -> contosogroup
      group            Healthcare -> Pharma
      tags             tier1 -> tier2, nordic
      aliases          CTSO -> CG, Contoso Ltd
      favorite         yes -> no
      own              no -> yes
      confirm          no -> yes
      portal           (none) -> entra
      notes            (none) -> call Åsa
    --- exit 0
    ");
    assert_eq!(
        sandbox.registry_json()["tenants"][0],
        json!({
            "name": "Contoso Group", "tenant_id": new, "cloud": "dod", "domain": "contoso.net",
            "initial_domain": "contosogroup.onmicrosoft.com", "sharepoint": "contosogroup", "group": "Pharma",
            "tags": ["tier2", "nordic"], "aliases": ["CG", "Contoso Ltd"], "own": true, "confirm": true,
            "portal": "entra", "notes": "call Åsa",
        })
    );
    let left = sandbox.portico(["edit", "cg", "--favorite", "--no-own", "--no-confirm"]);
    insta::assert_snapshot!(left.transcript(), @"
    Changed Contoso Group (contoso.net, dod)
      favorite         no -> yes
      own              yes -> no
      confirm          yes -> no
    --- exit 0
    ");
}

#[test]
fn an_empty_text_clears_and_the_entry_reads_as_if_it_had_never_been_set() {
    let sandbox = Sandbox::new();
    sandbox.portico(["add", "Contoso", CONTOSO]).done();
    let bare = sandbox.registry();
    let full = [
        ("domain", "contoso.com"),
        ("initial-domain", "contoso.onmicrosoft.com"),
        ("sharepoint", "contoso"),
        ("group", "G"),
        ("tag", "T"),
        ("alias", "A"),
        ("portal", "entra"),
        ("notes", "N"),
    ];
    for (flag, value) in full {
        sandbox.portico(["edit", "contoso", &format!("--{flag}"), value]).done();
        assert_ne!(sandbox.registry(), bare, "--{flag} sets something");
        let said = sandbox.portico(["edit", "contoso", &format!("--{flag}"), ""]).done().stdout;
        assert!(said.contains(&format!(" {value} -> (none)\n")), "--{flag}: {said}");
        let entry = sandbox.registry_json()["tenants"][0].clone();
        assert_eq!(entry, json!({ "name": "Contoso", "tenant_id": CONTOSO }), "--{flag} '' leaves no empty field");
    }
}

#[test]
fn a_customer_is_named_by_alias_identity_or_domain_but_never_by_a_beginning() {
    let sandbox = customers();
    for (text, note) in
        [("CTSO", "1"), (CONTOSO, "2"), (&format!("public/{CONTOSO}"), "3"), ("contoso.onmicrosoft.com", "4")]
    {
        sandbox.portico(["edit", text, "--notes", note]).done();
        assert_eq!(sandbox.registry_json()["tenants"][0]["notes"], note, "{text}");
    }
    let on_terminal = sandbox.terminal(["edit", "Contoso Ph", "--notes", "x"]).finish();
    assert_eq!(on_terminal.code, Some(3), "a change is no place for a guess: {on_terminal:?}");
}

#[test]
fn an_edit_that_names_nothing_or_changes_nothing_says_so() {
    let sandbox = customers();
    assert_eq!(refused(&sandbox, &["edit", "contoso.com"]).code, Some(2));
    let before = sandbox.registry();
    let same = ["edit", "contoso.com", "--name", "Contoso Pharmaceuticals", "--tag", "tier1", "--favorite"];
    let said = session(&sandbox, &[&["edit", "contoso.com"], &same]);
    assert_eq!(sandbox.registry(), before);
    insta::assert_snapshot!(said, @r#"
    $ portico edit contoso.com
    --- stderr
    error: nothing to change was named
    hint: `portico edit --help` shows what can be changed
    --- exit 2
    $ portico edit contoso.com --name "Contoso Pharmaceuticals" --tag tier1 --favorite
    Contoso Pharmaceuticals (contoso.com, public) is like that already
    --- exit 0
    "#);
}

#[test]
fn bad_values_and_clashes_change_nothing() {
    let long = "x".repeat(201);
    let said = refusals(
        &customers(),
        &[
            &["edit", "nobody", "--notes", "x"],
            &["edit", "contoso.com", "--name", ""],
            &["edit", "contoso.com", "--name", "a\u{202e}b"],
            &["edit", "contoso.com", "--alias", &long],
            &["edit", "contoso.com", "--tenant-id", ""],
            &["edit", "contoso.com", "--tenant-id", "common"],
            &["edit", "contoso.com", "--cloud", ""],
            &["edit", "contoso.com", "--domain", "contoso"],
            &["edit", "contoso.com", "--portal", "defnder"],
            &["edit", "fabrikam", "--tenant-id", CONTOSO, "--cloud", "gcc"],
            &["edit", "fabrikam", "--cloud", "public", "--domain", "contoso.com"],
        ],
    );
    insta::assert_snapshot!(said.replace(&long, "<201 x>"), @r#"
    $ portico edit nobody --notes x
    --- stderr
    error: no customer has this name, alias or domain: "nobody"
    hint: run `portico list` to see all customers
    --- exit 3
    $ portico edit contoso.com --name ""
    --- stderr
    error: the name is empty
    hint: nothing was changed
    --- exit 2
    $ portico edit contoso.com --name "a\u{202e}b"
    --- stderr
    error: the name has control or invisible characters: "a\u{202e}b"
    hint: nothing was changed
    --- exit 2
    $ portico edit contoso.com --alias <201 x>
    --- stderr
    error: the alias has more than 200 characters
    hint: nothing was changed
    --- exit 2
    $ portico edit contoso.com --tenant-id ""
    --- stderr
    error: invalid value '' for '--tenant-id <ID>': the tenant ID is empty; it is in the Entra admin center under Entra ID > Overview > Properties

    For more information, try '--help'.
    --- exit 2
    $ portico edit contoso.com --tenant-id common
    --- stderr
    error: invalid value 'common' for '--tenant-id <ID>': a sign-in placeholder, not a tenant ID: "common"; it is in the Entra admin center under Entra ID > Overview > Properties

    For more information, try '--help'.
    --- exit 2
    $ portico edit contoso.com --cloud ""
    --- stderr
    error: invalid value '' for '--cloud <C>': no such cloud: "" (public, gcc, gcc-high, dod, china)

    For more information, try '--help'.
    --- exit 2
    $ portico edit contoso.com --domain contoso
    --- stderr
    error: invalid value 'contoso' for '--domain <D>': not a domain: "contoso" (it looks like contoso.com)

    For more information, try '--help'.
    --- exit 2
    $ portico edit contoso.com --portal defnder
    --- stderr
    error: no such portal: "defnder"
    hint: portals: defender, securitycenter, mto, entra, azure, intune, purview, m365-admin, exchange, teams, sharepoint, power-platform, power-bi, partner-center, my-access, my-sign-ins
    --- exit 2
    $ portico edit fabrikam --tenant-id 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 --cloud gcc
    --- stderr
    error: "Contoso Pharmaceuticals" already has this tenant ID in public, which shares its directory with gcc: 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    hint: nothing was changed; run `portico list` to see all customers
    --- exit 1
    $ portico edit fabrikam --cloud public --domain contoso.com
    --- stderr
    error: "Contoso Pharmaceuticals" already has this domain: contoso.com
    hint: nothing was changed; run `portico list` to see all customers
    --- exit 1
    "#);
}

/// Two entries in somebody's own hand, with fields that Portico does not know.
fn by_hand(contoso: &str) -> String {
    format!(
        "{{\n  \"x-team\": {{ \"lead\":  \"Åsa\" }},\n  \"schema\": 1,\n  \"tenants\": [\n    {contoso},\n    {FABRIKAM_BY_HAND}\n  ]\n}}\n"
    )
}

const FABRIKAM_BY_HAND: &str = r#"{
        "name": "Fabr\u0069kam", "tenant_id": "0D9A7C1E-55F2-4B0C-8A6E-3F1B2C4D5E6F", "cloud":"gcc-high", "notes": "", "x-😀": null
    }"#;

#[test]
fn an_edit_leaves_unknown_fields_and_other_entries_as_they_were() {
    let contoso = |id: &str, domain: &str| {
        format!(
            r#"{{ "x-ticket": [1,  2, 1e400], "tenant_id": "{id}", "name": "Contoso", "domain": "{domain}", "x-last": {{ "a":1 }} }}"#
        )
    };
    let sandbox = with_registry(&by_hand(&contoso(CONTOSO, "contoso.com")));
    sandbox.portico(["edit", "contoso", "--tenant-id", &id(1), "--domain", "contoso.net"]).done();
    let registry = sandbox.registry();
    let (head, _) = registry.split_once("{\n      \"x-ticket").unwrap_or_else(|| panic!("{registry}"));
    let (_, tail) = registry.split_once(FABRIKAM_BY_HAND).unwrap_or_else(|| panic!("Fabrikam is as it was: {registry}"));
    let around = format!("{head}<>,\n    {FABRIKAM_BY_HAND}{tail}");
    assert_eq!(around, by_hand("<>"), "all around the entry stays byte for byte");
    assert!(registry.contains(r#""x-ticket": [1,  2, 1e400]"#), "{registry}");
    assert!(registry.contains(r#""x-last": { "a":1 }"#), "{registry}");
    let edited = &sandbox.registry().replace("1e400", "1");
    let edited: serde_json::Value = serde_json::from_str(edited).unwrap();
    assert_eq!(
        (&edited["tenants"][0]["tenant_id"], &edited["tenants"][0]["domain"]),
        (&json!(id(1)), &json!("contoso.net"))
    );
}

#[test]
fn the_look_up_falls_with_what_it_was_about_and_stays_otherwise() {
    let verified = r#""domain": "contoso.com",
      "verified": { "domain": "contoso.com", "at": "2026-11-12" },"#;
    let text = CUSTOMERS.replace(r#""domain": "contoso.com","#, verified);
    for (flag, value, stays) in [
        ("--name", "Contoso", true),
        ("--notes", "x", true),
        ("--domain", "contoso.net", false),
        ("--domain", "", false),
        ("--tenant-id", &id(1), false),
        ("--cloud", "china", false),
    ] {
        let sandbox = with_registry(&text);
        sandbox.portico(["edit", "CTSO", flag, value]).done();
        let look_up = &sandbox.registry_json()["tenants"][0]["verified"];
        assert_eq!(look_up.is_object(), stays, "{flag} {value:?}: {look_up}");
    }
}

#[test]
fn an_edit_can_be_taken_back() {
    let sandbox = customers();
    sandbox.portico(["edit", "fabrikam", "--tenant-id", &id(1), "--name", "Fabrikam Inc"]).done();
    sandbox.portico(["url", "fabrikam inc"]).done();
    sandbox.portico(["restore"]).done();
    assert_eq!(fs::read_to_string(sandbox.registry_path()).unwrap(), CUSTOMERS);
    assert!(sandbox.portico(["url", "fabrikam"]).done().stdout.contains(FABRIKAM), "and it opens again");
}
