//! Portals and their addresses.

use portico_tests::Sandbox;

use crate::{CONTOSO, customers, id, session};

#[test]
fn defender_is_the_default_and_its_address_carries_the_tenant() {
    let address = "https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44\n";
    let sandbox = customers();
    for arguments in [
        &["url", CONTOSO][..],
        &["url", CONTOSO, "--portal", "defender"],
        &["url", CONTOSO, "-p", "defender"],
        &["open", CONTOSO, "--print"],
    ] {
        let output = sandbox.portico(arguments).done();
        assert_eq!((output.stdout.as_str(), output.stderr.as_str()), (address, ""), "{arguments:?}");
    }
}

#[test]
fn securitycenter_is_the_documents_address_to_the_letter() {
    let output = customers().portico(["url", "contoso.com", "--portal", "securitycenter"]).done();
    assert_eq!(
        output.stdout, "https://securitycenter.windows.com?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44\n",
        "no slash before the question mark, as in the document"
    );
    assert_eq!(
        output.stderr, "note: this portal may show another tenant: check the name in the portal\n",
        "whether Microsoft's redirect keeps the tenant depends on the customer"
    );
}

#[test]
fn a_customers_own_portal_takes_the_place_of_defender() {
    let sandbox = Sandbox::new();
    sandbox.portico(["add", "Contoso", CONTOSO, "--portal", "intune"]).done();
    let said = session(&sandbox, &[&["url", "contoso"], &["url", "contoso", "--portal", "defender"]]);
    insta::assert_snapshot!(said, @"
    $ portico url contoso
    https://intune.microsoft.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 0
    $ portico url contoso --portal defender
    https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 0
    ");
}

#[test]
fn url_all_gives_every_address_of_a_customer_that_has_all_values() {
    let output = customers().portico(["url", "contoso.com", "--all"]);
    insta::assert_snapshot!(output.transcript(), @"
    defender	https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    securitycenter	https://securitycenter.windows.com?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    mto	https://mto.security.microsoft.com/
    entra	https://entra.microsoft.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44/#home
    azure	https://portal.azure.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44/
    intune	https://intune.microsoft.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    purview	https://purview.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    m365-admin	https://admin.cloud.microsoft/?delegatedOrg=contoso.onmicrosoft.com
    exchange	https://admin.cloud.microsoft/exchange?landingpage=homepage&form=mac_sidebar&delegatedOrg=contoso.onmicrosoft.com#
    teams	https://admin.teams.microsoft.com/?delegatedOrg=contoso.onmicrosoft.com
    sharepoint	https://contoso-admin.sharepoint.com/
    power-platform	https://admin.powerplatform.microsoft.com/account/login/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    power-bi	https://app.powerbi.com/admin-portal?ctid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    partner-center	https://partner.microsoft.com/dashboard/v2/customers/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44/servicemanagementpage
    my-access	https://myaccess.microsoft.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    my-sign-ins	https://mysignins.microsoft.com/security-info?tenant=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 0
    ");
}

#[test]
fn url_all_leaves_out_what_would_lose_its_tenant_or_its_cloud() {
    let sandbox = customers();
    sandbox.portico(["add", "Bare", &id(1)]).done();
    let portals = |tenant: &str| {
        let output = sandbox.portico(["url", tenant, "--all"]).done();
        let portals = output.stdout.lines().map(|line| line.split_once('\t').unwrap().0.to_owned());
        portals.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        portals("Bare"),
        "defender securitycenter mto entra azure intune purview power-platform power-bi partner-center my-access my-sign-ins",
        "no initial domain and no SharePoint label: not those four"
    );
    assert_eq!(portals("Fabrikam"), "defender entra azure intune purview");
}

#[test]
fn a_government_customer_never_gets_a_commercial_host() {
    let output = customers().portico(["url", "Fabrikam", "--all"]).done();
    for line in output.stdout.lines() {
        let host = line.split('/').nth(2).unwrap_or_else(|| panic!("no host in {line}"));
        assert!(host.ends_with(".us"), "{line}");
    }
}

#[test]
fn portals_shows_the_catalogue_with_what_each_needs() {
    insta::assert_snapshot!(customers().portico(["portals"]).transcript(), @"
    PORTAL          NAME                                    NEEDS              CLOUDS
    defender        Microsoft Defender                      tenant ID          public, gcc, gcc-high, dod, china  default
    securitycenter  Defender Security Center (old address)  tenant ID          public
    mto             Defender multitenant management         (names no tenant)  public
    entra           Microsoft Entra                         tenant ID          public, gcc, gcc-high, china
    azure           Azure portal                            tenant ID          public, gcc, gcc-high, dod, china
    intune          Microsoft Intune                        tenant ID          public, gcc, gcc-high, dod, china
    purview         Microsoft Purview                       tenant ID          public, gcc-high, china
    m365-admin      Microsoft 365 admin center              initial domain     public
    exchange        Exchange admin center                   initial domain     public
    teams           Teams admin center                      initial domain     public
    sharepoint      SharePoint admin center                 SharePoint label   public
    power-platform  Power Platform admin center             tenant ID          public
    power-bi        Power BI admin portal                   tenant ID          public
    partner-center  Partner Center service management       tenant ID          public
    my-access       My Access                               tenant ID          public
    my-sign-ins     My Sign-ins                             tenant ID          public
    --- exit 0
    ");
}

#[test]
fn portals_of_a_customer_give_the_address_or_the_reason() {
    let sandbox = Sandbox::new();
    sandbox.portico(["add", "Contoso", CONTOSO, "--sharepoint", "contoso"]).done();
    insta::assert_snapshot!(sandbox.portico(["portals", "contoso"]).transcript(), @"
    PORTAL          NAME                                    ADDRESS
    defender        Microsoft Defender                      https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    securitycenter  Defender Security Center (old address)  https://securitycenter.windows.com?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44                                      may show another tenant: check the name in the portal
    mto             Defender multitenant management         https://mto.security.microsoft.com/                                                                              may show another tenant: check the name in the portal
    entra           Microsoft Entra                         https://entra.microsoft.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44/#home
    azure           Azure portal                            https://portal.azure.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44/
    intune          Microsoft Intune                        https://intune.microsoft.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    purview         Microsoft Purview                       https://purview.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    m365-admin      Microsoft 365 admin center              (the customer has no initial domain)
    exchange        Exchange admin center                   (the customer has no initial domain)
    teams           Teams admin center                      (the customer has no initial domain)
    sharepoint      SharePoint admin center                 https://contoso-admin.sharepoint.com/                                                                            may show another tenant: check the name in the portal
    power-platform  Power Platform admin center             https://admin.powerplatform.microsoft.com/account/login/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    power-bi        Power BI admin portal                   https://app.powerbi.com/admin-portal?ctid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    partner-center  Partner Center service management       https://partner.microsoft.com/dashboard/v2/customers/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44/servicemanagementpage
    my-access       My Access                               https://myaccess.microsoft.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    my-sign-ins     My Sign-ins                             https://mysignins.microsoft.com/security-info?tenant=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 0
    ");
}
