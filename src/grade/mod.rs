//! An answer → a mark (EDN scoring) → a rating; typed-answer matching for French.
