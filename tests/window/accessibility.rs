//! What assistive technology gets in the real windows: axe finds nothing in any state, light or dark, and a screen reader is told.

use std::fs;
use std::path::Path;

use super::*;

/// Runs axe-core in the page and fails with what it finds; best practices count like rules.
#[track_caller]
pub(super) fn assert_accessible(page: &WebDriver, state: &str) {
    if page.script("return 'axe' in window") != true {
        let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(axe)
            .unwrap_or_else(|error| panic!("no axe-core, which `npm ci` in tests/ui brings: {error}"));
        page.script(&source);
    }
    let (how, found) = promised(
        page,
        // What fades is looked at when it has faded.
        "Promise.allSettled(document.getAnimations().filter(it => it instanceof CSSTransition).map(({ finished }) => finished))
            .then(() => axe.run(document, { resultTypes: ['violations'] }))
            .then(({ violations }) => violations.flatMap(({ id, help, nodes }) =>
                nodes.map(({ target, html, failureSummary }) => `${id}: ${target}: ${help}. ${failureSummary} ${html}`)))",
    );
    assert_eq!((how.as_str(), &found), ("kept", &json!([])), "{state}");
}

/// A sandbox in whose desktop windows are light or dark.
pub(super) fn sandbox(theme: &str) -> Sandbox {
    let mut sandbox = Sandbox::new();
    sandbox.set("GTK_THEME", theme);
    sandbox
}

/// Goes through the states of quick open and the customers window.
fn walk(theme: &str) {
    let mut all = customers();
    all[0]["favorite"] = json!(true);
    all[1]["own"] = json!(true);
    all[2]["portal"] = json!("sharepoint");
    let desktop = desktop_of(sandbox(theme), &all);
    desktop.sandbox.portico(["open", &format!("gcc-high/{FABRIKAM}"), "--yes"]).done();
    let quick = Quick::open(&desktop);
    let check = |state: &str| assert_accessible(&quick.page, &format!("{theme}, {state}"));
    quick.page.find(".is-offer");
    quick.wait_acting();
    let dark = quick.page.script("return matchMedia('(prefers-color-scheme: dark)').matches");
    assert_eq!(dark, theme.ends_with("dark"), "the page follows the desktop");
    check("favorites, recent customers and the offer");
    quick.press_button("Choose keys…");
    quick.page.find(".hotkey-field");
    check("choosing keys");
    quick.press_button("Cancel");
    quick.search("contoso", &["Contoso Pharmaceuticals"]);
    quick.wait_acting();
    check("what was found");
    quick.press(&format!("{}k", keys::CONTROL));
    quick.page.find("#menu .menu-item");
    check("the actions");
    quick.page.press(keys::ESCAPE);
    quick.press(keys::RIGHT);
    quick.page.wait_texts("#context .context-name", &["Contoso Pharmaceuticals"]);
    quick.wait_acting();
    check("the portals");
    quick.press(keys::ESCAPE);
    let clear = || {
        quick.page.script("const input = document.querySelector('#input'); input.value = ''; input.dispatchEvent(new InputEvent('input', { bubbles: true }))");
    };
    for (state, typed, name, text) in [
        ("a question", "fabrikam", "Fabrikam", "Open your own tenant?"),
        ("a portal that cannot open", "northwind", "Northwind Traders", "Cannot open Northwind Traders"),
    ] {
        clear();
        quick.search(typed, &[name]);
        quick.press(&format!("{}{}", keys::DOWN, keys::ENTER));
        quick.page.wait_texts("#panel-title", &[text]);
        check(state);
        quick.page.press(keys::ESCAPE);
    }
    clear();
    quick.page.find("#input").send_keys("zzz");
    quick.page.wait_texts("#state h2", &["No customer matches “zzz”"]);
    check("nothing found");
    clear();
    quick.paste("https://security.microsoft.com/incidents/7");
    quick.page.wait_texts(".pasted-portal", &["Link to Microsoft Defender"]);
    quick.wait_acting();
    check("a link that asks for its customer");
    let mut changed = all.clone();
    changed[0]["tenant_id"] = json!(id(7));
    desktop.sandbox.write_registry(&registry(&changed));
    quick.page.find(".banner .primary");
    quick.wait_changed();
    quick.wait_acting();
    check("a change");
    quick.press_remedy();
    quick.page.find("#panel td");
    check("the comparison");
    desktop.sandbox.write_registry("{");
    quick.press_button("Cancel");
    quick.page.wait_texts(".banner strong", &["The registry cannot be read: the last good state is shown"]);
    quick.wait_acting();
    check("a registry that cannot be read");
}

#[test]
fn quick_open_keeps_nobody_out_in_the_light() {
    walk("Adwaita");
}

#[test]
fn quick_open_keeps_nobody_out_in_the_dark() {
    walk("Adwaita:dark");
}

#[test]
fn quick_open_without_customers_keeps_nobody_out() {
    for theme in ["Adwaita", "Adwaita:dark"] {
        let empty = Desktop::with_windows(sandbox(theme));
        let quick = Quick::open(&empty);
        quick.page.find("#state h2");
        assert_accessible(&quick.page, &format!("{theme}, no customers"));
    }
}

#[test]
fn a_screen_reader_is_told_how_many_what_is_selected_and_where_it_is() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    let said = |text: &str| quick.page.wait_texts("#status", &[text]);
    let active = || {
        quick.page.script(
            "const input = document.activeElement;
             const row = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
             return [input.id, input.getAttribute('aria-expanded'), row?.getAttribute('aria-selected') ?? null, row?.textContent ?? null]",
        )
    };
    said("3 customers. Open this window from anywhere with a key.");
    assert_eq!(active(), json!(["input", "true", null, null]), "nobody is selected");
    quick.search("contoso", &["Contoso Pharmaceuticals"]);
    said("1 customer");
    let row = active();
    assert_eq!((&row[0], &row[2]), (&json!("input"), &json!("true")));
    assert!(row[3].as_str().unwrap().contains("Contoso Pharmaceuticals"), "{row}");
    quick.press(keys::RIGHT);
    quick.page.wait_texts("#context .context-name", &["Contoso Pharmaceuticals"]);
    let label = quick.page.find("#input").attribute("aria-label").unwrap_or_default();
    assert!(label.contains("Contoso Pharmaceuticals"), "whose portals these are: {label}");
    wait_until("a portal to be active", SOON, || {
        let active = active();
        if active[3].as_str().is_some_and(|text| text.contains("Microsoft Defender")) { Ok(()) } else { Err(active) }
    });
}
