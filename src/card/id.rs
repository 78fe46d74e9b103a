//! Who a card is: deck ids, card keys, fingerprints, parts, locators.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// Why a text is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Nothing there.
    #[error("it is empty")]
    Empty,
    /// Longer than 100 characters.
    #[error("it is longer than 100 characters")]
    Long,
    /// A character that an id may not hold.
    #[error("{0:?} may not stand in it")]
    Character(char),
    /// No `/` between the deck and the card.
    #[error("a card is named DECK/ID")]
    NoDeck,
}

const LONGEST: usize = 100;

fn check(s: &str, allowed: impl Fn(char) -> bool) -> Result<(), IdError> {
    if s.is_empty() {
        return Err(IdError::Empty);
    }
    if s.chars().count() > LONGEST {
        return Err(IdError::Long);
    }
    match s.chars().find(|&c| !allowed(c)) {
        Some(c) => Err(IdError::Character(c)),
        None => Ok(()),
    }
}

macro_rules! string_id {
    ($name:ident) => {
        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(s: String) -> Result<Self, Self::Error> {
                s.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    };
}

/// A deck's stable identity: lower-case letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DeckId(String);

string_id!(DeckId);

impl FromStr for DeckId {
    type Err = IdError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        check(s, |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')?;
        Ok(Self(s.to_owned()))
    }
}

/// The first eight bytes of a BLAKE3 hash over what makes a card that card: its kind, prompt and answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint([u8; 8]);

impl Fingerprint {
    /// The fingerprint of an identity text. Two spellings that differ only in white space or in Unicode
    /// normalisation (NFC against NFD) have the same one.
    #[must_use]
    pub fn of(identity: &str) -> Self {
        let folded = fold(identity);
        let mut first = [0; 8];
        first.copy_from_slice(&blake3::hash(folded.as_bytes()).as_bytes()[..8]);
        Self(first)
    }

    /// The fingerprint that [`Self::to_bytes`] gave these bytes for: where text would be too slow.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(bytes)
    }

    /// The eight bytes.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 8] {
        self.0
    }
}

fn fold(identity: &str) -> String {
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Every text of characters below U+0300 is NFC as it stands (UAX #15), and so is nearly all French.
    if identity.chars().all(|c| c < '\u{300}') {
        return folded(identity);
    }
    folded(&identity.nfc().collect::<String>())
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Fingerprint {
    type Err = IdError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        if s.len() != 16 {
            return Err(if s.is_empty() { IdError::Empty } else { IdError::Long });
        }
        let mut bytes = [0; 8];
        // Digit by digit: `from_str_radix` would take "+1" too, and two texts would be one fingerprint.
        let half = |digit: u8| match digit {
            b'0'..=b'9' => Ok(digit - b'0'),
            b'a'..=b'f' => Ok(digit - b'a' + 10),
            other => Err(IdError::Character(char::from(other))),
        };
        for (byte, pair) in bytes.iter_mut().zip(s.as_bytes().as_chunks::<2>().0) {
            *byte = half(pair[0])? << 4 | half(pair[1])?;
        }
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = IdError;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.to_string()
    }
}

/// What a card is called within its deck.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum CardKey {
    /// The author's `id`.
    Id(String),
    /// No `id` yet: known by its fingerprint, written `~0123456789abcdef`.
    Fingerprint(Fingerprint),
}

impl FromStr for CardKey {
    type Err = IdError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        if let Some(rest) = s.strip_prefix('~') {
            return rest.parse().map(Self::Fingerprint);
        }
        check(s, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'))?;
        Ok(Self::Id(s.to_owned()))
    }
}

impl fmt::Display for CardKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => f.write_str(id),
            Self::Fingerprint(fingerprint) => write!(f, "~{fingerprint}"),
        }
    }
}

impl TryFrom<String> for CardKey {
    type Error = IdError;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}

impl From<CardKey> for String {
    fn from(key: CardKey) -> Self {
        key.to_string()
    }
}

/// One separately scheduled part of a card: a cloze group or the reverse direction.
///
/// `c1` is a numbered cloze group, `~89abcdef` an unnumbered blank (keyed by its hidden text, so that
/// moving it changes nothing), `~89abcdef.2` the second blank with that same text, `reverse` the other direction.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartKey(String);

string_id!(PartKey);

impl PartKey {
    /// The reverse direction of a question.
    #[must_use]
    pub fn reverse() -> Self {
        Self("reverse".to_owned())
    }

    /// The numbered cloze group `cN`.
    #[must_use]
    pub fn group(number: u32) -> Self {
        Self(format!("c{number}"))
    }

    /// The question `id` of a case, KFP, TCS or article. An id that may not stand there is known by its hash.
    #[must_use]
    pub fn question(id: &str) -> Self {
        id.parse().unwrap_or_else(|_| Self::blank(id, 1))
    }

    /// The `occurrence`-th (from 1) unnumbered blank that hides `text`.
    #[must_use]
    pub fn blank(text: &str, occurrence: u32) -> Self {
        let hash = blake3::hash(fold(text).as_bytes()).to_hex();
        let short = &hash.as_str()[..8];
        Self(if occurrence <= 1 { format!("~{short}") } else { format!("~{short}.{occurrence}") })
    }
}

impl FromStr for PartKey {
    type Err = IdError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        check(s, |c| c.is_ascii_alphanumeric() || matches!(c, '~' | '.' | '-' | '_'))?;
        Ok(Self(s.to_owned()))
    }
}

/// Where a schedule hangs: `deck/id`, `deck/id#part`, `deck/~fingerprint#part`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Locator {
    /// The deck.
    pub deck: DeckId,
    /// The card within the deck.
    pub key: CardKey,
    /// The part of the card; `None` for a card with a single schedule, and for the card as a whole.
    pub part: Option<PartKey>,
}

impl Locator {
    /// The locator of the card as a whole, without part.
    #[must_use]
    pub fn card(&self) -> Self {
        Self { part: None, ..self.clone() }
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.deck, self.key)?;
        match &self.part {
            Some(part) => write!(f, "#{part}"),
            None => Ok(()),
        }
    }
}

impl FromStr for Locator {
    type Err = IdError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let (deck, rest) = s.split_once('/').ok_or(IdError::NoDeck)?;
        let (key, part) = match rest.split_once('#') {
            Some((key, part)) => (key, Some(part.parse()?)),
            None => (rest, None),
        };
        Ok(Self { deck: deck.parse()?, key: key.parse()?, part })
    }
}

impl TryFrom<String> for Locator {
    type Error = IdError;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}

impl From<Locator> for String {
    fn from(locator: Locator) -> Self {
        locator.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locator_reads_and_prints_the_same() {
        for s in ["edn-019-missions-fr/leviers", "d/a#c1", "d/~0123456789abcdef#~89abcdef.2", "d/x#reverse"] {
            assert_eq!(s.parse::<Locator>().map(|l| l.to_string()).as_deref(), Ok(s));
        }
    }

    #[test]
    fn what_is_not_a_locator_is_refused() {
        for bad in [
            "",
            "x",
            "D/x",
            "d/",
            "d/a b",
            "d/a#",
            "d/~12",
            "d/é",
            "d/~+1+1+1+1+1+1+1+1",
            "d/~0123456789ABCDEF",
        ] {
            assert!(bad.parse::<Locator>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_fingerprint_ignores_white_space_and_normalisation() {
        assert_eq!(Fingerprint::of("Pré\n  vention"), Fingerprint::of(" Pre\u{301} vention "));
        assert_ne!(Fingerprint::of("T2A"), Fingerprint::of("T2B"));
    }

    #[test]
    fn fingerprints_stay_what_they_are() {
        // Schedules hang on this value in journals that exist: a change here loses them.
        assert_eq!(Fingerprint::of("Qui vote l'ONDAM ?").to_string(), "879dd84902776669");
        assert_eq!(PartKey::blank("la Cnam", 2).as_str(), "~1e86e2dd.2");
    }
}
