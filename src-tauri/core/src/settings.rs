//! What a person chose on this machine. The file is `settings.json`; all of it is optional.
//!
//! A value that makes no sense keeps nothing else from being used, where leaving it out does no harm: it is one of the
//! [`Problem`]s, which `portico doctor` tells.

use std::fmt;

use jiff::{Span, Timestamp};

use crate::{
    browser::{BrowserRules, Way, Whom},
    cloud::Cloud,
    fold::fold,
    hotkey::{BadHotkey, Hotkey},
    own::{self, OwnPortal},
    portal::PortalId,
    tenant::Tenant,
};

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The registry file, when it is not in its usual place.
    pub registry: Option<String>,
    /// The language of the windows; which there are, the tray knows.
    pub language: Option<String>,
    /// The colors of the windows.
    pub theme: Theme,
    /// Whether to write down what is opened.
    pub history: bool,
    /// For how many days what was opened is kept; as long as there is room when not set.
    pub history_days: Option<u16>,
    /// Whether a notification tells what was opened from the tray or a launcher, where no window has said it.
    pub notify: bool,
    /// The keys that bring up quick open.
    pub hotkey: HotkeySetting,
    /// How much stands at the top of the tray menu.
    pub tray: TrayRows,
    /// What to ask about before it opens, beside the customers that are marked.
    pub confirm: ConfirmRules,
    /// The portals: their order, which of them are used, and a person's own.
    pub portals: PortalSettings,
    /// Which customers have an entry in the desktop's launcher.
    pub entries: Entries,
    /// What opens in which browser.
    pub browsers: BrowserRules,
    /// What stands in the file and makes no sense.
    pub problems: Vec<Problem>,
}

impl Settings {
    /// Returns the time before which nothing is kept of what was opened.
    pub fn history_since(&self, now: Timestamp) -> Option<Timestamp> {
        let days = self.history_days?;
        now.checked_sub(Span::new().hours(24 * i32::from(days))).ok()
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            registry: None,
            language: None,
            theme: Theme::default(),
            history: true,
            history_days: None,
            notify: true,
            hotkey: HotkeySetting::default(),
            tray: TrayRows::default(),
            confirm: ConfirmRules::default(),
            portals: PortalSettings::default(),
            entries: Entries::None,
            browsers: BrowserRules::default(),
            problems: Vec::new(),
        }
    }
}

/// The most days for which what was opened is kept, if they are limited.
pub const MOST_DAYS: u16 = 3_650;

/// The colors of the windows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the desktop has them.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The word in the file; none for the desktop's.
    pub fn key(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// Whether keys bring up quick open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum HotkeySetting {
    /// Nobody was asked yet.
    #[default]
    Unasked,
    /// No.
    Off,
    /// Yes, these; or what is wrong with what stands there.
    Keys(Result<Hotkey, BadHotkey>),
}

/// How many customers stand at the top of the tray menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrayRows {
    /// Favorites, at most 50.
    pub favorites: u8,
    /// Customers that were opened last, at most 20.
    pub recent: u8,
}

impl TrayRows {
    /// The most there may be of each.
    pub const MOST: Self = Self { favorites: 50, recent: 20 };
}

impl Default for TrayRows {
    fn default() -> Self {
        Self { favorites: 10, recent: 5 }
    }
}

/// What to ask about before it opens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConfirmRules {
    /// Everything.
    pub all: bool,
    /// Customers of these groups; case and accents do not matter.
    pub groups: Vec<String>,
    /// Customers in these clouds.
    pub clouds: Vec<Cloud>,
    /// Portals that may show another tenant.
    pub doubtful_portals: bool,
}

impl ConfirmRules {
    /// Returns the first rule that asks before a page of this tenant opens.
    pub fn asks(&self, tenant: &Tenant, may_show_another_tenant: bool) -> Option<Rule> {
        let is_its = |group: &&String| is_of_group(tenant, group);
        if self.all {
            Some(Rule::All)
        } else if let Some(group) = self.groups.iter().find(is_its) {
            Some(Rule::Group(group.clone()))
        } else if self.clouds.contains(&tenant.cloud) {
            Some(Rule::Cloud(tenant.cloud))
        } else {
            (self.doubtful_portals && may_show_another_tenant).then_some(Rule::DoubtfulPortal)
        }
    }
}

fn is_of_group(tenant: &Tenant, group: &str) -> bool {
    tenant.group.as_deref().is_some_and(|own| fold(own).as_str() == fold(group).as_str())
}

/// Which customers have an entry in the desktop's launcher.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Entries {
    /// None.
    #[default]
    None,
    /// The favorites.
    Favorites,
    /// The customers of this group; case and accents do not matter.
    Group(String),
    /// All.
    All,
}

impl Entries {
    /// More entries than this are in the way where a desktop shows all programs on one page, as GNOME does.
    pub const MANY: usize = 200;

    /// Returns true when this customer has one.
    pub fn has(&self, tenant: &Tenant) -> bool {
        match self {
            Self::None => false,
            Self::Favorites => tenant.favorite,
            Self::Group(group) => is_of_group(tenant, group),
            Self::All => true,
        }
    }
}

/// Which of the rules asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// All customers are asked about.
    All,
    /// The customer's group is.
    Group(String),
    /// The customer's cloud is.
    Cloud(Cloud),
    /// The portal may show another tenant.
    DoubtfulPortal,
}

/// What a person made of the catalogue of portals.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PortalSettings {
    /// The portals that come first, in this order.
    pub order: Vec<PortalId>,
    /// The portals that are listed nowhere.
    pub off: Vec<PortalId>,
    /// The portal that opens when a tenant names no other.
    pub default: Option<PortalId>,
    /// The person's own, as they stand in the file.
    pub own: Vec<own::Entry>,
}

/// A value that makes no sense, and is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands, for instance `tray.recent`.
    pub member: String,
    /// What is wrong with it.
    pub why: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.member, self.why)
    }
}

/// A change to the settings. What it does not name stays, to the byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The registry file, or the usual one.
    Registry(Option<String>),
    /// The language, or the system's.
    Language(Option<String>),
    /// The colors.
    Theme(Theme),
    /// Whether to write down what is opened.
    History(bool),
    /// For how many days that is kept.
    HistoryDays(Option<u16>),
    /// Whether notifications tell what was opened.
    Notify(bool),
    /// The keys that bring up quick open, or none.
    Hotkey(Option<Hotkey>),
    /// How much stands at the top of the tray menu.
    Tray(TrayRows),
    /// What to ask about.
    Confirm(ConfirmRules),
    /// The portals that come first.
    PortalOrder(Vec<PortalId>),
    /// The portals that are listed nowhere.
    PortalsOff(Vec<PortalId>),
    /// The portal that opens when a tenant names no other.
    DefaultPortal(Option<PortalId>),
    /// Which customers have an entry in the desktop's launcher.
    Entries(Entries),
    /// Where something opens from now on; without a way, where a less specific rule says.
    Browser(Whom, Option<Way>),
    /// An own portal, new or in place of the one with its key.
    OwnPortal(OwnPortal),
    /// The own portal with this key goes, wherever it is named.
    NoOwnPortal(PortalId),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_rule_that_asks_is_told() {
        let mut tenant =
            Tenant::new("Contoso", Cloud::GccHigh, "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap());
        tenant.group = Some("PUBLIC  séctor".into());
        let none = ConfirmRules::default();
        let all = ConfirmRules { all: true, ..none.clone() };
        let groups = ConfirmRules { groups: vec!["Retail".into(), "Public sector".into()], ..none.clone() };
        let clouds = ConfirmRules { clouds: vec![Cloud::Dod, Cloud::GccHigh], ..none.clone() };
        let elsewhere = ConfirmRules { clouds: vec![Cloud::Public], groups: vec!["Retail".into()], ..none.clone() };
        let doubtful = ConfirmRules { doubtful_portals: true, ..none.clone() };
        for (rules, is_doubtful, asks) in [
            (&none, true, None),
            (&all, false, Some(Rule::All)),
            (&groups, false, Some(Rule::Group("Public sector".into()))),
            (&clouds, false, Some(Rule::Cloud(Cloud::GccHigh))),
            (&elsewhere, true, None),
            (&doubtful, true, Some(Rule::DoubtfulPortal)),
            (&doubtful, false, None),
        ] {
            assert_eq!(rules.asks(&tenant, is_doubtful), asks, "{rules:?}");
        }
        tenant.group = None;
        assert_eq!(groups.asks(&tenant, false), None);
    }
}
