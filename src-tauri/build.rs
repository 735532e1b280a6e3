//! Names the commands a page may call. With that, a window gets only what its file in `capabilities/` grants.

use tauri_build::{AppManifest, Attributes};

const COMMANDS: &[&str] = &[
    "start",
    "search",
    "open_portal",
    "portals",
    "history",
    "set_favorite",
    "show_in_manage",
    "hotkey",
    "set_hotkey",
    "decline_hotkey",
    "add_from_link",
    "review",
    "accept",
    "restore",
    "pending",
    "painted",
    "dismiss",
    "hold",
    "overview",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=locales");
    let attributes = Attributes::new().app_manifest(AppManifest::new().commands(COMMANDS));
    Ok(tauri_build::try_build(attributes)?)
}
