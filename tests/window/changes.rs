//! The registry changes while quick open is in use: rows follow, and Enter acts only on what was seen.

use super::*;

#[test]
fn rows_follow_what_the_command_line_does() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.search("trey", &[]);
    desktop.sandbox.portico(["add", "Trey Research", &id(2)]).done();
    quick.wait_rows(&["Trey Research"]);
}

#[test]
fn a_selected_customer_stays_selected_wherever_its_row_goes() {
    let desktop = desktop(&json!([{ "name": "Contoso South", "tenant_id": CONTOSO }]));
    let quick = Quick::open(&desktop);
    quick.search("contoso", &["Contoso South"]);
    assert_eq!(quick.selected(), "Contoso South");
    desktop.sandbox.portico(["add", "Contoso North", FABRIKAM]).done();
    quick.wait_rows(&["Contoso North", "Contoso South"]);
    assert_eq!((quick.selected().as_str(), quick.address()), ("Contoso South", defender(CONTOSO)));
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)]);
}

#[test]
fn enter_on_a_row_that_has_just_changed_by_itself_does_nothing() {
    let desktop = desktop(&json!([
        { "name": "Contoso 0", "tenant_id": CONTOSO },
        { "name": "Fabrikam", "tenant_id": FABRIKAM },
    ]));
    let quick = Quick::open(&desktop);
    quick.search("contoso", &["Contoso 0"]);
    let mut now = 0;
    wait_until("the page to be fast enough", SOON, || {
        quick.press(keys::DOWN);
        now += 1;
        let name = format!("Contoso {now}");
        quick.enter_after_change(&format!("document.querySelector('#list').textContent.includes('{name}')"));
        desktop.sandbox.portico(["edit", CONTOSO, "--name", &name]).done();
        if quick.wait_entered() { Ok(()) } else { Err("late") }
    });
    assert_eq!(quick.selected(), format!("Contoso {now}"), "the row was there to be opened");
    assert_only_fabrikam_opens(&quick);
}

#[test]
fn enter_just_after_the_window_appeared_does_nothing() {
    let desktop = desktop(&json!([
        { "name": "Contoso", "tenant_id": CONTOSO, "favorite": true },
        { "name": "Fabrikam", "tenant_id": FABRIKAM },
    ]));
    let quick = Quick::open(&desktop);
    wait_until("the page to be fast enough", SOON, || {
        quick.wait_rows(&["Contoso", "Fabrikam"]);
        quick.press(keys::ESCAPE);
        quick.wait_hidden();
        quick.enter_after_change("true");
        desktop.sandbox.portico_tray::<&str>([]).done();
        desktop.screen().wait_window("portico");
        if quick.wait_entered() { Ok(()) } else { Err("late") }
    });
    assert_eq!(quick.selected(), "Contoso", "the row was there to be opened");
    assert_only_fabrikam_opens(&quick);
}

/// Opens Fabrikam and nothing before it.
#[track_caller]
fn assert_only_fabrikam_opens(quick: &Quick<'_>) {
    quick.press(keys::ESCAPE);
    quick.search("fabrikam", &["Fabrikam"]);
    quick.press(keys::ENTER);
    assert_eq!(quick.desktop.sandbox.wait_opened(1), [defender(FABRIKAM)]);
}

#[test]
fn a_customer_renamed_between_showing_and_enter_is_asked_about_with_both_names() {
    let desktop = desktop(&json!([{ "name": "Contoso 0", "tenant_id": CONTOSO }]));
    let quick = Quick::open(&desktop);
    quick.search("contoso", &["Contoso 0"]);
    let mut now = 0;
    // The tray sees changes within a tenth of a second. Enter must come before; on a slow machine that takes some tries.
    let before = wait_until("Enter to be faster than the change", SOON, || {
        quick.press(keys::DOWN);
        let shown = quick.selected();
        now += 1;
        desktop.sandbox.portico(["edit", CONTOSO, "--name", &format!("Contoso {now}")]).done();
        quick.page.find("#input").send_keys(keys::ENTER);
        let asked = wait_until("the question or the new row", SOON, || {
            let asked = !quick.page.texts("#panel-title").is_empty();
            let rows = quick.page.texts(".row-name");
            if asked || rows == [format!("Contoso {now}")] { Ok(asked) } else { Err(rows) }
        });
        if asked { Ok(shown) } else { Err("the row had changed before") }
    });
    let panel = quick.wait_panel();
    assert!(
        panel.contains("This customer has another name now"),
        "Portico changed it, so the change is no surprise: {panel}"
    );
    quick.wait_comparison(&[&before, &format!("Contoso {now}")]);
    quick.press_button("Cancel");
    quick.assert_nothing_opened();
}
