//! Customers that are asked about before they open.

use portico_tests::{Desktop, Sandbox, Terminal};

use crate::{CONTOSO, FABRIKAM, with_registry};

const ASKED: &str = r#"{ "schema": 1, "tenants": [
    { "name": "Contoso", "tenant_id": "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44", "domain": "contoso.com", "confirm": true },
    { "name": "Our own", "tenant_id": "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f", "own": true } ] }"#;

fn asked(sandbox: &Sandbox, customer: &str) -> Terminal {
    let terminal = sandbox.terminal(["open", customer]);
    terminal.wait_for("[y/N] ");
    terminal
}

#[test]
fn anything_but_yes_is_no() {
    let sandbox = with_registry(ASKED);
    for answer in ["n", "", "no", "nyes", "j", "y n"] {
        for customer in ["Contoso", "Our own"] {
            let terminal = asked(&sandbox, customer);
            terminal.type_line(answer);
            let output = terminal.finish();
            assert_eq!(output.code, Some(130), "{answer:?} for {customer}: {output:?}");
            assert!(!output.stdout.contains("Opening"), "{output:?}");
        }
    }
    assert_eq!(sandbox.opened(), Vec::<String>::new());
}

#[test]
fn a_no_needs_no_words() {
    let sandbox = with_registry(ASKED);
    let terminal = asked(&sandbox, "contoso.com");
    terminal.type_line("n");
    insta::assert_snapshot!(terminal.finish().transcript(), @"
    Open Microsoft Defender for Contoso (contoso.com, public)? It is marked to be asked about. [y/N] n
    --- exit 130
    ");
}

#[test]
fn an_interrupted_question_opens_nothing() {
    let sandbox = with_registry(ASKED);
    // Whoever starts the tests in the background starts them with Ctrl+C ignored, which programs inherit.
    let program = crate::program().display().to_string();
    let arguments = ["--default-signal=INT", &program, "open", "Contoso"];
    let terminal = sandbox.terminal_running("/usr/bin/env", arguments);
    terminal.wait_for("[y/N] ").interrupt();
    let output = terminal.finish();
    // A shell shows both as 130.
    assert!(matches!(output.code, None | Some(130)), "{output:?}");
    assert_eq!(sandbox.opened(), Vec::<String>::new());
}

#[test]
fn yes_opens() {
    let desktop = Desktop::bare(with_registry(ASKED));
    let sandbox = &desktop.sandbox;
    let mut expected = Vec::new();
    for (customer, id, answer) in [("Contoso", CONTOSO, "y"), ("Our own", FABRIKAM, "yes")] {
        let terminal = asked(sandbox, customer);
        assert_eq!(sandbox.opened(), expected, "nothing opens before the answer");
        terminal.type_line(answer);
        let output = terminal.finish().done();
        assert!(output.stdout.contains(&format!("Opening Microsoft Defender for {customer} (")), "{output:?}");
        expected.push(format!("https://security.microsoft.com/?tid={id}"));
        assert_eq!(sandbox.wait_opened(expected.len()), expected);
    }
}

#[test]
fn where_nobody_can_answer_it_is_refused_but_for_yes_beforehand() {
    let desktop = Desktop::bare(with_registry(ASKED));
    let sandbox = &desktop.sandbox;
    let refusals = crate::refusals(sandbox, &[&["open", "Contoso"], &["open", "Our own"]]);
    insta::assert_snapshot!(refusals, @r#"
    $ portico open Contoso
    --- stderr
    error: Contoso is marked to be asked about, and there is no terminal to ask on: nothing was opened
    hint: answer beforehand with --yes
    --- exit 1
    $ portico open "Our own"
    --- stderr
    error: Our own is your own tenant, and there is no terminal to ask on: nothing was opened
    hint: answer beforehand with --yes
    --- exit 1
    "#);
    let piped = sandbox.portico_reading("y\n", ["open", "Contoso"]);
    assert_eq!(piped.code, Some(1), "a pipe is nobody: what is in it was not meant as an answer");
    sandbox.portico(["open", "Contoso", "--yes"]).done();
    assert_eq!(sandbox.wait_opened(1), [format!("https://security.microsoft.com/?tid={CONTOSO}")]);
}

#[test]
fn an_address_alone_is_not_asked_about() {
    let sandbox = with_registry(ASKED);
    for arguments in [&["url", "Contoso"][..], &["open", "Our own", "--print"]] {
        sandbox.portico(arguments).done();
    }
}
