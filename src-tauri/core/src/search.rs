//! Search and ranking: one order for the window, the command line and the launchers.
//!
//! What was typed decides. Recent use orders only what was typed equally well.

use std::{
    cmp::{Ordering, Reverse},
    collections::{BTreeSet, HashMap},
};

use memchr::memmem::Finder;

use crate::{
    cloud::Identity,
    domain::Domain,
    fold::{Folded, fold},
};

mod highlight;
mod index;
mod letters;
mod matching;
mod resting;

pub use highlight::Marks;
pub use index::Index;
use letters::Letters;
pub use resting::Resting;

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
        let hits = if query.is_empty() { Vec::new() } else { self.hits(&query, reach, counts) };
        let total = hits.len();
        let recent = Recent::new(recent);
        // Looked up once for each, not at each comparison.
        let mut hits: Vec<_> =
            hits.into_iter().map(|hit| (recent.place(&self.entries()[hit.at].identity), hit)).collect();
        // Only the rows that are shown need their order; of thousands of hits that is a small part.
        let shown = limit.max(2);
        if hits.len() > shown {
            hits.select_nth_unstable_by(shown, |one, other| self.order(one, other));
            hits.truncate(shown);
        }
        hits.sort_unstable_by(|one, other| self.order(one, other));
        let mut hits: Vec<_> = hits.into_iter().map(|(_, hit)| hit).collect();
        let certain = is_certain(&hits);
        hits.truncate(limit);
        Found { hits, total, certain }
    }

    fn hits(&self, query: &Query, reach: Reach, counts: impl Fn(&Identity) -> bool) -> Vec<Hit> {
        let hits = |at: usize, fit: matching::Fit| fit.map(|(tier, field, rest)| Hit { at, tier, field, rest });
        let entry = |at: usize| self.entries().get(at).filter(|entry| counts(&entry.identity));
        let as_typed = |at: usize| hits(at, matching::as_typed(self, entry(at)?, query));
        let sure: Vec<_> = match query.needle() {
            Some(needle) => self.holding(needle).filter_map(as_typed).collect(),
            None => (0..self.entries().len()).filter_map(as_typed).collect(),
        };
        if !sure.is_empty() || reach == Reach::Strict {
            return sure;
        }
        // Guesses are made only when nothing stands as it was typed: beside real hits they are noise.
        let all = 0..self.entries().len();
        let fuzzy: Vec<_> = all.filter_map(|at| hits(at, matching::fuzzy(self, entry(at)?, query))).collect();
        let is_fuzzy = |at: &usize| fuzzy.binary_search_by_key(at, |hit| hit.at).is_ok();
        let others = self.nearly_holding(query).into_iter().filter(|at| !is_fuzzy(at));
        let typos: Vec<_> = others.filter_map(|at| hits(at, matching::one_typo(self, entry(at)?, query))).collect();
        [fuzzy, typos].concat()
    }

    /// Returns the tenants one of whose texts may have a word with one letter wrong, by their positions.
    ///
    /// One wrong letter leaves the other half of the word as it is, unless two letters are swapped across the middle.
    fn nearly_holding(&self, query: &Query) -> BTreeSet<usize> {
        let long_enough = query.terms().filter(|term| term.text.chars().count() >= matching::TYPO_LEN);
        let parts = long_enough.flat_map(|term| {
            let letters: Vec<char> = term.text.chars().collect();
            let (first, second) = letters.split_at(letters.len() / 2);
            let mut swapped = letters.clone();
            swapped.swap(first.len() - 1, first.len());
            [first.iter().collect(), second.iter().collect(), swapped.iter().collect::<String>()]
        });
        parts.flat_map(|part| self.holding(&Finder::new(&part)).collect::<Vec<_>>()).collect()
    }

    /// Compares two hits, each with the place of its tenant among those opened last.
    fn order(&self, (one_used, one): &(usize, Hit), (other_used, other): &(usize, Hit)) -> Ordering {
        let fit = (one.tier, one.field, one_used).cmp(&(other.tier, other.field, other_used));
        // Most differ by that; what follows looks further away.
        fit.then_with(|| {
            let [first, second] = [one, other].map(|hit| &self.entries()[hit.at]);
            let key = |hit: &Hit, entry: &index::Entry| (Reverse(entry.favorite), hit.rest);
            let by_rest = key(one, first).cmp(&key(other, second));
            by_rest.then_with(|| (self.name(first), first.identity).cmp(&(self.name(second), second.identity)))
        })
    }
}

/// The tenants opened last, each with its place.
struct Recent(HashMap<Identity, usize>);

impl Recent {
    fn new(recent: &[Identity]) -> Self {
        // From the back: where one stands twice, its first place counts.
        Self(recent.iter().enumerate().rev().map(|(place, identity)| (*identity, place)).collect())
    }

    fn place(&self, identity: &Identity) -> usize {
        self.0.get(identity).copied().unwrap_or(usize::MAX)
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
    /// The words.
    terms: Vec<Term>,
    /// The words without the spaces between them.
    joined: String,
    /// The letters of the words.
    letters: Letters,
}

/// A word that was typed.
#[derive(Debug)]
struct Term {
    text: String,
    /// What finds it; made once for thousands of texts.
    finder: Finder<'static>,
    letters: Letters,
}

impl Term {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), finder: Finder::new(text).into_owned(), letters: Letters::of(text) }
    }
}

impl Query {
    fn new(typed: &str) -> Self {
        let whole = fold(typed);
        let domain = if typed.contains('.') { typed.parse().ok() } else { None };
        let words = whole.as_str().split(' ').filter(|word| word.chars().any(char::is_alphanumeric));
        let terms: Vec<_> = words.map(Term::new).collect();
        let joined: String = terms.iter().map(|term| term.text.as_str()).collect();
        Self { domain, letters: Letters::of(&joined), joined, terms, whole }
    }

    fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    fn whole(&self) -> &str {
        self.whole.as_str()
    }

    fn terms(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter()
    }

    /// Returns what stands in the texts of every tenant that fits as typed: each word does, so the longest is taken.
    ///
    /// Nothing where a tenant may fit by its domain alone, which is not compared folded.
    fn needle(&self) -> Option<&Finder<'static>> {
        let is_folded = self.domain.as_ref().is_none_or(|domain| domain.as_str() == self.whole());
        let longest = self.terms().max_by_key(|term| term.text.len())?;
        is_folded.then_some(&longest.finder)
    }
}

#[cfg(test)]
mod tests;
