//! Telling somebody who has no terminal: a desktop notification.

use notify_rust::{Notification, Timeout};
use portico_core::display::as_markup;

use crate::failure::Failure;

/// Shows why nothing was opened. Where there is no notification service, standard error has it already.
pub(crate) fn failed(failure: &Failure) {
    if failure.message.is_empty() {
        return;
    }
    let mut body = failure.message.clone();
    for line in failure.details.iter().chain(&failure.hints) {
        body.push('\n');
        body.push_str(line);
    }
    let _ = Notification::new()
        .appname("Portico")
        .icon("io.portico.Portico")
        .summary("Portico opened nothing")
        .body(&as_markup(&body))
        .timeout(Timeout::Milliseconds(15_000))
        .show();
}
