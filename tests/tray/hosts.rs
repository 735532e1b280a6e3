//! Panels that come late, go and come back.

use portico_tests::{Desktop, SOON, Tray, TrayItem, WebDriver, wait_until};

use super::{CONTOSO, SINGLE_INSTANCE, customers, defender, start, wait_quick, web_processes, with};

#[test]
fn at_login_the_icon_comes_with_the_panel_and_no_window_before() {
    let mut desktop = Desktop::bare(with(&customers()));
    let mut tray = Tray::start(&desktop, &["--background"]);
    desktop.wait_for_name(SINGLE_INSTANCE);
    tray.wait_idle();
    assert_eq!(desktop.screen().windows("portico"), []);
    desktop.start_host();
    let item = tray.item(&desktop);
    item.menu().row(&["★ Contoso Pharmaceuticals"]);
    // Windows are made by the thread that has just made the icon.
    assert_eq!(web_processes(&tray), [], "a login is no time for a window");
    assert_eq!(desktop.screen().windows("portico"), []);
}

#[test]
fn started_by_a_person_without_a_tray_quick_open_says_why_and_works() {
    let mut desktop = Desktop::bare(with(&customers()));
    desktop.start_window_manager();
    {
        let page = WebDriver::start(&desktop, &[]);
        page.wait_texts("#panel-title", &["No tray to show Portico’s icon"]);
        let text = page.texts("#panel-text").concat();
        assert!(text.contains("Portico runs") && text.contains("AppIndicator"), "what it means and what helps: {text}");
        page.find("#panel button").click();
        page.wait_texts(".row-name", &["Contoso Pharmaceuticals", "Fabrikam"]);
        desktop.start_host();
        wait_until("the icon", SOON, || TrayItem::all(&desktop).pop().ok_or("no item"));
    }
}

#[test]
fn without_a_tray_portico_returns_and_quick_open_shows() {
    let mut desktop = Desktop::bare(with(&customers()));
    desktop.start_window_manager();
    let output = desktop.sandbox.portico::<&str>([]);
    assert_eq!(output.code, Some(0), "{output:#?}");
    wait_quick(&desktop);
}

#[test]
fn however_often_the_panel_restarts_the_icon_comes_back_and_nothing_piles_up() {
    let mut desktop = Desktop::with_host(with(&customers()));
    let (mut tray, _item) = start(&desktop);
    let restart = |desktop: &mut Desktop, tray: &mut Tray, times: usize| {
        for _ in 0..times {
            desktop.stop_host();
            assert!(TrayItem::all(desktop).is_empty());
            desktop.start_host();
            tray.item(desktop).menu().row(&["★ Contoso Pharmaceuticals"]);
        }
        tray.wait_idle();
        (tray.holdings(desktop), tray.memory())
    };
    let (held, memory) = restart(&mut desktop, &mut tray, 10);
    let (held_after, memory_after) = restart(&mut desktop, &mut tray, 90);
    assert_eq!(held_after, held, "as much after 100 restarts as after 10");
    assert!(memory_after <= memory + 1024, "{memory} KB after 10 restarts, {memory_after} KB after 100");

    assert_eq!(desktop.host().registrations().len(), 1, "once with each panel");
    tray.item(&desktop).click_row(&["★ Contoso Pharmaceuticals"]);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)]);
}

#[test]
fn a_panel_that_restarts_while_the_icon_registers_gets_it_all_the_same() {
    let mut desktop = Desktop::bare(with(&customers()));
    desktop.start_host_that_restarts();
    let (_tray, item) = start(&desktop);
    item.menu().row(&["★ Contoso Pharmaceuticals"]);
}

#[test]
fn an_icon_that_the_panel_knows_is_not_registered_again() {
    let desktop = Desktop::with_host(with(&customers()));
    let (tray, _item) = start(&desktop);
    tray.wait_idle();
    assert_eq!(desktop.host().registrations().len(), 1);
}
