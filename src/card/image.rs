//! A picture of a card.

use serde::{Deserialize, Serialize};

use super::{Card, Content, Meta, Text};

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

impl Card {
    /// The pictures that it names, those of its questions too, to be called otherwise.
    pub fn images_mut(&mut self) -> Vec<&mut Image> {
        let mut all = Vec::new();
        collect(&mut self.meta, &mut self.content, &mut all);
        all
    }
}

fn collect<'c>(meta: &'c mut Meta, content: &'c mut Content, all: &mut Vec<&'c mut Image>) {
    all.extend(meta.image.iter_mut().chain(&mut meta.answer_image));
    let questions = match content {
        Content::Case(case) | Content::Kfp(case) => &mut case.questions,
        Content::Article(article) => &mut article.questions,
        other => {
            all.extend(other.image_mut());
            return;
        }
    };
    for question in questions {
        collect(&mut question.meta, &mut question.content, all);
    }
}
