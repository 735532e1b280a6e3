//! The folded texts of all tenants, made once per registry so that a keystroke only compares.

use super::Field;
use crate::{
    cloud::Identity,
    fold::{Folded, fold, fold_digraphs},
    registry::Registry,
    tenant::Tenant,
};

/// The searchable texts of a registry, in its order.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) entries: Vec<Entry>,
}

impl Index {
    /// Folds the texts of all tenants.
    pub fn new(registry: &Registry) -> Self {
        Self {
            entries: registry.tenants().iter().map(Entry::new).collect(),
        }
    }
}

/// The searchable texts of one tenant.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) identity: Identity,
    pub(super) favorite: bool,
    /// The name first, always there; then aliases, domains and the tenant ID.
    pub(super) keys: Vec<Key>,
    /// Group and tags, folded, a space between them.
    pub(super) group: Folded,
    /// The first letter of each word of the name.
    pub(super) initials: String,
}

/// One searchable text.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) field: Field,
    pub(super) text: Folded,
    /// The name with umlauts spelt out, where that differs.
    pub(super) digraphs: Option<String>,
    /// How much of the text counts for words and substrings: not `.com`, not `.onmicrosoft.com`.
    pub(super) own: usize,
}

impl Entry {
    fn new(tenant: &Tenant) -> Self {
        let name = Key::name(Field::Name, &tenant.name);
        let initials = words(name.text.as_str())
            .filter_map(|at| name.text.as_str()[at..].chars().next())
            .collect();
        let mut keys = vec![name];
        keys.extend(
            tenant
                .aliases
                .iter()
                .map(|alias| Key::name(Field::Alias, alias)),
        );
        keys.extend(
            tenant
                .domain
                .iter()
                .map(|domain| Key::domain(Field::Domain, domain.as_str())),
        );
        keys.extend(
            tenant
                .initial_domain
                .iter()
                .map(|domain| Key::domain(Field::InitialDomain, domain.as_str())),
        );
        keys.push(Key::plain(
            Field::TenantId,
            &tenant.tenant_id.to_string(),
            0,
        ));
        let mut group = tenant.group.clone().unwrap_or_default();
        for tag in &tenant.tags {
            group.push(' ');
            group.push_str(tag);
        }
        Self {
            identity: tenant.identity(),
            favorite: tenant.favorite,
            keys,
            group: fold(&group),
            initials,
        }
    }

    pub(super) fn name(&self) -> &Folded {
        &self.keys[0].text
    }
}

impl Key {
    fn name(field: Field, text: &str) -> Self {
        let folded = fold(text);
        Self {
            field,
            own: folded.as_str().len(),
            text: folded,
            digraphs: fold_digraphs(text),
        }
    }

    fn domain(field: Field, domain: &str) -> Self {
        let own = match field {
            // contoso.onmicrosoft.com: only the first label is the customer's.
            Field::InitialDomain => domain.find('.'),
            _ => domain.rfind('.'),
        };
        Self::plain(field, domain, own.unwrap_or(domain.len()))
    }

    fn plain(field: Field, text: &str, own: usize) -> Self {
        Self {
            field,
            text: fold(text),
            digraphs: None,
            own,
        }
    }

    /// The spellings of the text: as it is, and with umlauts spelt out.
    pub(super) fn spellings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.text.as_str()).chain(self.digraphs.as_deref())
    }

    /// The spellings without a domain's public ending.
    pub(super) fn own_spellings(&self) -> impl Iterator<Item = &str> {
        let own = &self.text.as_str()[..self.own];
        std::iter::once(own).chain(self.digraphs.as_deref())
    }
}

/// Returns where the words of a folded text begin.
pub(super) fn words(text: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, char)| {
        let begins = char.is_alphanumeric() && !inside;
        // An apostrophe does not end a word: o'brien is one.
        inside = char.is_alphanumeric() || (inside && char == '\'');
        begins.then_some(at)
    })
}
