//! What the import page asks for. Each command parses, makes one call and converts.

use percent_encoding::percent_decode_str;
use tauri::{
    AppHandle, State as Managed,
    ipc::{InvokeBody, Request},
};

use crate::{ipc::Failure, lists, state::State};

mod shapes;

pub(crate) use shapes::{ChoicesShape, ColumnShape, Imported, LastImport, PlanRow, Preview, RevertedShape, fields};

/// The header with the name of the list.
const SOURCE: &str = "portico-source";

/// The longest name of a list, in characters.
const NAME: usize = 200;

/// Takes a list and says what importing it would do. The body is the list's bytes.
#[tauri::command(async)]
pub(crate) fn read_list(state: Managed<'_, State>, request: Request<'_>) -> Result<Preview, Failure> {
    let InvokeBody::Raw(bytes) = request.body() else { return Err(Failure::refused("NoBytes")) };
    let source = request.headers().get(SOURCE).and_then(|name| name.to_str().ok()).unwrap_or_default();
    let source: String = percent_decode_str(source).decode_utf8_lossy().chars().take(NAME).collect();
    lists::take(&state, bytes.clone(), source)
}

/// Says what importing the list would do with these choices.
#[tauri::command(async)]
pub(crate) fn plan_import(state: Managed<'_, State>, choices: ChoicesShape) -> Result<Preview, Failure> {
    lists::plan(&state, &choices)
}

/// Does what was shown.
#[tauri::command(async)]
pub(crate) fn import_list(app: AppHandle, choices: ChoicesShape, seen: String) -> Result<Imported, Failure> {
    lists::import(&app, &choices, &seen)
}

/// The import that can be taken back.
#[tauri::command(async)]
pub(crate) fn last_import(state: Managed<'_, State>) -> Option<LastImport> {
    lists::last(&state.known())
}

/// Takes the last import back.
#[tauri::command(async)]
pub(crate) fn undo_import(app: AppHandle) -> Result<RevertedShape, Failure> {
    lists::undo(&app)
}
