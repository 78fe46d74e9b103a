//! Sittings as data: for scripts, and to compare with a friend's.

use std::{collections::HashMap, path::Path};

use serde::{Deserialize, Serialize};

use super::{ExamError, Past};
use crate::{
    app::{error::AppError, open::App, stats::rounded},
    card::{Item, Kind, Text},
    study::exam::Bounds,
};

/// A line of `carabin exam list --json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExamLine {
    /// Its number.
    pub number: usize,
    /// When it was handed in: ISO 8601 with its offset.
    pub at: String,
    /// The id of its paper.
    pub paper: String,
    /// How many questions counted.
    pub questions: u32,
    /// How many were left blank.
    pub blanks: u32,
    /// The mark out of 20, at least …
    pub mark: f64,
    /// … and at most, while almost right answers are not decided about.
    pub mark_at_most: f64,
    /// The same of the rank A questions ("double A", an estimation); absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank_a: Option<f64>,
    /// At most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank_a_at_most: Option<f64>,
    /// The time used, in seconds.
    pub seconds: u64,
    /// The time there was, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit_seconds: Option<u64>,
}

/// `carabin exam show N --json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExamResult {
    /// The sitting.
    #[serde(flatten)]
    pub line: ExamLine,
    /// Its questions in the order of the paper.
    pub answers: Vec<QuestionResult>,
}

/// A question of a sitting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionResult {
    /// Which.
    pub card: String,
    /// Its kind; absent for one that was annulled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// `A` or `B`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<String>,
    /// Its item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u16>,
    /// Its objective.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<String>,
    /// The points, 0 to 1, at least …
    pub score: f64,
    /// … and at most.
    pub score_at_most: f64,
    /// It was left blank.
    #[serde(default)]
    pub blank: bool,
    /// It was taken out of the exam.
    #[serde(default)]
    pub annulled: bool,
    /// What was answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Text>,
    /// How long it took, in seconds.
    pub seconds: f64,
}

/// Two sittings of one paper side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// The paper.
    pub paper: String,
    /// The first.
    pub first: ExamLine,
    /// The second.
    pub second: ExamLine,
    /// The questions that both have, in the order of the paper.
    pub questions: Vec<ComparedQuestion>,
}

/// A question in two sittings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparedQuestion {
    /// Which.
    pub card: String,
    /// The points in the first sitting, at least.
    pub first: f64,
    /// In the second.
    pub second: f64,
}

impl From<&Past> for ExamLine {
    fn from(past: &Past) -> Self {
        let report = &past.report;
        let mark = report.mark();
        let rank_a = report.double_a.map(|group| group.mark());
        Self {
            number: past.number,
            at: past.at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            paper: past.paper.clone(),
            questions: report.all.questions,
            blanks: report.blanks,
            mark: rounded(mark.low),
            mark_at_most: rounded(mark.high),
            rank_a: rank_a.map(|mark| rounded(mark.low)),
            rank_a_at_most: rank_a.map(|mark| rounded(mark.high)),
            seconds: past.took_ms / 1000,
            limit_seconds: past.limit_ms.map(|ms| ms / 1000),
        }
    }
}

impl From<&Past> for ExamResult {
    fn from(past: &Past) -> Self {
        let answers = past.questions.iter().map(|question| {
            let outcome = question.outcome.as_ref();
            let points = outcome.map_or(Bounds::default(), |outcome| outcome.points);
            QuestionResult {
                card: question.answer.card.to_string(),
                kind: outcome.map(|outcome| outcome.kind),
                rank: outcome.and_then(|outcome| outcome.rank).map(|rank| rank.to_string()),
                item: outcome.and_then(|outcome| outcome.item).map(Item::number),
                objective: outcome.and_then(|outcome| outcome.objective).map(|id| id.to_string()),
                score: rounded(points.low),
                score_at_most: rounded(points.high),
                blank: outcome.is_some_and(|outcome| outcome.blank),
                annulled: outcome.is_none(),
                answered: question.answer.answered.as_deref().map(Text::clean),
                seconds: f64::from(question.answer.took_ms / 100) / 10.0,
            }
        });
        Self { line: past.into(), answers: answers.collect() }
    }
}

/// The largest file that is taken for a result, in bytes.
const LARGEST: u64 = 8 << 20;

impl App {
    /// The result of a sitting: by its number, or a file that `carabin exam show N --json` has written, here or elsewhere.
    ///
    /// # Errors
    /// When there is no such sitting, or the file is something else.
    pub fn exam_result(&self, named: &str) -> Result<ExamResult, AppError> {
        if let Ok(number) = named.parse::<usize>() {
            let past = self.exams()?;
            let found = number.checked_sub(1).and_then(|place| past.get(place));
            return Ok(ExamResult::from(found.ok_or(ExamError::NoSitting(number))?));
        }
        let path = Path::new(named);
        let read = || {
            let size = std::fs::metadata(path)?.len();
            if size > LARGEST { Ok(Vec::new()) } else { std::fs::read(path) }
        };
        let bytes = read().map_err(|error: std::io::Error| ExamError::file(path, &error))?;
        let result: ExamResult =
            serde_json::from_slice(&bytes).map_err(|_| ExamError::NotAResult { path: path.to_owned() })?;
        Ok(result)
    }
}

impl Compared {
    /// Puts two results side by side.
    ///
    /// # Errors
    /// [`ExamError::OtherPaper`].
    pub fn of(first: &ExamResult, second: &ExamResult) -> Result<Self, ExamError> {
        if first.line.paper != second.line.paper {
            return Err(ExamError::OtherPaper);
        }
        let counted = |result: &ExamResult| {
            result
                .answers
                .iter()
                .filter(|a| !a.annulled)
                .map(|a| (a.card.clone(), a.score))
                .collect::<Vec<_>>()
        };
        let theirs: HashMap<String, f64> = counted(second).into_iter().collect();
        let questions = counted(first).into_iter().filter_map(|(card, score)| {
            let second = *theirs.get(&card)?;
            Some(ComparedQuestion { card: Text::one_line(&card).to_string(), first: score, second })
        });
        Ok(Self {
            paper: Text::one_line(&first.line.paper).to_string(),
            first: first.line.clone(),
            second: second.line.clone(),
            questions: questions.collect(),
        })
    }
}
