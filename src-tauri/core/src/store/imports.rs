//! Lists on their way in and out: read within bounds, saved with what takes an import back, and exported durably.

use std::{fs, io, path::Path};

use jiff::Timestamp;

use super::{StoreError, atomic, read, update};
use crate::{
    display,
    format::{self, IMPORT_LIMIT},
    import::{self, Done, Plan, Reverted},
    places::Places,
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
        None => Err(StoreError::Io { path: path.to_owned(), error: io::Error::other("there is no such file") }),
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
        // Before the registry: what an import did is known also when it was killed right after it.
        save(places, &Done::of(&plan, source, now))?;
        plan.apply(registry)?;
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
    format::parse_import(&bytes).map(Some).map_err(|error| StoreError::Unreadable { path, error })
}

/// Takes the last import back: what it set and nobody has changed since.
///
/// # Errors
///
/// As [`update`].
pub fn undo_import(places: &Places, now: Timestamp, done: &Done) -> Result<Reverted, StoreError> {
    let reverted = update(places, now, |registry| {
        let reverted = done.reverted(registry);
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

/// Returns the registry's own text, with all fields, also those that Portico does not know.
///
/// # Errors
///
/// As [`super::load`].
pub fn export_json(places: &Places) -> Result<String, StoreError> {
    let registry = super::load(places)?.registry;
    let previous = read(&places.registry, format::SIZE_LIMIT)?;
    format::render(previous.as_deref(), &registry)
        .map_err(|error| StoreError::Unreadable { path: places.registry.clone(), error })
}

/// Writes an export into a file, durably. One that is there is replaced.
///
/// # Errors
///
/// It could not be written; or the file is the registry, or one of Portico's own.
pub fn write_export(places: &Places, path: &Path, contents: &[u8]) -> Result<(), StoreError> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let own = [
        places.registry.clone(),
        places.lock(),
        places.pins(),
        places.history(),
        places.settings(),
        places.last_import(),
    ];
    if own.iter().any(|own| target == fs::canonicalize(own).unwrap_or_else(|_| own.clone())) {
        let error = io::Error::other(format!("{} is a file of Portico's own", display::path(path)));
        return Err(StoreError::Save { path: path.to_owned(), error });
    }
    if path.exists() && !path.is_file() {
        // A device or a pipe is written into.
        return fs::write(path, contents).map_err(|error| StoreError::Save { path: path.to_owned(), error });
    }
    atomic::write_beside(path, contents)?.replace()
}
