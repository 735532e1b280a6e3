//! Whether and how well one tenant fits what was typed.

use super::{
    Field, Query, Term, Tier,
    index::{Entry, Index, Key, words},
};

/// The beginning of a tenant ID must be this long to count: fewer hexadecimal digits begin too many of them.
const ID_PREFIX: usize = 4;

/// A text must be this long to be matched loosely; shorter ones fit nearly everything.
const FUZZY_LEN: usize = 3;

/// The shortest word in which a wrong letter is forgiven.
pub(super) const TYPO_LEN: usize = 4;

pub(super) type Fit = Option<(Tier, Field, usize)>;

/// Returns the fit in the tiers where all that was typed stands as such.
pub(super) fn as_typed(index: &Index, entry: &Entry, query: &Query) -> Fit {
    exact(index, entry, query).or_else(|| prefix(index, entry, query)).or_else(|| {
        let [word_prefix, substring] = each_term(index, entry, query);
        word_prefix.or_else(|| initials(index, entry, query)).or(substring).or_else(|| with_group(index, entry, query))
    })
}

/// Returns the fit where the letters stand in order, the first of them at the beginning of a word.
pub(super) fn fuzzy(index: &Index, entry: &Entry, query: &Query) -> Fit {
    let letters = query.joined.as_str();
    if letters.len() < FUZZY_LEN || query.letters.missing_in(entry.in_names) > 0 {
        return None;
    }
    let mut names = index.keys(entry).filter(|key| key.field() <= Field::Alias);
    names.find_map(|key| {
        words(key.text())
            .any(|at| is_subsequence(letters, &key.text()[at..]))
            .then(|| (Tier::Fuzzy, key.field(), key.text().len().saturating_sub(letters.len())))
    })
}

/// Returns the fit where one letter of one word is not right.
pub(super) fn one_typo(index: &Index, entry: &Entry, query: &Query) -> Fit {
    let fits = |key: &Key<'_>, wrong: &str| {
        key.own_spellings().any(|text| words(text).any(|at| begins_but_for_one_edit(wrong, &text[at..])))
    };
    // One typo in all: the other words must stand as typed.
    query.terms().find_map(|wrong| {
        // One letter that is not there can be the wrong one, two cannot; one beyond ASCII has up to four bytes.
        let most = if wrong.text.is_ascii() { 1 } else { 4 };
        if wrong.letters.missing_in(entry.in_keys) > most || wrong.text.chars().count() < TYPO_LEN {
            return None;
        }
        let others_stand = query
            .terms()
            .filter(|term| term.text != wrong.text)
            .all(|term| index.keys(entry).any(|key| starts_a_word(&key, term)));
        if !others_stand {
            return None;
        }
        let mut keys = index.keys(entry).filter(|key| key.field() != Field::TenantId);
        let key = keys.find(|key| fits(key, &wrong.text))?;
        Some((Tier::Typo, key.field(), key.text().len().abs_diff(query.whole().len())))
    })
}

fn exact(index: &Index, entry: &Entry, query: &Query) -> Fit {
    let key = index.keys(entry).find(|key| key.is(query))?;
    let tier = if key.field() == Field::Name { Tier::ExactName } else { Tier::Exact };
    Some((tier, key.field(), 0))
}

fn prefix(index: &Index, entry: &Entry, query: &Query) -> Fit {
    let typed = query.whole();
    index.keys(entry).filter(|key| !key.is_a_double(query)).find_map(|key| {
        let text = key.spellings().find(|text| text.starts_with(typed))?;
        let enough = key.field() != Field::TenantId || typed.len() >= ID_PREFIX;
        enough.then(|| (Tier::Prefix, key.field(), text.len() - typed.len()))
    })
}

fn initials(index: &Index, entry: &Entry, query: &Query) -> Fit {
    let (typed, initials) = (query.whole(), index.initials(entry));
    let fits = initials.starts_with(typed) && typed.chars().count() >= 2;
    fits.then(|| (Tier::Initials, Field::Name, initials.len() - typed.len()))
}

/// Returns the fits where every word begins a word of some text of the tenant, and where every one stands in some. The field is
/// the least telling one that was needed.
///
/// Both at once: each text is looked through once for each word.
fn each_term(index: &Index, entry: &Entry, query: &Query) -> [Fit; 2] {
    let mut fits = [Tier::WordPrefix, Tier::Substring].map(|tier| Some((tier, Field::Name, 0)));
    for term in query.terms() {
        let mut first = [None, None];
        for key in index.keys(entry).filter(|key| !key.is_a_double(query)) {
            let standing = Standing::of(&key, term);
            for (first, stands) in first.iter_mut().zip([standing.starts_a_word, standing.inside]) {
                if stands && first.is_none() {
                    *first = Some((key.field(), key.text().len().saturating_sub(query.whole().len())));
                }
            }
            if first.iter().all(Option::is_some) {
                break;
            }
        }
        for (fit, first) in fits.iter_mut().zip(first) {
            *fit = fit.zip(first).map(|((tier, field, rest), (key, left))| (tier, field.max(key), rest.max(left)));
        }
        if fits.iter().all(Option::is_none) {
            break;
        }
    }
    fits
}

/// Every word stands in the names, or begins a word of group or tags.
fn with_group(index: &Index, entry: &Entry, query: &Query) -> Fit {
    let group = index.group(entry);
    let in_group = |term: &Term| {
        // Looked for first: most groups do not have it at all.
        term.finder.find(group.as_bytes()).is_some() && words(group).any(|at| group[at..].starts_with(&term.text))
    };
    let stands = |term: &Term| index.keys(entry).any(|key| !key.is_a_double(query) && starts_a_word(&key, term));
    let fits = |term: &Term| in_group(term) || stands(term);
    // A single word that began one of the names was found before.
    let all_fit = if let [only] = &query.terms[..] { in_group(only) } else { query.terms().all(fits) };
    all_fit.then(|| (Tier::Group, Field::Group, group.len().saturating_sub(query.whole().len())))
}

/// How a word stands in a text.
struct Standing {
    starts_a_word: bool,
    inside: bool,
}

impl Standing {
    fn of(key: &Key<'_>, term: &Term) -> Self {
        // A single letter stands in nearly every domain; in a name it is at least visible.
        let counts_inside = key.field() <= Field::Alias || term.text.len() >= 2;
        let mut standing = Self { starts_a_word: is_whole_domain(key, term), inside: false };
        for text in key.own_spellings() {
            for at in term.finder.find_iter(text.as_bytes()) {
                standing.inside |= counts_inside;
                standing.starts_a_word |= !is_within_a_word(&text[..at]);
                if standing.starts_a_word {
                    return standing;
                }
            }
        }
        standing
    }
}

fn starts_a_word(key: &Key<'_>, term: &Term) -> bool {
    Standing::of(key, term).starts_a_word
}

/// The whole domain, typed with another word beside it, is as good as its first part.
fn is_whole_domain(key: &Key<'_>, term: &Term) -> bool {
    key.field() != Field::TenantId && key.text() == term.text
}

/// True when what follows this text goes on with a word of it.
fn is_within_a_word(before: &str) -> bool {
    before.ends_with(|char: char| char.is_alphanumeric() || char == '\'')
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
    let (letters, beginning) = (typed.as_bytes(), text.as_bytes());
    let beginning = &beginning[..beginning.len().min(letters.len() + 1)];
    if typed.is_ascii() && beginning.is_ascii() {
        return begins_with_one_edit(letters, beginning);
    }
    let (typed, text): (Vec<_>, Vec<_>) = (typed.chars().collect(), text.chars().take(typed.len() + 1).collect());
    begins_with_one_edit(&typed, &text)
}

fn begins_with_one_edit<T: PartialEq>(typed: &[T], text: &[T]) -> bool {
    let same = typed.iter().zip(text).take_while(|(one, other)| one == other).count();
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
