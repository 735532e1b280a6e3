//! What an import would do to the registry: shown first, then done as it was shown.

use std::{
    collections::{HashMap, HashSet},
    fmt,
};

use super::{
    Clouds, Import, Place, Reason, Skipped, TEXTS_LIMIT,
    domains::clouds_of,
    entry::Entry,
    filling::NameIndex,
    merge::{Group, Groups, Name, grouped, is_same},
};
use crate::{
    cloud::{Cloud, Identity},
    display::quoted,
    lookalike::Lookalikes,
    pins::{Objection, Pinning},
    registry::{self, Claims, Clash, ClashKind, Registry, Standing},
    tenant::Tenant,
    tenant_id::TenantId,
};

/// What a person decided beforehand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// The cloud of customers whose rows do not tell it, or leave it open.
    pub cloud: Option<Cloud>,
    /// The tenants that take the list's name.
    pub renames: Vec<Identity>,
}

/// What an import would do. Nothing has been done yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Customers to add, in the order of the list.
    pub new: Vec<New>,
    /// Customers to change.
    pub changed: Vec<Known>,
    /// Customers that have all that the list says.
    pub unchanged: Vec<Known>,
    /// Rows that a person has to decide on. Nothing is done about them.
    pub conflicts: Vec<Conflict>,
    /// How many rows repeat a customer of the same list.
    pub merged: usize,
}

/// A customer to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New {
    /// Where the list first names it.
    pub place: Place,
    /// What will be added.
    pub tenant: Tenant,
    /// A customer whose name looks the same.
    pub alike: Option<String>,
    /// What the list says besides, and is not taken.
    pub kept: Vec<Kept>,
    /// The entry as our own export has it, with fields that Portico does not know.
    pub(crate) text: Option<String>,
}

/// A customer of the list that the registry has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Where the list first names it.
    pub place: Place,
    /// What it is.
    pub before: Tenant,
    /// What it will be.
    pub after: Tenant,
    /// The list's name, which it could take.
    pub rename: Option<String>,
    /// What stays, though the list says otherwise.
    pub kept: Vec<Kept>,
}

/// A value of the list that is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The field.
    pub field: &'static str,
    /// The value that counts; empty where there is none.
    pub value: String,
    /// The list's.
    pub other: String,
    /// Why it is not taken.
    pub why: Left,
}

/// Why a value of the list is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// The registry has another: what is there is not overwritten.
    Registry,
    /// Another row of the list has another.
    OtherRow,
    /// Another customer is known by it.
    Taken,
}

impl Left {
    /// The word in JSON output.
    pub fn key(self) -> &'static str {
        match self {
            Self::Registry => "registry",
            Self::OtherRow => "other row",
            Self::Taken => "taken",
        }
    }
}

/// Rows that a person has to decide on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Where the list first names the customer.
    pub place: Place,
    /// The name it has there. It may be hostile.
    pub name: Option<String>,
    /// The tenant ID.
    pub tenant_id: TenantId,
    /// What there is to decide.
    pub why: Why,
}

/// What there is to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Several entries have the tenant ID, and the row does not say which cloud it means.
    SeveralEntries(Vec<Cloud>),
    /// The list has the tenant ID in several clouds, and the row does not say which one it means.
    SeveralRows,
    /// The entry with the tenant ID is in another cloud than the list says.
    OtherCloud {
        /// What the list says.
        stated: Clouds,
        /// Where the entry is.
        entry: Cloud,
    },
    /// The list leaves open which of these it is.
    Undecided(Clouds),
    /// Another customer has something that only one can have.
    Clash(Clash),
    /// The list calls the customer as another one is called.
    NameOfAnother(String),
    /// The list gives the tenant ID more names or tags than one customer has.
    ManyTexts,
    /// The customer was changed outside Portico, and nobody has looked at that yet.
    Waiting,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SeveralEntries(clouds) => {
                let clouds: Vec<_> = clouds.iter().map(|cloud| cloud.key()).collect();
                write!(
                    f,
                    "the tenant ID stands in several clouds ({}), and the list does not say which",
                    clouds.join(", ")
                )
            }
            Self::SeveralRows => f.write_str("the list has the tenant ID in several clouds, and here none"),
            Self::OtherCloud { stated, entry } => write!(f, "the list says {stated}, the customer is in {entry}"),
            Self::Undecided(clouds) => write!(f, "the list leaves open whether it is {clouds}"),
            Self::Clash(clash) => clash.fmt(f),
            Self::NameOfAnother(name) => write!(f, "the registry knows another customer by the name {}", quoted(name)),
            Self::ManyTexts => write!(f, "the list has more than {TEXTS_LIMIT} names or tags for it"),
            Self::Waiting => f.write_str("the customer was changed outside Portico, and nobody has looked at that yet"),
        }
    }
}

impl Plan {
    /// Leaves out the customers with these identities: they are neither added nor changed.
    pub fn leave_out(&mut self, identities: &HashSet<Identity>) {
        self.new.retain(|new| !identities.contains(&new.tenant.identity()));
        self.changed.retain(|change| !identities.contains(&change.before.identity()));
    }
}

/// Where a row goes.
enum Goes<'a> {
    To(&'a Tenant),
    New(Cloud),
    Nowhere(Why),
}

impl Import {
    /// Returns true when the list has another name for a tenant, which it could take.
    pub fn renames(&self, tenant: &Tenant) -> bool {
        self.entries.iter().any(|entry| {
            let other = entry.name.as_ref().is_some_and(|name| *name != tenant.name);
            entry.tenant_id() == tenant.tenant_id && other && !entry.stale_name
        })
    }

    /// Compares the list with the registry.
    pub fn plan(&self, registry: &Registry, pinning: &Pinning, choices: &Choices) -> Plan {
        let Groups { groups, merged, unclear } = grouped(&self.entries);
        let mut plan = Plan { merged, ..Plan::default() };
        plan.conflicts.extend(unclear.iter().map(|entry| conflict(entry, entry.name.clone(), Why::SeveralRows)));

        let mut by_id: HashMap<TenantId, Vec<&Tenant>> = HashMap::with_capacity(registry.tenants().len());
        for tenant in registry.tenants() {
            by_id.entry(tenant.tenant_id).or_default().push(tenant);
        }
        let with_id = |id: TenantId| by_id.get(&id).map(Vec::as_slice).unwrap_or_default();
        let mut changes: Vec<(Known, Option<&Group>)> = Vec::new();
        let mut additions: Vec<(New, &Group)> = Vec::new();
        let index = NameIndex::new(registry, &groups);
        for group in &groups {
            if !group.entry.exact && group.texts() > TEXTS_LIMIT {
                plan.conflicts.push(group.conflict(Why::ManyTexts));
                continue;
            }
            match goes(group, with_id(group.entry.tenant_id()), choices) {
                Goes::To(tenant) if matches!(pinning.objection(tenant), Some(Objection::Changed(_))) => {
                    plan.conflicts.push(group.conflict(Why::Waiting));
                }
                // The wrong ID in a row would give one customer what is another's.
                Goes::To(tenant) => match group.name_of_another(tenant, &index) {
                    Some(name) => plan.conflicts.push(group.conflict(Why::NameOfAnother(name))),
                    None => changes.push((group.applied_to(tenant, choices, &index), Some(group))),
                },
                Goes::New(cloud) => {
                    let (tenant, kept) = group.tenant(cloud, &index);
                    let text = group.entry.text.clone();
                    additions.push((New { place: group.entry.place, tenant, alike: None, kept, text }, group));
                }
                Goes::Nowhere(why) => plan.conflicts.push(group.conflict(why)),
            }
        }
        self.mark_own(&mut changes, with_id, pinning);
        plan.take_what_does_not_clash(registry, changes, additions, &Shared::of(&groups));
        plan.look_alike(registry);
        plan.conflicts.sort_by_key(|conflict| conflict.place);
        plan
    }

    /// Marks the own tenant where it stands in the registry already.
    fn mark_own<'a>(
        &self,
        changes: &mut Vec<(Known, Option<&Group>)>,
        with_id: impl Fn(TenantId) -> &'a [&'a Tenant],
        pinning: &Pinning,
    ) {
        for Skipped { place, reason, .. } in &self.skipped {
            let Reason::Own(id) = reason else { continue };
            let [tenant] = with_id(*id) else { continue };
            if tenant.own || pinning.objection(tenant).is_some() {
                continue;
            }
            match changes.iter_mut().find(|(change, _)| change.before.identity() == tenant.identity()) {
                Some((change, _)) => change.after.own = true,
                None => {
                    let known = Known {
                        place: *place,
                        before: (*tenant).clone(),
                        after: Tenant { own: true, ..(*tenant).clone() },
                        rename: None,
                        kept: Vec::new(),
                    };
                    changes.push((known, None));
                }
            }
        }
    }
}

/// Decides which entry a row is about. A row that names no cloud goes by its tenant ID alone.
fn goes<'a>(group: &Group, same_id: &[&'a Tenant], choices: &Choices) -> Goes<'a> {
    let chosen = choices.cloud.map(Clouds::only);
    let stated = match (group.entry.clouds, chosen) {
        // What the list leaves open, the person has decided.
        (Some(stated), Some(chosen)) if stated.decided().is_none() => stated.and(chosen).or(Some(stated)),
        (Some(stated), _) => Some(stated),
        (None, chosen) => chosen,
    };
    let fitting: Vec<&Tenant> =
        same_id.iter().copied().filter(|tenant| stated.is_none_or(|clouds| clouds.allow(tenant.cloud))).collect();
    match (&fitting[..], same_id, stated) {
        ([tenant], ..) => Goes::To(tenant),
        ([], [], stated) => {
            // Where nothing is said, the initial domain of a national cloud says it.
            let hint = group.entry.tenant.initial_domain.as_ref().and_then(clouds_of);
            let clouds = stated.or(hint).unwrap_or(Clouds::only(Cloud::Public));
            clouds.decided().map_or(Goes::Nowhere(Why::Undecided(clouds)), Goes::New)
        }
        ([], [other, ..], Some(stated)) => Goes::Nowhere(Why::OtherCloud { stated, entry: other.cloud }),
        _ => Goes::Nowhere(Why::SeveralEntries(fitting.iter().map(|tenant| tenant.cloud).collect())),
    }
}

fn conflict(entry: &Entry, name: Option<String>, why: Why) -> Conflict {
    Conflict { place: entry.place, name, tenant_id: entry.tenant_id(), why }
}

/// What the list says of several customers, though only one of a cloud can have it. Nothing tells whose it is.
#[derive(Debug)]
struct Shared<'a>(HashMap<(&'static str, &'a str), Vec<&'a Group>>);

impl<'a> Shared<'a> {
    fn of(groups: &'a [Group]) -> Self {
        let mut by_value: HashMap<_, Vec<&Group>> = HashMap::new();
        for group in groups {
            for (field, value) in registry::values(&group.entry.tenant) {
                if let Some(value) = value {
                    by_value.entry((field, value)).or_default().push(group);
                }
            }
        }
        by_value.retain(|_, groups| groups.len() > 1);
        Self(by_value)
    }

    fn clash(&self, group: &Group) -> Option<Clash> {
        let entry = &group.entry;
        let is_other = |other: &&&Group| {
            let together = match (entry.clouds, other.entry.clouds) {
                (Some(one), Some(other)) => one.and(other).is_some(),
                _ => true,
            };
            other.entry.tenant_id() != entry.tenant_id() && together
        };
        registry::values(&entry.tenant).into_iter().find_map(|(field, value)| {
            let other = self.0.get(&(field, value?))?.iter().find(is_other)?;
            let name = |group: &Group| group.name().cloned().unwrap_or_else(|| group.entry.tenant_id().to_string());
            Some(Clash { kind: ClashKind::Value(field, value?.to_owned()), first: name(other), second: name(group) })
        })
    }
}

impl Group {
    fn name(&self) -> Option<&String> {
        self.names.first().map(|name| &name.text)
    }

    /// Returns a name of the list that is another customer's, unless the list also says what this one is called.
    fn name_of_another(&self, tenant: &Tenant, index: &NameIndex) -> Option<String> {
        let is_its = |name: &Name| {
            is_same(&name.text, &tenant.name) || tenant.aliases.iter().any(|alias| is_same(alias, &name.text))
        };
        if self.entry.exact || self.names.iter().any(is_its) {
            return None;
        }
        let anothers = self.names.iter().find(|name| index.is_anothers(&name.text, tenant.tenant_id));
        anothers.map(|name| name.text.clone())
    }

    fn texts(&self) -> usize {
        let Tenant { tags, aliases, .. } = &self.entry.tenant;
        tags.len().max(aliases.len() + self.names.len())
    }

    fn conflict(&self, why: Why) -> Conflict {
        conflict(&self.entry, self.name().cloned(), why)
    }
}

impl Plan {
    /// Sorts changes and additions into what can be done and what cannot stand beside the others.
    ///
    /// What counts is all that the list says of a customer, also what would not be taken: a domain of another customer's means
    /// that the row may be about that one.
    fn take_what_does_not_clash(
        &mut self,
        registry: &Registry,
        changes: Vec<(Known, Option<&Group>)>,
        additions: Vec<(New, &Group)>,
        shared: &Shared<'_>,
    ) {
        let listed = |(known, group): &(Known, Option<&Group>)| match group {
            Some(group) => {
                let name = group.name().unwrap_or(&known.before.name).clone();
                Tenant { name, cloud: known.before.cloud, ..group.entry.tenant.clone() }
            }
            None => known.before.clone(),
        };
        let changed: Vec<Tenant> = changes.iter().map(listed).collect();
        let added: Vec<Tenant> = additions.iter().map(|(new, _)| new.tenant.clone()).collect();
        let mut claims = Claims::with_capacity(registry.tenants().len() + added.len());
        for tenant in registry.tenants() {
            claims.claim(tenant);
        }
        for ((change, group), says) in changes.into_iter().zip(&changed) {
            let clash = claims.clash(says, Standing::Changed).or_else(|| group.and_then(|group| shared.clash(group)));
            match (clash, group) {
                (Some(clash), Some(group)) => self.conflicts.push(group.conflict(Why::Clash(clash))),
                _ if change.before == change.after => self.unchanged.push(change),
                _ => self.changed.push(change),
            }
        }
        for ((new, group), says) in additions.into_iter().zip(&added) {
            match claims.clash(says, Standing::New).or_else(|| shared.clash(group)) {
                Some(clash) => self.conflicts.push(group.conflict(Why::Clash(clash))),
                None => {
                    claims.claim(says);
                    self.new.push(new);
                }
            }
        }
        self.changed.sort_by_key(|change| change.place);
    }

    /// Finds the new customers whose names look like another's.
    fn look_alike(&mut self, registry: &Registry) {
        let mut after = registry.clone();
        if self.new.is_empty() || self.apply(&mut after).is_err() {
            return;
        }
        let alike = Lookalikes::of(&after);
        for new in &mut self.new {
            new.alike = alike.twin(&new.tenant.identity()).map(str::to_owned);
        }
    }

    /// Returns true when nothing would be done.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty()
    }

    /// Does what the plan says.
    ///
    /// # Errors
    ///
    /// The registry is not the one that the plan was made for, and the tenants clash; or there would be too many. Then it
    /// stays as it was.
    pub fn apply(&self, registry: &mut Registry) -> Result<(), Clash> {
        let changed = self.changed.iter().map(|change| change.after.clone());
        registry.put(changed.chain(self.new.iter().map(|new| new.tenant.clone())).collect())?;
        for new in &self.new {
            if let Some(text) = &new.text {
                registry.keep_text(new.tenant.identity(), text.clone());
            }
        }
        Ok(())
    }
}
