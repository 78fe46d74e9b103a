//! What happened to a card.

use jiff::Timestamp;

use super::{Day, Due, Granted, Memory, Phase, Rating};

/// One thing that happened to a card, as far as its state is concerned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fact {
    /// It was answered.
    Review {
        /// When.
        at: Timestamp,
        /// The day of study of that moment.
        day: Day,
        /// How well it was recalled.
        rating: Rating,
        /// What the answer granted; the state follows it, whatever the options are now.
        granted: Granted,
        /// An answer for practice: it leaves the state as it is.
        practice: bool,
    },
    /// The student (or the rule of leeches) put it aside.
    Suspend,
    /// It is asked again, whether it was suspended or buried.
    Resume,
    /// It is hidden until a day begins.
    Bury {
        /// That day.
        until: Day,
    },
    /// It got a flag: 1 to 7, or 0 for none.
    Flag(u8),
    /// Its learning begins anew; flag and suspension stay.
    Reset,
    /// The student moved it to a day. It leaves its learning steps; what is known of its memory stays.
    Reschedule {
        /// That day.
        due: Day,
    },
    /// What another program knew of it, where its answers alone do not come to that: its state goes on from there.
    Known {
        /// When it was last answered, or known.
        at: Timestamp,
        /// What was known.
        known: Known,
    },
}

/// What another program knew of a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    /// The day of study of its last review: the memory is that of this day.
    pub day: Day,
    /// Its memory.
    pub memory: Memory,
    /// Where it stood.
    pub phase: Phase,
    /// When it was due.
    pub due: Due,
    /// Its interval in whole days.
    pub interval_days: u32,
    /// How many reviews it had.
    pub reps: u32,
    /// How many times it was forgotten.
    pub lapses: u32,
}
