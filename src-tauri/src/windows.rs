//! The windows: made when they are asked for, destroyed when they are not needed. Quick open is shown when it has something to show, the
//! customers window at once.

use std::{
    sync::atomic::Ordering,
    thread,
    time::{Duration, Instant},
};

use portico_core::places;
use tauri::{
    AppHandle, Emitter, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder, async_runtime,
    webview::{Color, NewWindowResponse},
};

use crate::{
    args::{Wanted, Window},
    deep_links, desktop,
    ipc::Pending,
    place,
    state::{State, lock},
    texts::text,
};

mod manage;

pub(crate) use manage::{close, close_requested, show_customer, show_manage, show_page, show_settings};

/// The label of the quick open window.
pub(crate) const QUICK: &str = "quick";
/// The label of the customers window.
pub(crate) const MANAGE: &str = "manage";

/// The size of quick open, and the margin around it for its shadow.
const QUICK_SIZE: (f64, f64) = (640.0, 492.0);
const SHADOW: f64 = 24.0;

/// How long a page may take for its first rows before the window shows without them.
const LONGEST_BLANK: Duration = Duration::from_millis(2_500);

/// How long a hidden quick open window is kept: the next one then appears at once.
const WARM: Duration = Duration::from_secs(60);

/// How long a window may be there without the keyboard before it asks for attention.
const UNNOTICED: Duration = Duration::from_millis(250);

/// A click on the tray icon takes the focus from quick open first, which hides it; the same click must not show it again.
const SAME_CLICK: Duration = Duration::from_millis(300);

/// People double-click icons; the second click must not take back the first.
const DOUBLE_CLICK: Duration = Duration::from_millis(500);

/// What is known about the quick open window.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    /// Somebody asked for it and it has not been hidden since.
    wanted: bool,
    /// It has had the focus since it was shown, so losing it means something.
    had_focus: bool,
    hidden_by_blur: Option<Instant>,
    shown_at: Option<Instant>,
    /// It says something that must not vanish because another window came up.
    held: bool,
    /// The tray's icon was clicked for it.
    beside_icon: bool,
    /// When it was hidden.
    hidden_at: Option<Instant>,
    /// Something waits to destroy it.
    cooling: bool,
    /// The page has rounded corners and a shadow of its own.
    pub(crate) rounded: bool,
}

/// Shows a window.
fn show(app: &AppHandle, window: Window) {
    match window {
        Window::Quick => show_quick(app),
        Window::Manage => show_manage(app),
    }
}

/// Shows quick open with something to say.
pub(crate) fn show_quick_with(app: &AppHandle, pending: Pending) {
    *lock(&app.state::<State>().pending) = Some(pending);
    show_quick(app);
}

/// Shows quick open with what a link names. What there is to say about a portal that did not open is more important.
pub(crate) fn show_quick_with_link(app: &AppHandle, link: Pending) {
    let state = app.state::<State>();
    let mut pending = lock(&state.pending);
    if matches!(*pending, None | Some(Pending::Link { .. })) {
        *pending = Some(link);
    }
    drop(pending);
    show_quick(app);
}

/// Shows what a start asks for.
pub(crate) fn show_wanted(app: &AppHandle, wanted: &Wanted) {
    match wanted {
        Wanted::Window(window) => show(app, *window),
        Wanted::Link(link) => deep_links::follow(app, link),
    }
}

/// Keeps quick open from hiding itself, or lets it again.
pub(crate) fn hold_quick(app: &AppHandle, held: bool) {
    lock(&app.state::<State>().shown).held = held;
}

/// Returns true when somebody asked for quick open, and it was not hidden since.
pub(crate) fn is_quick_wanted(app: &AppHandle) -> bool {
    lock(&app.state::<State>().shown).wanted
}

/// Shows quick open, or hides it when it is there: what a click on the icon does.
pub(crate) fn toggle_quick(app: &AppHandle) {
    let (wanted, same_click, double_click) = {
        let state = app.state::<State>();
        let shown = lock(&state.shown);
        let within = |at: Option<Instant>, time| at.is_some_and(|at| at.elapsed() < time);
        (shown.wanted, within(shown.hidden_by_blur, SAME_CLICK), within(shown.shown_at, DOUBLE_CLICK))
    };
    match wanted {
        true if !double_click => hide_quick(app),
        false if !same_click => show_quick_at(app, true),
        _ => {}
    }
}

/// Shows quick open, or hides it when it has the focus: what its keys do.
pub(crate) fn call_quick(app: &AppHandle) {
    let (had_focus, same_key) = {
        let state = app.state::<State>();
        let shown = lock(&state.shown);
        // Some systems take the focus away for the keys themselves, which has hidden it already.
        (shown.wanted && shown.had_focus, shown.hidden_by_blur.is_some_and(|at| at.elapsed() < SAME_CLICK))
    };
    match had_focus {
        true => hide_quick(app),
        false if same_key => {}
        false => show_quick(app),
    }
}

/// Shows quick open.
pub(crate) fn show_quick(app: &AppHandle) {
    show_quick_at(app, false);
}

fn show_quick_at(app: &AppHandle, icon: bool) {
    on_main_thread(app, move |app| {
        let was_wanted = {
            let state = app.state::<State>();
            let mut shown = lock(&state.shown);
            let was_wanted = std::mem::replace(&mut shown.wanted, true);
            if !was_wanted {
                shown.shown_at = Some(Instant::now());
                shown.beside_icon = icon;
            }
            was_wanted
        };
        match app.get_webview_window(QUICK) {
            Some(window) => {
                // The page begins anew, unless it is in use; what is pending it shows in either case.
                let _ = window.emit(if was_wanted { "pending" } else { "show" }, ());
                if !was_wanted && !put_beside_icon(&window) {
                    let _ = window.center();
                }
                appear(&window);
            }
            None => make_quick(app),
        }
    });
}

/// Puts quick open beside the icon, if that was clicked for it and has a place. On the main thread.
fn put_beside_icon(window: &WebviewWindow) -> bool {
    let state = window.state::<State>();
    let (beside_icon, rounded) = {
        let shown = lock(&state.shown);
        (shown.beside_icon, shown.rounded)
    };
    let margin = if rounded { SHADOW } else { 0.0 };
    beside_icon && place::beside_icon(window.app_handle(), window, margin)
}

/// Has the windows say what they are in another language: quick open when it shows next, unless it is in use.
pub(crate) fn rename(app: &AppHandle) {
    on_main_thread(app, |app| {
        let is_unused = !lock(&app.state::<State>().shown).wanted;
        if let Some(window) = app.get_webview_window(QUICK).filter(|_| is_unused) {
            let _ = window.destroy();
        }
        if let Some(window) = app.get_webview_window(MANAGE) {
            let _ = window.set_title(&text("manage.title"));
        }
    });
}

/// Hides quick open, and destroys it after a while.
pub(crate) fn hide_quick(app: &AppHandle) {
    on_main_thread(app, hide);
}

/// Hides quick open after it opened something, unless there is something to say by now: the launcher may have failed meanwhile.
pub(crate) fn hide_opened(app: &AppHandle) {
    on_main_thread(app, |app| {
        let is_silent = lock(&app.state::<State>().pending).is_none();
        if is_silent {
            hide(app);
        }
    });
}

fn hide(app: &AppHandle) {
    let state = app.state::<State>();
    {
        let mut shown = lock(&state.shown);
        (shown.wanted, shown.had_focus, shown.held) = (false, false, false);
        shown.hidden_at = Some(Instant::now());
    }
    if let Some(window) = app.get_webview_window(QUICK) {
        let _ = window.hide();
        let _ = window.emit("hidden", ());
        destroy_later(app);
    }
}

/// The page of a window has its first rows.
pub(crate) fn painted(window: &WebviewWindow) {
    if window.label() == MANAGE {
        window.state::<State>().manage_painted.store(true, Ordering::Relaxed);
    }
    let wanted = window.label() != QUICK || lock(&window.state::<State>().shown).wanted;
    if wanted && !window.is_visible().unwrap_or(false) {
        appear(window);
    }
}

/// Hides quick open when it loses the focus it had.
pub(crate) fn focus_changed(window: &tauri::Window, focused: bool) {
    if window.label() != QUICK {
        return;
    }
    let blurred = {
        let state = window.state::<State>();
        let mut shown = lock(&state.shown);
        let blurred = !focused && shown.had_focus && !shown.held;
        shown.had_focus = focused;
        if blurred {
            shown.hidden_by_blur = Some(Instant::now());
        }
        blurred
    };
    if blurred {
        hide_quick(window.app_handle());
    }
}

fn make_quick(app: &AppHandle) {
    let rounded = desktop::is_transparent();
    lock(&app.state::<State>().shown).rounded = rounded;
    let margin = if rounded { 2.0 * SHADOW } else { 0.0 };
    let (width, height) = fitting(app, (QUICK_SIZE.0 + margin, QUICK_SIZE.1 + margin));
    let window = guarded(WebviewWindowBuilder::new(app, QUICK, WebviewUrl::App("quick.html".into())))
        .title(text("quick.title"))
        .inner_size(width, height)
        .decorations(false)
        .shadow(false)
        .resizable(false)
        .skip_taskbar(true)
        .always_on_top(true)
        .center()
        .visible(false);
    // macOS does not know the word; its windows have corners and a shadow of their own.
    #[cfg(not(target_os = "macos"))]
    let window = window.transparent(rounded);
    let window = window.build();
    if let Ok(window) = &window {
        // Elsewhere it is made in the middle: centered after that, it would be by a size that it does not have yet.
        put_beside_icon(window);
        desktop::on_page_crash(window, |app| {
            lock(&app.state::<State>().shown).wanted = false;
            if let Some(window) = app.get_webview_window(QUICK) {
                // A dead page stays dead; the next window has a new one.
                let _ = window.destroy();
            }
        });
    }
    show_after_a_while(window);
}

/// Makes a size small enough for the screen: the address at the bottom must be seen, also at 200 %.
fn fitting(app: &AppHandle, (width, height): (f64, f64)) -> (f64, f64) {
    let Ok(Some(monitor)) = app.primary_monitor() else { return (width, height) };
    let room = monitor.work_area().size.to_logical::<f64>(monitor.scale_factor());
    (width.min(room.width), height.min(room.height))
}

/// Returns the color of the page, for the moment before it is there.
fn background() -> Color {
    // As --page in ui/css/theme.css.
    if desktop::is_dark() { Color(0x26, 0x27, 0x2c, 0xff) } else { Color(0xff, 0xff, 0xff, 0xff) }
}

/// Keeps a window on its own pages.
fn guarded<'a>(
    window: WebviewWindowBuilder<'a, tauri::Wry, AppHandle>,
) -> WebviewWindowBuilder<'a, tauri::Wry, AppHandle> {
    window
        .on_navigation(|url| {
            let own = (url.scheme(), url.host_str());
            // Windows serves the pages under a host name.
            matches!(own, ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")))
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .disable_drag_drop_handler()
        .general_autofill_enabled(false)
        .devtools(false)
}

/// A page that does not come to paint must not stay invisible.
fn show_after_a_while(window: tauri::Result<WebviewWindow>) {
    // Without a web view the menu still works, and the terminal says why.
    let Ok(window) = window else { return };
    async_runtime::spawn_blocking(move || {
        thread::sleep(LONGEST_BLANK);
        painted(&window);
    });
}

fn appear(window: &WebviewWindow) {
    // Each of these fails only when the window is just being destroyed.
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
    if places::is_wayland() {
        ask_for_attention(window.clone());
    }
}

/// Wayland decides who gets the keyboard, and a request made before the window is on the screen is lost. Made again after that, it
/// brings the window to the front, or has the desktop show that it waits.
fn ask_for_attention(window: WebviewWindow) {
    thread::spawn(move || {
        thread::sleep(UNNOTICED);
        if window.is_visible().unwrap_or(false) && !window.is_focused().unwrap_or(true) {
            let _ = window.set_focus();
        }
    });
}

/// Destroys quick open once it has been hidden for so long. One thread waits, however often it is hidden meanwhile.
fn destroy_later(app: &AppHandle) {
    let state = app.state::<State>();
    if std::mem::replace(&mut lock(&state.shown).cooling, true) {
        return;
    }
    let app = app.clone();
    thread::spawn(move || {
        let state = app.state::<State>();
        loop {
            // In a statement of its own: the state is not to be locked while this sleeps.
            let left = lock(&state.shown).cooling_left();
            match left {
                Some(left) => thread::sleep(left),
                None => break,
            }
        }
        on_main_thread(&app, |app| {
            let is_unused = !lock(&app.state::<State>().shown).wanted;
            if let Some(window) = app.get_webview_window(QUICK).filter(|_| is_unused) {
                let _ = window.destroy();
            }
        });
    });
}

impl Shown {
    /// Returns how long the hidden window is to be kept still; nothing, and the wait is over, when its time has come or it is shown.
    fn cooling_left(&mut self) -> Option<Duration> {
        let hidden = self.hidden_at.filter(|_| !self.wanted);
        let left = hidden.map(|at| WARM.saturating_sub(at.elapsed())).filter(|left| !left.is_zero());
        self.cooling = left.is_some();
        left
    }
}

/// Windows are made and moved on the main thread.
fn on_main_thread(app: &AppHandle, act: impl FnOnce(&AppHandle) + Send + 'static) {
    let handle = app.clone();
    // Fails only when Portico is ending.
    let _ = app.run_on_main_thread(move || act(&handle));
}
