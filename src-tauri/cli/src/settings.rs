//! `portico settings`.

use portico_core::{
    display::{path, quoted, safe},
    places::{Places, RegistrySource},
    settings::{ConfirmRules, HotkeySetting, PortalSettings, Settings, Theme},
    store,
};

use crate::{
    args::{RuleArgs, SettingsArgs, SettingsCommand},
    failure::Failure,
    integrate, output,
    table::Table,
};

mod rules;

pub(crate) use rules::{check, described};

pub(crate) fn settings(args: &SettingsArgs) -> Result<(), Failure> {
    match &args.command {
        Some(SettingsCommand::Browser(args)) => browser(args),
        None => show(),
    }
}

fn browser(args: &RuleArgs) -> Result<(), Failure> {
    let RuleArgs { tenant, group, cloud, portal, .. } = args;
    let is_about_nothing = tenant.is_none() && group.is_none() && cloud.is_none() && portal.is_none();
    if is_about_nothing { rules::list(args.json) } else { rules::set(args) }
}

/// Shows all settings as they are used, by the names that they have in the file.
fn show() -> Result<(), Failure> {
    let places = store::find_places()?;
    let settings = store::settings(&places)?;
    for problem in &settings.problems {
        output::note(&format!("warning: left out: {}", safe(&problem.to_string())));
    }
    let mut table = Table::new(["SETTING", "VALUE"]);
    for (name, value) in rows(&places, &settings) {
        table.row([name.to_owned(), value]);
    }
    output::text(&table.to_string())?;
    Ok(output::line(&format!("\nThey stand in {}.", path(&places.settings())))?)
}

fn rows(places: &Places, settings: &Settings) -> [(&'static str, String); 11] {
    let on = |is_on| if is_on { "on" } else { "off" }.to_owned();
    let Settings { tray, browsers, .. } = settings;
    [
        ("registry", registry(places)),
        ("language", settings.language.as_deref().map_or("the system's".to_owned(), |key| safe(key).into_owned())),
        ("theme", theme(settings.theme)),
        ("hotkey", hotkey(&settings.hotkey)),
        ("notify", on(settings.notify)),
        ("history", history(settings)),
        ("entries", integrate::described(&settings.entries)),
        ("tray", format!("{} favorites, {} recent customers", tray.favorites, tray.recent)),
        ("confirm", confirm(&settings.confirm)),
        ("portals", portals(&settings.portals)),
        (
            "browsers",
            match browsers.rules.len() {
                _ if browsers.unclear.is_some() => "unclear: `portico settings browser` tells".to_owned(),
                0 => "the default browser".to_owned(),
                1 => "1 rule: `portico settings browser` lists it".to_owned(),
                many => format!("{many} rules: `portico settings browser` lists them"),
            },
        ),
    ]
}

fn registry(places: &Places) -> String {
    let by = match places.registry_source {
        RegistrySource::Default => ", the usual place",
        RegistrySource::Settings => "",
        RegistrySource::Environment => ", set by PORTICO_REGISTRY",
    };
    format!("{}{by}", path(&places.registry))
}

fn theme(theme: Theme) -> String {
    theme.key().unwrap_or("the system's").to_owned()
}

fn hotkey(hotkey: &HotkeySetting) -> String {
    match hotkey {
        HotkeySetting::Unasked => "none yet".to_owned(),
        HotkeySetting::Off => "none".to_owned(),
        HotkeySetting::Keys(Ok(keys)) => keys.to_string(),
        HotkeySetting::Keys(Err(why)) => format!("none: {}", safe(&why.to_string())),
    }
}

fn history(settings: &Settings) -> String {
    match (settings.history, settings.history_days) {
        (false, _) => "off".to_owned(),
        (true, None) => "on".to_owned(),
        (true, Some(1)) => "on, for 1 day".to_owned(),
        (true, Some(days)) => format!("on, for {days} days"),
    }
}

fn confirm(rules: &ConfirmRules) -> String {
    if rules.all {
        return "everything".to_owned();
    }
    let groups = rules.groups.iter().map(|group| format!("the group {}", quoted(group)));
    let clouds = rules.clouds.iter().map(|cloud| format!("the cloud {cloud}"));
    let doubtful = rules.doubtful_portals.then(|| "portals that may show another tenant".to_owned());
    let marked = ["customers that are marked".to_owned()].into_iter();
    marked.chain(groups).chain(clouds).chain(doubtful).collect::<Vec<_>>().join(", ")
}

fn portals(portals: &PortalSettings) -> String {
    let list = |ids: &[_], word: &str| {
        let ids: Vec<_> = ids.iter().map(ToString::to_string).collect();
        (!ids.is_empty()).then(|| format!("{word} {}", ids.join(", ")))
    };
    let PortalSettings { order, off, default, own } = portals;
    let default = default.as_ref().map(|id| format!("default {id}"));
    let own = (!own.is_empty()).then(|| format!("{} of your own", own.len()));
    let parts: Vec<_> = [default, list(order, "first"), list(off, "off"), own].into_iter().flatten().collect();
    if parts.is_empty() { "as they come".to_owned() } else { parts.join("; ") }
}
