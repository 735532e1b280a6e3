//! The containers of a Firefox profile, and whether an add-on there opens links in them.
//!
//! `ext+container:` links are an add-on's. Without one, Firefox would look for the link with its search engine.

use serde::Deserialize;

/// The add-ons that open such links: Open external links in a container, and its successor.
const ADD_ONS: [&str; 2] = ["{f069aec0-43c5-4bbf-b6b4-df95c4326b98}", "openincontainer@browsers.software"];

/// Returns the containers in a `containers.json` that somebody gave a name. The others are named by Firefox in its language, which
/// the add-on could not find.
pub fn named_containers(bytes: &[u8]) -> Vec<String> {
    #[derive(Deserialize)]
    struct File {
        identities: Vec<Identity>,
    }

    #[derive(Deserialize)]
    struct Identity {
        #[serde(default)]
        public: bool,
        name: Option<String>,
    }

    let identities = serde_json::from_slice::<File>(bytes).map(|file| file.identities).unwrap_or_default();
    let public = identities.into_iter().filter(|identity| identity.public);
    public.filter_map(|identity| identity.name).filter(|name| !name.trim().is_empty()).collect()
}

/// Returns true when an `extensions.json` has an add-on for container links that is switched on.
pub fn has_container_links(bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct File {
        addons: Vec<AddOn>,
    }

    #[derive(Deserialize)]
    struct AddOn {
        id: String,
        #[serde(default)]
        active: bool,
    }

    let add_ons = serde_json::from_slice::<File>(bytes).map(|file| file.addons).unwrap_or_default();
    add_ons.iter().any(|add_on| add_on.active && ADD_ONS.contains(&add_on.id.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn containers_count_that_have_a_name_of_their_own() {
        let text = br#"{ "version": 5, "lastUserContextId": 6, "identities": [
            { "userContextId": 1, "public": true, "icon": "fingerprint", "l10nId": "user-context-personal" },
            { "userContextId": 5, "public": false, "name": "userContextIdInternal.thumbnail" },
            { "userContextId": 6, "public": true, "name": "Contoso & Co" }, { "public": true, "name": " " } ] }"#;
        assert_eq!(named_containers(text), ["Contoso & Co"]);
        for none in [&b""[..], b"{}", b"[]", br#"{"identities": 5}"#] {
            assert_eq!(named_containers(none), [""; 0]);
        }
    }

    #[test]
    fn the_add_on_must_be_there_and_on() {
        for (text, has) in [
            (
                r#"{"addons": [{"id": "x", "active": true}, {"id": "openincontainer@browsers.software", "active": true}]}"#,
                true,
            ),
            (
                r#"{"addons": [{"id": "{f069aec0-43c5-4bbf-b6b4-df95c4326b98}", "active": true, "userDisabled": false}]}"#,
                true,
            ),
            (r#"{"addons": [{"id": "{f069aec0-43c5-4bbf-b6b4-df95c4326b98}", "active": false}]}"#, false),
            (r#"{"addons": [{"id": "@testpilot-containers", "active": true}]}"#, false),
            ("{", false),
        ] {
            assert_eq!(has_container_links(text.as_bytes()), has, "{text}");
        }
    }
}
