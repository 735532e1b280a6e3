//! Customers that were changed by other means than Portico: they do not open until somebody has looked.

use portico_tests::{Desktop, Sandbox};

use crate::{CONTOSO, CUSTOMERS, FABRIKAM, customers, id, refused, session, with_registry};

const CONTOSO_IS: &str = r#""tenant_id": "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44", "domain": "contoso.com""#;

/// Returns [`CUSTOMERS`] as another program would have left it.
#[track_caller]
pub(crate) fn changed(what: &str, into: &str) -> String {
    let text = CUSTOMERS.replacen(what, into, 1);
    assert_ne!(text, CUSTOMERS, "{what} should be there");
    text
}

/// Returns a sandbox whose customers are known.
pub(crate) fn known() -> Sandbox {
    let sandbox = customers();
    sandbox.portico(["url", "fabrikam"]).done();
    sandbox
}

/// Makes sure that nothing gives an address of this customer, and returns what `open` says.
#[track_caller]
pub(crate) fn blocked(sandbox: &Sandbox, customer: &str) -> String {
    for arguments in [
        &["open", customer, "--yes"][..],
        &["open", customer, "--print"],
        &["open", customer, "--portal", "entra"],
        &["open", customer, "--source", "launcher"],
        &["url", customer],
        &["url", customer, "--all"],
        &["portals", customer],
        &["portals", customer, "--json"],
    ] {
        let output = refused(sandbox, arguments);
        assert_eq!(output.code, Some(7), "{arguments:?}: {output:?}");
    }
    refused(sandbox, &["open", customer]).transcript()
}

#[test]
fn whatever_a_customer_is_known_by_cannot_change_unseen() {
    let desktop = Desktop::bare(known());
    let sandbox = &desktop.sandbox;
    let contoso = &format!("public/{CONTOSO}");
    let changes = [
        ("\"Contoso Pharmaceuticals\"", "\"Contoso Retail\"", contoso.clone()),
        ("[\"CTSO\"]", "[\"CTSO\", \"FBK\"]", contoso.clone()),
        ("\"contoso.com\"", "\"contoso.net\"", contoso.clone()),
        ("\"initial_domain\": \"contoso.onmicrosoft.com\", ", "", contoso.clone()),
        ("\"sharepoint\": \"contoso\"", "\"sharepoint\": \"fabrikam\"", contoso.clone()),
        (CONTOSO, &id(1), format!("public/{}", id(1))),
        (CONTOSO_IS, &format!("\"cloud\": \"dod\", {CONTOSO_IS}"), format!("dod/{CONTOSO}")),
    ];
    let mut said = Vec::new();
    for (what, into, customer) in changes {
        sandbox.write_registry(&changed(what, into));
        said.push(blocked(sandbox, &customer));
        sandbox.portico(["url", "fabrikam"]).done();
        sandbox.write_registry(CUSTOMERS);
        let output = sandbox.portico(["url", contoso]);
        assert_eq!(output.code, Some(0), "a change that was undone by hand is none: {output:?}");
    }
    insta::assert_snapshot!(said.join("\n"), @r#"
    --- stderr
    error: "Contoso Retail" was changed outside Portico: nothing was opened
      name             Contoso Pharmaceuticals -> Contoso Retail
    hint: if this is right, accept it with `portico pins accept public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44`
    hint: if not, put it right with `portico edit` or in the registry file
    --- exit 7
    --- stderr
    error: "Contoso Pharmaceuticals" was changed outside Portico: nothing was opened
      aliases          CTSO -> CTSO, FBK
    hint: if this is right, accept it with `portico pins accept public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44`
    hint: if not, put it right with `portico edit` or in the registry file
    --- exit 7
    --- stderr
    error: "Contoso Pharmaceuticals" was changed outside Portico: nothing was opened
      domain           contoso.com -> contoso.net
    hint: if this is right, accept it with `portico pins accept public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44`
    hint: if not, put it right with `portico edit` or in the registry file
    --- exit 7
    --- stderr
    error: "Contoso Pharmaceuticals" was changed outside Portico: nothing was opened
      initial domain   contoso.onmicrosoft.com -> (none)
    hint: if this is right, accept it with `portico pins accept public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44`
    hint: if not, put it right with `portico edit` or in the registry file
    --- exit 7
    --- stderr
    error: "Contoso Pharmaceuticals" was changed outside Portico: nothing was opened
      SharePoint label contoso -> fabrikam
    hint: if this is right, accept it with `portico pins accept public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44`
    hint: if not, put it right with `portico edit` or in the registry file
    --- exit 7
    --- stderr
    error: "Contoso Pharmaceuticals" was changed outside Portico: nothing was opened
      tenant ID        8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 -> 5b1d7a60-9c3e-4f28-8e41-000000000001
    hint: if this is right, accept it with `portico pins accept public/5b1d7a60-9c3e-4f28-8e41-000000000001`
    hint: if not, put it right with `portico edit` or in the registry file
    --- exit 7
    --- stderr
    error: "Contoso Pharmaceuticals" was changed outside Portico: nothing was opened
      cloud            public -> dod
    hint: if this is right, accept it with `portico pins accept dod/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44`
    hint: if not, put it right with `portico edit` or in the registry file
    --- exit 7
    "#);
    // Had anything been started, it would be in the browser's log before this one.
    sandbox.portico(["open", "fabrikam"]).done();
    assert_eq!(sandbox.wait_opened(1), [format!("https://security.microsoft.us/?tid={FABRIKAM}")]);
}

#[test]
fn two_customers_with_each_others_id_do_not_open() {
    for cloud in ["public", "gcc-high"] {
        let before = CUSTOMERS.replace("gcc-high", cloud);
        let sandbox = with_registry(&before);
        sandbox.portico(["url", "fabrikam"]).done();
        sandbox.write_registry(&before.replace(CONTOSO, "<>").replace(FABRIKAM, CONTOSO).replace("<>", FABRIKAM));
        for customer in ["Contoso Pharmaceuticals", "CTSO", "contoso.com", "Fabrikam"] {
            blocked(&sandbox, customer);
        }
    }
}

#[test]
fn what_says_nothing_of_who_a_customer_is_may_change() {
    let sandbox = known();
    let address = sandbox.portico(["url", "ctso"]).done();
    for (what, into) in [
        ("\"Healthcare\"", "\"Pharma\""),
        ("[\"tier1\"]", "[]"),
        ("\"favorite\": true", "\"favorite\": false, \"confirm\": true, \"own\": true"),
        ("\"favorite\": true", "\"notes\": \"call Åsa\", \"x-ticket\": 7"),
    ] {
        sandbox.write_registry(&changed(what, into));
        assert_eq!(sandbox.portico(["url", "ctso"]), address, "{into}");
    }
    sandbox.write_registry(&changed("\"favorite\": true", "\"portal\": \"entra\""));
    assert!(sandbox.portico(["url", "ctso"]).done().stdout.starts_with("https://entra.microsoft.com/"));
}

#[test]
fn a_new_customer_with_a_name_that_is_known_blocks_only_itself() {
    let sandbox = known();
    for (field, value) in [
        ("name", "Contoso Pharmaceuticals"),
        ("name", "ctso"),
        ("name", "CONTOSO pharmaceuticals"),
        ("aliases", "CTSO"),
    ] {
        let name = if field == "name" { value } else { "New" };
        let aliases = if field == "aliases" { value } else { "N" };
        let new = format!(r#"{{ "name": "{name}", "tenant_id": "{}", "aliases": ["{aliases}"] }},"#, id(1));
        sandbox.write_registry(&changed("{ \"name\"", &format!("{new} {{ \"name\"")));
        blocked(&sandbox, &id(1));
        for customer in [CONTOSO, FABRIKAM] {
            sandbox.portico(["url", customer]).done();
        }
    }
    sandbox.write_registry(&changed(
        "{ \"name\"",
        &format!(r#"{{ "name": "New", "tenant_id": "{}" }}, {{ "name""#, id(1)),
    ));
    sandbox.portico(["url", "new"]).done();
}

#[test]
fn a_registry_written_by_hand_is_pinned_when_it_is_first_met() {
    let sandbox = customers();
    let said = session(&sandbox, &[&["pins"], &["url", "fabrikam"], &["pins"]]);
    insta::assert_snapshot!(said, @"
    $ portico pins
    NAME                     DOMAIN       TENANT
    Contoso Pharmaceuticals  contoso.com  public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    Fabrikam                              gcc-high/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- exit 0
    $ portico url fabrikam
    https://security.microsoft.us/?tid=0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- stderr
    note: this portal may show another tenant: check the name in the portal
    --- exit 0
    $ portico pins
    NAME                     DOMAIN       TENANT
    Contoso Pharmaceuticals  contoso.com  public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    Fabrikam                              gcc-high/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- exit 0
    ");
}

#[test]
fn what_portico_changes_itself_never_blocks() {
    let sandbox = known();
    for edit in [
        &["edit", "ctso", "--name", "Contoso Retail"][..],
        &["edit", "ctso", "--domain", "contoso.net", "--initial-domain", ""],
        &["edit", "ctso", "--sharepoint", "contosoretail"],
        &["edit", "ctso", "--cloud", "dod"],
        &["edit", "ctso", "--tenant-id", &id(1)],
        &["edit", "ctso", "--alias", "CTSO", "--alias", "FBK"],
        // Its old ID, and the old ID's new name, belong to nobody now.
        &["add", "Contoso Pharmaceuticals", CONTOSO, "--domain", "contoso.com"],
        &["edit", "Contoso Pharmaceuticals", "--name", "Adatum"],
    ] {
        sandbox.portico(edit).done();
        for customer in ["ctso", "fabrikam"] {
            let output = sandbox.portico(["url", customer]);
            assert_eq!(output.code, Some(0), "{customer} after {edit:?}: {output:?}");
        }
    }
    sandbox.portico(["url", "adatum"]).done();
}
