//! `portico portals`.

use portico_core::{
    address,
    cloud::Cloud,
    opening,
    portal::{Catalogue, Portal},
    store,
    tenant::Tenant,
};

use crate::{args::PortalsArgs, failure::Failure, json, output, registry, table::Table};

pub(crate) fn portals(args: &PortalsArgs) -> Result<(), Failure> {
    let text = match &args.tenant {
        Some(text) => {
            let ground = registry::load_ground()?;
            let tenant = registry::find(&ground.registry, text)?;
            opening::ensure_known(tenant, &ground.pinning)?;
            let show = if args.json { json::portals_of } else { of_tenant };
            show(&ground.catalogue, tenant)
        }
        None => {
            let places = store::find_places()?;
            // Without customers there are portals all the same.
            let registry = store::load(&places).map(|loaded| loaded.registry).unwrap_or_default();
            let catalogue = registry::catalogue(&places, &registry)?;
            if args.json { json::portals(&catalogue) } else { all(&catalogue) }
        }
    };
    Ok(output::text(&text)?)
}

fn of_tenant(catalogue: &Catalogue, tenant: &Tenant) -> String {
    let mut table = Table::new(["PORTAL", "NAME", "ADDRESS", ""]);
    for portal in catalogue.enabled() {
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

fn all(catalogue: &Catalogue) -> String {
    let mut table = Table::new(["PORTAL", "NAME", "NEEDS", "CLOUDS", ""]);
    for portal in catalogue.portals() {
        let clouds: Vec<_> = Cloud::ALL.into_iter().filter(|cloud| portal.template(*cloud).is_some()).collect();
        let needs =
            clouds.first().and_then(|cloud| portal.template(*cloud)).map(|template| match template.placeholders() {
                [] => "(names no tenant)".to_owned(),
                needed => needed.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            });
        let clouds: Vec<_> = clouds.into_iter().map(Cloud::key).collect();
        let marks = marks(catalogue, portal);
        table.row([portal.id.to_string(), portal.name.clone(), needs.unwrap_or_default(), clouds.join(", "), marks]);
    }
    table.to_string()
}

/// Returns what a person made of a portal.
fn marks(catalogue: &Catalogue, portal: &Portal) -> String {
    let marks = [
        (portal.is_own(), "own"),
        (portal.id == catalogue.default_portal().id, "default"),
        (!catalogue.is_on(&portal.id), "off"),
    ];
    marks.into_iter().filter_map(|(is_so, mark)| is_so.then_some(mark)).collect::<Vec<_>>().join(", ")
}
