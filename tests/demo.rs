//! `make demo`: the main job on a virtual desktop that nobody has to have, with pictures.
//!
//! A real panel, real clicks and keys, a real Chromium as the default browser: the menu and quick open in eight states, light and dark,
//! at one and at two dots a pixel; the customers window page by page. The pictures go to `target/demo`.
#![expect(clippy::expect_used, reason = "a demonstration that cannot go on says where")]

use std::env;
use std::fs;

use portico_tests::{Browser, Chromium, Desktop, Sandbox, Tray};

use pictures::Pictures;

#[path = "demo/pictures.rs"]
mod pictures;

#[path = "demo/states.rs"]
mod states;

#[path = "demo/manage.rs"]
mod manage;

#[path = "bench/crowd.rs"]
mod crowd;

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
        &["--domain", "bellows.example", "--group", "Education", "--alias", "Concord campus", "--confirm"],
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

/// Light and dark, at the usual size and for screens with twice as many dots.
const LOOKS: [(&str, &str, i32); 4] =
    [("light", "Adwaita", 1), ("dark", "Adwaita:dark", 1), ("light-2x", "Adwaita", 2), ("dark-2x", "Adwaita:dark", 2)];

fn main() {
    // Names of parts, to see those alone: `quick`, `menu`, `manage`.
    let wanted: Vec<String> = env::args().skip(1).collect();
    let is_wanted = |part: &str| wanted.is_empty() || wanted.iter().any(|word| word == part);
    for (look, theme, scale) in LOOKS {
        if scale == 1 && is_wanted("manage") {
            manage::show(look, theme);
        }
        if !is_wanted("quick") && !is_wanted("menu") {
            continue;
        }
        let mut sandbox = Sandbox::with_browser(Browser::Chromium);
        sandbox.set("GTK_THEME", theme).set("GDK_SCALE", scale.to_string());
        // Whoever comes first is asked about keys once; here everybody has been.
        sandbox.write_settings("{ \"hotkey\": null }\n");
        add_customers(&sandbox);
        keep_still(&sandbox);
        println!("{} customers, a desktop with a panel, {look}", CUSTOMERS.len());
        let desktop = Desktop::with_panel(sandbox);
        hang_wallpaper(&desktop);
        let window = Pictures::of(&desktop, &part(scale, (760, 600), (260, 100)));
        if is_wanted("quick") {
            states::show(&desktop, &window, look);
        }
        if scale == 1 && is_wanted("menu") {
            menu_and_browser(&desktop, look);
        }
    }
}

fn add_customers(sandbox: &Sandbox) {
    for (name, id, more) in CUSTOMERS {
        sandbox.portico([&["add", name, id], more].concat()).done();
    }
}

/// A caret that comes and goes would never stand still.
fn keep_still(sandbox: &Sandbox) {
    let gtk = sandbox.path().join("config/gtk-3.0");
    fs::create_dir_all(&gtk).expect("the sandbox can be written");
    fs::write(gtk.join("settings.ini"), "[Settings]\ngtk-cursor-blink=0\n").expect("the sandbox can be written");
}

fn hang_wallpaper(desktop: &Desktop) {
    let mut wallpaper = desktop.sandbox.command("hsetroot");
    wallpaper.args(["-add", "#5b6f8a", "-add", "#8fa5a6", "-add", "#cabdaa", "-gradient", "60"]);
    desktop.sandbox.run(&mut wallpaper, None).done();
}

/// Right click on the icon, a submenu, a click on a customer, and what the browser shows then.
fn menu_and_browser(desktop: &Desktop, look: &str) {
    let tray = Tray::start(desktop, &[]);
    let screen = desktop.screen();
    let icon = screen.wait_tray_icons().center();
    let pictures = Pictures::of(desktop, &part(1, (1280, 800), (0, 0)));
    pictures.before();
    screen.click(icon, 3);
    let menu = screen.wait_menu();
    let rows = screen.menu_rows(&menu);
    // Search, the two favorites, then the groups by name: Education, Healthcare, Logistics, Public sector.
    screen.move_mouse(rows[6]);
    pictures.wait_still();
    pictures.keep(&format!("menu-{look}"));
    screen.move_mouse(rows[1]);
    screen.click(rows[1], 1);
    let address = Chromium::of(&desktop.sandbox).wait_for_page(|url| url.contains("tid="));
    screen.wait_window("chromium");
    pictures.wait_still();
    pictures.keep(&format!("browser-{look}"));
    println!("Chromium shows {address}");
    assert_eq!(address, format!("https://security.microsoft.com/?tid={}", CUSTOMERS[0].1));
    end(tray);
}

/// Returns a part of the screen, in dots, as ImageMagick names it.
fn part(scale: i32, (width, height): (i32, i32), (x, y): (i32, i32)) -> String {
    format!("{}x{}+{}+{}", width * scale, height * scale, x * scale, y * scale)
}

pub(crate) fn end(mut tray: Tray) {
    tray.terminate();
    tray.wait_exit();
}
