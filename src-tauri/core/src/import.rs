//! Import: the customers of other programs' lists, as proposals for the registry.
//!
//! [`read`] recognizes a list by its content, [`Import::plan`] compares it with the registry, and [`Plan::apply`] makes the
//! changes. Nothing here touches a file or the network, and nothing changes a tenant's identity.
//!
//! The formats and their traps are described in the facts of each [`Shape`].

use std::collections::HashSet;

use crate::tenant_id::TenantId;

mod clouds;
mod columns;
mod domains;
mod entry;
mod exported;
mod filling;
mod json;
mod labels;
mod lines;
mod list;
mod merge;
mod plan;
mod record;
mod row;
mod sample;
mod shape;
mod table;
mod text;
mod undo;
mod unusable;

pub use clouds::{Clouds, UnknownWord};
pub use columns::{Field, Mapping, NotAMapping};
use entry::{Entry, Kind};
use lines::Takes;
use list::List;
pub use plan::{Choices, Conflict, Kept, Known, Left, New, Plan, Why};
pub use row::{Note, Place, Reason, Skipped};
pub use sample::{Column, columns};
pub use shape::Shape;
pub use undo::{Done, Reverted, Set};
pub use unusable::Unusable;

/// The biggest list that is read, in bytes. 5,000 relationships of Graph are about 6 MB.
pub const SIZE_LIMIT: u64 = 32 * 1024 * 1024;

/// The most rows of a list.
pub const ROW_LIMIT: usize = 50_000;

/// The most columns of a list.
const COLUMN_LIMIT: usize = 256;

/// The most names or tags that a list can give a customer. More is not about one customer any more.
const TEXTS_LIMIT: usize = 200;

/// The longest cell, in bytes.
const CELL_LIMIT: usize = 64 * 1024;

/// A list that was read.
#[derive(Debug)]
pub struct Import {
    /// What kind of list it is.
    pub shape: Shape,
    /// Rows that were passed over, and why.
    pub skipped: Vec<Skipped>,
    /// What else is worth knowing.
    pub notes: Vec<Note>,
    rows: usize,
    entries: Vec<Entry>,
}

impl Import {
    /// How many rows the list has.
    pub fn rows(&self) -> usize {
        self.rows
    }
}

/// Reads a list in any format that Portico knows, told by its content.
///
/// `mappings` say what columns hold that Portico does not know by name.
///
/// # Errors
///
/// Why nothing of it can be used.
pub fn read(bytes: &[u8], mappings: &[Mapping]) -> Result<Import, Unusable> {
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(Unusable::TooLarge);
    }
    let text = text::decode(bytes)?;
    let mut import = of_text(&text.text, mappings)?;
    if text.guessed {
        import.notes.push(Note::NotUnicode);
    }
    Ok(import)
}

fn of_text(text: &str, mappings: &[Mapping]) -> Result<Import, Unusable> {
    if json::is_json(text) {
        if let Some(rows) = exported::json(text)? {
            return of_rows(Shape::PorticoJson, rows, mappings);
        }
        let list = json::read(text)?;
        return of_list(list, mappings)?.map_err(|list| Unusable::NoIdColumn(list.columns));
    }
    let is_page = is_web_page(text);
    if is_page && is_sign_in(text) {
        return Err(Unusable::SignIn);
    }
    let is_known = |column: &str| {
        columns::is_known(column) || mappings.iter().any(|mapping| record::key(&mapping.column) == column)
    };
    let has_header = text.lines().take(1).any(|line| table::is_header_with_pipes(line, is_known));
    if !has_header && let Some(rows) = lines::read_switcher(text)? {
        return of_rows(Shape::TenantSwitcher, rows, mappings);
    }
    let unknown = match table::read(text, is_known).filter(|_| !is_page) {
        Some(list) => match of_list(list?, mappings)? {
            Ok(import) => return Ok(import),
            Err(list) => Some(list),
        },
        None => None,
    };
    let takes = if is_page { Takes::Links } else { Takes::LinksAndIds };
    let rows = lines::read(text, takes)?;
    match (rows, unknown) {
        // IDs under columns that Portico does not know may be anybody's: a person has to say.
        (Some(rows), Some(list)) if !rows.has_links && is_table(&list) => Err(Unusable::NoIdColumn(list.columns)),
        (Some(rows), _) => of_rows(Shape::Text, rows, mappings),
        (None, _) if is_page => Err(Unusable::WebPage),
        (None, Some(list)) if is_table(&list) => Err(Unusable::NoIdColumn(list.columns)),
        (None, _) => Err(Unusable::Unknown),
    }
}

/// True where rows stand under column names, rather than sentences with commas or a table without names.
fn is_table(list: &List) -> bool {
    let is_name = |name: &String| name.parse::<TenantId>().is_err();
    let good = list.records().count();
    good > 0 && good * 2 >= list.rows.len() && list.columns.len() > 1 && list.columns.iter().all(is_name)
}

/// Bookmarks, which browsers export as HTML, are no web page.
fn is_web_page(text: &str) -> bool {
    let start = text.trim_start();
    ["<!doctype html", "<html"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(tag)))
}

/// A download that ended at a sign-in page, named like the list that was asked for.
fn is_sign_in(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    ["login.microsoftonline.", "login.live.com", "type=\"password\""].iter().any(|sign| text.contains(sign))
}

fn of_rows(shape: Shape, mut rows: Rows, mappings: &[Mapping]) -> Result<Import, Unusable> {
    if !mappings.is_empty() {
        return Err(Unusable::NoColumns);
    }
    let nameless = nameless(&rows.entries);
    if nameless > 0 {
        rows.notes.push(Note::NoNames(nameless, std::mem::take(&mut rows.columns)));
    }
    // The export of an empty registry is a list too.
    if rows.is_empty() && !matches!(shape, Shape::PorticoCsv | Shape::PorticoJson) {
        return Err(Unusable::NoRows);
    }
    Ok(Import {
        shape,
        rows: rows.entries.len() + rows.skipped.len(),
        entries: rows.entries,
        skipped: rows.skipped,
        notes: rows.notes,
    })
}

/// Returns how many tenants no row has a name for.
fn nameless(entries: &[Entry]) -> usize {
    let ids = |named: bool| -> HashSet<TenantId> {
        entries.iter().filter(|entry| entry.name.is_some() == named).map(Entry::tenant_id).collect()
    };
    ids(false).difference(&ids(true)).count()
}

/// Makes a list with columns into an import; gives it back where no column has tenant IDs.
fn of_list(mut list: List, mappings: &[Mapping]) -> Result<Result<Import, List>, Unusable> {
    let recognized = Shape::of(&list);
    columns::map(&mut list, mappings)?;
    // Whoever says which column holds the IDs knows better than its name.
    let maps_ids = mappings.iter().any(|mapping| mapping.field == Field::TenantId);
    let shape = match recognized {
        Some(shape) if !maps_ids => shape,
        _ if maps_ids && list.records().any(columns::has_id) => Shape::Columns,
        _ if list.rows.is_empty() && list.columns.is_empty() => return Err(Unusable::NoRows),
        _ => return Ok(Err(list)),
    };
    let is_home =
        |record: &record::Record| record.text("tenantcategory").is_some_and(|text| text.eq_ignore_ascii_case("Home"));
    // A guest sees every directory as `Home`: only a single one tells.
    let tells_own = shape == Shape::AzureTenants && list.records().filter(|record| is_home(record)).count() == 1;
    let kind = Kind::of(shape, &list);
    let List { columns, rows, notes, .. } = list;
    let mut read = Rows { notes, ..Rows::default() };
    for list::Row { place, record } in rows {
        let name_of = |record: &record::Record| {
            let name = record.text("customer.displayname").or_else(|| record.first(&columns::NAMES));
            name.map(str::to_owned)
        };
        let name = record.as_ref().ok().and_then(name_of);
        let entry = record.and_then(|record| match shape {
            Shape::PorticoCsv => exported::row(place, &record),
            _ => {
                let entry = entry::read(&kind, place, &record, &mut read.notes)?;
                if tells_own && is_home(&record) { Err(Reason::Own(entry.tenant_id())) } else { Ok(entry) }
            }
        });
        read.push(entry.map_err(|reason| Skipped { place, name, reason }))?;
    }
    let without_id = |skipped: &&Skipped| matches!(skipped.reason, Reason::NoId | Reason::BadId(_));
    let without_id = read.skipped.iter().filter(without_id).count();
    if shape == Shape::Columns && without_id > read.entries.len() {
        return Err(Unusable::MostlyNoIds { columns, rows: read.entries.len() + read.skipped.len(), without_id });
    }
    if shape == Shape::Columns {
        read.columns = columns;
    }
    of_rows(shape, read, &[]).map(Ok)
}

/// Rows on their way from a text to an import.
#[derive(Debug, Default)]
struct Rows {
    entries: Vec<Entry>,
    skipped: Vec<Skipped>,
    notes: Vec<Note>,
    /// Portal links are among them.
    has_links: bool,
    /// The columns they stand under, where those have names.
    columns: Vec<String>,
}

impl Rows {
    fn push(&mut self, row: Result<Entry, Skipped>) -> Result<(), Unusable> {
        if self.entries.len() + self.skipped.len() == ROW_LIMIT {
            return Err(Unusable::TooManyRows);
        }
        match row {
            Ok(entry) => self.entries.push(entry),
            Err(skipped) => self.skipped.push(skipped),
        }
        Ok(())
    }

    fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.skipped.is_empty()
    }
}

#[cfg(test)]
mod tests;
