//! What the window remembers: the openings, and its own place on the screen.

use portico_tests::Tray;

use super::*;

#[test]
fn openings_are_listed_and_lead_to_their_customers() {
    let desktop = desktop(&customers());
    desktop.sandbox.portico(["open", "contoso.com", "-p", "entra"]).done();
    let manage = Manage::open(&desktop);
    manage.select("Contoso Pharmaceuticals");
    manage.press_button("Open Microsoft Defender");
    desktop.sandbox.wait_opened(2);
    manage.go("history");
    manage.page.wait_texts(".opening-name", &["Contoso Pharmaceuticals", "Contoso Pharmaceuticals"]);
    manage.page.wait_texts(".opening-portal", &["Microsoft Defender", "Microsoft Entra"]);
    manage.page.wait_texts(".opening:not(.is-head) .opening-from", &["window", "terminal"]);
    desktop.sandbox.portico(["open", &format!("gcc-high/{FABRIKAM}")]).done();
    wait_until("the third", SOON, || {
        let names = manage.page.texts(".opening-name");
        if names.first().is_some_and(|name| name == "Fabrikam") { Ok(()) } else { Err(names) }
    });
    manage.enter("#page-history .search-field", "fabri");
    manage.page.wait_texts(".opening-name", &["Fabrikam"]);
    manage.click(".opening-name");
    manage.page.wait_texts("#detail-name", &["Fabrikam"]);
}

#[test]
fn the_window_comes_back_where_it_was() {
    let desktop = desktop(&customers());
    let manage = Manage::open(&desktop);
    let screen = desktop.screen();
    let window = screen.wait_window("portico");
    screen.move_window(&window, (140, 90), (900, 600));
    let moved = wait_until("the window in its new place", SOON, || {
        let now = screen.wait_window("portico");
        if (now.width, now.height) == (900, 600) && now.x != window.x { Ok(now) } else { Err(now) }
    });
    invoke(&manage.page, "overview", &json!({}));
    manage.close_window();
    screen.wait_no_window("portico");
    // WebDriver may have ended the first with its window; the place is on disk either way.
    let _again = Tray::start(&desktop, &["--show", "manage"]);
    wait_until("the window in the same place", SOON, || {
        let now = screen.wait_window("portico");
        let place = |window: &portico_tests::Window| (window.x, window.y, window.width, window.height);
        if place(&now) == place(&moved) { Ok(()) } else { Err(now) }
    });
}
