//! Whether and how well one tenant fits what was typed.

use super::{
    Field, Query, Tier,
    index::{Entry, Key, words},
};

/// The beginning of a tenant ID must be this long to count: fewer hexadecimal digits begin too many of them.
const ID_PREFIX: usize = 4;

/// A text must be this long to be matched loosely; shorter ones fit nearly everything.
const FUZZY_LEN: usize = 3;

/// The shortest word in which a wrong letter is forgiven.
const TYPO_LEN: usize = 4;

type Fit = Option<(Tier, Field, usize)>;

/// Returns the fit in the tiers where all that was typed stands as such.
pub(super) fn as_typed(entry: &Entry, query: &Query) -> Fit {
    exact(entry, query)
        .or_else(|| prefix(entry, query))
        .or_else(|| each_term(entry, query, Tier::WordPrefix, starts_a_word))
        .or_else(|| initials(entry, query))
        .or_else(|| each_term(entry, query, Tier::Substring, stands_inside))
        .or_else(|| with_group(entry, query))
}

/// Returns the fit where the letters stand in order, the first of them at the beginning of a word.
pub(super) fn fuzzy(entry: &Entry, query: &Query) -> Fit {
    let letters: String = query.terms().collect();
    if letters.len() < FUZZY_LEN {
        return None;
    }
    names(entry).find_map(|key| {
        let text = key.text.as_str();
        words(text)
            .any(|at| is_subsequence(&letters, &text[at..]))
            .then(|| (Tier::Fuzzy, key.field, text.len().saturating_sub(letters.len())))
    })
}

/// Returns the fit where one letter of one word is not right.
pub(super) fn one_typo(entry: &Entry, query: &Query) -> Fit {
    let fits = |key: &Key, wrong: &str| {
        key.own_spellings().any(|text| words(text).any(|at| begins_but_for_one_edit(wrong, &text[at..])))
    };
    // One typo in all: the other words must stand as typed.
    query.terms().find_map(|wrong| {
        let others_stand = query
            .terms()
            .filter(|term| *term != wrong)
            .all(|term| entry.keys.iter().any(|key| starts_a_word(key, term)));
        if wrong.chars().count() < TYPO_LEN || !others_stand {
            return None;
        }
        let key = entry.keys.iter().filter(|key| key.field != Field::TenantId).find(|key| fits(key, wrong))?;
        Some((Tier::Typo, key.field, key.text.as_str().len().abs_diff(query.whole().len())))
    })
}

fn exact(entry: &Entry, query: &Query) -> Fit {
    let key = entry.keys.iter().find(|key| key.is(query))?;
    let tier = if key.field == Field::Name { Tier::ExactName } else { Tier::Exact };
    Some((tier, key.field, 0))
}

fn prefix(entry: &Entry, query: &Query) -> Fit {
    let typed = query.whole();
    entry.keys.iter().filter(|key| !key.is_a_double(query)).find_map(|key| {
        let text = key.spellings().find(|text| text.starts_with(typed))?;
        let enough = key.field != Field::TenantId || typed.len() >= ID_PREFIX;
        enough.then(|| (Tier::Prefix, key.field, text.len() - typed.len()))
    })
}

fn initials(entry: &Entry, query: &Query) -> Fit {
    let typed = query.whole();
    let fits = typed.chars().count() >= 2 && entry.initials.starts_with(typed);
    fits.then(|| (Tier::Initials, Field::Name, entry.initials.len() - typed.len()))
}

/// Every word fits some text of the tenant. The field is the least telling one that was needed.
fn each_term(entry: &Entry, query: &Query, tier: Tier, fits: fn(&Key, &str) -> bool) -> Fit {
    let (mut field, mut rest) = (Field::Name, 0);
    for term in query.terms() {
        let key = entry.keys.iter().find(|key| !key.is_a_double(query) && fits(key, term))?;
        field = field.max(key.field);
        rest = rest.max(key.text.as_str().len().saturating_sub(query.whole().len()));
    }
    Some((tier, field, rest))
}

/// Every word stands in the names, or begins a word of group or tags.
fn with_group(entry: &Entry, query: &Query) -> Fit {
    let group = entry.group.as_str();
    let in_group = |term: &str| words(group).any(|at| group[at..].starts_with(term));
    let stands = |term: &str| entry.keys.iter().any(|key| !key.is_a_double(query) && starts_a_word(key, term));
    let fits = |term: &str| in_group(term) || stands(term);
    query.terms().all(fits).then(|| (Tier::Group, Field::Group, group.len().saturating_sub(query.whole().len())))
}

fn starts_a_word(key: &Key, term: &str) -> bool {
    // The whole domain, typed with another word beside it, is as good as its first part.
    key.own_spellings().any(|text| {
        text.match_indices(term)
            .any(|(at, _)| !text[..at].ends_with(|char: char| char.is_alphanumeric() || char == '\''))
    }) || (key.field != Field::TenantId && key.text.as_str() == term)
}

fn stands_inside(key: &Key, term: &str) -> bool {
    // A single letter stands in nearly every domain; in a name it is at least visible.
    let enough = key.field <= Field::Alias || term.len() >= 2;
    enough && key.own_spellings().any(|text| text.contains(term))
}

fn names(entry: &Entry) -> impl Iterator<Item = &Key> {
    entry.keys.iter().filter(|key| key.field <= Field::Alias)
}

fn is_subsequence(letters: &str, text: &str) -> bool {
    let mut rest = text.chars();
    // The first one not anywhere, but where the word begins.
    letters.chars().enumerate().all(
        |(at, letter)| {
            if at == 0 { rest.next() == Some(letter) } else { rest.any(|char| char == letter) }
        },
    )
}

/// True when the text begins with `typed` after one letter of `typed` is replaced, left out, put in, or swapped with the
/// next (one step of Damerau and Levenshtein).
fn begins_but_for_one_edit(typed: &str, text: &str) -> bool {
    let (typed, text): (Vec<_>, Vec<_>) = (typed.chars().collect(), text.chars().take(typed.len() + 1).collect());
    let same = typed.iter().zip(&text).take_while(|(one, other)| one == other).count();
    if same == typed.len() {
        return true;
    }
    let begins = |from_typed: usize, from_text: usize| {
        text.get(from_text..).is_some_and(|rest| typed.get(from_typed..).is_some_and(|typed| rest.starts_with(typed)))
    };
    let swapped = same + 1 < typed.len()
        && text.get(same + 1) == Some(&typed[same])
        && text.get(same) == Some(&typed[same + 1])
        && begins(same + 2, same + 2);
    swapped || begins(same + 1, same + 1) || begins(same, same + 1) || begins(same + 1, same)
}
