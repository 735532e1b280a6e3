//! The registry on disk: reading it, and changing it under a lock so that no acknowledged change gets lost.
//!
//! A change goes: lock a side file → read what is there now → apply → temp file in the same folder → fsync → keep the old
//! one as a backup → rename → fsync the folder → only now "saved". A file that cannot be read is never overwritten.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use crate::{
    display,
    format::{self, FormatError},
    places::{Places, RegistrySource},
    registry::{Clash, Registry},
};

mod atomic;
pub mod backup;
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
    let settings = format::parse_settings(&bytes).map_err(|error| StoreError::Unreadable { path, error })?;
    Ok(match settings.registry.filter(|registry| !registry.is_empty()) {
        Some(registry) => places.with_registry(Path::new(&registry), RegistrySource::Settings),
        None => places,
    })
}

/// Reads the registry. No file yet is an empty registry.
///
/// # Errors
///
/// Why it cannot be read. A file in a place that somebody chose must have its folder: a share that is not mounted is not
/// an empty registry.
pub fn load(places: &Places) -> Result<Loaded, StoreError> {
    let path = &places.registry;
    ensure_folder_of_chosen(places)?;
    // The stamp first: a write in between makes the next look see a change, never miss one.
    let stamp = stamp(path);
    let Some(bytes) = read(path)? else {
        return Ok(Loaded { registry: Registry::default(), newer_schema: None, stamp });
    };
    let document = parse(path, &bytes)?;
    Ok(Loaded { registry: document.registry, newer_schema: document.newer_schema, stamp })
}

fn ensure_folder_of_chosen(places: &Places) -> Result<(), StoreError> {
    let folder = folder_of(&places.registry);
    if places.registry_source == RegistrySource::Default || folder.is_dir() {
        return Ok(());
    }
    let error = io::Error::new(io::ErrorKind::NotFound, "its folder is not there");
    Err(StoreError::Io { path: places.registry.clone(), error })
}

fn folder_of(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new("."))
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
/// `change` gets the registry as it is on disk now, whatever the caller has read before. It may be called again, should
/// somebody else write the file meanwhile.
///
/// # Errors
///
/// What went wrong; the file is as it was. [`StoreError::Unknown`] alone leaves that open.
pub fn update<R>(
    places: &Places,
    now: Timestamp,
    change: impl Fn(&mut Registry) -> Result<R, Clash>,
) -> Result<R, StoreError> {
    replace(places, now, |previous| {
        let mut registry = writable(places, previous)?;
        let result = change(&mut registry).map_err(StoreError::Refused)?;
        let contents = rendered(places, previous, &registry)?.into_bytes();
        Ok(Replacement { contents, was_registry: true, result })
    })
}

/// Puts a backup in the place of the registry. The file as it is now is kept as a backup first, readable or not.
///
/// # Errors
///
/// The backup is none of [`backup::list`], or is no registry; or what [`update`] may fail with.
pub fn restore(places: &Places, now: Timestamp, backup: &backup::Backup) -> Result<(), StoreError> {
    let contents = read(&backup.path)?
        .ok_or_else(|| StoreError::Io { path: backup.path.clone(), error: io::ErrorKind::NotFound.into() })?;
    if let Some(schema) = parse(&backup.path, &contents)?.newer_schema {
        return Err(StoreError::Newer { path: backup.path.clone(), schema });
    }
    replace(places, now, |previous| {
        let was_registry = previous.is_some_and(|previous| format::parse(previous).is_ok());
        Ok(Replacement { contents: contents.clone(), was_registry, result: () })
    })
}

/// How often a change is made anew because another program wrote the file meanwhile.
const ATTEMPTS: usize = 20;

/// What is to stand in the file.
struct Replacement<R> {
    contents: Vec<u8>,
    /// The file it replaces could be read, so that its backup can be restored.
    was_registry: bool,
    result: R,
}

/// Puts in the file's place what `make` makes of it, under the lock; made anew when another program wrote it meanwhile.
fn replace<R>(
    places: &Places,
    now: Timestamp,
    make: impl Fn(Option<&[u8]>) -> Result<Replacement<R>, StoreError>,
) -> Result<R, StoreError> {
    let path = &places.registry;
    let _lock = hold(places)?;
    for _ in 0..ATTEMPTS {
        let previous = read(path)?;
        let Replacement { contents, was_registry, result } = make(previous.as_deref())?;
        let temp = atomic::write_beside(path, &contents)?;
        // As late as can be: writing and syncing took the longest.
        if read(path)? != previous {
            continue;
        }
        if previous.is_some() {
            backup::keep(places, path, now, was_registry)
                .map_err(|error| StoreError::Save { path: places.backups(), error })?;
        }
        temp.put_in_place()?;
        return Ok(result);
    }
    let error = io::Error::other("another program keeps changing the file");
    Err(StoreError::Save { path: path.clone(), error })
}

/// Makes the folders, takes the lock and cleans up after saves that were killed.
fn hold(places: &Places) -> Result<fs::File, StoreError> {
    ensure_folder_of_chosen(places)?;
    for folder in [folder_of(&places.registry), &places.data] {
        atomic::create_private_folder(folder).map_err(|error| StoreError::Save { path: folder.to_owned(), error })?;
    }
    if places.registry == places.lock() {
        let error = io::Error::other("this is the name of the lock; the registry needs another");
        return Err(StoreError::Save { path: places.registry.clone(), error });
    }
    let lock = lock::acquire(&places.lock())?;
    atomic::sweep(&places.registry);
    Ok(lock)
}

/// Reads the registry that is to be changed.
fn writable(places: &Places, previous: Option<&[u8]>) -> Result<Registry, StoreError> {
    let path = &places.registry;
    let Some(bytes) = previous else { return Ok(Registry::default()) };
    let document = parse(path, bytes)?;
    match document.newer_schema {
        Some(schema) => Err(StoreError::Newer { path: path.clone(), schema }),
        None => Ok(document.registry),
    }
}

/// Returns the text to write, which reads back as the same registry: what does not must not replace what does.
fn rendered(places: &Places, previous: Option<&[u8]>, registry: &Registry) -> Result<String, StoreError> {
    let path = &places.registry;
    let text =
        format::render(previous, registry).map_err(|error| StoreError::Unreadable { path: path.clone(), error })?;
    if text.len() as u64 > format::SIZE_LIMIT {
        // It could be written, and never be read again.
        let error = io::Error::other(format!("the registry would be larger than {} MB", format::SIZE_LIMIT >> 20));
        return Err(StoreError::Save { path: path.clone(), error });
    }
    match format::parse(text.as_bytes()) {
        Ok(document) if document.registry == *registry => Ok(text),
        _ => {
            let error = io::Error::other("the new text does not read back as the same registry");
            Err(StoreError::Save { path: path.clone(), error })
        }
    }
}

/// What a file looks like from outside. Two equal stamps mean the same contents, but for writes within the clock's grain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp(Option<(Option<std::time::SystemTime>, u64, u64)>);

/// Looks at a file without reading it.
pub fn stamp(path: &Path) -> Stamp {
    Stamp(fs::metadata(path).ok().map(|file| (file.modified().ok(), file.len(), inode(&file))))
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
            Self::Io { path, error } => write!(f, "could not read {}: {error}", display::path(path)),
            Self::Unreadable { path, error } if error.line == 0 => {
                write!(f, "{}: {error}", display::path(path))
            }
            Self::Unreadable { path, error } => {
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
            Self::Save { path, error } => write!(f, "not saved: {}: {error}", display::path(path)),
            Self::Unknown { path, error } => {
                write!(f, "written, but not confirmed by the disk: {}: {error}", display::path(path))
            }
        }
    }
}

impl std::error::Error for StoreError {}

fn parse(path: &Path, bytes: &[u8]) -> Result<format::Document, StoreError> {
    format::parse(bytes).map_err(|error| match error.newer_schema {
        Some(schema) => StoreError::Newer { path: path.to_owned(), schema },
        None => StoreError::Unreadable { path: path.to_owned(), error },
    })
}

/// Reads a regular file of bounded size; a missing one is `None`.
fn read(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    let fail = |error| StoreError::Io { path: path.to_owned(), error };
    // Looked at before it is opened: opening a FIFO would wait for ever.
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.symlink_metadata().is_err() => {
            return Ok(None);
        }
        Err(error) => return Err(fail(error)),
        Ok(file) if !file.is_file() => return Err(fail(io::Error::other("not a regular file"))),
        Ok(file) if file.len() > format::SIZE_LIMIT => {
            return Err(fail(io::Error::other(format!("larger than {} MB", format::SIZE_LIMIT >> 20))));
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
