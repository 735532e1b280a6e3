//! How windows look: the language of their texts, and light or dark.

use portico_core::settings::Theme;
use tauri::{AppHandle, Manager};

use crate::{
    state::State,
    texts::{self, Language, of_system},
    tray, windows,
};

/// Uses the language and the colors that are chosen.
pub(crate) fn follow(app: &AppHandle) {
    let settings = app.state::<State>().known().settings;
    let theme = match settings.theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    };
    app.set_theme(theme);
    if texts::use_language(Language::of(settings.language.as_deref(), &of_system())) {
        // What is wrong with the registry was said in the old one.
        app.state::<State>().refresh();
        windows::rename(app);
        tray::redraw(app);
    }
}
