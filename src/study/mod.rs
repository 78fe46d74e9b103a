//! Today's queue and the session's state machine.
//!
//! Time comes in as an argument, chance as a seed; nothing here reads a clock, a file or a deck.

mod cap;
pub mod exam;
mod forecast;
mod new_order;
mod queue;
mod series;
mod session;
mod settings;

pub use cap::{Cap, Pace};
pub use forecast::{ExamPlan, level_again};
pub use new_order::NewOrder;
pub use queue::{Candidate, Counts, Done, MORE_NEW, Queue, Situation, Standing, Wish, build};
pub use series::flash;
pub use session::{Fate, Next, Progress, Session, Step};
pub use settings::{Group, Setting, SettingError, Settings, SiblingRule};
