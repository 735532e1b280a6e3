//! Changing the settings file: what a change does not name stays as it stands there, also what Portico does not know.

use serde::Deserialize;
use serde_json::{Value, json, value::RawValue};

use super::{FormatError, browsers, text_of};
use crate::{
    browser::{Way, Whom},
    format::Members,
    own::OwnPortal,
    portal::PortalId,
    settings::{Change, Entries},
};

/// Returns the text of a settings file with these changes.
///
/// # Errors
///
/// What is wrong with the file as it is, and in which line; or a member of it is none of which a part can be changed.
pub fn with_changes(bytes: &[u8], changes: &[Change]) -> Result<String, FormatError> {
    let text = text_of(bytes)?;
    let mut text = if text.trim().is_empty() { "{}".to_owned() } else { text.to_owned() };
    for change in changes {
        for (path, edit) in edits(change) {
            text = changed(Some(&text), path, 0, &edit)?.unwrap_or_else(|| "{}".to_owned());
        }
    }
    Ok(text.trim_end().to_owned() + "\n")
}

/// What becomes of a member.
enum Edit<'c> {
    /// It is this from now on, or goes.
    Put(Option<Value>),
    /// The list has this rule alone about what it is about, or none.
    PutRule(&'c Whom, Option<&'c Way>),
    /// The list gets this portal, or has it changed.
    PutOwn(&'c OwnPortal),
    /// The list loses the portal of this key.
    DropOwn(&'c PortalId),
    /// The list loses this key.
    DropFromList(&'c PortalId),
    /// It goes if it is this key.
    DropIf(&'c PortalId),
}

type Path = &'static [&'static str];

fn edits(change: &Change) -> Vec<(Path, Edit<'_>)> {
    let put = Edit::Put;
    let text = |text: &Option<String>| put(text.as_deref().map(Value::from));
    match change {
        Change::Registry(path) => vec![(&["registry"], text(path))],
        Change::Language(language) => vec![(&["language"], text(language))],
        Change::Theme(theme) => vec![(&["theme"], put(theme.key().map(Value::from)))],
        Change::History(on) => vec![(&["history"], put(Some(Value::from(*on))))],
        Change::HistoryDays(days) => vec![(&["history_days"], put(days.map(Value::from)))],
        Change::Notify(on) => vec![(&["notify"], put(Some(Value::from(*on))))],
        Change::Hotkey(keys) => {
            let keys = keys.as_ref().map_or(Value::Null, |keys| Value::from(keys.to_string()));
            vec![(&["hotkey"], put(Some(keys)))]
        }
        Change::Tray(rows) => vec![
            (&["tray", "favorites"], put(Some(Value::from(rows.favorites)))),
            (&["tray", "recent"], put(Some(Value::from(rows.recent)))),
        ],
        Change::Confirm(rules) => vec![
            (&["confirm", "all"], put(Some(Value::from(rules.all)))),
            (&["confirm", "groups"], put(Some(Value::from(rules.groups.clone())))),
            (&["confirm", "clouds"], put(Some(rules.clouds.iter().map(|cloud| cloud.key()).collect()))),
            (&["confirm", "doubtful_portals"], put(Some(Value::from(rules.doubtful_portals)))),
        ],
        Change::PortalOrder(ids) => vec![(&["portals", "order"], put(keys(ids)))],
        Change::PortalsOff(ids) => vec![(&["portals", "off"], put(keys(ids)))],
        Change::DefaultPortal(id) => {
            vec![(&["portals", "default"], put(id.as_ref().map(|id| Value::from(id.as_str()))))]
        }
        Change::Entries(entries) => {
            let entries = match entries {
                Entries::None => None,
                Entries::Favorites => Some(Value::from("favorites")),
                Entries::Group(group) => Some(json!({ "group": group })),
                Entries::All => Some(Value::from("all")),
            };
            vec![(&["entries"], put(entries))]
        }
        Change::Browser(whom, way) => vec![(&["browsers"], Edit::PutRule(whom, way.as_ref()))],
        Change::OwnPortal(own) => vec![(&["portals", "own"], Edit::PutOwn(own))],
        Change::NoOwnPortal(id) => vec![
            (&["portals", "own"], Edit::DropOwn(id)),
            (&["portals", "order"], Edit::DropFromList(id)),
            (&["portals", "off"], Edit::DropFromList(id)),
            (&["portals", "default"], Edit::DropIf(id)),
        ],
    }
}

fn keys(ids: &[PortalId]) -> Option<Value> {
    (!ids.is_empty()).then(|| ids.iter().map(PortalId::as_str).collect())
}

/// Returns an object, or nothing in its place, with the member at the path changed.
fn changed(object: Option<&str>, path: &[&str], depth: usize, edit: &Edit<'_>) -> Result<Option<String>, FormatError> {
    let Some((key, rest)) = path.split_first() else { return edited(object, depth, edit) };
    let mut members = members_of(object)?;
    let old = members.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
    // The line would be counted from where the member begins.
    let placeless = |error: FormatError| FormatError { line: 0, what: format!("{key}: {}", error.what), ..error };
    let new = changed(old.filter(|text| *text != "null"), rest, depth + 1, edit).map_err(placeless)?;
    if new.is_none() && old.is_none() {
        return Ok(object.map(str::to_owned));
    }
    put(&mut members, key, new);
    Ok(Some(object_of(&members, depth)))
}

fn edited(old: Option<&str>, depth: usize, edit: &Edit<'_>) -> Result<Option<String>, FormatError> {
    match edit {
        Edit::Put(value) => Ok(value.as_ref().map(ToString::to_string)),
        Edit::PutOwn(own) => with_entry(old, depth, |entry| is_of(entry, own.id()), |old| entry(old, own, depth + 1)),
        Edit::PutRule(whom, way) => {
            let is_it = |rule: &RawValue| browsers::whom(rule).is_ok_and(|(other, _)| other.is_same(whom));
            match way {
                Some(way) => with_entry(old, depth, is_it, |old| rule(old, whom, way, depth + 1)),
                None => without(old, depth, is_it),
            }
        }
        Edit::DropOwn(id) => without(old, depth, |entry| is_of(entry, id)),
        Edit::DropFromList(id) => without(old, depth, |entry| is_key(entry.get(), id)),
        Edit::DropIf(id) => Ok(old.filter(|text| !is_key(text, id)).map(str::to_owned)),
    }
}

/// Returns a list with a new item in the place of those that it stands for, or at its end.
fn with_entry(
    old: Option<&str>,
    depth: usize,
    is_it: impl Fn(&RawValue) -> bool,
    new: impl Fn(Option<&str>) -> Result<String, FormatError>,
) -> Result<Option<String>, FormatError> {
    let entries: Vec<&RawValue> = old.map_or(Ok(Vec::new()), serde_json::from_str)?;
    let at = entries.iter().position(|entry| is_it(entry)).unwrap_or(entries.len());
    let (before, from) = entries.split_at(at);
    let new = new(from.first().map(|entry| entry.get()))?;
    // Were there two of them, neither could be used.
    let after = from.iter().copied().filter(|entry| !is_it(entry));
    let text = |entry: &RawValue| entry.get().to_owned();
    let all = before.iter().copied().map(text).chain([new]).chain(after.map(text));
    Ok(Some(list_of(&all.collect::<Vec<_>>(), depth)))
}

/// Returns a list without some of its items; as it stands when it has none of them.
fn without(old: Option<&str>, depth: usize, goes: impl Fn(&RawValue) -> bool) -> Result<Option<String>, FormatError> {
    let Some(text) = old else { return Ok(None) };
    let items: Vec<&RawValue> = serde_json::from_str(text)?;
    let kept: Vec<_> = items.iter().filter(|item| !goes(item)).map(|item| item.get().to_owned()).collect();
    match kept.len() {
        count if count == items.len() => Ok(Some(text.to_owned())),
        0 => Ok(None),
        _ => Ok(Some(list_of(&kept, depth))),
    }
}

/// Returns the text of an own portal, with what else stands in the one of before.
fn entry(old: Option<&str>, own: &OwnPortal, depth: usize) -> Result<String, FormatError> {
    let templates = own.templates().iter();
    let templates = templates.map(|(cloud, template)| (cloud.to_string(), Value::from(template.as_str()).to_string()));
    let templates = object_of(&templates.collect::<Vec<_>>(), depth + 1);
    let mut members = members_of(old)?;
    for (name, value) in [
        ("id", Some(Value::from(own.id().as_str()).to_string())),
        ("name", Some(Value::from(own.name()).to_string())),
        ("templates", Some(templates)),
        ("tenant_less", own.is_tenant_less().then(|| "true".to_owned())),
    ] {
        put(&mut members, name, value);
    }
    Ok(object_of(&members, depth))
}

/// Returns the text of a rule, with what else stands in the one of before.
fn rule(old: Option<&str>, whom: &Whom, way: &Way, depth: usize) -> Result<String, FormatError> {
    let mut members = members_of(old)?;
    for (name, value) in browsers::written(whom, way) {
        put(&mut members, name, value.map(|value| value.to_string()));
    }
    Ok(object_of(&members, depth))
}

/// Returns the members of an object with their texts.
fn members_of(object: Option<&str>) -> Result<Vec<(String, String)>, FormatError> {
    let Some(text) = object else { return Ok(Vec::new()) };
    let Members(members) = serde_json::from_str(text)?;
    Ok(members.into_iter().map(|(name, value)| (name, value.get().to_owned())).collect())
}

/// Sets a member where it stands, or at the end; or takes it away.
fn put(members: &mut Vec<(String, String)>, name: &str, value: Option<String>) {
    match (members.iter().position(|(known, _)| known == name), value) {
        (Some(at), Some(value)) => members[at].1 = value,
        (Some(at), None) => drop(members.remove(at)),
        (None, Some(value)) => members.push((name.to_owned(), value)),
        (None, None) => {}
    }
}

fn is_of(entry: &RawValue, id: &PortalId) -> bool {
    #[derive(Deserialize)]
    struct Keyed {
        id: String,
    }

    serde_json::from_str::<Keyed>(entry.get()).is_ok_and(|keyed| keyed.id == id.as_str())
}

fn is_key(text: &str, id: &PortalId) -> bool {
    serde_json::from_str::<String>(text).is_ok_and(|text| text == id.as_str())
}

fn object_of(members: &[(String, String)], depth: usize) -> String {
    let lines: Vec<_> = members.iter().map(|(key, value)| format!("{}: {value}", Value::from(key.as_str()))).collect();
    block('{', &lines, '}', depth)
}

fn list_of(items: &[String], depth: usize) -> String {
    block('[', items, ']', depth)
}

/// Returns lines between brackets, indented, or the brackets alone.
fn block(open: char, lines: &[String], close: char, depth: usize) -> String {
    if lines.is_empty() {
        return format!("{open}{close}");
    }
    let (inner, outer) = ("  ".repeat(depth + 1), "  ".repeat(depth));
    let lines: Vec<_> = lines.iter().map(|line| format!("{inner}{line}")).collect();
    format!("{open}\n{}\n{outer}{close}", lines.join(",\n"))
}

#[cfg(test)]
mod tests;
