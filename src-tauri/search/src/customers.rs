//! The customers as they are in the registry now, kept in memory between two questions.

use jiff::Timestamp;
use portico_core::{
    cloud::Identity,
    launcher::{Entry, Shown},
    lookalike::Lookalikes,
    opening,
    places::Places,
    registry::Registry,
    search::{Index, Reach},
    store::{self, Stamp},
};

use crate::row::Row;

/// The most bytes that can be searched for. Whoever sends more is no person who types.
const LONGEST: usize = 1_000;

/// What can be found.
#[derive(Debug, Default)]
pub(crate) struct Customers {
    registry: Registry,
    index: Index,
    lookalikes: Lookalikes,
    /// The tenants opened last, newest first.
    recent: Vec<Identity>,
    /// Where all this was read, and what the files looked like then.
    read: Option<(Places, Stamps)>,
}

/// What the files look like from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamps {
    settings: Stamp,
    registry: Stamp,
    history: Stamp,
}

impl Customers {
    /// Reads what looks different from outside. Where the registry cannot be read, nobody is found: what stood there before may be
    /// wrong by now.
    pub(crate) fn refresh(&mut self, now: Timestamp) {
        let Ok(places) = store::find_places() else {
            *self = Self::default();
            return;
        };
        let stamps = Stamps {
            settings: store::stamp(&places.settings()),
            registry: store::stamp(&places.registry),
            history: store::stamp(&places.history()),
        };
        let before = self.read.take().filter(|(before, _)| *before == places).map(|(_, stamps)| stamps);
        if before.is_none_or(|before| before.registry != stamps.registry) {
            self.adopt(store::load(&places).map(|loaded| loaded.registry).unwrap_or_default());
        }
        if before.is_none_or(|before| (before.settings, before.history) != (stamps.settings, stamps.history)) {
            let settings = store::settings(&places).unwrap_or_default();
            let opened = store::opened_last(&places, &settings, now).unwrap_or_default();
            self.recent = opened.into_iter().map(|(identity, _)| identity).collect();
        }
        self.read = Some((places, stamps));
    }

    fn adopt(&mut self, registry: Registry) {
        self.index = Index::new(&registry);
        self.lookalikes = Lookalikes::of(&registry);
        self.registry = registry;
    }

    /// Returns the customers who fit all these words, best first, at most so many.
    pub(crate) fn find<'a>(&self, terms: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<Row> {
        let Some(typed) = joined(terms) else { return Vec::new() };
        let found = self.index.search(&typed, &self.recent, most, Reach::Strict);
        let tenants = found.hits.iter().filter_map(|hit| Some((self.registry.tenants().get(hit.at)?, hit.tier)));
        tenants.filter_map(|(tenant, tier)| Row::new(tenant, &self.lookalikes, tier)).collect()
    }

    /// Returns title and detail of a row that was shown, if the customer is still there under the name that was shown.
    pub(crate) fn entry(&self, shown: &Shown) -> Option<Entry> {
        let tenant = self.registry.get(&shown.identity)?;
        opening::is_same_name(&shown.name, &tenant.name).then(|| Entry::new(tenant, &self.lookalikes))
    }
}

/// Returns what was typed; nothing when it is too long.
pub(crate) fn joined<'a>(terms: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut typed = String::new();
    for term in terms {
        if !typed.is_empty() {
            typed.push(' ');
        }
        typed.push_str(term.trim());
        if typed.len() > LONGEST {
            return None;
        }
    }
    Some(typed)
}

#[cfg(test)]
mod tests {
    use portico_core::{cloud::Cloud, tenant::Tenant};

    use super::*;

    fn customers(names: &[&str]) -> Customers {
        let tenants = names.iter().zip(1..).map(|(name, last)| {
            Tenant::new(*name, Cloud::Public, format!("8f3c1d52-6a0b-4a3e-9d57-0000{last:08x}").parse().unwrap())
        });
        let mut customers = Customers::default();
        customers.adopt(Registry::new(tenants.collect()).unwrap());
        customers
    }

    #[test]
    fn what_was_typed_decides_and_nothing_is_guessed() {
        let mut customers = customers(&["Contoso Retail", "Contoso Pharma", "Malmö Stad", "Contosa"]);
        customers.recent = vec!["public/8f3c1d52-6a0b-4a3e-9d57-000000000002".parse().unwrap()];
        let long = "x".repeat(LONGEST + 1);
        for (terms, names) in [
            (&["contoso"][..], &["Contoso Pharma", "Contoso Retail"][..]),
            (&["contoso", "ret"], &["Contoso Retail"]),
            (&["ret", "contoso"], &["Contoso Retail"]),
            (&["malmo"], &["Malmö Stad"]),
            (&["MALMÖ"], &["Malmö Stad"]),
            // No fuzzy rows, no typos
            (&["cntso"], &[]),
            (&["malmp"], &[]),
            // Nothing that could be searched for
            (&[], &[]),
            (&["", " "], &[]),
            (&["\n", "%"], &[]),
            (&["contoso", &long], &[]),
        ] {
            let found = customers.find(terms.iter().copied(), 5);
            let found: Vec<_> = found.iter().map(|row| row.title.as_str()).collect();
            assert_eq!(found, names, "{terms:?}");
        }
        assert_eq!(customers.find(["contos"], 2).len(), 2);
    }
}
