//! Whose turn it is to start a browser that was chosen: one after the other.

use std::{
    fs::{self, File},
    path::PathBuf,
    time::Duration,
};

use super::lock;
use crate::{browser::Start, places::Places};

/// How long a browser that does not tell is left alone.
const USUAL: Duration = Duration::from_secs(1);

/// How long one that tells is waited for.
const LONGEST: Duration = Duration::from_secs(5);

/// A turn, from before a browser starts until the next one may. Dropping it ends it.
///
/// Two Chromiums that start in the same moment with the same profiles may both run, each with sessions of its own, or one of them ends
/// with code 21 and opens nothing (seen with 156; Chromium's own test allows for the latter, `process_singleton_browsertest.cc`).
#[derive(Debug)]
pub struct Turn {
    _lock: Option<File>,
    singleton: Option<PathBuf>,
    before: Option<PathBuf>,
}

/// Waits until no other Portico is just starting a browser that was chosen. Who waits too long, or cannot be put in line, starts without
/// a turn.
pub fn turn(places: Option<&Places>, chosen: &Start) -> Turn {
    let lock = places.and_then(|places| lock::acquire_in_folder(&places.browsers_lock(), lock::TO_CHANGE).ok());
    let singleton = chosen.singleton();
    let before = singleton.as_ref().and_then(|path| fs::read_link(path).ok());
    Turn { _lock: lock, singleton, before }
}

impl Turn {
    /// Returns true when the next may start, so long after the browser was started: it takes addresses by now, or does not tell.
    pub fn is_over(&self, since: Duration) -> bool {
        match &self.singleton {
            Some(path) => since >= LONGEST || fs::read_link(path).is_ok_and(|now| Some(now) != self.before),
            None => since >= USUAL,
        }
    }
}
