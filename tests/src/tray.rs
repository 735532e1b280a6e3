//! Portico's tray as the desktop sees it: the process, its item on the bus, its menu.

use std::fs;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use rustix::process::Signal;
use serde::de::DeserializeOwned;
use zbus::MatchRule;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::{Message, Type};
use zbus::names::BusName;
use zbus::zvariant::{DeserializeValue, OwnedObjectPath, Type as Signature, Value};

use crate::desktop::{Desktop, logged};
use crate::host::{WATCHER, WATCHER_PATH};
use crate::menu::{Layout, Menu};
use crate::processes::{self, Process, Running};
use crate::{SOON, binaries, wait_until};

const ITEM: &str = "org.kde.StatusNotifierItem";
const MENU: &str = "com.canonical.dbusmenu";
const MARK: &str = "PORTICO_TEST_TRAY";

/// A running portico-tray. Killed on drop.
#[derive(Debug)]
pub struct Tray {
    running: Running,
    mark: String,
}

impl Tray {
    /// Starts `portico-tray ARGUMENTS` on this desktop.
    pub fn start(desktop: &Desktop, arguments: &[&str]) -> Self {
        let sandbox = &desktop.sandbox;
        // Marked apart from the desktop's other programs, so that whatever it starts is found, detached or not.
        let mark = format!("{}-{}", sandbox.path().display(), sandbox.processes().len());
        let mut command = sandbox.command(binaries::ours("portico-tray"));
        let running = logged(sandbox, command.args(arguments).env(MARK, &mark));
        Self { running, mark }
    }

    pub fn pid(&self) -> u32 {
        self.running.pid()
    }

    /// Waits until its item is registered with the desktop's tray host.
    #[track_caller]
    pub fn item(&mut self, desktop: &Desktop) -> TrayItem {
        wait_until("the tray's item on the bus", SOON, || {
            if let Some(status) = self.running.ended() {
                panic!("portico-tray ended with {status} before it registered an item");
            }
            let items = TrayItem::all(desktop);
            items.iter().find(|item| item.pid() == Some(self.pid())).cloned().ok_or(items)
        })
    }

    /// Returns the process itself and all that it started and still lives, browsers excepted that left the sandbox's environment.
    pub fn processes(&self) -> Vec<Process> {
        processes::with_variable(MARK, &self.mark)
    }

    /// Waits until all its threads sleep and stay asleep: it has done what there was to do, and waits for something to happen.
    #[track_caller]
    pub fn wait_idle(&self) {
        let (mut last, mut unchanged) = (String::new(), 0);
        wait_until("the tray to have nothing to do", SOON, || {
            let switches = processes::switches(self.pid());
            unchanged = if switches == last { unchanged + 1 } else { 0 };
            last = switches;
            if unchanged >= 25 { Ok(()) } else { Err(last.clone()) }
        });
    }

    /// Sends SIGTERM, as a session does at its end.
    pub fn terminate(&self) {
        processes::signal(self.pid(), Signal::TERM);
    }

    /// Sends SIGINT, as Ctrl+C does.
    pub fn interrupt(&self) {
        processes::signal(self.pid(), Signal::INT);
    }

    /// Waits for its end and returns the exit code, `None` when a signal ended it.
    #[track_caller]
    pub fn wait_exit(&mut self) -> Option<i32> {
        self.running.wait().code()
    }

    /// Returns what it holds now.
    pub fn holdings(&self, desktop: &Desktop) -> Holdings {
        let pid = self.pid();
        let connections = desktop.connections_of(pid);
        Holdings {
            threads: processes::threads(pid),
            files: processes::open_files(pid),
            connections: connections.len(),
            match_rules: connections.iter().map(|(_, rules)| rules).sum(),
        }
    }

    /// Returns its own memory in KB.
    pub fn memory(&self) -> usize {
        processes::own_memory(self.pid())
    }

    /// Stops it while something happens, so that it meets all of that at once.
    pub fn while_paused<T>(&self, happens: impl FnOnce() -> T) -> T {
        self.pause();
        let result = happens();
        processes::signal(self.pid(), Signal::CONT);
        result
    }

    fn pause(&self) {
        processes::signal(self.pid(), Signal::STOP);
        wait_until("the tray to stop", SOON, || {
            let stat = fs::read_to_string(format!("/proc/{}/stat", self.pid())).unwrap();
            if stat.contains(") T ") { Ok(()) } else { Err(stat) }
        });
    }

    pub fn is_running(&mut self) -> bool {
        self.running.ended().is_none()
    }
}

/// What a process holds and could forget to give back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holdings {
    pub threads: usize,
    pub files: usize,
    /// Connections to the session bus.
    pub connections: usize,
    /// What the bus looks out for on its behalf.
    pub match_rules: usize,
}

/// An item as a tray host sees it.
#[derive(Clone, Debug)]
pub struct TrayItem {
    connection: Connection,
    pub bus_name: String,
    pub path: String,
}

impl TrayItem {
    /// Returns every item that the desktop's tray host knows; none when there is no host.
    pub fn all(desktop: &Desktop) -> Vec<Self> {
        let connection = desktop.connection();
        let Ok(items) =
            property::<Vec<String>>(connection, WATCHER, WATCHER_PATH, WATCHER, "RegisteredStatusNotifierItems")
        else {
            return Vec::new();
        };
        let item = |address: String| {
            let (bus_name, path) = address.split_once('/')?;
            Some(Self { connection: connection.clone(), bus_name: bus_name.to_owned(), path: format!("/{path}") })
        };
        items.into_iter().filter_map(item).collect()
    }

    pub fn pid(&self) -> Option<u32> {
        let name = BusName::try_from(self.bus_name.as_str()).unwrap();
        DBusProxy::new(&self.connection).unwrap().get_connection_unix_process_id(name).ok()
    }

    pub fn id(&self) -> String {
        self.property("Id")
    }

    pub fn title(&self) -> String {
        self.property("Title")
    }

    pub fn category(&self) -> String {
        self.property("Category")
    }

    /// Returns the tooltip's title and text.
    pub fn tool_tip(&self) -> (String, String) {
        let (_icon, _pixmaps, title, text) =
            self.property::<(String, Vec<(i32, i32, Vec<u8>)>, String, String)>("ToolTip");
        (title, text)
    }

    /// Whether a left click is meant to open the menu instead of activating.
    pub fn item_is_menu(&self) -> bool {
        self.property("ItemIsMenu")
    }

    /// Returns width and height of each icon the item brings along.
    pub fn icon_sizes(&self) -> Vec<(i32, i32)> {
        self.icons().into_iter().map(|(width, height, _argb)| (width, height)).collect()
    }

    /// Returns width, height and the pixels (alpha, red, green, blue) of each icon the item brings along.
    pub fn icons(&self) -> Vec<(i32, i32, Vec<u8>)> {
        self.property("IconPixmap")
    }

    /// A left click at this place of the screen.
    #[track_caller]
    pub fn activate(&self, x: i32, y: i32) {
        self.call(&self.path, ITEM, "Activate", &(x, y));
    }

    /// Returns the whole menu as it is now.
    #[track_caller]
    pub fn menu(&self) -> Menu {
        let reply = self
            .connection
            .call_method(
                Some(self.bus_name.as_str()),
                self.menu_path().as_str(),
                Some(MENU),
                "GetLayout",
                &(0, -1, Vec::<&str>::new()),
            )
            .unwrap();
        let (revision, root): (u32, Layout) = reply.body().deserialize().unwrap();
        Menu::new(revision, root)
    }

    /// Waits until the menu satisfies a condition, and returns it.
    #[track_caller]
    pub fn wait_menu(&self, what: &str, mut fits: impl FnMut(&Menu) -> bool) -> Menu {
        wait_until(what, SOON, || {
            let menu = self.menu();
            if fits(&menu) { Ok(menu) } else { Err(menu.outline()) }
        })
    }

    /// Clicks the row with this id, and returns whether it was still there. As for a panel any other answer does not matter: the
    /// row that ends the program answers perhaps not at all.
    pub fn click(&self, id: i32) -> bool {
        let answer = self.connection.call_method(
            Some(self.bus_name.as_str()),
            self.menu_path().as_str(),
            Some(MENU),
            "Event",
            &(id, "clicked", Value::from(0), 0_u32),
        );
        !matches!(answer, Err(zbus::Error::MethodError(name, ..)) if name == "org.freedesktop.DBus.Error.InvalidArgs")
    }

    /// Clicks the row with this id at the very moment that `change` happens: the tray is stopped for both and meets them at once.
    #[track_caller]
    pub fn click_during(&self, tray: &Tray, id: i32, change: impl FnOnce()) {
        let click = Message::method_call(self.menu_path().as_str(), "Event")
            .unwrap()
            .destination(self.bus_name.as_str())
            .unwrap()
            .interface(MENU)
            .unwrap()
            .build(&(id, "clicked", Value::from(0), 0_u32))
            .unwrap();
        tray.while_paused(|| {
            change();
            self.connection.send(&click).unwrap();
        });
    }

    /// Clicks the row at this path of labels in the menu as it is now: once more when the menu is drawn anew in between, as
    /// whoever clicks would see that nothing happened.
    #[track_caller]
    pub fn click_row(&self, path: &[&str]) {
        wait_until("a row to click", SOON, || {
            let id = self.menu().row(path).id;
            if self.click(id) { Ok(()) } else { Err(format!("{path:?} had the number {id}")) }
        });
    }

    /// Begins to count the menu's `LayoutUpdated` signals.
    pub fn layout_updates(&self) -> LayoutUpdates {
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .sender(self.bus_name.as_str())
            .unwrap()
            .interface(MENU)
            .unwrap()
            .member("LayoutUpdated")
            .unwrap()
            .build();
        let signals = MessageIterator::for_match_rule(rule, &self.connection, None).unwrap();
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || signals.take_while(Result::is_ok).try_for_each(|_| sender.send(())));
        LayoutUpdates(receiver)
    }

    /// Returns the object path of the menu.
    pub fn menu_path(&self) -> String {
        self.property::<OwnedObjectPath>("Menu").to_string()
    }

    #[track_caller]
    fn property<T: DeserializeOwned + Signature>(&self, name: &str) -> T {
        property(&self.connection, &self.bus_name, &self.path, ITEM, name)
            .unwrap_or_else(|error| panic!("{name} of {}: {error}", self.bus_name))
    }

    #[track_caller]
    fn call(&self, path: &str, interface: &str, method: &str, body: &(impl serde::Serialize + Signature)) {
        let reply = self.connection.call_method(Some(self.bus_name.as_str()), path, Some(interface), method, body);
        reply.unwrap_or_else(|error| panic!("{method} on {}: {error}", self.bus_name));
    }
}

/// The `LayoutUpdated` signals of one menu from some moment on.
#[derive(Debug)]
pub struct LayoutUpdates(Receiver<()>);

impl LayoutUpdates {
    /// Waits for the next signal.
    #[track_caller]
    pub fn wait(&self) {
        self.0.recv_timeout(SOON).expect("the menu should say that it changed (LayoutUpdated)");
    }

    /// Returns how many have come since the last look.
    pub fn count(&self) -> usize {
        self.0.try_iter().count()
    }
}

fn property<T: DeserializeOwned + Signature>(
    connection: &Connection,
    bus_name: &str,
    path: &str,
    interface: &str,
    name: &str,
) -> zbus::Result<T> {
    let properties = Some("org.freedesktop.DBus.Properties");
    let reply = connection.call_method(Some(bus_name), path, properties, "Get", &(interface, name))?;
    let body = reply.body();
    let value: DeserializeValue<'_, T> = body.deserialize()?;
    Ok(value.0)
}
