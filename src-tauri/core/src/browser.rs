//! The browsers and profiles of this machine, and in which of them a customer opens.
//!
//! Browsers are found, never typed: as the desktop knows them, with the profiles that they keep a list of. What opens where is a
//! person's own [`BrowserRules`] on this machine; without a rule it is the default browser, and nothing here is looked at.
//! A rule that cannot be followed refuses: another profile is another person's session.
//!
//! Nothing here reads a file; [`store`](crate::store) does, and hands over what stands in them.

use std::{borrow::Borrow, fmt, path::PathBuf};

use crate::{display::safe, fold::fold, portal::PortalId, tenant::Tenant};

mod chromium;
mod containers;
mod desktop_entry;
mod family;
mod firefox;
mod others;
mod rules;
mod select;
mod start;
mod trouble;

pub use chromium::local_state;
pub use containers::{has_container_links, named_containers};
pub use desktop_entry::desktop_entry;
pub use family::{Family, Folders, Packaging, Platform};
pub use firefox::{Listed, Root, inside, profiles_ini, roots};
pub use others::{Bundle, Client, bundle, bundles, client};
pub use rules::{BrowserRule, BrowserRules, Chosen, DEFAULT, Mode, Way, Whom};
pub use select::{Several, browser_named, profile_named};
pub use start::{Gone, Start, check};
pub use trouble::{BadFile, Trouble, Unread};

/// What the desktop knows of a browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// What rules and the command line call it, the same as long as it is installed: `firefox-esr`, `com.google.Chrome`.
    pub id: String,
    /// Its name for people. It may be hostile.
    pub name: String,
    /// Whose child it is, which says what can be asked of it.
    pub family: Family,
    /// How it is started.
    pub command: Command,
    /// Where its profiles may be: the first of these folders that holds any.
    pub data: Vec<PathBuf>,
    /// How it got here.
    pub packaging: Packaging,
}

/// How a browser is started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A program with arguments.
    Program {
        /// The program, a path or a name to be found on the `PATH`.
        program: String,
        /// The arguments that always come first.
        before: Vec<String>,
        /// The arguments that come behind the address.
        after: Vec<String>,
    },
    /// An application of macOS, by its bundle identifier.
    Bundle(String),
}

/// A browser of this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browser {
    /// What rules and the command line call it.
    pub id: String,
    /// Its name for people. It may be hostile.
    pub name: String,
    /// Whose child it is.
    pub family: Family,
    /// How it is started.
    pub command: Command,
    /// The profiles, in the browser's own order. A profile whose folder is gone is none.
    pub profiles: Vec<Profile>,
    /// Why there may be more profiles than these.
    pub problem: Option<Trouble>,
}

impl Browser {
    /// Returns what people know a profile by: its name, with the account or the key where another one has that name too.
    pub fn shown(&self, profile: &Profile) -> String {
        let is_same = |other: &&Profile| fold(&other.name).as_str() == fold(&profile.name).as_str();
        if self.profiles.iter().filter(is_same).count() < 2 {
            return safe(&profile.name).into_owned();
        }
        let by_account = profile.account.as_deref().filter(|account| {
            self.profiles.iter().filter(is_same).filter(|other| other.account.as_deref() == Some(account)).count() == 1
        });
        format!("{} ({})", safe(&profile.name), safe(by_account.unwrap_or(&profile.key)))
    }

    fn profile(&self, key: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.key == key)
    }
}

/// A profile of a browser: sessions, cookies and accounts of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// What rules call it: the name of its folder, or where that is.
    pub key: String,
    /// Its name for people. It may be hostile.
    pub name: String,
    /// The account that the browser itself is signed in with, if it says so. It may be hostile.
    pub account: Option<String>,
    /// Its folder, as the browser sees it.
    pub folder: PathBuf,
    /// The containers that have a name, where an add-on opens links in them. The names may be hostile.
    pub containers: Vec<String>,
}

/// What was found on this machine.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The browsers, by name.
    pub browsers: Vec<Browser>,
    /// What is there and cannot be used.
    pub problems: Vec<Problem>,
}

/// Something of a browser that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The browser's name, safe to show.
    pub browser: String,
    /// What is wrong.
    pub why: Trouble,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.browser, self.why)
    }
}

/// Decides in which browser a page of a tenant opens; nothing where it is the default browser.
///
/// `find` looks for one browser by its id: before something opens, as it is now. It is not called where no rule asks for one.
///
/// # Errors
///
/// The rule for it cannot be followed. Nothing else may be opened in its stead.
pub fn choose<B: Borrow<Browser>>(
    rules: &BrowserRules,
    tenant: &Tenant,
    portal: &PortalId,
    find: impl FnOnce(&str) -> Option<B>,
) -> Result<Option<Start>, Gone> {
    rules.rule(tenant, portal)?.map_or(Ok(None), |chosen| found(chosen, find).map(Some))
}

/// Follows one rule, whomever it is about; nothing where it says the default browser. `find` as for [`choose`].
///
/// # Errors
///
/// It cannot be followed.
pub fn follow<B: Borrow<Browser>>(way: &Way, find: impl FnOnce(&str) -> Option<B>) -> Result<Option<Start>, Gone> {
    match way {
        Way::Default => Ok(None),
        Way::In(chosen) => found(chosen, find).map(Some),
    }
}

fn found<B: Borrow<Browser>>(chosen: &Chosen, find: impl FnOnce(&str) -> Option<B>) -> Result<Start, Gone> {
    check(chosen, find(&chosen.browser).as_ref().map(Borrow::borrow))
}
