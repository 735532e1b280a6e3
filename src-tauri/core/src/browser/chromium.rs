//! The profiles of Chromium and its children: `Local State`, a JSON file in the folder of user data.
//!
//! Of it `profile.info_cache` counts: `{ "Profile 1": { "name": "Contoso", "user_name": "admin@contoso.com", … }, … }`, the keys
//! being names of folders (Chromium's `profile_attributes_storage.h`).

use std::path::Path;

use serde::Deserialize;

use super::Profile;
use crate::format::Members;

/// Folders that Chromium keeps for itself.
const NO_PROFILES: [&str; 2] = ["Guest Profile", "System Profile"];

/// Reads the profiles that stand in a `Local State`, in the folder of user data it is from.
///
/// An entry that is none, or whose key is not the plain name of a folder, is left out.
///
/// # Errors
///
/// The file is not what Chromium writes.
pub fn local_state(bytes: &[u8], folder: &Path) -> Result<Vec<Profile>, NotLocalState> {
    let state: State<'_> = serde_json::from_slice(bytes).map_err(|_| NotLocalState)?;
    let Some(Members(entries)) = state.profile.and_then(|profile| profile.info_cache) else { return Ok(Vec::new()) };
    let profiles = entries.into_iter().filter_map(|(key, entry)| {
        let entry: Entry = serde_json::from_str(entry.get()).ok()?;
        if !is_folder_name(&key) || entry.is_omitted_from_profile_list || NO_PROFILES.contains(&&*key) {
            return None;
        }
        let account = [entry.user_name, entry.gaia_name].into_iter().find(|name| !name.trim().is_empty());
        let name = if entry.name.trim().is_empty() { key.clone() } else { entry.name };
        Some(Profile { folder: folder.join(&key), key, name, account, containers: Vec::new() })
    });
    Ok(profiles.collect())
}

/// True for names that can only be a folder right below the user data. Chromium's own are `Default`, `Profile 1` and so on.
fn is_folder_name(key: &str) -> bool {
    key.starts_with(char::is_alphanumeric)
        && key.chars().count() <= 64
        && !key.ends_with([' ', '.'])
        && key.chars().all(|char| char.is_alphanumeric() || " ._-".contains(char))
}

/// A `Local State` that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotLocalState;

#[derive(Deserialize)]
struct State<'a> {
    #[serde(borrow)]
    profile: Option<Cache<'a>>,
}

#[derive(Deserialize)]
struct Cache<'a> {
    #[serde(borrow)]
    info_cache: Option<Members<'a>>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    name: String,
    #[serde(default)]
    user_name: String,
    #[serde(default)]
    gaia_name: String,
    #[serde(default)]
    is_omitted_from_profile_list: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, NotLocalState> {
        let profiles = local_state(text.as_bytes(), Path::new("/d"))?;
        let line = |profile: &Profile| {
            format!(
                "{}={} {} {}",
                profile.key,
                profile.name,
                profile.account.as_deref().unwrap_or("-"),
                profile.folder.display()
            )
        };
        Ok(profiles.iter().map(line).collect::<Vec<_>>().join("; "))
    }

    #[test]
    fn profiles_have_a_folder_a_name_and_an_account() {
        let text = r#"{ "browser": {}, "profile": { "last_used": "Default", "info_cache": {
            "Profile 2": { "name": "Contoso admin", "user_name": "admin@contoso.com", "gaia_name": "A", "avatar_icon": "x" },
            "Default": { "name": "", "user_name": "", "gaia_name": "Anna" },
            "Kund Åkeri": {} } } }"#;
        assert_eq!(
            read(text).unwrap(),
            "Profile 2=Contoso admin admin@contoso.com /d/Profile 2; Default=Default Anna /d/Default; Kund Åkeri=Kund Åkeri - /d/Kund Åkeri"
        );
        for empty in ["{}", r#"{"profile": null}"#, r#"{"profile": {"info_cache": {}}}"#] {
            assert_eq!(read(empty).unwrap(), "", "{empty}");
        }
    }

    #[test]
    fn a_key_that_is_no_plain_folder_name_is_no_profile() {
        for key in [
            "",
            "..",
            ".",
            "../x",
            "a/b",
            "a\\\\b",
            "-x",
            "--incognito",
            " a",
            "a ",
            "a\\u0000",
            "a\\nb",
            "a\\u202eb",
            "C:",
            "System Profile",
            "Guest Profile",
        ] {
            let text =
                format!(r#"{{"profile": {{"info_cache": {{"{key}": {{"name": "n"}}, "Default": {{"name": "d"}}}}}}}}"#);
            assert_eq!(read(&text).unwrap(), "Default=d - /d/Default", "{key}");
        }
        let long = "a".repeat(65);
        assert_eq!(read(&format!(r#"{{"profile": {{"info_cache": {{"{long}": {{}}}}}}}}"#)).unwrap(), "");
        let one = r#"{"profile": {"info_cache": {"A": 5, "B": {"name": 1}, "C": {"is_omitted_from_profile_list": true}, "D": {}}}}"#;
        assert_eq!(read(one).unwrap(), "D=D - /d/D");
    }

    #[test]
    fn a_file_that_is_cut_off_is_told() {
        for text in ["", "{", "[]", r#"{"profile": 5}"#, r#"{"profile": {"info_cache": []}}"#, "\u{0}"] {
            assert_eq!(read(text), Err(NotLocalState), "{text}");
        }
    }
}
