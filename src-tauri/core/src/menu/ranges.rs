//! Cutting an alphabetical list into submenus titled `A–C`, `D–F`, ….

use crate::{fold::fold, tenant::Tenant};

/// The longest beginning of a name in a title, in letters.
const TITLE: usize = 4;

/// What a piece should hold: so few that a glance finds the name.
const COMFORTABLE: usize = 25;

/// The pieces that a list is cut into at the most, or about so: with two letters to a piece, the alphabet.
const PIECES: usize = 13;

/// A piece of the list.
pub(super) struct Range<'a> {
    /// The beginning of the first name, just long enough.
    pub(super) first: String,
    /// The beginning of the last name.
    pub(super) last: String,
    pub(super) tenants: Vec<&'a Tenant>,
}

/// Cuts a sorted list into pieces of about one size, between two letters where that is possible.
///
/// A piece holds at most `most`, unless that would make too many of them.
pub(super) fn split(tenants: Vec<&Tenant>, most: usize) -> Vec<Range<'_>> {
    let mut pieces: Vec<Vec<&Tenant>> = Vec::new();
    let count = tenants.len().div_ceil(COMFORTABLE).clamp(1, PIECES);
    let even = tenants.len().div_ceil(count);
    let most = most.max(even);
    for letter in tenants.chunk_by(|one, other| initial(one) == initial(other)) {
        match pieces.last_mut() {
            Some(piece) if piece.len() + letter.len() <= even => piece.extend(letter),
            _ => pieces.extend(letter.chunks(most).map(<[_]>::to_vec)),
        }
    }
    titled(pieces)
}

fn titled(pieces: Vec<Vec<&Tenant>>) -> Vec<Range<'_>> {
    let ends: Vec<_> = pieces.iter().map(|piece| (piece[0], piece[piece.len() - 1])).collect();
    let title = |(at, tenants): (usize, _)| {
        let (first, last) = ends[at];
        let before = at.checked_sub(1).map(|before| ends[before].1);
        let after = ends.get(at + 1).map(|(after, _)| *after);
        Range { first: beginning(first, before), last: beginning(last, after), tenants }
    };
    pieces.into_iter().enumerate().map(title).collect()
}

/// Returns so much of the tenant's name as it takes to tell it from the neighbour's: one letter beyond what they share.
fn beginning(tenant: &Tenant, neighbour: Option<&Tenant>) -> String {
    let (own, other) = (letters(tenant), neighbour.map(letters).unwrap_or_default());
    let same = own.iter().zip(&other).take_while(|(one, other)| one == other).count();
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

fn letters(tenant: &Tenant) -> Vec<char> {
    fold(&tenant.name).as_str().chars().take(TITLE).collect()
}

fn initial(tenant: &Tenant) -> Option<char> {
    letters(tenant).first().copied()
}
