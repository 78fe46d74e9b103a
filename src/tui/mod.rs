//! The full-screen interface: model, update, view.
