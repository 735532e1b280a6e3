//! Taking an import back: what it set and nobody has changed since, and nothing else.

use std::collections::HashMap;

use jiff::Timestamp;

use super::Plan;
use crate::{cloud::Identity, format::unknown_fields, registry::Registry, tenant::Tenant};

/// An import that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// When.
    pub at: Timestamp,
    /// What was imported, for people: the name of a file. It may be hostile.
    pub source: String,
    /// The registry file.
    pub registry: String,
    /// What it set.
    pub sets: Vec<Set>,
}

/// What an import did to one tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    /// The tenant before; nothing when it was added.
    pub before: Option<Tenant>,
    /// The tenant after.
    pub after: Tenant,
    /// The fields of an added tenant that Portico does not know, as [`crate::format::unknown_fields`] has them.
    pub unknown: String,
}

impl Done {
    /// Returns what a plan does, to be remembered.
    pub fn of(plan: &Plan, source: &str, registry: &str, at: Timestamp) -> Self {
        let changed = plan.changed.iter().map(|change| Set {
            before: Some(change.before.clone()),
            after: change.after.clone(),
            unknown: String::new(),
        });
        let added = plan.new.iter().map(|new| Set {
            before: None,
            after: new.tenant.clone(),
            unknown: new.text.as_deref().map(unknown_fields).unwrap_or_default(),
        });
        Self { at, source: source.to_owned(), registry: registry.to_owned(), sets: changed.chain(added).collect() }
    }
}

/// What taking an import back does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reverted {
    /// Customers that go.
    pub removed: Vec<Tenant>,
    /// Customers that change back, as they are and as they will be.
    pub changed: Vec<(Tenant, Tenant)>,
    /// Customers that were imported and stay, because they were changed since.
    pub kept: Vec<Tenant>,
}

impl Done {
    /// Finds what can be taken back.
    ///
    /// `unknown` are the fields that Portico does not know of each tenant that has some.
    pub fn reverted(&self, registry: &Registry, unknown: &HashMap<Identity, String>) -> Reverted {
        let mut reverted = Reverted::default();
        for Set { before, after, unknown: imported } in &self.sets {
            // One that is gone, or has another identity now, is nothing of the import's any more.
            let Some(now) = registry.get(&after.identity()) else { continue };
            match before {
                None if now == after && unknown.get(&now.identity()).map_or("", String::as_str) == imported => {
                    reverted.removed.push(now.clone());
                }
                None => reverted.kept.push(now.clone()),
                Some(before) => {
                    let back = back(before, after, now);
                    if back != *now {
                        reverted.changed.push((now.clone(), back));
                    }
                }
            }
        }
        reverted
    }
}

impl Reverted {
    /// Returns true when nothing can be taken back.
    pub fn is_empty(&self) -> bool {
        self.removed.is_empty() && self.changed.is_empty()
    }

    /// Takes it back.
    ///
    /// # Errors
    ///
    /// Somebody else has by now what a customer had before.
    pub fn apply(&self, registry: &mut Registry) -> Result<(), crate::registry::Clash> {
        for tenant in &self.removed {
            let _ = registry.remove(&tenant.identity());
        }
        registry.put(self.changed.iter().map(|(_, back)| back.clone()).collect())
    }
}

/// Returns the tenant with each field as it was before, where it still is what the import made it.
fn back(before: &Tenant, after: &Tenant, now: &Tenant) -> Tenant {
    let mut back = now.clone();
    revert(&before.name, &after.name, &mut back.name);
    revert(&before.domain, &after.domain, &mut back.domain);
    revert(&before.initial_domain, &after.initial_domain, &mut back.initial_domain);
    revert(&before.sharepoint, &after.sharepoint, &mut back.sharepoint);
    revert(&before.group, &after.group, &mut back.group);
    revert(&before.own, &after.own, &mut back.own);
    revert(&before.notes, &after.notes, &mut back.notes);
    revert_list(&before.tags, &after.tags, &mut back.tags);
    revert_list(&before.aliases, &after.aliases, &mut back.aliases);
    // A look-up of the domain that goes spoke of the import's, not of what was there before.
    let has = |tenant: &Tenant, domain| {
        [&tenant.domain, &tenant.initial_domain].into_iter().flatten().any(|own| own == domain)
    };
    if back.verified.as_ref().is_some_and(|verified| has(now, &verified.domain) && !has(&back, &verified.domain)) {
        back.verified = None;
    }
    back
}

fn revert<T: Clone + PartialEq>(before: &T, after: &T, now: &mut T) {
    if now == after {
        now.clone_from(before);
    }
}

/// Takes out what the import put in, and puts back what it took out where the list is just as it left it.
fn revert_list(before: &[String], after: &[String], now: &mut Vec<String>) {
    if now == after {
        *now = before.to_vec();
    } else {
        now.retain(|text| before.contains(text) || !after.contains(text));
    }
}
