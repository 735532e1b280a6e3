//! `portico restore`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use portico_core::{
    cloud::Identity,
    display::{self, quoted},
    places::Places,
    registry::Registry,
    store::{
        self, StoreError,
        backup::{self, Backup},
    },
    tenant::Tenant,
};

use crate::{
    args::RestoreArgs,
    failure::{Exit, Failure},
    output, registry,
    table::Table,
};

pub(crate) fn restore(args: &RestoreArgs) -> Result<(), Failure> {
    let places = store::find_places()?;
    let backups = backup::list(&places)?;
    if args.list {
        return list(&places, backups);
    }
    // What cannot be read now is no less replaced; then there is nothing to compare with.
    let before = store::load(&places).map(|loaded| loaded.registry);
    let backup = match (&args.backup, &before) {
        (Some(name), _) => named(&places, backups, name)?,
        // Not the state before the last change, but the one after it.
        (None, Err(StoreError::Unreadable { .. } | StoreError::Gone { .. })) => {
            store::way_back(&places).ok_or_else(|| none(&places))?.0
        }
        (None, _) => backups.into_iter().next().ok_or_else(|| none(&places))?,
    };
    let after = store::restore(&places, Timestamp::now(), &backup)?;
    let count = output::customers(after.tenants().len());
    let what = match &before {
        Ok(before) => difference(before, &after),
        Err(StoreError::Gone { .. }) => format!("{count} came back\n"),
        Err(_) => format!("{count}; what was there could not be read, and is kept in the backups\n"),
    };
    // It is restored, whether or not anybody reads that.
    let _ = output::text(&format!("Restored {}\n{what}", backup.name));
    note_waiting(&places, &after);
    Ok(())
}

/// Says which customers the backup has otherwise than anybody ever accepted.
fn note_waiting(places: &Places, registry: &Registry) {
    let changes = store::pinning(places, registry).changes(registry);
    if let Some(change) = changes.first() {
        let name = quoted(&change.new.1.name);
        let more = output::and_more(&changes);
        output::note(&format!("note: {name}{more} differ from what was known: run `portico pins` before opening"));
    }
}

fn list(places: &Places, mut backups: Vec<Backup>) -> Result<(), Failure> {
    if store::load(places).is_err() {
        // This is what is brought back then.
        backups.splice(0..0, backup::last(places));
    }
    if backups.is_empty() {
        output::note(&format!("No backups yet in {}.", display::path(&places.backups())));
        return Ok(());
    }
    let mut table = Table::new(["BACKUP", "CUSTOMERS"]);
    for backup in backups {
        let customers = store::registry_of(&backup)
            .map_or_else(|_| "cannot be read".to_owned(), |registry| registry.tenants().len().to_string());
        table.row([backup.name.clone(), customers]);
    }
    Ok(output::text(&table.to_string())?)
}

fn named(places: &Places, backups: Vec<Backup>, name: &str) -> Result<Backup, Failure> {
    let found = backups.into_iter().chain(backup::last(places)).find(|backup| backup.name == name);
    found.ok_or_else(|| {
        Failure::new(Exit::Failed, format!("no such backup: {}", quoted(name)))
            .hint("run `portico restore --list` to see all")
    })
}

fn none(places: &Places) -> Failure {
    Failure::new(Exit::Failed, format!("there are no backups in {}", display::path(&places.backups())))
        .hint("the first is made before the second change")
}

/// Says which customers came back, went, or changed.
fn difference(before: &Registry, after: &Registry) -> String {
    let [old, new] = [before, after].map(by_identity);
    let line = |sign: char, tenant: &Tenant| format!("{sign} {}  {}\n", registry::described(tenant), tenant.identity());
    let gone = old.iter().filter(|(identity, _)| !new.contains_key(identity)).map(|(_, tenant)| line('-', tenant));
    let changed = new
        .iter()
        .filter(|(identity, tenant)| old.get(identity).is_some_and(|old| old != *tenant))
        .map(|(_, tenant)| line('~', tenant));
    let back = new.iter().filter(|(identity, _)| !old.contains_key(identity)).map(|(_, tenant)| line('+', tenant));
    let lines: String = gone.chain(changed).chain(back).collect();
    if lines.is_empty() { "Nothing is different.\n".to_owned() } else { lines }
}

fn by_identity(registry: &Registry) -> BTreeMap<Identity, &Tenant> {
    registry.tenants().iter().map(|tenant| (tenant.identity(), tenant)).collect()
}
