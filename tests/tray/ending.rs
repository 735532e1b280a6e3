//! However it ends, nothing is left behind.

use portico_tests::{Desktop, SOON, Tray, TrayItem, wait_until};

use super::{CONTOSO, SINGLE_INSTANCE, customers, defender, start, wait_quick, with};

/// What a way to end does.
type End = fn(&Tray, &TrayItem);

/// The ways to end.
const WAYS: [(&str, End); 3] = [
    ("Quit", |_, item| item.click_row(&["Quit"])),
    ("SIGTERM", |tray, _| tray.terminate()),
    ("SIGINT", |tray, _| tray.interrupt()),
];

#[track_caller]
fn assert_gone(way: &str, desktop: &Desktop, tray: &mut Tray, item: &TrayItem) {
    assert_eq!(tray.wait_exit(), Some(0), "{way} is no failure");
    wait_until(&format!("its processes to end after {way}"), SOON, || {
        let left = tray.processes();
        if left.is_empty() { Ok(()) } else { Err(left) }
    });
    for name in [SINGLE_INSTANCE, &item.bus_name] {
        assert!(!desktop.has_name(name), "{name} is free again after {way}");
    }
    assert!(TrayItem::all(desktop).is_empty());
}

#[test]
fn it_ends_well_and_leaves_nothing_running() {
    for (way, end) in WAYS {
        let desktop = Desktop::with_host(with(&customers()));
        let (mut tray, item) = start(&desktop);
        assert!(desktop.has_name(SINGLE_INSTANCE));
        end(&tray, &item);
        assert_gone(way, &desktop, &mut tray, &item);
    }
}

#[test]
fn it_ends_well_with_quick_open_in_use() {
    for (way, end) in WAYS {
        let desktop = Desktop::with_windows(with(&customers()));
        let (mut tray, item) = start(&desktop);
        item.activate(0, 0);
        wait_quick(&desktop);
        end(&tray, &item);
        assert_gone(way, &desktop, &mut tray, &item);
    }
}

#[test]
fn it_ends_well_while_it_waits_for_a_panel() {
    let desktop = Desktop::bare(with(&customers()));
    let mut tray = Tray::start(&desktop, &["--background"]);
    desktop.wait_for_name(SINGLE_INSTANCE);
    tray.wait_idle();
    tray.terminate();
    assert_eq!(tray.wait_exit(), Some(0));
}

#[test]
fn it_ends_well_at_any_moment_of_its_start() {
    let desktop = Desktop::with_host(with(&customers()));
    for step in ["the first instruction", "its name on the bus"] {
        let mut tray = Tray::start(&desktop, &["--background"]);
        if step == "its name on the bus" {
            desktop.wait_for_name(SINGLE_INSTANCE);
        }
        tray.terminate();
        // Before the program has a word in it, the signal itself ends it.
        let code = tray.wait_exit();
        assert!(matches!(code, None | Some(0)), "at {step}: {code:?}");
        wait_until("its name to be free", SOON, || {
            if desktop.has_name(SINGLE_INSTANCE) { Err(desktop.names()) } else { Ok(()) }
        });
    }
    start(&desktop);
}

#[test]
fn after_its_end_it_can_be_started_again() {
    let desktop = Desktop::with_host(with(&customers()));
    for opened in 1..=2 {
        let (mut tray, item) = start(&desktop);
        item.click_row(&["★ Contoso Pharmaceuticals"]);
        assert_eq!(desktop.sandbox.wait_opened(opened), vec![defender(CONTOSO); opened]);
        item.click_row(&["Quit"]);
        assert_eq!(tray.wait_exit(), Some(0));
    }
}

#[test]
fn after_a_crash_it_can_be_started_again() {
    let desktop = Desktop::with_host(with(&customers()));
    let (tray, _item) = start(&desktop);
    drop(tray);
    let (_tray, item) = start(&desktop);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)]);
}
