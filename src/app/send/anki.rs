//! Packages for Anki.

use std::{collections::HashSet, path::Path};

use super::{TOLD, homecoming::Homecoming};
use crate::{
    app::{
        error::AppError, open::App, progress::Progress, questions::questions, scope::Scope, states::States,
    },
    card::{Card, Content, DeckHead, DeckId, Locator, Text},
    deck,
    exchange::package::{
        Contents, Entry, Outgoing, Packed, Schedule, Setting, Step, Version, What, media_name, write,
    },
    journal::{Histories, Record, Review, StoredEvent, kind},
};

/// How a package is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packing {
    /// For programs that do not know the modern kind.
    pub legacy: bool,
    /// States and reviews go with the cards.
    pub history: bool,
}

impl App {
    /// Writes the cards of a selection as a package for Anki, whole or not at all.
    ///
    /// # Errors
    /// When a card cannot be read, the file not be written, or it was stopped.
    pub fn send_anki(
        &mut self,
        scope: &Scope,
        packing: Packing,
        path: &Path,
        progress: &mut dyn Progress,
    ) -> Result<Packed, AppError> {
        let mut back = Homecoming::of(self);
        let mut contents = Contents::default();
        for (head, card) in self.selected(scope, progress)? {
            if let Some(card) = back.take(card) {
                outgoing(&head, &card, &mut contents.cards);
            }
        }
        let unsaid = back.settle(&mut contents);
        if contents.is_empty() {
            return Ok(Packed::default());
        }
        if packing.history {
            // A card that was reset has no state, and a past all the same.
            let mut touched: HashSet<Locator> = self.journal.states()?.into_keys().collect();
            for reset in self.journal.of_kind(kind::RESET)? {
                touched.extend(reset.record().and_then(|record| record.card().cloned()));
            }
            self.with_states(|app, states| {
                let histories = app.journal.histories()?;
                let schedule =
                    |locator: &Locator| app.schedule(locator, states, &histories, touched.contains(locator));
                let count = contents.len();
                for (number, outgoing) in contents.cards.iter_mut().enumerate() {
                    if number.is_multiple_of(TOLD) {
                        progress.go_on("progress-states", number, count)?;
                    }
                    for locator in schedules(outgoing) {
                        outgoing.schedules.push(schedule(&locator)?);
                    }
                }
                back.schedules(&mut contents, schedule)
            })?;
        }
        let wall = self.clock.wall();
        let setting = Setting {
            version: if packing.legacy { Version::Legacy } else { Version::Modern },
            now: wall.timestamp(),
            today: self.now().day,
            offset: wall.offset().seconds(),
            rollover: self.settings.rollover,
            retention: self.settings.retention,
            history: packing.history,
        };
        let load = |deck: &DeckId, file: &str| self.library.media(deck, file).ok();
        let packed = write(path, &contents, &setting, &load, &mut |step, done, of| {
            let what = match step {
                Step::Cards => "progress-pack",
                Step::Files => "progress-anki-files",
            };
            progress.go_on(what, done, of).is_ok()
        })
        .map_err(|reason| AppError::Package { path: path.to_owned(), reason })?;
        back.remember(self)?;
        Ok(Packed { unsaid, ..packed })
    }

    /// How a schedule stands, and what happened to it.
    fn schedule(
        &self,
        locator: &Locator,
        states: &States,
        histories: &Histories<'_>,
        touched: bool,
    ) -> Result<Schedule, AppError> {
        // A question of a case has no state, but may have been answered.
        let asked = touched || locator.part.is_some();
        let log = if asked { self.log_of(&histories.of(locator)?) } else { Vec::new() };
        Ok(Schedule { state: states.of(locator), log })
    }

    /// What happened to a schedule and counts, under all names that it had, the first first.
    fn log_of(&self, history: &[StoredEvent]) -> Vec<Entry> {
        let mut log = Vec::new();
        for stored in history.iter().filter(|stored| !stored.void) {
            let (what, took_ms) = match stored.record() {
                Some(Record::Review(Review { rating, granted, practice, took_ms, .. })) => {
                    (What::Answered { rating, granted, practice }, took_ms)
                }
                Some(Record::Reset { .. }) => (What::Reset, 0),
                Some(Record::Reschedule { due, .. }) => {
                    (What::Moved { days: due.since(stored.wall.day(self.settings.rollover)) }, 0)
                }
                _ => continue,
            };
            log.push(Entry { at: stored.wall.ms, what, took_ms });
        }
        log.sort_by_key(|entry| entry.at);
        log
    }
}

/// What the history of a card hangs on, part by part.
fn schedules(out: &Outgoing) -> Vec<Locator> {
    if out.locator.part.is_some() { vec![out.locator.clone()] } else { out.card.schedules() }
}

/// A card, or each question of one that holds several.
fn outgoing(head: &DeckHead, card: &Card, out: &mut Vec<Outgoing>) {
    let source = source(head, card);
    for posed in questions(card) {
        let before = posed.within.as_ref().map_or_else(Vec::new, |within| {
            let intro = if within.intro.is_blank() { within.title.clone() } else { within.intro.clone() };
            // The vignette of a TCS is part of its question already.
            let told = intro.is_blank() || matches!(posed.card.content, Content::Tcs(_));
            let intro = Some(intro).filter(|_| !told);
            intro
                .into_iter()
                .chain(within.article.clone())
                .chain(within.news.iter().cloned())
                .collect::<Vec<Text>>()
        });
        out.push(Outgoing {
            locator: posed.locator,
            deck: head.title.clone(),
            pictures: pictures(&posed.card).into_iter().map(str::to_owned).collect(),
            card: posed.card,
            before,
            source: source.clone(),
            schedules: Vec::new(),
        });
    }
}

/// The deck with this card alone. An article has its text in a file, which is no medium of Anki's.
fn source(head: &DeckHead, card: &Card) -> Option<String> {
    if matches!(card.content, Content::Article(_)) {
        return None;
    }
    let posed = questions(card);
    let cards: Vec<&Card> = posed.iter().map(|posed| &posed.card).chain([card]).collect();
    let head = DeckHead {
        objectives: head
            .objectives
            .iter()
            .filter(|objective| cards.iter().any(|card| card.meta.objectives.contains(&objective.id)))
            .cloned()
            .collect(),
        sources: head
            .sources
            .iter()
            .filter(|source| cards.iter().any(|card| card.meta.sources.contains(&source.key)))
            .cloned()
            .collect(),
        description: None,
        ..head.clone()
    };
    // By field: a name may stand in the words of a card, too.
    let mut card = card.clone();
    for image in card.images_mut() {
        image.file = media_name(&head.id, &image.file);
    }
    Some(deck::write(&head, &[card]))
}

fn pictures(card: &Card) -> Vec<&str> {
    let images = card.meta.image.iter().chain(&card.meta.answer_image).chain(card.content.image());
    images.map(|image| image.file.as_str()).collect()
}
