//! Waiting for a condition with a deadline. The only nap of the whole suite is here.

use std::fmt::Debug;
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take on a loaded machine with two cores before it counts as broken.
pub const SOON: Duration = Duration::from_secs(20);

/// Looks again and again until `look` returns `Ok`, and returns that.
///
/// `Err` carries the state as it is now; the last one is printed when the deadline has passed.
#[track_caller]
pub fn wait_until<T, S: Debug>(what: &str, deadline: Duration, look: impl FnMut() -> Result<T, S>) -> T {
    match try_until(deadline, look) {
        Ok(found) => found,
        Err(state) => panic!("waited {deadline:?} for {what}; last state: {state:#?}"),
    }
}

/// Tries again and again until it works, and returns what it gave; after the deadline, why the last try did not work.
pub fn try_until<T, E>(deadline: Duration, mut attempt: impl FnMut() -> Result<T, E>) -> Result<T, E> {
    let end = Instant::now() + deadline;
    loop {
        match attempt() {
            Err(_) if Instant::now() < end => thread::sleep(Duration::from_millis(4)),
            result => return result,
        }
    }
}
