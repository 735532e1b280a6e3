//! A customer that was changed outside Portico does not open from the menu before somebody has looked.

use std::fs;
use std::thread;

use portico_tests::{Desktop, Sandbox};
use serde_json::json;

use super::{CONTOSO, FABRIKAM, customers, defender, id, start, wait_quick, with};

const CHANGED: &str = "⚠ A customer was changed outside Portico: compare…";
const LOST: &str = "⚠ Pins are lost: look through the customers…";

#[test]
fn a_changed_customer_is_marked_and_its_row_compares_instead_of_opening() {
    let desktop = Desktop::with_windows(with(&customers()));
    let (_tray, item) = start(&desktop);
    let swapped = desktop.sandbox.registry().replace(CONTOSO, &id(1));
    desktop.sandbox.write_registry(&swapped);
    let menu = item.wait_menu("a word about the customer", |menu| menu.find(&[CHANGED]).is_some());
    let row = menu.row(&["★ Contoso Pharmaceuticals ⚠ changed: compare"]);
    assert!(row.enabled);
    item.click_row(&["★ Contoso Pharmaceuticals ⚠ changed: compare"]);
    wait_quick(&desktop);
    item.click_row(&["Retail", "Fabrikam"]);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(FABRIKAM)], "all others open");

    desktop.sandbox.portico(["pins", "accept", "contoso.com"]).done();
    item.wait_menu("the word to go", |menu| menu.find(&[CHANGED]).is_none());
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    assert_eq!(desktop.sandbox.wait_opened(2), [defender(FABRIKAM), defender(&id(1))]);
}

#[test]
fn a_row_drawn_before_the_change_compares_too() {
    let desktop = Desktop::with_windows(with(&customers()));
    let (tray, item) = start(&desktop);
    let row = item.menu().row(&["Retail", "Fabrikam"]).id;
    let renamed = desktop.sandbox.registry().replace("Fabrikam", "Northwind");
    item.click_during(&tray, row, || desktop.sandbox.write_registry(&renamed));
    wait_quick(&desktop);
    item.wait_menu("the new name", |menu| menu.find(&["Retail", "Northwind ⚠ changed: compare"]).is_some());
    assert_eq!(desktop.sandbox.opened(), Vec::<String>::new());
}

#[test]
fn the_row_about_changed_customers_leads_to_the_comparison() {
    let desktop = Desktop::with_windows(with(&customers()));
    desktop.sandbox.portico(["pins", "accept", "--all"]).done();
    let swapped =
        desktop.sandbox.registry().replace(CONTOSO, "\u{1}").replace(FABRIKAM, CONTOSO).replace('\u{1}', FABRIKAM);
    desktop.sandbox.write_registry(&swapped);
    let (_tray, item) = start(&desktop);
    item.click_row(&["⚠ 2 customers were changed outside Portico: compare…"]);
    wait_quick(&desktop);
    assert_eq!(desktop.sandbox.opened(), Vec::<String>::new());
}

#[test]
fn lost_pins_let_no_row_open_until_all_are_accepted() {
    let desktop = Desktop::with_windows(with(&customers()));
    let (_tray, item) = start(&desktop);
    let pins = desktop.sandbox.path().join("state/portico/pins.json");
    fs::remove_file(&pins).unwrap();
    item.wait_menu("a word about the pins", |menu| menu.find(&[LOST]).is_some());
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    wait_quick(&desktop);
    assert!(!pins.exists(), "they are not made anew unasked");
    desktop.sandbox.portico(["pins", "accept", "--all"]).done();
    item.wait_menu("the word to go", |menu| menu.find(&[LOST]).is_none());
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)]);
}

#[test]
fn names_that_look_alike_are_told_apart_by_what_stands_beside_them() {
    let desktop = Desktop::with_host(with(&json!([
        { "name": "Contoso", "tenant_id": CONTOSO, "domain": "contoso.com" },
        { "name": "C0ntoso", "tenant_id": FABRIKAM, "domain": "c0ntoso.example" },
        { "name": "Сontoso", "tenant_id": id(1) },
        { "name": "Northwind", "tenant_id": id(2), "domain": "northwind.example" },
    ])));
    let (_tray, item) = start(&desktop);
    let menu = item.menu();
    for label in ["Contoso · contoso.com", "C0ntoso · c0ntoso.example", &format!("Сontoso · {}", id(1)), "Northwind"]
    {
        menu.row(&[label]);
    }
}

#[test]
fn customers_added_by_many_at_once_are_all_found() {
    let (writers, each) = (16, 5);
    let desktop = Desktop::with_host(Sandbox::new());
    let (_tray, item) = start(&desktop);
    let sandbox = &desktop.sandbox;
    thread::scope(|scope| {
        for writer in 0..writers {
            scope.spawn(move || {
                for number in writer * each..(writer + 1) * each {
                    let group = format!("Writer {writer:02}");
                    sandbox.portico(["add", &format!("Customer {number}"), &id(number), "--group", &group]).done();
                }
            });
        }
    });
    let all = |menu: &portico_tests::Menu| {
        (0..writers * each).all(|number| {
            menu.find(&[&format!("Writer {:02}", number / each), &format!("Customer {number}")]).is_some()
        })
    };
    item.wait_menu("all customers", all);
}
