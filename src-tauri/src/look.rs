//! How windows look: the language of their texts, and light or dark.

use std::sync::Mutex;

use portico_core::settings::Theme;
use tauri::{AppHandle, Manager};

use crate::{
    state::{State, lock},
    texts::{self, Language, of_system},
    tray, windows,
};

/// What was followed last.
#[derive(Debug, Default)]
pub(crate) struct Followed(Mutex<Option<(Theme, Option<String>)>>);

/// Uses the language and the colors that are chosen, if they are others than before.
pub(crate) fn follow(app: &AppHandle) {
    let state = app.state::<State>();
    let settings = state.known().settings;
    let chosen = Some((settings.theme, settings.language.clone()));
    if std::mem::replace(&mut *lock(&state.look.0), chosen.clone()) == chosen {
        return;
    }
    let theme = match settings.theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    };
    app.set_theme(theme);
    if texts::use_language(Language::of(settings.language.as_deref(), &of_system())) {
        // What is wrong with the registry was said in the old one.
        state.refresh();
        windows::rename(app);
        tray::redraw(app);
    }
}
