//! What a list adds to a customer: what it lacks is filled in, what it has stays.

use std::collections::{HashMap, HashSet};

use super::{
    Choices, Kept, Known, Left,
    domains::clouds_of,
    merge::{Group, fill_in, is_same},
};
use crate::{cloud::Cloud, domain::Domain, fold::fold, registry::Registry, tenant::Tenant, tenant_id::TenantId};

/// Who is known by what, in the registry and in the list.
#[derive(Debug)]
pub(super) struct NameIndex {
    /// Names, aliases and domains.
    all: HashMap<String, Vec<TenantId>>,
    /// The same of the registry alone.
    known: HashMap<String, Vec<TenantId>>,
}

impl NameIndex {
    pub(super) fn new(registry: &Registry, groups: &[Group]) -> Self {
        let mut known: HashMap<String, Vec<TenantId>> = HashMap::new();
        let mut add = |name: &str, id| known.entry(folded(name)).or_default().push(id);
        for tenant in registry.tenants() {
            add(&tenant.name, tenant.tenant_id);
            tenant.aliases.iter().for_each(|alias| add(alias, tenant.tenant_id));
            let domains = [&tenant.domain, &tenant.initial_domain].into_iter().flatten();
            domains.for_each(|domain| add(domain.as_str(), tenant.tenant_id));
        }
        let mut all = known.clone();
        for group in groups {
            let names = group.names.iter().take(1).map(|name| folded(&name.text));
            let domains = [&group.entry.tenant.domain, &group.entry.tenant.initial_domain].into_iter().flatten();
            for name in names.chain(domains.map(|domain| folded(domain.as_str()))) {
                all.entry(name).or_default().push(group.entry.tenant_id());
            }
        }
        Self { all, known }
    }

    /// True for a name that another customer is known by, so that as an alias it would name two.
    fn is_taken(&self, folded: &str, id: TenantId) -> bool {
        self.all.get(folded).is_some_and(|ids| ids.iter().any(|other| *other != id))
    }

    /// Returns true when the registry knows another customer by this name, and not this one.
    pub(super) fn is_anothers(&self, name: &str, id: TenantId) -> bool {
        self.known.get(&folded(name)).is_some_and(|ids| !ids.contains(&id))
    }
}

fn folded(name: &str) -> String {
    fold(name).as_str().to_owned()
}

impl Group {
    /// Returns the tenant to add, and what the list says besides. Without a name it is called by its ID, until a list or a
    /// person gives it one.
    pub(super) fn tenant(&self, cloud: Cloud, index: &NameIndex) -> (Tenant, Vec<Kept>) {
        let mut kept = self.kept.clone();
        let mut tenant = Tenant { cloud, ..self.entry.tenant.clone() };
        if !self.entry.exact && tenant.initial_domain.as_ref().is_some_and(|domain| !is_of(domain, cloud)) {
            // It is a domain of the tenant's all the same.
            let other = tenant.initial_domain.take();
            tenant.domain = tenant.domain.or(other);
        }
        let mut names = self.names.iter().map(|name| &name.text);
        if let Some(name) = names.next() {
            tenant.name.clone_from(name);
        }
        // In our own export the aliases are those that a registry had.
        let listed = if self.entry.exact { Vec::new() } else { std::mem::take(&mut tenant.aliases) };
        add_aliases(&mut tenant, listed.iter().chain(names), index, &mut kept);
        (tenant, kept)
    }

    /// Returns what a tenant becomes: what it lacks is filled in, what it has stays.
    pub(super) fn applied_to(&self, before: &Tenant, choices: &Choices, index: &NameIndex) -> Known {
        let Tenant { domain, initial_domain, sharepoint, group, tags, aliases, notes, .. } = &self.entry.tenant;
        let mut after = before.clone();
        let mut kept = self.kept.clone();
        fill_in("domain", &mut after.domain, domain.as_ref(), Left::Registry, &mut kept);
        let (own, foreign): (Vec<_>, Vec<_>) = initial_domain.iter().partition(|domain| is_of(domain, before.cloud));
        fill_in("initial domain", &mut after.initial_domain, own.first().copied(), Left::Registry, &mut kept);
        kept.extend(foreign.into_iter().map(|other| Kept {
            field: "initial domain",
            value: before.initial_domain.as_ref().map(ToString::to_string).unwrap_or_default(),
            other: other.to_string(),
            why: Left::Registry,
        }));
        fill_in("SharePoint label", &mut after.sharepoint, sharepoint.as_ref(), Left::Registry, &mut kept);
        fill_in("group", &mut after.group, group.as_ref(), Left::Registry, &mut kept);
        let mut known: HashSet<String> = after.tags.iter().cloned().collect();
        after.tags.extend(tags.iter().filter(|tag| known.insert((*tag).clone())).cloned());
        if after.notes.is_empty() {
            after.notes.clone_from(notes);
        } else if !notes.is_empty() && after.notes != *notes {
            let (value, other) = (after.notes.clone(), notes.clone());
            kept.push(Kept { field: "notes", value, other, why: Left::Registry });
        }
        let mut names = self.names.iter().peekable();
        if before.name == before.tenant_id.to_string()
            && let Some(first) = names.next()
        {
            after.name.clone_from(&first.text);
        }
        let offered = names.clone().find(|name| !name.stale && name.text != after.name).map(|name| name.text.clone());
        let renamed = offered.as_ref().filter(|_| choices.renames.contains(&before.identity()));
        let mut old = None;
        if let Some(name) = renamed {
            old = Some(std::mem::replace(&mut after.name, name.clone()));
            after.aliases.retain(|alias| !is_same(alias, name));
        }
        let aliases = old.iter().chain(names.map(|name| &name.text)).chain(aliases);
        add_aliases(&mut after, aliases, index, &mut kept);
        let rename = if renamed.is_some() { None } else { offered };
        Known { place: self.entry.place, before: before.clone(), after, rename, kept }
    }
}

/// True unless the domain has the suffix of another cloud's initial domains.
fn is_of(initial: &Domain, cloud: Cloud) -> bool {
    clouds_of(initial).is_none_or(|clouds| clouds.allow(cloud))
}

/// Adds names that the tenant is not known by yet, and nobody else either.
fn add_aliases<'a>(
    tenant: &mut Tenant,
    names: impl Iterator<Item = &'a String>,
    index: &NameIndex,
    kept: &mut Vec<Kept>,
) {
    let of_tenant = [&tenant.name].into_iter().chain(&tenant.aliases);
    let mut known: HashSet<String> = of_tenant.map(|name| folded(name)).collect();
    for name in names {
        let folded = folded(name);
        if !known.insert(folded.clone()) {
            continue;
        }
        if index.is_taken(&folded, tenant.tenant_id) {
            kept.push(Kept { field: "alias", value: String::new(), other: name.clone(), why: Left::Taken });
        } else {
            tenant.aliases.push(name.clone());
        }
    }
}
