//! What a person makes of the portals, in settings.json: own ones, their order, which are off, and which is the default.

use std::fs;

use portico_tests::{Desktop, Sandbox};
use serde_json::Value;

use crate::doctor::{portico, used, wrong};
use crate::{CONTOSO, customers, refusals, session};

fn set(sandbox: &Sandbox, settings: &str) {
    fs::write(portico(sandbox, "config/settings.json"), settings).unwrap();
}

/// Returns customers and these settings of their portals.
fn arranged(portals: &str) -> Sandbox {
    let sandbox = customers();
    set(&sandbox, &format!(r#"{{ "portals": {portals} }}"#));
    sandbox
}

const SENTINEL: &str = r#"{ "id": "sentinel", "name": "Sentinel", "templates": { "public": "https://soc.example/{tenant_id}/incidents" } }"#;

#[test]
fn an_own_portal_opens_by_its_key() {
    let desktop = Desktop::bare(arranged(&format!(r#"{{ "own": [{SENTINEL}] }}"#)));
    let sandbox = &desktop.sandbox;
    let said = session(sandbox, &[&["open", "ctso", "-p", "sentinel"], &["open", "fabrikam", "-p", "sentinel"]]);
    insta::assert_snapshot!(said, @r#"
    $ portico open ctso -p sentinel
    Opening Sentinel for Contoso Pharmaceuticals (contoso.com, public)
    --- exit 0
    $ portico open fabrikam -p sentinel
    --- stderr
    error: Sentinel cannot be opened for "Fabrikam": no address is known in this cloud: gcc-high
    hint: run `portico portals TENANT` to see what can be opened
    --- exit 1
    "#);
    assert_eq!(sandbox.wait_opened(1), [format!("https://soc.example/{CONTOSO}/incidents")]);
}

#[test]
fn an_own_portal_whose_address_lacks_the_tenant_id_says_to_check() {
    let portals = r#"{ "own": [
        { "id": "crm", "name": "CRM", "templates": { "public": "https://crm.example/?d={domain}" } },
        { "id": "queue", "name": "Queue", "templates": { "public": "https://queue.example/" }, "tenant_less": true } ] }"#;
    let sandbox = arranged(portals);
    for (portal, address) in [("crm", "https://crm.example/?d=contoso.com\n"), ("queue", "https://queue.example/\n")] {
        let output = sandbox.portico(["url", "ctso", "-p", portal]).done();
        assert_eq!(output.stdout, address);
        assert_eq!(output.stderr, "note: this portal may show another tenant: check the name in the portal\n");
    }
}

#[test]
fn the_list_has_the_order_and_says_which_are_own_off_and_the_default() {
    let portals =
        format!(r#"{{ "order": ["entra", "sentinel"], "off": ["mto"], "default": "entra", "own": [{SENTINEL}] }}"#);
    let sandbox = arranged(&portals);
    let table = sandbox.portico(["portals"]).done().stdout;
    let rows: Vec<_> = table.lines().take(6).collect();
    insta::assert_snapshot!(rows.join("\n"), @"
    PORTAL          NAME                                    NEEDS              CLOUDS
    entra           Microsoft Entra                         tenant ID          public, gcc, gcc-high, china       default
    sentinel        Sentinel                                tenant ID          public                             own
    defender        Microsoft Defender                      tenant ID          public, gcc, gcc-high, dod, china
    securitycenter  Defender Security Center (old address)  tenant ID          public
    mto             Defender multitenant management         (names no tenant)  public                             off
    ");
    let json = sandbox.portico(["portals", "--json"]).done().json();
    let portal = |at: usize| json["portals"][at].clone();
    let marks = |portal: Value| ["id", "own", "enabled", "default"].map(|member| portal[member].to_string()).join(" ");
    assert_eq!(marks(portal(0)), r#""entra" false true true"#);
    assert_eq!(marks(portal(1)), r#""sentinel" true true false"#);
    assert_eq!(marks(portal(4)), r#""mto" false false false"#);
    assert_eq!(portal(1)["clouds"]["public"]["evidence"], "own");
    assert_eq!(portal(1)["clouds"]["public"]["may_show_another_tenant"], false);
}

#[test]
fn a_portal_that_is_off_is_listed_nowhere_and_opens_when_it_is_named() {
    let sandbox = arranged(r#"{ "off": ["mto", "azure"] }"#);
    for arguments in [&["url", "ctso", "--all"][..], &["portals", "ctso"]] {
        let listed = sandbox.portico(arguments).done().stdout;
        assert!(listed.contains("entra.microsoft.com"), "{listed}");
        assert!(!listed.contains("mto.security") && !listed.contains("portal.azure"), "{listed}");
    }
    let named = sandbox.portico(["url", "ctso", "-p", "azure"]).done().stdout;
    assert_eq!(named, format!("https://portal.azure.com/{CONTOSO}/\n"));
    sandbox.portico(["edit", "ctso", "--portal", "azure"]).done();
    assert_eq!(sandbox.portico(["url", "ctso"]).done().stdout, named, "it was chosen for this customer");
    let json = sandbox.portico(["portals", "ctso", "--json"]).done().json();
    let azure = json["portals"].as_array().unwrap().iter().find(|portal| portal["id"] == "azure").unwrap();
    assert_eq!(azure["enabled"], false);
}

#[test]
fn another_default_opens_for_all_who_have_none_of_their_own() {
    let sandbox = arranged(r#"{ "default": "entra" }"#);
    let entra = format!("https://entra.microsoft.com/{CONTOSO}/#home");
    assert_eq!(sandbox.portico(["url", "ctso"]).done().stdout, entra.clone() + "\n");
    let listed = sandbox.portico(["list", "ctso", "--json"]).done().json();
    assert_eq!(listed["tenants"][0]["url"], entra);
    sandbox.portico(["edit", "ctso", "--portal", "azure"]).done();
    let azure = sandbox.portico(["url", "ctso"]).done().stdout;
    assert_eq!(azure, format!("https://portal.azure.com/{CONTOSO}/\n"));

    set(&sandbox, r#"{ "portals": { "default": "entra", "off": ["entra"] } }"#);
    sandbox.portico(["edit", "ctso", "--portal", ""]).done();
    let defender = sandbox.portico(["url", "ctso"]).done().stdout;
    assert_eq!(defender, format!("https://security.microsoft.com/?tid={CONTOSO}\n"), "one that is off is no default");
}

#[test]
fn an_own_portal_that_is_broken_never_opens() {
    for (template, why) in [
        ("http://soc.example/{tenant_id}", "the template is not https"),
        ("https://soc.example/", "the template names no customer"),
        (
            "https://soc.example/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f",
            r#"the template has the tenant ID of "Fabrikam" in it"#,
        ),
        ("https://soc.example/{tenant_id}?org=contoso.onmicrosoft.com", r#"has the initial domain of "Contoso"#),
    ] {
        let own = SENTINEL.replace("https://soc.example/{tenant_id}/incidents", template);
        let sandbox = arranged(&format!(r#"{{ "default": "sentinel", "own": [{own}] }}"#));
        let said = refusals(&sandbox, &[&["open", "ctso", "-p", "sentinel"], &["url", "fabrikam", "-p", "sentinel"]]);
        assert_eq!(said.matches("error: your own portal \"sentinel\" cannot be used: ").count(), 2, "{said}");
        assert!(said.contains(why) && said.contains("--- exit 2"), "{said}");
        let all = session(&sandbox, &[&["url", "ctso", "--all"], &["portals", "ctso"], &["portals"]]);
        assert!(!all.contains("soc.example"), "{all}");
        let wrong = wrong(&sandbox);
        assert!(wrong.contains("portals.own: \"sentinel\" is left out: ") && wrong.contains(why), "{wrong}");
    }
}

#[test]
fn what_makes_no_sense_is_left_out_and_the_doctor_says_where_it_stands() {
    let sandbox = used();
    set(
        &sandbox,
        r#"{ "language": 5, "history_days": 0, "tray": { "recent": "many" },
             "portals": { "off": ["gone"], "default": "mto", "own": [ { "id": "x" } ] } }"#,
    );
    sandbox.portico(["url", "ctso", "-p", "entra"]).done();
    insta::assert_snapshot!(wrong(&sandbox), @r#"
    WRONG settings    language: invalid type: integer `5`, expected a string
                      correct it in $CONFIG/portico/settings.json
    WRONG settings    history_days: not a number from 1 to 3650: 0
                      correct it in $CONFIG/portico/settings.json
    WRONG settings    tray.recent: not a number from 0 to 20: "many"
                      correct it in $CONFIG/portico/settings.json
    WRONG settings    portals.own[0]: missing field `name`
                      correct it in $CONFIG/portico/settings.json
    WRONG settings    portals.off: no such portal: "gone"
                      correct it in $CONFIG/portico/settings.json
    "#);
}
