//! A desktop of its own for one test: a private session bus, a private display, and a tray host or none.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use zbus::blocking::{Connection, connection, fdo::DBusProxy};
use zbus::zvariant::Value;

use crate::host::{TrayHost, WATCHER};
use crate::processes::Running;
use crate::sandbox::Sandbox;
use crate::screen::Screen;
use crate::{SOON, binaries, panel, wait_until};

/// A running desktop around a [`Sandbox`]. Everything in it ends on drop; a failing test leaves a screenshot in `target/test-shots`.
#[derive(Debug)]
pub struct Desktop {
    pub sandbox: Sandbox,
    connection: Connection,
    host: Option<TrayHost>,
    last_host: Option<TrayHost>,
    panel: Option<Running>,
    processes: Vec<Running>,
}

impl Desktop {
    /// A bus and a display (1280 × 800, with `GDK_SCALE=2` twice as many dots), no tray host and no window manager.
    pub fn bare(mut sandbox: Sandbox) -> Self {
        let bus = sandbox.path().join("run/bus");
        let address = format!("unix:path={}", bus.display());
        let config = sandbox.path().join("bus.conf");
        fs::write(&config, bus_config(&address, &sandbox.path().join("data/dbus-1/services"))).unwrap();
        for (variable, value) in SESSION {
            sandbox.set(variable, value);
        }
        sandbox.set("DBUS_SESSION_BUS_ADDRESS", &address);

        let mut daemon = sandbox.command(binaries::system("dbus-daemon", "dbus-daemon"));
        daemon.args(["--nofork", "--nopidfile", "--print-address=1", "--config-file"]).arg(config);
        let (daemon, _) = start_and_read_line(&sandbox, "dbus-daemon", &mut daemon);
        let mut xvfb = sandbox.command(binaries::system("Xvfb", "xvfb"));
        let screen = if sandbox.variable("GDK_SCALE").is_some_and(|scale| scale == "2") {
            "2560x1600x24"
        } else {
            "1280x800x24"
        };
        xvfb.args(["-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp", "-noreset"]);
        let (xvfb, display) = start_and_read_line(&sandbox, "Xvfb", &mut xvfb);
        sandbox.set("DISPLAY", format!(":{display}"));

        let connection = connection_to(&address).build().unwrap();
        Self { sandbox, connection, host: None, last_host: None, panel: None, processes: vec![xvfb, daemon] }
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
        desktop.start_panel();
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
        self.host.insert(TrayHost::start(connection_to(&self.address())))
    }

    /// Starts a tray host that restarts as the first item registers, before it answers.
    pub fn start_host_that_restarts(&mut self) {
        let (first, second) = (connection_to(&self.address()), connection_to(&self.address()));
        self.host = Some(TrayHost::start_that_restarts(first, second));
    }

    /// Ends the tray host: its name leaves the bus, as when a panel crashes.
    #[track_caller]
    pub fn stop_host(&mut self) {
        let host = self.host.take().expect("a host was started");
        host.stop();
        // Dropped at once, it could leave a registration without an answer, and its item waiting for ever.
        self.last_host = Some(host);
        self.wait_for_no_name(WATCHER);
    }

    /// Kills the panel and starts it again.
    #[track_caller]
    pub fn restart_panel(&mut self) {
        drop(self.panel.take().expect("a panel was started"));
        self.wait_for_no_name(WATCHER);
        self.start_panel();
    }

    /// Gives the panel another height and another color (red, green, blue, each from 0 to 1), as its settings window does.
    #[track_caller]
    pub fn set_panel(&self, height: u32, color: [f64; 3]) {
        let [red, green, blue] = color.map(Value::from);
        let color = Value::from(vec![red, green, blue, Value::from(1.0)]);
        for (property, value) in
            [("size", Value::from(height)), ("background-style", 1_u32.into()), ("background-rgba", color)]
        {
            let name = Some(panel::SETTINGS_NAME);
            let body = ("xfce4-panel", format!("/panels/panel-1/{property}"), value);
            self.connection.call_method(name, "/org/xfce/Xfconf", name, "SetProperty", &body).unwrap();
        }
    }

    fn start_panel(&mut self) {
        self.panel = Some(logged(&self.sandbox, &mut panel::panel(&self.sandbox)));
        self.wait_for_name(WATCHER);
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

    #[track_caller]
    fn wait_for_no_name(&self, name: &str) {
        wait_until(&format!("{name} to leave the bus"), SOON, || {
            if self.has_name(name) { Err("still there") } else { Ok(()) }
        });
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

    /// Returns the connections that a process has to the bus, and how many match rules each has.
    pub(crate) fn connections_of(&self, pid: u32) -> Vec<(String, usize)> {
        let bus = DBusProxy::new(&self.connection).unwrap();
        let rules = self.match_rules();
        let names = bus.list_names().unwrap().into_iter().filter(|name| name.starts_with(':'));
        // One that left meanwhile is nobody's.
        let own = names.filter(|name| bus.get_connection_unix_process_id(name.inner().clone()) == Ok(pid));
        own.map(|name| (name.to_string(), rules.get(name.as_str()).map_or(0, Vec::len))).collect()
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

/// A session bus that starts no services but those that a test puts into the sandbox before: what is not running is not there.
fn bus_config(address: &str, services: &Path) -> String {
    let services = services.display();
    format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>{address}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
  <!-- As session buses have it; the built-in limit is for the system bus. -->
  <limit name="max_replies_per_connection">50000</limit>
</busconfig>
"#
    )
}

/// A connection to the bus, to be built. Calls on it fail after five seconds.
fn connection_to(address: &str) -> connection::Builder<'static> {
    connection::Builder::address(address).unwrap().method_timeout(Duration::from_secs(5))
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
