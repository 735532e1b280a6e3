//! Names that look like another customer's: said when they are given, never refused.

use portico_tests::{Desktop, Sandbox};

use crate::{CONTOSO, FABRIKAM, id, session};

fn contoso() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.portico(["add", "Contoso", CONTOSO, "--domain", "contoso.com"]).done();
    sandbox
}

#[test]
fn a_name_that_looks_like_anothers_is_added_with_a_note() {
    let sandbox = contoso();
    let said = session(
        &sandbox,
        &[
            &["add", "C0ntoso", &id(1)],
            &["add", "\u{421}ontoso", &id(2)],
            &["add", "Contoso", &id(3)],
            &["add", "Fabrikam", FABRIKAM],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico add C0ntoso 5b1d7a60-9c3e-4f28-8e41-000000000001
    Added C0ntoso (public)
    --- stderr
    note: the name looks like that of Contoso (contoso.com, public): look at the domain when you open it
    --- exit 0
    $ portico add "Сontoso" 5b1d7a60-9c3e-4f28-8e41-000000000002
    Added Сontoso (public)
    --- stderr
    note: the name looks like that of Contoso (contoso.com, public) and 1 more: look at the domain when you open it
    --- exit 0
    $ portico add Contoso 5b1d7a60-9c3e-4f28-8e41-000000000003
    Added Contoso (public)
    --- stderr
    note: the name looks like that of Contoso (contoso.com, public) and 2 more: look at the domain when you open it
    --- exit 0
    $ portico add Fabrikam 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    Added Fabrikam (public)
    --- exit 0
    "#);
}

#[test]
fn one_without_a_domain_is_told_by_its_tenant_id() {
    let desktop = Desktop::bare(contoso());
    desktop.sandbox.portico(["add", "C0ntoso", &id(1)]).done();
    let said = desktop.sandbox.portico(["open", "C0ntoso"]).done().stdout;
    assert_eq!(said, format!("Opening Microsoft Defender for C0ntoso ({}, public)\n", id(1)));
}

#[test]
fn a_name_that_is_changed_into_one_is_noted_and_other_changes_are_not() {
    let sandbox = contoso();
    sandbox.portico(["add", "Fabrikam", FABRIKAM]).done();
    let said = session(
        &sandbox,
        &[
            &["edit", "fabrikam", "--name", "Contos0"],
            &["edit", "contos0", "--notes", "looks like it, but its name did not change now"],
            &["edit", "contoso.com", "--name", "CONTOSO"],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico edit fabrikam --name Contos0
    Changed Contos0 (public)
      name             Fabrikam -> Contos0
    --- stderr
    note: the name looks like that of Contoso (contoso.com, public): look at the domain when you open it
    --- exit 0
    $ portico edit contos0 --notes "looks like it, but its name did not change now"
    Changed Contos0 (public)
      notes            (none) -> looks like it, but its name did not change now
    --- exit 0
    $ portico edit contoso.com --name CONTOSO
    Changed CONTOSO (contoso.com, public)
      name             Contoso -> CONTOSO
    --- stderr
    note: the name looks like that of Contos0 (0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f, public): look at the domain when you open it
    --- exit 0
    "#);
}
