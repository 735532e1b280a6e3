//! Links that begin with `portico:`, by which a page, a mail or another program says whom it means.
//!
//! Any page can fire one, so it only points: quick open shows the customer, and waits for Enter. The grammar is strict; what is not
//! exactly one of these two is no link of Portico's, and no address ever comes in from outside:
//!
//! - `portico://open?tenant=TENANT_ID`, with `&cloud=CLOUD` and `&portal=PORTAL` as wanted
//! - `portico://search?q=TEXT`, percent-encoded, at most 64 characters

use std::{collections::VecDeque, time::Duration};

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::{
    cloud::{Cloud, Identity},
    display::is_hazardous,
    portal::PortalId,
};

/// The longest link that is looked at, in bytes.
const LONGEST: usize = 1_024;

/// The longest text to search for, in characters.
const LONGEST_TEXT: usize = 64;

/// What a link asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeepLink {
    /// To show this customer, and a portal where one is named.
    Open {
        /// The customer; it may not be registered.
        identity: Identity,
        /// The portal; there may be none with this key.
        portal: Option<PortalId>,
    },
    /// To search for a text.
    Search(String),
}

/// The text is no link of Portico's. Why is nobody's business: whoever sent it is not to be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotALink;

/// Reads a link.
///
/// # Errors
///
/// It is none.
pub fn read(text: &str) -> Result<DeepLink, NotALink> {
    if text.len() > LONGEST || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(NotALink);
    }
    let asked = text.strip_prefix("portico://").ok_or(NotALink)?;
    match asked.split_once('?').ok_or(NotALink)? {
        ("open", query) => open(query),
        ("search", query) => search(query),
        _ => Err(NotALink),
    }
}

/// Returns the link that searches for a text, as much of it as a link may have; none where no link can carry it.
pub fn to_search(text: &str) -> Option<String> {
    let text: String = text.trim().chars().take(LONGEST_TEXT).collect();
    let link = format!("portico://search?q={}", utf8_percent_encode(text.trim_end(), NON_ALPHANUMERIC));
    read(&link).is_ok().then_some(link)
}

fn open(query: &str) -> Result<DeepLink, NotALink> {
    let (mut tenant, mut cloud, mut portal) = (None, None, None);
    for pair in query.split('&') {
        let (key, value) = pair.split_once('=').ok_or(NotALink)?;
        let place = match key {
            "tenant" => &mut tenant,
            "cloud" => &mut cloud,
            "portal" => &mut portal,
            _ => return Err(NotALink),
        };
        if place.replace(value).is_some() {
            return Err(NotALink);
        }
    }
    let tenant_id = tenant.ok_or(NotALink)?.parse().map_err(|_| NotALink)?;
    let cloud = cloud.map_or(Ok(Cloud::Public), str::parse).map_err(|_| NotALink)?;
    let portal = portal.map(str::parse).transpose().map_err(|_| NotALink)?;
    Ok(DeepLink::Open { identity: Identity { cloud, tenant_id }, portal })
}

fn search(query: &str) -> Result<DeepLink, NotALink> {
    let encoded = query.strip_prefix("q=").ok_or(NotALink)?;
    // What stands unencoded is only what needs no code: nothing that could be another key, a fragment, or a space to some.
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let mut rest = encoded.as_bytes();
    while let Some((byte, behind)) = rest.split_first() {
        rest = match behind {
            [high, low, behind @ ..] if *byte == b'%' && high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => behind,
            _ if plain(*byte) => behind,
            _ => return Err(NotALink),
        };
    }
    let text = percent_decode_str(encoded).decode_utf8().map_err(|_| NotALink)?;
    let is_text = !text.trim().is_empty() && text.chars().count() <= LONGEST_TEXT && !text.chars().any(is_hazardous);
    // An address in the field would be read as a pasted link.
    if is_text && !text.contains("://") { Ok(DeepLink::Search(text.into_owned())) } else { Err(NotALink) }
}

/// How many links are looked at: five in ten seconds. A page that fires thousands gets no more.
#[derive(Debug, Default)]
pub struct Rate(VecDeque<Duration>);

impl Rate {
    const MOST: usize = 5;
    const WITHIN: Duration = Duration::from_secs(10);

    /// Returns true when one more may be looked at. `now` is the time since any fixed moment.
    pub fn admits(&mut self, now: Duration) -> bool {
        while self.0.front().is_some_and(|first| now.saturating_sub(*first) >= Self::WITHIN) {
            self.0.pop_front();
        }
        let admitted = self.0.len() < Self::MOST;
        if admitted {
            self.0.push_back(now);
        }
        admitted
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ID: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";

    #[test]
    fn a_link_names_a_customer_and_perhaps_a_portal() {
        let identity = |cloud| Identity { cloud, tenant_id: ID.parse().unwrap() };
        for (link, cloud, portal) in [
            (format!("portico://open?tenant={ID}"), Cloud::Public, None),
            (format!("portico://open?tenant={ID}&cloud=gcc-high"), Cloud::GccHigh, None),
            (format!("portico://open?portal=entra&cloud=public&tenant={ID}"), Cloud::Public, Some("entra")),
        ] {
            let portal = portal.map(|portal| portal.parse().unwrap());
            assert_eq!(read(&link), Ok(DeepLink::Open { identity: identity(cloud), portal }), "{link}");
        }
        assert_eq!(read("portico://search?q=malm%C3%B6%20stad"), Ok(DeepLink::Search("malmö stad".to_owned())));
    }

    #[test]
    fn anything_else_is_none() {
        let long = "a".repeat(65);
        let longer = "a".repeat(2_000);
        for link in [
            "",
            "portico:",
            "portico://",
            "portico://open",
            "portico://open?",
            "portico://open?tenant=",
            "portico://open?tenant=contoso.com",
            "PORTICO://open?tenant=ID",
            "portico://Open?tenant=ID",
            "portico://open/?tenant=ID",
            "portico://open:80?tenant=ID",
            "portico://x@open?tenant=ID",
            "portico://open?tenant=ID#x",
            "portico://open?tenant=ID&",
            "portico://open?&tenant=ID",
            "portico://open?tenant=ID&tenant=ID",
            "portico://open?tenant=ID&cloud=public&cloud=dod",
            "portico://open?tenant=ID&cloud=",
            "portico://open?tenant=ID&cloud=PUBLIC",
            "portico://open?tenant=ID&cloud=mars",
            "portico://open?tenant=ID&portal=",
            "portico://open?tenant=ID&portal=../x",
            "portico://open?tenant=ID&portal=Entra",
            "portico://open?tenant=ID&url=https://evil.example",
            "portico://open?tenant=ID&name=Contoso",
            "portico://open?tenant=ID&Cloud=dod",
            "portico://open?tenant=%38ID",
            "portico://open?tenant=ID ",
            " portico://open?tenant=ID",
            "portico://open?tenant=ID\n",
            "portico://open?tenant=ID\0",
            "portico://open?tenant=ID;cloud=dod",
            "portico:open?tenant=ID",
            "portico:///open?tenant=ID",
            "portico://open?url=https://evil.example",
            "portico://add?tenant=ID",
            "portico://search",
            "portico://search?q=",
            "portico://search?q=%20",
            "portico://search?q=a&q=b",
            "portico://search?q=a&tenant=ID",
            "portico://search?Q=a",
            "portico://search?q=a b",
            "portico://search?q=a+b",
            "portico://search?q=%",
            "portico://search?q=%4",
            "portico://search?q=%zz",
            "portico://search?q=%ff",
            "portico://search?q=%0a",
            "portico://search?q=%00",
            "portico://search?q=%1b%5b31m",
            "portico://search?q=%E2%80%AEcba",
            "portico://search?q=https%3A%2F%2Fevil.example",
            "portico://search?q=ö",
            "https://security.microsoft.com/?tid=ID",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "--show=manage",
            &format!("portico://search?q={long}"),
            &format!("portico://search?q={longer}"),
        ] {
            assert_eq!(read(&link.replace("ID", ID)), Err(NotALink), "{link}");
        }
    }

    #[test]
    fn five_in_ten_seconds() {
        let mut rate = Rate::default();
        let at = Duration::from_millis;
        let admitted = (0..10_000).filter(|tick| rate.admits(at(*tick))).count();
        assert_eq!(admitted, 5);
        assert!(!rate.admits(at(9_999)));
        assert!(rate.admits(at(10_000)), "the first is long ago");
        assert!(rate.admits(at(60_000)));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_comes_through(text in ".{0,90}") {
            let cut = text.trim().chars().take(LONGEST_TEXT).collect::<String>().trim_end().to_owned();
            match to_search(&text) {
                Some(link) => prop_assert_eq!(read(&link), Ok(DeepLink::Search(cut))),
                None => prop_assert!(cut.is_empty() || cut.contains("://") || cut.len() > 300 || cut.chars().any(is_hazardous)),
            }
        }

        #[test]
        fn nothing_breaks_it(text in "(portico://)?(open|search)?[?]?.{0,80}") {
            let _ = read(&text);
        }
    }
}
