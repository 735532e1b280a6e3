//! The first run: from nothing to an open portal.

use super::*;

/// What the welcome says before there is anybody.
const WELCOME: &str = "Welcome to Portico";

#[test]
fn from_nothing_to_an_open_portal() {
    let desktop = Desktop::with_windows(Sandbox::new());
    let manage = Manage::open(&desktop);
    manage.page.wait_texts(".welcome-title", &[WELCOME]);
    manage.click(".welcome .primary");
    manage.enter("#field-name", "Contoso");
    manage.paste("#field-tenant_id", &defender(CONTOSO));
    manage.wait_value("#field-tenant_id", CONTOSO);
    manage.click(".form-buttons .primary");
    manage.page.wait_texts("#detail-name", &["Contoso"]);
    let tenants = desktop.sandbox.registry_json()["tenants"].take();
    assert_eq!(tenants.as_array().map(Vec::len), Some(1), "{tenants}");
    assert_eq!((&tenants[0]["name"], &tenants[0]["tenant_id"]), (&json!("Contoso"), &json!(CONTOSO)));
    manage.press_button("Open Microsoft Defender");
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)]);
    assert_eq!(manage.steps(), 5, "add, name, link, save, open");
}

#[test]
fn pasted_links_are_shown_before_they_are_customers() {
    let desktop = Desktop::with_windows(Sandbox::new());
    let manage = Manage::open(&desktop);
    let links = format!("{} Contoso\n{} Fabrikam\n", defender(CONTOSO), defender(FABRIKAM));
    manage.paste(".welcome textarea", &links);
    manage.press_button("Preview");
    manage.wait_part(".import-sum", "2 new");
    assert!(!desktop.sandbox.registry_path().exists(), "nothing is saved before the person says so");
    manage.press_button("Import 2 customers");
    manage.wait_notice("2 customers added");
    assert_eq!(manage.steps(), 3, "paste, preview, import");
    let tenants = manage.wait_tenants("both customers", |all| all.as_array().is_some_and(|all| all.len() == 2));
    let mut ids: Vec<_> = tenants.as_array().unwrap().iter().map(|one| one["tenant_id"].clone()).collect();
    ids.sort_by_key(ToString::to_string);
    assert_eq!(ids, [json!(FABRIKAM), json!(CONTOSO)]);
    manage.go("customers");
    wait_until("both in the list", SOON, || {
        let names = manage.page.texts(".customer-name");
        if names.len() == 2 { Ok(()) } else { Err(names) }
    });
}

#[test]
fn the_welcome_is_gone_with_the_first_customer_from_elsewhere() {
    let desktop = Desktop::with_windows(Sandbox::new());
    let manage = Manage::open(&desktop);
    manage.page.wait_texts(".welcome-title", &[WELCOME]);
    desktop.sandbox.portico(["add", "Contoso", CONTOSO]).done();
    manage.wait_names(&["Contoso"]);
    manage.page.wait_texts(".welcome-title", &[]);
}
