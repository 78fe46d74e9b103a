//! The full-screen interface: model, update, view.

pub mod keymap;
pub mod theme;
pub mod widgets;
