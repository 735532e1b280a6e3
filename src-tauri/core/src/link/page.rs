//! The page that a link leads to, whoever's tenant it shows: its address is written anew, and keeps only what is known to be
//! harmless.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use super::{
    Link,
    markers::{in_fragment, in_path, is_key},
    sites::Place,
    written::decoded,
};
use crate::{
    cloud::Cloud,
    display::quoted,
    portal::{Catalogue, Portal, PortalId},
    template::{Parts, Placeholder, Template},
    tenant_id::TenantId,
};

/// What stands for itself in a query (RFC 3986, unreserved).
const ENCODED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The longest value that a query keeps.
const VALUE_LIMIT: usize = 100;

/// The fragments that name the page which opens without them, too.
const FIRST_PAGES: [&str; 3] = ["", "home", "homepage"];

/// A page of a portal, for any tenant.
#[derive(Debug)]
pub(crate) struct Page {
    /// The key of the portal.
    pub(crate) portal: PortalId,
    /// The name of the portal.
    pub(crate) name: String,
    /// What its address is made of.
    pub(crate) form: Form,
    /// True when it leads to a customer's page once it is known which customer, although the link names none.
    pub(crate) asks: bool,
    /// True when no good source says that the portal shows the tenant on this page.
    is_weak: bool,
}

/// What the address of a page is made of.
#[derive(Debug)]
pub(crate) enum Form {
    /// The page of the link. The template has one placeholder, where the portal expects the tenant.
    Page(Template),
    /// The address that the catalogue has, because the link's form is dead.
    Instead(&'static Portal),
}

impl Page {
    /// Returns the page of a link.
    ///
    /// # Errors
    ///
    /// The portal has no address that names a tenant, or the link is written in a way that could lead elsewhere.
    pub(crate) fn of(link: &Link) -> Result<Self, PageError> {
        let site = link.found.site;
        let form = match Catalogue::built_in().get(&site.portal).filter(|_| site.instead) {
            Some(portal) => Form::Instead(portal),
            None if site.marker.is_none() && link.sharepoint().is_none() => return Err(PageError::SameForAll),
            None => Form::Page(template(link)?),
        };
        // A link that names its tenant was written by the portal, or by somebody who has seen it work.
        let is_added =
            link.names_no_tenant() && !site.known.is_empty() && !site.known.iter().any(|page| is_at(link, page));
        let is_weak = site.grade.is_weak() || is_added;
        Ok(Self { portal: site.portal.clone(), name: site.name.clone(), form, asks: site.asks, is_weak })
    }

    /// True when the page may show another tenant than the one in its address, so that people are told to check.
    pub(crate) fn may_show_another_tenant(&self, cloud: Cloud) -> bool {
        let template = match &self.form {
            Form::Instead(portal) => return portal.may_show_another_tenant(cloud),
            Form::Page(template) => template,
        };
        let is_weak = match Catalogue::built_in().get(&self.portal) {
            Some(portal) => portal.evidence(cloud).is_none_or(|evidence| evidence.grade.is_weak()),
            // The sources speak of the commercial cloud.
            None => cloud != Cloud::Public,
        };
        is_weak || self.is_weak || !template.carries_tenant_id()
    }

    /// True when the address lacks a pair of the link's query that names no tenant, or its fragment.
    ///
    /// The path is not looked at: it stays, except where the portal has one page only, or the link's form is dead.
    pub(crate) fn leaves_out(&self, link: &Link, cloud: Cloud) -> bool {
        let template = match &self.form {
            Form::Page(template) => Some(template),
            Form::Instead(portal) => portal.template(cloud),
        };
        let Some(Parts { query, fragment, .. }) = template.map(Template::parts) else { return false };
        let kept = query.unwrap_or_default();
        let is_kept = |key: &str, value: &str| {
            let is_it = |(own, kept): &(String, Option<String>)| {
                own.eq_ignore_ascii_case(key) && decoded(kept.as_deref().unwrap_or_default()) == value
            };
            kept.iter().any(is_it)
        };
        let site = link.found.site;
        let mut lost = link.written.pairs().filter(|(key, value)| !is_key(key, site) && !is_kept(key, value));
        let route = written_route(link);
        let says_nothing = FIRST_PAGES.contains(&route.trim_matches('/'));
        lost.next().is_some() || !says_nothing && !fragment.unwrap_or_default().ends_with(route)
    }
}

/// True when the link leads to this page, or one below it when it ends in a slash.
fn is_at(link: &Link, page: &str) -> bool {
    let path = &link.written.path;
    match page {
        "/" => path.is_empty() || path == "/",
        above if above.ends_with('/') => path.starts_with(above),
        page => path == page,
    }
}

/// Why there is no address of the page that a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageError {
    /// The page's address names no tenant.
    SameForAll,
    /// The path or the fragment could be read in more than one way.
    Unclear(String),
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SameForAll => f.write_str("this page has no address that names a customer"),
            Self::Unclear(part) => write!(f, "the link could lead elsewhere by this part of it: {}", quoted(part)),
        }
    }
}

fn template(link: &Link) -> Result<Template, PageError> {
    let (site, written) = (link.found.site, &link.written);
    let (path, marked) = match in_path(written, site) {
        Some((_, rest)) => (rest, true),
        None => (written.path.as_str(), false),
    };
    let path = if site.start_page { "" } else { path.strip_suffix('/').unwrap_or(path) };
    ensure_plain_path(path)?;
    let route = route(link)?;
    let mut query = kept(link);
    let mut fragment = route.clone();
    let path = match &site.marker {
        // #@contoso.com/resource/… stays where the portal wrote it.
        Some(Place::Path(..)) if link.markers.in_fragment && route.is_some() && path.is_empty() => {
            fragment = route.map(|route| format!("@{{tenant_id}}/{route}"));
            "/".to_owned()
        }
        Some(Place::Path(prefix, ending)) => {
            // Nothing follows the tenant where fragments name the page, and nothing stands in its stead.
            let may_follow = marked && !site.takes_routes_of_azure();
            let rest =
                if may_follow || path.is_empty() { path } else { return Err(PageError::Unclear(path.to_owned())) };
            let slash = if rest.is_empty() && fragment.is_some() { "/" } else { "" };
            let ending = if rest.is_empty() && slash.is_empty() { ending } else { slash };
            format!("{prefix}{{tenant_id}}{rest}{ending}")
        }
        Some(Place::Query(key, placeholder)) => {
            query.push(format!("{key}={{{}}}", placeholder.key()));
            if path.is_empty() { "/".to_owned() } else { path.to_owned() }
        }
        None if path.is_empty() => "/".to_owned(),
        None => path.to_owned(),
    };
    let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
    let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
    let text = format!("https://{}{path}{query}{fragment}", link.found.host());
    let template: Template = text.parse().map_err(|_| PageError::Unclear(format!("{path}{fragment}")))?;
    match template.placeholders() {
        [Placeholder::TenantId | Placeholder::InitialDomain | Placeholder::SharePoint] => Ok(template),
        _ => Err(PageError::Unclear(format!("{path}{fragment}"))),
    }
}

/// Makes sure that a path reads as it is written: nothing to resolve, and nothing hidden that parts or ends it.
fn ensure_plain_path(path: &str) -> Result<(), PageError> {
    let unclear = || PageError::Unclear(path.to_owned());
    let url = Url::parse(&format!("https://portal.example{path}")).map_err(|_| unclear())?;
    let hidden = |char: char| char.is_control() || "/\\?#%{}".contains(char);
    let is_plain = |segment: &str| !segment.is_empty() && !decoded(segment).contains(hidden);
    let stays = path.is_empty() || url.path() == path;
    if stays && path.split('/').skip(1).all(is_plain) { Ok(()) } else { Err(unclear()) }
}

/// Returns the fragment as far as the portal takes it for a route to one of its pages, without its tenant.
fn route(link: &Link) -> Result<Option<String>, PageError> {
    let (site, route) = (link.found.site, written_route(link));
    let is_route =
        |start: &String| if start.ends_with('/') { route.starts_with(start.as_str()) } else { route == start };
    if !site.routes.iter().any(is_route) {
        return Ok(None);
    }
    let unclear = || PageError::Unclear(route.to_owned());
    let url = Url::parse(&format!("https://portal.example/#{route}")).map_err(|_| unclear())?;
    let plain = decoded(route);
    let climbs = plain.split('/').any(|segment| segment == "..");
    let stays = url.fragment() == Some(route) && !plain.contains(|char: char| char.is_control()) && !climbs;
    if stays { Ok(Some(route.to_owned())) } else { Err(unclear()) }
}

/// Returns the fragment without its tenant, as it is written.
fn written_route(link: &Link) -> &str {
    match in_fragment(&link.written, link.found.site) {
        Some((_, rest)) => rest.strip_prefix('/').unwrap_or(rest),
        None => link.written.fragment.as_deref().unwrap_or_default(),
    }
}

/// Returns the pairs of the query that stay, written anew. A key that is there twice says nothing.
fn kept(link: &Link) -> Vec<String> {
    let is_plain = |value: &str| {
        value.len() <= VALUE_LIMIT && value.chars().all(|char| char.is_ascii_alphanumeric() || " ._~-".contains(char))
    };
    let keeps = link.found.site.keeps.iter();
    let pairs = keeps.filter_map(|key| {
        let mut values = link.written.values(key);
        let value = values.next().filter(|value| values.next().is_none() && is_plain(value))?;
        Some(format!("{key}={}", utf8_percent_encode(&value, &ENCODED)))
    });
    pairs.collect()
}

/// Returns the tenant IDs that a text could hold, also those that are percent-encoded or written without hyphens.
pub(crate) fn ids_in(text: &str) -> Vec<TenantId> {
    let (mut ids, mut text) = (Vec::new(), text.to_owned());
    for _ in 0..3 {
        ids.extend(ids_as_written(&text));
        text = decoded(&text);
    }
    ids
}

fn ids_as_written(text: &str) -> Vec<TenantId> {
    let words = text.split(|char: char| !char.is_ascii_hexdigit() && char != '-');
    let runs = words.flat_map(|word| {
        let digits: String = word.chars().filter(|char| *char != '-').collect();
        (0..(digits.len() + 1).saturating_sub(32)).map(|at| digits[at..at + 32].to_owned()).collect::<Vec<_>>()
    });
    let id = |run: String| {
        let parts = [&run[..8], &run[8..12], &run[12..16], &run[16..20], &run[20..]];
        parts.join("-").parse().ok()
    };
    runs.filter_map(id).collect()
}
