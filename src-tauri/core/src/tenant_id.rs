//! Tenant IDs: the GUID that names a Microsoft Entra tenant.

use std::{fmt, str::FromStr};

use uuid::Uuid;

use crate::display::quoted;

/// The tenant of personal Microsoft accounts. It belongs to no customer.
///
/// Source: <https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference> (claim `tid`).
const CONSUMER: Uuid = Uuid::from_u128(0x9188_040d_6c67_4c5b_b112_36a3_04b6_6dad);

/// Words that sign-in addresses take in place of a tenant, and that name none.
const PLACEHOLDERS: [&str; 3] = ["common", "organizations", "consumers"];

/// The ID of a Microsoft Entra tenant: 8-4-4-4-12 hexadecimal digits, shown in lower case.
///
/// Never nil, max, or the tenant of personal accounts. [`FromStr`] takes exactly the 36 characters;
/// [`TenantId::from_entry`] forgives what copying adds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TenantId(Uuid);

impl TenantId {
    /// The length of a tenant ID in characters.
    pub const LEN: usize = 36;

    /// The sixteen bytes of the ID.
    pub(crate) fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }

    /// Reads an ID as a person pastes it: spaces and one pair of braces around it are dropped.
    pub fn from_entry(text: &str) -> Result<Self, TenantIdError> {
        let text = text.trim();
        let bare = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(text);
        bare.trim().parse()
    }
}

impl FromStr for TenantId {
    type Err = TenantIdError;

    fn from_str(text: &str) -> Result<Self, TenantIdError> {
        if text.is_empty() {
            return Err(TenantIdError::Empty);
        }
        if let Some(word) = PLACEHOLDERS.iter().find(|word| text.eq_ignore_ascii_case(word)) {
            return Err(TenantIdError::Placeholder(word));
        }
        let id = guid(text).ok_or_else(|| TenantIdError::Shape(text.to_owned()))?;
        if id.is_nil() {
            Err(TenantIdError::Nil)
        } else if id.is_max() {
            Err(TenantIdError::Max)
        } else if id == CONSUMER {
            Err(TenantIdError::Consumer)
        } else {
            Ok(Self(id))
        }
    }
}

impl fmt::Display for TenantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut buffer = [0; Self::LEN];
        f.write_str(self.0.hyphenated().encode_lower(&mut buffer))
    }
}

impl fmt::Debug for TenantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why a text is not the ID of a customer's tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TenantIdError {
    /// Nothing was given.
    Empty,
    /// Not 8-4-4-4-12 hexadecimal digits.
    Shape(String),
    /// `common`, `organizations` or `consumers`.
    Placeholder(&'static str),
    /// All zeros.
    Nil,
    /// All ones.
    Max,
    /// The tenant of personal Microsoft accounts.
    Consumer,
}

impl fmt::Display for TenantIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the tenant ID is empty"),
            Self::Shape(text) => {
                write!(f, "not a tenant ID: {}", quoted(text))?;
                match text.chars().count() {
                    TenantId::LEN => f.write_str(" (8-4-4-4-12 hexadecimal digits are needed)"),
                    1 => write!(f, " (it has 1 character, a tenant ID has {})", TenantId::LEN),
                    count => write!(f, " (it has {count} characters, a tenant ID has {})", TenantId::LEN),
                }
            }
            Self::Placeholder(word) => {
                write!(f, "a sign-in placeholder, not a tenant ID: \"{word}\"")
            }
            Self::Nil => f.write_str("the all-zero ID names no tenant: 00000000-0000-0000-0000-000000000000"),
            Self::Max => f.write_str("the all-f ID names no tenant: ffffffff-ffff-ffff-ffff-ffffffffffff"),
            Self::Consumer => write!(f, "the tenant of personal Microsoft accounts, not a customer's: {CONSUMER}"),
        }
    }
}

impl std::error::Error for TenantIdError {}

/// Reads 8-4-4-4-12 hexadecimal digits and nothing else: the uuid crate also takes braces, urn:uuid: and 32 digits without hyphens.
///
/// Without a branch for each digit: with those the IDs take a sixth of the time in which a registry is read.
fn guid(text: &str) -> Option<Uuid> {
    /// Where the two digits of each byte stand.
    const PLACES: [usize; 16] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

    let text: &[u8; TenantId::LEN] = text.as_bytes().try_into().ok()?;
    let mut is_wrong = [8, 13, 18, 23].iter().any(|at| text[*at] != b'-');
    let id = PLACES.map(|at| {
        let (high, low) = (DIGITS[usize::from(text[at])], DIGITS[usize::from(text[at + 1])]);
        is_wrong |= high | low > 15;
        high << 4 | low & 15
    });
    (!is_wrong).then(|| Uuid::from_bytes(id))
}

/// The value of each hexadecimal digit; more than 15 for what is none.
const DIGITS: [u8; 256] = {
    let mut digits = [u8::MAX; 256];
    let mut value = 0;
    while value < 16 {
        let digit = b"0123456789abcdef"[value as usize];
        digits[digit as usize] = value;
        digits[digit.to_ascii_uppercase() as usize] = value;
        value += 1;
    }
    digits
};

#[cfg(test)]
mod tests {
    use super::*;

    const CONTOSO: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";

    #[test]
    fn entry_drops_braces_and_spaces_and_lowers() {
        for text in [
            CONTOSO,
            "8F3C1D52-6A0B-4A3E-9D57-0C2B6F1E7A44",
            "  8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44\n",
            "{8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44}",
            " { 8F3C1D52-6a0b-4a3e-9d57-0c2b6f1e7a44 } ",
            "\u{a0}8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
        ] {
            assert_eq!(TenantId::from_entry(text).map(|id| id.to_string()), Ok(CONTOSO.to_owned()), "{text:?}");
        }
    }

    #[test]
    fn from_str_takes_nothing_but_the_36_characters() {
        for text in [
            "{8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44}",
            " 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
            "urn:uuid:8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
            "8f3c1d526a0b4a3e9d570c2b6f1e7a44",
            "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a4",
            "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a444",
            "8f3c1d52+6a0b-4a3e-9d57-0c2b6f1e7a44",
            "8f3c1d5-26a0b-4a3e-9d57-0c2b6f1e7a44",
            "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7aég",
            "gf3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
        ] {
            assert_eq!(text.parse::<TenantId>(), Err(TenantIdError::Shape(text.to_owned())), "{text:?}");
        }
    }

    #[test]
    fn ids_that_name_no_customer_are_each_refused_in_their_own_words() {
        let refused = [
            ("", "the tenant ID is empty"),
            ("Common", "a sign-in placeholder, not a tenant ID: \"common\""),
            ("organizations", "a sign-in placeholder, not a tenant ID: \"organizations\""),
            ("consumers", "a sign-in placeholder, not a tenant ID: \"consumers\""),
            (
                "00000000-0000-0000-0000-000000000000",
                "the all-zero ID names no tenant: 00000000-0000-0000-0000-000000000000",
            ),
            (
                "FFFFFFFF-ffff-ffff-ffff-ffffffffffff",
                "the all-f ID names no tenant: ffffffff-ffff-ffff-ffff-ffffffffffff",
            ),
            (
                "9188040d-6c67-4c5b-b112-36a304b66dad",
                "the tenant of personal Microsoft accounts, not a customer's: 9188040d-6c67-4c5b-b112-36a304b66dad",
            ),
            (
                "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a4",
                "not a tenant ID: \"8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a4\" (it has 35 characters, a tenant ID has 36)",
            ),
            (
                "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a4x",
                "not a tenant ID: \"8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a4x\" (8-4-4-4-12 hexadecimal digits are needed)",
            ),
        ];
        for (text, message) in refused {
            assert_eq!(TenantId::from_entry(text).map_err(|error| error.to_string()), Err(message.to_owned()));
        }
    }
}
