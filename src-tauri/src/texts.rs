//! The texts of tray and windows, from the locale file.

use std::{collections::BTreeMap, sync::OnceLock};

/// The language of the texts, as in `<html lang>`.
pub(crate) const LANGUAGE: &str = "en";

/// All texts by key.
pub(crate) fn all() -> &'static BTreeMap<String, String> {
    static TEXTS: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    #[expect(clippy::expect_used, reason = "compiled in, and read by a test")]
    TEXTS.get_or_init(|| serde_json::from_str(include_str!("../locales/en.json")).expect("en.json holds texts"))
}

/// Returns a text.
pub(crate) fn text(key: &str) -> String {
    with(key, &[])
}

/// Returns a text with its `{count}`, which has a form of its own for one.
pub(crate) fn counted(key: &str, count: usize, values: &[(&str, &str)]) -> String {
    match count {
        1 => with(&format!("{key}-one"), values),
        count => with(key, &[values, &[("count", &count.to_string())]].concat()),
    }
}

/// Returns a text with its `{placeholders}` filled.
pub(crate) fn with(key: &str, values: &[(&str, &str)]) -> String {
    // A missing text shows its key, which is better than nothing; a test finds it first.
    let template = all().get(key).map_or(key, String::as_str);
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        text.push_str(before);
        // Filled in one pass: a customer may be named {portal}.
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => text.push_str(value),
            None => text.push_str(name),
        }
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The source files of the tray with their texts.
    const SOURCES: [&str; 17] = [
        include_str!("add.rs"),
        include_str!("customer.rs"),
        include_str!("hotkey.rs"),
        include_str!("menu.rs"),
        include_str!("open.rs"),
        include_str!("open/asked.rs"),
        include_str!("open/links.rs"),
        include_str!("open/review.rs"),
        include_str!("tray.rs"),
        include_str!("state.rs"),
        include_str!("state/problem.rs"),
        include_str!("ipc.rs"),
        include_str!("ipc/links.rs"),
        include_str!("ipc/rows.rs"),
        include_str!("ipc/shapes.rs"),
        include_str!("tray/host.rs"),
        include_str!("windows.rs"),
    ];

    #[test]
    fn values_are_filled_once() {
        let filled = with("tray.opened", &[("name", "{portal}"), ("portal", "Defender"), ("time", "03:00")]);
        assert_eq!(filled, "{portal} · Defender · 03:00");
    }

    #[test]
    fn every_text_of_the_tray_is_there_and_used() {
        let own = [
            "app.",
            "menu.",
            "tray.",
            "open.",
            "trouble.",
            "portal.",
            "window.",
            "link.",
            "add.",
            "customer.",
            "hotkey.",
        ];
        let named: Vec<_> = SOURCES
            .iter()
            .flat_map(|source| source.split('"'))
            .filter(|word| own.iter().any(|prefix| word.starts_with(prefix)) && !word.contains(' '))
            .collect();
        for key in &named {
            assert!(all().contains_key(*key), "no text for this key: {key}");
        }
        for key in all().keys().filter(|key| own.iter().any(|prefix| key.starts_with(prefix))) {
            // A text with a count has a form for one, whose key is made of its own.
            let counted = key.strip_suffix("-one").unwrap_or(key);
            assert!(named.contains(&key.as_str()) || named.contains(&counted), "nothing shows this text: {key}");
        }
    }
}
