//! The one place of the command line where a browser is started.

use std::{
    io,
    process::{Child, Command, ExitStatus},
    thread,
    time::{Duration, Instant},
};

use portico_core::{
    address::PortalUrl,
    browser::Start,
    places::{self, Places},
    starting,
    store::{self, Turn},
};

use crate::failure::{Exit, Failure};

/// How long a browser is watched: one that cannot start ends within this time, also on a busy machine. One that runs on is a browser.
const WATCH: Duration = Duration::from_secs(1);

/// Hands an address to a browser, the default one where none was chosen.
///
/// `Ok` means that the browser, or the desktop's launcher, took it: what the browser does with it cannot be known from here.
pub(crate) fn open(places: &Places, url: &PortalUrl, chosen: Option<&Start>) -> Result<(), Failure> {
    if !places::has_browser_display() {
        // Some launchers report success here, and nothing comes up.
        let message = "the browser could not be started: neither DISPLAY nor WAYLAND_DISPLAY is set";
        return Err(Failure::new(Exit::Browser, message).hint(format!("the address is {url}")));
    }
    let Some(chosen) = chosen else {
        return default(url).map_err(|error| {
            Failure::new(Exit::Browser, format!("the browser could not be started: {}", reason(&error)))
                .hint(format!("the address is {url}"))
                .hint("set a default browser, for instance with `xdg-settings set default-web-browser`")
        });
    };
    let failed = |why: String| {
        Failure::new(Exit::Browser, format!("{} could not be started: {why}", chosen.browser()))
            .hint(format!("the address is {url}"))
    };
    let mut browser = Command::new(chosen.program());
    let turn = store::turn(Some(places), chosen);
    // Once.
    match starting::as_browser(browser.args(chosen.arguments(url))).spawn().map(|browser| watch(browser, turn)) {
        Err(error) => Err(failed(error.to_string())),
        Ok(Some(status)) if !status.success() => Err(failed(format!("it ended at once ({status})"))),
        Ok(_) => Ok(()),
    }
}

/// Returns how a browser ended, if it did so at once: a browser that was running took the address, or it could not start.
fn watch(mut browser: Child, turn: Turn) -> Option<ExitStatus> {
    let started = Instant::now();
    let mut turn = Some(turn);
    while turn.is_some() || started.elapsed() < WATCH {
        turn = turn.filter(|turn| !turn.is_over(started.elapsed()));
        match browser.try_wait() {
            Ok(None) => thread::sleep(Duration::from_millis(5)),
            Ok(status) => return status,
            Err(_) => break,
        }
    }
    None
}

/// The launcher's own words hold the address and numbers of the system; what counts is whether there was one.
fn reason(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound => "the desktop's launcher (xdg-open) is not installed",
        _ => "the desktop's launcher found none that works",
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn default(url: &PortalUrl) -> io::Result<()> {
    // A second instead of the crate's quarter: a launcher that fails does so later on a busy machine, and would pass
    // for one that works. A browser that stays in the foreground is not held up by it.
    open::that_detached_with_timeout(url.as_str(), WATCH)
}

#[cfg(any(windows, target_os = "macos"))]
fn default(url: &PortalUrl) -> io::Result<()> {
    open::that_detached(url.as_str())
}
