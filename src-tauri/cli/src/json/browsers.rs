//! Browsers, and the rules for them, as JSON.

use portico_core::browser::{Browser, BrowserRule, DEFAULT, Found, Gone, Mode, Problem, Profile, Start, Way, Whom};
use serde_json::json;

use super::{SCHEMA, printed};

/// `portico browsers --json`
pub(crate) fn browsers(found: &Found) -> String {
    let profile = |profile: &Profile| json!({ "key": profile.key, "name": profile.name, "account": profile.account, "containers": profile.containers });
    let browser = |browser: &Browser| {
        json!({
            "id": browser.id,
            "name": browser.name,
            "family": browser.family.key(),
            "private": browser.family.has_profiles(),
            "profiles": browser.profiles.iter().map(profile).collect::<Vec<_>>(),
        })
    };
    let problem = |problem: &Problem| json!({ "browser": problem.browser, "reason": problem.why.to_string() });
    printed(&json!({
        "schema": SCHEMA,
        "browsers": found.browsers.iter().map(browser).collect::<Vec<_>>(),
        "problems": found.problems.iter().map(problem).collect::<Vec<_>>(),
    }))
}

/// `portico settings browser --json`
pub(crate) fn browser_rules(rules: &[(&BrowserRule, Result<Option<Start>, Gone>)]) -> String {
    let rule = |(rule, checked): &(&BrowserRule, Result<Option<Start>, Gone>)| {
        let (subject, about) = match &rule.whom {
            Whom::Tenant(identity) => ("tenant", identity.to_string()),
            Whom::Group(group) => ("group", group.clone()),
            Whom::Cloud(cloud) => ("cloud", cloud.key().to_owned()),
            Whom::Portal(id) => ("portal", id.to_string()),
        };
        let chosen = match &rule.way {
            Ok(Way::In(chosen)) => Some(chosen),
            Ok(Way::Default) | Err(_) => None,
        };
        let container = chosen.and_then(|chosen| match &chosen.mode {
            Mode::Container(name) => Some(name),
            Mode::Usual | Mode::Private => None,
        });
        json!({
            subject: about,
            "browser": rule.way.is_ok().then(|| chosen.map_or(DEFAULT, |chosen| &chosen.browser)),
            "profile": chosen.and_then(|chosen| chosen.profile.as_ref()),
            "private": chosen.is_some_and(|chosen| chosen.mode == Mode::Private),
            "container": container,
            "unavailable": checked.as_ref().err().map(ToString::to_string),
        })
    };
    printed(&json!({ "schema": SCHEMA, "rules": rules.iter().map(rule).collect::<Vec<_>>() }))
}
