//! Starting at login, with the icon in the tray and no window.

use tauri::AppHandle;

use crate::ipc::Failure;

/// Returns whether Portico starts at login; nothing where that cannot be chosen.
pub(crate) fn is_on(app: &AppHandle) -> Option<bool> {
    platform::is_on(app)
}

/// Has Portico start at login, or not any more.
///
/// # Errors
///
/// It could not be written down.
pub(crate) fn set(app: &AppHandle, on: bool) -> Result<(), Failure> {
    platform::set(app, on)
}

#[cfg(target_os = "linux")]
mod platform {
    use portico_core::{places, store};
    use tauri::AppHandle;

    use crate::ipc::Failure;

    pub(super) fn is_on(_: &AppHandle) -> Option<bool> {
        places::autostart_folder().map(|folder| store::starts_at_login(&folder))
    }

    pub(super) fn set(app: &AppHandle, on: bool) -> Result<(), Failure> {
        let refuse = || Failure::refused("NoAutostart");
        let folder = places::autostart_folder().ok_or_else(refuse)?;
        let saved = if on {
            let program = tauri::process::current_binary(&tauri::Manager::env(app)).map_err(|_| refuse())?;
            store::start_at_login(&folder, &program)
        } else {
            store::no_start_at_login(&folder)
        };
        saved.map_err(|error| Failure::not_saved(&error))
    }
}

#[cfg(not(target_os = "linux"))]
mod platform {
    use auto_launch::{AutoLaunch, AutoLaunchBuilder};
    use tauri::{AppHandle, Manager};

    use crate::{ipc::Failure, texts::with};

    pub(super) fn is_on(app: &AppHandle) -> Option<bool> {
        launch(app)?.is_enabled().ok()
    }

    pub(super) fn set(app: &AppHandle, on: bool) -> Result<(), Failure> {
        let launch = launch(app).ok_or_else(|| Failure::refused("NoAutostart"))?;
        let done = if on { launch.enable() } else { launch.disable() };
        done.map_err(|error| Failure::new("NotSaved", with("failure.save", &[("why", &error.to_string())])))
    }

    fn launch(app: &AppHandle) -> Option<AutoLaunch> {
        let program = tauri::process::current_binary(&app.env()).ok()?;
        let mut builder = AutoLaunchBuilder::new();
        builder
            .set_app_name("Portico")
            .set_app_path(&program.to_string_lossy())
            .set_args(&["--background"])
            .build()
            .ok()
    }
}
