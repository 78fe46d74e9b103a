//! The head of a deck.

use std::collections::HashMap;

use unic_langid::LanguageIdentifier;

use super::meta::{self, Context};
use crate::{
    card::{DeckHead, Meta, Objective, Source, Text},
    deck::{
        cx::Cx,
        diagnostic::{message, problem},
        keys::META,
        raw::{At, Field, Line, RawCard, RawDeck, RawObjective, Record, Sources, Whole},
        source::Span,
    },
};

/// The head, and what the cards need of it.
pub(super) struct Head {
    pub(super) deck: DeckHead,
    /// Whether the deck can be used: it has a name, and a format that this program knows.
    pub(super) usable: bool,
    pub(super) context: Context,
    /// What a card does not say for itself.
    pub(super) defaults: Meta,
}

/// The deck's name where it has none that can be used; never leaves this room.
const NAMELESS: &str = "deck";

/// The head; `None` never happens, since [`NAMELESS`] is a name.
pub(super) fn head(raw: RawDeck<'_>, cx: &mut Cx<'_>) -> Option<Head> {
    let start = raw.start;
    let format = format_is_known(raw.format, &start, cx);
    let id = raw.deck.needed("deck", "deck", &start, cx);
    let language = raw.language.needed("language", "deck", &start, cx).and_then(|tag| language(tag, cx));
    let title = raw.title.needed("title", "deck", &start, cx).map(|title| title.value);
    let authors = raw.authors.optional("authors", cx).map(|many| many.all).unwrap_or_default();
    let was = raw.was.optional("was", cx).map(|many| many.all).unwrap_or_default();
    if let Some(own) = was.iter().find(|w| id.as_ref().is_some_and(|id| id.value == w.value)) {
        cx.report(problem!(Warning "was-itself" at own.span.clone(), id = own.value; help "was-itself-help"));
    }

    let objectives_can_be_trusted = raw.objectives.key.is_none()
        || raw.objectives.empty
        || raw.objectives.value.as_ref().is_some_and(|many| many.whole);
    let declared = raw.objectives.optional("objectives", cx).map(|many| many.all).unwrap_or_default();
    let (objectives, objectives_whole) = objectives(declared, cx);
    let sources_can_be_trusted =
        raw.sources.key.is_none() || raw.sources.empty || raw.sources.value.is_some();
    let sources = raw.sources.optional("sources", cx).map(|all| sources(all, cx)).unwrap_or_default();

    let usable = format && id.is_some();
    let head = DeckHead {
        id: id.map(|id| id.value).or_else(|| NAMELESS.parse().ok())?,
        title: title.unwrap_or_default(),
        language: language.unwrap_or_else(|| Text::from("fr")),
        version: raw.version.optional("version", cx).map(|text| text.value),
        license: raw.license.optional("license", cx).map(|text| text.value),
        authors: authors.into_iter().map(|author| author.value).collect(),
        description: raw.description.optional("description", cx).map(|prose| prose.text),
        item: raw.item.optional("item", cx).map(|item| item.value),
        objectives,
        sources,
        contact: raw.contact.optional("contact", cx).map(|text| text.value),
        was: was.into_iter().map(|id| id.value).collect(),
    };
    let context = Context {
        objectives: (objectives_can_be_trusted && objectives_whole)
            .then(|| head.objectives.iter().map(|o| o.id).collect()),
        sources: sources_can_be_trusted.then(|| head.sources.iter().map(|s| s.key.clone()).collect()),
        item: head.item,
    };
    let defaults = defaults(raw.defaults, &context, cx);
    Some(Head { deck: head, usable, context, defaults })
}

fn format_is_known(field: Field<Whole>, start: &Span, cx: &mut Cx<'_>) -> bool {
    let Some(format) = field.needed("format", "deck", start, cx) else { return true };
    match format.value {
        1 => true,
        0 => {
            cx.report(problem!(Error "bad-format" at format.span; help "bad-format-help"));
            true
        }
        newer => {
            cx.report(
                problem!(Error "newer-format" at format.span, format = newer; help "newer-format-help"),
            );
            false
        }
    }
}

/// Languages have codes of two or three letters; a word of five to eight, which the form of a tag would allow, is none that
/// was ever registered, but a name such as `francais`.
fn is_a_language(code: &str) -> bool {
    matches!(code.len(), 2 | 3) && code != "und"
}

fn language(tag: Line, cx: &mut Cx<'_>) -> Option<Text> {
    if tag.value.parse::<LanguageIdentifier>().is_ok_and(|tag| is_a_language(tag.language.as_str())) {
        return Some(tag.value);
    }
    cx.report(problem!(Error "bad-language" at tag.span, text = tag.value; help "bad-language-help"));
    None
}

/// The declared objectives, and whether each could be read.
fn objectives(declared: Vec<RawObjective<'_>>, cx: &mut Cx<'_>) -> (Vec<Objective>, bool) {
    let mut whole = true;
    let mut seen = HashMap::new();
    let mut all = Vec::new();
    for raw in declared {
        let title = raw.title.optional("title", cx).map(|text| text.value);
        let rubric = raw.rubric.optional("rubric", cx).map(|text| text.value);
        let Some(id) = raw.id.needed("id", "objective", &raw.start, cx) else {
            whole = false;
            continue;
        };
        if let Some(first) = seen.insert(id.value, id.span.clone()) {
            cx.report(
                problem!(Error "objective-twice" at id.span, id = id.value; help "objective-twice-help")
                    .relate(first, message!("first-here")),
            );
            continue;
        }
        all.push(Objective { id: id.value, title, rubric });
    }
    (all, whole)
}

fn sources(declared: Sources<'_>, cx: &mut Cx<'_>) -> Vec<Source> {
    let mut all = Vec::new();
    for (At { value: key, .. }, raw) in declared.all {
        let title = raw.title.needed("title", "source", &raw.start, cx).map(|text| text.value);
        let url = raw.url.optional("url", cx);
        if let Some(url) = &url
            && !url.value.starts_with("https://")
            && !url.value.starts_with("http://")
        {
            cx.report(problem!(Warning "bad-url" at url.span.clone(), text = url.value; help "bad-url-help"));
        }
        all.push(Source {
            key,
            title: title.unwrap_or_default(),
            date: raw.date.optional("date", cx).map(|date| date.value),
            file: raw.file.optional("file", cx).map(|text| text.value),
            url: url.map(|text| text.value),
            author: raw.author.optional("author", cx).map(|text| text.value),
        });
    }
    all
}

fn defaults(field: Field<RawCard<'_>>, context: &Context, cx: &mut Cx<'_>) -> Meta {
    let base = Meta { item: context.item, ..Meta::default() };
    let Some(mut raw) = field.optional("defaults", cx) else { return base };
    for (key, span) in raw.present() {
        if !META.contains(&key) {
            cx.report(problem!(Error "not-a-default" at span, key = key; help "not-a-default-help"));
        }
    }
    meta::meta(&mut raw, &base, context, cx)
}
