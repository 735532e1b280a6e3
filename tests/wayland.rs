//! The tray and quick open on a Wayland desktop, where windows do not place themselves and may come without the keyboard.
#![cfg(target_os = "linux")]

use std::time::Duration;

use portico_tests::{Desktop, SOON, Sandbox, Surface, Tray, try_until, wait_until};
use serde_json::json;

const CONTOSO: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
const QUICK: &str = "Portico: open a customer’s portal";
const CUSTOMERS: &str = "Portico: customers";

/// A Wayland desktop with two customers in the registry.
fn desktop(rules: &str) -> Desktop {
    let sandbox = Sandbox::new();
    let tenants = json!([
        { "name": "Contoso", "tenant_id": CONTOSO, "domain": "contoso.com" },
        { "name": "Fabrikam", "tenant_id": "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f" },
    ]);
    sandbox.write_registry(&json!({ "schema": 1, "tenants": tenants }).to_string());
    Desktop::with_sway(sandbox, rules)
}

#[test]
fn a_click_on_the_icon_brings_quick_open_with_the_keyboard_and_enter_opens() {
    let desktop = desktop("");
    let mut tray = Tray::start(&desktop, &[]);
    let item = tray.item(&desktop);
    // Half a second after the window came, Enter acts. On a busy machine it may come later than this typist thinks.
    let typed = ["-s", "2000", "contoso", "-s", "1500", "-k", "Return"];
    let mut keyboard = desktop.keyboard(&typed);
    item.activate(0, 0);
    let window = desktop.wait_surface(QUICK, |window| window.focused);
    assert_eq!(window.app, "portico-tray", "by this name desktops find icon and entry");
    let [left, top, width, height] = window.place;
    assert_eq!((left * 2 + width, top * 2 + height), (1280, 800), "in the middle, not tiled: {window:?}");

    wait_until("Enter to open", 3 * SOON, || {
        let opened = try_until(Duration::from_secs(8), || match desktop.sandbox.opened() {
            opened if opened.is_empty() => Err(desktop.surfaces()),
            _ => Ok(()),
        });
        if opened.is_err() {
            keyboard = desktop.keyboard(&typed);
            item.activate(0, 0);
        }
        opened
    });
    drop(keyboard);
    assert_eq!(desktop.sandbox.opened(), [format!("https://security.microsoft.com/?tid={CONTOSO}")]);
    desktop.wait_no_surface(QUICK);
}

#[test]
fn a_second_click_hides_it_and_so_does_another_window() {
    let desktop = desktop("");
    let mut tray = Tray::start(&desktop, &["--show", "manage"]);
    let item = tray.item(&desktop);
    let _keyboard = desktop.keyboard(&[]);
    desktop.wait_surface(CUSTOMERS, |window| window.focused);
    item.activate(0, 0);
    desktop.wait_surface(QUICK, |window| window.focused);
    desktop.sway(&format!("[title=\"{CUSTOMERS}\"] focus"));
    desktop.wait_no_surface(QUICK);

    // The click that took the keyboard away must not bring it back at once, so a while passes between the two.
    wait_until("quick open to come back", SOON, || {
        item.activate(0, 0);
        let surfaces = desktop.surfaces();
        if surfaces.iter().any(|window| window.title == QUICK) { Ok(()) } else { Err(surfaces) }
    });
    desktop.wait_surface(QUICK, |window| window.focused);
    wait_until("quick open to hide", SOON, || {
        item.activate(0, 0);
        let surfaces = desktop.surfaces();
        if surfaces.iter().any(|window| window.title == QUICK) { Err(surfaces) } else { Ok(()) }
    });
}

#[test]
fn a_window_that_comes_without_the_keyboard_asks_for_attention_and_stays_until_it_had_it() {
    let desktop = desktop(&format!("no_focus [title=\"{QUICK}\"]"));
    let mut tray = Tray::start(&desktop, &["--show", "manage"]);
    let item = tray.item(&desktop);
    desktop.wait_surface(CUSTOMERS, |window| window.focused);
    // Only a program that somebody has just used may ask.
    let _keyboard = desktop.keyboard(&["con"]);
    item.activate(0, 0);
    let window = wait_until("quick open to ask for attention", 3 * SOON, || {
        let asks = |window: &Surface| window.title == QUICK && window.urgent;
        let asking = try_until(Duration::from_secs(4), || {
            let surfaces = desktop.surfaces();
            surfaces.iter().find(|window| asks(window)).cloned().ok_or(surfaces)
        });
        if asking.is_err() {
            // It came before anybody had typed: hidden, and brought up again.
            item.activate(0, 0);
            desktop.wait_no_surface(QUICK);
            item.activate(0, 0);
        }
        asking
    });
    assert!(!window.focused, "sway gives the keyboard to nobody who did not have it: {window:?}");

    desktop.sway(&format!("[title=\"{QUICK}\"] focus"));
    desktop.wait_surface(QUICK, |window| window.focused && !window.urgent);
    desktop.sway(&format!("[title=\"{CUSTOMERS}\"] focus"));
    desktop.wait_no_surface(QUICK);
}
