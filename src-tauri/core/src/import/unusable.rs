//! Why a list cannot be used at all.

use std::fmt;

use super::{COLUMN_LIMIT, ROW_LIMIT, SIZE_LIMIT};
use crate::display::{quoted, shortened};

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
    /// It is what a program printed for people, as Format-List and YAML are: this line is of that kind.
    Listing(usize),
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
            Self::Json { why, line } => write!(f, "its JSON cannot be read: {why} (line {line})"),
            Self::NoObjects => f.write_str("its list holds no objects"),
            Self::NoRows => f.write_str("it has no rows"),
            Self::ColumnTwice(column) => write!(f, "it has the column {} twice", quoted(column)),
            Self::NoIdColumn(columns) => {
                write!(f, "it has no column of tenant IDs; its columns are: {}", listed(columns))
            }
            Self::MostlyNoIds { columns, rows, without_id } => {
                write!(
                    f,
                    "it has no tenant ID in {without_id} of {rows} rows where one is expected; its columns are: {}",
                    listed(columns)
                )
            }
            Self::NoSuchColumn { column, columns } => {
                write!(f, "it has no column {}; its columns are: {}", quoted(column), listed(columns))
            }
            Self::NoColumns => f.write_str("it has no columns that could be named"),
            Self::Listing(line) => write!(
                f,
                "line {line} is of a listing for people, where an ID cannot be told from others: print it as JSON or CSV instead"
            ),
            Self::Switcher { line, why } => {
                write!(f, "line {line} of an azure-tenant-switcher list: {why}; nothing of it is taken then")
            }
            Self::Newer(schema) => write!(f, "a newer Portico exported it (schema {schema})"),
            Self::Unknown => f.write_str("it is no list of customers that Portico knows"),
        }
    }
}

impl std::error::Error for Unusable {}

/// Returns the names of columns for people: the first of them, shortened.
pub(super) fn listed(columns: &[String]) -> String {
    const MOST: usize = 20;
    let mut names: Vec<_> = columns.iter().take(MOST).map(|name| shortened(name, 40).into_owned()).collect();
    if columns.len() > MOST {
        names.push(format!("and {} more", columns.len() - MOST));
    }
    names.join(", ")
}
