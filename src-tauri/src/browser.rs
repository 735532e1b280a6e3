//! The one place of the tray where a browser is started.

use std::io::ErrorKind;

use portico_core::address::PortalUrl;
use tauri::{AppHandle, async_runtime};
use tauri_plugin_shell::ShellExt;

/// Hands an address to the default browser.
///
/// `Ok` means that the desktop's launcher took it: what the browser does with it cannot be known from here.
///
/// # Errors
///
/// What was missing.
pub(crate) async fn open(app: &AppHandle, url: PortalUrl) -> Result<(), NotStarted> {
    let app = app.clone();
    // Off the main thread: the plugin watches each launcher for a quarter of a second.
    let opened = async_runtime::spawn_blocking(move || {
        #[expect(
            deprecated,
            reason = "tauri-plugin-shell is the package Portico is built on; the plugin named instead has the same \
                      engine and a looser scope. From here no scope applies: the type of the address is the guard."
        )]
        app.shell().open(url.as_str(), None)
    });
    match opened.await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(tauri_plugin_shell::Error::Io(error))) if error.kind() == ErrorKind::NotFound => {
            Err(NotStarted::NoLauncher)
        }
        Ok(Err(_)) | Err(_) => Err(NotStarted::Refused),
    }
}

/// Why no browser was started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotStarted {
    /// The desktop's program for opening addresses is missing.
    NoLauncher,
    /// It found no browser, or one that failed at once.
    Refused,
}
