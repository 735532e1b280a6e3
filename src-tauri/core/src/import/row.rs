//! Where rows stand, and what became of those that are no customer's.

use std::fmt;

use super::{CELL_LIMIT, COLUMN_LIMIT, TEXTS_LIMIT, UnknownWord, unusable::listed};
use crate::{
    display::quoted,
    link::LinkError,
    tenant::TextError,
    tenant_id::{TenantId, TenantIdError},
};

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
    /// A quotation mark is not closed, so that the lines up to this one are taken for one cell.
    OpenQuote {
        /// The last line of it.
        last: usize,
    },
    /// A cell is too long.
    LongCell,
    /// It has a field twice, written in two ways.
    FieldTwice(String),
    /// It has too many fields.
    ManyFields,
    /// It has too many names or tags.
    ManyTexts,
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
            Self::OpenQuote { last } => write!(f, "goes on to line {last}: a quotation mark is not closed"),
            Self::FieldTwice(field) => write!(f, "has the field {} in two ways", quoted(field)),
            Self::ManyTexts => write!(f, "has more than {TEXTS_LIMIT} names or tags"),
            Self::ManyFields => write!(f, "has more than {COLUMN_LIMIT} fields"),
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
    /// Customers have no name in it, and are called by their ID: how many, and the columns there are.
    NoNames(usize, Vec<String>),
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
            Self::NoNames(count, columns) => {
                let customers =
                    if *count == 1 { "1 customer has".to_owned() } else { format!("{count} customers have") };
                write!(f, "{customers} no name in the list; where none is known, the tenant ID stands for it")?;
                if columns.is_empty() {
                    Ok(())
                } else {
                    write!(f, "; say which column it is with --map (columns: {})", listed(columns))
                }
            }
            Self::NotTaken { place, error } => write!(f, "{place}: left out, {error}"),
        }
    }
}
