//! What every card may carry beside its question.

use super::image;
use crate::{
    card::{Item, Meta, ObjectiveId, Text},
    deck::{
        cx::Cx,
        diagnostic::problem,
        keys::nearest,
        raw::{At, Flag, Line, RawCard},
    },
};

/// The highest number of the starting situations ("situations de départ") of the second cycle's programme.
/// Source: arrêté of 21 December 2021, annex; 356 situations.
const SITUATIONS: u32 = 356;

/// What the head declares. `None`: it could not be read, so nothing can be said about what a card names.
pub(super) struct Context {
    pub(super) objectives: Option<Vec<ObjectiveId>>,
    pub(super) sources: Option<Vec<Text>>,
    pub(super) item: Option<Item>,
}

/// Takes what `raw` says for itself; the rest is `base`.
pub(super) fn meta(raw: &mut RawCard<'_>, base: &Meta, context: &Context, cx: &mut Cx<'_>) -> Meta {
    let mut meta = base.clone();

    if let Some(named) = std::mem::take(&mut raw.objective).optional("objective", cx) {
        meta.objectives = named.all.iter().map(|at| at.value).collect();
        named.all.iter().for_each(|at| declared_objective(at, context, cx));
        meta.item = meta.objectives.first().map(|o| o.item).or(base.item);
    }
    if let Some(item) = std::mem::take(&mut raw.item).optional("item", cx) {
        meta.item = Some(item.value);
    }
    if let Some(rank) = std::mem::take(&mut raw.rank).optional("rank", cx) {
        meta.rank = Some(rank.value);
        if let Some(objective) = meta.objectives.first() {
            cx.report(problem!(Warning "rank-ignored" at rank.span, objective = objective; help "rank-ignored-help"));
        }
    }
    if let Some(situation) = std::mem::take(&mut raw.situation).optional("situation", cx) {
        if (1..=SITUATIONS).contains(&situation.value) {
            meta.situation = u16::try_from(situation.value).ok();
        } else {
            cx.report(problem!(Error "bad-situation" at situation.span, last = SITUATIONS; help "bad-situation-help"));
        }
    }
    if let Some(tags) = std::mem::take(&mut raw.tags).optional("tags", cx) {
        tags.all.iter().for_each(|tag| whole_tag(tag, cx));
        meta.tags = values(tags.all);
    }
    if let Some(sources) = std::mem::take(&mut raw.source).optional("source", cx) {
        sources.all.iter().for_each(|source| declared_source(source, context, cx));
        meta.sources = values(sources.all);
    }
    if let Some(facts) = std::mem::take(&mut raw.facts).optional("facts", cx) {
        meta.facts = values(facts.all);
    }

    let prose = |field, name, cx: &mut Cx<'_>, into: &mut Option<Text>| {
        let field: crate::deck::raw::Field<crate::deck::raw::Prose> = field;
        if let Some(prose) = field.optional(name, cx) {
            *into = Some(prose.text);
        }
    };
    prose(std::mem::take(&mut raw.hint), "hint", cx, &mut meta.hint);
    prose(std::mem::take(&mut raw.note), "note", cx, &mut meta.note);

    pictures(raw, &mut meta, cx);
    dates(raw, &mut meta, cx);

    let flag =
        |field: crate::deck::raw::Field<Flag>, name, cx: &mut Cx<'_>| field.optional(name, cx).map(|f| f.0);
    if let Some(shuffle) = flag(std::mem::take(&mut raw.shuffle), "shuffle", cx) {
        meta.keep_order = !shuffle;
    }
    if let Some(suspended) = flag(std::mem::take(&mut raw.suspended), "suspended", cx) {
        meta.suspended = suspended;
    }
    if let Some(draft) = flag(std::mem::take(&mut raw.draft), "draft", cx) {
        meta.draft = draft;
    }
    meta
}

/// What a question of a case takes over from its card. Notes, hints and pictures belong to the card as a whole.
pub(in crate::deck) fn inherited(card: &Meta) -> Meta {
    Meta {
        hint: None,
        note: None,
        image: None,
        answer_image: None,
        suspended: false,
        draft: false,
        facts: Vec::new(),
        ..card.clone()
    }
}

fn values(all: Vec<Line>) -> Vec<Text> {
    all.into_iter().map(|at| at.value).collect()
}

fn declared_objective(at: &At<ObjectiveId>, context: &Context, cx: &mut Cx<'_>) {
    let Some(declared) = &context.objectives else { return };
    if declared.contains(&at.value) {
        return;
    }
    let known: Vec<String> = declared.iter().map(ToString::to_string).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let found = match closest(&at.value.to_string(), &known) {
        Some(near) => problem!(Error "unknown-objective" at at.span.clone(), id = at.value, near = near;
            help "unknown-near"),
        None => {
            problem!(Error "unknown-objective" at at.span.clone(), id = at.value; help "unknown-objective-help")
        }
    };
    cx.report(found);
}

fn declared_source(at: &Line, context: &Context, cx: &mut Cx<'_>) {
    let Some(declared) = &context.sources else { return };
    if declared.contains(&at.value) {
        return;
    }
    let known: Vec<&str> = declared.iter().map(Text::as_str).collect();
    let found = match nearest(&at.value, &known) {
        Some(near) => problem!(Error "unknown-source" at at.span.clone(), key = at.value, near = near;
            help "unknown-near"),
        None => {
            problem!(Error "unknown-source" at at.span.clone(), key = at.value; help "unknown-source-help")
        }
    };
    cx.report(found);
}

/// Objective ids differ by single digits: only one that is a slip away is proposed.
fn closest<'k>(id: &str, known: &[&'k str]) -> Option<&'k str> {
    known.iter().copied().find(|k| strsim::osa_distance(id, k) == 1)
}

fn whole_tag(tag: &Line, cx: &mut Cx<'_>) {
    if tag.value.split("::").any(|level| level.trim().is_empty()) {
        cx.report(problem!(Error "bad-tag" at tag.span.clone(), text = tag.value; help "bad-tag-help"));
    }
}

fn pictures(raw: &mut RawCard<'_>, meta: &mut Meta, cx: &mut Cx<'_>) {
    let alt = std::mem::take(&mut raw.alt);
    if let Some(key) = &alt.key
        && !raw.image.is_there()
    {
        cx.report(problem!(Error "alt-alone" at key.clone(); help "alt-alone-help"));
    }
    let field = std::mem::take(&mut raw.image);
    let key = field.key.clone();
    if let Some(found) = field.optional("image", cx) {
        meta.image = image::image(found, Some(alt), key.unwrap_or_default(), cx);
    }
    let field = std::mem::take(&mut raw.answer_image);
    let key = field.key.clone();
    if let Some(found) = field.optional("answer_image", cx) {
        meta.answer_image = image::image(found, None, key.unwrap_or_default(), cx);
    }
}

fn dates(raw: &mut RawCard<'_>, meta: &mut Meta, cx: &mut Cx<'_>) {
    let as_of = std::mem::take(&mut raw.as_of).optional("as_of", cx);
    let until = std::mem::take(&mut raw.until).optional("until", cx);
    meta.as_of = as_of.as_ref().map(|d| d.value).or(meta.as_of);
    meta.until = until.as_ref().map(|d| d.value).or(meta.until);
    if let (Some(from), Some(to), Some(at)) = (meta.as_of, meta.until, until.or(as_of))
        && from > to
    {
        cx.report(
            problem!(Error "dates-crossed" at at.span, from = from, to = to; help "dates-crossed-help"),
        );
    }
}
