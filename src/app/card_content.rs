//! What a card asks and says, as `carabin card show --json` prints it.

use serde::Serialize;

use crate::card::{Choice, Content, Ground, Question, Text, Verdict};

/// What a card asks. What does not belong to its kind is left out. Texts are Markdown, as the author wrote them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ContentInfo {
    /// The kind, by the key of the deck format: `q`, `cloze`, `qru`, ….
    pub kind: &'static str,
    /// The question; of a cloze the text with nothing hidden.
    pub prompt: Text,
    /// The answer of a question that the student grades.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<Text>,
    /// Whether it is asked in both directions.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub reverse: bool,
    /// A cloze as it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloze: Option<Text>,
    /// The options in the author's order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<OptionInfo>,
    /// Typed answers worth one point, or the spellings of a list's items.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Text>,
    /// Typed answers worth half a point.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accept: Vec<Text>,
    /// The items of a list, each with its spellings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Vec<Text>>,
    /// What is to be pointed at, or said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<Text>,
    /// What the picture shows on which something is hidden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<Text>,
    /// The questions of a case, a KFP, an article or a TCS.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<QuestionInfo>,
}

/// An option.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OptionInfo {
    /// What it says.
    pub text: Text,
    /// `required`, `correct`, `wrong` or `unacceptable`.
    pub verdict: Verdict,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
}

/// A question within a card.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuestionInfo {
    /// Its id within the card.
    pub id: Text,
    /// What it asks.
    #[serde(flatten)]
    pub content: ContentInfo,
}

impl From<&Content> for ContentInfo {
    fn from(content: &Content) -> Self {
        let base = Self { kind: content.kind().key(), prompt: content.prompt(), ..Self::default() };
        match content {
            Content::Qa(qa) => Self { answer: Some(qa.answer.clone()), reverse: qa.reverse, ..base },
            Content::Cloze(cloze) => Self { cloze: Some(Text::clean(&cloze.source())), ..base },
            Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice) => {
                Self { options: options(choice), ..base }
            }
            Content::Qroc(qroc) => {
                Self { answers: qroc.answers.clone(), accept: qroc.accept.clone(), ..base }
            }
            Content::List(list) => Self { items: list.items.clone(), ..base },
            Content::Zone(zone) => Self { zones: zones(&zone.ground), ..base },
            Content::Mask(mask) => {
                let zones = mask.names().into_iter().cloned().collect();
                Self { zones, picture: Some(mask.image.alt.clone()), ..base }
            }
            Content::Tcs(tcs) => {
                let question = |question: &crate::card::TcsQuestion| QuestionInfo {
                    id: Text::one_line(&question.id),
                    content: Self {
                        kind: base.kind,
                        prompt: question.hypothesis.clone(),
                        answer: Some(question.finding.clone()),
                        ..Self::default()
                    },
                };
                Self { questions: tcs.questions.iter().map(question).collect(), ..base.clone() }
            }
            Content::Case(case) | Content::Kfp(case) => {
                Self { questions: questions(&case.questions), ..base }
            }
            Content::Article(article) => Self { questions: questions(&article.questions), ..base },
        }
    }
}

fn options(choice: &Choice) -> Vec<OptionInfo> {
    let option = |option: &crate::card::Opt| OptionInfo {
        text: option.text.clone(),
        verdict: option.verdict,
        why: option.why.clone(),
    };
    choice.options.iter().map(option).collect()
}

fn zones(ground: &Ground) -> Vec<Text> {
    match ground {
        Ground::Image { zones, .. } => zones.iter().map(|zone| zone.label.clone()).collect(),
        Ground::Text { spans } => {
            spans.iter().filter(|span| span.expected).map(|span| span.text.clone()).collect()
        }
    }
}

fn questions(questions: &[Question]) -> Vec<QuestionInfo> {
    let question = |question: &Question| QuestionInfo {
        id: Text::one_line(&question.id),
        content: ContentInfo::from(&question.content),
    };
    questions.iter().map(question).collect()
}
