//! `portico add`.

use portico_core::{
    places::Places,
    store::{self, StoreError},
    tenant::Tenant,
};

use crate::{
    args::AddArgs,
    failure::{Exit, Failure},
    output, registry,
};

pub(crate) fn add(args: AddArgs) -> Result<(), Failure> {
    let places = store::find_places()?;
    let tenant = entered(args, &places)?;
    let alike = store::update(&places, jiff::Timestamp::now(), |registry| {
        registry.add(tenant.clone())?;
        Ok::<_, StoreError>(registry::alike(registry, &tenant))
    })?;
    // It is added, whether or not anybody reads that.
    let _ = output::line(&format!("Added {}", registry::described(&tenant)));
    registry::note_alike(&alike);
    Ok(())
}

/// Makes the tenant, with the texts trimmed.
fn entered(args: AddArgs, places: &Places) -> Result<Tenant, Failure> {
    let portal = match &args.portal {
        Some(key) => Some(registry::portal_id(places, key)?),
        None => None,
    };
    let trimmed = |texts: Vec<String>| texts.iter().map(|text| text.trim().to_owned()).collect();
    let tenant = Tenant {
        domain: args.domain,
        initial_domain: args.initial_domain,
        sharepoint: args.sharepoint,
        group: args.group.map(|group| group.trim().to_owned()),
        tags: trimmed(args.tags),
        aliases: trimmed(args.aliases),
        favorite: args.favorite,
        own: args.own,
        confirm: args.confirm,
        portal,
        notes: args.notes,
        ..Tenant::new(args.name.trim(), args.cloud, args.tenant_id)
    };
    tenant
        .ensure_enterable()
        .map_err(|error| Failure::new(Exit::Usage, error.to_string()).hint("nothing was added"))?;
    Ok(tenant)
}
