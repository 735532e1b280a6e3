//! Import: the customers of other programs' lists, as proposals for the registry.
//!
//! [`read`] recognizes a list by its content, [`Import::plan`] compares it with the registry, and [`Plan::apply`] makes the
//! changes. Nothing here touches a file or the network, and nothing changes a tenant's identity.
//!
//! The formats and their traps are described in the facts of each [`Shape`].

use std::fmt;

use crate::{
    display::{quoted, shortened},
    link::LinkError,
    tenant::TextError,
    tenant_id::{TenantId, TenantIdError},
};

mod clouds;
mod columns;
mod entry;
mod exported;
mod json;
mod lines;
mod list;
mod merge;
mod plan;
mod record;
mod shape;
mod table;
mod text;
mod undo;

pub use clouds::{Clouds, UnknownWord};
pub use columns::{Field, Mapping, NotAMapping};
use entry::Entry;
use list::List;
pub use plan::{Changed, Choices, Conflict, Kept, New, Plan, Unchanged, Why};
pub use shape::Shape;
pub use undo::{Done, Reverted, Set};

/// The biggest list that is read, in bytes. 5,000 relationships of Graph are about 6 MB.
pub const SIZE_LIMIT: u64 = 32 * 1024 * 1024;

/// The most rows of a list.
pub const ROW_LIMIT: usize = 50_000;

/// The most columns of a list.
const COLUMN_LIMIT: usize = 256;

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
    if let Some(rows) = lines::read_switcher(text)? {
        return of_rows(Shape::TenantSwitcher, rows, mappings);
    }
    let unknown = match table::read(text, columns::is_known).filter(|_| !is_page) {
        Some(list) => match of_list(list?, mappings)? {
            Ok(import) => return Ok(import),
            Err(list) => Some(list),
        },
        None => None,
    };
    let rows = lines::read(text)?;
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

fn of_rows(shape: Shape, rows: Rows, mappings: &[Mapping]) -> Result<Import, Unusable> {
    if !mappings.is_empty() {
        return Err(Unusable::NoColumns);
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

/// Makes a list with columns into an import; gives it back where no column has tenant IDs.
fn of_list(mut list: List, mappings: &[Mapping]) -> Result<Result<Import, List>, Unusable> {
    columns::map(&mut list, mappings)?;
    let shape = match Shape::of(&list) {
        // Whoever says what columns hold knows better than their names.
        _ if !mappings.is_empty() && list.records().any(columns::has_id) => Shape::Columns,
        Some(shape) if mappings.is_empty() => shape,
        _ if list.rows.is_empty() && list.columns.is_empty() => return Err(Unusable::NoRows),
        _ => return Ok(Err(list)),
    };
    let is_home =
        |record: &record::Record| record.text("tenantcategory").is_some_and(|text| text.eq_ignore_ascii_case("Home"));
    // A guest sees every directory as `Home`: only a single one tells.
    let tells_own = shape == Shape::AzureTenants && list.records().filter(|record| is_home(record)).count() == 1;
    let List { columns, rows, notes, .. } = list;
    let mut read = Rows { notes, ..Rows::default() };
    for list::Row { place, record } in rows {
        let name = record.as_ref().ok().and_then(|record| record.first(&columns::NAMES)).map(str::to_owned);
        let entry = record.and_then(|record| match shape {
            Shape::PorticoCsv => exported::row(place, &record),
            _ => {
                let entry = entry::read(shape, place, &record, &mut read.notes)?;
                if tells_own && is_home(&record) { Err(Reason::Own(entry.tenant_id)) } else { Ok(entry) }
            }
        });
        read.push(entry.map_err(|reason| Skipped { place, name, reason }))?;
    }
    let without_id = |skipped: &&Skipped| matches!(skipped.reason, Reason::NoId | Reason::BadId(_));
    let without_id = read.skipped.iter().filter(without_id).count();
    if shape == Shape::Columns && without_id > read.entries.len() {
        return Err(Unusable::MostlyNoIds { columns, rows: read.entries.len() + read.skipped.len(), without_id });
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

/// Where a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The line in which it begins, from 1, the header counted.
    pub line: usize,
    /// In JSON, which row of the list it is, from 1.
    pub row: Option<usize>,
}

impl Place {
    /// A line of a text.
    pub(crate) fn line(line: usize) -> Self {
        Self { line, row: None }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row {
            Some(row) => write!(f, "row {row} (line {})", self.line),
            None => write!(f, "line {}", self.line),
        }
    }
}

/// A row that is passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Where it stands.
    pub place: Place,
    /// The name it has. It may be hostile.
    pub name: Option<String>,
    /// Why.
    pub reason: Reason,
}

/// Why a row is passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It has no tenant ID.
    NoId,
    /// What it has is no tenant ID.
    BadId(TenantIdError),
    /// It names two tenants.
    IdsDiffer(TenantId, TenantId),
    /// It has several IDs, and nothing tells which one is the tenant's.
    SeveralIds,
    /// Its ID is said to be something else's.
    OtherId,
    /// It stands for all tenants.
    AllTenants,
    /// It is the service provider's own tenant.
    Own(TenantId),
    /// The relationship gives no access: its status.
    NotActive(String),
    /// The relationship was made by Microsoft 365 Lighthouse for itself.
    Lighthouse,
    /// It is excluded in CIPP.
    Excluded,
    /// It has not as many cells as the header.
    Cells {
        /// How many it has.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
    /// A cell is too long.
    LongCell,
    /// A text of it cannot be taken.
    Text(TextError),
    /// Its cloud is not known.
    Cloud(UnknownWord),
    /// Its link names no tenant that could be trusted.
    Link(LinkError),
    /// Its link has no tenant ID.
    NoIdInLink,
    /// It is no entry of a registry: why.
    Entry(String),
}

impl Reason {
    /// Returns true when something is wrong with the row, rather than that it is no customer.
    pub fn is_fault(&self) -> bool {
        !matches!(
            self,
            Self::AllTenants | Self::Own(_) | Self::NotActive(_) | Self::Lighthouse | Self::Excluded | Self::NoIdInLink
        )
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoId => f.write_str("no tenant ID"),
            Self::BadId(error) => error.fmt(f),
            Self::IdsDiffer(one, other) => write!(f, "two tenant IDs: {one} and {other}"),
            Self::SeveralIds => f.write_str("several IDs, and nothing says which one is the tenant's"),
            Self::OtherId => f.write_str("the ID is not said to be a tenant's"),
            Self::AllTenants => f.write_str("stands for all tenants"),
            Self::Own(id) => write!(f, "your own tenant: {id}"),
            Self::NotActive(status) => write!(f, "gives no access: status {}", quoted(status)),
            Self::Lighthouse => f.write_str("made by Microsoft 365 Lighthouse"),
            Self::Excluded => f.write_str("excluded in CIPP"),
            Self::Cells { found: 1, expected } => write!(f, "has 1 cell, the header has {expected}"),
            Self::Cells { found, expected } => write!(f, "has {found} cells, the header has {expected}"),
            Self::LongCell => write!(f, "a cell has more than {} KB", CELL_LIMIT >> 10),
            Self::Text(error) => error.fmt(f),
            Self::Cloud(error) => error.fmt(f),
            Self::Link(error) => error.fmt(f),
            Self::NoIdInLink => f.write_str("the link has no tenant ID"),
            Self::Entry(why) => f.write_str(why),
        }
    }
}

/// What is worth knowing about a list besides its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// It is one page of several: customers are missing.
    OnePage,
    /// It is not in Unicode, so that letters beyond ASCII are a guess.
    NotUnicode,
    /// A value of a row is left out.
    NotTaken {
        /// The row.
        place: Place,
        /// Why.
        error: String,
    },
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OnePage => f.write_str("this is one page of the list: fetch what its nextLink names too"),
            Self::NotUnicode => f.write_str("the list is not in Unicode: look whether names have the right letters"),
            Self::NotTaken { place, error } => write!(f, "{place}: left out, {error}"),
        }
    }
}

/// Why nothing of a list can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// It has nothing in it.
    Empty,
    /// It is not a text.
    NoText,
    /// It is something else.
    Kind(&'static str),
    /// It is UTF-16, and does not say so.
    Utf16,
    /// It has more than [`SIZE_LIMIT`] bytes.
    TooLarge,
    /// It has more than [`ROW_LIMIT`] rows.
    TooManyRows,
    /// It has too many columns.
    TooManyColumns,
    /// It is a sign-in page.
    SignIn,
    /// It is a web page.
    WebPage,
    /// It is JSON that cannot be read: why, and the line.
    Json {
        /// What is wrong.
        why: String,
        /// In which line.
        line: usize,
    },
    /// It is JSON, and no list of objects.
    NoObjects,
    /// It is a list without rows.
    NoRows,
    /// A column stands twice.
    ColumnTwice(String),
    /// It has no column with tenant IDs, but these.
    NoIdColumn(Vec<String>),
    /// Most rows have no tenant ID where one is expected.
    MostlyNoIds {
        /// The columns.
        columns: Vec<String>,
        /// How many rows there are.
        rows: usize,
        /// How many of them have none.
        without_id: usize,
    },
    /// It has no column of this name.
    NoSuchColumn {
        /// The name.
        column: String,
        /// The columns.
        columns: Vec<String>,
    },
    /// Columns were named, and it has none.
    NoColumns,
    /// It is a list of azure-tenant-switcher with a bad line.
    Switcher {
        /// The line.
        line: usize,
        /// What is wrong.
        why: String,
    },
    /// A newer Portico exported it.
    Newer(u32),
    /// It is nothing that Portico knows.
    Unknown,
}

impl Unusable {
    /// Returns true when it helps to say what its columns hold.
    pub fn asks_for_columns(&self) -> bool {
        matches!(self, Self::NoIdColumn(_) | Self::MostlyNoIds { .. })
    }

    fn from_row(place: Place, error: &serde_json::Error) -> Self {
        let Self::Json { why, line } = Self::from_json(error) else { unreachable!("from_json makes no other") };
        Self::Json { why, line: place.line + line.saturating_sub(1) }
    }

    fn from_json(error: &serde_json::Error) -> Self {
        let text = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        Self::Json { why: shortened(text.strip_suffix(&place).unwrap_or(&text), 200).into_owned(), line: error.line() }
    }
}

impl From<serde_json::Error> for Unusable {
    fn from(error: serde_json::Error) -> Self {
        Self::from_json(&error)
    }
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("it is empty"),
            Self::NoText => f.write_str("it is not a text"),
            Self::Kind(kind) if kind.contains("Excel") => write!(f, "it is {kind}: save the list as CSV"),
            Self::Kind(kind) => write!(f, "it is {kind}"),
            Self::Utf16 => f.write_str("it is UTF-16 without a byte order mark: save it as UTF-8"),
            Self::TooLarge => write!(f, "it is larger than {} MB", SIZE_LIMIT >> 20),
            Self::TooManyRows => write!(f, "it has more than {ROW_LIMIT} rows"),
            Self::TooManyColumns => write!(f, "it has more than {COLUMN_LIMIT} columns"),
            Self::SignIn => f.write_str("it is a sign-in page, not the list: sign in and download it again"),
            Self::WebPage => f.write_str("it is a web page without portal links"),
            Self::Json { why, line } => write!(f, "it is cut off or no proper JSON: {why} (line {line})"),
            Self::NoObjects => f.write_str("its list holds no objects"),
            Self::NoRows => f.write_str("it has no rows"),
            Self::ColumnTwice(column) => write!(f, "it has the column {} twice", quoted(column)),
            Self::NoIdColumn(columns) => {
                write!(f, "it has no column of tenant IDs; its columns are: {}", listed(columns))
            }
            Self::MostlyNoIds { columns, rows, without_id } => {
                write!(f, "{without_id} of its {rows} rows have no tenant ID; its columns are: {}", listed(columns))
            }
            Self::NoSuchColumn { column, columns } => {
                write!(f, "it has no column {}; its columns are: {}", quoted(column), listed(columns))
            }
            Self::NoColumns => f.write_str("it has no columns that could be named"),
            Self::Switcher { line, why } => write!(f, "line {line}: {why}; nothing of such a list is taken then"),
            Self::Newer(schema) => write!(f, "a newer Portico exported it (schema {schema})"),
            Self::Unknown => f.write_str("it is no list of customers that Portico knows"),
        }
    }
}

impl std::error::Error for Unusable {}

/// Returns the names of columns for people: the first of them, shortened.
fn listed(columns: &[String]) -> String {
    const MOST: usize = 20;
    let mut names: Vec<_> = columns.iter().take(MOST).map(|name| shortened(name, 40).into_owned()).collect();
    if columns.len() > MOST {
        names.push(format!("and {} more", columns.len() - MOST));
    }
    names.join(", ")
}

#[cfg(test)]
mod tests;
