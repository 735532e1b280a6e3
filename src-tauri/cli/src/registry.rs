//! Reading the registry and finding the tenant that was meant.

use portico_core::{
    cloud::{Cloud, Identity},
    display::{self, quoted, safe},
    domain::Domain,
    lookalike, opening,
    pins::{Facts, Pinning},
    places::Places,
    portal::{Catalogue, PortalId},
    registry::Registry,
    select::{self, Hint, Selected, Spelling},
    settings::Settings,
    store::{self, Loaded},
    tenant::Tenant,
    tenant_id::TenantId,
};

use crate::{
    ask,
    failure::{Exit, Failure},
    output,
};

/// Reads the registry. Says so if a newer Portico wrote it.
pub(crate) fn load() -> Result<(Places, Registry), Failure> {
    let places = store::find_places()?;
    let loaded = store::load(&places)?;
    note_newer(&places, &loaded);
    Ok((places, loaded.registry))
}

/// Everything that decides whether something opens, and what.
pub(crate) struct Ground {
    pub(crate) places: Places,
    pub(crate) registry: Registry,
    pub(crate) pinning: Pinning,
    pub(crate) settings: Settings,
    pub(crate) catalogue: Catalogue,
}

impl Ground {
    pub(crate) fn known(&self) -> opening::Known<'_, '_> {
        let Self { registry, pinning, catalogue, settings, .. } = self;
        opening::Known { registry, pinning, catalogue, confirm: &settings.confirm }
    }
}

/// Reads what decides about opening.
pub(crate) fn load_ground() -> Result<Ground, Failure> {
    let (places, registry, pinning) = load_guarded()?;
    let settings = store::settings(&places)?;
    let catalogue = Catalogue::among(&settings.portals, &registry);
    Ok(Ground { places, registry, pinning, settings, catalogue })
}

/// Reads which portals there are for these customers.
pub(crate) fn catalogue(places: &Places, registry: &Registry) -> Result<Catalogue, Failure> {
    Ok(Catalogue::among(&store::settings(places)?.portals, registry))
}

/// Returns the key of the portal that a person named.
pub(crate) fn portal_id(places: &Places, key: &str) -> Result<PortalId, Failure> {
    // Whoever the customers are: that is looked at when it opens.
    Ok(catalogue(places, &Registry::default())?.named(key).map_err(opening::Refusal::Portal)?.id.clone())
}

/// Reads the registry with what its tenants were known as, which decides whether they open.
pub(crate) fn load_guarded() -> Result<(Places, Registry, Pinning), Failure> {
    let places = store::find_places()?;
    let guarded = store::load_guarded(&places)?;
    note_newer(&places, &guarded.loaded);
    if let Some(error) = guarded.unpinned {
        output::note(&format!("warning: Portico could not write down what new customers are known by: {error}"));
    }
    Ok((places, guarded.loaded.registry, guarded.pinning))
}

fn note_newer(places: &Places, loaded: &Loaded) {
    if let Some(schema) = loaded.newer_schema {
        let path = display::path(&places.registry);
        output::note(&format!(
            "warning: {path} was written by a newer Portico (schema {schema}); it can be read, not changed"
        ));
    }
}

/// Returns the tenant that a text names; on a terminal the unique beginning of its name will do.
pub(crate) fn find_by_prefix<'a>(registry: &'a Registry, text: &str) -> Result<&'a Tenant, Failure> {
    find_spelt(registry, text, if ask::is_possible() { Spelling::UniquePrefix } else { Spelling::Exact })
}

/// Returns the tenant that a text names in full.
pub(crate) fn find<'a>(registry: &'a Registry, text: &str) -> Result<&'a Tenant, Failure> {
    find_spelt(registry, text, Spelling::Exact)
}

/// Returns `NAME (domain, cloud)`, which tells customers of one name apart.
pub(crate) fn described(tenant: &Tenant) -> String {
    labelled(&tenant.name, tenant.known_domain().map(Domain::as_str), tenant.cloud)
}

/// Returns the same, of a look-alike without a domain with its tenant ID.
pub(crate) fn told_apart(registry: &Registry, tenant: &Tenant) -> String {
    if tenant.known_domain().is_some() || lookalike::looking_like(registry, tenant).is_empty() {
        return described(tenant);
    }
    labelled(&tenant.name, Some(&tenant.known_as()), tenant.cloud)
}

/// Returns the same of what a customer was known by, or is.
pub(crate) fn described_facts((identity, facts): &(Identity, Facts)) -> String {
    labelled(&facts.name, facts.known_domain(), identity.cloud)
}

fn labelled(name: &str, domain: Option<&str>, cloud: Cloud) -> String {
    let domain = domain.map(|domain| format!("{}, ", safe(domain))).unwrap_or_default();
    format!("{} ({domain}{cloud})", safe(name))
}

/// Returns the customers, described, whose names look like this one's.
pub(crate) fn alike(registry: &Registry, tenant: &Tenant) -> Vec<String> {
    lookalike::looking_like(registry, tenant).into_iter().map(|alike| told_apart(registry, alike)).collect()
}

/// Says which customers a name could be taken for.
pub(crate) fn note_alike(alike: &[String]) {
    if let Some(first) = alike.first() {
        let more = output::and_more(alike);
        output::note(&format!("note: the name looks like that of {first}{more}: look at the domain when you open it"));
    }
}

fn find_spelt<'a>(registry: &'a Registry, text: &str, spelling: Spelling) -> Result<&'a Tenant, Failure> {
    match select::select(registry, text, spelling) {
        Selected::One(tenant) => Ok(tenant),
        Selected::Several(tenants) => Err(ambiguous(text, &tenants)),
        Selected::None(hint) => Err(unknown(registry, text, hint)),
    }
}

fn ambiguous(text: &str, tenants: &[&Tenant]) -> Failure {
    several(format!("{} customers match {}", tenants.len(), quoted(text)), tenants)
        .hint("say which one by its domain or its CLOUD/TENANT_ID")
}

/// Returns the failure that lists those of whom none may be taken.
pub(crate) fn several(message: String, tenants: &[&Tenant]) -> Failure {
    let listed = 20;
    let mut failure = Failure::new(Exit::Ambiguous, message);
    for tenant in tenants.iter().take(listed) {
        failure = failure.detail(format!("{}  {}", tenant.identity(), described(tenant)));
    }
    if tenants.len() > listed {
        failure = failure.detail(format!("and {} more", tenants.len() - listed));
    }
    failure
}

fn unknown(registry: &Registry, text: &str, hint: Hint) -> Failure {
    let none = |message: String| Failure::new(Exit::NoSuchTenant, message);
    let see_all = if registry.tenants().is_empty() {
        "there are no customers yet; add the first with `portico add NAME TENANT_ID`"
    } else {
        "run `portico list` to see all customers"
    };
    match hint {
        Hint::UnknownIdentity(identity) => none(format!("no customer has this tenant: {identity}")).hint(see_all),
        Hint::UnknownId(id) => none(format!("no customer has this tenant ID: {id}")).hint(see_all),
        Hint::BadIdentity(error) => none(error.to_string()).hint(see_all),
        Hint::BadId(error) if text.trim().chars().count() == TenantId::LEN => none(error.to_string())
            .hint(format!("a text of {} characters is only ever read as a tenant ID; {see_all}", TenantId::LEN)),
        Hint::BadId(error) => none(error.to_string()).hint(see_all),
        Hint::Unknown(near) if near.is_empty() => {
            none(format!("no customer has this name, alias or domain: {}", quoted(text))).hint(see_all)
        }
        Hint::Unknown(near) => {
            let near: Vec<_> = near.iter().map(|name| quoted(name)).collect();
            none(format!("no customer has this name, alias or domain: {}", quoted(text)))
                .hint(format!("similar: {}", near.join(", ")))
        }
    }
}
