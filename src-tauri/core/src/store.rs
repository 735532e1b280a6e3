//! The registry on disk: reading it, and changing it under a lock so that no acknowledged change gets lost.
//!
//! A change goes: lock a side file → read what is there now → apply → temp file in the same folder → fsync → keep the old
//! one as a backup → rename → fsync the folder → only now "saved". A file that cannot be read is never overwritten.

use std::{cmp::Reverse, fs, io, path::Path, thread, time::Duration};

use jiff::Timestamp;

use crate::{
    format::{self, SIZE_LIMIT},
    places::{Places, RegistrySource},
    registry::Registry,
};
use atomic::Placed;
use pins::Kind;

mod atomic;
pub mod backup;
mod browsers;
mod changes;
mod entries;
mod error;
mod health;
mod history;
mod imports;
mod lock;
mod login;
mod pins;
mod plugins;
mod settings;
mod swap;
mod turn;
mod windows;

pub use browsers::{browser, browsers};
pub use changes::{change, undo};
pub use entries::{Entered, choose_entries, entries_out_of_step, entries_there, sync_entries};
pub use error::StoreError;
pub use health::{Condition, conditions, conflicts};
pub use history::{Recorded, forget_history, history, opened_last, record};
pub use imports::{export_json, import, last_import, read_list, revertible, undo_import, write_export};
pub use login::{no_start_at_login, start_at_login, starts_at_login};
pub use pins::{AcceptError, Accepted, Guarded, accept, accept_all, load_guarded, pinning};
pub use plugins::{put_plugin, remove_plugin};
pub use settings::{arrange_portals, change_settings, remove_own_portal, save_own_portal, set_hotkey, settings};
pub use turn::{Turn, turn};
pub use windows::{set_window_place, window_place};

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
    Ok(match settings(&places)?.registry.filter(|registry| !registry.is_empty()) {
        Some(registry) => places.with_registry(Path::new(&registry), RegistrySource::Settings),
        None => places,
    })
}

/// Reads the registry. No file yet is an empty registry.
///
/// # Errors
///
/// Why it cannot be read. A file in a place that somebody chose must have its folder: a share that is not mounted is not
/// an empty registry. Nor is a file that is gone.
pub fn load(places: &Places) -> Result<Loaded, StoreError> {
    ensure_folder_of_chosen(places)?;
    patiently(|| load_once(places))
}

fn load_once(places: &Places) -> Result<Loaded, StoreError> {
    let path = &places.registry;
    // The stamp first: a write in between makes the next look see a change, never miss one.
    let stamp = stamp(path);
    let Some(bytes) = read(path, SIZE_LIMIT)? else {
        ensure_not_gone(places)?;
        return Ok(Loaded { registry: Registry::default(), newer_schema: None, stamp });
    };
    let document = parse(path, &bytes)?;
    Ok(Loaded { registry: document.registry, newer_schema: document.newer_schema, stamp })
}

/// Tries again, a moment later, what failed on a file that an editor may be writing.
fn patiently<R>(read: impl Fn() -> Result<R, StoreError>) -> Result<R, StoreError> {
    const PAUSES: [Duration; 2] = [Duration::from_millis(20), Duration::from_millis(80)];
    for pause in PAUSES {
        match read() {
            Err(StoreError::Unreadable { .. } | StoreError::Gone { .. }) => thread::sleep(pause),
            done => return done,
        }
    }
    read()
}

/// A file that is not there is an empty registry only where Portico knows of no customer in it.
fn ensure_not_gone(places: &Places) -> Result<(), StoreError> {
    if pins::had_tenants(places) { Err(StoreError::Gone { path: places.registry.clone() }) } else { Ok(()) }
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
pub fn update<R, E: Into<StoreError>>(
    places: &Places,
    now: Timestamp,
    change: impl Fn(&mut Registry) -> Result<R, E>,
) -> Result<R, StoreError> {
    replace(places, now, |previous| {
        let before = writable(places, previous)?;
        let mut after = before.clone();
        let result = change(&mut after).map_err(Into::into)?;
        let contents = rendered(places, previous, &after)?.into_bytes();
        Ok(Replacement { contents, before: Some(before), after, kind: Kind::Change, result })
    })
}

/// Returns the state to bring back when the registry got lost or broken: the newest that can be read, be it the copy of what
/// was saved last or, when a power cut took that, a dated backup.
pub fn way_back(places: &Places) -> Option<(backup::Backup, Registry)> {
    let mut candidates: Vec<_> =
        backup::last(places).into_iter().chain(backup::list(places).unwrap_or_default()).collect();
    // By when they were written: the copy is not waited for, so that after a power cut an older one may stand there.
    candidates.sort_by_cached_key(|backup| Reverse(fs::metadata(&backup.path).and_then(|file| file.modified()).ok()));
    candidates.into_iter().find_map(|backup| {
        let (_, document) = read_backup(&backup).ok()?;
        document.newer_schema.is_none().then_some((backup, document.registry))
    })
}

/// Returns the registry that a backup holds.
///
/// # Errors
///
/// The backup is gone, or is no registry.
pub fn registry_of(backup: &backup::Backup) -> Result<Registry, StoreError> {
    read_backup(backup).map(|(_, document)| document.registry)
}

fn read_backup(backup: &backup::Backup) -> Result<(Vec<u8>, format::Document), StoreError> {
    let contents = read(&backup.path, SIZE_LIMIT)?
        .ok_or_else(|| StoreError::Io { path: backup.path.clone(), error: io::ErrorKind::NotFound.into() })?;
    let document = parse(&backup.path, &contents)?;
    Ok((contents, document))
}

/// Puts a backup in the place of the registry, and returns what that is now. The file as it was is kept as a backup first,
/// readable or not.
///
/// # Errors
///
/// The backup is none of [`backup::list`], or is no registry; or what [`update`] may fail with.
pub fn restore(places: &Places, now: Timestamp, backup: &backup::Backup) -> Result<Registry, StoreError> {
    let (contents, document) = read_backup(backup)?;
    if let Some(schema) = document.newer_schema {
        return Err(StoreError::Newer { path: backup.path.clone(), schema });
    }
    replace(places, now, |previous| {
        let before = previous.and_then(|previous| format::parse(previous).ok()).map(|document| document.registry);
        Ok(Replacement {
            contents: contents.clone(),
            before,
            after: document.registry.clone(),
            kind: Kind::Restore,
            result: document.registry.clone(),
        })
    })
}

/// How often a change is made anew because another program wrote the file meanwhile.
const ATTEMPTS: usize = 20;

/// What is to stand in the file.
struct Replacement<R> {
    contents: Vec<u8>,
    /// What stood there, if that could be read.
    before: Option<Registry>,
    after: Registry,
    kind: Kind,
    result: R,
}

/// Puts in the file's place what `make` makes of it, under the lock; made anew when another program wrote it meanwhile.
fn replace<R>(
    places: &Places,
    now: Timestamp,
    make: impl Fn(Option<&[u8]>) -> Result<Replacement<R>, StoreError>,
) -> Result<R, StoreError> {
    let path = &places.registry;
    let _lock = hold(places, lock::TO_CHANGE)?;
    for _ in 0..ATTEMPTS {
        let made = patiently(|| {
            let previous = read(path, SIZE_LIMIT)?;
            let made = make(previous.as_deref())?;
            Ok((previous, made))
        });
        if let Err(StoreError::Unreadable { .. }) = made {
            // The message says what is wrong; that there is a copy helps whoever mends it.
            let _ = backup::keep_unreadable(places, now);
        }
        let (previous, made) = made?;
        let Replacement { contents, before, after, kind, result } = made;
        let temp = atomic::write_beside(path, &contents)?;
        // As late as can be: writing and syncing took the longest.
        if read(path, SIZE_LIMIT)? != previous {
            continue;
        }
        let moving = pins::Moving::begin(places, before.as_ref(), &after, kind)?;
        settings::keep_browsers(places, &after.moves())?;
        if previous.is_some() {
            backup::keep(places, path, now, before.is_some())
                .map_err(|error| StoreError::Save { path: places.backups(), error })?;
        }
        if temp.put_in_place(previous.as_deref())? == Placed::Overtaken {
            continue;
        }
        moving.end();
        backup::keep_last(places, &contents);
        return Ok(result);
    }
    let error = io::Error::other("another program keeps changing the file");
    Err(StoreError::Save { path: path.clone(), error })
}

/// Makes the folders, takes the lock and cleans up after saves that were killed.
fn hold(places: &Places, longest: Duration) -> Result<fs::File, StoreError> {
    ensure_folder_of_chosen(places)?;
    for folder in [folder_of(&places.registry), &places.data] {
        atomic::create_private_folder(folder).map_err(|error| StoreError::Save { path: folder.to_owned(), error })?;
    }
    if places.registry == places.lock() {
        let error = io::Error::other("this is the name of the lock; the registry needs another");
        return Err(StoreError::Save { path: places.registry.clone(), error });
    }
    pins::prepare(places)?;
    let lock = lock::acquire(&places.lock(), longest)?;
    backup::rescue(places, atomic::sweep(&places.registry));
    // These are put in place without taking anything out.
    let _ = [places.pins(), places.last_import()].map(|file| atomic::sweep(&file));
    atomic::sweep_all(&places.backups());
    Ok(lock)
}

/// Reads the registry that is to be changed.
fn writable(places: &Places, previous: Option<&[u8]>) -> Result<Registry, StoreError> {
    let path = &places.registry;
    let Some(bytes) = previous else { return ensure_not_gone(places).map(|()| Registry::default()) };
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
    if text.len() as u64 > SIZE_LIMIT {
        // It could be written, and never be read again.
        let error = io::Error::other(format!("the registry would be larger than {} MB", SIZE_LIMIT >> 20));
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

fn parse(path: &Path, bytes: &[u8]) -> Result<format::Document, StoreError> {
    format::parse(bytes).map_err(|error| match error.newer_schema {
        Some(schema) => StoreError::Newer { path: path.to_owned(), schema },
        None => StoreError::Unreadable { path: path.to_owned(), error },
    })
}

/// Reads a regular file of bounded size; a missing one is `None`.
fn read(path: &Path, limit: u64) -> Result<Option<Vec<u8>>, StoreError> {
    let fail = |error| StoreError::Io { path: path.to_owned(), error };
    // Looked at before it is opened: opening a FIFO would wait for ever.
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.symlink_metadata().is_err() => {
            return Ok(None);
        }
        Err(error) => return Err(fail(error)),
        Ok(file) if !file.is_file() => return Err(fail(io::Error::other("not a regular file"))),
        Ok(file) if file.len() > limit => {
            return Err(fail(io::Error::other(format!("larger than {} MB", limit >> 20))));
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
