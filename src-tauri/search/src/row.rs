//! A row as a launcher gets it, and what its id says when the launcher gives it back.

use portico_core::{cloud::Identity, launcher::Entry, lookalike::Lookalikes, search::Tier, tenant::Tenant};

/// The longest id, in bytes. Customers whose name does not fit in are not shown.
pub(crate) const LONGEST: usize = 4_096;

/// A customer who was found.
#[derive(Debug)]
pub(crate) struct Row {
    /// What the launcher gives back; see [`Shown`].
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) detail: String,
    pub(crate) tier: Tier,
}

impl Row {
    /// Returns the row; none for a name that an id cannot carry: one too long, or one with a NUL, which D-Bus has no room for.
    pub(crate) fn new(tenant: &Tenant, lookalikes: &Lookalikes, tier: Tier) -> Option<Self> {
        let id = Shown { identity: tenant.identity(), name: tenant.name.clone() }.to_id();
        if id.len() > LONGEST || id.contains('\0') {
            return None;
        }
        let Entry { title, detail } = Entry::new(tenant, lookalikes);
        Some(Self { id, title, detail, tier })
    }
}

/// Who was shown, and under which name: `CLOUD/TENANT_ID NAME`.
///
/// The name goes along so that a customer who was renamed since then does not open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) identity: Identity,
    pub(crate) name: String,
}

impl Shown {
    pub(crate) fn to_id(&self) -> String {
        format!("{} {}", self.identity, self.name)
    }

    /// Reads an id; none that [`Shown::to_id`] would write otherwise.
    pub(crate) fn from_id(id: &str) -> Option<Self> {
        if id.len() > LONGEST || id.contains('\0') {
            return None;
        }
        let (identity, name) = id.split_once(' ')?;
        let shown = Self { identity: identity.parse().ok()?, name: name.to_owned() };
        (!name.trim().is_empty() && shown.to_id() == id).then_some(shown)
    }
}

#[cfg(test)]
mod tests {
    use portico_core::{cloud::Cloud, registry::Registry};

    use super::*;

    const ID: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";

    #[test]
    fn an_id_comes_back_as_who_was_shown() {
        let long = "å".repeat(200);
        let names = ["Contoso", " a  b ", "-x", "--yes", "a\nb", "a\x1fb", "&<>;%\"'\\", "\u{202e}x", "👩‍💻", &long];
        for name in names {
            let tenant = Tenant::new(name, Cloud::GccHigh, ID.parse().unwrap());
            let row = Row::new(&tenant, &Lookalikes::of(&Registry::default()), Tier::Exact).unwrap();
            let shown = Shown::from_id(&row.id).unwrap();
            assert_eq!((shown.identity, shown.name.as_str()), (tenant.identity(), name));
        }
        for name in ["a\0b", &"x".repeat(LONGEST)] {
            let tenant = Tenant::new(name, Cloud::Public, ID.parse().unwrap());
            assert!(Row::new(&tenant, &Lookalikes::default(), Tier::Exact).is_none());
        }
    }

    #[test]
    fn what_is_no_id_of_ours_is_nobody() {
        let no_name = format!("public/{ID}");
        let ids = [
            "",
            " ",
            "0",
            "Contoso",
            ID,
            &no_name,
            &format!("public/{ID} "),
            &format!("PUBLIC/{ID} Contoso"),
            &format!("public/{} Contoso", ID.to_uppercase()),
            &format!(" public/{ID} Contoso"),
            &format!("mars/{ID} Contoso"),
            "https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 Contoso",
            "--help Contoso",
            &format!("public/{ID} {}", "x".repeat(LONGEST)),
        ];
        for id in ids {
            assert_eq!(Shown::from_id(id), None, "{id}");
        }
    }
}
