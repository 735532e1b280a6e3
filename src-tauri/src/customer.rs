//! What is done with one customer besides opening it.

use jiff::Timestamp;
use portico_core::{
    display::safe,
    opening,
    store::{self, StoreError},
};
use tauri::{AppHandle, Manager};

use crate::{
    ipc::{self, Failure, FavoriteShape, OpenedShape},
    state::{Known, State},
    texts::{text, with},
    watch,
};

/// The most requests of the past that are shown.
const OPENED: usize = 24;

/// Makes a customer a favorite, or takes it from them, if it still has the name that the person saw.
///
/// # Errors
///
/// Why it was not done, for people.
pub(crate) fn set_favorite(app: &AppHandle, shape: &FavoriteShape) -> Result<(), Failure> {
    let state = app.state::<State>();
    let places = state.known().places.ok_or_else(|| Failure::refused("NoPlaces"))?;
    let identity = ipc::parsed(&shape.identity)?;
    let saved = store::update(&places, Timestamp::now(), |registry| {
        let mut tenant = registry.get(&identity).cloned().ok_or(StoreError::NoTenant(identity))?;
        if !opening::is_same_name(&shape.name, &tenant.name) {
            return Ok::<_, StoreError>(Some(tenant.name));
        }
        tenant.favorite = shape.favorite;
        registry.replace(&identity, tenant)?;
        Ok(None)
    });
    watch::look_again(app);
    match saved {
        Ok(None) => Ok(()),
        Ok(Some(name)) => Err(Failure::new("Renamed", with("customer.renamed", &[("name", &safe(&name))]))),
        Err(StoreError::NoTenant(_)) => Err(Failure::new("Gone", text("customer.gone"))),
        Err(error) => Err(Failure::not_saved(&error)),
    }
}

/// Returns what was opened of a customer, the last first.
///
/// # Errors
///
/// The history cannot be read.
pub(crate) fn history(known: &Known, identity: &str) -> Result<Vec<OpenedShape>, Failure> {
    let identity = ipc::parsed(identity)?;
    let places = known.places.as_ref().ok_or_else(|| Failure::refused("NoPlaces"))?;
    let entries = store::history(places, known.history_since())
        .map_err(|error| Failure::new("History", with("customer.no-history", &[("why", &safe(&error.to_string()))])))?;
    let of_this = entries.into_iter().rev().filter(|entry| entry.intent.identity == identity);
    Ok(of_this.take(OPENED).map(|entry| OpenedShape::of(entry, &known.catalogue)).collect())
}
