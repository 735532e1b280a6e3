//! What keeps a browser or its profiles from being used.

use std::{fmt, path::PathBuf};

use crate::display::path;

/// Why a browser, or some of its profiles, cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Its program is not where its entry says.
    NoProgram(PathBuf),
    /// The list of its profiles cannot be read.
    NoProfiles(Unread),
    /// One of the lists of its profiles cannot be read.
    NotAllProfiles(Unread),
}

/// A file of a browser that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The file.
    pub file: PathBuf,
    /// What is wrong with it.
    pub why: BadFile,
}

/// What is wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadFile {
    /// This person may not read it, or the disk does not give it.
    Denied,
    /// It is a folder or the like.
    NoFile,
    /// It is too large to be what the browser writes.
    TooLarge,
    /// The browser holds it.
    InUse,
    /// Its text is not what the browser writes.
    Foreign,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoProgram(program) => write!(f, "its program is not there: {}", path(program)),
            Self::NoProfiles(unread) => write!(f, "its profiles cannot be read: {unread}"),
            Self::NotAllProfiles(unread) => write!(f, "not all of its profiles can be read: {unread}"),
        }
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.why {
            BadFile::Denied => "it may not be read",
            BadFile::NoFile => "it is no file",
            BadFile::TooLarge => "it is larger than 16 MB",
            BadFile::InUse => "it is in use",
            BadFile::Foreign => "it is not what the browser writes",
        };
        write!(f, "{}: {why}", path(&self.file))
    }
}
