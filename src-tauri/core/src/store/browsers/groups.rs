//! The profile groups of Firefox, which are data bases of SQLite.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Error, OpenFlags};

use crate::browser::BadFile;

/// The most profiles of a group that are read.
const MOST: usize = 10_000;

/// Reads path and name of each profile of a group. No data base is no profile.
///
/// # Errors
///
/// Why it cannot be read.
pub(super) fn profiles(file: &Path) -> Result<Vec<(String, String)>, BadFile> {
    if !file.is_file() {
        return Ok(Vec::new());
    }
    read(file).map_err(|error| match error {
        Error::SqliteFailure(failure, _) if failure.code == rusqlite::ErrorCode::DatabaseBusy => BadFile::InUse,
        _ => BadFile::Foreign,
    })
}

fn read(file: &Path) -> rusqlite::Result<Vec<(String, String)>> {
    let data_base =
        Connection::open_with_flags(address(file), OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI)?;
    // Firefox holds it for moments only.
    data_base.busy_timeout(std::time::Duration::from_millis(200))?;
    let mut query = data_base.prepare("SELECT path, name FROM Profiles ORDER BY id")?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.take(MOST).collect()
}

/// Returns the address of a data base. While Firefox runs, its newest lines stand in a file beside it; without that file the data base
/// is whole, and is read so that SQLite makes no files of its own there.
fn address(file: &Path) -> String {
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    let is_whole = !PathBuf::from(log).is_file();
    let mut address = String::from("file:");
    let text = file.to_string_lossy().replace('\\', "/");
    if !text.starts_with('/') {
        address.push('/');
    }
    // What would end the path of an address.
    address += &text.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    address += if is_whole { "?mode=ro&immutable=1" } else { "?mode=ro" };
    address
}
