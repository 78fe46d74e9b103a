pub use crate::deck::*;
