//! What links name: every form of the catalogue, wrapped and unwrapped, and what only looks like one.

use super::*;

mod refused;
mod wrapped;

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

#[test]
fn the_page_is_shown_as_it_is_written() {
    for (link, page) in [
        ("https://security.microsoft.com", ""),
        ("https://security.microsoft.com/incidents/4127?viewid=x", "/incidents/4127"),
        ("https://portal.azure.com/#view/Microsoft_AAD_IAM/Overview", "/#view/Microsoft_AAD_IAM/Overview"),
    ] {
        assert_eq!(read(link).unwrap().page(), page);
    }
}
