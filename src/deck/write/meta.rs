//! What every card may carry, as far as it is not said already.

use super::lines::Lines;
use crate::card::{Image, Item, Meta, Text};

/// Writes what `meta` says beyond `base`, which a reader fills in by itself.
pub(super) fn meta(meta: &Meta, base: &Meta, out: &mut Lines) {
    if meta.objectives != base.objectives {
        let all: Vec<String> = meta.objectives.iter().map(ToString::to_string).collect();
        list("objective", &all, out);
    }
    if meta.rank != base.rank {
        out.maybe_line("rank", meta.rank.map(|rank| rank.to_string()).as_ref());
    }
    if meta.item != understood(meta, base) {
        out.maybe_line("item", meta.item.map(|item| item.to_string()).as_ref());
    }
    if meta.situation != base.situation {
        out.maybe_line("situation", meta.situation.map(|number| number.to_string()).as_ref());
    }
    texts("tags", &meta.tags, &base.tags, out);
    texts("source", &meta.sources, &base.sources, out);
    prose("hint", meta.hint.as_ref(), base.hint.as_ref(), out);
    prose("note", meta.note.as_ref(), base.note.as_ref(), out);
    picture("image", meta.image.as_ref(), base.image.as_ref(), out);
    picture("answer_image", meta.answer_image.as_ref(), base.answer_image.as_ref(), out);
    if meta.as_of != base.as_of {
        out.maybe_line("as_of", meta.as_of.map(|date| date.to_string()).as_ref());
    }
    if meta.until != base.until {
        out.maybe_line("until", meta.until.map(|date| date.to_string()).as_ref());
    }
    flag("shuffle", !meta.keep_order, !base.keep_order, out);
    flag("suspended", meta.suspended, base.suspended, out);
    flag("draft", meta.draft, base.draft, out);
    texts("facts", &meta.facts, &base.facts, out);
}

/// The item that a reader takes from the objectives that are written, else from the base.
fn understood(meta: &Meta, base: &Meta) -> Option<Item> {
    if meta.objectives == base.objectives {
        return base.item;
    }
    meta.objectives.first().map(|objective| objective.item).or(base.item)
}

fn list(key: &str, all: &[String], out: &mut Lines) {
    if all.is_empty() { out.raw(&format!("{key}: []")) } else { out.many(key, all) }
}

fn texts(key: &str, all: &[Text], base: &[Text], out: &mut Lines) {
    if all != base {
        let all: Vec<String> = all.iter().map(ToString::to_string).collect();
        list(key, &all, out);
    }
}

fn prose(key: &str, text: Option<&Text>, base: Option<&Text>, out: &mut Lines) {
    if text != base {
        out.maybe_prose(key, text);
    }
}

fn flag(key: &str, value: bool, base: bool, out: &mut Lines) {
    if value != base {
        out.raw(&format!("{key}: {value}"));
    }
}

fn picture(key: &str, image: Option<&Image>, base: Option<&Image>, out: &mut Lines) {
    if image != base
        && let Some(image) = image
    {
        picture_under(key, image, out);
    }
}

/// A picture: always a record, so that its description stands beside its path.
pub(super) fn picture_under(key: &str, image: &Image, out: &mut Lines) {
    out.record(key, |out| {
        out.line("file", &image.file);
        out.line("alt", &image.alt);
        out.maybe_line("credit", image.credit.as_ref());
    });
}
