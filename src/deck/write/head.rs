//! The head of a deck.

use super::lines::Lines;
use crate::{
    card::{DeckHead, Source},
    deck::write::scalar,
};

pub(super) fn head(head: &DeckHead, out: &mut Lines) {
    out.raw("format: 1");
    out.line("deck", head.id.as_str());
    let title = if head.title.is_blank() { head.id.as_str() } else { head.title.as_str() };
    out.line("title", title);
    out.line("language", &head.language);
    out.maybe_line("version", head.version.as_ref());
    out.maybe_line("license", head.license.as_ref());
    out.many("authors", &head.authors);
    out.maybe_prose("description", head.description.as_ref());
    out.maybe_line("contact", head.contact.as_ref());
    let was: Vec<&str> = head.was.iter().map(crate::card::DeckId::as_str).collect();
    out.many("was", &was);
    if let Some(item) = head.item {
        out.raw(&format!("item: {item}"));
    }
    if !head.objectives.is_empty() {
        out.list("objectives", |out| {
            for objective in &head.objectives {
                out.item(|out| {
                    out.line("id", &objective.id.to_string());
                    out.maybe_line("title", objective.title.as_ref());
                    out.maybe_line("rubric", objective.rubric.as_ref());
                });
            }
        });
    }
    if !head.sources.is_empty() {
        out.record("sources", |out| head.sources.iter().for_each(|each| source(each, out)));
    }
}

fn source(source: &Source, out: &mut Lines) {
    let key = scalar::line(&source.key);
    let Source { title, date, file, url, author, .. } = source;
    if date.is_none() && file.is_none() && url.is_none() && author.is_none() {
        out.line(&key, title);
        return;
    }
    out.record(&key, |out| {
        out.line("title", title);
        out.maybe_line("date", date.map(|date| date.to_string()).as_ref());
        out.maybe_line("file", file.as_ref());
        out.maybe_line("url", url.as_ref());
        out.maybe_line("author", author.as_ref());
    });
}
