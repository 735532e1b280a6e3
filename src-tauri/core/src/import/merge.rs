//! Rows of one customer made one: a list may name a customer often.

use std::{
    collections::{HashMap, HashSet},
    fmt,
};

use super::{Kept, Left, entry::Entry};
use crate::{fold::fold, tenant_id::TenantId};

/// All that a list says about one customer.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// What its rows say together.
    pub(super) entry: Entry,
    /// Its names in their order, those that are not stale first.
    pub(super) names: Vec<Name>,
    /// What further rows say otherwise.
    pub(super) kept: Vec<Kept>,
    rows: usize,
}

/// A name that a list has for a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) text: String,
    /// It is from the day the partnership began.
    pub(super) stale: bool,
}

impl Group {
    fn new(mut entry: Entry) -> Self {
        let name = entry.name.take().map(|text| Name { text, stale: entry.stale_name });
        Self { entry, names: name.into_iter().collect(), kept: Vec::new(), rows: 1 }
    }

    /// Adds what a row says beyond the others.
    fn absorb(&mut self, row: Entry) {
        self.rows += 1;
        let Self { entry, names, kept, .. } = self;
        entry.place = entry.place.min(row.place);
        entry.clouds = match (entry.clouds, row.clouds) {
            (Some(one), Some(other)) => one.and(other),
            (one, other) => one.or(other),
        };
        let (tenant, other) = (&mut entry.tenant, row.tenant);
        fill_in("domain", &mut tenant.domain, other.domain.as_ref(), Left::OtherRow, kept);
        fill_in("initial domain", &mut tenant.initial_domain, other.initial_domain.as_ref(), Left::OtherRow, kept);
        fill_in("SharePoint label", &mut tenant.sharepoint, other.sharepoint.as_ref(), Left::OtherRow, kept);
        fill_in("group", &mut tenant.group, other.group.as_ref(), Left::OtherRow, kept);
        tenant.tags.extend(other.tags);
        tenant.aliases.extend(other.aliases);
        if tenant.notes.is_empty() {
            tenant.notes = other.notes;
        }
        names.extend(row.name.map(|text| Name { text, stale: row.stale_name }));
    }

    /// Puts in order what the rows brought along.
    fn finish(&mut self) {
        // Sorting is stable: within each kind they stay as they came.
        self.names.sort_by_key(|name| name.stale);
        if self.rows > 1 {
            let mut seen = HashSet::new();
            self.names.retain(|name| seen.insert(fold(&name.text).as_str().to_owned()));
            for texts in [&mut self.entry.tenant.tags, &mut self.entry.tenant.aliases] {
                let mut seen = HashSet::new();
                texts.retain(|text| seen.insert(text.clone()));
            }
            self.kept.dedup();
        }
    }
}

/// Takes another value where there is none, and notes where there is a different one.
pub(super) fn fill_in<T: Clone + PartialEq + fmt::Display>(
    field: &'static str,
    value: &mut Option<T>,
    other: Option<&T>,
    why: Left,
    kept: &mut Vec<Kept>,
) {
    match (value.as_ref(), other) {
        (None, Some(other)) => *value = Some(other.clone()),
        (Some(value), Some(other)) if value != other => {
            kept.push(Kept { field, value: value.to_string(), other: other.to_string(), why });
        }
        _ => {}
    }
}

/// True when two names differ in nothing but case, accents and spaces.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one == other || fold(one).as_str() == fold(other).as_str()
}

/// The customers of a list.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// In the order in which the list first names them.
    pub(super) groups: Vec<Group>,
    /// How many rows repeat a customer of another row.
    pub(super) merged: usize,
    /// Rows without a cloud whose ID stands in the list with several.
    pub(super) unclear: Vec<Entry>,
}

/// Makes one customer of the rows that name the same tenant ID in clouds that go together.
pub(super) fn grouped(entries: &[Entry]) -> Groups {
    let mut found = Groups::default();
    let mut by_id: HashMap<TenantId, Vec<usize>> = HashMap::with_capacity(entries.len());
    // Those that name their cloud first: the others go with them, wherever they stand.
    let stated = entries.iter().filter(|entry| entry.clouds.is_some());
    let unstated = entries.iter().filter(|entry| entry.clouds.is_none());
    for entry in stated.chain(unstated) {
        let same_id = by_id.entry(entry.tenant_id()).or_default();
        let fits = |group: &Group| match (group.entry.clouds, entry.clouds) {
            (Some(one), Some(other)) => one.and(other).is_some(),
            _ => true,
        };
        let fitting: Vec<usize> = same_id.iter().copied().filter(|at| fits(&found.groups[*at])).collect();
        match fitting[..] {
            [] => {
                same_id.push(found.groups.len());
                found.groups.push(Group::new(entry.clone()));
            }
            [at] => {
                found.groups[at].absorb(entry.clone());
                found.merged += 1;
            }
            _ => found.unclear.push(entry.clone()),
        }
    }
    for group in &mut found.groups {
        group.finish();
    }
    found.groups.sort_by_key(|group| group.entry.place);
    found
}
