//! Which browser or profile a word on the command line means. Two candidates are a question, not an answer.

use super::{Browser, Found, Profile};
use crate::fold::{Folded, fold};

/// How a profile is named by its key, where that is another one's name too.
const KEY: &str = "key:";

/// More than one is meant, or none.
#[derive(Debug)]
pub enum Several<'f, T> {
    /// These, none of which may be taken.
    All(Vec<&'f T>),
    /// None.
    None,
}

/// Returns the browser that a text names: by its id, else its name, else its family if it is the only one of it.
///
/// # Errors
///
/// It is not exactly one.
pub fn browser_named<'f>(found: &'f Found, text: &str) -> Result<&'f Browser, Several<'f, Browser>> {
    if let Some(browser) = found.browsers.iter().find(|browser| browser.id == text) {
        return Ok(browser);
    }
    let word = fold(text);
    let of =
        |fits: &dyn Fn(&Browser) -> bool| found.browsers.iter().filter(|browser| fits(browser)).collect::<Vec<_>>();
    let is = |name: &str| is_same(&word, name);
    let named = of(&|browser| is(&browser.id) || is(&browser.name));
    only(if named.is_empty() { of(&|browser| is(browser.family.key())) } else { named })
}

/// Returns the profile that a text names: by its key, its name or its account. `key:Profile 1` names one by its key alone: Edge has
/// the name of one profile as the key of another.
///
/// # Errors
///
/// It is not exactly one.
pub fn profile_named<'f>(browser: &'f Browser, text: &str) -> Result<&'f Profile, Several<'f, Profile>> {
    if let Some(key) = text.strip_prefix(KEY) {
        return browser.profile(key).ok_or(Several::None);
    }
    let word = fold(text);
    let fits = |profile: &&Profile| {
        profile.key == text
            || is_same(&word, &profile.name)
            || profile.account.as_deref().is_some_and(|account| is_same(&word, account))
    };
    only(browser.profiles.iter().filter(fits).collect())
}

fn is_same(word: &Folded, name: &str) -> bool {
    word.as_str() == fold(name).as_str()
}

fn only<T>(mut all: Vec<&T>) -> Result<&T, Several<'_, T>> {
    match all.len() {
        0 => Err(Several::None),
        1 => Ok(all.remove(0)),
        _ => Err(Several::All(all)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::{Command, Family};

    fn profile(key: &str, name: &str, account: Option<&str>) -> Profile {
        let account = account.map(str::to_owned);
        Profile { key: key.into(), name: name.into(), account, folder: key.into(), containers: Vec::new() }
    }

    fn browser(id: &str, name: &str, family: Family) -> Browser {
        let command = Command::Bundle(id.into());
        let profiles = vec![
            profile("Default", "Profile 1", Some("a@contoso.com")),
            profile("Profile 1", "Åkeri", None),
            profile("Profile 2", "Twin", Some("one@twin.example")),
            profile("Profile 3", "TWIN", Some("two@twin.example")),
        ];
        Browser { id: id.into(), name: name.into(), family, command, profiles, problem: None }
    }

    #[test]
    fn a_browser_is_named_by_id_name_or_family() {
        let browsers = vec![
            browser("chromium", "Chromium Web Browser", Family::Chromium),
            browser("google-chrome", "Google Chrome", Family::Chrome),
            browser("org.mozilla.firefox", "Firefox", Family::Firefox),
            browser("firefox-esr", "Firefox ESR", Family::Firefox),
            browser("work", "Google Chrome", Family::Chromium),
        ];
        let found = Found { browsers, problems: Vec::new() };
        for (text, expected) in [
            ("google-chrome", "google-chrome"),
            ("chromium web browser", "chromium"),
            ("chrome", "google-chrome"),
            ("firefox", "org.mozilla.firefox"),
            ("FIREFOX ESR", "firefox-esr"),
            ("chromium", "chromium"),
            ("Google Chrome", "several"),
            ("edge", "none"),
            ("", "none"),
        ] {
            let named = match browser_named(&found, text) {
                Ok(browser) => browser.id.as_str(),
                Err(Several::All(_)) => "several",
                Err(Several::None) => "none",
            };
            assert_eq!(named, expected, "{text}");
        }
    }

    #[test]
    fn a_profile_is_named_by_key_name_or_account() {
        let edge = browser("microsoft-edge", "Microsoft Edge", Family::Edge);
        for (text, expected) in [
            ("Default", "Default"),
            ("akeri", "Profile 1"),
            ("A@Contoso.com", "Default"),
            ("two@twin.example", "Profile 3"),
            ("twin", "several"),
            // One's key is another's name.
            ("Profile 1", "several"),
            ("key:Profile 1", "Profile 1"),
            ("key:Åkeri", "none"),
            ("Profile 9", "none"),
        ] {
            let named = match profile_named(&edge, text) {
                Ok(profile) => profile.key.as_str(),
                Err(Several::All(_)) => "several",
                Err(Several::None) => "none",
            };
            assert_eq!(named, expected, "{text}");
        }
        let shown: Vec<_> = edge.profiles.iter().map(|profile| edge.shown(profile)).collect();
        assert_eq!(shown, ["Profile 1", "Åkeri", "Twin (one@twin.example)", "TWIN (two@twin.example)"]);
    }
}
