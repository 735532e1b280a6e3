//! Links that name two customers or a changed one, and what only looks like a portal's link: nothing opens.

use portico_tests::Sandbox;

use crate::links::{incident, safe};
use crate::pins::{changed, known};
use crate::{CONTOSO, FABRIKAM, customers, id, refusals, refused, with_registry};

#[test]
fn a_link_that_names_another_customer_or_two_opens_nothing() {
    let sandbox = with_registry(
        r#"{ "schema": 1, "tenants": [
            { "name": "Contoso", "tenant_id": "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44", "domain": "contoso.com" },
            { "name": "Fabrikam", "tenant_id": "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f", "domain": "fabrikam.com" },
            { "name": "Twin", "tenant_id": "5b1d7a60-9c3e-4f28-8e41-000000000001", "cloud": "gcc-high" },
            { "name": "Twin", "tenant_id": "5b1d7a60-9c3e-4f28-8e41-000000000001", "cloud": "dod" } ] }"#,
    );
    let said = refusals(
        &sandbox,
        &[
            &["open", &incident(CONTOSO), "--for", "Fabrikam"],
            &["open", &format!("{}&tid={FABRIKAM}", incident(CONTOSO))],
            &["open", &format!("https://portal.azure.com/{CONTOSO}/#@fabrikam.com/resource/x")],
            &["open", &format!("https://entra.microsoft.com/{CONTOSO}/#view/X/tenantId/{FABRIKAM}")],
            &["open", &format!("https://security.microsoft.us/?tid={CONTOSO}")],
            &["open", &format!("https://portal.azure.us/{}", id(1))],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico open https://security.microsoft.com/incidents/4127?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 --for Fabrikam
    --- stderr
    error: the link names "Contoso", not "Fabrikam": nothing was opened
    hint: if "Contoso" is the customer you mean, leave --for out
    --- exit 7
    $ portico open https://security.microsoft.com/incidents/4127?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44&tid=0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- stderr
    error: the link names two tenants: 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 and 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f: nothing was opened
    hint: open the customer by name, and go to the page from there
    --- exit 1
    $ portico open https://portal.azure.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44/#@fabrikam.com/resource/x
    --- stderr
    error: the link names "Contoso", and beside it another domain: fabrikam.com
    hint: open the customer by name, and go to the page from there
    --- exit 1
    $ portico open https://entra.microsoft.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44/#view/X/tenantId/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- stderr
    error: the link names "Contoso", and further on the tenant ID of "Fabrikam": nothing was opened
    hint: open the customer by name, and go to the page from there
    --- exit 1
    $ portico open https://security.microsoft.us/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- stderr
    error: "Contoso" is in the cloud public, and this link is for gcc-high: nothing was opened
    hint: open the customer by name, and go to the page from there
    --- exit 1
    $ portico open https://portal.azure.us/5b1d7a60-9c3e-4f28-8e41-000000000001
    --- stderr
    error: 2 customers match this link
      gcc-high/5b1d7a60-9c3e-4f28-8e41-000000000001  Twin (gcc-high)
      dod/5b1d7a60-9c3e-4f28-8e41-000000000001  Twin (dod)
    hint: say which one with `--for CLOUD/TENANT_ID`
    --- exit 4
    "#);
    let dod = ["url", &format!("https://portal.azure.us/{}", id(1)), "--for", &format!("dod/{}", id(1))];
    sandbox.portico(dod).done();
}

#[test]
fn what_is_no_portals_link_says_why() {
    let sandbox = customers();
    let said = refusals(
        &sandbox,
        &[
            &["open", &format!("https://security.microsoft.com.evil.example/?tid={CONTOSO}")],
            &["open", &format!("https://security.microsoft.com@evil.example/?tid={CONTOSO}")],
            &["open", &format!("https://sеcurity.microsoft.com/?tid={CONTOSO}")],
            &["open", &safe(&format!("https://security.microsoft.com.evil.example/?tid={CONTOSO}"))],
            &["open", &format!("https://security.microsoft.com/a%2f..%2fb?tid={CONTOSO}")],
            &["open", "https://security.microsoft.com/?tid=4127"],
            &["open", "https://protect-eu.mimecast.com/s/AbCd"],
            &["open", "https://mto.security.microsoft.com/"],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico open https://security.microsoft.com.evil.example/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- stderr
    error: no portal that Portico knows: "security.microsoft.com.evil.example": nothing was opened
    hint: run `portico portals` to see the portals
    --- exit 1
    $ portico open https://security.microsoft.com@evil.example/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- stderr
    error: the link has a user name in front of its host, which no portal has: nothing was opened
    hint: open the customer by name, and go to the page from there
    --- exit 1
    $ portico open "https://sеcurity.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44"
    --- stderr
    error: the link has a host with other than plain letters, which could pass for a portal's: nothing was opened
    hint: open the customer by name, and go to the page from there
    --- exit 1
    $ portico open https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsecurity.microsoft.com.evil.example%2F%3Ftid%3D8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44&data=05%7C02%7C%7C0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f%7C0&reserved=0
    --- stderr
    error: no portal that Portico knows: "security.microsoft.com.evil.example": nothing was opened
    hint: run `portico portals` to see the portals
    --- exit 1
    $ portico open https://security.microsoft.com/a%2f..%2fb?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- stderr
    error: Microsoft Defender: the link could lead elsewhere by this part of it: "/a%2f..%2fb"
    hint: open the customer by name, and go to the page from there
    --- exit 1
    $ portico open https://security.microsoft.com/?tid=4127
    --- stderr
    error: the link has no tenant in its "tid": not a tenant ID: "4127" (it has 4 characters, a tenant ID has 36): nothing was opened
    hint: open the customer by name, and go to the page from there
    --- exit 1
    $ portico open https://protect-eu.mimecast.com/s/AbCd
    --- stderr
    error: Mimecast hides where the link leads: nothing was opened
    hint: copy the address that it leads to, and open that
    --- exit 1
    $ portico open https://mto.security.microsoft.com/
    --- stderr
    error: Defender multitenant management: this page has no address that names a customer
    hint: open the customer by name, and go to the page from there
    --- exit 1
    "#);
    assert!(said.matches("--- exit 1").count() == 8, "{said}");
}

#[test]
fn what_does_not_go_with_a_link_is_a_mistake_in_the_grammar() {
    let link = &incident(CONTOSO);
    let said = refusals(
        &customers(),
        &[&["open", link, "--portal", "entra"], &["url", link, "--all"], &["open", "ctso", "--for", "ctso"]],
    );
    insta::assert_snapshot!(said, @"
    $ portico open https://security.microsoft.com/incidents/4127?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 --portal entra
    --- stderr
    error: a link leads to a page of its own portal: no other can be named beside it
    hint: leave --portal and --all out, or name the customer in place of the link
    --- exit 2
    $ portico url https://security.microsoft.com/incidents/4127?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 --all
    --- stderr
    error: a link leads to a page of its own portal: no other can be named beside it
    hint: leave --portal and --all out, or name the customer in place of the link
    --- exit 2
    $ portico open ctso --for ctso
    --- stderr
    error: --for goes with a link that names no customer, not with a customer
    hint: a link begins with https://
    --- exit 2
    ");
}

#[test]
fn a_changed_customer_does_not_open_by_link_either() {
    let sandbox = known();
    sandbox.write_registry(&changed("\"Contoso Pharmaceuticals\"", "\"Contoso Retail\""));
    for arguments in [
        &["open", &incident(CONTOSO), "--yes"][..],
        &["open", &incident(CONTOSO), "--print"],
        &["open", "https://entra.microsoft.com/contoso.com"],
        &["url", "https://security.microsoft.com/", "--for", "contoso.com"],
    ] {
        assert_eq!(refused(&sandbox, arguments).code, Some(7), "{arguments:?}");
    }
    // Its ID given to another name.
    sandbox.write_registry(&changed(CONTOSO, &id(1)));
    assert_eq!(refused(&sandbox, &["open", &incident(&id(1))]).code, Some(7));
}

#[test]
fn a_link_never_drives_the_terminal() {
    let sandbox = customers();
    for evil in
        ["\u{1b}[31mred", "\u{1b}]0;title\u{7}", "\u{9b}2J", "a\u{202e}b", "a\rb", "\u{e0041}", "%1b[31m", "%e2%80%ae"]
    {
        for link in [
            format!("https://{evil}"),
            format!("https://{evil}.example/"),
            format!("https://security.microsoft.com/{evil}?tid={CONTOSO}"),
            format!("https://security.microsoft.com/?tid={evil}"),
            format!("https://security.microsoft.com/?tid={CONTOSO}&{evil}={evil}&viewid={evil}"),
            format!("https://entra.microsoft.com/{evil}/"),
            format!("https://entra.microsoft.com/{CONTOSO}/#view/{evil}"),
            format!("https://{evil}-admin.sharepoint.com/"),
            safe(&format!("https://{evil}.example/")),
        ] {
            for arguments in [&["open", &link, "--print"][..], &["url", &link, "--for", evil]] {
                crate::hostile::assert_harmless(&sandbox.portico(arguments), &format!("{arguments:?}"), &['\n']);
                let on_terminal = Sandbox::terminal(&sandbox, arguments).finish();
                crate::hostile::assert_harmless(&on_terminal, &format!("{arguments:?} on a terminal"), &['\n']);
            }
        }
    }
}
