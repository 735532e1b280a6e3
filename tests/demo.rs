//! `make demo`: the main job on a virtual desktop that nobody has to have, with pictures.
//!
//! A real panel, a real click, a real Chromium as the default browser. The pictures go to `target/demo`.
#![expect(clippy::expect_used, reason = "a demonstration that cannot go on says where")]

use std::{fs, path::PathBuf};

use portico_tests::{Browser, Chromium, Desktop, SOON, Sandbox, Tray, wait_until};

/// Name, tenant ID and the other arguments of `portico add`. The companies and their IDs are made up.
const CUSTOMERS: [(&str, &str, &[&str]); 8] = [
    (
        "Contoso Pharmaceuticals",
        "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
        &["--domain", "contoso.com", "--group", "Healthcare", "--favorite"],
    ),
    ("Contoso Retail", "1d7a8b3c-0e4f-4c2d-8a91-6b5f2e7d3c10", &["--domain", "contosoretail.com", "--group", "Retail"]),
    (
        "Consolidated Messenger",
        "2e8b9c4d-1f50-4d3e-9ba2-7c603f8e4d21",
        &["--domain", "consolidatedmessenger.com", "--group", "Logistics"],
    ),
    (
        "Fabrikam Construction",
        "3f9cad5e-2061-4e4f-8cb3-8d714a9f5e32",
        &["--domain", "fabrikam-construction.us", "--group", "Public sector", "--cloud", "gcc-high"],
    ),
    (
        "Bellows College",
        "40adbe6f-3172-4f50-9dc4-9e825ba06f43",
        &["--domain", "bellows.example", "--group", "Education", "--alias", "Concord campus"],
    ),
    ("Malmö Stad", "51becf70-4283-4061-8ed5-af936cb17054", &["--domain", "malmo.example", "--group", "Public sector"]),
    (
        "Northwind Traders",
        "62cfd081-5394-4172-9fe6-b0a47dc28165",
        &["--domain", "northwindtraders.com", "--group", "Retail", "--favorite"],
    ),
    (
        "Wide World Importers",
        "73d0e192-64a5-4283-80f7-c1b58ed39276",
        &["--domain", "wideworldimporters.com", "--group", "Logistics"],
    ),
];

/// The whole screen of the desktop.
const SCREEN: &str = "1280x800+0+0";

fn main() {
    let sandbox = Sandbox::with_browser(Browser::Chromium);
    for (name, id, more) in CUSTOMERS {
        sandbox.portico([&["add", name, id], more].concat()).done();
    }
    println!("A registry of {} customers, a desktop with a panel.", CUSTOMERS.len());
    let mut desktop = Desktop::with_panel(sandbox);
    let mut wallpaper = desktop.sandbox.command("hsetroot");
    wallpaper.args(["-add", "#5b6f8a", "-add", "#8fa5a6", "-add", "#cabdaa", "-gradient", "60"]);
    desktop.sandbox.run(&mut wallpaper, None).done();

    quick_open(&desktop, "quick-open-light", "");
    quick_open(&desktop, "quick-open-search", "con");
    desktop.sandbox.set("GTK_THEME", "Adwaita:dark");
    quick_open(&desktop, "quick-open-dark", "");
    desktop.sandbox.unset("GTK_THEME");
    menu_and_browser(&desktop);
}

/// Left click on the icon, and something typed.
fn quick_open(desktop: &Desktop, picture: &str, typed: &str) {
    let tray = Tray::start(desktop, &[]);
    let icon = desktop.screen().wait_tray_icons().center();
    let middle = "560x360+360+220";
    let before = picture_of(desktop, picture, middle).1;
    desktop.screen().click(icon, 1);
    desktop.screen().wait_window("portico");
    still(desktop, picture, middle, &before);
    desktop.screen().type_text(typed);
    let what = if typed.is_empty() { "quick open" } else { typed };
    print(&format!("Left click on the icon, {what}"), &still(desktop, picture, middle, &before));
    end(tray);
}

/// Right click on the icon, a click on a customer, and what the browser shows then.
fn menu_and_browser(desktop: &Desktop) {
    let tray = Tray::start(desktop, &[]);
    let icon = desktop.screen().wait_tray_icons().center();
    desktop.screen().click(icon, 3);
    let menu = desktop.screen().wait_menu();
    // The second row, behind Search and a line: the first favorite.
    let row = (menu.x + menu.width / 2, menu.y + 44);
    let before = picture_of(desktop, "menu", SCREEN).1;
    desktop.screen().move_mouse(row);
    print("Right click on the icon, the menu", &still(desktop, "menu", SCREEN, &before));
    desktop.screen().click(row, 1);
    let address = Chromium::of(&desktop.sandbox).wait_for_page(|url| url.contains("tid="));
    desktop.screen().wait_window("chromium");
    print("A click on a customer, Chromium", &still(desktop, "browser", SCREEN, &before));
    println!("\nChromium shows {address}");
    assert_eq!(address, format!("https://security.microsoft.com/?tid={}", CUSTOMERS[0].1));
    end(tray);
}

/// Takes pictures until a part of four in a row is the same and not that of before, and keeps the last.
fn still(desktop: &Desktop, name: &str, part: &str, before: &str) -> PathBuf {
    let (mut last, mut same) = (before.to_owned(), 0);
    let shot = wait_until("a new picture that stands still", SOON, || {
        let (shot, now) = picture_of(desktop, name, part);
        same = if now == last && now != before { same + 1 } else { 0 };
        last = now;
        if same == 3 { Ok(shot) } else { Err("it still changes, or does not") }
    });
    let folder = shot.ancestors().nth(2).expect("pictures lie in a folder of target/").join("demo");
    fs::create_dir_all(&folder).expect("target/ can be written");
    let kept = folder.join(format!("{name}.png"));
    fs::rename(&shot, &kept).expect("both lie in target/");
    kept
}

/// Takes a picture, and returns it with a sum of the pixels of a part of it.
fn picture_of(desktop: &Desktop, name: &str, part: &str) -> (PathBuf, String) {
    let shot = desktop.screen().screenshot(name);
    let mut convert = desktop.sandbox.command("convert");
    convert.arg(&shot).args(["-crop", part, "-format", "%#", "info:-"]);
    let sum = desktop.sandbox.run(&mut convert, None).stdout;
    (shot, sum)
}

fn print(what: &str, picture: &std::path::Path) {
    println!("{what:<44} {}", picture.display());
}

fn end(mut tray: Tray) {
    tray.terminate();
    tray.wait_exit();
}
