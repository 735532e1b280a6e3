//! Why the registry or the settings could not be read or changed, in the person's language.

use portico_core::{
    display::{self, safe},
    format::FormatError,
    store::StoreError,
};

use crate::{
    customers::entry,
    texts::{text, with},
};

/// Says what went wrong. What the system or a parser says of it stays as it says it.
pub(crate) fn store(error: &StoreError) -> String {
    let path = |path: &std::path::Path| display::path(path);
    let said = |key: &str, path: String, why: String| with(key, &[("path", &path), ("why", &safe(&why))]);
    match error {
        StoreError::NoHome => text("failure.no-home"),
        StoreError::Io { path: file, error } => said("failure.read", path(file), error.to_string()),
        StoreError::Gone { path: file } => said("failure.gone", path(file), String::new()),
        StoreError::Unreadable { path: file, error } => said("failure.unreadable", path(file), at(error)),
        StoreError::Settings { path: file, error } => said("failure.settings", path(file), at(error)),
        StoreError::Newer { path: file, .. } => said("failure.newer", path(file), String::new()),
        StoreError::Locked { holder, .. } => said("failure.locked", String::new(), holder.clone()),
        StoreError::Refused(clash) => entry::clash(clash),
        StoreError::NoTenant(_) => text("customer.gone"),
        StoreError::Waiting { name, .. } => with("failure.waiting", &[("name", &safe(name))]),
        StoreError::Save { path: file, error } => said("failure.save", path(file), error.to_string()),
        StoreError::Unknown { path: file, error } => said("failure.unknown", path(file), error.to_string()),
    }
}

/// Returns what is wrong with a file, with the line where that is known.
fn at(error: &FormatError) -> String {
    match error.line {
        0 => error.to_string(),
        line => with("failure.line", &[("line", &line.to_string()), ("why", &error.to_string())]),
    }
}
