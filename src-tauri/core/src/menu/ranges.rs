//! Cutting an alphabetical list into submenus titled `A–C`, `D–F`, ….

use crate::fold::fold;

/// The longest beginning of a name in a title, in letters.
const TITLE: usize = 4;

/// What a piece should hold: so few that a glance finds the name.
const COMFORTABLE: usize = 25;

/// The pieces that a list is cut into at the most, or about so: with two letters to a piece, the alphabet.
const PIECES: usize = 13;

/// A piece of the list.
pub(super) struct Range<T> {
    /// The beginning of the first name, just long enough.
    pub(super) first: String,
    /// The beginning of the last name.
    pub(super) last: String,
    pub(super) items: Vec<T>,
}

/// Cuts a list sorted by name into pieces of about one size, between two letters where that is possible.
///
/// A piece holds at most `most`, unless that would make too many of them.
pub(super) fn split<T>(items: Vec<T>, most: usize, name: impl Fn(&T) -> &str) -> Vec<Range<T>> {
    let names: Vec<_> = items.iter().map(|item| letters(name(item))).collect();
    let count = items.len().div_ceil(COMFORTABLE).clamp(1, PIECES);
    let even = items.len().div_ceil(count);
    let most = most.max(even);
    let mut sizes: Vec<usize> = Vec::new();
    for letter in names.chunk_by(|one, other| one.first() == other.first()) {
        match sizes.last_mut() {
            Some(size) if *size + letter.len() <= even => *size += letter.len(),
            _ => sizes.extend(letter.chunks(most).map(<[_]>::len)),
        }
    }
    let (mut from, mut rest) = (0_usize, items.into_iter());
    let piece = |size: usize| {
        let to = from + size;
        let before = from.checked_sub(1).map(|before| names[before].as_slice());
        let range = Range {
            first: beginning(&names[from], before),
            last: beginning(&names[to - 1], names.get(to).map(Vec::as_slice)),
            items: rest.by_ref().take(size).collect(),
        };
        from = to;
        range
    };
    sizes.into_iter().map(piece).collect()
}

/// Returns so much of a name as it takes to tell it from the neighbour's: one letter beyond what they share.
fn beginning(own: &[char], neighbour: Option<&[char]>) -> String {
    let other = neighbour.unwrap_or_default();
    let same = own.iter().zip(other).take_while(|(one, other)| one == other).count();
    let mut title = String::new();
    for (at, letter) in own.iter().take(same + 1).enumerate() {
        if at == 0 {
            title.extend(letter.to_uppercase());
        } else {
            title.push(*letter);
        }
    }
    title.trim_end().to_owned()
}

fn letters(name: &str) -> Vec<char> {
    fold(name).as_str().chars().take(TITLE).collect()
}
