//! What mail filters and chats wrap links in, taken off without asking anybody.

use base64::{Engine, prelude::BASE64_STANDARD_NO_PAD};

use super::{
    LinkError, proofpoint,
    written::{Written, decoded, is_link},
};

/// How often an address may be percent-encoded on top of once.
const ENCODINGS: usize = 3;

/// A service that puts its own address in front of others.
struct Wrapper {
    /// Its name, for people.
    service: &'static str,
    /// Its hosts; one that begins with a dot stands for itself and all below.
    hosts: &'static [&'static str],
    /// What its paths begin with.
    path: &'static str,
    way: Way,
}

/// How a service keeps the address.
enum Way {
    /// Behind one of these query keys.
    Query(&'static [&'static str]),
    /// Behind the first segment of the path.
    Path,
    /// As URL Defense does.
    Proofpoint,
    /// Behind `u=`, in Base64, with its domain behind `d=`.
    Sophos,
    /// Nowhere: only its server knows.
    Sealed,
}

/// Sources: Microsoft Learn, Safe Links (its hosts in all clouds); wtimme/firefox-remove-safelinks #1 and aloneguid/bt #234
/// (Teams); ninoseki/kachi (Barracuda, Sophos); cardi/proofpoint-url-decoder #9 (Cisco).
const WRAPPERS: [Wrapper; 12] = [
    Wrapper {
        service: "Safe Links",
        hosts: &[
            ".safelinks.protection.outlook.com",
            ".safelinks.protection.office365.us",
            ".safelinks.protection.apps.mil",
            ".safelinks.protection.outlook.cn",
            ".safelinks.protection.partner.outlook.cn",
        ],
        path: "/",
        way: Way::Query(&["url"]),
    },
    Wrapper {
        service: "Safe Links",
        hosts: &["statics.teams.cdn.office.net", "teams.public.onecdn.static.microsoft"],
        path: "/evergreen-assets/safelinks/",
        way: Way::Query(&["url"]),
    },
    Wrapper {
        service: "Safe Links",
        hosts: &["outlook.office.com", "outlook.office365.com"],
        path: "/mail/safelink.html",
        way: Way::Query(&["url"]),
    },
    Wrapper {
        service: "Proofpoint URL Defense",
        hosts: &["urldefense.com", "urldefense.us", "urldefense.proofpoint.com"],
        path: "/",
        way: Way::Proofpoint,
    },
    Wrapper { service: "Barracuda", hosts: &[".linkprotect.cudasvc.com"], path: "/", way: Way::Query(&["a"]) },
    Wrapper { service: "Cisco", hosts: &["secure-web.cisco.com"], path: "/", way: Way::Path },
    Wrapper { service: "Sophos", hosts: &[".protection.sophos.com"], path: "/", way: Way::Sophos },
    Wrapper { service: "Google", hosts: &["www.google.com"], path: "/url", way: Way::Query(&["q", "url"]) },
    Wrapper { service: "Slack", hosts: &["slack-redir.net"], path: "/link", way: Way::Query(&["url"]) },
    Wrapper { service: "LinkedIn", hosts: &["www.linkedin.com"], path: "/safety/go", way: Way::Query(&["url"]) },
    Wrapper {
        service: "Facebook",
        hosts: &["l.facebook.com", "lm.facebook.com"],
        path: "/l.php",
        way: Way::Query(&["u"]),
    },
    Wrapper { service: "Mimecast", hosts: &[".mimecast.com", ".mimecastprotect.com"], path: "/", way: Way::Sealed },
];

/// Returns the address in a wrapper, or nothing when the link is none.
///
/// # Errors
///
/// It is a wrapper, and holds no address or more than one.
pub(super) fn inner(written: &Written) -> Result<Option<String>, LinkError> {
    let Some(wrapper) = WRAPPERS.iter().find(|wrapper| wrapper.fits(written)) else { return Ok(None) };
    let wrapped = match wrapper.way {
        Way::Query(keys) => the_link(written, keys),
        Way::Path => written.path.get(1..).and_then(|path| path.split_once('/')).map(|(_, rest)| decoded(rest)),
        Way::Proofpoint => proofpoint::inner(written),
        Way::Sophos => sophos(written),
        Way::Sealed => None,
    };
    wrapped.and_then(as_link).map(Some).ok_or(LinkError::Sealed(wrapper.service))
}

impl Wrapper {
    fn fits(&self, written: &Written) -> bool {
        let path = if written.path.is_empty() { "/" } else { &written.path };
        self.hosts.iter().any(|own| match own.strip_prefix('.') {
            Some(parent) => written.host == parent || written.host.ends_with(own),
            None => written.host == *own,
        }) && path.starts_with(self.path)
    }
}

/// Returns the one link that stands behind the keys, whatever else does.
fn the_link(written: &Written, keys: &[&str]) -> Option<String> {
    let mut links = keys.iter().flat_map(|key| written.values(key)).filter_map(as_link);
    links.next().filter(|link| links.all(|other| other == *link))
}

/// Returns the one value behind the key.
fn the_value(written: &Written, key: &str) -> Option<String> {
    let mut values = written.values(key);
    values.next().filter(|value| values.all(|other| other == *value))
}

/// Returns the text as soon as it is a link, decoded again as often as it may have been encoded.
fn as_link(mut text: String) -> Option<String> {
    for _ in 0..ENCODINGS {
        if is_link(text.trim()) {
            return Some(text);
        }
        text = decoded(&text);
    }
    is_link(text.trim()).then_some(text)
}

/// Reads `?d=contoso.com&u=aHR0cHM6Ly…`: a host that is not below the domain shown beside it was not written by Sophos.
fn sophos(written: &Written) -> Option<String> {
    let encoded = the_value(written, "u")?.replace('-', "+").replace('_', "/");
    let bytes = BASE64_STANDARD_NO_PAD.decode(encoded.trim_end_matches('=')).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let host = Written::read(&text).ok()?.host;
    let shown = the_value(written, "d")?.to_ascii_lowercase();
    (host == shown || host.ends_with(&format!(".{shown}"))).then_some(text)
}
