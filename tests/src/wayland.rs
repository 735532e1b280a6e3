//! A Wayland desktop: sway without a screen, looked at and steered over its socket.

use std::fs;
use std::path::PathBuf;

use rustix::process::getuid;
use serde_json::Value;

use crate::desktop::{Desktop, logged};
use crate::processes::Running;
use crate::sandbox::Sandbox;
use crate::{SOON, binaries, wait_until};

/// A window on the Wayland desktop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surface {
    pub title: String,
    pub app: String,
    pub focused: bool,
    /// It asks for attention.
    pub urgent: bool,
    /// Left, top, width and height.
    pub place: [i64; 4],
}

/// A keyboard that is plugged in.
#[derive(Debug)]
pub struct Keyboard {
    _wtype: Running,
}

impl Desktop {
    /// [`Desktop::with_host`] with sway: programs started from now on show their windows there. The X display is left to those that
    /// know no other, as Xwayland's would be.
    ///
    /// `rules` are lines of sway's configuration.
    pub fn with_sway(sandbox: Sandbox, rules: &str) -> Self {
        let mut desktop = Self::with_host(sandbox);
        let config = desktop.sandbox.path().join("sway.conf");
        fs::write(&config, format!("xwayland disable\noutput HEADLESS-1 resolution 1280x800\n{rules}\n")).unwrap();
        let sway = binaries::system("sway", "sway");
        let mut command = if getuid().is_root() {
            // It does not run for root, so it gets to see another user.
            let mut unshare = desktop.sandbox.command(binaries::system("unshare", "util-linux"));
            unshare.args(["--user", "--map-user=1000", "--map-group=1000"]).arg(sway);
            unshare
        } else {
            desktop.sandbox.command(sway)
        };
        for (variable, value) in
            [("WLR_BACKENDS", "headless"), ("WLR_RENDERER", "pixman"), ("WLR_LIBINPUT_NO_DEVICES", "1")]
        {
            command.env(variable, value);
        }
        command.env_remove("DISPLAY").arg("-c").arg(config);
        desktop.start(command);
        let display = wait_until("sway", SOON, || desktop.socket("wayland-", "").ok_or("no display yet"));
        let display = display.file_name().expect("it was found by its name").to_owned();
        let ipc = wait_until("sway's socket", SOON, || desktop.socket("sway-ipc.", ".sock").ok_or("no socket yet"));
        desktop.sandbox.set("WAYLAND_DISPLAY", display).set("SWAYSOCK", ipc);
        desktop.sandbox.set("XDG_SESSION_TYPE", "wayland");
        desktop
    }

    /// Has sway do something: `[title="…"] focus`.
    #[track_caller]
    pub fn sway(&self, command: &str) {
        let mut swaymsg = self.sandbox.command(binaries::system("swaymsg", "sway"));
        self.sandbox.run(swaymsg.arg(command), None).done();
    }

    /// Returns the windows on the Wayland desktop.
    #[track_caller]
    pub fn surfaces(&self) -> Vec<Surface> {
        let mut swaymsg = self.sandbox.command(binaries::system("swaymsg", "sway"));
        let tree = self.sandbox.run(swaymsg.args(["-t", "get_tree"]), None).done().stdout;
        let mut surfaces = Vec::new();
        collect(&serde_json::from_str(&tree).unwrap(), &mut surfaces);
        surfaces
    }

    /// Waits for a window with this title that fits.
    #[track_caller]
    pub fn wait_surface(&self, title: &str, fits: impl Fn(&Surface) -> bool) -> Surface {
        wait_until(&format!("the window {title}"), SOON, || {
            let surfaces = self.surfaces();
            surfaces.iter().find(|surface| surface.title == title && fits(surface)).cloned().ok_or(surfaces)
        })
    }

    /// Waits until there is no window with this title.
    #[track_caller]
    pub fn wait_no_surface(&self, title: &str) {
        wait_until(&format!("the window {title} to go"), SOON, || {
            let surfaces = self.surfaces();
            if surfaces.iter().any(|surface| surface.title == title) { Err(surfaces) } else { Ok(()) }
        });
    }

    /// Plugs in a keyboard that types what these arguments of wtype say, and is then left alone. It is unplugged on drop.
    ///
    /// Without a keyboard no window has the focus, and one that is plugged in or out takes it from quick open, which hides: so it has
    /// to be there before.
    pub fn keyboard(&self, arguments: &[&str]) -> Keyboard {
        let mut wtype = self.sandbox.command(binaries::system("wtype", "wtype"));
        wtype.args(arguments).args(["-s", "3600000"]);
        Keyboard { _wtype: logged(&self.sandbox, &mut wtype) }
    }

    fn socket(&self, beginning: &str, end: &str) -> Option<PathBuf> {
        let entries = fs::read_dir(self.sandbox.path().join("run")).unwrap();
        let named = |name: &str| name.starts_with(beginning) && name.ends_with(end) && !name.ends_with(".lock");
        entries.flatten().find(|entry| entry.file_name().to_str().is_some_and(named)).map(|entry| entry.path())
    }
}

fn collect(node: &Value, surfaces: &mut Vec<Surface>) {
    if node["pid"].is_number() {
        let text = |key: &str| node[key].as_str().unwrap_or_default().to_owned();
        surfaces.push(Surface {
            title: text("name"),
            app: text("app_id"),
            focused: node["focused"] == true,
            urgent: node["urgent"] == true,
            place: ["x", "y", "width", "height"].map(|key| node["rect"][key].as_i64().unwrap_or_default()),
        });
    }
    for children in [&node["nodes"], &node["floating_nodes"]] {
        for child in children.as_array().into_iter().flatten() {
            collect(child, surfaces);
        }
    }
}
