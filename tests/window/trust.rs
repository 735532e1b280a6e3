//! What was changed outside Portico does not open before a person has seen old and new; what looks alike says so.

use std::fs;

use super::*;

/// One digit of Contoso's tenant ID is another.
const SWAPPED: &str = "8f3c1d52-6a0b-4a3e-9d51-0c2b6f1e7a44";

/// Writes the registry as another program would, with something in it replaced.
#[track_caller]
fn alter(sandbox: &Sandbox, from: &str, to: &str) {
    let before = sandbox.registry();
    assert!(before.contains(from), "{from} in {before}");
    sandbox.write_registry(&before.replace(from, to));
}

/// Searches for Contoso, whose tenant ID was swapped outside Portico, and waits for the comparison that Enter brings.
#[track_caller]
fn compare_swapped(quick: &Quick<'_>) {
    quick.search("contoso", &["Contoso Pharmaceuticals"]);
    alter(&quick.desktop.sandbox, CONTOSO, SWAPPED);
    quick.wait_changed();
    assert_eq!(quick.selected(), "", "another tenant is another row, whatever its name");
    quick.press(keys::DOWN);
    quick.press(keys::ENTER);
    quick.wait_comparison(&[CONTOSO, SWAPPED]);
}

#[test]
fn another_tenant_id_is_shown_before_and_now_and_does_not_open() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.search("contoso", &["Contoso Pharmaceuticals"]);
    alter(&desktop.sandbox, CONTOSO, SWAPPED);
    quick.wait_changed();
    quick.press(keys::DOWN);
    assert_eq!(quick.address(), "", "there is no address to open");
    let footer = quick.page.texts("#footer").concat();
    assert!(footer.contains("Changed outside Portico: Enter compares"), "{footer}");
    quick.page.wait_texts("#banner strong", &["A customer was changed outside Portico"]);

    quick.press(keys::ENTER);
    quick.wait_comparison(&[CONTOSO, SWAPPED]);
    assert_eq!(quick.page.texts("#panel mark"), ["7", "1"], "the digit is marked");
    assert_eq!(quick.page.texts("#panel th"), ["Tenant ID", "Before", "Now"]);
    let panel = quick.wait_panel();
    assert!(panel.contains("Contoso Pharmaceuticals was changed outside Portico"), "{panel}");
    let focused = quick.page.script("return document.activeElement.innerText");
    assert_eq!(focused, "Cancel", "an impatient Enter does no harm");
    quick.page.press(keys::ENTER);
    quick.wait_rows(&["Contoso Pharmaceuticals"]);
    quick.wait_changed();
    quick.assert_nothing_opened();
}

#[test]
fn accept_and_open_opens_the_new_address_once() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    compare_swapped(&quick);
    quick.press_button("Accept and open");
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(SWAPPED)]);
    quick.wait_hidden();
    assert_eq!(desktop.sandbox.opened().len(), 1, "one press, one request");
    assert_eq!(desktop.sandbox.portico(["open", "contoso.com"]).code, Some(0), "it is known as this from now on");
}

#[test]
fn a_change_is_accepted_and_cancelled_with_the_keyboard_alone() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    compare_swapped(&quick);
    quick.page.press(keys::ESCAPE);
    quick.wait_rows(&["Contoso Pharmaceuticals"]);
    quick.assert_nothing_opened();
    quick.press(keys::ENTER);
    quick.wait_comparison(&[CONTOSO, SWAPPED]);
    quick.page.find("#panel button:not([aria-disabled]):not(.primary)");
    // Shift and Tab: Accept stands before Cancel.
    quick.page.find("#panel .primary").send_keys(&format!("\u{E008}{}", keys::TAB));
    assert_eq!(quick.page.script("return document.activeElement.innerText"), "Accept and open");
    quick.page.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(SWAPPED)]);
}

#[test]
fn accept_does_nothing_in_the_moment_in_which_it_appears() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.page.script(
        "new MutationObserver(() => {
            const yes = [...document.querySelectorAll('#panel button')].find(button => button.innerText.startsWith('Accept'));
            if (!yes || 'early' in window) return;
            window.early = yes.hasAttribute('aria-disabled');
            yes.click();
         }).observe(document.body, { attributes: true, childList: true, subtree: true });",
    );
    compare_swapped(&quick);
    assert_eq!(quick.page.script("return window.early"), true);
    quick.press_button("Cancel");
    quick.wait_changed();
    quick.assert_nothing_opened();
}

#[test]
fn what_changes_again_between_seeing_and_accepting_is_not_accepted() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    compare_swapped(&quick);
    alter(&desktop.sandbox, "\"contoso.com\"", "\"contoso.example\"");
    quick.press_button("Accept and open");
    quick.page.wait_texts("#panel-title", &["Nothing was accepted"]);
    quick.press_button("Compare again…");
    quick.wait_comparison(&[CONTOSO, SWAPPED, "contoso.com", "contoso.example"]);

    // Another identity by now, not only other facts.
    alter(&desktop.sandbox, SWAPPED, &id(7));
    quick.press_button("Accept");
    quick.page.wait_texts("#panel-title", &["Nothing was accepted"]);
    quick.press_button("Compare again…");
    quick.wait_comparison(&[CONTOSO, &id(7), "contoso.com", "contoso.example"]);
    quick.press_button("Cancel");
    quick.assert_nothing_opened();
    assert_eq!(desktop.sandbox.portico(["open", &id(7)]).code, Some(7), "nothing of it was accepted");
}

#[test]
fn another_name_from_outside_is_compared_and_not_only_asked_about() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.search("0d9a7c1e", &["Fabrikam"]);
    alter(&desktop.sandbox, "\"Fabrikam\"", "\"Contoso Bank\"");
    quick.wait_rows(&["Contoso Bank"]);
    quick.wait_changed();
    quick.press(keys::ENTER);
    quick.wait_comparison(&["Fabrikam", "Contoso Bank"]);
    quick.press_button("Cancel");
    quick.assert_nothing_opened();

    // Accepted elsewhere, it opens under the name that is shown now.
    desktop.sandbox.portico(["pins", "accept", FABRIKAM]).done();
    quick.page.wait_texts(".row .is-caution", &[]);
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [format!("https://security.microsoft.us/?tid={FABRIKAM}")]);
}

#[test]
fn several_changes_are_looked_at_one_after_the_other() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    let both = desktop.sandbox.registry().replace(CONTOSO, SWAPPED).replace("\"Fabrikam\"", "\"Fabrikam Inc\"");
    desktop.sandbox.write_registry(&both);
    quick.page.wait_texts("#banner strong", &["2 customers were changed outside Portico"]);
    assert_eq!(quick.press_remedy(), "Compare…");
    quick.wait_comparison(&[CONTOSO, SWAPPED]);
    quick.press_button("Accept (1 of 2)");
    quick.wait_comparison(&["Fabrikam", "Fabrikam Inc"]);
    quick.press_button("Accept");
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam Inc", "Northwind Traders"]);
    quick.page.wait_texts("#banner strong, .row .is-caution", &[]);
    quick.assert_nothing_opened();
}

#[test]
fn lost_pins_show_all_customers_and_accepted_they_open_again() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.search("contoso", &["Contoso Pharmaceuticals"]);
    fs::remove_file(desktop.sandbox.path().join("state/portico/pins.json")).unwrap();
    quick.page.wait_texts("#banner strong", &["Portico cannot tell whether customers were changed"]);
    quick.press(keys::ENTER);
    let panel = quick.wait_panel();
    assert!(panel.contains("is lost on this machine"), "{panel}");
    quick.assert_nothing_opened();

    quick.press_button("Look through customers…");
    quick.page.wait_texts(".somebody-name", &["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    assert_eq!(quick.page.texts(".somebody-domain"), ["contoso.com", "no domain", "no domain"]);
    let identities = [format!("public/{CONTOSO}"), format!("gcc-high/{FABRIKAM}"), format!("public/{}", id(1))];
    assert_eq!(quick.page.texts(".somebody-identity"), identities);
    quick.press_button("These are right: accept all 3");
    quick.wait_rows(&["Contoso Pharmaceuticals"]);
    quick.page.wait_texts("#banner strong", &[]);
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)]);
}

#[test]
fn lost_pins_are_not_accepted_for_customers_that_nobody_saw() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    fs::remove_file(desktop.sandbox.path().join("state/portico/pins.json")).unwrap();
    quick.page.wait_texts("#banner strong", &["Portico cannot tell whether customers were changed"]);
    assert_eq!(quick.press_remedy(), "Look through 3 customers…");
    quick.page.find(".somebody");
    alter(&desktop.sandbox, CONTOSO, SWAPPED);
    quick.press_button("These are right: accept all 3");
    quick.page.wait_texts("#panel-title", &["Nothing was accepted"]);
    quick.press_button("Compare again…");
    wait_until("the customers as they are now", SOON, || {
        let identities = quick.page.texts(".somebody-identity");
        if identities.contains(&format!("public/{SWAPPED}")) { Ok(()) } else { Err(identities) }
    });
}

#[test]
fn names_that_look_alike_are_marked_and_told_apart() {
    let desktop = desktop(&json!([
        { "name": "Contoso", "tenant_id": CONTOSO, "domain": "contoso.com" },
        { "name": "C0ntoso", "tenant_id": FABRIKAM },
        { "name": "Northwind Traders", "tenant_id": id(1) },
    ]));
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["C0ntoso", "Contoso", "Northwind Traders"]);
    assert_eq!(quick.page.texts(".row .is-caution"), ["Look-alike", "Look-alike"]);
    assert_eq!(quick.page.texts(".row-domain"), [FABRIKAM, "contoso.com"], "the tenant ID where there is no domain");
    quick.press(keys::DOWN);
    assert_eq!(quick.page.texts("#footer .caution"), ["The name looks like “Contoso”: look at the domain"]);
    assert_eq!(quick.address(), defender(FABRIKAM), "and it opens as any other");
}
