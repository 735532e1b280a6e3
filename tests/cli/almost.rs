//! Words that name nobody, or only the beginning of somebody.

use portico_tests::Sandbox;

use crate::naming::registry;
use crate::{CONTOSO, FABRIKAM, id, refusals, refused, with_registry};

#[test]
fn what_names_nobody_is_named_with_the_way_out() {
    let sandbox = with_registry(&registry());
    let unknown = FABRIKAM;
    let cut = &CONTOSO[..35];
    let said = refusals(
        &sandbox,
        &[
            &["open", "nobody"],
            &["url", "woodgrove"],
            &["portals", "malmo"],
            &["open", unknown],
            &["open", &format!("public/{unknown}")],
            &["open", cut],
            &["open", "common"],
            &["open", &format!("moon/{unknown}")],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico open nobody
    --- stderr
    error: no customer has this name, alias or domain: "nobody"
    hint: run `portico list` to see all customers
    --- exit 3
    $ portico url woodgrove
    --- stderr
    error: no customer has this name, alias or domain: "woodgrove"
    hint: similar: "Woodgrove Bank"
    --- exit 3
    $ portico portals malmo
    --- stderr
    error: no customer has this name, alias or domain: "malmo"
    hint: similar: "Malmö Stad"
    --- exit 3
    $ portico open 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- stderr
    error: no customer has this tenant ID: 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    hint: run `portico list` to see all customers
    --- exit 3
    $ portico open public/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- stderr
    error: no customer has this tenant: public/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    hint: run `portico list` to see all customers
    --- exit 3
    $ portico open 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a4
    --- stderr
    error: not a tenant ID: "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a4" (it has 35 characters, a tenant ID has 36)
    hint: run `portico list` to see all customers
    --- exit 3
    $ portico open common
    --- stderr
    error: a sign-in placeholder, not a tenant ID: "common"
    hint: run `portico list` to see all customers
    --- exit 3
    $ portico open moon/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- stderr
    error: no such cloud: "moon" (public, gcc, gcc-high, dod, china)
    hint: run `portico list` to see all customers
    --- exit 3
    "#);
    let empty = Sandbox::new();
    insta::assert_snapshot!(refused(&empty, &["open", "contoso"]).transcript(), @r#"
    --- stderr
    error: no customer has this name, alias or domain: "contoso"
    hint: there are no customers yet; add the first with `portico add NAME TENANT_ID`
    --- exit 3
    "#);
    assert!(!empty.registry_path().exists(), "looking makes no registry");
}

#[test]
fn a_beginning_is_enough_on_a_terminal_if_only_one_customer_has_it() {
    let sandbox = with_registry(&registry());
    for (text, number) in [("wood", 3), ("malm", 1), ("Northwind T", 5), ("Northwind", 4)] {
        let output = sandbox.terminal(["url", text]).finish().done();
        assert_eq!(output.stdout, format!("https://security.microsoft.com/?tid={}\n", id(number)), "{text:?}");
        let output = sandbox.terminal(["open", text, "--print"]).finish().done();
        assert!(output.stdout.contains(&id(number)), "{text:?}: {output:?}");
    }
    for (arguments, code) in [
        (["url", "north"], 4),
        (["open", "north"], 4),
        (["portals", "wood"], 3),
        (["url", "grove"], 3),
        (["url", "5b1d7a60-9c3e-4f28-8e41-000000000"], 3),
    ] {
        let output = sandbox.terminal(arguments).finish();
        assert_eq!(output.code, Some(code), "{arguments:?}: {output:?}");
    }
    assert_eq!(refused(&sandbox, &["url", "wood"]).code, Some(3), "a script must not depend on who else is there");
}
