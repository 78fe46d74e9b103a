//! What an importer yields.

use std::{collections::BTreeMap, path::PathBuf};

use jiff::Timestamp;

use crate::{
    card::{Card, DeckHead, Locator, Text},
    memory::{Day, Fact},
};

/// What came of reading another program's file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// The decks.
    pub decks: Vec<NewDeck>,
    /// What happened to their cards so far, in any order.
    pub history: Vec<Past>,
    /// What could not be kept.
    pub losses: Vec<Loss>,
}

/// A deck to be.
#[derive(Clone, Debug, PartialEq)]
pub struct NewDeck {
    /// What it says of itself.
    pub head: DeckHead,
    /// Its cards; each has an id.
    pub cards: Vec<Card>,
    /// The files beside it.
    pub media: Vec<NewMedia>,
    /// What is kept of Anki's notes, for their way back: [`Originals`](super::original::Originals), written.
    pub notes: Option<Vec<u8>>,
}

/// A file beside a deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMedia {
    /// Its path relative to the deck's folder, with `/`, such as `media/heart.png`. It never leaves the folder.
    pub path: String,
    /// What is in it.
    pub source: Source,
}

/// What is in a file to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// These bytes.
    Bytes(Vec<u8>),
    /// What is in a file of the importer's own, which may be moved away.
    File(PathBuf),
    /// What is in a file of the student's, which stays where it is.
    Copy(PathBuf),
}

/// Something that happened to a card in another program, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// The schedule that it happened to.
    pub card: Locator,
    /// What it is known by: the same thing has the same number whenever it is imported again, whatever has become of the
    /// card's text since. 1 to 2^53 − 1.
    pub number: u64,
    /// When.
    pub at: Timestamp,
    /// What.
    pub fact: Fact,
    /// How long an answer took, in milliseconds.
    pub took_ms: u32,
}

/// What is said of a schedule beside its answers, as it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// It is not asked.
    pub suspended: bool,
    /// It is hidden until this day.
    pub buried_until: Option<Day>,
    /// 1 to 7, or 0 for none.
    pub flag: u8,
}

/// A kind of thing that could not be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Which kind: the end of a message's id (`loss-…`).
    pub kind: &'static str,
    /// How often.
    pub count: u64,
    /// A few of them.
    pub examples: Vec<Text>,
}

/// Losses as they are met.
#[derive(Clone, Debug, Default)]
pub struct Losses(BTreeMap<&'static str, Loss>);

impl Losses {
    /// How many examples of each kind are kept.
    pub const EXAMPLES: usize = 3;
    /// How long an example may be, in characters.
    const LONGEST: usize = 60;

    /// Counts one more of a kind.
    pub fn lose(&mut self, kind: &'static str, example: &str) {
        let loss = self.0.entry(kind).or_insert_with(|| Loss { kind, count: 0, examples: Vec::new() });
        loss.count += 1;
        if loss.examples.len() < Self::EXAMPLES {
            let mut example: String = Text::one_line(example).chars().take(Self::LONGEST + 1).collect();
            if example.chars().count() > Self::LONGEST {
                example.pop();
                example.push('…');
            }
            let example = Text::from(example);
            if !example.is_blank() && !loss.examples.contains(&example) {
                loss.examples.push(example);
            }
        }
    }

    /// Counts all that another has.
    pub fn join(&mut self, other: Self) {
        for (kind, more) in other.0 {
            let loss = self.0.entry(kind).or_insert_with(|| Loss { kind, count: 0, examples: Vec::new() });
            loss.count += more.count;
            for example in more.examples {
                if loss.examples.len() < Self::EXAMPLES && !loss.examples.contains(&example) {
                    loss.examples.push(example);
                }
            }
        }
    }

    /// All of them, by kind.
    #[must_use]
    pub fn into_all(self) -> Vec<Loss> {
        self.0.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn losses_are_counted_by_kind_with_a_few_short_examples() {
        let mut losses = Losses::default();
        for number in 0..5 {
            losses.lose("sound", &format!("a\u{1b}{number}"));
        }
        losses.lose("script", &"é".repeat(100));
        let mut others = Losses::default();
        others.lose("sound", "a0");
        losses.join(others);
        let all = losses.into_all();
        assert_eq!((all[1].kind, all[1].count), ("sound", 6));
        assert_eq!(all[1].examples, ["a0".into(), "a1".into(), "a2".into()]);
        assert_eq!(all[0].examples[0].chars().count(), 61);
    }
}
