//! A day with the command line: adding, listing, finding.

use portico_tests::Sandbox;

use crate::{CONTOSO, FABRIKAM, customers, session};

#[test]
fn a_first_customer_is_added_listed_and_has_an_address() {
    let sandbox = Sandbox::new();
    let said = session(
        &sandbox,
        &[
            &["list"],
            &["add", "Contoso Pharmaceuticals", CONTOSO, "--domain", "contoso.com"],
            &["add", "Fabrikam", FABRIKAM, "--cloud", "gcc-high"],
            &["list"],
            &["url", "contoso.com"],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico list
    --- stderr
    No customers yet. Add the first with `portico add NAME TENANT_ID`.
    --- exit 0
    $ portico add "Contoso Pharmaceuticals" 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 --domain contoso.com
    Added Contoso Pharmaceuticals (contoso.com, public)
    --- exit 0
    $ portico add Fabrikam 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f --cloud gcc-high
    Added Fabrikam (gcc-high)
    --- exit 0
    $ portico list
    NAME                     DOMAIN       CLOUD     GROUP  TENANT ID
    Contoso Pharmaceuticals  contoso.com  public           8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    Fabrikam                              gcc-high         0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- exit 0
    $ portico url contoso.com
    https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 0
    "#);
}

#[test]
fn every_flag_of_add_stands_in_the_registry_file() {
    let sandbox = Sandbox::new();
    let arguments = [
        "add",
        "  Contoso Pharmaceuticals ",
        CONTOSO,
        "--cloud",
        "gcc",
        "--domain",
        "Contoso.COM",
        "--initial-domain",
        "contoso.onmicrosoft.com",
        "--sharepoint",
        "contoso",
        "--group",
        "Healthcare",
        "--tag",
        "tier1",
        "--tag",
        "nordic",
        "--alias",
        "CTSO",
        "--alias",
        "Contoso Pharma",
        "--favorite",
        "--own",
        "--confirm",
        "--portal",
        "entra",
        "--notes",
        "call \"Åsa\"\nfirst",
    ];
    sandbox.portico(arguments).done();
    insta::assert_snapshot!(sandbox.registry(), @r#"
    {
      "schema": 1,
      "tenants": [
        {
          "name": "Contoso Pharmaceuticals",
          "tenant_id": "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
          "cloud": "gcc",
          "domain": "contoso.com",
          "initial_domain": "contoso.onmicrosoft.com",
          "sharepoint": "contoso",
          "group": "Healthcare",
          "tags": ["tier1", "nordic"],
          "aliases": ["CTSO", "Contoso Pharma"],
          "favorite": true,
          "own": true,
          "confirm": true,
          "portal": "entra",
          "notes": "call \"Åsa\"\nfirst"
        }
      ]
    }
    "#);
}

#[test]
fn an_id_is_taken_as_it_was_copied() {
    for copied in [format!("{{{}}}", CONTOSO.to_uppercase()), format!("  {CONTOSO}\n")] {
        let sandbox = Sandbox::new();
        sandbox.portico(["add", "Contoso", &copied]).done();
        assert_eq!(sandbox.registry_json()["tenants"][0]["tenant_id"], CONTOSO, "{copied:?}");
    }
}

#[test]
fn a_list_names_the_best_match_first_and_says_when_nothing_matches() {
    let sandbox = customers();
    sandbox.portico(["add", "Contoso", &crate::id(1)]).done();
    let said = session(
        &sandbox,
        &[
            &["list"],
            &["list", "contoso"],
            &["list", "healthcare"],
            &["list", "TIER1"],
            &["list", "contoso", "pharma"],
            &["list", FABRIKAM],
            &["list", "fabrkiam"],
            &["list", "nobody"],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico list
    NAME                       DOMAIN       CLOUD     GROUP       TENANT ID
    ★ Contoso Pharmaceuticals  contoso.com  public    Healthcare  8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    Fabrikam                                gcc-high              0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    Contoso                                 public                5b1d7a60-9c3e-4f28-8e41-000000000001
    --- exit 0
    $ portico list contoso
    NAME                       DOMAIN       CLOUD   GROUP       TENANT ID
    Contoso                                 public              5b1d7a60-9c3e-4f28-8e41-000000000001
    ★ Contoso Pharmaceuticals  contoso.com  public  Healthcare  8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 0
    $ portico list healthcare
    NAME                       DOMAIN       CLOUD   GROUP       TENANT ID
    ★ Contoso Pharmaceuticals  contoso.com  public  Healthcare  8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 0
    $ portico list TIER1
    NAME                       DOMAIN       CLOUD   GROUP       TENANT ID
    ★ Contoso Pharmaceuticals  contoso.com  public  Healthcare  8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 0
    $ portico list contoso pharma
    NAME                       DOMAIN       CLOUD   GROUP       TENANT ID
    ★ Contoso Pharmaceuticals  contoso.com  public  Healthcare  8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 0
    $ portico list 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    NAME      DOMAIN  CLOUD     GROUP  TENANT ID
    Fabrikam          gcc-high         0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- exit 0
    $ portico list fabrkiam
    NAME      DOMAIN  CLOUD     GROUP  TENANT ID
    Fabrikam          gcc-high         0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- exit 0
    $ portico list nobody
    --- stderr
    No customer matches "nobody".
    --- exit 0
    "#);
}

#[test]
fn the_registry_keeps_the_order_of_adding() {
    let sandbox = customers();
    for (number, name) in [(1, "Zava"), (2, "Adatum"), (3, "Öl & Sjö")] {
        sandbox.portico(["add", name, &crate::id(number)]).done();
    }
    let rows = sandbox.portico(["list", "--format", "tsv"]).done().stdout;
    let names: Vec<_> = rows.lines().map(|row| row.split('\t').nth(1).unwrap()).collect();
    assert_eq!(names, ["Contoso Pharmaceuticals", "Fabrikam", "Zava", "Adatum", "Öl & Sjö"]);
}
