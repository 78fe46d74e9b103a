//! Script concordance.

use std::collections::HashMap;

use super::{
    card::{Name, Unnamed, well_formed},
    plain,
};
use crate::{
    card::{Tcs, TcsQuestion},
    deck::{
        cx::Cx,
        diagnostic::{message, problem},
        node::{Node, Value},
        raw::{Field, Line, RawCard, RawTcsQuestion, read_record},
        source::Span,
    },
};

/// Questions of a script concordance test in the EDN.
const QUESTIONS: usize = 3;

pub(super) fn tcs(raw: &mut RawCard<'_>, unnamed: &mut Vec<Unnamed>, cx: &mut Cx<'_>) -> Option<Tcs> {
    let start = raw.start.clone();
    let vignette = plain::prompt(&mut raw.tcs, "tcs", &start, cx);
    let key = raw.questions.key.clone().unwrap_or_else(|| start.clone());
    let list = std::mem::take(&mut raw.questions).needed("questions", "tcs", &start, cx)?;
    let items = questions(list.0, &key, cx)?;
    if items.len() != QUESTIONS {
        cx.report(problem!(Warning "tcs-count" at key, count = items.len(); help "tcs-count-help"));
    }
    let mut names = Names::default();
    let mut questions = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let Some(raw) = read_record::<RawTcsQuestion<'_>>(item, cx) else { continue };
        let start = raw.start.clone();
        let id = names.name(raw.id, index, &start, item, unnamed, cx);
        let hypothesis = raw.hypothesis.needed("hypothesis", "tcs-question", &start, cx);
        let finding = raw.finding.needed("finding", "tcs-question", &start, cx);
        let votes = raw.votes.needed("votes", "tcs-question", &start, cx);
        let note = raw.note.optional("note", cx).map(|prose| prose.text);
        if let (Some(id), Some(hypothesis), Some(finding), Some(votes)) = (id, hypothesis, finding, votes) {
            let (hypothesis, finding) = (hypothesis.text, finding.text);
            questions.push(TcsQuestion { id, hypothesis, finding, votes: votes.0.value, note });
        }
    }
    Some(Tcs { vignette: vignette?, questions })
}

/// The items of a `questions:` key.
pub(super) fn questions<'n>(node: &'n Node, key: &Span, cx: &mut Cx<'_>) -> Option<&'n [Node]> {
    match &node.value {
        Value::List { items, .. } if !items.is_empty() => Some(items),
        Value::List { .. } => {
            cx.report(problem!(Error "empty" at key.clone(), key = "questions"; help "empty-help"));
            None
        }
        Value::Broken => {
            cx.taint();
            None
        }
        _ => {
            cx.report(problem!(Error "questions-not-a-list" at node.span.clone(); help "questions-help"));
            None
        }
    }
}

/// The names of the questions of one card.
#[derive(Default)]
pub(super) struct Names {
    seen: HashMap<String, Span>,
}

impl Names {
    /// The question's own id, or one by its position: `a`, `b`, …
    pub(super) fn name(
        &mut self,
        field: Field<Line>,
        index: usize,
        start: &Span,
        node: &Node,
        unnamed: &mut Vec<Unnamed>,
        cx: &mut Cx<'_>,
    ) -> Option<String> {
        if field.is_there() && !field.empty {
            let line = field.optional("id", cx)?;
            let id = well_formed(&line, cx)?;
            if let Some(first) = self.seen.insert(id.clone(), line.span.clone()) {
                cx.report(
                    problem!(Error "question-id-twice" at line.span, id = id; help "question-id-twice-help")
                        .relate(first, message!("first-here")),
                );
                return None;
            }
            return Some(id);
        }
        let letter = u8::try_from(index).ok().filter(|&i| i < 26).map(|i| char::from(b'a' + i).to_string());
        let id = letter.unwrap_or_else(|| format!("q{}", index + 1));
        let id = if self.seen.contains_key(&id) { format!("q{}", index + 1) } else { id };
        self.seen.insert(id.clone(), start.clone());
        if !field.is_there() {
            let flow = matches!(node.value, Value::Map { flow: true, .. });
            unnamed.push(Unnamed { at: start.start, flow, name: Name::Fixed(id.clone()) });
        }
        Some(id)
    }
}
