//! Packages for Anki.

use std::path::Path;

use super::TOLD;
use crate::{
    app::{error::AppError, open::App, progress::Progress, questions::questions, scope::Scope},
    card::{Card, Content, DeckHead, DeckId, Ground, Locator, Text},
    exchange::package::{Answer, Outgoing, Packed, Schedule, Setting, Step, Version, write},
    journal::Record,
    memory::CardState,
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
        let mut out = Vec::new();
        for (head, card) in &self.selected(scope, progress)? {
            outgoing(head, card, &mut out);
        }
        if out.is_empty() {
            return Ok(Packed::default());
        }
        if packing.history {
            self.with_states(|app, states| {
                let count = out.len();
                for (number, outgoing) in out.iter_mut().enumerate() {
                    if number.is_multiple_of(TOLD) {
                        progress.go_on("progress-states", number, count)?;
                    }
                    for locator in schedules(outgoing) {
                        let state = states.of(&locator);
                        // A question of a case has no state, but may have been answered.
                        let touched = state != CardState::default() || locator.part.is_some();
                        let reviews = if touched { app.answers(&locator)? } else { Vec::new() };
                        outgoing.schedules.push(Schedule { state, reviews });
                    }
                }
                Ok(())
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
        write(path, &out, &setting, &load, &mut |step, done, of| {
            let what = match step {
                Step::Cards => "progress-pack",
                Step::Files => "progress-anki-files",
            };
            progress.go_on(what, done, of).is_ok()
        })
        .map_err(|reason| AppError::Package { path: path.to_owned(), reason })
    }

    /// The answers to a schedule that count, under all names that it had, the first first.
    fn answers(&self, locator: &Locator) -> Result<Vec<Answer>, AppError> {
        let mut answers = Vec::new();
        for stored in self.journal.history(locator)?.into_iter().filter(|stored| !stored.void) {
            if let Some(Record::Review(review)) = stored.record() {
                answers.push(Answer {
                    at: stored.wall.ms,
                    rating: review.rating,
                    granted: review.granted,
                    took_ms: review.took_ms,
                    practice: review.practice,
                });
            }
        }
        answers.sort_by_key(|answer| answer.at);
        Ok(answers)
    }
}

/// What the history of a card hangs on, part by part.
fn schedules(out: &Outgoing) -> Vec<Locator> {
    if out.locator.part.is_some() { vec![out.locator.clone()] } else { out.card.schedules() }
}

/// A card, or each question of one that holds several.
fn outgoing(head: &DeckHead, card: &Card, out: &mut Vec<Outgoing>) {
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
            schedules: Vec::new(),
        });
    }
}

fn pictures(card: &Card) -> Vec<&str> {
    let mut all: Vec<&str> =
        card.meta.image.iter().chain(&card.meta.answer_image).map(|image| image.file.as_str()).collect();
    if let Content::Zone(zone) = &card.content
        && let Ground::Image { image, .. } = &zone.ground
    {
        all.push(&image.file);
    }
    all
}
