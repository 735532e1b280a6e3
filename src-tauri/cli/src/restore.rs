//! `portico restore`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use portico_core::{
    cloud::Identity,
    display::{self, quoted},
    places::Places,
    registry::Registry,
    store::{
        self,
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
        return list(&places, &backups);
    }
    let backup = chosen(&backups, args.backup.as_deref(), &places)?;
    // What cannot be read now is no less replaced; then there is nothing to compare with.
    let before = store::load(&places).map(|loaded| loaded.registry);
    store::restore(&places, Timestamp::now(), backup)?;
    let after = store::load(&places)?.registry;
    // It is restored, whether or not anybody reads that.
    let _ = output::text(&format!("Restored {}\n{}", backup.name, difference(before.ok().as_ref(), &after)));
    Ok(())
}

fn list(places: &Places, backups: &[Backup]) -> Result<(), Failure> {
    if backups.is_empty() {
        output::note(&format!("No backups yet in {}.", display::path(&places.backups())));
        return Ok(());
    }
    let mut table = Table::new(["BACKUP", "CUSTOMERS"]);
    for backup in backups {
        let places = Places { registry: backup.path.clone(), ..places.clone() };
        let customers = store::load(&places)
            .map_or_else(|_| "cannot be read".to_owned(), |loaded| loaded.registry.tenants().len().to_string());
        table.row([backup.name.clone(), customers]);
    }
    Ok(output::text(&table.to_string())?)
}

fn chosen<'a>(backups: &'a [Backup], name: Option<&str>, places: &Places) -> Result<&'a Backup, Failure> {
    let found = match name {
        Some(name) => backups.iter().find(|backup| backup.name == name),
        None => backups.first(),
    };
    found.ok_or_else(|| match name {
        Some(name) => Failure::new(Exit::Failed, format!("no such backup: {}", quoted(name)))
            .hint("run `portico restore --list` to see all"),
        None => Failure::new(Exit::Failed, format!("there are no backups in {}", display::path(&places.backups())))
            .hint("the first is made before the second change"),
    })
}

/// Says which customers came back, went, or changed.
fn difference(before: Option<&Registry>, after: &Registry) -> String {
    let Some(before) = before else {
        let count = after.tenants().len();
        return format!("{count} customers; what was there could not be read, and is kept in the backups\n");
    };
    let [old, new] = [before, after].map(by_identity);
    let line = |sign: char, tenant: &Tenant| format!("{sign} {}\n", registry::described(tenant));
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
