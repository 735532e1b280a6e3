//! What the desktop offers: a display, a default browser, a place for the icon.

use portico_core::places;

use super::Finding;

/// Looks at the desktop.
pub(super) fn findings() -> Vec<Finding> {
    let Some(display) = places::display() else {
        return vec![Finding::note(
            "display",
            "neither DISPLAY nor WAYLAND_DISPLAY is set: browser and tray were not looked at",
        )];
    };
    let mut findings = vec![Finding::good("display", display)];
    findings.extend(platform::findings());
    findings
}

#[cfg(all(unix, not(target_os = "macos")))]
mod platform {
    use std::{
        fs,
        path::PathBuf,
        process::{Command, Stdio},
    };

    use portico_core::{display, places};
    use zbus::{
        blocking::{Connection, connection, fdo::DBusProxy, proxy},
        names::BusName,
    };

    use super::super::Finding;

    /// The name under which desktops offer a tray (freedesktop.org StatusNotifierItem).
    const WATCHER: &str = "org.kde.StatusNotifierWatcher";

    /// The name that a running tray has; the single-instance plugin makes it of the application's ID.
    const OURS: &str = "io.portico.Portico.SingleInstance";

    pub(super) fn findings() -> Vec<Finding> {
        let mut findings = vec![browser()];
        findings.extend(tray());
        findings.push(windows());
        findings
    }

    fn browser() -> Finding {
        let Some(entry) = ask("xdg-mime", &["query", "default", "x-scheme-handler/https"])
            .or_else(|| ask("xdg-settings", &["get", "default-web-browser"]))
        else {
            return Finding::wrong(
                "browser",
                "no default browser is set: opening may not work",
                "set one, for instance with `xdg-settings set default-web-browser firefox-esr.desktop`",
            );
        };
        match command_of(&entry) {
            Some(command) => Finding::good("browser", format!("{entry} starts {command}")),
            None => Finding::wrong(
                "browser",
                format!("the default browser is {entry}, which is not installed"),
                "set another, for instance with `xdg-settings set default-web-browser firefox-esr.desktop`",
            ),
        }
    }

    /// Returns the first line that a program says, if it says anything.
    fn ask(program: &str, arguments: &[&str]) -> Option<String> {
        let said = Command::new(program).args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        let said = String::from_utf8_lossy(&said.stdout).lines().next()?.trim().to_owned();
        (!said.is_empty()).then_some(said)
    }

    /// Returns what a desktop entry starts.
    fn command_of(entry: &str) -> Option<String> {
        let files = places::application_folders().into_iter().map(|folder: PathBuf| folder.join(entry));
        let text = files.into_iter().find_map(|file| fs::read_to_string(file).ok())?;
        let command = text.lines().find_map(|line| line.strip_prefix("Exec="))?;
        Some(display::safe(command.trim()).into_owned())
    }

    fn tray() -> Vec<Finding> {
        // A bus that does not answer must not keep the doctor waiting.
        let bus = connection::Builder::session().map(|bus| bus.method_timeout(std::time::Duration::from_secs(2)));
        let Ok(bus) = bus.and_then(connection::Builder::build) else {
            return vec![Finding::note("icon", "there is no session bus, so nothing can show Portico's icon")];
        };
        let runs = has_owner(&bus, OURS);
        let running = Finding::good("running", if runs { "the tray runs" } else { "the tray does not run now" });
        let icon = if is_host_there(&bus) {
            Finding::good("icon", "the desktop shows tray icons")
        } else {
            Finding::note("icon", "the desktop shows no tray icons now (on GNOME: the AppIndicator extension does)")
        };
        vec![running, icon]
    }

    fn has_owner(bus: &Connection, name: &str) -> bool {
        let (Ok(proxy), Ok(name)) = (DBusProxy::new(bus), BusName::try_from(name)) else { return false };
        proxy.name_has_owner(name).unwrap_or(false)
    }

    fn is_host_there(bus: &Connection) -> bool {
        let Ok(proxy) = proxy::Proxy::new(bus, WATCHER, "/StatusNotifierWatcher", WATCHER) else { return false };
        has_owner(bus, WATCHER) && proxy.get_property("IsStatusNotifierHostRegistered").unwrap_or(false)
    }

    fn windows() -> Finding {
        if places::is_webkit_without_dmabuf() {
            Finding::good("windows", "WEBKIT_DISABLE_DMABUF_RENDERER is set")
        } else {
            Finding::good("windows", "if they stay empty, start Portico with WEBKIT_DISABLE_DMABUF_RENDERER=1")
        }
    }
}

#[cfg(any(windows, target_os = "macos"))]
mod platform {
    use super::super::Finding;

    pub(super) fn findings() -> Vec<Finding> {
        vec![Finding::good("browser", "the system's default browser is started")]
    }
}
