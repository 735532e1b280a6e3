//! Editing while somebody else does: nothing that was typed is lost, nothing of the other is overwritten unseen.

use super::*;

/// What happens to Contoso meanwhile, in the terminal.
#[track_caller]
fn edit(desktop: &Desktop, arguments: &[&str]) {
    desktop.sandbox.portico([&["edit", "contoso.com"], arguments].concat()).done();
}

fn contoso(manage: &Manage<'_>) -> Value {
    manage.desktop.sandbox.registry_json()["tenants"][0].take()
}

#[test]
fn a_customer_is_edited_and_saved() {
    let desktop = desktop(&customers());
    let manage = Manage::open(&desktop);
    manage.select("Contoso Pharmaceuticals");
    manage.enter("#field-group", "Health");
    manage.press_button("Save");
    manage.wait_notice("Contoso Pharmaceuticals is saved");
    assert_eq!(manage.steps(), 3, "select, type, save");
    let saved = contoso(&manage);
    assert_eq!((&saved["group"], &saved["aliases"]), (&json!("Health"), &json!(["CTSO"])), "the rest stays");
    let before = desktop.sandbox.registry();
    manage.press_button("Undo");
    manage.wait_notice("Taken back");
    assert_ne!(desktop.sandbox.registry(), before);
    assert_eq!(contoso(&manage).get("group"), None);
}

#[test]
fn another_field_that_changed_meanwhile_is_merged_and_what_is_typed_stays() {
    let desktop = desktop(&customers());
    let manage = Manage::open(&desktop);
    manage.select("Contoso Pharmaceuticals");
    manage.enter("#field-notes", "Call first");
    edit(&desktop, &["--group", "Health"]);
    manage.wait_value("#field-group", "Health");
    assert_eq!(manage.value("#field-notes"), "Call first", "what was typed stays");
    manage.press_button("Save");
    manage.wait_notice("Contoso Pharmaceuticals is saved");
    let saved = contoso(&manage);
    assert_eq!((&saved["group"], &saved["notes"]), (&json!("Health"), &json!("Call first")));
}

#[test]
fn the_same_field_that_changed_meanwhile_is_asked_about() {
    for (side, wins) in [("mine", "Ours"), ("theirs", "Theirs")] {
        let desktop = desktop(&customers());
        let manage = Manage::open(&desktop);
        manage.select("Contoso Pharmaceuticals");
        manage.enter("#field-group", "Ours");
        edit(&desktop, &["--group", "Theirs"]);
        manage.wait_part("[data-field=group] .form-theirs", "Theirs");
        assert_eq!(manage.value("#field-group"), "Ours");
        manage.press_button("Save");
        manage.page.wait_texts("#conflict-title", &["Somebody changed the same fields"]);
        assert_eq!(contoso(&manage)["group"], "Theirs", "nothing is overwritten before the choice");
        manage.click_named("dialog button", "Save");
        manage.wait_part("dialog .form-error", "Choose one for each field.");
        manage.click(&format!("dialog .conflict-side:has(input[value={side}])"));
        manage.click_named("dialog button", "Save");
        manage.wait_notice("Contoso Pharmaceuticals is saved");
        assert_eq!(contoso(&manage)["group"], wins, "{side}");
    }
}

#[test]
fn a_customer_that_is_gone_keeps_what_was_typed() {
    let desktop = desktop(&customers());
    let manage = Manage::open(&desktop);
    manage.select("Contoso Pharmaceuticals");
    manage.enter("#field-notes", "Call first");
    desktop.sandbox.portico(["remove", "contoso.com", "--yes"]).done();
    manage.wait_part(".form-trouble", "What you entered is still here.");
    assert_eq!(manage.value("#field-notes"), "Call first");
    manage.press_button("Add as a new customer");
    let all = manage.wait_tenants("the customer again", |all| all.as_array().is_some_and(|all| all.len() == 3));
    let again = all.as_array().unwrap().iter().find(|one| one["tenant_id"] == CONTOSO).unwrap();
    assert_eq!(again["notes"], "Call first");
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_not_saved() {
    let desktop = desktop(&customers());
    let before = desktop.sandbox.registry();
    let manage = Manage::open(&desktop);
    manage.click(".add-button");
    manage.enter("#field-name", "Tailspin");
    manage.enter("#field-tenant_id", FABRIKAM);
    manage.choose("#field-cloud", "gcc-high");
    manage.click(".form-buttons .primary");
    manage.wait_part(".detail .form-error", "Fabrikam");
    assert_eq!(desktop.sandbox.registry(), before);
}
