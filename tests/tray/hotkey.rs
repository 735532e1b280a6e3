//! The keys that bring up quick open from anywhere.

use std::fs;
use std::time::Duration;

use portico_tests::{Desktop, SOON, WebDriver, try_until, wait_until};
use serde_json::{Value, json};

use super::{QUICK, customers, start, wait_quick, with};

/// Presses keys until the window is there: the tray may not have taken them yet.
#[track_caller]
fn press_until_quick(desktop: &Desktop, keys: &str) {
    wait_until(&format!("quick open after {keys}"), SOON, || {
        desktop.screen().keys(&[keys]);
        // Pressed again at once, they would hide what they just brought up.
        try_until(Duration::from_secs(1), || {
            let windows = desktop.screen().windows("portico");
            if windows.iter().any(|window| window.title == QUICK) { Ok(()) } else { Err(windows) }
        })
    });
}

/// Presses a key that hides quick open, until it has: the window is there a moment before it has the focus.
#[track_caller]
fn press_until_hidden(desktop: &Desktop, key: &str) {
    wait_until(&format!("quick open to hide after {key}"), SOON, || {
        desktop.screen().keys(&[key]);
        try_until(Duration::from_secs(1), || {
            let windows = desktop.screen().windows("portico");
            if windows.is_empty() { Ok(()) } else { Err(windows) }
        })
    });
}

#[test]
fn keys_bring_up_quick_open_from_anywhere_and_hide_it_again() {
    let sandbox = with(&customers());
    sandbox.write_settings(r#"{ "hotkey": "Ctrl+Alt+KeyP" }"#);
    let desktop = Desktop::with_windows(sandbox);
    let (_tray, _item) = start(&desktop);
    press_until_quick(&desktop, "ctrl+alt+p");
    press_until_hidden(&desktop, "ctrl+alt+p");
}

#[test]
fn other_keys_in_the_settings_take_the_place_of_the_old_ones() {
    let sandbox = with(&customers());
    sandbox.write_settings(r#"{ "hotkey": "Ctrl+Alt+KeyP" }"#);
    let desktop = Desktop::with_windows(sandbox);
    let (_tray, _item) = start(&desktop);
    press_until_quick(&desktop, "ctrl+alt+p");
    press_until_hidden(&desktop, "Escape");

    desktop.sandbox.write_settings(r#"{ "hotkey": "Ctrl+Shift+F9" }"#);
    press_until_quick(&desktop, "ctrl+shift+F9");
    press_until_hidden(&desktop, "Escape");
    desktop.screen().keys(&["ctrl+alt+p"]);
    press_until_quick(&desktop, "ctrl+shift+F9");
}

#[test]
fn chosen_keys_are_written_down_beside_the_other_settings_and_bad_ones_are_refused() {
    let sandbox = with(&customers());
    sandbox.write_settings(r#"{ "history": false, "theirs": [1] }"#);
    let settings = sandbox.path().join("config/portico/settings.json");
    let desktop = Desktop::with_windows(sandbox);
    let page = WebDriver::start(&desktop, &["--show", "quick"]);
    wait_quick(&desktop);
    let call = |command: &str, arguments: Value| call(&page, command, &arguments);

    let offer = call("hotkey", json!({}));
    assert_eq!((&offer["status"], &offer["offer"], &offer["keys"]), (&json!("off"), &json!(true), &Value::Null));
    for (keys, why) in [
        ("KeyP", "a key alone"),
        ("Ctrl+KeyC", "programs use them"),
        ("Ctrl+Alt+Delete", "not a key to be taken"),
        // The window manager has them.
        ("Alt+F4", "another program has them"),
    ] {
        let refused = call("set_hotkey", json!({ "keys": keys }));
        assert_eq!(refused["code"], "BadKeys", "{keys}: {why}: {refused}");
    }
    assert_eq!(fs::read_to_string(&settings).unwrap(), r#"{ "history": false, "theirs": [1] }"#);

    let chosen = call("set_hotkey", json!({ "keys": "Ctrl+Alt+KeyP" }));
    assert_eq!((&chosen["status"], &chosen["shown"]), (&json!("on"), &json!("Ctrl + Alt + P")), "{chosen}");
    let text = fs::read_to_string(&settings).unwrap();
    assert_eq!(text, "{\n  \"history\": false,\n  \"theirs\": [1],\n  \"hotkey\": \"Ctrl+Alt+KeyP\"\n}\n");
    press_until_hidden(&desktop, "ctrl+alt+p");
    press_until_quick(&desktop, "ctrl+alt+p");

    let declined = call("decline_hotkey", json!({}));
    assert_eq!(declined, Value::Null);
    let off = call("hotkey", json!({}));
    assert_eq!((&off["status"], &off["offer"]), (&json!("off"), &json!(false)), "a no is kept: {off}");
}

#[test]
fn a_wayland_desktop_is_told_what_to_bind() {
    let mut sandbox = with(&customers());
    sandbox.write_settings(r#"{ "hotkey": "Ctrl+Alt+KeyP" }"#);
    sandbox.set("WAYLAND_DISPLAY", "wayland-nobody").set("GDK_BACKEND", "x11");
    let desktop = Desktop::with_windows(sandbox);
    let page = WebDriver::start(&desktop, &["--show", "quick"]);
    wait_quick(&desktop);
    let hotkey = call(&page, "hotkey", &json!({}));
    assert_eq!((&hotkey["status"], &hotkey["keys"]), (&json!("by-desktop"), &Value::Null), "{hotkey}");
    let command = hotkey["command"].as_str().unwrap();
    assert!(command.ends_with("/portico-tray --show quick"), "{command}");
}

/// Calls a command as the page would, and returns what it answers or rejects with.
fn call(page: &WebDriver, command: &str, arguments: &Value) -> Value {
    page.script(&format!(
        "return window.__TAURI_INTERNALS__.invoke({}, {arguments}).catch((failure) => failure)",
        Value::from(command)
    ))
}
