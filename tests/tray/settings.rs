//! Settings that change while the tray runs.

use std::fs;

use portico_tests::Desktop;
use serde_json::{Value, json};

use super::{CONTOSO, customers, defender, start, wait_quick, with};

fn set(desktop: &Desktop, settings: &Value) {
    let config = desktop.sandbox.path().join("config/portico");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("settings.json"), settings.to_string()).unwrap();
}

#[test]
fn the_menu_follows_what_a_person_makes_of_the_portals() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    let others = ["Open in another portal", "Contoso Pharmaceuticals"];
    assert!(item.menu().find(&[others[0], others[1], "Microsoft Entra"]).is_some());
    set(
        &desktop,
        &json!({ "portals": {
            "order": ["tickets", "azure"], "off": ["entra"], "default": "azure",
            "own": [{ "id": "tickets", "name": "Tickets", "templates": { "public": "https://tickets.example/{tenant_id}" } }],
        } }),
    );
    item.wait_menu("the own portal", |menu| menu.find(&[others[0], others[1], "Tickets"]).is_some());
    let menu = item.menu();
    assert!(menu.find(&[others[0], others[1], "Microsoft Entra"]).is_none(), "{}", menu.outline());
    assert!(menu.find(&[others[0], others[1], "Microsoft Defender"]).is_some(), "{}", menu.outline());
    item.click_row(&[others[0], others[1], "Tickets"]);
    let tickets = format!("https://tickets.example/{CONTOSO}");
    assert_eq!(desktop.sandbox.wait_opened(1), std::slice::from_ref(&tickets));
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    assert_eq!(desktop.sandbox.wait_opened(2), [tickets, format!("https://portal.azure.com/{CONTOSO}/")]);
}

#[test]
fn a_person_says_how_many_rows_stand_at_the_top() {
    let desktop = Desktop::with_host(with(&customers()));
    set(&desktop, &json!({ "tray": { "favorites": 0, "recent": 0 } }));
    desktop.sandbox.portico(["open", "Fabrikam"]).done();
    let (_tray, item) = start(&desktop);
    let first = |menu: &portico_tests::Menu| menu.rows[2].label.clone();
    assert_eq!(first(&item.menu()), "Retail", "{}", item.menu().outline());
    set(&desktop, &json!({ "tray": { "favorites": 0 } }));
    item.wait_menu("the recent customer", |menu| first(menu) == "Fabrikam");
    set(&desktop, &json!({}));
    item.wait_menu("the favorite", |menu| first(menu) == "★ Contoso Pharmaceuticals");
}

#[test]
fn a_rule_asks_before_a_click_opens() {
    let desktop = Desktop::with_windows(with(&customers()));
    set(&desktop, &json!({ "confirm": { "groups": ["retail"] } }));
    let (_tray, item) = start(&desktop);
    item.click_row(&["Retail", "Fabrikam"]);
    wait_quick(&desktop);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)], "the other one only");
}
