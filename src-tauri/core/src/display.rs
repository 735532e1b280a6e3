//! Hostile text made safe to show.
//!
//! Names come from files and imports. Control characters could drive a terminal, bidi characters could show one
//! customer's name as another's (CVE-2021-42574), invisible ones could make two names look the same.

use std::{borrow::Cow, fmt::Write, path::Path};

/// Returns the text with control, bidi and invisible characters as `\u{…}`, fit for every surface.
pub fn safe(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hazardous) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for char in text.chars() {
        if is_hazardous(char) {
            // Writing to a String cannot fail.
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(char));
        } else {
            shown.push(char);
        }
    }
    Cow::Owned(shown)
}

/// Returns the text as markup that shows it: tooltips and notifications of Linux desktops are read as markup.
pub fn as_markup(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Returns the text safe to show, in quotation marks: the form of values in messages.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", shortened(text, 300))
}

/// Returns the text as one word of a shell's command line.
pub fn shell_word(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// Returns a path safe to show: its folders may have any name.
pub fn path(path: &Path) -> String {
    safe(&path.display().to_string()).into_owned()
}

/// Returns the text safe to show and at most `most` characters long; a longer one ends in `…`.
pub fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    let shown = safe(text);
    match shown.char_indices().nth(most) {
        None => shown,
        Some(_) => {
            let kept: String = shown.chars().take(most.saturating_sub(1)).collect();
            Cow::Owned(kept.trim_end().to_owned() + "…")
        }
    }
}

/// True for characters that a name must not have.
///
/// Unicode categories Cc, Zl, Zp, the format characters (Cf) but for the joiners that Indic scripts, Persian and
/// emoji need (U+200C, U+200D), and private use.
pub fn is_hazardous(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_control();
    }
    char.is_control()
        || matches!(char,
            '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}' | '\u{8e2}'
            | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}'
            | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_mislead_is_shown_as_its_code() {
        for (text, shown) in [
            ("Contoso", "Contoso"),
            ("Söderblom Åkeri 北京 👩‍💻", "Söderblom Åkeri 北京 👩‍💻"),
            ("a\x1b[31mb", "a\\u{1b}[31mb"),
            ("a\nb\tc\x7f", "a\\u{a}b\\u{9}c\\u{7f}"),
            ("osotnoC\u{202e}", "osotnoC\\u{202e}"),
            ("Con\u{200b}toso", "Con\\u{200b}toso"),
            ("\u{85}\u{9b}", "\\u{85}\\u{9b}"),
        ] {
            assert_eq!(safe(text), shown);
            assert_eq!(safe(shown), shown, "safe text stays as it is");
        }
    }

    #[test]
    fn shortening_keeps_the_beginning() {
        for (text, most, shown) in
            [("Contoso", 7, "Contoso"), ("Contoso", 6, "Conto…"), ("Con toso", 5, "Con…"), ("ååå", 2, "å…")]
        {
            assert_eq!(shortened(text, most), shown);
        }
    }
}
