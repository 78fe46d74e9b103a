//! Files that say themselves whether they are whole: a header line, lines, and a last line with the BLAKE3 hash of all
//! bytes before it.

use serde_json::{Value, json};

/// Why a file is not taken (now; it is looked at again at the next sync).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It ends too early: half copied.
    Torn,
    /// It is not what was written: the hash does not fit.
    Altered,
    /// A newer program has written it.
    Newer,
    /// It may not be read, or is too large to be ours.
    Unreadable,
}

impl Fault {
    /// The id of its message.
    #[must_use]
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Torn => "sync-fault-torn",
            Self::Altered => "sync-fault-altered",
            Self::Newer => "sync-fault-newer",
            Self::Unreadable => "sync-fault-unreadable",
        }
    }
}

/// The version of these files that this program writes, and the newest that it reads.
const VERSION: u64 = 1;

/// The content hash in a file's name: the first 16 bytes of the hash in its last line, as hexadecimal.
pub(super) const NAME_HASH: usize = 32;

/// A file and its content hash.
#[derive(Clone, Debug)]
pub(super) struct Sealed {
    pub(super) bytes: Vec<u8>,
    pub(super) hash: String,
}

/// What a whole file holds.
#[derive(Debug)]
pub(super) struct Opened<'a> {
    pub(super) header: Value,
    pub(super) lines: Vec<&'a str>,
    pub(super) hash: String,
}

/// Writes a file of this kind (`segment`, `decks`).
pub(super) fn seal(kind: &str, mut header: Value, lines: impl IntoIterator<Item = String>) -> Sealed {
    header["carabin"] = json!(kind);
    header["v"] = json!(VERSION);
    let mut text = header.to_string();
    for line in lines {
        text.push('\n');
        text.push_str(&line);
    }
    text.push('\n');
    let hash = blake3::hash(text.as_bytes()).to_hex();
    text.push_str(&json!({ "blake3": hash.as_str() }).to_string());
    text.push('\n');
    Sealed { bytes: text.into_bytes(), hash: hash.as_str()[..NAME_HASH].to_owned() }
}

/// Reads a file of this kind.
pub(super) fn open<'a>(kind: &str, bytes: &'a [u8]) -> Result<Opened<'a>, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::Altered)?;
    let whole = text.strip_suffix('\n').ok_or(Fault::Torn)?;
    let (before, last) = whole.rsplit_once('\n').ok_or(Fault::Torn)?;
    let told = serde_json::from_str::<Value>(last).ok();
    let told = told.as_ref().and_then(|value| value["blake3"].as_str()).ok_or(Fault::Torn)?;
    let hash = blake3::hash(&bytes[..=before.len()]).to_hex();
    if hash.as_str() != told {
        return Err(Fault::Altered);
    }
    let mut lines = before.split('\n');
    let header: Value =
        lines.next().and_then(|line| serde_json::from_str(line).ok()).ok_or(Fault::Altered)?;
    if header["carabin"].as_str() != Some(kind) {
        return Err(Fault::Altered);
    }
    match header["v"].as_u64() {
        Some(VERSION) => Ok(Opened { header, lines: lines.collect(), hash: told[..NAME_HASH].to_owned() }),
        Some(_) => Err(Fault::Newer),
        None => Err(Fault::Altered),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn example() -> Sealed {
        seal("segment", json!({ "n": 2 }), ["{\"a\":1}".to_owned(), "{\"é\":2}".to_owned()])
    }

    #[test]
    fn a_file_stays_what_it_is() {
        let text = String::from_utf8(example().bytes).expect("text");
        assert_eq!(
            text,
            "{\"carabin\":\"segment\",\"n\":2,\"v\":1}\n{\"a\":1}\n{\"é\":2}\n\
             {\"blake3\":\"1ad0847258aecd0652860150973b4f22107721a71829612310644f4668ade69b\"}\n"
        );
    }

    #[test]
    fn a_newer_one_is_told_from_an_altered_one() {
        let text = "{\"carabin\":\"segment\",\"v\":9}\n";
        let hash = blake3::hash(text.as_bytes()).to_hex();
        let newer = format!("{text}{{\"blake3\":\"{hash}\"}}\n");
        assert_eq!(open("segment", newer.as_bytes()).map(|_| ()), Err(Fault::Newer));
        assert_eq!(open("decks", &example().bytes).map(|_| ()), Err(Fault::Altered));
    }

    proptest! {
        #[test]
        fn a_half_copied_or_altered_file_is_never_taken(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let bytes = example().bytes;
            let at = at.index(bytes.len());
            prop_assert!(open("segment", &bytes[..at]).is_err());
            let mut altered = bytes.clone();
            altered[at] = byte;
            // White space within the last line is nobody's harm.
            if let Ok(opened) = open("segment", &altered) {
                prop_assert_eq!(opened.lines, ["{\"a\":1}", "{\"é\":2}"]);
            }
        }
    }
}
