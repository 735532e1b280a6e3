//! A registry that cannot be read: the last good menu stays, and says so.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};

use portico_tests::{Desktop, Sandbox};
use serde_json::json;

use super::{CONTOSO, customers, defender, registry, start, with};

const UNREADABLE: &str = "⚠ The registry cannot be read: the last good state is shown";
const GONE: &str = "⚠ The registry file is gone";
const NEVER_READ: &str = "⚠ The registry cannot be read";
const BROKEN: &str = "{ \"schema\": 1, \"tenants\": [ { \"name\": \"Conto";

#[test]
fn a_broken_file_keeps_the_last_good_menu_until_it_is_repaired() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    let good = item.menu().outline();
    desktop.sandbox.write_registry(BROKEN);
    let menu = item.wait_menu("a word about the file", |menu| menu.find(&[UNREADABLE]).is_some());
    assert_eq!(menu.outline().replace(&format!("{UNREADABLE}\n"), ""), good, "all else is as it was");
    assert_eq!(desktop.sandbox.registry(), BROKEN, "the file is left for a person to repair");
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)], "and work goes on");

    desktop.sandbox.write_registry(&registry(&customers()));
    let menu = item.wait_menu("the word to go", |menu| menu.find(&[UNREADABLE]).is_none());
    assert_eq!(menu.outline(), good);
}

#[test]
fn a_deleted_file_keeps_the_last_good_menu_and_says_so() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    let good = item.menu().outline();
    fs::remove_file(desktop.sandbox.registry_path()).unwrap();
    let menu = item.wait_menu("a word about the file", |menu| menu.find(&[GONE]).is_some());
    assert_eq!(menu.outline().replace(&format!("{GONE}\n"), ""), good);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)], "and work goes on");
    desktop.sandbox.write_registry(&registry(&customers()));
    item.wait_menu("the word to go", |menu| menu.find(&[GONE]).is_none());
}

#[test]
fn a_file_that_was_gone_from_the_start_is_not_taken_for_empty() {
    let desktop = Desktop::with_host(Sandbox::new());
    desktop.sandbox.portico(["add", "Contoso", CONTOSO]).done();
    fs::remove_file(desktop.sandbox.registry_path()).unwrap();
    let (_tray, item) = start(&desktop);
    item.menu().row(&[GONE]);
    desktop.sandbox.portico(["restore"]).done();
    item.wait_menu("the customer", |menu| menu.find(&["Contoso"]).is_some() && menu.find(&[GONE]).is_none());
}

#[test]
fn a_file_that_cannot_be_changed_is_used_and_said_to_be_so() {
    let desktop = Desktop::with_host(with(&customers()));
    let path = desktop.sandbox.registry_path();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    let (_tray, item) = start(&desktop);
    item.menu().row(&["The registry is read-only"]);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)]);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    item.wait_menu("the word to go", |menu| menu.find(&["The registry is read-only"]).is_none());
}

#[test]
fn a_file_of_another_user_is_used_and_said_to_be_so() {
    let desktop = Desktop::with_host(with(&customers()));
    if chown(desktop.sandbox.registry_path(), Some(65534), None).is_err() {
        eprintln!("SKIPPED: a file of another user, because only root can make one");
        return;
    }
    let (_tray, item) = start(&desktop);
    item.menu().row(&["⚠ The registry belongs to another user"]);
}

#[test]
fn a_file_that_was_broken_from_the_start_is_not_taken_for_empty() {
    let desktop = Desktop::with_host(Sandbox::new());
    desktop.sandbox.write_registry(BROKEN);
    let (_tray, item) = start(&desktop);
    insta::assert_snapshot!(item.menu().outline(), @"
    Search customers…
    ⚠ The registry cannot be read
    ─
    Manage customers…
    Settings…
    Quit
    ");
    assert_eq!(desktop.sandbox.registry(), BROKEN);
    desktop.sandbox.write_registry(&registry(&customers()));
    item.wait_menu("the repaired file", |menu| {
        menu.find(&["★ Contoso Pharmaceuticals"]).is_some() && menu.find(&[NEVER_READ]).is_none()
    });
}

#[test]
fn a_file_that_may_not_be_read_is_not_taken_for_empty() {
    let desktop = Desktop::with_host(Sandbox::new());
    // A folder in its place: what nobody can read, not even root.
    fs::create_dir_all(desktop.sandbox.registry_path()).unwrap();
    let (_tray, item) = start(&desktop);
    item.menu().row(&[NEVER_READ]);
}

#[test]
fn a_file_emptied_of_all_customers_is_believed() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    desktop.sandbox.write_registry(&registry(&json!([])));
    item.wait_menu("the empty menu", |menu| menu.find(&["Add the first customer…"]).is_some());
}

#[test]
fn a_file_of_no_bytes_is_not_believed() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    // What a full disk or a crashed editor leaves behind.
    fs::write(desktop.sandbox.registry_path(), "").unwrap();
    let menu = item.wait_menu("a word about the file", |menu| menu.find(&[UNREADABLE]).is_some());
    menu.row(&["★ Contoso Pharmaceuticals"]);
}

#[test]
fn a_newer_registry_is_used_and_said_to_be_newer() {
    let newer = registry(&customers()).replace("\"schema\": 1", "\"schema\": 2");
    let desktop = Desktop::with_host(Sandbox::new());
    desktop.sandbox.write_registry(&newer);
    let (_tray, item) = start(&desktop);
    let menu = item.menu();
    menu.row(&["A newer Portico wrote the registry: it can be used, not changed"]);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)]);
}

#[test]
fn settings_that_cannot_be_read_do_not_lead_to_another_registry() {
    let desktop = Desktop::with_host(with(&customers()));
    let config = desktop.sandbox.path().join("config/portico");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("settings.json"), "{ \"registry\": \"/else").unwrap();
    let (_tray, item) = start(&desktop);
    let menu = item.menu();
    menu.row(&["⚠ The settings cannot be read"]);
    assert!(menu.find(&["★ Contoso Pharmaceuticals"]).is_none(), "which registry was meant is not known");
    fs::write(config.join("settings.json"), "{}").unwrap();
    item.wait_menu("the usual registry", |menu| menu.find(&["★ Contoso Pharmaceuticals"]).is_some());
}
