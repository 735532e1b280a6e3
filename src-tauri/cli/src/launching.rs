//! Customers for launchers: in which order they stand there, and what opens the one that was chosen.

use std::process::Command;

use jiff::Timestamp;
use portico_core::{
    launcher::{Shown, lines},
    lookalike::Lookalikes,
    places::{self, Places, RofiCall},
    registry::Registry,
    search::{Index, Reach, Resting},
    starting, store,
    tenant::Tenant,
};

use crate::{args::Format, failure::Failure, list, output, registry};

mod alfred;
mod flow;
mod menu;

pub(crate) use flow::{flow, flow_call};
pub(crate) use menu::{is_unwatched, menu};

/// Returns the customers as a launcher shows them: the favorites, those opened last, the others by name; or those that match, best
/// first. A launcher chooses for the person, so nothing is guessed.
fn in_order<'a>(places: &Places, registry: &'a Registry, query: &str) -> Vec<&'a Tenant> {
    let settings = store::settings(places).unwrap_or_default();
    // Without a history nobody was opened last.
    let opened = store::opened_last(places, &settings, Timestamp::now()).unwrap_or_default();
    let recent: Vec<_> = opened.into_iter().map(|(identity, _)| identity).collect();
    let tenants = registry.tenants();
    if !query.trim().is_empty() {
        let found = Index::new(registry).search(query, &recent, usize::MAX, Reach::Strict);
        return found.hits.iter().filter_map(|hit| tenants.get(hit.at)).collect();
    }
    Resting::new(&tenants.iter().collect::<Vec<_>>(), &recent).all().collect()
}

/// Prints customers in the form of a launcher.
pub(crate) fn list(format: Format, places: &Places, registry: &Registry, query: &str) -> Result<(), Failure> {
    let tenants = in_order(places, registry, query);
    let lookalikes = Lookalikes::of(registry);
    let each = |line: fn(&Tenant, &Lookalikes) -> String| -> String {
        tenants.iter().map(|tenant| line(tenant, &lookalikes) + "\n").collect()
    };
    let text = match format {
        Format::Rofi => lines::rofi(tenants.iter().copied(), &lookalikes),
        Format::Fzf => each(lines::fzf),
        Format::Alfred if tenants.is_empty() => alfred::nothing(&list::nothing(registry, query)),
        Format::Alfred => alfred::items(&tenants, &lookalikes),
        Format::Flow => flow::rows(&tenants, &lookalikes),
        Format::Dmenu | Format::Table | Format::Json | Format::Tsv => each(lines::plain),
    };
    Ok(output::text(&text)?)
}

/// Has Alfred show why there are no customers: it shows what is printed, and nothing of what is complained about.
pub(crate) fn alfred_failed(failure: &Failure) -> Result<(), Failure> {
    Ok(output::text(&alfred::nothing(&failure.message))?)
}

/// What rofi calls: prints the rows, or opens the one that was chosen.
pub(crate) fn rofi() -> Result<(), Failure> {
    match places::rofi_call() {
        RofiCall::Rows => {
            let (places, registry) = registry::load()?;
            list(Format::Rofi, &places, &registry, "")
        }
        RofiCall::Chosen(info) => Shown::read(&info).map_or(Ok(()), |shown| start(&shown)),
        RofiCall::Other => Ok(()),
    }
}

/// Has another `portico` open a customer, if it still has the name that was shown: launchers wait for whatever holds their pipes.
/// What goes wrong it says in a notification.
fn start(shown: &Shown) -> Result<(), Failure> {
    let mut portico = Command::new(places::program("portico"));
    starting::on_its_own(portico.args(shown.arguments())).spawn()?;
    Ok(())
}
