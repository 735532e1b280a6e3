//! What links lead to: the right customer's page at an address written anew, or nothing.

use super::*;
use crate::{link, pins::Pinning};

mod laws;
mod refused;

const CONTOSO: &str = "9b61bc46-942c-4e61-b21e-da1ede61c820";
const FABRIKAM: &str = "9f308f8e-8a57-416d-a7f7-814665e8dced";
const TWIN: &str = "750f34ba-17a1-41e8-b763-67d96fc13519";
const NOBODY: &str = "69038ebc-fe91-4a69-a209-b96e368fd976";
/// A user, device, subscription or incident.
const THING: &str = "35714526-56e1-42c9-8e56-cee875492cf3";

fn tenant_of(name: &str, cloud: Cloud, id: &str, initial: &str) -> Tenant {
    let mut tenant = Tenant::new(name, cloud, id.parse().unwrap());
    tenant.initial_domain = initial.parse().ok();
    tenant
}

fn contoso() -> Tenant {
    let mut contoso = tenant_of("Contoso", Cloud::Public, CONTOSO, "contoso.onmicrosoft.com");
    contoso.domain = "contoso.com".parse().ok();
    contoso.sharepoint = "contoso".parse().ok();
    contoso
}

/// Contoso in the commercial cloud, Fabrikam in GCC, one ID in GCC High and DoD, and a customer in China.
fn registry() -> Registry {
    Registry::new(vec![
        contoso(),
        tenant_of("Fabrikam", Cloud::Gcc, FABRIKAM, "fabrikam.onmicrosoft.com"),
        tenant_of("Twin High", Cloud::GccHigh, TWIN, "twin.onmicrosoft.us"),
        tenant_of("Twin DoD", Cloud::Dod, TWIN, ""),
        tenant_of("Northwind", Cloud::China, "db370bac-df5b-45d9-99c8-a42d2e37d62e", "northwind.partner.onmschina.cn"),
    ])
    .unwrap()
}

fn filled(text: &str) -> String {
    let values = [("{c}", CONTOSO), ("{f}", FABRIKAM), ("{t}", TWIN), ("{n}", NOBODY), ("{thing}", THING)];
    values.iter().fold(text.to_owned(), |text, (hole, value)| text.replace(hole, value))
}

/// Says what a link leads to, as `NAME ADDRESS`, with `?` behind the name where people are told to check.
fn led_for(text: &str, customer: Option<&str>) -> String {
    let registry = registry();
    let customer =
        customer.map(|name| registry.tenants().iter().find(|tenant| tenant.name == name).unwrap().identity());
    let request = Request { customer, ..Request::default() };
    let link = link::read(&filled(text)).unwrap_or_else(|error| panic!("{text}: {error}"));
    match decide(Known::plain(&registry, &Pinning::default()), &link, &request) {
        Ok(Some(Decision::Open(target))) => {
            let check = if target.may_show_another_tenant { "?" } else { "" };
            format!("{}{check} {}", target.tenant.name, target.url)
        }
        Ok(Some(Decision::Ask(..))) => "asks".into(),
        Ok(None) => "which customer".into(),
        Err(refusal) => refusal.to_string(),
    }
}

#[track_caller]
fn assert_led(cases: &[(&str, &str)]) {
    for (link, expected) in cases {
        assert_eq!(led_for(link, None), filled(expected), "{link}");
    }
}

#[test]
fn a_link_opens_its_page_with_the_customers_own_marker() {
    assert_led(&[
        // Defender
        ("https://security.microsoft.com/?tid={c}", "Contoso https://security.microsoft.com/?tid={c}"),
        ("http://security.microsoft.com?tid={c}", "Contoso https://security.microsoft.com/?tid={c}"),
        ("https://security.microsoft.com/homepage?tid={c}", "Contoso https://security.microsoft.com/homepage?tid={c}"),
        (
            "https://security.microsoft.com/incidents/4127?tid={c}",
            "Contoso https://security.microsoft.com/incidents/4127?tid={c}",
        ),
        (
            "https://security.microsoft.com/incidents/4127/?tid={c}&x=y#",
            "Contoso https://security.microsoft.com/incidents/4127?tid={c}",
        ),
        (
            "https://security.microsoft.com/alerts/da637{thing}_1?tid={c}",
            "Contoso https://security.microsoft.com/alerts/da637{thing}_1?tid={c}",
        ),
        (
            "https://security.microsoft.com/securescore?viewid=overview&tid={c}",
            "Contoso https://security.microsoft.com/securescore?viewid=overview&tid={c}",
        ),
        (
            "https://security.microsoft.com/auditlogsearch?tid={c}&viewid=Async%20Search",
            "Contoso https://security.microsoft.com/auditlogsearch?viewid=Async%20Search&tid={c}",
        ),
        (
            "https://security.microsoft.com/machines?category=endpoints&tid=contoso.com#",
            "Contoso https://security.microsoft.com/machines?category=endpoints&tid={c}",
        ),
        (
            "https://security.microsoft.com/v2/advanced-hunting?tid={c}",
            "Contoso https://security.microsoft.com/v2/advanced-hunting?tid={c}",
        ),
        (
            "https://security.microsoft.com/?TID={c}&tid={c}&tenantId={c}",
            "Contoso https://security.microsoft.com/?tid={c}",
        ),
        ("https://security.microsoft.com/?tid={f}", "Fabrikam https://security.microsoft.com/?tid={f}"),
        ("https://security.microsoft.us/?tid={t}", "Twin High? https://security.microsoft.us/?tid={t}"),
        ("https://security.apps.mil/?rfr=AdminCenter&tid={t}", "Twin DoD? https://security.apps.mil/?tid={t}"),
        // Old hosts
        ("https://securitycenter.windows.com?tid={c}", "Contoso https://security.microsoft.com/?tid={c}"),
        (
            "https://securitycenter.windows.com/alerts/7?tid={c}",
            "Contoso https://security.microsoft.com/alerts/7?tid={c}",
        ),
        ("https://securitycenter.microsoft.com/?tid={c}", "Contoso https://security.microsoft.com/?tid={c}"),
        ("https://transition.security.microsoft.com/?tid={f}", "Fabrikam https://security.microsoft.com/?tid={f}"),
        ("https://compliance.microsoft.com/?tid={c}", "Contoso https://purview.microsoft.com/?tid={c}"),
        ("https://endpoint.microsoft.com/contoso.com/#home", "Contoso https://intune.microsoft.com/{c}/#home"),
        ("https://teams.microsoft.com/_?tenantId={c}", "Contoso https://teams.cloud.microsoft/?tenantId={c}"),
        // Purview
        ("https://purview.microsoft.com/homepage?tid={c}", "Contoso https://purview.microsoft.com/homepage?tid={c}"),
        ("https://purview.microsoft.com/?tid={f}", "Fabrikam? https://purview.microsoft.com/?tid={f}"),
        (
            "https://compliance.microsoft.us/homepage?tid={f}",
            "Fabrikam? https://compliance.microsoft.us/homepage?tid={f}",
        ),
        (
            "https://purview.microsoftonline.cn/?tid=northwind.partner.onmschina.cn",
            "Northwind? https://purview.microsoftonline.cn/?tid=db370bac-df5b-45d9-99c8-a42d2e37d62e",
        ),
        // Entra, Azure, Intune
        ("https://entra.microsoft.com/{c}/#home", "Contoso https://entra.microsoft.com/{c}/#home"),
        ("https://entra.microsoft.com/contoso.com", "Contoso https://entra.microsoft.com/{c}/"),
        ("https://entra.microsoft.com/@contoso.onmicrosoft.com", "Contoso https://entra.microsoft.com/{c}/"),
        (
            "https://entra.microsoft.com/{c}#view/Microsoft_AAD_IAM/TenantOverview.ReactView",
            "Contoso https://entra.microsoft.com/{c}/#view/Microsoft_AAD_IAM/TenantOverview.ReactView",
        ),
        (
            "https://entra.microsoft.com/{c}/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/{thing}/hidePreviewBanner~/true",
            "Contoso https://entra.microsoft.com/{c}/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/{thing}/hidePreviewBanner~/true",
        ),
        ("https://portal.azure.com/{c}/", "Contoso https://portal.azure.com/{c}/"),
        ("https://portal.azure.com/?tid={c}", "Contoso https://portal.azure.com/{c}/"),
        ("https://portal.azure.com/@contoso.com", "Contoso https://portal.azure.com/{c}/"),
        ("https://portal.azure.com/#@contoso.com", "Contoso https://portal.azure.com/{c}/"),
        (
            "https://portal.azure.com/#@contoso.com/resource/subscriptions/{thing}/overview",
            "Contoso https://portal.azure.com/#@{c}/resource/subscriptions/{thing}/overview",
        ),
        (
            "https://portal.azure.com/?feature.x=y#@{c}/resource//subscriptions/{thing}",
            "Contoso https://portal.azure.com/#@{c}/resource//subscriptions/{thing}",
        ),
        ("https://portal.azure.com/{c}/#@contoso.com/resource/x", "Contoso https://portal.azure.com/#@{c}/resource/x"),
        (
            "https://portal.azure.com/{c}/#blade/Microsoft_Azure_Security/SecurityMenuBlade/0",
            "Contoso https://portal.azure.com/{c}/#blade/Microsoft_Azure_Security/SecurityMenuBlade/0",
        ),
        (
            "https://portal.azure.com/{c}/#create/Microsoft.Template/uri/https%3A%2F%2Fevil.example",
            "Contoso https://portal.azure.com/{c}/",
        ),
        (
            "https://portal.azure.us/#@twin.onmicrosoft.us/resource/x",
            "Twin High? https://portal.azure.us/#@{t}/resource/x",
        ),
        ("https://intune.microsoft.com/{c}", "Contoso https://intune.microsoft.com/{c}"),
        (
            "https://intune.microsoft.com/contoso.com/#view/Microsoft_Intune_Devices/DeviceSettingsMenuBlade/~/overview/mdmDeviceId/{thing}",
            "Contoso https://intune.microsoft.com/{c}/#view/Microsoft_Intune_Devices/DeviceSettingsMenuBlade/~/overview/mdmDeviceId/{thing}",
        ),
        ("https://endpoint.microsoft.us/{t}", "Twin DoD? https://endpoint.microsoft.us/{t}"),
        // By the initial domain
        (
            "https://admin.cloud.microsoft/?delegatedOrg=contoso.com",
            "Contoso? https://admin.cloud.microsoft/?delegatedOrg=contoso.onmicrosoft.com",
        ),
        (
            "https://admin.cloud.microsoft/exchange?landingpage=homepage&form=mac_sidebar&delegatedOrg=contoso.onmicrosoft.com#",
            "Contoso? https://admin.cloud.microsoft/exchange?landingpage=homepage&form=mac_sidebar&delegatedOrg=contoso.onmicrosoft.com",
        ),
        (
            "https://admin.teams.microsoft.com/users/{thing}/account?delegatedOrg=contoso.com",
            "Contoso? https://admin.teams.microsoft.com/users/{thing}/account?delegatedOrg=contoso.onmicrosoft.com",
        ),
        // Dead forms: the portal's first page
        (
            "https://admin.microsoft.com/Partner/BeginClientSession.aspx?CTID={c}&CSDEST=o365admincenter",
            "Contoso? https://admin.cloud.microsoft/?delegatedOrg=contoso.onmicrosoft.com",
        ),
        (
            "https://admin.microsoft.com/?auth=1&cid={c}",
            "Contoso? https://admin.cloud.microsoft/?delegatedOrg=contoso.onmicrosoft.com",
        ),
        (
            "https://admin.exchange.microsoft.com/?landingpage=homepage&delegatedOrg=contoso.com#",
            "Contoso? https://admin.cloud.microsoft/exchange?landingpage=homepage&form=mac_sidebar&delegatedOrg=contoso.onmicrosoft.com#",
        ),
        (
            "https://partnercenter.microsoft.com/pcv/customers/{c}/overview",
            "Contoso https://partner.microsoft.com/dashboard/v2/customers/{c}/servicemanagementpage",
        ),
        // SharePoint
        ("https://contoso-admin.sharepoint.com", "Contoso? https://contoso-admin.sharepoint.com/"),
        (
            "https://contoso-admin.sharepoint.com/_layouts/15/online/AdminHome.aspx#/oneDriveSettings",
            "Contoso? https://contoso-admin.sharepoint.com/_layouts/15/online/AdminHome.aspx#/oneDriveSettings",
        ),
        (
            "https://contoso.sharepoint.com/sites/hr/Shared%20Documents?e=x",
            "Contoso? https://contoso.sharepoint.com/sites/hr/Shared%20Documents",
        ),
        (
            "https://contoso-my.sharepoint.com/personal/a_contoso_com",
            "Contoso? https://contoso-my.sharepoint.com/personal/a_contoso_com",
        ),
        // What is left
        (
            "https://admin.powerplatform.microsoft.com/account/login/{c}",
            "Contoso https://admin.powerplatform.microsoft.com/account/login/{c}",
        ),
        ("https://make.powerapps.com/home?tenant={c}", "Contoso https://make.powerapps.com/home?tenant={c}"),
        ("https://app.powerbi.com/admin-portal?ctid={c}", "Contoso https://app.powerbi.com/admin-portal?ctid={c}"),
        (
            "https://partner.microsoft.com/dashboard/v2/customers/{c}/servicemanagementpage",
            "Contoso https://partner.microsoft.com/dashboard/v2/customers/{c}/servicemanagementpage",
        ),
        (
            "https://partner.microsoft.com/commerce/customers/{c}/subscriptions",
            "Contoso https://partner.microsoft.com/commerce/customers/{c}/subscriptions",
        ),
        ("https://myaccess.microsoft.com/@contoso.com#/access-packages", "Contoso https://myaccess.microsoft.com/{c}"),
        ("https://myaccount.microsoft.com/?tenantId={c}", "Contoso https://myaccount.microsoft.com/?tenantId={c}"),
        (
            "https://mysignins.microsoft.com/security-info?tenant={c}",
            "Contoso https://mysignins.microsoft.com/security-info?tenant={c}",
        ),
        (
            "https://account.activedirectory.windowsazure.com/?tenantid={c}",
            "Contoso https://account.activedirectory.windowsazure.com/?tenantid={c}",
        ),
        ("https://aex.dev.azure.com/me?tenant={c}", "Contoso https://aex.dev.azure.com/me?tenant={c}"),
        (
            "https://developer.microsoft.com/en-us/graph/graph-explorer?tenant={c}",
            "Contoso https://developer.microsoft.com/en-us/graph/graph-explorer?tenant={c}",
        ),
        (
            "https://securitycopilot.microsoft.com/?tid={c}",
            "Contoso? https://securitycopilot.microsoft.com/?tenantId={c}",
        ),
        // Wrapped
        (
            "<https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsecuritycenter.windows.com%2Falerts%2F7%3Ftid%3D{c}&data=05%7C02%7C%7C{thing}%7C{f}%7C0>",
            "Contoso https://security.microsoft.com/alerts/7?tid={c}",
        ),
    ]);
}

#[test]
fn a_link_that_names_no_customer_opens_for_the_one_that_is_named() {
    for (link, customer, expected) in [
        (
            "https://security.microsoft.com/incidents/4127",
            "Contoso",
            "Contoso https://security.microsoft.com/incidents/4127?tid={c}",
        ),
        ("https://security.microsoft.com/", "Fabrikam", "Fabrikam https://security.microsoft.com/?tid={f}"),
        (
            "https://security.microsoft.com/v2/advanced-hunting",
            "Contoso",
            "Contoso? https://security.microsoft.com/v2/advanced-hunting?tid={c}",
        ),
        (
            "https://securitycenter.windows.com/alerts/7",
            "Contoso",
            "Contoso https://security.microsoft.com/alerts/7?tid={c}",
        ),
        ("https://entra.microsoft.com/#view/X/Y", "Contoso", "Contoso https://entra.microsoft.com/{c}/#view/X/Y"),
        (
            "https://portal.azure.com/#resource/subscriptions/{thing}",
            "Contoso",
            "Contoso https://portal.azure.com/{c}/#resource/subscriptions/{thing}",
        ),
        ("https://intune.microsoft.com", "Contoso", "Contoso https://intune.microsoft.com/{c}"),
        (
            "https://admin.cloud.microsoft/exchange#/mailboxes",
            "Contoso",
            "Contoso? https://admin.cloud.microsoft/exchange?delegatedOrg=contoso.onmicrosoft.com",
        ),
    ] {
        assert_eq!(led_for(link, None), "which customer", "{link}");
        assert_eq!(led_for(link, Some(customer)), filled(expected), "{link}");
    }
    let only_gov = led_for("https://security.microsoft.us/incidents/1", Some("Contoso"));
    assert_eq!(only_gov, "\"Contoso\" is in the cloud public, and this link is for gcc-high: nothing was opened");
    let link = link::read("https://portal.azure.us/#home").unwrap();
    let registry = registry();
    let names: Vec<_> = candidates(&registry, &link).map(|tenant| tenant.name.as_str()).collect();
    assert_eq!(names, ["Twin High", "Twin DoD"]);
}

#[test]
fn what_the_address_lacks_of_a_link_is_told() {
    let registry = registry();
    let leaves_out = |text: &str| {
        let link = link::read(&filled(text)).unwrap();
        let request = Request { customer: Some(contoso().identity()), ..Request::default() };
        match decide(Known::plain(&registry, &Pinning::default()), &link, &request) {
            Ok(Some(Decision::Open(target))) => target.left_out,
            other => panic!("{text}: {other:?}"),
        }
    };
    for whole in [
        "https://security.microsoft.com/incidents/4127?tid={c}",
        "https://security.microsoft.com/incidents/4127/?&tid={c}&tenantId={c}#",
        "https://security.microsoft.com/auditlogsearch?ViewId=Async%20Search&tid=contoso.com",
        "https://securitycenter.windows.com/alerts/7?tid={c}",
        "https://entra.microsoft.com/{c}/#home",
        "https://entra.microsoft.com/?tid={c}#view/X/Y/userId/{thing}",
        "https://portal.azure.com/#@contoso.com",
        "https://portal.azure.com/#@contoso.com/",
        "https://portal.azure.com/#@contoso.com/resource/x",
        "https://portal.azure.com/{c}/#@contoso.com/home",
        "https://admin.cloud.microsoft/?delegatedOrg=contoso.com#/homepage",
        "https://admin.cloud.microsoft/exchange?landingpage=homepage&form=mac_sidebar&delegatedOrg=contoso.com#",
        "https://contoso-admin.sharepoint.com/_layouts/15/online/AdminHome.aspx#/home",
        "https://contoso-admin.sharepoint.com/_layouts/15/online/AdminHome.aspx#/oneDriveSettings",
        // What the catalogue's address has, too
        "https://admin.exchange.microsoft.com/?landingpage=homepage&delegatedOrg=contoso.com#",
        // What a wrapper says is not the link's
        "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsecurity.microsoft.com%2F%3Ftid%3D{c}&data=05%7C02&reserved=0",
    ] {
        assert!(!leaves_out(whole), "{whole}");
    }
    for more in [
        // Query
        "https://security.microsoft.com/v2/advanced-hunting?query=H4sIAAAAAAAEAA&tid={c}",
        "https://security.microsoft.com/user?aad={thing}&upn=a@contoso.com&tid={c}",
        "https://security.microsoft.com/?tid={c}&x",
        "https://security.microsoft.com/machines?category=a%2Fb&tid={c}",
        "https://security.microsoft.com/machines?category=a&category=b&tid={c}",
        "https://portal.azure.com/?feature.x=y#@{c}/resource/x",
        "https://contoso.sharepoint.com/sites/hr?e=x",
        "https://admin.exchange.microsoft.com/?landingpage=mailboxes&delegatedOrg=contoso.com#",
        // Fragment
        "https://security.microsoft.com/incidents/4127?tid={c}#evidence",
        "https://admin.cloud.microsoft/exchange#/mailboxes",
        "https://admin.exchange.microsoft.com/?delegatedOrg=contoso.com#/mailboxes",
        "https://portal.azure.com/{c}/#create/Microsoft.Template",
        "https://portal.azure.com/#@contoso.com/dashboard/x",
        "https://myaccess.microsoft.com/@contoso.com#/access-packages",
    ] {
        assert!(leaves_out(more), "{more}");
    }
}
