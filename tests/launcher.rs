//! Customers in a real launcher: typed, found, opened.
#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::Duration;

use portico_tests::{Desktop, SOON, Sandbox, try_until, wait_until};

/// The address that opens Malmö Stad.
const MALMO: &str = "https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";

const REGISTRY: &str = r#"{ "schema": 1, "tenants": [
    { "name": "Malmö Stad", "tenant_id": "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44", "aliases": ["Sydkusten"] },
    { "name": "Contoso", "tenant_id": "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f", "domain": "contoso.com" } ] }"#;

#[test]
fn the_xfce_application_finder_finds_a_customer_and_opens_it() {
    for typed in ["malmo", "sydkus"] {
        let mut desktop = desktop();
        desktop.sandbox.portico(["integrate", "desktop", "--all"]).done();
        // Without the one that keeps running in the background.
        let mut finder = desktop.sandbox.command("xfce4-appfinder");
        finder.arg("--disable-server");
        desktop.start(finder);
        let window = desktop.screen().wait_window("xfce4-appfinder");
        desktop.screen().wait_painted(&window);
        // Its list fills while it is typed; what found nothing yet is typed again.
        wait_until("the finder to open the customer", SOON, || {
            desktop.screen().keys(&["ctrl+a"]);
            desktop.screen().type_text(typed);
            desktop.screen().keys(&["Return"]);
            let opened = || desktop.sandbox.opened();
            try_until(Duration::from_secs(3), || if opened().is_empty() { Err(()) } else { Ok(()) })
                .map_err(|_| desktop.screen().windows(".*"))
        });
        assert_eq!(desktop.sandbox.opened(), [MALMO], "{typed}");
    }
}

#[test]
fn rofi_finds_a_customer_and_opens_it() {
    for typed in ["malmo", "sydkus"] {
        let mut desktop = desktop();
        // As they are installed: the script beside the program.
        let folder = desktop.sandbox.path().join("bin");
        fs::create_dir(&folder).unwrap();
        symlink(desktop.sandbox.portico_path(), folder.join("portico")).unwrap();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/linux/portico-rofi");
        fs::copy(script, folder.join("portico-rofi")).unwrap();
        let mut rofi = desktop.sandbox.command("rofi");
        rofi.arg("-modi").arg(format!("portico:{}", folder.join("portico-rofi").display())).args(["-show", "portico"]);
        desktop.start(rofi);
        choose(&desktop, "rofi", typed);
        assert_eq!(desktop.sandbox.opened(), [MALMO], "{typed}");
    }
}

#[test]
fn menu_asks_in_rofi_and_in_dmenu() {
    for picker in ["rofi", "dmenu"] {
        let mut desktop = desktop();
        let mut menu = desktop.sandbox.command(desktop.sandbox.portico_path());
        menu.args(["menu", "--with", picker]);
        desktop.start(menu);
        choose(&desktop, picker, "malmo");
        assert_eq!(desktop.sandbox.opened(), [MALMO], "{picker}");
    }
}

#[test]
fn menu_asks_in_fuzzel_on_wayland() {
    let mut desktop = Desktop::with_sway(Sandbox::new(), "");
    desktop.sandbox.write_registry(REGISTRY);
    let mut menu = desktop.sandbox.command(desktop.sandbox.portico_path());
    menu.args(["menu", "--with", "fuzzel"]);
    // Again and again: nothing tells when fuzzel listens.
    let keyboard = desktop.keyboard(&["-s", "1000", "-k", "Escape"].repeat(20));
    let cancelled = desktop.sandbox.run(&mut menu, None);
    assert_eq!((cancelled.code, &*cancelled.stderr), (Some(130), ""));
    drop(keyboard);
    let _keyboard =
        desktop.keyboard(&["-s", "1000", "-M", "ctrl", "u", "-m", "ctrl", "malmo", "-k", "Return"].repeat(20));
    desktop.start(menu);
    assert_eq!(desktop.sandbox.wait_opened(1), [MALMO]);
}

fn desktop() -> Desktop {
    let desktop = Desktop::with_windows(Sandbox::new());
    desktop.sandbox.write_registry(REGISTRY);
    desktop
}

/// Types into a launcher that takes the keyboard before it shows its rows, presses Enter, and waits for a browser.
#[track_caller]
fn choose(desktop: &Desktop, class: &str, typed: &str) {
    let window = desktop.screen().wait_window(class);
    desktop.screen().wait_painted(&window);
    desktop.screen().type_text(typed);
    desktop.screen().keys(&["Return"]);
    desktop.sandbox.wait_opened(1);
}
