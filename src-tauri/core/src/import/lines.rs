//! Text without columns: notes, mails and bookmarks with portal links or tenant IDs in them, and lists with pipes.

use std::collections::HashSet;

use linkify::{LinkFinder, LinkKind};

use super::{Clouds, Place, Reason, Rows, Skipped, Unusable, domains::settle_initial, entry::Entry, labels};
use crate::{
    display::is_hazardous,
    link::{self, Link, LinkError},
    tenant_id::TenantId,
};

/// The longest text beside a link that is taken for a name, in characters.
const NAME_LIMIT: usize = 80;

/// What is taken from a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    LinksAndIds,
    /// In the source of a web page IDs are anything's.
    Links,
}

/// Reads the links and IDs of a text, line by line. Nothing where there are none.
///
/// # Errors
///
/// There are too many.
pub(super) fn read(text: &str, takes: Takes) -> Result<Option<Rows>, Unusable> {
    let mut rows = Rows::default();
    let mut label = "";
    for (at, line) in text.lines().enumerate() {
        if takes == Takes::LinksAndIds && labels::is_of_a_program(line) {
            return Err(Unusable::Listing(at + 1));
        }
        let place = Place::line(at + 1);
        let above = std::mem::replace(&mut label, line);
        if line.trim().is_empty() {
            label = above;
        }
        let mut finder = LinkFinder::new();
        finder.kinds(&[LinkKind::Url]);
        let found: Vec<_> = finder.links(line).collect();
        // What stands beside the links, each place where it was.
        let mut beside_links = line.to_owned();
        for link in &found {
            beside_links.replace_range(link.start()..link.end(), &" ".repeat(link.end() - link.start()));
        }
        let name = match &found[..] {
            [only] => beside(&line[..only.start()], &line[only.end()..]),
            _ => None,
        };
        let links: Vec<_> =
            found.iter().filter_map(|found| of_text(place, found.as_str(), &name, &beside_links)).collect();
        if links.is_empty()
            && takes == Takes::LinksAndIds
            && let Some(row) = of_id(place, above, &beside_links)
        {
            rows.push(row)?;
        }
        rows.has_links |= !links.is_empty();
        for row in links {
            rows.push(row)?;
        }
    }
    Ok((!rows.is_empty()).then_some(rows))
}

/// Returns the row of a link; nothing where the address is none of a customer's.
fn of_text(place: Place, text: &str, name: &Option<String>, beside_links: &str) -> Option<Result<Entry, Skipped>> {
    let skipped = |reason| Some(Err(Skipped { place, name: name.clone(), reason }));
    let link = match link::read(text) {
        Ok(link) => link,
        Err(LinkError::NotALink(_) | LinkError::UnknownHost(_)) => return None,
        Err(error) => return skipped(Reason::Link(error)),
    };
    let is_another = |word: &str| has_id_length(word) && word.parse().ok() != link.tenant_id();
    if words(beside_links).any(|(_, word)| is_another(word)) {
        return skipped(Reason::SeveralIds);
    }
    Some(of_link(place, &link, name.clone()))
}

fn of_link(place: Place, link: &Link, name: Option<String>) -> Result<Entry, Skipped> {
    let Some(tenant_id) = link.tenant_id() else { return Err(Skipped { place, name, reason: Reason::NoIdInLink }) };
    let mut entry = Entry::new(place, tenant_id);
    entry.name = name;
    entry.clouds = Some(Clouds::of(link.clouds()));
    entry.tenant.sharepoint = link.sharepoint().cloned();
    settle_initial(&mut entry, link.organization().cloned().into_iter());
    Ok(entry)
}

/// Returns the row of a line with a tenant ID in it. Of several IDs none is surely the customer's.
///
/// A line with nothing else is named by the one above it.
fn of_id(place: Place, above: &str, line: &str) -> Option<Result<Entry, Skipped>> {
    let mut ids = words(line).filter(|(_, word)| has_id_length(word));
    let (at, word) = ids.next()?;
    let skipped = |name, reason| Some(Err(Skipped { place, name, reason }));
    if ids.next().is_some() {
        return skipped(None, Reason::SeveralIds);
    }
    let (before, after) = (&line[..at], &line[at + word.len()..]);
    let name = beside(before, after);
    let is_alone = !before.chars().chain(after.chars()).any(char::is_alphanumeric);
    if labels::is_of_another(before) || labels::is_of_another(after) || (is_alone && labels::is_of_another(above)) {
        return skipped(name, Reason::OtherId);
    }
    match word.parse() {
        Ok(id) => Some(Ok(Entry { name, ..Entry::new(place, id) })),
        Err(error) => skipped(name, Reason::BadId(error)),
    }
}

/// Returns the runs of hexadecimal digits and hyphens, with where they begin.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |char: char| char.is_ascii_alphanumeric() || char == '-';
    line.split(move |char| !is_part(char)).map(|word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
}

/// True for what has the length of an ID and hyphens in its places.
fn has_id_length(word: &str) -> bool {
    word.len() == TenantId::LEN && [8, 13, 18, 23].iter().all(|at| word.as_bytes()[*at] == b'-')
}

/// Returns the text that stands before a link or an ID, or in its anchor, if it may be a name.
fn beside(before: &str, after: &str) -> Option<String> {
    let anchor = after.split_once('>').and_then(|(_, text)| Some(text.split_once("</")?.0)).map(plain);
    let text = anchor.unwrap_or_else(|| {
        let text = plain(before);
        // Behind the last tag, and of a Markdown link just its text.
        let text = text.rsplit_once('>').map_or(text.as_str(), |(_, text)| text);
        let text = text.trim_end().trim_end_matches(['<', '(', '{']).trim_end_matches(']');
        text.trim_start_matches(|char: char| matches!(char, '[' | '*' | '-' | '•') || char.is_whitespace()).to_owned()
    });
    let is_separator =
        |char: char| char.is_whitespace() || matches!(char, '-' | '–' | '—' | ':' | '|' | ',' | ';' | '=' | '"' | '{');
    let name = text.trim_matches(is_separator);
    let is_name = name.chars().any(char::is_alphabetic)
        && !labels::is_label(name)
        && name.chars().count() <= NAME_LIMIT
        && !name.contains('<')
        && !name.chars().any(is_hazardous);
    is_name.then(|| name.to_owned())
}

/// Undoes what HTML does to text.
fn plain(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// Reads a list of azure-tenant-switcher: `alias|tenant ID|label`. Nothing where the text is none.
///
/// # Errors
///
/// A line is not of this form, or names an ID or an alias again: as that tool does, nothing of it is taken then.
pub(super) fn read_switcher(text: &str) -> Result<Option<Rows>, Unusable> {
    let lines = || {
        let numbered = text.lines().enumerate().map(|(at, line)| (Place::line(at + 1), line.trim()));
        numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
    };
    let fields = |line: &str| -> Option<[String; 3]> {
        let fields: Vec<_> = line.split('|').map(|field| field.trim().to_owned()).collect();
        fields.try_into().ok()
    };
    let is_one = |line: &str| fields(line).is_some_and(|[_, id, _]| id.parse::<TenantId>().is_ok());
    let (all, good) = lines().fold((0, 0), |(all, good), (_, line)| (all + 1, good + usize::from(is_one(line))));
    if good == 0 || good * 2 < all {
        return Ok(None);
    }
    let mut rows = Rows::default();
    let (mut aliases, mut ids) = (HashSet::new(), HashSet::new());
    for (place, line) in lines() {
        let refuse = |why: &str| Unusable::Switcher { line: place.line, why: why.to_owned() };
        let [alias, id, label] = fields(line).ok_or_else(|| refuse("it is not alias|tenant ID|label"))?;
        let tenant_id: TenantId =
            id.parse().map_err(|error: crate::tenant_id::TenantIdError| refuse(&error.to_string()))?;
        if !aliases.insert(alias.clone()) || !ids.insert(tenant_id) {
            return Err(refuse("it names an alias or a tenant ID again"));
        }
        let name = if label.is_empty() { alias.clone() } else { label };
        let other_names = if alias.is_empty() || alias == name { Vec::new() } else { vec![alias] };
        let mut entry = Entry { name: Some(name), ..Entry::new(place, tenant_id) };
        entry.tenant.aliases = other_names;
        rows.push(Ok(entry))?;
    }
    Ok(Some(rows))
}
