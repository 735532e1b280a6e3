//! The one place of the tray where a browser is started.

use std::{
    io::ErrorKind,
    process::{Child, Command},
    sync::mpsc::{self, SendError},
    thread,
    time::{Duration, Instant},
};

use portico_core::{
    address::PortalUrl,
    browser::Start,
    starting,
    store::{self, Turn},
};
use tauri::{AppHandle, Manager, async_runtime};
use tauri_plugin_shell::{Error, ShellExt};

use crate::state::State;

/// How long people wait for the window to go: a launcher that works is done by then, or starts the browser itself.
const PATIENCE: Duration = Duration::from_millis(300);

/// A launcher that fails does so within this time, also on a busy machine. One that runs on is a browser.
const WATCH: Duration = Duration::from_secs(5);

/// Hands an address to the browser that was chosen, else to the default one.
///
/// Returns how that went, or nothing while it is still being tried; then `later` gets it. `Ok` means that the desktop's
/// launcher took the address: what the browser does with it cannot be known from here.
pub(crate) async fn open(
    app: &AppHandle,
    url: PortalUrl,
    chosen: Option<Start>,
    later: impl FnOnce(Result<(), NotStarted>) + Send + 'static,
) -> Option<Result<(), NotStarted>> {
    let app = app.clone();
    // Without room for a message, so that each result goes one way or the other.
    let (tell, told) = mpsc::sync_channel(0);
    thread::spawn(move || {
        let started = match chosen {
            Some(chosen) => by_choice(&app, &chosen, &url),
            None => platform::start(&app, &url),
        };
        if let Err(SendError(result)) = tell.send(started) {
            later(result);
        }
    });
    async_runtime::spawn_blocking(move || told.recv_timeout(PATIENCE).ok()).await.ok().flatten()
}

/// Why no browser was started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotStarted {
    /// The desktop's program for opening addresses is missing.
    NoLauncher,
    /// It found no browser, or one that failed at once.
    Refused,
    /// The browser that was chosen could not be started, or failed at once.
    Chosen,
}

/// Starts the browser that was chosen, once.
fn by_choice(app: &AppHandle, chosen: &Start, url: &PortalUrl) -> Result<(), NotStarted> {
    let mut browser = Command::from(app.shell().command(chosen.program()).args(chosen.arguments(url)));
    let turn = store::turn(app.state::<State>().known().places.as_ref(), chosen);
    let child = starting::as_browser(&mut browser).spawn().map_err(|_| NotStarted::Chosen)?;
    watch(child, Some(turn)).map_err(|_| NotStarted::Chosen)
}

fn watch(mut child: Child, mut turn: Option<Turn>) -> Result<(), NotStarted> {
    let started = Instant::now();
    while turn.is_some() || started.elapsed() < WATCH {
        turn = turn.filter(|turn| !turn.is_over(started.elapsed()));
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(_)) => return Err(NotStarted::Refused),
            Ok(None) => thread::sleep(Duration::from_millis(10)),
            Err(_) => break,
        }
    }
    // Somebody has to take its exit code when it ends one day.
    thread::spawn(move || child.wait());
    Ok(())
}

/// The plugin's own way, which watches each of the desktop's launchers for a quarter of a second.
fn by_plugin(app: &AppHandle, url: &PortalUrl) -> Result<(), NotStarted> {
    #[expect(
        deprecated,
        reason = "tauri-plugin-shell is the package Portico is built on; the plugin named instead has the same engine \
                  and a looser scope. From here no scope applies: the type of the address is the guard."
    )]
    let opened = app.shell().open(url.as_str(), None);
    opened.map_err(|error| match error {
        Error::Io(error) if error.kind() == ErrorKind::NotFound => NotStarted::NoLauncher,
        _ => NotStarted::Refused,
    })
}

#[cfg(target_os = "linux")]
mod platform {
    use std::process::Command;

    use portico_core::{address::PortalUrl, starting};
    use tauri::AppHandle;
    use tauri_plugin_shell::ShellExt;

    use super::{NotStarted, by_plugin, watch};

    /// Runs `xdg-open` and believes its exit code; where there is none, leaves it to the plugin.
    ///
    /// The plugin takes a launcher for a success that is still running after a quarter of a second, which on a busy
    /// machine is too short to find that there is no browser; and after a failure it asks `gio`, which reports success
    /// for a browser that fails.
    pub(super) fn start(app: &AppHandle, url: &PortalUrl) -> Result<(), NotStarted> {
        let mut launcher = Command::from(app.shell().command("xdg-open").arg(url.as_str()));
        match starting::on_its_own(&mut launcher).spawn() {
            Ok(child) => watch(child, None),
            Err(_) => by_plugin(app, url),
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod platform {
    pub(super) use super::by_plugin as start;
}
