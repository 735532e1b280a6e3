//! Deciding what a link to a portal leads to, before anything is started.
//!
//! The link's own address never opens. Its markers name a tenant of the registry, and the address is written anew with that
//! tenant's own values.

use std::fmt;

use crate::{
    address,
    cloud::{Cloud, Identity},
    display::quoted,
    domain::{Domain, SharePointLabel},
    link::{Form, Link, Page, PageError, ids_in, said_in},
    opening::{self, Decision, Known, Target},
    registry::Registry,
    tenant::Tenant,
    tenant_id::TenantId,
};

/// What is known beside the link.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Request {
    /// The tenant that the person named, needed where the link names none.
    pub customer: Option<Identity>,
    /// The name that the person expects, or saw beside what they chose.
    pub shown_name: Option<String>,
    /// True when the person has been asked and said yes.
    pub confirmed: bool,
}

/// Decides on a link by what is known now. Nothing where neither the link nor the request says which customer is meant: that is to
/// be asked, and one of [`candidates`] is the answer. Links lead to the portals that Portico comes with.
///
/// # Errors
///
/// Why nothing can be opened: most of all that the link names no tenant of the registry, or not the one that is expected.
pub fn decide<'a>(known: Known<'a, '_>, link: &Link, request: &Request) -> Result<Option<Decision<'a>>, Refusal> {
    let Known { registry, pinning, confirm, .. } = known;
    let tenant = tenant(registry, link, request.customer)?;
    if let Some(tenant) = tenant {
        opening::ensure_known(tenant, pinning).map_err(Refusal::Opening)?;
    }
    let refuse = |why| Refusal::Page { portal: link.portal_name().to_owned(), why };
    let page = Page::of(link).map_err(refuse)?;
    // Nobody is asked for what cannot be opened afterwards.
    if link.names_no_tenant() && !page.asks {
        return Err(refuse(PageError::SameForAll));
    }
    let Some(tenant) = tenant else { return Ok(None) };
    if let Some(other) = mentioned(registry, tenant, &page) {
        return Err(Refusal::Mentions { tenant: tenant.name.clone(), other: other.map(|other| other.name.clone()) });
    }
    let target = target(tenant, link, page)?;
    Ok(Some(Decision::on(target, confirm, request.shown_name.as_deref(), request.confirmed)))
}

/// Returns the tenants that a link without a tenant could be opened for: those of the clouds that its host serves.
pub fn candidates<'a>(registry: &'a Registry, link: &Link) -> impl Iterator<Item = &'a Tenant> {
    registry.tenants().iter().filter(|tenant| link.clouds().contains(&tenant.cloud))
}

fn target<'a>(tenant: &'a Tenant, link: &Link, page: Page) -> Result<Target<'a>, Refusal> {
    let url = address::build_page(&page, tenant);
    let may_show_another_tenant = page.may_show_another_tenant(tenant.cloud);
    let left_out = page.leaves_out(link, tenant.cloud);
    let Page { portal, name: portal_name, .. } = page;
    match url {
        Ok(url) => Ok(Target { tenant, portal, portal_name, url, may_show_another_tenant, left_out }),
        Err(why) => {
            let tenant = tenant.name.clone();
            Err(Refusal::Opening(opening::Refusal::Unavailable { tenant, portal: portal_name, why }))
        }
    }
}

/// Returns another tenant whose ID stands somewhere in what is kept of the link. It need not be in the registry where the link
/// says that it is a tenant's.
fn mentioned<'a>(registry: &'a Registry, tenant: &Tenant, page: &Page) -> Option<Option<&'a Tenant>> {
    let Form::Page(template) = &page.form else { return None };
    let ids = ids_in(template.as_str());
    let is_other = |other: &&Tenant| other.tenant_id != tenant.tenant_id && ids.contains(&other.tenant_id);
    let known = if ids.is_empty() { None } else { registry.tenants().iter().find(is_other) };
    match known {
        Some(other) => Some(Some(other)),
        None => said_in(template.as_str()).iter().any(|id| *id != tenant.tenant_id).then_some(None),
    }
}

/// Returns the tenant that the link and the person name, or nothing when neither names one.
fn tenant<'a>(registry: &'a Registry, link: &Link, customer: Option<Identity>) -> Result<Option<&'a Tenant>, Refusal> {
    let customer = match customer {
        Some(identity) => {
            let gone = || Refusal::Opening(opening::Refusal::Gone(identity));
            Some(registry.get(&identity).ok_or_else(gone)?)
        }
        None => None,
    };
    let named = named(registry, link)?;
    match (customer, &named[..]) {
        (Some(customer), []) if !link.clouds().contains(&customer.cloud) => Err(Refusal::elsewhere(customer, link)),
        (None, []) => Ok(None),
        (Some(customer), []) => Ok(Some(customer)),
        (Some(customer), named) if named.iter().any(|named| named.identity() == customer.identity()) => {
            Ok(Some(customer))
        }
        (Some(customer), [named, ..]) => {
            Err(Refusal::OtherCustomer { expected: customer.name.clone(), named: named.name.clone() })
        }
        (None, [tenant]) => Ok(Some(tenant)),
        (None, _) => Err(Refusal::Several(named.iter().map(|tenant| tenant.identity()).collect())),
    }
}

/// Returns the tenants that all markers of the link fit, at least one unless the link has no marker.
///
/// # Errors
///
/// Its markers fit none of the registry, or not one and the same.
pub fn named<'a>(registry: &'a Registry, link: &Link) -> Result<Vec<&'a Tenant>, Refusal> {
    let ids = link.tenant_id().map(Marker::Id);
    let domains = link.organization().cloned().map(Marker::Domain);
    let labels = link.sharepoint().cloned().map(Marker::SharePoint);
    let mut markers = ids.into_iter().chain(domains).chain(labels);
    let Some(first) = markers.next() else { return Ok(Vec::new()) };

    let everywhere = || registry.tenants().iter().filter(|tenant| first.fits(tenant));
    let named: Vec<_> = everywhere().filter(|tenant| link.clouds().contains(&tenant.cloud)).collect();
    if named.is_empty() {
        return Err(match everywhere().next() {
            Some(tenant) => Refusal::elsewhere(tenant, link),
            None => Refusal::Unknown { marker: first, clouds: link.clouds().to_vec() },
        });
    }
    let rest: Vec<_> = markers.collect();
    let not_its = |tenant: &Tenant| rest.iter().find(|marker| !marker.fits(tenant));
    match not_its(named[0]) {
        Some(marker) if named.iter().all(|tenant| not_its(tenant).is_some()) => {
            Err(Refusal::NotIts { tenant: named[0].name.clone(), marker: marker.clone() })
        }
        _ => Ok(named.into_iter().filter(|tenant| not_its(tenant).is_none()).collect()),
    }
}

/// What names a tenant in a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marker {
    /// The tenant ID.
    Id(TenantId),
    /// A domain or initial domain.
    Domain(Domain),
    /// The SharePoint label.
    SharePoint(SharePointLabel),
}

impl Marker {
    fn fits(&self, tenant: &Tenant) -> bool {
        match self {
            Self::Id(id) => tenant.tenant_id == *id,
            Self::Domain(domain) => {
                [&tenant.domain, &tenant.initial_domain].into_iter().flatten().any(|own| own == domain)
            }
            Self::SharePoint(label) => tenant.sharepoint.as_ref() == Some(label),
        }
    }
}

impl fmt::Display for Marker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => write!(f, "tenant ID: {id}"),
            Self::Domain(domain) => write!(f, "domain: {domain}"),
            Self::SharePoint(label) => write!(f, "SharePoint label: {label}"),
        }
    }
}

/// Why nothing can be opened by a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No tenant of any cloud is named so. One of these clouds is the one it lives in.
    Unknown {
        /// What names it.
        marker: Marker,
        /// The clouds that the link's host serves.
        clouds: Vec<Cloud>,
    },
    /// The tenant lives in a cloud that the link's host does not serve.
    Elsewhere {
        /// The tenant's name.
        tenant: String,
        /// Where it lives.
        cloud: Cloud,
        /// The clouds that the link's host serves.
        clouds: Vec<Cloud>,
    },
    /// Several tenants are named so.
    Several(Vec<Identity>),
    /// The link names a tenant, and something beside it that is not that tenant's.
    NotIts {
        /// The tenant's name.
        tenant: String,
        /// What is not its.
        marker: Marker,
    },
    /// The link names another customer than the person.
    OtherCustomer {
        /// The name of the one that the person named.
        expected: String,
        /// The name of the one in the link.
        named: String,
    },
    /// Further on in the link stands the tenant ID of another customer.
    Mentions {
        /// The name of the tenant in the tenant's place.
        tenant: String,
        /// The name of the other one, if it is known.
        other: Option<String>,
    },
    /// The page has no address to be written anew.
    Page {
        /// The portal's name.
        portal: String,
        /// Why.
        why: PageError,
    },
    /// As for any other request.
    Opening(opening::Refusal),
}

impl Refusal {
    fn elsewhere(tenant: &Tenant, link: &Link) -> Self {
        Self::Elsewhere { tenant: tenant.name.clone(), cloud: tenant.cloud, clouds: link.clouds().to_vec() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { marker, .. } => write!(f, "no customer has this {marker}"),
            Self::Elsewhere { tenant, cloud, clouds } => {
                let clouds: Vec<_> = clouds.iter().map(|cloud| cloud.key()).collect();
                let clouds = clouds.join(" and ");
                write!(
                    f,
                    "{} is in the cloud {cloud}, and this link is for {clouds}: nothing was opened",
                    quoted(tenant)
                )
            }
            Self::Several(tenants) => write!(f, "{} customers match this link", tenants.len()),
            Self::NotIts { tenant, marker } => {
                write!(f, "the link names {}, and beside it another {marker}", quoted(tenant))
            }
            Self::OtherCustomer { expected, named } => {
                write!(f, "the link names {}, not {}: nothing was opened", quoted(named), quoted(expected))
            }
            Self::Mentions { tenant, other } => {
                let tenant = quoted(tenant);
                let other = other.as_ref().map_or_else(|| "another tenant".to_owned(), |other| quoted(other));
                write!(f, "the link names {tenant}, and further on the tenant ID of {other}: nothing was opened")
            }
            Self::Page { portal, why } => write!(f, "{portal}: {why}"),
            Self::Opening(refusal) => refusal.fmt(f),
        }
    }
}

impl std::error::Error for Refusal {}

#[cfg(test)]
mod tests;
