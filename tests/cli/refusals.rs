//! Bad input: each refusal names the value and the way out, and changes nothing.

use portico_tests::Sandbox;

use crate::{CONTOSO, FABRIKAM, customers, id, refusals, refused};

#[test]
fn what_is_no_customers_tenant_id_is_not_added() {
    let added = |id: &str| {
        // With a registry and without one: neither is changed, none is made.
        let (filled, empty) = (customers(), Sandbox::new());
        let output = refused(&filled, &["add", "New", id]);
        assert_eq!(output, refused(&empty, &["add", "New", id]));
        assert!(!empty.registry_path().exists(), "a refused add makes no registry");
        assert_eq!(output.code, Some(2));
        output.stderr
    };
    let ids = [
        &CONTOSO[..35],
        "",
        "contoso.com",
        "common",
        "Organizations",
        "consumers",
        "00000000-0000-0000-0000-000000000000",
        "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
        "9188040d-6c67-4c5b-b112-36a304b66dad",
        "8f3c1d526a0b4a3e9d570c2b6f1e7a44",
        "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a4g",
    ];
    insta::assert_snapshot!(ids.map(added).join(""), @r#"
    error: invalid value '8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a4' for '<TENANT_ID>': not a tenant ID: "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a4" (it has 35 characters, a tenant ID has 36); it is in the Entra admin center under Entra ID > Overview > Properties

    For more information, try '--help'.
    error: invalid value '' for '<TENANT_ID>': the tenant ID is empty; it is in the Entra admin center under Entra ID > Overview > Properties

    For more information, try '--help'.
    error: invalid value 'contoso.com' for '<TENANT_ID>': not a tenant ID: "contoso.com" (it has 11 characters, a tenant ID has 36); it is in the Entra admin center under Entra ID > Overview > Properties

    For more information, try '--help'.
    error: invalid value 'common' for '<TENANT_ID>': a sign-in placeholder, not a tenant ID: "common"; it is in the Entra admin center under Entra ID > Overview > Properties

    For more information, try '--help'.
    error: invalid value 'Organizations' for '<TENANT_ID>': a sign-in placeholder, not a tenant ID: "organizations"; it is in the Entra admin center under Entra ID > Overview > Properties

    For more information, try '--help'.
    error: invalid value 'consumers' for '<TENANT_ID>': a sign-in placeholder, not a tenant ID: "consumers"; it is in the Entra admin center under Entra ID > Overview > Properties

    For more information, try '--help'.
    error: invalid value '00000000-0000-0000-0000-000000000000' for '<TENANT_ID>': the all-zero ID names no tenant: 00000000-0000-0000-0000-000000000000; it is in the Entra admin center under Entra ID > Overview > Properties

    For more information, try '--help'.
    error: invalid value 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF' for '<TENANT_ID>': the all-f ID names no tenant: ffffffff-ffff-ffff-ffff-ffffffffffff; it is in the Entra admin center under Entra ID > Overview > Properties

    For more information, try '--help'.
    error: invalid value '9188040d-6c67-4c5b-b112-36a304b66dad' for '<TENANT_ID>': the tenant of personal Microsoft accounts, not a customer's: 9188040d-6c67-4c5b-b112-36a304b66dad; it is in the Entra admin center under Entra ID > Overview > Properties

    For more information, try '--help'.
    error: invalid value '8f3c1d526a0b4a3e9d570c2b6f1e7a44' for '<TENANT_ID>': not a tenant ID: "8f3c1d526a0b4a3e9d570c2b6f1e7a44" (it has 32 characters, a tenant ID has 36); it is in the Entra admin center under Entra ID > Overview > Properties

    For more information, try '--help'.
    error: invalid value '8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a4g' for '<TENANT_ID>': not a tenant ID: "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a4g" (8-4-4-4-12 hexadecimal digits are needed); it is in the Entra admin center under Entra ID > Overview > Properties

    For more information, try '--help'.
    "#);
}

#[test]
fn names_and_values_that_cannot_be_meant_are_not_added() {
    let new = id(1);
    let long = "x".repeat(201);
    let said = refusals(
        &customers(),
        &[
            &["add", "", &new],
            &["add", "  ", &new],
            &["add", "a\u{202e}b", &new],
            &["add", &long, &new],
            &["add", "New", &new, "--cloud", "gcchigh"],
            &["add", "New", &new, "--domain", "contoso"],
            &["add", "New", &new, "--domain", "https://new.example/"],
            &["add", "New", &new, "--initial-domain", "new.onmicrosoft.com?x=1"],
            &["add", "New", &new, "--sharepoint", "new.sharepoint.com"],
            &["add", "New", &new, "--portal", "defnder"],
            &["add", "New", &new, "--alias", ""],
            &["add", "New", &new, "--group", " "],
        ],
    );
    insta::assert_snapshot!(said.replace(&long, "<201 x>"), @r#"
    $ portico add "" 5b1d7a60-9c3e-4f28-8e41-000000000001
    --- stderr
    error: the name is empty
    hint: nothing was added
    --- exit 2
    $ portico add "  " 5b1d7a60-9c3e-4f28-8e41-000000000001
    --- stderr
    error: the name is empty
    hint: nothing was added
    --- exit 2
    $ portico add "a\u{202e}b" 5b1d7a60-9c3e-4f28-8e41-000000000001
    --- stderr
    error: the name has control or invisible characters: "a\u{202e}b"
    hint: nothing was added
    --- exit 2
    $ portico add <201 x> 5b1d7a60-9c3e-4f28-8e41-000000000001
    --- stderr
    error: the name has more than 200 characters
    hint: nothing was added
    --- exit 2
    $ portico add New 5b1d7a60-9c3e-4f28-8e41-000000000001 --cloud gcchigh
    --- stderr
    error: invalid value 'gcchigh' for '--cloud <C>': no such cloud: "gcchigh" (public, gcc, gcc-high, dod, china)

    For more information, try '--help'.
    --- exit 2
    $ portico add New 5b1d7a60-9c3e-4f28-8e41-000000000001 --domain contoso
    --- stderr
    error: invalid value 'contoso' for '--domain <D>': not a domain: "contoso" (it looks like contoso.com)

    For more information, try '--help'.
    --- exit 2
    $ portico add New 5b1d7a60-9c3e-4f28-8e41-000000000001 --domain https://new.example/
    --- stderr
    error: invalid value 'https://new.example/' for '--domain <D>': not a domain: "https://new.example/" (it looks like contoso.com)

    For more information, try '--help'.
    --- exit 2
    $ portico add New 5b1d7a60-9c3e-4f28-8e41-000000000001 --initial-domain new.onmicrosoft.com?x=1
    --- stderr
    error: invalid value 'new.onmicrosoft.com?x=1' for '--initial-domain <D>': not a domain: "new.onmicrosoft.com?x=1" (it looks like contoso.com)

    For more information, try '--help'.
    --- exit 2
    $ portico add New 5b1d7a60-9c3e-4f28-8e41-000000000001 --sharepoint new.sharepoint.com
    --- stderr
    error: invalid value 'new.sharepoint.com' for '--sharepoint <S>': not a SharePoint label: "new.sharepoint.com" (only the part before .sharepoint.com, like contoso)

    For more information, try '--help'.
    --- exit 2
    $ portico add New 5b1d7a60-9c3e-4f28-8e41-000000000001 --portal defnder
    --- stderr
    error: no such portal: "defnder"
    hint: portals: defender, securitycenter, mto, entra, azure, intune, purview, m365-admin, exchange, teams, sharepoint, power-platform, power-bi, partner-center, my-access, my-sign-ins
    --- exit 2
    $ portico add New 5b1d7a60-9c3e-4f28-8e41-000000000001 --alias ""
    --- stderr
    error: the alias is empty
    hint: nothing was added
    --- exit 2
    $ portico add New 5b1d7a60-9c3e-4f28-8e41-000000000001 --group " "
    --- stderr
    error: the group is empty
    hint: nothing was added
    --- exit 2
    "#);
}

#[test]
fn what_another_customer_has_is_not_added() {
    let new = id(1);
    let said = refusals(
        &customers(),
        &[
            &["add", "New", CONTOSO],
            &["add", "Contoso Pharmaceuticals", &CONTOSO.to_uppercase()],
            &["add", "New", CONTOSO, "--cloud", "gcc"],
            &["add", "New", &new, "--domain", "CONTOSO.com"],
            &["add", "New", &new, "--initial-domain", "contoso.onmicrosoft.com"],
            &["add", "New", &new, "--sharepoint", "Contoso"],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico add New 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- stderr
    error: "Contoso Pharmaceuticals" already has this tenant ID: public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    hint: nothing was changed; run `portico list` to see all customers
    --- exit 1
    $ portico add "Contoso Pharmaceuticals" 8F3C1D52-6A0B-4A3E-9D57-0C2B6F1E7A44
    --- stderr
    error: "Contoso Pharmaceuticals" already has this tenant ID: public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    hint: nothing was changed; run `portico list` to see all customers
    --- exit 1
    $ portico add New 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 --cloud gcc
    --- stderr
    error: "Contoso Pharmaceuticals" already has this tenant ID in public, which shares its directory with gcc: 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    hint: nothing was changed; run `portico list` to see all customers
    --- exit 1
    $ portico add New 5b1d7a60-9c3e-4f28-8e41-000000000001 --domain CONTOSO.com
    --- stderr
    error: "Contoso Pharmaceuticals" already has this domain: contoso.com
    hint: nothing was changed; run `portico list` to see all customers
    --- exit 1
    $ portico add New 5b1d7a60-9c3e-4f28-8e41-000000000001 --initial-domain contoso.onmicrosoft.com
    --- stderr
    error: "Contoso Pharmaceuticals" already has this initial domain: contoso.onmicrosoft.com
    hint: nothing was changed; run `portico list` to see all customers
    --- exit 1
    $ portico add New 5b1d7a60-9c3e-4f28-8e41-000000000001 --sharepoint Contoso
    --- stderr
    error: "Contoso Pharmaceuticals" already has this SharePoint label: contoso
    hint: nothing was changed; run `portico list` to see all customers
    --- exit 1
    "#);
}

#[test]
fn one_id_in_clouds_with_directories_of_their_own_is_two_customers() {
    let sandbox = customers();
    for cloud in ["public", "dod", "china"] {
        sandbox.portico(["add", "Fabrikam", FABRIKAM, "--cloud", cloud, "--domain", "fabrikam.example"]).done();
    }
    assert_eq!(
        refused(&sandbox, &["add", "Fabrikam", FABRIKAM, "--cloud", "gcc"]).code,
        Some(1),
        "gcc is public's directory"
    );
}
