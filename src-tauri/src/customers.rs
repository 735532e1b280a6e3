//! Changing customers from the customers window: one by its form, or several at once, each with a way back.

use std::{
    collections::VecDeque,
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use jiff::Timestamp;
use portico_core::{
    changes::Made,
    cloud::Identity,
    display::safe,
    entering::{self, Entered, Field},
    merging, opening,
    places::Places,
    registry::Registry,
    store::{self, StoreError},
    tenant::Tenant,
};
use tauri::{AppHandle, Manager};

use crate::{
    ipc::{
        self, ChangeShape, ChangedShape, EntryShape, Failure, FavoriteShape, Messages, SaveAnswer, Shown, UndoneShape,
    },
    state::{State, lock},
    texts::{text, with},
    watch,
};

pub(crate) mod entry;

/// How many changes can be taken back. What is further back comes from the backups.
const UNDOS: usize = 50;

/// The last changes, with what takes them back.
#[derive(Debug, Default)]
pub(crate) struct Undos(Mutex<VecDeque<(u64, Made)>>);

impl Undos {
    fn remember(&self, made: Made) -> u64 {
        static LAST: AtomicU64 = AtomicU64::new(0);
        let id = LAST.fetch_add(1, Ordering::Relaxed) + 1;
        let mut undos = lock(&self.0);
        undos.push_front((id, made));
        undos.truncate(UNDOS);
        id
    }

    fn made(&self, id: u64) -> Option<Made> {
        lock(&self.0).iter().find(|(known, _)| *known == id).map(|(_, made)| made.clone())
    }

    fn forget(&self, id: u64) {
        lock(&self.0).retain(|(known, _)| *known != id);
    }
}

/// What saving a form came to, inside the save.
enum Outcome {
    Saved(Identity),
    Invalid(Messages),
    Conflict(Vec<Field>, Box<Tenant>),
}

/// Adds or changes a customer as it was entered. A field that somebody else changed meanwhile is never overwritten.
///
/// # Errors
///
/// It could not be saved, or the customer is gone.
pub(crate) fn save(app: &AppHandle, shape: EntryShape) -> Result<SaveAnswer, Failure> {
    let places = places(app)?;
    let identity = shape.identity.as_deref().map(ipc::parsed).transpose()?;
    let entered = Entered::from(shape.fields);
    let base = shape.base.map(Entered::from);
    let saved = store::change(&places, Timestamp::now(), |registry| match (&identity, &base) {
        (None, _) => Ok::<_, StoreError>(add(registry, &entered)),
        (Some(identity), Some(base)) => edit(registry, identity, base, &entered),
        (Some(identity), None) => Err(StoreError::NoTenant(*identity)),
    });
    watch::look_again(app);
    let (outcome, made) = saved.map_err(|error| failure(&error))?;
    let state = app.state::<State>();
    Ok(match outcome {
        Outcome::Saved(identity) => {
            SaveAnswer::Saved { identity: identity.to_string(), undo: state.undos.remember(made) }
        }
        Outcome::Invalid(errors) => SaveAnswer::Invalid { errors },
        Outcome::Conflict(fields, now) => SaveAnswer::conflict(&state.known(), &fields, &now),
    })
}

fn add(registry: &mut Registry, entered: &Entered) -> Outcome {
    let tenant = match entered.read(None) {
        Ok(tenant) => tenant,
        Err(faults) => return Outcome::Invalid(entry::messages(&faults)),
    };
    match entering::clash(registry, None, &tenant) {
        Some((field, clash)) => Outcome::Invalid(Messages::from([(field.key(), entry::clash(&clash))])),
        None => {
            let identity = tenant.identity();
            // Checked just now, under the same lock.
            let _ = registry.add(tenant);
            Outcome::Saved(identity)
        }
    }
}

fn edit(
    registry: &mut Registry,
    identity: &Identity,
    base: &Entered,
    entered: &Entered,
) -> Result<Outcome, StoreError> {
    let now = registry.get(identity).cloned().ok_or(StoreError::NoTenant(*identity))?;
    // What the form began with is what the registry held then, so that it can be read.
    let Ok(base) = base.read(Some(&now)) else { return Err(StoreError::NoTenant(*identity)) };
    let wanted = match entered.read(Some(&base)) {
        Ok(wanted) => wanted,
        Err(faults) => return Ok(Outcome::Invalid(entry::messages(&faults))),
    };
    let merged = merging::merge(&base, &wanted, &now);
    if !merged.conflicts.is_empty() {
        return Ok(Outcome::Conflict(merged.conflicts, Box::new(now)));
    }
    if let Some((field, clash)) = entering::clash(registry, Some(identity), &merged.tenant) {
        return Ok(Outcome::Invalid(Messages::from([(field.key(), entry::clash(&clash))])));
    }
    let new = merged.tenant.identity();
    registry.replace(identity, merged.tenant)?;
    Ok(Outcome::Saved(new))
}

/// Changes several customers in one save, or none.
///
/// # Errors
///
/// Why nothing was changed.
pub(crate) fn change(app: &AppHandle, shape: &ChangeShape) -> Result<ChangedShape, Failure> {
    let group = shape.group.as_deref().map(str::trim);
    each(app, &shape.customers, |registry, tenant| {
        let before = tenant.clone();
        let mut tenant = tenant;
        if let Some(group) = group {
            tenant.group = (!group.is_empty()).then(|| group.to_owned());
        }
        tenant.tags.retain(|tag| !shape.remove_tags.iter().any(|gone| safe(tag) == *gone));
        for tag in shape.add_tags.iter().map(|tag| tag.trim()) {
            if !tenant.tags.iter().any(|known| known == tag) {
                tenant.tags.push(tag.to_owned());
            }
        }
        tenant.favorite = shape.favorite.unwrap_or(tenant.favorite);
        tenant.ensure_edited(&before).map_err(|error| Failure::new("Invalid", entry::bad_text(&error)))?;
        // Nothing that two customers cannot share has changed.
        let _ = registry.replace(&before.identity(), tenant);
        Ok(())
    })
}

/// Makes a customer a favorite, or takes it from them.
///
/// # Errors
///
/// Why it was not done.
pub(crate) fn set_favorite(app: &AppHandle, shape: FavoriteShape) -> Result<(), Failure> {
    let FavoriteShape { identity, name, favorite } = shape;
    let shown = Shown { identity, name };
    each(app, &[shown], |registry, tenant| {
        // Nothing that two customers cannot share has changed.
        let _ = registry.replace(&tenant.identity(), Tenant { favorite, ..tenant.clone() });
        Ok(())
    })
    .map(drop)
}

/// Removes customers in one save, or none.
///
/// # Errors
///
/// Why nothing was removed.
pub(crate) fn remove(app: &AppHandle, customers: &[Shown]) -> Result<ChangedShape, Failure> {
    each(app, customers, |registry, tenant| {
        registry.remove(&tenant.identity());
        Ok(())
    })
}

/// Does something to each of these customers, if all of them still have the names that were shown.
fn each(
    app: &AppHandle,
    customers: &[Shown],
    act: impl Fn(&mut Registry, Tenant) -> Result<(), Failure>,
) -> Result<ChangedShape, Failure> {
    let places = places(app)?;
    let customers: Vec<(Identity, &str)> = customers
        .iter()
        .map(|shown| Ok((ipc::parsed(&shown.identity)?, &*shown.name)))
        .collect::<Result<_, Failure>>()?;
    let changed = store::change(&places, Timestamp::now(), |registry| {
        let before = registry.clone();
        let done = customers.iter().try_for_each(|(identity, name)| {
            let tenant = registry.get(identity).cloned().ok_or_else(gone)?;
            if !opening::is_same_name(name, &tenant.name) {
                return Err(renamed(&tenant));
            }
            act(registry, tenant)
        });
        if done.is_err() {
            *registry = before;
        }
        Ok::<_, StoreError>(done)
    });
    watch::look_again(app);
    let (done, made) = changed.map_err(|error| failure(&error))?;
    done?;
    let count = made.len();
    Ok(ChangedShape { undo: app.state::<State>().undos.remember(made), count })
}

/// Takes a change back.
///
/// # Errors
///
/// Why it was not taken back.
pub(crate) fn undo(app: &AppHandle, id: u64) -> Result<UndoneShape, Failure> {
    let state = app.state::<State>();
    let made = state.undos.made(id).ok_or_else(|| Failure::new("NoUndo", text("customer.no-undo")))?;
    let undone = store::undo(&places(app)?, Timestamp::now(), &made);
    watch::look_again(app);
    let undone = undone.map_err(|error| failure(&error))?;
    state.undos.forget(id);
    Ok(UndoneShape { count: undone.back, kept: undone.kept })
}

pub(crate) fn places(app: &AppHandle) -> Result<Places, Failure> {
    app.state::<State>().known().places().cloned()
}

pub(crate) fn gone() -> Failure {
    Failure::new("Gone", text("customer.gone"))
}

pub(crate) fn renamed(tenant: &Tenant) -> Failure {
    Failure::new("Renamed", with("customer.renamed", &[("name", &safe(&tenant.name))]))
}

fn failure(error: &StoreError) -> Failure {
    match error {
        StoreError::NoTenant(_) => gone(),
        error => Failure::not_saved(error),
    }
}
