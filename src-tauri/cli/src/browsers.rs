//! `portico browsers`.

use portico_core::{
    browser::{Browser, Found, Profile, Start},
    display::safe,
    places::{self, BrowserPlaces},
    store,
};

use crate::{
    args::BrowsersArgs,
    failure::{Exit, Failure},
    json, output,
    table::Table,
};

mod choice;

pub(crate) use choice::{choose, named};

pub(crate) fn browsers(args: &BrowsersArgs) -> Result<(), Failure> {
    let found = store::browsers(&places()?);
    for problem in &found.problems {
        output::note(&format!("warning: {problem}"));
    }
    if args.json {
        return Ok(output::text(&json::browsers(&found))?);
    }
    if found.browsers.is_empty() {
        output::note("no browsers were found; the default browser is started all the same");
        return Ok(());
    }
    Ok(output::text(&table(&found))?)
}

fn table(found: &Found) -> String {
    let mut table = Table::new(["BROWSER", "NAME", "PROFILE", "SHOWN AS", "ACCOUNT", ""]);
    for browser in &found.browsers {
        let mut row = |profile: Option<&Profile>, note: String| {
            let of = |value: fn(&Profile) -> &str| {
                profile.map(|profile| safe(value(profile)).into_owned()).unwrap_or_default()
            };
            let account = of(|profile| profile.account.as_deref().unwrap_or_default());
            let (id, name) = (safe(&browser.id).into_owned(), safe(&browser.name).into_owned());
            table.row([id, name, of(|profile| &profile.key), of(|profile| &profile.name), account, note]);
        };
        if browser.profiles.is_empty() {
            row(None, without_profiles(browser).to_owned());
        }
        for profile in &browser.profiles {
            let containers: Vec<_> = profile.containers.iter().map(|name| safe(name)).collect();
            let note =
                if containers.is_empty() { String::new() } else { format!("containers: {}", containers.join(", ")) };
            row(Some(profile), note);
        }
    }
    table.to_string()
}

fn without_profiles(browser: &Browser) -> &'static str {
    match (browser.family.has_profiles(), &browser.problem) {
        (false, _) => "no profiles or private windows to choose",
        (true, Some(_)) => "profiles that cannot be read",
        (true, None) => "no profiles yet",
    }
}

/// Returns the browser with this id, as it is now.
pub(crate) fn find(id: &str) -> Option<Browser> {
    store::browser(&places::browsers()?, id)
}

/// Returns where to look for browsers.
pub(crate) fn places() -> Result<BrowserPlaces, Failure> {
    places::browsers().ok_or_else(|| Failure::new(Exit::Failed, "no home folder: set HOME"))
}

/// Returns browser, profile and window as they are said to people.
pub(crate) fn shown(start: &Start) -> String {
    if start.is_private() { format!("{}, private window", start.label()) } else { start.label() }
}
