//! Portico in a real panel: xfwm4 and xfce4-panel, a real mouse and keyboard, a real browser.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "tests")]

use std::time::Duration;

use portico_tests::{Browser, Chromium, Desktop, Kind, SOON, Sandbox, Tray, TrayItem, Window, try_until, wait_until};
use serde_json::{Value, json};

#[path = "panel/icon.rs"]
mod icon;

#[path = "panel/menus.rs"]
mod menus;

const CONTOSO: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
const FABRIKAM: &str = "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f";

/// The title of the quick open window.
const QUICK: &str = "Portico: open a customer’s portal";

/// How long a click may take to open a menu, and one on a row to be taken, before another one is tried.
const OPENED: Duration = Duration::from_secs(5);
const TAKEN: Duration = Duration::from_secs(2);

/// A panel with Portico's icon in it.
struct Panel {
    desktop: Desktop,
    tray: Tray,
    item: TrayItem,
    icon: (i32, i32),
}

impl Panel {
    fn with(browser: Browser) -> Self {
        let tenants = json!([
            { "name": "Contoso Pharmaceuticals", "tenant_id": CONTOSO, "favorite": true },
            { "name": "Fabrikam", "tenant_id": FABRIKAM, "group": "Retail" },
        ]);
        Self::with_tenants(Sandbox::with_browser(browser), tenants)
    }

    fn with_tenants(sandbox: Sandbox, tenants: Value) -> Self {
        sandbox.write_registry(&registry(tenants));
        let desktop = Desktop::with_panel(sandbox);
        let mut tray = Tray::start(&desktop, &[]);
        let item = tray.item(&desktop);
        let icon = desktop.screen().wait_tray_icons().center();
        Self { desktop, tray, item, icon }
    }

    /// Right-clicks the icon and returns the menu, with all its rows painted. Tries again when another menu comes up: a panel
    /// that shows the icon and has not asked for its menu yet opens one of its own, and one that draws it anew may close it.
    #[track_caller]
    fn open_menu(&self) -> Window {
        let screen = self.desktop.screen();
        wait_until("Portico's menu", SOON, || {
            screen.click(self.icon, 3);
            let opened = try_until(OPENED, || {
                let menu = screen.menus().into_iter().next().ok_or("no menu")?;
                let rows = self.item.menu().rows.iter().filter(|row| row.kind != Kind::Separator).count();
                let painted = screen.menu_rows(&menu).len();
                if painted == rows { Ok(menu) } else { Err(format!("{painted} of {rows} rows")) }
            });
            opened.inspect_err(|_| self.close_menu())
        })
    }

    /// Closes an open menu and its submenus.
    #[track_caller]
    fn close_menu(&self) {
        let screen = self.desktop.screen();
        wait_until("the menu to close", SOON, || {
            let menus = screen.menus();
            if menus.is_empty() {
                return Ok(());
            }
            screen.keys(&["Escape"]);
            Err(menus)
        });
    }

    /// Clicks a row of an open menu, counted from 0 without separators, until the menu closes or another one opens: GTK passes
    /// over a click that follows the menu's opening too fast.
    #[track_caller]
    fn click_row(&self, menu: &Window, row: usize) {
        let screen = self.desktop.screen();
        let rows = wait_until("the rows to be painted", SOON, || {
            let rows = screen.menu_rows(menu);
            if rows.len() > row { Ok(rows) } else { Err(rows) }
        });
        let before = screen.menus();
        wait_until("the row to take a click", SOON, || {
            screen.click(rows[row], 1);
            try_until(TAKEN, || {
                let menus = screen.menus();
                if menus == before { Err(menus) } else { Ok(()) }
            })
        });
    }

    /// Left-clicks the icon and waits until quick open has the keyboard.
    #[track_caller]
    fn open_quick(&self) {
        self.desktop.screen().click(self.icon, 1);
        self.wait_quick();
    }

    #[track_caller]
    fn wait_quick(&self) {
        let screen = self.desktop.screen();
        let window = screen.wait_window("portico");
        assert_eq!(window.title, QUICK);
        screen.wait_painted(&window);
        wait_until("quick open to have the keyboard", SOON, || {
            let focused = screen.focused();
            if focused == QUICK { Ok(()) } else { Err(focused) }
        });
    }
}

/// Returns the text of a registry with these tenants.
fn registry(tenants: Value) -> String {
    json!({ "schema": 1, "tenants": tenants }).to_string()
}

/// Returns a tenant ID that differs from all others by this number.
fn id(number: usize) -> String {
    format!("5b1d7a60-9c3e-4f28-8e41-0000{number:08x}")
}

fn defender(tenant_id: &str) -> String {
    format!("https://security.microsoft.com/?tid={tenant_id}")
}

#[test]
fn a_favorite_in_the_menu_opens_in_the_real_browser() {
    let mut panel = Panel::with(Browser::Chromium);
    let menu = panel.open_menu();
    panel.desktop.screen().screenshot("panel-menu");
    // Search customers…, ★ Contoso Pharmaceuticals, …
    panel.click_row(&menu, 1);
    let chromium = Chromium::of(&panel.desktop.sandbox);
    let address = chromium.wait_for_page(|url| url.contains("tid="));
    assert_eq!(address, defender(CONTOSO));
    assert_eq!(chromium.pages().len(), 1, "one click, one page");

    panel.tray.terminate();
    assert_eq!(panel.tray.wait_exit(), Some(0));
    // The browser stays when Portico ends.
    assert_eq!(chromium.wait_for_page(|url| url.contains("tid=")), defender(CONTOSO));
    panel.desktop.screen().screenshot("panel-chromium");
}

#[test]
fn a_customer_in_a_groups_submenu_opens_in_the_real_browser() {
    let panel = Panel::with(Browser::Chromium);
    let menu = panel.open_menu();
    // Search customers…, ★ Contoso Pharmaceuticals, Retail ▸
    panel.click_row(&menu, 2);
    let submenu = panel.desktop.screen().wait_submenu(&menu);
    panel.desktop.screen().screenshot("panel-submenu");
    panel.click_row(&submenu, 0);
    let chromium = Chromium::of(&panel.desktop.sandbox);
    assert_eq!(chromium.wait_for_page(|url| url.contains("tid=")), defender(FABRIKAM));
}

#[test]
fn the_menu_shows_what_was_opened_last() {
    let panel = Panel::with(Browser::Fake);
    let menu = panel.open_menu();
    panel.click_row(&menu, 2);
    let submenu = panel.desktop.screen().wait_submenu(&menu);
    panel.click_row(&submenu, 0);
    panel.desktop.sandbox.wait_opened(1);
    panel.item.wait_menu("Fabrikam among the recent", |menu| menu.find(&["Fabrikam"]).is_some());
    // Fabrikam is the third now, where the group was.
    let menu = panel.open_menu();
    panel.click_row(&menu, 2);
    assert_eq!(panel.desktop.sandbox.wait_opened(2), [defender(FABRIKAM), defender(FABRIKAM)]);
}

#[test]
fn a_left_click_types_and_enter_opens_exactly_that_customer() {
    let panel = Panel::with(Browser::Fake);
    panel.open_quick();
    let screen = panel.desktop.screen();
    screen.type_text("fabr");
    // An impatient person: Enter again and again, until quick open takes it and goes.
    wait_until("quick open to take an Enter", SOON, || {
        screen.keys(&["Return"]);
        let opened = panel.desktop.sandbox.opened();
        if opened.is_empty() { Err(opened) } else { Ok(()) }
    });
    screen.wait_no_window("portico");
    assert_eq!(panel.desktop.sandbox.opened(), [defender(FABRIKAM)], "once, however often Enter was pressed");
}

#[test]
fn a_second_left_click_hides_quick_open_and_a_third_brings_it_back() {
    let panel = Panel::with(Browser::Fake);
    panel.open_quick();
    panel.desktop.screen().screenshot("panel-quick");
    panel.desktop.screen().click(panel.icon, 1);
    panel.desktop.screen().wait_no_window("portico");
    panel.open_quick();
}

#[test]
fn escape_hides_quick_open() {
    let panel = Panel::with(Browser::Fake);
    panel.open_quick();
    let screen = panel.desktop.screen();
    wait_until("quick open to go", SOON, || {
        // The page may not listen yet when the window already has the keyboard.
        screen.keys(&["Escape"]);
        let windows = screen.windows("portico");
        if windows.is_empty() { Ok(()) } else { Err(windows) }
    });
}

#[test]
fn a_key_that_hid_quick_open_works_at_once_the_next_time() {
    let panel = Panel::with(Browser::Fake);
    let screen = panel.desktop.screen();
    for time in ["cold", "warm", "warm again"] {
        panel.open_quick();
        screen.wait_painted(&screen.wait_window("portico"));
        wait_until(&format!("the keyboard, {time}"), SOON, || {
            let focused = screen.focused();
            if focused.starts_with("Portico") { Ok(()) } else { Err(focused) }
        });
        screen.keys(&["Escape"]);
        screen.wait_no_window("portico");
    }
}

#[test]
fn quick_open_hides_when_another_window_takes_the_keyboard() {
    let mut panel = Panel::with(Browser::Fake);
    panel.open_quick();
    let mut other = panel.desktop.sandbox.command("/usr/bin/xmessage");
    other.args(["-buttons", "", "another program"]);
    panel.desktop.start(other);
    let other = panel.desktop.screen().wait_window("xmessage");
    panel.desktop.screen().click(other.center(), 1);
    panel.desktop.screen().wait_no_window("portico");
}
