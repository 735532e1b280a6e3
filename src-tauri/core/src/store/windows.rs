//! Where windows stood last, on disk.

use super::{StoreError, atomic, read};
use crate::{
    format::{parse_window_place, render_window_place},
    places::{Places, WindowPlace},
};

/// The biggest file that is read, in bytes.
const LIMIT: u64 = 64 * 1024;

/// Returns where the customers window stood last, if that is known.
pub fn window_place(places: &Places) -> Option<WindowPlace> {
    parse_window_place(&read(&places.windows(), LIMIT).ok()??)
}

/// Remembers where the customers window stands.
///
/// # Errors
///
/// It could not be written down.
pub fn set_window_place(places: &Places, place: &WindowPlace) -> Result<(), StoreError> {
    atomic::create_private_folder(&places.state)
        .map_err(|error| StoreError::Save { path: places.state.clone(), error })?;
    atomic::write_beside(&places.windows(), render_window_place(place).as_bytes())?.replace()
}
