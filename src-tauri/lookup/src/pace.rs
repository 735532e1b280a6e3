//! How fast many domains are looked up: one a second, until somebody says stop.

use std::{
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// The time from one look-up to the next.
const PACE: Duration = Duration::from_secs(1);

/// A way to stop looking up, shared by who asks and who may stop it.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<(Mutex<bool>, Condvar)>);

impl Cancel {
    /// Stops, for good.
    pub fn cancel(&self) {
        let (cancelled, changed) = &*self.0;
        *cancelled.lock().unwrap_or_else(PoisonError::into_inner) = true;
        changed.notify_all();
    }

    /// Returns true when it was stopped.
    pub fn is_cancelled(&self) -> bool {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits that long, or until it is stopped; returns true when it was not.
    fn wait(&self, duration: Duration) -> bool {
        let (cancelled, changed) = &*self.0;
        let guard = cancelled.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = changed.wait_timeout_while(guard, duration, |cancelled| !*cancelled);
        !*waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

/// The pace of many look-ups, one after another.
#[derive(Debug)]
pub struct Pace {
    every: Duration,
    next: Option<Instant>,
}

impl Pace {
    /// Returns the pace that Microsoft's logins are asked at.
    pub fn new() -> Self {
        Self { every: PACE, next: None }
    }

    /// Waits until the next look-up may begin, the first one not at all. Returns false when it was stopped meanwhile.
    pub fn wait(&mut self, cancel: &Cancel) -> bool {
        let rest = self.next.map_or(Duration::ZERO, |next| next.saturating_duration_since(Instant::now()));
        let goes_on = cancel.wait(rest);
        self.next = Some(Instant::now() + self.every);
        goes_on
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn the_second_waits_until_it_may_or_is_stopped() {
        let cancel = Cancel::default();
        let mut pace = Pace { every: Duration::from_secs(3600), next: None };
        assert!(pace.wait(&cancel), "the first one need not wait");
        let other = cancel.clone();
        let stopper = thread::spawn(move || other.cancel());
        assert!(!pace.wait(&cancel), "an hour is not over: only the stop can have ended this");
        stopper.join().unwrap();
        assert!(cancel.is_cancelled() && !pace.wait(&cancel), "stopped is stopped");
    }

    #[test]
    fn an_interval_that_is_over_is_not_waited_for_again() {
        let (cancel, mut pace) = (Cancel::default(), Pace { every: Duration::ZERO, next: None });
        assert!((0..1000).all(|_| pace.wait(&cancel)));
    }
}
