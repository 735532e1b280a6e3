use proptest::prelude::*;

use super::*;

const CONTOSO: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
const FABRIKAM: &str = "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f";

/// Returns a document as a login gives it, trimmed; `region` are further members.
fn document(host: &str, id: &str, region: &str) -> String {
    format!(
        r#"{{"token_endpoint":"https://{host}/{id}/oauth2/v2.0/token","response_modes_supported":["query","fragment"],
            "issuer":"https://{host}/{id}/v2.0","authorization_endpoint":"https://{host}/{id}/oauth2/v2.0/authorize",
            "cloud_instance_name":"microsoftonline.com"{region}}}"#
    )
}

fn judged(login: Login, body: &str) -> Result<Option<Found>, BadAnswer> {
    judge(login, 200, body.as_bytes())
}

#[test]
fn each_region_stands_for_one_cloud() {
    use Login::{China, Commercial, UsGovernment};
    for (login, region, cloud) in [
        (Commercial, r#","tenant_region_scope":"WW""#, Cloud::Public),
        (Commercial, r#","tenant_region_scope":"EU","tenant_region_sub_scope":null"#, Cloud::Public),
        (Commercial, r#","tenant_region_scope":null"#, Cloud::Public),
        (Commercial, "", Cloud::Public),
        (Commercial, r#","tenant_region_scope":"NA","tenant_region_sub_scope":"GCC""#, Cloud::Gcc),
        (UsGovernment, r#","tenant_region_scope":"USGov","tenant_region_sub_scope":"DODCON""#, Cloud::GccHigh),
        (UsGovernment, r#","tenant_region_scope":"USG","tenant_region_sub_scope":"DODCON""#, Cloud::GccHigh),
        (UsGovernment, r#","tenant_region_scope":"USGov","tenant_region_sub_scope":"DOD""#, Cloud::Dod),
        (UsGovernment, r#","tenant_region_scope":"DOD","tenant_region_sub_scope":"DOD""#, Cloud::Dod),
        (China, r#","tenant_region_scope":"AS""#, Cloud::China),
    ] {
        let tenant_id = CONTOSO.parse().unwrap();
        let body = document(login.host(), CONTOSO, region);
        assert_eq!(judged(login, &body), Ok(Some(Found { tenant_id, cloud })), "{login:?}{region}");
    }
}

#[test]
fn a_region_of_another_login_or_an_unknown_one_is_no_answer() {
    use Login::{China, Commercial, UsGovernment};
    for (login, scope, sub_scope) in [
        (Commercial, "USGov", "DODCON"),
        (Commercial, "USGov", ""),
        (Commercial, "WW", "DODCON"),
        (Commercial, "WW", "NEW"),
        (UsGovernment, "USGov", ""),
        (UsGovernment, "WW", "DOD"),
        (UsGovernment, "USGov", "GCC"),
        (China, "USGov", ""),
        (China, "AS", "GCC"),
    ] {
        let region = format!(r#","tenant_region_scope":"{scope}","tenant_region_sub_scope":"{sub_scope}""#);
        let refused = judged(login, &document(login.host(), CONTOSO, &region));
        assert_eq!(refused, Err(BadAnswer::Region(scope.into(), sub_scope.into())), "{login:?}");
    }
}

#[test]
fn only_the_login_that_has_a_tenant_is_believed_about_it() {
    let region = r#","tenant_region_scope":"USGov","tenant_region_sub_scope":"DODCON""#;
    let government = document(Login::UsGovernment.host(), CONTOSO, region);
    assert_eq!(judged(Login::Commercial, &government), Ok(None), "the login of Azure Government is asked about it");
    assert!(judged(Login::UsGovernment, &government).is_ok_and(|found| found.is_some()));
}

#[test]
fn every_400_means_not_found_and_every_other_status_nothing() {
    let good = document(Login::Commercial.host(), CONTOSO, "");
    for body in ["", "<html>", r#"{"error":"invalid_tenant","error_codes":[90002]}"#, &good] {
        assert_eq!(judge(Login::Commercial, 400, body.as_bytes()), Ok(None));
    }
    for status in [100, 201, 204, 206, 301, 302, 307, 404, 407, 429, 500, 503] {
        let refused = judge(Login::Commercial, status, good.as_bytes());
        assert_eq!(refused, Err(BadAnswer::Status(status)), "even with a good body");
    }
}

#[test]
fn an_answer_that_says_one_thing_differently_names_no_tenant() {
    let host = Login::Commercial.host();
    let good = document(host, CONTOSO, "");
    let issuer = format!("https://{host}/{CONTOSO}/v2.0");
    let with_issuer = |new: &str| good.replace(&format!("\"issuer\":\"{issuer}\""), &format!("\"issuer\":\"{new}\""));
    assert!(judged(Login::Commercial, &good).is_ok_and(|found| found.is_some()));
    for (body, why) in [
        // Not JSON, or not this JSON
        (String::new(), "Unreadable"),
        ("<!DOCTYPE html><title>Sign in</title>".into(), "Unreadable"),
        (good[..good.len() - 1].to_owned(), "Unreadable"),
        (format!("\u{feff}{good}"), "Unreadable"),
        (format!("{good}{good}"), "Unreadable"),
        (format!("[{good}]"), "Unreadable"),
        (good.replace("issuer", "issuers"), "Unreadable"),
        (good.replace("token_endpoint", "tokens"), "Unreadable"),
        (good.replace("authorization_endpoint", "authorize"), "Unreadable"),
        (good.replace(&format!("\"{issuer}\""), "1"), "Unreadable"),
        // Twice
        (good.replacen('{', &format!("{{\"issuer\":\"{issuer}\","), 1), "Unreadable"),
        (good.replacen('{', &format!("{{\"iss\\u0075er\":\"{issuer}\","), 1), "Unreadable"),
        (good.replacen('{', "{\"tenant_region_scope\":\"WW\",\"tenant_region_scope\":\"WW\",", 1), "Unreadable"),
        (good.replacen('{', "{\"unknown\":1,\"unknown\":1,", 1), "Unreadable"),
        // Too long
        (format!("{good}{}", " ".repeat(BODY_LIMIT)), "TooLong"),
        // Issuer
        (with_issuer(&format!("https://sts.windows.net/{CONTOSO}/")), "Issuer"),
        (with_issuer(&format!("https://login.example/{CONTOSO}/v2.0")), "Issuer"),
        (with_issuer(&format!("https://{host}.example/{CONTOSO}/v2.0")), "Issuer"),
        (with_issuer(&format!("https://x@{host}/{CONTOSO}/v2.0")), "Issuer"),
        (with_issuer(&format!("http://{host}/{CONTOSO}/v2.0")), "Issuer"),
        (with_issuer(&format!("{issuer}/")), "Issuer"),
        (with_issuer(&issuer.to_uppercase().replace("HTTPS://", "https://")), "Issuer"),
        (with_issuer(&issuer.replace("8f3c", "8F3C")), "Issuer"),
        (with_issuer(""), "Issuer"),
        // Tenant ID
        (document(host, "{tenantid}", ""), "TenantId"),
        (document(host, "common", ""), "TenantId"),
        (document(host, "organizations", ""), "TenantId"),
        (document(host, "9188040d-6c67-4c5b-b112-36a304b66dad", ""), "TenantId"),
        (document(host, "00000000-0000-0000-0000-000000000000", ""), "TenantId"),
        (document(host, "ffffffff-ffff-ffff-ffff-ffffffffffff", ""), "TenantId"),
        (document(host, "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a4", ""), "TenantId"),
        (document(host, &format!("{CONTOSO}/{FABRIKAM}"), ""), "TenantId"),
        (document(host, "", ""), "TenantId"),
        // Endpoints
        (with_issuer(&issuer.replace(CONTOSO, FABRIKAM)), "Endpoint"),
        (with_issuer(&issuer.replace(host, Login::China.host())), "Endpoint"),
        (good.replace(&format!("{CONTOSO}/oauth2/v2.0/token"), &format!("{FABRIKAM}/oauth2/v2.0/token")), "Endpoint"),
        (good.replace(&format!("{CONTOSO}/oauth2/v2.0/auth"), &format!("{FABRIKAM}/oauth2/v2.0/auth")), "Endpoint"),
        (good.replace("v2.0/token", "token"), "Endpoint"),
        (good.replace("v2.0/authorize", "v2.0/authorize?x"), "Endpoint"),
        (good.replace(&format!("{host}/{CONTOSO}/oauth2"), &format!("login.example/{CONTOSO}/oauth2")), "Endpoint"),
    ] {
        let refused = judged(Login::Commercial, &body).expect_err(&body);
        assert!(format!("{refused:?}").starts_with(why), "{refused:?} for {body}");
        assert!(!refused.to_string().is_empty());
    }
}

#[test]
fn bytes_that_are_no_text_are_no_answer() {
    assert_eq!(judge(Login::China, 200, b"{\"issuer\":\"\xff\"}"), Err(BadAnswer::Unreadable));
}

/// A value of one of the fields: mostly right, in part another's.
fn value() -> impl Strategy<Value = String> {
    let id = prop_oneof![4 => Just(CONTOSO), 2 => Just(FABRIKAM), 1 => Just("common"), 1 => Just("")];
    let host = prop_oneof![
        4 => Just(Login::Commercial.host()), 1 => Just(Login::UsGovernment.host()), 1 => Just("login.example")
    ];
    let end = prop_oneof![
        Just("/v2.0"),
        Just("/oauth2/v2.0/token"),
        Just("/oauth2/v2.0/authorize"),
        Just("/"),
        Just("/v2.0/v2.0")
    ];
    (host, id, end).prop_map(|(host, id, end)| format!("https://{host}/{id}{end}"))
}

/// A value that fits the field by its end, so that good answers come up too.
fn fitting(end: &'static str) -> impl Strategy<Value = String> {
    let right = value().prop_map(move |value| {
        let base: String = value.splitn(5, '/').take(4).collect::<Vec<_>>().join("/");
        format!("{base}{end}")
    });
    prop_oneof![4 => right, 1 => value()]
}

proptest! {
    #[test]
    fn no_tenant_comes_out_that_the_issuer_and_both_endpoints_do_not_name(
        issuer in fitting("/v2.0"), token in fitting("/oauth2/v2.0/token"), authorize in fitting("/oauth2/v2.0/authorize"),
        login in prop_oneof![Just(Login::Commercial), Just(Login::UsGovernment), Just(Login::China)],
    ) {
        let body = serde_json::json!({ "issuer": issuer, "token_endpoint": token, "authorization_endpoint": authorize });
        if let Ok(Some(found)) = judged(login, &body.to_string()) {
            let start = format!("https://{}/{}/", login.host(), found.tenant_id);
            for value in [&issuer, &token, &authorize] {
                prop_assert!(value.starts_with(&start), "{value}");
            }
        }
    }

    #[test]
    fn no_bytes_are_too_strange(status in 100_u16..600, body in proptest::collection::vec(any::<u8>(), 0..200)) {
        if status != 400 {
            prop_assert!(judge(Login::Commercial, status, &body).is_err());
        }
    }

    #[test]
    fn one_flipped_bit_never_names_another_tenant(at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let mut body = document(Login::Commercial.host(), CONTOSO, "").into_bytes();
        let at = at.index(body.len());
        body[at] ^= 1 << bit;
        if let Ok(Some(found)) = judge(Login::Commercial, 200, &body) {
            prop_assert_eq!(found.tenant_id.to_string(), CONTOSO);
        }
    }
}
