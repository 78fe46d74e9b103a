//! Question and answer, and texts with blanks: what the student grades.

use crate::{
    card::{Cloze, ClozeError, QuestionAnswer, Text},
    deck::{
        cx::Cx,
        diagnostic::problem,
        raw::{Field, Prose, RawCard},
        source::Span,
    },
};

/// The prompt under `field`, or the report that it is missing.
pub(super) fn prompt(field: &mut Field<Prose>, name: &str, start: &Span, cx: &mut Cx<'_>) -> Option<Text> {
    std::mem::take(field).needed(name, "card", start, cx).map(|prose| prose.text)
}

pub(super) fn question_answer(raw: &mut RawCard<'_>, cx: &mut Cx<'_>) -> Option<QuestionAnswer> {
    let start = raw.start.clone();
    let question = prompt(&mut raw.q, "q", &start, cx);
    let answer = prompt(&mut raw.a, "a", &start, cx);
    let reverse = std::mem::take(&mut raw.reverse).optional("reverse", cx).is_some_and(|flag| flag.0);
    Some(QuestionAnswer { question: question?, answer: answer?, reverse })
}

pub(super) fn cloze(raw: &mut RawCard<'_>, cx: &mut Cx<'_>) -> Option<Cloze> {
    let start = raw.start.clone();
    let prose = std::mem::take(&mut raw.cloze).needed("cloze", "card", &start, cx)?;
    let error = match Cloze::parse(&prose.text) {
        Ok(cloze) => return Some(cloze),
        Err(error) => error,
    };
    let at = |offset, length| place_in(&prose, offset, length, cx);
    let found = match error {
        ClozeError::NoBlank => {
            problem!(Error "cloze-no-blank" at prose.span.clone(); help "cloze-no-blank-help")
        }
        ClozeError::Open(offset) => problem!(Error "cloze-open" at at(offset, 2); help "cloze-open-help"),
        ClozeError::Empty(offset) => problem!(Error "cloze-empty" at at(offset, 2); help "cloze-empty-help"),
        ClozeError::Deep(offset) => problem!(Error "cloze-deep" at at(offset, 2), limit = Cloze::DEEPEST;
            help "cloze-deep-help"),
    };
    cx.report(found);
    None
}

/// Where in the file `length` bytes from `offset` of a text stand: exactly where its line stands as it is, else the
/// whole text.
pub(super) fn place_in(prose: &Prose, offset: usize, length: usize, cx: &Cx<'_>) -> Span {
    let text = prose.text.as_str();
    let exact = || {
        let line_start = text.get(..offset)?.rfind('\n').map_or(0, |at| at + 1);
        let line = text.get(line_start..)?.lines().next()?;
        let raw = cx.slice(&prose.span);
        let start = prose.span.start + raw.find(line)? + offset - line_start;
        Some(start..start + length)
    };
    exact().unwrap_or_else(|| prose.span.clone())
}
