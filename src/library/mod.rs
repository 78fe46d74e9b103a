//! All decks on disk: find, index, open.
