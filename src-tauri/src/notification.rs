//! Desktop notifications.

use notify_rust::Notification;

/// Shows a notification, where the desktop has them.
pub(crate) fn show(summary: &str, body: &str) {
    // Servers read markup, and names may look like it.
    let body = body.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let _ = Notification::new().appname("Portico").icon("io.portico.Portico").summary(summary).body(&body).show();
}
