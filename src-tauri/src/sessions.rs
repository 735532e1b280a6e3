//! In which browser and profile something opens: what the person's rules say, and what of it can be followed on this machine.

use std::{
    collections::HashMap,
    sync::Mutex,
    time::{Duration, Instant},
};

use portico_core::{
    browser::{self, BadFile, Browser, BrowserRules, Gone, Start, Trouble, Unread},
    display::{path, quoted, safe},
    opening::Target,
    places,
    portal::PortalId,
    store,
    tenant::Tenant,
};

use crate::{ipc::Failure, state::lock, texts::with};

/// How long what was found counts for what is shown. What opens is looked at anew.
const FRESH: Duration = Duration::from_secs(10);

/// The browsers that rules name, as they were when they were looked at last.
#[derive(Debug, Default)]
pub(crate) struct Seen(Mutex<HashMap<String, (Instant, Option<Browser>)>>);

impl Seen {
    /// Returns what to show of the browser in which a page opens, nothing for the default one.
    ///
    /// # Errors
    ///
    /// Why it does not open, for people.
    pub(crate) fn label(
        &self,
        rules: &BrowserRules,
        tenant: &Tenant,
        portal: &PortalId,
    ) -> Result<Option<String>, String> {
        let mut seen = lock(&self.0);
        let chosen = browser::choose(rules, tenant, portal, |id| {
            seen.retain(|_, (at, _)| at.elapsed() < FRESH);
            // By reference: a browser may have thousands of profiles, and each row asks.
            seen.entry(id.to_owned()).or_insert_with(|| (Instant::now(), find(id))).1.as_ref()
        });
        let chosen = chosen.map_err(|gone| why(&gone))?;
        Ok(chosen.map(|start| label(&start)))
    }
}

/// Returns the browser in which a page opens, as it is now; nothing for the default one, for which nothing is looked at.
///
/// # Errors
///
/// The rule for it cannot be followed. It opens nowhere else: that would be another session.
pub(crate) fn choose(rules: &BrowserRules, target: &Target<'_>) -> Result<Option<Start>, Failure> {
    // The address can be copied, for whoever opens it there by hand.
    let failure = |gone: Gone| Failure { code: "BrowserGone", message: why(&gone), url: Some(target.url.to_string()) };
    browser::choose(rules, target.tenant, &target.portal, find).map_err(failure)
}

pub(crate) fn find(id: &str) -> Option<Browser> {
    store::browser(&places::browsers()?, id)
}

/// Returns what people know a chosen browser by.
pub(crate) fn label(start: &Start) -> String {
    if start.is_private() { with("browser.private", &[("browser", &start.label())]) } else { start.label() }
}

/// Says why a rule cannot be followed, and what to do.
pub(crate) fn why(gone: &Gone) -> String {
    match gone {
        Gone::Unclear(why) => with("browser.unclear", &[("why", &safe(why))]),
        Gone::Browser(id) => with("browser.gone", &[("browser", &quoted(id))]),
        Gone::Profile { browser, profile, why: None } => {
            with("browser.no-profile", &[("browser", &safe(browser)), ("profile", &quoted(profile))])
        }
        Gone::Profile { browser, profile, why: Some(why) } => {
            with("browser.unread", &[("profile", &quoted(profile)), ("trouble", &trouble(&safe(browser), why))])
        }
        Gone::Container { browser, profile, container } => {
            let values = [("browser", &*safe(browser)), ("profile", profile), ("container", &quoted(container))];
            with("browser.no-container", &values)
        }
        Gone::Cannot { browser, .. } => with("browser.cannot", &[("browser", &safe(browser))]),
    }
}

/// Says what keeps a browser or its profiles from being used.
pub(crate) fn trouble(browser: &str, trouble: &Trouble) -> String {
    match trouble {
        Trouble::NoProgram(program) => with("browser.no-program", &[("browser", browser), ("file", &path(program))]),
        Trouble::NoProfiles(unread) => with("browser.no-profiles", &[("browser", browser), ("why", &bad_file(unread))]),
        Trouble::NotAllProfiles(unread) => with("browser.not-all", &[("browser", browser), ("why", &bad_file(unread))]),
    }
}

fn bad_file(Unread { file, why }: &Unread) -> String {
    let key = match why {
        BadFile::Denied => "browser.denied",
        BadFile::NoFile => "browser.no-file",
        BadFile::TooLarge => "browser.too-large",
        BadFile::InUse => "browser.in-use",
        BadFile::Foreign => "browser.foreign",
    };
    with(key, &[("file", &path(file))])
}

/// Returns ` in Microsoft Edge · Contoso admin` behind what opens; nothing for the default browser.
pub(crate) fn behind(opening: &str, browser: Option<&str>) -> String {
    match browser {
        Some(browser) => with("browser.in", &[("opening", opening), ("browser", browser)]),
        None => opening.to_owned(),
    }
}
