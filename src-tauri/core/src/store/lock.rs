//! The lock beside the registry.
//!
//! A side file and not the registry itself: each save puts another file in the registry's place. The lock file is never
//! deleted, because a waiting process may already have it open.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{self, Read, Seek, Write},
    path::Path,
    sync::mpsc,
    thread,
    time::Duration,
};

use super::{StoreError, atomic};

/// How long a change waits for its turn.
pub(super) const TO_CHANGE: Duration = Duration::from_secs(5);
/// How long a look waits: it can do without.
pub(super) const TO_LOOK: Duration = Duration::from_secs(1);

/// Waits for the lock, at most so long. It is released when the file is dropped, or the process ends.
pub(super) fn acquire(path: &Path, longest: Duration) -> Result<File, StoreError> {
    let fail = |error| StoreError::Save { path: path.to_owned(), error };
    let file = open(path).map_err(fail)?;
    let mut file = match file.try_lock() {
        Ok(()) => file,
        Err(TryLockError::Error(error)) => return Err(fail(error)),
        Err(TryLockError::WouldBlock) => match wait(file, longest) {
            Some(waited) => waited.map_err(fail)?,
            None => return Err(StoreError::Locked { path: path.to_owned(), holder: holder(path) }),
        },
    };
    // For the message of who has to wait; a full disk must not stop the lock.
    let _ = name_holder(&mut file);
    Ok(file)
}

/// The same where its folder may not be there yet.
pub(super) fn acquire_in_folder(path: &Path, longest: Duration) -> Result<File, StoreError> {
    let folder = super::folder_of(path);
    atomic::create_private_folder(folder).map_err(|error| StoreError::Save { path: folder.to_owned(), error })?;
    acquire(path, longest)
}

/// Stands in line for the lock; whoever only looks again now and then is overtaken by others. Nothing when it takes too long.
fn wait(file: File, longest: Duration) -> Option<io::Result<File>> {
    let (tell, told) = mpsc::channel();
    let waiting = thread::Builder::new().spawn(move || {
        let locked = file.lock().map(|()| file);
        // Nobody waits any more: dropping the file gives the lock to the next.
        let _ = tell.send(locked);
    });
    // A system that gives no thread gives no place in the line.
    waiting.ok()?;
    told.recv_timeout(longest).ok()
}

fn open(path: &Path) -> io::Result<File> {
    // What is written into the lock must not end up in another file.
    if path.symlink_metadata().is_ok_and(|file| !file.is_file()) {
        return Err(io::Error::other("the lock is not a regular file"));
    }
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn name_holder(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    write!(file, "process {}", std::process::id())
}

fn holder(path: &Path) -> String {
    let mut text = String::new();
    match File::open(path).and_then(|file| file.take(64).read_to_string(&mut text)) {
        Ok(1..) => crate::display::safe(&text).into_owned(),
        _ => "another process".to_owned(),
    }
}
