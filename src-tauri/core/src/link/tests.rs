//! What links name: every form of the catalogue, wrapped and unwrapped, and what only looks like one.

use super::*;

const ID: &str = "9b61bc46-942c-4e61-b21e-da1ede61c820";
const OTHER: &str = "9f308f8e-8a57-416d-a7f7-814665e8dced";
/// A user, device, subscription or incident.
const THING: &str = "35714526-56e1-42c9-8e56-cee875492cf3";

/// Says what a link names, as `portal id domain label | clouds`, or why it is refused.
fn named(text: &str) -> String {
    let text = text.replace("{id}", ID).replace("{other}", OTHER).replace("{thing}", THING);
    match read(&text) {
        Ok(link) => {
            let id = link.tenant_id().map(|id| if id.to_string() == ID { "{id}".into() } else { id.to_string() });
            let named = [
                Some(link.portal().to_string()),
                id,
                link.organization().map(ToString::to_string),
                link.sharepoint().map(ToString::to_string),
            ];
            let clouds: Vec<_> = link.clouds().iter().map(|cloud| cloud.key()).collect();
            format!("{} | {}", named.into_iter().flatten().collect::<Vec<_>>().join(" "), clouds.join(" "))
        }
        Err(error) => error.to_string().replace(ID, "{id}").replace(OTHER, "{other}"),
    }
}

#[track_caller]
fn assert_named(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(named(text), *expected, "{text}");
    }
}

#[test]
fn every_form_of_the_catalogue_names_its_tenant() {
    assert_named(&[
        // Defender, and its old hosts
        ("https://security.microsoft.com/?tid={id}", "defender {id} | public gcc"),
        ("https://security.microsoft.com?tid={id}", "defender {id} | public gcc"),
        ("http://security.microsoft.com/?tid={id}", "defender {id} | public gcc"),
        ("HTTPS://Security.Microsoft.COM:443/?TID={id}", "defender {id} | public gcc"),
        ("https://security.microsoft.com/?%74id=%7B{id}%7D", "defender {id} | public gcc"),
        ("https://security.microsoft.com/homepage?tid={id}", "defender {id} | public gcc"),
        ("https://security.microsoft.com/incidents/4127?tid={id}", "defender {id} | public gcc"),
        ("https://security.microsoft.com/alerts/da637{thing}?tid={id}", "defender {id} | public gcc"),
        ("https://security.microsoft.com/securescore?viewid=overview&tid={id}", "defender {id} | public gcc"),
        ("https://security.microsoft.com/auditlogsearch?viewid=Async%20Search&tid={id}", "defender {id} | public gcc"),
        (
            "https://security.microsoft.com/machines?category=endpoints&tid=contoso.com#",
            "defender contoso.com | public gcc",
        ),
        ("https://security.microsoft.com/incidents/4127", "defender | public gcc"),
        ("https://securitycenter.windows.com?tid={id}", "defender {id} | public gcc"),
        ("https://securitycenter.microsoft.com/alerts/1?tid={id}", "defender {id} | public gcc"),
        ("https://transition.security.microsoft.com/?tid={id}", "defender {id} | public gcc"),
        ("https://security.microsoft.us/?tid={id}", "defender {id} | gcc-high"),
        ("https://security.apps.mil/?rfr=AdminCenter&tid={id}", "defender {id} | dod"),
        ("https://security.microsoftonline.cn/?tid={id}", "defender {id} | china"),
        // Purview
        ("https://purview.microsoft.com/homepage?tid={id}", "purview {id} | public gcc"),
        ("https://compliance.microsoft.com/?tid={id}", "purview {id} | public gcc"),
        ("https://compliance.microsoft.us/homepage?tid={id}", "purview {id} | gcc gcc-high"),
        ("https://purview.microsoft.us/?tid={id}", "purview {id} | gcc-high"),
        ("https://scc.protection.apps.mil/#/homepage", "purview | dod"),
        ("https://purview.microsoftonline.cn/?tid={id}", "purview {id} | china"),
        // Entra, Azure, Intune: in the path, behind #@, and where Azure ignores it
        ("https://entra.microsoft.com/{id}/#home", "entra {id} | public gcc"),
        ("https://entra.microsoft.com/contoso.com", "entra contoso.com | public gcc"),
        (
            "https://entra.microsoft.com/{id}/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/{thing}/hidePreviewBanner~/true",
            "entra {id} | public gcc",
        ),
        ("https://entra.microsoft.us/{id}", "entra {id} | gcc-high"),
        ("https://entra.microsoftonline.cn/{id}/#home", "entra {id} | china"),
        ("https://portal.azure.com/{id}/", "azure {id} | public gcc"),
        ("https://portal.azure.com/@contoso.com", "azure contoso.com | public gcc"),
        ("https://portal.azure.com/?tid={id}", "azure {id} | public gcc"),
        ("https://portal.azure.com/#@{id}/resource/subscriptions/{thing}/overview", "azure {id} | public gcc"),
        (
            "https://portal.azure.com/#@contoso.onmicrosoft.com/resource/subscriptions/{thing}",
            "azure contoso.onmicrosoft.com | public gcc",
        ),
        ("https://portal.azure.com/{id}/#@contoso.com/resource/x", "azure {id} contoso.com | public gcc"),
        (
            "https://portal.azure.com/{id}/#blade/Microsoft_Azure_Security_Insights/WorkspaceSelectorBlade",
            "azure {id} | public gcc",
        ),
        (
            "https://portal.azure.com/{id}/#blade/Microsoft_Azure_Security/SecurityMenuBlade/0",
            "azure {id} | public gcc",
        ),
        ("https://portal.azure.us/#@contoso.onmicrosoft.us/resource/x", "azure contoso.onmicrosoft.us | gcc-high dod"),
        ("https://portal.azure.cn/{id}/", "azure {id} | china"),
        ("https://intune.microsoft.com/{id}", "intune {id} | public gcc"),
        ("https://endpoint.microsoft.com/{id}/#home", "intune {id} | public gcc"),
        (
            "https://intune.microsoft.com/contoso.com/#view/Microsoft_Intune_Devices/DeviceSettingsMenuBlade/~/overview/mdmDeviceId/{thing}",
            "intune contoso.com | public gcc",
        ),
        ("https://intune.microsoft.us/{id}", "intune {id} | gcc-high"),
        ("https://endpoint.microsoft.us/{id}", "intune {id} | dod"),
        ("https://intune.microsoftonline.cn/{id}", "intune {id} | china"),
        // Microsoft 365, Exchange, Teams
        (
            "https://admin.cloud.microsoft/?delegatedOrg=contoso.onmicrosoft.com",
            "m365-admin contoso.onmicrosoft.com | public gcc",
        ),
        (
            "https://admin.cloud.microsoft/exchange?landingpage=homepage&form=mac_sidebar&delegatedOrg=contoso.onmicrosoft.com#",
            "exchange contoso.onmicrosoft.com | public gcc",
        ),
        (
            "https://admin.exchange.microsoft.com/?landingpage=homepage&delegatedOrg=contoso.com#",
            "exchange contoso.com | public gcc",
        ),
        (
            "https://admin.microsoft.com/Partner/BeginClientSession.aspx?CTID={id}&CSDEST=o365admincenter",
            "m365-admin {id} | public gcc",
        ),
        ("https://admin.microsoft.com/?auth=1&cid={id}", "m365-admin {id} | public gcc"),
        ("https://portal.office365.us/", "m365-admin | gcc-high"),
        ("https://portal.apps.mil/adminportal/home#/homepage", "m365-admin | dod"),
        ("https://portal.partner.microsoftonline.cn/AdminPortal", "m365-admin | china"),
        ("https://admin.exchange.office365.us/", "exchange | gcc-high"),
        (
            "https://admin.teams.microsoft.com/users/{thing}/account?delegatedOrg=contoso.com",
            "teams contoso.com | public gcc",
        ),
        ("https://admin.gov.teams.microsoft.us/dashboard", "teams | gcc gcc-high"),
        ("https://admin.dod.teams.microsoft.us/", "teams | dod"),
        ("https://teams.cloud.microsoft?tenantId={id}", "teams-client {id} | public gcc"),
        ("https://teams.microsoft.com/_?tenantId={id}", "teams-client {id} | public gcc"),
        // SharePoint
        (
            "https://contoso-admin.sharepoint.com/_layouts/15/online/AdminHome.aspx#/oneDriveSettings",
            "sharepoint contoso | public gcc",
        ),
        ("https://contoso-my.sharepoint.com/personal/x", "onedrive contoso | public gcc"),
        ("https://contoso.sharepoint.com/sites/hr", "sharepoint-site contoso | public gcc"),
        // Power Platform, Partner Center, what is left
        ("https://admin.powerplatform.microsoft.com/account/login/{id}", "power-platform {id} | public gcc"),
        ("https://high.admin.powerplatform.microsoft.us/environments?l=en-US", "power-platform | gcc-high"),
        ("https://make.powerapps.com/home?tenant={id}", "power-apps {id} | public gcc"),
        ("https://app.powerbi.com/admin-portal?ctid={id}", "power-bi {id} | public"),
        ("https://app.powerbigov.us/admin-portal", "power-bi | gcc"),
        (
            "https://partner.microsoft.com/dashboard/v2/customers/{id}/servicemanagementpage",
            "partner-center {id} | public gcc",
        ),
        (
            "https://partner.microsoft.com/commerce/customers/{id}/subscriptions",
            "partner-center-subscriptions {id} | public gcc",
        ),
        ("https://partnercenter.microsoft.com/pcv/customers/{id}/overview", "partner-center {id} | public gcc"),
        ("https://myaccess.microsoft.com/@contoso.com", "my-access contoso.com | public gcc"),
        ("https://myaccess.microsoft.com/{id}", "my-access {id} | public gcc"),
        (
            "https://myaccount.microsoft.com/?tenantId=9B61BC46-942C-4E61-B21E-DA1EDE61C820",
            "my-account {id} | public gcc",
        ),
        ("https://mysignins.microsoft.com/security-info?tenant={id}", "my-sign-ins {id} | public gcc"),
        ("https://account.activedirectory.windowsazure.com/?tenantid={id}", "my-apps {id} | public gcc"),
        ("https://aex.dev.azure.com/me?tenant={id}", "azure-devops {id} | public gcc"),
        ("https://developer.microsoft.com/en-us/graph/graph-explorer?tenant={id}", "graph-explorer {id} | public gcc"),
        ("https://securitycopilot.microsoft.com/?tenantId={id}", "security-copilot {id} | public gcc"),
        ("https://securitycopilot.microsoft.com/?tid={id}", "security-copilot {id} | public gcc"),
        // Pages that name no tenant
        ("https://mto.security.microsoft.com/", "mto | public gcc"),
        ("https://myaccount.microsoft.com/organizations", "my-account-organizations | public gcc"),
        ("https://partner.microsoft.com/commerce/customers/list", "partner-center-lists | public gcc"),
        ("https://partner.microsoft.com/commerce/granularadminaccess/list", "partner-center-lists | public gcc"),
        ("https://lighthouse.microsoft.com/#view/Microsoft_Intune_MTM/Tenants.ReactView", "lighthouse | public gcc"),
        ("https://admin.microsoft.com/Adminportal/Home?#/tenants", "m365-tenants | public gcc"),
        (
            "https://portal.azure.com/#view/Microsoft_Azure_CustomerHub/MyCustomersBladeV2/~/customers",
            "partner-customers | public gcc",
        ),
        // A marker that is there twice
        ("https://security.microsoft.com/?tid={id}&tid={id}", "defender {id} | public gcc"),
        ("https://entra.microsoft.com/{id}/?tenantId={id}#home", "entra {id} | public gcc"),
    ]);
}

#[test]
fn text_around_a_link_is_forgiven() {
    for text in [
        "<https://security.microsoft.com/?tid={id}>",
        "  https://security.microsoft.com/?tid={id}\n",
        "https://security.microsoft.com/?tid={id}.",
        "https://security.microsoft.com/?tid={id}),",
        "<https://security.microsoft.com/?tid={id}>.",
        "https://security.microsoft.com/?viewid=a&amp;tid={id}",
    ] {
        assert_eq!(named(text), "defender {id} | public gcc", "{text:?}");
        assert!(is_link(text), "{text:?}");
    }
    for text in
        ["contoso.com", "", "<contoso>", "security.microsoft.com/?tid=1", "ftp://security.microsoft.com", "httpss"]
    {
        assert!(!is_link(text), "{text:?}");
    }
}

#[test]
fn wrapped_links_name_what_the_link_in_them_names() {
    for text in [
        // Safe Links, in mail, Teams and Outlook on the web
        "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}&data=05%7C02%7C%7C{thing}%7C{other}&sdata=x&reserved=0",
        "https://usg02.safelinks.protection.office365.us/?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}&data=05%7C01%7C%7C{other}",
        "https://can01.safelinks.protection.partner.outlook.cn/?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}",
        "https://eur01.safelinks.protection.outlook.com/ap/w-59584e83/?url=https%3A%2F%2Fsecurity.microsoft.com%3Ftid%3D{id}&amp;data=x",
        "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}&locale=en-us",
        "https://teams.public.onecdn.static.microsoft/evergreen-assets/safelinks/2/atp-safelinks.html?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}",
        "https://outlook.office.com/mail/safelink.html?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}&corid={thing}",
        // Encoded twice
        "https://nam02.safelinks.protection.outlook.com/?url=https%253A%252F%252Fsecurity.microsoft.com%252F%253Ftid%253D{id}&data=x",
        // Other filters
        "https://urldefense.proofpoint.com/v1/url?u=https://security.microsoft.com/%3Ftid%3D{id}&k=x",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__security.microsoft.com_-3Ftid-3D9b61bc46-2D942c-2D4e61-2Db21e-2Dda1ede61c820&d=x&c=y",
        "https://urldefense.com/v3/__https://security.microsoft.com/?tid={id}__;!!AbC!d-ef$",
        "https://urldefense.com/v3/__https:/security.microsoft.com/*tid={id}*x__;PyM!!AbC!d-ef$",
        "https://urldefense.us/v3/__https:**Asecurity.microsoft.com/?tid={id}__;Ly8!!AbC",
        "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fsecurity.microsoft.com%2f%3ftid%3d{id}&c=E,1,abc&typo=1",
        "https://secure-web.cisco.com/1WjgXSjULOqQV4Q-A7J/https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}",
        "https://eu-west-1.protection.sophos.com/?d=microsoft.com&u=aHR0cHM6Ly9zZWN1cml0eS5taWNyb3NvZnQuY29tLz90aWQ9OWI2MWJjNDYtOTQyYy00ZTYxLWIyMWUtZGExZWRlNjFjODIw&i=x&t=y",
        // Redirectors
        "https://www.google.com/url?q=https://security.microsoft.com/?tid%3D{id}&sa=D",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}",
        "https://slack-redir.net/link?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}&v=3",
        "https://www.linkedin.com/safety/go?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}&trk=x",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{id}&h=x",
        // One in the other
        "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Flinkprotect.cudasvc.com%2Furl%3Fa%3Dhttps%253a%252f%252fsecurity.microsoft.com%252f%253ftid%253d{id}%26c%3DE&data=x",
    ] {
        assert_eq!(named(text), "defender {id} | public gcc", "{text}");
    }
}

#[test]
fn wrappers_have_an_end() {
    let mut link = format!("https://security.microsoft.com/?tid={ID}");
    for layer in 1..=6 {
        let encoded = link.replace('%', "%25").replace('?', "%3F").replace('=', "%3D");
        link = format!("https://slack-redir.net/link?url={encoded}");
        let expected = if layer <= 5 { "defender {id} | public gcc" } else { "the link is wrapped more than 5 times" };
        assert_eq!(named(&link), expected);
    }
}

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
fn what_only_a_server_can_unwrap_says_so() {
    for (text, service) in [
        ("https://protect-eu.mimecast.com/s/abc?domain=security.microsoft.com", "Mimecast"),
        ("https://nam02.safelinks.protection.outlook.com/?data=x", "Safe Links"),
        ("https://nam02.safelinks.protection.outlook.com/?url=mailto%3Aa%40b.example", "Safe Links"),
        ("https://slack-redir.net/link?url=https%3A%2F%2Fa.example&url=https%3A%2F%2Fb.example", "Slack"),
        (
            "https://eu-west-1.protection.sophos.com/?d=evil.example&u=aHR0cHM6Ly9zZWN1cml0eS5taWNyb3NvZnQuY29tLw",
            "Sophos",
        ),
        ("https://urldefense.com/v3/__https://a.example/*__;!!x", "Proofpoint URL Defense"),
        ("https://urldefense.com/v3/__https://a.example/**B__;Pw!!x", "Proofpoint URL Defense"),
        ("https://urldefense.com/v4/x", "Proofpoint URL Defense"),
        ("https://secure-web.cisco.com/abc", "Cisco"),
    ] {
        assert_eq!(named(text), format!("{service} hides where the link leads"), "{text}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 20_000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_text_makes_reading_panic(text in "\\PC{0,60}", tail in "[a-zA-Z0-9%/?#@&=_*;!.:~-]{0,60}", start in 0..8usize) {
        let start = [
            "",
            "https://",
            "https://security.microsoft.com",
            "https://portal.azure.com/",
            "https://urldefense.com/v3/__",
            "https://urldefense.com/v2/url?u=",
            "https://eu-west-1.protection.sophos.com/?d=a&u=",
            "https://secure-web.cisco.com",
        ][start];
        let _ = read(&format!("{start}{text}"));
        let _ = read(&format!("{start}{tail}"));
        let _ = read(&format!("{start}{tail}{text}"));
    }
}
