//! The commands that the pages call. Each parses, makes one call and converts.

use portico_core::{cloud::Identity, history::Via, opening::Request, search::Reach};
use tauri::{AppHandle, State as Managed, WebviewWindow};

use crate::{
    open,
    state::{State, lock},
    texts, windows,
};

mod rows;
mod shapes;

pub(crate) use shapes::{
    Accept, Difference, Failure, Known, Overview, Pending, Question, RequestShape, Results, Review, Start,
};

/// The longest text that is searched for, in bytes.
const QUERY: usize = 1_000;

/// The most rows that quick open shows.
const ROWS: usize = 24;

#[tauri::command]
pub(crate) fn start(state: Managed<'_, State>, window: WebviewWindow) -> Start {
    Start {
        texts: texts::all(),
        platform: if cfg!(target_os = "macos") { "macos" } else { std::env::consts::OS },
        rounded: window.label() == windows::QUICK && lock(&state.shown).rounded,
        language: texts::LANGUAGE,
        version: env!("CARGO_PKG_VERSION"),
    }
}

#[tauri::command(async)]
pub(crate) fn search(state: Managed<'_, State>, query: String) -> Result<Results, Failure> {
    if query.len() > QUERY {
        return Err(Failure::refused("QueryTooLong"));
    }
    let known = state.known();
    let (rows, total, preselect) = if query.trim().is_empty() {
        rows::at_rest(&known, ROWS)
    } else {
        let found = known.index.search(&query, &known.recent, ROWS, Reach::Everything);
        (rows::found(&known, &query, &found.hits), found.total, found.certain)
    };
    Ok(Results {
        query,
        rows,
        total,
        customers: known.registry.tenants().len(),
        preselect,
        registry: shapes::registry_path(&known),
        problem: known.problem.as_ref().map(shapes::Problem::from),
    })
}

#[tauri::command]
pub(crate) async fn open_portal(app: AppHandle, request: RequestShape) -> Result<shapes::Answer, Failure> {
    let again = request.clone();
    let identity: Identity = request.identity.parse().map_err(|_| Failure::refused("BadIdentity"))?;
    let request = Request {
        identity,
        portal: Some(request.portal),
        shown_name: Some(request.name),
        confirmed: request.confirmed,
    };
    let outcome = open::open(&app, request, Via::Window).await;
    // Hidden meanwhile, as when the browser came up before it failed: the window comes back and says so.
    if !windows::is_quick_wanted(&app)
        && let Some(pending) = open::unfinished(&outcome, again)
    {
        windows::show_quick_with(&app, pending);
    }
    outcome.map(shapes::Answer::from)
}

/// What there is to look at and accept, if anything.
#[tauri::command(async)]
pub(crate) fn review(state: Managed<'_, State>) -> Option<Review> {
    open::review::next(&state.known())
}

/// Accepts what a person saw.
#[tauri::command(async)]
pub(crate) fn accept(app: AppHandle, accept: Accept) -> Result<(), Failure> {
    open::review::accept(&app, &accept)
}

/// Brings a backup back, whose label a person saw.
#[tauri::command(async)]
pub(crate) fn restore(app: AppHandle, backup: String) -> Result<(), Failure> {
    open::review::restore(&app, &backup)
}

#[tauri::command]
pub(crate) fn pending(state: Managed<'_, State>) -> Option<Pending> {
    lock(&state.pending).take()
}

#[tauri::command]
pub(crate) fn painted(window: WebviewWindow) {
    windows::painted(&window);
}

#[tauri::command]
pub(crate) fn dismiss(app: AppHandle) {
    windows::hide_quick(&app);
}

#[tauri::command]
pub(crate) fn hold(app: AppHandle, held: bool) {
    windows::hold_quick(&app, held);
}

#[tauri::command(async)]
pub(crate) fn overview(state: Managed<'_, State>) -> Overview {
    Overview::of(&state.known())
}
