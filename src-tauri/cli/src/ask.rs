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
    if !is_possible() {
        return Answer::Nobody;
    }
    let mut err = io::stderr().lock();
    let mut line = String::new();
    let asked = write!(err, "{question} [y/N] ").and_then(|()| err.flush());
    match asked.and_then(|()| io::stdin().read_line(&mut line)) {
        Ok(_) if matches!(line.trim(), "y" | "Y" | "yes" | "Yes" | "YES") => Answer::Yes,
        _ => Answer::No,
    }
}
