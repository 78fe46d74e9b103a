//! What a card asks.

use super::{
    lines::Lines,
    meta::{self, picture_under},
};
use crate::card::{
    Article, Choice, Content, Ground, Mask, Meta, Opt, Question, TcsQuestion, TextZone, Verdict, Zone,
    ZoneArea,
};
use crate::deck::check::inherited;

/// Writes the prompt and what belongs to it. `card` is what the questions of a container take over.
pub(super) fn content(content: &Content, card: &Meta, out: &mut Lines) {
    match content {
        Content::Qa(qa) => {
            out.prose("q", &qa.question);
            out.prose("a", &qa.answer);
            if qa.reverse {
                out.raw("reverse: true");
            }
        }
        Content::Cloze(cloze) => out.prose("cloze", &cloze.source()),
        Content::Qru(asked) | Content::Qrm(asked) | Content::Qrp(asked) => {
            choice(content.kind().key(), asked, out);
        }
        Content::Qroc(qroc) => {
            out.prose("qroc", &qroc.prompt);
            out.texts("answers", &qroc.answers);
            if !qroc.accept.is_empty() {
                out.texts("accept", &qroc.accept);
            }
            if qroc.expand {
                out.raw("expand: true");
            }
        }
        Content::List(list) => {
            out.prose("list", &list.prompt);
            out.list("items", |out| list.items.iter().for_each(|item| out.texts_item(item)));
            if list.ordered {
                out.raw("ordered: true");
            }
        }
        Content::Tcs(tcs) => {
            out.prose("tcs", &tcs.vignette);
            out.list("questions", |out| {
                for question in &tcs.questions {
                    out.item(|out| tcs_question(question, out));
                }
            });
        }
        Content::Zone(asked) => zone(asked, out),
        Content::Mask(asked) => mask(asked, out),
        Content::Case(case) | Content::Kfp(case) => {
            out.prose(content.kind().key(), &case.intro);
            questions(&case.questions, card, out);
        }
        Content::Article(article) => {
            let Article { title, file, questions: asked, .. } = article;
            out.record("article", |out| {
                out.line("file", file);
                out.line("title", title);
            });
            questions(asked, card, out);
        }
    }
}

fn choice(key: &str, choice: &Choice, out: &mut Lines) {
    out.prose(key, &choice.prompt);
    out.list("options", |out| {
        for Opt { text, verdict, why } in &choice.options {
            let key = match verdict {
                Verdict::Required => "required",
                Verdict::Correct => "correct",
                Verdict::Wrong => "wrong",
                Verdict::Unacceptable => "unacceptable",
            };
            out.item(|out| {
                out.prose(key, text);
                out.maybe_prose("why", why.as_ref());
            });
        }
    });
}

fn tcs_question(question: &TcsQuestion, out: &mut Lines) {
    out.line("id", &question.id);
    out.prose("hypothesis", &question.hypothesis);
    out.prose("finding", &question.finding);
    let votes: Vec<String> =
        (-2..).zip(question.votes).map(|(mark, count): (i32, u32)| format!("{mark}: {count}")).collect();
    out.raw(&format!("votes: {{ {} }}", votes.join(", ")));
    out.maybe_prose("note", question.note.as_ref());
}

fn questions(questions: &[Question], card: &Meta, out: &mut Lines) {
    let base = inherited(card);
    out.list("questions", |out| {
        for question in questions {
            out.item(|out| {
                out.line("id", &question.id);
                out.maybe_prose("info", question.info.as_ref());
                content(&question.content, &question.meta, out);
                meta::meta(&question.meta, &base, out);
            });
        }
    });
}

fn zone(zone: &Zone, out: &mut Lines) {
    out.prose("zone", &zone.prompt);
    match &zone.ground {
        Ground::Text { spans } => out.prose("text", &marked(spans)),
        Ground::Image { image, zones } => {
            picture_under("image", image, out);
            areas(zones, out);
        }
    }
}

fn mask(mask: &Mask, out: &mut Lines) {
    out.prose("mask", &mask.prompt);
    picture_under("image", &mask.image, out);
    areas(&mask.zones, out);
    if !mask.others.is_empty() {
        out.list("others", |out| {
            for area in &mask.others {
                out.item(|out| out.raw(&area.to_string()));
            }
        });
    }
}

fn areas(zones: &[ZoneArea], out: &mut Lines) {
    out.list("zones", |out| {
        for ZoneArea { label, area } in zones {
            out.item(|out| {
                if !label.is_blank() {
                    out.line("label", label);
                }
                out.raw(&area.to_string());
            });
        }
    });
}

/// The text of a zone with its marks.
fn marked(spans: &[TextZone]) -> String {
    spans
        .iter()
        .map(|span| {
            let text = span.text.replace("[[", "\\[[");
            if span.expected { format!("[[{text}]]") } else { text }
        })
        .collect()
}
