//! From a click on the tray's icon to painted rows on the screen, as a camera in front of it would see it.
//!
//! The click is `Activate` on the bus, which is what a panel sends; for the customers window a click on a row of the menu. A small
//! program watches the part of the screen where the first rows stand.

use std::cell::RefCell;
use std::io::Write;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use portico_tests::{Desktop, SOON, Sandbox, Tray, TrayItem, Window, wait_until};

use crate::ground::{self, Watcher};
use crate::report::{self, Pair, Row, median, shown};

const COLD: usize = 10;
const WARM: usize = 20;

/// Customers in the customers window.
const MANY: usize = 5_000;

/// What is typed into its search, a key at a time: each finds others, or marks more of the same.
const TYPED: [&str; 5] = ["contoso", "retail", "malmo", "group", "wide"];

/// A part of the windows' titles.
const TITLE: &str = "Portico";

/// The row of the menu that asks for the customers window.
const MANAGE: &str = "Manage customers…";

pub(crate) fn click_to_rows() -> Vec<Row> {
    let sandbox = Sandbox::new();
    sandbox.write_registry(&ground::registry(1_000));
    let desktop = Desktop::with_windows(sandbox);
    let program = ground::compiled(&desktop.sandbox, "painted", &["x11"]);
    let place = first_rows(&desktop, |item| item.activate(0, 0), (-260, -140));
    let mut eye = Watcher::start(desktop.sandbox.command(program).args(place.map(|number| number.to_string())));

    let cold = (0..COLD).map(|_| {
        let (tray, item) = start(&desktop);
        let took = click(&mut eye, &item);
        end(&desktop, tray);
        took
    });
    let cold = median(cold.collect());

    let (tray, item) = start(&desktop);
    click(&mut eye, &item);
    let warm = (0..WARM).map(|_| {
        hide(&desktop, &tray);
        click(&mut eye, &item)
    });
    let warm = median(warm.collect());
    desktop.screen().screenshot("bench-quick-open");
    end(&desktop, tray);
    let quick = "quick open, 1,000 customers: click on the icon → rows on the screen";
    vec![
        row(format!("{quick}, cold, no web process yet"), cold, 400),
        row(format!("{quick}, warm, shown before"), warm, 60),
    ]
}

pub(crate) fn manage() -> Vec<Row> {
    let sandbox = Sandbox::new();
    sandbox.write_registry(&ground::registry(MANY));
    let desktop = Desktop::with_windows(sandbox);
    let program = ground::compiled(&desktop.sandbox, "painted", &["x11"]);
    let place = first_rows(&desktop, |item| item.click_row(&[MANAGE]), (-290, -200));
    let mut eye = Watcher::start(desktop.sandbox.command(program).args(place.map(|number| number.to_string())));

    let page = ground::compiled(&desktop.sandbox, "webpage", &["gtk+-3.0", "webkit2gtk-4.1"]);
    let page = || Watcher::start(&mut desktop.sandbox.command(&page));

    let eyes = RefCell::new(&mut eye);
    let ours = || {
        let (tray, item) = start(&desktop);
        let took = ask_for_manage(&mut eyes.borrow_mut(), &item);
        end(&desktop, tray);
        took
    };
    let peer = || {
        let took = show(&mut page(), &mut eyes.borrow_mut());
        wait_gone(&desktop);
        took
    };
    let cold = report::in_turn(COLD, ours, peer);

    let (tray, item) = start(&desktop);
    ask_for_manage(&mut eye, &item);
    let times = type_into(&desktop, &mut eye);
    desktop.screen().screenshot("bench-manage");
    end(&desktop, tray);
    let mut page = page();
    show(&mut page, &mut eye);
    let peer = median(type_into(&desktop, &mut eye));

    let worst = *times.iter().max().expect("keys were pressed");
    let manage = "customers window, 5,000 customers";
    let typed = format!("{manage}: keystroke in its search → rows on the screen");
    let median_of = format!("{typed}, median of {} keys", times.len());
    vec![
        cold.row_within(&format!("{manage}: click in the menu → rows on the screen, cold"), 500),
        Pair { ours: median(times), peer }.row_within(&median_of, 32),
        row(format!("{typed}, the slowest"), worst, 32),
    ]
}

/// Has the peer show its page, and returns how long it takes until rows are there.
fn show(page: &mut Watcher, eye: &mut Watcher) -> Duration {
    let began = Instant::now();
    page.ask("show");
    eye.ask("writing");
    eye.wait("painted") - began
}

/// Types texts a key at a time, and returns how long it takes after each until the rows change.
fn type_into(desktop: &Desktop, eye: &mut Watcher) -> Vec<Duration> {
    wait_keyboard(desktop);
    let mut typist = Typist::start(desktop);
    let mut times = Vec::new();
    for text in TYPED {
        typist.press("ctrl+f");
        times.extend(text.chars().map(|key| typist.time(eye, &key.to_string())));
        typist.time(eye, "Escape");
    }
    times
}

fn wait_gone(desktop: &Desktop) {
    wait_until("the window to go", SOON, || {
        let focused = desktop.screen().focused();
        if focused.contains(TITLE) { Err(focused) } else { Ok(()) }
    });
}

fn row(what: String, time: Duration, most: u64) -> Row {
    Row {
        what,
        budget: format!("≤ {most} ms"),
        measured: shown(time),
        peer: String::new(),
        ratio: None,
        reached: Some(time <= Duration::from_millis(most)),
    }
}

/// Returns where the names of the first rows stand: left, top, width, height. `off` is from the middle of the window to there.
fn first_rows(desktop: &Desktop, ask: impl FnOnce(&TrayItem), off: (i32, i32)) -> [i32; 4] {
    let (tray, item) = start(desktop);
    ask(&item);
    let window: Window = desktop.screen().wait_window("portico");
    desktop.screen().wait_painted(&window);
    end(desktop, tray);
    let (x, y) = window.center();
    [x + off.0, y + off.1, 240, 120]
}

fn start(desktop: &Desktop) -> (Tray, TrayItem) {
    let mut tray = Tray::start(desktop, &[]);
    let item = tray.item(desktop);
    tray.wait_idle();
    (tray, item)
}

fn end(desktop: &Desktop, mut tray: Tray) {
    tray.terminate();
    tray.wait_exit();
    desktop.screen().wait_no_window("portico");
}

/// Clicks on the icon, and returns how long it takes until rows are there.
fn click(eye: &mut Watcher, item: &TrayItem) -> Duration {
    let began = Instant::now();
    item.activate(0, 0);
    eye.ask("writing");
    eye.wait("painted") - began
}

/// Asks for the customers window in the menu, and returns how long it takes until rows are there.
fn ask_for_manage(eye: &mut Watcher, item: &TrayItem) -> Duration {
    let row = item.menu().row(&[MANAGE]).id;
    let began = Instant::now();
    item.click(row);
    eye.ask("writing");
    eye.wait("painted") - began
}

/// An `xdotool` that waits for keys: to start one takes longer than what is measured.
struct Typist(Child);

impl Typist {
    fn start(desktop: &Desktop) -> Self {
        let mut xdotool = desktop.sandbox.command("xdotool");
        Self(xdotool.arg("-").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap())
    }

    fn press(&mut self, key: &str) {
        writeln!(self.0.stdin.as_mut().expect("piped above"), "key --delay 0 {key}").unwrap();
    }

    /// Presses a key, and returns how long it takes until the rows change.
    fn time(&mut self, eye: &mut Watcher, key: &str) -> Duration {
        eye.ask("change");
        eye.wait("still");
        let began = Instant::now();
        self.press(key);
        eye.wait("changed") - began
    }
}

impl Drop for Typist {
    fn drop(&mut self) {
        // It ends by itself as well, when nothing more can come.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Has quick open hide itself, as somebody does who has seen enough. Keys that come before the window has the keyboard get lost.
fn hide(desktop: &Desktop, tray: &Tray) {
    let screen = desktop.screen();
    wait_keyboard(desktop);
    wait_until("quick open to hide", SOON, || {
        screen.keys(&["Escape"]);
        let left = screen.windows("portico");
        if left.is_empty() { Ok(()) } else { Err(left) }
    });
    tray.wait_idle();
}

fn wait_keyboard(desktop: &Desktop) {
    wait_until("the window to have the keyboard", SOON, || {
        let focused = desktop.screen().focused();
        if focused.contains(TITLE) { Ok(()) } else { Err(focused) }
    });
}
