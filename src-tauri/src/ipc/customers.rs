//! What the customers window asks for and changes. Each command parses, makes one call and converts.

use portico_core::search::Reach;
use tauri::{AppHandle, State as Managed};

use super::QUERY;
use crate::{
    customers::{self, entry},
    ipc::{Failure, FavoriteShape},
    state::State,
};

mod shapes;

pub(crate) use shapes::{
    ChangeShape, ChangedShape, Checked, Choice, Details, EntryShape, FoundShape, HitShape, Messages, Overview, Pasted,
    SaveAnswer, Shown, UndoneShape,
};

/// The most customers that a search shows.
const HITS: usize = 500;

/// The longest text that is looked through for a tenant, in bytes.
const PASTED: usize = 64 * 1024;

#[tauri::command(async)]
pub(crate) fn overview(state: Managed<'_, State>) -> Overview {
    Overview::of(&state.known())
}

/// One customer with all its fields.
#[tauri::command(async)]
pub(crate) fn customer(state: Managed<'_, State>, identity: String) -> Result<Details, Failure> {
    let known = state.known();
    let tenant = known.tenant(&identity)?;
    Ok(Details::of(&known, tenant))
}

/// Finds customers, ranked as in quick open.
#[tauri::command(async)]
pub(crate) fn find(state: Managed<'_, State>, query: String) -> FoundShape {
    let known = state.known();
    if query.len() > QUERY {
        return FoundShape { hits: Vec::new(), total: 0 };
    }
    let found = known.index.search(&query, &known.recent, HITS, Reach::Everything);
    let hits = found.hits.iter().filter_map(|hit| HitShape::of(&known, &query, hit)).collect();
    FoundShape { hits, total: found.total }
}

/// Says what is wrong with what is entered so far.
#[tauri::command(async)]
pub(crate) fn check_customer(state: Managed<'_, State>, entry: EntryShape) -> Result<Checked, Failure> {
    entry::check(&state.known(), entry)
}

/// Looks for a tenant in a pasted text.
#[tauri::command(async)]
pub(crate) fn read_pasted(text: String) -> Option<Pasted> {
    if text.len() > PASTED { None } else { entry::pasted(&text) }
}

/// Adds or changes a customer.
#[tauri::command(async)]
pub(crate) fn save_customer(app: AppHandle, entry: EntryShape) -> Result<SaveAnswer, Failure> {
    customers::save(&app, entry)
}

/// Changes several customers at once.
#[tauri::command(async)]
pub(crate) fn change_customers(app: AppHandle, change: ChangeShape) -> Result<ChangedShape, Failure> {
    customers::change(&app, &change)
}

/// Makes a customer a favorite, or takes it from them.
#[tauri::command(async)]
pub(crate) fn set_favorite(app: AppHandle, change: FavoriteShape) -> Result<(), Failure> {
    customers::set_favorite(&app, change)
}

/// Removes customers.
#[tauri::command(async)]
pub(crate) fn remove_customers(app: AppHandle, customers: Vec<Shown>) -> Result<ChangedShape, Failure> {
    customers::remove(&app, &customers)
}

/// Takes one of the last changes back.
#[tauri::command(async)]
pub(crate) fn undo_change(app: AppHandle, undo: u64) -> Result<UndoneShape, Failure> {
    customers::undo(&app, undo)
}
