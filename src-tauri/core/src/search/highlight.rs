//! Where in the shown texts of a hit the typed words stand.

use std::ops::Range;

use super::{
    Field, Hit, Index, Query, Tier,
    index::{Key, words},
};

/// The parts of a tenant's texts that fit what was typed, as byte ranges of the texts themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// In the name.
    pub name: Vec<Range<usize>>,
    /// In the default domain.
    pub domain: Vec<Range<usize>>,
    /// In the alias of this position, when the hit needed it.
    pub alias: Option<(usize, Vec<Range<usize>>)>,
}

impl Index {
    /// Returns what to mark in a hit of a search for this text.
    ///
    /// Nothing is marked where a guess was needed: marks would claim more than there is.
    pub fn marks(&self, hit: &Hit, typed: &str) -> Marks {
        let query = Query::new(typed);
        let keys: Vec<_> = self.keys(&self.entries()[hit.at]).collect();
        if hit.tier == Tier::Initials {
            return Marks { name: initials(&keys[0], query.whole().chars().count()), ..Marks::default() };
        }
        if hit.tier > Tier::Group {
            return Marks { alias: None, ..Marks::default() };
        }
        let of_field = |field| {
            keys.iter()
                .find(|key| key.field() == field && key.is_shown_as_typed())
                .map(|key| terms(key, &query))
                .unwrap_or_default()
        };
        let alias = || {
            let aliases = keys.iter().filter(|key| key.field() == Field::Alias).map(|key| terms(key, &query));
            aliases.enumerate().find(|(_, marks)| !marks.is_empty())
        };
        Marks {
            name: of_field(Field::Name),
            domain: of_field(Field::Domain),
            alias: (hit.field == Field::Alias).then(alias).flatten(),
        }
    }
}

fn terms(key: &Key<'_>, query: &Query) -> Vec<Range<usize>> {
    let text = key.text();
    if text.starts_with(query.whole()) {
        return vec![original(key, 0..query.whole().len())];
    }
    let mut found: Vec<_> = query.terms().filter_map(|term| place(text, &term.text)).collect();
    found.sort_by_key(|range| (range.start, range.end));
    // Two words may fit the same letters: marked once.
    let mut marks: Vec<Range<usize>> = Vec::new();
    for range in found {
        match marks.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => marks.push(range),
        }
    }
    marks.into_iter().map(|range| original(key, range)).collect()
}

/// Returns where the word stands, at the beginning of a word if it can be.
fn place(text: &str, term: &str) -> Option<Range<usize>> {
    let begins = words(text).find(|at| text[*at..].starts_with(term));
    let at = begins.or_else(|| text.find(term))?;
    Some(at..at + term.len())
}

fn initials(name: &Key<'_>, count: usize) -> Vec<Range<usize>> {
    let text = name.text();
    let letter = |at: usize| at..at + text[at..].chars().next().map_or(0, char::len_utf8);
    words(text).take(count).map(|at| original(name, letter(at))).collect()
}

fn original(key: &Key<'_>, range: Range<usize>) -> Range<usize> {
    key.origin(range.start)..key.origin(range.end)
}
