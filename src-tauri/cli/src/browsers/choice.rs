//! In which browser something opens: as somebody says it for one time, else as the rules have it.

use portico_core::{
    browser::{self, Browser, Chosen, DEFAULT, Found, Gone, Mode, Several, Start},
    display::{quoted, safe},
    opening::Target,
    settings::Settings,
    store,
};

use crate::{
    args::Once,
    browsers,
    failure::{Exit, Failure},
};

/// Decides in which browser a target opens; nothing for the default browser, for which nothing is looked at.
pub(crate) fn choose(settings: &Settings, target: &Target<'_>, once: &Once) -> Result<Option<Start>, Failure> {
    let Once { browser, profile, private } = once;
    let Some(name) = browser else {
        return browser::choose(&settings.browsers, target.tenant, &target.portal, browsers::find)
            .map_err(|gone| refused(&gone));
    };
    if name == DEFAULT {
        return match profile.is_some() || *private {
            true => Err(Failure::new(Exit::Usage, "the default browser can be asked for nothing but the page")
                .hint("name the browser: `portico browsers` shows all")),
            false => Ok(None),
        };
    }
    let found = store::browsers(&browsers::places()?);
    let mode = if *private { Mode::Private } else { Mode::Usual };
    let (chosen, browser) = named(&found, name, profile.as_deref(), mode)?;
    browser::check(&chosen, Some(browser)).map(Some).map_err(|gone| refused(&gone))
}

/// Returns the browser and the profile that somebody named, of those that are there.
pub(crate) fn named<'f>(
    found: &'f Found,
    name: &str,
    profile: Option<&str>,
    mode: Mode,
) -> Result<(Chosen, &'f Browser), Failure> {
    let browser = browser::browser_named(found, name).map_err(|several| match several {
        Several::None => not_there(found, name),
        Several::All(all) => {
            let failure = Failure::new(Exit::Ambiguous, format!("{} browsers are named {}", all.len(), quoted(name)));
            let lines = all.iter().map(|one| format!("{}  {}", safe(&one.id), safe(&one.name)));
            lines.fold(failure, Failure::detail).hint("say which one by its key, which stands first")
        }
    })?;
    let profile = match profile {
        None => None,
        Some(name) => Some(profile_of(browser, name)?),
    };
    Ok((Chosen { browser: browser.id.clone(), profile, mode }, browser))
}

fn profile_of(browser: &Browser, name: &str) -> Result<String, Failure> {
    if !browser.family.has_profiles() {
        let gone = Gone::Cannot { browser: browser.name.clone(), what: "a profile" };
        return Err(Failure::new(Exit::Browser, gone.to_string()));
    }
    let (shown, listed) = (safe(&browser.name), 20);
    match browser::profile_named(browser, name) {
        Ok(profile) => Ok(profile.key.clone()),
        Err(Several::None) => {
            let gone =
                Gone::Profile { browser: browser.name.clone(), profile: name.to_owned(), why: browser.problem.clone() };
            Err(Failure::new(Exit::Browser, gone.to_string()).hint("run `portico browsers` to see all profiles"))
        }
        Err(Several::All(all)) => {
            let mut failure =
                Failure::new(Exit::Ambiguous, format!("{} profiles of {shown} go by {}", all.len(), quoted(name)));
            for profile in all.iter().take(listed) {
                let account =
                    profile.account.as_deref().map(|account| format!("  {}", safe(account))).unwrap_or_default();
                failure = failure.detail(format!("key:{}  {}{account}", safe(&profile.key), safe(&profile.name)));
            }
            if all.len() > listed {
                failure = failure.detail(format!("and {} more", all.len() - listed));
            }
            Err(failure.hint("say which one by its account, or by `key:` and its key"))
        }
    }
}

fn not_there(found: &Found, name: &str) -> Failure {
    let failure = Failure::new(Exit::Browser, format!("no browser here is named {}", quoted(name)));
    let ids: Vec<_> = found.browsers.iter().map(|browser| safe(&browser.id).into_owned()).collect();
    let problems = found.problems.iter().fold(failure, |failure, problem| failure.detail(problem.to_string()));
    if ids.is_empty() { problems } else { problems.hint(format!("browsers: {}", ids.join(", "))) }
}

/// Returns the failure of a choice that cannot be followed, with the ways out.
fn refused(gone: &Gone) -> Failure {
    let failure = Failure::new(Exit::Browser, format!("{gone}: nothing was opened"));
    let failure = match gone {
        Gone::Unclear(_) => failure.hint("correct it in settings.json: `portico doctor` says where that is"),
        _ => failure.hint(
            "`portico browsers` shows what is there; `portico settings browser` shows what was chosen, and chooses another",
        ),
    };
    failure.hint("for one time, `--browser NAME` opens it in another one, `--browser default` in the default browser")
}
