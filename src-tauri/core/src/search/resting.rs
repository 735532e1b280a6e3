//! The order of customers while nothing is typed.

use crate::{cloud::Identity, fold::fold, tenant::Tenant};

/// The most customers that stand before the others because they were opened last.
const RECENT: usize = 10;

/// Customers while nothing is typed. Each stands once.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Resting<'a> {
    /// The favorites, in the person's own order.
    pub favorites: Vec<&'a Tenant>,
    /// Those opened last, newest first.
    pub recent: Vec<&'a Tenant>,
    /// The others by name.
    pub others: Vec<&'a Tenant>,
}

impl<'a> Resting<'a> {
    /// Returns the order of these customers, given the tenants that were opened last, newest first.
    pub fn new(tenants: &[&'a Tenant], opened: &[Identity]) -> Self {
        let (favorites, others): (Vec<&Tenant>, Vec<_>) = tenants.iter().copied().partition(|tenant| tenant.favorite);
        let by_identity = |identity: &Identity| others.iter().copied().find(|tenant| tenant.identity() == *identity);
        let recent: Vec<&Tenant> = opened.iter().filter_map(by_identity).take(RECENT).collect();
        let is_recent = |tenant: &&Tenant| recent.iter().any(|other| other.identity() == tenant.identity());
        let mut others: Vec<_> = others.into_iter().filter(|tenant| !is_recent(tenant)).collect();
        others.sort_by_cached_key(|tenant| fold(&tenant.name).as_str().to_owned());
        Self { favorites, recent, others }
    }

    /// Returns them one after another.
    pub fn all(self) -> impl Iterator<Item = &'a Tenant> {
        self.favorites.into_iter().chain(self.recent).chain(self.others)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud::Cloud;

    #[test]
    fn favorites_then_those_opened_last_then_the_others_by_name() {
        let tenant = |name: &str, id: u32| {
            Tenant::new(name, Cloud::Public, format!("00000000-0000-4000-8000-{id:012}").parse().unwrap())
        };
        let mut all: Vec<_> =
            [("Öst", 1), ("Zebra", 2), ("Alfa", 3), ("Nord", 4)].map(|(name, id)| tenant(name, id)).into();
        all[1].favorite = true;
        all.extend((10..25).map(|id| tenant(&format!("Old {id}"), id)));
        let opened: Vec<_> = [1, 9].into_iter().map(|id| tenant("", id).identity()).collect();
        let names = |opened: &[Identity]| -> Vec<String> {
            let tenants: Vec<_> = all.iter().collect();
            Resting::new(&tenants, opened).all().map(|tenant| tenant.name.clone()).collect()
        };
        assert_eq!(names(&opened)[..4], ["Zebra", "Öst", "Alfa", "Nord"], "one that is gone is nowhere");
        assert_eq!(names(&opened).len(), all.len());
        // Not more of them than fit beside the others.
        let many: Vec<_> = (10..25).rev().map(|id| tenant("", id).identity()).collect();
        let names = names(&many);
        assert_eq!((names[1].as_str(), names[10].as_str(), names[11].as_str()), ("Old 24", "Old 15", "Alfa"));
        assert_eq!(names.len(), all.len());
    }
}
