//! Pictures in a terminal: what it can show, and a picture made ready for it.
//!
//! Nothing here asks the terminal anything: what it can show is told by its environment and by the size of its window in
//! pixels, which the system knows. A question to the terminal could stay without an answer, and whoever waits for the
//! answer takes the student's keys.

mod cover;
mod draw;
mod encode;
mod graphics;
mod marks;

pub use cover::Covers;
pub use draw::{Drawings, Placed};
pub(in crate::tui) use draw::{Look, place};
pub use encode::{Drawn, Job};
pub use graphics::{Graphics, Protocol};
pub use marks::{Mark, MarkKind, MarkLook};
