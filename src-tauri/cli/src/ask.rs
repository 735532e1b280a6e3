//! Asking the person at the terminal.

use std::io::{self, IsTerminal, Write};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Yes,
    No,
    /// There is no terminal to ask on.
    Nobody,
}

/// Returns true when there is a terminal to ask on.
pub(crate) fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks a question that only `y` or `yes` answers with yes.
pub(crate) fn yes_or_no(question: &str) -> Answer {
    match line(&format!("{question} [y/N] ")) {
        None => Answer::Nobody,
        Some(answer) if matches!(answer.trim(), "y" | "Y" | "yes" | "Yes" | "YES") => Answer::Yes,
        Some(_) => Answer::No,
    }
}

/// Asks for a line, which is empty when reading it fails; nothing when there is no terminal to ask on.
pub(crate) fn line(question: &str) -> Option<String> {
    if !is_possible() {
        return None;
    }
    let mut err = io::stderr().lock();
    let mut line = String::new();
    let asked = write!(err, "{question}").and_then(|()| err.flush());
    let read = asked.and_then(|()| io::stdin().read_line(&mut line));
    Some(if read.is_ok() { line } else { String::new() })
}
