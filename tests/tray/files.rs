//! The menu follows the registry, whoever changes it and however.

use std::fs;
use std::os::unix::fs::symlink;

use portico_tests::{Desktop, Sandbox, TrayItem};
use serde_json::json;

use super::{CONTOSO, FABRIKAM, customers, id, registry, start, with};

/// Waits until the menu has a row for this customer, who is in no group.
#[track_caller]
fn wait_row(item: &TrayItem, name: &str) {
    item.wait_menu(&format!("{name} in the menu"), |menu| menu.find(&[name]).is_some());
}

/// A registry with one customer, whom nobody has met before.
fn one(name: &str, number: usize) -> String {
    registry(&json!([{ "name": name, "tenant_id": id(number) }]))
}

#[test]
fn what_the_command_line_adds_is_in_the_menu() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    let updates = item.layout_updates();
    desktop.sandbox.portico(["add", "Northwind", &id(1)]).done();
    updates.wait();
    item.menu().row(&["Other customers", "Northwind"]);
}

#[test]
fn the_first_customer_of_all_is_in_the_menu() {
    let desktop = Desktop::with_host(Sandbox::new());
    let (_tray, item) = start(&desktop);
    item.menu().row(&["Add the first customer…"]);
    desktop.sandbox.portico(["add", "Contoso", CONTOSO]).done();
    wait_row(&item, "Contoso");
    desktop.sandbox.portico(["add", "Fabrikam", FABRIKAM]).done();
    wait_row(&item, "Fabrikam");
}

#[test]
fn an_editors_save_by_renaming_is_in_the_menu() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    for (number, name) in ["First", "Second"].into_iter().enumerate() {
        desktop.sandbox.write_registry(&one(name, number));
        wait_row(&item, name);
    }
}

#[test]
fn an_editors_save_in_place_is_in_the_menu() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    for (number, name) in ["First", "Other"].into_iter().enumerate() {
        fs::write(desktop.sandbox.registry_path(), one(name, number)).unwrap();
        wait_row(&item, name);
    }
}

#[test]
fn an_editors_save_by_deleting_and_creating_is_in_the_menu() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    for (number, name) in ["First", "Second"].into_iter().enumerate() {
        fs::remove_file(desktop.sandbox.registry_path()).unwrap();
        fs::write(desktop.sandbox.registry_path(), one(name, number)).unwrap();
        wait_row(&item, name);
    }
}

#[test]
fn a_registry_behind_a_link_is_followed() {
    let desktop = Desktop::with_host(Sandbox::new());
    let (path, elsewhere) = (desktop.sandbox.registry_path(), desktop.sandbox.path().join("shared"));
    fs::create_dir(&elsewhere).unwrap();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let target = elsewhere.join("customers.json");
    fs::write(&target, one("First", 1)).unwrap();
    symlink(&target, &path).unwrap();
    let (_tray, item) = start(&desktop);
    wait_row(&item, "First");
    fs::write(elsewhere.join("new"), one("Second", 2)).unwrap();
    fs::rename(elsewhere.join("new"), &target).unwrap();
    wait_row(&item, "Second");
}

#[test]
fn a_folder_that_was_taken_away_and_brought_back_is_followed() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    let folder = desktop.sandbox.registry_path().parent().unwrap().to_owned();
    let away = folder.with_extension("away");
    fs::rename(&folder, &away).unwrap();
    item.wait_menu("a word about the missing file", |menu| menu.rows[1].label.starts_with('⚠'));
    fs::rename(&away, &folder).unwrap();
    item.wait_menu("the file to be there again", |menu| !menu.rows[1].label.starts_with('⚠'));
    desktop.sandbox.write_registry(&one("Second", 2));
    wait_row(&item, "Second");
}

#[test]
fn another_registry_in_the_settings_is_taken() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    let other = desktop.sandbox.path().join("other.json");
    fs::write(&other, one("Elsewhere", 1)).unwrap();
    let config = desktop.sandbox.path().join("config/portico");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("settings.json"), json!({ "registry": other }).to_string()).unwrap();
    wait_row(&item, "Elsewhere");
    assert!(item.menu().find(&["★ Contoso Pharmaceuticals"]).is_none(), "and the old one is left");
}

#[test]
fn many_saves_in_a_row_end_with_the_last() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    for number in 0..200 {
        desktop.sandbox.write_registry(&one(&format!("Version {number}"), number));
    }
    wait_row(&item, "Version 199");
}

#[test]
fn a_save_that_changes_nothing_leaves_the_menu_alone() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    let updates = item.layout_updates();
    desktop.sandbox.write_registry(&registry(&customers()));
    // A change after it is seen; by then the one before it has been, too.
    desktop.sandbox.write_registry(&one("Second", 2));
    wait_row(&item, "Second");
    assert!(updates.count() <= 1, "a panel that shows the menu must not close it for nothing");
}
