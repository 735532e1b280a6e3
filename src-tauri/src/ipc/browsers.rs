//! Browsers, and the rules for what opens in which. `ui/js/manage/browsers.js` has the same shapes. Each command parses, makes one call
//! and converts.

use portico_core::browser::{Browser, Chosen, DEFAULT, Mode, Way, Whom};
use serde::{Deserialize, Serialize};
use tauri::AppHandle;

use super::Failure;
use crate::{browsers, sessions};

#[derive(Debug, Serialize)]
pub(crate) struct BrowsersShape {
    pub(crate) browsers: Vec<BrowserShape>,
    pub(crate) problems: Vec<String>,
    pub(crate) rules: Vec<RuleShape>,
    pub(crate) unclear: Option<String>,
    /// The file of the rules.
    pub(crate) settings: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct BrowserShape {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) has_profiles: bool,
    pub(crate) profiles: Vec<ProfileShape>,
    pub(crate) problem: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ProfileShape {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) account: Option<String>,
    /// As they stand in the profile, since they come back so.
    pub(crate) containers: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct RuleShape {
    pub(crate) whom: WhomShape,
    pub(crate) name: String,
    pub(crate) note: Option<String>,
    pub(crate) way: Option<WayShape>,
    pub(crate) opens: String,
    pub(crate) trouble: Option<String>,
    pub(crate) single: bool,
}

/// What a rule is about: `{ "kind": "cloud", "key": "gcc-high" }`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "key", rename_all = "lowercase", deny_unknown_fields)]
pub(crate) enum WhomShape {
    Tenant(String),
    Group(String),
    Cloud(String),
    Portal(String),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WayShape {
    browser: String,
    profile: Option<String>,
    private: bool,
    container: Option<String>,
}

/// A rule as it shall be; without a way it goes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleEntry {
    pub(crate) whom: WhomShape,
    pub(crate) way: Option<WayShape>,
    /// Where it opened when the person looked.
    pub(crate) base: Option<WayShape>,
    /// It was so before: what it names may be gone.
    pub(crate) back: bool,
}

/// In which browser a customer opens, and which rule says so.
#[derive(Debug, Serialize)]
pub(crate) struct OpensShape {
    pub(crate) browser: Option<String>,
    pub(crate) trouble: Option<String>,
    pub(crate) by: Option<String>,
}

#[tauri::command(async)]
pub(crate) fn browsers(app: AppHandle) -> Result<BrowsersShape, Failure> {
    browsers::shape(&app)
}

/// Adds, changes or removes a rule.
#[tauri::command(async)]
pub(crate) fn save_browser_rule(app: AppHandle, entry: RuleEntry) -> Result<BrowsersShape, Failure> {
    browsers::save(&app, entry)
}

/// Starts a browser with the page that shows who is signed in there.
#[tauri::command]
pub(crate) async fn try_browser(app: AppHandle, way: WayShape) -> Result<(), Failure> {
    browsers::try_it(&app, way.try_into()?).await
}

impl BrowserShape {
    pub(crate) fn of(browser: &Browser, name: String) -> Self {
        let profile = |profile: &portico_core::browser::Profile| ProfileShape {
            key: profile.key.clone(),
            name: browser.shown(profile),
            account: profile.account.as_deref().map(|account| portico_core::display::safe(account).into_owned()),
            containers: profile.containers.clone(),
        };
        Self {
            id: browser.id.clone(),
            problem: browser.problem.as_ref().map(|why| sessions::trouble(&name, why)),
            name,
            has_profiles: browser.family.has_profiles(),
            profiles: browser.profiles.iter().map(profile).collect(),
        }
    }
}

impl From<&Whom> for WhomShape {
    fn from(whom: &Whom) -> Self {
        match whom {
            Whom::Tenant(identity) => Self::Tenant(identity.to_string()),
            Whom::Group(group) => Self::Group(group.clone()),
            Whom::Cloud(cloud) => Self::Cloud(cloud.key().to_owned()),
            Whom::Portal(id) => Self::Portal(id.to_string()),
        }
    }
}

impl From<&Way> for WayShape {
    fn from(way: &Way) -> Self {
        match way {
            Way::Default => Self { browser: DEFAULT.to_owned(), profile: None, private: false, container: None },
            Way::In(Chosen { browser, profile, mode }) => Self {
                browser: browser.clone(),
                profile: profile.clone(),
                private: *mode == Mode::Private,
                container: match mode {
                    Mode::Container(name) => Some(name.clone()),
                    Mode::Usual | Mode::Private => None,
                },
            },
        }
    }
}

impl TryFrom<WayShape> for Way {
    type Error = Failure;

    fn try_from(WayShape { browser, profile, private, container }: WayShape) -> Result<Self, Failure> {
        let mode = match (private, container) {
            (true, Some(_)) => return Err(Failure::refused("BadWay")),
            (true, None) => Mode::Private,
            (false, Some(name)) => Mode::Container(name),
            (false, None) => Mode::Usual,
        };
        match browser == DEFAULT {
            false => Ok(Self::In(Chosen { browser, profile, mode })),
            true if profile.is_none() && mode == Mode::Usual => Ok(Self::Default),
            true => Err(Failure::refused("BadWay")),
        }
    }
}
