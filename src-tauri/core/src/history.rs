//! What was opened: who asked for which portal of which tenant, and what became of it.
//!
//! It tells what Portico was asked to open, and that the browser's launcher took it. That somebody got access is what the
//! customer's own sign-in log tells.

use std::fmt;

use jiff::Timestamp;

use crate::cloud::Identity;

/// What is about to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intent {
    /// The tenant.
    pub identity: Identity,
    /// Its name, as it was then.
    pub name: String,
    /// The key of the portal.
    pub portal: String,
    /// Where the request came from.
    pub via: Via,
}

/// Where a request came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// The command line.
    Terminal,
    /// A launcher, through the command line.
    Launcher,
    /// The tray menu.
    Tray,
    /// The quick open window.
    Window,
}

impl Via {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Terminal, Self::Launcher, Self::Tray, Self::Window];

    /// The word in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Launcher => "launcher",
            Self::Tray => "tray",
            Self::Window => "window",
        }
    }
}

impl fmt::Display for Via {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The browser's launcher took the address.
    HandedOver,
    /// It did not: no browser was started.
    Failed,
}

impl Outcome {
    /// The word in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::HandedOver => "handed-over",
            Self::Failed => "failed",
        }
    }
}

/// A request of the past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When it was made.
    pub at: Timestamp,
    /// What was to be opened.
    pub intent: Intent,
    /// What became of it; nothing when Portico ended before it was known.
    pub outcome: Option<Outcome>,
}

/// The most tenants that are remembered as opened last.
pub const RECENT: usize = 50;

/// Returns the tenants that were opened and when they were opened last, the last one first, each once. Where no browser was
/// started none was.
pub fn recent(entries: &[Entry]) -> Vec<(Identity, Timestamp)> {
    let mut recent: Vec<(Identity, Timestamp)> = Vec::new();
    for entry in entries.iter().rev().filter(|entry| entry.outcome != Some(Outcome::Failed)) {
        if recent.len() == RECENT {
            break;
        }
        if !recent.iter().any(|(identity, _)| *identity == entry.intent.identity) {
            recent.push((entry.intent.identity, entry.at));
        }
    }
    recent
}
