//! What is typed: one short answer, or the items of a list.

use std::collections::HashMap;

use super::plain;
use crate::{
    card::{List, Qroc},
    deck::{
        cx::Cx,
        diagnostic::{message, problem},
        raw::{Line, RawCard},
        source::Span,
    },
};

/// Most words of a QROC's answer. Source: arrêté of 21 December 2021, art. 7 (1 to 5 words).
const WORDS: usize = 5;

pub(super) fn qroc(raw: &mut RawCard<'_>, cx: &mut Cx<'_>) -> Option<Qroc> {
    let start = raw.start.clone();
    let prompt = plain::prompt(&mut raw.qroc, "qroc", &start, cx);
    let key = raw.answers.key.clone();
    let answers = std::mem::take(&mut raw.answers).needed("answers", "qroc", &start, cx);
    let accept =
        std::mem::take(&mut raw.accept).optional("accept", cx).map(|many| many.all).unwrap_or_default();
    let expand = std::mem::take(&mut raw.expand).optional("expand", cx).is_some_and(|flag| flag.0);
    let answers = answers?;
    if answers.all.is_empty() && answers.whole {
        cx.report(problem!(Error "empty" at key.unwrap_or(start), key = "answers"; help "empty-help"));
        return None;
    }
    let mut seen = HashMap::new();
    for answer in answers.all.iter().chain(&accept) {
        once(answer, &mut seen, cx);
    }
    // A longer way to say it may stand beside one that is short enough.
    let words = |answer: &Line| answer.value.split_whitespace().count();
    if let Some(shortest) = answers.all.iter().min_by_key(|answer| words(answer))
        && words(shortest) > WORDS
    {
        let count = words(shortest);
        cx.report(
            problem!(Warning "long-answer" at shortest.span.clone(), words = count; help "long-answer-help"),
        );
    }
    let texts = |lines: Vec<Line>| lines.into_iter().map(|line| line.value).collect();
    Some(Qroc { prompt: prompt?, answers: texts(answers.all), accept: texts(accept), expand })
}

pub(super) fn list(raw: &mut RawCard<'_>, cx: &mut Cx<'_>) -> Option<List> {
    let start = raw.start.clone();
    let prompt = plain::prompt(&mut raw.list, "list", &start, cx);
    let key = raw.items.key.clone().unwrap_or_else(|| start.clone());
    let items = std::mem::take(&mut raw.items).needed("items", "list", &start, cx);
    let ordered = std::mem::take(&mut raw.ordered).optional("ordered", cx).is_some_and(|flag| flag.0);
    let items = items?;
    if items.whole {
        match items.all.len() {
            0 => {
                cx.report(problem!(Error "empty" at key, key = "items"; help "empty-help"));
                return None;
            }
            1 => cx.report(
                problem!(Warning "list-of-one" at items.all[0].span.clone(); help "list-of-one-help"),
            ),
            _ => {}
        }
    }
    let mut seen = HashMap::new();
    items.all.iter().flat_map(|item| &item.all).for_each(|line| once(line, &mut seen, cx));
    let items =
        items.all.into_iter().map(|item| item.all.into_iter().map(|line| line.value).collect()).collect();
    Some(List { prompt: prompt?, items, ordered })
}

/// Doubts an answer that was given before, whatever its case.
fn once(line: &Line, seen: &mut HashMap<String, Span>, cx: &mut Cx<'_>) {
    if let Some(first) = seen.insert(line.value.to_lowercase(), line.span.clone()) {
        cx.report(
            problem!(Warning "answer-twice" at line.span.clone(), text = line.value; help "answer-twice-help")
                .relate(first, message!("first-here")),
        );
    }
}
