//! Links that open nothing, or not before somebody was asked.

use super::{assert_led, contoso, filled, led_for};
use crate::{
    following::{Decision, Known, Refusal, Request, decide},
    link,
    opening::{self, Doubt},
    pins::{Pinning, Pins},
    registry::Registry,
    tenant::Tenant,
};

#[test]
fn a_page_without_a_customers_address_asks_nobody() {
    for link in [
        "https://mto.security.microsoft.com/",
        "https://mto.security.microsoft.com/?tid={c}",
        "https://myaccount.microsoft.com/organizations",
        "https://partner.microsoft.com/commerce/customers/list",
        "https://partner.microsoft.com/commerce/granularadminaccess/list",
        "https://lighthouse.microsoft.com/#view/Microsoft_Intune_MTM/Tenants.ReactView",
        "https://admin.microsoft.com/Adminportal/Home?#/tenants",
        "https://portal.azure.com/#view/Microsoft_Azure_CustomerHub/MyCustomersBladeV2/~/customers",
        "https://portal.office365.us/",
        "https://portal.apps.mil/adminportal/home#/homepage",
        "https://portal.partner.microsoftonline.cn/AdminPortal",
        "https://admin.exchange.office365.us/",
        "https://admin.gov.teams.microsoft.us/dashboard",
        "https://high.admin.powerplatform.microsoft.us/environments",
        "https://admin.microsoft.com/Adminportal/Home#/users",
        "https://make.powerapps.com/",
        "https://myaccess.microsoft.com/",
    ] {
        let led = led_for(link, None);
        assert!(led.ends_with(": this page has no address that names a customer"), "{link}: {led}");
    }
}

#[test]
fn a_link_that_does_not_name_exactly_one_customer_opens_nothing() {
    assert_led(&[
        // Unknown
        ("https://security.microsoft.com/?tid={n}", "no customer has this tenant ID: {n}"),
        ("https://entra.microsoft.com/northwind.example", "no customer has this domain: northwind.example"),
        ("https://northwind-admin.sharepoint.com/", "no customer has this SharePoint label: northwind"),
        // Known elsewhere
        (
            "https://security.microsoft.us/?tid={c}",
            "\"Contoso\" is in the cloud public, and this link is for gcc-high: nothing was opened",
        ),
        (
            "https://security.microsoft.com/?tid={t}",
            "\"Twin High\" is in the cloud gcc-high, and this link is for public and gcc: nothing was opened",
        ),
        (
            "https://entra.microsoft.com/northwind.partner.onmschina.cn",
            "\"Northwind\" is in the cloud china, and this link is for public and gcc: nothing was opened",
        ),
        // Two
        ("https://portal.azure.us/{t}/", "2 customers match this link"),
        // ID and domain of two customers
        (
            "https://portal.azure.com/{c}/#@fabrikam.onmicrosoft.com/resource/x",
            "the link names \"Contoso\", and beside it another domain: fabrikam.onmicrosoft.com",
        ),
        (
            "https://admin.cloud.microsoft/?tid={f}&delegatedOrg=contoso.com",
            "the link names \"Fabrikam\", and beside it another domain: contoso.com",
        ),
        (
            "https://contoso.sharepoint.com/?tid={f}",
            "the link names \"Fabrikam\", and beside it another SharePoint label: contoso",
        ),
        // Another customer further on
        (
            "https://entra.microsoft.com/{c}/#view/X/tenantId/{f}",
            "the link names \"Contoso\", and further on the tenant ID of \"Fabrikam\": nothing was opened",
        ),
        (
            "https://entra.microsoft.com/{c}/#view/X/%7B%22tid%22%3A%229f308f8e%252D8a57%252D416d%252Da7f7%252D814665e8dced%22%7D",
            "the link names \"Contoso\", and further on the tenant ID of \"Fabrikam\": nothing was opened",
        ),
        (
            "https://security.microsoft.com/x/9F308F8E8A57416DA7F7814665E8DCED?tid={c}",
            "the link names \"Contoso\", and further on the tenant ID of \"Fabrikam\": nothing was opened",
        ),
        (
            "https://security.microsoft.com/?tid={c}&viewid={f}",
            "the link names \"Contoso\", and further on the tenant ID of \"Fabrikam\": nothing was opened",
        ),
        // Somebody further on who is no customer
        (
            "https://entra.microsoft.com/{c}/#view/X/tenantId/{n}",
            "the link names \"Contoso\", and further on the tenant ID of another tenant: nothing was opened",
        ),
        (
            "https://portal.azure.com/#@{c}/resource/x/%7B%22tenantId%22%3A%22{n}%22%7D",
            "the link names \"Contoso\", and further on the tenant ID of another tenant: nothing was opened",
        ),
        // No initial domain
        ("https://admin.cloud.microsoft/?tid={n}", "no customer has this tenant ID: {n}"),
    ]);
    // An ID in two clouds, and the person says which.
    assert_eq!(
        led_for("https://portal.azure.us/{t}/", Some("Twin DoD")),
        filled("Twin DoD? https://portal.azure.us/{t}/")
    );
    let other = led_for("https://security.microsoft.com/?tid={c}", Some("Fabrikam"));
    assert_eq!(other, "the link names \"Contoso\", not \"Fabrikam\": nothing was opened");
    let unknown = led_for("https://security.microsoft.com/?tid={n}", Some("Fabrikam"));
    assert_eq!(unknown, filled("no customer has this tenant ID: {n}"), "naming a customer makes no other one of it");
}

#[test]
fn a_link_that_reads_in_two_ways_opens_nothing() {
    for path in [
        "https://security.microsoft.com//evil.example/?tid={c}",
        "https://security.microsoft.com/a//b?tid={c}",
        "https://security.microsoft.com/a/../b?tid={c}",
        "https://security.microsoft.com/a/%2e%2e/b?tid={c}",
        "https://security.microsoft.com/./?tid={c}",
        "https://security.microsoft.com/a%2fb?tid={c}",
        "https://security.microsoft.com/a%5Cb?tid={c}",
        "https://security.microsoft.com/a%00?tid={c}",
        "https://security.microsoft.com/%3Ftid%3D{f}?tid={c}",
        "https://security.microsoft.com/a%252fb?tid={c}",
        "https://security.microsoft.com/{tenant_id}?tid={c}",
        "https://security.microsoft.com/%7Btenant_id%7D?tid={c}",
        "https://security.microsoft.com/å?tid={c}",
        "https://entra.microsoft.com/{c}/#view/{tenant_id}",
        "https://entra.microsoft.com/{c}/#view/../x",
        "https://entra.microsoft.com/{c}/#view/%0a",
        "https://entra.microsoft.com/{c}//x",
        "https://entra.microsoft.com/{c}/fabrikam.onmicrosoft.com",
        "https://portal.azure.com/{c}/@fabrikam.onmicrosoft.com#home",
    ] {
        let led = led_for(path, None);
        assert!(led.contains(": the link could lead elsewhere by this part of it: "), "{path}: {led}");
    }
}

#[test]
fn a_link_goes_through_the_same_doubts_as_any_request() {
    let link = link::read(&filled("https://security.microsoft.com/?tid={c}")).unwrap();
    let decided = |tenant: Tenant, pinning: &Pinning, request: &Request| {
        let registry = Registry::new(vec![tenant]).unwrap();
        decide(Known::plain(&registry, pinning), &link, request).map(|decision| match decision {
            Some(Decision::Open(_)) => None,
            Some(Decision::Ask(_, doubt)) => Some(doubt),
            None => panic!("it names one"),
        })
    };
    let (mut own, mut marked, mut changed) = (contoso(), contoso(), contoso());
    (own.own, marked.confirm) = (true, true);
    let (none, yes) = (Pinning::default(), Request { confirmed: true, ..Request::default() });
    for (tenant, doubt) in [(own, Doubt::Own), (marked, Doubt::Marked)] {
        assert_eq!(decided(tenant.clone(), &none, &Request::default()), Ok(Some(doubt)));
        assert_eq!(decided(tenant, &none, &yes), Ok(None));
    }
    let expects = Request { shown_name: Some("Fabrikam".into()), ..yes.clone() };
    assert_eq!(decided(contoso(), &none, &expects), Ok(Some(Doubt::Renamed("Fabrikam".into()))));
    let pinning = Pinning::Kept(Pins::of(&Registry::new(vec![contoso()]).unwrap()));
    changed.name = "Fabrikam".into();
    let refusal = decided(changed, &pinning, &yes);
    assert!(matches!(refusal, Err(Refusal::Opening(opening::Refusal::Changed(_)))), "{refusal:?}");
}
