//! From a click on the tray's icon to painted rows on the screen, as a camera in front of it would see it.
//!
//! The click is `Activate` on the bus, which is what a panel sends. A small program watches the part of the screen where the first
//! rows stand.

use std::time::Duration;

use portico_tests::{Desktop, SOON, Sandbox, Tray, TrayItem, Window, wait_until};

use crate::ground::{self, Watcher};
use crate::report::{Row, median, shown};

const COLD: usize = 10;
const WARM: usize = 20;

/// A part of the window's title.
const QUICK: &str = "Portico";

pub(crate) fn click_to_rows() -> Vec<Row> {
    let sandbox = Sandbox::new();
    sandbox.write_registry(&ground::registry(1_000));
    let desktop = Desktop::with_windows(sandbox);
    let program = ground::compiled(&desktop.sandbox, "painted", &["x11"]);
    let place = first_rows(&desktop);
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
    vec![row("cold, no web process yet", cold, 400), row("warm, shown before", warm, 60)]
}

fn row(which: &str, time: Duration, most: u64) -> Row {
    Row {
        what: format!("quick open, 1,000 customers: click on the icon → rows on the screen, {which}"),
        budget: format!("≤ {most} ms"),
        measured: shown(time),
        peer: String::new(),
        ratio: None,
        reached: Some(time <= Duration::from_millis(most)),
    }
}

/// Returns where the names of the first rows stand: left, top, width, height.
fn first_rows(desktop: &Desktop) -> [i32; 4] {
    let (tray, item) = start(desktop);
    item.activate(0, 0);
    let window: Window = desktop.screen().wait_window("portico");
    desktop.screen().wait_painted(&window);
    end(desktop, tray);
    let (x, y) = window.center();
    [x - 260, y - 140, 240, 120]
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
    let began = std::time::Instant::now();
    item.activate(0, 0);
    eye.ask();
    eye.wait("painted") - began
}

/// Has quick open hide itself, as somebody does who has seen enough. Keys that come before the window has the keyboard get lost.
fn hide(desktop: &Desktop, tray: &Tray) {
    let screen = desktop.screen();
    wait_until("quick open to have the keyboard", SOON, || {
        let focused = screen.focused();
        if focused.contains(QUICK) { Ok(()) } else { Err(focused) }
    });
    wait_until("quick open to hide", SOON, || {
        screen.keys(&["Escape"]);
        let left = screen.windows("portico");
        if left.is_empty() { Ok(()) } else { Err(left) }
    });
    tray.wait_idle();
}
