//! Search and ranking: one order for the window, the command line and the launchers.
//!
//! What was typed decides. Recent use orders only what was typed equally well.

use std::cmp::{Ordering, Reverse};

use crate::{
    cloud::Identity,
    domain::Domain,
    fold::{Folded, fold},
};

mod highlight;
mod index;
mod matching;

pub use highlight::Marks;
pub use index::Index;

/// How well a tenant fits what was typed, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// It is the name.
    ExactName,
    /// It is an alias, a domain or the tenant ID.
    Exact,
    /// The name, an alias, a domain or the tenant ID begins with it.
    Prefix,
    /// Each word of it begins a word.
    WordPrefix,
    /// It is the initials of the name, or their beginning.
    Initials,
    /// Each word of it stands somewhere inside.
    Substring,
    /// It needs the group or a tag to fit.
    Group,
    /// Its letters stand in this order, with others between them.
    Fuzzy,
    /// One letter of it is wrong, missing, too many or swapped with the next.
    Typo,
}

impl Tier {
    /// The word in output.
    pub fn key(self) -> &'static str {
        match self {
            Self::ExactName => "exact-name",
            Self::Exact => "exact",
            Self::Prefix => "prefix",
            Self::WordPrefix => "word-prefix",
            Self::Initials => "initials",
            Self::Substring => "substring",
            Self::Group => "group",
            Self::Fuzzy => "fuzzy",
            Self::Typo => "typo",
        }
    }

    /// True when what was typed stands as such in the tenant's own names.
    fn is_sure(self) -> bool {
        self < Self::Group
    }
}

/// What of a tenant fits, most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The name.
    Name,
    /// An alias.
    Alias,
    /// The default domain.
    Domain,
    /// The initial domain.
    InitialDomain,
    /// The tenant ID.
    TenantId,
    /// The group or a tag.
    Group,
}

/// Which tiers count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// All of them.
    Everything,
    /// All but the fuzzy and the one-typo tier: for launchers, which choose for the person.
    Strict,
}

/// A tenant that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its position in the registry.
    pub at: usize,
    /// How well it fits.
    pub tier: Tier,
    /// What of it fits.
    pub field: Field,
    /// How many bytes of the folded field were not typed.
    rest: usize,
}

/// What a search found.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// The best hits, best first, as many as were asked for.
    pub hits: Vec<Hit>,
    /// How many tenants fit in all.
    pub total: usize,
    /// True when the first hit is so clearly meant that one key may open it.
    pub certain: bool,
}

impl Index {
    /// Finds the tenants that fit what was typed, at most `limit` of them.
    ///
    /// `recent` are the tenants opened last, newest first. A text without a letter or digit finds nothing.
    pub fn search(&self, typed: &str, recent: &[Identity], limit: usize, reach: Reach) -> Found {
        self.search_among(typed, recent, limit, reach, |_| true)
    }

    /// Finds the same as [`Self::search`], as if there were no tenants but those that count.
    pub fn search_among(
        &self,
        typed: &str,
        recent: &[Identity],
        limit: usize,
        reach: Reach,
        counts: impl Fn(&Identity) -> bool,
    ) -> Found {
        let query = Query::new(typed);
        let mut hits = if query.is_empty() { Vec::new() } else { self.hits(&query, reach, counts) };
        let total = hits.len();
        let order = |one: &Hit, other: &Hit| self.order(one, other, recent);
        // Only the rows that are shown need their order; of thousands of hits that is a small part.
        let shown = limit.max(2);
        if hits.len() > shown {
            hits.select_nth_unstable_by(shown, order);
            hits.truncate(shown);
        }
        hits.sort_unstable_by(order);
        let certain = is_certain(&hits);
        hits.truncate(limit);
        Found { hits, total, certain }
    }

    fn hits(&self, query: &Query, reach: Reach, counts: impl Fn(&Identity) -> bool) -> Vec<Hit> {
        let sure = self.find(&counts, |entry| matching::as_typed(entry, query));
        if !sure.is_empty() || reach == Reach::Strict {
            return sure;
        }
        // Guesses are made only when nothing stands as it was typed: beside real hits they are noise.
        let fuzzy = self.find(&counts, |entry| matching::fuzzy(entry, query));
        let typos = self.find(&counts, |entry| matching::one_typo(entry, query));
        let is_fuzzy = |at| fuzzy.binary_search_by_key(&at, |hit| hit.at).is_ok();
        let more: Vec<_> = typos.into_iter().filter(|hit| !is_fuzzy(hit.at)).collect();
        [fuzzy, more].concat()
    }

    fn find(
        &self,
        counts: &impl Fn(&Identity) -> bool,
        fit: impl Fn(&index::Entry) -> Option<(Tier, Field, usize)>,
    ) -> Vec<Hit> {
        let hit = |(at, entry)| fit(entry).map(|(tier, field, rest)| Hit { at, tier, field, rest });
        let entries = self.entries.iter().enumerate();
        entries.filter(|(_, entry)| counts(&entry.identity)).filter_map(hit).collect()
    }

    fn order(&self, one: &Hit, other: &Hit, recent: &[Identity]) -> Ordering {
        let key = |hit: &Hit| {
            let entry = &self.entries[hit.at];
            let used = recent.iter().position(|identity| *identity == entry.identity).unwrap_or(usize::MAX);
            (hit.tier, hit.field, used, Reverse(entry.favorite), hit.rest, entry.name().as_str(), entry.identity)
        };
        key(one).cmp(&key(other))
    }
}

/// True when the best hit is surely meant: it stands as typed, and no second one fits equally well.
///
/// Recent use does not count: habit must not choose between two customers.
fn is_certain(hits: &[Hit]) -> bool {
    let fit = |hit: &Hit| (hit.tier, hit.field, hit.rest);
    match hits {
        [] => false,
        [only] => only.tier.is_sure(),
        [first, second, ..] => first.tier.is_sure() && fit(first) != fit(second),
    }
}

/// What was typed, folded, whole and in words.
#[derive(Debug)]
struct Query {
    whole: Folded,
    /// What was typed as a domain, if it is one.
    domain: Option<Domain>,
    /// The words, as ranges of `whole`.
    terms: Vec<(usize, usize)>,
}

impl Query {
    fn new(typed: &str) -> Self {
        let whole = fold(typed);
        let domain = if typed.contains('.') { typed.parse().ok() } else { None };
        let text = whole.as_str();
        let mut terms = Vec::new();
        let mut begin = 0;
        for part in text.split(' ') {
            if part.chars().any(char::is_alphanumeric) {
                terms.push((begin, begin + part.len()));
            }
            begin += part.len() + 1;
        }
        Self { whole, domain, terms }
    }

    fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    fn whole(&self) -> &str {
        self.whole.as_str()
    }

    fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|(begin, end)| &self.whole.as_str()[*begin..*end])
    }
}

#[cfg(test)]
mod tests;
