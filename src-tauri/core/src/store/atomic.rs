//! Replacing a file so that a crash at any moment leaves the old one or the new one.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use super::{
    StoreError, folder_of,
    swap::{self, Swapped},
};

const TEMP_SUFFIX: &str = "tmp";
const SWAP_SUFFIX: &str = "swap";

/// A file that is on disk, whole, under a name of its own, beside the one it is to replace.
///
/// It goes when it is dropped before that.
pub(super) struct Written<'a> {
    temp: NamedTempFile,
    contents: &'a [u8],
    path: PathBuf,
    target: PathBuf,
}

/// Writes a file with these contents beside `path`, durably.
///
/// A new file is private to the user; one that is there lends its permissions, and a link is followed, not replaced.
pub(super) fn write_beside<'a>(path: &Path, contents: &'a [u8]) -> Result<Written<'a>, StoreError> {
    let target = target_of(path);
    let folder = folder_of(&target);
    let not_saved = |error| StoreError::Save { path: path.to_owned(), error };
    let old = fs::metadata(&target).ok();
    if let Some(old) = &old {
        ensure_ours(old).map_err(not_saved)?;
    }

    // The temp file is 0600 from the start.
    let mut temp = temp_in(folder, path).map_err(not_saved)?;
    temp.write_all(contents).map_err(not_saved)?;
    if let Some(old) = old {
        temp.as_file().set_permissions(old.permissions()).map_err(not_saved)?;
    }
    // fsync first: without it the rename can reach the disk before the contents (and some systems report a failed
    // write only here).
    temp.as_file().sync_all().map_err(not_saved)?;
    Ok(Written { temp, contents, path: path.to_owned(), target })
}

/// What became of a file that was to be put in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Placed {
    /// It is there.
    Done,
    /// Another program changed the file in the last moment. What it wrote stands there.
    Overtaken,
}

impl Written<'_> {
    /// Replaces the file, if its contents are still these, or if it is still missing where there are none.
    ///
    /// Whoever looks sees the old one or the new one, also after a crash.
    pub(super) fn put_in_place(self, previous: Option<&[u8]>) -> Result<Placed, StoreError> {
        let not_saved = |path: &Path, error| StoreError::Save { path: path.to_owned(), error };
        let Some(previous) = previous else {
            return match self.temp.persist_noclobber(&self.target) {
                Ok(_) => synced(&self.path, &self.target),
                Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(Placed::Overtaken),
                Err(error) => Err(not_saved(&self.path, error.error)),
            };
        };
        let Self { temp, contents, path, target } = self;
        let temp = Swapping::named(temp).map_err(|error| not_saved(&path, error))?;
        match swap::in_place(&temp.0, &target, previous, contents) {
            // The link was set on another file in the last moment: that one is the registry now, and lacks the change.
            Ok(Swapped::Done) if target_of(&path) != target => {
                // Not where the link itself came in the file's place: then what was put there is gone already.
                if target.symlink_metadata().is_ok_and(|file| file.is_file()) {
                    swap::back(&temp.0, &target);
                }
                Ok(Placed::Overtaken)
            }
            Ok(Swapped::Done) => synced(&path, &target),
            Ok(Swapped::Overtaken) => Ok(Placed::Overtaken),
            Ok(Swapped::Unsupported) => {
                fs::rename(&temp.0, &target).map_err(|error| not_saved(&path, error))?;
                synced(&path, &target)
            }
            Err(error) => Err(not_saved(&path, error)),
        }
    }

    /// Replaces the file, whatever it is now.
    pub(super) fn replace(self) -> Result<(), StoreError> {
        let Self { temp, path, target, .. } = self;
        if let Err(error) = temp.persist(&target) {
            return Err(StoreError::Save { path, error: error.error });
        }
        synced(&path, &target).map(drop)
    }
}

/// A file that changes names with another one. After that its name holds what was taken out, until it is removed on drop;
/// when the process is killed before that, [`sweep`] finds it.
struct Swapping(PathBuf);

impl Swapping {
    fn named(temp: NamedTempFile) -> io::Result<Self> {
        let path = temp.path().with_extension(SWAP_SUFFIX);
        temp.persist_noclobber(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Swapping {
    fn drop(&mut self) {
        // One that stays is looked at and removed next time.
        let _ = fs::remove_file(&self.0);
    }
}

fn synced(path: &Path, target: &Path) -> Result<Placed, StoreError> {
    match sync_folder(folder_of(target)) {
        Ok(()) => Ok(Placed::Done),
        Err(error) => Err(StoreError::Unknown { path: path.to_owned(), error }),
    }
}

/// Whether to wait for the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Durably {
    Yes,
    /// For copies of what is on disk already.
    No,
}

/// Puts a file into a folder of ours, whole or not at all.
pub(super) fn write_plainly(path: &Path, contents: &[u8], durably: Durably) -> io::Result<()> {
    let mut temp = temp_in(folder_of(path), path)?;
    temp.write_all(contents)?;
    if durably == Durably::Yes {
        temp.as_file().sync_all()?;
    }
    temp.persist(path)?;
    Ok(())
}

/// A rename would get around a mark that somebody set for a reason, and around whose file it is.
fn ensure_ours(file: &fs::Metadata) -> io::Result<()> {
    if file.permissions().readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is marked read-only"));
    }
    match foreign_owner(file) {
        Some(owner) => Err(io::Error::new(io::ErrorKind::PermissionDenied, format!("the file belongs to {owner}"))),
        None => Ok(()),
    }
}

/// Returns whose a file is, if it is another user's and not shared with a group: replaced it would become ours, and its
/// owner could not use it any more.
#[cfg(unix)]
pub(super) fn foreign_owner(file: &fs::Metadata) -> Option<String> {
    use std::os::unix::fs::MetadataExt;

    let (owner, shared) = (file.uid(), file.mode() & 0o022 != 0);
    let foreign = owner != rustix::process::geteuid().as_raw() && !shared;
    foreign.then(|| if owner == 0 { "root".to_owned() } else { format!("another user (user ID {owner})") })
}

#[cfg(not(unix))]
pub(super) fn foreign_owner(_: &fs::Metadata) -> Option<String> {
    None
}

/// Returns the file itself where the path is a link.
fn target_of(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Makes an empty temp file for a file, in a folder.
fn temp_in(folder: &Path, path: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(&temp_prefix(path)).suffix(&format!(".{TEMP_SUFFIX}")).tempfile_in(folder)
}

/// Returns how the names of temp files for this file begin, which is not how another file's do.
fn temp_prefix(path: &Path) -> String {
    format!(".{}.", path.file_name().unwrap_or_default().to_string_lossy())
}

/// Removes the temp files of saves that were killed, and returns what such saves had taken out of the file's place. Only
/// under the lock: there is no other save of ours then.
///
/// On a shared folder another machine may be saving; its save then fails, says so, and nothing is lost.
pub(super) fn sweep(path: &Path) -> Vec<PathBuf> {
    let prefix = temp_prefix(path);
    let ours = files_in(folder_of(&target_of(path)), |name| name.starts_with(&prefix));
    let has = |file: &Path, suffix: &str| file.extension().is_some_and(|extension| extension == suffix);
    remove(ours.iter().filter(|file| has(file, TEMP_SUFFIX)));
    ours.into_iter().filter(|file| has(file, SWAP_SUFFIX)).collect()
}

/// Removes all temp files of a folder of ours. Only under the lock.
pub(super) fn sweep_all(folder: &Path) {
    remove(files_in(folder, |name| name.starts_with('.') && name.ends_with(".tmp")).iter());
}

fn files_in(folder: &Path, is_one: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter(|entry| is_one(&entry.file_name().to_string_lossy())).map(|entry| entry.path()).collect()
}

fn remove<'a>(files: impl Iterator<Item = &'a PathBuf>) {
    for file in files {
        // One that stays is swept next time.
        let _ = fs::remove_file(file);
    }
}

/// Makes a folder with all above it, readable by the user alone; one that is there stays as it is.
pub(super) fn create_private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes the rename durable. Windows has no such call; NTFS journals the rename.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
