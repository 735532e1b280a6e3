//! The rows of quick open, whatever they open.

use std::ops::Range;

use jiff::Timestamp;
use portico_core::{
    address::{self, PortalUrl},
    cloud::Cloud,
    display::safe,
    opening,
    pins::Objection,
    portal::Portal,
    search::{Hit, Marks, Resting},
    tenant::Tenant,
};

use super::shapes::{Also, Row};
use crate::{
    open,
    state::Known,
    texts::{text, with},
};

/// What a row opens.
pub(super) struct Opens {
    pub(super) portal: String,
    pub(super) portal_name: String,
    /// The address, or why there is none, for people.
    pub(super) url: Result<PortalUrl, String>,
    /// It may show another tenant than the one in its address.
    pub(super) check: bool,
}

impl Opens {
    /// Returns what opens when this portal is chosen.
    fn portal_of(portal: &Portal, tenant: &Tenant) -> Self {
        Self {
            portal: portal.id.to_string(),
            portal_name: portal.name.clone(),
            url: address::build(portal, tenant)
                .map_err(|why| with("open.blocked", &[("portal", &portal.name), ("reason", &open::reason(why))])),
            check: portal.may_show_another_tenant(tenant.cloud),
        }
    }

    /// Returns what opens when no portal is named.
    pub(super) fn default_of(known: &Known, tenant: &Tenant) -> Self {
        match opening::default_portal(&known.catalogue, tenant) {
            Ok(portal) => Self::portal_of(portal, tenant),
            Err(refusal) => {
                let portal = tenant.portal.as_ref().map(ToString::to_string).unwrap_or_default();
                let url = Err(open::refused(&refusal).message);
                Self { portal_name: portal.clone(), portal, url, check: false }
            }
        }
    }
}

/// Returns the rows for nothing typed: favorites, recent customers, then the others by name; how many customers there
/// are; and whether the first row is one that somebody chose to have there.
pub(super) fn at_rest(
    known: &Known,
    tenants: &[&Tenant],
    most: usize,
    opens: impl Fn(&Tenant) -> Opens,
) -> (Vec<Row>, usize, bool) {
    let Resting { favorites, recent, others } = Resting::new(tenants, &known.recent);
    let chosen = !favorites.is_empty() || !recent.is_empty();
    let sections = [(Some("favorites"), favorites), (Some("recent"), recent), (chosen.then_some("others"), others)];
    let rows = sections
        .into_iter()
        .flat_map(|(section, tenants)| tenants.into_iter().map(move |tenant| (section, tenant)))
        .take(most)
        .map(|(section, tenant)| row(known, tenant, &Marks::default(), section, opens(tenant)))
        .collect();
    (rows, tenants.len(), chosen)
}

/// Returns a row for each portal of a customer: the one that opens when none is named first, then the catalogue's order.
pub(super) fn portals(known: &Known, tenant: &Tenant) -> Vec<Row> {
    let usual = Opens::default_of(known, tenant);
    let others = known.catalogue.enabled().filter(|portal| portal.id.to_string() != usual.portal);
    let others: Vec<_> = others.map(|portal| Opens::portal_of(portal, tenant)).collect();
    let all = [usual].into_iter().chain(others);
    all.map(|opens| row(known, tenant, &Marks::default(), None, opens)).collect()
}

/// Returns the rows for what was found.
pub(super) fn found(known: &Known, query: &str, hits: &[Hit], opens: impl Fn(&Tenant) -> Opens) -> Vec<Row> {
    let tenants = known.registry.tenants();
    let row = |hit: &Hit| {
        // Index and registry are read and replaced together, so each hit has its tenant.
        let tenant = tenants.get(hit.at)?;
        Some(row(known, tenant, &known.index.marks(hit, query), None, opens(tenant)))
    };
    hits.iter().filter_map(row).collect()
}

/// Returns the row of a customer.
pub(super) fn row(
    known: &Known,
    tenant: &Tenant,
    marks: &Marks,
    section: Option<&'static str>,
    Opens { portal, portal_name, url, check }: Opens,
) -> Row {
    let (url, browser) = match known.browser(tenant, &portal) {
        Ok(browser) => (url, browser),
        Err(why) => (url.and(Err(why)), None),
    };
    let name = safe(&tenant.name).into_owned();
    let objection = known.pinning.objection(tenant);
    let changed = matches!(objection, Some(Objection::Changed(_)));
    let twin = known.lookalikes.twin(&tenant.identity());
    // Where names do not tell customers apart, something else has to.
    let id = twin.map(|_| tenant.tenant_id.to_string());
    let domain = tenant.known_domain().map(ToString::to_string).or(id);
    Row {
        identity: tenant.identity().to_string(),
        tenant_id: tenant.tenant_id.to_string(),
        portal,
        name_marks: shown_marks(&tenant.name, &name, &marks.name),
        also: also(tenant, marks),
        domain_marks: domain_marks(tenant, marks),
        domain,
        group: tenant.group.as_deref().map(|group| safe(group).into_owned()),
        cloud: open::cloud(tenant.cloud),
        cloud_badge: cloud_badge(tenant.cloud),
        section,
        opened_at: known.opened_at(&tenant.identity()).map(Timestamp::as_millisecond),
        favorite: tenant.favorite,
        monogram: monogram(&name),
        color: color(tenant),
        portal_name,
        browser,
        warning: (check && url.is_ok()).then(|| text("portal.check")),
        // The address that Enter opens; without pins it opens none.
        url: url.as_ref().ok().filter(|_| objection.is_none()).map(ToString::to_string),
        blocked: url.err().filter(|_| !changed),
        changed: changed.then(|| text("quick.changed")),
        lookalike: twin.map(|twin| with("quick.lookalike", &[("name", &safe(twin))])),
        name,
    }
}

/// Returns the alias that matched.
pub(super) fn also(tenant: &Tenant, marks: &Marks) -> Option<Also> {
    let (at, marks) = marks.alias.as_ref()?;
    let alias = tenant.aliases.get(*at)?;
    let text = safe(alias).into_owned();
    Some(Also { marks: shown_marks(alias, &text, marks), text })
}

/// Returns the marks of the default domain, which is shown first where there is one.
pub(super) fn domain_marks(tenant: &Tenant, marks: &Marks) -> Vec<[usize; 2]> {
    tenant
        .domain
        .as_ref()
        .map(|domain| shown_marks(domain.as_str(), domain.as_str(), &marks.domain))
        .unwrap_or_default()
}

/// Returns the badge of a cloud that is not the usual one.
pub(crate) fn cloud_badge(cloud: Cloud) -> Option<&'static str> {
    (cloud != Cloud::Public).then(|| cloud.name())
}

/// Returns the one or two letters of a customer's tile: of the first two words, else of the first.
pub(super) fn monogram(name: &str) -> String {
    let mut words = name.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    let (first, second) = (words.next().unwrap_or_default(), words.next());
    let letters: String = match second.and_then(|word| word.chars().next()) {
        Some(letter) => first.chars().take(1).chain([letter]).collect(),
        None => first.chars().take(2).collect(),
    };
    letters.to_uppercase()
}

/// Returns the color of a customer's tile, which stays the same whatever it is named.
pub(super) fn color(tenant: &Tenant) -> u8 {
    let sum =
        tenant.tenant_id.to_string().bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    u8::try_from(sum % 12).unwrap_or_default()
}

/// Converts byte ranges of a text to the UTF-16 offsets that JavaScript counts in.
///
/// A text that had to be escaped is another text; its marks would stand in the wrong places, so it has none.
pub(super) fn shown_marks(text: &str, shown: &str, marks: &[Range<usize>]) -> Vec<[usize; 2]> {
    if text != shown {
        return Vec::new();
    }
    let units = |at: usize| text.get(..at).map_or(0, |before| before.encode_utf16().count());
    marks.iter().map(|mark| [units(mark.start), units(mark.end)]).collect()
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use super::*;

    #[test]
    fn a_tile_has_the_letters_people_would_choose() {
        for (name, letters) in [
            ("Contoso Pharmaceuticals", "CP"),
            ("Contoso", "CO"),
            ("wide World Importers", "WW"),
            ("Åkeri", "ÅK"),
            ("<img src=x>", "IS"),
            ("北京 公司", "北公"),
            ("3M", "3M"),
            ("!?", ""),
        ] {
            assert_eq!(monogram(name), letters);
        }
    }

    #[test]
    fn marks_count_as_javascript_counts() {
        let text = "👩 Åre";
        let are = text.find("Åre").unwrap();
        assert_eq!(shown_marks(text, text, from_ref(&(are..text.len()))), [[3, 6]]);
        assert_eq!(shown_marks("a\u{7}b", "a\\u{7}b", from_ref(&(0..1))), [[0; 2]; 0]);
    }
}
