//! `portico open` and `portico url`, by name or by link.

use std::fmt;

use jiff::Timestamp;
use portico_core::{
    address,
    browser::Start,
    display::{quoted, safe},
    following,
    history::{Intent, Outcome, Via},
    link,
    opening::{self, Doubt, Request, Target},
    portal::Catalogue,
    registry::Registry,
    settings::Rule,
    store,
    tenant::Tenant,
};

use crate::{
    args::{OpenArgs, Source, UrlArgs},
    ask, browser, browsers,
    failure::{Exit, Failure},
    follow, notify, output,
    registry::{self, Ground},
};

pub(crate) fn open(args: &OpenArgs) -> Result<(), Failure> {
    let ground = registry::load_ground()?;
    // Printing opens nothing that would have to be asked about.
    let confirmed = args.yes || args.print;
    let is_link = link::is_link(&args.tenant);
    let decision = if is_link {
        ensure_no_portal(args.portal.is_some())?;
        let request = following::Request { customer: None, shown_name: args.expect.clone(), confirmed };
        follow::decide(ground.known(), &args.tenant, args.customer.as_deref(), request)?
    } else {
        ensure_link(args.customer.as_deref())?;
        let tenant = registry::find_by_prefix(&ground.registry, &args.tenant)?;
        let (identity, portal) = (tenant.identity(), args.portal.clone());
        let request = Request { identity, portal, shown_name: args.expect.clone(), confirmed };
        opening::decide(ground.known(), &request)?
    };
    let (target, doubt) = decision.into_parts();
    if let Some(Doubt::Renamed(expected)) = &doubt {
        return Err(renamed(target.tenant, expected));
    }
    if args.print {
        return if is_link { print_of_link(&ground.registry, &target) } else { print(&target) };
    }
    let chosen = browsers::choose(&ground.settings, &target, &args.once)?;
    let page = Page { target: &target, what: described(&ground.registry, &target), chosen: chosen.as_ref() };
    if let Some(doubt) = doubt {
        confirm(&page, &doubt, args.source)?;
    }
    // Whether or not anybody reads it.
    let _ = output::line(&format!("Opening {page}"));
    note_doubts(&target);
    start(&ground, &page, args.source)
}

/// What opens, and where. Shown as `Microsoft Defender for Contoso (contoso.com, public) in Microsoft Edge · Contoso admin`, without
/// the browser if it is the default one.
pub(crate) struct Page<'p, 'a> {
    pub(crate) target: &'p Target<'a>,
    what: String,
    chosen: Option<&'p Start>,
}

impl fmt::Display for Page<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        self.chosen.map_or(Ok(()), |chosen| write!(f, " in {}", browsers::shown(chosen)))
    }
}

fn print(target: &Target<'_>) -> Result<(), Failure> {
    output::line(target.url.as_str())?;
    note_doubts(target);
    Ok(())
}

/// Prints the address that a link leads to, and says whose it is: nobody named the customer.
fn print_of_link(registry: &Registry, target: &Target<'_>) -> Result<(), Failure> {
    output::note(&format!("note: {}", described(registry, target)));
    print(target)
}

fn ensure_no_portal(is_named: bool) -> Result<(), Failure> {
    let refusal =
        Failure::new(Exit::Usage, "a link leads to a page of its own portal: no other can be named beside it");
    if is_named {
        Err(refusal.hint("leave --portal and --all out, or name the customer in place of the link"))
    } else {
        Ok(())
    }
}

fn ensure_link(customer: Option<&str>) -> Result<(), Failure> {
    match customer {
        Some(_) => Err(Failure::new(Exit::Usage, "--for goes with a link that names no customer, not with a customer")
            .hint("a link begins with https://")),
        None => Ok(()),
    }
}

/// Starts the browser, and writes down before it what it is started for.
fn start(ground: &Ground, page: &Page<'_, '_>, source: Option<Source>) -> Result<(), Failure> {
    let Ground { places, settings, .. } = ground;
    let target = page.target;
    let intent = Intent {
        identity: target.tenant.identity(),
        name: target.tenant.name.clone(),
        portal: target.portal.to_string(),
        via: source.map_or(Via::Terminal, |Source::Launcher| Via::Launcher),
    };
    let not_written = |error| output::note(&format!("warning: this is missing in the history: {error}"));
    let recorded = match settings.history {
        true => store::record(places, Timestamp::now(), &intent).map_err(not_written).ok(),
        false => None,
    };
    let opened = browser::open(places, &target.url, page.chosen);
    if let Some(recorded) = recorded {
        let outcome = if opened.is_ok() { Outcome::HandedOver } else { Outcome::Failed };
        let now = Timestamp::now();
        let _ = recorded.finish(now, outcome).map_err(not_written);
        // What could not be removed now goes next time.
        let _ = settings.history_since(now).map(|since| store::forget_history(places, since));
    }
    opened?;
    // A launcher has closed by now, and shows nothing of what was printed.
    if source.is_some() && settings.notify {
        notify::opened(page);
    }
    Ok(())
}

pub(crate) fn url(args: &UrlArgs) -> Result<(), Failure> {
    let ground = registry::load_ground()?;
    if link::is_link(&args.tenant) {
        ensure_no_portal(args.portal.is_some() || args.all)?;
        let request = following::Request { confirmed: true, ..following::Request::default() };
        let decision = follow::decide(ground.known(), &args.tenant, args.customer.as_deref(), request)?;
        return print_of_link(&ground.registry, &decision.into_parts().0);
    }
    ensure_link(args.customer.as_deref())?;
    let tenant = registry::find_by_prefix(&ground.registry, &args.tenant)?;
    if args.all {
        opening::ensure_known(tenant, &ground.pinning)?;
        return all(&ground.catalogue, tenant);
    }
    let (identity, portal) = (tenant.identity(), args.portal.clone());
    let request = Request { identity, portal, shown_name: None, confirmed: true };
    print(&opening::decide(ground.known(), &request)?.into_parts().0)
}

fn all(catalogue: &Catalogue, tenant: &Tenant) -> Result<(), Failure> {
    let lines: String = catalogue
        .enabled()
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

fn confirm(page: &Page<'_, '_>, doubt: &Doubt, source: Option<Source>) -> Result<(), Failure> {
    let why = match doubt {
        Doubt::Own => "your own tenant".to_owned(),
        Doubt::Marked => "marked to be asked about".to_owned(),
        Doubt::Renamed(_) => "named differently now".to_owned(),
        Doubt::Rule(Rule::All) => "to be asked about, as all customers are".to_owned(),
        Doubt::Rule(Rule::Group(group)) => format!("in the group {}, which is to be asked about", quoted(group)),
        Doubt::Rule(Rule::Cloud(cloud)) => format!("in the cloud {cloud}, which is to be asked about"),
        Doubt::Rule(Rule::DoubtfulPortal) => {
            "to be asked about, because this portal may show another tenant".to_owned()
        }
    };
    match ask::yes_or_no(&format!("Open {page}? It is {why}.")) {
        ask::Answer::Yes => Ok(()),
        ask::Answer::No => Err(Failure::cancelled()),
        ask::Answer::Nobody => {
            let message = format!(
                "{} is {why}, and there is no terminal to ask on: nothing was opened",
                safe(&page.target.tenant.name)
            );
            Err(Failure::new(Exit::Failed, message).hint(match source {
                Some(Source::Launcher) => "open it from Portico's icon in the tray, which can ask",
                None => "answer beforehand with --yes",
            }))
        }
    }
}

/// Returns portal and customer: `Microsoft Defender for Contoso (contoso.com, public)`.
fn described(registry: &Registry, target: &Target<'_>) -> String {
    format!("{} for {}", target.portal_name, registry::told_apart(registry, target.tenant))
}

/// Says how the page may be another than was meant.
fn note_doubts(target: &Target<'_>) {
    if target.left_out {
        output::note("note: part of the link was left out: the page opens without it");
    }
    if target.may_show_another_tenant {
        output::note("note: this portal may show another tenant: check the name in the portal");
    }
}
