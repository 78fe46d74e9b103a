//! A paper while it is sat: the clock, the answers, which question may be gone to.

use std::ops::Range;

use crate::grade::Answer;

/// Questions that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// Which, by their numbers on the paper from 0.
    pub questions: Range<usize>,
    /// They come one after the other without a way back (a case, a KFP); those of an article do not.
    pub locked: bool,
}

/// A question of a sitting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The answer so far; `None` is a blank.
    pub answer: Option<Answer>,
    /// The candidate wants to come back to it.
    pub flagged: bool,
    /// How long it was on the screen, in milliseconds.
    pub spent_ms: u64,
    /// It was left within a case, and cannot be gone back to.
    pub closed: bool,
}

/// What a question is to the candidate who looks over the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It can be gone to.
    Open,
    /// It was left within a case.
    Closed,
    /// It comes later within a case.
    Ahead,
}

/// Where a move led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// To this question.
    To(usize),
    /// Nowhere: the paper ends here.
    End,
    /// Nowhere: the question is closed or not yet open.
    Refused,
}

/// A paper that is being sat. The clock counts what [`Sitting::tick`] is told, and nothing else: while nobody ticks, it
/// stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    states: Vec<State>,
    groups: Vec<Bundle>,
    current: usize,
    spent_ms: u64,
    limit_ms: u64,
}

impl Sitting {
    /// A paper of so many questions (one at least), to be sat within `limit_ms` milliseconds.
    #[must_use]
    pub fn new(questions: usize, groups: Vec<Bundle>, limit_ms: u64) -> Self {
        let states = vec![State::default(); questions.max(1)];
        Self { states, groups, current: 0, spent_ms: 0, limit_ms }
    }

    /// The same as it was left: the questions' states, the one on the screen, the time used. `None` when they do not fit
    /// the paper.
    #[must_use]
    pub fn restored(self, states: Vec<State>, current: usize, spent_ms: u64) -> Option<Self> {
        let fits = states.len() == self.states.len();
        let restored = Self { states, spent_ms: spent_ms.min(self.limit_ms), ..self };
        if !fits {
            return None;
        }
        let current = Some(current).filter(|number| restored.place(*number) == Place::Open);
        let current = current.or_else(|| restored.open().next()).unwrap_or(0);
        Some(Self { current, ..restored })
    }

    /// The number of the question on the screen, from 0.
    #[must_use]
    pub fn current(&self) -> usize {
        self.current
    }

    /// How many questions there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.states.len()
    }

    /// Never: a paper has a question at least.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.states.is_empty()
    }

    /// The questions in order.
    #[must_use]
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The question on the screen.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.states[self.current]
    }

    /// The time used, in milliseconds.
    #[must_use]
    pub fn spent_ms(&self) -> u64 {
        self.spent_ms
    }

    /// The whole time, in milliseconds.
    #[must_use]
    pub fn limit_ms(&self) -> u64 {
        self.limit_ms
    }

    /// The time left, in milliseconds.
    #[must_use]
    pub fn left_ms(&self) -> u64 {
        self.limit_ms.saturating_sub(self.spent_ms)
    }

    /// Whether the time is up.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.left_ms() == 0
    }

    /// So many milliseconds have passed before the question on the screen; what goes beyond the time does not count.
    pub fn tick(&mut self, ms: u64) {
        let ms = ms.min(self.left_ms());
        self.spent_ms += ms;
        self.states[self.current].spent_ms += ms;
    }

    /// The answer to the question on the screen; `None` takes it away. After the time nothing changes.
    pub fn answer(&mut self, answer: Option<Answer>) {
        if !self.is_over() {
            self.states[self.current].answer = answer;
        }
    }

    /// The question on the screen gets its flag, or loses it. Gives whether it has it.
    pub fn flag(&mut self) -> bool {
        let state = &mut self.states[self.current];
        state.flagged = !state.flagged;
        state.flagged
    }

    /// What a question is to the candidate.
    #[must_use]
    pub fn place(&self, number: usize) -> Place {
        let Some(state) = self.states.get(number) else { return Place::Ahead };
        match self.group(number) {
            _ if state.closed => Place::Closed,
            Some(group) if group.locked => {
                let open = group.questions.clone().find(|n| self.states.get(*n).is_some_and(|s| !s.closed));
                if open == Some(number) { Place::Open } else { Place::Ahead }
            }
            _ => Place::Open,
        }
    }

    /// What a question belongs to.
    #[must_use]
    pub fn group(&self, number: usize) -> Option<&Bundle> {
        self.groups.iter().find(|group| group.questions.contains(&number))
    }

    /// Whether going on from the question on the screen closes it: another one of its case follows.
    #[must_use]
    pub fn closes(&self) -> bool {
        let follows = |group: &Bundle| group.locked && group.questions.contains(&(self.current + 1));
        self.group(self.current).is_some_and(follows)
    }

    /// On to the next question: within a case the next of the case, and this one closes.
    pub fn go_on(&mut self) -> Moved {
        if self.closes() {
            self.states[self.current].closed = true;
        }
        match (self.current + 1..self.len()).find(|number| self.place(*number) == Place::Open) {
            Some(number) => self.go(number),
            None => Moved::End,
        }
    }

    /// Back to the question before that is open.
    pub fn go_back(&mut self) -> Moved {
        match (0..self.current).rev().find(|number| self.place(*number) == Place::Open) {
            Some(number) => self.go(number),
            None => Moved::End,
        }
    }

    /// To any open question.
    pub fn go(&mut self, number: usize) -> Moved {
        if self.place(number) != Place::Open {
            return Moved::Refused;
        }
        self.current = number;
        Moved::To(number)
    }

    /// How many questions are blank.
    #[must_use]
    pub fn blanks(&self) -> usize {
        self.states.iter().filter(|state| state.answer.is_none()).count()
    }

    /// How many are flagged.
    #[must_use]
    pub fn flagged(&self) -> usize {
        self.states.iter().filter(|state| state.flagged).count()
    }

    /// The numbers of the open questions.
    fn open(&self) -> impl Iterator<Item = usize> {
        (0..self.len()).filter(|number| self.place(*number) == Place::Open)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Two isolated questions, a case of three, an article of two, one more.
    fn sitting() -> Sitting {
        let groups =
            vec![Bundle { questions: 2..5, locked: true }, Bundle { questions: 5..7, locked: false }];
        Sitting::new(8, groups, 60_000)
    }

    fn places(sitting: &Sitting) -> String {
        let letter = |number| match sitting.place(number) {
            Place::Open => 'o',
            Place::Closed => 'x',
            Place::Ahead => '.',
        };
        (0..sitting.len()).map(letter).collect()
    }

    #[test]
    fn one_moves_freely_except_inside_a_case() {
        let mut sitting = sitting();
        assert_eq!(places(&sitting), "ooo..ooo");
        assert_eq!(sitting.go(6), Moved::To(6));
        assert_eq!(sitting.go(3), Moved::Refused, "the case begins with its first question");
        assert_eq!(sitting.go(2), Moved::To(2));
        assert_eq!(sitting.go_on(), Moved::To(3));
        assert_eq!(places(&sitting), "ooxo.ooo");
        assert_eq!(sitting.go(2), Moved::Refused);
        assert_eq!(sitting.go_back(), Moved::To(1), "out of the case, not back in it");
        assert_eq!(sitting.go_on(), Moved::To(3), "and in again where it was left");
    }

    #[test]
    fn the_last_question_of_a_case_closes_nothing() {
        let mut sitting = sitting();
        sitting.go(2);
        sitting.go_on();
        sitting.go_on();
        assert!(!sitting.closes());
        assert_eq!((sitting.go_on(), places(&sitting).as_str()), (Moved::To(5), "ooxxoooo"));
        assert_eq!(sitting.go_back(), Moved::To(4));
    }

    #[test]
    fn the_paper_has_an_end() {
        let mut sitting = sitting();
        assert_eq!(sitting.go_back(), Moved::End);
        sitting.go(7);
        assert_eq!((sitting.go_on(), sitting.current()), (Moved::End, 7));
    }

    #[test]
    fn time_goes_to_the_question_on_the_screen_and_stops_when_it_is_up() {
        let mut sitting = sitting();
        sitting.tick(20_000);
        sitting.go(1);
        sitting.tick(50_000);
        assert_eq!(sitting.states()[0].spent_ms, 20_000);
        assert_eq!((sitting.states()[1].spent_ms, sitting.spent_ms()), (40_000, 60_000));
        assert!(sitting.is_over());
        sitting.answer(Some(Answer::Scale(1)));
        assert_eq!(sitting.blanks(), 8, "too late");
    }

    #[test]
    fn what_was_left_comes_back_and_what_does_not_fit_is_refused() {
        let mut first = sitting();
        first.answer(Some(Answer::Typed("a".into())));
        first.go(2);
        first.go_on();
        first.tick(5);
        let again = |states, current| sitting().restored(states, current, 5);
        assert_eq!(again(first.states().to_vec(), 3), Some(first.clone()));
        let astray = again(first.states().to_vec(), 2).expect("fits");
        assert_eq!(astray.place(astray.current()), Place::Open, "never on a closed question");
        assert_eq!(again(Vec::new(), 0), None);
    }

    proptest! {
        #[test]
        fn a_closed_question_stays_closed_and_the_screen_shows_an_open_one(
            moves in proptest::collection::vec((0..4_u8, 0..9_usize), 0..60),
        ) {
            let mut sitting = sitting();
            for (what, number) in moves {
                let before = sitting.clone();
                match what {
                    0 => { sitting.go_on(); }
                    1 => { sitting.go_back(); }
                    2 => { sitting.go(number); }
                    _ => sitting.tick(number as u64),
                }
                prop_assert_eq!(sitting.place(sitting.current()), Place::Open);
                for (was, is) in before.states().iter().zip(sitting.states()) {
                    prop_assert!(is.closed >= was.closed);
                }
                prop_assert!(sitting.spent_ms() <= sitting.limit_ms());
            }
        }
    }
}
