//! `portico portals`.

use portico_core::{address, cloud::Cloud, opening, portal::Catalogue, tenant::Tenant};

use crate::{args::PortalsArgs, failure::Failure, json, output, registry, table::Table};

pub(crate) fn portals(args: &PortalsArgs) -> Result<(), Failure> {
    let text = match &args.tenant {
        Some(text) => {
            let (_, registry, pinning) = registry::load_guarded()?;
            let tenant = registry::find(&registry, text)?;
            opening::ensure_known(tenant, &pinning)?;
            if args.json { json::portals_of(tenant) } else { of_tenant(tenant) }
        }
        None if args.json => json::portals(),
        None => all(),
    };
    Ok(output::text(&text)?)
}

fn of_tenant(tenant: &Tenant) -> String {
    let mut table = Table::new(["PORTAL", "NAME", "ADDRESS", ""]);
    for portal in Catalogue::built_in().portals() {
        let (address, note) = match address::build(portal, tenant) {
            Ok(url) if portal.may_show_another_tenant(tenant.cloud) => {
                (url.to_string(), "may show another tenant: check the name in the portal")
            }
            Ok(url) => (url.to_string(), ""),
            Err(why) => (format!("({why})"), ""),
        };
        table.row([portal.id.to_string(), portal.name.clone(), address, note.to_owned()]);
    }
    table.to_string()
}

fn all() -> String {
    let mut table = Table::new(["PORTAL", "NAME", "NEEDS", "CLOUDS"]);
    for portal in Catalogue::built_in().portals() {
        let clouds: Vec<_> = Cloud::ALL.into_iter().filter(|cloud| portal.template(*cloud).is_some()).collect();
        let needs =
            clouds.first().and_then(|cloud| portal.template(*cloud)).map(|template| match template.placeholders() {
                [] => "(names no tenant)".to_owned(),
                needed => needed.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            });
        let clouds: Vec<_> = clouds.into_iter().map(Cloud::key).collect();
        table.row([portal.id.to_string(), portal.name.clone(), needs.unwrap_or_default(), clouds.join(", ")]);
    }
    table.to_string()
}
