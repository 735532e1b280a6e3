//! Rules of what is asked about before it opens.

use std::fs;

use portico_tests::{Desktop, Sandbox};

use crate::doctor::{portico, wrong};
use crate::{CONTOSO, FABRIKAM, customers, refusals, refused};

fn ruled(confirm: &str) -> Sandbox {
    let sandbox = customers();
    fs::write(portico(&sandbox, "config/settings.json"), format!(r#"{{ "confirm": {confirm} }}"#)).unwrap();
    sandbox
}

#[test]
fn each_rule_asks_and_says_why() {
    let mut said = String::new();
    for (rule, arguments) in [
        (r#"{ "all": true }"#, &["open", "fabrikam"][..]),
        (r#"{ "groups": ["HEALTHCARE"] }"#, &["open", "ctso"]),
        (r#"{ "clouds": ["gcc-high"] }"#, &["open", "fabrikam", "-p", "entra"]),
        (r#"{ "doubtful_portals": true }"#, &["open", "ctso", "-p", "mto"]),
    ] {
        said += &refusals(&ruled(rule), &[arguments]);
    }
    insta::assert_snapshot!(said, @r#"
    $ portico open fabrikam
    --- stderr
    error: Fabrikam is to be asked about, as all customers are, and there is no terminal to ask on: nothing was opened
    hint: answer beforehand with --yes
    --- exit 1
    $ portico open ctso
    --- stderr
    error: Contoso Pharmaceuticals is in the group "HEALTHCARE", which is to be asked about, and there is no terminal to ask on: nothing was opened
    hint: answer beforehand with --yes
    --- exit 1
    $ portico open fabrikam -p entra
    --- stderr
    error: Fabrikam is in the cloud gcc-high, which is to be asked about, and there is no terminal to ask on: nothing was opened
    hint: answer beforehand with --yes
    --- exit 1
    $ portico open ctso -p mto
    --- stderr
    error: Contoso Pharmaceuticals is to be asked about, because this portal may show another tenant, and there is no terminal to ask on: nothing was opened
    hint: answer beforehand with --yes
    --- exit 1
    "#);
}

#[test]
fn a_rule_asks_about_links_too() {
    let link = format!("https://security.microsoft.com/incidents?tid={CONTOSO}");
    let output = refused(&ruled(r#"{ "groups": ["Healthcare"] }"#), &["open", &link]);
    assert!(output.stderr.contains("in the group \"Healthcare\", which is to be asked about"), "{output:?}");
}

#[test]
fn a_rule_leaves_others_alone_and_yes_answers_it() {
    let desktop = Desktop::bare(ruled(r#"{ "groups": ["Healthcare"], "clouds": ["dod"] }"#));
    let sandbox = &desktop.sandbox;
    sandbox.portico(["open", "fabrikam", "-p", "azure"]).done();
    sandbox.portico(["open", "ctso", "--yes"]).done();
    let expected =
        [format!("https://portal.azure.us/{FABRIKAM}/"), format!("https://security.microsoft.com/?tid={CONTOSO}")];
    assert_eq!(sandbox.wait_opened(2), expected);
    sandbox.portico(["url", "ctso"]).done();
}

#[test]
fn a_person_at_the_terminal_is_asked() {
    let desktop = Desktop::bare(ruled(r#"{ "clouds": ["public"] }"#));
    let terminal = desktop.sandbox.terminal(["open", "ctso"]);
    terminal.wait_for("[y/N] ").type_line("y");
    let output = terminal.finish().done();
    assert!(output.stdout.contains("in the cloud public, which is to be asked about. [y/N] y"), "{output:?}");
    assert_eq!(desktop.sandbox.wait_opened(1), [format!("https://security.microsoft.com/?tid={CONTOSO}")]);
}

#[test]
fn where_a_rule_makes_no_sense_all_is_asked_about() {
    let sandbox = ruled(r#"{ "clouds": ["gcchigh"] }"#);
    let output = refused(&sandbox, &["open", "ctso"]);
    assert!(output.stderr.contains("as all customers are"), "somebody wanted to be asked: {output:?}");
    let wrong = wrong(&sandbox);
    assert!(wrong.contains("confirm.clouds: no such cloud: \"gcchigh\""), "{wrong}");
}
