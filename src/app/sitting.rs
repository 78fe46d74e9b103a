//! A sitting: asking, keeping each answer before the next card, taking back.

mod actions;
mod day;
mod elsewhere;
mod question;
mod totals;

pub use crate::journal::EventId;
pub use actions::OldUndo;

use std::collections::HashMap;

use jiff::Timestamp;
use rand::{SeedableRng as _, rngs::ChaCha8Rng, seq::SliceRandom as _};

use super::{
    asked::{Asked, Given, Kept},
    error::AppError,
    notebook,
    open::App,
    questions::{self, Posed},
    report::Report,
    scope::Scope,
};
use crate::{
    card::{Card, Content, Locator, ObjectiveId, Text},
    journal::{CardVersion, Decided, Draft, JournalError, Record, Review},
    library::{LibraryError, Origin, Tier},
    memory::{CardState, Day, Fact, Granted, Now, Options, is_leech_moment},
    study::{Next, Session, Step, Wish},
};

/// One sitting of a student.
#[derive(Debug)]
pub struct Sitting {
    pub(super) session: Session<Vec<EventId>>,
    scope: Scope,
    manner: Manner,
    /// How its queue is wanted.
    wish: Wish,
    /// The day that its queue is for.
    day: Day,
    /// Another day has begun, and nobody was told yet.
    turned: bool,
    /// The card on the screen.
    current: Option<Current>,
    /// What the summary wants to know of each step of the session that is an answer, in their order.
    answers: Vec<Answer>,
    /// What was known of each card when it was queued or last answered here: by it an answer of another process shows.
    known: HashMap<Locator, Seen>,
    /// Cards that were not found when they were to be asked; a deck that is mended may bring them back.
    pub(super) aside: Vec<Aside>,
    /// Cards that could not be read, since somebody last asked.
    unreadable: u32,
    /// How often another process had written when this sitting last looked.
    elsewhere: u64,
}

/// How the cards of a sitting were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// What is for today.
    Study,
    /// Also what is not due yet.
    Ahead,
    /// A fixed list, each card once.
    Series,
}

impl Manner {
    /// The word that the history keeps of it.
    #[must_use]
    pub fn context(self) -> &'static str {
        match self {
            Self::Study => "study",
            Self::Ahead => "ahead",
            Self::Series => "series",
        }
    }
}

/// The card on the screen, and what its intervals hang on.
#[derive(Debug)]
struct Current {
    locator: Locator,
    day: Day,
    options: Options,
}

#[derive(Debug)]
struct Answer {
    objective: Option<ObjectiveId>,
    leech: bool,
    score: Option<f64>,
    missed: bool,
}

/// A card that was not found.
#[derive(Debug)]
pub(super) struct Aside {
    pub(super) locator: Locator,
    /// When its learning step is over.
    pub(super) step: Option<Timestamp>,
    /// What makes the card that card, where that is known.
    pub(super) text: Option<String>,
}

/// What changes of a schedule when it is answered, wherever that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seen {
    reps: u32,
    last_review: Option<Timestamp>,
}

impl Seen {
    fn of(state: &CardState) -> Self {
        Self { reps: state.reps, last_review: state.last_review }
    }
}

/// Cards to come, and those in a learning step with its end.
type Cards = (Vec<Locator>, Vec<(Timestamp, Locator)>);

/// What was found of a card that is to be asked.
enum Found {
    Card(Box<Asked>),
    /// It has left the decks.
    Gone,
    /// Neither the index nor its deck gives it.
    Unreadable(LibraryError),
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
        self.stamp()?;
        let queue = self.queue_for(scope, wish, self.now())?;
        let manner = if wish.ahead { Manner::Ahead } else { Manner::Study };
        self.sit(queue, scope, manner, wish.clone())
    }

    /// The cards of a day's queue, and those in a step of it.
    fn queue_for(&mut self, scope: &Scope, wish: &Wish, now: Now) -> Result<Cards, AppError> {
        self.with_states(|app, states| {
            let queue = app.build_queue(states, scope, wish, now)?;
            let locator = |number: &u32| states.catalogue.locator(*number as usize);
            let learning = queue.learning.iter().map(|(at, number)| (*at, locator(number))).collect();
            Ok((queue.main.iter().map(locator).collect(), learning))
        })
    }

    /// Begins a sitting over these cards.
    pub(super) fn sit_over(
        &mut self,
        cards: Vec<Locator>,
        scope: &Scope,
        manner: Manner,
    ) -> Result<Sitting, AppError> {
        self.sit((cards, Vec::new()), scope, manner, Wish::default())
    }

    fn sit(
        &mut self,
        (main, learning): Cards,
        scope: &Scope,
        manner: Manner,
        wish: Wish,
    ) -> Result<Sitting, AppError> {
        let day = self.now().day;
        self.clock.shows(day, self.settings.rollover);
        let session = Session::new(main, learning, self.settings.learn_ahead_minutes);
        let known = self.with_states(|_, states| {
            Ok(session.upcoming().map(|l| (l.clone(), Seen::of(&states.of(l)))).collect())
        })?;
        Ok(Sitting {
            session,
            scope: scope.clone(),
            manner,
            wish,
            day,
            turned: false,
            current: None,
            answers: Vec::new(),
            known,
            aside: Vec::new(),
            unreadable: 0,
            elsewhere: self.elsewhere,
        })
    }

    /// What comes next, of today's queue: see [`App::new_day`]. What another process has answered meanwhile is left out, and so is what cannot be read: see
    /// [`Sitting::take_unreadable`].
    ///
    /// # Errors
    /// When the journal fails; the sitting is as it was.
    pub fn next(&mut self, sitting: &mut Sitting) -> Result<Turn, AppError> {
        // A clock that was set is asked about when something is to be kept.
        if self.clock.look().is_ok() {
            self.turn_the_page(sitting)?;
        }
        self.look_elsewhere(sitting)?;
        loop {
            sitting.current = None;
            match sitting.session.next(self.now()) {
                Next::Card(locator) => match self.find(sitting, &locator)? {
                    Found::Card(asked) => return Ok(Turn::Card(asked)),
                    Found::Gone => sitting.set_aside(&locator, None),
                    Found::Unreadable(error) => {
                        tracing::error!(%locator, %error, "a card cannot be read");
                        sitting.set_aside(&locator, None);
                        sitting.unreadable += 1;
                    }
                },
                Next::Wait(at) => return Ok(Turn::Wait(at)),
                Next::Finished => return Ok(Turn::Finished(Box::new(self.report(sitting)?))),
            }
        }
    }

    /// The card with everything that its screen shows. It is on the screen from here on.
    fn find(&mut self, sitting: &mut Sitting, locator: &Locator) -> Result<Found, AppError> {
        let catalogue = self.library.catalogue();
        let Some(number) = catalogue.find_asked(locator) else { return Ok(Found::Gone) };
        let card = match self.library.card(locator) {
            Ok(Some(card)) => card,
            Ok(None) => return Ok(Found::Gone),
            Err(error) => return Ok(Found::Unreadable(error)),
        };
        let Some(Posed { card, within, .. }) = questions::pose(card, locator) else { return Ok(Found::Gone) };
        let entry = &catalogue.entries[number];
        let Some(deck) = catalogue.deck_of(entry) else { return Ok(Found::Gone) };
        let preview = self.preview(locator)?;
        let state = self.states()?.get(number).clone();
        let note = self.journal.note(&locator.card())?.map(|note| Text::clean(&note));
        let options = self.scheduler.options().clone();
        sitting.current = Some(Current { locator: locator.clone(), day: self.now().day, options });
        Ok(Found::Card(Box::new(Asked {
            order: order_of(&card, &state),
            locator: locator.clone(),
            head: deck.head.clone(),
            preview,
            phase: state.phase,
            lapses: state.lapses,
            flag: state.flag,
            note,
            progress: sitting.session.progress(),
            spent: sitting.session.steps().iter().map(|step| f64::from(step.seconds)).sum(),
            pictures: self.pictures_of(&card, within.as_deref()),
            within,
            bundled: matches!(deck.origin, Origin { tier: Tier::Bundled, .. }),
            card,
        })))
    }

    /// What each rating would grant now, from again to easy.
    fn preview(&mut self, locator: &Locator) -> Result<[Granted; 4], AppError> {
        let now = self.now();
        let seed = self.journal.next_id()?.seed();
        self.with_states(|app, states| {
            let load = |day| states.load_of(day, &app.settings);
            Ok(app.scheduler.preview(&states.of(locator), now, seed, &load).map(|outcome| outcome.granted))
        })
    }

    /// Keeps an answer to the card on the screen, with its reason: durable when this returns. Gives what it was granted,
    /// which is not what its screen said when a new day has begun since or the settings have changed; `None` when the
    /// schedule did not move though it should: the card was answered elsewhere meanwhile (the answer is kept for
    /// practice), or is not the one on the screen.
    ///
    /// # Errors
    /// When it cannot be kept; the card on the screen is then still unanswered.
    pub fn answer(
        &mut self,
        sitting: &mut Sitting,
        asked: &Asked,
        given: &Given,
    ) -> Result<Option<Kept>, AppError> {
        let now = self.now();
        let before = self.states()?.of(&asked.locator);
        let Some(current) = sitting.current.as_ref().filter(|current| current.locator == asked.locator)
        else {
            return Ok(None);
        };
        if asked.within.is_some() {
            return self.answer_question(sitting, asked, given).map(Some);
        }
        let manner = sitting.manner;
        let review = |granted, practice| review_of(asked, given, granted, manner, practice);
        if sitting.known.get(&asked.locator).is_some_and(|seen| *seen != Seen::of(&before)) {
            // Answered elsewhere meanwhile: no answer is lost, but the schedule moves once.
            self.append_answer(asked, review(asked.granted(given.rating), true), given, None)?;
            return Ok(None);
        }
        let stale = current.day != now.day || current.options != *self.scheduler.options();
        let preview = if stale { self.preview(&asked.locator)? } else { asked.preview };
        let granted = preview[usize::from(given.rating.number()) - 1];
        let mut after = before.clone();
        let practice = given.slip;
        let fact = Fact::Review { at: now.at, day: now.day, rating: given.rating, granted, practice };
        self.scheduler.apply(&mut after, &fact);
        let leech =
            after.lapses > before.lapses && is_leech_moment(after.lapses, self.settings.leech_threshold);
        let suspend =
            leech.then(|| Record::Suspend { card: asked.locator.clone(), reason: "leech".to_owned() });
        let ids = self.append_answer(asked, review(granted, practice), given, suspend)?;
        // It is kept: from here on nothing may fail.
        self.follow(sitting, &asked.locator);
        let step = Step {
            locator: asked.locator.clone(),
            undo: ids,
            rating: Some(given.rating),
            seconds: seconds_of(given.took_ms),
            was_new: before.is_new(),
        };
        let missed = notebook::is_miss(&review(granted, practice));
        if given.slip || manner == Manner::Series {
            sitting.session.practised(step, given.slip);
        } else {
            sitting.session.answered(step, granted, now);
        }
        if leech {
            sitting.session.remove(&asked.locator);
        }
        let objective = asked.card.meta.objectives.first().copied();
        sitting.answers.push(Answer { objective, leech, score: given.score, missed });
        sitting.current = None;
        Ok(Some(Kept { granted, leech, slip: given.slip }))
    }

    /// Keeps an answer, why it was wrong, and what follows from it, as one.
    fn append_answer(
        &mut self,
        asked: &Asked,
        review: Review,
        given: &Given,
        more: Option<Record>,
    ) -> Result<Vec<EventId>, AppError> {
        let mistake = |id| {
            given.why.as_ref().map(|why| notebook::mistake(&asked.locator, Some(id), why)).map(Draft::from)
        };
        let review = Record::Review(review);
        // Of a question of a case the version that is kept is the case's: that is what is recognised once it is mended.
        let answer = match asked.within.as_ref().map(|within| self.library.card(&within.container)) {
            None => Draft::about(version_of(&asked.card), review),
            Some(Ok(Some(container))) => Draft::about(version_of(&container), review),
            Some(_) => Draft::from(review),
        };
        let drafts =
            |id| [answer].into_iter().chain(mistake(id)).chain(more.map(Draft::from)).collect::<Vec<_>>();
        Ok(self.journal.append_from(drafts, &self.stamp()?)?)
    }

    /// The states at hand, and the sitting, follow what was appended about a card.
    fn follow(&mut self, sitting: &mut Sitting, locator: &Locator) {
        self.follow_states(locator);
        match &self.states {
            Some(states) => sitting.known.insert(locator.clone(), Seen::of(&states.of(locator))),
            None => sitting.known.remove(locator),
        };
    }

    /// The states at hand follow what was appended about a card. Where that fails they are read anew when they are next
    /// needed: what was appended is kept either way.
    fn follow_states(&mut self, locator: &Locator) {
        let read = || -> Result<Vec<(Locator, CardState)>, JournalError> {
            let members = self.journal.aliases(locator)?.into_iter();
            members.map(|member| self.journal.state(&member).map(|state| (member, state))).collect()
        };
        match read() {
            Ok(changed) => {
                for (member, state) in changed {
                    if let Some(states) = &mut self.states {
                        states.replace(&member, state);
                    }
                }
            }
            Err(error) => {
                tracing::error!(%error, "the states are read anew");
                self.states = None;
            }
        }
    }

    /// The card on the screen as it is now: after a flag, a note, an edit. `None` when it has left the decks.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn again(&mut self, sitting: &mut Sitting, locator: &Locator) -> Result<Option<Asked>, AppError> {
        match self.find(sitting, locator)? {
            Found::Card(asked) => Ok(Some(*asked)),
            Found::Gone => Ok(None),
            Found::Unreadable(error) => Err(error.into()),
        }
    }
}

impl Sitting {
    /// How many cards were left out since this was last asked because they cannot be read.
    pub fn take_unreadable(&mut self) -> u32 {
        std::mem::take(&mut self.unreadable)
    }

    /// A card is known by another name now.
    pub(super) fn rename(&mut self, former: &Locator, present: &Locator) {
        self.session.rename(former, present);
        if let Some(seen) = self.known.remove(former) {
            self.known.insert(present.clone(), seen);
        }
        let aside = self.aside.iter_mut().map(|aside| &mut aside.locator);
        for name in aside.chain(self.current.as_mut().map(|current| &mut current.locator)) {
            if name == former {
                *name = present.clone();
            }
        }
    }

    /// The cards that the sitting is about: those to come, those that can be taken back, those set aside.
    pub(super) fn names(&self) -> impl Iterator<Item = &Locator> {
        let answered = self.session.steps().iter().map(|step| &step.locator);
        self.session.upcoming().chain(answered).chain(self.aside.iter().map(|aside| &aside.locator))
    }

    /// The card is not there; it may come back.
    pub(super) fn set_aside(&mut self, locator: &Locator, text: Option<String>) {
        let step = self.session.step_of(locator);
        self.session.remove(locator);
        self.aside.push(Aside { locator: locator.clone(), step, text });
    }

    /// What the sitting is about.
    #[must_use]
    pub fn scope(&self) -> &Scope {
        &self.scope
    }
}

/// An hour. Whoever took longer over a card was not there: the lid was closed, the program stopped.
const LONGEST_THOUGHT_MS: u64 = 60 * 60 * 1000;

/// What the history keeps of an answer.
fn review_of(asked: &Asked, given: &Given, granted: Granted, manner: Manner, practice: bool) -> Review {
    Review {
        card: asked.locator.clone(),
        fingerprint: asked.card.fingerprint,
        rating: given.rating,
        granted,
        score: given.score,
        decided: given.score.map(|_| if given.decided { Decided::Student } else { Decided::Program }),
        answered: given.answered.clone(),
        took_ms: u32::try_from(given.took_ms.min(LONGEST_THOUGHT_MS)).unwrap_or(u32::MAX),
        context: manner.context().to_owned(),
        practice,
    }
}

/// The seconds that count of an answer: nobody thinks for longer.
fn seconds_of(took_ms: u64) -> f32 {
    let longest = u64::from(crate::journal::LONGEST_ANSWER_MS);
    f32::from(u16::try_from(took_ms.min(longest) / 100).unwrap_or(0)) / 10.0
}

pub(super) fn version_of(card: &Card) -> CardVersion {
    CardVersion { card: card.locator(), fingerprint: card.fingerprint, text: card.content.identity() }
}

/// The options in the order of the screen: another one at each review, the same until it is answered.
fn order_of(card: &Card, state: &CardState) -> Vec<usize> {
    let (Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice)) = &card.content else {
        return Vec::new();
    };
    let mut order: Vec<usize> = (0..choice.options.len()).collect();
    if !card.meta.keep_order {
        let last = state.last_review.map_or(0, jiff::Timestamp::as_millisecond);
        let seed = blake3::hash(format!("{}\n{last}", card.locator()).as_bytes());
        order.shuffle(&mut ChaCha8Rng::from_seed(*seed.as_bytes()));
    }
    order
}
