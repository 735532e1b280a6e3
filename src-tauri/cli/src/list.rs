//! `portico list`.

use std::mem::ManuallyDrop;

use portico_core::{
    display::safe,
    registry::Registry,
    search::{Index, Reach, Tier},
    store,
    tenant::Tenant,
};

use crate::{
    args::{Format, ListArgs},
    failure::Failure,
    json, launching, output, registry,
    table::Table,
};

pub(crate) fn list(args: &ListArgs) -> Result<(), Failure> {
    let format = if args.json { Format::Json } else { args.format };
    let (places, registry) = match registry::load() {
        Err(failure) if format == Format::Alfred => return launching::alfred_failed(&failure),
        loaded => loaded?,
    };
    // The process is about to end: taking thousands of tenants apart text by text takes longer than showing the few that fit.
    let registry = ManuallyDrop::new(registry);
    let query = args.query.join(" ");
    match format {
        Format::Table => {
            let rows = found(&registry, &query);
            if rows.is_empty() {
                output::note(&nothing(&registry, &query));
            } else {
                output::text(&table(&rows))?;
            }
        }
        Format::Json => {
            let (pinning, catalogue) = (store::pinning(&places, &registry), registry::catalogue(&places, &registry)?);
            output::text(&json::list(&query, &found(&registry, &query), &pinning, &catalogue))?;
        }
        Format::Tsv => output::text(&tsv(&found(&registry, &query)))?,
        Format::Rofi | Format::Dmenu | Format::Fzf | Format::Alfred | Format::Flow => {
            launching::list(format, &places, &registry, &query)?;
        }
    }
    Ok(())
}

/// Returns the tenants in the registry's order, or those that fit the query, best first.
fn found<'a>(registry: &'a Registry, query: &str) -> Vec<(&'a Tenant, Option<Tier>)> {
    let tenants = registry.tenants();
    if query.trim().is_empty() {
        return tenants.iter().map(|tenant| (tenant, None)).collect();
    }
    let index = ManuallyDrop::new(Index::new(registry));
    let found = index.search(query, &[], usize::MAX, Reach::Everything);
    found.hits.iter().map(|hit| (&tenants[hit.at], Some(hit.tier))).collect()
}

fn table(rows: &[(&Tenant, Option<Tier>)]) -> String {
    let mut table = Table::new(["NAME", "DOMAIN", "CLOUD", "GROUP", "TENANT ID"]);
    for (tenant, _) in rows {
        let star = if tenant.favorite { "★ " } else { "" };
        table.row([
            format!("{star}{}", safe(&tenant.name)),
            tenant.known_domain().map(ToString::to_string).unwrap_or_default(),
            tenant.cloud.to_string(),
            safe(tenant.group.as_deref().unwrap_or_default()).into_owned(),
            tenant.tenant_id.to_string(),
        ]);
    }
    table.to_string()
}

fn tsv(rows: &[(&Tenant, Option<Tier>)]) -> String {
    // Tabs and line ends are control characters, so `safe` leaves none that could break a row.
    let line = |(tenant, _): &(&Tenant, Option<Tier>)| {
        let domain = tenant.known_domain().map(ToString::to_string).unwrap_or_default();
        let group = safe(tenant.group.as_deref().unwrap_or_default());
        format!("{}\t{}\t{domain}\t{}\t{group}\n", tenant.identity(), safe(&tenant.name), tenant.cloud)
    };
    rows.iter().map(line).collect()
}

/// Says why there is no customer to be shown.
pub(crate) fn nothing(registry: &Registry, query: &str) -> String {
    if registry.tenants().is_empty() {
        "No customers yet. Add the first with `portico add NAME TENANT_ID`.".to_owned()
    } else {
        format!("No customer matches {}.", portico_core::display::quoted(query))
    }
}
