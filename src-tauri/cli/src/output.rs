//! Writing to the terminal. What comes from a registry has no control or bidi character when it gets here.

use std::io::{self, Write};

use portico_core::display::safe;

use crate::failure::Failure;

/// Writes a line to standard output.
pub(crate) fn line(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.write_all(b"\n")?;
    out.flush()
}

/// Writes a text of many lines, each with its line end, to standard output.
pub(crate) fn text(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Writes a line to standard error.
pub(crate) fn to_stderr(text: &str) -> io::Result<()> {
    writeln!(io::stderr().lock(), "{text}")
}

/// Says something beside the result.
pub(crate) fn note(text: &str) {
    // Without a standard error there is nobody to tell.
    let _ = to_stderr(text);
}

/// Says what went wrong and what to do.
pub(crate) fn complain(failure: &Failure) {
    if failure.message.is_empty() {
        return;
    }
    note(&format!("error: {}", failure.message));
    for detail in &failure.details {
        note(&format!("  {detail}"));
    }
    for hint in &failure.hints {
        note(&format!("hint: {hint}"));
    }
}

/// Returns a line for a field that differs, with old and new.
pub(crate) fn difference(field: &str, old: &str, new: &str) -> String {
    let shown = |value: &str| if value.is_empty() { "(none)".to_owned() } else { safe(value).into_owned() };
    format!("{field:<17}{} -> {}", shown(old), shown(new))
}

/// Returns how many customers there are, in words.
pub(crate) fn customers(count: usize) -> String {
    if count == 1 { "1 customer".to_owned() } else { format!("{count} customers") }
}

/// Returns how many there are beside the first one, as ` and 2 more`; nothing when that is the only one.
pub(crate) fn and_more<T>(all: &[T]) -> String {
    if all.len() > 1 { format!(" and {} more", all.len() - 1) } else { String::new() }
}
