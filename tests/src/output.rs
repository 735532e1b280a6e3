//! What a program said and how it ended, and running one to its end under a deadline.

use std::io::{Read, Write};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use serde_json::Value;

use crate::processes::Running;
use crate::wait::SOON;

/// The end of a program. The texts have the sandbox's paths replaced by `$HOME`, `$DATA` and so on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    pub stdout: String,
    pub stderr: String,
    /// `None` when a signal ended it.
    pub code: Option<i32>,
}

impl Output {
    /// Returns stdout as one JSON document.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("stdout is not JSON: {error}\n{self:#?}"))
    }

    /// Returns itself when the program ended with 0; for the steps that only prepare a test.
    #[track_caller]
    pub fn done(self) -> Self {
        assert_eq!(self.code, Some(0), "this step should succeed: {self:#?}");
        self
    }

    /// Returns the whole as one text for an inline snapshot: stdout, then stderr and the exit code behind their headings.
    pub fn transcript(&self) -> String {
        let stderr =
            if self.stderr.is_empty() { String::new() } else { format!("--- stderr\n{}", ended(&self.stderr)) };
        let code = self.code.map_or("killed".to_owned(), |code| code.to_string());
        format!("{}{stderr}--- exit {code}", ended(&self.stdout))
    }
}

/// Runs a command to its end; `input` is all it can read, nothing when `None`.
#[track_caller]
pub(crate) fn run(command: &mut Command, input: Option<&[u8]>) -> Output {
    let stdin = if input.is_some() { Stdio::piped() } else { Stdio::null() };
    let mut running = Running::start(command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped()));
    if let Some(input) = input {
        feed(running.child.stdin.take().expect("piped above"), input.to_vec());
    }
    let stdout = collect(running.child.stdout.take().expect("piped above"));
    let stderr = collect(running.child.stderr.take().expect("piped above"));
    let status = running.wait();
    // A browser that inherits our pipes would hold them open and later die of a broken one.
    let text = |name: &str, lines: mpsc::Receiver<Vec<u8>>| {
        let bytes =
            lines.recv_timeout(SOON).unwrap_or_else(|_| panic!("{name} is still open: something it started holds it"));
        String::from_utf8(bytes).unwrap_or_else(|error| panic!("{name} is not UTF-8: {error}"))
    };
    Output { stdout: text("stdout", stdout), stderr: text("stderr", stderr), code: status.code() }
}

fn feed(mut stdin: ChildStdin, input: Vec<u8>) {
    // A program that does not read its input to the end is fine: the write fails, the test sees the exit code.
    thread::spawn(move || stdin.write_all(&input));
}

fn collect(mut pipe: impl Read + Send + 'static) -> mpsc::Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).unwrap();
        sender.send(bytes)
    });
    receiver
}

fn ended(text: &str) -> String {
    if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}⏎ missing\n") }
}
