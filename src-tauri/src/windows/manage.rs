//! The customers window: made at a page, where it stood last, and closed only when nothing of the person's is lost by it.

use std::sync::atomic::Ordering;

use portico_core::{cloud::Identity, places::WindowPlace, store};
use tauri::{
    AppHandle, Emitter, Manager, PhysicalPosition, PhysicalSize, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
};

use super::{MANAGE, appear, background, guarded, hide_quick, on_main_thread};
use crate::{desktop, state::State, texts::text};

/// Its size when it was never open.
const SIZE: (f64, f64) = (1_060.0, 700.0);
const SMALLEST: (f64, f64) = (560.0, 400.0);

/// How much of the title must be on a screen for a window to be found there, in dots.
const GRIP: i32 = 100;

/// Shows the customers.
pub(crate) fn show_manage(app: &AppHandle) {
    show_page(app, "customers".to_owned());
}

/// Shows the settings.
pub(crate) fn show_settings(app: &AppHandle) {
    show_page(app, "settings".to_owned());
}

/// Shows one customer among all, in place of quick open.
pub(crate) fn show_customer(app: &AppHandle, identity: Identity) {
    hide_quick(app);
    show_page(app, format!("customers/{identity}"));
}

/// Shows a page.
pub(crate) fn show_page(app: &AppHandle, page: String) {
    on_main_thread(app, move |app| match app.get_webview_window(MANAGE) {
        Some(window) => {
            let _ = window.emit("section", page);
            appear(&window);
        }
        None => make(app, &page),
    });
}

/// The person closes the window: the page asks about what is not saved, and closes it then. One that is not there yet has nothing, and
/// would not hear it.
pub(crate) fn close_requested(window: &tauri::Window) {
    if window.state::<State>().manage_painted.load(Ordering::Relaxed) {
        let _ = window.emit("closing", ());
    } else {
        close(window.app_handle());
    }
}

/// Closes the window.
pub(crate) fn close(app: &AppHandle) {
    on_main_thread(app, |app| {
        if let Some(window) = app.get_webview_window(MANAGE) {
            remember(&window);
            let _ = window.destroy();
        }
    });
}

fn make(app: &AppHandle, page: &str) {
    app.state::<State>().manage_painted.store(false, Ordering::Relaxed);
    let page = format!("manage.html#{page}");
    // Without a web view the menu still works, and the terminal says why.
    let Ok(window) = guarded(WebviewWindowBuilder::new(app, MANAGE, WebviewUrl::App(page.into())))
        .title(text("manage.title"))
        .inner_size(SIZE.0, SIZE.1)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .background_color(background())
        .center()
        .zoom_hotkeys_enabled(true)
        .visible(false)
        .build()
    else {
        return;
    };
    put_back(&window);
    desktop::on_page_crash(&window, |app| {
        if let Some(window) = app.get_webview_window(MANAGE) {
            // A dead page stays dead; the next window has a new one.
            let _ = window.destroy();
        }
    });
    // At once, in the color of its page: the desktop gets it onto the screen while the page loads.
    appear(&window);
}

/// Puts the window where it stood last, if there is a screen.
fn put_back(window: &WebviewWindow) {
    let places = window.state::<State>().known().places;
    let Some(place) = places.and_then(|places| store::window_place(&places)) else { return };
    let screens: Vec<_> = window
        .available_monitors()
        .unwrap_or_default()
        .iter()
        .map(|screen| Screen {
            x: screen.position().x,
            y: screen.position().y,
            width: screen.size().width,
            height: screen.size().height,
        })
        .collect();
    let Some(place) = fitting(place, &screens) else { return };
    let _ = window.set_size(PhysicalSize::new(place.width, place.height));
    let _ = window.set_position(PhysicalPosition::new(place.x, place.y));
    if place.maximized {
        let _ = window.maximize();
    }
}

fn remember(window: &WebviewWindow) {
    let Some(places) = window.state::<State>().known().places else { return };
    let (Ok(position), Ok(size)) = (window.outer_position(), window.inner_size()) else { return };
    let maximized = window.is_maximized().unwrap_or(false);
    let place = match store::window_place(&places).filter(|_| maximized) {
        // What it goes back to is what it was before.
        Some(before) => WindowPlace { maximized, ..before },
        None => WindowPlace { x: position.x, y: position.y, width: size.width, height: size.height, maximized },
    };
    // It opens in the middle next time, if this cannot be written down.
    let _ = store::set_window_place(&places, &place);
}

/// A screen, in dots.
#[derive(Debug, Clone, Copy)]
struct Screen {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
}

/// Returns the place, no larger than the screen that has its title; nothing where none has.
fn fitting(place: WindowPlace, screens: &[Screen]) -> Option<WindowPlace> {
    let signed = |size: u32| i32::try_from(size).unwrap_or(i32::MAX);
    let has_title = |screen: &&Screen| {
        let (right, bottom) =
            (screen.x.saturating_add(signed(screen.width)), screen.y.saturating_add(signed(screen.height)));
        let place_right = place.x.saturating_add(signed(place.width));
        place.y >= screen.y
            && place.y.saturating_add(GRIP / 2) <= bottom
            && place.x.saturating_add(GRIP) <= right
            && place_right.saturating_sub(GRIP) >= screen.x
    };
    let screen = screens.iter().find(has_title)?;
    Some(WindowPlace { width: place.width.min(screen.width), height: place.height.min(screen.height), ..place })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_comes_back_only_where_it_can_be_reached() {
        let screens =
            [Screen { x: 0, y: 0, width: 1280, height: 800 }, Screen { x: 1280, y: 0, width: 1920, height: 1080 }];
        let at = |x, y, width, height| WindowPlace { x, y, width, height, maximized: false };
        for (place, fits) in [
            (at(100, 50, 1000, 700), Some(at(100, 50, 1000, 700))),
            (at(1500, 200, 1000, 700), Some(at(1500, 200, 1000, 700))),
            // Larger than the screen is now.
            (at(0, 0, 3000, 2000), Some(at(0, 0, 1280, 800))),
            // On a screen that is not there any more.
            (at(4000, 50, 1000, 700), None),
            (at(-2000, 50, 1000, 700), None),
            (at(100, -500, 1000, 700), None),
            (at(100, 790, 1000, 700), None),
            // The title still shows.
            (at(-850, 50, 1000, 700), Some(at(-850, 50, 1000, 700))),
            (at(i32::MAX, i32::MAX, u32::MAX, u32::MAX), None),
        ] {
            assert_eq!(fitting(place, &screens), fits, "{place:?}");
        }
        assert_eq!(fitting(at(100, 50, 1000, 700), &[]), None);
    }
}
