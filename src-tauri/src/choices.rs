//! The settings, as the customers window shows and changes them.

use std::path::Path;

use portico_core::{
    cloud::Cloud,
    display::{self, safe},
    places::{Places, RegistrySource},
    settings::{Change, ConfirmRules, Entries, MOST_DAYS, Settings, Theme, TrayRows},
    store,
};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::DialogExt;

use crate::{
    customers::places as places_of,
    entries,
    ipc::{
        Failure,
        choices::{ConfirmShape, EntriesShape, Folders, SettingsChange, SettingsShape},
        customers::Choice,
    },
    login, look,
    state::State,
    texts::{Language, text, with},
    watch,
};

/// Returns the settings as they are now.
///
/// # Errors
///
/// They cannot be read.
pub(crate) fn shape(app: &AppHandle) -> Result<SettingsShape, Failure> {
    let places = places_of(app)?;
    let settings = store::settings(&places).map_err(|error| Failure::not_read(&error))?;
    let shown = |path: &Path| safe(&path.display().to_string()).into_owned();
    let Settings { language, theme, history, history_days, notify, tray, confirm, entries: chosen, .. } = settings;
    let language = language.and_then(|chosen| Language::ALL.into_iter().find(|language| language.key() == chosen));
    Ok(SettingsShape {
        language: language.map(Language::key),
        languages: Language::ALL
            .into_iter()
            .map(|language| Choice { key: language.key().to_owned(), name: language.own_name().to_owned() })
            .collect(),
        theme: theme.key(),
        start_at_login: login::is_on(app),
        entries: entries::are_possible().then(|| entries_shape(chosen)),
        notify,
        history,
        history_days,
        tray_favorites: tray.favorites,
        tray_recent: tray.recent,
        confirm: ConfirmShape {
            all: confirm.all,
            groups: confirm.groups,
            clouds: confirm.clouds.iter().map(|cloud| cloud.key().to_owned()).collect(),
            doubtful_portals: confirm.doubtful_portals,
        },
        registry: display::path(&places.registry),
        registry_source: match places.registry_source {
            RegistrySource::Environment => "environment",
            RegistrySource::Settings => "settings",
            RegistrySource::Default => "default",
        },
        usual_registry: shown(&places.usual_registry()),
        folders: Folders { data: shown(&places.data), config: shown(&places.config), state: shown(&places.state) },
    })
}

/// Changes what is named, and has everything follow.
///
/// # Errors
///
/// A value makes no sense, or it was not saved.
pub(crate) fn change(app: &AppHandle, change: SettingsChange) -> Result<SettingsShape, Failure> {
    let places = places_of(app)?;
    let login = change.start_at_login;
    let has_entries = change.entries.is_some();
    let changes = changes(&places, change)?;
    store::change_settings(&places, &changes).map_err(|error| Failure::not_saved(&error))?;
    if let Some(on) = login {
        login::set(app, on)?;
    }
    if has_entries {
        entries::set(&places)?;
    }
    follow(app);
    shape(app)
}

fn changes(places: &Places, change: SettingsChange) -> Result<Vec<Change>, Failure> {
    let bad = || Failure::refused("BadSetting");
    let mut changes = Vec::new();
    if let Some(language) = change.language {
        let is_known = |key: &String| Language::ALL.iter().any(|language| language.key() == key);
        changes.push(Change::Language(language.map(|key| Some(key).filter(is_known).ok_or_else(bad)).transpose()?));
    }
    if let Some(theme) = change.theme {
        changes.push(Change::Theme(match theme.as_deref() {
            None => Theme::System,
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            Some(_) => return Err(bad()),
        }));
    }
    changes.extend(change.entries.map(|entries| Change::Entries(chosen(entries))));
    changes.extend(change.notify.map(Change::Notify));
    changes.extend(change.history.map(Change::History));
    if let Some(days) = change.history_days {
        let is_some_time = |days: &u16| (1..=MOST_DAYS).contains(days);
        changes
            .push(Change::HistoryDays(days.map(|days| Some(days).filter(is_some_time).ok_or_else(bad)).transpose()?));
    }
    if change.tray_favorites.is_some() || change.tray_recent.is_some() {
        let now = store::settings(places).map_err(|error| Failure::not_read(&error))?.tray;
        let rows = TrayRows {
            favorites: change.tray_favorites.unwrap_or(now.favorites),
            recent: change.tray_recent.unwrap_or(now.recent),
        };
        if rows.favorites > TrayRows::MOST.favorites || rows.recent > TrayRows::MOST.recent {
            return Err(bad());
        }
        changes.push(Change::Tray(rows));
    }
    if let Some(ConfirmShape { all, groups, clouds, doubtful_portals }) = change.confirm {
        let clouds = clouds.iter().map(|key| key.parse::<Cloud>()).collect::<Result<_, _>>().map_err(|_| bad())?;
        changes.push(Change::Confirm(ConfirmRules { all, groups, clouds, doubtful_portals }));
    }
    Ok(changes)
}

fn entries_shape(entries: Entries) -> EntriesShape {
    match entries {
        Entries::None => EntriesShape::None,
        Entries::Favorites => EntriesShape::Favorites,
        Entries::Group(group) => EntriesShape::Group(group),
        Entries::All => EntriesShape::All,
    }
}

fn chosen(shape: EntriesShape) -> Entries {
    match shape {
        EntriesShape::None => Entries::None,
        EntriesShape::Favorites => Entries::Favorites,
        EntriesShape::Group(group) => Entries::Group(group),
        EntriesShape::All => Entries::All,
    }
}

/// Uses another registry file, if it can be read.
///
/// # Errors
///
/// It cannot; the old one stays in use.
pub(crate) fn use_registry(app: &AppHandle, path: Option<&str>) -> Result<SettingsShape, Failure> {
    let places = places_of(app)?;
    let path = path.map(str::trim).filter(|path| !path.is_empty());
    if let Some(path) = path {
        let bad = |why: String| Failure::new("BadRegistry", why);
        let wanted = places.clone().with_registry(Path::new(path), RegistrySource::Settings);
        if wanted.registry.is_dir() {
            return Err(bad(with("kept.registry-folder", &[("path", &display::path(&wanted.registry))])));
        }
        store::load(&wanted).map_err(|error| bad(crate::failure::store(&error)))?;
    }
    store::change_settings(&places, &[Change::Registry(path.map(str::to_owned))])
        .map_err(|error| Failure::not_saved(&error))?;
    follow(app);
    shape(app)
}

/// Asks for a registry file. Nothing when the person gave up.
pub(crate) fn choose_registry(app: &AppHandle) -> Option<String> {
    let dialog = app.dialog().file().set_title(text("kept.choose-registry")).add_filter("JSON", &["json"]);
    let chosen = dialog.blocking_pick_file()?.into_path().ok()?;
    Some(chosen.to_string_lossy().into_owned())
}

/// Has tray and windows follow the settings as they are now.
fn follow(app: &AppHandle) {
    app.state::<State>().refresh();
    look::follow(app);
    watch::changed(app);
}
