//! The desktop entries on disk, kept in step with the registry. Only regular files with our name and our mark are ever touched.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

use super::{StoreError, atomic, atomic::Durably, load, lock, settings};
use crate::{
    launcher::entry::{self, File, OWN, PREFIX},
    places::{self, Places},
    portal::Catalogue,
    registry::Registry,
    settings::Entries,
};

/// What became of the entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entered {
    /// How many customers have one now.
    pub entries: usize,
    /// Files that are not Portico's and stand where an entry would.
    pub in_the_way: Vec<PathBuf>,
}

/// What is there, and what is to be.
struct Plan {
    folder: PathBuf,
    write: Vec<File>,
    remove: Vec<PathBuf>,
    own: Own,
    entered: Entered,
}

/// What becomes of Portico's own entry.
#[derive(Debug, PartialEq, Eq)]
enum Own {
    Stays,
    Becomes(String),
    Goes,
}

impl Plan {
    fn len(&self) -> usize {
        self.write.len() + self.remove.len() + usize::from(self.own != Own::Stays)
    }
}

/// Has the launcher's entries be as the settings have just come to say: those that are chosen, or none. Nothing is returned when
/// none are chosen, or where there can be none.
///
/// # Errors
///
/// The registry could not be read, and the entries are as they were; or not all of them could be written or removed.
pub fn choose_entries(places: &Places, program: &Path) -> Result<Option<Entered>, StoreError> {
    let entered = sync_entries(places, program)?;
    if entered.is_none() {
        clear_entries(places)?;
    }
    Ok(entered)
}

/// Has the launcher's entries follow the registry and the settings. Does nothing, and looks at nothing, when no entries are
/// chosen; nothing is returned then, or where there can be none.
///
/// # Errors
///
/// The registry could not be read, and the entries are as they were; or not all of them could be written.
pub fn sync_entries(places: &Places, program: &Path) -> Result<Option<Entered>, StoreError> {
    let Some((folder, _)) = places::entry_folders() else { return Ok(None) };
    if settings(places)?.entries == Entries::None {
        return Ok(None);
    }
    atomic::create_private_folder(&folder).map_err(|error| StoreError::Save { path: folder.clone(), error })?;
    // One after the other: who comes last has read the registry last.
    let _lock = lock_entries(places)?;
    plan(places, program)?.map(carry_out).transpose()
}

/// Removes all entries of customers, and the customers from Portico's own entry.
fn clear_entries(places: &Places) -> Result<(), StoreError> {
    let Some((folder, shared)) = places::entry_folders().filter(|(folder, _)| folder.is_dir()) else { return Ok(()) };
    let _lock = lock_entries(places)?;
    carry_out(planned(folder, &shared, Vec::new(), with_none)?).map(drop)
}

/// Returns how many entries of customers there are.
///
/// # Errors
///
/// The folder cannot be read.
pub fn entries_there() -> Result<usize, StoreError> {
    let Some((folder, _)) = places::entry_folders() else { return Ok(0) };
    Ok(ours(&folder)?.len())
}

/// Returns how many entries are not as the registry and the settings have it.
///
/// # Errors
///
/// Registry, settings or entries cannot be read.
pub fn entries_out_of_step(places: &Places, program: &Path) -> Result<usize, StoreError> {
    match settings(places)?.entries {
        Entries::None => entries_there(),
        _ => Ok(plan(places, program)?.map_or(0, |plan| plan.len())),
    }
}

fn lock_entries(places: &Places) -> Result<fs::File, StoreError> {
    lock::acquire_in_folder(&places.entries_lock(), lock::TO_CHANGE)
}

fn plan(places: &Places, program: &Path) -> Result<Option<Plan>, StoreError> {
    let Some((folder, shared)) = places::entry_folders() else { return Ok(None) };
    let settings = settings(places)?;
    let registry = load(places)?.registry;
    let catalogue = Catalogue::among(&settings.portals, &registry);
    let wanted = entry::files(&registry, &catalogue, &settings.entries, program);
    planned(folder, &shared, wanted, |text| entry::own(text, &registry, &settings.entries, program)).map(Some)
}

/// Compares what is there with what is wanted. `with_actions` puts the right actions into Portico's own entry.
fn planned(
    folder: PathBuf,
    shared: &[PathBuf],
    wanted: Vec<File>,
    with_actions: impl Fn(&str) -> String,
) -> Result<Plan, StoreError> {
    let there = ours(&folder)?;
    let own = own(&folder, shared, with_actions);
    let paths: BTreeSet<_> = wanted.iter().map(|file| folder.join(&file.name)).collect();
    let remove = there.keys().filter(|path| !paths.contains(*path)).cloned().collect();
    let mut entered = Entered::default();
    let mut write = Vec::new();
    for file in wanted {
        let path = folder.join(&file.name);
        let old = there.get(&path);
        if old.is_none() && path.symlink_metadata().is_ok() {
            entered.in_the_way.push(path);
            continue;
        }
        entered.entries += 1;
        if old != Some(&file.text) {
            write.push(file);
        }
    }
    Ok(Plan { folder, write, remove, own, entered })
}

/// Returns what is to become of Portico's own entry: one that `make install` put there is changed in place; one of the system has
/// a copy standing before it as long as there are customers among its actions.
fn own(folder: &Path, shared: &[PathBuf], with_actions: impl Fn(&str) -> String) -> Own {
    let path = folder.join(OWN);
    let old = text_of(&path);
    let base = match &old {
        Some(text) if entry::is_copy(text) => None,
        Some(text) if entry::is_ours(text) => Some(text.clone()),
        Some(_) => return Own::Stays,
        None if path.symlink_metadata().is_ok() => return Own::Stays,
        None => None,
    };
    let new = match base {
        Some(text) => Some(with_actions(&text)),
        None => shared.iter().find_map(|folder| fs::read_to_string(folder.join(OWN)).ok()).and_then(|text| {
            let copy = entry::copy(&text);
            Some(with_actions(&copy)).filter(|new| *new != with_none(&copy))
        }),
    };
    match (old, new) {
        (old, Some(new)) if old.as_ref() != Some(&new) => Own::Becomes(new),
        (Some(_), None) => Own::Goes,
        _ => Own::Stays,
    }
}

fn with_none(text: &str) -> String {
    entry::own(text, &Registry::default(), &Entries::None, Path::new(""))
}

fn carry_out(plan: Plan) -> Result<Entered, StoreError> {
    let Plan { folder, write, remove, own, entered } = plan;
    sweep(&folder);
    let not_saved = |path: &Path| {
        let path = path.to_owned();
        move |error| StoreError::Save { path, error }
    };
    // What must not be started any more goes first.
    for path in &remove {
        gone(path).map_err(not_saved(path))?;
    }
    for File { name, text } in &write {
        let path = folder.join(name);
        // Without waiting for the disk: what a power cut takes is written anew next time.
        atomic::write_plainly(&path, text.as_bytes(), Durably::No).map_err(not_saved(&path))?;
    }
    let path = folder.join(OWN);
    match own {
        Own::Stays => Ok(()),
        Own::Becomes(text) => atomic::write_plainly(&path, text.as_bytes(), Durably::Yes),
        Own::Goes => gone(&path),
    }
    .map_err(not_saved(&path))?;
    Ok(entered)
}

fn gone(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Removes what writes that were killed left.
fn sweep(folder: &Path) {
    let left = names(folder).unwrap_or_default();
    let is_left = |name: &&String| name.starts_with(".io.portico.Portico.") && name.ends_with(".tmp");
    for name in left.iter().filter(is_left) {
        // One that stays is swept next time.
        let _ = fs::remove_file(folder.join(name));
    }
}

/// Returns the entries of customers with their texts. An empty one is what a power cut left of ours.
fn ours(folder: &Path) -> Result<BTreeMap<PathBuf, String>, StoreError> {
    let names = names(folder).map_err(|error| StoreError::Io { path: folder.to_owned(), error })?;
    let named = names.iter().filter(|name| name.starts_with(PREFIX) && name.ends_with(".desktop"));
    let texts = named.map(|name| folder.join(name)).filter_map(|path| text_of(&path).map(|text| (path, text)));
    Ok(texts.filter(|(_, text)| text.is_empty() || entry::is_ours(text)).collect())
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
        Ok(entries) => Ok(entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect()),
    }
}

/// Reads a regular file that is no link.
fn text_of(path: &Path) -> Option<String> {
    path.symlink_metadata().ok().filter(fs::Metadata::is_file)?;
    fs::read_to_string(path).ok()
}
