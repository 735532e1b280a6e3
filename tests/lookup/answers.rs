//! What the logins answer, and what becomes of it.

use crate::{CHINA, COMMERCIAL, CONTOSO, FABRIKAM, GCC_HIGH, US, WORLDWIDE, commercial, logins, lookup, session};
use portico_tests::{Reply, document};

#[test]
fn a_domain_has_its_tenant_and_cloud() {
    for (login, host, region, cloud) in [
        ("commercial", COMMERCIAL, WORLDWIDE, "public"),
        ("commercial", COMMERCIAL, r#","tenant_region_scope":"NA","tenant_region_sub_scope":"GCC""#, "gcc"),
        ("us", US, GCC_HIGH, "gcc-high"),
        ("us", US, r#","tenant_region_scope":"USGov","tenant_region_sub_scope":"DOD""#, "dod"),
        ("china", CHINA, r#","tenant_region_scope":"AS""#, "china"),
    ] {
        let (sandbox, server) = logins();
        server.answer(login, "contoso.com", Reply::json(document(host, CONTOSO, region)));
        let output = lookup(&sandbox, "contoso.com").done();
        let said = format!("contoso.com is the tenant {CONTOSO} in the {cloud} cloud\n");
        assert!(output.stdout.starts_with(&said), "{output:#?}");
        assert_eq!(output.stderr, "", "{cloud}");
        let all = ["commercial contoso.com", "us contoso.com", "china contoso.com"];
        assert_eq!(server.asked(), all, "two clouds could have it, so all are asked, each once");
    }
}

#[test]
fn what_it_says() {
    let (sandbox, server) = logins();
    server.answer("commercial", "contoso.com", commercial(CONTOSO));
    server.answer("us", "fabrikam.onmicrosoft.us", Reply::json(document(US, FABRIKAM, GCC_HIGH)));
    let text: String = [
        &["lookup", "contoso.com"][..],
        &["lookup", "contoso.com", "--json"],
        &["lookup", "fabrikam.onmicrosoft.us"],
        &["lookup", "nobody.example"],
        &["lookup", "nobody.example", "--json"],
    ]
    .iter()
    .map(|arguments| session(&sandbox, &server, arguments))
    .collect();
    insta::assert_snapshot!(text, @r#"
    $ portico lookup contoso.com
    contoso.com is the tenant 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 in the public cloud
    It is none of your customers. Add it: portico add NAME 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 --domain contoso.com
    --- exit 0
    $ portico lookup contoso.com --json
    {
      "customer": null,
      "domain": "contoso.com",
      "schema": 1,
      "tenants": [
        {
          "cloud": "public",
          "identity": "public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
          "registered_as": null,
          "tenant_id": "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44"
        }
      ]
    }
    --- exit 0
    $ portico lookup fabrikam.onmicrosoft.us
    fabrikam.onmicrosoft.us is the tenant 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f in the gcc-high cloud
    It is none of your customers. Add it: portico add NAME 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f --cloud gcc-high --initial-domain fabrikam.onmicrosoft.us
    --- exit 0
    $ portico lookup nobody.example
    --- stderr
    error: no tenant has this domain: "nobody.example"
    hint: check the spelling; a domain counts once the customer has added it to Entra ID
    hint: the tenant ID is also in the Entra admin center under Entra ID > Overview > Properties; `portico add NAME TENANT_ID` takes it
    --- exit 3
    $ portico lookup nobody.example --json
    {
      "customer": null,
      "domain": "nobody.example",
      "schema": 1,
      "tenants": []
    }
    --- stderr
    error: no tenant has this domain: "nobody.example"
    hint: check the spelling; a domain counts once the customer has added it to Entra ID
    hint: the tenant ID is also in the Entra admin center under Entra ID > Overview > Properties; `portico add NAME TENANT_ID` takes it
    --- exit 3
    "#);
}

#[test]
fn two_tenants_of_one_domain_are_both_shown_and_none_is_taken() {
    let (sandbox, server) = logins();
    sandbox.portico(["add", "Contoso", CONTOSO]).done();
    server.answer("commercial", "21vianet.com", commercial(CONTOSO));
    server.answer("china", "21vianet.com", Reply::json(document(CHINA, FABRIKAM, r#","tenant_region_scope":"AS""#)));
    let text = session(&sandbox, &server, &["lookup", "21vianet.com"])
        + &session(&sandbox, &server, &["lookup", "21vianet.com", "--json"])
        + &session(&sandbox, &server, &["lookup", "21vianet.com", "--cloud", "china"]);
    insta::assert_snapshot!(text, @r#"
    $ portico lookup 21vianet.com
    --- stderr
    error: 2 tenants have this domain: "21vianet.com"
      public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44  Contoso (public)
      china/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    hint: ask the customer which one it is; --cloud asks one cloud first
    --- exit 4
    $ portico lookup 21vianet.com --json
    {
      "customer": null,
      "domain": "21vianet.com",
      "schema": 1,
      "tenants": [
        {
          "cloud": "public",
          "identity": "public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
          "registered_as": "Contoso",
          "tenant_id": "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44"
        },
        {
          "cloud": "china",
          "identity": "china/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f",
          "registered_as": null,
          "tenant_id": "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f"
        }
      ]
    }
    --- stderr
    error: 2 tenants have this domain: "21vianet.com"
      public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44  Contoso (public)
      china/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    hint: ask the customer which one it is; --cloud asks one cloud first
    --- exit 4
    $ portico lookup 21vianet.com --cloud china
    21vianet.com is the tenant 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f in the china cloud
    It is none of your customers. Add it: portico add NAME 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f --cloud china --domain 21vianet.com
    --- exit 0
    "#);
}

#[test]
fn the_commercial_login_is_not_believed_about_azure_government() {
    let (sandbox, server) = logins();
    let elsewhere = Reply::json(document(US, CONTOSO, GCC_HIGH));
    server.answer("commercial", "contoso.com", elsewhere.clone());
    assert_eq!(lookup(&sandbox, "contoso.com").code, Some(3), "its own login does not know it");
    server.answer("us", "contoso.com", elsewhere);
    let output = lookup(&sandbox, "contoso.com").done();
    assert!(output.stdout.contains("in the gcc-high cloud"), "once and not twice: {output:#?}");
}

#[test]
fn only_the_domain_is_sent() {
    let (sandbox, server) = logins();
    server.answer("commercial", "contoso.com", commercial(CONTOSO));
    sandbox.portico(["lookup", "contoso.com", "--cloud", "public"]).done();
    let requests = server.requests();
    let [(_, request)] = &requests[..] else { panic!("one request should do: {requests:#?}") };
    insta::assert_snapshot!(server.shown(request).replace("\r\n", "\n").trim_end(), @"
    GET /contoso.com/v2.0/.well-known/openid-configuration HTTP/1.1
    user-agent: Portico/0.1.0
    accept: application/json
    host: $COMMERCIAL
    ");
}

#[test]
fn a_domain_may_come_out_of_an_address() {
    let (sandbox, server) = logins();
    server.answer("commercial", "contoso.com", commercial(CONTOSO));
    for typed in
        ["contoso.com", " Contoso.COM ", "https://contoso.com/about?x=1#y", "http://contoso.com", "ann@contoso.com"]
    {
        lookup(&sandbox, typed).done();
    }
    assert!(server.asked().iter().all(|asked| asked.ends_with(" contoso.com")), "{:?}", server.asked());
    let connections = server.connections();
    for typed in
        ["", "contoso", "contoso.com/x", "https://contoso.com@fabrikam.com/", "a@b@contoso.com", CONTOSO, "../x.com"]
    {
        assert_eq!(lookup(&sandbox, typed).code, Some(2), "{typed:?}");
    }
    assert_eq!(server.connections(), connections, "what is no domain is not sent");
}

#[test]
fn nothing_is_asked_when_the_login_hosts_are_not_all_named() {
    let (mut sandbox, server) = logins();
    sandbox.set("PORTICO_LOGIN_HOSTS", format!("commercial={}", server.address("commercial")));
    insta::assert_snapshot!(session(&sandbox, &server, &["lookup", "contoso.com"]), @r#"
    $ portico lookup contoso.com
    --- stderr
    error: not login hosts: "commercial=$COMMERCIAL" (commercial=HOST,us=HOST,china=HOST is needed)
    hint: correct or unset PORTICO_LOGIN_HOSTS
    --- exit 1
    "#);
    assert_eq!(server.connections(), 0);
}
