//! A desktop of its own for one test: a private session bus, a private display, and a tray host or none.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use zbus::blocking::{Connection, connection, fdo::DBusProxy};

use crate::host::{TrayHost, WATCHER};
use crate::processes::Running;
use crate::sandbox::Sandbox;
use crate::screen::Screen;
use crate::tray::TrayItem;
use crate::{SOON, binaries, panel, wait_until};

/// A running desktop around a [`Sandbox`]. Everything in it ends on drop; a failing test leaves a screenshot in `target/test-shots`.
#[derive(Debug)]
pub struct Desktop {
    pub sandbox: Sandbox,
    connection: Connection,
    host: Option<TrayHost>,
    processes: Vec<Running>,
}

impl Desktop {
    /// A bus and a display (1280 × 800), no tray host and no window manager.
    pub fn bare(mut sandbox: Sandbox) -> Self {
        let bus = sandbox.path().join("run/bus");
        let address = format!("unix:path={}", bus.display());
        let config = sandbox.path().join("bus.conf");
        fs::write(&config, bus_config(&address)).unwrap();
        for (variable, value) in SESSION {
            sandbox.set(variable, value);
        }
        sandbox.set("DBUS_SESSION_BUS_ADDRESS", &address);

        let mut daemon = sandbox.command(binaries::system("dbus-daemon", "dbus-daemon"));
        daemon.args(["--nofork", "--nopidfile", "--print-address=1", "--config-file"]).arg(config);
        let (daemon, _) = start_and_read_line(&sandbox, "dbus-daemon", &mut daemon);
        let mut xvfb = sandbox.command(binaries::system("Xvfb", "xvfb"));
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]);
        let (xvfb, display) = start_and_read_line(&sandbox, "Xvfb", &mut xvfb);
        sandbox.set("DISPLAY", format!(":{display}"));

        let connection = connect(&address);
        Self { sandbox, connection, host: None, processes: vec![xvfb, daemon] }
    }

    /// [`Desktop::bare`] with the harness's own tray host.
    pub fn with_host(sandbox: Sandbox) -> Self {
        let mut desktop = Self::bare(sandbox);
        desktop.start_host();
        desktop
    }

    /// [`Desktop::with_host`] with the real xfwm4. For everything that shows windows: without a window manager the keyboard focus
    /// comes and goes as it likes, and what hides without it does, too.
    pub fn with_windows(sandbox: Sandbox) -> Self {
        let mut desktop = Self::bare(sandbox);
        desktop.start_window_manager();
        desktop.start_host();
        desktop
    }

    /// [`Desktop::bare`] with the real xfwm4 and xfce4-panel, the panel at the top of the screen with a tray and nothing else.
    pub fn with_panel(sandbox: Sandbox) -> Self {
        let mut desktop = Self::bare(sandbox);
        desktop.start_window_manager();
        desktop.start(panel::panel(&desktop.sandbox));
        desktop.wait_for_name(WATCHER);
        desktop
    }

    /// Starts the real xfwm4 and waits until it manages windows.
    pub fn start_window_manager(&mut self) {
        self.start(panel::settings(&self.sandbox));
        self.wait_for_name(panel::SETTINGS_NAME);
        self.start(panel::window_manager(&self.sandbox));
        wait_until("the window manager", SOON, || {
            let mut xprop = self.sandbox.command(binaries::system("xprop", "x11-utils"));
            xprop.args(["-root", "_NET_SUPPORTING_WM_CHECK"]);
            let answer = self.sandbox.run(&mut xprop, None);
            if answer.stdout.contains("window id") { Ok(()) } else { Err(answer) }
        });
    }

    /// Starts the harness's own tray host; also later than the programs that look for one.
    pub fn start_host(&mut self) -> &TrayHost {
        self.host.insert(TrayHost::start(connect(&self.address())))
    }

    /// Ends the tray host: its name leaves the bus, as when a panel crashes.
    ///
    /// An item registers first and begins to listen for hosts a moment later; ended between the two, it would never come back.
    #[track_caller]
    pub fn stop_host(&mut self) {
        wait_until("every item to listen for tray hosts", SOON, || {
            let rules = self.match_rules();
            let listens = |item: &TrayItem| {
                let rules = item.owner().and_then(|owner| rules.get(&owner));
                rules.is_some_and(|rules| rules.iter().any(|rule| rule.contains(WATCHER)))
            };
            if TrayItem::all(self).iter().all(listens) { Ok(()) } else { Err(rules) }
        });
        self.host.take().expect("a host was started").stop();
        wait_until("the tray host's name to go", SOON, || {
            if self.has_name(WATCHER) { Err("still there") } else { Ok(()) }
        });
    }

    /// Returns the harness's own tray host.
    #[track_caller]
    pub fn host(&self) -> &TrayHost {
        self.host.as_ref().expect("this desktop runs no tray host of the harness")
    }

    /// Looks at the display and uses its mouse and keyboard.
    pub fn screen(&self) -> Screen<'_> {
        Screen::new(&self.sandbox)
    }

    /// Starts a program that belongs to this desktop and runs until its end.
    pub fn start(&mut self, mut command: Command) {
        let running = logged(&self.sandbox, &mut command);
        self.processes.insert(0, running);
    }

    /// Waits until somebody owns this name on the bus.
    #[track_caller]
    pub fn wait_for_name(&self, name: &str) {
        wait_until(
            &format!("{name} on the bus"),
            SOON,
            || {
                if self.has_name(name) { Ok(()) } else { Err(self.names()) }
            },
        );
    }

    pub fn has_name(&self, name: &str) -> bool {
        self.names().iter().any(|owned| owned == name)
    }

    /// Returns the well-known names on the bus.
    pub fn names(&self) -> Vec<String> {
        let bus = DBusProxy::new(&self.connection).unwrap();
        bus.list_names().unwrap().iter().map(ToString::to_string).filter(|name| !name.starts_with(':')).collect()
    }

    /// A connection to the desktop's bus. Calls on it fail after five seconds.
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// What each connection on the bus listens for.
    fn match_rules(&self) -> HashMap<String, Vec<String>> {
        let stats = Some("org.freedesktop.DBus.Debug.Stats");
        let reply = self.connection.call_method(
            Some("org.freedesktop.DBus"),
            "/org/freedesktop/DBus",
            stats,
            "GetAllMatchRules",
            &(),
        );
        reply.unwrap().body().deserialize().unwrap()
    }

    fn address(&self) -> String {
        self.sandbox.variable("DBUS_SESSION_BUS_ADDRESS").expect("set at the start").to_string_lossy().into_owned()
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        if thread::panicking() {
            let name = thread::current().name().unwrap_or("test").replace("::", "-");
            if let Some(path) = self.screen().try_screenshot(&format!("failed-{name}")) {
                eprintln!("--- screenshot: {}", path.display());
            }
        }
    }
}

/// What a desktop session sets besides its addresses.
const SESSION: [(&str, &str); 5] = [
    // Accessibility would start a bus of its own for every program.
    ("NO_AT_BRIDGE", "1"),
    // No dconf, no gvfs: both are services that this bus does not start.
    ("GSETTINGS_BACKEND", "memory"),
    ("GIO_USE_VFS", "local"),
    ("GIO_USE_VOLUME_MONITOR", "unix"),
    // There is no graphics card to look for.
    ("LIBGL_ALWAYS_SOFTWARE", "1"),
];

/// A session bus that starts no services: what is not running is not there.
fn bus_config(address: &str) -> String {
    format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>{address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#
    )
}

fn connect(address: &str) -> Connection {
    connection::Builder::address(address).unwrap().method_timeout(Duration::from_secs(5)).build().unwrap()
}

/// Starts a program with its standard error in `NAME.log` of the sandbox.
pub(crate) fn logged(sandbox: &Sandbox, command: &mut Command) -> Running {
    let name = command.get_program().to_string_lossy().into_owned();
    let name = name.rsplit('/').next().expect("rsplit returns at least one part");
    let log = File::options().create(true).append(true).open(sandbox.path().join(format!("{name}.log"))).unwrap();
    Running::start(command.stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log))
}

/// Starts a program and waits for the first line it prints, which says that it is ready.
fn start_and_read_line(sandbox: &Sandbox, name: &str, command: &mut Command) -> (Running, String) {
    let log = File::create(sandbox.path().join(format!("{name}.log"))).unwrap();
    let mut running = Running::start(command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log));
    let mut line = String::new();
    BufReader::new(running.child.stdout.take().expect("piped above")).read_line(&mut line).unwrap();
    assert!(!line.is_empty(), "{name} ended at once, see its log");
    (running, line.trim().to_owned())
}
