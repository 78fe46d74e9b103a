//! An update of a deck: the author's old text, the author's new text and the student's own become one.

use crate::{
    card::{DeckHead, Text},
    deck::{self, Deck, Media},
    library::merge::{CardChange, Cards, Change, Piece, Pieces, Side},
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

/// Merges. `media` is the folder as it will be, to read the result.
pub(super) fn merge(base: Side<'_>, theirs: Side<'_>, mine: Side<'_>, media: &dyn Media) -> Plan {
    let [old, new, own] = [base, theirs, mine].map(Pieces::of);
    let cards = Cards::compare(&old, &new, &own, Piece::reads_as);
    let merged = new
        .ends()
        .and_then(|(head, tail)| cards.assemble(&new, &own, head, tail))
        .filter(|text| reads_to(text, &cards, theirs.deck, media));
    let edited = mine.text != base.text;
    let archive = archive(&cards, mine.deck);
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

/// The cards that go, as they stand in the student's text; where that cannot be cut, as they are written anew.
fn archive(cards: &Cards<'_>, mine: &Deck) -> Vec<String> {
    let written = |piece: &Piece<'_>| deck::write_card(&mine.head, piece.card);
    cards.gone.iter().map(|piece| piece.cut().unwrap_or_else(|| written(piece))).collect()
}

/// Whether the merged text is the deck that was meant: nothing is written on the strength of text surgery alone.
fn reads_to(text: &str, cards: &Cards<'_>, theirs: &Deck, media: &dyn Media) -> bool {
    let reading = deck::read(text.as_bytes(), media);
    let Some(read) = reading.deck else { return false };
    read.head == theirs.head && cards.are(&read, true)
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
