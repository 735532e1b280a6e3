//! The settings on disk.

use std::io;

use super::{
    StoreError,
    atomic::{self, Placed},
    read,
};
use crate::{
    format::{self, FormatError, SIZE_LIMIT},
    hotkey::Hotkey,
    places::Places,
    settings::Settings,
};

/// How often a change is made anew on what another program wrote in the last moment.
const TRIES: usize = 20;

/// Reads the settings. No file yet is nothing set.
///
/// # Errors
///
/// The file cannot be read.
pub fn settings(places: &Places) -> Result<Settings, StoreError> {
    match read(&places.settings(), SIZE_LIMIT)? {
        Some(bytes) => format::parse_settings(&bytes).map_err(|error| unreadable(places, error)),
        None => Ok(Settings::default()),
    }
}

/// Writes down which keys bring up quick open, or that none do. What else is set stays, also what another program sets in the same moment.
///
/// # Errors
///
/// The settings cannot be read or not be saved; they are as they were then.
pub fn set_hotkey(places: &Places, keys: Option<&Hotkey>) -> Result<(), StoreError> {
    let path = places.settings();
    atomic::create_private_folder(&places.config)
        .map_err(|error| StoreError::Save { path: places.config.clone(), error })?;
    // Not under the registry's lock: before there are pins, that file says that some were lost.
    for _ in 0..TRIES {
        let before = read(&path, SIZE_LIMIT)?;
        let after = format::with_hotkey(before.as_deref().unwrap_or_default(), keys)
            .map_err(|error| unreadable(places, error))?;
        if atomic::write_beside(&path, after.as_bytes())?.put_in_place(before.as_deref())? == Placed::Done {
            return Ok(());
        }
    }
    Err(StoreError::Save { path, error: io::Error::other("another program changes it all the time") })
}

fn unreadable(places: &Places, error: FormatError) -> StoreError {
    StoreError::Settings { path: places.settings(), error }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::{settings::HotkeySetting, store::tests::home};

    #[test]
    fn a_choice_is_kept_and_a_file_that_cannot_be_read_is_left_alone() {
        let home = home();
        let keys: Hotkey = "Ctrl+Alt+KeyP".parse().unwrap();
        set_hotkey(&home.places, Some(&keys)).unwrap();
        assert_eq!(settings(&home.places).unwrap().hotkey, HotkeySetting::Keys(Ok(keys.clone())));
        set_hotkey(&home.places, None).unwrap();
        assert_eq!(settings(&home.places).unwrap().hotkey, HotkeySetting::Off);

        fs::write(home.places.settings(), "{ \"history\": fals").unwrap();
        assert!(matches!(set_hotkey(&home.places, Some(&keys)), Err(StoreError::Settings { .. })));
        assert_eq!(fs::read_to_string(home.places.settings()).unwrap(), "{ \"history\": fals");
    }
}
