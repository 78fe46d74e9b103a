//! The kinds of card and what each asks.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Cloze, Ground, Image, Mask, Meta, PartKey, Text, Zone};

/// The kind of a card, by the name of the key that holds its prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Question and answer, graded by the student (`q`).
    Qa,
    /// Blanks to fill (`cloze`).
    Cloze,
    /// One right option (`qru`).
    Qru,
    /// Several right options, their number not told (`qrm`).
    Qrm,
    /// Several right options, their number told (`qrp`).
    Qrp,
    /// A typed answer of at most five words (`qroc`).
    Qroc,
    /// Items to recall (`list`).
    List,
    /// Script concordance (`tcs`).
    Tcs,
    /// Point at places (`zone`).
    Zone,
    /// Say what is hidden on a picture, graded by the student (`mask`).
    Mask,
    /// Progressive case (`case`).
    Case,
    /// Key-feature problem (`kfp`).
    Kfp,
    /// Critical reading of an article (`article`).
    Article,
}

impl Kind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 13] = [
        Self::Qa,
        Self::Cloze,
        Self::Qru,
        Self::Qrm,
        Self::Qrp,
        Self::Qroc,
        Self::List,
        Self::Tcs,
        Self::Zone,
        Self::Mask,
        Self::Case,
        Self::Kfp,
        Self::Article,
    ];

    /// The key of the deck format that holds the prompt; also the name on the command line and in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Qa => "q",
            Self::Cloze => "cloze",
            Self::Qru => "qru",
            Self::Qrm => "qrm",
            Self::Qrp => "qrp",
            Self::Qroc => "qroc",
            Self::List => "list",
            Self::Tcs => "tcs",
            Self::Zone => "zone",
            Self::Mask => "mask",
            Self::Case => "case",
            Self::Kfp => "kfp",
            Self::Article => "article",
        }
    }

    /// Whether the program marks the answer itself (the others are graded by the student).
    #[must_use]
    pub fn is_marked(self) -> bool {
        !matches!(self, Self::Qa | Self::Cloze | Self::Mask)
    }

    /// Whether it holds questions of its own and so has no schedule.
    #[must_use]
    pub fn is_container(self) -> bool {
        matches!(self, Self::Tcs | Self::Case | Self::Kfp | Self::Article)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// What a card asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// Question and answer.
    Qa(QuestionAnswer),
    /// Blanks.
    Cloze(Cloze),
    /// One right option.
    Qru(Choice),
    /// Several right options, number not told.
    Qrm(Choice),
    /// Several right options, number told.
    Qrp(Choice),
    /// A typed answer.
    Qroc(Qroc),
    /// Items to recall.
    List(List),
    /// Script concordance.
    Tcs(Tcs),
    /// Places to point at.
    Zone(Zone),
    /// Hidden places of a picture.
    Mask(Mask),
    /// A progressive case.
    Case(Case),
    /// A key-feature problem.
    Kfp(Case),
    /// An article and its questions.
    Article(Article),
}

/// A question and its answer, both Markdown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionAnswer {
    /// The question.
    pub question: Text,
    /// The answer.
    pub answer: Text,
    /// Asked in both directions, with two schedules.
    pub reverse: bool,
}

/// A prompt and the options to tick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The question, Markdown.
    pub prompt: Text,
    /// The options in the author's order.
    pub options: Vec<Opt>,
}

impl Choice {
    /// A QRP with at least this many options is "long": a list with a filter.
    /// Source: arrêté of 21 December 2021, art. 7 (10 to 25 options).
    pub const LONG: usize = 10;

    /// How many options are right.
    #[must_use]
    pub fn right_count(&self) -> usize {
        self.options.iter().filter(|o| o.verdict.is_right()).count()
    }

    /// Whether it is shown as a long list.
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.options.len() >= Self::LONG
    }
}

/// One option of a [`Choice`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opt {
    /// What it says, Markdown.
    pub text: Text,
    /// Whether it is right, and how much hangs on it.
    pub verdict: Verdict,
    /// Why it is right or wrong, Markdown.
    pub why: Option<Text>,
}

/// Whether an option is right, and how much hangs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// "Indispensable": right, and missed it sets the question to 0.
    Required,
    /// Right.
    Correct,
    /// Wrong.
    Wrong,
    /// "Inacceptable": wrong, and ticked it sets the question to 0.
    Unacceptable,
}

impl Verdict {
    /// Whether the option is to be ticked.
    #[must_use]
    pub fn is_right(self) -> bool {
        matches!(self, Self::Required | Self::Correct)
    }
}

/// A typed answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qroc {
    /// The question, Markdown.
    pub prompt: Text,
    /// Answers worth 1 point; the first is the one that is shown.
    pub answers: Vec<Text>,
    /// Answers worth 0.5 point.
    pub accept: Vec<Text>,
    /// The acronym alone is not enough.
    pub expand: bool,
}

/// Items to recall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// The question, Markdown.
    pub prompt: Text,
    /// The expected items, each with its accepted spellings; the first spelling is the one that is shown.
    pub items: Vec<Vec<Text>>,
    /// The order counts.
    pub ordered: bool,
}

/// A script concordance test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tcs {
    /// The vignette, Markdown.
    pub vignette: Text,
    /// Its questions.
    pub questions: Vec<TcsQuestion>,
}

/// One question of a script concordance test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TcsQuestion {
    /// Its id within the card.
    pub id: String,
    /// "If you were thinking of …"
    pub hypothesis: Text,
    /// "… and then you find …"
    pub finding: Text,
    /// The panel's votes for −2, −1, 0, +1, +2.
    pub votes: [u32; 5],
    /// Shown after the answer, Markdown.
    pub note: Option<Text>,
}

/// A vignette and questions that come one after the other, without a way back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// The vignette, Markdown.
    pub intro: Text,
    /// Its questions in order.
    pub questions: Vec<Question>,
}

/// A long text beside its questions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// The article's title.
    pub title: Text,
    /// The path of the Markdown file relative to the deck's folder.
    pub file: String,
    /// The article itself, Markdown.
    pub body: Text,
    /// Its questions (QRU and QRM).
    pub questions: Vec<Question>,
}

/// A question of a case, a KFP or an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Its id within the card.
    pub id: String,
    /// News that come with the question, Markdown.
    pub info: Option<Text>,
    /// What is asked: a kind that is neither a container nor graded by the student.
    pub content: Content,
    /// Its objective, sources, …; what it does not say for itself is the card's.
    pub meta: Meta,
}

impl Content {
    /// The kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Qa(_) => Kind::Qa,
            Self::Cloze(_) => Kind::Cloze,
            Self::Qru(_) => Kind::Qru,
            Self::Qrm(_) => Kind::Qrm,
            Self::Qrp(_) => Kind::Qrp,
            Self::Qroc(_) => Kind::Qroc,
            Self::List(_) => Kind::List,
            Self::Tcs(_) => Kind::Tcs,
            Self::Zone(_) => Kind::Zone,
            Self::Mask(_) => Kind::Mask,
            Self::Case(_) => Kind::Case,
            Self::Kfp(_) => Kind::Kfp,
            Self::Article(_) => Kind::Article,
        }
    }

    /// The prompt as the author wrote it (a cloze without its marks).
    #[must_use]
    pub fn prompt(&self) -> Text {
        match self {
            Self::Qa(qa) => qa.question.clone(),
            Self::Cloze(cloze) => Text::clean(&cloze.revealed()),
            Self::Qru(c) | Self::Qrm(c) | Self::Qrp(c) => c.prompt.clone(),
            Self::Qroc(q) => q.prompt.clone(),
            Self::List(l) => l.prompt.clone(),
            Self::Tcs(t) => t.vignette.clone(),
            Self::Zone(z) => z.prompt.clone(),
            Self::Mask(m) => m.prompt.clone(),
            Self::Case(c) | Self::Kfp(c) => c.intro.clone(),
            Self::Article(a) => a.title.clone(),
        }
    }

    /// The picture that the question is about; not one that only stands beside it.
    #[must_use]
    pub fn image(&self) -> Option<&Image> {
        match self {
            Self::Mask(mask) => Some(&mask.image),
            Self::Zone(Zone { ground: Ground::Image { image, .. }, .. }) => Some(image),
            _ => None,
        }
    }

    /// The same, to call its file by another name.
    pub fn image_mut(&mut self) -> Option<&mut Image> {
        match self {
            Self::Mask(mask) => Some(&mut mask.image),
            Self::Zone(Zone { ground: Ground::Image { image, .. }, .. }) => Some(image),
            _ => None,
        }
    }

    /// The schedules that the card has: `None` is the card as a whole. Containers have none.
    #[must_use]
    pub fn parts(&self) -> Vec<Option<PartKey>> {
        match self {
            Self::Cloze(cloze) => cloze.parts().into_iter().map(Some).collect(),
            Self::Qa(qa) if qa.reverse => vec![None, Some(PartKey::reverse())],
            _ if self.kind().is_container() => Vec::new(),
            _ => vec![None],
        }
    }

    /// What makes the card that card, for its fingerprint and for recognising it once mended:
    /// kind, prompt and answer; never the notes, sources or tags.
    #[must_use]
    pub fn identity(&self) -> String {
        let mut out = String::new();
        self.write_identity(&mut out);
        out
    }

    fn write_identity(&self, out: &mut String) {
        let mut push = |s: &str| {
            out.push_str(s);
            out.push('\n');
        };
        push(self.kind().key());
        match self {
            Self::Qa(qa) => {
                push(&qa.question);
                push(&qa.answer);
            }
            Self::Cloze(cloze) => push(&cloze.source()),
            Self::Qru(c) | Self::Qrm(c) | Self::Qrp(c) => {
                push(&c.prompt);
                for option in &c.options {
                    push(if option.verdict.is_right() { "+" } else { "-" });
                    push(&option.text);
                }
            }
            Self::Qroc(q) => {
                push(&q.prompt);
                q.answers.iter().for_each(|a| push(a));
            }
            Self::List(l) => {
                push(&l.prompt);
                l.items.iter().filter_map(|i| i.first()).for_each(|i| push(i));
            }
            Self::Tcs(t) => {
                push(&t.vignette);
                for q in &t.questions {
                    push(&q.hypothesis);
                    push(&q.finding);
                }
            }
            Self::Zone(z) => {
                push(&z.prompt);
                match &z.ground {
                    Ground::Image { image, zones } => {
                        push(&image.file);
                        for zone in zones {
                            push(&zone.label);
                        }
                    }
                    Ground::Text { spans } => spans.iter().for_each(|span| push(&span.text)),
                }
            }
            Self::Mask(m) => {
                push(&m.prompt);
                push(&m.image.file);
                // A place without a name is known by where it is.
                for zone in &m.zones {
                    if zone.label.is_blank() { push(&zone.area.to_string()) } else { push(&zone.label) }
                }
            }
            Self::Case(c) | Self::Kfp(c) => {
                push(&c.intro);
                for question in &c.questions {
                    question.content.write_identity(out);
                }
            }
            Self::Article(a) => {
                push(&a.title);
                push(&a.file);
                for question in &a.questions {
                    question.content.write_identity(out);
                }
            }
        }
    }
}
