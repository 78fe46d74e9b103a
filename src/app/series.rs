//! Series: sittings over a fixed list of cards, each asked once and corrected at once.

use std::collections::HashSet;

use jiff::civil::Date;

use super::{
    error::AppError,
    notebook::{self, Reason},
    open::App,
    scope::Scope,
    sitting::{Manner, Sitting},
    states::States,
};
use crate::{
    card::{Kind, Locator},
    journal::Record,
    memory::Day,
    study::{self, Candidate, Wish},
};

/// How many questions a flash has unless the student says otherwise.
pub const FLASH: u32 = 5;

/// What a sitting is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Begin {
    /// The queue of today.
    Queue(Scope, Wish),
    /// A fixed list.
    Series(Series),
}

/// A fixed list of cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Which cards may be part of it.
    pub scope: Scope,
    /// How they are chosen.
    pub choice: Choice,
    /// At most so many; for a flash none means [`FLASH`].
    pub limit: Option<u32>,
}

/// How the cards of a series are chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A few questions that the program marks: what is due, then weak rank A.
    Flash,
    /// What was missed.
    Missed {
        /// On this day of study or later; none: today.
        since: Option<Date>,
        /// For this reason only.
        reason: Option<Reason>,
    },
    /// Cases, KFP, TCS or articles, of one kind or all, those never done or longest not done first; the limit counts
    /// these, not their questions.
    Containers(Option<Kind>),
    /// These, in their order; of a case, KFP, TCS or article its questions.
    Cards(Vec<Locator>),
}

impl Series {
    /// A flash.
    #[must_use]
    pub fn flash(scope: Scope, limit: Option<u32>) -> Self {
        Self { scope, choice: Choice::Flash, limit }
    }

    /// Cases, KFP, TCS and articles, those longest not done first.
    #[must_use]
    pub fn containers(scope: Scope) -> Self {
        Self { scope, choice: Choice::Containers(None), limit: None }
    }

    /// What was missed today.
    #[must_use]
    pub fn missed_today() -> Self {
        let choice = Choice::Missed { since: None, reason: None };
        Self { scope: Scope::default(), choice, limit: None }
    }

    /// These cards.
    #[must_use]
    pub fn cards(cards: Vec<Locator>) -> Self {
        Self { scope: Scope::default(), choice: Choice::Cards(cards), limit: None }
    }

    /// The message that tells that there is no card for it.
    #[must_use]
    pub fn nothing(&self) -> &'static str {
        match self.choice {
            Choice::Flash => "series-no-question",
            Choice::Missed { .. } => "series-nothing-missed",
            Choice::Containers(_) => "series-no-container",
            Choice::Cards(_) => "series-no-card",
        }
    }
}

/// The kinds that the program marks and that an exam asks: see the EDN's formats.
fn is_marked(kind: Kind) -> bool {
    matches!(kind, Kind::Qru | Kind::Qrm | Kind::Qrp | Kind::Qroc | Kind::Zone)
}

impl App {
    /// Begins what was asked for; `None` when there is no card for a series.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn begin(&mut self, begin: &Begin) -> Result<Option<Sitting>, AppError> {
        match begin {
            Begin::Queue(scope, wish) => self.start(scope, wish).map(Some),
            Begin::Series(series) => self.start_series(series),
        }
    }

    /// Begins a series; `None` when there is no card for it. Drafts and suspended cards are left out.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn start_series(&mut self, series: &Series) -> Result<Option<Sitting>, AppError> {
        let chosen = match &series.choice {
            Choice::Flash => self.flash(&series.scope, series.limit.unwrap_or(FLASH))?,
            Choice::Missed { since, reason } => self.missed(*since, *reason)?,
            Choice::Containers(kind) => {
                let found = self.containers(&series.scope, *kind)?.into_iter();
                let wanted = series.limit.map_or(usize::MAX, |n| usize::try_from(n).unwrap_or(usize::MAX));
                let cards: Vec<Locator> = found.take(wanted).map(|found| found.locator).collect();
                self.questions_of(&cards)
            }
            Choice::Cards(cards) => self.questions_of(cards),
        };
        let counted = !matches!(series.choice, Choice::Containers(_));
        let mut seen = HashSet::new();
        let limit = series
            .limit
            .filter(|_| counted)
            .map_or(usize::MAX, |limit| usize::try_from(limit).unwrap_or(usize::MAX));
        let cards: Vec<Locator> = self.with_states(|app, states| {
            let asked = |locator: &Locator| app.is_for_series(locator, states, &series.scope);
            Ok(chosen
                .into_iter()
                .filter(|card| seen.insert(card.clone()) && asked(card))
                .take(limit)
                .collect())
        })?;
        if cards.is_empty() {
            return Ok(None);
        }
        self.sit_over(cards, &series.scope, Manner::Series).map(Some)
    }

    fn is_for_series(&self, locator: &Locator, states: &States, scope: &Scope) -> bool {
        let Some(number) = states.catalogue.find_asked(locator) else { return false };
        let entry = &states.catalogue.entries[number];
        let suspended = states.get(number).suspended.unwrap_or(entry.starts_suspended);
        // What was missed in a language that is no longer studied was missed all the same.
        let scope = &Scope { decks: vec![locator.deck.clone()], ..scope.clone() };
        if entry.kind.is_container() {
            return self.is_playable(number, entry, states, scope);
        }
        !suspended && self.is_askable(entry, states, scope)
    }

    fn flash(&mut self, scope: &Scope, count: u32) -> Result<Vec<Locator>, AppError> {
        let now = self.now();
        let seed = self.journal.next_id()?.seed();
        self.with_states(|app, states| {
            let marked =
                |candidate: &Candidate| is_marked(states.catalogue.entries[candidate.id as usize].kind);
            let candidates: Vec<Candidate> =
                app.candidates(states, scope, now).into_iter().filter(marked).collect();
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            let drawn = study::flash(&candidates, now, count, seed);
            Ok(drawn.into_iter().map(|number| states.catalogue.locator(number as usize)).collect())
        })
    }

    /// The cards that were missed on a day of study or later, in the order of their misses: all whose last miss was not
    /// yet followed by an answer without fault in a series.
    ///
    /// # Errors
    /// When the journal fails.
    pub fn missed(&self, since: Option<Date>, reason: Option<Reason>) -> Result<Vec<Locator>, AppError> {
        let today = self.now().day;
        let since = since.map_or(today, Day::from_date);
        let reasons = reason.map(|_| self.reasons()).transpose()?;
        let mut missed: Vec<Locator> = Vec::new();
        for stored in self.journal.answers_since(since)? {
            let Some(Record::Review(review)) = stored.record() else { continue };
            let fits = || match (&reasons, reason) {
                (Some(reasons), Some(reason)) => {
                    reasons.get(&stored.event.id).is_some_and(|(_, why)| why.reason == reason)
                }
                _ => true,
            };
            let Some(card) = self.present_name(&review.card)? else { continue };
            if notebook::is_miss(&review) {
                if fits() && !missed.contains(&card) {
                    missed.push(card);
                }
            } else if review.context == Manner::Series.context() {
                missed.retain(|other| *other != card);
            }
        }
        Ok(missed)
    }

    /// The name under which a schedule is in the decks now.
    pub(super) fn present_name(&self, locator: &Locator) -> Result<Option<Locator>, AppError> {
        let catalogue = self.library.catalogue();
        if catalogue.find_asked(locator).is_some() {
            return Ok(Some(locator.clone()));
        }
        let names = self.journal.aliases(locator)?;
        Ok(names.into_iter().find(|name| catalogue.find_asked(name).is_some()))
    }
}
