//! An update of a deck: the author's old text, the author's new text and the student's own become one.

use std::collections::HashMap;

use super::{
    fields::with_comments,
    head::{self, Head, Three},
    plan::{Aside, Plan},
};
use crate::{
    card::{Card, CardKey, DeckHead},
    deck::{self, Deck, Media},
    library::merge::{Cards, Piece, Pieces, Side, Wording, moved},
};

/// A text with the line ends and the beginning that all three are compared with.
fn plain(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
}

/// Merges. `media` is the folder as it will be, to read the result. What becomes of files is not told here.
pub(super) fn merge(base: Side<'_>, theirs: Side<'_>, mine: Side<'_>, media: &dyn Media) -> Plan {
    let texts = [base.text, theirs.text, mine.text].map(plain);
    let [base_text, theirs_text, mine_text] = texts.each_ref();
    let [old, new, own] = [(base_text, base), (theirs_text, theirs), (mine_text, mine)]
        .map(|(text, side)| Pieces::of(Side { text, ..side }));
    let cards = Cards::compare(&old, &new, &own, Piece::reads_as);
    let heads = Three { base: &base.deck.head, theirs: &theirs.deck.head, mine: &mine.deck.head };
    let sides = Three { base: &old, theirs: &new, mine: &own };
    let merged = assemble(heads, sides, &cards).filter(|merged| merged.reads_as_meant(&cards, media));
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
fn assemble(heads: Three<&DeckHead>, sides: Three<&Pieces<'_>>, cards: &Cards<'_>) -> Option<Merged> {
    let ends = Three { base: sides.base.ends()?, theirs: sides.theirs.ends()?, mine: sides.mine.ends()? };
    let old_texts: HashMap<&CardKey, &str> = sides.base.texts();
    let kept: Vec<&Card> = cards.kept.iter().map(|(piece, _)| piece.card).collect();
    let head = head::merge(heads, ends, &kept);
    let indent = sides.theirs.indent()?;
    let (mut text, mut lost) = (head.text.clone(), head.lost);
    for (piece, from) in &cards.kept {
        let Wording::Either { former, own } = from else {
            text.push_str(&moved(piece.text, indent)?);
            continue;
        };
        let (theirs, mine) = (piece.text, own.text);
        let before = old_texts.get(former).copied().unwrap_or_default();
        let names = |card: &Card| (card.key.clone(), card.was.clone());
        let stays = theirs == before && names(own.card) == names(piece.card);
        if mine == before {
            text.push_str(&moved(theirs, indent)?);
        } else if stays {
            text.push_str(&moved(mine, indent)?);
        } else {
            let (with, left_out) = with_comments(before, theirs, mine);
            lost |= left_out;
            text.push_str(&moved(&with, indent)?);
        }
    }
    text.push_str(&head.tail);
    Some(Merged { head, text, lost })
}

impl Merged {
    /// Whether it is the deck that was meant: nothing is written on the strength of text surgery alone.
    fn reads_as_meant(&self, cards: &Cards<'_>, media: &dyn Media) -> bool {
        let Some(read) = deck::read(self.text.as_bytes(), media).deck else { return false };
        read.head == self.head.meant && cards.are(&read, true)
    }
}

#[cfg(test)]
mod tests;
