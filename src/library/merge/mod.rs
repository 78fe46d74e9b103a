//! Three texts of a deck become one, card by card: the one that two sides had in common, and what each has made of it.
//!
//! Two sides meet here: an author and a student (an update, [`foreign`](super::foreign)), and two devices of one student
//! ([`join`]). Whatever comes of it is read again before anybody trusts it.

mod blocks;
mod join;

use std::collections::{HashMap, HashSet};

use super::recognise;
use crate::{
    card::{Card, CardKey, Content, Locator, Text},
    deck::Deck,
};

pub use join::{differing, join};

use blocks::Blocks;
pub(super) use blocks::moved;

/// What happens to a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardChange {
    /// The card as it was called before (a new card: as it is called now).
    pub card: Locator,
    /// Its prompt.
    pub prompt: Text,
    /// What happens.
    pub change: Change,
}

/// What a merge does to a card, a field of the head or a file beside the deck. "Its author" is the side that comes, "the student"
/// the side that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It is new.
    New,
    /// Its author has changed it. The schedule of a card goes on.
    Changed,
    /// Its author has taken it out; a card goes to the archive.
    Gone,
    /// The student has changed it, its author has not: the student's stays.
    Kept,
    /// Both have changed it: the student's stays. Of a file the author's takes its place, and the student's is kept under
    /// another name.
    Both,
    /// The student has added it.
    Own,
}

impl Change {
    /// Every change, in the order in which they are told.
    pub const ALL: [Self; 6] = [Self::New, Self::Changed, Self::Gone, Self::Both, Self::Kept, Self::Own];
}

/// A text and the deck that was read from it, without a mistake.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub text: &'a str,
    pub deck: &'a Deck,
}

/// A side in pieces.
pub(super) struct Pieces<'a> {
    cards: Vec<Piece<'a>>,
    /// Where its text can be cut.
    blocks: Option<Blocks<'a>>,
}

/// A card and its text; empty where the deck's text cannot be cut.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    pub card: &'a Card,
    pub text: &'a str,
}

impl<'a> Pieces<'a> {
    pub(super) fn of(side: Side<'a>) -> Self {
        let blocks = Blocks::of(side.text, &side.deck.cards);
        let text = |number: usize| blocks.as_ref().and_then(|blocks| blocks.cards.get(number));
        let cards = side.deck.cards.iter().enumerate();
        let cards =
            cards.map(|(number, card)| Piece { card, text: text(number).map_or("", |(_, text)| *text) });
        Self { cards: cards.collect(), blocks }
    }

    /// The texts of its cards by their keys; none where it cannot be cut.
    pub(super) fn texts(&self) -> HashMap<&'a CardKey, &'a str> {
        let cut = self.blocks.iter().flat_map(|_| &self.cards);
        cut.map(|piece| (&piece.card.key, piece.text)).collect()
    }

    /// How far its cards are indented, where it can be cut.
    pub(super) fn indent(&self) -> Option<usize> {
        self.blocks.as_ref().map(Blocks::indent)
    }

    /// What stands before the cards and behind them.
    pub(super) fn ends(&self) -> Option<(&'a str, &'a str)> {
        self.blocks.as_ref().map(|blocks| (blocks.head, blocks.tail))
    }
}

impl Piece<'_> {
    /// Whether two versions of a card are the same to a reader. The text of an article is a file of its own, of which the old
    /// version is not kept: that it has changed is told of the file.
    pub(super) fn reads_as(&self, other: &Self) -> bool {
        let content = match (&self.card.content, &other.card.content) {
            (Content::Article(one), Content::Article(other)) => {
                (&one.title, &one.file, &one.questions) == (&other.title, &other.file, &other.questions)
            }
            (one, other) => one == other,
        };
        content && self.card.meta == other.card.meta
    }

    /// Its text with the dash of the card two columns in; `None` where it cannot be cut out or moved.
    pub(super) fn cut(&self) -> Option<String> {
        if self.text.is_empty() { None } else { moved(self.text, 2) }
    }
}

/// The cards of the merged deck.
pub(super) struct Cards<'a> {
    /// In their order.
    pub kept: Vec<(Piece<'a>, Wording<'a>)>,
    pub changes: Vec<CardChange>,
    pub gone: Vec<Piece<'a>>,
    pub unchanged: usize,
    /// A card was changed on both sides in two ways, or changed on one and taken out on the other.
    pub contested: bool,
}

/// Which text a card of the merged deck has.
#[derive(Clone)]
pub(super) enum Wording<'a> {
    /// The author's: it is new.
    Theirs,
    /// The student's.
    Mine,
    /// The author's, of which the student has a version too: what it was called, and that version.
    Either { former: CardKey, own: Piece<'a> },
}

impl Wording<'_> {
    /// Whether the card is as the student has it.
    pub(super) fn is_mine(&self) -> bool {
        matches!(self, Self::Mine)
    }
}

impl<'a> Cards<'a> {
    /// Settles what becomes of each card; `same` tells whether two versions of one are the same.
    pub(super) fn compare(
        base: &Pieces<'a>,
        theirs: &Pieces<'a>,
        mine: &Pieces<'a>,
        same: fn(&Piece<'a>, &Piece<'a>) -> bool,
    ) -> Self {
        let (their_names, my_names) = (former_names(base, theirs), former_names(base, mine));
        let no_names = HashMap::new();
        let old = index(base, &no_names);
        let own = index(mine, &my_names);
        let mut out =
            Self { kept: Vec::new(), changes: Vec::new(), gone: Vec::new(), unchanged: 0, contested: false };
        let mut met = HashSet::new();
        for new in &theirs.cards {
            let key = &new.card.key;
            let former = their_names.get(key).unwrap_or(key);
            met.extend([former, key]);
            let either = |own: &Piece<'a>| Wording::Either { former: former.clone(), own: *own };
            let mut take = |piece: &Piece<'a>, from, change: Option<Change>| {
                out.kept.push((*piece, from));
                match change {
                    Some(change) => out.changes.push(told(piece.card, change, former)),
                    None => out.unchanged += 1,
                }
            };
            match (old.get(former), own.get(former).or_else(|| own.get(key))) {
                (None, None) => take(new, Wording::Theirs, Some(Change::New)),
                // The student deleted it, and so it stays.
                (Some(before), None) => out.contested |= !same(before, new),
                (Some(before), Some(present)) if same(before, present) => {
                    take(new, either(present), (!same(before, new)).then_some(Change::Changed));
                }
                (_, Some(present)) if same(present, new) => take(new, either(present), None),
                (Some(before), Some(present)) if same(before, new) => {
                    take(present, Wording::Mine, Some(Change::Kept));
                }
                (_, Some(present)) => {
                    take(present, Wording::Mine, Some(Change::Both));
                    out.contested = true;
                }
            }
        }
        for piece in &mine.cards {
            let key = &piece.card.key;
            let former = my_names.get(key).unwrap_or(key);
            if met.contains(key) || met.contains(former) {
                continue;
            }
            if let Some(before) = old.get(former) {
                out.contested |= !same(before, piece);
                out.gone.push(*piece);
                out.changes.push(told(piece.card, Change::Gone, former));
            } else {
                out.kept.push((*piece, Wording::Mine));
                out.changes.push(told(piece.card, Change::Own, key));
            }
        }
        out
    }

    /// How many cards meet one of these changes.
    pub(super) fn count(&self, changes: &[Change]) -> usize {
        self.changes.iter().filter(|card| changes.contains(&card.change)).count()
    }

    /// Whether a deck that was read is the one that was meant; `wholly`: also in what a card takes over from the head.
    pub(super) fn are(&self, read: &Deck, wholly: bool) -> bool {
        let is = |read: &Card, meant: &Card| {
            read.key == meant.key && read.content == meant.content && (!wholly || read.meta == meant.meta)
        };
        read.cards.len() == self.kept.len()
            && read.cards.iter().zip(&self.kept).all(|(read, (meant, _))| is(read, meant.card))
    }

    /// The text of the author with the student's cards in it, between a head and a tail.
    pub(super) fn assemble(
        &self,
        theirs: &Pieces<'a>,
        mine: &Pieces<'a>,
        head: &str,
        tail: &str,
    ) -> Option<String> {
        let (new, own) = (theirs.blocks.as_ref()?, mine.blocks.as_ref()?);
        let apart = new.are_apart().or_else(|| own.are_apart()).unwrap_or_default();
        let mut out = head.to_owned();
        for (number, (piece, from)) in self.kept.iter().enumerate() {
            let is_last = number + 1 == self.kept.len();
            if !from.is_mine() {
                out.push_str(&moved(piece.text, new.indent())?);
                continue;
            }
            // Its own blank lines are of the place where it stood.
            if apart && number > 0 && !out.ends_with("\n\n") {
                out.push('\n');
            }
            out.push_str(&moved(piece.text.trim_end(), new.indent())?);
            if apart && !(is_last && tail.is_empty()) {
                out.push('\n');
            }
        }
        out.push_str(tail);
        Some(out)
    }
}

/// The cards by their names, by the former one where they have one.
fn index<'p, 'a>(
    pieces: &'p Pieces<'a>,
    names: &'p HashMap<CardKey, CardKey>,
) -> HashMap<&'p CardKey, &'p Piece<'a>> {
    let name = |piece: &'p Piece<'a>| names.get(&piece.card.key).unwrap_or(&piece.card.key);
    pieces.cards.iter().map(|piece| (name(piece), piece)).collect()
}

/// What cards of the new deck were called in the old one: by `was:`, and where they have no id by their text.
fn former_names(base: &Pieces<'_>, new: &Pieces<'_>) -> HashMap<CardKey, CardKey> {
    fn keys<'p>(pieces: &'p Pieces<'_>) -> HashSet<&'p CardKey> {
        pieces.cards.iter().map(|piece| &piece.card.key).collect()
    }
    let (old_keys, new_keys) = (keys(base), keys(new));
    let mut names = HashMap::new();
    for Piece { card, .. } in &new.cards {
        let is_gone = |key: &&CardKey| old_keys.contains(key) && !new_keys.contains(key);
        let former = card.was.iter().map(|was| &was.key).find(is_gone);
        if let Some(former) = former.filter(|_| !old_keys.contains(&card.key)) {
            names.insert(card.key.clone(), former.clone());
        }
    }
    let known: HashSet<CardKey> = names.values().cloned().collect();
    let texts = |pieces: &Pieces<'_>, keep: &dyn Fn(&CardKey) -> bool| -> Vec<(Locator, String)> {
        let kept = pieces.cards.iter().filter(|piece| keep(&piece.card.key));
        kept.map(|piece| (piece.card.locator(), piece.card.content.identity())).collect()
    };
    let vanished = texts(base, &|key| !new_keys.contains(key) && !known.contains(key));
    let appeared = texts(new, &|key| !old_keys.contains(key) && !names.contains_key(key));
    names.extend(
        recognise(&vanished, &appeared).into_iter().map(|(former, present)| (present.key, former.key)),
    );
    names
}

fn told(card: &Card, change: Change, former: &CardKey) -> CardChange {
    let card_then = Locator { deck: card.deck.clone(), key: former.clone(), part: None };
    CardChange { card: card_then, prompt: card.content.prompt(), change }
}
