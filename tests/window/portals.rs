//! The portals of a customer in quick open: the way in, the way back, and what Enter opens there.

use super::*;

/// Contoso with all that portals need but a SharePoint label; two customers that fit its beginning.
fn three() -> Value {
    json!([
        { "name": "Contoso Pharmaceuticals", "tenant_id": CONTOSO, "domain": "contoso.com", "initial_domain": "contoso.onmicrosoft.com" },
        { "name": "Contoso Retail", "tenant_id": id(1), "domain": "contosoretail.com" },
        { "name": "Fabrikam", "tenant_id": FABRIKAM, "cloud": "china" },
    ])
}

/// Goes to the portals of the selected customer.
#[track_caller]
fn enter(quick: &Quick<'_>, name: &str) {
    quick.press(keys::RIGHT);
    quick.page.wait_texts("#context .context-name", &[name]);
    quick.page.wait_texts("#row-0 .row-name", &["Microsoft Defender"]);
}

fn entra() -> String {
    format!("https://entra.microsoft.com/{CONTOSO}/#home")
}

#[test]
fn the_right_arrow_lists_the_portals_and_enter_opens_the_one_in_the_footer() {
    let desktop = desktop(&three());
    let quick = Quick::open(&desktop);
    quick.search("contoso pharma", &["Contoso Pharmaceuticals"]);
    enter(&quick, "Contoso Pharmaceuticals");
    assert_eq!((quick.selected().as_str(), quick.address()), ("Microsoft Defender", defender(CONTOSO)));
    quick.page.find("#input").send_keys("entra");
    quick.wait_rows(&["Microsoft Entra"]);
    assert_eq!(quick.address(), entra());
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [entra()]);
    quick.wait_hidden();
}

#[test]
fn control_enter_lists_them_too_and_opens_nothing() {
    let desktop = desktop(&three());
    let quick = Quick::open(&desktop);
    quick.search("contoso pharma", &["Contoso Pharmaceuticals"]);
    quick.press(&format!("{}{}", keys::CONTROL, keys::ENTER));
    quick.page.wait_texts("#context .context-name", &["Contoso Pharmaceuticals"]);
    quick.wait_acting();
    quick.assert_nothing_opened();
    quick.press(&format!("{}4", keys::ALT));
    assert_eq!(desktop.sandbox.wait_opened(1), [entra()], "the fourth row");
}

#[test]
fn in_the_middle_of_the_text_the_right_arrow_moves_the_caret() {
    let desktop = desktop(&three());
    let quick = Quick::open(&desktop);
    quick.search("contoso pharma", &["Contoso Pharmaceuticals"]);
    quick.press(&format!("{}{}", keys::LEFT, keys::RIGHT));
    assert_eq!(quick.page.texts("#context .context-name"), Vec::<String>::new(), "it was not at the end");
    enter(&quick, "Contoso Pharmaceuticals");
}

#[test]
fn escape_left_and_backspace_lead_back_to_the_same_search() {
    let desktop = desktop(&three());
    let quick = Quick::open(&desktop);
    quick.search("contoso pharma", &["Contoso Pharmaceuticals"]);
    for key in [keys::ESCAPE, keys::LEFT, keys::BACKSPACE] {
        enter(&quick, "Contoso Pharmaceuticals");
        quick.press(key);
        quick.page.wait_texts("#context .context-name", &[]);
        quick.wait_rows(&["Contoso Pharmaceuticals"]);
        assert_eq!(quick.page.script("return document.querySelector('#input').value"), "contoso pharma");
        assert_eq!(quick.address(), defender(CONTOSO));
    }
    quick.assert_nothing_opened();
}

#[test]
fn a_portal_that_cannot_open_is_there_with_its_reason_and_opens_nothing() {
    let desktop = desktop(&three());
    let quick = Quick::open(&desktop);
    quick.search("contoso pharma", &["Contoso Pharmaceuticals"]);
    enter(&quick, "Contoso Pharmaceuticals");
    quick.page.find("#input").send_keys("sharepoint");
    quick.page.wait_texts("[role=option][aria-disabled=true] .row-name", &["SharePoint admin center"]);
    let reason = "needs the customer’s SharePoint label";
    let shown = quick.page.texts(".row-host").concat();
    assert!(shown.contains(reason), "{shown}");
    quick.press(&format!("{}{}", keys::DOWN, keys::ENTER));
    let panel = quick.wait_panel();
    assert!(panel.contains(reason), "{panel}");
    quick.assert_nothing_opened();
}

#[test]
fn portals_that_may_show_another_tenant_say_so() {
    let desktop = desktop(&three());
    let quick = Quick::open(&desktop);
    quick.search("contoso pharma", &["Contoso Pharmaceuticals"]);
    enter(&quick, "Contoso Pharmaceuticals");
    quick.page.find("#input").send_keys("multitenant");
    quick.wait_rows(&["Defender multitenant management"]);
    quick.page.wait_texts(".row .is-caution", &["check the name"]);
    quick.press(keys::DOWN);
    let footer = quick.page.texts("#footer .caution").concat();
    assert!(footer.contains("May show another tenant"), "{footer}");
}

#[test]
fn nothing_is_entered_while_two_fit_equally_well() {
    let desktop = desktop(&json!([
        { "name": "Contoso North", "tenant_id": CONTOSO },
        { "name": "Contoso South", "tenant_id": id(1) },
    ]));
    let quick = Quick::open(&desktop);
    quick.search("contoso", &["Contoso North", "Contoso South"]);
    quick.press(keys::RIGHT);
    quick.press(&format!("{}{}", keys::CONTROL, keys::ENTER));
    assert_eq!(quick.page.texts("#context .context-name"), Vec::<String>::new(), "nobody is selected");
    quick.press(keys::DOWN);
    let selected = quick.selected();
    quick.press(keys::RIGHT);
    quick.page.wait_texts("#context .context-name", &[&selected]);
}

#[test]
fn a_customer_that_goes_takes_its_portals_along() {
    let desktop = desktop(&three());
    let quick = Quick::open(&desktop);
    quick.search("contoso pharma", &["Contoso Pharmaceuticals"]);
    enter(&quick, "Contoso Pharmaceuticals");
    desktop.sandbox.portico(["remove", "contoso.com", "--yes"]).done();
    quick.page.wait_texts("#context .context-name", &[]);
    quick.page.press(keys::ENTER);
    quick.wait_acting();
    quick.page.press(keys::ENTER);
    quick.assert_nothing_opened();
}

#[test]
fn a_customer_that_was_changed_meanwhile_opens_no_portal() {
    let desktop = desktop(&three());
    let quick = Quick::open(&desktop);
    quick.search("contoso pharma", &["Contoso Pharmaceuticals"]);
    enter(&quick, "Contoso Pharmaceuticals");
    let mut swapped = three();
    swapped[0]["tenant_id"] = json!(id(7));
    desktop.sandbox.write_registry(&registry(&swapped));
    // The customer with this ID is gone; the one of this name waits for a person's eyes.
    quick.page.wait_texts("#context .context-name", &[]);
    quick.wait_acting();
    quick.page.press(keys::ENTER);
    quick.assert_nothing_opened();
}
