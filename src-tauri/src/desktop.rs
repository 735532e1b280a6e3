//! What differs from desktop to desktop: whether there is one, and what its windows can do.

use portico_core::places;
use tauri::{AppHandle, WebviewWindow};

/// Checks that there is a desktop at all.
///
/// # Errors
///
/// What is missing and what works without it.
pub(crate) fn ensure_display() -> Result<(), String> {
    if places::has_display() {
        return Ok(());
    }
    Err("error: the tray needs a desktop: neither DISPLAY nor WAYLAND_DISPLAY is set\n\
        hint: without a desktop, `portico open TENANT` and `portico url TENANT` work"
        .to_owned())
}

/// Checks that a tray and windows can be shown, before a toolkit ends the program in its own words.
///
/// # Errors
///
/// What is missing and what helps.
pub(crate) fn ensure_usable() -> Result<(), String> {
    platform::ensure_usable()
}

/// Returns true when windows may have transparent parts. On the main thread only.
pub(crate) fn is_transparent() -> bool {
    platform::is_transparent()
}

/// Returns true when the desktop prefers dark windows, where that can be known before a page is there. On the main thread
/// only.
pub(crate) fn is_dark() -> bool {
    platform::is_dark()
}

/// Does something when the process of a page ends before its window, as after a crash of the web engine.
pub(crate) fn on_page_crash(window: &WebviewWindow, act: impl Fn(&AppHandle) + Send + 'static) {
    platform::on_page_crash(window, act);
}

/// Has windows draw without OpenGL on a machine without a graphics card, where OpenGL takes longer than the drawing itself. Somebody
/// who set the variable is obeyed. To be called before any thread is started.
pub(crate) fn spare_opengl() {
    platform::spare_opengl();
}

/// Lets go of the pipes to whoever started Portico and is about to end: writing into them would fail from then on, which
/// some libraries answer with a panic.
pub(crate) fn leave_terminal() {
    #[cfg(unix)]
    if let Ok(nowhere) = std::fs::File::options().write(true).open("/dev/null") {
        let _ = rustix::stdio::dup2_stdout(&nowhere);
        let _ = rustix::stdio::dup2_stderr(&nowhere);
    }
}

#[cfg(target_os = "linux")]
mod platform {
    use std::{fs, path::Path};

    use portico_core::places;
    use tauri::{AppHandle, Manager, WebviewWindow};
    use webkit2gtk::WebViewExt;
    use zbus::blocking::Connection;

    pub(super) fn on_page_crash(window: &WebviewWindow, act: impl Fn(&AppHandle) + Send + 'static) {
        let app = window.app_handle().clone();
        let wire = move |view: tauri::webview::PlatformWebview| {
            view.inner().connect_web_process_terminated(move |_, _| act(&app));
        };
        // Fails only when the window is just being destroyed.
        let _ = window.with_webview(wire);
    }

    /// WebKitGTK takes this from the environment alone: a policy set on a view that is there leaves windows empty.
    pub(super) fn spare_opengl() {
        if !has_graphics_card() {
            // Fails only for a name that cannot be one.
            let _ = gtk::glib::setenv("WEBKIT_DISABLE_COMPOSITING_MODE", "1", false);
        }
    }

    /// Returns true when there is a device to draw with: a render node of the kernel's, or what NVIDIA's own driver has instead.
    fn has_graphics_card() -> bool {
        let mut nodes = fs::read_dir("/dev/dri").into_iter().flatten().flatten();
        nodes.any(|node| node.file_name().as_encoded_bytes().starts_with(b"renderD"))
            || Path::new("/dev/nvidiactl").exists()
    }

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

    pub(super) fn is_dark() -> bool {
        use gtk::prelude::GtkSettingsExt;

        gtk::Settings::default().is_some_and(|settings| {
            let theme = settings.gtk_theme_name().is_some_and(|theme| theme.ends_with("dark"));
            theme || settings.is_gtk_application_prefer_dark_theme()
        })
    }

    pub(super) fn is_transparent() -> bool {
        !places::is_webkit_without_opengl() && gtk::gdk::Screen::default().is_some_and(|screen| screen.is_composited())
    }
}

#[cfg(not(target_os = "linux"))]
mod platform {
    use tauri::{AppHandle, WebviewWindow};

    /// The engines of these systems bring their pages back themselves.
    pub(super) fn on_page_crash(_: &WebviewWindow, _: impl Fn(&AppHandle) + Send + 'static) {}

    /// The engines of these systems choose by themselves.
    pub(super) fn spare_opengl() {}

    #[expect(clippy::unnecessary_wraps, reason = "the same shape on every platform")]
    pub(super) fn ensure_usable() -> Result<(), String> {
        Ok(())
    }

    pub(super) fn is_dark() -> bool {
        false
    }

    /// Windows always does. macOS too, but there only a private interface makes windows transparent.
    pub(super) fn is_transparent() -> bool {
        cfg!(windows)
    }
}
