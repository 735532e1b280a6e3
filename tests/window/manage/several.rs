//! Duplicate, remove, several at once: each is one step, and comes back with Undo.

use super::*;

/// Fabrikam has a field that this version does not know.
fn with_unknown() -> Value {
    let mut all = customers();
    all[1]["x_contract"] = json!({ "number": 7 });
    all
}

#[test]
fn a_removed_customer_comes_back_whole() {
    let desktop = desktop(&with_unknown());
    let before = desktop.sandbox.registry_json();
    let manage = Manage::open(&desktop);
    manage.select("Fabrikam");
    manage.press_button("Remove…");
    manage.wait_part("dialog", "Remove Fabrikam?");
    let focused = manage.page.script("return document.activeElement.innerText");
    assert_eq!(focused, "Cancel", "an impatient Enter does no harm");
    manage.click_named("dialog button", "Remove");
    manage.wait_notice("Fabrikam was removed");
    assert_eq!(manage.steps(), 3, "select, remove, confirm");
    manage.wait_names(&["Contoso Pharmaceuticals", "Northwind Traders"]);
    assert_eq!(desktop.sandbox.registry_json()["tenants"].as_array().unwrap().len(), 2);
    manage.press_button("Undo");
    manage.wait_names(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    assert_eq!(desktop.sandbox.registry_json(), before, "what this version does not know included");
}

#[test]
fn a_duplicate_shares_what_does_not_tell_who_it_is() {
    let mut all = customers();
    all[0]["group"] = json!("Health");
    let desktop = desktop(&all);
    let manage = Manage::open(&desktop);
    manage.select("Contoso Pharmaceuticals");
    manage.press_button("Duplicate");
    manage.wait_value("#field-name", "Contoso Pharmaceuticals (copy)");
    assert_eq!((manage.value("#field-tenant_id"), manage.value("#field-domain")), (json!(""), json!("")));
    manage.enter("#field-tenant_id", &id(7));
    manage.click(".form-buttons .primary");
    let all = manage.wait_tenants("the copy", |all| all.as_array().is_some_and(|all| all.len() == 4));
    assert_eq!((&all[3]["group"], &all[3]["tenant_id"]), (&json!("Health"), &json!(id(7))));
    manage.press_button("Undo");
    manage.wait_tenants("the copy to go", |all| all.as_array().is_some_and(|all| all.len() == 3));
}

/// Selects all customers with the keyboard.
#[track_caller]
fn select_all(manage: &Manage<'_>) {
    manage.select("Contoso Pharmaceuticals");
    manage.page.find("#list").send_keys(&format!("{}a", keys::CONTROL));
    manage.page.wait_texts(".many h2", &["3 selected"]);
}

#[test]
fn several_get_a_group_a_tag_and_a_star_each_in_one_step() {
    let desktop = desktop(&with_unknown());
    let manage = Manage::open(&desktop);
    select_all(&manage);
    let every = |manage: &Manage<'_>, what: &str, field: &str, value: Value| {
        manage.wait_tenants(what, |all| all.as_array().unwrap().iter().all(|one| one[field] == value));
    };
    manage.enter("#many-group", "East");
    manage.press_button("Move");
    manage.wait_notice("3 customers moved to East");
    every(&manage, "the group", "group", json!("East"));
    manage.enter("#many-add", "gold");
    manage.click(".many .form-row:has(#many-add) button");
    manage.wait_notice("3 customers have the tag gold now");
    every(&manage, "the tag", "tags", json!(["gold"]));
    manage.click_named(".many button", "Add to favorites");
    every(&manage, "the star", "favorite", json!(true));
    manage.press_button("Undo");
    every(&manage, "no star", "favorite", Value::Null);
    assert_eq!(desktop.sandbox.registry_json()["tenants"][1]["x_contract"]["number"], 7);
}

#[test]
fn several_are_removed_and_come_back() {
    let desktop = desktop(&with_unknown());
    let before = desktop.sandbox.registry_json();
    let manage = Manage::open(&desktop);
    select_all(&manage);
    manage.click_named(".many button", "Remove…");
    manage.wait_part("dialog", "Remove 3 customers?");
    manage.click_named("dialog button", "Remove");
    manage.wait_tenants("nobody", |all| all == &json!([]));
    manage.press_button("Undo");
    manage.wait_tenants("all again", |all| *all == before["tenants"]);
}

#[test]
fn a_name_that_nobody_saw_is_not_changed() {
    let desktop = desktop(&customers());
    let manage = Manage::open(&desktop);
    manage.page.find(".customer");
    desktop.sandbox.portico(["edit", "contoso.com", "--name", "Contoso Bank"]).done();
    let before = desktop.sandbox.registry();
    let stale = json!([{ "identity": format!("public/{CONTOSO}"), "name": "Contoso Pharmaceuticals" }]);
    for (command, arguments) in [
        ("change_customers", json!({ "change": { "customers": stale, "group": "East" } })),
        ("remove_customers", json!({ "customers": stale })),
    ] {
        let (how, what) = invoke(&manage.page, command, &arguments);
        assert_eq!((how.as_str(), &what["code"]), ("broken", &json!("Renamed")), "{command}: {what}");
    }
    assert_eq!(desktop.sandbox.registry(), before);
}
