//! What a look-up says about customers in the registry, and whom it asks first.

use crate::{CONTOSO, FABRIKAM, GCC_HIGH, US, WORLDWIDE, commercial, logins, lookup, session};
use portico_tests::{LoginServer, Reply, Sandbox, document};
use serde_json::Value;

/// Contoso in the public cloud, Fabrikam in GCC High, each with a domain.
fn registered() -> (Sandbox, LoginServer) {
    let (sandbox, server) = logins();
    let add = |name: &str, id: &str, rest: &[&str]| {
        sandbox.portico(["add", name, id].iter().chain(rest).copied()).done();
    };
    add(
        "Contoso Pharmaceuticals",
        CONTOSO,
        &["--domain", "contoso.com", "--initial-domain", "contoso.onmicrosoft.com"],
    );
    add("Fabrikam", FABRIKAM, &["--domain", "fabrikam.com", "--cloud", "gcc-high"]);
    (sandbox, server)
}

#[test]
fn the_customers_own_cloud_is_asked_first_and_the_others_only_when_it_does_not_know() {
    let (sandbox, server) = registered();
    server.answer("us", "fabrikam.com", Reply::json(document(US, FABRIKAM, GCC_HIGH)));
    server.answer("commercial", "fabrikam.com", commercial(CONTOSO));
    let output = lookup(&sandbox, "fabrikam.com").done();
    assert!(output.stdout.contains("It is registered as Fabrikam."), "{output:#?}");
    assert_eq!(server.asked(), ["us fabrikam.com"], "GCC High knows it, so nobody else hears of it");

    let (sandbox, server) = registered();
    server.answer("commercial", "contoso.onmicrosoft.com", commercial(CONTOSO));
    lookup(&sandbox, "contoso.onmicrosoft.com").done();
    assert_eq!(server.asked(), ["commercial contoso.onmicrosoft.com"], "an initial domain is a domain");

    let (sandbox, server) = registered();
    server.answer("commercial", "fabrikam.com", commercial(FABRIKAM));
    let output = lookup(&sandbox, "fabrikam.com").done();
    assert_eq!(server.asked(), ["us fabrikam.com", "commercial fabrikam.com", "china fabrikam.com"]);
    assert!(
        output.stderr.contains(
            "warning: Fabrikam (fabrikam.com, gcc-high) has this tenant ID in Portico, but not in the public cloud"
        ),
        "{output:#?}"
    );
}

#[test]
fn what_it_says_about_customers() {
    let (sandbox, server) = registered();
    let gcc = r#","tenant_region_scope":"NA","tenant_region_sub_scope":"GCC""#;
    let other = "5b1d7a60-9c3e-4f28-8e41-000000000001";
    server.answer("commercial", "contoso.com", commercial(CONTOSO));
    server.answer("commercial", "contoso.org", commercial(CONTOSO));
    server.answer("us", "fabrikam.com", Reply::json(document(US, other, GCC_HIGH)));
    server.answer(
        "commercial",
        "contoso.onmicrosoft.com",
        Reply::json(document("login.microsoftonline.com", CONTOSO, gcc)),
    );
    let text: String = [
        &["lookup", "contoso.com"][..],
        &["lookup", "contoso.com", "--json"],
        // Known by its ID alone
        &["lookup", "contoso.org"],
        // Another tenant
        &["lookup", "fabrikam.com"],
        &["lookup", "fabrikam.com", "--json"],
        // Another cloud
        &["lookup", "contoso.onmicrosoft.com"],
    ]
    .iter()
    .map(|arguments| session(&sandbox, &server, arguments))
    .collect();
    insta::assert_snapshot!(text, @r#"
    $ portico lookup contoso.com
    contoso.com is the tenant 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 in the public cloud
    It is registered as Contoso Pharmaceuticals.
    --- exit 0
    $ portico lookup contoso.com --json
    {
      "customer": {
        "identity": "public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
        "name": "Contoso Pharmaceuticals",
        "verdict": "verified"
      },
      "domain": "contoso.com",
      "schema": 1,
      "tenants": [
        {
          "cloud": "public",
          "identity": "public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
          "registered_as": "Contoso Pharmaceuticals",
          "tenant_id": "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44"
        }
      ]
    }
    --- exit 0
    $ portico lookup contoso.org
    contoso.org is the tenant 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 in the public cloud
    It is registered as Contoso Pharmaceuticals.
    --- exit 0
    $ portico lookup fabrikam.com
    fabrikam.com is the tenant 5b1d7a60-9c3e-4f28-8e41-000000000001 in the gcc-high cloud
    It is none of your customers.
    --- stderr
    warning: Fabrikam (fabrikam.com, gcc-high) has this domain in Portico, but another tenant ID: 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- exit 0
    $ portico lookup fabrikam.com --json
    {
      "customer": {
        "identity": "gcc-high/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f",
        "name": "Fabrikam",
        "verdict": "other-tenant"
      },
      "domain": "fabrikam.com",
      "schema": 1,
      "tenants": [
        {
          "cloud": "gcc-high",
          "identity": "gcc-high/5b1d7a60-9c3e-4f28-8e41-000000000001",
          "registered_as": null,
          "tenant_id": "5b1d7a60-9c3e-4f28-8e41-000000000001"
        }
      ]
    }
    --- exit 0
    $ portico lookup contoso.onmicrosoft.com
    contoso.onmicrosoft.com is the tenant 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 in the gcc cloud
    It is registered as Contoso Pharmaceuticals.
    --- stderr
    warning: Contoso Pharmaceuticals (contoso.com, public) has this tenant ID in Portico, but not in the gcc cloud
    --- exit 0
    "#);
}

#[test]
fn a_look_up_changes_nothing() {
    let (sandbox, server) = registered();
    let before = sandbox.registry();
    server.answer("commercial", "contoso.com", Reply::json(document("login.microsoftonline.com", FABRIKAM, WORLDWIDE)));
    let output = lookup(&sandbox, "contoso.com").done();
    assert!(output.stderr.contains("another tenant ID"), "{output:#?}");
    assert_eq!(sandbox.registry(), before);
    assert_eq!(sandbox.opened(), Vec::<String>::new());
}

#[test]
fn the_command_that_it_offers_works() {
    let (sandbox, server) = logins();
    server.answer("us", "fabrikam.onmicrosoft.us", Reply::json(document(US, FABRIKAM, GCC_HIGH)));
    let output = lookup(&sandbox, "fabrikam.onmicrosoft.us").done();
    let command = output.stdout.split_once("Add it: portico ").unwrap().1.trim().replace("NAME", "Fabrikam");
    sandbox.portico(command.split(' ')).done();
    let again = sandbox.portico(["lookup", "fabrikam.onmicrosoft.us", "--json"]).done().json();
    assert_eq!(again["customer"]["verdict"], Value::from("verified"));
    assert_eq!(again["tenants"][0]["registered_as"], Value::from("Fabrikam"));
}
