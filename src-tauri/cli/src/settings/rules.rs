//! `portico settings browser`.

use portico_core::{
    browser::{self, BrowserRule, Chosen, Gone, Mode, Start, Way, Whom},
    display::quoted,
    places::Places,
    registry::Registry,
    settings::Change,
    store,
};

use crate::{
    args::RuleArgs,
    browsers::{find, named, places, shown},
    failure::{Exit, Failure},
    json, output, registry,
    table::Table,
};

/// Chooses a browser, or forgets what was chosen.
pub(super) fn set(args: &RuleArgs) -> Result<(), Failure> {
    let (places, registry) = registry::load()?;
    let whom = whom(args, &places, &registry)?;
    let about = described(&whom, &registry);
    let rules = store::settings(&places)?.browsers;
    let was_there = rules.rules.iter().any(|rule| rule.whom.is_same(&whom));
    let (way, said) = match &args.browser {
        Some(name) => {
            let start = start(args, name)?;
            let said = format!("From now on {about} opens in {}.", shown(&start.1));
            (Some(Way::In(start.0)), said)
        }
        None if args.default => (Some(Way::Default), format!("From now on {about} opens in the default browser.")),
        None if was_there => (None, format!("Nothing is chosen for {about} any more.")),
        None => return Ok(output::line(&format!("Nothing was chosen for {about}."))?),
    };
    store::change_settings(&places, &[Change::Browser(whom.clone(), way)])?;
    output::line(&said)?;
    if let Whom::Group(group) = &whom
        && !registry.tenants().iter().any(|tenant| whom.has(tenant))
    {
        output::note(&format!("note: no customer is in the group {} now", quoted(group)));
    }
    Ok(())
}

fn start(args: &RuleArgs, name: &str) -> Result<(Chosen, Start), Failure> {
    let mode = match &args.container {
        Some(container) => Mode::Container(container.clone()),
        None if args.private => Mode::Private,
        None => Mode::Usual,
    };
    let found = store::browsers(&places()?);
    let (chosen, browser) = named(&found, name, args.profile.as_deref(), mode)?;
    // What could not be followed is not saved.
    let start = browser::check(&chosen, Some(browser)).map_err(|gone| not_saved(&gone))?;
    Ok((chosen, start))
}

fn not_saved(gone: &Gone) -> Failure {
    let failure = Failure::new(Exit::Browser, format!("{gone}: nothing was changed"));
    match gone {
        Gone::Container { .. } => failure
            .hint("the add-on \"Open external links in a container\" does, for containers that you named yourself"),
        _ => failure.hint("run `portico browsers` to see what is there"),
    }
}

fn whom(args: &RuleArgs, places: &Places, registry: &Registry) -> Result<Whom, Failure> {
    let RuleArgs { tenant, group, cloud, portal, .. } = args;
    if let Some(text) = tenant {
        return Ok(Whom::Tenant(registry::find(registry, text)?.identity()));
    }
    if let Some(group) = group {
        return Ok(Whom::Group(group.trim().to_owned()));
    }
    if let Some(cloud) = cloud {
        return Ok(Whom::Cloud(*cloud));
    }
    Ok(Whom::Portal(registry::portal_id(places, portal.as_deref().unwrap_or_default())?))
}

/// Lists the rules, each with what has become of what it asks for.
pub(super) fn list(as_json: bool) -> Result<(), Failure> {
    let (places, registry) = registry::load()?;
    let rules = store::settings(&places)?.browsers;
    let checked: Vec<_> = rules.rules.iter().map(|rule| (rule, check(rule))).collect();
    if let Some(why) = &rules.unclear {
        output::note(&format!("warning: customers without a rule of their own do not open: {why}"));
    }
    if as_json {
        return Ok(output::text(&json::browser_rules(&checked))?);
    }
    if checked.is_empty() {
        return Ok(output::line("Everything opens in the default browser.")?);
    }
    let mut table = Table::new(["FOR", "OPENS IN"]);
    for (rule, checked) in &checked {
        let way = match checked {
            Ok(None) => "the default browser".to_owned(),
            Ok(Some(start)) => shown(start),
            Err(gone) => format!("nothing: {gone}"),
        };
        table.row([described(&rule.whom, &registry), way]);
    }
    Ok(output::text(&table.to_string())?)
}

/// Returns where a rule opens as things are now; nothing for the default browser.
pub(crate) fn check(rule: &BrowserRule) -> Result<Option<Start>, Gone> {
    let way = rule.way.as_ref().map_err(|why| Gone::Unclear(why.clone()))?;
    browser::follow(way, find)
}

/// Returns what a rule is about, in words.
pub(crate) fn described(whom: &Whom, registry: &Registry) -> String {
    match whom {
        Whom::Tenant(identity) => match registry.get(identity) {
            Some(tenant) => registry::described(tenant),
            None => format!("{identity}, which is no customer now"),
        },
        Whom::Group(group) => format!("the group {}", quoted(group)),
        Whom::Cloud(cloud) => format!("the cloud {cloud}"),
        Whom::Portal(id) => format!("the portal {id}"),
    }
}
