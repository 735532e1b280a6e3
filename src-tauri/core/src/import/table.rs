//! Tables as text: a line of column names, then a line for each row, with commas, semicolons or tabs between the cells.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::{
    CELL_LIMIT, COLUMN_LIMIT, Place, Reason, Unusable, exported,
    list::{List, Row},
    record::{Cell, Record, key},
};

const DELIMITERS: [u8; 4] = *b",;\t|";

/// How many lines may stand above the header: a title, an empty line, a date.
const ABOVE: usize = 10;

/// Reads a table. Nothing where the text is none.
///
/// `is_known` tells the names of columns; the header is the first line that has two of them, else the first line, and the
/// delimiter is the one that makes the most of it.
pub(super) fn read(text: &str, is_known: impl Fn(&str) -> bool) -> Option<Result<List, Unusable>> {
    let (body, skipped) = without_preamble(text);
    let known = |header: &StringRecord| header.iter().filter(|name| is_known(&key(name))).count();
    let header = |text: &str| {
        let header = |delimiter: u8| Some((delimiter, reader(text, delimiter).records().next()?.ok()?));
        DELIMITERS
            .into_iter()
            .filter_map(header)
            .max_by_key(|(delimiter, header)| (known(header), header.len(), u8::MAX - delimiter))
    };
    let mut rest = body;
    for above in 0..ABOVE {
        if let Some((delimiter, header)) = header(rest).filter(|(_, header)| known(header) > 1) {
            return Some(rows(rest, skipped + above, delimiter, &header));
        }
        match rest.split_once('\n') {
            Some((_, behind)) => rest = behind,
            None => break,
        }
    }
    let (delimiter, header) = header(body)?;
    // A text of one line, or with nothing between its words, is no table.
    if header.len() < 2 && known(&header) == 0 {
        return None;
    }
    Some(rows(body, skipped, delimiter, &header))
}

/// True for a line that names the columns of a table with pipes, rather than being a line of azure-tenant-switcher's.
pub(super) fn is_header_with_pipes(line: &str, is_known: impl Fn(&str) -> bool) -> bool {
    line.contains('|') && line.split('|').filter(|name| is_known(&key(name))).count() > 1
}

/// Returns the text without the lines that Windows PowerShell (`#TYPE …`) and Excel (`sep=;`) put first, and their number.
fn without_preamble(text: &str) -> (&str, usize) {
    let is_preamble = |line: &str| line.starts_with("#TYPE ") || line.to_ascii_lowercase().starts_with("sep=");
    match text.split_once('\n') {
        Some((line, rest)) if is_preamble(line.trim_start_matches('"')) => (rest, 1),
        _ => (text, 0),
    }
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    // Rows of another length are told apart here, where they are no reason to stop.
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(Trim::None)
        .from_reader(text.as_bytes())
}

fn rows(text: &str, skipped: usize, delimiter: u8, header: &StringRecord) -> Result<List, Unusable> {
    if header.len() > COLUMN_LIMIT {
        return Err(Unusable::TooManyColumns);
    }
    let columns: Vec<String> = header.iter().map(|name| name.trim().to_owned()).collect();
    let keys: Vec<String> = columns.iter().map(|name| key(name)).collect();
    if let Some(twice) =
        columns.iter().enumerate().find(|(at, _)| !keys[*at].is_empty() && keys[..*at].contains(&keys[*at]))
    {
        return Err(Unusable::ColumnTwice(twice.1.clone()));
    }
    let mut list = List { columns, ..List::default() };
    let mut lines = Lines { text, at: 0, line: 1 + skipped };
    let mut reader = reader(text, delimiter);
    let mut cells = StringRecord::new();
    let is_own = exported::is_own(|key| keys.iter().any(|known| known == key));
    let mut is_header = true;
    loop {
        let from = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        // The text is UTF-8 and lengths may differ, so that reading cannot fail.
        if !reader.read_record(&mut cells).unwrap_or(false) {
            return Ok(list);
        }
        let line = lines.of_record(from);
        // In Markdown a line of hyphens stands below the header.
        let is_empty = cells.iter().all(|cell| cell.trim().trim_matches(['-', ':']).is_empty());
        if std::mem::take(&mut is_header) || is_empty {
            continue;
        }
        let to = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let raw = text.get(from..to).unwrap_or_default().trim();
        let last = line + raw.matches('\n').count();
        let is_whole = raw.matches('"').count().is_multiple_of(2) && cells.len() == keys.len();
        let record =
            if last == line || is_whole { record(&cells, &keys, is_own) } else { Err(Reason::OpenQuote { last }) };
        list.push(Row { place: Place::line(line), record })?;
    }
}

fn record(cells: &StringRecord, keys: &[String], is_own: bool) -> Result<Record, Reason> {
    if cells.len() != keys.len() {
        return Err(Reason::Cells { found: cells.len(), expected: keys.len() });
    }
    if cells.iter().any(|cell| cell.len() > CELL_LIMIT) {
        return Err(Reason::LongCell);
    }
    let mut record = Record::default();
    for (key, cell) in keys.iter().zip(cells) {
        record.push(key.clone(), Cell::Text(if is_own { cell.to_owned() } else { bare(cell) }));
    }
    Ok(record)
}

/// Returns a cell without quotation marks that a space before them has kept from being read: `"A", "B"`.
fn bare(cell: &str) -> String {
    let inside = cell.strip_prefix(' ').and_then(|cell| cell.trim().strip_prefix('"')?.strip_suffix('"'));
    inside.map_or_else(|| cell.to_owned(), |inside| inside.replace("\"\"", "\""))
}

/// Counts the lines up to a record.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// Returns the line of the record that was read from this offset on. Empty lines before it do not belong to it.
    fn of_record(&mut self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let empty = bytes[from.min(bytes.len())..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let to = (from + empty).min(bytes.len());
        self.line += bytes[self.at..to].iter().filter(|byte| **byte == b'\n').count();
        self.at = to;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_known(key: &str) -> bool {
        matches!(key, "name" | "tenantid")
    }

    fn lines(text: &str) -> Vec<(usize, Result<Option<String>, Reason>)> {
        let list = read(text, is_known).unwrap().unwrap();
        let name = |record: Record| record.text("name").map(str::to_owned);
        list.rows.into_iter().map(|row| (row.place.line, row.record.map(name))).collect()
    }

    #[test]
    fn cells_stand_between_commas_semicolons_or_tabs() {
        for text in [
            "Name,Tenant ID\nA,1\n",
            "Name;Tenant ID\r\nA;1\r\n",
            "Name\tTenant ID\nA\t1",
            "#TYPE System.Object\r\n\"Name\",\"Tenant ID\"\r\n\"A\",\"1\"",
            "sep=;\nName;Tenant ID\nA;1",
            "Name, with a comma;Tenant ID;name\n;1;A",
            "Customers of 2026;\n\nName;Tenant ID\nA;1",
            "| Name | Tenant ID |\n|---|:---:|\n| A | 1 |",
            "Name, Tenant ID\n\"A\", \"1\"",
        ] {
            let rows = lines(text);
            assert_eq!(rows.len(), 1, "{text:?}");
            assert_eq!(rows[0].1, Ok(Some("A".into())), "{text:?}");
        }
    }

    #[test]
    fn lines_are_counted_as_an_editor_does() {
        let text = "#TYPE x\r\nName,Tenant ID\r\n\r\n\"A\r\nB\",1\r\n,\r\n\r\nC,2\r\nD\r\n";
        assert_eq!(
            lines(text),
            [
                (4, Ok(Some("A\r\nB".into()))),
                (8, Ok(Some("C".into()))),
                (9, Err(Reason::Cells { found: 1, expected: 2 }))
            ]
        );
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_takes_no_other_rows_for_its_cell() {
        for text in ["Name,Tenant ID\n\"A,1\nB,2\nC,3\n", "Name,Tenant ID\n1,\"A\nB,2\nC,3\n"] {
            assert_eq!(lines(text), [(2, Err(Reason::OpenQuote { last: 4 }))], "{text:?}");
        }
        assert_eq!(lines("Name,Tenant ID\n\"A\",1\n5\" disks,2\n").len(), 2, "one within a line is a letter");
    }

    #[test]
    fn a_text_is_no_table() {
        for text in ["Contoso", "Contoso\nFabrikam\n", ""] {
            assert!(read(text, is_known).is_none(), "{text:?}");
        }
    }

    #[test]
    fn a_column_twice_would_be_read_one_way_here_and_another_there() {
        assert_eq!(
            read("Name,Tenant ID,tenant_id\n", is_known).unwrap().unwrap_err(),
            Unusable::ColumnTwice("tenant_id".into())
        );
    }
}
