//! Where questions are answered, one at a time: by the registry as it is now, and so that no answer ends the program.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use jiff::Timestamp;

use crate::customers::Customers;

/// The customers, and when somebody asked last.
#[derive(Debug)]
pub(crate) struct Desk {
    customers: Mutex<Customers>,
    last: Mutex<Instant>,
    asked: Condvar,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { customers: Mutex::default(), last: Mutex::new(Instant::now()), asked: Condvar::new() }
    }

    /// Answers from the customers as they are now; with nothing at all should that panic, and then everything is read anew.
    pub(crate) fn answer<A: Default>(&self, answer: impl FnOnce(&Customers) -> A) -> A {
        self.touch();
        let mut customers = lock(&self.customers);
        let answered = catch_unwind(AssertUnwindSafe(|| {
            customers.refresh(Timestamp::now());
            answer(&customers)
        }));
        answered.unwrap_or_else(|_| {
            *customers = Customers::default();
            A::default()
        })
    }

    /// Notes that somebody asked for something.
    pub(crate) fn touch(&self) {
        *lock(&self.last) = Instant::now();
        self.asked.notify_all();
    }

    /// Waits until nobody has asked for so long.
    pub(crate) fn wait_idle(&self, idle: Duration) {
        let mut last = lock(&self.last);
        while let Some(left) = idle.checked_sub(last.elapsed()).filter(|left| !left.is_zero()) {
            last = self.asked.wait_timeout(last, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

/// Locks a mutex; what a panic left behind is replaced by whoever caught it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_that_panics_is_answered_with_nothing_and_the_next_one_well() {
        let desk = Desk::new();
        let answer: Vec<u32> = desk.answer(|_| std::panic::resume_unwind(Box::new("as if")));
        assert!(answer.is_empty());
        assert_eq!(desk.answer(|_| 7), 7);
    }
}
