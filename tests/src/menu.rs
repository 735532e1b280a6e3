//! A tray menu as the desktop sees it: the tree of `com.canonical.dbusmenu`, read into a value.

use std::collections::HashMap;

use zbus::zvariant::{OwnedValue, Structure, Value};

/// What kind of row it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Row,
    Submenu,
    Separator,
}

/// One row, with the text as a person reads it (mnemonics resolved).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuRow {
    pub id: i32,
    pub label: String,
    pub enabled: bool,
    pub kind: Kind,
    pub children: Vec<MenuRow>,
}

/// A whole menu at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Menu {
    pub revision: u32,
    pub rows: Vec<MenuRow>,
}

/// `(ia{sv}av)`: id, properties, children.
pub(crate) type Layout = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

impl Menu {
    pub(crate) fn new(revision: u32, root: Layout) -> Self {
        Self { revision, rows: row(root).children }
    }

    /// Returns the row at this path of labels, such as `["Open in another portal", "Contoso"]`.
    #[track_caller]
    pub fn row(&self, path: &[&str]) -> &MenuRow {
        self.find(path).unwrap_or_else(|| panic!("no row {path:?} in the menu:\n{}", self.outline()))
    }

    pub fn find(&self, path: &[&str]) -> Option<&MenuRow> {
        let (last, parents) = path.split_last()?;
        let mut rows = &self.rows;
        for parent in parents {
            rows = &rows.iter().find(|row| row.label == *parent)?.children;
        }
        rows.iter().find(|row| row.label == *last)
    }

    /// Returns the visible rows as text, one a line: submenus end with ` ▸` and are indented, disabled rows stand in brackets.
    pub fn outline(&self) -> String {
        let mut text = String::new();
        write_rows(&mut text, &self.rows, 0);
        text
    }
}

fn write_rows(text: &mut String, rows: &[MenuRow], depth: usize) {
    for row in rows {
        let label = match row.kind {
            Kind::Separator => "─".to_owned(),
            Kind::Submenu => format!("{} ▸", row.label),
            Kind::Row => row.label.clone(),
        };
        let label = if row.enabled { label } else { format!("[{label}]") };
        text.push_str(&format!("{}{label}\n", "    ".repeat(depth)));
        write_rows(text, &row.children, depth + 1);
    }
}

fn row((id, properties, children): Layout) -> MenuRow {
    let text = |name: &str| properties.get(name).and_then(|value| <&str>::try_from(&**value).ok()).unwrap_or_default();
    let truth = |name: &str| !matches!(properties.get(name).map(|value| &**value), Some(Value::Bool(false)));
    let kind = match (text("type"), text("children-display")) {
        ("separator", _) => Kind::Separator,
        (_, "submenu") => Kind::Submenu,
        _ => Kind::Row,
    };
    let children = children.into_iter().map(|child| row(layout(child))).collect();
    let enabled = truth("enabled") && truth("visible");
    MenuRow { id, label: without_mnemonics(text("label")), enabled, kind, children }
}

fn layout(child: OwnedValue) -> Layout {
    let fields = Structure::try_from(child).unwrap();
    fields.try_into().unwrap()
}

/// `_` marks the next letter for the keyboard; `__` is an underscore.
fn without_mnemonics(label: &str) -> String {
    label.replace("__", "\0").replace('_', "").replace('\0', "_")
}
