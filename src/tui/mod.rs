//! The full-screen interface: model, update, view.

pub mod theme;
pub mod widgets;
