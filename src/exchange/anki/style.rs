//! A type of notes, made ready for its notes.

use std::collections::HashSet;

use super::template::Template;
use crate::exchange::{Losses, original::NoteType};

/// The number of Anki's own type for pictures with hidden places.
const OCCLUSION: i32 = 6;

/// How the notes of a type become cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A card for each template.
    Plain,
    /// The same, but the second template asks the first one's answer for its question.
    Mirror,
    /// A text with blanks.
    Cloze,
    /// Shapes on a picture.
    Occlusion,
}

/// A type of notes.
pub(super) struct Style {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) fields: Vec<String>,
    /// The templates: name, question, answer.
    pub(super) templates: Vec<(String, Template, Template)>,
}

impl Style {
    pub(super) fn new(notetype: &NoteType, losses: &mut Losses) -> Self {
        let templates: Vec<_> = notetype
            .templates
            .iter()
            .map(|(name, question, answer)| {
                (name.clone(), Template::read(question, losses), Template::read(answer, losses))
            })
            .collect();
        let named = |name: &str| notetype.fields.iter().any(|field| field.eq_ignore_ascii_case(name));
        let kind =
            if notetype.cloze && (notetype.stock == OCCLUSION || (named("Occlusion") && named("Image"))) {
                Kind::Occlusion
            } else if notetype.cloze {
                Kind::Cloze
            } else if is_mirror(&templates) {
                Kind::Mirror
            } else {
                Kind::Plain
            };
        Self { name: notetype.name.clone(), kind, fields: notetype.fields.clone(), templates }
    }
}

/// Whether of two templates each asks for what the other shows, and for nothing else. It is decided by the templates and
/// not by the notes, so that a card keeps its name whatever becomes of its note.
fn is_mirror(templates: &[(String, Template, Template)]) -> bool {
    let [(_, first_question, first_answer), (_, second_question, second_answer)] = templates else {
        return false;
    };
    let answer = |template: &Template, question: &Template| -> Vec<String> {
        let asked: HashSet<&str> = question.fields().into_iter().collect();
        let fields =
            template.fields().into_iter().filter(|field| *field != "FrontSide" && !asked.contains(field));
        fields.map(str::to_owned).collect()
    };
    let first = (first_question.fields(), answer(first_answer, first_question));
    let second = (second_question.fields(), answer(second_answer, second_question));
    first.0.len() == 1
        && second.0.len() == 1
        && first.0 != second.0
        && first.0 == second.1
        && second.0 == first.1
}
