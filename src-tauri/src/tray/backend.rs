//! Which tray Linux gets.
//!
//! Tauri's own choice, libappindicator, never delivers the left click, writes the icon to a shared folder, and ends the
//! program where its library is missing. The pure-Rust backend is switched on by feature unification: our dependency
//! `tray-icon` with the feature `ksni` has to be the very crate that Tauri uses.

/// Compiles only while Tauri's tray icon and ours are one type. Should Tauri move to another version of `tray-icon`,
/// this stops the build instead of bringing libappindicator back unseen.
#[expect(dead_code, reason = "a check of types, nothing to run")]
fn is_the_same_crate(tray: &tauri::tray::TrayIcon) {
    let _ = tray.with_inner_tray_icon(|_: &tray_icon::TrayIcon| ());
}
