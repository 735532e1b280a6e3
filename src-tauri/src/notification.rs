//! Desktop notifications.

use notify_rust::Notification;
use portico_core::display::as_markup;

/// Shows a notification, where the desktop has them.
pub(crate) fn show(summary: &str, body: &str) {
    let _ = Notification::new()
        .appname("Portico")
        .icon("io.portico.Portico")
        .summary(summary)
        .body(&as_markup(body))
        .show();
}
