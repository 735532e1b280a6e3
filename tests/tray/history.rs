//! What was opened is written down, whatever it was opened from, and feeds the recent customers.

use std::fs;

use portico_tests::{Browser, Desktop, SOON, Sandbox, TrayItem, wait_until};
use serde_json::{Value, json};

use super::{customers, id, registry, start, with};

/// Returns the rows between the search and the first customer's group: favorites and recent ones.
fn top(item: &TrayItem) -> String {
    item.menu().outline().lines().skip(2).take_while(|line| *line != "─").collect::<Vec<_>>().join(", ")
}

fn many() -> Value {
    (0..20)
        .map(|number| json!({ "name": format!("Customer {number}"), "tenant_id": id(number), "group": "G" }))
        .collect()
}

#[track_caller]
fn wait_results(desktop: &Desktop, expected: &Value) {
    wait_until("the history", SOON, || {
        let entries = desktop.sandbox.portico(["history", "--json"]).done().json()["entries"].clone();
        let entries: Value = entries
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| json!([entry["name"], entry["portal"], entry["via"], entry["result"]]))
            .collect();
        if entries == *expected { Ok(()) } else { Err(entries) }
    });
}

#[test]
fn a_click_is_written_down_with_what_became_of_it() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    wait_results(&desktop, &json!([["Contoso Pharmaceuticals", "defender", "tray", "handed-over"]]));
}

#[test]
fn a_browser_that_fails_is_written_down_as_that() {
    let sandbox = Sandbox::with_browser(Browser::Failing(1));
    sandbox.write_registry(&registry(&customers()));
    let desktop = Desktop::with_windows(sandbox);
    let (_tray, item) = start(&desktop);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    wait_results(&desktop, &json!([["Contoso Pharmaceuticals", "defender", "tray", "failed"]]));
}

#[test]
fn recent_customers_come_from_everywhere_and_outlive_the_tray() {
    let desktop = Desktop::with_host(with(&many()));
    desktop.sandbox.portico(["open", "Customer 3"]).done();
    let (mut tray, item) = start(&desktop);
    assert_eq!(top(&item), "Customer 3");
    desktop.sandbox.portico(["open", "Customer 5"]).done();
    item.wait_menu("the terminal's customer", |menu| menu.outline().contains("─\nCustomer 5\nCustomer 3\n─"));
    item.click_row(&["G", "Customer 7"]);
    item.wait_menu("the menu's customer", |menu| menu.outline().contains("─\nCustomer 7\nCustomer 5\nCustomer 3\n─"));
    tray.terminate();
    tray.wait_exit();
    let (_tray, item) = start(&desktop);
    assert_eq!(top(&item), "Customer 7, Customer 5, Customer 3");
}

#[test]
fn a_history_that_is_off_is_not_written() {
    let desktop = Desktop::with_host(with(&customers()));
    let config = desktop.sandbox.path().join("config/portico");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("settings.json"), "{ \"history\": false }").unwrap();
    let (_tray, item) = start(&desktop);
    item.click_row(&["Retail", "Fabrikam"]);
    desktop.sandbox.wait_opened(1);
    item.wait_menu("the recent customer", |menu| menu.outline().contains("\nFabrikam\n"));
    assert!(!desktop.sandbox.path().join("state/portico/history.jsonl").exists());
}
