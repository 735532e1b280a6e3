//! Cells of our own CSV: safe to open in a spreadsheet, and read back as they were.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, whatever quotation marks are around it
//! (CWE-1236, OWASP ASVS 1.2.10), and one that is set to other separators finds cells where none were meant. So an apostrophe
//! goes before each such character that begins a cell or follows a separator, and before an apostrophe in the same place, so
//! that reading back can take exactly one away.

/// Where in a cell something may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    Start,
    BehindSeparator,
    Inside,
}

impl Spot {
    fn behind(char: char) -> Self {
        if separates(char) { Self::BehindSeparator } else { Self::Inside }
    }

    /// True when a spreadsheet may take this for the beginning of a formula here; and for the apostrophe itself.
    fn is_guarded(self, char: char) -> bool {
        match self {
            Self::Start => is_risky(char) || matches!(char, '\t' | '\r' | '\n'),
            Self::BehindSeparator => is_risky(char),
            Self::Inside => false,
        }
    }
}

fn is_risky(char: char) -> bool {
    matches!(char, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\0' | '\'')
}

/// What separates cells, in one setting of a spreadsheet or another.
fn separates(char: char) -> bool {
    matches!(char, ',' | ';' | '\t' | '\r' | '\n')
}

/// Returns the text as a cell that no spreadsheet takes for a formula.
pub(crate) fn guard(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    let mut spot = Spot::Start;
    for char in text.chars() {
        if spot.is_guarded(char) {
            cell.push('\'');
        }
        cell.push(char);
        spot = Spot::behind(char);
    }
    cell
}

/// Returns the text that [`guard`] made the cell of.
pub(crate) fn unguard(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut spot = Spot::Start;
    let mut chars = cell.chars().peekable();
    while let Some(mut char) = chars.next() {
        if char == '\''
            && let Some(guarded) = chars.next_if(|next| spot.is_guarded(*next))
        {
            char = guarded;
        }
        text.push(char);
        spot = Spot::behind(char);
    }
    text
}

/// Returns several texts as one, with semicolons between them. Those that hold one are quoted, as CSV does it.
pub(crate) fn join(texts: &[String]) -> String {
    let quoted = |text: &String| {
        let is_plain = !text.is_empty() && text.trim() == text && !text.contains([';', '"']);
        if is_plain { text.clone() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
    };
    texts.iter().map(quoted).collect::<Vec<_>>().join(";")
}

/// Returns the texts that [`join`] made one of.
pub(crate) fn split(joined: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = joined;
    while !rest.is_empty() {
        let (text, behind) = match rest.strip_prefix('"') {
            Some(inside) => quoted(inside),
            None => {
                let end = rest.find(';').unwrap_or(rest.len());
                (rest[..end].trim().to_owned(), &rest[end..])
            }
        };
        texts.push(text);
        rest = behind.strip_prefix(';').unwrap_or(behind);
    }
    texts
}

/// Returns the text up to the closing quotation mark, and what stands behind it.
fn quoted(inside: &str) -> (String, &str) {
    let mut text = String::new();
    let mut rest = inside;
    loop {
        let Some(at) = rest.find('"') else { return (text + rest, "") };
        text += &rest[..at];
        match rest[at + 1..].strip_prefix('"') {
            Some(behind) => {
                text.push('"');
                rest = behind;
            }
            None => return (text, &rest[at + 1..]),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_cell_begins_a_formula_in_any_setting() {
        for (text, cell) in [
            ("Contoso", "Contoso"),
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("'t Hof", "''t Hof"),
            ("A;=1", "A;'=1"),
            ("A,+1", "A,'+1"),
            ("A\n@x", "A\n'@x"),
            ("\tA", "'\tA"),
            ("A\r\nB", "A\r\nB"),
            ("Rock-n-Roll = fun", "Rock-n-Roll = fun"),
        ] {
            assert_eq!(guard(text), cell);
            assert_eq!(unguard(cell), text);
        }
    }

    #[test]
    fn several_texts_read_back_from_one() {
        for (texts, joined) in [
            (&["gold", "UK"][..], "gold;UK"),
            (&["a;b", "say \"hi\"", " x"], "\"a;b\";\"say \"\"hi\"\"\";\" x\""),
            (&[], ""),
        ] {
            let texts: Vec<_> = texts.iter().map(|text| (*text).to_owned()).collect();
            assert_eq!(join(&texts), joined);
            assert_eq!(split(joined), texts);
        }
        assert_eq!(split("gold; UK ;"), ["gold", "UK"], "as people write it");
        assert_eq!(split("\"open"), ["open"]);
    }

    proptest! {
        #[test]
        fn every_text_reads_back(text in "[=+@'\" ,;|\ta-c\r\n＝-]{0,12}") {
            prop_assert_eq!(unguard(&guard(&text)), text);
        }

        #[test]
        fn every_list_reads_back(texts in prop::collection::vec("[=' \",;ab]{1,6}", 0..5)) {
            prop_assert_eq!(split(&join(&texts)), texts);
        }
    }
}
