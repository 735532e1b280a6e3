//! Which browser and profile a click in the tray opens in: as the rules have it, or nowhere.

use std::fs;

use portico_tests::{Desktop, SOON};

use super::{CONTOSO, FABRIKAM, customers, defender, start, wait_quick, with};

/// A desktop with a Chromium of two profiles, in one of which Contoso opens.
fn desktop() -> Desktop {
    let sandbox = with(&customers());
    sandbox.install_browser("chromium", "Chromium", "chromium");
    sandbox.write_local_state("chromium", &[("Default", "Mine"), ("Profile 2", "Contoso admin")]);
    let rule =
        ["settings", "browser", "--tenant", "contoso.com", "--browser", "chromium", "--profile", "Contoso admin"];
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
fn a_browser_that_is_just_starting_is_waited_for() {
    let desktop = desktop();
    let sandbox = &desktop.sandbox;
    sandbox.install_slow_chromium();
    sandbox
        .portico(["settings", "browser", "--tenant", "Fabrikam", "--browser", "chromium", "--profile", "Mine"])
        .done();
    let (_tray, item) = start(&desktop);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    item.click_row(&["Retail", "Fabrikam"]);
    assert_eq!(sandbox.wait_roles(2), ["first", "later"]);
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
