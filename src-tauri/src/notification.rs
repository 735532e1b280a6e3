//! Desktop notifications.

use std::{
    sync::{Mutex, PoisonError},
    thread,
};

use notify_rust::Notification;
use portico_core::display::as_markup;

/// Shows a notification. On a thread of its own: a desktop may take its time to answer.
#[cfg(target_os = "linux")]
pub(crate) fn show(summary: &str, body: &str) {
    let notification = notification(summary, body);
    thread::spawn(move || notification.show().map(drop));
}

/// Tells what was opened, in place of what it told the last time: the customers of a busy hour must not pile up.
pub(crate) fn opened(summary: &str, body: &str) {
    static LAST: Mutex<Option<u32>> = Mutex::new(None);
    let mut notification = notification(summary, body);
    transient(&mut notification);
    thread::spawn(move || {
        let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(last) = *last {
            notification.id(last);
        }
        if let Ok(shown) = notification.show() {
            *last = id(&shown);
        }
    });
}

fn notification(summary: &str, body: &str) -> Notification {
    // On Linux the body is markup.
    let body = if cfg!(target_os = "linux") { as_markup(body) } else { body.to_owned() };
    Notification::new().appname("Portico").icon("io.portico.Portico").summary(summary).body(&body).finalize()
}

/// It goes by itself, and nobody has to clear it away.
#[cfg(target_os = "linux")]
fn transient(notification: &mut Notification) {
    notification.hint(notify_rust::Hint::Transient(true));
}

#[cfg(not(target_os = "linux"))]
fn transient(_: &mut Notification) {}

#[cfg(target_os = "linux")]
#[expect(clippy::unnecessary_wraps, reason = "the same shape on every platform")]
fn id(shown: &notify_rust::NotificationHandle) -> Option<u32> {
    Some(shown.id())
}

#[cfg(not(target_os = "linux"))]
fn id<T>(_: &T) -> Option<u32> {
    None
}
