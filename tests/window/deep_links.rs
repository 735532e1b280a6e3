//! Links that a page or another program fires: quick open shows whom they mean, and Enter opens what the footer says.

use super::*;

/// Fires a link, as the desktop does when somebody follows one.
#[track_caller]
fn fire(desktop: &Desktop, link: &str) {
    desktop.sandbox.portico_tray([link]).done();
}

fn entra(tenant_id: &str) -> String {
    format!("https://entra.microsoft.com/{tenant_id}/#home")
}

#[test]
fn a_link_selects_its_customer_and_enter_opens_it() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.wait_rows(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    fire(&desktop, &format!("portico://open?tenant={CONTOSO}"));
    quick.wait_rows(&["Contoso Pharmaceuticals"]);
    quick.page.wait_texts("#footer .footer-said", &["From a link. Look who it is, then press Enter"]);
    assert_eq!((quick.selected().as_str(), quick.address()), ("Contoso Pharmaceuticals", defender(CONTOSO)));
    quick.wait_acting();
    quick.assert_nothing_opened();
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)]);
    quick.wait_hidden();
}

#[test]
fn whoever_looks_for_somebody_else_is_not_told_of_the_link() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    fire(&desktop, &format!("portico://open?tenant={CONTOSO}"));
    quick.page.wait_texts("#footer .footer-said", &["From a link. Look who it is, then press Enter"]);
    quick.press(&format!("{0}a{0}{1}", keys::CONTROL, keys::BACKSPACE));
    quick.search("fabrikam", &["Fabrikam"]);
    quick.page.wait_texts("#footer .footer-said", &[]);
}

#[test]
fn a_link_to_a_portal_selects_it_among_the_customers_portals() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    fire(&desktop, &format!("portico://open?tenant={CONTOSO}&cloud=public&portal=entra"));
    quick.page.wait_texts("#context .context-name", &["Contoso Pharmaceuticals"]);
    wait_until("the portal to be selected", SOON, || {
        let selected = quick.selected();
        if selected == "Microsoft Entra" { Ok(()) } else { Err(selected) }
    });
    quick.wait_acting();
    // As when the window was made for the link: its rows had no width yet when one was selected.
    quick.page.script("document.querySelector('#list').scrollTop = 1e6; window.dispatchEvent(new Event('resize'))");
    let is_in_view = quick.page.script(
        "const row = document.querySelector('[aria-selected=true]').getBoundingClientRect();
         const list = document.querySelector('#list').getBoundingClientRect();
         return row.top >= list.top && row.bottom <= list.bottom",
    );
    assert_eq!(is_in_view, true);
    quick.assert_nothing_opened();
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [entra(CONTOSO)]);
}

#[test]
fn a_link_to_nobody_or_to_another_cloud_selects_nobody() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    fire(&desktop, &format!("portico://open?tenant={}", id(77)));
    quick.wait_rows(&[]);
    quick.press(keys::ESCAPE);
    fire(&desktop, &format!("portico://open?tenant={FABRIKAM}"));
    quick.wait_rows(&["Fabrikam"]);
    quick.page.wait_texts("#footer .footer-hint", &["From a link. Look who it is, then press Enter"]);
    assert_eq!(quick.selected(), "", "registered in GCC High, and the link says the public cloud");
    quick.wait_acting();
    quick.press(keys::ENTER);
    quick.assert_nothing_opened();
}

#[test]
fn a_link_searches_for_its_text() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    fire(&desktop, "portico://search?q=north%20trad");
    quick.wait_rows(&["Northwind Traders"]);
    quick.wait_acting();
    quick.assert_nothing_opened();
}

#[test]
fn quick_open_in_use_is_left_alone() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.search("north", &["Northwind Traders"]);
    fire(&desktop, &format!("portico://open?tenant={CONTOSO}"));
    fire(&desktop, "portico://search?q=fabrikam");
    quick.page.find("#input").send_keys("w");
    quick.wait_rows(&["Northwind Traders"]);
    assert_eq!(quick.page.script("return document.querySelector('#input').value"), json!("northw"));
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [entra(&id(1))]);
}

#[test]
fn what_is_no_link_is_said_and_changes_nothing() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    let everybody = ["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"];
    quick.wait_rows(&everybody);
    fire(&desktop, &format!("portico://open?tenant={CONTOSO}&url=https://evil.example"));
    quick.page.wait_texts("#footer .footer-hint", &["This link is none of Portico’s. Nothing was opened"]);
    quick.wait_rows(&everybody);
    quick.assert_nothing_opened();
}

#[test]
fn a_link_comes_as_the_desktop_brings_it() {
    let desktop = desktop(&customers());
    // The entry that is installed, for the tray that is tested.
    let entry = include_str!("../../src-tauri/linux/io.portico.Portico.desktop");
    let tray = desktop.sandbox.portico_path().with_file_name("portico-tray");
    let entry = entry.replace("Exec=portico-tray", &format!("Exec={}", tray.display()));
    let applications = desktop.sandbox.path().join("data/applications");
    std::fs::write(applications.join("io.portico.Portico.desktop"), entry).unwrap();
    let quick = Quick::open(&desktop);
    let mut open = desktop.sandbox.command("xdg-open");
    open.arg(format!("portico://open?tenant={CONTOSO}&cloud=public"));
    desktop.sandbox.run(&mut open, None).done();
    quick.wait_rows(&["Contoso Pharmaceuticals"]);
    quick.wait_acting();
    quick.assert_nothing_opened();
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)]);
}
