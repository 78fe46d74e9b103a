//! The pictures of a card, decoded where a screen draws them.

use std::sync::Arc;

use super::{open::App, questions::Within};
use crate::card::{Card, Image};
pub use crate::library::picture::{Picture, PictureError};

/// A picture, or why it cannot be shown.
pub type Shown = Result<Arc<Picture>, PictureError>;

/// The pictures of a card; none where nothing is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pictures {
    /// With the question: that which it is about, else the card's own, else that of the case it stands in.
    pub question: Option<Shown>,
    /// With the answer.
    pub answer: Option<Shown>,
}

impl Pictures {
    /// The height over the width of the question's picture; 1 where there is none.
    #[must_use]
    pub fn aspect(&self) -> f32 {
        match &self.question {
            Some(Ok(picture)) => picture.aspect(),
            _ => 1.0,
        }
    }
}

/// The picture that a question is about.
#[must_use]
pub fn of_question<'a>(card: &'a Card, within: Option<&'a Within>) -> Option<&'a Image> {
    card.content.image().or(card.meta.image.as_ref()).or_else(|| within?.image.as_ref())
}

impl App {
    pub(super) fn pictures_of(&self, card: &Card, within: Option<&Within>) -> Pictures {
        if !self.pictures {
            return Pictures::default();
        }
        let shown = |image: &Image| {
            let decoded = self.library.decoded_picture(&card.deck, &image.file);
            if let Err(error) = decoded {
                tracing::warn!(card = %card.locator(), file = image.file.as_str(), %error, "a picture is not shown");
            }
            decoded.map(Arc::new)
        };
        Pictures {
            question: of_question(card, within).map(shown),
            answer: card.meta.answer_image.as_ref().map(shown),
        }
    }
}
