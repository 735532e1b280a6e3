//! `portico pins`.

use std::collections::BTreeMap;

use portico_core::{
    cloud::Identity,
    display::{self, safe},
    fold::fold,
    opening::Refusal,
    pins::{Change, Facts, Pinning, Pins},
    places::Places,
    registry::Registry,
    store::{self, AcceptError},
};

use crate::{
    args::{AcceptArgs, PinsArgs, PinsCommand},
    failure::{self, Exit, Failure},
    output, registry,
    table::Table,
};

pub(crate) fn pins(args: &PinsArgs) -> Result<(), Failure> {
    match &args.command {
        None => show(),
        Some(PinsCommand::Accept(AcceptArgs { tenant: Some(tenant), .. })) => accept(tenant),
        Some(PinsCommand::Accept(AcceptArgs { tenant: None, .. })) => accept_all(),
    }
}

fn show() -> Result<(), Failure> {
    let (places, registry, pinning) = registry::load_guarded()?;
    let pins = match pinning {
        Pinning::Kept(pins) => pins,
        Pinning::Lost(loss) => return Err(Refusal::PinsLost(loss).into()),
    };
    if pins.known().is_empty() {
        output::note(&format!("No customers are known yet in {}.", display::path(&places.pins())));
        return Ok(());
    }
    let changes = Pinning::Kept(pins.clone()).changes(&registry);
    output::text(&table(&pins, &registry, &changes))?;
    let lines: String = changes.iter().map(explained).collect();
    Ok(output::text(&lines)?)
}

fn table(pins: &Pins, registry: &Registry, changes: &[Change]) -> String {
    let now: BTreeMap<Identity, ()> = registry.tenants().iter().map(|tenant| (tenant.identity(), ())).collect();
    let mut table = Table::new(["NAME", "DOMAIN", "TENANT", ""]);
    let mut known: Vec<_> = pins.known().iter().collect();
    known.sort_by_cached_key(|(_, facts)| fold(&facts.name).as_str().to_owned());
    for (identity, facts) in known {
        let note = if changes.iter().any(|change| change.old.0 == *identity) {
            "changed"
        } else if now.contains_key(identity) {
            ""
        } else {
            "not in the registry now"
        };
        let domain = facts.known_domain().unwrap_or_default();
        table.row([safe(&facts.name).into_owned(), safe(domain).into_owned(), identity.to_string(), note.to_owned()]);
    }
    table.to_string()
}

fn explained(change: &Change) -> String {
    let (identity, facts) = &change.new;
    let lines: String = failure::differences(change).iter().map(|line| format!("  {line}\n")).collect();
    format!(
        "\n{} was changed outside Portico and does not open until that is accepted:\n{lines}  \
         portico pins accept {identity}\n",
        described(identity, facts)
    )
}

fn accept(text: &str) -> Result<(), Failure> {
    let (places, registry, _) = registry::load_guarded()?;
    let tenant = registry::find(&registry, text)?;
    match store::accept(&places, tenant.identity(), None) {
        Ok(change) => {
            // It is accepted, whether or not anybody reads that.
            let _ = output::text(&accepted(&change));
            Ok(())
        }
        Err(AcceptError::Nothing) => {
            output::note(&format!("{} is as it was known: nothing to accept", registry::described(tenant)));
            Ok(())
        }
        Err(error) => Err(refused(error, &places, &registry)),
    }
}

fn accept_all() -> Result<(), Failure> {
    let places = store::find_places()?;
    let done = store::accept_all(&places, jiff::Timestamp::now(), None)
        .map_err(|error| refused(error, &places, &Registry::default()))?;
    let lines: String = done.changes.iter().map(accepted).collect();
    let what = match done.customers {
        _ if done.gone => "Accepted that the registry is gone: Portico begins anew".to_owned(),
        1 => "Accepted 1 customer as it is now".to_owned(),
        count => format!("Accepted {count} customers as they are now"),
    };
    // It is accepted, whether or not anybody reads that.
    let _ = output::text(&format!("{lines}{what}\n"));
    Ok(())
}

fn accepted(change: &Change) -> String {
    let (identity, facts) = &change.new;
    let lines: String = failure::differences(change).iter().map(|line| format!("  {line}\n")).collect();
    format!("Accepted {}\n{lines}", described(identity, facts))
}

fn described(identity: &Identity, facts: &Facts) -> String {
    let domain = facts.known_domain().map(|domain| format!("{}, ", safe(domain))).unwrap_or_default();
    format!("{} ({domain}{})", safe(&facts.name), identity.cloud)
}

fn refused(error: AcceptError, places: &Places, registry: &Registry) -> Failure {
    match error {
        AcceptError::Store(error) => error.into(),
        AcceptError::Lost => match store::pinning(places, registry) {
            Pinning::Lost(loss) => Refusal::PinsLost(loss).into(),
            Pinning::Kept(_) => Failure::new(Exit::Failed, "the pins changed meanwhile: nothing was accepted"),
        },
        AcceptError::Gone => Failure::new(Exit::NoSuchTenant, "the customer is not in the registry any more"),
        AcceptError::Nothing | AcceptError::ChangedAgain => {
            Failure::new(Exit::Failed, "the customer changed meanwhile: nothing was accepted")
        }
    }
}
