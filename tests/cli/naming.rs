//! Which customer a word names. Two candidates are a question, never an answer.

use portico_tests::Sandbox;

use crate::{CONTOSO, FABRIKAM, id, refusals, with_registry};

/// One customer for each way to be named, and pairs that could be taken for each other.
pub(crate) fn registry() -> String {
    let entries = [
        ("Malmö Stad", 1, r#""domain": "malmo.example""#),
        ("Straße & Łódź", 2, r#""aliases": ["SuŁ", "O’Brien – Sons"]"#),
        ("Woodgrove Bank", 3, r#""initial_domain": "woodgrove.onmicrosoft.com""#),
        ("Northwind", 4, r#""domain": "northwind.example""#),
        ("Northwind Traders", 5, r#""aliases": ["NWT"]"#),
        ("Twin", 6, r#""domain": "one.example""#),
        ("twin", 7, r#""cloud": "china", "domain": "two.example""#),
        ("Shared", 8, r#""cloud": "gcc-high""#),
        ("Shared too", 8, r#""cloud": "dod""#),
        ("Tailspin Toys", 9, r#""aliases": ["northwind.test"]"#),
        ("northwind.test", 10, r#""group": "named like the alias of another""#),
    ];
    let entries = entries
        .map(|(name, number, more)| format!(r#"    {{ "name": "{name}", "tenant_id": "{}", {more} }}"#, id(number)));
    format!("{{ \"schema\": 1, \"tenants\": [\n{}\n] }}\n", entries.join(",\n"))
}

#[test]
fn names_aliases_and_domains_are_compared_folded_and_whole() {
    let sandbox = with_registry(&registry());
    let cases = [
        // Name
        ("Malmö Stad", 1),
        ("malmo stad", 1),
        ("MALMÖ  STAD", 1),
        ("Malmo\u{308} Stad ", 1),
        ("strasse & lodz", 2),
        ("Northwind", 4),
        // Alias
        ("sul", 2),
        ("o'brien - sons", 2),
        ("nwt", 5),
        // Domain
        ("malmo.example", 1),
        ("WOODGROVE.onmicrosoft.com", 3),
    ];
    for (text, number) in cases {
        let address = format!("https://security.microsoft.com/?tid={}\n", id(number));
        assert_eq!(sandbox.portico(["url", text]).done().stdout, address, "{text:?}");
    }
}

#[test]
fn a_tenant_id_is_taken_as_it_was_copied() {
    let sandbox = crate::customers();
    let address = format!("https://security.microsoft.com/?tid={CONTOSO}\n");
    let upper = CONTOSO.to_uppercase();
    for text in [
        CONTOSO.to_owned(),
        upper.clone(),
        format!("{{{upper}}}"),
        format!(" {CONTOSO} "),
        format!("public/{CONTOSO}"),
        format!("public/{upper}"),
    ] {
        assert_eq!(sandbox.portico(["url", &text]).done().stdout, address, "{text:?}");
    }
}

#[test]
fn thirty_six_characters_are_only_ever_an_id() {
    let mistyped = "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6O";
    let sandbox = with_registry(&format!(
        r#"{{ "schema": 1, "tenants": [ {{ "name": "{FABRIKAM}", "aliases": ["gcc-high/{FABRIKAM}", "{mistyped}"], "tenant_id": "{CONTOSO}" }} ] }}"#
    ));
    let said = refusals(
        &sandbox,
        &[
            &["open", FABRIKAM],
            &["open", mistyped],
            &["open", &format!("gcc-high/{FABRIKAM}")],
            &["url", &format!("gcc/{CONTOSO}")],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico open 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- stderr
    error: no customer has this tenant ID: 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    hint: run `portico list` to see all customers
    --- exit 3
    $ portico open 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6O
    --- stderr
    error: not a tenant ID: "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6O" (8-4-4-4-12 hexadecimal digits are needed)
    hint: a text of 36 characters is only ever read as a tenant ID; run `portico list` to see all customers
    --- exit 3
    $ portico open gcc-high/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- stderr
    error: no customer has this tenant: gcc-high/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    hint: run `portico list` to see all customers
    --- exit 3
    $ portico url gcc/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- stderr
    error: no customer has this tenant: gcc/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    hint: run `portico list` to see all customers
    --- exit 3
    "#);
}

#[test]
fn two_customers_of_one_name_are_both_listed_and_none_is_opened() {
    let sandbox = with_registry(&registry());
    let said = refusals(&sandbox, &[&["open", "TWIN"], &["url", &id(8)], &["open", "northwind.test"]]);
    insta::assert_snapshot!(said, @r#"
    $ portico open TWIN
    --- stderr
    error: 2 customers match "TWIN"
      public/5b1d7a60-9c3e-4f28-8e41-000000000006  Twin (one.example, public)
      china/5b1d7a60-9c3e-4f28-8e41-000000000007  twin (two.example, china)
    hint: say which one by its domain or its CLOUD/TENANT_ID
    --- exit 4
    $ portico url 5b1d7a60-9c3e-4f28-8e41-000000000008
    --- stderr
    error: 2 customers match "5b1d7a60-9c3e-4f28-8e41-000000000008"
      gcc-high/5b1d7a60-9c3e-4f28-8e41-000000000008  Shared (gcc-high)
      dod/5b1d7a60-9c3e-4f28-8e41-000000000008  Shared too (dod)
    hint: say which one by its domain or its CLOUD/TENANT_ID
    --- exit 4
    $ portico open northwind.test
    --- stderr
    error: 2 customers match "northwind.test"
      public/5b1d7a60-9c3e-4f28-8e41-000000000009  Tailspin Toys (public)
      public/5b1d7a60-9c3e-4f28-8e41-00000000000a  northwind.test (public)
    hint: say which one by its domain or its CLOUD/TENANT_ID
    --- exit 4
    "#);
    let identity = format!("dod/{}", id(8));
    assert_eq!(
        sandbox.portico(["url", &identity]).done().stdout,
        format!("https://security.apps.mil/?tid={}\n", id(8)),
        "the cloud tells the two apart"
    );
}

#[test]
fn a_domain_with_accents_never_means_the_one_without() {
    let sandbox = Sandbox::new();
    for (name, number, domain) in [("Kabel", 1, "malmo.se"), ("Stad", 2, "malmö.se")] {
        sandbox.portico(["add", name, &id(number), "--domain", domain]).done();
    }
    for (domain, number) in [("malmo.se", 1), ("xn--malm-8qa.se", 2)] {
        let address = sandbox.portico(["url", domain]).done().stdout;
        assert!(address.contains(&id(number)), "{domain}: {address}");
    }
    let output = sandbox.portico(["url", "malmö.se"]);
    assert!(!output.stdout.contains(&id(1)), "malmö.se is Stad's, and this is Kabel's portal: {output:#?}");
}

#[test]
fn a_domain_is_found_as_it_was_typed_when_it_was_added() {
    let sandbox = Sandbox::new();
    sandbox.portico(["add", "Stad", &id(2), "--domain", "malmö.se"]).done();
    for arguments in [&["url", "malmö.se"][..], &["list", "malmö.se"]] {
        let output = sandbox.portico(arguments);
        assert!(output.stdout.contains(&id(2)), "{arguments:?}: {output:#?}");
    }
}
