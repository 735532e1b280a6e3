//! The forms that links to portals have, compiled in from `links.json`.
//!
//! An entry of that file is a set of hosts, or of pages of them, whose links have one form. The first that fits counts.
//! `marker` says where the tenant stands, and in the rebuilt address always does; an entry without it, and without a label in
//! its host, is of pages that name no tenant. `instead` says that the form is dead and the catalogue's address opens,
//! `old_hosts` are written as the host they became, `keeps` are the query keys and `routes` the beginnings of fragments
//! that stay, `known` the pages whose marker has a source, and `asks` says that a customer may be asked for.

use std::{collections::BTreeMap, sync::OnceLock};

use serde::Deserialize;

use super::written::Written;
use crate::{
    cloud::Cloud,
    domain::SharePointLabel,
    portal::{Catalogue, Grade, PortalId},
    template::Placeholder,
};

/// Links of one form.
#[derive(Debug)]
pub(super) struct Site {
    /// The key of the portal: the catalogue's, or one of its own.
    pub(super) portal: PortalId,
    /// The name of the portal.
    pub(super) name: String,
    hosts: Vec<SiteHost>,
    path: Option<String>,
    fragment: Option<String>,
    /// Where the tenant stands besides the host.
    pub(super) marker: Option<Place>,
    /// True when the form is dead, and the catalogue's own address opens in its place.
    pub(super) instead: bool,
    /// True when a link that names no tenant leads to a customer's page once it is known which customer.
    pub(super) asks: bool,
    /// True when no page but the first can be named.
    pub(super) start_page: bool,
    /// The query keys that stay, in lower case.
    pub(super) keeps: Vec<String>,
    /// The beginnings of the fragments that stay.
    pub(super) routes: Vec<String>,
    /// The pages whose marker has a source; those ending in a slash stand for all below. None means all.
    pub(super) known: Vec<String>,
    /// How good the source is, in the commercial cloud.
    pub(super) grade: Grade,
}

/// Where an address carries the tenant.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Behind a query key.
    Query(String, Placeholder),
    /// The segment behind this beginning of the path, and what ends the path when nothing follows.
    Path(String, String),
}

/// A host of a site.
#[derive(Debug)]
struct SiteHost {
    /// The host, perhaps with `{sharepoint}` at its beginning.
    pattern: String,
    /// The host that addresses are written with.
    now: String,
    clouds: Vec<Cloud>,
}

/// The site of a link.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) site: &'static Site,
    host: &'static SiteHost,
    pub(super) sharepoint: Option<SharePointLabel>,
}

impl Found {
    /// The clouds whose tenants the host serves.
    pub(super) fn clouds(&self) -> &'static [Cloud] {
        &self.host.clouds
    }

    /// The host that the rebuilt address has, as a template writes it.
    pub(super) fn host(&self) -> &'static str {
        &self.host.now
    }
}

impl Site {
    /// True where fragments are routes of the Azure portal's kind, which name a tenant behind `#@`.
    pub(super) fn takes_routes_of_azure(&self) -> bool {
        self.routes.iter().any(|route| route == "view/")
    }

    fn fits(&self, written: &Written) -> bool {
        let fragment = written.fragment.as_deref().unwrap_or_default();
        self.path.as_ref().is_none_or(|path| is_below(&written.path, path))
            && self.fragment.as_ref().is_none_or(|start| fragment.starts_with(start.as_str()))
    }
}

/// Returns the site of a link, or nothing when no portal has its host, or this page.
pub(super) fn find(written: &Written) -> Option<Found> {
    all().iter().filter(|site| site.fits(written)).find_map(|site| {
        site.hosts.iter().find_map(|host| {
            let sharepoint = host.matches(&written.host)?;
            Some(Found { site, host, sharepoint })
        })
    })
}

impl SiteHost {
    /// Returns the label in a host that fits, if the pattern has one; nothing when the host does not fit.
    fn matches(&self, host: &str) -> Option<Option<SharePointLabel>> {
        match self.pattern.strip_prefix("{sharepoint}") {
            Some(ending) => {
                let label = host.strip_suffix(ending)?;
                label.parse().ok().filter(|parsed: &SharePointLabel| parsed.as_str() == label).map(Some)
            }
            None => (self.pattern == host).then_some(None),
        }
    }
}

/// True when the path is this one, or one below it. Microsoft's servers do not heed case in paths.
fn is_below(path: &str, above: &str) -> bool {
    let Some((start, rest)) = path.split_at_checked(above.len()) else { return false };
    start.eq_ignore_ascii_case(above) && (above.ends_with('/') || rest.is_empty() || rest.starts_with('/'))
}

fn all() -> &'static [Site] {
    static SITES: OnceLock<Vec<Site>> = OnceLock::new();
    #[expect(clippy::expect_used, reason = "compiled in, and read by a test")]
    SITES.get_or_init(|| from_json(include_str!("../links.json")).expect("links.json is well-formed"))
}

fn from_json(text: &str) -> Result<Vec<Site>, String> {
    let entries: Vec<Entry> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    entries.into_iter().map(Site::try_from).collect()
}

/// A site as it stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    portal: String,
    name: Option<String>,
    hosts: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    old_hosts: BTreeMap<String, String>,
    path: Option<String>,
    fragment: Option<String>,
    marker: Option<String>,
    #[serde(default)]
    instead: bool,
    #[serde(default)]
    asks: bool,
    #[serde(default)]
    start_page: bool,
    #[serde(default)]
    keeps: Vec<String>,
    #[serde(default)]
    routes: Vec<String>,
    #[serde(default)]
    known: Vec<String>,
    evidence: (Grade, String),
}

impl TryFrom<Entry> for Site {
    type Error = String;

    fn try_from(entry: Entry) -> Result<Self, String> {
        let of_entry = |error: String| format!("{}: {error}", entry.portal);
        let portal: PortalId = entry.portal.parse().map_err(|error| format!("{error}"))?;
        let name = match (Catalogue::built_in().get(&portal), entry.name) {
            (Some(known), None) => known.name.clone(),
            (None, Some(own)) => own,
            _ => return Err(of_entry("needs a name, or has the catalogue's".into())),
        };
        let hosts = hosts(entry.hosts, entry.old_hosts).map_err(of_entry)?;
        let marker = entry.marker.as_deref().map(place).transpose().map_err(of_entry)?;
        let (grade, _source) = entry.evidence;
        Ok(Self {
            portal,
            name,
            hosts,
            path: entry.path,
            fragment: entry.fragment,
            marker,
            instead: entry.instead,
            asks: entry.asks,
            start_page: entry.start_page,
            keeps: entry.keeps,
            routes: entry.routes,
            known: entry.known,
            grade,
        })
    }
}

fn hosts(hosts: BTreeMap<String, Vec<String>>, old: BTreeMap<String, String>) -> Result<Vec<SiteHost>, String> {
    let mut all = Vec::new();
    for (pattern, keys) in hosts {
        let clouds = keys.iter().map(|key| key.parse::<Cloud>()).collect::<Result<Vec<_>, _>>();
        let clouds = clouds.map_err(|error| error.to_string())?;
        if clouds.is_empty() {
            return Err(format!("no cloud for {pattern}"));
        }
        all.push(SiteHost { now: pattern.clone(), pattern, clouds });
    }
    for (pattern, now) in old {
        let clouds = all.iter().find(|host| host.pattern == now).map(|host| host.clouds.clone());
        all.push(SiteHost { clouds: clouds.ok_or(format!("{pattern} became an unknown host"))?, pattern, now });
    }
    Ok(all)
}

/// Reads `?tid={tenant_id}`, `/account/login/{tenant_id}` or `/{tenant_id}/`.
fn place(marker: &str) -> Result<Place, String> {
    let refuse = || format!("not a marker: {marker}");
    if let Some((key, value)) = marker.strip_prefix('?').and_then(|pair| pair.split_once('=')) {
        let of_value = |placeholder: &Placeholder| format!("{{{}}}", placeholder.key()) == value;
        let placeholder = Placeholder::ALL.into_iter().find(of_value).ok_or_else(refuse)?;
        return Ok(Place::Query(key.to_owned(), placeholder));
    }
    match marker.split_once("{tenant_id}") {
        Some((prefix, ending)) if prefix.starts_with('/') => Ok(Place::Path(prefix.to_owned(), ending.to_owned())),
        _ => Err(refuse()),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::markers::is_key, *};

    #[test]
    fn no_cloud_borrows_the_host_of_another() {
        for host in all().iter().flat_map(|site| &site.hosts) {
            let is_government = host.pattern.ends_with(".us") || host.pattern.ends_with(".mil");
            let is_chinese = host.pattern.ends_with(".cn");
            for cloud in &host.clouds {
                let fits = match cloud {
                    Cloud::Public => !is_government && !is_chinese,
                    Cloud::Gcc => !is_chinese,
                    Cloud::GccHigh | Cloud::Dod => is_government,
                    Cloud::China => is_chinese,
                };
                assert!(fits, "{} in {cloud}", host.pattern);
            }
        }
    }

    #[test]
    fn what_is_kept_of_a_query_names_no_tenant() {
        for site in all() {
            let marker = site.keeps.iter().find(|key| is_key(key, site) || **key != key.to_lowercase());
            assert_eq!(marker, None, "{}", site.portal);
        }
    }
}
