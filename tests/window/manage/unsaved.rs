//! What is not saved is not lost by closing: the window asks, and does what the person says.

use super::*;

/// Enters something and closes the window, which asks.
#[track_caller]
fn close_with_something_entered(manage: &Manage<'_>) {
    manage.select("Contoso Pharmaceuticals");
    manage.enter("#field-notes", "Call first");
    manage.close_window();
    manage.wait_part("dialog", "Save your changes?");
    manage.wait_part("dialog", "Contoso Pharmaceuticals");
}

#[test]
fn stay_keeps_what_was_entered() {
    let desktop = desktop(&customers());
    let before = desktop.sandbox.registry();
    let manage = Manage::open(&desktop);
    close_with_something_entered(&manage);
    manage.click_named("dialog button", "Stay");
    manage.page.wait_texts("dialog", &[]);
    assert_eq!(manage.value("#field-notes"), "Call first");
    assert_eq!(desktop.sandbox.registry(), before);
    assert_eq!(desktop.screen().windows("portico").len(), 1);
    // The question comes again: it was not answered for good.
    manage.close_window();
    manage.wait_part("dialog", "Save your changes?");
}

#[test]
fn discard_closes_and_saves_nothing() {
    let desktop = desktop(&customers());
    let before = desktop.sandbox.registry();
    let manage = Manage::open(&desktop);
    close_with_something_entered(&manage);
    manage.click_named("dialog button", "Discard");
    desktop.screen().wait_no_window("portico");
    assert_eq!(desktop.sandbox.registry(), before);
}

#[test]
fn save_saves_and_closes() {
    let desktop = desktop(&customers());
    let manage = Manage::open(&desktop);
    close_with_something_entered(&manage);
    manage.click_named("dialog button", "Save");
    desktop.screen().wait_no_window("portico");
    assert_eq!(desktop.sandbox.registry_json()["tenants"][0]["notes"], "Call first");
}

#[test]
fn with_nothing_entered_the_window_closes_at_once() {
    let desktop = desktop(&customers());
    let manage = Manage::open(&desktop);
    manage.select("Contoso Pharmaceuticals");
    manage.close_window();
    desktop.screen().wait_no_window("portico");
}

#[test]
fn another_page_and_another_customer_ask_as_well() {
    let desktop = desktop(&customers());
    let manage = Manage::open(&desktop);
    manage.select("Contoso Pharmaceuticals");
    manage.enter("#field-notes", "Call first");
    manage.go("settings");
    manage.wait_part("dialog", "Save your changes?");
    manage.click_named("dialog button", "Stay");
    manage.page.wait_texts("dialog", &[]);
    manage.click_named(".customer-name", "Fabrikam");
    manage.wait_part("dialog", "Save your changes?");
    manage.click_named("dialog button", "Save");
    manage.page.wait_texts("#detail-name", &["Fabrikam"]);
    assert_eq!(desktop.sandbox.registry_json()["tenants"][0]["notes"], "Call first");
}
