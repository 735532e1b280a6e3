//! Pins on disk: read with the registry, moved with it under the same lock.

use std::{panic, slice, thread};

use jiff::Timestamp;

use super::{Placed, Stamp, StoreError, atomic, backup, hold, load, lock, read, settings, stamp};
use crate::{
    cloud::Identity,
    display,
    format::{self, PINS_LIMIT},
    pins::{self, Change, Loss, Objection, Pinning, Pins, Standing},
    places::Places,
    registry::Registry,
};

/// A registry with what is known about its tenants.
#[derive(Debug)]
pub struct Guarded {
    /// The registry, as it was read.
    pub loaded: super::Loaded,
    /// What must be asked before a tenant is opened.
    pub pinning: Pinning,
    /// What the file of pins looked like from outside when it was read, or written for new tenants.
    pub pins: Stamp,
    /// Why tenants that were met for the first time could not be pinned, if so.
    pub unpinned: Option<StoreError>,
}

/// Reads the registry with its pins, and pins the tenants that are met for the first time.
///
/// # Errors
///
/// As [`load`]. Pins that cannot be read are no error here, but an objection to every tenant.
pub fn load_guarded(places: &Places) -> Result<Guarded, StoreError> {
    let pins = stamp(&places.pins());
    let (loaded, kept) = read_both(places);
    let loaded = loaded?;
    let pinning = judged(kept, places, &loaded.registry);
    let settled = match &pinning {
        Pinning::Lost(_) => true,
        Pinning::Kept(pins) => {
            let tenants = loaded.registry.tenants();
            let served = tenants.is_empty() || pins.registries().contains(&name_of(places));
            served && tenants.iter().all(|tenant| pins.standing(tenant) == Standing::Known)
        }
    };
    if settled {
        return Ok(Guarded { loaded, pinning, pins, unpinned: None });
    }
    // Somebody is new, or changed; or Portico was just changing the registry while the two were read one after the other.
    match under_lock(places) {
        Ok(guarded) => Ok(guarded),
        Err(error) => Ok(Guarded { loaded, pinning, pins, unpinned: Some(error) }),
    }
}

/// Reads the registry and its pins at once: with ten thousand tenants each takes some milliseconds.
fn read_both(places: &Places) -> (Result<super::Loaded, StoreError>, Result<Option<Pinning>, StoreError>) {
    thread::scope(|scope| match thread::Builder::new().spawn_scoped(scope, || read_file(places)) {
        Ok(kept) => (load(places), kept.join().unwrap_or_else(|panic| panic::resume_unwind(panic))),
        // A system that gives no second thread gets them one after the other.
        Err(_) => (load(places), read_file(places)),
    })
}

fn under_lock(places: &Places) -> Result<Guarded, StoreError> {
    let _lock = hold(places, lock::TO_LOOK)?;
    let loaded = load(places)?;
    let mut seen = stamp(&places.pins());
    let mut pinning = pinning(places, &loaded.registry);
    let mut unpinned = None;
    if let Pinning::Kept(pins) = &mut pinning {
        let was = pins.clone();
        pins.settle(&loaded.registry);
        let met = pins.meet(&loaded.registry);
        let served = !loaded.registry.tenants().is_empty() && pins.serve(&name_of(places));
        if met || served {
            match save(places, pins) {
                Ok(()) => seen = stamp(&places.pins()),
                Err(error) => {
                    // What cannot be kept is checked as if it was met for the first time again.
                    unpinned = Some(error);
                    *pins = was;
                }
            }
        }
    }
    Ok(Guarded { loaded, pinning, pins: seen, unpinned })
}

/// True when the registry file, which is not there, had tenants that Portico pinned: then it is gone, not new.
pub(super) fn had_tenants(places: &Places) -> bool {
    match pinning(places, &Registry::default()) {
        Pinning::Kept(pins) => pins.registries().contains(&name_of(places)),
        Pinning::Lost(_) => backup::list(places).is_ok_and(|list| !list.is_empty()),
    }
}

/// Returns the registry file as pins name it.
pub(super) fn name_of(places: &Places) -> String {
    places.registry.to_string_lossy().into_owned()
}

/// Reads the pins that belong to a registry.
pub fn pinning(places: &Places, registry: &Registry) -> Pinning {
    judged(read_file(places), places, registry)
}

fn judged(file: Result<Option<Pinning>, StoreError>, places: &Places, registry: &Registry) -> Pinning {
    let file = match file {
        // Another Portico may have begun meanwhile: it makes the file, and then the lock.
        Ok(None) if places.lock().exists() => read_file(places),
        seen => seen,
    };
    match file {
        Ok(Some(pinning)) => pinning,
        Ok(None) => without_file(places, registry),
        Err(error) => unreadable(&error),
    }
}

fn unreadable(error: &StoreError) -> Pinning {
    Pinning::Lost(Loss::Unreadable(display::safe(&error.to_string()).into_owned()))
}

/// Pins a tenant to what it is now. Returns what was accepted.
///
/// `seen` is the fingerprint of the change that the person saw; without one, whatever it is now is accepted.
///
/// # Errors
///
/// Nothing was accepted, and why.
pub fn accept(places: &Places, identity: Identity, seen: Option<&str>) -> Result<Change, AcceptError> {
    let _lock = hold(places, lock::TO_CHANGE)?;
    let registry = load(places)?.registry;
    let tenant = registry.get(&identity).ok_or(AcceptError::Gone)?;
    let Pinning::Kept(mut pins) = read_pins(places, &registry)? else { return Err(AcceptError::Lost) };
    pins.settle(&registry);
    let Some(Objection::Changed(change)) = Pinning::Kept(pins.clone()).objection(tenant) else {
        return Err(AcceptError::Nothing);
    };
    if seen.is_some_and(|seen| seen != change.fingerprint()) {
        return Err(AcceptError::ChangedAgain);
    }
    pins.accept(tenant, &registry);
    keep_browsers(places, slice::from_ref(&*change))?;
    save(places, &pins)?;
    Ok(*change)
}

/// Pins every tenant to what it is now, whether pins are there or not. Pins that cannot be read are kept aside.
///
/// A registry file that is gone is taken for an empty one from then on. `seen` is the fingerprint of the registry that the
/// person saw, as [`pins::fingerprint_of`] has it.
///
/// # Errors
///
/// Nothing was accepted, and why.
pub fn accept_all(places: &Places, now: Timestamp, seen: Option<&str>) -> Result<Accepted, AcceptError> {
    let _lock = hold(places, lock::TO_CHANGE)?;
    let (registry, gone) = match load(places) {
        Err(StoreError::Gone { .. }) => (Registry::default(), true),
        loaded => (loaded?.registry, false),
    };
    if seen.is_some_and(|seen| seen != pins::fingerprint_of(&registry)) {
        return Err(AcceptError::ChangedAgain);
    }
    let pinning = read_pins(places, &registry)?;
    let changes = pinning.changes(&registry);
    let mut pins = match pinning {
        Pinning::Kept(pins) => pins,
        Pinning::Lost(loss) => {
            if let Loss::Unreadable(_) = loss {
                backup::keep_aside(&places.pins(), &places.state, now)
                    .map_err(|error| StoreError::Save { path: places.pins(), error })?;
            }
            Pins::default()
        }
    };
    pins.accept_all(&registry);
    keep_browsers(places, &changes)?;
    if registry.tenants().is_empty() {
        pins.release(&name_of(places));
    } else {
        let _ = pins.serve(&name_of(places));
    }
    save(places, &pins)?;
    Ok(Accepted { changes, customers: registry.tenants().len(), gone })
}

/// Has customers that got another tenant ID or cloud keep the browsers that were chosen for them, where none is chosen for what they
/// are now.
fn keep_browsers(places: &Places, changes: &[Change]) -> Result<(), StoreError> {
    let moves = changes.iter().map(|change| (change.old.0, change.new.0)).filter(|(old, new)| old != new);
    let moves: Vec<_> = moves.collect();
    if moves.is_empty() {
        return Ok(());
    }
    let rules = settings(places)?.browsers;
    settings::keep_browsers(places, &moves.into_iter().filter(|(_, new)| rules.own(new).is_none()).collect::<Vec<_>>())
}

/// What was accepted at once.
#[derive(Debug)]
pub struct Accepted {
    /// The customers that had been changed.
    pub changes: Vec<Change>,
    /// How many customers there are.
    pub customers: usize,
    /// The registry file is gone, and that was accepted.
    pub gone: bool,
}

/// Why nothing was accepted.
#[derive(Debug)]
pub enum AcceptError {
    /// The registry has no such tenant.
    Gone,
    /// Nothing was changed about the tenant.
    Nothing,
    /// It is not any more what the person saw.
    ChangedAgain,
    /// There are no pins: accepting one tenant would pin all others unseen.
    Lost,
    /// The registry or the pins could not be read, or the pins not be saved.
    Store(StoreError),
}

impl From<StoreError> for AcceptError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// How the registry comes to its next state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Somebody changes tenants. Those that wait for a person's eyes have to be looked at first.
    Change,
    /// An earlier state comes back as it was.
    Restore,
}

/// Pins on their way from one state of the registry to the next.
#[derive(Debug)]
pub(super) struct Moving<'a> {
    places: &'a Places,
    after: &'a Registry,
    /// Nothing while the pins are lost: then a person has to look at all of them anyway.
    pins: Option<Pins>,
}

impl<'a> Moving<'a> {
    /// Allows what the registry holds and what it is about to hold. Durable when this returns.
    ///
    /// `before` is nothing when it could not be read.
    pub(super) fn begin(
        places: &'a Places,
        before: Option<&Registry>,
        after: &'a Registry,
        kind: Kind,
    ) -> Result<Self, StoreError> {
        let in_use = before.unwrap_or(after);
        let Pinning::Kept(mut pins) = read_pins(places, in_use)? else {
            return Ok(Self { places, after, pins: None });
        };
        let was = pins.clone();
        if let Some(before) = before {
            pins.settle(before);
            let _ = pins.meet(before);
        }
        match (kind, before) {
            // What came over a file that could not be read was never compared with anything: what differs waits.
            (_, None) => {}
            (Kind::Change, Some(before)) => {
                if let Some(tenant) = pins.waiting(before, after) {
                    return Err(StoreError::Waiting { identity: tenant.identity(), name: tenant.name.clone() });
                }
                pins.allow(before, after);
            }
            (Kind::Restore, Some(before)) => pins.allow_past(before, after),
        }
        if pins != was {
            save(places, &pins)?;
        }
        Ok(Self { places, after, pins: Some(pins) })
    }

    /// Reduces the pins to what the registry now holds. If that fails, the next change does it.
    pub(super) fn end(self) {
        let Some(mut pins) = self.pins else { return };
        let moved = !pins.moving().is_empty();
        pins.settle(self.after);
        // Only now: a first save that fails leaves no registry behind that could be missed.
        let served = !self.after.tenants().is_empty() && pins.serve(&name_of(self.places));
        if moved || served {
            let _ = save(self.places, &pins);
        }
    }
}

/// Makes the file before the lock is first made, so that a lock without pins means lost pins.
pub(super) fn prepare(places: &Places) -> Result<(), StoreError> {
    let path = places.pins();
    atomic::create_private_folder(&places.state)
        .map_err(|error| StoreError::Save { path: places.state.clone(), error })?;
    if path.exists() || places.lock().exists() {
        return Ok(());
    }
    let text = format::render_pins(&Pins::default());
    let made = atomic::write_beside(&path, text.as_bytes()).and_then(|temp| temp.put_in_place(None));
    match made {
        Ok(Placed::Done | Placed::Overtaken) => Ok(()),
        // Another first start was faster, and swept away what this one wrote: the file is there, which is all that counts.
        Err(_) if path.exists() => Ok(()),
        Err(error) => Err(error),
    }
}

fn read_pins(places: &Places, registry: &Registry) -> Result<Pinning, StoreError> {
    Ok(read_file(places)?.unwrap_or_else(|| without_file(places, registry)))
}

fn read_file(places: &Places) -> Result<Option<Pinning>, StoreError> {
    let path = places.pins();
    let Some(bytes) = read(&path, PINS_LIMIT)? else { return Ok(None) };
    Ok(Some(match format::parse_pins(&bytes) {
        Ok(pins) => Pinning::Kept(pins),
        Err(error) => unreadable(&StoreError::Unreadable { path, error }),
    }))
}

/// Without a lock Portico has changed and pinned nothing here yet: then everything is new, and nothing is lost.
fn without_file(places: &Places, registry: &Registry) -> Pinning {
    let first_time = registry.tenants().is_empty() || !places.lock().exists();
    if first_time { Pinning::default() } else { Pinning::Lost(Loss::Missing) }
}

fn save(places: &Places, pins: &Pins) -> Result<(), StoreError> {
    atomic::write_beside(&places.pins(), format::render_pins(pins).as_bytes())?.replace()
}

#[cfg(test)]
mod tests;
