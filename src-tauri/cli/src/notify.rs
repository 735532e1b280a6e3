//! Telling somebody who has no terminal: a desktop notification.

use notify_rust::{Notification, Timeout};
use portico_core::display::{as_markup, safe};

use crate::{failure::Failure, open::Page};

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
    show("Portico opened nothing", &body, 15_000);
}

/// Shows what is being opened, and for whom.
pub(crate) fn opened(page: &Page<'_, '_>) {
    show(&safe(&page.target.tenant.name), &format!("Opening {page}"), 5_000);
}

fn show(summary: &str, body: &str, milliseconds: u32) {
    let _ = Notification::new()
        .appname("Portico")
        .icon("io.portico.Portico")
        .summary(summary)
        .body(&as_markup(body))
        .timeout(Timeout::Milliseconds(milliseconds))
        .show();
}
