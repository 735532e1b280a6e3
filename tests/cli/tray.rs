//! `portico` without a command, where there is no desktop for the tray.

use portico_tests::{Desktop, Sandbox};

#[test]
fn without_a_display_portico_says_what_works_here() {
    let output = Sandbox::new().portico::<&str>([]);
    insta::assert_snapshot!(output.transcript(), @"
    --- stderr
    error: the tray needs a desktop: neither DISPLAY nor WAYLAND_DISPLAY is set
    hint: without a desktop, `portico open TENANT` and `portico url TENANT` work
    hint: `portico --help` shows all commands
    --- exit 1
    ");
}

#[test]
fn without_a_session_bus_portico_says_so_and_does_not_stay() {
    let mut desktop = Desktop::bare(Sandbox::new());
    let elsewhere = desktop.sandbox.path().join("run/without-a-bus");
    std::fs::create_dir(&elsewhere).unwrap();
    desktop.sandbox.unset("DBUS_SESSION_BUS_ADDRESS");
    desktop.sandbox.set("XDG_RUNTIME_DIR", elsewhere.as_os_str());
    let output = desktop.sandbox.portico::<&str>([]);
    assert_eq!(output.code, Some(1), "{output:#?}");
    assert!(output.stderr.contains("bus"), "what is missing: {output:#?}");
    assert!(output.stderr.contains("hint: "), "and what to do: {output:#?}");
    let left: Vec<_> =
        desktop.sandbox.processes().into_iter().filter(|process| process.command.contains("portico-tray")).collect();
    assert_eq!(left, [], "no tray that nobody can see");
}
