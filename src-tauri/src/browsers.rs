//! The browsers page: what was found on this machine, and the rules for what opens where.

use std::{borrow::Borrow, sync::mpsc, time::Duration};

use portico_core::{
    address::PortalUrl,
    browser::{self as core, Browser, BrowserRule, BrowserRules, Found, Start, Way, Whom},
    display::{path, safe},
    help::Topic,
    opening, places,
    registry::Registry,
    settings::Change,
    store,
    tenant::Tenant,
};
use tauri::{AppHandle, Manager, async_runtime};

use crate::{
    browser,
    customers::places as places_of,
    ipc::{
        Failure,
        browsers::{BrowserShape, BrowsersShape, OpensShape, RuleEntry, RuleShape, WhomShape},
    },
    open, sessions,
    state::{Known, State},
    texts::{text, with},
    watch,
};

/// How long a browser that is tried may take to fail, so that the page can say so. One that runs on is there.
const MOMENT: Duration = Duration::from_secs(1);

/// Returns what there is, and the rules as they are now. It reads files of browsers.
///
/// # Errors
///
/// The rules cannot be read.
pub(crate) fn shape(app: &AppHandle) -> Result<BrowsersShape, Failure> {
    let known = app.state::<State>().known();
    let places = known.places()?;
    let BrowserRules { rules, unclear } = store::settings(places).map_err(|error| Failure::not_read(&error))?.browsers;
    let found = places::browsers().map(|places| store::browsers(&places)).unwrap_or_default();
    // What is said twice and agrees is one rule.
    let is_first = |(at, rule): &(usize, &BrowserRule)| rules.iter().position(|other| other == *rule) == Some(*at);
    let shown = rules.iter().enumerate().filter(is_first).map(|(_, rule)| rule_shape(&known, &rules, rule, &found));
    Ok(BrowsersShape {
        rules: shown.collect(),
        browsers: found.browsers.iter().map(|browser| BrowserShape::of(browser, name(browser, &found))).collect(),
        problems: found.problems.iter().filter(|problem| !is_of_shown(problem, &found)).map(problem_text).collect(),
        unclear: unclear.map(|why| safe(&why).into_owned()),
        settings: path(&places.settings()),
    })
}

/// Returns a browser's name, with its id where another one has that name.
fn name(browser: &Browser, found: &Found) -> String {
    let shown = safe(&browser.name).into_owned();
    let is_single = found.browsers.iter().filter(|other| other.name == browser.name).count() == 1;
    if is_single { shown } else { format!("{shown} ({})", safe(&browser.id)) }
}

/// Returns true for a problem that is shown with its browser.
fn is_of_shown(problem: &core::Problem, found: &Found) -> bool {
    found.browsers.iter().any(|browser| browser.problem.as_ref() == Some(&problem.why))
}

fn problem_text(problem: &core::Problem) -> String {
    sessions::trouble(&problem.browser, &problem.why)
}

fn rule_shape(known: &Known, rules: &[BrowserRule], rule: &BrowserRule, found: &Found) -> RuleShape {
    let mut same = rules.iter().filter(|other| other.whom.is_same(&rule.whom));
    let is_single = same.all(|other| other.way == rule.way);
    let (name, note) = described(known, &rule.whom);
    let opens = match &rule.way {
        _ if !is_single => Err(text("browsers.twice")),
        Err(why) => Err(with("browsers.bad-entry", &[("why", &safe(why))])),
        Ok(way) => start(way, |id| found.browsers.iter().find(|browser| browser.id == id)).map(label),
    };
    RuleShape {
        whom: (&rule.whom).into(),
        name,
        note,
        way: rule.way.as_ref().ok().map(Into::into),
        trouble: opens.as_ref().err().cloned(),
        opens: opens.unwrap_or_default(),
        single: is_single,
    }
}

/// Returns whom a rule is about, and what there is to know about that.
fn described(known: &Known, whom: &Whom) -> (String, Option<String>) {
    match whom {
        Whom::Tenant(identity) => match known.registry.get(identity) {
            Some(tenant) => (safe(&tenant.name).into_owned(), tenant.known_domain().map(ToString::to_string)),
            None => (identity.to_string(), Some(text("browsers.no-customer"))),
        },
        Whom::Group(group) => {
            let is_empty = !known.registry.tenants().iter().any(|tenant| whom.has(tenant));
            (safe(group).into_owned(), is_empty.then(|| text("browsers.no-group")))
        }
        Whom::Cloud(cloud) => (cloud.name().to_owned(), None),
        Whom::Portal(id) => match known.catalogue.named(id.as_str()) {
            Ok(portal) => (safe(&portal.name).into_owned(), None),
            Err(_) => (id.to_string(), Some(text("browsers.no-portal"))),
        },
    }
}

/// Returns the browser that is started, nothing for the default one; or why there is none, for people.
fn start<B: Borrow<Browser>>(way: &Way, find: impl FnOnce(&str) -> Option<B>) -> Result<Option<Start>, String> {
    core::follow(way, find).map_err(|gone| sessions::why(&gone))
}

fn label(start: Option<Start>) -> String {
    start.map_or_else(|| text("browsers.in-default"), |start| sessions::label(&start))
}

/// Adds, changes or removes a rule, if it is still as the person saw it.
///
/// # Errors
///
/// It is not, it could not be followed, or it was not saved.
pub(crate) fn save(app: &AppHandle, entry: RuleEntry) -> Result<BrowsersShape, Failure> {
    let places = places_of(app)?;
    let whom = whom(&app.state::<State>().known().registry, entry.whom)?;
    let way: Option<Way> = entry.way.map(TryInto::try_into).transpose()?;
    let base: Option<Way> = entry.base.map(TryInto::try_into).transpose()?;
    let rules = store::settings(&places).map_err(|error| Failure::not_read(&error))?.browsers.rules;
    let mut there = rules.iter().filter(|rule| rule.whom.is_same(&whom));
    let is_as_shown = match &base {
        Some(base) => there.any(|rule| rule.way.as_ref() == Ok(base)),
        None => there.all(|rule| rule.way.is_err()),
    };
    if !is_as_shown {
        return Err(Failure::new("Changed", text("browsers.not-as-shown")));
    }
    if let Some(way) = way.as_ref().filter(|_| !entry.back) {
        start(way, sessions::find).map_err(|why| Failure::new("BrowserGone", why))?;
    }
    store::change_settings(&places, &[Change::Browser(whom, way)]).map_err(|error| Failure::not_saved(&error))?;
    app.state::<State>().refresh();
    watch::changed(app);
    shape(app)
}

fn whom(registry: &Registry, shape: WhomShape) -> Result<Whom, Failure> {
    let bad = || Failure::refused("BadRule");
    Ok(match shape {
        WhomShape::Tenant(key) => Whom::Tenant(key.parse().map_err(|_| bad())?),
        WhomShape::Cloud(key) => Whom::Cloud(key.parse().map_err(|_| bad())?),
        WhomShape::Portal(key) => Whom::Portal(key.parse().map_err(|_| bad())?),
        WhomShape::Group(text) if text.trim().is_empty() => return Err(bad()),
        WhomShape::Group(text) => Whom::Group(group(registry, text)),
    })
}

/// Returns the group that a page means: it shows names made safe, and they come back so.
fn group(registry: &Registry, text: String) -> String {
    let all = || registry.tenants().iter().filter_map(|tenant| tenant.group.as_ref());
    if all().any(|group| *group == text) {
        return text;
    }
    all().find(|group| safe(group) == text).cloned().unwrap_or_else(|| text.trim().to_owned())
}

/// Starts a browser with the page that shows who is signed in there.
///
/// # Errors
///
/// Why it was not started.
pub(crate) async fn try_it(app: &AppHandle, way: Way) -> Result<(), Failure> {
    let found = async_runtime::spawn_blocking(move || start(&way, sessions::find)).await;
    let chosen = found.map_err(|_| Failure::refused("NoBrowser"))?.map_err(|why| Failure::new("BrowserGone", why))?;
    let url = PortalUrl::of_topic(Topic::Account);
    let (tell, told) = mpsc::channel();
    let later = move |result| {
        // Nobody may be waiting any more.
        let _ = tell.send(result);
    };
    let result = match browser::open(app, url.clone(), chosen.clone(), later).await {
        Some(result) => result,
        None => {
            let late = async_runtime::spawn_blocking(move || told.recv_timeout(MOMENT)).await;
            late.ok().and_then(Result::ok).unwrap_or(Ok(()))
        }
    };
    result.map_err(|why| open::not_started(why, &url, chosen.as_ref()))
}

/// Returns in which browser a customer opens, and which rule says so.
pub(crate) fn opens(known: &Known, tenant: &Tenant) -> OpensShape {
    let none = OpensShape { browser: None, trouble: None, by: None };
    let Ok(portal) = opening::default_portal(&known.catalogue, tenant) else { return none };
    let rule = known.settings.browsers.deciding(tenant, &portal.id).ok().flatten();
    let by = rule.map(|rule| {
        let named = |key: &str| with(key, &[("name", &described(known, &rule.whom).0)]);
        match rule.whom {
            Whom::Tenant(_) => text("browsers.by-tenant"),
            Whom::Group(_) => named("browsers.by-group"),
            Whom::Cloud(_) => named("browsers.by-cloud"),
            Whom::Portal(_) => named("browsers.by-portal"),
        }
    });
    match known.browser(tenant, portal.id.as_str()) {
        Ok(browser) => OpensShape { browser, by, ..none },
        Err(why) => OpensShape { trouble: Some(why), by, ..none },
    }
}
