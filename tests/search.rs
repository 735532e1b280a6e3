//! `portico-search` on a bus of its own, asked by the real `gdbus` as GNOME Shell and KRunner ask, and started by the bus.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a failing test says where")]

use std::{collections::HashMap, fs, path::PathBuf};

use portico_tests::{Desktop, Output, SOON, Sandbox, wait_until};

#[path = "search/asking.rs"]
mod asking;

#[path = "search/hostile.rs"]
mod hostile;

#[path = "search/leaving.rs"]
mod leaving;

#[path = "search/opening.rs"]
mod opening;

const NAME: &str = "io.portico.Portico.SearchProvider";
const GNOME: (&str, &str) = ("/io/portico/Portico/SearchProvider", "org.gnome.Shell.SearchProvider2");
const KDE: (&str, &str) = ("/runner", "org.kde.krunner1");

/// A desktop whose bus starts `portico-search`, which has scripts beside it that note how they were started.
struct Shell {
    desktop: Desktop,
}

impl Shell {
    fn new(registry: &str) -> Self {
        Self::with_idle(registry, 60_000)
    }

    fn with_idle(registry: &str, idle: u32) -> Self {
        let sandbox = Sandbox::new();
        sandbox.write_registry(registry);
        let programs = sandbox.path().join("bin");
        let services = sandbox.path().join("data/dbus-1/services");
        for folder in [&programs, &services] {
            fs::create_dir_all(folder).unwrap();
        }
        // A copy: a link would be followed to what stands beside the original.
        fs::copy(sandbox.search_path(), programs.join("portico-search")).unwrap();
        let log = sandbox.path().join("started");
        for (name, then) in
            [("portico", format!("exec {} \"$@\"", sandbox.portico_path().display())), ("portico-tray", String::new())]
        {
            let note = "printf '%s\\037' \"${0##*/}\" \"$XDG_ACTIVATION_TOKEN\" \"$@\" | tr '\\n' '~'; echo";
            sandbox.write_script(&format!("bin/{name}"), &format!("{{ {note}; }} >> {}\n{then}", log.display()));
        }
        let exec = programs.join("portico-search");
        let service = format!("[D-BUS Service]\nName={NAME}\nExec={} --idle {idle}\n", exec.display());
        fs::write(services.join(format!("{NAME}.service")), service).unwrap();
        let desktop = Desktop::bare(sandbox);
        // What a session does once it has a display.
        let display = format!(":{}", display(&desktop));
        let variables = HashMap::from([("DISPLAY", display)]);
        let bus = Some("org.freedesktop.DBus");
        desktop
            .connection()
            .call_method(bus, "/org/freedesktop/DBus", bus, "UpdateActivationEnvironment", &variables)
            .unwrap();
        Self { desktop }
    }

    /// Calls a method with the real gdbus. Arguments are in GVariant's text format.
    #[track_caller]
    fn call(&self, (path, interface): (&str, &str), method: &str, arguments: &[&str]) -> Output {
        let mut gdbus = self.desktop.sandbox.command("gdbus");
        gdbus.args(["call", "--session", "--dest", NAME, "--object-path", path, "--method"]);
        gdbus.arg(format!("{interface}.{method}")).args(arguments);
        self.desktop.sandbox.run(&mut gdbus, None)
    }

    #[track_caller]
    fn gnome(&self, method: &str, arguments: &[&str]) -> String {
        self.call(GNOME, method, arguments).done().stdout.trim().to_owned()
    }

    #[track_caller]
    fn kde(&self, method: &str, arguments: &[&str]) -> String {
        self.call(KDE, method, arguments).done().stdout.trim().to_owned()
    }

    /// Returns how programs were started: name, activation token, arguments.
    fn started(&self) -> Vec<Vec<String>> {
        let log = fs::read_to_string(self.desktop.sandbox.path().join("started")).unwrap_or_default();
        let words = |line: &str| line.trim_end_matches('\x1f').split('\x1f').map(str::to_owned).collect();
        log.lines().map(words).collect()
    }

    #[track_caller]
    fn wait_started(&self, count: usize) -> Vec<Vec<String>> {
        wait_until("started programs", SOON, || {
            let started = self.started();
            if started.len() >= count { Ok(started) } else { Err(started) }
        })
    }

    fn program(&self) -> PathBuf {
        self.desktop.sandbox.path().join("bin/portico-search")
    }

    /// Returns the process that has the name, which there has to be.
    fn pid(&self) -> u32 {
        let bus = zbus::blocking::fdo::DBusProxy::new(self.desktop.connection()).unwrap();
        bus.get_connection_unix_process_id(NAME.try_into().unwrap()).unwrap()
    }
}

fn display(desktop: &Desktop) -> String {
    let shown = desktop.sandbox.run(desktop.sandbox.command("sh").args(["-c", "echo ${DISPLAY#:}"]), None);
    shown.done().stdout.trim().to_owned()
}

fn id(last: u32) -> String {
    format!("8f3c1d52-6a0b-4a3e-9d57-0000{last:08x}")
}

/// A registry of these names, each with its number as the end of its tenant ID.
fn registry<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let tenants =
        names.into_iter().zip(1..).map(|(name, last)| serde_json::json!({ "name": name, "tenant_id": id(last) }));
    serde_json::json!({ "schema": 1, "tenants": tenants.collect::<Vec<_>>() }).to_string()
}
