//! `portico remove`.

use portico_core::{
    display::safe,
    store::{self, StoreError},
};

use crate::{
    args::RemoveArgs,
    ask,
    failure::{Exit, Failure},
    output, registry,
};

pub(crate) fn remove(args: &RemoveArgs) -> Result<(), Failure> {
    let (places, registry) = registry::load()?;
    let tenant = registry::find(&registry, &args.tenant)?;
    let identity = tenant.identity();
    if !args.yes {
        let question = format!("Remove {}, {identity}?", registry::described(tenant));
        match ask::yes_or_no(&question) {
            ask::Answer::Yes => {}
            ask::Answer::No => return Err(Failure::cancelled()),
            ask::Answer::Nobody => {
                let message = format!("there is no terminal to ask on: {} was not removed", safe(&tenant.name));
                return Err(Failure::new(Exit::Failed, message).hint("answer beforehand with --yes"));
            }
        }
    }
    let seen = tenant.clone();
    let removed = store::update(&places, jiff::Timestamp::now(), |registry| {
        let tenant = registry.remove(&identity).ok_or(StoreError::NoTenant(identity))?;
        Ok::<_, StoreError>(tenant)
    })?;
    // It is removed, whether or not anybody reads that.
    let _ = output::line(&format!("Removed {}", registry::described(&removed)));
    if removed != seen {
        output::note("note: it was changed by another program just before");
    }
    output::note("note: `portico restore` takes this back");
    Ok(())
}
