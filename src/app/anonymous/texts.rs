//! What of an answer stands in the card.

use std::collections::HashSet;

use crate::card::{Content, Ground, PartKey, Question};

/// What can be chosen in a question.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    /// Options and places, word for word.
    words: HashSet<String>,
    /// Steps of a scale and points of a picture: figures.
    figures: bool,
    /// Whether something can be chosen at all.
    choosing: bool,
}

impl Texts {
    /// What can be chosen in `content`, of a case in the question that `part` names.
    pub(super) fn of(content: &Content, part: Option<&PartKey>) -> Self {
        let mut texts = Self::default();
        texts.add(content, part);
        texts
    }

    fn add(&mut self, content: &Content, part: Option<&PartKey>) {
        match content {
            Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice) => {
                self.choosing = true;
                self.words.extend(choice.options.iter().map(|option| option.text.to_string()));
            }
            Content::Zone(zone) => {
                self.choosing = true;
                match &zone.cut().ground {
                    Ground::Text { spans } => {
                        self.words.extend(spans.iter().map(|span| span.text.trim().to_owned()));
                    }
                    Ground::Image { .. } => self.figures = true,
                }
            }
            Content::Tcs(_) => (self.choosing, self.figures) = (true, true),
            Content::Case(case) | Content::Kfp(case) => self.add_questions(&case.questions, part),
            Content::Article(article) => self.add_questions(&article.questions, part),
            Content::Qa(_) | Content::Cloze(_) | Content::Mask(_) | Content::Qroc(_) | Content::List(_) => {}
        }
    }

    fn add_questions(&mut self, questions: &[Question], part: Option<&PartKey>) {
        let asked = |question: &&Question| part.is_some_and(|part| part.to_string() == question.id);
        for question in questions.iter().filter(asked) {
            self.add(&question.content, None);
        }
    }

    /// The lines of an answer that stand in the card; `None` where nothing can be chosen.
    pub(super) fn chosen(&self, answered: &str) -> Option<Vec<String>> {
        let is_figure = |line: &str| {
            self.figures
                && line.len() <= 20
                && line.chars().all(|c| c.is_ascii_digit() || "+-., ".contains(c))
        };
        let lines = answered.lines().filter(|line| self.words.contains(*line) || is_figure(line));
        // An option of several lines stands as one.
        let whole = || self.words.contains(answered).then(|| vec![answered.to_owned()]);
        self.choosing.then(|| {
            let lines: Vec<String> = lines.map(ToOwned::to_owned).collect();
            if lines.is_empty() { whole().unwrap_or_default() } else { lines }
        })
    }

    /// Whether the answer was typed, so far as the card tells.
    pub(super) fn is_typed(&self) -> bool {
        !self.choosing
    }
}
