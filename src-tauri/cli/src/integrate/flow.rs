//! `portico integrate flow`: a plugin for Flow Launcher, which starts `portico` itself and speaks to it in JSON.
//!
//! What is in it: flowlauncher.com/docs, "plugin.json". A whole path as the program is taken as it is (`Path.Combine`).

use std::path::Path;

use portico_core::{display, places, store};
use serde_json::json;

use super::program;
use crate::{
    args::FlowArgs,
    failure::{Exit, Failure},
    output,
};

/// By it Flow Launcher knows the plugin.
const ID: &str = "7A9F8C1D4E0B4B7D9D3C5E2F6A1B0C84";

const ICON: &[u8] = include_bytes!("../../../icons/hicolor/128.png");

/// Puts the plugin among Flow Launcher's, or removes it.
pub(super) fn flow(args: &FlowArgs) -> Result<(), Failure> {
    let Some(folder) = places::flow_plugins() else {
        return Err(Failure::new(Exit::Failed, "Flow Launcher is a program for Windows")
            .hint("on Linux and macOS, `portico integrate --help` shows what there is"));
    };
    let folder = folder.join("Portico");
    if args.off {
        store::remove_plugin(&folder, ID)?;
        return Ok(output::line("Flow Launcher has no plugin of Portico. Restart Flow Launcher.")?);
    }
    store::put_plugin(&folder, &plugin(&program()?), ICON)?;
    let folder = display::path(&folder);
    Ok(output::line(&format!("The plugin is in {folder}. Restart Flow Launcher, and type: portico NAME"))?)
}

/// Returns `plugin.json`.
fn plugin(program: &Path) -> String {
    let plugin = json!({
        "ID": ID,
        "ActionKeyword": "portico",
        "Name": "Portico",
        "Description": "Opens a customer's Microsoft portal",
        "Author": "The Portico developers",
        "Version": env!("CARGO_PKG_VERSION"),
        "Language": "Executable",
        "Website": "",
        "IcoPath": "portico.png",
        "ExecuteFileName": program.to_string_lossy(),
    });
    format!("{plugin:#}\n")
}
