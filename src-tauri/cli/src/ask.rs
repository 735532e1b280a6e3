//! Asking the person at the terminal.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, IsTerminal, Write},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Yes,
    No,
    /// There is no terminal to ask on.
    Nobody,
}

/// The terminal itself, whatever standard input is.
const TERMINAL: &str = if cfg!(windows) { "CONIN$" } else { "/dev/tty" };

/// Returns true when there is a terminal to ask on.
pub(crate) fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Returns true when somebody sees what is asked, and can answer; where standard input is a pipe, on the terminal itself.
pub(crate) fn is_watched(beside_a_pipe: bool) -> bool {
    is_possible() || (beside_a_pipe && terminal().is_some())
}

/// Opens the terminal where output goes to it.
fn terminal() -> Option<File> {
    let is_seen = io::stdout().is_terminal() && io::stderr().is_terminal();
    if is_seen { File::open(TERMINAL).ok() } else { None }
}

/// Asks a question that only `y` or `yes` answers with yes.
pub(crate) fn yes_or_no(question: &str) -> Answer {
    answer(line(&question_of(question)))
}

/// Asks the same where standard input may be a pipe, as in `COMMAND | portico import -`: the person who typed that is there.
pub(crate) fn yes_or_no_beside_a_pipe(question: &str) -> Answer {
    if is_possible() {
        return yes_or_no(question);
    }
    answer(terminal().map(|terminal| asked(&question_of(question), &mut BufReader::new(terminal))))
}

/// Asks for a line, which is empty when reading it fails; nothing when there is no terminal to ask on.
pub(crate) fn line(question: &str) -> Option<String> {
    is_possible().then(|| asked(question, &mut io::stdin().lock()))
}

fn question_of(question: &str) -> String {
    format!("{question} [y/N] ")
}

fn answer(line: Option<String>) -> Answer {
    match line {
        None => Answer::Nobody,
        Some(line) if matches!(line.trim(), "y" | "Y" | "yes" | "Yes" | "YES") => Answer::Yes,
        Some(_) => Answer::No,
    }
}

fn asked(question: &str, answers: &mut impl BufRead) -> String {
    let mut err = io::stderr().lock();
    let mut line = String::new();
    let asked = write!(err, "{question}").and_then(|()| err.flush());
    let read = asked.and_then(|()| answers.read_line(&mut line));
    if read.is_ok() { line } else { String::new() }
}
