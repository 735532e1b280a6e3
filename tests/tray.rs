//! The tray as the desktop meets it: its item and menu on the bus, what a click opens, and what it does when files change, when
//! hosts come and go, and when it is told to end.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "tests")]

use portico_tests::{Desktop, Process, Sandbox, Tray, TrayItem};
use serde_json::{Value, json};

#[path = "tray/menu.rs"]
mod menu;

#[path = "tray/starting.rs"]
mod starting;

#[path = "tray/hosts.rs"]
mod hosts;

#[path = "tray/opening.rs"]
mod opening;

#[path = "tray/files.rs"]
mod files;

#[path = "tray/troubles.rs"]
mod troubles;

#[path = "tray/pins.rs"]
mod pins;

#[path = "tray/history.rs"]
mod history;

#[path = "tray/settings.rs"]
mod settings;

#[path = "tray/notifications.rs"]
mod notifications;

#[path = "tray/hotkey.rs"]
mod hotkey;

#[path = "tray/deep_links.rs"]
mod deep_links;

#[path = "tray/ending.rs"]
mod ending;

#[path = "tray/quiet.rs"]
mod quiet;

#[path = "tray/sessions.rs"]
mod sessions;

const CONTOSO: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
const FABRIKAM: &str = "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f";

/// The name under which a second start finds the first.
const SINGLE_INSTANCE: &str = "io.portico.Portico.SingleInstance";

/// The title of the quick open window.
const QUICK: &str = "Portico: open a customer’s portal";

/// A favorite with a domain, and a customer in a group.
fn customers() -> Value {
    json!([
        { "name": "Contoso Pharmaceuticals", "tenant_id": CONTOSO, "domain": "contoso.com", "favorite": true },
        { "name": "Fabrikam", "tenant_id": FABRIKAM, "group": "Retail" },
    ])
}

/// Returns the text of a registry with these tenants.
fn registry(tenants: &Value) -> String {
    format!("{:#}\n", json!({ "schema": 1, "tenants": tenants }))
}

/// Returns a sandbox with these tenants in its registry.
fn with(tenants: &Value) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write_registry(&registry(tenants));
    sandbox
}

/// Starts the tray and waits for its item.
#[track_caller]
fn start(desktop: &Desktop) -> (Tray, TrayItem) {
    start_with(desktop, &[])
}

#[track_caller]
fn start_with(desktop: &Desktop, arguments: &[&str]) -> (Tray, TrayItem) {
    let mut tray = Tray::start(desktop, arguments);
    let item = tray.item(desktop);
    (tray, item)
}

/// Waits for the quick open window.
#[track_caller]
fn wait_quick(desktop: &Desktop) {
    let window = desktop.screen().wait_window("portico");
    assert_eq!(window.title, QUICK);
}

/// Returns the web view processes of a tray.
fn web_processes(tray: &Tray) -> Vec<Process> {
    let mut processes = tray.processes();
    processes.retain(|process| process.command.contains("WebKit"));
    processes
}

/// Returns the address of a customer in Defender, the portal that opens when none is chosen.
fn defender(tenant_id: &str) -> String {
    format!("https://security.microsoft.com/?tid={tenant_id}")
}

/// Returns a tenant ID that differs from all others by this number.
fn id(number: usize) -> String {
    format!("5b1d7a60-9c3e-4f28-8e41-0000{number:08x}")
}
