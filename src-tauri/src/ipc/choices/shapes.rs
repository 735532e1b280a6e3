//! The JSON about settings, portals, history and backups that crosses to the customers window.
//! `ui/js/manage/choices.js` has the same shapes.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use crate::ipc::customers::Choice;

#[derive(Debug, Serialize)]
pub(crate) struct SettingsShape {
    pub(crate) language: Option<&'static str>,
    pub(crate) languages: Vec<Choice>,
    pub(crate) theme: Option<&'static str>,
    pub(crate) start_at_login: Option<bool>,
    pub(crate) entries: Option<EntriesShape>,
    pub(crate) notify: bool,
    pub(crate) history: bool,
    pub(crate) history_days: Option<u16>,
    pub(crate) tray_favorites: u8,
    pub(crate) tray_recent: u8,
    pub(crate) confirm: ConfirmShape,
    pub(crate) registry: String,
    pub(crate) registry_source: &'static str,
    pub(crate) usual_registry: String,
    pub(crate) folders: Folders,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfirmShape {
    pub(crate) all: bool,
    pub(crate) groups: Vec<String>,
    pub(crate) clouds: Vec<String>,
    pub(crate) doubtful_portals: bool,
}

/// Which customers have an entry in the desktop's launcher: `"favorites"`, or `{ "group": "Healthcare" }`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum EntriesShape {
    None,
    Favorites,
    Group(String),
    All,
}

#[derive(Debug, Default, Serialize)]
pub(crate) struct Folders {
    pub(crate) data: String,
    pub(crate) config: String,
    pub(crate) state: String,
}

/// What is to change; what is not there stays. Null is a value of its own.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct SettingsChange {
    #[serde(deserialize_with = "present")]
    pub(crate) language: Option<Option<String>>,
    #[serde(deserialize_with = "present")]
    pub(crate) theme: Option<Option<String>>,
    pub(crate) start_at_login: Option<bool>,
    pub(crate) entries: Option<EntriesShape>,
    pub(crate) notify: Option<bool>,
    pub(crate) history: Option<bool>,
    #[serde(deserialize_with = "present")]
    pub(crate) history_days: Option<Option<u16>>,
    pub(crate) tray_favorites: Option<u8>,
    pub(crate) tray_recent: Option<u8>,
    pub(crate) confirm: Option<ConfirmShape>,
}

/// Tells a member that is null from one that is not there.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

#[derive(Debug, Serialize)]
pub(crate) struct CatalogueShape {
    pub(crate) portals: Vec<PortalShape>,
    pub(crate) default: String,
    pub(crate) problems: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct PortalShape {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) own: bool,
    pub(crate) on: bool,
    pub(crate) tenant_less: bool,
    pub(crate) addresses: Vec<Address>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Address {
    pub(crate) cloud: &'static str,
    pub(crate) cloud_name: &'static str,
    pub(crate) template: String,
    pub(crate) evidence: String,
    pub(crate) source: String,
    pub(crate) needs: Vec<String>,
    pub(crate) check: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ArrangementShape {
    pub(crate) order: Vec<String>,
    pub(crate) off: Vec<String>,
    pub(crate) default: String,
}

/// A portal of the person's own, as it is entered.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PortalEntry {
    pub(crate) id: Option<String>,
    pub(crate) name: String,
    pub(crate) templates: BTreeMap<String, String>,
    pub(crate) tenant_less: bool,
}

#[derive(Debug, Default, Serialize)]
pub(crate) struct PortalCheck {
    pub(crate) errors: BTreeMap<String, String>,
    pub(crate) fixes: BTreeMap<String, String>,
    pub(crate) previews: Vec<PortalPreview>,
}

#[derive(Debug, Serialize)]
pub(crate) struct PortalPreview {
    pub(crate) cloud: &'static str,
    pub(crate) cloud_name: &'static str,
    pub(crate) customer: Option<String>,
    pub(crate) url: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct OpeningShape {
    /// Milliseconds since 1970.
    pub(crate) at: i64,
    pub(crate) identity: String,
    pub(crate) name: String,
    pub(crate) portal_name: String,
    pub(crate) via: &'static str,
    pub(crate) result: Option<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FormatShape {
    Csv,
    Json,
}

#[derive(Debug, Serialize)]
pub(crate) struct BackupShape {
    pub(crate) name: String,
    /// Milliseconds since 1970.
    pub(crate) at: i64,
    pub(crate) customers: Option<usize>,
}

#[derive(Debug, Serialize)]
pub(crate) struct DifferenceShape {
    pub(crate) added: Vec<String>,
    pub(crate) removed: Vec<String>,
    pub(crate) changed: Vec<Difference>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Difference {
    pub(crate) name: String,
    pub(crate) texts: Vec<String>,
}

/// Addresses by key.
pub(crate) type HelpLinks = BTreeMap<&'static str, &'static str>;
