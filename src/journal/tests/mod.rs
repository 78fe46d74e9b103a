//! Whole journals.
