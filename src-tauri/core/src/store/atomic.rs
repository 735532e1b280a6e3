//! Replacing a file so that a crash at any moment leaves the old one or the new one.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

use super::StoreError;

/// Puts a file with these contents in the place of `path`, durably.
///
/// A new file is private to the user; an existing one keeps its permissions, and a link is followed, not replaced.
pub(super) fn replace(path: &Path, contents: &[u8]) -> Result<(), StoreError> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().unwrap_or(Path::new("."));
    let not_saved = |error| StoreError::Save {
        path: path.to_owned(),
        error,
    };

    // The temp file is 0600 from the start, and goes with this function unless it is kept.
    let mut temp = tempfile::Builder::new()
        .prefix(".registry.json.")
        .suffix(".tmp")
        .tempfile_in(folder)
        .map_err(not_saved)?;
    temp.write_all(contents).map_err(not_saved)?;
    if let Ok(old) = fs::metadata(&target) {
        temp.as_file()
            .set_permissions(old.permissions())
            .map_err(not_saved)?;
    }
    // fsync first: without it the rename can reach the disk before the contents (and some systems report a failed
    // write only here).
    temp.as_file().sync_all().map_err(not_saved)?;
    temp.persist(&target)
        .map_err(|error| not_saved(error.error))?;
    sync_folder(folder).map_err(|error| StoreError::Unknown {
        path: path.to_owned(),
        error,
    })
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
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}
