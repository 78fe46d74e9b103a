//! One entry of `cards:`.

use std::collections::hash_map::Entry as Slot;

use super::{Cards, case, choice, mask, meta, plain, tcs, typed, zone};
use crate::{
    card::{Card, CardKey, Content, Fingerprint, Kind, Locator, Text},
    deck::{
        cx::Cx,
        diagnostic::{message, problem},
        keys::{self, META},
        node::{Node, Value},
        raw::{At, Field, Line, Many, RawCard, Record, read_record},
        source::Span,
    },
};

/// A card or a question that has no id yet.
pub(in crate::deck) struct Unnamed {
    /// The byte of its first key, before which an id can be written.
    pub(in crate::deck) at: usize,
    /// Whether it is written in braces.
    pub(in crate::deck) flow: bool,
    /// The id that it goes by until then (a question), or what a name can be made from (a card's prompt).
    pub(in crate::deck) name: Name,
}

pub(in crate::deck) enum Name {
    Fixed(String),
    Prompt(String),
}

impl Cards<'_> {
    /// Reads and checks a card; `None` when it has a mistake, which has been told.
    pub(super) fn card(&mut self, node: &Node, cx: &mut Cx<'_>) -> Option<Card> {
        let before = cx.faults();
        if self.is_spoiled(&node.span) {
            cx.taint();
        }
        cx.card = id_as_written(node);
        self.taken.extend(cx.card.clone());
        let card = self.read(node, cx);
        cx.card = None;
        card.filter(|_| cx.faults() == before)
    }

    fn read(&mut self, node: &Node, cx: &mut Cx<'_>) -> Option<Card> {
        let mut raw = read_record::<RawCard<'_>>(node, cx)?;
        let start = raw.start.clone();
        let id = card_key(std::mem::take(&mut raw.id), cx);
        let was = self.former_names(std::mem::take(&mut raw.was), cx);
        let kind = kind(&raw, &start, cx);
        if let Some(kind) = kind {
            held_to_its_keys(&raw, kind, &["id", "was"], cx);
        }
        let mut questions = Vec::new();
        // The picture of a zone is its ground, not an ornament: it is taken before the rest.
        let content = kind.map(|kind| (kind, content(kind, &mut raw, &mut questions, cx)));
        let meta = meta::meta(&mut raw, &self.head.defaults, &self.head.context, cx);
        let (kind, content) = content?;
        let content = if let Some(content) = content {
            content
        } else {
            let base = meta::inherited(&meta);
            case::container(kind, &mut raw, &base, &self.head.context, &mut questions, cx)?
        };

        let fingerprint = Fingerprint::of(&content.identity());
        let same = self.contents.insert(fingerprint, start.clone());
        let key = match id {
            Some(Ok(key)) => key,
            Some(Err(())) => return None,
            None => {
                if let Some(first) = same {
                    cx.report(
                        problem!(Error "card-twice" at start; help "card-twice-help")
                            .relate(first, message!("first-here")),
                    );
                    return None;
                }
                self.unnamed.push(Unnamed {
                    at: start.start,
                    flow: matches!(node.value, Value::Map { flow: true, .. }),
                    name: Name::Prompt(content.prompt().to_string()),
                });
                CardKey::Fingerprint(fingerprint)
            }
        };
        self.unnamed.append(&mut questions);
        if let Slot::Occupied(first) = self.seen.entry(key.clone()) {
            cx.report(
                problem!(Error "id-twice" at start, id = key; help "id-twice-help")
                    .relate(first.get().clone(), message!("first-here")),
            );
            return None;
        }
        self.seen.insert(key.clone(), start.clone());
        let line = u32::try_from(cx.source.line(start.start)).unwrap_or(u32::MAX);
        Some(Card { deck: self.head.deck.id.clone(), key, was, line, meta, content, fingerprint })
    }

    fn former_names(&mut self, field: Field<Many<Line>>, cx: &mut Cx<'_>) -> Vec<Locator> {
        let mut all = Vec::new();
        for At { value, span } in field.optional("was", cx).map(|many| many.all).unwrap_or_default() {
            let here = |key| Locator { deck: self.head.deck.id.clone(), key, part: None };
            let locator = if value.contains('/') {
                value.parse::<Locator>().ok().filter(|locator| locator.part.is_none())
            } else {
                value.parse::<CardKey>().ok().map(here)
            };
            match locator {
                Some(locator) => {
                    if locator.deck == self.head.deck.id {
                        self.was.push((locator.key.clone(), span));
                    }
                    all.push(locator);
                }
                None => cx.report(problem!(Error "bad-was" at span, text = value; help "bad-was-help")),
            }
        }
        all
    }
}

/// The id as it stands there, for the diagnostics of the card.
fn id_as_written(node: &Node) -> Option<String> {
    let Value::Map { entries, .. } = &node.value else { return None };
    entries.iter().find(|entry| entry.key == "id").and_then(|entry| match &entry.node.value {
        Value::Scalar { text, .. } => Some(Text::one_line(text).to_string()),
        _ => None,
    })
}

/// The card's name. `None`: it has none; `Some(Err)`: it has one that cannot be used.
fn card_key(field: Field<Line>, cx: &mut Cx<'_>) -> Option<Result<CardKey, ()>> {
    field.key.as_ref()?;
    let empty = field.empty;
    let Some(line) = field.optional("id", cx) else { return if empty { None } else { Some(Err(())) } };
    Some(well_formed(&line, cx).map(CardKey::Id).ok_or(()))
}

/// The id, when it may be one.
pub(super) fn well_formed(line: &Line, cx: &mut Cx<'_>) -> Option<String> {
    if let Ok(CardKey::Id(id)) = line.value.parse::<CardKey>() {
        return Some(id);
    }
    let near = keys::slug(&line.value, 60);
    let near = if near.is_empty() { "ma-carte".to_owned() } else { near };
    cx.report(
        problem!(Error "bad-id" at line.span.clone(), text = line.value, near = near; help "bad-id-help"),
    );
    None
}

/// The kind by the key that holds the prompt.
pub(super) fn kind(raw: &RawCard<'_>, start: &Span, cx: &mut Cx<'_>) -> Option<Kind> {
    let present = raw.present();
    let mut prompts = present
        .iter()
        .filter_map(|(key, span)| {
            Kind::ALL.into_iter().find(|kind| kind.key() == *key).map(|kind| (kind, span))
        })
        .collect::<Vec<_>>();
    prompts.sort_by_key(|(_, span)| span.start);
    match prompts.as_slice() {
        [] => {
            cx.report(problem!(Error "no-kind" at start.clone(); help "no-kind-help"));
            None
        }
        [(kind, _)] => Some(*kind),
        [(kind, first), others @ ..] => {
            for (other, span) in others {
                cx.report(
                    problem!(Error "two-kinds" at (*span).clone(), first = kind, second = other; help "two-kinds-help")
                        .relate((*first).clone(), message!("first-here")),
                );
            }
            None
        }
    }
}

/// Reports the keys that this kind does not have.
pub(super) fn held_to_its_keys(raw: &RawCard<'_>, kind: Kind, further: &[&str], cx: &mut Cx<'_>) {
    for (key, span) in raw.present() {
        let known = META.contains(&key)
            // An unknown key that was taken for this one has been told.
            || cx.slice(&span).trim_matches(['"', '\'']) != key
            || further.contains(&key)
            || key == kind.key()
            || keys::needs(kind).contains(&key)
            || keys::may_have(kind).contains(&key);
        if known {
            continue;
        }
        let owners: Vec<&str> = keys::kinds_of(key).into_iter().map(Kind::key).collect();
        let found = if owners.is_empty() {
            problem!(Error "key-not-here" at span, key = key; help "key-not-here-help")
        } else {
            problem!(Error "key-of-another-kind" at span, key = key, kind = kind, owners = keys::list(&owners);
                help "key-of-another-kind-help")
        };
        cx.report(found);
    }
}

/// What a card or a question asks; `None` for the kinds that hold questions of their own (and after a mistake that
/// leaves nothing to ask).
pub(super) fn content(
    kind: Kind,
    raw: &mut RawCard<'_>,
    unnamed: &mut Vec<Unnamed>,
    cx: &mut Cx<'_>,
) -> Option<Content> {
    match kind {
        Kind::Qa => plain::question_answer(raw, cx).map(Content::Qa),
        Kind::Cloze => plain::cloze(raw, cx).map(Content::Cloze),
        Kind::Qru | Kind::Qrm | Kind::Qrp => choice::choice(kind, raw, cx),
        Kind::Qroc => typed::qroc(raw, cx).map(Content::Qroc),
        Kind::List => typed::list(raw, cx).map(Content::List),
        Kind::Tcs => tcs::tcs(raw, unnamed, cx).map(Content::Tcs),
        Kind::Zone => zone::zone(raw, cx).map(Content::Zone),
        Kind::Mask => mask::mask(raw, cx).map(Content::Mask),
        Kind::Case | Kind::Kfp | Kind::Article => None,
    }
}
