//! `portico` without a command: starts the tray, or brings up quick open if it runs.

use std::{
    io::{BufRead, BufReader, Read},
    path::PathBuf,
    process::{Child, ChildStderr, Command, Stdio},
    thread::{self, JoinHandle},
};

use portico_core::{display, places};

use crate::{
    failure::{Exit, Failure},
    output,
};

/// Starts the tray program and waits until it says that it is there.
///
/// The tray is a program of its own so that this one starts without loading a desktop toolkit.
pub(crate) fn start() -> Result<(), Failure> {
    if !places::has_display() {
        return Err(Failure::new(Exit::Failed, "the tray needs a desktop: neither DISPLAY nor WAYLAND_DISPLAY is set")
            .hint("without a desktop, `portico open TENANT` and `portico url TENANT` work")
            .hint("`portico --help` shows all commands"));
    }
    let program = program();
    let mut child = detached(Command::new(&program)).spawn().map_err(|error| {
        Failure::new(Exit::Failed, format!("the tray could not be started: {}: {error}", display::path(&program)))
            .hint("portico-tray belongs in the same folder as portico")
    })?;
    // Read all the time: a tray whose words nobody takes would stand still.
    let words = child.stderr.take().map(|stderr| thread::spawn(|| read(stderr)));
    if is_ready(&mut child) { Ok(()) } else { outcome(child, words) }
}

/// Returns the tray program.
pub(crate) fn program() -> PathBuf {
    places::program("portico-tray")
}

/// The tray outlives this program and its terminal.
fn detached(mut command: Command) -> Command {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.arg("--announce").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Waits for the tray's first line; it says one when it is there, or hands over to one that runs.
fn is_ready(child: &mut Child) -> bool {
    let mut line = String::new();
    let said = child.stdout.take().map(|out| BufReader::new(out).read_line(&mut line));
    matches!(said, Some(Ok(1..)))
}

/// Says how a tray ended that never was there: well if one was running already, else in its own words.
fn outcome(mut child: Child, words: Option<JoinHandle<String>>) -> Result<(), Failure> {
    let status = child.wait()?;
    if status.success() {
        return Ok(());
    }
    let words = words.and_then(|words| words.join().ok()).unwrap_or_default();
    let said: Vec<_> = words.lines().filter(|line| !line.trim().is_empty()).collect();
    if said.is_empty() {
        return Err(Failure::new(Exit::Failed, format!("the tray ended at once: {status}")));
    }
    for line in said {
        output::note(&display::safe(line));
    }
    Err(Failure::new(Exit::Failed, ""))
}

/// Reads to the end, and keeps as much as anybody would read.
fn read(mut stderr: ChildStderr) -> String {
    let mut words = Vec::new();
    // What cannot be read cannot be passed on; the status still says that the tray failed.
    let _ = stderr.by_ref().take(16 * 1024).read_to_end(&mut words);
    let _ = std::io::copy(&mut stderr, &mut std::io::sink());
    String::from_utf8_lossy(&words).into_owned()
}
