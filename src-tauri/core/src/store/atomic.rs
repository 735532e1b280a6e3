//! Replacing a file so that a crash at any moment leaves the old one or the new one.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use super::{StoreError, folder_of};

const TEMP_PREFIX: &str = ".registry.json.";
const TEMP_SUFFIX: &str = ".tmp";

/// A file that is on disk, whole, under a name of its own, beside the one it is to replace.
///
/// It goes when it is dropped before that.
pub(super) struct Written {
    temp: NamedTempFile,
    path: PathBuf,
    target: PathBuf,
}

/// Writes a file with these contents beside `path`, durably.
///
/// A new file is private to the user; one that is there lends its permissions, and a link is followed, not replaced.
pub(super) fn write_beside(path: &Path, contents: &[u8]) -> Result<Written, StoreError> {
    let target = target_of(path);
    let folder = folder_of(&target);
    let not_saved = |error| StoreError::Save { path: path.to_owned(), error };
    let old = fs::metadata(&target).ok();
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        // A rename would get around the mark, which somebody has set for a reason.
        return Err(not_saved(io::Error::new(io::ErrorKind::PermissionDenied, "the file is marked read-only")));
    }

    // The temp file is 0600 from the start.
    let mut temp =
        tempfile::Builder::new().prefix(TEMP_PREFIX).suffix(TEMP_SUFFIX).tempfile_in(folder).map_err(not_saved)?;
    temp.write_all(contents).map_err(not_saved)?;
    if let Some(old) = old {
        temp.as_file().set_permissions(old.permissions()).map_err(not_saved)?;
    }
    // fsync first: without it the rename can reach the disk before the contents (and some systems report a failed
    // write only here).
    temp.as_file().sync_all().map_err(not_saved)?;
    Ok(Written { temp, path: path.to_owned(), target })
}

impl Written {
    /// Replaces the file: whoever looks sees the old one or the new one, also after a crash.
    pub(super) fn put_in_place(self) -> Result<(), StoreError> {
        let Self { temp, path, target } = self;
        if let Err(error) = temp.persist(&target) {
            return Err(StoreError::Save { path, error: error.error });
        }
        sync_folder(folder_of(&target)).map_err(|error| StoreError::Unknown { path, error })
    }
}

/// Returns the file itself where the path is a link.
fn target_of(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Removes the temp files of saves that were killed. Only under the lock: there is no other save of ours then.
///
/// On a shared folder another machine may be saving; its save then fails, says so, and nothing is lost.
pub(super) fn sweep(path: &Path) {
    let Ok(entries) = fs::read_dir(folder_of(&target_of(path))) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(TEMP_PREFIX) && name.ends_with(TEMP_SUFFIX) {
            // One that stays is swept next time.
            let _ = fs::remove_file(entry.path());
        }
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
