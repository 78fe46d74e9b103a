//! Options to tick.

use std::{borrow::Cow, collections::HashMap};

use super::plain;
use crate::{
    card::{Choice, Content, Kind, Opt, Verdict},
    deck::{
        cx::Cx,
        diagnostic::{message, problem},
        node::{Node, Value},
        raw::{RawCard, RawOption, Record, read_record},
        source::Span,
    },
};

/// Fewest options of a short QRP in which a choice is left, and the most that still fit the screen of the exam.
/// From [`Choice::LONG`] on a QRP is long; the exam knows none with 6 to 9.
const SHORT: usize = 5;
/// Most options of a long QRP. Source: arrêté of 21 December 2021, art. 7.
const LONGEST: usize = 25;

struct Read {
    option: Opt,
    key: Span,
}

pub(super) fn choice(kind: Kind, raw: &mut RawCard<'_>, cx: &mut Cx<'_>) -> Option<Content> {
    let start = raw.start.clone();
    let field = match kind {
        Kind::Qru => &mut raw.qru,
        Kind::Qrm => &mut raw.qrm,
        _ => &mut raw.qrp,
    };
    let key = field.key.clone().unwrap_or(start.clone());
    let prompt = plain::prompt(field, kind.key(), &start, cx);
    let options_key = raw.options.key.clone().unwrap_or_else(|| key.clone());
    let list = std::mem::take(&mut raw.options).needed("options", kind.key(), &start, cx)?;
    let before = cx.faults();
    let options = options(list.0, cx)?;
    if cx.faults() == before {
        rules(kind, &options, &options_key, cx);
    }
    let choice = Choice { prompt: prompt?, options: options.into_iter().map(|read| read.option).collect() };
    Some(match kind {
        Kind::Qru => Content::Qru(choice),
        Kind::Qrm => Content::Qrm(choice),
        _ => Content::Qrp(choice),
    })
}

fn options(node: &Node, cx: &mut Cx<'_>) -> Option<Vec<Read>> {
    let Value::List { items, .. } = &node.value else {
        if node.is_broken() {
            cx.taint();
        } else {
            cx.report(problem!(Error "options-not-a-list" at node.span.clone(); help "options-help"));
        }
        return None;
    };
    Some(items.iter().filter_map(|item| option(item, cx)).collect())
}

fn option(node: &Node, cx: &mut Cx<'_>) -> Option<Read> {
    if matches!(node.value, Value::Scalar { .. } | Value::Nothing) {
        cx.report(problem!(Error "option-no-verdict" at node.span.clone(); help "option-no-verdict-help"));
        return None;
    }
    let raw = read_record::<RawOption<'_>>(node, cx)?;
    let start = raw.start.clone();
    let mut verdicts = raw.present();
    verdicts.retain(|(key, _)| *key != "why");
    verdicts.sort_by_key(|(_, span)| span.start);
    let why = raw.why.optional("why", cx).map(|prose| prose.text);
    let (name, key) = match verdicts.as_slice() {
        [(name, key)] => (*name, key.clone()),
        [] => {
            cx.report(problem!(Error "option-no-verdict" at start; help "option-no-verdict-help"));
            return None;
        }
        [(_, first), .., (_, second)] => {
            cx.report(
                problem!(Error "option-two-verdicts" at second.clone(); help "option-two-verdicts-help")
                    .relate(first.clone(), message!("first-here")),
            );
            return None;
        }
    };
    let (field, verdict) = match name {
        "correct" => (raw.correct, Verdict::Correct),
        "required" => (raw.required, Verdict::Required),
        "wrong" => (raw.wrong, Verdict::Wrong),
        _ => (raw.unacceptable, Verdict::Unacceptable),
    };
    let text = field.needed(name, "option", &key, cx)?.text;
    Some(Read { option: Opt { text, verdict, why }, key })
}

/// The text with single spaces, which is mostly the text itself.
fn folded(text: &str) -> Cow<'_, str> {
    let single = text.trim().len() == text.len() && !text.contains("  ");
    if single && !text.contains(['\n', '\u{a0}', '\u{202f}']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What holds for the options together.
fn rules(kind: Kind, options: &[Read], key: &Span, cx: &mut Cx<'_>) {
    let right: Vec<&Read> = options.iter().filter(|read| read.option.verdict.is_right()).collect();
    let count = options.len();
    if count < 2 {
        cx.report(problem!(Error "too-few-options" at key.clone(); help "too-few-options-help"));
    } else if right.is_empty() {
        cx.report(problem!(Error "no-right-option" at key.clone(); help "no-right-option-help"));
    }
    let mut texts: HashMap<Cow<'_, str>, &Span> = HashMap::new();
    for read in options {
        let folded = folded(&read.option.text);
        if let Some(first) = texts.get(&folded) {
            cx.report(
                problem!(Error "option-twice" at read.key.clone(), text = folded; help "option-twice-help")
                    .relate((*first).clone(), message!("first-here")),
            );
        } else {
            texts.insert(folded, &read.key);
        }
    }
    match kind {
        Kind::Qru => {
            if let [first, others @ ..] = right.as_slice() {
                for other in others {
                    cx.report(
                        problem!(Error "two-right-options" at other.key.clone(); help "two-right-options-help")
                            .relate(first.key.clone(), message!("first-here")),
                    );
                }
            }
        }
        Kind::Qrm if right.len() == 1 && count >= 2 => {
            cx.report(problem!(Warning "qrm-one-right" at key.clone(); help "qrm-one-right-help"));
        }
        Kind::Qrm => {}
        _ if (SHORT + 1..Choice::LONG).contains(&count) || count > LONGEST => {
            cx.report(problem!(Warning "qrp-count" at key.clone(), count = count; help "qrp-count-help"));
        }
        _ => {}
    }
    if kind == Kind::Qrp && count >= Choice::LONG {
        for read in options {
            let (name, plain) = match read.option.verdict {
                Verdict::Required => ("required", "correct"),
                Verdict::Unacceptable => ("unacceptable", "wrong"),
                Verdict::Correct | Verdict::Wrong => continue,
            };
            cx.report(problem!(Error "long-qrp-plain" at read.key.clone(), key = name, plain = plain;
                help "long-qrp-plain-help"));
        }
    }
}
