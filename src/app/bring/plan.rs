//! What new cards would do to the decks.

use std::{
    collections::{HashMap, HashSet},
    path::PathBuf,
};

use super::{
    base::{Base, Bases, Kept},
    beside::{self, Beside},
    joined::joined,
    merge::merge,
};
use crate::{
    app::{error::AppError, open::App, problems, progress::Progress},
    card::{Card, CardKey, DeckHead, DeckId, Fingerprint, Text},
    deck::{self, Deck, Limits, Media, MediaCheck, MediaProblem, Severity},
    exchange::NewDeck,
    library::{MediaFolder, Tier},
};

/// A deck as it would be, and what is new in it.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Its id.
    pub id: DeckId,
    /// Its title.
    pub title: Text,
    /// Its file; for a new deck the one that it would get.
    pub path: PathBuf,
    /// Whether there is no such deck yet.
    pub is_new: bool,
    /// Cards that it does not have yet.
    pub added: Vec<CardKey>,
    /// Cards that would be written anew.
    pub changed: Vec<CardKey>,
    /// Those of them of which nobody knows whether the student has changed them.
    pub over: Vec<CardKey>,
    /// Cards that are there already, as they are.
    pub same: usize,
    /// Cards that were changed there and mended here: what was mended stays.
    pub kept: Vec<CardKey>,
    /// Cards that came before and that the student has taken out: they stay away.
    pub away: Vec<CardKey>,
    /// Cards that no deck can hold, and why: they are left out.
    pub unfit: Vec<Unfit>,
    /// Where it is to be copied from first.
    pub(super) bundled: bool,
    pub(super) text: String,
    /// The hash of the deck's file when that was planned; none when it was not there.
    pub(super) before: Option<blake3::Hash>,
    /// The files beside it that are to be written.
    pub(super) files: Vec<Beside>,
    /// What is to be known the next time, as far as it is not known yet.
    pub(super) base: Vec<Kept>,
    /// The notes of Anki that are kept beside it cannot be read: they stay as they are, here.
    pub damaged: Option<PathBuf>,
    /// The cards of it that are new or were brought again, as the deck's reader knows them.
    pub(super) fingerprints: HashMap<CardKey, Fingerprint>,
}

/// A card that no deck can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfit {
    /// Which.
    pub card: CardKey,
    /// What is wrong with it, in words.
    pub reason: String,
}

impl Planned {
    /// Whether anything would be written.
    #[must_use]
    pub fn changes_anything(&self) -> bool {
        self.changes_deck() || !self.base.is_empty()
    }

    /// Whether the deck or a file beside it would be written. Else only what is to be known the next time is.
    #[must_use]
    pub fn changes_deck(&self) -> bool {
        !self.added.is_empty() || !self.changed.is_empty() || (!self.is_new && !self.files.is_empty())
    }
}

/// The pictures and texts that come with a deck, beside those that it has.
struct With {
    new: HashSet<String>,
    folder: Option<MediaFolder>,
}

impl Media for With {
    fn check(&self, relative: &str) -> MediaCheck {
        if self.new.contains(relative) {
            return MediaCheck::Ok;
        }
        self.folder.as_ref().map_or(MediaCheck::Missing, |folder| folder.check(relative))
    }

    fn read_text(&self, relative: &str) -> Result<String, MediaProblem> {
        self.folder.as_ref().map_or(Err(MediaProblem::Missing), |folder| folder.read_text(relative))
    }
}

impl App {
    /// The deck `id` as it stands on the disk, with its text and its file; `None` when there is no such deck.
    pub(in crate::app) fn standing(
        &self,
        id: &DeckId,
    ) -> Result<Option<(Deck, String, PathBuf, Tier)>, AppError> {
        let Some(entry) = self.catalogue().deck(id).cloned() else { return Ok(None) };
        let source = self.library.examine(&entry.origin)?.source;
        let folder = entry.origin.file().map(MediaFolder::of_deck);
        let media = With { new: HashSet::new(), folder };
        let deck = deck::read(source.as_bytes(), &media).deck;
        Ok(deck.map(|deck| (deck, source, entry.origin.path.clone(), entry.origin.tier)))
    }

    /// What would come of taking several decks in. Those of one id are one; of two cards of one name in them the first counts.
    /// What the student mended or took out stays so, unless what comes is to be taken `over` it.
    ///
    /// # Errors
    /// When a deck that is there cannot be read or changed safely, or when it is stopped.
    pub fn plan_all(
        &self,
        decks: Vec<NewDeck>,
        over: bool,
        progress: &mut dyn Progress,
    ) -> Result<Vec<Planned>, AppError> {
        let decks = joined(decks)?;
        let bases = Bases::new(self.paths.decks());
        let count = decks.len();
        let mut planned = Vec::with_capacity(count);
        for (number, deck) in decks.into_iter().enumerate() {
            progress.go_on("progress-plan", number, count)?;
            planned.push(self.plan(deck, over, &bases)?);
        }
        Ok(planned)
    }

    /// What would come of taking `new` in: cards of an id that its deck has are brought up to date where they have changed
    /// there, the others are added; no other line of a file changes.
    ///
    /// # Errors
    /// When a deck that is there cannot be read, or cannot be changed safely.
    fn plan(&self, new: NewDeck, over: bool, bases: &Bases) -> Result<Planned, AppError> {
        let NewDeck { mut head, mut cards, media, notes } = new;
        let decks = self.paths.decks();
        // Before it is read: whatever is written into it from now on is noticed.
        let catalogue = self.catalogue();
        let entry = catalogue.deck(&head.id).filter(|deck| deck.origin.tier != Tier::Bundled);
        let before = entry.map_or(Ok(None), |deck| beside::hash_at(&deck.origin.path))?;
        let standing = self.standing(&head.id)?;
        let bundled = matches!(&standing, Some((.., Tier::Bundled)));
        let path = match &standing {
            None => super::place::free_place(&decks, &head.id, !media.is_empty()),
            Some((.., path, Tier::Bundled)) => decks.join(path),
            Some((.., path, _)) => path.clone(),
        };
        let mut base = Base::read(&decks, &head.id);
        match &standing {
            Some((deck, ..)) => base.take_over(&cards, deck, bases),
            // A deck that was deleted begins anew.
            None => base = base.emptied(),
        }
        let folder = path.parent().unwrap_or(&decks);
        // Decks that are plain files share the folder.
        let own = folder != decks && path.file_name().is_some_and(|name| name == "deck.yaml");
        let named = beside::name(media, folder, own, &base)?;
        for card in &mut cards {
            beside::rename(card, &named.names);
        }
        beside::rename_sources(&mut head, &named.names);
        let with = With {
            new: named.places.values().map(|place| place.file.clone()).collect(),
            folder: (standing.is_some() && !bundled).then(|| MediaFolder::of_deck(&path)),
        };
        let Fit { cards, unfit, fingerprints, text } = self.fit(&head, cards, &with);
        let mut planned = Planned {
            id: head.id.clone(),
            title: head.title.clone(),
            is_new: standing.is_none(),
            unfit,
            bundled,
            files: named.files,
            path,
            added: Vec::new(),
            changed: Vec::new(),
            over: Vec::new(),
            same: 0,
            kept: Vec::new(),
            away: Vec::new(),
            text: String::new(),
            before: None,
            base: Vec::new(),
            damaged: None,
            fingerprints,
        };
        if let Some((deck, source, ..)) = &standing {
            planned.title = deck.head.title.clone();
            planned.before = before;
            let last = |key: &CardKey| base.card(key).filter(|_| !over);
            planned.text = merge(deck, source, &head, &cards, &last, &with, &mut planned)
                .ok_or_else(|| AppError::Amend(planned.path.clone()))?;
        } else {
            planned.added = cards.iter().map(|card| card.key.clone()).collect();
            planned.text = if planned.unfit.is_empty() { text } else { deck::write(&head, &cards) };
        }
        // Of a new deck without cards, and of a bundled one that stays as it is, nothing is to be known.
        if planned.changes_deck() || !(planned.is_new || planned.bundled) {
            let there = standing.as_ref().map(|(deck, ..)| deck);
            planned.base = base.after(&decks, &head, &cards, named.places, there);
            match notes.map_or(Ok(None), |notes| Kept::notes(&decks, &head.id, notes)) {
                Ok(kept) => planned.base.extend(kept),
                Err(path) => planned.damaged = Some(path),
            }
        }
        if planned.text.len() > Limits::default().file_bytes {
            return Err(AppError::TooLarge(planned.path));
        }
        Ok(planned)
    }

    /// The cards that a deck can hold: the reader of decks decides.
    fn fit(&self, head: &DeckHead, cards: Vec<Card>, media: &dyn Media) -> Fit {
        let text = deck::write(head, &cards);
        let limits = Limits { file_bytes: usize::MAX, ..Limits::default() };
        let reading = deck::read_with(text.as_bytes(), media, &limits);
        let cards_read = reading.deck.iter().flat_map(|deck| &deck.cards);
        let fingerprints: HashMap<CardKey, Fingerprint> =
            cards_read.map(|card| (card.key.clone(), card.fingerprint)).collect();
        let mut unfit = Vec::new();
        let mut fit = Vec::new();
        for card in cards {
            if fingerprints.contains_key(&card.key) {
                fit.push(card);
                continue;
            }
            let name = card.key.to_string();
            let mistakes = reading
                .diagnostics
                .iter()
                .filter(|found| found.severity == Severity::Error && found.card.as_ref() == Some(&name));
            let reasons: Vec<String> =
                mistakes.map(|found| problems::say(&self.messages, &found.message)).collect();
            unfit.push(Unfit { card: card.key, reason: reasons.join(" ") });
        }
        Fit { cards: fit, unfit, fingerprints, text }
    }
}

/// What of some cards a deck can hold.
struct Fit {
    cards: Vec<Card>,
    unfit: Vec<Unfit>,
    fingerprints: HashMap<CardKey, Fingerprint>,
    /// The deck with all of them, the unfit ones too.
    text: String,
}
