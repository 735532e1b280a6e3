//! Portico's plugin in the folder of a launcher that keeps plugins: a folder of two files.

use std::{fs, io, path::Path};

use super::{StoreError, atomic, atomic::Durably};

/// What describes the plugin, and its picture.
const FILES: [&str; 2] = ["plugin.json", "portico.png"];

/// Writes the plugin.
///
/// # Errors
///
/// It could not be written.
pub fn put_plugin(folder: &Path, plugin: &str, icon: &[u8]) -> Result<(), StoreError> {
    atomic::create_private_folder(folder).map_err(|error| StoreError::Save { path: folder.to_owned(), error })?;
    for (name, bytes) in FILES.into_iter().zip([plugin.as_bytes(), icon]) {
        let path = folder.join(name);
        atomic::write_plainly(&path, bytes, Durably::No).map_err(|error| StoreError::Save { path, error })?;
    }
    Ok(())
}

/// Removes the plugin, if one with this ID is there, and its folder unless it holds something else.
///
/// # Errors
///
/// It could not be removed.
pub fn remove_plugin(folder: &Path, id: &str) -> Result<(), StoreError> {
    if !fs::read_to_string(folder.join(FILES[0])).is_ok_and(|text| text.contains(id)) {
        return Ok(());
    }
    for name in FILES {
        let path = folder.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(StoreError::Save { path, error }),
            _ => {}
        }
    }
    // What somebody else put there stays.
    let _ = fs::remove_dir(folder);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plugin_of_ours_is_removed() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("Plugins/Portico");
        remove_plugin(&folder, "ID").unwrap();
        put_plugin(&folder, r#"{"ID":"OTHER"}"#, b"png").unwrap();
        remove_plugin(&folder, "MINE").unwrap();
        assert!(folder.join("portico.png").exists());
        put_plugin(&folder, r#"{"ID":"MINE"}"#, b"png").unwrap();
        fs::write(folder.join("notes.txt"), "").unwrap();
        remove_plugin(&folder, "MINE").unwrap();
        let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["notes.txt"]);
    }
}
