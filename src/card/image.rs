//! A picture of a card.

use serde::{Deserialize, Serialize};

use super::Text;

/// A picture within the deck's folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// The path relative to the deck's folder, with `/`; never leads out of it.
    pub file: String,
    /// What it shows, for who cannot see it.
    pub alt: Text,
    /// Where it comes from, and its licence.
    pub credit: Option<Text>,
}
