//! From a choice to the arguments a browser is started with: fixed ones, in which nothing that a file says can become another.

use std::{ffi::OsString, fmt, path::PathBuf};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Browser, Chosen, Command, Family, Mode, Profile, Trouble};
use crate::{
    address::PortalUrl,
    display::{quoted, safe},
};

/// A browser that is there, with a profile that is there: ready to be given an address.
///
/// Only [`check`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    name: String,
    shown_profile: Option<String>,
    family: Family,
    command: Command,
    profile: Option<Profile>,
    mode: Mode,
}

/// Makes sure that a choice can be followed on this machine.
///
/// # Errors
///
/// What of it is not there.
pub fn check(chosen: &Chosen, browser: Option<&Browser>) -> Result<Start, Gone> {
    let Chosen { browser: id, profile: key, mode } = chosen;
    let browser = browser.ok_or_else(|| Gone::Browser(id.clone()))?;
    let cannot = |what| Gone::Cannot { browser: browser.name.clone(), what };
    if !browser.family.has_profiles() && (key.is_some() || *mode != Mode::Usual) {
        return Err(cannot(if key.is_some() { "a profile" } else { "a private window" }));
    }
    let profile = match key {
        None => None,
        Some(key) => Some(browser.profile(key).ok_or_else(|| Gone::Profile {
            browser: browser.name.clone(),
            profile: key.clone(),
            why: browser.problem.clone(),
        })?),
    };
    if let Mode::Container(container) = mode {
        let Some(profile) = profile.filter(|_| browser.family == Family::Firefox) else {
            return Err(cannot("a container without a profile of Firefox"));
        };
        if !profile.containers.contains(container) {
            return Err(Gone::Container {
                browser: browser.name.clone(),
                profile: browser.shown(profile),
                container: container.clone(),
            });
        }
    }
    Ok(Start {
        name: safe(&browser.name).into_owned(),
        shown_profile: profile.map(|profile| browser.shown(profile)),
        family: browser.family,
        profile: profile.cloned(),
        command: browser.command.clone(),
        mode: mode.clone(),
    })
}

impl Start {
    /// Returns the browser's name, safe to show.
    pub fn browser(&self) -> &str {
        &self.name
    }

    /// Returns what people know it by: `Microsoft Edge · Contoso admin`. Of this, nothing is translated.
    pub fn label(&self) -> String {
        let container = match &self.mode {
            Mode::Container(name) => Some(safe(name).into_owned()),
            Mode::Usual | Mode::Private => None,
        };
        [Some(self.name.clone()), self.shown_profile.clone(), container]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// True when a private window opens.
    pub fn is_private(&self) -> bool {
        self.mode == Mode::Private
    }

    /// Returns the program that starts it.
    pub fn program(&self) -> OsString {
        match &self.command {
            Command::Program { program, .. } => program.into(),
            Command::Bundle(_) => "/usr/bin/open".into(),
        }
    }

    /// Returns the arguments with which it opens an address.
    pub fn arguments(&self, url: &PortalUrl) -> Vec<OsString> {
        let flags = self.flags();
        let address = self.address(url);
        let texts = |texts: &[String]| texts.iter().map(OsString::from).collect::<Vec<_>>();
        match &self.command {
            Command::Program { before, after, .. } => [texts(before), flags, vec![address], texts(after)].concat(),
            // An application that runs gets the address and no arguments, unless it is started anew.
            Command::Bundle(id) if flags.is_empty() => vec!["-b".into(), id.into(), address],
            Command::Bundle(id) => {
                let open = ["-n", "-b", id, "--args"].map(OsString::from).to_vec();
                [open, flags, vec![address]].concat()
            }
        }
    }

    /// Returns where Chromium has a link that names the process which has the profiles, where that is known.
    ///
    /// Source: `chrome/browser/process_singleton_posix.cc`.
    pub(crate) fn singleton(&self) -> Option<PathBuf> {
        let profile = self.profile.as_ref().filter(|_| cfg!(unix) && self.family.is_chromium())?;
        profile.folder.parent().map(|data| data.join("SingletonLock"))
    }

    fn flags(&self) -> Vec<OsString> {
        let mut flags: Vec<OsString> = Vec::new();
        let is_private = self.is_private();
        match self.family {
            Family::Other => {}
            // By the path: two profiles may have one name, and those of a group are known by no other. A Firefox that runs with
            // this profile takes the address; one that runs with another one does not see it.
            Family::Firefox => {
                if let Some(profile) = &self.profile {
                    flags.extend(["--profile".into(), profile.folder.clone().into_os_string()]);
                }
                if is_private {
                    flags.push("-private-window".into());
                }
            }
            _ => {
                if let Some(profile) = &self.profile {
                    flags.push(format!("--profile-directory={}", profile.key).into());
                }
                if is_private {
                    flags.push(if self.family == Family::Edge { "--inprivate" } else { "--incognito" }.into());
                }
                if !flags.is_empty() {
                    flags.extend(["--no-first-run".into(), "--no-default-browser-check".into()]);
                }
            }
        }
        flags
    }

    fn address(&self, url: &PortalUrl) -> OsString {
        match &self.mode {
            Mode::Container(name) => {
                let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
                format!("ext+container:name={}&url={}", encoded(name), encoded(url.as_str())).into()
            }
            Mode::Usual | Mode::Private => url.as_str().into(),
        }
    }
}

/// Why a choice cannot be followed. Nothing opens in its stead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gone {
    /// What stands in the settings could mean either: what is wrong there.
    Unclear(String),
    /// No browser here has this id.
    Browser(String),
    /// The browser has no such profile, or not any more.
    Profile {
        /// The browser's name.
        browser: String,
        /// The profile, as it was chosen.
        profile: String,
        /// Why that may be, where the browser's list of profiles cannot be read.
        why: Option<Trouble>,
    },
    /// The profile has no such container, or nothing that opens links in it.
    Container {
        /// The browser's name.
        browser: String,
        /// The profile's name, safe to show.
        profile: String,
        /// The container, as it was chosen.
        container: String,
    },
    /// The browser cannot be asked for this.
    Cannot {
        /// The browser's name.
        browser: String,
        /// What.
        what: &'static str,
    },
}

impl fmt::Display for Gone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unclear(why) => write!(f, "the rules for browsers in settings.json cannot be followed: {why}"),
            Self::Browser(id) => write!(f, "this browser is not there: {}", quoted(id)),
            Self::Profile { browser, profile, why: None } => {
                write!(f, "{} has no such profile: {}", safe(browser), quoted(profile))
            }
            Self::Profile { browser, profile, why: Some(why) } => {
                write!(f, "{} has no such profile: {} ({})", safe(browser), quoted(profile), why)
            }
            Self::Container { browser, profile, container } => write!(
                f,
                "{} opens no links in this container of the profile {profile}: {}",
                safe(browser),
                quoted(container)
            ),
            Self::Cannot { browser, what } => write!(f, "{} cannot be asked for {what}", safe(browser)),
        }
    }
}

impl std::error::Error for Gone {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::{BadFile, Unread};
    use crate::{address, cloud::Cloud, portal::Catalogue, tenant::Tenant};

    fn url() -> PortalUrl {
        let tenant = Tenant::new("Contoso", Cloud::Public, "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap());
        address::build(Catalogue::built_in().named("defender").unwrap(), &tenant).unwrap()
    }

    fn browser(family: Family) -> Browser {
        let profile = |key: &str, name: &str| Profile {
            key: key.into(),
            name: name.into(),
            account: None,
            folder: format!("/d/{key}").into(),
            containers: vec!["Contoso & Co".into()],
        };
        let command =
            Command::Program { program: "/b".into(), before: vec!["run".into()], after: vec!["--last".into()] };
        let profiles = vec![profile("Profile 1", "Contoso admin\u{202e}")];
        Browser { id: "b".into(), name: "B".into(), family, command, profiles, problem: None }
    }

    fn chosen(profile: bool, mode: Mode) -> Chosen {
        Chosen { browser: "b".into(), profile: profile.then(|| "Profile 1".into()), mode }
    }

    fn started(browser: Browser, chosen: &Chosen) -> String {
        match check(chosen, Some(&browser)) {
            Ok(start) => {
                let arguments = start.arguments(&url());
                arguments.iter().map(|argument| argument.to_str().unwrap()).collect::<Vec<_>>().join("|")
            }
            Err(gone) => gone.to_string(),
        }
    }

    #[test]
    fn each_family_is_asked_in_its_own_way() {
        let at = "https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
        let quiet = "--no-first-run|--no-default-browser-check";
        for (family, profile, mode, expected) in [
            (Family::Chrome, false, Mode::Usual, format!("run|{at}|--last")),
            (Family::Chrome, true, Mode::Usual, format!("run|--profile-directory=Profile 1|{quiet}|{at}|--last")),
            (Family::Brave, false, Mode::Private, format!("run|--incognito|{quiet}|{at}|--last")),
            (Family::Edge, true, Mode::Private, format!("run|--profile-directory=Profile 1|--inprivate|{quiet}|{at}|--last")),
            (Family::Firefox, false, Mode::Usual, format!("run|{at}|--last")),
            (Family::Firefox, true, Mode::Private, format!("run|--profile|/d/Profile 1|-private-window|{at}|--last")),
            (
                Family::Firefox,
                true,
                Mode::Container("Contoso & Co".into()),
                "run|--profile|/d/Profile 1|ext+container:name=Contoso%20%26%20Co&url=https%3A%2F%2Fsecurity%2Emicrosoft%2Ecom%2F%3Ftid%3D8f3c1d52%2D6a0b%2D4a3e%2D9d57%2D0c2b6f1e7a44|--last".into(),
            ),
            (Family::Other, false, Mode::Usual, format!("run|{at}|--last")),
            // What cannot be done is not left out
            (Family::Other, true, Mode::Usual, "B cannot be asked for a profile".into()),
            (Family::Other, false, Mode::Private, "B cannot be asked for a private window".into()),
            (Family::Chrome, true, Mode::Container("x".into()), "B cannot be asked for a container without a profile of Firefox".into()),
            (Family::Firefox, false, Mode::Container("x".into()), "B cannot be asked for a container without a profile of Firefox".into()),
            (
                Family::Firefox,
                true,
                Mode::Container("x".into()),
                "B opens no links in this container of the profile Contoso admin\\u{202e}: \"x\"".into(),
            ),
        ] {
            assert_eq!(started(browser(family), &chosen(profile, mode)), expected, "{family:?}");
        }
    }

    #[test]
    fn macos_starts_an_application_anew_where_it_must_hear_arguments() {
        let safari = |family| Browser { command: Command::Bundle("com.b".into()), ..browser(family) };
        let at = url();
        assert_eq!(started(safari(Family::Other), &chosen(false, Mode::Usual)), format!("-b|com.b|{at}"));
        assert_eq!(
            started(safari(Family::Firefox), &chosen(true, Mode::Usual)),
            format!("-n|-b|com.b|--args|--profile|/d/Profile 1|{at}")
        );
    }

    #[test]
    fn what_is_gone_is_named_and_nothing_else_is_taken() {
        let gone = Chosen { browser: "x\u{1b}".into(), ..chosen(false, Mode::Usual) };
        assert_eq!(check(&gone, None).unwrap_err().to_string(), "this browser is not there: \"x\\u{1b}\"");
        let other = Chosen { profile: Some("--incognito".into()), ..chosen(false, Mode::Usual) };
        assert_eq!(started(browser(Family::Edge), &other), "B has no such profile: \"--incognito\"");
        let broken = Trouble::NoProfiles(Unread { file: "/x/Local\u{1b}State".into(), why: BadFile::Foreign });
        let unread = Browser { problem: Some(broken), profiles: Vec::new(), ..browser(Family::Edge) };
        assert_eq!(
            started(unread, &chosen(true, Mode::Usual)),
            "B has no such profile: \"Profile 1\" (its profiles cannot be read: /x/Local\\u{1b}State: it is not what the browser writes)"
        );
    }

    #[test]
    fn people_see_browser_profile_and_container() {
        let label = |family, profile, mode| check(&chosen(profile, mode), Some(&browser(family))).unwrap().label();
        assert_eq!(label(Family::Edge, false, Mode::Private), "B");
        assert_eq!(label(Family::Edge, true, Mode::Usual), "B · Contoso admin\\u{202e}");
        assert_eq!(
            label(Family::Firefox, true, Mode::Container("Contoso & Co".into())),
            "B · Contoso admin\\u{202e} · Contoso & Co"
        );
    }
}
