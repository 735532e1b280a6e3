//! What a list adds to a customer: what it lacks is filled in, what it has stays.

use std::fmt;

use super::{
    Choices, Kept, Known,
    domains::clouds_of,
    merge::{Group, add, is_same},
};
use crate::{cloud::Cloud, domain::Domain, tenant::Tenant};

impl Group {
    /// Returns the tenant to add. Without a name it is called by its ID, until a list or a person gives it one.
    pub(super) fn tenant(&self, cloud: Cloud) -> Tenant {
        let mut tenant = Tenant { cloud, ..self.entry.tenant.clone() };
        if !self.entry.exact && tenant.initial_domain.as_ref().is_some_and(|domain| !is_of(domain, cloud)) {
            // It is a domain of the tenant's all the same.
            let other = tenant.initial_domain.take();
            tenant.domain = tenant.domain.or(other);
        }
        let mut names = self.names.iter();
        if let Some(name) = names.next() {
            tenant.name.clone_from(&name.text);
        }
        for name in names {
            add_alias(&mut tenant, &name.text);
        }
        tenant
    }

    /// Returns what a tenant becomes: what it lacks is filled in, what it has stays.
    pub(super) fn applied_to(&self, before: &Tenant, choices: &Choices) -> Known {
        let Tenant { domain, initial_domain, sharepoint, group, tags, aliases, notes, .. } = &self.entry.tenant;
        let mut after = before.clone();
        let mut kept = Vec::new();
        fill("domain", &mut after.domain, domain.as_ref(), &mut kept);
        let (own, foreign): (Vec<_>, Vec<_>) = initial_domain.iter().partition(|domain| is_of(domain, before.cloud));
        fill("initial domain", &mut after.initial_domain, own.first().copied(), &mut kept);
        kept.extend(foreign.into_iter().map(|other| Kept {
            field: "initial domain",
            value: before.initial_domain.as_ref().map(ToString::to_string).unwrap_or_default(),
            other: other.to_string(),
        }));
        fill("SharePoint label", &mut after.sharepoint, sharepoint.as_ref(), &mut kept);
        fill("group", &mut after.group, group.as_ref(), &mut kept);
        add(&mut after.tags, tags.clone());
        if after.notes.is_empty() {
            after.notes.clone_from(notes);
        }
        let mut names = self.names.iter().peekable();
        if before.name == before.tenant_id.to_string()
            && let Some(first) = names.next()
        {
            after.name.clone_from(&first.text);
        }
        let offered = names.clone().find(|name| !name.stale && name.text != after.name).map(|name| name.text.clone());
        let renamed = offered.as_ref().filter(|_| choices.renames.contains(&before.identity()));
        if let Some(name) = renamed {
            let old = std::mem::replace(&mut after.name, name.clone());
            after.aliases.retain(|alias| !is_same(alias, name));
            add_alias(&mut after, &old);
        }
        for name in names.map(|name| &name.text).chain(aliases) {
            add_alias(&mut after, name);
        }
        let rename = if renamed.is_some() { None } else { offered };
        Known { place: self.entry.place, before: before.clone(), after, rename, kept }
    }
}

/// True unless the domain has the suffix of another cloud's initial domains.
fn is_of(initial: &Domain, cloud: Cloud) -> bool {
    clouds_of(initial).is_none_or(|clouds| clouds.allow(cloud))
}

fn add_alias(tenant: &mut Tenant, alias: &str) {
    if !is_same(&tenant.name, alias) && !tenant.aliases.iter().any(|known| is_same(known, alias)) {
        tenant.aliases.push(alias.to_owned());
    }
}

fn fill<T: Clone + PartialEq + fmt::Display>(
    field: &'static str,
    value: &mut Option<T>,
    other: Option<&T>,
    kept: &mut Vec<Kept>,
) {
    match (value.as_ref(), other) {
        (None, Some(other)) => *value = Some(other.clone()),
        (Some(value), Some(other)) if value != other => {
            kept.push(Kept { field, value: value.to_string(), other: other.to_string() });
        }
        _ => {}
    }
}
