//! What holds for every link: a catalogue's address leads back to itself, and what opens is the customer that is reported.

use proptest::prelude::*;

use super::{registry, tenant_of};
use crate::{
    address,
    cloud::Cloud,
    following::{Decision, Known, Request, decide},
    link,
    pins::Pinning,
    portal::Catalogue,
    registry::Registry,
};

#[test]
fn every_address_that_portico_opens_is_a_link_it_leads_back_to() {
    for tenant in registry().tenants() {
        for portal in Catalogue::built_in().portals().iter().filter(|portal| portal.id.as_str() != "mto") {
            let Ok(url) = address::build(portal, tenant) else { continue };
            let link = link::read(url.as_str()).unwrap_or_else(|error| panic!("{url}: {error}"));
            let registry = registry();
            let request = Request { customer: Some(tenant.identity()), ..Request::default() };
            let Ok(Some(Decision::Open(target))) =
                decide(Known::plain(&registry, &Pinning::default()), &link, &request)
            else {
                panic!("{url}");
            };
            assert_eq!(target.tenant, tenant, "{url}");
            // The old host is written as the new one, and the number sign behind Exchange's address says nothing.
            let expected = url.as_str().replace("securitycenter.windows.com", "security.microsoft.com/");
            let expected = expected.trim_end_matches('#');
            assert!([expected, &format!("{expected}/")].contains(&target.url.as_str()), "{url}: {}", target.url);
            if portal.id.as_str() != "securitycenter" {
                assert_eq!((&target.portal, &target.portal_name), (&portal.id, &portal.name), "{url}");
                let check = portal.may_show_another_tenant(tenant.cloud);
                assert_eq!(target.may_show_another_tenant, check, "{url}: one portal, one warning");
            }
        }
    }
}

/// Where a link may stand, with its tenant's place as `{id}`.
const FORMS: [&str; 14] = [
    "https://security.microsoft.com/{rest}?tid={id}",
    "https://securitycenter.windows.com/{rest}?viewid={rest}&tid={id}",
    "https://security.microsoft.us/{rest}?tid={id}&{rest}",
    "https://portal.azure.us/{id}/#view/{rest}",
    "https://entra.microsoft.com/{id}/#view/{rest}",
    "https://portal.azure.com/#@{id}/resource/{rest}",
    "https://portal.azure.com/{rest}?tid={id}",
    "https://portal.azure.com/{id}/{rest}#{rest}",
    "https://partner.microsoft.com/commerce/customers/{id}/{rest}",
    "https://admin.microsoft.com/Partner/BeginClientSession.aspx?CTID={id}",
    "https://app.powerbi.com/{rest}?ctid={id}",
    "https://intune.microsoft.com/{id}{rest}",
    "https://teams.microsoft.com/{rest}?tenantId={id}",
    "https://myaccess.microsoft.com/{id}/{rest}",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 50_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_opens_carries_the_reported_customers_marker_on_a_portals_host(
        ids in prop::collection::vec(any::<u128>(), 1..6), clouds in prop::collection::vec(0..Cloud::ALL.len(), 6),
        form in 0..FORMS.len(), meant in 0..6usize,
        rest in prop_oneof!["[a-z0-9/]{0,12}", "[a-zA-Z0-9%/?#@&=.:{}~-]{0,20}"],
    ) {
        let text = |id: u128| uuid::Uuid::from_u128(id).to_string();
        let tenants = ids.iter().zip(clouds).enumerate().map(|(at, (id, cloud))| {
            tenant_of(&at.to_string(), Cloud::ALL[cloud], &text(*id), &format!("t{at}.onmicrosoft.com"))
        });
        let Ok(registry) = Registry::new(tenants.collect()) else { return Ok(()) };
        let meant = text(ids[meant % ids.len()]);
        let text = FORMS[form].replace("{id}", &meant).replace("{rest}", &rest);
        let Ok(link) = link::read(&text) else { return Ok(()) };
        let pinning = Pinning::default();
        let Ok(Some(Decision::Open(target))) = decide(Known::plain(&registry, &pinning), &link, &Request::default()) else { return Ok(()) };

        prop_assert_eq!(target.tenant.tenant_id.to_string(), meant.clone(), "{}", text);
        let address = target.url.as_str();
        let marker = match address.contains("delegatedOrg=") {
            true => target.tenant.initial_domain.as_ref().unwrap().to_string(),
            false => meant,
        };
        prop_assert_eq!(address.matches(&marker).count(), 1, "{} from {}", address, text);
        let host = address.strip_prefix("https://").unwrap().split(['/', '?', '#']).next().unwrap();
        let hosts = [
            "security.microsoft.com", "security.microsoft.us", "portal.azure.us", "portal.azure.com",
            "entra.microsoft.com", "partner.microsoft.com", "admin.cloud.microsoft", "app.powerbi.com",
            "intune.microsoft.com", "teams.cloud.microsoft", "myaccess.microsoft.com",
        ];
        prop_assert!(hosts.contains(&host), "{} from {}", address, text);
        for other in registry.tenants().iter().filter(|other| other.tenant_id != target.tenant.tenant_id) {
            prop_assert!(!address.contains(&other.tenant_id.to_string()));
        }
        prop_assert!(link.clouds().contains(&target.tenant.cloud));
    }
}
