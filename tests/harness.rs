//! The harness tests itself, without Portico: if one of these fails, look here before you look at Portico.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "tests")]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use portico_tests::{Browser, Chromium, Desktop, SOON, Sandbox, TrayItem, WebDriver, keys, wait_until, with_variable};

const ADDRESS: &str = "https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44&x=%20#a@b";

// Sandbox

#[test]
fn a_command_sees_only_the_sandbox() {
    let sandbox = Sandbox::new();
    let environment = sandbox.run(&mut sandbox.command("env"), None).done().stdout;
    let harmless = ["PATH=", "LANG=", "PORTICO_LOGIN_HOSTS=commercial=127.0.0.1:1,us=127.0.0.1:1,china=127.0.0.1:1"];
    let outside =
        environment.lines().filter(|line| !line.contains("$") && !harmless.iter().any(|start| line.starts_with(start)));
    assert_eq!(outside.collect::<Vec<_>>(), Vec::<&str>::new(), "every folder lies in the sandbox");
}

#[test]
fn a_transcript_shows_both_streams_and_the_code() {
    let sandbox = Sandbox::new();
    let output =
        sandbox.run(sandbox.command("sh").args(["-c", "cat; echo $HOME/x; printf no >&2; exit 3"]), Some(b"typed\n"));
    insta::assert_snapshot!(output.transcript(), @r"
    typed
    $HOME/x
    --- stderr
    no⏎ missing
    --- exit 3
    ");
}

#[test]
fn what_a_test_leaves_running_ends_with_its_sandbox() {
    let sandbox = Sandbox::new();
    let folder = sandbox.path().to_string_lossy().into_owned();
    // setsid leaves the process group, as a browser does.
    sandbox.run(sandbox.command("sh").args(["-c", "setsid sleep 600 >/dev/null 2>&1 </dev/null &"]), None).done();
    wait_until("sleep to start", SOON, || {
        sandbox.processes().iter().any(|process| process.command == "sleep 600").then_some(()).ok_or(())
    });
    drop(sandbox);
    assert_eq!(with_variable("PORTICO_TEST_SANDBOX", &folder), [], "nothing outlives the sandbox");
    assert!(!Path::new(&folder).exists(), "and its folder is gone");
}

#[test]
fn what_is_left_running_ends_also_after_a_panic() {
    let folder = std::thread::spawn(|| {
        let desktop = Desktop::bare(Sandbox::new());
        let folder = desktop.sandbox.path().to_owned();
        std::panic::panic_any(folder)
    });
    let folder = *folder.join().unwrap_err().downcast::<PathBuf>().unwrap();
    assert_eq!(with_variable("PORTICO_TEST_SANDBOX", &folder.to_string_lossy()), []);
}

// Terminal

#[test]
fn a_program_on_a_terminal_can_ask_and_be_interrupted() {
    let sandbox = Sandbox::new();
    let script =
        "test -t 0 && test -t 1 && test -t 2 && printf 'sure? ' && read answer && echo got $answer && exec sleep 600";
    let terminal = sandbox.terminal_running("/bin/sh", ["-c", script]);
    terminal.wait_for("sure? ").type_line("yes");
    terminal.wait_for("got yes").interrupt();
    assert_eq!(terminal.finish().code, None, "Ctrl+C reaches the program");
}

// Browser

#[test]
fn the_fake_browser_gets_the_exact_address_through_xdg_open_and_gio() {
    let desktop = Desktop::bare(Sandbox::new());
    for launcher in [&["xdg-open"][..], &["gio", "open"]] {
        desktop.sandbox.run(desktop.sandbox.command(launcher[0]).args(&launcher[1..]).arg(ADDRESS), None).done();
    }
    assert_eq!(desktop.sandbox.wait_opened(2), [ADDRESS, ADDRESS]);
}

#[test]
fn without_a_browser_no_launcher_opens_anything() {
    let desktop = Desktop::bare(Sandbox::with_browser(Browser::Missing));
    for launcher in [&["xdg-open"][..], &["gio", "open"]] {
        let output = desktop.sandbox.run(desktop.sandbox.command("env").args(launcher).arg(ADDRESS), None);
        assert_ne!(output.code, Some(0), "{launcher:?} should find no browser: {output:?}");
    }
    assert_eq!(desktop.sandbox.opened(), Vec::<String>::new());
}

#[test]
fn a_failing_browser_is_a_failure_of_xdg_open() {
    let desktop = Desktop::bare(Sandbox::with_browser(Browser::Failing(7)));
    let output = desktop.sandbox.run(desktop.sandbox.command("xdg-open").arg(ADDRESS), None);
    assert_eq!(output.code, Some(4), "xdg-open: the action failed");
    assert_eq!(desktop.sandbox.opened(), [ADDRESS]);
}

#[test]
fn chromium_names_the_address_it_was_asked_for() {
    let mut desktop = Desktop::bare(Sandbox::with_browser(Browser::Chromium));
    let mut xdg_open = desktop.sandbox.command("xdg-open");
    xdg_open.arg(ADDRESS);
    desktop.start(xdg_open);
    assert_eq!(Chromium::of(&desktop.sandbox).wait_for_page(|url| url.contains("tid=")), ADDRESS);
    desktop.screen().screenshot("harness-chromium");
}

// Tray host

/// Starts the fake tray and returns its item.
fn fake_tray(desktop: &mut Desktop) -> TrayItem {
    let mut command = desktop.sandbox.command(binary("fake-tray"));
    command.arg(tray_log(desktop));
    desktop.start(command);
    wait_tray_said(desktop, "there\n");
    wait_until("the fake tray", SOON, || TrayItem::all(desktop).into_iter().next().ok_or("no item"))
}

fn tray_log(desktop: &Desktop) -> PathBuf {
    desktop.sandbox.path().join("tray-said")
}

#[track_caller]
fn wait_tray_said(desktop: &Desktop, text: &str) {
    wait_until(text, SOON, || {
        let said = fs::read_to_string(tray_log(desktop)).unwrap_or_default();
        if said.contains(text) { Ok(()) } else { Err(said) }
    });
}

fn binary(name: &str) -> PathBuf {
    env::current_exe().unwrap().ancestors().nth(2).unwrap().join(name)
}

#[test]
fn an_item_is_read_and_used_over_the_bus() {
    let mut desktop = Desktop::with_host(Sandbox::new());
    let item = fake_tray(&mut desktop);
    assert_eq!((item.id(), item.title(), item.item_is_menu()), ("fake-tray".to_owned(), "Fake tray".to_owned(), false));
    assert_eq!(item.icon_sizes(), [(24, 24)]);
    assert_eq!(desktop.host().registrations().len(), 1);
    let updates = item.layout_updates();
    insta::assert_snapshot!(item.menu().outline(), @"
    First
    snake_case
    [Off]
    ─
    More ▸
        Inner
    Grow
    Quit
    ");
    item.activate(10, 20);
    wait_tray_said(&desktop, "activate 10 20\n");
    item.click_row(&["More", "Inner"]);
    wait_tray_said(&desktop, "Inner\n");
    assert_eq!(updates.count(), 0, "the menu has not changed yet");
    item.click_row(&["Grow"]);
    updates.wait();
    item.menu().row(&["Grown 0"]);
}

#[test]
fn a_host_can_go_and_come_back() {
    let mut desktop = Desktop::with_host(Sandbox::new());
    fake_tray(&mut desktop);
    desktop.stop_host();
    assert!(TrayItem::all(&desktop).is_empty(), "without a host nobody knows the item");
    desktop.start_host();
    wait_until(
        "the item to register again",
        SOON,
        || {
            if TrayItem::all(&desktop).len() == 1 { Ok(()) } else { Err(()) }
        },
    );
}

#[test]
fn the_real_panel_shows_an_icon_and_its_menu() {
    let mut desktop = Desktop::with_panel(Sandbox::new());
    fake_tray(&mut desktop);
    let icon = desktop.screen().wait_tray_icons().center();
    desktop.screen().click(icon, 1);
    wait_tray_said(&desktop, "activate");
    desktop.screen().click(icon, 3);
    let menu = desktop.screen().wait_menu();
    desktop.screen().screenshot("harness-panel");
    desktop.screen().click((menu.x + 20, menu.y + 16), 1);
    wait_tray_said(&desktop, "First\n");
}

// WebDriver

#[test]
fn webdriver_types_into_a_page() {
    let browser = Path::new("/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser");
    assert!(browser.exists(), "MiniBrowser is missing: apt-get install libwebkit2gtk-4.1-0");
    let desktop = Desktop::bare(Sandbox::new());
    let driver = WebDriver::start_program(&desktop, browser, &["--automation"]);
    driver.script("document.body.innerHTML = '<input autofocus><p></p>'; document.querySelector('input').oninput = event => { document.querySelector('p').textContent = event.target.value; }");
    driver.find("input").send_keys(&format!("abd{}c", keys::LEFT));
    assert_eq!(driver.find("p").text(), "abcd");
    assert_eq!(driver.find_all("b").len(), 0);
}

// Waiting

#[test]
fn a_missed_deadline_tells_the_last_state() {
    let missed =
        std::panic::catch_unwind(|| wait_until("the moon", Duration::from_millis(1), || Err::<(), _>("still day")));
    let message = missed.unwrap_err().downcast::<String>().unwrap();
    assert_eq!(*message, "waited 1ms for the moon; last state: \"still day\"");
}

#[test]
fn a_missing_program_is_named() {
    let sandbox = Sandbox::new();
    let missing = std::panic::catch_unwind(|| sandbox.run(&mut Command::new("/nonexistent/program"), None));
    assert!(missing.unwrap_err().downcast::<String>().unwrap().contains("could not start /nonexistent/program"));
}
