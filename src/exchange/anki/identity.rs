//! What cards and events are known by, whatever becomes of them in Anki.

use crate::{
    card::{CardKey, Locator, PartKey},
    exchange::groups,
};

/// What Anki's notes are called in the packages that Carabin makes: `carabin:` and the locator of the card.
const OURS: &str = "carabin:";

/// The card of ours that a note was exported from.
pub(super) fn ours(guid: &str) -> Option<Locator> {
    guid.strip_prefix(OURS)?.parse::<Locator>().ok().map(|locator| locator.card())
}

/// The schedule that Anki's card `ord` of an exported card is. Parts of a cloze went
/// out with the numbers of [`groups`].
#[allow(clippy::option_option, reason = "no such schedule, or the card as a whole")]
pub(super) fn part(parts: &[Option<PartKey>], ord: u32) -> Option<Option<PartKey>> {
    if parts.iter().any(Option::is_none) {
        return parts.get(usize::try_from(ord).ok()?).cloned();
    }
    let found =
        groups::numbered(parts.iter().flatten()).into_iter().find(|(_, n)| n.checked_sub(1) == Some(ord));
    found.map(|(part, _)| Some(part))
}

/// The id of the one card that a note becomes, whichever kind of file of Anki's it stands in: one of ours keeps its own.
pub(in crate::exchange) fn of_guid(guid: &str) -> Option<CardKey> {
    ours(guid).map(|card| card.key).or_else(|| key(guid, None))
}

/// The id of the card that a note becomes: from its GUID, which Anki keeps through exports and synchronisation.
/// `extra` tells the cards of one note apart.
pub(super) fn key(guid: &str, extra: Option<u32>) -> Option<CardKey> {
    // Digits and letters that are not taken for one another.
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let hash = blake3::hash(format!("carabin anki note v1\0{guid}").as_bytes());
    let mut number = u64::from_le_bytes(*hash.as_bytes().first_chunk::<8>()?);
    let mut text = String::from("anki-");
    for _ in 0..12 {
        text.push(char::from(LETTERS[(number & 31) as usize]));
        number >>= 5;
    }
    match extra {
        Some(extra) => format!("{text}-{extra}").parse().ok(),
        None => text.parse().ok(),
    }
}

/// The number of something that happened to a card: the same whenever it is imported. 53 bits, never 0.
pub(super) fn number(guid: &str, ord: u32, what: &str, value: i64) -> u64 {
    let mut hasher = blake3::Hasher::new();
    hasher.update(b"carabin anki event v1\0");
    hasher.update(guid.as_bytes());
    hasher.update(&[0]);
    hasher.update(&ord.to_le_bytes());
    hasher.update(what.as_bytes());
    hasher.update(&[0]);
    hasher.update(&value.to_le_bytes());
    let mut first = [0; 8];
    first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
    (u64::from_le_bytes(first) >> 11).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_stay_what_they_are() {
        // Schedules hang on these values in journals that exist: a change here doubles histories.
        assert_eq!(key("npFkP[KZ{A", None).map(|k| k.to_string()).as_deref(), Some("anki-xz0rzv416pm7"));
        assert_eq!(number("npFkP[KZ{A", 0, "review", 1_700_000_000_000), 1_196_217_126_397_088);
        assert!(number("a", 0, "review", 1) < 1 << 53);
    }

    #[test]
    fn the_blanks_of_our_own_cards_are_known_by_their_number() {
        let parts: Vec<Option<PartKey>> =
            ["~0a", "c1", "~0b", "c7"].map(|part| Some(part.parse().expect("a part"))).to_vec();
        let ords: Vec<Option<String>> =
            (0..8).map(|ord| part(&parts, ord).flatten().map(|part| part.to_string())).collect();
        let named = |name: &str| Some(name.to_owned());
        assert_eq!(ords, [named("c1"), named("~0a"), named("~0b"), None, None, None, named("c7"), None]);
        let both = [None, Some(PartKey::reverse())];
        assert_eq!((part(&both, 0), part(&both, 1)), (Some(None), Some(Some(PartKey::reverse()))));
    }

    #[test]
    fn our_own_notes_are_known_by_their_name() {
        assert_eq!(ours("carabin:edn-019/cog").map(|l| l.to_string()).as_deref(), Some("edn-019/cog"));
        assert_eq!(ours("npFkP[KZ{A"), None);
        assert_eq!(ours("carabin:../x"), None);
    }
}
