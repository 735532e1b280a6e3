//! Which browser and profile a click in the tray opens in: as the rules have it, or nowhere.

use std::fs;

use portico_tests::{Desktop, SOON, WebDriver, keys, wait_until};

use super::{CONTOSO, FABRIKAM, customers, defender, start, wait_quick, with};

/// A desktop with a Chromium of two profiles, in one of which Contoso opens.
fn desktop() -> Desktop {
    let sandbox = with(&customers());
    sandbox.install_browser("chromium", "Chromium", "chromium");
    sandbox.write_local_state("chromium", &[("Default", "Mine"), ("Profile 2", "Contoso admin")]);
    let rule = ["browsers", "use", "--tenant", "contoso.com", "--browser", "chromium", "--profile", "Contoso admin"];
    sandbox.portico(rule).done();
    Desktop::with_windows(sandbox)
}

fn flags(url: &str) -> [String; 4] {
    ["--profile-directory=Profile 2", "--no-first-run", "--no-default-browser-check", url].map(str::to_owned)
}

#[test]
fn a_customer_opens_in_its_profile_and_the_others_in_the_default_browser() {
    let desktop = desktop();
    let notified = desktop.receive_notifications();
    let (_tray, item) = start(&desktop);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    assert_eq!(desktop.sandbox.wait_calls("chromium", 1), [flags(&defender(CONTOSO))]);
    let told = notified.recv_timeout(SOON).expect("a notification");
    assert!(told.body.contains("Chromium · Contoso admin"), "{told:?}");
    item.click_row(&["Retail", "Fabrikam"]);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(FABRIKAM)]);
    assert_eq!(desktop.sandbox.calls("chromium").len(), 1, "started exactly once");
}

#[test]
fn a_profile_that_is_gone_opens_nothing_and_the_window_says_what_to_do() {
    let desktop = desktop();
    fs::remove_dir_all(desktop.sandbox.path().join("config/chromium/Profile 2")).unwrap();
    let (_tray, item) = start(&desktop);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    wait_quick(&desktop);
    item.click_row(&["Retail", "Fabrikam"]);
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(FABRIKAM)]);
    assert!(desktop.sandbox.calls("chromium").is_empty());
}

#[test]
fn row_and_footer_say_where_it_opens() {
    let desktop = desktop();
    let page = WebDriver::start(&desktop, &["--show", "quick"]);
    page.wait_texts(".row-browser", &["in Chromium · Contoso admin"]);
    page.wait_texts("#footer .footer-browser", &["· Chromium · Contoso admin"]);
    fs::remove_dir_all(desktop.sandbox.path().join("config/chromium/Profile 2")).unwrap();
    page.find("#input").send_keys("contoso");
    page.wait_texts(".row-name", &["Contoso Pharmaceuticals"]);
    wait_until("keys to act", SOON, || {
        let classes = page.script("return document.body.className");
        if classes.as_str().unwrap_or_default().contains("quiet") { Err(classes) } else { Ok(()) }
    });
    page.find("#input").send_keys(keys::ENTER);
    wait_until("what is wrong to be said", SOON, || {
        let said = page.script("return document.body.innerText");
        let said = said.as_str().unwrap_or_default().to_owned();
        if said.contains("Chromium has no profile \"Profile 2\" any more. Choose another one.") {
            Ok(())
        } else {
            Err(said)
        }
    });
    assert_eq!((desktop.sandbox.opened(), desktop.sandbox.calls("chromium")), (Vec::new(), Vec::new()));
}
