//! The settings file: `{ "registry": "/another/place/registry.json", "history": false, "hotkey": "Ctrl+Alt+KeyP", … }`, all members
//! optional. `"hotkey": null` is a person's no.
//!
//! What decides which customers there are, and what is written down, must be right. Of the rest only what is wrong is left out.

use std::{collections::BTreeMap, ops::RangeInclusive};

use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::value::RawValue;

use super::{FormatError, members::Unique, text_of};
use crate::{
    cloud::Cloud,
    display::shortened,
    hotkey::Hotkey,
    own,
    portal::PortalId,
    settings::{ConfirmRules, Entries, HotkeySetting, MOST_DAYS, PortalSettings, Problem, Settings, Theme, TrayRows},
};

mod browsers;
mod changes;

pub use changes::with_changes;

/// Reads the settings file.
///
/// # Errors
///
/// What is wrong and in which line.
pub fn parse_settings(bytes: &[u8]) -> Result<Settings, FormatError> {
    let file: File<'_> = serde_json::from_str(text_of(bytes)?)?;
    let mut reader = Reader::default();
    Ok(Settings {
        registry: file.registry,
        language: reader.read("language", file.language),
        theme: reader.theme(file.theme),
        history: file.history,
        history_days: reader.number("history_days", file.history_days, 1..=MOST_DAYS),
        notify: reader.read("notify", file.notify).unwrap_or(true),
        hotkey: reader.hotkey(file.hotkey),
        tray: reader.tray(file.tray),
        confirm: reader.confirm(file.confirm),
        portals: reader.portals(file.portals),
        entries: reader.entries(file.entries),
        browsers: reader.browsers(file.browsers),
        problems: reader.problems,
    })
}

#[derive(Deserialize)]
#[serde(expecting = "an object")]
struct File<'a> {
    registry: Option<String>,
    #[serde(default = "yes")]
    history: bool,
    #[serde(borrow)]
    notify: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    hotkey: Option<&'a RawValue>,
    #[serde(borrow)]
    language: Option<&'a RawValue>,
    #[serde(borrow)]
    theme: Option<&'a RawValue>,
    #[serde(borrow)]
    history_days: Option<&'a RawValue>,
    #[serde(borrow)]
    tray: Option<&'a RawValue>,
    #[serde(borrow)]
    confirm: Option<&'a RawValue>,
    #[serde(borrow)]
    portals: Option<&'a RawValue>,
    #[serde(borrow)]
    entries: Option<&'a RawValue>,
    #[serde(borrow)]
    browsers: Option<&'a RawValue>,
}

fn yes() -> bool {
    true
}

/// Tells a member that is null from one that is not there.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'de RawValue>, D::Error> {
    Deserialize::deserialize(deserializer).map(Some)
}

/// Reads members one by one, and remembers what is wrong with those that it leaves out.
#[derive(Default)]
struct Reader {
    problems: Vec<Problem>,
}

type Raw<'a> = Option<&'a RawValue>;

impl Reader {
    fn wrong(&mut self, member: &str, why: impl Into<String>) {
        self.problems.push(Problem { member: member.to_owned(), why: why.into() });
    }

    fn read<T: DeserializeOwned>(&mut self, member: &str, raw: Raw<'_>) -> Option<T> {
        match serde_json::from_str(raw?.get()) {
            Ok(value) => Some(value),
            Err(error) => {
                self.wrong(member, FormatError::from(error).what);
                None
            }
        }
    }

    /// Reads the members of an object, of which none may stand there twice.
    fn members<'a>(&mut self, member: &str, raw: Raw<'a>) -> BTreeMap<String, &'a RawValue> {
        match raw.map(|raw| serde_json::from_str(raw.get())) {
            None => BTreeMap::new(),
            Some(Ok(Unique(members))) => members,
            Some(Err(error)) => {
                self.wrong(member, FormatError::from(error).what);
                BTreeMap::new()
            }
        }
    }

    fn number(&mut self, member: &str, raw: Raw<'_>, range: RangeInclusive<u16>) -> Option<u16> {
        let text = raw?.get();
        let number = text.parse().ok().filter(|number| range.contains(number));
        if number.is_none() {
            let text = shortened(text, 80);
            self.wrong(member, format!("not a number from {} to {}: {text}", range.start(), range.end()));
        }
        number
    }

    fn theme(&mut self, raw: Raw<'_>) -> Theme {
        let Some(name) = self.read::<String>("theme", raw) else { return Theme::default() };
        let found = [Theme::Light, Theme::Dark].into_iter().find(|theme| theme.key() == Some(&name));
        if found.is_none() {
            self.wrong("theme", format!("neither \"light\" nor \"dark\": {}", shortened(&name, 80)));
        }
        found.unwrap_or_default()
    }

    fn hotkey(&mut self, raw: Raw<'_>) -> HotkeySetting {
        if raw.is_some_and(|raw| raw.get() == "null") {
            return HotkeySetting::Off;
        }
        let Some(keys) = self.read::<String>("hotkey", raw) else { return HotkeySetting::Unasked };
        let keys = keys.parse::<Hotkey>();
        if let Err(why) = &keys {
            self.wrong("hotkey", why.to_string());
        }
        HotkeySetting::Keys(keys)
    }

    fn tray(&mut self, raw: Raw<'_>) -> TrayRows {
        let members = self.members("tray", raw);
        let mut rows = |name: &str, most: u8, usual: u8| {
            let member = format!("tray.{name}");
            let number = self.number(&member, present_in(&members, name), 0..=u16::from(most));
            number.and_then(|number| u8::try_from(number).ok()).unwrap_or(usual)
        };
        let (most, usual) = (TrayRows::MOST, TrayRows::default());
        TrayRows {
            favorites: rows("favorites", most.favorites, usual.favorites),
            recent: rows("recent", most.recent, usual.recent),
        }
    }

    /// Reads what to ask about. Where that makes no sense everything is asked about: somebody wanted to be asked.
    fn confirm(&mut self, raw: Raw<'_>) -> ConfirmRules {
        let fine = self.problems.len();
        let members = self.members("confirm", raw);
        let of = |name: &str| present_in(&members, name);
        let all: Option<bool> = self.read("confirm.all", of("all"));
        let groups: Option<Vec<String>> = self.read("confirm.groups", of("groups"));
        let keys: Option<Vec<String>> = self.read("confirm.clouds", of("clouds"));
        let doubtful_portals: Option<bool> = self.read("confirm.doubtful_portals", of("doubtful_portals"));
        let mut clouds = Vec::new();
        for key in keys.unwrap_or_default() {
            match key.parse::<Cloud>() {
                Ok(cloud) => clouds.push(cloud),
                Err(error) => self.wrong("confirm.clouds", error.to_string()),
            }
        }
        ConfirmRules {
            all: all.unwrap_or_default() || self.problems.len() > fine,
            groups: groups.unwrap_or_default(),
            clouds,
            doubtful_portals: doubtful_portals.unwrap_or_default(),
        }
    }

    fn portals(&mut self, raw: Raw<'_>) -> PortalSettings {
        let members = self.members("portals", raw);
        let of = |name: &str| present_in(&members, name);
        let default: Option<String> = self.read("portals.default", of("default"));
        let default = default.map(|default| vec![default]);
        let own: Vec<Box<RawValue>> = self.read("portals.own", of("own")).unwrap_or_default();
        let (order, off) = (self.read("portals.order", of("order")), self.read("portals.off", of("off")));
        PortalSettings {
            order: self.portal_ids("portals.order", order),
            off: self.portal_ids("portals.off", off),
            default: self.portal_ids("portals.default", default).pop(),
            own: own.iter().enumerate().filter_map(|(at, raw)| self.own(at, raw)).collect(),
        }
    }

    /// Reads `"favorites"`, `"all"` or `{ "group": "Healthcare" }`.
    fn entries(&mut self, raw: Raw<'_>) -> Entries {
        #[derive(Deserialize)]
        #[serde(rename_all = "lowercase", expecting = "\"favorites\", \"all\" or { \"group\": NAME }")]
        enum Written {
            Favorites,
            All,
            Group(String),
        }

        match self.read("entries", raw) {
            None => Entries::None,
            Some(Written::Favorites) => Entries::Favorites,
            Some(Written::All) => Entries::All,
            Some(Written::Group(group)) => Entries::Group(group),
        }
    }

    fn portal_ids(&mut self, member: &str, keys: Option<Vec<String>>) -> Vec<PortalId> {
        let mut ids = Vec::new();
        for key in keys.unwrap_or_default() {
            match key.parse::<PortalId>() {
                Ok(id) => ids.push(id),
                Err(error) => self.wrong(member, error.to_string()),
            }
        }
        ids
    }

    fn own(&mut self, at: usize, raw: &RawValue) -> Option<own::Entry> {
        #[derive(Deserialize)]
        #[serde(expecting = "an object")]
        struct Own {
            id: String,
            name: String,
            templates: Unique<BTreeMap<String, String>>,
            #[serde(default)]
            tenant_less: bool,
        }

        let member = format!("portals.own[{at}]");
        let Unique(Own { id, name, templates: Unique(templates), tenant_less }) = self.read(&member, Some(raw))?;
        Some(own::Entry { id, name, templates, tenant_less })
    }
}

/// Returns a member that is there and not null.
fn present_in<'a>(members: &BTreeMap<String, &'a RawValue>, name: &str) -> Raw<'a> {
    members.get(name).copied().filter(|raw| raw.get() != "null")
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
                ..Settings::default()
            }
        );
    }

    #[test]
    fn a_no_to_keys_is_not_the_same_as_never_asked() {
        assert_eq!(hotkey("{}"), HotkeySetting::Unasked);
        assert_eq!(hotkey(r#"{"hotkey": null}"#), HotkeySetting::Off);
        // Keys that cannot be read must not keep customers from being found.
        let keys = parse_settings(br#"{"hotkey": "K"}"#).unwrap();
        assert_eq!(keys.hotkey, HotkeySetting::Keys(Err(BadHotkey::Unknown("K".into()))));
        assert_eq!(keys.problems.len(), 1, "and it is told");
    }

    #[test]
    fn everything_that_can_be_set_is_read() {
        let text = r#"{
            "language": "sv", "theme": "dark", "history_days": 90, "tray": { "favorites": 50, "recent": 0 },
            "confirm": { "groups": ["Public sector"], "clouds": ["gcc-high"], "doubtful_portals": true },
            "entries": { "group": "Public sector" }, "portals": { "order": ["entra"], "off": ["mto"], "default": "entra", "own": [
                { "id": "sentinel", "name": "Sentinel", "templates": { "public": "https://a.example/{tenant_id}" } } ] } }"#;
        let templates = [("public".into(), "https://a.example/{tenant_id}".into())].into();
        let sentinel = own::Entry { id: "sentinel".into(), name: "Sentinel".into(), templates, tenant_less: false };
        assert_eq!(
            parse_settings(text.as_bytes()).unwrap(),
            Settings {
                language: Some("sv".into()),
                theme: Theme::Dark,
                history_days: Some(90),
                tray: TrayRows { favorites: 50, recent: 0 },
                confirm: ConfirmRules {
                    all: false,
                    groups: vec!["Public sector".into()],
                    clouds: vec![Cloud::GccHigh],
                    doubtful_portals: true,
                },
                portals: PortalSettings {
                    order: vec!["entra".parse().unwrap()],
                    off: vec!["mto".parse().unwrap()],
                    default: "entra".parse().ok(),
                    own: vec![sentinel],
                },
                entries: Entries::Group("Public sector".into()),
                ..Settings::default()
            }
        );
    }

    #[test]
    fn a_value_that_makes_no_sense_is_left_out_and_told() {
        let usual = Settings::default();
        for (text, member) in [
            (r#"{"language": 5}"#, "language"),
            (r#"{"theme": ["dark"]}"#, "theme"),
            (r#"{"theme": "blue"}"#, "theme"),
            (r#"{"notify": "no"}"#, "notify"),
            (r#"{"hotkey": 5}"#, "hotkey"),
            (r#"{"history_days": 0}"#, "history_days"),
            (r#"{"history_days": 3651}"#, "history_days"),
            (r#"{"history_days": "90"}"#, "history_days"),
            (r#"{"tray": 5}"#, "tray"),
            (r#"{"tray": {"favorites": 51}}"#, "tray.favorites"),
            (r#"{"tray": {"recent": -1}}"#, "tray.recent"),
            (r#"{"entries": "some"}"#, "entries"),
            (r#"{"entries": {"group": 5}}"#, "entries"),
            (r#"{"portals": []}"#, "portals"),
            (r#"{"portals": {"order": "entra"}}"#, "portals.order"),
            (r#"{"portals": {"off": ["Not a key"]}}"#, "portals.off"),
            (r#"{"portals": {"default": 1}}"#, "portals.default"),
            (r#"{"portals": {"own": {}}}"#, "portals.own"),
            (r#"{"portals": {"own": [{"id": "a"}]}}"#, "portals.own[0]"),
            (
                r#"{"portals": {"own": [{"id": "a", "name": "A", "templates": {"public": "x", "public": "y"}}]}}"#,
                "portals.own[0]",
            ),
            // A member that is there twice could mean either.
            (r#"{"portals": {"off": [], "off": ["mto"]}}"#, "portals"),
        ] {
            let mut settings = parse_settings(text.as_bytes()).unwrap();
            let problems = std::mem::take(&mut settings.problems);
            let members: Vec<_> = problems.iter().map(|problem| problem.member.as_str()).collect();
            assert_eq!(members, [member], "{text}");
            assert_eq!(settings, usual, "{text}");
        }
        let calm = r#"{"theme": null, "language": null, "tray": {"recent": null, "more": 1e400}, "portals": null}"#;
        assert_eq!(parse_settings(calm.as_bytes()).unwrap(), usual, "nothing to tell");
    }

    #[test]
    fn where_it_is_not_clear_what_to_ask_about_all_is_asked_about() {
        for text in [
            r#"{"confirm": true}"#,
            r#"{"confirm": {"all": "yes"}}"#,
            r#"{"confirm": {"groups": "Public sector"}}"#,
            r#"{"confirm": {"clouds": ["gcchigh"]}}"#,
            r#"{"confirm": {"doubtful_portals": 1}}"#,
        ] {
            let settings = parse_settings(text.as_bytes()).unwrap();
            assert!(settings.confirm.all && settings.problems.len() == 1, "{text}");
        }
        assert!(!parse_settings(br#"{"confirm": {"groups": [], "more": 1}}"#).unwrap().confirm.all);
    }

    #[test]
    fn what_decides_about_registry_and_history_must_be_right() {
        for text in [r#"{"registry": 5}"#, r#"{"history": "no"}"#, "[]", "{"] {
            assert!(parse_settings(text.as_bytes()).is_err(), "{text}");
        }
    }
}
