//! Folding: what makes `Malmö`, `MALMO` and `malmo` one and the same to a search.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::display::is_hazardous;

/// A folded text that remembers where each of its bytes came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each byte of `text` the offset of its character in the original; absent where the two run in step.
    origins: Option<Vec<u32>>,
}

impl Folded {
    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns where in the original the byte at this offset of the folded text came from.
    pub fn origin(&self, at: usize) -> usize {
        origin(self.origins.as_deref(), at)
    }
}

/// Returns where the byte at this offset of a folded text came from; for the offset behind it, what is behind the last character
/// of the original that is in it.
pub(crate) fn origin(origins: Option<&[u32]>, at: usize) -> usize {
    match origins {
        Some(origins) => match (origins.get(at), origins.last()) {
            (Some(origin), _) => *origin as usize,
            (None, Some(last)) => *last as usize + 1,
            (None, None) => 0,
        },
        None => at,
    }
}

/// Folds case, accents, ligatures, kinds of quotation marks and dashes, and runs of spaces.
///
/// NFKD without marks, in lower case, then the letters that do not decompose: ß = ss, æ = ae, ø = o, ł = l, đ = d,
/// þ = th, ı = i. Control and invisible characters are dropped.
pub fn fold(text: &str) -> Folded {
    if is_plain(text) {
        return Folded { text: text.to_ascii_lowercase(), origins: None };
    }
    fold_fully(text)
}

/// Puts the folded text behind another one. Returns where its bytes came from, unless the two run in step.
pub(crate) fn fold_onto(folded: &mut String, text: &str) -> Option<Vec<u32>> {
    if is_plain(text) {
        let begin = folded.len();
        folded.push_str(text);
        folded[begin..].make_ascii_lowercase();
        return None;
    }
    let Folded { text, origins } = fold_fully(text);
    folded.push_str(&text);
    origins
}

fn fold_fully(text: &str) -> Folded {
    let (mut folded, mut origins) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
    for (at, char) in text.char_indices() {
        if char.is_whitespace() {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else if char.is_ascii() {
            if !is_hazardous(char) {
                folded.push(char.to_ascii_lowercase());
            }
        } else if !is_hazardous(char) {
            for part in char.nfkd().filter(|part| !is_combining_mark(*part)) {
                fold_letter(part, &mut folded);
            }
        }
        origins.resize(folded.len(), u32::try_from(at).unwrap_or(u32::MAX));
    }
    let kept = folded.trim_end().len();
    folded.truncate(kept);
    origins.truncate(kept);
    Folded { text: folded, origins: Some(origins) }
}

/// Folds with ä = ae, ö = oe, ü = ue, å = aa, as people write without those keys; nothing where that makes no difference.
pub fn fold_digraphs(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let mut changed = false;
    let spelt: String = text
        .nfc()
        .flat_map(|char| {
            let pair = match char {
                'ä' | 'Ä' => "ae",
                'ö' | 'Ö' | 'ø' | 'Ø' => "oe",
                'ü' | 'Ü' => "ue",
                'å' | 'Å' => "aa",
                other => return vec![other],
            };
            changed = true;
            pair.chars().collect()
        })
        .collect();
    changed.then(|| fold(&spelt).text)
}

/// True when lowering is all that folding does.
fn is_plain(text: &str) -> bool {
    // Without a way out in the middle, which lets the compiler look at many bytes at once.
    let is_shown = text.bytes().fold(true, |all, byte| all & (b' '..0x7f).contains(&byte));
    let has_two_spaces = text.as_bytes().windows(2).fold(false, |any, pair| any | (pair == b"  "));
    is_shown && !has_two_spaces && !text.starts_with(' ') && !text.ends_with(' ')
}

fn fold_letter(char: char, folded: &mut String) {
    for lower in char.to_lowercase() {
        match lower {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            '‘' | '’' | 'ʼ' => folded.push('\''),
            '“' | '”' => folded.push('"'),
            '‐' | '‑' | '–' | '—' => folded.push('-'),
            other if is_combining_mark(other) => {}
            other => folded.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_fold_alike() {
        for (folded, spellings) in [
            ("malmo", &["Malmö", "MALMÖ", "Malmo\u{308}", "malmo"][..]),
            ("strasse", &["Straße", "STRASSE", "straẞe"]),
            ("laka", &["Łąka", "łąka", "LAKA"]),
            ("istanbul", &["İstanbul", "Istanbul", "ıstanbul"]),
            ("aerø oe".replace('ø', "o").as_str(), &["Ærø Œ"]),
            ("o'brien - sons", &["O’Brien – Sons", "o'brien  -\u{a0}sons "]),
            ("contoso", &["Con\u{200b}toso", "\u{202e}Contoso", "Ｃｏｎｔｏｓｏ"]),
            ("fi 2", &["ﬁ ²"]),
        ] {
            for spelling in spellings {
                assert_eq!(fold(spelling).as_str(), folded, "{spelling:?}");
            }
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["Malmö Stad", " Straße  ﬁ ", "İI", "北京 Łódź", "a\tb"] {
            let once = fold(text);
            assert_eq!(fold(once.as_str()).as_str(), once.as_str());
        }
    }

    #[test]
    fn umlauts_can_be_spelt_out() {
        for (text, spelt) in [
            ("Söderblom Åkeri", Some("soederblom aakeri")),
            ("So\u{308}derblom", Some("soederblom")),
            ("Müller", Some("mueller")),
            ("Łąka", None),
            ("Muller", None),
        ] {
            assert_eq!(fold_digraphs(text).as_deref(), spelt);
        }
    }

    #[test]
    fn a_place_in_the_folded_text_leads_back() {
        let text = "  Straße ÅB";
        let folded = fold(text);
        assert_eq!(folded.as_str(), "strasse ab");
        for (part, origin) in [("s", "Straße ÅB"), ("e", "e ÅB"), ("ab", "ÅB"), ("b", "B")] {
            let at = folded.as_str().rfind(part).unwrap();
            let at = if part == "s" { 0 } else { at };
            assert_eq!(&text[folded.origin(at)..], origin, "{part}");
        }
    }
}
