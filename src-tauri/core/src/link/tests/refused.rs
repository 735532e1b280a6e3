//! Links that name two tenants or none, and what only looks like a portal.

use super::{assert_named, named, read};

#[test]
fn two_tenants_in_one_link_are_refused() {
    for text in [
        "https://security.microsoft.com/?tid={id}&tid={other}",
        "https://security.microsoft.com/?tid={id}&TID={other}",
        "https://security.microsoft.com/?tid={id}&tenantId={other}",
        "https://entra.microsoft.com/{id}/?tid={other}#home",
        "https://portal.azure.com/{id}/#@{other}/resource/x",
        "https://portal.azure.com/?tenant={id}#@{other}/resource/x",
        "https://partner.microsoft.com/commerce/customers/{id}/subscriptions?ctid={other}",
        "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}%26tid%3D{other}",
    ] {
        let refused =
            ["{id} and {other}", "{other} and {id}"].map(|both| format!("the link names two tenants: {both}"));
        assert!(refused.contains(&named(text)), "{text}: {}", named(text));
    }
    let domains = "https://admin.cloud.microsoft/?delegatedOrg=contoso.com&delegatedOrg=fabrikam.com";
    assert_eq!(named(domains), "the link names two tenants: contoso.com and fabrikam.com");
}

#[test]
fn what_only_looks_like_a_portal_is_refused() {
    assert_named(&[
        (
            "https://security.microsoft.com.evil.example/?tid={id}",
            "no portal that Portico knows: \"security.microsoft.com.evil.example\"",
        ),
        ("https://evil.example/security.microsoft.com/?tid={id}", "no portal that Portico knows: \"evil.example\""),
        ("https://xsecurity.microsoft.com/?tid={id}", "no portal that Portico knows: \"xsecurity.microsoft.com\""),
        ("https://security.microsoft.com./?tid={id}", "no portal that Portico knows: \"security.microsoft.com.\""),
        ("https://microsoft.com/?tid={id}", "no portal that Portico knows: \"microsoft.com\""),
        (
            "https://contoso.sharepoint.com.evil.example/",
            "no portal that Portico knows: \"contoso.sharepoint.com.evil.example\"",
        ),
        ("https://a.contoso.sharepoint.com/", "no portal that Portico knows: \"a.contoso.sharepoint.com\""),
        ("https://-admin.sharepoint.com/", "no portal that Portico knows: \"-admin.sharepoint.com\""),
        ("https://xn--contoso-.sharepoint.com/", "the link cannot be read"),
        (
            "https://developer.microsoft.com/en-us/graph?tenant={id}",
            "no portal that Portico knows: \"developer.microsoft.com\"",
        ),
        (
            "https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fsecurity.microsoft.com",
            "no portal that Portico knows: \"safelinks.protection.outlook.com.evil.example\"",
        ),
        (
            "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsecurity.microsoft.com.evil.example%2F%3Ftid%3D{id}",
            "no portal that Portico knows: \"security.microsoft.com.evil.example\"",
        ),
        ("https://127.0.0.1/?tid={id}", "no portal that Portico knows: \"127.0.0.1\""),
        (
            "https://security.microsoft.com@evil.example/?tid={id}",
            "the link has a user name in front of its host, which no portal has",
        ),
        (
            "https://evil@security.microsoft.com/?tid={id}",
            "the link has a user name in front of its host, which no portal has",
        ),
        (
            "https://security.microsoft.com\\@evil.example/?tid={id}",
            "the link has spaces, backslashes or invisible characters",
        ),
        (
            "https://evil.example\\.security.microsoft.com/?tid={id}",
            "the link has spaces, backslashes or invisible characters",
        ),
        ("https://security.microsoft.com:8443/?tid={id}", "the link has a port, which no portal has"),
        (
            "https://security.micro\u{200b}soft.com/?tid={id}",
            "the link has spaces, backslashes or invisible characters",
        ),
        (
            "https://security.microsoft.com/\u{202e}?tid={id}",
            "the link has spaces, backslashes or invisible characters",
        ),
        (
            "https://security.microsoft.com/?tid={id} https://evil.example",
            "the link has spaces, backslashes or invisible characters",
        ),
        (
            "https://sеcurity.microsoft.com/?tid={id}",
            "the link has a host with other than plain letters, which could pass for a portal's",
        ),
        (
            "https://ｓecurity.microsoft.com/?tid={id}",
            "the link has a host with other than plain letters, which could pass for a portal's",
        ),
        (
            "https://security.microsoft%2ecom/?tid={id}",
            "the link has a host with other than plain letters, which could pass for a portal's",
        ),
        (
            "https:///security.microsoft.com/?tid={id}",
            "the link has a host with other than plain letters, which could pass for a portal's",
        ),
        ("https://", "the link cannot be read"),
        ("ftp://security.microsoft.com/?tid={id}", "not a link: \"ftp://security.microsoft.com/?tid={id}\""),
        ("javascript:alert(1)", "not a link: \"javascript:alert(1)\""),
    ]);
}

#[test]
fn a_marker_that_names_no_tenant_is_refused() {
    assert_named(&[
        ("https://security.microsoft.com/?tid=", "the link has no tenant in its \"tid\": the tenant ID is empty"),
        (
            "https://security.microsoft.com/?tid=common",
            "the link has no tenant in its \"tid\": a sign-in placeholder, not a tenant ID: \"common\"",
        ),
        (
            "https://security.microsoft.com/?tid=9b61bc46-942c-4e61-b21e-da1ede61c82",
            "the link has no tenant in its \"tid\": not a tenant ID: \"9b61bc46-942c-4e61-b21e-da1ede61c82\" (it has 35 characters, a tenant ID has 36)",
        ),
        (
            "https://security.microsoft.com/?tid=%1b[31m",
            "the link has no tenant in its \"tid\": not a tenant ID: \"\\u{1b}[31m\" (it has 5 characters, a tenant ID has 36)",
        ),
        (
            "https://entra.microsoft.com/signin/index",
            "the link has no tenant in its \"path\": not a tenant ID: \"signin\" (it has 6 characters, a tenant ID has 36)",
        ),
        ("https://portal.azure.com/#@/resource/x", "the link has no tenant in its \"#@\": the tenant ID is empty"),
        (
            "https://myaccount.microsoft.com/?tenantId=00000000-0000-0000-0000-000000000000",
            "the link has no tenant in its \"tenantId\": the all-zero ID names no tenant: 00000000-0000-0000-0000-000000000000",
        ),
    ]);
}

#[test]
fn thousands_of_brackets_behind_a_link_take_no_time() {
    let begun = std::time::Instant::now();
    let link = format!("https://security.microsoft.com/(a){}", ")".repeat(32_000));
    assert_eq!(read(&link).unwrap().page(), "/(a)");
    assert!(begun.elapsed().as_secs() < 2, "{:?}", begun.elapsed());
}
