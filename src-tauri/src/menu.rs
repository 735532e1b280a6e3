//! Drawing the core's menu value with Tauri's menus, and reading what was clicked.

use portico_core::{
    display::{safe, shortened},
    menu::{Item, Menu, Row, Title, Trouble},
    opening::Request,
};
use tauri::{
    AppHandle, Wry,
    menu::{IsMenuItem, MenuItem, PredefinedMenuItem, Submenu},
};

use crate::texts::{counted, text, with};

/// Between the parts of a row's id. Shown names have no control characters, so it cannot stand in one.
const PART: char = '\u{1f}';

/// The longest name in a row, in characters.
const NAME: usize = 60;

/// What a click on a row asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Click {
    /// Open a portal.
    Open(Request),
    /// Something else.
    Go(Go),
}

/// Rows that open no portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Go {
    Quick,
    Manage,
    Settings,
    Review,
    Quit,
}

impl Go {
    const ALL: [Self; 5] = [Self::Quick, Self::Manage, Self::Settings, Self::Review, Self::Quit];

    fn id(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Manage => "manage",
            Self::Settings => "settings",
            Self::Review => "review",
            Self::Quit => "quit",
        }
    }
}

/// Draws a menu. On the main thread: elsewhere each row would wait for it.
pub(crate) fn draw(app: &AppHandle, menu: &Menu) -> tauri::Result<tauri::menu::Menu<Wry>> {
    let items = menu.items.iter().map(|item| draw_item(app, item)).collect::<tauri::Result<Vec<_>>>()?;
    tauri::menu::Menu::with_items(app, &items.iter().map(AsRef::as_ref).collect::<Vec<_>>())
}

/// Reads the id of a clicked row. An id that this version did not make is nothing.
pub(crate) fn clicked(id: &str) -> Option<Click> {
    if let Some(go) = Go::ALL.into_iter().find(|go| go.id() == id) {
        return Some(Click::Go(go));
    }
    let mut parts = id.split(PART);
    let (Some("open"), Some(identity), Some(portal), Some(name), None) =
        (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    Some(Click::Open(Request {
        identity: identity.parse().ok()?,
        portal: Some(portal.to_owned()),
        shown_name: Some(name.to_owned()),
        confirmed: false,
    }))
}

type Drawn = Box<dyn IsMenuItem<Wry>>;

fn draw_item(app: &AppHandle, item: &Item) -> tauri::Result<Drawn> {
    match item {
        Item::Search { all: None } => go(app, Go::Quick, text("menu.search")),
        Item::Search { all: Some(all) } => go(app, Go::Quick, with("menu.search-all", &[("count", &all.to_string())])),
        Item::Trouble(trouble) => go(app, leads_to(*trouble), headline(*trouble)),
        Item::AddFirst => go(app, Go::Manage, text("menu.add-first")),
        Item::More(more) => go(app, Go::Quick, with("menu.more", &[("count", &more.to_string())])),
        Item::Manage => go(app, Go::Manage, text("menu.manage")),
        Item::Settings => go(app, Go::Settings, text("menu.settings")),
        Item::Quit => go(app, Go::Quit, text("menu.quit")),
        Item::Separator => Ok(Box::new(PredefinedMenuItem::separator(app)?)),
        Item::Open(row) => open(app, row, label(row)),
        Item::Submenu(title, items) => {
            let items = items
                .iter()
                .map(|item| match (title, item) {
                    // Below the customer's name only the portal's is news.
                    (Title::Customer(_), Item::Open(row)) => open(app, row, portal_label(row)),
                    _ => draw_item(app, item),
                })
                .collect::<tauri::Result<Vec<_>>>()?;
            let items: Vec<_> = items.iter().map(AsRef::as_ref).collect();
            Ok(Box::new(Submenu::with_items(app, escaped(&heading(title)), true, &items)?))
        }
    }
}

/// Returns what a row about a trouble says.
fn headline(trouble: Trouble) -> String {
    let alarming = |key: &str| format!("⚠ {}", text(key));
    match trouble {
        Trouble::Settings => alarming("trouble.settings-title"),
        Trouble::NeverRead => alarming("trouble.never-read-title"),
        Trouble::Unreadable => alarming("trouble.unreadable-title"),
        Trouble::Gone => alarming("trouble.gone-title"),
        Trouble::PinsLost => alarming("trouble.pins-menu"),
        Trouble::Changed(count) => format!("⚠ {}", counted("trouble.changed-menu", count, &[])),
        Trouble::DiskFull => alarming("trouble.full-title"),
        Trouble::Foreign => alarming("trouble.foreign-title"),
        Trouble::FolderClosed => alarming("trouble.closed-title"),
        Trouble::ReadOnly => text("trouble.read-only-title"),
        Trouble::Newer => text("trouble.newer-title"),
    }
}

/// Returns where more is said about a trouble.
fn leads_to(trouble: Trouble) -> Go {
    match trouble {
        Trouble::PinsLost | Trouble::Changed(_) => Go::Review,
        _ => Go::Quick,
    }
}

fn go(app: &AppHandle, go: Go, label: String) -> tauri::Result<Drawn> {
    Ok(Box::new(MenuItem::with_id(app, go.id(), escaped(&label), true, None::<&str>)?))
}

fn open(app: &AppHandle, row: &Row, label: String) -> tauri::Result<Drawn> {
    let name = safe(&row.name);
    let id = format!("open{PART}{}{PART}{}{PART}{name}", row.identity, row.portal);
    // A changed customer's row opens the comparison.
    let enabled = row.changed || row.unavailable.is_none();
    Ok(Box::new(MenuItem::with_id(app, id, escaped(&label), enabled, None::<&str>)?))
}

fn label(row: &Row) -> String {
    let mut label = if row.favorite { "★ ".to_owned() } else { String::new() };
    label.push_str(&shortened(&row.name, NAME));
    let mut add = |part: &str| {
        label.push_str(" · ");
        label.push_str(part);
    };
    if let Some(domain) = &row.domain {
        add(domain);
    }
    if let Some(cloud) = row.cloud {
        add(cloud.name());
    }
    if let Some(portal) = &row.portal_name {
        add(&safe(portal));
    }
    label + &state(row)
}

fn portal_label(row: &Row) -> String {
    format!("{}{}", safe(row.portal_name.as_deref().unwrap_or(&row.portal)), state(row))
}

/// Returns what must be known before a click: that the portal cannot be opened, or may show another tenant.
fn state(row: &Row) -> String {
    match row.unavailable {
        _ if row.changed => format!(" ⚠ {}", text("menu.changed")),
        Some(why) => format!(" ({})", crate::open::reason(why)),
        None if row.check_name => format!(" ⚠ {}", text("portal.check-short")),
        None => String::new(),
    }
}

fn heading(title: &Title) -> String {
    match title {
        Title::Group(name) => shortened(name, NAME).into_owned(),
        Title::Ungrouped => text("menu.ungrouped"),
        Title::Range(first, last) if first == last => safe(first).into_owned(),
        Title::Range(first, last) => with("menu.range", &[("first", &safe(first)), ("last", &safe(last))]),
        Title::OtherPortals => text("menu.other-portals"),
        Title::Customer(row) => {
            label(&Row { portal_name: None, check_name: false, changed: false, unavailable: None, ..(**row).clone() })
        }
    }
}

/// A single `&` would become a shortcut's underline.
fn escaped(label: &str) -> String {
    label.replace('&', "&&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(name: &str) -> Request {
        Request {
            identity: "public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap(),
            portal: Some("entra".into()),
            shown_name: Some(name.into()),
            confirmed: false,
        }
    }

    #[test]
    fn a_row_says_all_that_its_click_needs() {
        let id = "open\u{1f}public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44\u{1f}entra\u{1f}A & B | <b>";
        assert_eq!(clicked(id), Some(Click::Open(request("A & B | <b>"))));
        for go in Go::ALL {
            assert_eq!(clicked(go.id()), Some(Click::Go(go)));
        }
    }

    #[test]
    fn an_id_that_is_not_whole_opens_nothing() {
        let whole = "open\u{1f}public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44\u{1f}entra\u{1f}A";
        for id in [
            "",
            "open",
            &whole.replace("\u{1f}A", ""),
            &format!("{whole}\u{1f}B"),
            &whole.replace("public", "mars"),
            &whole.replace("8f3c", "8f3"),
            &whole.replace("open", "run"),
        ] {
            assert_eq!(clicked(id), None, "{id:?}");
        }
    }
}
