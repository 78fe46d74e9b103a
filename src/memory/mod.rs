//! FSRS: memory states, next intervals, learning steps, fuzz.
