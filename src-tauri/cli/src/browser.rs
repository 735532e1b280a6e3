//! The one place of the command line where a browser is started.

use std::io;

use portico_core::{address::PortalUrl, places};

use crate::failure::{Exit, Failure};

/// Hands an address to the default browser.
///
/// `Ok` means that the desktop's launcher took it: what the browser does with it cannot be known from here.
pub(crate) fn open(url: &PortalUrl) -> Result<(), Failure> {
    start(url).map_err(|error| {
        let failure = Failure::new(
            Exit::Browser,
            format!("the browser could not be started: {error}"),
        )
        .hint(format!("the address is {url}"));
        if places::has_display() {
            failure.hint(
                "set a default browser, for instance with `xdg-settings set default-web-browser`",
            )
        } else {
            failure.hint("there is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set")
        }
    })
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
