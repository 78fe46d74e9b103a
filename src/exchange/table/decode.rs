//! Which characters the bytes of a table are.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How a table's text was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with its byte order mark ("Unicode text" of spreadsheets).
    Utf16,
    /// Windows-1252, which holds Latin-1: what older French spreadsheets write.
    Windows1252,
}

impl Encoding {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// The text. A byte order mark decides; else what is UTF-8 is UTF-8, and the rest Windows-1252, in which every byte is some
/// character.
#[must_use]
pub fn decode(bytes: &[u8]) -> (String, Encoding) {
    let (encoding, name) = match bytes {
        [0xff, 0xfe, ..] => (UTF_16LE, Encoding::Utf16),
        [0xfe, 0xff, ..] => (UTF_16BE, Encoding::Utf16),
        _ if std::str::from_utf8(bytes).is_ok() => (UTF_8, Encoding::Utf8),
        _ => (WINDOWS_1252, Encoding::Windows1252),
    };
    (encoding.decode_with_bom_removal(bytes).0.into_owned(), name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_letters_survive_every_encoding_that_spreadsheets_write() {
        let text = "réponse;œdème — 5 €";
        let (latin, _, lost) = WINDOWS_1252.encode(text);
        assert!(!lost);
        let wide: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode(text.as_bytes()), (text.to_owned(), Encoding::Utf8));
        assert_eq!(decode(format!("\u{feff}{text}").as_bytes()), (text.to_owned(), Encoding::Utf8));
        assert_eq!(decode(&latin), (text.to_owned(), Encoding::Windows1252));
        assert_eq!(decode(&wide), (text.to_owned(), Encoding::Utf16));
    }
}
