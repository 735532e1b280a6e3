//! What a person chose on this machine, and what Portico keeps. Each command parses, makes one call and converts.

use tauri::{AppHandle, State as Managed};

use super::Failure;
use crate::{choices, kept, portals, state::State};

mod shapes;

pub(crate) use shapes::{
    Address, ArrangementShape, BackupShape, CatalogueShape, ConfirmShape, Difference as ChangedCustomer,
    DifferenceShape, EntriesShape, Folders, FormatShape, HelpLinks, OpeningShape, PortalCheck, PortalEntry,
    PortalPreview, PortalShape, SettingsChange, SettingsShape,
};

#[tauri::command(async)]
pub(crate) fn settings(app: AppHandle) -> Result<SettingsShape, Failure> {
    choices::shape(&app)
}

/// Changes what is named.
#[tauri::command(async)]
pub(crate) fn change_settings(app: AppHandle, change: SettingsChange) -> Result<SettingsShape, Failure> {
    choices::change(&app, change)
}

/// Uses another registry file, or the one in the usual place.
#[tauri::command(async)]
pub(crate) fn use_registry(app: AppHandle, path: Option<String>) -> Result<SettingsShape, Failure> {
    choices::use_registry(&app, path.as_deref())
}

/// Asks for a registry file.
#[tauri::command(async)]
pub(crate) fn choose_registry(app: AppHandle) -> Option<String> {
    choices::choose_registry(&app)
}

/// All portals, in the person's order.
#[tauri::command(async)]
pub(crate) fn catalogue(state: Managed<'_, State>) -> CatalogueShape {
    portals::shape(&state.known())
}

#[tauri::command(async)]
pub(crate) fn arrange_portals(app: AppHandle, arrangement: ArrangementShape) -> Result<CatalogueShape, Failure> {
    portals::arrange(&app, &arrangement)
}

/// Says what is wrong with a portal of the person's own, and shows its addresses.
#[tauri::command(async)]
pub(crate) fn check_portal(state: Managed<'_, State>, entry: PortalEntry) -> PortalCheck {
    portals::check(&state.known(), entry)
}

#[tauri::command(async)]
pub(crate) fn save_portal(app: AppHandle, entry: PortalEntry) -> Result<CatalogueShape, Failure> {
    portals::save(&app, entry)
}

#[tauri::command(async)]
pub(crate) fn remove_portal(app: AppHandle, id: String) -> Result<CatalogueShape, Failure> {
    portals::remove(&app, &id)
}

/// What was opened, the last first.
#[tauri::command(async)]
pub(crate) fn openings(state: Managed<'_, State>) -> Result<Vec<OpeningShape>, Failure> {
    kept::openings(&state.known())
}

/// Asks where to, and writes what was opened there.
#[tauri::command(async)]
pub(crate) fn export_openings(app: AppHandle, format: FormatShape) -> Result<Option<String>, Failure> {
    kept::export(&app, format)
}

#[tauri::command(async)]
pub(crate) fn backups(state: Managed<'_, State>) -> Result<Vec<BackupShape>, Failure> {
    kept::backups(&state.known())
}

/// Says what bringing a backup back would do.
#[tauri::command(async)]
pub(crate) fn backup_difference(state: Managed<'_, State>, name: String) -> Result<DifferenceShape, Failure> {
    kept::difference(&state.known(), &name)
}

/// What helps to find a fault, without names and IDs of customers.
#[tauri::command(async)]
pub(crate) fn diagnostics(app: AppHandle) -> String {
    kept::diagnostics(&app)
}

/// The addresses that the help names, by their keys.
#[tauri::command]
pub(crate) fn help_links() -> HelpLinks {
    kept::help_links()
}

/// Opens a page that the help names.
#[tauri::command]
pub(crate) async fn open_help(app: AppHandle, key: String) -> Result<(), Failure> {
    kept::open_help(&app, &key).await
}
