//! Places of a picture that are hidden until the student has said what is there.

use serde::{Deserialize, Serialize};

use super::{Area, Image, Text, ZoneArea};

/// A picture on which something is hidden.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mask {
    /// What is asked, Markdown.
    pub prompt: Text,
    /// The picture.
    pub image: Image,
    /// What is hidden and asked; a label may be blank where the picture itself says what is there.
    pub zones: Vec<ZoneArea>,
    /// What is hidden as well, so that it does not give the answer away, and stays so.
    pub others: Vec<Area>,
}

impl Mask {
    /// The most places that are hidden.
    pub const MOST: usize = 200;
    /// The most corners that their outlines have together.
    pub const CORNERS: usize = 5000;

    /// What is under the masks, each once; nothing where only the picture says it.
    #[must_use]
    pub fn names(&self) -> Vec<&Text> {
        let mut names: Vec<&Text> = Vec::new();
        for zone in &self.zones {
            if !zone.label.is_blank() && !names.contains(&&zone.label) {
                names.push(&zone.label);
            }
        }
        names
    }
}
