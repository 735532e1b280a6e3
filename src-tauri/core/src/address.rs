//! Building a portal's address for a tenant, and checking it before anyone can open it.

use std::fmt;

use percent_encoding::percent_decode_str;
use url::Url;

use crate::{
    cloud::Cloud,
    help::Topic,
    link::{Form, Page},
    portal::Portal,
    template::{Parts, Placeholder, Template},
    tenant::Tenant,
};

/// An https address that carries every value its template declares.
///
/// Only [`build`] makes one, what rebuilds the address of a link, and the help, whose pages are fixed; the browser launchers accept
/// nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortalUrl(String);

impl PortalUrl {
    /// Returns the address of a page that explains something.
    pub fn of_topic(topic: Topic) -> Self {
        Self(topic.address().to_owned())
    }

    /// The address as its template writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PortalUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Builds the address of a portal for a tenant.
///
/// # Errors
///
/// The portal is not known in the tenant's cloud, or the tenant lacks a value: never another cloud's host, never an
/// address without its tenant.
pub fn build(portal: &Portal, tenant: &Tenant) -> Result<PortalUrl, Unavailable> {
    let template = portal.template(tenant.cloud).ok_or(Unavailable::Cloud(tenant.cloud))?;
    expand(template, tenant)
}

/// Builds the address that a template makes for a tenant.
///
/// # Errors
///
/// As [`build`], whatever the tenant's cloud.
pub(crate) fn expand(template: &Template, tenant: &Tenant) -> Result<PortalUrl, Unavailable> {
    let address = template.fill(template.as_str(), tenant).map_err(Unavailable::Missing)?;
    ensure_as_declared(&address, template, tenant)?;
    Ok(PortalUrl(address))
}

/// Builds the address of a page that a link led to, for a tenant.
///
/// # Errors
///
/// As [`build`]: the tenant lacks a value, or the address does not read as it is declared.
pub(crate) fn build_page(page: &Page, tenant: &Tenant) -> Result<PortalUrl, Unavailable> {
    match &page.form {
        Form::Page(template) => expand(template, tenant),
        Form::Instead(portal) => build(portal, tenant),
    }
}

/// Why a portal cannot be opened for a tenant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unavailable {
    /// No address is known in this cloud.
    Cloud(Cloud),
    /// The tenant has no such value.
    Missing(Placeholder),
    /// The built address does not read as its template says; this is a fault of Portico.
    Damaged,
}

impl fmt::Display for Unavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cloud(cloud) => write!(f, "no address is known in this cloud: {cloud}"),
            Self::Missing(value) => write!(f, "the customer has no {value}"),
            Self::Damaged => f.write_str("the address did not pass its check"),
        }
    }
}

impl std::error::Error for Unavailable {}

/// Compares an independent parse of the address with what the template declares.
fn ensure_as_declared(address: &str, template: &Template, tenant: &Tenant) -> Result<(), Unavailable> {
    let fill = |part: &str| template.fill(part, tenant).map_err(|_| Unavailable::Damaged);
    let Parts { host, path, query, fragment } = template.parts();
    let url = Url::parse(address).map_err(|_| Unavailable::Damaged)?;

    let path = if path.is_empty() { "/".to_owned() } else { fill(&path)? };
    let fragment = fragment.as_deref().map(fill).transpose()?;
    let query = query
        .map(|pairs| {
            pairs
                .into_iter()
                .map(|(key, value)| Ok((key, decoded(&fill(&value.unwrap_or_default())?))))
                .collect::<Result<Vec<_>, _>>()
        })
        .transpose()?;
    let read_query = url.query().map(|_| url.query_pairs().into_owned().collect::<Vec<_>>());

    let as_declared = url.scheme() == "https"
        && url.username().is_empty()
        && url.password().is_none()
        && url.host_str() == Some(fill(&host)?.as_str())
        && url.port().is_none()
        && url.path() == path
        && read_query == query
        && url.fragment() == fragment.as_deref();
    if as_declared { Ok(()) } else { Err(Unavailable::Damaged) }
}

/// The parser decodes the values of queries.
fn decoded(value: &str) -> String {
    percent_decode_str(value).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::portal::Catalogue;

    fn contoso() -> Tenant {
        let mut tenant = Tenant::new("Contoso", Cloud::Public, "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap());
        tenant.domain = Some("contoso.com".parse().unwrap());
        tenant.initial_domain = Some("contoso.onmicrosoft.com".parse().unwrap());
        tenant.sharepoint = Some("contoso".parse().unwrap());
        tenant
    }

    fn address(portal: &str, tenant: &Tenant) -> Result<String, Unavailable> {
        build(Catalogue::built_in().named(portal).unwrap(), tenant).map(|url| url.to_string())
    }

    #[test]
    fn each_portal_has_exactly_its_address() {
        let id = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
        for (portal, expected) in [
            ("defender", format!("https://security.microsoft.com/?tid={id}")),
            ("securitycenter", format!("https://securitycenter.windows.com?tid={id}")),
            ("mto", "https://mto.security.microsoft.com/".into()),
            ("entra", format!("https://entra.microsoft.com/{id}/#home")),
            ("azure", format!("https://portal.azure.com/{id}/")),
            ("intune", format!("https://intune.microsoft.com/{id}")),
            ("purview", format!("https://purview.microsoft.com/?tid={id}")),
            ("m365-admin", "https://admin.cloud.microsoft/?delegatedOrg=contoso.onmicrosoft.com".into()),
            (
                "exchange",
                "https://admin.cloud.microsoft/exchange?landingpage=homepage&form=mac_sidebar&delegatedOrg=contoso.onmicrosoft.com#".into(),
            ),
            ("teams", "https://admin.teams.microsoft.com/?delegatedOrg=contoso.onmicrosoft.com".into()),
            ("sharepoint", "https://contoso-admin.sharepoint.com/".into()),
            ("power-platform", format!("https://admin.powerplatform.microsoft.com/account/login/{id}")),
            ("power-bi", format!("https://app.powerbi.com/admin-portal?ctid={id}")),
            ("partner-center", format!("https://partner.microsoft.com/dashboard/v2/customers/{id}/servicemanagementpage")),
            ("my-access", format!("https://myaccess.microsoft.com/{id}")),
            ("my-sign-ins", format!("https://mysignins.microsoft.com/security-info?tenant={id}")),
        ] {
            assert_eq!(address(portal, &contoso()), Ok(expected));
        }
    }

    #[test]
    fn a_missing_value_or_template_is_no_address() {
        let mut bare = contoso();
        (bare.initial_domain, bare.sharepoint) = (None, None);
        for (portal, missing) in [
            ("m365-admin", Placeholder::InitialDomain),
            ("exchange", Placeholder::InitialDomain),
            ("teams", Placeholder::InitialDomain),
            ("sharepoint", Placeholder::SharePoint),
        ] {
            assert_eq!(address(portal, &bare), Err(Unavailable::Missing(missing)));
        }
        bare.cloud = Cloud::Dod;
        assert_eq!(address("entra", &bare), Err(Unavailable::Cloud(Cloud::Dod)));
    }

    #[test]
    fn an_address_that_is_not_what_its_template_says_is_refused() {
        let template: Template = "https://security.microsoft.com/?tid={tenant_id}".parse().unwrap();
        let right = "https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
        assert_eq!(ensure_as_declared(right, &template, &contoso()), Ok(()));
        for wrong in [
            "http://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
            "https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a45",
            "https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44&tid=1",
            "https://security.microsoft.com/?TID=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
            "https://security.microsoft.com/x?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
            "https://security.microsoft.com:8443/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
            "https://security.microsoft.com@evil.example/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
            "https://a@security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
            "https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44#",
            "https://security.microsoft.com/",
        ] {
            assert_eq!(ensure_as_declared(wrong, &template, &contoso()), Err(Unavailable::Damaged), "{wrong}");
        }
    }

    /// An address taken apart without the url crate, by RFC 3986 appendix B.
    #[derive(Debug, PartialEq, Eq)]
    struct Read<'a> {
        scheme: &'a str,
        authority: &'a str,
        path: Vec<&'a str>,
        query: Vec<&'a str>,
        fragment: Option<&'a str>,
    }

    fn read(address: &str) -> Read<'_> {
        let (scheme, rest) = address.split_once("://").unwrap();
        let (rest, fragment) = rest.split_once('#').map_or((rest, None), |(rest, fragment)| (rest, Some(fragment)));
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        Read { scheme, authority, path: path.split('/').collect(), query: query.split('&').collect(), fragment }
    }

    /// Puts the tenant's values into one part of a template.
    fn expected(part: &str, tenant: &Tenant) -> String {
        let value = |found: Option<String>| found.unwrap_or_else(|| panic!("{part} lacks its value"));
        match part.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?))) {
            Some((before, (key, after))) => {
                let filled = match key {
                    "tenant_id" => tenant.tenant_id.to_string(),
                    "domain" => value(tenant.domain.as_ref().map(ToString::to_string)),
                    "initial_domain" => value(tenant.initial_domain.as_ref().map(ToString::to_string)),
                    "sharepoint" => value(tenant.sharepoint.as_ref().map(ToString::to_string)),
                    other => panic!("{other}"),
                };
                format!("{before}{filled}{after}")
            }
            None => part.to_owned(),
        }
    }

    fn any_domain() -> impl Strategy<Value = String> {
        // Half of them hostile: the types in front of the template must stop those.
        let text = |chars: &'static str, len| {
            let chars: Vec<_> = chars.chars().collect();
            prop::collection::vec(prop::sample::select(chars), len).prop_map(String::from_iter)
        };
        let endings = [".com", ".example", ".onmicrosoft.com", ".partner.onmschina.cn"];
        prop_oneof![
            (text("abcxyz0189-", 1..14), prop::sample::select(endings.to_vec()))
                .prop_map(|(label, ending)| label + ending),
            text("aZ09._/?#@:&=%\\ ö-[]{}\n", 0..24),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1_000_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn an_address_carries_each_declared_value_once_on_the_declared_host(
            id in any::<u128>(), domain in any_domain(), initial in any_domain(), label in any_domain(),
            cloud in 0..Cloud::ALL.len(), portal in 0..16usize,
        ) {
            let Ok(id) = uuid::Uuid::from_u128(id).to_string().parse() else { return Ok(()) };
            let mut tenant = Tenant::new("x", Cloud::ALL[cloud], id);
            tenant.domain = domain.parse().ok();
            tenant.initial_domain = initial.parse().ok();
            tenant.sharepoint = label.split('.').next().unwrap().parse().ok();
            let portal = &Catalogue::built_in().portals()[portal];
            let Some(template) = portal.template(tenant.cloud) else {
                prop_assert_eq!(build(portal, &tenant), Err(Unavailable::Cloud(tenant.cloud)));
                return Ok(());
            };
            if let Some(missing) = template.placeholders().iter().find(|value| value.value(&tenant).is_none()) {
                prop_assert_eq!(build(portal, &tenant), Err(Unavailable::Missing(*missing)));
                return Ok(());
            }
            let address = build(portal, &tenant).unwrap().to_string();
            let (got, declared) = (read(&address), read(template.as_str()));
            prop_assert_eq!(got.scheme, "https");
            prop_assert_eq!(got.authority, expected(declared.authority, &tenant));
            prop_assert!(got.authority.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte)));
            let fill = |parts: &[&str]| parts.iter().map(|part| expected(part, &tenant)).collect::<Vec<_>>();
            prop_assert_eq!(&got.path, &fill(&declared.path));
            prop_assert_eq!(&got.query, &fill(&declared.query));
            prop_assert_eq!(got.fragment.map(str::to_owned), declared.fragment.map(|part| expected(part, &tenant)));
            if template.carries_tenant_id() {
                prop_assert_eq!(address.matches(&tenant.tenant_id.to_string()).count(), 1);
            }
        }
    }
}
