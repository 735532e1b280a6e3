//! Writing to the terminal. What comes from a registry has no control or bidi character when it gets here.

use std::io::{self, Write};

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
