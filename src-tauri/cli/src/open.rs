//! `portico open` and `portico url`.

use jiff::Timestamp;
use portico_core::{
    address,
    display::{quoted, safe},
    history::{Intent, Outcome, Via},
    opening::{self, Decision, Doubt, Request, Target},
    places::Places,
    portal::Catalogue,
    store,
    tenant::Tenant,
};

use crate::{
    args::{OpenArgs, Source, UrlArgs},
    ask, browser,
    failure::{Exit, Failure},
    output, registry,
};

pub(crate) fn open(args: &OpenArgs) -> Result<(), Failure> {
    let (places, registry, pinning) = registry::load_guarded()?;
    let tenant = registry::find_by_prefix(&registry, &args.tenant)?;
    let request = Request {
        identity: tenant.identity(),
        portal: args.portal.clone(),
        shown_name: args.expect.clone(),
        // Printing opens nothing that would have to be asked about.
        confirmed: args.yes || args.print,
    };
    let target = match opening::decide(&registry, &pinning, &request)? {
        Decision::Open(target) => target,
        Decision::Ask(target, Doubt::Renamed(expected)) => return Err(renamed(target.tenant, &expected)),
        Decision::Ask(target, doubt) => {
            confirm(&target, &doubt, args.source)?;
            target
        }
    };
    if args.print {
        output::line(target.url.as_str())?;
        note_check(&target);
        return Ok(());
    }
    // Whether or not anybody reads it.
    let _ = output::line(&format!("Opening {} for {}", target.portal.name, registry::described(target.tenant)));
    note_check(&target);
    start(&places, &target, args.source)
}

/// Starts the browser, and writes down before it what it is started for.
fn start(places: &Places, target: &Target<'_>, source: Option<Source>) -> Result<(), Failure> {
    let intent = Intent {
        identity: target.tenant.identity(),
        name: target.tenant.name.clone(),
        portal: target.portal.id.to_string(),
        via: source.map_or(Via::Terminal, |Source::Launcher| Via::Launcher),
    };
    let not_written = |error| output::note(&format!("warning: this is missing in the history: {error}"));
    let recorded = match store::settings(places)?.history {
        true => store::record(places, Timestamp::now(), &intent).map_err(not_written).ok(),
        false => None,
    };
    let opened = browser::open(&target.url);
    if let Some(recorded) = recorded {
        let outcome = if opened.is_ok() { Outcome::HandedOver } else { Outcome::Failed };
        let _ = recorded.finish(Timestamp::now(), outcome).map_err(not_written);
    }
    opened
}

pub(crate) fn url(args: &UrlArgs) -> Result<(), Failure> {
    let (_, registry, pinning) = registry::load_guarded()?;
    let tenant = registry::find_by_prefix(&registry, &args.tenant)?;
    if args.all {
        opening::ensure_known(tenant, &pinning)?;
        return all(tenant);
    }
    let request =
        Request { identity: tenant.identity(), portal: args.portal.clone(), shown_name: None, confirmed: true };
    let (Decision::Open(target) | Decision::Ask(target, _)) = opening::decide(&registry, &pinning, &request)?;
    output::line(target.url.as_str())?;
    note_check(&target);
    Ok(())
}

fn all(tenant: &Tenant) -> Result<(), Failure> {
    let lines: String = Catalogue::built_in()
        .portals()
        .iter()
        .filter_map(|portal| Some(format!("{}\t{}\n", portal.id, address::build(portal, tenant).ok()?)))
        .collect();
    Ok(output::text(&lines)?)
}

fn renamed(tenant: &Tenant, expected: &str) -> Failure {
    let message = format!(
        "{} is named {} now, not {}: nothing was opened",
        tenant.identity(),
        quoted(&tenant.name),
        quoted(expected)
    );
    Failure::new(Exit::Refused, message).hint("if that is the customer you mean, open it by its new name")
}

fn confirm(target: &Target<'_>, doubt: &Doubt, source: Option<Source>) -> Result<(), Failure> {
    let why = match doubt {
        Doubt::Own => "your own tenant",
        Doubt::Marked => "marked to be asked about",
        Doubt::Renamed(_) => "named differently now",
    };
    let what = format!("{} for {}", target.portal.name, registry::described(target.tenant));
    match ask::yes_or_no(&format!("Open {what}? It is {why}.")) {
        ask::Answer::Yes => Ok(()),
        ask::Answer::No => Err(Failure::cancelled()),
        ask::Answer::Nobody => {
            let message = format!(
                "{} is {why}, and there is no terminal to ask on: nothing was opened",
                safe(&target.tenant.name)
            );
            Err(Failure::new(Exit::Failed, message).hint(match source {
                Some(Source::Launcher) => "open it from Portico's icon in the tray, which can ask",
                None => "answer beforehand with --yes",
            }))
        }
    }
}

fn note_check(target: &Target<'_>) {
    if target.portal.may_show_another_tenant(target.tenant.cloud) {
        output::note("note: this portal may show another tenant: check the name in the portal");
    }
}
