//! The icon in the tray.

use std::io::Write;

use portico_core::display::as_markup;
use tauri::{
    AppHandle, Manager, PhysicalRect, PhysicalSize,
    image::Image,
    tray::{MouseButton, MouseButtonState, TrayIconBuilder, TrayIconEvent},
};

use crate::{args::Args, state::State, texts::text, windows};

#[cfg(target_os = "linux")]
mod backend;
#[cfg(target_os = "linux")]
mod host;

/// Its own id: programs that share one share the icon's fate on some desktops.
const ID: &str = "io.portico.Portico";

/// Puts the icon into the tray; where there is no tray yet, waits for one.
pub(crate) fn start(app: &AppHandle, args: &Args) {
    match build(app) {
        Ok(()) => announce(args.announce),
        Err(error) => missing(app, args, &error),
    }
}

/// Draws the menu anew. The whole of it: rows that are patched one by one make some desktops show none
/// (nextcloud/desktop #10586).
pub(crate) fn redraw(app: &AppHandle) {
    let app = app.clone();
    // Fails only when Portico is ending.
    let _ = app.clone().run_on_main_thread(move || {
        let Some(tray) = app.tray_by_id(ID) else {
            return;
        };
        // An old menu is better than none: its rows still open what they show.
        if let Ok(menu) = draw(&app) {
            let _ = tray.set_menu(Some(menu));
        }
    });
}

/// Sets what the icon says when it is pointed at.
pub(crate) fn set_tooltip(app: &AppHandle, text: &str) {
    if let Some(tray) = app.tray_by_id(ID) {
        // On Linux tooltips are markup, and a name with a bare & would leave them empty.
        let text = if cfg!(target_os = "linux") { as_markup(text) } else { text.to_owned() };
        // A desktop without tooltips is no fault.
        let _ = tray.set_tooltip(Some(text));
    }
}

/// Returns where the icon is, in physical pixels; nothing where the system does not tell, as on Linux.
pub(crate) fn place(app: &AppHandle) -> Option<PhysicalRect<i32, u32>> {
    let rect = app.tray_by_id(ID)?.rect().ok()??;
    let (position, size) = (rect.position.to_physical(1.0), rect.size.to_physical(1.0));
    (size != PhysicalSize::default()).then_some(PhysicalRect { position, size })
}

/// Makes icon and menu. On the main thread.
fn build(app: &AppHandle) -> tauri::Result<()> {
    let tray = TrayIconBuilder::with_id(ID)
        .icon(icon())
        .icon_as_template(true)
        .tooltip(text("app.name"))
        .menu(&draw(app)?)
        .show_menu_on_left_click(false)
        .on_tray_icon_event(|tray, event| {
            // The release only: Windows and macOS tell of the press too.
            if let TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. } = event {
                windows::toggle_quick(tray.app_handle());
            }
        });
    // macOS would write it beside the icon.
    let tray = if cfg!(target_os = "linux") { tray.title(text("app.name")) } else { tray };
    tray.build(app).map(drop)
}

fn draw(app: &AppHandle) -> tauri::Result<tauri::menu::Menu<tauri::Wry>> {
    crate::menu::draw(app, &app.state::<State>().known().menu())
}

fn icon() -> Image<'static> {
    if cfg!(target_os = "macos") {
        tauri::include_image!("icons/tray-template.png")
    } else if cfg!(windows) {
        tauri::include_image!("icons/tray-32.png")
    } else {
        tauri::include_image!("icons/tray.png")
    }
}

/// Tells whoever started Portico that it is there.
fn announce(wanted: bool) {
    if wanted {
        // Whoever asked may be gone.
        let _ = std::io::stdout().write_all(b"Portico is running\n").and_then(|()| std::io::stdout().flush());
        crate::desktop::leave_terminal();
    }
}

#[cfg(target_os = "linux")]
fn missing(app: &AppHandle, args: &Args, _error: &tauri::Error) {
    host::wait(app, args);
    announce(args.announce);
}

#[cfg(not(target_os = "linux"))]
fn missing(app: &AppHandle, args: &Args, error: &tauri::Error) {
    windows::show_quick_with(app, crate::ipc::Pending::no_tray(&error.to_string()));
    announce(args.announce);
}
