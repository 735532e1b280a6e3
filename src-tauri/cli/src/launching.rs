//! Customers for launchers: in which order they stand there, and what opens the one that was chosen.

use std::process::{Command, Stdio};

use jiff::Timestamp;
use portico_core::{
    cloud::Identity,
    fold::fold,
    history,
    launcher::lines,
    lookalike::Lookalikes,
    places::{self, Places, RofiCall},
    registry::Registry,
    search::{Index, Reach},
    store,
    tenant::Tenant,
};

use crate::{args::Format, failure::Failure, output, registry};

mod alfred;
mod flow;
mod menu;

pub(crate) use flow::flow;
pub(crate) use menu::{is_unwatched, menu};

/// The most customers remembered as opened last: as many as in quick open.
const RECENT: usize = 50;

/// Returns the customers as a launcher shows them: the favorites, those opened last, the others by name; or those that match, best
/// first. A launcher chooses for the person, so nothing is guessed.
fn in_order<'a>(places: &Places, registry: &'a Registry, query: &str) -> Vec<&'a Tenant> {
    let since = store::settings(places).ok().and_then(|settings| settings.history_since(Timestamp::now()));
    // Without a history nobody was opened last.
    let entries = store::history(places, since).unwrap_or_default();
    let recent: Vec<_> = history::recent(&entries, RECENT).into_iter().map(|(identity, _)| identity).collect();
    let tenants = registry.tenants();
    if !query.trim().is_empty() {
        let found = Index::new(registry).search(query, &recent, usize::MAX, Reach::Strict);
        return found.hits.iter().filter_map(|hit| tenants.get(hit.at)).collect();
    }
    let place = |tenant: &Tenant| recent.iter().position(|one| *one == tenant.identity()).unwrap_or(RECENT);
    let mut all: Vec<_> = tenants.iter().collect();
    all.sort_by_cached_key(|tenant| {
        // The favorites stand in the person's own order, which the sort keeps.
        let others = (!tenant.favorite).then(|| (place(tenant), fold(&tenant.name).as_str().to_owned()));
        (!tenant.favorite, others)
    });
    all
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
        Format::Alfred => alfred::items(&tenants, &lookalikes),
        Format::Flow => flow::rows(&tenants, &lookalikes),
        Format::Dmenu | Format::Table | Format::Json | Format::Tsv => each(lines::plain),
    };
    Ok(output::text(&text)?)
}

/// What rofi calls: prints the rows, or opens the one that was chosen.
pub(crate) fn rofi() -> Result<(), Failure> {
    match places::rofi_call() {
        RofiCall::Rows => {
            let (places, registry) = registry::load()?;
            list(Format::Rofi, &places, &registry, "")
        }
        RofiCall::Chosen(info) => match lines::read_info(&info) {
            Some((identity, name)) => start(&identity, name),
            None => Ok(()),
        },
        RofiCall::Other => Ok(()),
    }
}

/// Has another `portico` open a customer, if it still has the name that was shown: launchers wait for whatever holds their pipes.
/// What goes wrong it says in a notification.
fn start(identity: &Identity, name: &str) -> Result<(), Failure> {
    let mut portico = Command::new(places::program("portico"));
    portico.args(["open", &identity.to_string()]);
    // In one argument: a name may begin with a hyphen.
    portico.arg(format!("--expect={name}")).args(["--source", "launcher"]);
    portico.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut portico, 0);
    portico.spawn().map(drop)?;
    Ok(())
}
