//! The customers' entries in the desktop's launcher, kept in step with what is known.

use std::{
    env,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use portico_core::{
    places::{self, Places},
    registry::Registry,
    settings::{Entries, PortalSettings},
    store::{self, StoreError},
};
use tauri::{AppHandle, Manager};

use crate::{
    ipc::Failure,
    state::{State, lock},
};

/// What the entries were made of last.
#[derive(Debug, Default)]
pub(crate) struct Followed(Mutex<Option<(Entries, PortalSettings, Arc<Registry>)>>);

/// Has the entries follow what is known, if that is something else than before. What fails is tried again at the next look;
/// `portico doctor` tells it.
pub(crate) fn follow(app: &AppHandle) {
    let state = app.state::<State>();
    let known = state.known();
    let Some(places) = known.places else { return };
    let mut followed = lock(&state.entries.0);
    let is_done = match &*followed {
        Some((entries, portals, registry)) => {
            *entries == known.settings.entries
                && *portals == known.settings.portals
                && Arc::ptr_eq(registry, &known.registry)
        }
        // Where none were chosen there are none.
        None => known.settings.entries == Entries::None,
    };
    if !is_done && apply(&places).is_ok() {
        *followed = Some((known.settings.entries, known.settings.portals, known.registry));
    }
}

/// Returns true where the desktop's launcher can have entries.
pub(crate) fn are_possible() -> bool {
    places::entry_folders().is_some()
}

/// Writes and removes entries as it was just chosen.
///
/// # Errors
///
/// Not all of them could be written or removed.
pub(crate) fn set(places: &Places) -> Result<(), Failure> {
    apply(places).map_err(|error| Failure::not_saved(&error))
}

fn apply(places: &Places) -> Result<(), StoreError> {
    let Some(program) = program() else { return Ok(()) };
    store::choose_entries(places, &program).map(drop)
}

/// Returns the program that entries start, which lies beside this one.
fn program() -> Option<PathBuf> {
    let name = format!("portico{}", env::consts::EXE_SUFFIX);
    Some(env::current_exe().ok()?.with_file_name(name)).filter(|path| path.is_file())
}
