//! What happened to a card.

use jiff::Timestamp;

use super::{Day, Granted, Rating};

/// One thing that happened to a card, as far as its state is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}
