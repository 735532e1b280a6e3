//! Starting at login on desktops that follow the XDG autostart specification: an entry in a folder of theirs.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{StoreError, atomic};
use crate::launcher::entry::quoted;

/// The name of the entry, which is the application's.
const ENTRY: &str = "io.portico.Portico.desktop";

/// Returns true when the desktop starts Portico at login. An entry that somebody switched off with `Hidden=true` does not count.
pub fn starts_at_login(folder: &Path) -> bool {
    fs::read_to_string(folder.join(ENTRY)).is_ok_and(|entry| !entry.lines().any(|line| line.trim() == "Hidden=true"))
}

/// Has the desktop start this program at login, without a window.
///
/// # Errors
///
/// The entry could not be written.
pub fn start_at_login(folder: &Path, program: &Path) -> Result<(), StoreError> {
    atomic::create_private_folder(folder).map_err(|error| StoreError::Save { path: folder.to_owned(), error })?;
    let entry = format!(
        "[Desktop Entry]\nType=Application\nName=Portico\nComment=Open a customer's Microsoft portal\n\
         Exec={} --background\nIcon=io.portico.Portico\nTerminal=false\nX-GNOME-Autostart-enabled=true\n",
        quoted(&program.to_string_lossy())
    );
    atomic::write_beside(&folder.join(ENTRY), entry.as_bytes())?.replace()
}

/// Has the desktop not start Portico any more.
///
/// # Errors
///
/// The entry could not be removed.
pub fn no_start_at_login(folder: &Path) -> Result<(), StoreError> {
    let path: PathBuf = folder.join(ENTRY);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StoreError::Save { path, error }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_switched_on_can_be_switched_off() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("autostart");
        assert!(!starts_at_login(&folder));
        no_start_at_login(&folder).unwrap();
        start_at_login(&folder, Path::new("/opt/100 %/portico-tray")).unwrap();
        assert!(starts_at_login(&folder));
        let entry = fs::read_to_string(folder.join(ENTRY)).unwrap();
        assert!(entry.contains("\nExec=\"/opt/100 %%/portico-tray\" --background\n"), "{entry}");
        fs::write(folder.join(ENTRY), format!("{entry}Hidden=true\n")).unwrap();
        assert!(!starts_at_login(&folder), "the desktop's own settings switch it off so");
        no_start_at_login(&folder).unwrap();
        assert!(!folder.join(ENTRY).exists());
    }
}
