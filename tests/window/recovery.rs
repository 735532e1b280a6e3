//! A registry with a problem: quick open says what happened and what is safe, and brings the customers back.

use std::fs;

use super::*;

const BROKEN: &str = "{ \"schema\": 1, \"ten";

/// Two customers that Portico saved.
fn saved() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.portico(["add", "Contoso", CONTOSO, "--domain", "contoso.com"]).done();
    sandbox.portico(["add", "Fabrikam", FABRIKAM]).done();
    sandbox
}

/// Fails unless this is said about the registry, what is safe included.
#[track_caller]
fn assert_said(quick: &Quick<'_>, place: &str, parts: &[&str]) {
    let said = quick.page.texts(place).concat();
    for part in parts {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn a_broken_registry_is_said_above_the_last_good_rows_and_brought_back() {
    let desktop = Desktop::with_windows(saved());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso", "Fabrikam"]);
    desktop.sandbox.write_registry(BROKEN);
    quick.page.wait_texts("#banner strong", &["The registry cannot be read: the last good state is shown"]);
    assert_said(&quick, "#banner", &["registry.json:1", "All 2 customers that were read last are shown, and open."]);
    quick.wait_rows(&["Contoso", "Fabrikam"]);
    assert_eq!(desktop.sandbox.registry(), BROKEN, "nothing is repaired unasked");

    let label = quick.press_remedy();
    assert!(label.starts_with("Bring back 2 customers (saved 20"), "{label}");
    quick.page.wait_texts("#banner strong", &[]);
    quick.wait_rows(&["Contoso", "Fabrikam"]);
    assert_eq!(desktop.sandbox.registry_json()["tenants"].as_array().unwrap().len(), 2);
    quick.search("contoso", &["Contoso"]);
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)], "what was brought back opens");
}

#[test]
fn a_repaired_registry_needs_nothing_pressed() {
    let desktop = Desktop::with_windows(saved());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso", "Fabrikam"]);
    let good = desktop.sandbox.registry();
    desktop.sandbox.write_registry(BROKEN);
    quick.page.find("#banner strong");
    desktop.sandbox.write_registry(&good);
    quick.page.wait_texts("#banner strong", &[]);
}

#[test]
fn settings_that_cannot_be_read_are_no_broken_registry_and_nothing_is_brought_back() {
    let sandbox = saved();
    sandbox.write_settings("{}");
    let desktop = Desktop::with_windows(sandbox);
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso", "Fabrikam"]);
    let before = desktop.sandbox.registry();
    desktop.sandbox.write_settings("{ \"notify\" }");
    quick.page.wait_texts("#banner strong", &["The settings cannot be read"]);
    assert_said(&quick, "#banner", &["settings.json:1", "All 2 customers that were read last are shown, and open."]);
    assert_eq!(quick.page.texts("#banner button"), ["Copy path"]);
    desktop.sandbox.write_settings("{}");
    quick.page.wait_texts("#banner strong", &[]);
    assert_eq!(desktop.sandbox.registry(), before);
}

#[test]
fn a_registry_broken_from_the_start_is_no_empty_one_and_is_brought_back() {
    let sandbox = saved();
    sandbox.write_registry(BROKEN);
    let desktop = Desktop::with_windows(sandbox);
    let quick = Quick::open(&desktop);
    quick.page.wait_texts("#state h2", &["The registry cannot be read"]);
    assert_said(&quick, "#state", &["registry.json:1", "Portico deleted nothing", "Copy path"]);
    let all = quick.page.texts("body").concat();
    assert!(!all.contains("No customers yet"), "{all}");
    let label = quick.press_remedy();
    assert!(label.starts_with("Bring back 2 customers"), "{label}");
    quick.wait_rows(&["Contoso", "Fabrikam"]);
}

#[test]
fn a_registry_that_is_gone_from_the_start_is_brought_back() {
    let sandbox = saved();
    fs::remove_file(sandbox.registry_path()).unwrap();
    let desktop = Desktop::with_windows(sandbox);
    let quick = Quick::open(&desktop);
    quick.page.wait_texts("#state h2", &["The registry file is gone"]);
    quick.press_remedy();
    quick.wait_rows(&["Contoso", "Fabrikam"]);
}

#[test]
fn a_registry_that_was_never_good_has_nothing_to_bring_back() {
    let desktop = Desktop::with_windows(Sandbox::new());
    desktop.sandbox.write_registry("not JSON");
    let quick = Quick::open(&desktop);
    quick.page.wait_texts("#state h2", &["The registry cannot be read"]);
    assert_eq!(quick.page.texts("#state button"), ["Copy path"]);
    let all = quick.page.texts("body").concat();
    assert!(!all.contains("No customers yet"), "{all}");
}

#[test]
fn a_backup_that_vanished_is_not_said_to_be_back() {
    let desktop = Desktop::with_windows(saved());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso", "Fabrikam"]);
    let (how, failure) = invoke(&quick.page, "restore", &json!({ "backup": "../../../etc/hostname" }));
    assert_eq!((how.as_str(), &failure["code"]), ("broken", &json!("NoBackup")), "and only Portico's own come back");
    let (how, failure) = invoke(&quick.page, "accept", &json!({ "accept": { "identity": null, "seen": "0" } }));
    assert_eq!((how.as_str(), &failure["code"]), ("broken", &json!("ChangedAgain")), "what nobody saw");
}

#[test]
fn the_customers_window_says_the_same_and_brings_back() {
    let desktop = Desktop::with_windows(saved());
    let page = WebDriver::start(&desktop, &["--show", "manage"]);
    page.wait_texts(".customer-name", &["Contoso", "Fabrikam"]);
    desktop.sandbox.write_registry(BROKEN);
    page.wait_texts("#banner strong", &["The registry cannot be read: the last good state is shown"]);
    page.wait_texts(".customer-name", &["Contoso", "Fabrikam"]);
    let label = page.find("#banner .primary").text();
    assert!(label.starts_with("Bring back 2 customers (saved 20"), "{label}");
    page.find("#banner .primary:not([aria-disabled])").click();
    page.wait_texts("#banner strong", &[]);
    assert_eq!(desktop.sandbox.registry_json()["tenants"].as_array().unwrap().len(), 2);
}
