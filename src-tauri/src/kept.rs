//! What Portico keeps besides the registry: what was opened, backups, and what helps to find a fault.

use std::collections::HashMap;

use jiff::{Timestamp, Zoned};
use portico_core::{
    address::PortalUrl,
    cloud::Identity,
    display::safe,
    export, format,
    help::Topic,
    history::Outcome,
    registry::Registry,
    store::{self, backup},
    tenant::Tenant,
};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::DialogExt;

use crate::{
    browser,
    ipc::{
        self, Failure, OpenedShape,
        choices::{BackupShape, ChangedCustomer, DifferenceShape, FormatShape, HelpLinks, OpeningShape},
    },
    lists::differences,
    open,
    state::{Known, State},
    texts::{language, text, with},
};

/// Returns what was opened, the last first.
///
/// # Errors
///
/// The history cannot be read.
pub(crate) fn openings(known: &Known) -> Result<Vec<OpeningShape>, Failure> {
    let entries = entries(known)?;
    let shape = |entry: &portico_core::history::Entry| {
        let intent = &entry.intent;
        let portal = known.catalogue.named(&intent.portal).map(|portal| portal.name.as_str());
        OpeningShape {
            at: entry.at.as_millisecond(),
            identity: intent.identity.to_string(),
            name: safe(&intent.name).into_owned(),
            portal_name: safe(portal.unwrap_or(&intent.portal)).into_owned(),
            via: intent.via.key(),
            result: entry.outcome.map(Outcome::key),
        }
    };
    Ok(entries.iter().rev().map(shape).collect())
}

/// The most openings of one customer that are shown.
const OF_ONE: usize = 24;

/// Returns what was opened of a customer, the last first.
///
/// # Errors
///
/// The history cannot be read.
pub(crate) fn openings_of(known: &Known, identity: &str) -> Result<Vec<OpenedShape>, Failure> {
    let identity = ipc::parsed(identity)?;
    let of_this = entries(known)?.into_iter().rev().filter(|entry| entry.intent.identity == identity);
    Ok(of_this.take(OF_ONE).map(|entry| OpenedShape::of(entry, &known.catalogue)).collect())
}

fn entries(known: &Known) -> Result<Vec<portico_core::history::Entry>, Failure> {
    let places = known.places()?;
    store::history(places, known.history_since())
        .map_err(|error| Failure::new("History", with("customer.no-history", &[("why", &safe(&error.to_string()))])))
}

/// Asks where to, and writes what was opened there, the last first. Nothing when the person gave up.
///
/// # Errors
///
/// The history cannot be read, or the file not be written.
pub(crate) fn export(app: &AppHandle, format: FormatShape) -> Result<Option<String>, Failure> {
    let known = app.state::<State>().known();
    let mut entries = entries(&known)?;
    entries.reverse();
    let (ending, contents) = match format {
        // Spreadsheets take a text for Unicode only with the mark.
        FormatShape::Csv => ("csv", format!("\u{feff}{}", export::openings_csv(&entries))),
        FormatShape::Json => ("json", format::openings_json(&entries)),
    };
    let name = format!("portico-history-{}.{ending}", Zoned::now().date());
    let dialog = app.dialog().file().set_title(text("kept.export")).set_file_name(name);
    let Some(path) = dialog.blocking_save_file().and_then(|path| path.into_path().ok()) else { return Ok(None) };
    let places = known.places()?;
    store::write_export(places, &path, contents.as_bytes()).map_err(|error| Failure::not_saved(&error))?;
    Ok(Some(safe(&path.display().to_string()).into_owned()))
}

/// Returns the backups, the newest first.
///
/// # Errors
///
/// Their folder cannot be read.
pub(crate) fn backups(known: &Known) -> Result<Vec<BackupShape>, Failure> {
    let places = known.places()?;
    let backups = backup::list(places).map_err(|error| Failure::not_read(&error))?;
    let shape = |backup: backup::Backup| BackupShape {
        at: backup.moment().map(Timestamp::as_millisecond).unwrap_or_default(),
        customers: store::registry_of(&backup).ok().map(|registry| registry.tenants().len()),
        name: backup.name,
    };
    Ok(backups.into_iter().map(shape).collect())
}

/// Returns what bringing a backup back would do to the registry as it is.
///
/// # Errors
///
/// It is gone, or cannot be read.
pub(crate) fn difference(known: &Known, name: &str) -> Result<DifferenceShape, Failure> {
    let places = known.places()?;
    let backups = backup::list(places).map_err(|error| Failure::not_read(&error))?;
    let backup = backups.into_iter().find(|backup| backup.name == name);
    let backup = backup.ok_or_else(|| Failure::new("NoBackup", text("review.no-backup")))?;
    let then = store::registry_of(&backup).map_err(|error| Failure::not_read(&error))?;
    Ok(compared(&known.registry, &then))
}

fn compared(now: &Registry, then: &Registry) -> DifferenceShape {
    let name = |tenant: &Tenant| safe(&tenant.name).into_owned();
    let mut left: HashMap<Identity, &Tenant> = now.tenants().iter().map(|tenant| (tenant.identity(), tenant)).collect();
    let mut difference = DifferenceShape { added: Vec::new(), removed: Vec::new(), changed: Vec::new() };
    for tenant in then.tenants() {
        match left.remove(&tenant.identity()) {
            None => difference.added.push(name(tenant)),
            Some(is) if is == tenant => {}
            Some(is) => {
                difference.changed.push(ChangedCustomer { name: name(is), texts: differences(is, tenant) });
            }
        }
    }
    let is_left = |tenant: &&Tenant| left.contains_key(&tenant.identity());
    difference.removed = now.tenants().iter().filter(is_left).map(name).collect();
    difference
}

/// Returns what helps to find a fault: versions, the desktop and what is set, without names or IDs of customers.
pub(crate) fn diagnostics(app: &AppHandle) -> String {
    let known = app.state::<State>().known();
    let settings = &known.settings;
    let webview = tauri::webview_version().unwrap_or_else(|error| error.to_string());
    let count = known.registry.tenants().len();
    let trouble = known.problem.as_ref().map(|problem| format!("{:?}", problem.trouble));
    let source = known.places.as_ref().map(|places| format!("{:?}", places.registry_source));
    [
        format!("Portico {}", env!("CARGO_PKG_VERSION")),
        format!("System: {} {}", std::env::consts::OS, std::env::consts::ARCH),
        format!("Tauri: {}", tauri::VERSION),
        format!("Web view: {webview}"),
        format!("Desktop: {}", portico_core::places::desktop_name()),
        format!("Language: {}", language().key()),
        format!("Customers: {count}"),
        format!("Registry: {}", source.unwrap_or_else(|| "unknown".to_owned())),
        format!("Trouble: {}", trouble.unwrap_or_else(|| "none".to_owned())),
        format!("Own portals: {}", settings.portals.own.len()),
        format!("Settings that make no sense: {}", settings.problems.len()),
        format!("History: {}", settings.history),
    ]
    .join("\n")
}

/// Returns the addresses that the help names.
pub(crate) fn help_links() -> HelpLinks {
    Topic::ALL.into_iter().map(|topic| (topic.key(), topic.address())).collect()
}

/// Opens a page that the help names in the browser.
///
/// # Errors
///
/// No browser was started.
pub(crate) async fn open_help(app: &AppHandle, key: &str) -> Result<(), Failure> {
    let topic = Topic::ALL.into_iter().find(|topic| topic.key() == key).ok_or_else(|| Failure::refused("NoTopic"))?;
    let url = PortalUrl::of_topic(topic);
    let failed = |why| open::not_started(why, &PortalUrl::of_topic(topic), None);
    browser::open(app, url, None, |_| ()).await.unwrap_or(Ok(())).map_err(failed)
}
