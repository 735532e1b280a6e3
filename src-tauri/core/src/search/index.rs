//! The folded texts of all tenants, made once per registry so that a keystroke only compares.
//!
//! All of them stand in one text: a search for something that few tenants have runs over it once, and looks closer only there.

use std::{fmt::Write, ops::Range};

use super::{Field, Query, letters::Letters};
use crate::{
    cloud::Identity,
    domain::Domain,
    fold::{self, fold_digraphs, fold_onto},
    registry::Registry,
    tenant::Tenant,
};

/// Stands behind each text. Folded texts hold no control characters, so that nothing that was typed goes across.
const END: char = '\n';

/// The searchable texts of a registry, in its order.
#[derive(Debug, Default)]
pub struct Index {
    text: String,
    keys: Vec<Place>,
    entries: Vec<Entry>,
}

/// One tenant. Its texts follow one another.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) identity: Identity,
    pub(super) favorite: bool,
    /// The letters of name and aliases.
    pub(super) in_names: Letters,
    /// The letters of name, aliases and domains.
    pub(super) in_keys: Letters,
    /// All of its texts.
    all: Span,
    /// The name first, always there; then aliases, domains and the tenant ID.
    keys: Span,
    /// Group and tags, folded, a space between them.
    group: Span,
    /// The first letter of each word of the name.
    initials: Span,
}

/// Where one searchable text stands.
#[derive(Debug)]
struct Place {
    field: Field,
    text: Span,
    /// The end of what counts for words and substrings.
    own: u32,
    digraphs: Option<Span>,
    domain: Option<Span>,
    /// Where the bytes of the text came from, unless the original runs in step with it.
    origins: Option<Box<[u32]>>,
}

/// From here to there, in bytes of the one text or in keys.
#[derive(Debug, Clone, Copy)]
struct Span(u32, u32);

impl Span {
    fn range(self) -> Range<usize> {
        self.0 as usize..self.1 as usize
    }
}

/// One searchable text. What of it is not asked for is not taken out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key<'a> {
    all: &'a str,
    place: &'a Place,
}

impl Index {
    /// Folds the texts of all tenants.
    pub fn new(registry: &Registry) -> Self {
        let tenants = registry.tenants();
        let mut index = Self {
            // What most need: grown bit by bit these would be copied a dozen times.
            text: String::with_capacity(tenants.len() * 192),
            keys: Vec::with_capacity(tenants.len() * 5),
            entries: Vec::with_capacity(tenants.len()),
        };
        for tenant in tenants {
            index.add(tenant);
        }
        index
    }

    fn add(&mut self, tenant: &Tenant) {
        let (begin, first_key) = (self.here(), self.keys.len());
        self.add_name(Field::Name, &tenant.name);
        for alias in &tenant.aliases {
            self.add_name(Field::Alias, alias);
        }
        let (in_names, behind_names) = (self.letters_since(begin), self.here());
        for (field, domain) in [(Field::Domain, &tenant.domain), (Field::InitialDomain, &tenant.initial_domain)] {
            if let Some(domain) = domain {
                self.add_domain(field, domain);
            }
        }
        let in_keys = in_names.and(self.letters_since(behind_names));
        let id = self.push(|text| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{}", tenant.tenant_id);
        });
        self.keys.push(Place { own: id.0, ..Place::plain(Field::TenantId, id) });
        let group = self.add_group(tenant);
        let initials = self.add_initials(first_key);
        self.entries.push(Entry {
            identity: tenant.identity(),
            favorite: tenant.favorite,
            in_names,
            in_keys,
            all: Span(begin, self.here()),
            keys: Span(narrow(first_key), narrow(self.keys.len())),
            group,
            initials,
        });
    }

    fn add_name(&mut self, field: Field, name: &str) {
        let mut origins = None;
        let text = self.push(|text| origins = fold_onto(text, name));
        let digraphs = fold_digraphs(name).map(|spelt| self.push(|text| text.push_str(&spelt)));
        let origins = origins.map(Vec::into_boxed_slice);
        self.keys.push(Place { digraphs, origins, ..Place::plain(field, text) });
    }

    fn add_domain(&mut self, field: Field, domain: &Domain) {
        let own = |text: &str| match field {
            // contoso.onmicrosoft.com: only the first label is the customer's.
            Field::InitialDomain => text.find('.'),
            _ => text.rfind('.'),
        };
        if domain.is_as_people_write_it() {
            let text = self.push(|text| text.push_str(domain.as_str()));
            let end = own(domain.as_str()).map_or(text.1, |at| text.0 + narrow(at));
            self.keys.push(Place { own: end, domain: Some(text), ..Place::plain(field, text) });
            return;
        }
        let as_written = domain.to_unicode();
        let mut origins = None;
        let text = self.push(|text| origins = fold_onto(text, &as_written));
        let own = fold::fold(&as_written[..own(&as_written).unwrap_or(as_written.len())]).as_str().len();
        let itself = self.push(|text| text.push_str(domain.as_str()));
        self.keys.push(Place {
            own: text.0 + narrow(own),
            domain: Some(itself),
            origins: origins.map(Vec::into_boxed_slice),
            ..Place::plain(field, text)
        });
    }

    fn add_group(&mut self, tenant: &Tenant) -> Span {
        let group = tenant.group.as_deref().unwrap_or_default();
        if tenant.tags.is_empty() {
            return self.push(|text| drop(fold_onto(text, group)));
        }
        let words: Vec<_> = [group].into_iter().chain(tenant.tags.iter().map(String::as_str)).collect();
        self.push(|text| drop(fold_onto(text, &words.join(" "))))
    }

    fn add_initials(&mut self, name: usize) -> Span {
        let name = self.text[self.keys[name].text.range()].to_owned();
        self.push(|text| text.extend(words(&name).filter_map(|at| name[at..].chars().next())))
    }

    fn push(&mut self, write: impl FnOnce(&mut String)) -> Span {
        let begin = self.here();
        write(&mut self.text);
        let span = Span(begin, self.here());
        self.text.push(END);
        span
    }

    fn here(&self) -> u32 {
        narrow(self.text.len())
    }

    fn letters_since(&self, begin: u32) -> Letters {
        Letters::of(&self.text[begin as usize..])
    }

    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Returns the tenants whose texts hold this one, by their positions.
    pub(super) fn holding<'a>(&'a self, term: &'a memchr::memmem::Finder<'_>) -> impl Iterator<Item = usize> + 'a {
        let (mut from, mut next) = (0, 0);
        std::iter::from_fn(move || {
            let found = from + term.find(self.text.as_bytes().get(from..)?)?;
            next += self.entries.get(next..)?.iter().position(|entry| entry.all.1 as usize > found)?;
            from = self.entries.get(next)?.all.1 as usize;
            next += 1;
            Some(next - 1)
        })
    }

    pub(super) fn keys(&self, entry: &Entry) -> impl Iterator<Item = Key<'_>> {
        let places = self.keys.get(entry.keys.range()).unwrap_or_default();
        places.iter().map(|place| Key { all: &self.text, place })
    }

    pub(super) fn name(&self, entry: &Entry) -> &str {
        self.keys(entry).next().map_or("", |key| key.text())
    }

    pub(super) fn group(&self, entry: &Entry) -> &str {
        &self.text[entry.group.range()]
    }

    pub(super) fn initials(&self, entry: &Entry) -> &str {
        &self.text[entry.initials.range()]
    }
}

impl Place {
    fn plain(field: Field, text: Span) -> Self {
        Self { field, text, own: text.1, digraphs: None, domain: None, origins: None }
    }
}

impl<'a> Key<'a> {
    pub(super) fn field(&self) -> Field {
        self.place.field
    }

    pub(super) fn text(&self) -> &'a str {
        &self.all[self.place.text.range()]
    }

    /// How much of the text counts for words and substrings: not `.com`, not `.onmicrosoft.com`.
    fn own(&self) -> &'a str {
        &self.all[Span(self.place.text.0, self.place.own).range()]
    }

    /// The name with umlauts spelt out, where that differs.
    fn digraphs(&self) -> Option<&'a str> {
        self.place.digraphs.map(|span| &self.all[span.range()])
    }

    /// The domain itself, for a key that is one.
    fn domain(&self) -> Option<&'a str> {
        self.place.domain.map(|span| &self.all[span.range()])
    }

    /// True when this is what was typed. Domains are not folded: malmö.example and malmo.example have two owners.
    pub(super) fn is(&self, query: &Query) -> bool {
        match self.place.domain {
            Some(_) => query.domain.as_ref().is_some_and(|typed| self.domain() == Some(typed.as_str())),
            None => self.spellings().any(|text| text == query.whole()),
        }
    }

    /// True when what was typed is a whole domain, and this is another that merely folds to the same.
    pub(super) fn is_a_double(&self, query: &Query) -> bool {
        query.domain.is_some() && self.place.domain.is_some() && self.text() == query.whole() && !self.is(query)
    }

    /// True when the folded text is what people see, so that places in it can be marked.
    pub(super) fn is_shown_as_typed(&self) -> bool {
        self.domain().is_none_or(|domain| domain == self.text())
    }

    /// The spellings of the text: as it is, and with umlauts spelt out.
    pub(super) fn spellings(&self) -> impl Iterator<Item = &'a str> {
        std::iter::once(self.text()).chain(self.digraphs())
    }

    /// The spellings without a domain's public ending.
    pub(super) fn own_spellings(&self) -> impl Iterator<Item = &'a str> {
        std::iter::once(self.own()).chain(self.digraphs())
    }

    /// Returns where in the original the byte at this offset of the text came from.
    pub(super) fn origin(&self, at: usize) -> usize {
        fold::origin(self.place.origins.as_deref(), at)
    }
}

/// Registry files are limited to far less than this counts.
fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Returns where the words of a folded text begin.
pub(super) fn words(text: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, char)| {
        let is_letter = char.is_alphanumeric();
        let begins = is_letter && !inside;
        // An apostrophe does not end a word: o'brien is one.
        inside = is_letter || (inside && char == '\'');
        begins.then_some(at)
    })
}
