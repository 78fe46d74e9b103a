//! The review history: immutable events in SQLite, and the card states projected from them.
