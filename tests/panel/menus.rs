//! Large menus, odd names, and menus that change while they are open.

use portico_tests::{SOON, Sandbox, wait_until};
use serde_json::{Value, json};

use super::{CONTOSO, FABRIKAM, Panel, defender, id, registry};

/// Customers with a favorite; names begin with every letter.
fn customers(count: usize, groups: usize) -> Value {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap());
    let tenant = |at: usize| {
        let mut tenant =
            json!({ "name": format!("{}ustomer {at:04}", letter(at)), "tenant_id": id(at), "favorite": at < 3 });
        if groups > 0 {
            let group = at % groups;
            tenant["group"] = format!("{} sector {group:02}", letter(group)).into();
        }
        tenant
    };
    (0..count).map(tenant).collect()
}

#[test]
fn a_menu_of_5000_customers_opens_in_a_panel_whole_and_on_the_screen() {
    for groups in [0, 12, 40] {
        let panel = Panel::with_tenants(Sandbox::new(), customers(5_000, groups));
        let menu = panel.open_menu();
        let screen = panel.desktop.screen();
        assert!(menu.y >= 0 && menu.y + menu.height <= 800, "no arrows to scroll by: {menu:?}");
        // Search all…, three favorites, then the customers.
        panel.click_row(&menu, 4);
        screen.wait_submenu(&menu);
        screen.screenshot(&format!("menu-5000-{groups}-groups"));
        panel.close_menu();
        let menu = panel.open_menu();
        panel.click_row(&menu, 1);
        assert_eq!(panel.desktop.sandbox.wait_opened(1), [defender(&id(0))]);
    }
}

#[test]
fn names_of_all_kinds_stand_in_one_line_each() {
    let names = [
        "Ab & Cd_Ef <b>Gh</b> &amp;",
        "Zürich Åkeri 北京 公司",
        "שלום בע״מ",
        "شركة كونتوسو",
        "👩‍💻 Emoji GmbH 🚀",
        &"Long Name ".repeat(30),
        "__init__",
    ];
    let tenants = names
        .iter()
        .enumerate()
        .map(|(at, name)| json!({ "name": name, "tenant_id": id(at), "favorite": at % 2 == 0 }));
    let panel = Panel::with_tenants(Sandbox::new(), tenants.collect());
    let menu = panel.open_menu();
    let rows = panel.item.menu().rows.len();
    // Glyphs of other scripts and emoji are a little higher than letters.
    let height = usize::try_from(menu.height).unwrap();
    assert!(height <= rows * 30 && menu.width < 900, "{rows} rows of one line each, the longest cut: {menu:?}");
    let screen = panel.desktop.screen();
    screen.screenshot("menu-names");
}

#[test]
fn an_open_menu_outlives_a_hundred_changes_and_the_next_opens_what_it_shows() {
    let panel = Panel::with_tenants(Sandbox::new(), two(CONTOSO, FABRIKAM));
    panel.open_menu();
    let sandbox = &panel.desktop.sandbox;
    for at in 0..100 {
        // Added, removed, renamed and in another order, one after the other.
        sandbox.write_registry(&match at % 4 {
            0 => registry(two(FABRIKAM, CONTOSO)),
            1 => registry(json!([{ "name": "Contoso", "tenant_id": CONTOSO, "favorite": true }])),
            2 => registry(customers(at, at % 3)),
            _ => registry(two(CONTOSO, FABRIKAM)),
        });
        // Half of them one by one, the others as a burst that is drawn once.
        if let Some(first) = [None, None, Some("★ Austomer 0000"), Some("★ Contoso")][at % 4] {
            panel.item.wait_menu("the change", |menu| menu.find(&[first]).is_some());
        }
    }
    let last = json!([{ "name": "Alpha", "tenant_id": id(1001), "favorite": true }, { "name": "Beta", "tenant_id": id(1002) }]);
    sandbox.write_registry(&registry(last));
    panel.item.wait_menu("the last change", |menu| menu.find(&["★ Alpha"]).is_some() && menu.find(&["Beta"]).is_some());
    let screen = panel.desktop.screen();
    wait_until("the open menu to show the last change", SOON, || {
        let rows = screen.menu_rows(&screen.wait_menu());
        // Search, a favorite, two customers, other portals, three more.
        if rows.len() == 8 { Ok(()) } else { Err(rows) }
    });
    screen.screenshot("menu-changed-while-open");
    panel.close_menu();
    let menu = panel.open_menu();
    panel.click_row(&menu, 1);
    assert_eq!(sandbox.wait_opened(1), [defender(&id(1001))]);
}

#[test]
fn a_row_clicked_as_the_customers_change_places_opens_the_one_it_showed_or_none() {
    let panel = Panel::with_tenants(Sandbox::new(), two(CONTOSO, FABRIKAM));
    let menu = panel.open_menu();
    let screen = panel.desktop.screen();
    panel.tray.while_paused(|| {
        panel.desktop.sandbox.write_registry(&registry(two(FABRIKAM, CONTOSO)));
        panel.click_row(&menu, 1);
        screen.wait_no_menu();
    });
    panel.item.wait_menu("the new order", |menu| menu.rows[2].label == "★ Fabrikam");
    // A click after it, whose open shows that the first has been dealt with.
    panel.item.click_row(&["★ Fabrikam"]);
    wait_until("Fabrikam to open", SOON, || {
        let opened = panel.desktop.sandbox.opened();
        if opened.contains(&defender(FABRIKAM)) { Ok(()) } else { Err(opened) }
    });
    panel.tray.wait_idle();
    let opened = panel.desktop.sandbox.opened();
    let fabrikam = opened.iter().filter(|url| **url == defender(FABRIKAM)).count();
    assert_eq!(fabrikam, 1, "Contoso was shown, and Fabrikam clicked only once: {opened:?}");
}

/// Two favorites in this order, and nobody else.
fn two(first: &str, second: &str) -> Value {
    let name = |id| if id == CONTOSO { "Contoso" } else { "Fabrikam" };
    [first, second].map(|id| json!({ "name": name(id), "tenant_id": id, "favorite": true })).to_vec().into()
}
