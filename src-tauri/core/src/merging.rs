//! Changes that were begun on another state than there is now: each field by itself, and nothing overwritten.

use crate::{entering::Field, tenant::Tenant};

/// What becomes of a tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The tenant with what could be changed.
    pub tenant: Tenant,
    /// The fields that somebody else has changed to something else meanwhile. They are as they are now.
    pub conflicts: Vec<Field>,
}

/// Makes the change from `base` to `wanted` on what there is `now`.
///
/// The look-up is nobody's to enter: it stays as it is now, and falls when the tenant or its domain is another one.
pub fn merge(base: &Tenant, wanted: &Tenant, now: &Tenant) -> Merged {
    let mut tenant = now.clone();
    let mut conflicts = Vec::new();
    let mut take = |field: Field, taken: bool| {
        if !taken {
            conflicts.push(field);
        }
    };
    take(Field::Name, taken(&base.name, &wanted.name, &mut tenant.name));
    take(Field::TenantId, taken(&base.tenant_id, &wanted.tenant_id, &mut tenant.tenant_id));
    take(Field::Cloud, taken(&base.cloud, &wanted.cloud, &mut tenant.cloud));
    take(Field::Domain, taken(&base.domain, &wanted.domain, &mut tenant.domain));
    take(Field::InitialDomain, taken(&base.initial_domain, &wanted.initial_domain, &mut tenant.initial_domain));
    take(Field::SharePoint, taken(&base.sharepoint, &wanted.sharepoint, &mut tenant.sharepoint));
    take(Field::Group, taken(&base.group, &wanted.group, &mut tenant.group));
    take(Field::Tags, taken(&base.tags, &wanted.tags, &mut tenant.tags));
    take(Field::Aliases, taken(&base.aliases, &wanted.aliases, &mut tenant.aliases));
    take(Field::Favorite, taken(&base.favorite, &wanted.favorite, &mut tenant.favorite));
    take(Field::Own, taken(&base.own, &wanted.own, &mut tenant.own));
    take(Field::Confirm, taken(&base.confirm, &wanted.confirm, &mut tenant.confirm));
    take(Field::Portal, taken(&base.portal, &wanted.portal, &mut tenant.portal));
    take(Field::Notes, taken(&base.notes, &wanted.notes, &mut tenant.notes));
    Merged { tenant: tenant.without_stale_look_up(now), conflicts }
}

/// Puts a wanted value in place. Returns false when it is wanted, and somebody else has put another there.
fn taken<T: Clone + PartialEq>(base: &T, wanted: &T, now: &mut T) -> bool {
    let is_free = now == base || now == wanted;
    if wanted != base && is_free {
        now.clone_from(wanted);
    }
    wanted == base || is_free
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud::Cloud;

    fn tenant(name: &str, group: &str, notes: &str) -> Tenant {
        Tenant {
            group: Some(group.to_owned()),
            notes: notes.to_owned(),
            ..Tenant::new(name, Cloud::Public, "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap())
        }
    }

    #[test]
    fn what_was_changed_in_two_places_is_kept_from_both_unless_it_is_the_same_field() {
        let base = tenant("Contoso", "Retail", "");
        for (wanted, now, merged, conflicts) in [
            // Nobody else.
            (tenant("Contoso AB", "Retail", ""), base.clone(), tenant("Contoso AB", "Retail", ""), vec![]),
            // Somebody else, another field.
            (
                tenant("Contoso AB", "Retail", ""),
                tenant("Contoso", "Health", "x"),
                tenant("Contoso AB", "Health", "x"),
                vec![],
            ),
            // The same to the same.
            (tenant("C", "Retail", ""), tenant("C", "Retail", ""), tenant("C", "Retail", ""), vec![]),
            // The same to something else.
            (tenant("A", "Retail", "n"), tenant("B", "Retail", ""), tenant("B", "Retail", "n"), vec![Field::Name]),
            // Nothing is wanted.
            (base.clone(), tenant("B", "Health", "x"), tenant("B", "Health", "x"), vec![]),
        ] {
            assert_eq!(merge(&base, &wanted, &now), Merged { tenant: merged, conflicts });
        }
    }

    #[test]
    fn every_field_takes_part() {
        let base = tenant("Contoso", "Retail", "");
        let mut wanted = Tenant::new("Other", Cloud::China, "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f".parse().unwrap());
        wanted.domain = "other.example".parse().ok();
        wanted.initial_domain = "other.partner.onmschina.cn".parse().ok();
        wanted.sharepoint = "other".parse().ok();
        wanted.tags = vec!["t".into()];
        wanted.aliases = vec!["O".into()];
        (wanted.favorite, wanted.own, wanted.confirm) = (true, true, true);
        wanted.portal = "entra".parse().ok();
        wanted.notes = "n".into();
        assert_eq!(merge(&base, &wanted, &base).tenant, wanted);
        let third = Tenant { group: None, ..tenant("Third", "", "third") };
        let conflicts = merge(&base, &wanted, &third).conflicts;
        assert_eq!(conflicts, [Field::Name, Field::Notes], "only where all three differ");
    }
}
