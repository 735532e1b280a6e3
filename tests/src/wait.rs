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
pub fn wait_until<T, S: Debug>(what: &str, deadline: Duration, mut look: impl FnMut() -> Result<T, S>) -> T {
    let end = Instant::now() + deadline;
    loop {
        match look() {
            Ok(found) => return found,
            Err(state) => assert!(Instant::now() < end, "waited {deadline:?} for {what}; last state: {state:#?}"),
        }
        thread::sleep(Duration::from_millis(4));
    }
}
