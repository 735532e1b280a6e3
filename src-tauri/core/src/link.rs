//! Links to portals: which tenant a pasted or imported link names.
//!
//! A link is unwrapped, its host and form are looked up in `links.json`, and every tenant marker in it is read. Nothing here
//! asks the network or opens anything; [`crate::following`] decides what a link leads to. GUIDs that stand elsewhere than in
//! a tenant's place (users, devices, subscriptions, incidents) are never taken.

use crate::{
    cloud::Cloud,
    domain::{Domain, SharePointLabel},
    portal::PortalId,
    tenant_id::TenantId,
};

mod error;
mod markers;
mod page;
mod proofpoint;
mod sites;
mod wrappers;
mod written;

pub use error::LinkError;
pub(crate) use markers::said_in;
pub use page::PageError;
pub(crate) use page::{Form, Page, ids_in};

use markers::Markers;
use sites::Found;
use written::Written;

/// How many wrappers are taken off a link; a link that went through more is refused.
const LAYERS: usize = 5;

/// A link to a page of a portal, unwrapped.
///
/// All its tenant markers name one tenant, as far as that can be told without a registry.
#[derive(Debug, Clone)]
pub struct Link {
    found: Found,
    written: Written,
    markers: Markers,
}

impl Link {
    /// The tenant ID that the link's markers agree on.
    pub fn tenant_id(&self) -> Option<TenantId> {
        self.markers.tenant_id()
    }

    /// The domain that names the tenant: behind `delegatedOrg=` or `tid=`, in the path or behind `#@`.
    pub fn organization(&self) -> Option<&Domain> {
        self.markers.organization()
    }

    /// The SharePoint label in the host.
    pub fn sharepoint(&self) -> Option<&SharePointLabel> {
        self.found.sharepoint.as_ref()
    }

    /// The clouds whose tenants the host serves, at least one.
    pub fn clouds(&self) -> &[Cloud] {
        self.found.clouds()
    }

    /// The key of the portal, from the catalogue where it has this portal.
    pub fn portal(&self) -> &PortalId {
        &self.found.site.portal
    }

    /// The name of the portal, the same in every language.
    pub fn portal_name(&self) -> &str {
        &self.found.site.name
    }

    /// The path and the fragment as they are written, to be shown and not to be opened.
    pub fn page(&self) -> String {
        let fragment = self.written.fragment.as_ref().map(|fragment| format!("#{fragment}")).unwrap_or_default();
        format!("{}{fragment}", self.written.path)
    }

    /// True when the link names no tenant in any way.
    pub fn names_no_tenant(&self) -> bool {
        self.tenant_id().is_none() && self.organization().is_none() && self.sharepoint().is_none()
    }
}

/// True for a text that is read as a link and not as a name: it begins with `http://` or `https://`.
///
/// Spaces and angle brackets around it are forgiven, as in [`read`].
pub fn is_link(text: &str) -> bool {
    written::is_link(written::bare(text))
}

/// Reads a link, and takes its wrappers off: Safe Links, URL Defense and the like.
///
/// Angle brackets around it, punctuation of a sentence behind it and `&amp;` from HTML are forgiven.
///
/// # Errors
///
/// The text is no link, leads to no known portal, names two tenants or something that is no tenant, or cannot be unwrapped
/// without asking a server.
pub fn read(text: &str) -> Result<Link, LinkError> {
    let mut written = Written::read(text)?;
    let mut layers = 0;
    while let Some(inner) = wrappers::inner(&written)? {
        layers += 1;
        if layers > LAYERS {
            return Err(LinkError::TooDeep(LAYERS));
        }
        written = Written::read(&inner)?;
    }
    let found = sites::find(&written).ok_or_else(|| LinkError::UnknownHost(written.host.clone()))?;
    let markers = Markers::read(&written, found.site)?;
    Ok(Link { found, written, markers })
}

#[cfg(test)]
mod tests;
