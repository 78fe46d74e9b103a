//! What new cards would do to the decks.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap, HashSet},
    path::PathBuf,
};

use super::both;
use crate::{
    app::{error::AppError, open::App, problems, progress::Progress},
    card::{Card, CardKey, DeckHead, DeckId, Fingerprint, Meta, ObjectiveId, Text},
    deck::{self, Amendment, Deck, Limits, Media, MediaCheck, MediaProblem, Severity},
    exchange::{Before, NewDeck, NewMedia},
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
    /// Cards that are there already, as they are.
    pub same: usize,
    /// Cards that were changed there and mended here: they stay as they are.
    pub kept: Vec<CardKey>,
    /// Cards that no deck can hold, and why: they are left out.
    pub unfit: Vec<Unfit>,
    /// Where it is to be copied from first.
    pub(super) bundled: bool,
    pub(super) text: String,
    pub(super) media: Vec<NewMedia>,
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
        self.is_new && !self.added.is_empty() || !self.added.is_empty() || !self.changed.is_empty()
    }
}

/// The pictures and texts that come with a deck, beside those that it has.
struct With<'a> {
    new: &'a [NewMedia],
    folder: Option<MediaFolder>,
}

impl Media for With<'_> {
    fn check(&self, relative: &str) -> MediaCheck {
        if self.new.iter().any(|media| media.path == relative) {
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
        let media = With { new: &[], folder };
        let deck = deck::read(source.as_bytes(), &media).deck;
        Ok(deck.map(|deck| (deck, source, entry.origin.path.clone(), entry.origin.tier)))
    }

    /// What would come of taking several decks in. Those of one id are one; of two cards of one name in them the first counts.
    ///
    /// # Errors
    /// Those of [`Self::plan`], or when it is stopped.
    pub fn plan_all(
        &self,
        decks: Vec<NewDeck>,
        progress: &mut dyn Progress,
    ) -> Result<Vec<Planned>, AppError> {
        let decks = joined_decks(decks);
        let count = decks.len();
        let mut planned = Vec::with_capacity(count);
        for (number, deck) in decks.into_iter().enumerate() {
            progress.go_on("progress-plan", number, count)?;
            planned.push(self.plan(deck)?);
        }
        Ok(planned)
    }

    /// What would come of taking `new` in: cards of an id that its deck has are written anew where they differ, the others
    /// are added; no other line of a file changes.
    ///
    /// # Errors
    /// When a deck that is there cannot be read, or cannot be changed safely.
    fn plan(&self, new: NewDeck) -> Result<Planned, AppError> {
        let NewDeck { head, cards, media, before } = new;
        let standing = self.standing(&head.id)?;
        let folder = standing
            .as_ref()
            .and_then(|(.., path, tier)| (*tier != Tier::Bundled).then(|| MediaFolder::of_deck(path)));
        let with = With { new: &media, folder };
        let Fit { cards, unfit, fingerprints, text } = self.fit(&head, cards, &with);
        let mut planned = Planned {
            id: head.id.clone(),
            title: head.title.clone(),
            path: PathBuf::new(),
            is_new: standing.is_none(),
            added: Vec::new(),
            changed: Vec::new(),
            same: 0,
            kept: Vec::new(),
            unfit,
            bundled: false,
            text: String::new(),
            media: Vec::new(),
            fingerprints,
        };
        if let Some((deck, source, path, tier)) = standing {
            planned.title = deck.head.title.clone();
            planned.text = merge(&deck, &source, &head, &cards, &before, &with, &mut planned)
                .ok_or_else(|| AppError::Amend(path.clone()))?;
            planned.bundled = tier == Tier::Bundled;
            planned.path = if planned.bundled { self.paths.decks().join(&path) } else { path };
        } else {
            planned.added = cards.iter().map(|card| card.key.clone()).collect();
            planned.text = if planned.unfit.is_empty() { text } else { deck::write(&head, &cards) };
            planned.path = super::place::free_place(&self.paths.decks(), &head.id, !media.is_empty());
        }
        planned.media = media;
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
        first.before.extend(deck.before);
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

/// The text of the deck with the cards in it; what is new is noted in `planned`.
fn merge(
    deck: &Deck,
    source: &str,
    head: &DeckHead,
    cards: &[Card],
    before: &BTreeMap<CardKey, Before>,
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
        let own = there.get(&card.key);
        let merged = own.zip(before.get(&card.key)).map(|(own, before)| both::merged(own, card, before));
        if let Some(None) = merged {
            planned.kept.push(card.key.clone());
            continue;
        }
        let card = merged.flatten().map_or(Cow::Borrowed(card), Cow::Owned);
        match own {
            Some(own) if own.content == card.content && says_as_much(&own.meta, &card.meta) => {
                planned.same += 1;
            }
            Some(own) => {
                let text = deck::write_card(
                    &deck.head,
                    &Card { meta: joined(&own.meta, &card.meta), ..card.as_ref().clone() },
                );
                amendments.push(Amendment::Replace(card.key.clone(), text));
                planned.changed.push(card.key.clone());
            }
            None => {
                amendments.push(Amendment::Append(deck::write_card(&deck.head, &card)));
                planned.added.push(card.key.clone());
            }
        }
    }
    if planned.added.is_empty() && planned.changed.is_empty() {
        return Some(source.to_owned());
    }
    deck::amend(source, media, &amendments)
}

/// Whether a card already says all that the new one says besides its question.
fn says_as_much(own: &Meta, new: &Meta) -> bool {
    joined(own, new) == *own
}

/// What the new card says, and what it does not say as it was.
fn joined(own: &Meta, new: &Meta) -> Meta {
    let list = |new: &Vec<Text>, own: &Vec<Text>| if new.is_empty() { own.clone() } else { new.clone() };
    Meta {
        objectives: if new.objectives.is_empty() { own.objectives.clone() } else { new.objectives.clone() },
        rank: new.rank.or(own.rank),
        item: new.item.or(own.item),
        situation: new.situation.or(own.situation),
        tags: list(&new.tags, &own.tags),
        sources: list(&new.sources, &own.sources),
        hint: new.hint.clone().or_else(|| own.hint.clone()),
        note: new.note.clone().or_else(|| own.note.clone()),
        image: new.image.clone().or_else(|| own.image.clone()),
        answer_image: new.answer_image.clone().or_else(|| own.answer_image.clone()),
        as_of: new.as_of.or(own.as_of),
        until: new.until.or(own.until),
        keep_order: new.keep_order || own.keep_order,
        suspended: new.suspended || own.suspended,
        // What the student has accepted is no draft again.
        draft: own.draft,
        facts: list(&new.facts, &own.facts),
    }
}
