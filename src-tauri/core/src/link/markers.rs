//! The tenant markers of a link: where portals write whose tenant they show.

use super::{
    LinkError,
    sites::{Place, Site},
    written::{Written, decoded},
};
use crate::{domain::Domain, tenant_id::TenantId};

/// The query keys that name a tenant on every host, whether or not its portal heeds them: where they stand they must agree.
///
/// Source: the catalogue of `links.json`, in lower case. `cid` counts only where a portal takes it.
const KEYS: [&str; 5] = ["tid", "ctid", "tenant", "tenantid", "delegatedorg"];

/// What the markers of one link agree on.
#[derive(Debug, Clone, Default)]
pub(super) struct Markers {
    id: Option<TenantId>,
    organization: Option<Domain>,
    /// True when one of them stands behind `#@`.
    pub(super) in_fragment: bool,
}

impl Markers {
    pub(super) fn tenant_id(&self) -> Option<TenantId> {
        self.id
    }

    pub(super) fn organization(&self) -> Option<&Domain> {
        self.organization.as_ref()
    }

    /// Reads all markers of a link.
    pub(super) fn read(written: &Written, site: &Site) -> Result<Self, LinkError> {
        let mut markers = Self::default();
        for (key, value) in written.pairs() {
            if is_key(&key, site) {
                markers.take(&key, &value)?;
            }
        }
        if let Some((segment, _)) = in_path(written, site) {
            markers.take("path", &decoded(segment))?;
        }
        if let Some((organization, _)) = in_fragment(written, site) {
            markers.take("#@", &decoded(organization))?;
            markers.in_fragment = true;
        }
        Ok(markers)
    }

    fn take(&mut self, marker: &str, value: &str) -> Result<(), LinkError> {
        // In paths and behind the number sign: @contoso.com
        let value = value.strip_prefix('@').unwrap_or(value);
        let why = match TenantId::from_entry(value) {
            Ok(id) => return agree(&mut self.id, id),
            Err(why) => why,
        };
        match value.parse() {
            Ok(domain) => agree(&mut self.organization, domain),
            Err(_) => Err(LinkError::NotATenant { marker: marker.to_owned(), why }),
        }
    }
}

/// True for a query key that names a tenant on this site.
pub(super) fn is_key(key: &str, site: &Site) -> bool {
    let own = matches!(&site.marker, Some(Place::Query(own, _)) if own.eq_ignore_ascii_case(key));
    own || KEYS.iter().any(|known| known.eq_ignore_ascii_case(key))
}

/// Returns the tenant IDs that a text says are ones: `tenantId/8f3c1d52-…`, `tid=8f3c1d52-…`, encoded or not.
///
/// Portals do not heed them there. But a link that says two things is not to be trusted with either.
pub(crate) fn said_in(text: &str) -> Vec<TenantId> {
    let (mut ids, mut text) = (Vec::new(), text.to_ascii_lowercase());
    for _ in 0..3 {
        for key in KEYS {
            ids.extend(text.match_indices(key).filter_map(|(at, _)| {
                let value = text[at + key.len()..].trim_start_matches(['/', '=', ':', '"', '\'', '{', ' ']);
                value.get(..TenantId::LEN)?.parse::<TenantId>().ok()
            }));
        }
        text = decoded(&text).to_ascii_lowercase();
    }
    ids
}

/// Returns the path's segment in the tenant's place, and what follows it.
pub(super) fn in_path<'a>(written: &'a Written, site: &Site) -> Option<(&'a str, &'a str)> {
    let Some(Place::Path(prefix, _)) = &site.marker else { return None };
    let rest = written.path.get(prefix.len()..).filter(|rest| !rest.is_empty())?;
    Some(rest.split_at(rest.find('/').unwrap_or(rest.len())))
}

/// Returns what stands behind `#@`, and what follows it: `#@contoso.com/resource/…`.
pub(super) fn in_fragment<'a>(written: &'a Written, site: &Site) -> Option<(&'a str, &'a str)> {
    let rest = written.fragment.as_deref()?.strip_prefix('@').filter(|_| site.takes_routes_of_azure())?;
    Some(rest.split_at(rest.find('/').unwrap_or(rest.len())))
}

fn agree<T: PartialEq + ToString>(known: &mut Option<T>, new: T) -> Result<(), LinkError> {
    match known {
        Some(known) if *known != new => Err(LinkError::TwoTenants(known.to_string(), new.to_string())),
        _ => {
            *known = Some(new);
            Ok(())
        }
    }
}
