//! Domain names and SharePoint labels: what may stand in an address besides the tenant ID.

use std::{fmt, str::FromStr};

use url::Host;

use crate::display::quoted;

/// A DNS name of at least two labels, in lower case; letters beyond ASCII are kept as punycode.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Domain(String);

impl Domain {
    /// The name, for instance `contoso.com`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as people write it: `malmö.example` for `xn--malm-8qa.example`. For searching only, never to be shown as proof.
    pub fn to_unicode(&self) -> String {
        if self.is_as_people_write_it() {
            return self.0.clone();
        }
        // What does not decode stays as it is.
        idna::domain_to_unicode(&self.0).0
    }
}

impl Domain {
    /// True when no letter of it is encoded.
    pub(crate) fn is_as_people_write_it(&self) -> bool {
        memchr::memmem::find(self.0.as_bytes(), b"xn--").is_none()
    }
}

impl FromStr for Domain {
    type Err = NotADomain;

    fn from_str(text: &str) -> Result<Self, NotADomain> {
        let refuse = || NotADomain(text.to_owned());
        if is_plain(text) {
            return Ok(Self(text.to_owned()));
        }
        // The parser of hosts decodes percent signs, which no domain has.
        if text.contains('%') {
            return Err(refuse());
        }
        let Ok(Host::Domain(name)) = Host::parse(text.trim()) else {
            return Err(refuse());
        };
        let well_formed =
            name.len() <= 253 && name.contains('.') && name.as_bytes().split(|byte| *byte == b'.').all(is_label);
        if well_formed { Ok(Self(name)) } else { Err(refuse()) }
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is no domain name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotADomain(String);

impl fmt::Display for NotADomain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a domain: {} (it looks like contoso.com)", quoted(&self.0))
    }
}

impl std::error::Error for NotADomain {}

/// The first part of a tenant's SharePoint host: `contoso` in `contoso.sharepoint.com`.
///
/// It cannot be derived from the tenant ID or a domain (CIPP-API reads it from Graph `sites/root`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SharePointLabel(String);

impl SharePointLabel {
    /// The label, for instance `contoso`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SharePointLabel {
    type Err = NotASharePointLabel;

    fn from_str(text: &str) -> Result<Self, NotASharePointLabel> {
        let label = text.trim().to_ascii_lowercase();
        // 57: with "-admin" behind it the label must still fit the 63 characters of DNS.
        // Labels with hyphens in places 3 and 4 are reserved for encodings such as punycode (RFC 5891, 4.2.3.1).
        let reserved = label.as_bytes().get(2..4) == Some(b"--");
        if is_label(label.as_bytes()) && label.len() <= 57 && !reserved {
            Ok(Self(label))
        } else {
            Err(NotASharePointLabel(text.to_owned()))
        }
    }
}

impl fmt::Display for SharePointLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is no SharePoint label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotASharePointLabel(String);

impl fmt::Display for NotASharePointLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a SharePoint label: {} (only the part before .sharepoint.com, like contoso)", quoted(&self.0))
    }
}

impl std::error::Error for NotASharePointLabel {}

/// True for a name that parsing leaves as it is, which nearly all are: thousands of them are read at each start.
///
/// Not for punycode, which may be malformed, nor for what ends like an IPv4 address.
fn is_plain(name: &str) -> bool {
    let (mut labels, mut last) = (0, &[][..]);
    for label in name.as_bytes().split(|byte| *byte == b'.') {
        if !is_label(label) || label.starts_with(b"xn--") {
            return false;
        }
        (labels, last) = (labels + 1, label);
    }
    labels > 1 && name.len() <= 253 && last.first().is_some_and(u8::is_ascii_lowercase)
}

/// RFC 1123: 1–63 letters, digits and hyphens, no hyphen at either end.
fn is_label(label: &[u8]) -> bool {
    (1..=63).contains(&label.len())
        && label.first() != Some(&b'-')
        && label.last() != Some(&b'-')
        && label.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_lowered_and_made_ascii() {
        for (text, domain) in [
            ("contoso.com", "contoso.com"),
            (" Contoso.COM ", "contoso.com"),
            ("malmö.example", "xn--malm-8qa.example"),
            ("a-1.partner.onmschina.cn", "a-1.partner.onmschina.cn"),
        ] {
            assert_eq!(text.parse::<Domain>().unwrap().as_str(), domain);
        }
    }

    proptest::proptest! {
        #[test]
        fn a_plain_name_is_what_parsing_makes_of_it(name in "[a-z0-9x.-]{1,12}(xn--)?[a-z0-9-]{0,6}[.][a-z0-9x-]{1,6}") {
            if is_plain(&name) {
                proptest::prop_assert_eq!(Host::parse(&name), Ok(Host::Domain(name)));
            }
        }
    }

    #[test]
    fn what_could_change_an_address_is_no_domain() {
        for text in [
            "",
            "contoso",
            "contoso.com/",
            "contoso.com?x=1",
            "contoso.com#",
            "a@contoso.com",
            "contoso.com:443",
            "1.2.3.4",
            "[::1]",
            ".contoso.com",
            "contoso.com.",
            "contoso..com",
            "-contoso.com",
            "con toso.com",
            "contoso%2ecom",
            "con\ntoso.com",
            "con_toso.com",
            "https://contoso.com",
        ] {
            assert!(text.parse::<Domain>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_sharepoint_label_is_one_label() {
        assert_eq!("Contoso-1".parse::<SharePointLabel>().unwrap().as_str(), "contoso-1");
        for text in [
            "",
            "contoso.sharepoint.com",
            "-contoso",
            "contoso-",
            "con/toso",
            "con toso",
            "söder",
            "xn--0",
            &"a".repeat(58),
        ] {
            assert!(text.parse::<SharePointLabel>().is_err(), "{text:?}");
        }
    }
}
