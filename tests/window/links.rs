//! A portal's link, pasted: the right customer's page at an address written anew, a question, an offer, or the reason why not.

use std::fs;

use super::*;

#[path = "links/unknown.rs"]
mod unknown;

/// Returns a link to an incident in Defender, which is also its address.
fn incident(tenant_id: &str) -> String {
    format!("https://security.microsoft.com/incidents/4127?tid={tenant_id}")
}

/// A link to an incident of nobody knows whom.
const ANYBODY: &str = "https://security.microsoft.com/incidents/4127";

/// Returns a link as Safe Links wraps it, with another customer's ID in what it says about the mail.
fn safe(link: &str) -> String {
    let encoded = link.replace(':', "%3A").replace('/', "%2F").replace('?', "%3F").replace('=', "%3D");
    format!("https://eur01.safelinks.protection.outlook.com/?url={encoded}&data=05%7C02%7C%7C{FABRIKAM}%7C0&reserved=0")
}

/// Waits until this stands in place of rows, and returns all of it.
#[track_caller]
fn wait_said(quick: &Quick<'_>, title: &str) -> String {
    quick.page.wait_texts("#state h2", &[title]);
    quick.wait_rows(&[]);
    quick.page.texts("#state").concat()
}

/// Pastes a link that names nobody, and waits until it asks for the customer.
#[track_caller]
fn paste_which(quick: &Quick<'_>, link: &str, portal: &str, page: &str) {
    quick.paste(link);
    quick.page.wait_texts(".pasted-portal", &[&format!("Link to {portal}")]);
    assert_eq!(quick.page.texts(".pasted-page"), [page]);
    assert_eq!(text(quick), "");
    let placeholder = quick.page.script("return document.querySelector('#input').placeholder");
    assert_eq!(placeholder, "Which customer?");
}

#[track_caller]
fn text(quick: &Quick<'_>) -> String {
    quick.page.script("return document.querySelector('#input').value").as_str().unwrap().to_owned()
}

/// Fails when a message or a row broke the window.
#[track_caller]
fn assert_whole(quick: &Quick<'_>) {
    let whole = quick.page.script(
        "return [document.documentElement.scrollWidth <= innerWidth, document.querySelector('.search').offsetHeight,
                 document.querySelectorAll('main img, main script').length, window.hacked ?? null]",
    );
    assert_eq!(whole, json!([true, 54, 0, null]));
}

#[test]
fn a_pasted_link_opens_its_page_for_the_customer_that_it_names() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    quick.paste(&format!("  <{}&utm_source=mail#>\n", incident(CONTOSO)));
    quick.wait_rows(&["Contoso Pharmaceuticals"]);
    assert_eq!((quick.selected().as_str(), quick.address()), ("Contoso Pharmaceuticals", incident(CONTOSO)));
    assert_eq!(quick.page.texts("#chip"), ["Microsoft Defender"]);
    assert_eq!(quick.page.texts(".row-domain"), ["contoso.com"]);
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [incident(CONTOSO)], "written anew, not as it was pasted");
    quick.wait_hidden();
    let history = desktop.sandbox.portico(["history", "--json"]).done().stdout;
    assert!(history.contains("\"window\"") && history.contains("Contoso Pharmaceuticals"), "{history}");
    assert_eq!(desktop.sandbox.opened().len(), 1, "one press, one request");
}

#[test]
fn a_link_opens_in_its_own_portal_whatever_the_customers_default_is() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    for (link, name, address, portal) in [
        (safe(&incident(&id(1))), "Northwind Traders", incident(&id(1)), "Microsoft Defender"),
        (
            "https://portal.azure.com/#@contoso.com/resource/x".into(),
            "Contoso Pharmaceuticals",
            format!("https://portal.azure.com/#@{CONTOSO}/resource/x"),
            "Azure portal",
        ),
        (
            format!("http://securitycenter.windows.com?tid={CONTOSO}"),
            "Contoso Pharmaceuticals",
            defender(CONTOSO),
            "Microsoft Defender",
        ),
    ] {
        quick.paste(&link);
        quick.wait_rows(&[name]);
        wait_until("the address", SOON, || if quick.address() == address { Ok(()) } else { Err(quick.address()) });
        assert_eq!(quick.page.texts("#chip"), [portal], "{link}");
        quick.press(keys::ESCAPE);
        quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    }
    quick.paste(&format!("https://portal.azure.us/{FABRIKAM}/"));
    quick.wait_rows(&["Fabrikam"]);
    let footer = quick.page.texts("#footer").concat();
    assert!(footer.contains("May show another tenant: check the name in the portal"), "{footer}");
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [format!("https://portal.azure.us/{FABRIKAM}/")]);
}

#[test]
fn a_link_typed_by_hand_is_read_when_it_is_there() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.page.find("#input").send_keys(ANYBODY);
    let said = wait_said(&quick, "This link names no customer");
    assert!(said.contains("Microsoft Defender"), "{said}");
    assert_eq!(text(&quick), ANYBODY, "it may not be finished");
    quick.search(&format!("?tid={CONTOSO}"), &["Contoso Pharmaceuticals"]);
    assert_eq!(quick.address(), incident(CONTOSO));

    quick.press(keys::ESCAPE);
    quick.page.find("#input").send_keys(ANYBODY);
    wait_said(&quick, "This link names no customer");
    quick.press(keys::ENTER);
    quick.page.wait_texts(".pasted-portal", &["Link to Microsoft Defender"]);
    quick.search("ctso", &["Contoso Pharmaceuticals"]);
    quick.assert_nothing_opened();
}

#[test]
fn a_link_without_a_customer_asks_which_one_and_opens_the_page_with_its_tenant_id() {
    let desktop = desktop(&json!([
        { "name": "Contoso", "tenant_id": CONTOSO, "domain": "contoso.com", "favorite": true },
        { "name": "Contoso Federal", "tenant_id": FABRIKAM, "cloud": "gcc-high" },
        { "name": "Northwind Traders", "tenant_id": id(1) },
    ]));
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso", "Contoso Federal", "Northwind Traders"]);
    paste_which(&quick, &format!("{ANYBODY}?viewid=all"), "Microsoft Defender", "/incidents/4127");
    quick.wait_rows(&["Contoso", "Northwind Traders"]);
    assert_eq!(quick.selected(), "", "nobody is meant before somebody says so, not even a favorite");
    quick.press(keys::ENTER);
    quick.assert_nothing_opened();
    quick.search("federal", &[]);
    let said = quick.page.texts("#state").concat();
    assert!(said.contains("No customer matches “federal”"), "in the cloud of the link there is none: {said}");
    quick.press(keys::ESCAPE);

    quick.search("north", &["Northwind Traders"]);
    let address = format!("https://security.microsoft.com/incidents/4127?viewid=all&tid={}", id(1));
    assert_eq!((quick.selected().as_str(), quick.address()), ("Northwind Traders", address.clone()));
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [address]);
    quick.wait_hidden();

    desktop.sandbox.portico_tray::<&str>([]).done();
    desktop.screen().wait_window("portico");
    quick.wait_rows(&["Contoso", "Northwind Traders", "Contoso Federal"]);
    assert_eq!(quick.page.texts("#pasted"), [""; 0], "the next time begins anew");
}

#[test]
fn a_link_above_the_field_is_dropped_before_anything_closes_and_replaced_by_another() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    let everybody = ["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"];
    quick.wait_rows(&everybody);
    for how in ["escape", "backspace", "button"] {
        paste_which(&quick, ANYBODY, "Microsoft Defender", "/incidents/4127");
        quick.search("ctso", &["Contoso Pharmaceuticals"]);
        quick.press(keys::ESCAPE);
        quick.wait_rows(&["Contoso Pharmaceuticals", "Northwind Traders"]);
        match how {
            "escape" => quick.press(keys::ESCAPE),
            "backspace" => quick.press(keys::BACKSPACE),
            _ => quick.page.find("#pasted button").click(),
        }
        quick.wait_rows(&everybody);
        assert_eq!(quick.page.texts("#pasted"), [""; 0], "{how}");
        assert_eq!(desktop.screen().windows("portico").len(), 1, "{how}: the window stays");
        let placeholder = quick.page.script("return document.activeElement.placeholder");
        assert_eq!(placeholder, "Open a customer’s portal", "{how}");
    }
    // Backspace in a text is the text's own.
    paste_which(&quick, ANYBODY, "Microsoft Defender", "/incidents/4127");
    quick.search("n", &["Northwind Traders", "Contoso Pharmaceuticals"]);
    quick.press(keys::BACKSPACE);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Northwind Traders"]);
    assert_eq!(quick.page.texts(".pasted-page"), ["/incidents/4127"]);

    paste_which(&quick, "https://entra.microsoft.com/#home", "Microsoft Entra", "/#home");
    quick.paste(&incident(&id(1)));
    quick.wait_rows(&["Northwind Traders"]);
    assert_eq!((quick.page.texts("#pasted"), quick.address()), (vec![], incident(&id(1))));
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [incident(&id(1))]);
}

#[test]
fn a_link_that_leads_nowhere_says_why_and_nothing_can_be_opened() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    let registry = desktop.sandbox.registry();
    let long = format!("https://security.microsoft.com/{}?tid={CONTOSO}", "incidents%2f".repeat(800));
    for (link, title, part) in [
        (format!("{}&tid={FABRIKAM}", incident(CONTOSO)), "This link names two customers", FABRIKAM),
        (
            format!("https://portal.azure.com/{CONTOSO}/#@fabrikam.com/resource/x"),
            "This link names two customers",
            "the domain fabrikam.com, which is not",
        ),
        (
            format!("https://entra.microsoft.com/{CONTOSO}/#view/X/tenantId/{FABRIKAM}"),
            "This link mentions a second customer",
            "the tenant ID of Fabrikam",
        ),
        (
            incident(CONTOSO).replace(".com/", ".com.evil.example/"),
            "This link is not to a portal that Portico knows",
            "evil.example",
        ),
        (
            incident(CONTOSO).replace("//", "//portal@"),
            "No portal writes a link like this",
            "a user name in front of its host",
        ),
        (
            incident(CONTOSO).replace("security", "security\u{202e}"),
            "No portal writes a link like this",
            "invisible characters",
        ),
        (incident(CONTOSO).replace("security", "sеcurity"), "No portal writes a link like this", "plain letters"),
        (
            format!("https://security.microsoft.us/?tid={CONTOSO}"),
            "This link is for another cloud",
            "in the Public cloud",
        ),
        (
            "https://mto.security.microsoft.com/".into(),
            "This page has no address for one customer",
            "Open the customer by name",
        ),
        (
            "https://eur01.safelinks.protection.outlook.com/?data=x".into(),
            "Where this link leads is hidden",
            "paste that",
        ),
        (
            format!("https://entra.microsoft.com/{}", "contoso.example"),
            "No customer has this domain",
            "contoso.example",
        ),
        ("https://contoso-admin.sharepoint.com/".into(), "No customer has this SharePoint label", "contoso"),
        (
            "https://<img src=x onerror=window.hacked=1>".into(),
            "No portal writes a link like this",
            "Portico opens nothing",
        ),
        (long, "Part of this link could lead elsewhere", "incidents%2f"),
        (format!("https://{}", "a".repeat(50_000)), "This text is too long", "any link"),
        ("x".repeat(5_000), "This text is too long", "any link"),
    ] {
        quick.paste(&link);
        let said = wait_said(&quick, title);
        assert!(said.contains(part), "{part} in {said}");
        assert!(said.chars().count() < 500, "bounded: {said}");
        assert!(!said.contains('\u{202e}'), "escaped: {said}");
        assert_eq!((quick.page.texts("#state button"), quick.address()), (vec![], String::new()), "{link}");
        assert_whole(&quick);
        quick.press(keys::ENTER);
        quick.press(&format!("{}1", keys::ALT));
        quick.press(keys::ESCAPE);
        quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    }
    quick.assert_nothing_opened();
    assert_eq!(desktop.sandbox.registry(), registry);
}

#[test]
fn a_tenant_id_in_two_clouds_needs_an_arrow() {
    let desktop = desktop(&json!([
        { "name": "Fabrikam High", "tenant_id": FABRIKAM, "cloud": "gcc-high" },
        { "name": "Fabrikam Defense", "tenant_id": FABRIKAM, "cloud": "dod" },
    ]));
    let quick = Quick::open(&desktop);
    quick.paste(&format!("https://portal.azure.us/{FABRIKAM}/"));
    quick.page.wait_texts("#footer .footer-hint", &["More than one customer could be meant: press ↓ to choose"]);
    quick.wait_rows(&["Fabrikam High", "Fabrikam Defense"]);
    assert_eq!(quick.selected(), "");
    quick.press(keys::ENTER);
    quick.press(&keys::DOWN.repeat(2));
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [format!("https://portal.azure.us/{FABRIKAM}/")]);
    let history = desktop.sandbox.portico(["history", "--json"]).done().stdout;
    assert!(history.contains("Fabrikam Defense") && !history.contains("Fabrikam High"), "{history}");
}

#[test]
fn a_changed_customer_is_compared_before_its_link_opens() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.paste(&incident(CONTOSO));
    quick.wait_rows(&["Contoso Pharmaceuticals"]);
    let changed = desktop.sandbox.registry().replace("\"contoso.com\"", "\"contoso.example\"");
    desktop.sandbox.write_registry(&changed);
    quick.wait_changed();
    assert_eq!(quick.address(), "");
    quick.press(keys::ENTER);
    quick.wait_comparison(&["contoso.com", "contoso.example"]);
    quick.assert_nothing_opened();
    quick.press_button("Accept and open");
    assert_eq!(desktop.sandbox.wait_opened(1), [incident(CONTOSO)], "the page of the link");
}

#[test]
fn lost_pins_hold_a_link_as_any_other_row() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.paste(&incident(CONTOSO));
    quick.wait_rows(&["Contoso Pharmaceuticals"]);
    fs::remove_file(desktop.sandbox.path().join("state/portico/pins.json")).unwrap();
    quick.page.wait_texts("#banner strong", &["Portico cannot tell whether customers were changed"]);
    assert_eq!(quick.address(), "");
    quick.press(keys::ENTER);
    let panel = quick.wait_panel();
    assert!(panel.contains("is lost on this machine"), "{panel}");
    quick.assert_nothing_opened();
}

#[test]
fn a_marked_and_the_own_customer_are_asked_about_and_the_answer_opens_the_link() {
    let desktop = desktop(&json!([
        { "name": "Contoso", "tenant_id": CONTOSO, "domain": "contoso.com", "confirm": true },
        { "name": "Our company", "tenant_id": FABRIKAM, "own": true },
    ]));
    let quick = Quick::open(&desktop);
    quick.paste(&incident(FABRIKAM));
    quick.wait_rows(&["Our company"]);
    quick.press(keys::ENTER);
    let panel = quick.wait_panel();
    assert!(panel.contains("own tenant"), "{panel}");
    quick.press_button("Cancel");
    quick.press(keys::ESCAPE);

    paste_which(&quick, ANYBODY, "Microsoft Defender", "/incidents/4127");
    quick.search("contoso", &["Contoso"]);
    quick.press(keys::ENTER);
    let panel = quick.wait_panel();
    assert!(panel.contains("Contoso") && panel.contains("Microsoft Defender"), "{panel}");
    quick.assert_nothing_opened();
    quick.press_button("Open Microsoft Defender");
    assert_eq!(desktop.sandbox.wait_opened(1), [incident(CONTOSO)]);
}

#[test]
fn a_link_that_could_not_be_opened_is_shown_as_it_would_have_opened() {
    let mut sandbox = Sandbox::new();
    let nothing = sandbox.path().join("nothing");
    fs::create_dir(&nothing).unwrap();
    sandbox.set("PATH", nothing);
    let desktop = desktop_of(sandbox, &customers());
    let quick = Quick::open(&desktop);
    quick.paste(&safe(&incident(CONTOSO)));
    quick.wait_rows(&["Contoso Pharmaceuticals"]);
    quick.press(keys::ENTER);
    quick.wait_panel();
    assert_eq!(quick.page.texts("#panel .address"), [incident(CONTOSO)]);
    // A click of the driver would wait for ever for a window that goes while the launcher is tried.
    quick
        .page
        .script("[...document.querySelectorAll('#panel button')].find(b => b.textContent === 'Try again').click()");
    quick.page.wait_texts("#panel .address", &[&incident(CONTOSO)]);
}

#[test]
fn registered_customers_that_cannot_be_read_are_not_called_unknown() {
    let sandbox = Sandbox::new();
    sandbox.write_registry("{ broken");
    let desktop = Desktop::with_windows(sandbox);
    let quick = Quick::open(&desktop);
    quick.page.wait_texts("#state h2", &["The registry cannot be read"]);
    quick.paste(&incident(CONTOSO));
    wait_until("the link in the field", SOON, || {
        let text = text(&quick);
        if text == incident(CONTOSO) { Ok(()) } else { Err(text) }
    });
    quick.press(keys::ENTER);
    quick.page.wait_texts("#state h2", &["The registry cannot be read"]);
    assert_eq!(quick.page.texts("#panel-title"), [""; 0], "nobody is asked to add a customer that may be there");
}
