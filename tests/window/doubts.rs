//! Where Enter must not simply open: ties, questions, portals that a customer does not have.

use super::*;

#[test]
fn nothing_is_selected_between_two_that_fit_equally_well() {
    let desktop = desktop(&json!([
        { "name": "Contoso North", "tenant_id": CONTOSO },
        { "name": "Contoso South", "tenant_id": FABRIKAM },
    ]));
    let quick = Quick::open(&desktop);
    quick.search("contoso", &["Contoso North", "Contoso South"]);
    assert_eq!((quick.selected(), quick.address()), Default::default());
    quick.press(keys::ENTER);
    wait_until("the hint to be pointed at", SOON, || {
        let footer = quick.page.script("return document.querySelector('#footer').className");
        if footer.as_str().unwrap().contains("attention") { Ok(()) } else { Err(footer) }
    });
    let hint = quick.page.texts("#footer .footer-hint").concat();
    assert!(hint.contains("press ↓ to choose"), "{hint}");
    quick.press(keys::DOWN);
    assert_eq!(quick.selected(), "Contoso North");
    assert_eq!(quick.address(), defender(CONTOSO));
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)], "the first Enter opened nothing");
}

#[test]
fn a_typing_error_needs_an_arrow_before_enter() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.search("contosp", &["Contoso Pharmaceuticals"]);
    assert_eq!(quick.selected(), "", "it may not be who was meant");
    quick.press(keys::DOWN);
    assert_eq!(quick.address(), defender(CONTOSO));
}

#[test]
fn a_marked_customer_is_asked_about_and_cancel_opens_nothing() {
    let desktop = desktop(&json!([
        { "name": "Contoso", "tenant_id": CONTOSO, "domain": "contoso.com", "confirm": true },
    ]));
    let quick = Quick::open(&desktop);
    quick.search("contoso", &["Contoso"]);
    quick.press(keys::ENTER);
    let panel = quick.wait_panel();
    for part in ["Contoso", "contoso.com", "Microsoft Defender"] {
        assert!(panel.contains(part), "{part} in {panel}");
    }
    let focused = quick.page.script("return document.activeElement.innerText");
    assert_eq!(focused, "Cancel", "an impatient Enter does no harm");
    quick.press_button("Cancel");
    quick.wait_rows(&["Contoso"]);

    quick.press(keys::ENTER);
    quick.wait_panel();
    quick.press_button("Open Microsoft Defender");
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)], "once: Cancel opened nothing");
    quick.wait_hidden();
}

#[test]
fn the_own_tenant_is_asked_about_as_such() {
    let desktop = desktop(&json!([
        { "name": "Our company", "tenant_id": CONTOSO, "own": true },
    ]));
    let quick = Quick::open(&desktop);
    quick.search("our", &["Our company"]);
    quick.press(keys::ENTER);
    let panel = quick.wait_panel();
    assert!(panel.contains("own tenant"), "{panel}");
    quick.assert_nothing_opened();
}

#[test]
fn a_question_is_not_answered_by_the_enter_that_asked_it() {
    let desktop = desktop(&json!([
        { "name": "Contoso", "tenant_id": CONTOSO, "confirm": true },
    ]));
    let quick = Quick::open(&desktop);
    quick.search("contoso", &["Contoso"]);
    // In the very moment in which the button is there: a busy machine would come too late from outside.
    quick.page.script(
        "new MutationObserver(() => {
            const yes = [...document.querySelectorAll('#panel button')].find(button => button.innerText.startsWith('Open'));
            if (!yes || 'early' in window) return;
            window.early = yes.hasAttribute('aria-disabled');
            yes.click();
         }).observe(document.body, { attributes: true, childList: true, subtree: true });",
    );
    quick.press(keys::ENTER);
    quick.wait_panel();
    let early = wait_until("the first look at the button", SOON, || {
        let early = quick.page.script("return window.early ?? null;");
        if early.is_null() { Err("not there yet") } else { Ok(early) }
    });
    assert_eq!(early, true, "the yes waits a moment");
    assert!(quick.page.find("#panel").is_displayed(), "still asking");
    quick.press_button("Cancel");
    quick.wait_rows(&["Contoso"]);
    quick.assert_nothing_opened();
}

#[test]
fn a_portal_that_a_customer_does_not_have_is_explained_and_not_replaced() {
    let desktop = desktop(&json!([
        { "name": "Contoso", "tenant_id": CONTOSO, "portal": "sharepoint" },
    ]));
    let quick = Quick::open(&desktop);
    quick.search("contoso", &["Contoso"]);
    assert_eq!(quick.address(), "");
    assert!(quick.page.texts("#footer").concat().contains("needs the customer’s SharePoint label"));
    quick.press(keys::ENTER);
    let panel = quick.wait_panel();
    assert!(panel.contains("SharePoint label"), "{panel}");
    quick.assert_nothing_opened();
}

#[test]
fn an_address_that_may_show_another_tenant_is_marked() {
    let desktop = desktop(&json!([
        { "name": "Contoso", "tenant_id": CONTOSO, "portal": "securitycenter" },
    ]));
    let quick = Quick::open(&desktop);
    quick.search("contoso", &["Contoso"]);
    assert_eq!(quick.address(), format!("https://securitycenter.windows.com?tid={CONTOSO}"));
    let footer = quick.page.texts("#footer").concat();
    assert!(footer.contains("May show another tenant: check the name in the portal"), "{footer}");
}
