//! Rows of one customer made one: a list may name a customer often.

use std::collections::HashMap;

use super::entry::Entry;
use crate::{fold::fold, tenant_id::TenantId};

/// All that a list says about one customer.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// What its rows say together. Its name is the first one, and not a stale one where there is another.
    pub(super) entry: Entry,
    /// Further names, in their order.
    pub(super) names: Vec<Name>,
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
        Self { entry, names: name.into_iter().collect() }
    }

    /// Adds what a row says beyond the others.
    fn absorb(&mut self, row: Entry) {
        let entry = &mut self.entry;
        entry.place = entry.place.min(row.place);
        entry.clouds = match (entry.clouds, row.clouds) {
            (Some(one), Some(other)) => one.and(other),
            (one, other) => one.or(other),
        };
        entry.tenant.domain = entry.tenant.domain.take().or(row.tenant.domain);
        entry.tenant.initial_domain = entry.tenant.initial_domain.take().or(row.tenant.initial_domain);
        entry.tenant.sharepoint = entry.tenant.sharepoint.take().or(row.tenant.sharepoint);
        entry.tenant.group = entry.tenant.group.take().or(row.tenant.group);
        add(&mut entry.tenant.tags, row.tenant.tags);
        add(&mut entry.tenant.aliases, row.tenant.aliases);
        if entry.tenant.notes.is_empty() {
            entry.tenant.notes = row.tenant.notes;
        }
        if let Some(text) = row.name
            && !self.names.iter().any(|name| is_same(&name.text, &text))
        {
            self.names.push(Name { text, stale: row.stale_name });
        }
    }
}

/// Adds texts that are not there yet.
pub(super) fn add(texts: &mut Vec<String>, more: Vec<String>) {
    for text in more {
        if !texts.contains(&text) {
            texts.push(text);
        }
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
        // Sorting is stable: the first name that is not stale, then the others as they came.
        group.names.sort_by_key(|name| name.stale);
    }
    found.groups.sort_by_key(|group| group.entry.place);
    found
}
