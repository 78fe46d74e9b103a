//! An answer between being given and being rated: the mark, what it proposes, what is kept of it.

use std::{borrow::Cow, collections::BTreeSet, time::Duration};

use super::{
    asked::{Asked, Given},
    notebook::Why,
};
use crate::{
    card::{Content, Kind, List},
    grade::{self, Answer, Certainty, Detail, ListDetail, Marked, Score, matcher::Remark, proposed_rating},
    memory::Rating,
};

/// An answer that is shown and waits for its rating.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The mark, where the program marks.
    pub marked: Option<Marked>,
    /// The score, 0 to 1: the mark's, or the student's own where the matcher was unsure.
    pub score: Option<f64>,
    /// Whether the student decided the score.
    pub decided: bool,
    /// Which options were ticked, in the author's order; of a text, which spans were pointed at.
    pub ticked: BTreeSet<usize>,
    /// What was typed.
    pub typed: Option<String>,
    /// What was typed for a list, entry by entry.
    pub entries: Vec<String>,
    /// The step of a scale, −2 to +2.
    pub step: Option<i8>,
    /// Places of a picture, in percent of its width and height.
    pub spots: Vec<[f32; 2]>,
    /// The rating that "continue" gives.
    pub proposal: Rating,
    /// How long the answer took.
    pub took: Duration,
    /// Why it was wrong, where the student said so.
    pub why: Option<Why>,
}

/// What became of a typed answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// It is marked.
    Answered(Box<Answered>),
    /// The matcher is unsure: the student decides between 0, 0.5 and 1 ([`Undecided::decide`]).
    Almost(Box<Undecided>),
}

/// What became of the items of a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Listed {
    /// They are marked.
    Answered(Box<Answered>),
    /// The matcher is unsure of some: the student decides, one after the other ([`Doubts::decide`]).
    Almost(Box<Doubts>),
}

/// Items of a list that the matcher is unsure of.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubts {
    entries: Vec<String>,
    detail: ListDetail,
    /// The items that are still to be decided about.
    open: Vec<usize>,
    granted: Vec<usize>,
    took: Duration,
}

/// What was typed, beside the item that it resembles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubt<'a> {
    /// What was typed.
    pub typed: &'a str,
    /// The item.
    pub expected: &'a str,
    /// What the matcher has to say.
    pub remark: Option<&'a Remark>,
}

/// A typed answer that the matcher is unsure of.
#[derive(Clone, Debug, PartialEq)]
pub struct Undecided {
    /// What was typed.
    pub typed: String,
    /// What the matcher says.
    pub marked: Marked,
    /// How long it took.
    pub took: Duration,
}

impl Answered {
    /// The answer of a card that the student grades.
    #[must_use]
    pub fn revealed(took: Duration) -> Self {
        Self::new(None, took)
    }

    /// Options were ticked: their numbers in the author's order.
    #[must_use]
    pub fn ticked(asked: &Asked, ticked: BTreeSet<usize>, took: Duration) -> Self {
        let answer = Answer::Options(ticked.iter().copied().collect());
        let marked = grade::mark(&asked.card.content, &answer, asked.head.language.as_str());
        Self { ticked, ..Self::new(marked, took) }
    }

    /// Places of a text were pointed at: numbers of spans, as [`Zone::cut`](crate::card::Zone::cut) gives them.
    #[must_use]
    pub fn pointed(asked: &Asked, spans: BTreeSet<usize>, took: Duration) -> Self {
        let answer = Answer::Spans(spans.iter().copied().collect());
        let marked = grade::mark(&cut(&asked.card.content), &answer, asked.head.language.as_str());
        Self { ticked: spans, ..Self::new(marked, took) }
    }

    /// Places of a picture were pointed at, in percent of its width and height.
    #[must_use]
    pub fn spotted(asked: &Asked, spots: Vec<[f32; 2]>, took: Duration) -> Self {
        let marked = match &asked.card.content {
            Content::Zone(zone) => {
                grade::mark_zone(zone, &Answer::Spots(spots.clone()), asked.pictures.aspect())
            }
            _ => None,
        };
        Self { spots, ..Self::new(marked, took) }
    }

    /// A step of a scale was chosen, −2 to +2.
    #[must_use]
    pub fn scaled(asked: &Asked, step: i8, took: Duration) -> Self {
        let marked = grade::mark(&asked.card.content, &Answer::Scale(step), asked.head.language.as_str());
        let answered = Self { step: Some(step), ..Self::new(marked, took) };
        // Its panel is made up: what it says is shown, and no mark counts.
        if is_demonstration(asked) {
            return Self { score: None, proposal: Rating::Good, ..answered };
        }
        answered
    }

    /// Something was typed; an empty text for "I don't know".
    #[must_use]
    pub fn typed(asked: &Asked, typed: &str, took: Duration) -> Typed {
        let typed = typed.trim().to_owned();
        let answer = Answer::Typed(typed.clone());
        match grade::mark(&asked.card.content, &answer, asked.head.language.as_str()) {
            Some(marked) if marked.certainty == Certainty::Almost => {
                Typed::Almost(Box::new(Undecided { typed, marked, took }))
            }
            marked => Typed::Answered(Box::new(Self { typed: Some(typed), ..Self::new(marked, took) })),
        }
    }

    /// The items of a list were typed, entry by entry.
    #[must_use]
    pub fn listed(asked: &Asked, entries: Vec<String>, took: Duration) -> Listed {
        let answer = Answer::Items(entries.clone());
        let marked = grade::mark(&asked.card.content, &answer, asked.head.language.as_str());
        match marked {
            Some(Marked { certainty: Certainty::Almost, detail: Detail::List(detail), .. }) => {
                let open = detail.undecided();
                Listed::Almost(Box::new(Doubts { entries, detail, open, granted: Vec::new(), took }))
            }
            marked => Listed::Answered(Box::new(Self { entries, ..Self::new(marked, took) })),
        }
    }

    fn new(marked: Option<Marked>, took: Duration) -> Self {
        let score = marked.as_ref().map(|m| m.score.points());
        let proposal = marked.as_ref().map_or(Rating::Good, |m| proposed_rating(m.score));
        Self {
            marked,
            score,
            decided: false,
            ticked: BTreeSet::new(),
            typed: None,
            entries: Vec::new(),
            step: None,
            spots: Vec::new(),
            proposal,
            took,
            why: None,
        }
    }

    /// Whether a reason may be given: it earned less than everything, or the student grades it.
    #[must_use]
    pub fn may_be_explained(&self) -> bool {
        self.score.is_none_or(|score| score < 1.0)
    }

    /// The student says why it was wrong. Where they grade it themselves, that it was is news.
    pub fn explain(&mut self, why: Why) {
        if self.marked.is_none() {
            self.proposal = Rating::Again;
        }
        self.why = Some(why);
    }

    /// Whether "continue" leaves the schedule as it is: misread or rushed, which says nothing about the memory.
    #[must_use]
    pub fn is_slip(&self) -> bool {
        self.why.as_ref().is_some_and(|why| !why.reason.is_lapse())
    }

    /// The answer as it was given, for a kind that the program marks.
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        Some(match &self.marked.as_ref()?.detail {
            Detail::Choice(_) => Answer::Options(self.ticked.iter().copied().collect()),
            Detail::Typed(_) => Answer::Typed(self.typed.clone()?),
            Detail::List(_) => Answer::Items(self.entries.clone()),
            Detail::Tcs(_) => Answer::Scale(self.step?),
            Detail::Zone(_) if self.spots.is_empty() => Answer::Spans(self.ticked.iter().copied().collect()),
            Detail::Zone(_) => Answer::Spots(self.spots.clone()),
        })
    }

    /// What is kept of it, with the rating that is proposed or another one. A slip that is rated counts all the same.
    #[must_use]
    pub fn given(&self, content: &Content, rating: Option<Rating>) -> Given {
        let answer = self.answer();
        let content = &cut(content);
        Given {
            rating: rating.unwrap_or(self.proposal),
            score: self.score,
            decided: self.decided,
            answered: answer.map(|answer| answer.as_text(content)),
            took_ms: u64::try_from(self.took.as_millis()).unwrap_or(u64::MAX),
            why: self.why.clone(),
            slip: self.is_slip() && rating.is_none(),
        }
    }
}

/// Whether the votes of a script concordance test are no panel's: the author says so by a tag.
#[must_use]
pub fn is_demonstration(asked: &Asked) -> bool {
    asked.card.kind() == Kind::Tcs && asked.card.meta.has_tag("demonstration")
}

/// The content with the text of a zone cut into places, which is what its answers point at.
fn cut(content: &Content) -> Cow<'_, Content> {
    match content {
        Content::Zone(zone) => Cow::Owned(Content::Zone(zone.cut())),
        other => Cow::Borrowed(other),
    }
}

impl Undecided {
    /// The student has decided what it is worth.
    #[must_use]
    pub fn decide(self, score: Score) -> Answered {
        let marked = self.marked.decided(score);
        Answered { decided: true, typed: Some(self.typed), ..Answered::new(Some(marked), self.took) }
    }
}

impl Doubts {
    /// The item to decide about now.
    #[must_use]
    pub fn current<'a>(&'a self, list: &'a List) -> Option<Doubt<'a>> {
        let item = *self.open.first()?;
        let piece = self.detail.items.get(item)?.piece?;
        let found = self.detail.matches.get(piece)?.as_ref();
        // The spelling that it resembles, which need not be the one that is shown for the item.
        let spelling = found.and_then(|found| found.matched.as_ref());
        Some(Doubt {
            typed: self.detail.pieces.get(piece)?,
            expected: spelling.or_else(|| list.items.get(item)?.first())?,
            remark: found.and_then(|found| found.remark.as_ref()),
        })
    }

    /// What was typed, entry by entry.
    #[must_use]
    pub fn entries(&self) -> &[String] {
        &self.entries
    }

    /// How many are still to be decided about.
    #[must_use]
    pub fn left(&self) -> usize {
        self.open.len()
    }

    /// The student has decided whether it counts.
    #[must_use]
    pub fn decide(mut self, counts: bool) -> Listed {
        if !self.open.is_empty() {
            let item = self.open.remove(0);
            self.granted.extend(counts.then_some(item));
        }
        if !self.open.is_empty() {
            return Listed::Almost(Box::new(self));
        }
        let score = self.detail.score_granting(&self.granted);
        let detail = Detail::List(self.detail.granting(&self.granted));
        let marked = Marked { score, highest: score, certainty: Certainty::Sure, detail };
        let answered = Answered::new(Some(marked), self.took);
        Listed::Answered(Box::new(Answered { decided: true, entries: self.entries, ..answered }))
    }
}
