//! Cards that Carabin exported, made again where their deck is not here.

use std::collections::{BTreeMap, BTreeSet};

use super::{files::Files, reader::Shelved};
use crate::{
    card::{Card, DeckHead, DeckId, Fingerprint, Locator},
    deck::{self, AnyMedia},
    exchange::{
        NewDeck,
        html::{self, Files as _},
        original::Originals,
        package::MEDIA,
    },
};

/// The decks that come of it.
#[derive(Default)]
pub(super) struct Remade(BTreeMap<DeckId, (DeckHead, Vec<Card>, BTreeSet<String>)>);

impl Remade {
    /// The card `locator` of a note with these fields; `None` where it does not tell it.
    pub(super) fn card(&mut self, fields: &str, locator: &Locator, files: &mut Files) -> Option<&Card> {
        let made = self.0.get(&locator.deck).and_then(|(_, cards, _)| place(cards, locator));
        let at = match made {
            Some(at) => at,
            None => self.read(fields, locator, files)?,
        };
        self.0.get(&locator.deck)?.1.get(at)
    }

    fn read(&mut self, fields: &str, locator: &Locator, files: &mut Files) -> Option<usize> {
        let source = fields.rsplit('\u{1f}').next()?.replace("<br>", "\n");
        files.take_used();
        let text = html::decode(&source);
        // What a card names and is not there was told when its picture was looked for.
        let read = deck::read(text.as_bytes(), &AnyMedia).deck?;
        let mut card = read.cards.into_iter().find(|card| card.key == locator.key)?;
        if read.head.id != locator.deck {
            return None;
        }
        let (head, cards, used) = self
            .0
            .entry(locator.deck.clone())
            .or_insert_with(|| (read.head.clone(), Vec::new(), BTreeSet::new()));
        for objective in read.head.objectives {
            if head.objectives.iter().all(|own| own.id != objective.id) {
                head.objectives.push(objective);
            }
        }
        for source in read.head.sources {
            if head.sources.iter().all(|own| own.key != source.key) {
                head.sources.push(source);
            }
        }
        // The names of the package's files in the place of ours become the paths that they get.
        for image in card.images_mut().into_iter().filter(|image| image.file.starts_with(MEDIA)) {
            if let Some(path) = files.path(&image.file) {
                image.file = path;
            }
        }
        card.fingerprint = Fingerprint::of(&card.content.identity());
        used.extend(files.take_used().into_keys());
        cards.push(card);
        Some(cards.len() - 1)
    }

    /// They as decks to be.
    pub(super) fn shelved(self) -> impl Iterator<Item = Shelved> {
        self.0.into_values().map(|(head, cards, files)| Shelved {
            deck: NewDeck { head, cards, media: Vec::new(), notes: None },
            files,
            originals: Originals::default(),
        })
    }
}

fn place(cards: &[Card], locator: &Locator) -> Option<usize> {
    cards.iter().position(|card| card.key == locator.key)
}
