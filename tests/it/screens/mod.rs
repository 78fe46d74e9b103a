//! The screens, with a student before them: the real application on a backend in memory.

mod album;
mod cards;
mod care;
mod clock;
mod containers;
mod drafts;
mod evening;
mod exam;
mod formats;
mod mouse;
mod notebook;
mod pictures;
mod programme;
mod series;
mod settings;
mod snapshots;
mod statistics;
mod student;
mod sync;
mod trouble;

pub(crate) use student::Student;

/// One card of each playable kind, in French, short enough for a small screen.
pub(crate) const KINDS_FR: &str = include_str!("kinds-fr.yaml");
/// The same in English.
pub(crate) const KINDS_EN: &str = include_str!("kinds-en.yaml");
/// One card of each format that is answered otherwise, in French.
pub(crate) const FORMATS_FR: &str = include_str!("formats-fr.yaml");
/// The same in English.
pub(crate) const FORMATS_EN: &str = include_str!("formats-en.yaml");
