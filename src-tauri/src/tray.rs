//! The icon in the tray.

use std::{io::Write, sync::Mutex};

use jiff::Zoned;
use portico_core::{
    cloud::Cloud,
    display::{as_markup, shortened},
    history::Intent,
    menu::Menu,
};
use tauri::{
    AppHandle, Manager, PhysicalRect, PhysicalSize,
    image::Image,
    menu::PredefinedMenuItem,
    tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent},
};

use crate::{
    args::Args,
    state::{State, lock},
    texts::{Language, language, text, with},
    windows,
};

#[cfg(target_os = "linux")]
mod backend;
#[cfg(target_os = "linux")]
mod host;

/// Its own id: programs that share one share the icon's fate on some desktops.
const ID: &str = "io.portico.Portico";

/// The longest name of a customer or a portal in the tooltip, in characters; Windows cuts off all that is beyond 127.
const NAME: usize = 50;

/// The menu that stands in the tray, and the language it is in.
#[derive(Debug, Default)]
struct Drawn(Mutex<Option<(Menu, Language)>>);

/// Puts the icon into the tray; where there is no tray yet, waits for one.
pub(crate) fn start(app: &AppHandle, args: &Args) {
    app.manage(Drawn::default());
    match build(app) {
        Ok(()) => announce(args.announce),
        Err(error) => missing(app, args, &error),
    }
}

/// Draws the menu anew, unless it would be the same. The whole of it: rows that are patched one by one make some desktops
/// show none (nextcloud/desktop #10586).
pub(crate) fn redraw(app: &AppHandle) {
    let app = app.clone();
    // Fails only when Portico is ending.
    let _ = app.clone().run_on_main_thread(move || {
        let Some(tray) = app.tray_by_id(ID) else {
            return;
        };
        let new = (app.state::<State>().known().menu(), language());
        let state = app.state::<Drawn>();
        let mut drawn = lock(&state.0);
        if drawn.as_ref() == Some(&new) {
            return;
        }
        // An old menu is better than none: its rows still open what they show.
        if replace(&app, &tray, drawn.as_ref().map(|(menu, _)| menu), &new.0).is_ok() {
            *drawn = Some(new);
        }
    });
}

fn replace(app: &AppHandle, tray: &TrayIcon, old: Option<&Menu>, new: &Menu) -> tauri::Result<()> {
    let rows = crate::menu::draw(app, new)?;
    // ksni gives rows new numbers only when the menu's shape changes; otherwise it hands a panel's number for one customer's
    // row on to the customer who stands there now, and a click that was on its way opens the wrong one
    // (`update_menu` in ksni 0.3.7, src/service.rs). So the shape is made to change, by a line at the end that goes again.
    if cfg!(target_os = "linux") && old.is_some_and(|old| old.has_shape_of(new)) {
        let line = PredefinedMenuItem::separator(app)?;
        rows.append(&line)?;
        tray.set_menu(Some(rows.clone()))?;
        rows.remove(&line)?;
    }
    tray.set_menu(Some(rows))
}

/// Says in the tooltip what was opened last.
pub(crate) fn show_opened(app: &AppHandle, intent: &Intent, portal: &str) {
    let Some(tray) = app.tray_by_id(ID) else {
        return;
    };
    let tip = opened(&intent.name, intent.identity.cloud, portal, &Zoned::now());
    // On Linux tooltips are markup, and a name with a bare & would leave them empty.
    let tip = if cfg!(target_os = "linux") { as_markup(&tip) } else { tip };
    // A desktop without tooltips is no fault.
    let _ = tray.set_tooltip(Some(tip));
}

/// Returns `NAME · portal · time`, with the cloud behind the name where it is not the public one, as in the menu.
fn opened(name: &str, cloud: Cloud, portal: &str, at: &Zoned) -> String {
    let name = shortened(name, NAME);
    let name = if cloud == Cloud::Public { name.into_owned() } else { format!("{name} · {}", cloud.name()) };
    let time = at.strftime("%H:%M").to_string();
    with("tray.opened", &[("name", &name), ("portal", &shortened(portal, NAME)), ("time", &time)])
}

/// Returns where the icon is, in physical pixels; nothing where the system does not tell, as on Linux.
pub(crate) fn place(app: &AppHandle) -> Option<PhysicalRect<i32, u32>> {
    let rect = app.tray_by_id(ID)?.rect().ok()??;
    let (position, size) = (rect.position.to_physical(1.0), rect.size.to_physical(1.0));
    (size != PhysicalSize::default()).then_some(PhysicalRect { position, size })
}

/// Makes icon and menu. On the main thread.
fn build(app: &AppHandle) -> tauri::Result<()> {
    let menu = app.state::<State>().known().menu();
    let tray = TrayIconBuilder::with_id(ID)
        .icon(icon(app))
        .icon_as_template(true)
        .tooltip(text("app.name"))
        .menu(&crate::menu::draw(app, &menu)?)
        .show_menu_on_left_click(false)
        .on_tray_icon_event(|tray, event| {
            // The release only: Windows and macOS tell of the press too.
            if let TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. } = event {
                windows::toggle_quick(tray.app_handle());
            }
        });
    // macOS would write it beside the icon.
    let tray = if cfg!(target_os = "linux") { tray.title(text("app.name")) } else { tray };
    tray.build(app)?;
    *lock(&app.state::<Drawn>().0) = Some((menu, language()));
    #[cfg(target_os = "linux")]
    host::ensure_registered();
    Ok(())
}

/// Returns the picture for this system.
///
/// One for light and for dark panels: it brings its own ground with it, a blue tile with a white door, and so keeps its
/// contrast on any panel. Following the desktop's preference would be wrong where it matters, because a panel's color is not
/// it: the panels of GNOME, Cinnamon and Xfce are dark in light desktops, and Xfce's can have any color or picture.
fn icon(app: &AppHandle) -> Image<'static> {
    if cfg!(target_os = "macos") {
        return tauri::include_image!("icons/tray-template.png");
    }
    if cfg!(windows) {
        // Windows scales by dropping pixels, so it gets the size that it shows.
        let monitor = app.primary_monitor().ok().flatten();
        return windows_icon(monitor.map_or(1.0, |monitor| monitor.scale_factor()));
    }
    // Linux panels scale, and scale down well.
    tauri::include_image!("icons/tray.png")
}

/// Returns the icon of 16 pixels at 100 %, and of as many more as the taskbar has.
fn windows_icon(scale: f64) -> Image<'static> {
    match scale {
        ..1.125 => tauri::include_image!("icons/tray-16.png"),
        ..1.375 => tauri::include_image!("icons/tray-20.png"),
        ..1.75 => tauri::include_image!("icons/tray-24.png"),
        _ => tauri::include_image!("icons/tray-32.png"),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tooltip_names_customer_portal_and_time_and_the_cloud_where_it_matters() {
        let at = "2026-11-25T09:05:59[Asia/Tokyo]".parse().unwrap();
        for (name, cloud, tip) in [
            ("Contoso", Cloud::Public, "Contoso · Microsoft Entra · 09:05"),
            ("Contoso", Cloud::GccHigh, "Contoso · GCC High · Microsoft Entra · 09:05"),
            ("{time}", Cloud::China, "{time} · China · Microsoft Entra · 09:05"),
            ("osotnoC\u{202e}", Cloud::Public, "osotnoC\\u{202e} · Microsoft Entra · 09:05"),
        ] {
            assert_eq!(opened(name, cloud, "Microsoft Entra", &at), tip);
        }
    }

    #[test]
    fn the_longest_tooltip_fits_windows() {
        let at = "2026-11-25T09:05:59[Asia/Tokyo]".parse().unwrap();
        let tip = opened(&"Å".repeat(300), Cloud::GccHigh, &"P".repeat(300), &at);
        assert!(tip.ends_with("… · 09:05") && tip.contains("… · GCC High · PPP"), "shortened, all parts there: {tip}");
        assert!(tip.encode_utf16().count() <= 127, "{tip}");
    }

    #[test]
    fn windows_gets_the_icon_of_its_scale() {
        for (scale, size) in [(1.0, 16), (1.25, 20), (1.5, 24), (2.0, 32), (3.0, 32)] {
            assert_eq!(windows_icon(scale).width(), size, "at {scale}");
        }
    }
}
