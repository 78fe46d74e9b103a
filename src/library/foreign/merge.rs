//! An update of a deck: the author's old text, the author's new text and the student's own become one.

use std::collections::{HashMap, HashSet};

use super::blocks::{Blocks, moved};
use crate::{
    card::{Card, CardKey, DeckHead, Locator, Text},
    deck::{self, Deck, Media},
    library::recognise,
};

/// What an update does, to be shown before it is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The deck's head as it will be.
    pub head: DeckHead,
    /// The version that is there.
    pub before: Option<Text>,
    /// What happens to cards, in the order of the new deck, those that go last. Unchanged cards are not named.
    pub changes: Vec<CardChange>,
    /// How many cards stay as they are.
    pub unchanged: usize,
    /// The two could not be merged card by card: the author's deck is taken, and the student's own copy is kept beside
    /// it as a file.
    pub aside: bool,
    /// The new text of the deck.
    pub(super) text: String,
    /// The cards that go, as text, for the archive.
    pub(super) archive: Vec<String>,
}

/// What happens to a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardChange {
    /// The card as it was called before the update (a new card: as it is called now).
    pub card: Locator,
    /// Its prompt.
    pub prompt: Text,
    /// What happens.
    pub change: Change,
}

/// What an update does to a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It is new.
    New,
    /// Its author has changed it. Its schedule goes on.
    Changed,
    /// Its author has taken it out; it goes to the archive.
    Gone,
    /// The student has changed it, its author has not: the student's stays.
    Kept,
    /// Both have changed it: the student's stays.
    Both,
    /// The student has added it.
    Own,
}

impl Change {
    /// Every change, in the order in which they are told.
    pub const ALL: [Self; 6] = [Self::New, Self::Changed, Self::Gone, Self::Both, Self::Kept, Self::Own];
}

impl Plan {
    /// How many cards meet `change`.
    #[must_use]
    pub fn count(&self, change: Change) -> usize {
        self.changes.iter().filter(|card| card.change == change).count()
    }

    /// Whether the deck stays as it is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let news = [Change::New, Change::Changed, Change::Gone, Change::Both];
        !self.aside && news.iter().all(|change| self.count(*change) == 0)
    }
}

/// A text and the deck that was read from it, without a mistake.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub text: &'a str,
    pub deck: &'a Deck,
}

/// Merges. `media` is the folder as it will be, to read the result.
pub(super) fn merge(base: Side<'_>, theirs: Side<'_>, mine: Side<'_>, media: &dyn Media) -> Plan {
    let names = former_names(base.deck, theirs.deck);
    let cards = Cards::compare(base.deck, theirs.deck, mine.deck, &names);
    let merged = assemble(theirs, mine, &cards).filter(|text| reads_to(text, &cards, theirs.deck, media));
    let edited = mine.text != base.text;
    let archive = cards.archive(mine);
    let (text, aside) = match merged {
        _ if !edited => (theirs.text.to_owned(), false),
        Some(text) => (text, false),
        None => (theirs.text.to_owned(), true),
    };
    Plan {
        head: theirs.deck.head.clone(),
        before: base.deck.head.version.clone(),
        unchanged: cards.unchanged,
        changes: cards.changes,
        aside,
        text,
        archive,
    }
}

/// What cards of the new deck were called in the old one: by `was:`, and where they have no id by their text.
fn former_names(base: &Deck, theirs: &Deck) -> HashMap<CardKey, CardKey> {
    let old: HashSet<&CardKey> = base.cards.iter().map(|card| &card.key).collect();
    let new: HashSet<&CardKey> = theirs.cards.iter().map(|card| &card.key).collect();
    let mut names = HashMap::new();
    for card in &theirs.cards {
        let former = card.was.iter().map(|was| &was.key).find(|key| old.contains(key) && !new.contains(key));
        if let Some(former) = former.filter(|_| !old.contains(&card.key)) {
            names.insert(card.key.clone(), former.clone());
        }
    }
    let known: HashSet<CardKey> = names.values().cloned().collect();
    let texts = |cards: &[Card], keep: &dyn Fn(&CardKey) -> bool| -> Vec<(Locator, String)> {
        let kept = cards.iter().filter(|card| keep(&card.key));
        kept.map(|card| (card.locator(), card.content.identity())).collect()
    };
    let vanished = texts(&base.cards, &|key| !new.contains(key) && !known.contains(key));
    let appeared = texts(&theirs.cards, &|key| !old.contains(key) && !names.contains_key(key));
    names.extend(
        recognise(&vanished, &appeared).into_iter().map(|(former, present)| (present.key, former.key)),
    );
    names
}

/// The cards of the merged deck.
struct Cards<'a> {
    /// In their order; whether each comes from the student's text.
    kept: Vec<(&'a Card, bool)>,
    changes: Vec<CardChange>,
    gone: Vec<&'a Card>,
    unchanged: usize,
}

fn index(deck: &Deck) -> HashMap<&CardKey, &Card> {
    deck.cards.iter().map(|card| (&card.key, card)).collect()
}

/// Whether two versions of a card are the same to a reader.
fn same(a: &Card, b: &Card) -> bool {
    a.content == b.content && a.meta == b.meta
}

impl<'a> Cards<'a> {
    fn compare(base: &'a Deck, theirs: &'a Deck, mine: &'a Deck, names: &HashMap<CardKey, CardKey>) -> Self {
        let (old, own) = (index(base), index(mine));
        let mut out = Self { kept: Vec::new(), changes: Vec::new(), gone: Vec::new(), unchanged: 0 };
        let mut met = HashSet::new();
        for new in &theirs.cards {
            let former = names.get(&new.key).unwrap_or(&new.key);
            met.extend([former, &new.key]);
            let mut take = |card, ours, change: Option<Change>| {
                out.kept.push((card, ours));
                match change {
                    Some(change) => out.changes.push(told(card, change, former)),
                    None => out.unchanged += 1,
                }
            };
            match (old.get(former), own.get(former).or_else(|| own.get(&new.key))) {
                (None, None) => take(new, false, Some(Change::New)),
                // The student deleted it, and so it stays.
                (Some(_), None) => {}
                (Some(before), Some(present)) if same(before, present) => {
                    take(new, false, (!same(before, new)).then_some(Change::Changed));
                }
                (_, Some(present)) if same(present, new) => take(new, false, None),
                (Some(before), Some(present)) if same(before, new) => {
                    take(present, true, Some(Change::Kept));
                }
                (_, Some(present)) => take(present, true, Some(Change::Both)),
            }
        }
        for card in &mine.cards {
            if met.contains(&card.key) {
                continue;
            }
            if old.contains_key(&card.key) {
                out.gone.push(card);
                out.changes.push(told(card, Change::Gone, &card.key));
            } else {
                out.kept.push((card, true));
                out.changes.push(told(card, Change::Own, &card.key));
            }
        }
        out
    }

    /// The cards that go, as they stand in the student's text; where that cannot be cut, as they are written anew.
    fn archive(&self, mine: Side<'_>) -> Vec<String> {
        let blocks = Blocks::of(mine.text, &mine.deck.cards);
        let texts = blocks.as_ref().map(Blocks::by_key).unwrap_or_default();
        let written = |card: &Card| deck::write_card(&mine.deck.head, card);
        let text = |card: &&Card| texts.get(&card.key).and_then(|text| moved(text, 2));
        self.gone.iter().map(|card| text(card).unwrap_or_else(|| written(card))).collect()
    }
}

fn told(card: &Card, change: Change, former: &CardKey) -> CardChange {
    let card_then = Locator { deck: card.deck.clone(), key: former.clone(), part: None };
    CardChange { card: card_then, prompt: card.content.prompt(), change }
}

/// The author's text with the student's cards in it.
fn assemble(theirs: Side<'_>, mine: Side<'_>, cards: &Cards<'_>) -> Option<String> {
    let (new, own) = (Blocks::of(theirs.text, &theirs.deck.cards)?, Blocks::of(mine.text, &mine.deck.cards)?);
    let (new_texts, own_texts) = (new.by_key(), own.by_key());
    let mut out = new.head.to_owned();
    for (card, ours) in &cards.kept {
        let text = if *ours { own_texts.get(&card.key)? } else { new_texts.get(&card.key)? };
        out.push_str(&moved(text, new.indent())?);
    }
    out.push_str(new.tail);
    Some(out)
}

/// Whether the merged text is the deck that was meant: nothing is written on the strength of text surgery alone.
fn reads_to(text: &str, cards: &Cards<'_>, theirs: &Deck, media: &dyn Media) -> bool {
    let reading = deck::read(text.as_bytes(), media);
    let Some(read) = reading.deck else { return false };
    read.head == theirs.head
        && read.cards.len() == cards.kept.len()
        && read
            .cards
            .iter()
            .zip(&cards.kept)
            .all(|(read, (meant, _))| read.key == meant.key && same(read, meant))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::NoMedia;

    fn deck(cards: &str) -> (String, Deck) {
        let text = format!("format: 1\ndeck: d\ntitle: T\nlanguage: fr\ncards:\n{cards}");
        let reading = deck::read(text.as_bytes(), &NoMedia);
        assert_eq!(reading.diagnostics, [], "{text}");
        (text, reading.deck.expect("a deck"))
    }

    fn card(id: &str, question: &str) -> String {
        format!("  - id: {id}\n    q: {question}\n    a: oui\n")
    }

    fn merged(base: &[String], theirs: &[String], mine: &[String]) -> Plan {
        let sides = [base, theirs, mine].map(|cards| deck(&cards.concat()));
        let [base, theirs, mine] = sides.each_ref().map(|(text, deck)| Side { text, deck });
        let plan = merge(base, theirs, mine, &NoMedia);
        assert!(!plan.aside, "{}", plan.text);
        plan
    }

    fn prompts(plan: &Plan) -> Vec<String> {
        let reading = deck::read(plan.text.as_bytes(), &NoMedia);
        let cards = reading.deck.expect("a deck").cards;
        cards.iter().map(|card| card.content.prompt().to_string()).collect()
    }

    fn changes(plan: &Plan) -> Vec<(String, Change)> {
        plan.changes.iter().map(|c| (c.card.to_string(), c.change)).collect()
    }

    #[test]
    fn new_changed_and_gone_cards_are_told() {
        let plan = merged(
            &[card("a", "Un"), card("b", "Deux"), card("c", "Trois")],
            &[card("d", "Quatre"), card("b", "Deux !"), card("a", "Un")],
            &[card("a", "Un"), card("b", "Deux"), card("c", "Trois")],
        );
        assert_eq!(prompts(&plan), ["Quatre", "Deux !", "Un"]);
        let expected = [("d/d", Change::New), ("d/b", Change::Changed), ("d/c", Change::Gone)]
            .map(|(c, k)| (c.to_owned(), k));
        assert_eq!(changes(&plan), expected);
        assert_eq!(plan.unchanged, 1);
        assert_eq!(plan.archive, [card("c", "Trois")]);
    }

    #[test]
    fn what_the_student_changed_stays() {
        let plan = merged(
            &[card("a", "Un"), card("b", "Deux")],
            &[card("a", "Un"), card("b", "Deux de l'auteur")],
            &[card("a", "Un, à moi"), card("b", "Deux, à moi"), card("z", "Ma carte")],
        );
        assert_eq!(prompts(&plan), ["Un, à moi", "Deux, à moi", "Ma carte"]);
        let expected = [("d/a", Change::Kept), ("d/b", Change::Both), ("d/z", Change::Own)];
        assert_eq!(changes(&plan), expected.map(|(c, k)| (c.to_owned(), k)));
    }

    #[test]
    fn what_the_student_deleted_stays_away() {
        let plan = merged(
            &[card("a", "Un"), card("b", "Deux")],
            &[card("a", "Un"), card("b", "Deux"), card("c", "Trois")],
            &[card("a", "Un")],
        );
        assert_eq!(prompts(&plan), ["Un", "Trois"]);
    }

    #[test]
    fn a_mend_that_the_author_took_over_is_no_conflict() {
        let plan = merged(&[card("a", "Unn")], &[card("a", "Un")], &[card("a", "Un")]);
        assert_eq!((prompts(&plan), plan.is_empty()), (vec!["Un".to_owned()], true));
    }

    #[test]
    fn a_renamed_card_is_the_same_card() {
        let renamed = "  - id: b\n    was: a\n    q: Un\n    a: oui\n".to_owned();
        let plan = merged(&[card("a", "Un")], &[renamed], &[card("a", "Un")]);
        assert_eq!(plan.count(Change::Gone) + plan.count(Change::New), 0, "{:?}", plan.changes);
    }

    #[test]
    fn a_card_without_id_whose_text_was_mended_is_changed_and_not_gone() {
        let bare = |question: &str| format!("  - q: {question}\n    a: oui\n");
        let (old, new) = (
            bare("Quelle est la première mission de l'assurance maladie obligatoire"),
            bare("Quelle est la première mission de l'assurance maladie"),
        );
        let plan = merged(std::slice::from_ref(&old), &[new], std::slice::from_ref(&old));
        assert_eq!((plan.count(Change::Changed), plan.count(Change::Gone)), (1, 0), "{:?}", plan.changes);
    }

    #[test]
    fn a_deck_that_cannot_be_cut_is_taken_whole_and_the_own_copy_kept_aside() {
        let (base_text, base) = deck(&card("a", "Un"));
        let theirs_text = "format: 1\ndeck: d\ntitle: T\nlanguage: fr\ncards: [{id: a, q: Deux, a: oui}, {id: b, q: x, a: y}]\n";
        let theirs = deck::read(theirs_text.as_bytes(), &NoMedia).deck.expect("a deck");
        let (mine_text, mine) = deck(&card("a", "À moi"));
        let plan = merge(
            Side { text: &base_text, deck: &base },
            Side { text: theirs_text, deck: &theirs },
            Side { text: &mine_text, deck: &mine },
            &NoMedia,
        );
        assert!(plan.aside);
        assert_eq!(plan.text, theirs_text);
    }
}
