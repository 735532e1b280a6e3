//! Looking in a template for what belongs to a single customer.

use std::{fmt, ops::Range};

use crate::{
    display::quoted,
    link::ids_in,
    registry::Registry,
    template::{Placeholder, Template},
    tenant::Tenant,
    tenant_id::TenantId,
};

/// Something of a single customer, which would go along to all the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// What it is.
    pub what: Placeholder,
    /// Whose it is; nobody's that is known may have a tenant ID.
    pub customer: Option<String>,
    /// The template with the placeholder in its place, if that is one.
    pub corrected: Option<String>,
}

impl fmt::Display for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.customer {
            Some(customer) => write!(f, "the template has the {} of {} in it", self.what, quoted(customer))?,
            None => write!(f, "the template has a {} in it", self.what)?,
        }
        match self.corrected {
            Some(_) => write!(f, ": write {{{}}} in its place", self.what.key()),
            None => f.write_str(", which would go along to all customers"),
        }
    }
}

/// Returns the first thing in a template that is a tenant ID, or belongs to a customer of the registry.
pub(super) fn find(text: &str, registry: &Registry) -> Option<Held> {
    let tenants = registry.tenants();
    let whose = |id: &TenantId| tenants.iter().find(|tenant| tenant.tenant_id == *id).map(|tenant| tenant.name.clone());
    if let Some(place) = guid(text) {
        let customer = text[place.clone()].parse().ok().and_then(|id| whose(&id));
        return Some(held(text, &place, Placeholder::TenantId, customer));
    }
    // Without its hyphens, or encoded: only known ones, for other numbers look so too.
    if let Some(customer) = ids_in(text).iter().find_map(whose) {
        return Some(Held { what: Placeholder::TenantId, customer: Some(customer), corrected: None });
    }
    let lowered = text.to_ascii_lowercase();
    tenants.iter().find_map(|tenant| {
        let (what, place) = of_tenant(&lowered, tenant)?;
        Some(held(text, &place, what, Some(tenant.name.clone())))
    })
}

fn held(text: &str, place: &Range<usize>, what: Placeholder, customer: Option<String>) -> Held {
    let mut corrected = text.to_owned();
    corrected.replace_range(place.clone(), &format!("{{{}}}", what.key()));
    Held { what, customer, corrected: corrected.parse::<Template>().is_ok().then_some(corrected) }
}

/// Returns where 8-4-4-4-12 hexadecimal digits stand.
fn guid(text: &str) -> Option<Range<usize>> {
    let is_one = |part: &[u8]| {
        part.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
    };
    let at = text.as_bytes().windows(TenantId::LEN).position(is_one)?;
    Some(at..at + TenantId::LEN)
}

fn of_tenant(text: &str, tenant: &Tenant) -> Option<(Placeholder, Range<usize>)> {
    let initial = tenant.initial_domain.as_ref().map(|domain| (Placeholder::InitialDomain, domain.as_str()));
    let domain = tenant.domain.as_ref().map(|domain| (Placeholder::Domain, domain.as_str()));
    let domains = [initial, domain].into_iter().flatten();
    let (host, label) = (host(text), tenant.sharepoint.as_ref());
    // The service provider's own tools may stand on its own domain.
    let counts = |place: &Range<usize>| !tenant.own || place.start >= host.end;
    let found = domains.filter_map(|(what, domain)| Some((what, whole(text, domain, counts)?))).next();
    found.or_else(|| Some((Placeholder::SharePoint, label_in(text, host, label?.as_str())?)))
}

/// Returns where the domain stands that is not a part of another one's name. Names below it are its own.
fn whole(text: &str, domain: &str, counts: impl Fn(&Range<usize>) -> bool) -> Option<Range<usize>> {
    let is_label = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let bytes = text.as_bytes();
    let is_whole = |place: &Range<usize>| {
        let before = place.start.checked_sub(1).map(|at| bytes[at]);
        let after = bytes.get(place.end).copied();
        let goes_on = after == Some(b'.') && bytes.get(place.end + 1).copied().is_some_and(is_label);
        !before.is_some_and(is_label) && !after.is_some_and(is_label) && !goes_on
    };
    let places = text.match_indices(domain).map(|(at, found)| at..at + found.len());
    places.filter(is_whole).find(counts)
}

/// Returns where the label of a SharePoint host stands, as in `contoso-admin.sharepoint.com`. Elsewhere it is a word like others.
fn label_in(text: &str, host: Range<usize>, label: &str) -> Option<Range<usize>> {
    let (first, rest) = text[host.clone()].split_once('.')?;
    let is_label = ["", "-admin", "-my"].into_iter().any(|end| first.strip_suffix(end) == Some(label));
    (is_label && rest.starts_with("sharepoint")).then(|| host.start..host.start + label.len())
}

fn host(text: &str) -> Range<usize> {
    let start = text.find("://").map_or(0, |at| at + 3);
    let end = text[start..].find(['/', '?', '#']).map_or(text.len(), |at| start + at);
    start..end
}
