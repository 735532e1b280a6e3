//! Changes of customers that a person made in Portico, and taking them back.

use std::collections::HashMap;

use crate::{
    cloud::Identity,
    merging::{self, Merged},
    registry::{Clash, Registry},
    tenant::Tenant,
};

/// What a change did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    changes: Vec<Change>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Change {
    Added(Tenant),
    Changed {
        before: Box<Tenant>,
        after: Box<Tenant>,
    },
    /// Where it stood, and its entry in the file, which may say more than a tenant holds.
    Removed {
        at: usize,
        tenant: Tenant,
        entry: Option<String>,
    },
}

/// What taking a change back did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Undone {
    /// How many customers are as before.
    pub back: usize,
    /// How many were changed since, and stay so in part or altogether.
    pub kept: usize,
}

impl Made {
    /// Compares a registry before and after a change of it. `entries` are the texts of its tenants in the file.
    pub fn between(before: &Registry, after: &Registry, entries: &HashMap<Identity, String>) -> Self {
        let mut left: HashMap<Identity, (usize, &Tenant)> =
            before.tenants().iter().enumerate().map(|(at, tenant)| (tenant.identity(), (at, tenant))).collect();
        let mut changes = Vec::new();
        for tenant in after.tenants() {
            match left.remove(&after.origin(&tenant.identity())) {
                Some((_, was)) if was == tenant => {}
                Some((_, was)) => {
                    changes.push(Change::Changed { before: Box::new(was.clone()), after: Box::new(tenant.clone()) })
                }
                None => changes.push(Change::Added(tenant.clone())),
            }
        }
        let mut removed: Vec<_> = left.into_values().collect();
        removed.sort_unstable_by_key(|(at, _)| *at);
        changes.extend(removed.into_iter().map(|(at, tenant)| Change::Removed {
            at,
            tenant: tenant.clone(),
            entry: entries.get(&tenant.identity()).cloned(),
        }));
        Self { changes }
    }

    /// How many customers were changed.
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// True when nothing was changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Takes the change back, field by field where somebody has changed a customer since.
    ///
    /// # Errors
    ///
    /// Another customer has by now what one of them had.
    pub fn undo(&self, registry: &mut Registry) -> Result<Undone, Clash> {
        let mut undone = Undone::default();
        for change in &self.changes {
            let is_back = match change {
                Change::Added(tenant) => {
                    let is_same = registry.get(&tenant.identity()) == Some(tenant);
                    is_same && registry.remove(&tenant.identity()).is_some()
                }
                Change::Changed { before, after } => back(registry, before, after)?,
                Change::Removed { at, tenant, entry } => {
                    let is_gone = registry.get(&tenant.identity()).is_none();
                    if is_gone {
                        registry.insert(*at, tenant.clone())?;
                        if let Some(entry) = entry {
                            registry.keep_text(tenant.identity(), entry.clone());
                        }
                    }
                    is_gone
                }
            };
            if is_back {
                undone.back += 1;
            } else {
                undone.kept += 1;
            }
        }
        Ok(undone)
    }
}

/// Returns true when the tenant is altogether as before.
fn back(registry: &mut Registry, before: &Tenant, after: &Tenant) -> Result<bool, Clash> {
    let Some(now) = registry.get(&after.identity()).cloned() else { return Ok(false) };
    let Merged { mut tenant, conflicts } = merging::merge(after, before, &now);
    if tenant.verified.is_none() && now.verified == after.verified && tenant.identity() == before.identity() {
        tenant.verified.clone_from(&before.verified);
        tenant = tenant.clone().without_stale_look_up(&tenant);
    }
    registry.replace(&after.identity(), tenant)?;
    Ok(conflicts.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cloud::Cloud, domain::Domain, tenant::Verified};

    fn tenant(name: &str, last: u32) -> Tenant {
        Tenant::new(name, Cloud::Public, format!("8f3c1d52-6a0b-4a3e-9d57-0000{last:08x}").parse().unwrap())
    }

    fn three() -> Registry {
        Registry::new(vec![tenant("A", 1), tenant("B", 2), tenant("C", 3)]).unwrap()
    }

    fn names(registry: &Registry) -> Vec<&str> {
        registry.tenants().iter().map(|tenant| tenant.name.as_str()).collect()
    }

    fn made(before: &Registry, change: impl Fn(&mut Registry)) -> (Registry, Made) {
        let mut after = before.clone();
        change(&mut after);
        let made = Made::between(before, &after, &HashMap::new());
        (after, made)
    }

    #[test]
    fn whatever_was_done_is_taken_back() {
        let before = three();
        type Act<'a> = &'a dyn Fn(&mut Registry);
        let changes: [Act<'_>; 5] = [
            &|registry| registry.add(tenant("D", 4)).unwrap(),
            &|registry| drop(registry.remove(&tenant("", 2).identity())),
            &|registry| {
                for at in 1..=3 {
                    registry.remove(&tenant("", at).identity());
                }
            },
            &|registry| assert!(registry.replace(&tenant("", 2).identity(), tenant("Bee", 2)).unwrap()),
            &|registry| assert!(registry.replace(&tenant("", 2).identity(), tenant("B", 9)).unwrap()),
        ];
        for change in changes {
            let (mut now, made) = made(&before, change);
            assert_ne!(now, before);
            assert_eq!(made.undo(&mut now), Ok(Undone { back: made.len(), kept: 0 }));
            assert_eq!(now, before, "in its old place too");
        }
    }

    #[test]
    fn what_somebody_changed_since_stays() {
        let id = tenant("", 2).identity();
        let (mut now, renamed) = made(&three(), |registry| {
            registry.replace(&id, Tenant { group: Some("G".into()), ..tenant("Bee", 2) }).unwrap();
        });
        now.replace(&id, Tenant { group: Some("G".into()), notes: "n".into(), ..tenant("Sea", 2) }).unwrap();
        assert_eq!(renamed.undo(&mut now), Ok(Undone { back: 0, kept: 1 }));
        assert_eq!(now.get(&id), Some(&Tenant { notes: "n".into(), ..tenant("Sea", 2) }), "the group alone went back");

        let (mut now, added) = made(&three(), |registry| registry.add(tenant("D", 4)).unwrap());
        now.replace(&tenant("", 4).identity(), tenant("Dee", 4)).unwrap();
        assert_eq!(added.undo(&mut now), Ok(Undone { back: 0, kept: 1 }));
        assert_eq!(names(&now), ["A", "B", "C", "Dee"]);
    }

    #[test]
    fn a_customer_that_cannot_come_back_changes_nothing() {
        let domain: Domain = "contoso.com".parse().unwrap();
        let with = |name: &str, last| Tenant { domain: Some(domain.clone()), ..tenant(name, last) };
        let before = Registry::new(vec![with("A", 1)]).unwrap();
        let (mut now, removed) = made(&before, |registry| drop(registry.remove(&tenant("", 1).identity())));
        now.add(with("New", 7)).unwrap();
        assert!(removed.undo(&mut now).is_err());
    }

    #[test]
    fn a_look_up_comes_back_with_the_domain_it_spoke_of() {
        let domain: Domain = "contoso.com".parse().unwrap();
        let verified = Some(Verified { domain: domain.clone(), at: "2026-11-12".into() });
        let was = Tenant { domain: Some(domain), verified, ..tenant("A", 1) };
        let before = Registry::new(vec![was.clone()]).unwrap();
        let (mut now, made) = made(&before, |registry| {
            let other = Tenant { domain: "contoso.net".parse().ok(), ..was.clone() }.without_stale_look_up(&was);
            registry.replace(&was.identity(), other).unwrap();
        });
        made.undo(&mut now).unwrap();
        assert_eq!(now.tenants(), [was]);
    }
}
