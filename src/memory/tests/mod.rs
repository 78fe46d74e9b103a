//! Tests of the scheduler as a whole, and the cards that live through them.

mod laws;
mod replay;
mod scheduling;
mod vectors;

use jiff::{SignedDuration, Timestamp};

use super::*;

/// A moment: seconds after 04:00, when the day of study with number `day` begins (in a zone without offset).
fn moment(day: i32, seconds: i64) -> Now {
    let begin = |day: i32| Timestamp::from_second(i64::from(day) * 86_400 + 4 * 3600).expect("a moment");
    Now { at: begin(day) + SignedDuration::from_secs(seconds), day: Day::new(day), day_end: begin(day + 1) }
}

fn empty(_: Day) -> f32 {
    0.0
}

/// A card that is being studied: its facts, and the state that was kept up to date with them.
#[derive(Debug)]
struct Life {
    scheduler: Scheduler,
    facts: Vec<Fact>,
    state: CardState,
}

impl Life {
    fn new(options: Options) -> Self {
        Self { scheduler: Scheduler::new(options), facts: Vec::new(), state: CardState::default() }
    }

    fn without_fuzz() -> Self {
        Self::new(Options { fuzz: false, ..Options::default() })
    }

    fn apply(&mut self, fact: Fact) {
        self.scheduler.apply(&mut self.state, &fact);
        self.facts.push(fact);
    }

    /// Answers with what the preview promised, and says what it was.
    fn answer(&mut self, now: Now, rating: Rating, seed: u64) -> Outcome {
        let outcome = self.preview(now, seed)[usize::from(rating.number()) - 1];
        self.apply(Fact::Review {
            at: now.at,
            day: now.day,
            rating,
            granted: outcome.granted,
            practice: false,
        });
        outcome
    }

    fn preview(&self, now: Now, seed: u64) -> [Outcome; 4] {
        self.scheduler.preview(&self.state, now, seed, &empty)
    }

    fn granted(&self, now: Now) -> [Granted; 4] {
        self.preview(now, 0).map(|outcome| outcome.granted)
    }

    fn memory(&self) -> Memory {
        self.state.memory.expect("a memory")
    }
}

fn days(days: u32) -> Granted {
    Granted::Days { days, phase: Phase::Review }
}
