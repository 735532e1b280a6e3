//! Names are hostile text: nothing in a registry runs, hides or breaks the layout.

use super::*;

const IMAGE: &str = "<img src=x onerror=\"window.hacked=1\">";
const SCRIPT: &str = "</li><script>window.hacked=1</script>";
const RIGHT_TO_LEFT: &str = "\u{202e}moc.osotnoC";
const ARABIC: &str = "شركة كونتوسو";

fn hostile() -> (Value, Vec<String>) {
    let long = "W".repeat(300);
    let names = [IMAGE, SCRIPT, RIGHT_TO_LEFT, ARABIC, &long, "{{name}} ${name} &amp;"];
    let tenants: Vec<Value> = names
        .iter()
        .enumerate()
        .map(|(at, name)| json!({ "name": name, "tenant_id": id(at), "group": name, "aliases": [format!("x{at} {name}")], "confirm": true }))
        .collect();
    let mut shown = names.map(|name| name.replace('\u{202e}', "\\u{202e}")).to_vec();
    shown.sort();
    (tenants.into(), shown)
}

/// Fails when anything of a name became more than text.
#[track_caller]
fn assert_harmless(page: &WebDriver) {
    let found = page.script(
        "return [window.hacked ?? null, document.querySelectorAll('img, main script, .frame script, iframe').length,
                 document.documentElement.scrollWidth <= innerWidth]",
    );
    assert_eq!(found, json!([null, 0, true]), "a script ran, an element came in, or the window scrolls sideways");
}

#[track_caller]
fn sorted(page: &WebDriver, css: &str) -> Vec<String> {
    let mut texts = page.texts(css);
    texts.sort();
    texts
}

#[test]
fn quick_open_shows_hostile_names_as_text() {
    let (tenants, shown) = hostile();
    let desktop = desktop(&tenants);
    let quick = Quick::open(&desktop);
    wait_until("the rows", SOON, || {
        let names = sorted(&quick.page, ".row-name");
        if names == shown { Ok(()) } else { Err(names) }
    });
    assert_harmless(&quick.page);
    for _ in &shown {
        quick.press(keys::DOWN);
        assert_eq!(quick.page.texts("#footer .footer-name").concat(), quick.selected(), "whose address it is");
        assert_harmless(&quick.page);
    }
}

#[test]
fn a_search_and_a_question_show_hostile_names_as_text() {
    let (tenants, _) = hostile();
    let desktop = desktop(&tenants);
    let quick = Quick::open(&desktop);
    quick.search("x0", &[IMAGE]);
    assert_eq!(quick.page.texts(".row-also"), [format!("also known as “x0 {IMAGE}”")]);
    quick.press(keys::DOWN);
    quick.press(keys::ENTER);
    let panel = quick.wait_panel();
    assert!(panel.contains(IMAGE), "{panel}");
    assert_harmless(&quick.page);
    quick.press_button("Cancel");
    quick.press(keys::ESCAPE);
    quick.search(IMAGE.trim_start_matches('<'), &[IMAGE]);
    quick.search(" nobody", &[]);
    assert_harmless(&quick.page);
}

#[test]
fn a_comparison_and_lost_pins_show_hostile_names_as_text() {
    let (tenants, shown) = hostile();
    let desktop = desktop(&tenants);
    let quick = Quick::open(&desktop);
    quick.search("x0", &[IMAGE]);
    let renamed = desktop.sandbox.registry().replace("\"name\": \"<img", "\"name\": \"<b><img");
    desktop.sandbox.write_registry(&renamed);
    quick.wait_rows(&[&format!("<b>{IMAGE}")]);
    quick.wait_changed();
    quick.press(keys::DOWN);
    quick.press(keys::ENTER);
    quick.wait_comparison(&[IMAGE, &format!("<b>{IMAGE}")]);
    assert_harmless(&quick.page);
    quick.press_button("Cancel");

    std::fs::remove_file(desktop.sandbox.path().join("state/portico/pins.json")).unwrap();
    quick.page.wait_texts("#banner strong", &["Portico cannot tell whether customers were changed"]);
    quick.press_remedy();
    wait_until("the customers", SOON, || {
        let names = sorted(&quick.page, ".somebody-name");
        if names.len() == shown.len() { Ok(()) } else { Err(names) }
    });
    assert_harmless(&quick.page);
}

#[test]
fn the_customers_window_shows_hostile_names_as_text() {
    let (tenants, shown) = hostile();
    let desktop = desktop(&tenants);
    let page = WebDriver::start(&desktop, &["--show", "manage"]);
    wait_until("the customers", SOON, || {
        let names = sorted(&page, ".customer-name");
        if names == shown { Ok(()) } else { Err(names) }
    });
    assert_harmless(&page);
}
