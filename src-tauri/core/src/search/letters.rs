//! Which letters a text has, in one number: whoever lacks one that was typed need not be looked at.

/// The letters of some texts. Two letters may count as one; then a text is looked at in vain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letters(u64);

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        Self(text.bytes().fold(0, |letters, byte| letters | LETTERS[usize::from(byte)]))
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns how many of these letters the others lack, counted in bytes.
    pub(super) fn missing_in(self, others: Self) -> u32 {
        (self.0 & !others.0).count_ones()
    }
}

/// The bit of each byte.
const LETTERS: [u64; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let place = match byte as u8 {
            letter @ b'a'..=b'z' => letter - b'a',
            digit @ b'0'..=b'9' => 26 + (digit - b'0'),
            other => 36 + other % 28,
        };
        letters[byte] = 1 << place;
        byte += 1;
    }
    letters
};
