//! The registry on disk: reading it, and changing it under a lock so that no acknowledged change gets lost.
//!
//! A change goes: lock a side file → read what is there now → apply → temp file in the same folder → fsync → rename →
//! fsync the folder → only now "saved". A file that cannot be read is never overwritten.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

use crate::{
    format::{self, FormatError},
    places::{Places, RegistrySource},
    registry::{Clash, Registry},
};

mod atomic;
mod lock;

/// Finds the places from the environment and the settings file.
///
/// # Errors
///
/// There is no home folder, or the settings file cannot be read: Portico must not go on with another registry than the
/// one that was chosen.
pub fn find_places() -> Result<Places, StoreError> {
    let places = Places::from_environment().map_err(|_| StoreError::NoHome)?;
    if places.registry_source == RegistrySource::Environment {
        return Ok(places);
    }
    let path = places.settings();
    let Some(bytes) = read(&path)? else {
        return Ok(places);
    };
    let settings =
        format::parse_settings(&bytes).map_err(|error| StoreError::Unreadable { path, error })?;
    Ok(
        match settings.registry.filter(|registry| !registry.is_empty()) {
            Some(registry) => places.with_registry(Path::new(&registry), RegistrySource::Settings),
            None => places,
        },
    )
}

/// Reads the registry. No file yet is an empty registry.
pub fn load(path: &Path) -> Result<Loaded, StoreError> {
    // The stamp first: a write in between makes the next look see a change, never miss one.
    let stamp = stamp(path);
    let Some(bytes) = read(path)? else {
        return Ok(Loaded {
            registry: Registry::default(),
            newer_schema: None,
            stamp,
        });
    };
    let document = parse(path, &bytes)?;
    Ok(Loaded {
        registry: document.registry,
        newer_schema: document.newer_schema,
        stamp,
    })
}

/// A registry as it was read.
#[derive(Debug)]
pub struct Loaded {
    /// The registry.
    pub registry: Registry,
    /// Set when a newer Portico wrote the file.
    pub newer_schema: Option<u32>,
    /// What the file looked like from outside when it was read.
    pub stamp: Stamp,
}

/// Changes the registry durably: when this returns `Ok`, the change is on disk.
///
/// `change` gets the registry as it is on disk now, whatever the caller has read before.
///
/// # Errors
///
/// What went wrong; the file is as it was. [`StoreError::Unknown`] alone leaves that open.
pub fn update<R>(
    places: &Places,
    change: impl FnOnce(&mut Registry) -> Result<R, Clash>,
) -> Result<R, StoreError> {
    let folder = places.registry.parent().unwrap_or(Path::new("."));
    for folder in [folder, &places.data] {
        atomic::create_private_folder(folder).map_err(|error| StoreError::Save {
            path: folder.to_owned(),
            error,
        })?;
    }
    let _lock = lock::acquire(&places.lock())?;

    let path = &places.registry;
    let previous = read(path)?;
    let mut registry = match &previous {
        Some(bytes) => {
            let document = parse(path, bytes)?;
            if let Some(schema) = document.newer_schema {
                return Err(StoreError::Newer {
                    path: path.clone(),
                    schema,
                });
            }
            document.registry
        }
        None => Registry::default(),
    };
    let result = change(&mut registry).map_err(StoreError::Refused)?;
    let text =
        format::render(previous.as_deref(), &registry).map_err(|error| StoreError::Unreadable {
            path: path.clone(),
            error,
        })?;
    // What cannot be read back as the same registry must not replace what can.
    let read_back = format::parse(text.as_bytes()).map(|document| document.registry);
    if read_back.as_ref() != Ok(&registry) {
        let error = io::Error::other("the new text does not read back as the same registry");
        return Err(StoreError::Save {
            path: path.clone(),
            error,
        });
    }
    atomic::replace(path, text.as_bytes())?;
    Ok(result)
}

/// What a file looks like from outside. Two equal stamps mean the same contents, but for writes within the clock's grain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp(Option<(Option<std::time::SystemTime>, u64, u64)>);

/// Looks at a file without reading it.
pub fn stamp(path: &Path) -> Stamp {
    Stamp(
        fs::metadata(path)
            .ok()
            .map(|file| (file.modified().ok(), file.len(), inode(&file))),
    )
}

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
    /// The file is not what it should be.
    Unreadable {
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
            Self::Io { path, error } => write!(f, "could not read {}: {error}", path.display()),
            Self::Unreadable { path, error } if error.line == 0 => {
                write!(f, "{}: {error}", path.display())
            }
            Self::Unreadable { path, error } => {
                write!(f, "{}:{}: {error}", path.display(), error.line)
            }
            Self::Newer { path, schema } => write!(
                f,
                "{} was written by a newer Portico (schema {schema}, this one writes {}); it is not changed",
                path.display(),
                format::SCHEMA
            ),
            Self::Locked { path, holder } => {
                write!(
                    f,
                    "not saved: the registry is being changed by {holder} (lock: {})",
                    path.display()
                )
            }
            Self::Refused(clash) => clash.fmt(f),
            Self::Save { path, error } => write!(f, "not saved: {}: {error}", path.display()),
            Self::Unknown { path, error } => {
                write!(
                    f,
                    "written, but not confirmed by the disk: {}: {error}",
                    path.display()
                )
            }
        }
    }
}

impl std::error::Error for StoreError {}

fn parse(path: &Path, bytes: &[u8]) -> Result<format::Document, StoreError> {
    format::parse(bytes).map_err(|error| StoreError::Unreadable {
        path: path.to_owned(),
        error,
    })
}

/// Reads a regular file of bounded size; a missing one is `None`.
fn read(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    let fail = |error| StoreError::Io {
        path: path.to_owned(),
        error,
    };
    // Looked at before it is opened: opening a FIFO would wait for ever.
    match fs::metadata(path) {
        Err(error)
            if error.kind() == io::ErrorKind::NotFound && path.symlink_metadata().is_err() =>
        {
            return Ok(None);
        }
        Err(error) => return Err(fail(error)),
        Ok(file) if !file.is_file() => return Err(fail(io::Error::other("not a regular file"))),
        Ok(file) if file.len() > format::SIZE_LIMIT => {
            return Err(fail(io::Error::other(format!(
                "larger than {} MB",
                format::SIZE_LIMIT >> 20
            ))));
        }
        Ok(_) => {}
    }
    fs::read(path).map(Some).map_err(fail)
}

#[cfg(unix)]
fn inode(file: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(file)
}

#[cfg(not(unix))]
fn inode(_: &fs::Metadata) -> u64 {
    0
}

#[cfg(test)]
mod tests;
