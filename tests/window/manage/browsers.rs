//! The page of the browsers: what is found, rules by keyboard, back and forth, and what is told when a profile is gone.

use std::fs;

use super::accessible::tab_to;
use super::*;

const EDGE: &str = "microsoft-edge-stable";
const HOSTILE: &str = r#"<img src=x onerror="document.title='evil'">"#;

/// A machine with Edge in two profiles, besides the test's default browser, of which nothing can be asked.
fn machine() -> Desktop {
    let mut sandbox = Sandbox::new();
    sandbox.without_system_browsers();
    sandbox.install_browser("microsoft-edge", "Microsoft Edge", EDGE);
    sandbox.write_local_state("microsoft-edge", &[("Default", "Work"), ("Profile 1", "Contoso admin")]);
    desktop_of(sandbox, &customers())
}

/// Chooses a browser on the command line.
#[track_caller]
fn choose(desktop: &Desktop, choice: &[&str]) {
    desktop.sandbox.portico([&["settings", "browser"], choice].concat()).done();
}

/// Shows the page of the browsers.
#[track_caller]
fn browsers(manage: &Manage<'_>) {
    manage.go("browsers");
    manage.page.find(".found-browser");
}

fn contoso() -> String {
    format!("public/{CONTOSO}")
}

#[test]
fn a_rule_is_added_by_keyboard_and_the_customer_opens_there() {
    let desktop = machine();
    let manage = Manage::open(&desktop);
    browsers(&manage);
    manage.page.wait_texts(".found-name", &["Microsoft Edge", "Test browser"]);
    manage.page.wait_texts(".profile-name", &["Work", "Contoso admin"]);
    tab_to(&manage, "#page-browsers .portals-head .button");
    manage.page.press(keys::ENTER);
    manage.page.find("#field-rule-kind:focus");
    tab_to(&manage, "#field-rule-tenant");
    manage.page.press("pharma");
    manage.page.wait_texts(".combobox [role=option]", &["Contoso Pharmaceuticals (contoso.com)"]);
    manage.page.press(&format!("{}{}", keys::DOWN, keys::ENTER));
    tab_to(&manage, "#field-rule-browser");
    manage.page.press("Microsoft");
    tab_to(&manage, "#field-rule-profile");
    manage.page.press("Contoso");
    tab_to(&manage, ".rule-form .primary");
    manage.page.press(keys::ENTER);
    manage.wait_notice("Contoso Pharmaceuticals opens in Microsoft Edge · Contoso admin");
    let rule = json!([{ "tenant": contoso(), "browser": "microsoft-edge", "profile": "Profile 1" }]);
    wait_setting(&desktop.sandbox, "/browsers", &rule);
    manage.page.find("[data-part=edit]:focus");
    manage.go("customers");
    manage.select("Contoso Pharmaceuticals");
    manage.wait_part(".detail-opens", "Opens in Microsoft Edge · Contoso admin");
    manage.click(".detail-open");
    let call = &desktop.sandbox.wait_calls(EDGE, 1)[0];
    assert_eq!((call[0].as_str(), call.last().unwrap()), ("--profile-directory=Profile 1", &defender(CONTOSO)));
}

#[test]
fn a_rule_that_was_removed_is_back_with_undo() {
    let desktop = machine();
    choose(&desktop, &["--cloud", "gcc-high", "--browser", "edge", "--private"]);
    let before = settings_of(&desktop.sandbox);
    let manage = Manage::open(&desktop);
    browsers(&manage);
    manage.wait_part(".rule", "Microsoft Edge, private");
    manage.click("[data-part=remove]");
    manage.wait_notice("The rule for GCC High is removed");
    wait_setting(&desktop.sandbox, "/browsers", &Value::Null);
    manage.wait_part(".browsers-none", "There are no rules");
    manage.press_button("Undo");
    wait_setting(&desktop.sandbox, "/browsers", &before["browsers"]);
    manage.wait_part(".rule", "Microsoft Edge, private");
}

#[test]
fn trying_starts_that_profile_with_the_page_of_its_account() {
    let desktop = machine();
    choose(&desktop, &["--tenant", "contoso.com", "--browser", "edge", "--profile", "Contoso admin"]);
    let manage = Manage::open(&desktop);
    browsers(&manage);
    manage.press_button("Try it");
    let flags = ["--profile-directory=Profile 1", "--no-first-run", "--no-default-browser-check"];
    assert_eq!(desktop.sandbox.wait_calls(EDGE, 1)[0], [&flags[..], &["https://myaccount.microsoft.com/"]].concat());
    manage.wait_part("#notice", "look there who is signed in");
    fs::write(desktop.sandbox.path().join("browsers").join(EDGE), "#!/bin/sh\nexit 3\n").unwrap();
    manage.press_button("Try it");
    manage.wait_part("#notice .is-failure", "Microsoft Edge could not be started");
    assert_eq!(desktop.sandbox.opened(), Vec::<String>::new());
}

#[test]
fn a_profile_that_is_gone_and_an_entry_that_makes_no_sense_are_told_and_mended() {
    let desktop = machine();
    choose(&desktop, &["--tenant", "contoso.com", "--browser", "edge", "--profile", "Contoso admin"]);
    let manage = Manage::open(&desktop);
    browsers(&manage);
    manage.wait_part(".rule", "Contoso admin");
    fs::remove_dir_all(desktop.sandbox.path().join("config/microsoft-edge/Profile 1")).unwrap();
    let mut settings = settings_of(&desktop.sandbox);
    settings["browsers"].as_array_mut().unwrap().push(json!({ "browser": "microsoft-edge" }));
    desktop.sandbox.write_settings(&settings.to_string());
    manage.wait_part(".rules-unclear", "Customers without a rule of their own do not open");
    manage.wait_part(".rule .rule-trouble", "Microsoft Edge has no profile \"Profile 1\" any more");
    manage.click("[data-part=edit]");
    manage.press_button("Save");
    manage.wait_part(".rule-form .form-error", "Microsoft Edge has no profile \"Profile 1\" any more");
    assert_eq!(settings_of(&desktop.sandbox), settings, "it is refused");
    manage.choose("#field-rule-profile", "Default");
    manage.press_button("Save");
    manage.wait_notice("Contoso Pharmaceuticals opens in Microsoft Edge · Work");
    settings["browsers"][0]["profile"] = json!("Default");
    assert_eq!(settings_of(&desktop.sandbox), settings, "the other entry is as it was");
}

#[test]
fn profiles_that_cannot_be_read_are_told_in_the_persons_language() {
    let desktop = machine();
    choose(&desktop, &["--tenant", "contoso.com", "--browser", "edge", "--profile", "Contoso admin"]);
    let mut settings = settings_of(&desktop.sandbox);
    settings["language"] = json!("sv");
    desktop.sandbox.write_settings(&settings.to_string());
    let list = desktop.sandbox.path().join("config/microsoft-edge/Local State");
    fs::write(&list, "{").unwrap();
    let manage = Manage::open(&desktop);
    browsers(&manage);
    let why = format!(
        "Profilerna i Microsoft Edge kan inte läsas: {} har inte det innehåll som webbläsaren skriver",
        list.display()
    );
    manage.wait_part(".found-browser .rule-trouble", &why);
    manage.wait_part(".rule .rule-trouble", &format!("Profilen \"Profile 1\" hittades inte. {why}."));
}

#[test]
fn hostile_names_are_text_and_hundreds_of_profiles_are_folded() {
    let mut sandbox = Sandbox::new();
    sandbox.without_system_browsers();
    sandbox.install_browser("google-chrome", HOSTILE, "google-chrome");
    let keys: Vec<_> = (0..300).map(|number| format!("Profile {number}")).collect();
    let profiles: Vec<_> = keys.iter().map(|key| (key.as_str(), HOSTILE)).collect();
    sandbox.write_local_state("google-chrome", &profiles);
    let mut all = customers();
    all[0]["group"] = json!(HOSTILE);
    let desktop = desktop_of(sandbox, &all);
    choose(&desktop, &["--group", HOSTILE, "--browser", "google-chrome", "--profile", "key:Profile 299"]);
    let manage = Manage::open(&desktop);
    browsers(&manage);
    manage.wait_part(".rule-name", HOSTILE);
    manage.wait_part(".rule-opens", "(Profile 299)");
    assert_eq!(manage.page.texts(".profile").len(), 0);
    manage.click(".found-profiles summary");
    manage.wait_part(".profile", HOSTILE);
    manage.click("[data-part=edit]");
    manage.page.find("#field-rule-profile");
    let harmed = manage.page.script("return [document.title, document.querySelectorAll('img').length]");
    assert_eq!(harmed, json!(["Portico: customers", 0]));
}
