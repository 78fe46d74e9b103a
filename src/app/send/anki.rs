//! Packages for Anki.

use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
};

use crate::{
    app::{error::AppError, open::App, questions::questions, scope::Scope},
    card::{Card, Content, DeckHead, DeckId, Ground, Locator, Text},
    exchange::package::{Answer, Outgoing, Packed, Schedule, Setting, Version, write},
    journal::{Record, kind},
    memory::{CardState, Now},
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
    /// Writes the cards of a selection as a package for Anki, whole or not at all. `go_on` is told how many cards are done, of
    /// how many, and stops it by `false`.
    ///
    /// # Errors
    /// When a card cannot be read, the file not be written, or it was stopped.
    pub fn send_anki(
        &mut self,
        scope: &Scope,
        packing: Packing,
        path: &Path,
        go_on: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Packed, AppError> {
        let selected = self.selected(scope)?;
        let mut answers = if packing.history { self.answers()? } else { HashMap::new() };
        let mut out = Vec::with_capacity(selected.len());
        for (head, card) in &selected {
            outgoing(head, card, &mut answers, &mut out);
        }
        if packing.history {
            self.with_states(|_, states| {
                for outgoing in &mut out {
                    for (schedule, locator) in outgoing.schedules.iter_mut().zip(schedules(&outgoing.card)) {
                        schedule.state = states.of(&locator);
                    }
                }
                Ok(())
            })?;
        }
        if out.is_empty() {
            return Ok(Packed::default());
        }
        let wall = self.clock.wall();
        let now: Now = self.now();
        let setting = Setting {
            version: if packing.legacy { Version::Legacy } else { Version::Modern },
            now: wall.timestamp(),
            today: now.day,
            offset: wall.offset().seconds(),
            rollover: self.settings.rollover,
            retention: self.settings.retention,
            history: packing.history,
        };
        let load = |deck: &DeckId, file: &str| self.library.media(deck, file).ok();
        write(path, &out, &setting, &load, go_on)
            .map_err(|reason| AppError::Package { path: path.to_owned(), reason })
    }

    /// All answers that count, by what was asked, the first first.
    fn answers(&self) -> Result<HashMap<Locator, Vec<Answer>>, AppError> {
        let mut found: HashMap<Locator, BTreeMap<_, Answer>> = HashMap::new();
        for stored in self.journal.of_kind(kind::REVIEW)? {
            if stored.void {
                continue;
            }
            if let Some(Record::Review(review)) = stored.record() {
                let answer = Answer {
                    at: stored.wall.ms,
                    rating: review.rating,
                    granted: review.granted,
                    took_ms: review.took_ms,
                    practice: review.practice,
                };
                found.entry(review.card).or_default().insert(stored.order, answer);
            }
        }
        let catalogue = self.catalogue();
        let mut by_name: HashMap<Locator, Vec<Answer>> = HashMap::new();
        for (locator, answers) in found {
            // A card that was renamed has its history under both names.
            let live = if catalogue.find(&locator).is_some() {
                locator
            } else {
                let names = self.journal.aliases(&locator)?;
                names.into_iter().find(|name| catalogue.find(name).is_some()).unwrap_or(locator)
            };
            by_name.entry(live).or_default().extend(answers.into_values());
        }
        for answers in by_name.values_mut() {
            answers.sort_by_key(|answer| answer.at);
        }
        Ok(by_name)
    }
}

fn schedules(card: &Card) -> Vec<Locator> {
    card.schedules()
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

/// A card, or each question of one that holds several.
fn outgoing(
    head: &DeckHead,
    card: &Card,
    answers: &mut HashMap<Locator, Vec<Answer>>,
    out: &mut Vec<Outgoing>,
) {
    for posed in questions(card) {
        let locators =
            if posed.within.is_some() { vec![posed.locator.clone()] } else { schedules(&posed.card) };
        let schedules = locators
            .iter()
            .map(|locator| Schedule {
                state: CardState::default(),
                reviews: answers.remove(locator).unwrap_or_default(),
            })
            .collect();
        let before = posed.within.as_ref().map_or_else(Vec::new, |within| {
            let intro = if within.intro.is_blank() { within.title.clone() } else { within.intro.clone() };
            let article = within.article.clone();
            // A vignette of a TCS is part of its question already.
            let intro =
                Some(intro).filter(|text| !text.is_blank() && !matches!(posed.card.content, Content::Tcs(_)));
            intro.into_iter().chain(article).chain(within.news.iter().cloned()).collect::<Vec<Text>>()
        });
        let pictures = pictures(&posed.card).into_iter().map(str::to_owned).collect();
        out.push(Outgoing {
            locator: posed.locator,
            deck: head.title.clone(),
            card: posed.card,
            before,
            schedules,
            pictures,
        });
    }
}
