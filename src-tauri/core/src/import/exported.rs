//! Our own exports, read back to the letter.

use super::{Place, Reason, Rows, Skipped, Unusable, entry::Entry, record::Record};
use crate::{
    cells::{split, unguard},
    export::COLUMNS,
    format::{self, Entries},
    tenant::{Tenant, Verified},
    tenant_id::TenantId,
};

/// Reads a registry file, entry by entry. Nothing where the text is other JSON.
///
/// # Errors
///
/// A newer Portico wrote it.
pub(super) fn json(text: &str) -> Result<Option<Rows>, Unusable> {
    let Some(Entries { schema, entries }) = format::parse_entries(text) else { return Ok(None) };
    if schema > format::SCHEMA {
        return Err(Unusable::Newer(schema));
    }
    let mut rows = Rows::default();
    for (at, format::Entry { line, text, tenant }) in entries.into_iter().enumerate() {
        let place = Place { line, row: Some(at + 1) };
        let entry = tenant.map_err(|error| (None, Reason::Entry(error.what))).and_then(|tenant| {
            let name = tenant.name.clone();
            let entry = checked(place, tenant).map_err(|reason| (Some(name), reason))?;
            Ok(Entry { text: Some(text), ..entry })
        });
        rows.push(entry.map_err(|(name, reason)| Skipped { place, name, reason }))?;
    }
    Ok(Some(rows))
}

/// Reads a row of our own CSV.
pub(super) fn row(place: Place, record: &Record) -> Result<Entry, Reason> {
    let cell = |column: &str| {
        let key = super::record::key(column);
        let text = record.texts().find_map(|(known, text)| (known == key).then_some(text));
        text.map(unguard).filter(|text| !text.is_empty())
    };
    let tenant_id = match cell("tenant_id") {
        Some(text) => TenantId::from_entry(&text).map_err(Reason::BadId)?,
        None => return Err(Reason::NoId),
    };
    let list = |column: &str| cell(column).map(|text| split(&text)).unwrap_or_default();
    let tenant = Tenant {
        domain: parsed(cell("domain"))?,
        initial_domain: parsed(cell("initial_domain"))?,
        sharepoint: parsed(cell("sharepoint"))?,
        group: cell("group"),
        tags: list("tags"),
        aliases: list("aliases"),
        favorite: flag(cell("favorite"))?,
        own: flag(cell("own"))?,
        confirm: flag(cell("confirm"))?,
        portal: parsed(cell("portal"))?,
        verified: match (parsed(cell("verified_domain"))?, cell("verified_at")) {
            (Some(domain), Some(at)) => Some(Verified { domain, at }),
            _ => None,
        },
        notes: cell("notes").unwrap_or_default(),
        ..Tenant::new(cell("name").unwrap_or_default(), parsed(cell("cloud"))?.unwrap_or_default(), tenant_id)
    };
    checked(place, tenant)
}

fn checked(place: Place, tenant: Tenant) -> Result<Entry, Reason> {
    tenant.ensure_enterable().map_err(Reason::Text)?;
    Ok(Entry::of(place, tenant))
}

fn parsed<T>(cell: Option<String>) -> Result<Option<T>, Reason>
where
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    cell.map(|text| text.parse().map_err(|error: T::Err| Reason::Entry(error.to_string()))).transpose()
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Reads a mark. A spreadsheet writes `TRUE` for `true`, or the word of its language.
fn flag(cell: Option<String>) -> Result<bool, Reason> {
    match cell {
        None => Ok(false),
        Some(text) if is_one_of(&text, &["true", "wahr", "sant", "waar"]) => Ok(true),
        Some(text) if is_one_of(&text, &["false", "falsch", "falskt", "onwaar"]) => Ok(false),
        Some(text) => Err(Reason::Entry(format!("neither true nor false: {}", crate::display::quoted(&text)))),
    }
}

/// Returns true when these are the columns of our own CSV, in any order.
pub(super) fn is_own(has: impl Fn(&str) -> bool) -> bool {
    COLUMNS.iter().all(|column| has(&super::record::key(column)))
}
