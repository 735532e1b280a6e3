//! The one place of the command line where a browser is started.

use std::io;

use portico_core::{address::PortalUrl, places};

use crate::failure::{Exit, Failure};

/// Hands an address to the default browser.
///
/// `Ok` means that the desktop's launcher took it: what the browser does with it cannot be known from here.
pub(crate) fn open(url: &PortalUrl) -> Result<(), Failure> {
    if !places::has_browser_display() {
        // Some launchers report success here, and nothing comes up.
        let message = "the browser could not be started: neither DISPLAY nor WAYLAND_DISPLAY is set";
        return Err(Failure::new(Exit::Browser, message).hint(format!("the address is {url}")));
    }
    start(url).map_err(|error| {
        Failure::new(Exit::Browser, format!("the browser could not be started: {}", reason(&error)))
            .hint(format!("the address is {url}"))
            .hint("set a default browser, for instance with `xdg-settings set default-web-browser`")
    })
}

/// The launcher's own words hold the address and numbers of the system; what counts is whether there was one.
fn reason(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound => "the desktop's launcher (xdg-open) is not installed",
        _ => "the desktop's launcher found none that works",
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn start(url: &PortalUrl) -> io::Result<()> {
    // A second instead of the crate's quarter: a launcher that fails does so later on a busy machine, and would pass
    // for one that works. A browser that stays in the foreground is not held up by it.
    open::that_detached_with_timeout(url.as_str(), std::time::Duration::from_secs(1))
}

#[cfg(any(windows, target_os = "macos"))]
fn start(url: &PortalUrl) -> io::Result<()> {
    open::that_detached(url.as_str())
}
