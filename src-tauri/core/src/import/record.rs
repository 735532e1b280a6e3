//! A row of any list: named cells.

/// One row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Record {
    /// The cells, each under its [`key`]; those of inner objects under `outer.inner`.
    cells: Vec<(String, Cell)>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// One text; numbers and truth values as they are written.
    Text(String),
    /// Several texts.
    List(Vec<String>),
}

impl Record {
    pub(super) fn push(&mut self, key: String, cell: Cell) {
        self.cells.push((key, cell));
    }

    /// How many cells there are.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.cell(key).is_some()
    }

    /// Returns a cell's text without the spaces around it; nothing where that is empty, or a list.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        match self.cell(key)? {
            Cell::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            Cell::List(_) => None,
        }
    }

    /// Returns the first of these cells that is filled.
    pub(super) fn first(&self, keys: &[&str]) -> Option<&str> {
        keys.iter().find_map(|key| self.text(key))
    }

    /// Returns a cell's texts, be they a list or one text with separators in it.
    pub(super) fn list(&self, key: &str, separators: &[char]) -> Vec<String> {
        let texts: Vec<&str> = match self.cell(key) {
            None => Vec::new(),
            Some(Cell::Text(text)) => text.split(separators).collect(),
            Some(Cell::List(texts)) => texts.iter().map(String::as_str).collect(),
        };
        texts.into_iter().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect()
    }

    /// Returns all texts that are one, with their keys.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.cells.iter().filter_map(|(key, cell)| match cell {
            Cell::Text(text) => Some((key.as_str(), text.as_str())),
            Cell::List(_) => None,
        })
    }

    /// Gives each cell another key; those for which there is none are dropped.
    pub(super) fn rename(&mut self, to: impl Fn(&str) -> Option<&str>) {
        self.cells = std::mem::take(&mut self.cells)
            .into_iter()
            .filter_map(|(key, cell)| Some((to(&key)?.to_owned(), cell)))
            .collect();
    }

    fn cell(&self, key: &str) -> Option<&Cell> {
        self.cells.iter().find(|(known, _)| known == key).map(|(_, cell)| cell)
    }
}

/// Returns what a column or field is known by: its letters and digits in lower case.
///
/// `Tenant ID`, `tenant_id` and `TenantId` are the same.
pub(super) fn key(name: &str) -> String {
    name.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
