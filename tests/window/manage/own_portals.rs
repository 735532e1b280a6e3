//! Portals of the person's own, and the order of all: as arranged, also after a restart.

use portico_tests::TrayItem;

use super::*;

const TEMPLATE: &str = "https://intranet.example/t/{tenant_id}/start";

/// Shows the page of the portals.
#[track_caller]
fn portals(manage: &Manage<'_>) {
    manage.go("portals");
    manage.page.find(".arranged-row");
}

/// Returns the portals in the order in which they stand, by their keys.
#[track_caller]
fn order(manage: &Manage<'_>) -> Vec<String> {
    let all =
        manage.page.script("return [...document.querySelectorAll('.arranged-row')].map(row => row.dataset.portal)");
    all.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_portal_of_one_s_own_is_previewed_corrected_saved_and_opens() {
    let desktop = desktop(&customers());
    let manage = Manage::open(&desktop);
    portals(&manage);
    manage.press_button("Add a portal");
    manage.enter("#field-portal-name", "Intranet");
    manage.enter("#field-template-public", &format!("https://intranet.example/t/{CONTOSO}/start"));
    manage.wait_part(".portal-form .portal-fix", TEMPLATE);
    manage.press_button("Save");
    manage.wait_part(".portal-form .form-error", "which would go along to all customers");
    assert_eq!(settings_of(&desktop.sandbox).pointer("/portals/own"), None, "refused");
    manage.press_button(&format!("Write {TEMPLATE}"));
    manage.wait_value("#field-template-public", TEMPLATE);
    manage.wait_part(".portal-previews", "https://intranet.example/t/");
    manage.press_button("Save");
    manage.wait_notice("Intranet is saved");
    let own = settings_of(&desktop.sandbox).pointer("/portals/own").unwrap().to_string();
    assert!(own.contains(TEMPLATE) && !own.contains(CONTOSO), "{own}");
    manage.go("customers");
    manage.select("Contoso Pharmaceuticals");
    manage.click_named(".portal", "Intranet");
    assert_eq!(desktop.sandbox.wait_opened(1), [format!("https://intranet.example/t/{CONTOSO}/start")]);
}

#[test]
fn off_default_and_order_survive_a_restart() {
    let desktop = desktop(&customers());
    let (first, second) = {
        let manage = Manage::open(&desktop);
        portals(&manage);
        let before = order(&manage);
        manage.click_named("[data-portal=entra] button", "Make default: Microsoft Entra");
        wait_setting(&desktop.sandbox, "/portals/default", &json!("entra"));
        manage.click("[data-portal=azure] [data-part=on]");
        wait_setting(&desktop.sandbox, "/portals/off", &json!(["azure"]));
        manage.click(&format!("[data-portal={}] [data-part=down]", before[0]));
        wait_until("the first two to change places", SOON, || {
            let now = settings_of(&desktop.sandbox);
            if now["portals"]["order"][1] == before[0] { Ok(()) } else { Err(now) }
        });
        (before[1].clone(), before[0].clone())
    };
    wait_until(
        "the tray to end",
        SOON,
        || {
            if TrayItem::all(&desktop).is_empty() { Ok(()) } else { Err("still there") }
        },
    );
    let manage = Manage::open(&desktop);
    portals(&manage);
    assert_eq!(order(&manage)[..2], [first, second]);
    manage.go("customers");
    manage.select("Contoso Pharmaceuticals");
    assert_eq!(manage.page.find(".detail-open").text(), "Open Microsoft Entra");
    let names = manage.page.texts(".portal-name");
    assert!(!names.iter().any(|name| name.contains("Azure portal")), "what is off is hidden: {names:?}");
    manage.click(".detail-open");
    let url = desktop.sandbox.portico(["url", "contoso.com", "-p", "entra"]).done().stdout;
    assert_eq!(desktop.sandbox.wait_opened(1), [url.trim_end()]);
}
