//! An update of a deck: the author's old text, the author's new text and the student's own become one.

use super::{
    fields::with_comments,
    head::{self, Head, Three},
    plan::{Aside, Plan},
};
use crate::{
    card::{Card, Content},
    deck::{self, Deck, Media},
    library::merge::{Cards, Piece, Pieces, Side},
};

/// A text with the line ends and the beginning that all three are compared with.
fn plain(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
}

/// Merges. `media` is the folder as it will be, to read the result. What becomes of files is not told here.
pub(super) fn merge(base: Side<'_>, theirs: Side<'_>, mine: Side<'_>, media: &dyn Media) -> Plan {
    let texts = [base, theirs, mine].map(|side| plain(side.text));
    let [base_text, theirs_text, mine_text] = texts.each_ref();
    let pieces = Three {
        base: &Pieces::of(Side { text: base_text, ..base }),
        theirs: &Pieces::of(Side { text: theirs_text, ..theirs }),
        mine: &Pieces::of(Side { text: mine_text, ..mine }),
    };
    let cards =
        Cards::compare(pieces.base, pieces.theirs, pieces.mine, |one, other| same(one.card, other.card));
    let decks = Three { base: base.deck, theirs: theirs.deck, mine: mine.deck };
    let merged = assemble(decks, pieces, &cards).filter(|merged| merged.reads_as_meant(&cards, media));
    let edited = mine.text != base.text;
    let archive = archive(&cards, mine.deck);
    let mut plan = Plan {
        head: theirs.deck.head.clone(),
        before: base.deck.head.version.clone(),
        unchanged: cards.unchanged,
        changes: cards.changes,
        fields: Vec::new(),
        files: Vec::new(),
        aside: None,
        text: theirs.text.to_owned(),
        archive,
    };
    match merged {
        Some(Merged { head, text, lost }) => {
            plan.fields = head.changes;
            if edited {
                (plan.head, plan.text) = (head.meant, text);
                plan.aside = lost.then_some(Aside::Comments);
            }
        }
        None if edited => plan.aside = Some(Aside::Unmerged),
        None => {}
    }
    plan
}

/// Whether two versions of a card are the same to a reader. The text of an article is a file of its own, of which the old
/// version is not kept: that it has changed is told of the file.
fn same(a: &Card, b: &Card) -> bool {
    let content = match (&a.content, &b.content) {
        (Content::Article(one), Content::Article(other)) => {
            (&one.title, &one.file, &one.questions) == (&other.title, &other.file, &other.questions)
        }
        (one, other) => one == other,
    };
    content && a.meta == b.meta
}

/// The cards that go, as they stand in the student's text; where that cannot be cut, as they are written anew.
fn archive(cards: &Cards<'_>, mine: &Deck) -> Vec<String> {
    let written = |piece: &Piece<'_>| deck::write_card(&mine.head, piece.card);
    cards.gone.iter().map(|piece| piece.cut().unwrap_or_else(|| written(piece))).collect()
}

/// A text that was put together, and what it is meant to say.
struct Merged {
    head: Head,
    text: String,
    /// A comment of the student's has no place in it.
    lost: bool,
}

/// The author's text with what is the student's in it.
fn assemble(decks: Three<&Deck>, pieces: Three<&Pieces<'_>>, cards: &Cards<'_>) -> Option<Merged> {
    let heads = Three { base: &decks.base.head, theirs: &decks.theirs.head, mine: &decks.mine.head };
    let texts = Three { base: pieces.base.ends()?, theirs: pieces.theirs.ends()?, mine: pieces.mine.ends()? };
    let kept: Vec<&Card> = cards.kept.iter().map(|(piece, _)| piece.card).collect();
    let head = head::merge(heads, texts, &kept);
    let mut lost = head.lost;
    let word = |new: Piece<'_>, [before, own]: [Option<Piece<'_>>; 2]| {
        let Some(own) = own else { return new.text.to_owned() };
        let before = before.map_or("", |before| before.text);
        if own.text == before {
            return new.text.to_owned();
        }
        if new.text == before && (&own.card.key, &own.card.was) == (&new.card.key, &new.card.was) {
            return own.text.to_owned();
        }
        let (text, left_out) = with_comments(before, new.text, own.text);
        lost |= left_out;
        text
    };
    let text = cards.assemble(pieces.theirs, pieces.mine, &head.text, &head.tail, word)?;
    Some(Merged { head, text, lost })
}

impl Merged {
    /// Whether it is the deck that was meant: nothing is written on the strength of text surgery alone.
    fn reads_as_meant(&self, cards: &Cards<'_>, media: &dyn Media) -> bool {
        let read = deck::read(self.text.as_bytes(), media).deck;
        read.is_some_and(|read| read.head == self.head.meant && cards.are_by(&read, same))
    }
}

#[cfg(test)]
mod tests;
