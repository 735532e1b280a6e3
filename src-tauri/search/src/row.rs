//! A row as a launcher gets it.

use portico_core::{
    launcher::{Entry, Shown},
    lookalike::Lookalikes,
    search::Tier,
    tenant::Tenant,
};

/// The longest id, in bytes. Customers whose name does not fit in are not shown.
pub(crate) const LONGEST: usize = 4_096;

/// A customer who was found.
#[derive(Debug)]
pub(crate) struct Row {
    /// What the launcher gives back: the text of [`Shown`].
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) detail: String,
    pub(crate) tier: Tier,
}

impl Row {
    /// Returns the row; none for a name that is too long for an id.
    pub(crate) fn new(tenant: &Tenant, lookalikes: &Lookalikes, tier: Tier) -> Option<Self> {
        let id = Shown::new(tenant).to_string();
        if id.len() > LONGEST {
            return None;
        }
        let Entry { title, detail } = Entry::new(tenant, lookalikes);
        Some(Self { id, title, detail, tier })
    }
}

/// Reads the id of a row.
pub(crate) fn read(id: &str) -> Option<Shown> {
    if id.len() > LONGEST { None } else { Shown::read(id) }
}

#[cfg(test)]
mod tests {
    use portico_core::cloud::Cloud;

    use super::*;

    #[test]
    fn an_id_that_is_too_long_is_neither_given_nor_taken() {
        let named =
            |name: &str| Tenant::new(name, Cloud::Public, "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap());
        let row = Row::new(&named("a\0b"), &Lookalikes::default(), Tier::Exact).unwrap();
        assert_eq!(read(&row.id), Some(Shown::new(&named("a\0b"))));
        let long = named(&"x".repeat(LONGEST));
        assert!(Row::new(&long, &Lookalikes::default(), Tier::Exact).is_none());
        assert_eq!(read(&Shown::new(&long).to_string()), None);
    }
}
