//! Starting, and starting again.

use portico_tests::{Desktop, SOON, Tray, TrayItem, wait_until};

use super::{customers, start, start_with, wait_quick, web_processes, with};

#[test]
fn a_second_start_brings_up_quick_open_in_the_first() {
    let desktop = Desktop::with_windows(with(&customers()));
    let (mut tray, _item) = start(&desktop);
    assert_eq!(desktop.screen().windows("portico"), []);
    let second = desktop.sandbox.portico_tray::<&str>([]);
    insta::assert_snapshot!(second.transcript(), @"--- exit 0");
    wait_quick(&desktop);
    assert!(tray.is_running(), "the first goes on");
    assert_ne!(web_processes(&tray), [], "the window is the first one's");
    assert_eq!(desktop.host().registrations().len(), 1, "one icon, never two");
}

#[test]
fn a_second_start_at_login_brings_up_nothing() {
    let desktop = Desktop::with_windows(with(&customers()));
    let (tray, item) = start(&desktop);
    assert_eq!(desktop.sandbox.portico_tray(["--background"]).code, Some(0));
    // What the second start asked for came before this on the way to the first.
    item.menu();
    assert_eq!(desktop.screen().windows("portico"), []);
    assert_eq!(web_processes(&tray), []);
}

#[test]
fn a_second_start_is_a_message_and_needs_no_display_of_its_own() {
    let desktop = Desktop::with_windows(with(&customers()));
    let (_tray, _item) = start(&desktop);
    let program = desktop.sandbox.portico_path().with_file_name("portico-tray");
    let second = desktop.sandbox.run(desktop.sandbox.command(program).env("DISPLAY", ":61234"), None);
    insta::assert_snapshot!(second.transcript(), @"--- exit 0");
    wait_quick(&desktop);
}

#[test]
fn two_starts_at_the_same_moment_make_one_icon() {
    let desktop = Desktop::with_host(with(&customers()));
    let mut trays = [Tray::start(&desktop, &["--background"]), Tray::start(&desktop, &["--background"])];
    wait_until("one of two to end", SOON, || {
        let running = trays.each_mut().map(Tray::is_running);
        if running.contains(&false) { Ok(()) } else { Err(running) }
    });
    let [first, second] = &mut trays;
    let (stays, ends) = if first.is_running() { (first, second) } else { (second, first) };
    assert_eq!(ends.wait_exit(), Some(0));
    stays.item(&desktop);
    assert_eq!(desktop.host().registrations().len(), 1);
}

#[test]
fn portico_without_a_command_returns_when_the_tray_is_there() {
    let desktop = Desktop::with_windows(with(&customers()));
    let output = desktop.sandbox.portico::<&str>([]);
    let items = TrayItem::all(&desktop);
    insta::assert_snapshot!(output.transcript(), @"--- exit 0");
    assert_eq!(items.len(), 1, "at once, not some time later");

    let pid = items[0].pid().unwrap();
    let processes = desktop.sandbox.processes();
    let tray = processes.iter().find(|process| process.pid == pid).expect("the tray lives on");
    assert_eq!(tray.group, pid, "Ctrl+C in the terminal that started it does not reach it");

    let again = desktop.sandbox.portico::<&str>([]);
    insta::assert_snapshot!(again.transcript(), @"--- exit 0");
    wait_quick(&desktop);
    assert_eq!(desktop.host().registrations().len(), 1);
}

#[test]
fn the_tray_survives_the_terminal_that_started_it() {
    let desktop = Desktop::with_windows(with(&customers()));
    let script = "\"$@\"; echo returned $?; exec sleep 600";
    let portico = desktop.sandbox.portico_path();
    let terminal = desktop.sandbox.terminal_running("/bin/sh", ["-c", script, "sh", &portico.to_string_lossy()]);
    terminal.wait_for("returned 0");
    drop(terminal);
    let item = TrayItem::all(&desktop).remove(0);
    item.activate(0, 0);
    wait_quick(&desktop);
}

#[test]
fn a_tray_started_with_a_window_shows_it() {
    for (window, title) in [("quick", super::QUICK), ("manage", "Portico: customers")] {
        let desktop = Desktop::with_windows(with(&customers()));
        let _started = start_with(&desktop, &["--show", window]);
        assert!(desktop.screen().wait_window("portico").title.starts_with(title));
    }
}
