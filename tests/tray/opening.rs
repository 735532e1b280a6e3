//! What a click opens, and what is to be seen afterwards.

use std::fs;
use std::time::SystemTime;

use portico_tests::{Browser, Desktop, SOON, Sandbox, TrayItem, WebDriver, keys, wait_until};
use serde_json::json;

use super::{CONTOSO, FABRIKAM, customers, defender, registry, start, wait_quick, web_processes, with};

/// Waits until the tooltip names what was opened last, which it does when the browser's launcher has ended.
#[track_caller]
fn wait_opened_tip(item: &TrayItem, name: &str) -> String {
    wait_until(&format!("the tooltip to name {name}"), SOON, || {
        let (_title, text) = item.tool_tip();
        if text.starts_with(name) { Ok(text) } else { Err(text) }
    })
}

#[test]
fn a_row_opens_the_exact_address_once_and_the_tooltip_says_so() {
    let mut sandbox = with(&customers());
    sandbox.set("TZ", "Asia/Tokyo");
    let desktop = Desktop::with_host(sandbox);
    let (_tray, item) = start(&desktop);
    let before = tokyo();
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    let tip = wait_opened_tip(&item, "Contoso");
    assert_eq!(wait_all_opened(&desktop), [defender(CONTOSO)]);
    let expected = |time| format!("Contoso Pharmaceuticals · Microsoft Defender · {time}");
    assert!([expected(before), expected(tokyo())].contains(&tip), "name, portal and local time: {tip}");
}

/// Waits until a browser was given an address and no launcher is left that could give it another one; returns the addresses.
#[track_caller]
fn wait_all_opened(desktop: &Desktop) -> Vec<String> {
    desktop.sandbox.wait_opened(1);
    wait_until("the launchers to end", SOON, || {
        let mut left = desktop.sandbox.processes();
        left.retain(|process| ["xdg-open", "gio ", "fake-browser"].iter().any(|name| process.command.contains(name)));
        if left.is_empty() { Ok(()) } else { Err(left) }
    });
    desktop.sandbox.opened()
}

/// Returns the time of day in Tokyo, nine hours ahead all year, as `HH:MM`.
fn tokyo() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    let minutes = since.as_secs() / 60 + 9 * 60;
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

#[test]
fn a_name_with_markup_is_no_markup_in_the_tooltip() {
    let name = "Johnson & Johnson <b>";
    let desktop = Desktop::with_host(with(&json!([{ "name": name, "tenant_id": CONTOSO }])));
    let (_tray, item) = start(&desktop);
    item.click_row(&[name]);
    // The text of a tooltip is markup by the specification: Xfce shows an empty one for a bare "&".
    wait_opened_tip(&item, "Johnson &amp; Johnson &lt;b&gt; · Microsoft Defender · ");
}

#[test]
fn the_tooltip_says_the_cloud_and_shortens_a_long_name() {
    let name = "Ministry & Sons ".repeat(18);
    let tenants =
        json!([{ "name": name, "tenant_id": CONTOSO, "cloud": "gcc-high", "portal": "entra", "favorite": true }]);
    let desktop = Desktop::with_host(with(&tenants));
    let (_tray, item) = start(&desktop);
    item.click_row(&[&item.menu().rows[2].label]);
    let tip = wait_opened_tip(&item, "Ministry &amp; Sons Ministry");
    assert!(tip.contains("… · GCC High · Microsoft Entra · "), "{tip}");
    assert!(tip.len() < 130, "{tip}");
}

#[test]
fn an_open_that_changes_no_row_leaves_the_menu_alone() {
    let desktop = Desktop::with_host(with(&customers()));
    let (tray, item) = start(&desktop);
    let updates = item.layout_updates();
    let before = item.menu();
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    wait_opened_tip(&item, "Contoso");
    tray.wait_idle();
    assert_eq!(item.menu(), before, "a favorite is no recent customer, so nothing is new");
    assert_eq!(updates.count(), 0, "a panel that shows the menu has nothing to draw");
}

#[test]
fn the_opened_customer_stands_among_the_recent_ones() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    assert!(item.menu().find(&["Fabrikam"]).is_none());
    item.click_row(&["Retail", "Fabrikam"]);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(FABRIKAM)]);
    item.wait_menu("Fabrikam among the recent", |menu| menu.find(&["Fabrikam"]).is_some());
    item.click_row(&["Fabrikam"]);
    assert_eq!(desktop.sandbox.wait_opened(2), [defender(FABRIKAM), defender(FABRIKAM)], "and opens from there too");
}

#[test]
fn another_portal_opens_that_portals_address() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    item.click_row(&["Open in another portal", "Contoso Pharmaceuticals", "Microsoft Entra"]);
    let tip = wait_opened_tip(&item, "Contoso");
    assert_eq!(wait_all_opened(&desktop), [format!("https://entra.microsoft.com/{CONTOSO}/#home")]);
    assert!(tip.contains(" · Microsoft Entra · "), "{tip}");
}

#[test]
fn each_row_of_the_menu_leads_where_it_says() {
    for (row, title) in [
        ("Search customers…", super::QUICK),
        ("Manage customers…", "Portico: customers"),
        ("Settings…", "Portico: customers"),
    ] {
        let desktop = Desktop::with_windows(with(&customers()));
        let (_tray, item) = start(&desktop);
        item.click_row(&[row]);
        wait_until(&format!("{row} to show {title}"), SOON, || {
            let windows = desktop.screen().windows("portico");
            if windows.iter().any(|window| window.title == title) { Ok(()) } else { Err(windows) }
        });
    }
}

/// A desktop on which nothing opens links, and a registry with [`customers`].
fn without_a_browser() -> Desktop {
    let sandbox = Sandbox::with_browser(Browser::Missing);
    sandbox.write_registry(&registry(&customers()));
    Desktop::with_windows(sandbox)
}

#[test]
fn without_a_browser_quick_open_comes_up() {
    let desktop = without_a_browser();
    let (_tray, item) = start(&desktop);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    wait_quick(&desktop);
    assert_eq!(item.tool_tip().1, "Portico", "nothing was opened, so nothing says so");
}

#[test]
fn a_browser_that_takes_a_second_to_fail_has_failed() {
    let mut sandbox = with(&customers());
    // xdg-open alone takes longer than a quarter of a second to find no browser, when the machine is busy.
    sandbox.write_script("slow/xdg-open", "/bin/sleep 1\nexit 3");
    sandbox.set("PATH", sandbox.path().join("slow"));
    let desktop = Desktop::with_windows(sandbox);
    let (_tray, item) = start(&desktop);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    wait_quick(&desktop);
}

#[test]
fn a_failed_open_is_shown_with_the_address_to_copy() {
    let mut sandbox = with(&customers());
    let nothing = sandbox.path().join("nothing");
    fs::create_dir(&nothing).unwrap();
    sandbox.set("PATH", nothing);
    let desktop = Desktop::with_windows(sandbox);
    let (page, item) = hidden_quick(&desktop);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    wait_quick(&desktop);
    page.wait_texts("#panel-title", &["Could not open Contoso Pharmaceuticals"]);
    assert_eq!(page.texts("#panel .address"), [defender(CONTOSO)]);
    assert_eq!(page.texts("#panel button"), ["Copy link", "Try again", "Back"]);
}

#[test]
fn quick_open_comes_back_after_its_web_view_crashed() {
    let desktop = Desktop::with_windows(with(&customers()));
    let (tray, item) = start(&desktop);
    item.activate(0, 0);
    wait_quick(&desktop);
    let pages = || {
        let mut pages = web_processes(&tray);
        pages.retain(|process| process.command.contains("WebKitWebProcess"));
        pages
    };
    for page in pages() {
        let mut kill = desktop.sandbox.command("/bin/sh");
        kill.args(["-c", &format!("kill -9 {}", page.pid)]);
        desktop.sandbox.run(&mut kill, None).done();
    }
    wait_until("the web view to end", SOON, || if pages().is_empty() { Ok(()) } else { Err(pages()) });
    wait_until("a new web view", SOON, || {
        desktop.sandbox.portico_tray::<&str>([]).done();
        if pages().is_empty() { Err("none") } else { Ok(()) }
    });
    wait_quick(&desktop);
}

/// Starts the tray with quick open under WebDriver and hides the window again.
#[track_caller]
fn hidden_quick(desktop: &Desktop) -> (WebDriver, TrayItem) {
    let page = WebDriver::start(desktop, &["--show", "quick"]);
    page.find(".row");
    desktop.screen().wait_window("portico");
    page.find("#input").send_keys(keys::ESCAPE);
    desktop.screen().wait_no_window("portico");
    let item = TrayItem::all(desktop).remove(0);
    (page, item)
}

#[test]
fn a_customer_renamed_since_the_menu_was_drawn_is_asked_about() {
    let desktop = Desktop::with_windows(with(&customers()));
    let (tray, item) = start(&desktop);
    let row = item.menu().row(&["Retail", "Fabrikam"]).id;
    item.click_during(&tray, row, || {
        desktop.sandbox.portico(["edit", "Fabrikam", "--name", "Northwind"]).done();
    });
    wait_quick(&desktop);
    item.wait_menu("the new name", |menu| menu.find(&["Retail", "Northwind"]).is_some());
    assert_eq!(desktop.sandbox.opened(), Vec::<String>::new(), "nothing opens under a name that was not shown");
}

#[test]
fn a_customer_removed_since_the_menu_was_drawn_is_not_opened() {
    let desktop = Desktop::with_windows(with(&customers()));
    let (tray, item) = start(&desktop);
    let row = item.menu().row(&["Retail", "Fabrikam"]).id;
    let left = registry(&json!([{ "name": "Contoso", "tenant_id": CONTOSO }]));
    item.click_during(&tray, row, || desktop.sandbox.write_registry(&left));
    wait_quick(&desktop);
    assert_eq!(desktop.sandbox.opened(), Vec::<String>::new());
}

#[test]
fn a_row_of_an_older_menu_never_opens_another_customer() {
    let tenants = |names: &[(&str, &str)]| {
        let tenants = names.iter().map(|(name, id)| json!({ "name": name, "tenant_id": id })).collect::<Vec<_>>();
        registry(&tenants.into())
    };
    let desktop = Desktop::with_host(Sandbox::new());
    let (contoso, fabrikam) = (("Contoso", CONTOSO), ("Fabrikam", FABRIKAM));
    desktop.sandbox.write_registry(&tenants(&[contoso, fabrikam]));
    let (_tray, item) = start(&desktop);
    let old = item.menu().row(&["Contoso"]).id;
    // Where Contoso stood, Fabrikam stands now.
    desktop.sandbox.write_registry(&tenants(&[fabrikam]));
    item.wait_menu("the new menu", |menu| menu.find(&["Contoso"]).is_none());
    item.click(old);
    item.click_row(&["Fabrikam"]);
    wait_opened_tip(&item, "Fabrikam");
    assert_eq!(wait_all_opened(&desktop), [defender(FABRIKAM)]);
}

#[test]
fn a_row_whose_place_another_customer_took_opens_nothing() {
    let desktop = Desktop::with_host(Sandbox::new());
    let one = |name: &str, id: &str| registry(&json!([{ "name": name, "tenant_id": id }]));
    desktop.sandbox.write_registry(&one("Contoso", CONTOSO));
    let (_tray, item) = start(&desktop);
    // A panel shows this menu, and does not know yet that another customer stands in the only row.
    let old = item.menu().row(&["Contoso"]).id;
    desktop.sandbox.write_registry(&one("Fabrikam", FABRIKAM));
    let new = item.wait_menu("the new menu", |menu| menu.find(&["Fabrikam"]).is_some()).row(&["Fabrikam"]).id;
    item.click(old);
    desktop.sandbox.write_registry(&one("Contoso", CONTOSO));
    item.wait_menu("the menu to be as before", |menu| menu.find(&["Contoso"]).is_some());
    // Clicks are done one after the other: had the old one opened Fabrikam, it would be the first.
    item.click(new);
    item.click_row(&["Contoso"]);
    wait_opened_tip(&item, "Contoso");
    assert_eq!(wait_all_opened(&desktop), [defender(CONTOSO)], "never one who was not shown");
}
