//! Two versions of a deck that one student has made on two devices.
//!
//! Neither is the other's author, so nothing of either may give way: where both have changed a card, or one has changed what the
//! other has taken out, there is no merge. What comes of it follows from the three texts alone, so that every device comes to the
//! same; hence the files beside the deck are not looked at, and a comment counts as much as a word of a card.

use std::borrow::Cow;

use super::{Cards, Change, Piece, Pieces, Side, blocks::moved};
use crate::deck::{self, AnyMedia, Deck, Severity};

/// Brings two versions of a deck together that were made apart from `base`. `first` is the one whose order of cards holds, and
/// which stays as it is where the other has nothing besides. `None` where they cannot be one, card by card.
#[must_use]
pub fn join(base: &str, first: &str, second: &str) -> Option<String> {
    let texts = [base, first, second].map(with_plain_ends);
    let [base_deck, first_deck, second_deck] = texts.each_ref().map(|text| read(text));
    let (base_deck, first_deck, second_deck) = (base_deck?, first_deck?, second_deck?);
    let pieces = |text, deck| Pieces::of(Side { text, deck });
    let base_pieces = pieces(&texts[0], &base_deck);
    let (one, other) = (pieces(&texts[1], &first_deck), pieces(&texts[2], &second_deck));
    let cards = Cards::compare(&base_pieces, &one, &other, is_written_as);
    if cards.contested {
        return None;
    }
    let (base_ends, first_ends, second_ends) = (base_pieces.ends()?, one.ends()?, other.ends()?);
    let head = changed(base_ends.0, first_ends.0, second_ends.0)?;
    let tail = changed(base_ends.1, first_ends.1, second_ends.1)?;
    let is_first = cards.kept.len() == one.cards.len() && cards.kept.iter().all(|(_, from)| !from.is_mine());
    if is_first && (head, tail) == first_ends {
        return Some(first.to_owned());
    }
    let text = cards.assemble(&one, &other, head, tail)?;
    let meant = if head == first_ends.0 { &first_deck } else { &second_deck };
    // Nothing is written on the strength of text surgery alone. What a card does not say itself, the head says for it, and
    // that may have changed on the other side.
    let read = read(&text)?;
    let is_meant = read.head == meant.head && cards.are(&read, first_deck.head == second_deck.head);
    is_meant.then(|| if first.contains("\r\n") { text.replace('\n', "\r\n") } else { text })
}

/// How many cards of a deck are others in its new text: new, changed, or taken out. Of texts that are no decks, none.
#[must_use]
pub fn differing(before: &str, after: &str) -> usize {
    let (Some(old), Some(new)) = (read(before), read(after)) else { return 0 };
    let old = Pieces::of(Side { text: before, deck: &old });
    let new = Pieces::of(Side { text: after, deck: &new });
    let cards = Cards::compare(&old, &new, &old, Piece::reads_as);
    cards.count(&[Change::New, Change::Changed, Change::Gone])
}

/// A deck without a mistake. That a file beside it is missing is none: it may be on its way.
fn read(text: &str) -> Option<Deck> {
    let reading = deck::read(text.as_bytes(), &AnyMedia);
    let is_sound = reading.diagnostics.iter().all(|found| found.severity != Severity::Error);
    reading.deck.filter(|_| is_sound)
}

fn with_plain_ends(text: &str) -> Cow<'_, str> {
    if text.contains("\r\n") { text.replace("\r\n", "\n").into() } else { text.into() }
}

/// Whether two versions of a card are the same to who wrote them: comments too, but not the blank lines around them.
fn is_written_as(a: &Piece<'_>, b: &Piece<'_>) -> bool {
    let plain = |piece: &Piece<'_>| moved(piece.text.trim_end(), 0);
    a.text.trim_end() == b.text.trim_end() || plain(a).is_some_and(|a| Some(a) == plain(b))
}

/// The one of two texts that was changed; `None` where both were, in two ways.
fn changed<'t>(base: &str, one: &'t str, other: &'t str) -> Option<&'t str> {
    let plain = |text: &'t str| text.trim_end();
    match (plain(one), plain(other)) {
        (a, b) if a == b || b == base.trim_end() => Some(one),
        (a, _) if a == base.trim_end() => Some(other),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "format: 1\ndeck: d\ntitle: T\nlanguage: fr\ncards:\n";

    fn card(id: &str, answer: &str) -> String {
        format!("  # about {id}\n  - id: {id}\n    q: {id} ?\n    a: {answer}\n")
    }

    fn deck(cards: &[(&str, &str)]) -> String {
        let cards: Vec<String> = cards.iter().map(|(id, answer)| card(id, answer)).collect();
        format!("{HEAD}{}", cards.join("\n"))
    }

    /// Both ways round hold the same cards.
    fn joined(base: &str, one: &str, other: &str) -> Option<String> {
        let cards = |text: &String| {
            let mut cards: Vec<_> =
                read(text).expect("a deck").cards.into_iter().map(|c| c.content).collect();
            cards.sort_by_key(crate::card::Content::identity);
            cards
        };
        let (joined, mirrored) = (join(base, one, other), join(base, other, one));
        assert_eq!(joined.as_ref().map(cards), mirrored.as_ref().map(cards));
        joined
    }

    #[test]
    fn changes_of_different_cards_meet_and_nothing_else_changes() {
        let base = deck(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let one = deck(&[("a", "un"), ("b", "2"), ("c", "3")]);
        let other = deck(&[("a", "1"), ("b", "2"), ("c", "trois")]);
        assert_eq!(joined(&base, &one, &other), Some(deck(&[("a", "un"), ("b", "2"), ("c", "trois")])));
    }

    #[test]
    fn cards_that_were_added_and_taken_out_on_either_side_are() {
        let base = deck(&[("a", "1"), ("b", "2")]);
        let one = deck(&[("a", "1"), ("b", "2"), ("x", "de l'un")]);
        let other = deck(&[("a", "1"), ("y", "de l'autre")]);
        assert_eq!(
            joined(&base, &one, &other),
            Some(deck(&[("a", "1"), ("x", "de l'un"), ("y", "de l'autre")]))
        );
    }

    #[test]
    fn what_both_have_changed_is_nobodys_to_decide() {
        let base = deck(&[("a", "1"), ("b", "2")]);
        let one = deck(&[("a", "un"), ("b", "2")]);
        for other in [
            deck(&[("a", "une"), ("b", "2")]),
            deck(&[("b", "2")]),
            deck(&[("a", "1"), ("b", "2")]).replace("about a", "à revoir"),
        ] {
            assert_eq!(joined(&base, &one, &other), None, "{other}");
        }
        let added = |answer| deck(&[("a", "1"), ("b", "2"), ("x", answer)]);
        assert_eq!(joined(&base, &added("ici"), &added("là")), None);
        let titled = |title: &str| base.replace("title: T", &format!("title: {title}"));
        assert_eq!(joined(&base, &titled("Un"), &titled("Deux")), None);
    }

    #[test]
    fn the_head_of_one_and_a_card_of_the_other_are_both_taken() {
        let base = deck(&[("a", "1"), ("b", "2")]);
        let one = base.replace("title: T", "title: Titre  # enfin\ndefaults:\n  tags: [cours]");
        let other = deck(&[("a", "un"), ("b", "2")]);
        let expected = one.replace("a: 1", "a: un");
        assert_eq!(joined(&base, &one, &other), Some(expected));
    }

    #[test]
    fn the_same_change_on_both_sides_is_one() {
        let base = deck(&[("a", "1"), ("b", "2")]);
        let both = deck(&[("a", "un"), ("b", "2")]);
        assert_eq!(joined(&base, &both, &both), Some(both.clone()));
        // The other has nothing besides: the text stays as it is, to the byte.
        let more = format!("{}\n\n", deck(&[("a", "un"), ("b", "deux")]));
        assert_eq!(join(&base, &more, &both), Some(more.clone()));
    }

    #[test]
    fn a_mended_card_without_id_stays_where_it_stands() {
        let without_ids = |first: &str, last: &str| {
            format!(
                "{HEAD}  - q: {first}\n    a: oui\n  - q: Deux ?\n    a: non\n  - q: {last}\n    a: peut-être\n"
            )
        };
        let (question, mended) = (
            "Quelle est la première mission de l'assurance maladie obligatoire",
            "Quelle est la première mission de l'assurance maladie",
        );
        let base = without_ids(question, "Trois ?");
        let (one, other) = (without_ids(question, "Trois fois ?"), without_ids(mended, "Trois ?"));
        assert_eq!(joined(&base, &one, &other), Some(without_ids(mended, "Trois fois ?")));
    }

    #[test]
    fn line_ends_of_another_system_are_no_change() {
        let base = deck(&[("a", "1"), ("b", "2")]);
        let one = deck(&[("a", "un"), ("b", "2")]).replace('\n', "\r\n");
        let other = deck(&[("a", "1"), ("b", "deux")]);
        let expected = deck(&[("a", "un"), ("b", "deux")]);
        assert_eq!(joined(&base, &one, &other), Some(expected.replace('\n', "\r\n")));
        assert_eq!(joined(&base, &other, &one), Some(expected));
    }

    #[test]
    fn what_is_no_deck_or_has_a_mistake_is_not_joined() {
        let base = deck(&[("a", "1"), ("b", "2")]);
        let one = deck(&[("a", "un"), ("b", "2")]);
        for other in ["", "text", "cards: [", &base.replace("q: b ?", "qq: b ?")] {
            assert_eq!(joined(&base, &one, other), None, "{other}");
            assert_eq!(joined(other, &base, &one), None, "{other}");
        }
    }

    #[test]
    fn an_article_or_a_picture_that_has_not_come_yet_is_no_obstacle() {
        let picture =
            "  - id: p\n    q: Que voit-on ?\n    a: Un QRS large\n    image: {file: ecg.png, alt: Un ECG}\n";
        let with = |answer, last| format!("{}{picture}", deck(&[("a", answer), ("b", last)]));
        let (base, one, other) = (with("1", "2"), with("un", "2"), with("1", "deux"));
        assert_eq!(joined(&base, &one, &other), Some(with("un", "deux")));
    }

    #[test]
    fn cards_that_differ_are_counted() {
        let before = deck(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let after = deck(&[("a", "un"), ("c", "3"), ("d", "4")]);
        assert_eq!((differing(&before, &after), differing(&before, &before)), (3, 0));
        assert_eq!(differing("text", &after), 0);
    }
}
