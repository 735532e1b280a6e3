//! Settings: each change is in the file at once, and shows where it acts.

use std::{fs, time::Duration};

use portico_tests::{Tray, TrayItem, try_until};

use super::*;

/// Returns the selector of the control behind this label.
#[track_caller]
fn control(manage: &Manage<'_>, label: &str) -> String {
    let id = wait_until(&format!("the setting {label}"), SOON, || {
        let id = manage.page.script(&format!(
            "return [...document.querySelectorAll('label.setting-name')].find(label => label.innerText === {})?.htmlFor ?? null",
            Value::from(label)
        ));
        id.as_str().map(str::to_owned).ok_or(id)
    });
    format!("#{id}")
}

#[track_caller]
fn opened(desktop: &Desktop) -> Manage<'_> {
    let manage = Manage::open(desktop);
    manage.go("settings");
    manage.page.find(".settings-content");
    manage
}

#[test]
fn the_language_is_that_of_the_page_and_of_quick_open() {
    for (key, page, placeholder) in
        [("sv", "Inställningar", "Öppna en kunds portal"), ("nl", "Instellingen", "Portal van een klant openen")]
    {
        let desktop = desktop(&customers());
        let manage = opened(&desktop);
        manage.choose(&control(&manage, "Language"), key);
        manage.page.wait_texts("#page-settings .page-title", &[page]);
        assert_eq!(manage.page.script("return document.documentElement.lang"), key);
        wait_setting(&desktop.sandbox, "/language", &json!(key));
        drop(manage);
        wait_until("the tray to end", SOON, || {
            let left = TrayItem::all(&desktop);
            if left.is_empty() { Ok(()) } else { Err(left) }
        });
        let quick = Quick::open(&desktop);
        assert_eq!(quick.page.find("#input").attribute("placeholder").as_deref(), Some(placeholder));
    }
}

#[test]
fn the_language_is_that_of_the_menu_at_once() {
    let desktop = desktop(&customers());
    let manage = opened(&desktop);
    let item = TrayItem::all(&desktop).remove(0);
    for (key, row) in [("sv", "Hantera kunder…"), ("nl", "Klanten beheren…")] {
        manage.choose("#page-settings select", key);
        item.wait_menu(&format!("the menu in {key}"), |menu| menu.find(&[row]).is_some());
    }
}

#[test]
fn the_theme_is_that_of_the_page() {
    let desktop = desktop(&customers());
    let manage = opened(&desktop);
    let theme = control(&manage, "Appearance");
    for (key, is_dark) in [("dark", true), ("light", false)] {
        manage.choose(&theme, key);
        wait_until(&format!("the page to be {key}"), SOON, || {
            let now = manage.page.script("return matchMedia('(prefers-color-scheme: dark)').matches");
            if now == is_dark { Ok(()) } else { Err(now) }
        });
        wait_setting(&desktop.sandbox, "/theme", &json!(key));
    }
}

#[test]
fn notification_tray_rows_and_history_are_saved_and_heeded() {
    let mut all = customers();
    all[0]["favorite"] = json!(true);
    all[1]["favorite"] = json!(true);
    let desktop = desktop(&all);
    let manage = opened(&desktop);
    let notify = control(&manage, "Say whose portal was opened");
    let was = manage.page.script(&format!("return document.querySelector('{notify}').checked"));
    manage.click(&notify);
    wait_setting(&desktop.sandbox, "/notify", &json!(!was.as_bool().unwrap()));
    manage.click(&control(&manage, "Keep a history"));
    wait_setting(&desktop.sandbox, "/history", &json!(false));
    let rows = control(&manage, "Favorites");
    manage.enter(&rows, &format!("1{}", keys::TAB));
    wait_setting(&desktop.sandbox, "/tray/favorites", &json!(1));
    let item = TrayItem::all(&desktop).remove(0);
    item.wait_menu("one favorite", |menu| menu.rows.iter().filter(|row| row.label.starts_with('★')).count() == 1);
    manage.enter(&rows, &format!("99{}", keys::TAB));
    manage.wait_part(".setting .add-error", "Enter a number from 0 to 50.");
    assert_eq!(settings_of(&desktop.sandbox)["tray"]["favorites"], 1, "what is wrong is not saved");
    manage.go("customers");
    manage.select("Contoso Pharmaceuticals");
    manage.click(".detail-open");
    desktop.sandbox.wait_opened(1);
    assert_eq!(desktop.sandbox.portico(["history", "--json"]).done().json()["entries"], json!([]), "no history");
}

#[test]
fn start_at_login_writes_its_file_and_takes_it_away() {
    let desktop = desktop(&customers());
    let file = desktop.sandbox.path().join("config/autostart/io.portico.Portico.desktop");
    let manage = opened(&desktop);
    let start = control(&manage, "Start at login");
    let is_there = |wanted: bool| {
        wait_until(&format!("the file to be there: {wanted}"), SOON, || {
            if file.exists() == wanted { Ok(()) } else { Err(manage.page.texts(".setting .add-error")) }
        });
    };
    manage.click(&start);
    is_there(true);
    let entry = fs::read_to_string(&file).unwrap();
    assert!(entry.contains("portico-tray"), "{entry}");
    manage.click(&start);
    is_there(false);
}

#[test]
fn entries_in_the_launcher_are_chosen_and_follow_the_registry() {
    let desktop = desktop(&customers());
    let folder = desktop.sandbox.path().join("data/applications");
    let wait_names = |wanted: &[&str]| {
        wait_until(&format!("entries for {wanted:?}"), SOON, || {
            let files = fs::read_dir(&folder).into_iter().flatten().flatten();
            let ours = files.filter(|file| file.file_name().to_string_lossy().contains(".tenant-"));
            let texts = ours.filter_map(|file| fs::read_to_string(file.path()).ok());
            let mut names: Vec<_> =
                texts.filter_map(|text| Some(text.split_once("\nName=")?.1.lines().next()?.to_owned())).collect();
            names.sort();
            if names == wanted { Ok(()) } else { Err(names) }
        });
    };
    let manage = opened(&desktop);
    let entries = control(&manage, "Entries in the desktop's launcher");
    manage.choose(&entries, "all");
    wait_names(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
    wait_setting(&desktop.sandbox, "/entries", &json!("all"));
    // By another program: the tray sees it.
    let registry = desktop.sandbox.registry().replace("Fabrikam", "Tailspin");
    desktop.sandbox.write_registry(&registry);
    wait_names(&["Contoso Pharmaceuticals", "Northwind Traders", "Tailspin"]);
    desktop.sandbox.write_settings("{ \"entries\": \"favorites\" }");
    wait_names(&[]);
    manage.choose(&entries, "none");
    wait_names(&[]);
    wait_setting(&desktop.sandbox, "/entries", &Value::Null);
}

#[test]
fn a_registry_that_cannot_be_used_is_refused_and_the_old_one_stays() {
    let desktop = desktop(&customers());
    let manage = opened(&desktop);
    let bad = desktop.sandbox.path().join("home/bad.json");
    fs::write(&bad, "not JSON").unwrap();
    for path in [bad.to_str().unwrap(), "relative.json", "/dev/null", "/proc/nowhere/registry.json"] {
        let (how, what) = invoke(&manage.page, "use_registry", &json!({ "path": path }));
        assert_eq!(how, "broken", "{path}: {what}");
        assert!(what["message"].as_str().is_some_and(|message| !message.is_empty()), "{what}");
    }
    assert_eq!(settings_of(&desktop.sandbox).get("registry"), None);
    let other = desktop.sandbox.path().join("home/other.json");
    fs::write(&other, registry(&json!([{ "name": "Tailspin", "tenant_id": id(7) }]))).unwrap();
    assert_eq!(invoke(&manage.page, "use_registry", &json!({ "path": other })).0, "kept");
    wait_setting(&desktop.sandbox, "/registry", &json!(other));
    manage.go("customers");
    manage.wait_names(&["Tailspin"]);
    manage.go("settings");
    manage.press_button("Use the usual place");
    wait_setting(&desktop.sandbox, "/registry", &Value::Null);
    manage.go("customers");
    manage.wait_names(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
}

#[test]
fn a_file_that_is_no_registry_is_chosen_and_the_page_says_why() {
    let desktop = desktop(&customers());
    let bad = desktop.sandbox.path().join("home/bad.json");
    fs::write(&bad, "not JSON").unwrap();
    let manage = opened(&desktop);
    manage.press_button("Use another file…");
    let dialog = wait_until("the window to choose a file in", SOON, || {
        let windows = desktop.screen().windows("portico");
        windows.iter().find(|window| window.title == "Choose a registry file").cloned().ok_or(windows)
    });
    desktop.screen().wait_painted(&dialog);
    // Whatever of it the window was not ready for is typed again: with a whole path it closes.
    let closes = || {
        desktop.screen().keys(&["ctrl+a"]);
        desktop.screen().type_text(bad.to_str().unwrap());
        desktop.screen().keys(&["Return"]);
        let is_open = || desktop.screen().windows("portico").iter().any(|window| window.title == dialog.title);
        try_until(Duration::from_secs(4), || if is_open() { Err(()) } else { Ok(()) }).is_ok()
    };
    assert!((0..5).any(|_| closes()), "the window takes the path");
    manage.wait_part(".setting .add-error", "bad.json");
    assert_eq!(settings_of(&desktop.sandbox).get("registry"), None, "the old one stays");
    manage.go("customers");
    manage.wait_names(&["Contoso Pharmaceuticals", "Fabrikam", "Northwind Traders"]);
}

#[test]
fn a_backup_shows_what_it_would_change_and_is_brought_back() {
    let desktop = desktop(&customers());
    let before = desktop.sandbox.registry_json();
    desktop.sandbox.portico(["remove", "contoso.com", "--yes"]).done();
    let manage = opened(&desktop);
    manage.click(".backup button");
    manage.wait_part("dialog .difference", "Contoso Pharmaceuticals");
    manage.press_button("Bring back");
    manage.wait_part("#notice .notice-text", "The registry is as it was on");
    assert_eq!(manage.steps(), 3, "page, compare, bring back");
    assert_eq!(desktop.sandbox.registry_json(), before);
}

#[test]
fn a_menu_keeps_its_language_after_a_restart() {
    let desktop = desktop(&customers());
    desktop.sandbox.write_settings("{ \"schema\": 1, \"language\": \"sv\" }\n");
    let mut tray = Tray::start(&desktop, &[]);
    let item = tray.item(&desktop);
    item.wait_menu("the menu in Swedish", |menu| menu.find(&["Hantera kunder…"]).is_some());
}
