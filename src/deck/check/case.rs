//! The kinds that hold questions: cases, key-feature problems, articles.

use super::{
    card::{self, Unnamed},
    meta::{self, Context},
    plain,
    tcs::{Names, questions},
};
use crate::{
    card::{Article, Case, Content, Kind, Meta, Question},
    deck::{
        cx::Cx,
        diagnostic::problem,
        media::{MediaProblem, stays_inside},
        node::{Node, Value},
        raw::{At, Line, RawArticle, RawCard, Record, read_record},
        source::Span,
    },
};

/// Questions of a progressive case. Source: arrêté of 21 December 2021, art. 7 (3 to 8).
const CASE: std::ops::RangeInclusive<usize> = 3..=8;
/// Questions of a key-feature problem: at least one QROC, one long QRP, the third is free.
const KFP: usize = 3;

/// A case, a key-feature problem or an article. `base` is what its questions take over from the card.
pub(super) fn container(
    kind: Kind,
    raw: &mut RawCard<'_>,
    base: &Meta,
    context: &Context,
    unnamed: &mut Vec<Unnamed>,
    cx: &mut Cx<'_>,
) -> Option<Content> {
    if !matches!(kind, Kind::Case | Kind::Kfp | Kind::Article) {
        return None;
    }
    let start = raw.start.clone();
    let key = raw.questions.key.clone().unwrap_or_else(|| start.clone());
    let head = match kind {
        Kind::Case => plain::prompt(&mut raw.case, "case", &start, cx).map(Head::Intro),
        Kind::Kfp => plain::prompt(&mut raw.kfp, "kfp", &start, cx).map(Head::Intro),
        _ => std::mem::take(&mut raw.article)
            .needed("article", "card", &start, cx)
            .and_then(|later| article(later.0, cx))
            .map(Head::Article),
    };
    let list = std::mem::take(&mut raw.questions).needed("questions", kind.key(), &start, cx)?;
    let items = questions(list.0, &key, cx)?;
    let mut names = Names::default();
    let mut all = Vec::new();
    let mut places = Vec::new();
    for (index, item) in items.iter().enumerate() {
        if let Some((question, place)) = question(item, index, base, context, &mut names, unnamed, cx) {
            all.push(question);
            places.push(place);
        }
    }
    if all.len() == items.len() {
        counts(kind, &all, &places, &key, cx);
    }
    Some(match (kind, head?) {
        (Kind::Case, Head::Intro(intro)) => Content::Case(Case { intro, questions: all }),
        (_, Head::Intro(intro)) => Content::Kfp(Case { intro, questions: all }),
        (_, Head::Article(article)) => Content::Article(Article { questions: all, ..article }),
    })
}

enum Head {
    Intro(crate::card::Text),
    Article(Article),
}

fn question(
    node: &Node,
    index: usize,
    base: &Meta,
    context: &Context,
    names: &mut Names,
    unnamed: &mut Vec<Unnamed>,
    cx: &mut Cx<'_>,
) -> Option<(Question, Span)> {
    let mut raw = read_record::<RawCard<'_>>(node, cx)?;
    let start = raw.start.clone();
    let id = names.name(std::mem::take(&mut raw.id), index, &start, node, unnamed, cx);
    let info = std::mem::take(&mut raw.info).optional("info", cx).map(|prose| prose.text);
    let kind = card::kind(&raw, &start, cx)?;
    let key = raw.present_span(kind.key()).unwrap_or_else(|| start.clone());
    if kind.is_container() || !kind.is_marked() {
        cx.report(problem!(Error "question-kind" at key, kind = kind; help "question-kind-help"));
        return None;
    }
    card::held_to_its_keys(&raw, kind, &["id", "info"], cx);
    for (name, field) in [("draft", &raw.draft), ("suspended", &raw.suspended)] {
        if let Some(span) = &field.key {
            cx.report(problem!(Error "key-not-here" at span.clone(), key = name; help "key-not-here-help"));
        }
    }
    let asked = card::content(kind, &mut raw, unnamed, cx);
    let meta = meta::meta(&mut raw, base, context, cx);
    Some((Question { id: id?, info, content: asked?, meta }, key))
}

/// What the exam fixes.
fn counts(kind: Kind, all: &[Question], places: &[Span], key: &Span, cx: &mut Cx<'_>) {
    let count = all.len();
    match kind {
        Kind::Case if !CASE.contains(&count) => {
            cx.report(problem!(Warning "case-count" at key.clone(), count = count; help "case-count-help"));
        }
        Kind::Kfp => {
            let typed = all.iter().any(|q| q.content.kind() == Kind::Qroc);
            let long = all.iter().any(|q| matches!(&q.content, Content::Qrp(choice) if choice.is_long()));
            if count != KFP || !typed || !long {
                cx.report(problem!(Warning "kfp-count" at key.clone(); help "kfp-count-help"));
            }
        }
        Kind::Article => {
            for (question, place) in all.iter().zip(places) {
                let kind = question.content.kind();
                if !matches!(kind, Kind::Qru | Kind::Qrm) {
                    cx.report(
                        problem!(Warning "article-kind" at place.clone(), kind = kind; help "article-kind-help"),
                    );
                }
            }
        }
        _ => {}
    }
}

fn article(node: &Node, cx: &mut Cx<'_>) -> Option<Article> {
    if matches!(node.value, Value::Scalar { .. }) {
        cx.report(problem!(Error "article-form" at node.span.clone(); help "article-form-help"));
        return None;
    }
    let raw = read_record::<RawArticle<'_>>(node, cx)?;
    let start = raw.start.clone();
    let file = raw.file.needed("file", "article", &start, cx);
    let title = raw.title.needed("title", "article", &start, cx);
    let file = file?;
    let body = body(&file, cx);
    Some(Article {
        title: title?.value,
        file: file.value.to_string(),
        body: crate::card::Text::clean(&body?),
        questions: Vec::new(),
    })
}

fn body(At { value: file, span }: &Line, cx: &mut Cx<'_>) -> Option<String> {
    let text = if stays_inside(file) { cx.media.read_text(file) } else { Err(MediaProblem::Outside) };
    let span = span.clone();
    let found = match text {
        Ok(text) if text.trim().is_empty() => {
            problem!(Error "article-empty" at span, file = file; help "article-empty-help")
        }
        Ok(text) => return Some(text),
        Err(MediaProblem::Missing) => problem!(Error "no-file" at span, file = file; help "no-file-help"),
        Err(MediaProblem::Outside) => {
            problem!(Error "file-outside" at span, file = file; help "file-outside-help")
        }
        Err(MediaProblem::NotText) => {
            problem!(Error "article-not-text" at span, file = file; help "article-not-text-help")
        }
    };
    cx.report(found);
    None
}
