//! What an edit leaves as it was, and what falls with it.

use serde_json::json;

use crate::{CONTOSO, CUSTOMERS, FABRIKAM, customers, id, with_registry};

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
    let (_, tail) =
        registry.split_once(FABRIKAM_BY_HAND).unwrap_or_else(|| panic!("Fabrikam is as it was: {registry}"));
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
    assert_eq!(sandbox.registry(), CUSTOMERS);
    assert!(sandbox.portico(["url", "fabrikam"]).done().stdout.contains(FABRIKAM), "and it opens again");
}
