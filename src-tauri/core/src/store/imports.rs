//! Lists on their way in and out: read within bounds, saved with what takes an import back, and exported durably.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use super::{StoreError, atomic, folder_of, pins::name_of, read, update};
use crate::{
    cloud::Identity,
    format::{self, IMPORT_LIMIT},
    import::{self, Done, Plan, Reverted},
    places::{Places, absolute},
    registry::Registry,
};

/// Reads a list to import: a regular file of at most [`import::SIZE_LIMIT`] bytes.
///
/// # Errors
///
/// It cannot be read, or is none.
pub fn read_list(path: &Path) -> Result<Vec<u8>, StoreError> {
    match read(path, import::SIZE_LIMIT)? {
        Some(bytes) => Ok(bytes),
        None => {
            let error = fs::metadata(path).err().unwrap_or_else(|| io::ErrorKind::NotFound.into());
            Err(StoreError::Io { path: path.to_owned(), error })
        }
    }
}

/// Does what `plan` makes of the registry as it is on disk then, in one save, and remembers how to take it back.
///
/// `source` names the list for people.
///
/// # Errors
///
/// As [`update`].
pub fn import(
    places: &Places,
    now: Timestamp,
    source: &str,
    plan: impl Fn(&Registry) -> Plan,
) -> Result<Plan, StoreError> {
    let path = places.last_import();
    let previous = read(&path, IMPORT_LIMIT).ok().flatten();
    let imported = update(places, now, |registry| {
        let plan = plan(registry);
        if !plan.is_empty() {
            // Before the registry: what an import did is known also when it was killed right after it.
            save(places, &Done::of(&plan, source, &name_of(places), now))?;
            plan.apply(registry)?;
        }
        Ok::<_, StoreError>(plan)
    });
    match &imported {
        // The new registry is in place.
        Ok(_) | Err(StoreError::Unknown { .. }) => {}
        // The import before is the last one still. Should that not be written, there is just nothing to take back.
        Err(_) => {
            let _ = match &previous {
                Some(text) => atomic::write_beside(&path, text).and_then(atomic::Written::replace).is_ok(),
                None => fs::remove_file(&path).is_ok(),
            };
        }
    }
    imported
}

/// Returns what the last import did; nothing when there was none, or it has been taken back.
///
/// # Errors
///
/// The file that tells it cannot be read.
pub fn last_import(places: &Places) -> Result<Option<Done>, StoreError> {
    let path = places.last_import();
    let Some(bytes) = read(&path, IMPORT_LIMIT)? else { return Ok(None) };
    let done = format::parse_import(&bytes).map_err(|error| StoreError::Unreadable { path, error })?;
    // What was imported into another registry is none of this one's.
    Ok(Some(done).filter(|done| done.registry == name_of(places)))
}

/// Finds what of an import can be taken back now.
///
/// # Errors
///
/// As [`super::load`].
pub fn revertible(places: &Places, done: &Done) -> Result<Reverted, StoreError> {
    let registry = super::load(places)?.registry;
    Ok(done.reverted(&registry, &unknown(places)?))
}

/// Returns the fields that Portico does not know of each tenant that has some.
fn unknown(places: &Places) -> Result<HashMap<Identity, String>, StoreError> {
    Ok(read(&places.registry, format::SIZE_LIMIT)?.map(|bytes| format::unknown_of_all(&bytes)).unwrap_or_default())
}

/// Takes the last import back: what it set and nobody has changed since.
///
/// # Errors
///
/// As [`update`].
pub fn undo_import(places: &Places, now: Timestamp, done: &Done) -> Result<Reverted, StoreError> {
    let reverted = update(places, now, |registry| {
        let reverted = done.reverted(registry, &unknown(places)?);
        reverted.apply(registry)?;
        Ok::<_, StoreError>(reverted)
    })?;
    // Taking it back again would find nothing, so that one left behind does no harm.
    let _ = fs::remove_file(places.last_import());
    Ok(reverted)
}

fn save(places: &Places, done: &Done) -> Result<(), StoreError> {
    atomic::create_private_folder(&places.state)
        .map_err(|error| StoreError::Save { path: places.state.clone(), error })?;
    atomic::write_beside(&places.last_import(), format::render_import(done).as_bytes())?.replace()
}

/// Returns the registry file's own text, without a byte order mark; that of an empty one where there is none yet.
///
/// # Errors
///
/// As [`super::load`].
pub fn export_json(places: &Places) -> Result<String, StoreError> {
    let registry = super::load(places)?.registry;
    let unreadable = |error| StoreError::Unreadable { path: places.registry.clone(), error };
    match read(&places.registry, format::SIZE_LIMIT)? {
        Some(bytes) => format::text_of(&bytes).map(str::to_owned).map_err(unreadable),
        None => format::render(None, &registry).map_err(unreadable),
    }
}

/// Writes an export into a file, durably. One that is there is replaced.
///
/// # Errors
///
/// It could not be written; or the file is one of Portico's own.
pub fn write_export(places: &Places, path: &Path, contents: &[u8]) -> Result<(), StoreError> {
    let fail = |error| StoreError::Save { path: path.to_owned(), error };
    let path = absolute(path);
    if !folder_of(&path).is_dir() {
        return Err(fail(io::Error::other("its folder is not there")));
    }
    let target = settled(&path);
    let own = [
        places.registry.clone(),
        places.lock(),
        places.pins(),
        places.history(),
        places.settings(),
        places.last_import(),
    ];
    let is_own = own.iter().any(|own| target == settled(own)) || target.parent() == Some(&settled(&places.backups()));
    if is_own {
        return Err(fail(io::Error::other("Portico keeps its own data there")));
    }
    if path.exists() && !path.is_file() {
        // A device or a pipe is written into.
        return fs::write(&path, contents).map_err(fail);
    }
    atomic::write_beside(&path, contents)?.replace()
}

/// Returns a path without links in it, whether the file is there or not.
fn settled(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    // A link may lead to a file that is still to come.
    for _ in 0..40 {
        match fs::read_link(&path) {
            Ok(to) => path = folder_of(&path).join(to),
            Err(_) => break,
        }
    }
    match (fs::canonicalize(folder_of(&path)), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path,
    }
}
