//! The folded texts of all tenants, made once per registry so that a keystroke only compares.

use super::{Field, Query};
use crate::{
    cloud::Identity,
    domain::Domain,
    fold::{Folded, fold, fold_digraphs},
    registry::Registry,
    tenant::Tenant,
    tenant_id::TenantId,
};

/// The searchable texts of a registry, in its order.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) entries: Vec<Entry>,
}

impl Index {
    /// Folds the texts of all tenants.
    pub fn new(registry: &Registry) -> Self {
        Self { entries: registry.tenants().iter().map(Entry::new).collect() }
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
    /// The domain itself, for a key that is one.
    domain: Option<Domain>,
    /// How much of the text counts for words and substrings: not `.com`, not `.onmicrosoft.com`.
    pub(super) own: usize,
}

impl Entry {
    fn new(tenant: &Tenant) -> Self {
        let name = Key::name(Field::Name, &tenant.name);
        let initials = words(name.text.as_str()).filter_map(|at| name.text.as_str()[at..].chars().next()).collect();
        let mut keys = vec![name];
        keys.extend(tenant.aliases.iter().map(|alias| Key::name(Field::Alias, alias)));
        keys.extend(tenant.domain.iter().map(|domain| Key::domain(Field::Domain, domain)));
        keys.extend(tenant.initial_domain.iter().map(|domain| Key::domain(Field::InitialDomain, domain)));
        keys.push(Key::tenant_id(tenant.tenant_id));
        let mut group = tenant.group.clone().unwrap_or_default();
        for tag in &tenant.tags {
            group.push(' ');
            group.push_str(tag);
        }
        Self { identity: tenant.identity(), favorite: tenant.favorite, keys, group: fold(&group), initials }
    }

    pub(super) fn name(&self) -> &Folded {
        &self.keys[0].text
    }
}

impl Key {
    fn name(field: Field, text: &str) -> Self {
        let folded = fold(text);
        Self { field, own: folded.as_str().len(), text: folded, digraphs: fold_digraphs(text), domain: None }
    }

    fn domain(field: Field, domain: &Domain) -> Self {
        let text = domain.to_unicode();
        let own = match field {
            // contoso.onmicrosoft.com: only the first label is the customer's.
            Field::InitialDomain => text.find('.'),
            _ => text.rfind('.'),
        };
        let own = fold(&text[..own.unwrap_or(text.len())]).as_str().len();
        Self { field, text: fold(&text), digraphs: None, own, domain: Some(domain.clone()) }
    }

    fn tenant_id(id: TenantId) -> Self {
        Self { field: Field::TenantId, text: fold(&id.to_string()), digraphs: None, own: 0, domain: None }
    }

    /// True when this is what was typed. Domains are not folded: malmö.example and malmo.example have two owners.
    pub(super) fn is(&self, query: &Query) -> bool {
        match &self.domain {
            Some(domain) => query.domain.as_ref() == Some(domain),
            None => self.spellings().any(|text| text == query.whole()),
        }
    }

    /// True when what was typed is a whole domain, and this is another that merely folds to the same.
    pub(super) fn is_a_double(&self, query: &Query) -> bool {
        self.domain.is_some() && query.domain.is_some() && self.text.as_str() == query.whole() && !self.is(query)
    }

    /// True when the folded text is what people see, so that places in it can be marked.
    pub(super) fn is_shown_as_typed(&self) -> bool {
        self.domain.as_ref().is_none_or(|domain| domain.as_str() == self.text.as_str())
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
