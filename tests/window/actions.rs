//! The actions of the selected row, by their menu and by their keys.

use super::*;

fn control(key: &str) -> String {
    format!("{}{key}", keys::CONTROL)
}

/// Returns a desktop with one customer in the list, and quick open with it selected.
#[track_caller]
fn selected(desktop: &Desktop) -> Quick<'_> {
    let quick = Quick::open(desktop);
    quick.search("contoso", &["Contoso Pharmaceuticals"]);
    quick.wait_acting();
    quick
}

/// Opens the menu and picks this action.
#[track_caller]
fn pick(quick: &Quick<'_>, label: &str) {
    quick.press(&control("k"));
    quick.page.wait_texts("#menu .menu-name", &["Contoso Pharmaceuticals"]);
    assert_eq!(quick.page.texts("#menu .menu-portal"), ["Microsoft Defender"]);
    let labels = quick.page.texts("#menu .menu-label");
    let at = labels.iter().position(|one| one == label).unwrap_or_else(|| panic!("no {label} in {labels:?}"));
    quick.page.press(&keys::DOWN.repeat(at));
    quick.page.press(keys::ENTER);
    quick.page.wait_texts("#menu .menu-name", &[]);
}

/// Pastes into the search field, which empties the clipboard's secret: what was copied.
#[track_caller]
fn clipboard(quick: &Quick<'_>) -> String {
    quick.page.script(
        "const area = document.createElement('textarea'); area.id = 'portico_test'; document.body.append(area);",
    );
    quick.page.find("#portico_test").send_keys(&control("v"));
    let text = quick.page.script(
        "const area = document.querySelector('#portico_test'); const text = area.value; area.remove(); return text",
    );
    text.as_str().unwrap().to_owned()
}

#[test]
fn the_menu_names_what_it_acts_on_and_copies_exactly_what_is_shown() {
    let desktop = desktop(&customers());
    let quick = selected(&desktop);
    pick(&quick, "Copy link");
    quick.page.wait_texts("#footer .footer-said", &["Copied the link of Contoso Pharmaceuticals · Microsoft Defender"]);
    assert_eq!(clipboard(&quick), defender(CONTOSO));
    pick(&quick, "Copy tenant ID");
    wait_until("the ID on the clipboard", SOON, || {
        let text = clipboard(&quick);
        if text == CONTOSO { Ok(()) } else { Err(text) }
    });
    quick.assert_nothing_opened();
}

#[test]
fn keys_copy_without_the_menu() {
    let desktop = desktop(&customers());
    let quick = selected(&desktop);
    quick.page.find("#input").send_keys(&control("c"));
    wait_until("the link on the clipboard", SOON, || {
        let text = clipboard(&quick);
        if text == defender(CONTOSO) { Ok(()) } else { Err(text) }
    });
    quick.page.find("#input").send_keys(&format!("{}{}c", keys::CONTROL, keys::SHIFT));
    wait_until("the ID on the clipboard", SOON, || {
        let text = clipboard(&quick);
        if text == CONTOSO { Ok(()) } else { Err(text) }
    });
}

#[test]
fn a_favorite_is_made_and_unmade_and_stays_selected() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    quick.press(&keys::DOWN.repeat(3));
    assert_eq!(quick.selected(), "Northwind Traders");
    quick.press(&control("d"));
    quick.wait_rows(&["Northwind Traders", "Contoso Pharmaceuticals", "Fabrikam"]);
    assert_eq!(quick.selected(), "Northwind Traders", "wherever its row is now");
    assert_eq!(desktop.sandbox.registry_json()["tenants"][2]["favorite"], json!(true));
    quick.press(&control("d"));
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    assert_eq!(desktop.sandbox.registry_json()["tenants"][2].get("favorite"), None);
    quick.assert_nothing_opened();
}

#[test]
fn the_menu_opens_the_portal_and_the_list_of_portals() {
    let desktop = desktop(&customers());
    let quick = selected(&desktop);
    pick(&quick, "Open in another portal…");
    quick.page.wait_texts("#context .context-name", &["Contoso Pharmaceuticals"]);
    quick.press(keys::ESCAPE);
    quick.wait_rows(&["Contoso Pharmaceuticals"]);
    pick(&quick, "Open");
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)]);
    quick.wait_hidden();
}

#[test]
fn what_was_opened_of_a_customer_is_listed() {
    let desktop = desktop(&customers());
    desktop.sandbox.portico(["open", "contoso.com", "-p", "entra"]).done();
    let quick = selected(&desktop);
    pick(&quick, "Show history");
    let panel = quick.wait_panel();
    assert!(panel.contains("Contoso Pharmaceuticals") && panel.contains("Microsoft Entra"), "{panel}");
    quick.page.press(keys::ESCAPE);
    quick.wait_rows(&["Contoso Pharmaceuticals"]);
}

#[test]
fn a_customer_is_shown_in_the_customers_window() {
    let desktop = desktop(&customers());
    let quick = selected(&desktop);
    pick(&quick, "Show in customers");
    wait_until("the customers window", SOON, || {
        let titles: Vec<_> = desktop.screen().windows("portico").into_iter().map(|window| window.title).collect();
        if titles == ["Portico: customers"] { Ok(()) } else { Err(titles) }
    });
    quick.assert_nothing_opened();
}

#[test]
fn a_customer_without_an_address_has_no_link_to_copy() {
    let desktop = desktop(&json!([
        { "name": "Contoso Pharmaceuticals", "tenant_id": CONTOSO, "portal": "sharepoint" },
    ]));
    let quick = selected(&desktop);
    quick.press(&control("k"));
    let disabled = quick.page.texts("#menu [aria-disabled=true] .menu-label");
    assert_eq!(disabled, ["Open", "Copy link"]);
    let why = quick.page.texts("#menu [aria-disabled=true] .menu-reason").concat();
    assert!(why.contains("SharePoint label"), "{why}");
    quick.page.press(keys::ESCAPE);
    quick.page.wait_texts("#menu .menu-name", &[]);
    assert_eq!(desktop.screen().windows("portico").len(), 1, "Escape closes the menu, and no more");
}

#[test]
fn keys_are_offered_once_and_no_is_kept() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.page.find(".is-offer");
    quick.press_button("No thanks");
    quick.page.wait_texts(".is-offer .banner-text", &[]);
    let settings = desktop.sandbox.path().join("config/portico/settings.json");
    wait_until("the no in the settings", SOON, || {
        let text = std::fs::read_to_string(&settings).unwrap_or_default();
        if text == "{\n  \"hotkey\": null\n}\n" { Ok(()) } else { Err(text) }
    });
    quick.press(keys::ESCAPE);
    quick.wait_hidden();
    desktop.sandbox.portico_tray::<&str>([]).done();
    desktop.screen().wait_window("portico");
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    assert_eq!(quick.page.texts(".is-offer .banner-text"), Vec::<String>::new());
}

#[test]
fn keys_are_recorded_as_they_are_pressed_and_bring_the_window_up() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.page.find(".is-offer");
    quick.press_button("Choose keys…");
    let field = quick.page.find(".hotkey-field");
    field.send_keys(&control("c"));
    quick.page.press(keys::ENTER);
    quick.page.wait_texts("#hotkey-error", &["Programs use these keys themselves. Hold a second key, such as Shift."]);
    field.send_keys(&format!("{}{}p", keys::CONTROL, keys::ALT));
    quick.press_button("Save");
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    let settings = desktop.sandbox.path().join("config/portico/settings.json");
    assert_eq!(std::fs::read_to_string(settings).unwrap(), "{\n  \"hotkey\": \"Ctrl+Alt+KeyP\"\n}\n");
    quick.press(keys::ESCAPE);
    quick.wait_hidden();
    desktop.screen().keys(&["ctrl+alt+p"]);
    desktop.screen().wait_window("portico");
}
