//! The screens.

pub(super) mod cards;
pub(super) mod clock;
pub(super) mod draft;
pub(super) mod exam;
pub(super) mod form;
pub(super) mod help;
pub(super) mod home;
mod list;
pub(super) mod notebook;
pub(super) mod programme;
pub(super) mod review;
pub(super) mod settings;
pub(super) mod statistics;
pub(super) mod summary;
pub(super) mod waiting;
