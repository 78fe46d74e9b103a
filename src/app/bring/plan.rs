//! What new cards would do to the decks.

use std::{
    collections::{HashMap, HashSet},
    path::PathBuf,
};

use super::{
    base::Base,
    beside::{self, Beside},
    settle::{Settled, settle},
};
use crate::{
    app::{error::AppError, open::App, problems, progress::Progress},
    card::{Card, CardKey, DeckHead, DeckId, Fingerprint, ObjectiveId, Text},
    deck::{self, Amendment, Deck, Limits, Media, MediaCheck, MediaProblem, Severity},
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
    /// What is to be known the next time: paths and contents.
    pub(super) base: Vec<(PathBuf, Vec<u8>)>,
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
        let decks = joined_decks(decks);
        let count = decks.len();
        let mut planned = Vec::with_capacity(count);
        for (number, deck) in decks.into_iter().enumerate() {
            progress.go_on("progress-plan", number, count)?;
            planned.push(self.plan(deck, over)?);
        }
        Ok(planned)
    }

    /// What would come of taking `new` in: cards of an id that its deck has are brought up to date where they have changed
    /// there, the others are added; no other line of a file changes.
    ///
    /// # Errors
    /// When a deck that is there cannot be read, or cannot be changed safely.
    fn plan(&self, new: NewDeck, over: bool) -> Result<Planned, AppError> {
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
        // A deck that was deleted begins anew.
        let base = if standing.is_some() { Base::read(&decks, &head.id) } else { Base::default() };
        let folder = path.parent().unwrap_or(&decks);
        // Decks that are plain files share the folder.
        let own = folder != decks && path.file_name().is_some_and(|name| name == "deck.yaml");
        let named = beside::name(media, folder, own, &base)?;
        for card in &mut cards {
            beside::rename(card, &named.names);
        }
        for file in head.sources.iter_mut().filter_map(|source| source.file.as_mut()) {
            if let Some(name) = named.names.get(file.as_str()) {
                *file = Text::one_line(name);
            }
        }
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
            fingerprints,
        };
        if let Some((deck, source, ..)) = standing {
            planned.title = deck.head.title.clone();
            planned.before = before;
            let last = |key: &CardKey| base.card(key).filter(|_| !over);
            planned.text = merge(&deck, &source, &head, &cards, &last, &with, &mut planned)
                .ok_or_else(|| AppError::Amend(planned.path.clone()))?;
        } else {
            planned.added = cards.iter().map(|card| card.key.clone()).collect();
            planned.text = if planned.unfit.is_empty() { text } else { deck::write(&head, &cards) };
        }
        planned.base = base.after(&decks, &head, &cards, named.places);
        planned.base.extend(notes.map(|notes| (super::base::notes(&decks, &head.id), notes)));
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

/// Decks of one id as one.
fn joined_decks(decks: Vec<NewDeck>) -> Vec<NewDeck> {
    let mut out: Vec<NewDeck> = Vec::with_capacity(decks.len());
    for deck in decks {
        let Some(first) = out.iter_mut().find(|first| first.head.id == deck.head.id) else {
            out.push(deck);
            continue;
        };
        let known: HashSet<CardKey> = first.cards.iter().map(|card| card.key.clone()).collect();
        first.cards.extend(deck.cards.into_iter().filter(|card| !known.contains(&card.key)));
        for objective in deck.head.objectives {
            if !first.head.objectives.iter().any(|own| own.id == objective.id) {
                first.head.objectives.push(objective);
            }
        }
        for source in deck.head.sources {
            if first.head.source(&source.key).is_none() {
                first.head.sources.push(source);
            }
        }
        let there: HashSet<String> = first.media.iter().map(|media| media.path.clone()).collect();
        first.media.extend(deck.media.into_iter().filter(|media| !there.contains(&media.path)));
    }
    out
}

/// The text of the deck with the cards in it; what is new is noted in `planned`. `last` knows the cards as they came last.
fn merge<'b>(
    deck: &Deck,
    source: &str,
    head: &DeckHead,
    cards: &[Card],
    last: &dyn Fn(&CardKey) -> Option<&'b Card>,
    media: &dyn Media,
    planned: &mut Planned,
) -> Option<String> {
    let there: HashMap<&CardKey, &Card> = deck.cards.iter().map(|card| (&card.key, card)).collect();
    let mut amendments = Vec::new();
    let objectives: HashSet<&ObjectiveId> = cards.iter().flat_map(|card| &card.meta.objectives).collect();
    let sources: HashSet<&Text> = cards.iter().flat_map(|card| &card.meta.sources).collect();
    for objective in &head.objectives {
        let told = deck.head.objectives.iter().any(|own| own.id == objective.id);
        if !told && objectives.contains(&objective.id) {
            amendments.push(Amendment::Objective(objective.id));
        }
    }
    for source in &head.sources {
        if deck.head.source(&source.key).is_none() && sources.contains(&source.key) {
            amendments.push(Amendment::Source(source.key.to_string(), source.title.to_string()));
        }
    }
    for card in cards {
        let (key, last) = (|| card.key.clone(), last(&card.key));
        let Some(own) = there.get(&card.key) else {
            if last.is_some() {
                planned.fingerprints.remove(&card.key);
                planned.away.push(key());
            } else {
                amendments.push(Amendment::Append(deck::write_card(&deck.head, card)));
                planned.added.push(key());
            }
            continue;
        };
        let Settled { card, both } = settle(own, card, last);
        if card.content == own.content {
            planned.fingerprints.insert(key(), own.fingerprint);
        }
        if both {
            planned.kept.push(key());
        }
        if card == **own {
            planned.same += usize::from(!both);
            continue;
        }
        if last.is_none() {
            planned.over.push(key());
        }
        amendments.push(Amendment::Replace(key(), deck::write_card(&deck.head, &card)));
        planned.changed.push(key());
    }
    if planned.added.is_empty() && planned.changed.is_empty() {
        return Some(source.to_owned());
    }
    deck::amend(source, media, &amendments)
}
