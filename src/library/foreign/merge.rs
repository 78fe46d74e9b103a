//! An update of a deck: the author's old text, the author's new text and the student's own become one.

use std::collections::{HashMap, HashSet};

use super::{
    blocks::{Blocks, moved},
    fields::with_comments,
    head::{self, Head, Three},
    plan::{Aside, CardChange, Change, Plan},
};
use crate::{
    card::{Card, CardKey, Content, Locator},
    deck::{self, Deck, Media},
    library::recognise,
};

/// A text and the deck that was read from it, without a mistake.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub text: &'a str,
    pub deck: &'a Deck,
}

/// A text with the line ends and the beginning that all three are compared with.
fn plain(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
}

/// Merges. `media` is the folder as it will be, to read the result. What becomes of files is not told here.
pub(super) fn merge(base: Side<'_>, theirs: Side<'_>, mine: Side<'_>, media: &dyn Media) -> Plan {
    let names = former_names(base.deck, theirs.deck);
    let cards = Cards::compare(base.deck, theirs.deck, mine.deck, &names);
    let texts = [base.text, theirs.text, mine.text].map(plain);
    let [base_text, theirs_text, mine_text] = texts.each_ref();
    let sides = Three {
        base: Side { text: base_text, ..base },
        theirs: Side { text: theirs_text, ..theirs },
        mine: Side { text: mine_text, ..mine },
    };
    let merged = assemble(sides, &cards).filter(|merged| merged.reads_as_meant(&cards, media));
    let edited = mine.text != base.text;
    let archive = cards.archive(sides.mine);
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
    /// In their order.
    kept: Vec<(&'a Card, Wording<'a>)>,
    changes: Vec<CardChange>,
    gone: Vec<&'a Card>,
    unchanged: usize,
}

/// Which text a card of the merged deck has.
#[derive(Clone, Copy)]
enum Wording<'a> {
    Theirs,
    Mine,
    /// The author's, with the comments of the student's: what it was called, and what the student has.
    Either {
        former: &'a CardKey,
        own: &'a Card,
    },
}

fn index(deck: &Deck) -> HashMap<&CardKey, &Card> {
    deck.cards.iter().map(|card| (&card.key, card)).collect()
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

impl<'a> Cards<'a> {
    fn compare(
        base: &'a Deck,
        theirs: &'a Deck,
        mine: &'a Deck,
        names: &'a HashMap<CardKey, CardKey>,
    ) -> Self {
        let (old, own) = (index(base), index(mine));
        let mut out = Self { kept: Vec::new(), changes: Vec::new(), gone: Vec::new(), unchanged: 0 };
        let mut met = HashSet::new();
        for new in &theirs.cards {
            let former = names.get(&new.key).unwrap_or(&new.key);
            met.extend([former, &new.key]);
            let mut take = |card, from, change: Option<Change>| {
                out.kept.push((card, from));
                match change {
                    Some(change) => out.changes.push(told(card, change, former)),
                    None => out.unchanged += 1,
                }
            };
            match (old.get(former), own.get(former).or_else(|| own.get(&new.key))) {
                (None, None) => take(new, Wording::Theirs, Some(Change::New)),
                // The student deleted it, and so it stays.
                (Some(_), None) => {}
                (Some(before), Some(own)) if same(before, own) => {
                    let change = (!same(before, new)).then_some(Change::Changed);
                    take(new, Wording::Either { former, own }, change);
                }
                (_, Some(own)) if same(own, new) => take(new, Wording::Either { former, own }, None),
                (Some(before), Some(own)) if same(before, new) => {
                    take(own, Wording::Mine, Some(Change::Kept))
                }
                (_, Some(own)) => take(own, Wording::Mine, Some(Change::Both)),
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
                out.kept.push((card, Wording::Mine));
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

/// A text that was put together, and what it is meant to say.
struct Merged {
    head: Head,
    text: String,
    /// A comment of the student's has no place in it.
    lost: bool,
}

/// The author's text with what is the student's in it.
fn assemble(sides: Three<Side<'_>>, cards: &Cards<'_>) -> Option<Merged> {
    let new = Blocks::of(sides.theirs.text, &sides.theirs.deck.cards)?;
    let own = Blocks::of(sides.mine.text, &sides.mine.deck.cards)?;
    let old = Blocks::of(sides.base.text, &sides.base.deck.cards)?;
    let (old_texts, new_texts, own_texts) = (old.by_key(), new.by_key(), own.by_key());
    let heads =
        Three { base: &sides.base.deck.head, theirs: &sides.theirs.deck.head, mine: &sides.mine.deck.head };
    let texts =
        Three { base: (old.head, old.tail), theirs: (new.head, new.tail), mine: (own.head, own.tail) };
    let kept: Vec<&Card> = cards.kept.iter().map(|(card, _)| *card).collect();
    let head = head::merge(heads, texts, &kept);
    let (mut text, mut lost) = (head.text.clone(), head.lost);
    for (card, from) in &cards.kept {
        let piece = match from {
            Wording::Theirs => (*new_texts.get(&card.key)?).to_owned(),
            Wording::Mine => (*own_texts.get(&card.key)?).to_owned(),
            Wording::Either { former, own } => {
                let (theirs, mine) = (*new_texts.get(&card.key)?, *own_texts.get(&own.key)?);
                let before = old_texts.get(former).copied().unwrap_or_default();
                let stays = theirs == before && (&own.key, &own.was) == (&card.key, &card.was);
                if mine == before {
                    theirs.to_owned()
                } else if stays {
                    mine.to_owned()
                } else {
                    let (text, left_out) = with_comments(before, theirs, mine);
                    lost |= left_out;
                    text
                }
            }
        };
        text.push_str(&moved(&piece, new.indent())?);
    }
    text.push_str(&head.tail);
    Some(Merged { head, text, lost })
}

impl Merged {
    /// Whether it is the deck that was meant: nothing is written on the strength of text surgery alone.
    fn reads_as_meant(&self, cards: &Cards<'_>, media: &dyn Media) -> bool {
        let Some(read) = deck::read(self.text.as_bytes(), media).deck else { return false };
        let both = read.cards.iter().zip(&cards.kept);
        read.head == self.head.meant
            && read.cards.len() == cards.kept.len()
            && both.into_iter().all(|(read, (meant, _))| read.key == meant.key && same(read, meant))
    }
}

#[cfg(test)]
mod tests;
