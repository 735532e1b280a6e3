//! Quick open on a good day: type, see, press Enter.

use std::fs;

use portico_tests::Browser;

use super::*;

#[test]
fn enter_opens_exactly_the_address_in_the_footer() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    quick.search("contoso", &["Contoso Pharmaceuticals"]);
    assert_eq!(quick.address(), defender(CONTOSO));
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)]);
    quick.wait_hidden();
    assert_eq!(desktop.sandbox.opened().len(), 1, "one press, one request");
}

#[test]
fn it_stands_in_the_middle_of_the_screen_each_time() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    let assert_centered = || {
        let window = desktop.screen().wait_window("portico");
        let middle = (window.x * 2 + window.width, window.y * 2 + window.height);
        assert_eq!(middle, (1280, 800), "{window:?}");
    };
    assert_centered();
    quick.press(keys::ESCAPE);
    quick.wait_hidden();
    desktop.sandbox.portico_tray::<&str>([]).done();
    assert_centered();
}

#[test]
fn the_footer_shows_the_address_of_the_row_that_is_selected() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    for (name, address) in [
        ("Contoso Pharmaceuticals", defender(CONTOSO)),
        ("Fabrikam", format!("https://security.microsoft.us/?tid={FABRIKAM}")),
        ("Northwind Traders", format!("https://entra.microsoft.com/{}/#home", id(1))),
    ] {
        quick.press(keys::DOWN);
        assert_eq!((quick.selected().as_str(), quick.address()), (name, address));
    }
    quick.press(keys::UP);
    quick.press(keys::ENTER);
    assert_eq!(
        desktop.sandbox.wait_opened(1),
        [format!("https://security.microsoft.us/?tid={FABRIKAM}")],
        "what was selected, in its own cloud"
    );
}

#[test]
fn alt_and_a_digit_open_that_row() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    quick.press(&format!("{}3", keys::ALT));
    assert_eq!(desktop.sandbox.wait_opened(1), [format!("https://entra.microsoft.com/{}/#home", id(1))]);
}

#[test]
fn a_click_on_a_row_opens_it() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    quick.wait_acting();
    quick.page.find("#row-0").click();
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)]);
    quick.wait_hidden();
}

#[test]
fn escape_clears_and_then_closes_and_the_next_time_begins_anew() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.search("fabr", &["Fabrikam"]);
    quick.press(keys::ESCAPE);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    assert_eq!(desktop.screen().windows("portico").len(), 1, "a first Escape only clears");
    quick.page.find("#input").send_keys("contoso");
    quick.wait_rows(&["Contoso Pharmaceuticals"]);
    quick.press(keys::ESCAPE);
    quick.press(keys::ESCAPE);
    quick.wait_hidden();
    desktop.sandbox.portico_tray::<&str>([]).done();
    desktop.screen().wait_window("portico");
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    assert_eq!(quick.selected(), "", "nothing of the last time is left");
    quick.assert_nothing_opened();
}

#[test]
fn typing_works_at_once_without_a_click() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    quick.page.press("ctso");
    quick.wait_rows(&["Contoso Pharmaceuticals"]);
    assert_eq!(quick.page.texts(".row-also"), ["also known as “CTSO”"], "why this row was found");
}

#[test]
fn an_empty_registry_says_how_to_add_the_first_customer() {
    let desktop = Desktop::with_windows(Sandbox::new());
    let quick = Quick::open(&desktop);
    quick.page.wait_texts("#state h2", &["No customers yet"]);
    let state = quick.page.texts("#state").concat();
    assert!(
        state.contains("portico add") && state.contains("Tenant ID"),
        "the command, and where the ID is found: {state}"
    );
    assert!(
        state.contains(&desktop.sandbox.registry_path().display().to_string()),
        "and where customers are kept: {state}"
    );
    desktop.sandbox.portico(["add", "Contoso", CONTOSO]).done();
    quick.wait_rows(&["Contoso"]);
}

#[test]
fn no_match_says_what_was_searched() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.search("zzyzx", &[]);
    quick.page.wait_texts("#state h2", &["No customer matches “zzyzx”"]);
    assert_eq!(quick.address(), "", "nothing to open");
    quick.press(keys::ENTER);
    quick.press(keys::ESCAPE);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    quick.assert_nothing_opened();
}

#[test]
fn at_most_24_rows_are_shown_and_the_number_of_all() {
    let tenants: Vec<Value> =
        (0..40).map(|at| json!({ "name": format!("Customer {at:02}"), "tenant_id": id(at) })).collect();
    let desktop = desktop(&tenants.into());
    let quick = Quick::open(&desktop);
    quick.page.find("#input").send_keys("customer");
    wait_until("24 rows", SOON, || {
        let rows = quick.page.texts(".row-name");
        if rows.len() == 24 { Ok(()) } else { Err(rows) }
    });
    assert!(quick.page.texts("#footer").concat().contains("24 of 40"));
}

#[test]
fn without_a_browser_nothing_is_said_to_be_opened() {
    let desktop = desktop_of(Sandbox::with_browser(Browser::Missing), &customers());
    let quick = Quick::open(&desktop);
    quick.search("contoso", &["Contoso Pharmaceuticals"]);
    quick.press(keys::ENTER);
    let panel = quick.wait_panel();
    assert!(panel.contains("The browser could not be started"), "{panel}");
}

#[test]
fn opengl_is_left_to_machines_with_a_graphics_card() {
    let mut devices = fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    let has_card = devices.any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
        || fs::exists("/dev/nvidiactl").unwrap();
    for (asked, expected) in [(None, (!has_card).then_some("1")), (Some("0"), Some("0"))] {
        let mut sandbox = Sandbox::new();
        if let Some(value) = asked {
            sandbox.set("WEBKIT_DISABLE_COMPOSITING_MODE", value);
        }
        let desktop = desktop_of(sandbox, &customers());
        let quick = Quick::open(&desktop);
        quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
        let processes = desktop.sandbox.processes();
        let engine = processes.iter().find(|process| process.command.contains("WebKitWebProcess")).unwrap();
        let environment = fs::read_to_string(format!("/proc/{}/environ", engine.pid)).unwrap();
        let value = environment.split('\0').find_map(|it| it.strip_prefix("WEBKIT_DISABLE_COMPOSITING_MODE="));
        assert_eq!(value, expected);
        // Drawn over what was there, transparent corners turn dark: without OpenGL there are none.
        let is_rounded = quick.page.script("return document.documentElement.classList.contains('rounded')");
        assert_eq!(is_rounded, json!(expected != Some("1")));
    }
}

/// Portico waits 300 ms for the launcher before the window goes.
#[test]
fn a_launcher_that_fails_as_the_window_goes_is_told_of() {
    let mut sandbox = Sandbox::new();
    let delay = sandbox.path().join("delay");
    sandbox.write_script("programs/xdg-open", &format!("/bin/sleep $(/bin/cat '{}')\nexit 4", delay.display()));
    sandbox.set("PATH", sandbox.path().join("programs"));
    let desktop = desktop_of(sandbox, &customers());
    let quick = Quick::open(&desktop);
    let control_a = format!("{0}a{0}", keys::CONTROL);
    for milliseconds in [280, 290, 295, 300, 305, 310, 320, 600] {
        fs::write(&delay, format!("0.{milliseconds}")).unwrap();
        quick.search(&format!("{control_a}contoso"), &["Contoso Pharmaceuticals"]);
        quick.press(keys::ENTER);
        let panel = quick.wait_panel();
        assert!(panel.contains("The browser could not be started"), "{milliseconds} ms: {panel}");
        desktop.screen().wait_window("portico");
        quick.page.press(keys::ESCAPE);
        quick.page.find(".row");
    }
    wait_until("no customer to be said to be opened", SOON, || {
        let opened = quick.page.texts(".row-opened");
        if opened.is_empty() { Ok(()) } else { Err(opened) }
    });
}

#[test]
fn a_failed_open_shows_the_address_and_copies_it() {
    let mut sandbox = Sandbox::new();
    let nothing = sandbox.path().join("nothing");
    fs::create_dir(&nothing).unwrap();
    sandbox.set("PATH", nothing);
    let desktop = desktop_of(sandbox, &customers());
    let quick = Quick::open(&desktop);
    quick.search("contoso", &["Contoso Pharmaceuticals"]);
    quick.press(keys::ENTER);
    let panel = quick.wait_panel();
    assert!(panel.contains("The browser could not be started"), "{panel}");
    assert_eq!(quick.page.texts("#panel .address"), [defender(CONTOSO)]);
    quick.press_button("Copy link");
    wait_until("the button to say so", SOON, || {
        let buttons = quick.page.texts("#panel button");
        if buttons.contains(&"Copied".to_owned()) { Ok(()) } else { Err(buttons) }
    });
    quick.press_button("Back");
    quick.page.find(".row");
    let control_a_v = format!("{}av", keys::CONTROL);
    quick.page.find("#input").send_keys(&control_a_v);
    wait_until("the link to be pasted", SOON, || {
        let value = quick.page.script("return document.querySelector('#input').value");
        if value == defender(CONTOSO) { Ok(()) } else { Err(value) }
    });
}
