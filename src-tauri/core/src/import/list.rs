//! A list as its text has it, before anything is made of its rows.

use super::{Note, Place, ROW_LIMIT, Reason, Unusable, record::Record};

/// Rows with named cells, from a table or from JSON.
#[derive(Debug, Default)]
pub(super) struct List {
    /// The names of the columns or fields as they are written.
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Row>,
    /// What the text around the rows says they are, such as `@odata.context`.
    pub(super) context: String,
    pub(super) notes: Vec<Note>,
}

/// One row, or why it cannot be read.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) place: Place,
    pub(super) record: Result<Record, Reason>,
}

impl List {
    pub(super) fn push(&mut self, row: Row) -> Result<(), Unusable> {
        if self.rows.len() == ROW_LIMIT {
            return Err(Unusable::TooManyRows);
        }
        self.rows.push(row);
        Ok(())
    }

    /// Returns the rows that could be read.
    pub(super) fn records(&self) -> impl Iterator<Item = &Record> {
        self.rows.iter().filter_map(|row| row.record.as_ref().ok())
    }
}
