//! The settings file: `{ "registry": "/another/place/registry.json", "history": false, "notify": false, "hotkey": "Ctrl+Alt+KeyP" }`,
//! all members optional. `"hotkey": null` is a person's no.

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::{FormatError, members::Members, text_of};
use crate::{
    hotkey::Hotkey,
    settings::{HotkeySetting, Settings},
};

/// Reads the settings file.
///
/// # Errors
///
/// What is wrong and in which line.
pub fn parse_settings(bytes: &[u8]) -> Result<Settings, FormatError> {
    let File { registry, history, notify, hotkey } = serde_json::from_str(text_of(bytes)?)?;
    let hotkey = match hotkey {
        None => HotkeySetting::Unasked,
        Some(None) => HotkeySetting::Off,
        Some(Some(keys)) => HotkeySetting::Keys(keys.parse()),
    };
    Ok(Settings { registry, history, notify, hotkey })
}

/// Returns the text of a settings file with these keys, or with the no to any. Everything else in it stays.
///
/// # Errors
///
/// What is wrong with the file as it is, and in which line.
pub fn with_hotkey(bytes: &[u8], keys: Option<&Hotkey>) -> Result<String, FormatError> {
    let text = text_of(bytes)?;
    let Members(members) = if text.trim().is_empty() { Members(Vec::new()) } else { serde_json::from_str(text)? };
    let value = keys.map_or("null".to_owned(), |keys| format!("\"{keys}\""));
    let mut lines: Vec<(String, &str)> = members.iter().map(|(key, value)| (key.clone(), value.get())).collect();
    match lines.iter_mut().find(|(key, _)| key == "hotkey") {
        Some((_, old)) => *old = &value,
        None => lines.push(("hotkey".to_owned(), &value)),
    }
    let lines: Vec<_> = lines.iter().map(|(key, value)| format!("  {}: {value}", Value::from(key.as_str()))).collect();
    Ok(format!("{{\n{}\n}}\n", lines.join(",\n")))
}

#[derive(Deserialize)]
#[serde(expecting = "an object")]
struct File {
    registry: Option<String>,
    #[serde(default = "yes")]
    history: bool,
    #[serde(default = "yes")]
    notify: bool,
    #[serde(default, deserialize_with = "present")]
    hotkey: Option<Option<String>>,
}

fn yes() -> bool {
    true
}

/// Tells a member that is null from one that is not there.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hotkey::BadHotkey;

    fn hotkey(text: &str) -> HotkeySetting {
        parse_settings(text.as_bytes()).unwrap().hotkey
    }

    #[test]
    fn what_is_not_set_is_as_it_was_made() {
        assert_eq!(parse_settings(b"{}").unwrap(), Settings::default());
        let text = br#"{"registry": "/r.json", "history": false, "notify": false, "hotkey": "Ctrl+Alt+KeyP"}"#;
        assert_eq!(
            parse_settings(text).unwrap(),
            Settings {
                registry: Some("/r.json".into()),
                history: false,
                notify: false,
                hotkey: HotkeySetting::Keys("Ctrl+Alt+KeyP".parse()),
            }
        );
    }

    #[test]
    fn a_no_to_keys_is_not_the_same_as_never_asked() {
        assert_eq!(hotkey("{}"), HotkeySetting::Unasked);
        assert_eq!(hotkey(r#"{"hotkey": null}"#), HotkeySetting::Off);
        // Keys that cannot be read must not keep customers from being found.
        assert_eq!(hotkey(r#"{"hotkey": "K"}"#), HotkeySetting::Keys(Err(BadHotkey::Unknown("K".into()))));
    }

    #[test]
    fn choosing_keys_changes_nothing_else() {
        let keys: Hotkey = "Ctrl+Alt+KeyP".parse().unwrap();
        for (before, keys, after) in [
            ("", Some(&keys), "{\n  \"hotkey\": \"Ctrl+Alt+KeyP\"\n}\n"),
            ("{}", None, "{\n  \"hotkey\": null\n}\n"),
            (
                "{ \"a\\\"b\": [1e400, {\"c\": null}], \"hotkey\": null, \"history\": false }",
                Some(&keys),
                "{\n  \"a\\\"b\": [1e400, {\"c\": null}],\n  \"hotkey\": \"Ctrl+Alt+KeyP\",\n  \"history\": false\n}\n",
            ),
        ] {
            assert_eq!(with_hotkey(before.as_bytes(), keys).unwrap(), after);
        }
        assert!(with_hotkey(b"{ \"history\": false, \"history\": true }", None).is_err());
        assert!(with_hotkey(b"[]", None).is_err());
    }
}
