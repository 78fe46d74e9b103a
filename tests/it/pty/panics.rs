//! A panic.
