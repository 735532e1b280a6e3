//! What a long day leaves behind: memory after a thousand portals and after fifty windows.

use portico_tests::{Desktop, SOON, Sandbox, Tray, wait_until};

use crate::ground;
use crate::memory::{Memory, webkit};
use crate::report::Row;

const OPENS: usize = 1_000;
const WINDOWS: usize = 50;
const FIRST_WINDOWS: usize = 5;

/// As many browsers as are on their way at the same time.
const AT_ONCE: usize = 20;

pub(crate) fn opens() -> Vec<Row> {
    let sandbox = Sandbox::new();
    sandbox.write_registry(&ground::registry(1_000));
    let desktop = Desktop::with_host(sandbox);
    let mut tray = Tray::start(&desktop, &[]);
    let item = tray.item(&desktop);
    // The first portals bring in what all later ones use.
    let favorites = ground::names(10);
    let mut opened = 0;
    let mut open = |count: usize| {
        for at in 0..count {
            item.click_row(&[&format!("★ {}", favorites[at % favorites.len()])]);
            opened += 1;
            if opened % AT_ONCE == 0 {
                desktop.sandbox.wait_opened(opened);
            }
        }
    };
    open(AT_ONCE);
    tray.wait_idle();
    let before = Memory::settled(tray.pid());
    open(OPENS);
    tray.wait_idle();
    let after = Memory::settled(tray.pid());
    vec![row(&format!("memory of the tray after {OPENS} portals"), before, after)]
}

pub(crate) fn windows() -> Vec<Row> {
    let sandbox = Sandbox::new();
    sandbox.write_registry(&ground::registry(1_000));
    let desktop = Desktop::with_windows(sandbox);
    let mut tray = Tray::start(&desktop, &[]);
    tray.item(&desktop);
    let cycle = || {
        desktop.sandbox.portico_tray(["--show", "manage"]).done();
        desktop.screen().wait_window("portico");
        // As the cross in the corner does.
        desktop.screen().keys(&["alt+F4"]);
        desktop.screen().wait_no_window("portico");
        wait_until("the web process to go", SOON, || {
            let left = webkit(tray.pid());
            if left.iter().any(|process| process.command.contains("WebProcess")) { Err(left) } else { Ok(()) }
        });
    };
    // The first windows bring in WebKit's libraries and its network process, which stay.
    (0..FIRST_WINDOWS).for_each(|_| cycle());
    let before = Memory::settled(tray.pid());
    (0..WINDOWS).for_each(|_| cycle());
    let after = Memory::settled(tray.pid());
    vec![row(&format!("memory of the tray after {WINDOWS} windows made and destroyed"), before, after)]
}

fn row(what: &str, before: Memory, after: Memory) -> Row {
    let ratio = after.0 as f64 / before.0 as f64;
    Row {
        what: what.to_owned(),
        budget: "≤ 1.1 × before".to_owned(),
        measured: after.shown(),
        peer: before.shown(),
        ratio: Some(ratio),
        reached: Some(ratio <= 1.1),
    }
}
