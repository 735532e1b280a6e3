//! The keys that bring up quick open from anywhere: taken as the settings say, where the desktop lets a program take keys.

use std::{env, sync::mpsc};

use portico_core::{
    display,
    hotkey::{BadHotkey, Hotkey, System},
    places,
    settings::HotkeySetting,
    store,
};
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_global_shortcut::{Builder, GlobalShortcut, GlobalShortcutExt, ShortcutState};

use crate::{
    ipc::{Failure, HotkeyShape},
    state::{State, lock},
    texts::text,
    windows,
};

/// The keys that are taken, or were tried.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    keys: Option<Hotkey>,
    /// Another program has them.
    refused: bool,
}

/// Takes the keys that the settings name now, and lets go of others. Not on the main thread, which does the taking.
pub(crate) fn follow(app: &AppHandle) {
    let state = app.state::<State>();
    let wanted = match state.known().settings.hotkey {
        HotkeySetting::Keys(Ok(keys)) if !places::is_wayland() => Some(keys),
        _ => None,
    };
    let mut taken = lock(&state.hotkey);
    if taken.keys == wanted {
        return;
    }
    release(app, &taken);
    let refused = wanted.as_ref().is_some_and(|keys| !take(app, keys));
    *taken = Taken { keys: wanted, refused };
}

/// Returns what the windows show of it.
pub(crate) fn shape(app: &AppHandle) -> HotkeyShape {
    let state = app.state::<State>();
    let setting = state.known().settings.hotkey;
    let refused = lock(&state.hotkey).refused;
    let by_desktop = places::is_wayland();
    let (status, note) = match &setting {
        _ if by_desktop => ("by-desktop", Some(text("hotkey.by-desktop"))),
        HotkeySetting::Keys(Ok(_)) if refused => ("taken", Some(text("hotkey.taken"))),
        HotkeySetting::Keys(Ok(_)) => ("on", None),
        HotkeySetting::Keys(Err(why)) => ("off", Some(said(why))),
        HotkeySetting::Unasked | HotkeySetting::Off => ("off", None),
    };
    let keys = match &setting {
        HotkeySetting::Keys(Ok(keys)) if !by_desktop => Some(keys),
        _ => None,
    };
    HotkeyShape {
        status,
        keys: keys.map(ToString::to_string),
        shown: keys.map(|keys| keys.shown(System::HERE)),
        offer: setting == HotkeySetting::Unasked,
        command: command(),
        note,
    }
}

/// Takes these keys from now on, or none.
///
/// # Errors
///
/// Why not, for people; the keys of before are taken still. `BadKeys` is about the keys.
pub(crate) fn choose(app: &AppHandle, keys: Option<&str>) -> Result<HotkeyShape, Failure> {
    let state = app.state::<State>();
    let places = state.known().places()?.clone();
    let keys: Option<Hotkey> = keys.map(str::parse).transpose().map_err(|why| bad_keys(&why))?;
    if let Some(keys) = &keys {
        keys.ensure_usable(System::HERE).map_err(|why| bad_keys(&why))?;
        ensure_free(app, keys)?;
    }
    store::set_hotkey(&places, keys.as_ref()).map_err(|error| Failure::not_saved(&error))?;
    state.refresh();
    follow(app);
    Ok(shape(app))
}

/// Makes sure that no other program has these keys: by taking them for a moment.
fn ensure_free(app: &AppHandle, keys: &Hotkey) -> Result<(), Failure> {
    let state = app.state::<State>();
    let taken = lock(&state.hotkey);
    if places::is_wayland() || (taken.keys.as_ref() == Some(keys) && !taken.refused) {
        return Ok(());
    }
    if !take(app, keys) {
        return Err(Failure::new("BadKeys", text("hotkey.taken")));
    }
    release(app, &Taken { keys: Some(keys.clone()), refused: false });
    Ok(())
}

/// Returns true when the keys are Portico's now.
fn take(app: &AppHandle, keys: &Hotkey) -> bool {
    let keys = keys.to_string();
    on_main_thread(app, move |app| {
        // Only now: on Linux the plugin looks for pressed keys twenty times a second, whether or not any are taken. And here:
        // Windows gives keys only to the thread whose window gets them.
        if app.try_state::<GlobalShortcut<Wry>>().is_none() && app.plugin(Builder::new().build()).is_err() {
            return false;
        }
        let pressed = app.global_shortcut().on_shortcut(keys.as_str(), |app, _, event| {
            if event.state == ShortcutState::Pressed {
                windows::call_quick(app);
            }
        });
        pressed.is_ok()
    })
}

fn release(app: &AppHandle, taken: &Taken) {
    if let Some(keys) = taken.keys.as_ref().filter(|_| !taken.refused).map(ToString::to_string) {
        // It was taken, so it can be let go.
        on_main_thread(app, move |app| app.global_shortcut().unregister(keys.as_str()).is_ok());
    }
}

/// Waits for the main thread to do it. Not to be called on that thread with a lock that it may want.
fn on_main_thread(app: &AppHandle, act: impl FnOnce(&AppHandle) -> bool + Send + 'static) -> bool {
    let (tell, told) = mpsc::channel();
    let handle = app.clone();
    let asked = app.run_on_main_thread(move || {
        let _ = tell.send(act(&handle));
    });
    // When Portico is ending, it is not done, and nobody will miss it.
    asked.is_ok() && told.recv().unwrap_or(false)
}

/// Returns what a desktop has to run that gives keys itself.
fn command() -> String {
    let program = env::current_exe().map_or_else(|_| "portico-tray".into(), |path| path.display().to_string());
    let plain = program.chars().all(|char| char.is_ascii_alphanumeric() || "/._-".contains(char));
    let program = if plain { program } else { display::shell_word(&program) };
    format!("{program} --show quick")
}

fn bad_keys(why: &BadHotkey) -> Failure {
    Failure::new("BadKeys", said(why))
}

fn said(why: &BadHotkey) -> String {
    text(match why {
        BadHotkey::Unknown(_) => "hotkey.unknown",
        BadHotkey::NoModifier => "hotkey.no-modifier",
        BadHotkey::InUse => "hotkey.in-use",
        BadHotkey::Types => "hotkey.types",
    })
}
