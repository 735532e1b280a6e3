//! `portico open` and `portico url`, by name or by link.

use jiff::Timestamp;
use portico_core::{
    address,
    display::{quoted, safe},
    following,
    history::{Intent, Outcome, Via},
    link,
    opening::{self, Doubt, Request, Target},
    places::Places,
    portal::Catalogue,
    store,
    tenant::Tenant,
};

use crate::{
    args::{OpenArgs, Source, UrlArgs},
    ask, browser,
    failure::{Exit, Failure},
    follow, notify, output, registry,
};

pub(crate) fn open(args: &OpenArgs) -> Result<(), Failure> {
    let (places, registry, pinning) = registry::load_guarded()?;
    // Printing opens nothing that would have to be asked about.
    let confirmed = args.yes || args.print;
    let is_link = link::is_link(&args.tenant);
    let decision = if is_link {
        ensure_no_portal(args.portal.is_some())?;
        let request = following::Request { customer: None, shown_name: args.expect.clone(), confirmed };
        follow::decide(&registry, &pinning, &args.tenant, args.customer.as_deref(), request)?
    } else {
        ensure_link(args.customer.as_deref())?;
        let tenant = registry::find_by_prefix(&registry, &args.tenant)?;
        let (identity, portal) = (tenant.identity(), args.portal.clone());
        let request = Request { identity, portal, shown_name: args.expect.clone(), confirmed };
        opening::decide(&registry, &pinning, &request)?
    };
    let (target, doubt) = decision.into_parts();
    match doubt {
        None => {}
        Some(Doubt::Renamed(expected)) => return Err(renamed(target.tenant, &expected)),
        Some(doubt) => confirm(&target, &doubt, args.source)?,
    }
    if args.print {
        return if is_link { print_of_link(&target) } else { print(&target) };
    }
    // Whether or not anybody reads it.
    let _ = output::line(&format!("Opening {}", described(&target)));
    note_doubts(&target);
    start(&places, &target, args.source)
}

fn print(target: &Target<'_>) -> Result<(), Failure> {
    output::line(target.url.as_str())?;
    note_doubts(target);
    Ok(())
}

/// Prints the address that a link leads to, and says whose it is: nobody named the customer.
fn print_of_link(target: &Target<'_>) -> Result<(), Failure> {
    output::note(&format!("note: {}", described(target)));
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
fn start(places: &Places, target: &Target<'_>, source: Option<Source>) -> Result<(), Failure> {
    let intent = Intent {
        identity: target.tenant.identity(),
        name: target.tenant.name.clone(),
        portal: target.portal.to_string(),
        via: source.map_or(Via::Terminal, |Source::Launcher| Via::Launcher),
    };
    let not_written = |error| output::note(&format!("warning: this is missing in the history: {error}"));
    let settings = store::settings(places)?;
    let recorded = match settings.history {
        true => store::record(places, Timestamp::now(), &intent).map_err(not_written).ok(),
        false => None,
    };
    let opened = browser::open(&target.url);
    if let Some(recorded) = recorded {
        let outcome = if opened.is_ok() { Outcome::HandedOver } else { Outcome::Failed };
        let _ = recorded.finish(Timestamp::now(), outcome).map_err(not_written);
    }
    opened?;
    // A launcher has closed by now, and shows nothing of what was printed.
    if source.is_some() && settings.notify {
        notify::opened(target);
    }
    Ok(())
}

pub(crate) fn url(args: &UrlArgs) -> Result<(), Failure> {
    let (_, registry, pinning) = registry::load_guarded()?;
    if link::is_link(&args.tenant) {
        ensure_no_portal(args.portal.is_some() || args.all)?;
        let request = following::Request { confirmed: true, ..following::Request::default() };
        let decision = follow::decide(&registry, &pinning, &args.tenant, args.customer.as_deref(), request)?;
        return print_of_link(&decision.into_parts().0);
    }
    ensure_link(args.customer.as_deref())?;
    let tenant = registry::find_by_prefix(&registry, &args.tenant)?;
    if args.all {
        opening::ensure_known(tenant, &pinning)?;
        return all(tenant);
    }
    let (identity, portal) = (tenant.identity(), args.portal.clone());
    let request = Request { identity, portal, shown_name: None, confirmed: true };
    print(&opening::decide(&registry, &pinning, &request)?.into_parts().0)
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
    match ask::yes_or_no(&format!("Open {}? It is {why}.", described(target))) {
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

/// Returns portal and customer: `Microsoft Defender for Contoso (contoso.com, public)`.
pub(crate) fn described(target: &Target<'_>) -> String {
    format!("{} for {}", target.portal_name, registry::described(target.tenant))
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
