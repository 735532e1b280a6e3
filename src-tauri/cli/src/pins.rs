//! `portico pins`.

use std::collections::BTreeSet;

use portico_core::{
    display::{self, safe},
    fold::fold,
    opening::Refusal,
    pins::{Change, Pinning, Pins},
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
    let absent = pins.absent(registry);
    let changed: BTreeSet<_> = changes.iter().map(|change| change.old.0).collect();
    let mut table = Table::new(["NAME", "DOMAIN", "TENANT", ""]);
    let mut known: Vec<_> = pins.known().iter().collect();
    known.sort_by_cached_key(|(_, facts)| fold(&facts.name).as_str().to_owned());
    for (identity, facts) in known {
        let note = if changed.contains(identity) {
            "changed"
        } else if absent.contains(identity) {
            "not in the registry now"
        } else {
            ""
        };
        let domain = facts.known_domain().unwrap_or_default();
        table.row([safe(&facts.name).into_owned(), safe(domain).into_owned(), identity.to_string(), note.to_owned()]);
    }
    table.to_string()
}

fn explained(change: &Change) -> String {
    format!(
        "\n{} was changed outside Portico and does not open until that is accepted:\n{}  portico pins accept {}\n",
        registry::described_facts(&change.new),
        differences(change),
        change.new.0
    )
}

fn differences(change: &Change) -> String {
    failure::differences(change).iter().map(|line| format!("  {line}\n")).collect()
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
    format!("Accepted {}\n{}", registry::described_facts(&change.new), differences(change))
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
