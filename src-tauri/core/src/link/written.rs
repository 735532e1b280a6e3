//! A link taken apart as it is written, before anything is made of it.

use percent_encoding::percent_decode_str;
use url::Url;

use super::LinkError;
use crate::display::is_hazardous;

/// No portal writes longer links; Safe Links have been seen with some thousand characters.
const LENGTH_LIMIT: usize = 32_768;

/// The parts of an address by RFC 3986 appendix B. Nothing is decoded but the host's upper case.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub(super) host: String,
    /// Empty, or begins with a slash.
    pub(super) path: String,
    pub(super) query: Option<String>,
    pub(super) fragment: Option<String>,
}

impl Written {
    /// Takes a text apart. Its host reads in a browser as it does here: no user info, no port, no letters beyond ASCII.
    pub(super) fn read(text: &str) -> Result<Self, LinkError> {
        let bare = bare(text);
        if !is_link(bare) {
            return Err(LinkError::NotALink(bare.to_owned()));
        }
        if bare.len() > LENGTH_LIMIT {
            return Err(LinkError::Malformed("is longer than any link to a portal"));
        }
        // Copied from the source of a mail or a page.
        let text = bare.replace("&amp;", "&");
        if text.chars().any(|char| char.is_whitespace() || is_hazardous(char) || char == '\\') {
            return Err(LinkError::Malformed("has spaces, backslashes or invisible characters"));
        }
        let rest = text.split_once("://").map_or("", |(_, rest)| rest);
        let (rest, fragment) = split(rest, '#');
        let (rest, query) = split(rest, '?');
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let host = ensure_plain_host(&text, authority)?;
        Ok(Self { host, path: path.to_owned(), query, fragment })
    }

    /// Returns the values of a query key, decoded; upper and lower case in keys do not matter.
    pub(super) fn values(&self, key: &str) -> impl Iterator<Item = String> {
        self.pairs().filter(move |(own, _)| own.eq_ignore_ascii_case(key)).map(|(_, value)| value)
    }

    /// Returns the keys and values of the query, decoded. What is no UTF-8 becomes replacement characters, which name nothing.
    ///
    /// A plus stays a plus: in an address behind a key it is none of that key's spaces.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (String, String)> {
        self.raw_pairs().map(|(key, value)| (decoded(key), decoded(value)))
    }

    /// Returns the keys and values of the query as they are written.
    pub(super) fn raw_pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.query.as_deref().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
        pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")))
    }
}

/// Returns the text with percent signs decoded once.
pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Returns the link in a text: without the angle brackets around it and the end of a sentence behind it.
pub(super) fn bare(text: &str) -> &str {
    let mut bare = text.trim().trim_start_matches('<');
    // Counted once: a text may end in thousands of them.
    let mut unopened = bare.matches(')').count().saturating_sub(bare.matches('(').count());
    loop {
        let shorter = bare.trim_end_matches(['>', '.', ',', ';', '!', '"', '\'']);
        // A bracket that the link opened is its own.
        let shorter = match shorter.strip_suffix(')') {
            Some(rest) if unopened > 0 => {
                unopened -= 1;
                rest
            }
            _ => shorter,
        };
        if shorter.len() == bare.len() {
            return bare;
        }
        bare = shorter;
    }
}

/// True for a text that begins as an http or https address does.
pub(super) fn is_link(text: &str) -> bool {
    let begins = |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    begins("https://") || begins("http://")
}

fn split(text: &str, at: char) -> (&str, Option<String>) {
    match text.split_once(at) {
        Some((before, behind)) => (before, Some(behind.to_owned())),
        None => (text, None),
    }
}

/// Makes sure that an independent parser finds the host that is written, and returns it in lower case.
fn ensure_plain_host(text: &str, authority: &str) -> Result<String, LinkError> {
    if authority.contains('@') {
        return Err(LinkError::Malformed("has a user name in front of its host, which no portal has"));
    }
    let url = Url::parse(text).map_err(|_| LinkError::Malformed("cannot be read"))?;
    // The parser drops the default port of the scheme.
    let written = authority.strip_suffix(":443").or(authority.strip_suffix(":80")).unwrap_or(authority);
    match url.host_str() {
        _ if url.port().is_some() => Err(LinkError::Malformed("has a port, which no portal has")),
        Some(host) if written.eq_ignore_ascii_case(host) => Ok(host.to_owned()),
        _ => Err(LinkError::Malformed("has a host with other than plain letters, which could pass for a portal's")),
    }
}
