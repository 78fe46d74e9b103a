//! One sitting: which card comes next, and the way back.

use std::collections::{HashSet, VecDeque};

use jiff::{SignedDuration, Timestamp};

use crate::{
    card::Locator,
    memory::{Granted, Now, Rating},
};

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// This card.
    Card(Locator),
    /// Nothing until this instant: only cards in a learning step are left, and none may be shown early.
    Wait(Timestamp),
    /// Nothing more today.
    Finished,
}

/// An answer of this sitting, as it can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Step<E> {
    /// The card.
    pub locator: Locator,
    /// What the caller needs to take it back.
    pub undo: E,
    /// The rating; `None` for an action that was no answer (suspend, bury, …).
    pub rating: Option<Rating>,
    /// How long it took, in seconds.
    pub seconds: f32,
    /// Whether the card was new.
    pub was_new: bool,
}

/// What becomes of a card that is still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stays where it is.
    Stays,
    /// It comes when its learning step is over.
    InStep(Timestamp),
    /// It comes no more.
    Goes,
}

/// How far the sitting is, in cards: each counts once, however often it comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Cards that were answered.
    pub seen: usize,
    /// Of these, how many come again: they are in a learning step, or were missed by a slip.
    pub again: usize,
    /// All cards of the sitting. It grows only when cards join it.
    pub total: usize,
}

impl Progress {
    /// Cards that are still to come.
    #[must_use]
    pub fn left(self) -> usize {
        self.total - self.seen + self.again
    }
}

/// One sitting. `E` is what the caller keeps to undo an answer.
#[derive(Clone, Debug)]
pub struct Session<E> {
    main: VecDeque<Locator>,
    /// Cards in a learning step, by their time.
    learning: Vec<(Timestamp, Locator)>,
    steps: Vec<Step<E>>,
    learn_ahead: SignedDuration,
}

impl<E> Session<E> {
    /// A sitting over `main` and `learning`; `learn_ahead_minutes` before its time a learning card may be shown when
    /// nothing else is left.
    pub fn new(
        main: impl IntoIterator<Item = Locator>,
        learning: impl IntoIterator<Item = (Timestamp, Locator)>,
        learn_ahead_minutes: u32,
    ) -> Self {
        let learn_ahead = SignedDuration::from_mins(i64::from(learn_ahead_minutes));
        let mut session =
            Self { main: VecDeque::new(), learning: Vec::new(), steps: Vec::new(), learn_ahead };
        session.renew(main, learning);
        session
    }

    /// The cards that are still to come are others: another day has begun. What was done stays, to be taken back.
    pub fn renew(
        &mut self,
        main: impl IntoIterator<Item = Locator>,
        learning: impl IntoIterator<Item = (Timestamp, Locator)>,
    ) {
        self.main = main.into_iter().collect();
        self.learning = learning.into_iter().collect();
        self.learning.sort();
    }

    /// What comes next. The card stays where it is until [`Session::answered`] or
    /// [`Session::remove`].
    pub fn next(&self, now: Now) -> Next {
        let first_step = self.learning.first();
        if let Some((at, locator)) = first_step
            && *at <= now.at
        {
            return Next::Card(locator.clone());
        }
        if let Some(locator) = self.main.front() {
            return Next::Card(locator.clone());
        }
        match first_step {
            Some((at, locator)) if at.duration_since(now.at) <= self.learn_ahead => {
                Next::Card(locator.clone())
            }
            // It may be shown a little early, so that is when to look again.
            Some((at, _)) if *at < now.day_end => {
                Next::Wait(at.checked_sub(self.learn_ahead).unwrap_or(Timestamp::MIN))
            }
            _ => Next::Finished,
        }
    }

    /// The card was answered and granted a time.
    pub fn answered(&mut self, step: Step<E>, granted: Granted, now: Now) {
        self.remove(&step.locator);
        if let Granted::Learning { seconds, .. } | Granted::Relearning { seconds, .. } = granted {
            let at =
                now.at.checked_add(SignedDuration::from_secs(i64::from(seconds))).unwrap_or(Timestamp::MAX);
            self.put_in_step(at, step.locator.clone());
        }
        self.steps.push(step);
    }

    /// The card was answered, which moves nothing: `again` when it comes once more, after everything else.
    pub fn practised(&mut self, step: Step<E>, again: bool) {
        self.remove(&step.locator);
        if again {
            self.main.push_back(step.locator.clone());
        }
        self.steps.push(step);
    }

    /// Something was done with the card that can be taken back but was no answer; `gone` when it does not come again.
    pub fn acted(&mut self, step: Step<E>, gone: bool) {
        if gone {
            self.remove(&step.locator);
        }
        self.steps.push(step);
    }

    /// The last step of this sitting.
    pub fn last(&self) -> Option<&Step<E>> {
        self.steps.last()
    }

    /// Takes the last step back: its card is next again.
    pub fn undo(&mut self) -> Option<Step<E>> {
        let step = self.steps.pop()?;
        self.put_first(step.locator.clone());
        Some(step)
    }

    /// Makes `locator` the next card.
    pub fn put_first(&mut self, locator: Locator) {
        self.remove(&locator);
        // Before every card in a step, too: what was taken back is asked at once.
        self.learning.insert(0, (Timestamp::MIN, locator));
    }

    /// The card comes no more in this sitting.
    pub fn remove(&mut self, locator: &Locator) {
        // Nearly always it is the one that is asked, which stands first.
        if self.main.front() == Some(locator) {
            self.main.pop_front();
        } else if let Some(place) = self.main.iter().position(|l| l == locator) {
            self.main.remove(place);
        }
        self.learning.retain(|(_, l)| l != locator);
    }

    /// Goes through the cards that are still to come, when another process may have answered some of them.
    pub fn review(&mut self, mut fate: impl FnMut(&Locator) -> Fate) {
        let mut moved = Vec::new();
        let mut stays = |locator: &Locator| match fate(locator) {
            Fate::Stays => true,
            Fate::Goes => false,
            Fate::InStep(at) => {
                moved.push((at, locator.clone()));
                false
            }
        };
        self.main.retain(|l| stays(l));
        self.learning.retain(|(_, l)| stays(l));
        for (at, locator) in moved {
            self.put_in_step(at, locator);
        }
    }

    /// Brings a card back that was set aside with [`Session::remove`]: before the others, but not before its step.
    pub fn bring_back(&mut self, locator: Locator, step: Option<Timestamp>) {
        match step {
            Some(at) => self.put_in_step(at, locator),
            None => self.main.push_front(locator),
        }
    }

    /// When a card's learning step is over; `None` when it is in none, or not here.
    pub fn step_of(&self, locator: &Locator) -> Option<Timestamp> {
        self.learning.iter().find(|(_, l)| l == locator).map(|(at, _)| *at)
    }

    /// A card is now known under another locator (its text was mended).
    pub fn rename(&mut self, old: &Locator, new: &Locator) {
        let upcoming = self.main.iter_mut().chain(self.learning.iter_mut().map(|(_, l)| l));
        let locators = upcoming.chain(self.steps.iter_mut().map(|step| &mut step.locator));
        for locator in locators.filter(|l| *l == old) {
            *locator = new.clone();
        }
    }

    /// Everything still to come.
    pub fn upcoming(&self) -> impl Iterator<Item = &Locator> {
        self.learning.iter().map(|(_, l)| l).chain(&self.main)
    }

    /// The steps of this sitting in order.
    pub fn steps(&self) -> &[Step<E>] {
        &self.steps
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        let answered = self.steps.iter().filter(|step| step.rating.is_some());
        let seen: HashSet<&Locator> = answered.map(|step| &step.locator).collect();
        let in_main = self.main.iter().filter(|locator| seen.contains(locator)).count();
        let in_step = self.learning.iter().filter(|(_, locator)| seen.contains(locator)).count();
        let again = in_main + in_step;
        Progress {
            seen: seen.len(),
            again,
            total: seen.len() + self.main.len() + self.learning.len() - again,
        }
    }

    fn put_in_step(&mut self, at: Timestamp, locator: Locator) {
        let place = self.learning.partition_point(|(other, _)| *other <= at);
        self.learning.insert(place, (at, locator));
    }
}

#[cfg(test)]
mod tests {
    use jiff::Zoned;

    use super::*;
    use crate::memory::Phase;

    fn locator(name: &str) -> Locator {
        format!("deck/{name}").parse().expect("valid")
    }

    fn at(minute: u32) -> Now {
        let wall: Zoned = format!("2026-11-22T08:{minute:02}[Europe/Paris]").parse().expect("a time");
        Now::new(&wall, 4)
    }

    fn session(main: &[&str]) -> Session<()> {
        Session::new(main.iter().map(|n| locator(n)), [], 20)
    }

    fn step(name: &str) -> Step<()> {
        Step { locator: locator(name), undo: (), rating: Some(Rating::Good), seconds: 1.0, was_new: true }
    }

    const IN_TEN_MINUTES: Granted = Granted::Learning { step: 1, seconds: 600 };
    const IN_FOUR_DAYS: Granted = Granted::Days { days: 4, phase: Phase::Review };

    #[test]
    fn a_card_in_a_step_comes_back_at_its_time() {
        let mut session = session(&["a", "b"]);
        session.answered(step("a"), IN_TEN_MINUTES, at(0));
        assert_eq!(session.next(at(1)), Next::Card(locator("b")));
        assert_eq!(session.next(at(10)), Next::Card(locator("a")));
    }

    #[test]
    fn the_last_cards_may_come_a_little_early() {
        let mut session = session(&["a"]);
        session.answered(step("a"), IN_TEN_MINUTES, at(0));
        assert_eq!(session.next(at(0)), Next::Card(locator("a")));
    }

    #[test]
    fn the_number_of_cards_stays_while_they_come_again() {
        let mut session = session(&["a", "b", "c"]);
        session.answered(step("a"), IN_TEN_MINUTES, at(0));
        assert_eq!(session.progress(), Progress { seen: 1, again: 1, total: 3 });
        session.practised(step("b"), true);
        assert_eq!(session.progress(), Progress { seen: 2, again: 2, total: 3 });
        session.answered(step("a"), IN_FOUR_DAYS, at(10));
        assert_eq!(session.progress(), Progress { seen: 2, again: 1, total: 3 });
        assert_eq!(session.progress().left(), 2);
        session.undo();
        assert_eq!(session.progress(), Progress { seen: 2, again: 2, total: 3 });
    }

    #[test]
    fn a_step_too_far_away_is_waited_for() {
        let mut session = Session::new([locator("a")], [], 5);
        session.answered(step("a"), IN_TEN_MINUTES, at(0));
        assert_eq!(session.next(at(0)), Next::Wait(at(5).at), "from then on it may come early");
        assert_eq!(session.next(at(5)), Next::Card(locator("a")));
    }

    #[test]
    fn what_is_known_for_days_does_not_come_back() {
        let mut session = session(&["a"]);
        session.answered(step("a"), IN_FOUR_DAYS, at(0));
        assert_eq!(session.next(at(0)), Next::Finished);
        assert_eq!(session.progress(), Progress { seen: 1, again: 0, total: 1 });
    }

    #[test]
    fn every_answer_of_the_sitting_can_be_taken_back_in_turn() {
        let mut session = session(&["a", "b", "c"]);
        session.answered(step("a"), IN_FOUR_DAYS, at(0));
        session.answered(step("b"), IN_TEN_MINUTES, at(1));
        assert_eq!(session.undo().map(|s| s.locator), Some(locator("b")));
        assert_eq!(session.next(at(2)), Next::Card(locator("b")));
        assert_eq!(session.undo().map(|s| s.locator), Some(locator("a")));
        assert_eq!(session.next(at(2)), Next::Card(locator("a")));
        assert_eq!(session.progress(), Progress { seen: 0, again: 0, total: 3 });
        assert_eq!(session.undo(), None);
    }

    #[test]
    fn a_card_that_was_practised_comes_again_last_and_can_be_taken_back() {
        let mut session = session(&["a", "b"]);
        session.practised(step("a"), true);
        assert_eq!(session.next(at(0)), Next::Card(locator("b")));
        session.answered(step("b"), IN_FOUR_DAYS, at(0));
        assert_eq!(session.next(at(0)), Next::Card(locator("a")));
        session.undo();
        session.undo();
        assert_eq!(session.upcoming().count(), 2, "each once");
        assert_eq!(session.next(at(0)), Next::Card(locator("a")));
        session.practised(step("a"), false);
        assert_eq!(session.next(at(0)), Next::Card(locator("b")));
        assert_eq!(session.progress(), Progress { seen: 1, again: 0, total: 2 });
    }

    #[test]
    fn on_another_day_other_cards_come_and_what_was_done_can_still_be_taken_back() {
        let mut session = session(&["a", "b", "c"]);
        session.answered(step("a"), IN_TEN_MINUTES, at(0));
        session.renew([locator("c"), locator("d")], [(at(5).at, locator("a"))]);
        assert_eq!(session.next(at(0)), Next::Card(locator("c")));
        assert_eq!(session.progress(), Progress { seen: 1, again: 1, total: 3 });
        session.renew([locator("a"), locator("d")], []);
        assert_eq!(session.progress(), Progress { seen: 1, again: 1, total: 2 }, "a is due again");
        assert_eq!(session.undo().map(|step| step.locator), Some(locator("a")));
        assert_eq!(session.next(at(0)), Next::Card(locator("a")));
        assert_eq!(session.progress(), Progress { seen: 0, again: 0, total: 2 }, "each once");
    }

    #[test]
    fn a_mended_card_goes_on_under_its_new_name() {
        let mut session = session(&["a", "b"]);
        session.rename(&locator("a"), &locator("z"));
        assert_eq!(session.next(at(0)), Next::Card(locator("z")));
    }

    #[test]
    fn a_card_that_is_taken_back_after_it_was_mended_has_its_new_name() {
        let mut session = session(&["a", "b"]);
        session.answered(step("a"), IN_FOUR_DAYS, at(0));
        session.rename(&locator("a"), &locator("z"));
        assert_eq!(session.undo().map(|step| step.locator), Some(locator("z")));
        assert_eq!(session.next(at(1)), Next::Card(locator("z")));
    }

    #[test]
    fn what_was_answered_elsewhere_goes_or_comes_at_its_time() {
        let mut session = session(&["a", "b", "c"]);
        session.review(|l| match l.to_string().as_str() {
            "deck/a" => Fate::Goes,
            "deck/b" => Fate::InStep(at(10).at),
            _ => Fate::Stays,
        });
        assert_eq!(session.next(at(0)), Next::Card(locator("c")));
        assert_eq!(session.next(at(10)), Next::Card(locator("b")));
        assert_eq!(session.progress().left(), 2);
    }
}
