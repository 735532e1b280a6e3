//! The commands that the pages call. Each parses, makes one call and converts.

use portico_core::{cloud::Identity, history::Via, link, search::Reach, tenant::Tenant};
use tauri::{AppHandle, State as Managed, WebviewWindow};

use crate::{
    add, hotkey, kept,
    open::{self, Asked},
    state::{State, lock},
    texts, windows,
};

pub(crate) mod browsers;
pub(crate) mod choices;
pub(crate) mod customers;
mod links;
pub(crate) mod lists;
pub(crate) mod look_ups;
mod rows;
mod shapes;

pub(crate) use customers::{
    ChangeShape, ChangedShape, Checked, EntryShape, Messages, Pasted, SaveAnswer, Shown, UndoneShape,
};
pub(crate) use lists::PlanRow;
pub(crate) use rows::cloud_badge;
pub(crate) use shapes::{
    Accept, AddShape, Difference, Failure, FavoriteShape, HotkeyShape, Known, OpenedShape, Pending, Question,
    RequestShape, Results, Review, Start,
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
        language: texts::locale(texts::language(), &texts::of_system()),
        version: env!("CARGO_PKG_VERSION"),
    }
}

/// Finds customers, or what a link in their place leads to. `link` is one that was pasted before and names nobody.
#[tauri::command(async)]
pub(crate) fn search(state: Managed<'_, State>, query: String, link: Option<String>) -> Result<Results, Failure> {
    if link.as_ref().is_some_and(|link| link.len() > open::links::LIMIT) {
        return Err(Failure::refused("LinkTooLong"));
    }
    let known = state.known();
    let usual = |tenant: &Tenant| rows::Opens::default_of(&known, tenant);
    let is_link = query.len() <= open::links::LIMIT && link::is_link(&query);
    let (rows, total, preselect, link) = match link {
        _ if query.len() > QUERY && !is_link => linked(links::message(&query, open::links::too_long(), None)),
        _ if is_link => linked(links::answer(&known, &query, "", ROWS)),
        Some(link) => linked(links::answer(&known, &link, &query, ROWS)),
        None if query.trim().is_empty() => {
            let all: Vec<_> = known.registry.tenants().iter().collect();
            let (rows, total, preselect) = rows::at_rest(&known, &all, ROWS, usual);
            (rows, total, preselect, None)
        }
        None => {
            let found = known.index.search(&query, &known.recent, ROWS, Reach::Everything);
            let rows = rows::found(&known, &query, &found.hits, usual);
            (rows, found.total, found.certain, None)
        }
    };
    Ok(Results {
        query,
        rows,
        total,
        customers: known.registry.tenants().len(),
        preselect,
        registry: shapes::registry_path(&known),
        problem: known.problem.as_ref().map(shapes::Problem::from),
        link,
    })
}

/// Reads an identity that a page sends back.
pub(crate) fn parsed(identity: &str) -> Result<Identity, Failure> {
    identity.parse().map_err(|_| Failure::refused("BadIdentity"))
}

fn linked((rows, total, preselect, link): links::Answer) -> (Vec<shapes::Row>, usize, bool, Option<shapes::Linked>) {
    (rows, total, preselect, Some(link))
}

#[tauri::command]
pub(crate) async fn open_portal(
    app: AppHandle,
    window: WebviewWindow,
    request: RequestShape,
) -> Result<shapes::Answer, Failure> {
    let outcome = open::open(&app, Asked::try_from(request.clone())?, Via::Window).await;
    // Hidden meanwhile, as when the browser came up before it failed: the window comes back and says so.
    if window.label() == windows::QUICK
        && !windows::is_quick_wanted(&app)
        && let Some(pending) = open::unfinished(&outcome, request)
    {
        windows::show_quick_with(&app, pending);
    }
    outcome.map(shapes::Answer::from)
}

/// All portals of a customer.
#[tauri::command(async)]
pub(crate) fn portals(state: Managed<'_, State>, identity: String) -> Result<Vec<shapes::Row>, Failure> {
    let known = state.known();
    let tenant = known.tenant(&identity)?;
    Ok(rows::portals(&known, tenant))
}

/// What was opened of a customer, the last first.
#[tauri::command(async)]
pub(crate) fn history(state: Managed<'_, State>, identity: String) -> Result<Vec<OpenedShape>, Failure> {
    kept::openings_of(&state.known(), &identity)
}

/// Shows a customer among all.
#[tauri::command]
pub(crate) fn show_in_manage(app: AppHandle, identity: String) -> Result<(), Failure> {
    windows::show_customer(&app, parsed(&identity)?);
    Ok(())
}

#[tauri::command(async)]
pub(crate) fn hotkey(app: AppHandle) -> HotkeyShape {
    hotkey::shape(&app)
}

/// Takes these keys for quick open, or none.
#[tauri::command(async)]
pub(crate) fn set_hotkey(app: AppHandle, keys: Option<String>) -> Result<HotkeyShape, Failure> {
    hotkey::choose(&app, keys.as_deref())
}

/// Takes no for an answer.
#[tauri::command(async)]
pub(crate) fn decline_hotkey(app: AppHandle) -> Result<(), Failure> {
    hotkey::choose(&app, None).map(drop)
}

/// Adds the customer that a link names.
#[tauri::command(async)]
pub(crate) fn add_from_link(app: AppHandle, add: AddShape) -> Result<(), Failure> {
    add::from_link(&app, &add)
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
pub(crate) fn dismiss(app: AppHandle, opened: bool) {
    match opened {
        true => windows::hide_opened(&app),
        false => windows::hide_quick(&app),
    }
}

#[tauri::command]
pub(crate) fn hold(app: AppHandle, held: bool) {
    windows::hold_quick(&app, held);
}

/// Shows a page of the customers window in place of quick open.
#[tauri::command]
pub(crate) fn show_page(app: AppHandle, page: String) -> Result<(), Failure> {
    // Only what quick open has buttons for.
    if !["customers/new", "import"].contains(&&*page) {
        return Err(Failure::refused("NoPage"));
    }
    windows::hide_quick(&app);
    windows::show_page(&app, page);
    Ok(())
}

/// Closes the customers window: the person has decided about what was not saved.
#[tauri::command]
pub(crate) fn close_window(app: AppHandle) {
    windows::close(&app);
}
