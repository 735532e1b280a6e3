//! Why the registry could not be read or changed, in words.

use std::{fmt, io, path::PathBuf};

use crate::{
    cloud::Identity,
    display::{self, quoted},
    format::{self, FormatError},
    registry::Clash,
};

/// Why the registry could not be read or changed.
#[derive(Debug)]
pub enum StoreError {
    /// There is no home folder.
    NoHome,
    /// The file is there, and the system does not let it be read.
    Io {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        error: io::Error,
    },
    /// The file is not there any more, though it held customers.
    Gone {
        /// The file.
        path: PathBuf,
    },
    /// The file is not what it should be.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where.
        error: FormatError,
    },
    /// The settings file is not what it should be.
    Settings {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where.
        error: FormatError,
    },
    /// A newer Portico wrote the file; it is read, never written.
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema.
        schema: u32,
    },
    /// Another process holds the lock.
    Locked {
        /// The lock file.
        path: PathBuf,
        /// The process, as it named itself.
        holder: String,
    },
    /// The rules of the registry forbid the change. Nothing was written.
    Refused(Clash),
    /// The tenant that was to be changed is not there any more. Nothing was written.
    NoTenant(Identity),
    /// The tenant was changed by other means than Portico, and waits for a person's eyes. Nothing was written.
    Waiting {
        /// The tenant.
        identity: Identity,
        /// Its name.
        name: String,
    },
    /// Nothing was saved; the file is as it was.
    Save {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        error: io::Error,
    },
    /// The new file is in place, but the system did not confirm that it would survive a power cut.
    Unknown {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        error: io::Error,
    },
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoHome => crate::places::NoHome.fmt(f),
            Self::Io { path, error } => write!(f, "could not read {}: {error}", display::path(path)),
            Self::Gone { path } => {
                write!(f, "{} is not there any more, though it held customers", display::path(path))
            }
            Self::Unreadable { path, error } | Self::Settings { path, error } if error.line == 0 => {
                write!(f, "{}: {error}", display::path(path))
            }
            Self::Unreadable { path, error } | Self::Settings { path, error } => {
                write!(f, "{}:{}: {error}", display::path(path), error.line)
            }
            Self::Newer { path, schema } => write!(
                f,
                "{} was written by a newer Portico (schema {schema}, this one writes {}); it is not changed",
                display::path(path),
                format::SCHEMA
            ),
            Self::Locked { path, holder } => {
                write!(f, "not saved: the registry is being changed by {holder} (lock: {})", display::path(path))
            }
            Self::Refused(clash) => clash.fmt(f),
            Self::NoTenant(identity) => write!(f, "not saved: no tenant has this identity any more: {identity}"),
            Self::Waiting { name, .. } => {
                write!(f, "not saved: {} was changed outside Portico, and nobody has looked at that yet", quoted(name))
            }
            Self::Save { path, error } => write!(f, "not saved: {}: {error}", display::path(path)),
            Self::Unknown { path, error } => {
                write!(f, "written, but not confirmed by the disk: {}: {error}", display::path(path))
            }
        }
    }
}

impl std::error::Error for StoreError {}

impl From<Clash> for StoreError {
    fn from(clash: Clash) -> Self {
        Self::Refused(clash)
    }
}
