//! A sitting: asking, keeping each answer before the next card, taking back.

use std::collections::HashSet;

use jiff::Timestamp;
use rand::{SeedableRng as _, rngs::ChaCha8Rng, seq::SliceRandom as _};

use super::{
    asked::{Asked, Given},
    error::AppError,
    open::App,
    report::{ObjectiveLine, Report},
    scope::Scope,
    states,
};
use crate::{
    card::{Card, Content, Locator, ObjectiveId, Text},
    journal::{CardVersion, Decided, Draft, EventId, Record, Review},
    library::{Origin, Tier},
    memory::{CardState, Fact, Rating, is_leech_moment},
    study::{Next, Session, Standing, Step, Wish},
};

/// One sitting of a student.
#[derive(Debug)]
pub struct Sitting {
    session: Session<Vec<EventId>>,
    scope: Scope,
    ahead: bool,
    /// The card on the screen.
    current: Option<Locator>,
    /// The objective of each answer, in the order of the session's steps that are answers.
    answered: Vec<(Locator, Option<ObjectiveId>)>,
    leeches: u32,
    /// How often another process had written when this sitting last looked.
    elsewhere: u64,
}

/// What comes next.
#[derive(Clone, Debug)]
pub enum Turn {
    /// This card.
    Card(Box<Asked>),
    /// Nothing until this instant.
    Wait(Timestamp),
    /// The end.
    Finished(Box<Report>),
}

/// What "undo" has taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The card.
    pub card: Locator,
}

impl App {
    /// Begins a sitting.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn start(&mut self, scope: &Scope, wish: &Wish) -> Result<Sitting, AppError> {
        let now = self.now();
        let session = self.with_states(|app, states| {
            let queue = app.build_queue(states, scope, wish, now)?;
            let locator = |number: &u32| states.catalogue.locator(*number as usize);
            let learning: Vec<_> = queue.learning.iter().map(|(at, number)| (*at, locator(number))).collect();
            Ok(Session::new(queue.main.iter().map(locator), learning, app.settings.learn_ahead_minutes))
        })?;
        Ok(Sitting {
            session,
            scope: scope.clone(),
            ahead: wish.ahead,
            current: None,
            answered: Vec::new(),
            leeches: 0,
            elsewhere: self.elsewhere,
        })
    }

    /// What comes next. What another process has answered meanwhile is left out.
    ///
    /// # Errors
    /// When the journal or the index fails; the sitting is as it was.
    pub fn next(&mut self, sitting: &mut Sitting) -> Result<Turn, AppError> {
        self.leave_out_answered_elsewhere(sitting)?;
        loop {
            match sitting.session.next(self.now()) {
                Next::Card(locator) => match self.ask(sitting, &locator)? {
                    Some(asked) => {
                        sitting.current = Some(locator);
                        return Ok(Turn::Card(Box::new(asked)));
                    }
                    // It has left the decks.
                    None => sitting.session.remove(&locator),
                },
                Next::Wait(at) => {
                    sitting.current = None;
                    return Ok(Turn::Wait(at));
                }
                Next::Finished => {
                    sitting.current = None;
                    return Ok(Turn::Finished(Box::new(self.report(sitting)?)));
                }
            }
        }
    }

    /// What another process has answered, suspended or buried since this sitting last looked goes.
    fn leave_out_answered_elsewhere(&mut self, sitting: &mut Sitting) -> Result<(), AppError> {
        self.states()?;
        if sitting.elsewhere == self.elsewhere {
            return Ok(());
        }
        sitting.elsewhere = self.elsewhere;
        let now = self.now();
        let Some(states) = &self.states else { return Ok(()) };
        let own: HashSet<Locator> = sitting.session.steps().iter().map(|step| step.locator.clone()).collect();
        let ahead = sitting.ahead;
        sitting.session.retain(|locator| {
            let state = states.of(locator);
            let later = matches!(states::standing(&state, now, &self.scheduler), Standing::Later { .. });
            let answered = later && !ahead && !own.contains(locator);
            !answered && state.suspended != Some(true) && !state.is_buried(now.day)
        });
        Ok(())
    }

    /// The card with everything that its screen shows; `None` when it is not there any more.
    fn ask(&mut self, sitting: &Sitting, locator: &Locator) -> Result<Option<Asked>, AppError> {
        let catalogue = self.library.catalogue();
        let (Some(number), Some(card)) = (catalogue.find(locator), self.library.card(locator)?) else {
            return Ok(None);
        };
        let entry = &catalogue.entries[number];
        let Some(deck) = catalogue.deck_of(entry) else { return Ok(None) };
        let now = self.now();
        let seed = self.journal.next_id()?.seed();
        self.states()?;
        let Some(states) = self.states.as_ref() else { return Ok(None) };
        let state = states.get(number);
        let preview = self
            .scheduler
            .preview(state, now, seed, &|day| states.load_of(day, &self.settings))
            .map(|o| o.granted);
        let note = self.journal.note(&locator.card())?.map(|note| Text::clean(&note));
        Ok(Some(Asked {
            order: order_of(&card, state),
            locator: locator.clone(),
            head: deck.head.clone(),
            preview,
            phase: state.phase,
            lapses: state.lapses,
            flag: state.flag,
            note,
            progress: sitting.session.progress(),
            spent: sitting.session.steps().iter().map(|step| f64::from(step.seconds)).sum(),
            bundled: matches!(deck.origin, Origin { tier: Tier::Bundled, .. }),
            card,
        }))
    }

    /// Keeps an answer to the card on the screen: durable when this returns.
    ///
    /// # Errors
    /// When it cannot be kept; the card on the screen is then still unanswered.
    pub fn answer(&mut self, sitting: &mut Sitting, asked: &Asked, given: &Given) -> Result<(), AppError> {
        let now = self.now();
        let granted = asked.granted(given.rating);
        let took_ms = u32::try_from(given.took_ms).unwrap_or(u32::MAX);
        let before = self.states()?.of(&asked.locator);
        let review = Review {
            card: asked.locator.clone(),
            fingerprint: asked.card.fingerprint,
            rating: given.rating,
            granted,
            score: given.score,
            decided: given.score.map(|_| if given.decided { Decided::Student } else { Decided::Program }),
            answered: given.answered.clone(),
            took_ms,
            context: if sitting.ahead { "ahead" } else { "study" }.to_owned(),
            practice: false,
        };
        let mut drafts = vec![Draft::about(version_of(&asked.card), Record::Review(review))];
        let mut after = before.clone();
        let fact = Fact::Review { at: now.at, day: now.day, rating: given.rating, granted, practice: false };
        self.scheduler.apply(&mut after, &fact);
        let leech =
            after.lapses > before.lapses && is_leech_moment(after.lapses, self.settings.leech_threshold);
        if leech {
            let record = Record::Suspend { card: asked.locator.clone(), reason: "leech".to_owned() };
            drafts.push(Draft::from(record));
        }
        let ids = self.journal.append(&drafts, &self.clock.wall())?;
        self.follow(&asked.locator)?;
        let seconds =
            f32::from(u16::try_from(took_ms.min(crate::journal::LONGEST_ANSWER_MS) / 100).unwrap_or(0))
                / 10.0;
        let step = Step {
            locator: asked.locator.clone(),
            undo: ids,
            rating: Some(given.rating),
            seconds,
            was_new: before.is_new(),
        };
        sitting.session.answered(step, granted, now);
        if leech {
            sitting.session.remove(&asked.locator);
            sitting.leeches += 1;
        }
        sitting.answered.push((asked.locator.clone(), asked.card.meta.objectives.first().copied()));
        sitting.current = None;
        Ok(())
    }

    /// The states at hand follow what was appended about a card and its siblings.
    fn follow(&mut self, locator: &Locator) -> Result<(), AppError> {
        let aliases = self.journal.aliases(locator)?;
        for member in aliases {
            let state = self.journal.state(&member)?;
            if let Some(states) = &mut self.states {
                states.replace(&member, state);
            }
        }
        Ok(())
    }

    /// Does something with the card on the screen that can be taken back.
    fn act(
        &mut self,
        sitting: &mut Sitting,
        asked: &Asked,
        record: Record,
        gone: bool,
    ) -> Result<(), AppError> {
        let draft = Draft::about(version_of(&asked.card), record);
        let ids = self.journal.append(&[draft], &self.clock.wall())?;
        self.follow(&asked.locator)?;
        let step =
            Step { locator: asked.locator.clone(), undo: ids, rating: None, seconds: 0.0, was_new: false };
        sitting.session.acted(step, gone);
        Ok(())
    }

    /// Puts the card on the screen aside until it is resumed.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn suspend(&mut self, sitting: &mut Sitting, asked: &Asked) -> Result<(), AppError> {
        let record = Record::Suspend { card: asked.locator.clone(), reason: "student".to_owned() };
        self.act(sitting, asked, record, true)
    }

    /// Brings a card back that was suspended or buried. Gives whether it was.
    ///
    /// # Errors
    /// When there is no such card, or it cannot be kept.
    pub fn resume(&mut self, locator: &Locator) -> Result<bool, AppError> {
        let today = self.now().day;
        let away: Vec<Locator> = self.with_states(|_, states| {
            let numbers = states.catalogue.card(locator);
            if numbers.is_empty() {
                return Err(AppError::NoCard(locator.clone()));
            }
            let is_away = |number: &usize| {
                let (state, entry) = (states.get(*number), &states.catalogue.entries[*number]);
                state.suspended.unwrap_or(entry.starts_suspended) || state.is_buried(today)
            };
            let of_part = |number: &usize| {
                locator.part.is_none() || states.catalogue.locator(*number).part == locator.part
            };
            Ok(numbers
                .filter(of_part)
                .filter(is_away)
                .map(|number| states.catalogue.locator(number))
                .collect())
        })?;
        if away.is_empty() {
            return Ok(false);
        }
        let drafts: Vec<Draft> =
            away.iter().map(|card| Draft::from(Record::Resume { card: card.clone() })).collect();
        self.journal.append(&drafts, &self.clock.wall())?;
        self.states = None;
        Ok(true)
    }

    /// Hides the card on the screen until tomorrow.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn bury(&mut self, sitting: &mut Sitting, asked: &Asked) -> Result<(), AppError> {
        let until = self.now().day.plus(1);
        self.act(sitting, asked, Record::Bury { card: asked.locator.clone(), until }, true)
    }

    /// Gives the card on the screen the next flag, after 7 none. Gives the flag.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn flag(&mut self, sitting: &mut Sitting, asked: &Asked) -> Result<u8, AppError> {
        let flag = (asked.flag + 1) % 8;
        self.act(sitting, asked, Record::Flag { card: asked.locator.clone(), flag }, false)?;
        Ok(flag)
    }

    /// Keeps the student's own note on the card on the screen.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn save_note(&mut self, sitting: &mut Sitting, asked: &Asked, text: &str) -> Result<(), AppError> {
        let text = Text::clean(text.trim()).to_string();
        self.act(sitting, asked, Record::Note { card: asked.locator.card(), text }, false)
    }

    /// The card on the screen as it is now: after a flag, a note, an edit. `None` when it has left the decks.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn again(&mut self, sitting: &mut Sitting, locator: &Locator) -> Result<Option<Asked>, AppError> {
        self.ask(sitting, locator)
    }

    /// Takes the last answer or action back: of this sitting, else of an earlier one. The card is next again.
    ///
    /// # Errors
    /// When it cannot be kept; nothing is then taken back.
    pub fn undo(&mut self, sitting: &mut Sitting) -> Result<Option<Undone>, AppError> {
        let Some(step) = sitting.session.last() else {
            let undone = self.undo_earlier()?;
            if let Some(undone) = &undone {
                sitting.session.put_first(undone.card.clone());
            }
            return Ok(undone);
        };
        let (ids, card) = (step.undo.clone(), step.locator.clone());
        self.journal.undo(&ids, &self.clock.wall())?;
        if sitting.session.undo().is_some_and(|step| step.rating.is_some()) {
            sitting.answered.pop();
        }
        self.follow(&card)?;
        Ok(Some(Undone { card }))
    }

    /// Takes back the last answer or action of this device, from whichever sitting.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn undo_earlier(&mut self) -> Result<Option<Undone>, AppError> {
        let Some(batch) = self.journal.recent(1)?.into_iter().next() else { return Ok(None) };
        let ids: Vec<EventId> = batch.iter().map(|stored| stored.event.id).collect();
        let card = batch.iter().find_map(|stored| stored.record()?.card().cloned());
        self.journal.undo(&ids, &self.clock.wall())?;
        let Some(card) = card else { return Ok(None) };
        self.follow(&card)?;
        // The card may be known by another name now.
        let catalogue = self.library.catalogue();
        let live = self.journal.aliases(&card)?.into_iter().find(|name| catalogue.find(name).is_some());
        Ok(Some(Undone { card: live.unwrap_or(card) }))
    }

    /// What a sitting came to so far.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn report(&mut self, sitting: &Sitting) -> Result<Report, AppError> {
        let now = self.now();
        let mut report = Report { leeches: sitting.leeches, ..Report::default() };
        let answers: Vec<&Step<Vec<EventId>>> =
            sitting.session.steps().iter().filter(|step| step.rating.is_some()).collect();
        let mut objectives: Vec<ObjectiveLine> = Vec::new();
        for (step, (_, objective)) in answers.iter().zip(&sitting.answered) {
            let Some(rating) = step.rating else { continue };
            report.answers += 1;
            report.new += u32::from(step.was_new);
            report.seconds += f64::from(step.seconds);
            report.ratings[usize::from(rating.number()) - 1] += 1;
            let place =
                objectives.iter().position(|line| line.objective == *objective).unwrap_or_else(|| {
                    objectives.push(ObjectiveLine { objective: *objective, answers: 0, recalled: 0 });
                    objectives.len() - 1
                });
            objectives[place].answers += 1;
            objectives[place].recalled += u32::from(rating != Rating::Again);
        }
        objectives.sort_by(|a, b| {
            let share = |line: &ObjectiveLine| f64::from(line.recalled) / f64::from(line.answers.max(1));
            share(a).total_cmp(&share(b)).then(a.objective.cmp(&b.objective))
        });
        report.objectives = objectives;
        self.with_states(|app, states| {
            let candidates = app.candidates(states, &sitting.scope, now);
            let today = app.today(states, now)?;
            let queue = app.queue_of(&candidates, &Wish::default(), &today);
            report.waiting = queue.counts.reviews_waiting;
            let counts = queue.counts;
            report.left = counts.reviews + counts.new + counts.learning + counts.ahead;
            let ahead = Wish { ahead: true, limit: None };
            report.can_go_ahead = app.queue_of(&candidates, &ahead, &today).main.len() > queue.main.len();
            report.next_in_days = app.next_in_days(states, &sitting.scope, &today);
            Ok(())
        })?;
        Ok(report)
    }
}

impl Sitting {
    /// The card on the screen.
    #[must_use]
    pub fn current(&self) -> Option<&Locator> {
        self.current.as_ref()
    }

    /// A card is known by another name now.
    pub(super) fn rename(&mut self, former: &Locator, present: &Locator) {
        self.session.rename(former, present);
        if self.current.as_ref() == Some(former) {
            self.current = Some(present.clone());
        }
    }

    /// The card comes no more in this sitting.
    pub(super) fn remove(&mut self, locator: &Locator) {
        self.session.remove(locator);
    }

    /// What the sitting is about.
    #[must_use]
    pub fn scope(&self) -> &Scope {
        &self.scope
    }
}

fn version_of(card: &Card) -> CardVersion {
    CardVersion { card: card.locator(), fingerprint: card.fingerprint, text: card.content.identity() }
}

/// The options in the order of the screen: another one at each review, the same until it is answered.
fn order_of(card: &Card, state: &CardState) -> Vec<usize> {
    let (Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice)) = &card.content else {
        return Vec::new();
    };
    let mut order: Vec<usize> = (0..choice.options.len()).collect();
    if !card.meta.keep_order {
        let last = state.last_review.map_or(0, |at| at.as_millisecond());
        let seed = blake3::hash(format!("{}\n{last}", card.locator()).as_bytes());
        order.shuffle(&mut ChaCha8Rng::from_seed(*seed.as_bytes()));
    }
    order
}
