//! From a file's bytes to its text, whatever program wrote it.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::Unusable;

/// What other files begin with, and what they are.
///
/// XLSX and other office files are ZIP archives, older ones OLE containers.
const SIGNATURES: [(&[u8], &str); 8] = [
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PK\x03\x04", "an Excel workbook or another archive"),
    (b"\xd0\xcf\x11\xe0", "an Excel workbook of the old kind"),
    (b"%PDF", "a PDF document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
];

/// A file's text, without its byte order mark.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) text: String,
    /// The text is not in Unicode: letters beyond ASCII are a guess.
    pub(super) guessed: bool,
}

/// Reads UTF-8 and UTF-16 by their byte order marks, UTF-8 without one, and else Windows-1252, in which Excel saves CSV.
///
/// # Errors
///
/// The file is empty, or no text.
pub(super) fn decode(bytes: &[u8]) -> Result<Text, Unusable> {
    if let Some((_, kind)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Err(Unusable::Kind(kind));
    }
    let (encoding, mark) = match bytes {
        [0xef, 0xbb, 0xbf, ..] => (UTF_8, 3),
        [0xff, 0xfe, ..] => (UTF_16LE, 2),
        [0xfe, 0xff, ..] => (UTF_16BE, 2),
        _ if bytes.contains(&0) => return Err(if is_utf_16(bytes) { Unusable::Utf16 } else { Unusable::NoText }),
        _ if std::str::from_utf8(bytes).is_ok() => (UTF_8, 0),
        _ => (WINDOWS_1252, 0),
    };
    let (text, malformed) = encoding.decode_without_bom_handling(&bytes[mark..]);
    // C1 controls are what Windows-1252 makes of bytes that it has no letter for.
    let is_text = |char: char| matches!(char, '\t' | '\n' | '\r') || !char.is_control();
    if malformed || (encoding == WINDOWS_1252 && !text.chars().all(is_text)) || text.contains('\0') {
        return Err(Unusable::NoText);
    }
    if text.trim().is_empty() {
        return Err(Unusable::Empty);
    }
    Ok(Text { text: text.into_owned(), guessed: encoding == WINDOWS_1252 })
}

/// True where every other byte is zero, more or less, and the others are not: ASCII in UTF-16 without its mark.
fn is_utf_16(bytes: &[u8]) -> bool {
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let half = bytes.len() / 2;
    let mostly = |zeros: usize| zeros * 10 > half * 9;
    bytes.len().is_multiple_of(2) && mostly(zeros(0)) != mostly(zeros(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf_16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn text_is_read_in_the_encoding_it_was_saved_in() {
        for (bytes, guessed) in [
            ("Malmö".as_bytes().to_vec(), false),
            ("\u{feff}Malmö".as_bytes().to_vec(), false),
            (utf_16("\u{feff}Malmö", false), false),
            (utf_16("\u{feff}Malmö", true), false),
            (b"Malm\xf6".to_vec(), true),
        ] {
            let text = decode(&bytes).unwrap();
            assert_eq!((text.text.as_str(), text.guessed), ("Malmö", guessed), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_named_for_what_it_is() {
        for (bytes, why) in [
            (&b""[..], "it is empty"),
            (b"\xef\xbb\xbf \r\n", "it is empty"),
            (b"\x89PNG\r\n\x1a\n\0", "it is a picture"),
            (b"PK\x03\x04\x14\0", "it is an Excel workbook or another archive: save the list as CSV"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", "it is an Excel workbook of the old kind: save the list as CSV"),
            (&utf_16("Name,Tenant ID", false), "it is UTF-16 without a byte order mark: save it as UTF-8"),
            (&[0; 4096], "it is not a text"),
            (b"a\0b\0\0\0c", "it is not a text"),
            (b"\x81\x8d\xff\x90", "it is not a text"),
            (b"\xff\xfea", "it is not a text"),
        ] {
            assert_eq!(decode(bytes).unwrap_err().to_string(), why, "{bytes:?}");
        }
    }
}
