//! A portal's link in place of a customer: from mails, tickets and chats, as it stands there.

use portico_tests::{Desktop, Notification};

use crate::{CONTOSO, FABRIKAM, customers, id, refusals, refused, session, with_registry};

/// Returns a link to an incident in Defender.
pub(crate) fn incident(tenant: &str) -> String {
    format!("https://security.microsoft.com/incidents/4127?tid={tenant}")
}

/// Returns a link as Safe Links wraps it, with another customer's ID in what it says about the mail.
pub(crate) fn safe(link: &str) -> String {
    let encoded = link.replace('%', "%25").replace(':', "%3A").replace('/', "%2F").replace('?', "%3F");
    let encoded = encoded.replace('=', "%3D").replace('&', "%26").replace('#', "%23");
    format!("https://eur01.safelinks.protection.outlook.com/?url={encoded}&data=05%7C02%7C%7C{FABRIKAM}%7C0&reserved=0")
}

#[test]
fn a_link_opens_at_an_address_with_its_customers_own_tenant_id() {
    let desktop = Desktop::bare(customers());
    let contoso = incident(CONTOSO);
    let links = [
        (contoso.clone(), contoso.clone()),
        (format!("<{contoso}>."), contoso.clone()),
        (incident(&CONTOSO.to_uppercase()), contoso.clone()),
        (contoso.replace("https", "http"), contoso.clone()),
        (safe(&contoso), contoso.clone()),
        (safe(&safe(&contoso)), contoso.clone()),
        (safe(&contoso).replace('&', "&amp;"), contoso.clone()),
        (contoso.replace("security.microsoft.com", "securitycenter.windows.com"), contoso.clone()),
        (format!("{contoso}&utm=x&tid={CONTOSO}"), contoso),
        ("https://entra.microsoft.com/contoso.com".into(), format!("https://entra.microsoft.com/{CONTOSO}/")),
        (format!("https://portal.azure.com/?tid={CONTOSO}"), format!("https://portal.azure.com/{CONTOSO}/")),
        (
            "https://portal.azure.com/#@contoso.onmicrosoft.com/resource/x".into(),
            format!("https://portal.azure.com/#@{CONTOSO}/resource/x"),
        ),
        ("https://contoso-admin.sharepoint.com".into(), "https://contoso-admin.sharepoint.com/".into()),
        (format!("https://portal.azure.us/{FABRIKAM}/"), format!("https://portal.azure.us/{FABRIKAM}/")),
    ];
    let mut expected = Vec::new();
    for (link, address) in links {
        desktop.sandbox.portico(["open", &link]).done();
        expected.push(address.clone());
        assert_eq!(desktop.sandbox.wait_opened(expected.len()), expected, "{link}");
        let printed = desktop.sandbox.portico(["open", &link, "--print"]).done();
        assert_eq!(printed.stdout, format!("{address}\n"), "{link}");
        assert_eq!(desktop.sandbox.portico(["url", &link]).done(), printed, "{link}");
    }
    assert_eq!(desktop.sandbox.opened(), expected, "printing opens nothing");
}

#[test]
fn open_says_whose_page_it_is_and_where_to_check() {
    let desktop = Desktop::bare(customers());
    let said = session(
        &desktop.sandbox,
        &[
            &["open", &incident(CONTOSO)],
            &["open", &format!("https://make.powerapps.com/home?tenant={CONTOSO}")],
            &["open", &format!("https://admin.microsoft.com/Partner/BeginClientSession.aspx?CTID={CONTOSO}")],
            &["open", &format!("https://security.microsoft.us/?tid={FABRIKAM}")],
            &["history", "--json"],
        ],
    );
    let (said, history) = said.split_once("$ portico history").unwrap();
    insta::assert_snapshot!(said, @"
    $ portico open https://security.microsoft.com/incidents/4127?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    Opening Microsoft Defender for Contoso Pharmaceuticals (contoso.com, public)
    --- exit 0
    $ portico open https://make.powerapps.com/home?tenant=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    Opening Power Apps for Contoso Pharmaceuticals (contoso.com, public)
    --- exit 0
    $ portico open https://admin.microsoft.com/Partner/BeginClientSession.aspx?CTID=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    Opening Microsoft 365 admin center for Contoso Pharmaceuticals (contoso.com, public)
    --- stderr
    note: this portal may show another tenant: check the name in the portal
    --- exit 0
    $ portico open https://security.microsoft.us/?tid=0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    Opening Microsoft Defender for Fabrikam (gcc-high)
    --- stderr
    note: this portal may show another tenant: check the name in the portal
    --- exit 0
    ");
    for portal in ["\"defender\"", "\"power-apps\"", "\"m365-admin\""] {
        assert!(history.contains(portal), "{history}");
    }
    assert_eq!(desktop.sandbox.wait_opened(4).len(), 4);
}

#[test]
fn a_printed_address_says_whose_it_is_beside_it() {
    let sandbox = customers();
    let said = session(
        &sandbox,
        &[
            &["open", "--print", &incident(CONTOSO)],
            &["url", &format!("https://security.microsoft.us/?tid={FABRIKAM}")],
            &["url", "https://security.microsoft.com/", "--for", "ctso"],
            &["url", "ctso"],
            &["open", "--print", "ctso"],
        ],
    );
    insta::assert_snapshot!(said, @"
    $ portico open --print https://security.microsoft.com/incidents/4127?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    https://security.microsoft.com/incidents/4127?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- stderr
    note: Microsoft Defender for Contoso Pharmaceuticals (contoso.com, public)
    --- exit 0
    $ portico url https://security.microsoft.us/?tid=0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    https://security.microsoft.us/?tid=0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- stderr
    note: Microsoft Defender for Fabrikam (gcc-high)
    note: this portal may show another tenant: check the name in the portal
    --- exit 0
    $ portico url https://security.microsoft.com/ --for ctso
    https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- stderr
    note: Microsoft Defender for Contoso Pharmaceuticals (contoso.com, public)
    --- exit 0
    $ portico url ctso
    https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 0
    $ portico open --print ctso
    https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 0
    ");
}

#[test]
fn what_is_left_out_of_a_link_is_told() {
    let desktop = Desktop::bare(customers());
    let hunting = format!("https://security.microsoft.com/v2/advanced-hunting?query=H4sIAAAA&tid={CONTOSO}");
    let mailboxes = "https://admin.cloud.microsoft/exchange#/mailboxes";
    let said = session(&desktop.sandbox, &[&["open", &hunting], &["url", mailboxes, "--for", "ctso"]]);
    insta::assert_snapshot!(said, @"
    $ portico open https://security.microsoft.com/v2/advanced-hunting?query=H4sIAAAA&tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    Opening Microsoft Defender for Contoso Pharmaceuticals (contoso.com, public)
    --- stderr
    note: part of the link was left out: the page opens without it
    --- exit 0
    $ portico url https://admin.cloud.microsoft/exchange#/mailboxes --for ctso
    https://admin.cloud.microsoft/exchange?delegatedOrg=contoso.onmicrosoft.com
    --- stderr
    note: Exchange admin center for Contoso Pharmaceuticals (contoso.com, public)
    note: part of the link was left out: the page opens without it
    note: this portal may show another tenant: check the name in the portal
    --- exit 0
    ");
    assert_eq!(desktop.sandbox.wait_opened(1).len(), 1);
}

#[test]
fn a_link_without_a_customer_asks_or_is_told() {
    let desktop = Desktop::bare(customers());
    let sandbox = &desktop.sandbox;
    let link = "https://security.microsoft.com/incidents/4127";
    insta::assert_snapshot!(refusals(sandbox, &[&["open", link], &["url", link]]), @"
    $ portico open https://security.microsoft.com/incidents/4127
    --- stderr
    error: the link names no customer: nothing was opened
    hint: say for whom with `--for TENANT`, by name, alias, domain or tenant ID
    --- exit 4
    $ portico url https://security.microsoft.com/incidents/4127
    --- stderr
    error: the link names no customer: nothing was opened
    hint: say for whom with `--for TENANT`, by name, alias, domain or tenant ID
    --- exit 4
    ");
    let piped = sandbox.portico_reading("contoso.com\n", ["open", link]);
    assert_eq!(piped.code, Some(4), "a pipe is nobody: what is in it was not meant as an answer");

    let terminal = sandbox.terminal(["open", link]);
    terminal.wait_for("Which customer? ").type_line("conto");
    insta::assert_snapshot!(terminal.finish().transcript(), @"
    This link to Microsoft Defender names no customer. Which customer? conto
    Opening Microsoft Defender for Contoso Pharmaceuticals (contoso.com, public)
    --- exit 0
    ");
    sandbox.portico(["open", link, "--for", "ctso"]).done();
    sandbox.portico(["url", link, "--for", "Contoso Pharmaceuticals"]).done();
    assert_eq!(sandbox.wait_opened(2), [incident(CONTOSO), incident(CONTOSO)]);
}

#[test]
fn no_answer_and_a_wrong_one_open_nothing() {
    let sandbox = customers();
    for (answer, code) in [("", 130), ("nobody", 3), ("fabrikam", 1)] {
        let terminal = sandbox.terminal(["open", "https://security.microsoft.com/incidents/4127"]);
        terminal.wait_for("Which customer? ").type_line(answer);
        let output = terminal.finish();
        assert_eq!(output.code, Some(code), "{answer:?}: {output:?}");
        assert!(!output.stdout.contains("Opening"), "{output:?}");
    }
    // Where no address could name the customer, nobody is asked.
    let output = sandbox.terminal(["open", "https://mto.security.microsoft.com/"]).finish();
    assert_eq!(output.code, Some(1), "{output:?}");
    assert_eq!(sandbox.opened(), Vec::<String>::new());
}

#[test]
fn a_link_that_names_nobody_here_shows_how_to_add_the_customer() {
    let sandbox = customers();
    let said = refusals(
        &sandbox,
        &[
            &["open", &incident(&id(1))],
            &["open", &format!("https://purview.microsoft.us/?tid={}", id(1))],
            &["open", &format!("https://portal.azure.us/{}", id(1))],
            &["open", "https://admin.cloud.microsoft/?delegatedOrg=northwind.onmicrosoft.com"],
            &["open", "https://northwind-admin.sharepoint.com/"],
        ],
    );
    insta::assert_snapshot!(said, @"
    $ portico open https://security.microsoft.com/incidents/4127?tid=5b1d7a60-9c3e-4f28-8e41-000000000001
    --- stderr
    error: no customer has this tenant ID: 5b1d7a60-9c3e-4f28-8e41-000000000001
    hint: add it with `portico add NAME 5b1d7a60-9c3e-4f28-8e41-000000000001`
    --- exit 3
    $ portico open https://purview.microsoft.us/?tid=5b1d7a60-9c3e-4f28-8e41-000000000001
    --- stderr
    error: no customer has this tenant ID: 5b1d7a60-9c3e-4f28-8e41-000000000001
    hint: add it with `portico add NAME 5b1d7a60-9c3e-4f28-8e41-000000000001 --cloud gcc-high`
    --- exit 3
    $ portico open https://portal.azure.us/5b1d7a60-9c3e-4f28-8e41-000000000001
    --- stderr
    error: no customer has this tenant ID: 5b1d7a60-9c3e-4f28-8e41-000000000001
    hint: add it with `portico add NAME 5b1d7a60-9c3e-4f28-8e41-000000000001 --cloud gcc-high` or `portico add NAME 5b1d7a60-9c3e-4f28-8e41-000000000001 --cloud dod`
    --- exit 3
    $ portico open https://admin.cloud.microsoft/?delegatedOrg=northwind.onmicrosoft.com
    --- stderr
    error: no customer has this domain: northwind.onmicrosoft.com
    hint: if you know whose it is, add it with `portico edit TENANT --initial-domain northwind.onmicrosoft.com`
    --- exit 3
    $ portico open https://northwind-admin.sharepoint.com/
    --- stderr
    error: no customer has this SharePoint label: northwind
    hint: if you know whose it is, add it with `portico edit TENANT --sharepoint northwind`
    --- exit 3
    ");
    assert!(said.matches("--- exit 3").count() == 5, "{said}");
    for customer in ["ctso", "fabrikam"] {
        let output = refused(&sandbox, &["open", &incident(&id(1)), "--for", customer]);
        assert_eq!(output.code, Some(3), "naming another customer does not make it known");
    }
    sandbox.portico(["add", "Northwind", &id(1)]).done();
    assert_eq!(sandbox.portico(["url", &incident(&id(1))]).done().stdout, format!("{}\n", incident(&id(1))));
}

#[test]
fn expect_confirm_and_own_hold_for_links() {
    let desktop = Desktop::bare(with_registry(
        r#"{ "schema": 1, "tenants": [
            { "name": "Contoso", "tenant_id": "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44", "confirm": true },
            { "name": "Our own", "tenant_id": "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f", "own": true } ] }"#,
    ));
    let sandbox = &desktop.sandbox;
    insta::assert_snapshot!(refusals(sandbox, &[
        &["open", &incident(CONTOSO)],
        &["open", &incident(FABRIKAM)],
        &["open", &incident(CONTOSO), "--yes", "--expect", "Fabrikam"],
    ]), @r#"
    $ portico open https://security.microsoft.com/incidents/4127?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- stderr
    error: Contoso is marked to be asked about, and there is no terminal to ask on: nothing was opened
    hint: answer beforehand with --yes
    --- exit 1
    $ portico open https://security.microsoft.com/incidents/4127?tid=0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- stderr
    error: Our own is your own tenant, and there is no terminal to ask on: nothing was opened
    hint: answer beforehand with --yes
    --- exit 1
    $ portico open https://security.microsoft.com/incidents/4127?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 --yes --expect Fabrikam
    --- stderr
    error: public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 is named "Contoso" now, not "Fabrikam": nothing was opened
    hint: if that is the customer you mean, open it by its new name
    --- exit 7
    "#);
    let terminal = sandbox.terminal(["open", &incident(CONTOSO)]);
    terminal.wait_for("[y/N] ").type_line("n");
    assert_eq!(terminal.finish().code, Some(130));
    sandbox.portico(["url", &incident(CONTOSO)]).done();
    sandbox.portico(["open", &incident(CONTOSO), "--yes", "--expect", "contoso"]).done();
    assert_eq!(sandbox.wait_opened(1), [incident(CONTOSO)]);
}

#[test]
fn a_launchers_link_that_opens_nothing_becomes_a_notification() {
    let desktop = Desktop::bare(customers());
    let notified = desktop.receive_notifications();
    let link = "https://security.microsoft.com/<b>x";
    assert_eq!(refused(&desktop.sandbox, &["open", link, "--source", "launcher"]).code, Some(1));
    let all: Vec<_> = notified.try_iter().collect();
    let [Notification { summary, body, .. }] = &all[..] else { panic!("one notification: {all:?}") };
    assert_eq!(summary, "Portico opened nothing");
    insta::assert_snapshot!(body, @r#"
    Microsoft Defender: the link could lead elsewhere by this part of it: "/&lt;b&gt;x"
    open the customer by name, and go to the page from there
    "#);
}
