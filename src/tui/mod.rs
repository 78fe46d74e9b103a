//! The full-screen interface: model, update, view.
//!
//! `update(&mut Model, Incoming) -> Vec<Effect>` is pure, `view(&Model, &mut ViewState, &mut Frame)` only draws, and the
//! loop in [`run`] carries effects out through a [`host::Host`]. So a whole evening of revision runs in a test.

pub mod host;
mod input;
pub mod keymap;
pub mod model;
pub mod mouse;
pub mod pager;
pub mod picture;
pub mod reference;
pub mod run;
mod screens;
pub mod service;
pub mod start;
mod terminal;
pub mod theme;
pub mod update;
pub mod view;
pub mod widgets;
