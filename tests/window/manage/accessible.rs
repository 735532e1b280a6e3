//! The customers window for everybody: axe finds nothing on any page, light or dark, and the keyboard reaches everything.

use super::accessibility::{assert_accessible, sandbox};
use super::*;

/// Goes through the pages in one of the desktop's themes.
fn walk(theme: &str) {
    let mut all = customers();
    all[0]["favorite"] = json!(true);
    all[1]["group"] = json!("East");
    let desktop = desktop_of(sandbox(theme), &all);
    desktop.sandbox.portico(["open", "contoso.com"]).done();
    desktop.sandbox.portico(["edit", "contoso.com", "--notes", "Call first"]).done();
    let manage = Manage::open(&desktop);
    let check = |state: &str| assert_accessible(&manage.page, &format!("{theme}, {state}"));
    manage.page.find(".customer");
    check("nobody selected");
    manage.select("Contoso Pharmaceuticals");
    check("a customer");
    manage.enter("#field-notes", "Call twice");
    manage.go("settings");
    manage.page.find("dialog");
    check("a question");
    manage.click_named("dialog button", "Discard");
    for (page, sign) in [
        ("settings", ".settings-content"),
        ("portals", ".arranged-row"),
        ("browsers", ".found-browser"),
        ("history", ".opening-name"),
        ("help", "#page-help h1"),
        ("import", ".import-drop"),
    ] {
        manage.go(page);
        manage.page.find(sign);
        check(page);
    }
    manage.paste(".import-text", &format!("{} Tailspin", defender(&id(7))));
    manage.press_button("Read this text");
    manage.page.find(".import-preview");
    check("a preview");
    manage.go("portals");
    manage.press_button("Add a portal");
    check("a portal of one's own");
    manage.go("browsers");
    manage.press_button("Add a rule");
    check("a rule");
    manage.go("customers");
    manage.click(".add-button");
    check("a new customer");
}

/// Looks at the first run.
fn welcome(theme: &str) {
    let desktop = Desktop::with_windows(sandbox(theme));
    let manage = Manage::open(&desktop);
    manage.page.find(".welcome-title");
    assert_accessible(&manage.page, &format!("{theme}, the first run"));
}

#[test]
fn the_customers_window_keeps_nobody_out_in_the_light() {
    walk("Adwaita");
    welcome("Adwaita");
}

#[test]
fn the_customers_window_keeps_nobody_out_in_the_dark() {
    walk("Adwaita:dark");
    welcome("Adwaita:dark");
}

/// Presses Tab until something that fits has the focus.
#[track_caller]
pub(super) fn tab_to(manage: &Manage<'_>, css: &str) {
    let mut seen = Vec::new();
    for _ in 0..80 {
        let here = manage.page.script(&format!(
            "const here = document.activeElement;
             return [here.matches({}), here.id || here.className || here.tagName]",
            Value::from(css)
        ));
        if here[0] == true {
            return;
        }
        seen.push(here);
        manage.page.press(keys::TAB);
    }
    panic!("Tab does not come to {css}: {seen:?}");
}

#[test]
fn the_keyboard_alone_adds_edits_and_opens() {
    let desktop = desktop(&customers());
    let manage = Manage::open(&desktop);
    manage.page.find(".customer");
    tab_to(&manage, "#search");
    manage.page.press("north");
    manage.wait_names(&["Northwind Traders"]);
    manage.page.press(keys::ENTER);
    manage.page.wait_texts("#detail-name", &["Northwind Traders"]);
    tab_to(&manage, ".detail-open");
    tab_to(&manage, ".portal");
    tab_to(&manage, "#field-notes");
    manage.page.press("Call first");
    tab_to(&manage, ".form-buttons .primary");
    manage.page.press(keys::ENTER);
    manage.wait_notice("Northwind Traders is saved");
    assert_eq!(desktop.sandbox.registry_json()["tenants"][2]["notes"], "Call first");
    tab_to(&manage, "#notice button");
    tab_to(&manage, "[data-place=customers]");
    tab_to(&manage, "[data-place=import]");
    for (page, sign) in [
        ("portals", "#page-portals"),
        ("browsers", "#page-browsers"),
        ("history", "#page-history"),
        ("settings", "#page-settings"),
    ] {
        manage.page.press(keys::DOWN);
        manage.page.press(keys::ENTER);
        manage.page.find(&format!("[data-place={page}][aria-current=page]"));
        manage.page.find(&format!("{sign}:not([hidden])"));
    }
    tab_to(&manage, "#page-settings select");
    tab_to(&manage, "#page-settings input.switch");
    tab_to(&manage, ".backup button");
}

#[test]
fn everything_can_be_made_larger_and_as_it_was_again() {
    let desktop = desktop(&customers());
    let manage = Manage::open(&desktop);
    manage.page.find(".customer");
    let width = || manage.page.script("return innerWidth").as_u64().unwrap();
    let usual = width();
    let press = |key: &str| manage.page.find("body").send_keys(&format!("{}{key}", keys::CONTROL));
    let wait_width = |what: &str, fits: &dyn Fn(u64) -> bool| {
        wait_until(what, SOON, || {
            let now = width();
            if fits(now) { Ok(()) } else { Err((usual, now)) }
        });
    };
    press("+");
    wait_width("larger", &|now| now < usual);
    press("0");
    wait_width("as it was", &|now| now == usual);
    press("-");
    wait_width("smaller", &|now| now > usual);
}
