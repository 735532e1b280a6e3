//! `portico remove`: asked about, exact, and taken back.

use portico_tests::{Sandbox, Terminal};

use crate::{CONTOSO, CUSTOMERS, FABRIKAM, customers, id, refusals, session};

fn asked(sandbox: &Sandbox) -> Terminal {
    let terminal = sandbox.terminal(["remove", "fabrikam"]);
    terminal.wait_for("[y/N] ");
    terminal
}

#[test]
fn on_a_terminal_it_asks_and_anything_but_yes_is_no() {
    let sandbox = customers();
    for answer in ["n", "", "nyes", "fabrikam"] {
        let terminal = asked(&sandbox);
        terminal.type_line(answer);
        let output = terminal.finish();
        assert_eq!((output.code, sandbox.registry().as_str()), (Some(130), CUSTOMERS), "{answer:?}: {output:?}");
    }
    let terminal = asked(&sandbox);
    terminal.type_line("y");
    insta::assert_snapshot!(terminal.finish().transcript(), @"
    Remove Fabrikam (gcc-high), gcc-high/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f? [y/N] y
    Removed Fabrikam (gcc-high)
    note: `portico restore` takes this back
    --- exit 0
    ");
    assert!(!sandbox.registry().contains(FABRIKAM) && sandbox.registry().contains(CONTOSO));
}

#[test]
fn where_nobody_can_answer_nothing_is_removed_but_with_yes_beforehand() {
    let sandbox = customers();
    let said = refusals(&sandbox, &[&["remove", "fabrikam"]]);
    let piped = sandbox.portico_reading("y\n", ["remove", "fabrikam"]);
    assert_eq!((piped.code, sandbox.registry().as_str()), (Some(1), CUSTOMERS), "a pipe is nobody: {piped:?}");
    insta::assert_snapshot!(said + &session(&sandbox, &[&["remove", "fabrikam", "--yes"], &["list"]]), @"
    $ portico remove fabrikam
    --- stderr
    error: there is no terminal to ask on: Fabrikam was not removed
    hint: answer beforehand with --yes
    --- exit 1
    $ portico remove fabrikam --yes
    Removed Fabrikam (gcc-high)
    --- stderr
    note: `portico restore` takes this back
    --- exit 0
    $ portico list
    NAME                       DOMAIN       CLOUD   GROUP       TENANT ID
    ★ Contoso Pharmaceuticals  contoso.com  public  Healthcare  8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 0
    ");
}

#[test]
fn only_a_whole_name_of_one_customer_is_removed() {
    let sandbox = customers();
    sandbox.portico(["add", "Fabrikam", &id(1)]).done();
    let before = sandbox.registry();
    for (text, code) in [("fabri", 3), ("Contoso", 3), ("nobody", 3), ("fabrikam", 4), ("", 2), (&id(9), 3)] {
        let output = sandbox.terminal(["remove", text, "--yes"]).finish();
        assert_eq!(output.code, Some(code), "{text:?}: {output:?}");
        assert_eq!(sandbox.registry(), before, "{text:?} removes nobody");
    }
    sandbox.portico(["remove", &format!("public/{}", id(1)), "--yes"]).done();
    assert!(sandbox.registry().contains(FABRIKAM), "the other of that name stays");
}

#[test]
fn what_was_removed_comes_back_and_opens_again() {
    let sandbox = customers();
    let address = sandbox.portico(["url", "contoso.com"]).done().stdout;
    sandbox.portico(["remove", "contoso.com", "--yes"]).done();
    assert_eq!(sandbox.portico(["url", "contoso.com"]).code, Some(3));
    sandbox.portico(["restore"]).done();
    assert_eq!(sandbox.registry(), CUSTOMERS);
    assert_eq!(sandbox.portico(["url", "contoso.com"]).done().stdout, address, "and nothing has to be accepted");
}

#[test]
fn the_last_customer_can_go_and_an_empty_registry_is_no_loss() {
    let sandbox = Sandbox::new();
    sandbox.portico(["add", "Contoso", CONTOSO]).done();
    sandbox.portico(["remove", "contoso", "--yes"]).done();
    let said = session(&sandbox, &[&["list"], &["add", "Contoso", FABRIKAM], &["url", "contoso"]]);
    insta::assert_snapshot!(said, @"
    $ portico list
    --- stderr
    No customers yet. Add the first with `portico add NAME TENANT_ID`.
    --- exit 0
    $ portico add Contoso 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    Added Contoso (public)
    --- exit 0
    $ portico url contoso
    https://security.microsoft.com/?tid=0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- exit 0
    ");
}

#[test]
fn a_removal_leaves_the_other_entries_byte_for_byte() {
    let sandbox = customers();
    sandbox.portico(["remove", "fabrikam", "--yes"]).done();
    let contoso =
        &CUSTOMERS[CUSTOMERS.find("{ \"name\"").unwrap()..CUSTOMERS.find(",\n    { \"name\": \"Fabrikam\"").unwrap()];
    assert!(sandbox.registry().contains(contoso), "{}", sandbox.registry());
    assert_eq!(sandbox.registry_json()["tenants"].as_array().unwrap().len(), 1);
}
