//! Dated backups of the registry, one before each change, the last twenty.
//!
//! A backup is named after the moment it was made, in UTC: `registry.2026-11-12T03-04-05.678Z.json`. A file that could not be
//! read is kept as well, as `registry.2026-11-12T03-04-05.678Z.broken`, the last twenty of those too. `registry.last.json` is
//! what Portico saved last.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use super::{
    StoreError,
    atomic::{self, Durably},
};
use crate::{format, places::Places};

/// How many backups are kept.
pub const KEPT: usize = 20;

const PREFIX: &str = "registry.";
const SUFFIX: &str = ".json";
const BROKEN: &str = ".broken";
const LAST: &str = "registry.last.json";

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The name of its file.
    pub name: String,
    /// The file.
    pub path: PathBuf,
}

impl Backup {
    /// Returns when it was made; nothing for the copy of what was saved last, whose name does not say it.
    pub fn moment(&self) -> Option<Timestamp> {
        moment(&self.name)
    }
}

/// Returns the backups, newest first. No folder yet is none.
///
/// # Errors
///
/// The folder cannot be read.
pub fn list(places: &Places) -> Result<Vec<Backup>, StoreError> {
    let folder = places.backups();
    names(&folder, SUFFIX)
        .map(|names| names.into_iter().rev().map(|name| Backup { path: folder.join(&name), name }).collect())
        .map_err(|error| StoreError::Io { path: folder, error })
}

/// Keeps the file as it is as a backup, and removes the oldest ones beyond [`KEPT`].
pub(super) fn keep(places: &Places, file: &Path, now: Timestamp, is_registry: bool) -> io::Result<()> {
    let folder = places.backups();
    atomic::create_private_folder(&folder)?;
    let suffix = if is_registry { SUFFIX } else { BROKEN };
    let names = names(&folder, suffix)?;
    copy(file, &folder.join(new_name(names.last(), now, suffix)))?;
    // The backup must outlive a power cut as surely as what replaces the file.
    atomic::sync_folder(&folder)?;
    for name in names.iter().take((names.len() + 1).saturating_sub(KEPT)) {
        // One too many does no harm.
        let _ = fs::remove_file(folder.join(name));
    }
    Ok(())
}

/// Returns the copy of the registry as Portico last saved it. It helps where the file itself got lost or broken.
pub fn last(places: &Places) -> Option<Backup> {
    let path = places.backups().join(LAST);
    path.is_file().then(|| Backup { name: LAST.to_owned(), path })
}

/// Keeps a copy of what was just saved. Of its own contents, not a second name: a program that writes into the registry's
/// file must not write into this one too.
pub(super) fn keep_last(places: &Places, contents: &[u8]) {
    let path = places.backups().join(LAST);
    let kept = atomic::create_private_folder(&places.backups())
        .and_then(|()| atomic::write_plainly(&path, contents, Durably::No));
    if kept.is_err() {
        // An older one would pass for the last.
        let _ = fs::remove_file(path);
    }
}

/// Keeps what a save had taken out of the registry's place when it was killed. It may be another program's last edit, which
/// is nowhere else; what is in the registry or in a backup already goes.
pub(super) fn rescue(places: &Places, taken_out: Vec<PathBuf>) {
    for taken_out in taken_out {
        let Ok(contents) = fs::read(&taken_out) else { continue };
        if is_elsewhere(places, &contents) || keep_taken_out(places, &taken_out, &contents).is_ok() {
            let _ = fs::remove_file(taken_out);
        }
    }
}

fn is_elsewhere(places: &Places, contents: &[u8]) -> bool {
    let backups = list(places).unwrap_or_default().into_iter().chain(last(places)).map(|backup| backup.path);
    contents.is_empty()
        || backups.chain([places.registry.clone()]).any(|file| fs::read(file).is_ok_and(|other| other == contents))
}

fn keep_taken_out(places: &Places, file: &Path, contents: &[u8]) -> io::Result<()> {
    let at = Timestamp::try_from(file.metadata()?.modified()?).map_err(io::Error::other)?;
    keep(places, file, at, format::parse(contents).is_ok())
}

/// Keeps a registry that cannot be read, unless that was done already. Whoever mends it may need what it was.
pub fn keep_unreadable(places: &Places, now: Timestamp) -> io::Result<()> {
    let kept = names(&places.backups(), BROKEN)?;
    let contents = fs::read(&places.registry)?;
    let is_kept =
        kept.last().is_some_and(|name| fs::read(places.backups().join(name)).is_ok_and(|old| old == contents));
    if is_kept { Ok(()) } else { keep(places, &places.registry, now, false) }
}

/// Keeps another file that cannot be read in a folder, under its name and the moment.
pub(super) fn keep_aside(file: &Path, folder: &Path, now: Timestamp) -> io::Result<()> {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    copy(file, &folder.join(format!("{stem}.{}{BROKEN}", stamped(now))))
}

/// Gives the file a second name, which costs nothing and cannot be torn; where that does not work, copies it.
fn copy(file: &Path, backup: &Path) -> io::Result<()> {
    let file = fs::canonicalize(file)?;
    if fs::hard_link(&file, backup).is_ok() {
        return Ok(());
    }
    atomic::write_plainly(backup, &fs::read(file)?, Durably::Yes)
}

/// Returns a name of this moment; or, where the clock was set back, of the one after the newest backup.
fn new_name(newest: Option<&String>, now: Timestamp, suffix: &str) -> String {
    let after_newest = newest.and_then(|name| moment(name)).map(|at| at.as_millisecond() + 1);
    let at = now.as_millisecond().max(after_newest.unwrap_or(i64::MIN));
    let at = Timestamp::from_millisecond(at).unwrap_or(now);
    format!("{PREFIX}{}{suffix}", stamped(at))
}

/// Returns a moment as it stands in names, where colons are not allowed everywhere.
fn stamped(at: Timestamp) -> String {
    format!("{}Z", at.strftime("%Y-%m-%dT%H-%M-%S%.3f"))
}

/// Returns the names of the backups in a folder, oldest first.
fn names(folder: &Path, suffix: &str) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        if let Ok(name) = entry?.file_name().into_string()
            && name.ends_with(suffix)
            && moment(&name).is_some()
        {
            names.push(name);
        }
    }
    // The names are made so that this is the order in time.
    names.sort_unstable();
    Ok(names)
}

/// Returns when a backup was made, which its name says; nothing for other files.
fn moment(name: &str) -> Option<Timestamp> {
    let rest = name.strip_prefix(PREFIX)?;
    let text = rest.strip_suffix(SUFFIX).or_else(|| rest.strip_suffix(BROKEN))?;
    let (day, time) = text.split_once('T')?;
    format!("{day}T{}", time.replace('-', ":")).parse().ok()
}
