//! A browser that opens nothing and writes down what it was asked to open.
//!
//! Protocol: `fake-browser LOG [ARGUMENT…]` appends one line to LOG, a JSON array of the arguments, in a single write, and ends with 0.
//! `fake-browser --exit CODE LOG [ARGUMENT…]` does the same and ends with CODE.

use std::env;
use std::fs::OpenOptions;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments: Vec<String> =
        env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let mut code = 0;
    if arguments.first().is_some_and(|first| first == "--exit") {
        arguments.remove(0);
        code = arguments.remove(0).parse().unwrap_or(1);
    }
    let log = arguments.remove(0);
    let line = format!("{}\n", serde_json::Value::from(arguments));
    // One write in append mode, so that two browsers at the same time cannot mix their lines.
    match OpenOptions::new().create(true).append(true).open(&log).and_then(|mut file| file.write_all(line.as_bytes())) {
        Ok(()) => ExitCode::from(code),
        Err(error) => {
            eprintln!("fake-browser: {log}: {error}");
            ExitCode::FAILURE
        }
    }
}
