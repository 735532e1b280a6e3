//! What differs from desktop to desktop: whether there is one, and whether it composites.

use portico_core::places;

/// Checks that a tray and windows can be shown at all, before a toolkit ends the program in its own words.
///
/// # Errors
///
/// What is missing and what works without it.
pub(crate) fn ensure_usable() -> Result<(), String> {
    if !places::has_display() {
        return Err(
            "error: the tray needs a desktop: neither DISPLAY nor WAYLAND_DISPLAY is set\n\
            hint: without a desktop, `portico open TENANT` and `portico url TENANT` work"
                .to_owned(),
        );
    }
    platform::ensure_usable()
}

/// Returns true when windows may have transparent parts. On the main thread only.
pub(crate) fn is_composited() -> bool {
    platform::is_composited()
}

#[cfg(target_os = "linux")]
mod platform {
    use zbus::blocking::Connection;

    pub(super) fn ensure_usable() -> Result<(), String> {
        let _bus = Connection::session().map_err(|error| {
            format!(
                "error: the tray needs the session's message bus (D-Bus), which cannot be reached: {error}\n\
                 hint: start Portico from your desktop, or with `dbus-run-session portico-tray`"
            )
        })?;
        gtk::init().map_err(|_| {
            "error: the display cannot be opened: check DISPLAY and WAYLAND_DISPLAY\n\
             hint: start Portico from your desktop"
                .to_owned()
        })
    }

    pub(super) fn is_composited() -> bool {
        gtk::gdk::Screen::default().is_some_and(|screen| screen.is_composited())
    }
}

#[cfg(not(target_os = "linux"))]
mod platform {
    #[expect(clippy::unnecessary_wraps, reason = "the same shape on every platform")]
    pub(super) fn ensure_usable() -> Result<(), String> {
        Ok(())
    }

    pub(super) fn is_composited() -> bool {
        true
    }
}
