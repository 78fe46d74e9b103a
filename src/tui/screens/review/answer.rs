//! The marked answer: what was right and wrong, the note, the source, the dates.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::{Lines, choice, difference};
use crate::{
    app::{asked::Asked, face, words},
    card::{Content, Qroc, Source},
    grade::{
        Detail, Marked,
        matcher::{Match, Remark},
    },
    i18n::Lang,
    tui::{
        model::Answered,
        view::Painter,
        widgets::{markdown, typography::unbreakable, wrap},
    },
};

/// The matcher is unsure: both strings with their difference, and the question what it is worth.
pub(super) fn write_deciding(
    typed: &str,
    marked: &Marked,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let Detail::Typed(found) = &marked.detail else { return };
    let theme = painter.theme;
    lines.push(Line::styled(painter.say("almost-title"), theme.warn));
    let expected = found.matched.as_deref().unwrap_or_default();
    difference::write(typed, expected, painter, width, lines);
    write_remark(found, painter, width, lines);
    lines.gap();
    lines.labelled(&painter.say("almost-question"), theme.accent, "", theme.text, width);
}

/// Everything that is shown once a card is answered.
pub(super) fn write(asked: &Asked, answered: &Answered, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let card = &asked.card;
    match (&card.content, answered.marked.as_ref().map(|m| &m.detail)) {
        (_, Some(Detail::Choice(detail))) => {
            choice::write_marked(asked, detail, painter, width, lines);
            write_score(answered, matches!(card.content, Content::Qrm(_)), painter, lines);
        }
        (Content::Qroc(qroc), Some(Detail::Typed(found))) => {
            write_typed(qroc, answered, found, painter, width, lines);
        }
        (Content::Cloze(_), _) => {
            let filled = face::answer(card, asked.part()).unwrap_or_default();
            lines.markdown(&filled, width, painter, painter.theme.text);
        }
        _ => {
            let rule = "─".repeat(usize::from(width.min(24)));
            lines.push(Line::styled(rule, painter.theme.rule));
            let text = face::answer(card, asked.part()).unwrap_or_default();
            lines.markdown(&text, width, painter, painter.theme.text);
        }
    }
    if let Some(image) = &card.meta.answer_image {
        lines.labelled(&painter.say("image-label"), painter.theme.dim, &image.alt, painter.theme.dim, width);
    }
    if let Some(note) = &card.meta.note {
        lines.gap();
        lines.markdown(&face::without_marks(note), width, painter, painter.theme.text);
    }
    write_dates(asked, painter, width, lines);
    write_sources(asked, painter, width, lines);
    if let Some(note) = &asked.note {
        lines.gap();
        lines.push(Line::styled(painter.say("own-note-label"), painter.theme.accent));
        lines.markdown(note, width, painter, painter.theme.text);
    }
}

/// The points; for a QRM, which is marked by them, the discordances.
fn write_score(answered: &Answered, by_discordances: bool, painter: Painter<'_>, lines: &mut Lines) {
    let Some(score) = answered.score else { return };
    let theme = painter.theme;
    let style = score_style(score, painter);
    let mut spans = vec![Span::styled(score_text(score, painter), style)];
    if let Some(Marked { detail: Detail::Choice(detail), .. }) = &answered.marked {
        let discordances = detail.discordant().count();
        if detail.is_zeroed() {
            spans.push(Span::styled(format!(" · {}", painter.say("score-zeroed")), theme.bad));
        } else if by_discordances && discordances > 0 {
            let text = painter.with("score-discordances", &[("n", discordances.into())]);
            spans.push(Span::styled(format!(" · {text}"), theme.dim));
        }
    }
    lines.gap();
    lines.push(Line::from(spans));
}

fn score_style(score: f64, painter: Painter<'_>) -> Style {
    if score >= 1.0 {
        painter.theme.good
    } else if score > 0.0 {
        painter.theme.warn
    } else {
        painter.theme.bad
    }
}

fn score_text(score: f64, painter: Painter<'_>) -> String {
    let lang = painter.messages.lang();
    let digits = if (score * 10.0).fract().abs() < 1e-9 { 1 } else { 2 };
    let number = words::decimal(score, digits, lang);
    let zero = match lang {
        Lang::Fr => ",0",
        Lang::En => ".0",
    };
    let number = number.strip_suffix(zero).unwrap_or(&number).to_owned();
    painter.with("score", &[("score", number.into())])
}

fn write_typed(
    qroc: &Qroc,
    answered: &Answered,
    found: &Match,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let theme = painter.theme;
    let score = answered.score.unwrap_or(0.0);
    let typed = answered.typed.as_deref().unwrap_or_default();
    let shown = if typed.is_empty() { painter.say("answer-empty") } else { typed.to_owned() };
    let mark = if score >= 1.0 {
        "✔"
    } else if score > 0.0 {
        "≈"
    } else {
        "✘"
    };
    let style = score_style(score, painter);
    lines.labelled(&format!("{mark} {}", painter.say("answer-label")), style, &shown, style, width);
    let expected = qroc.answers.first().map_or("", |a| a.as_str());
    if score < 1.0 || found.remark.is_some() || typed.to_lowercase() != expected.to_lowercase() {
        lines.labelled(&painter.say("answer-expected"), theme.good, expected, theme.good, width);
    }
    let others: Vec<&str> = qroc.answers.iter().skip(1).map(|a| a.as_str()).collect();
    if !others.is_empty() {
        lines.labelled(&painter.say("answer-also"), theme.dim, &others.join(" · "), theme.dim, width);
    }
    if !qroc.accept.is_empty() {
        let half: Vec<&str> = qroc.accept.iter().map(|a| a.as_str()).collect();
        lines.labelled(&painter.say("answer-half"), theme.dim, &half.join(" · "), theme.dim, width);
    }
    write_remark(found, painter, width, lines);
    write_score(answered, false, painter, lines);
}

fn write_remark(found: &Match, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let Some(remark) = &found.remark else { return };
    let text = match remark {
        Remark::Confusable { typed, expected } => {
            let args = [("typed", typed.as_str().into()), ("expected", expected.as_str().into())];
            painter.with("remark-confusable", &args)
        }
        Remark::Accents => painter.say("remark-accents"),
        Remark::Spelling => painter.say("remark-spelling"),
        Remark::UnitMissing => painter.say("remark-unit-missing"),
        Remark::Acronym => painter.say("remark-acronym"),
        Remark::AmbiguousAcronym => painter.say("remark-ambiguous-acronym"),
        Remark::LessPrecise => painter.say("remark-less-precise"),
        Remark::WordOrder => painter.say("remark-word-order"),
        Remark::MissingWords => painter.say("remark-missing-words"),
        Remark::ExtraWords => painter.say("remark-extra-words"),
        Remark::Negation => painter.say("remark-negation"),
        Remark::Number => painter.say("remark-number"),
        Remark::Unit => painter.say("remark-unit"),
        Remark::ExpansionWanted => painter.say("remark-expansion-wanted"),
        Remark::AcronymWanted => painter.say("remark-acronym-wanted"),
        Remark::Hedged => painter.say("remark-hedged"),
    };
    let runs = [wrap::Run { text, style: painter.theme.dim }];
    lines.out.extend(wrap::wrap(&runs, width, &[], &[]));
}

/// "True from …", "True until …": a fact that has a date is never shown without it.
fn write_dates(asked: &Asked, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let meta = &asked.card.meta;
    let say = |date| words::date(date, painter.messages);
    let text = match (meta.as_of, meta.until) {
        (Some(from), Some(to)) => {
            painter.with("true-between", &[("from", say(from).into()), ("to", say(to).into())])
        }
        (Some(from), None) => painter.with("true-from", &[("date", say(from).into())]),
        (None, Some(to)) => painter.with("true-until", &[("date", say(to).into())]),
        (None, None) => return,
    };
    lines.gap();
    let runs = [wrap::Run { text, style: painter.theme.warn }];
    lines.out.extend(wrap::wrap(&runs, width, &[], &[]));
}

fn write_sources(asked: &Asked, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let sources: Vec<String> = asked
        .card
        .meta
        .sources
        .iter()
        .filter_map(|key| asked.head.source(key))
        .map(|source| describe(source, painter))
        .collect();
    if sources.is_empty() {
        return;
    }
    lines.gap();
    for source in sources {
        let runs = [wrap::Run {
            text: format!("{} {}", painter.say("source-label"), unbreakable(&markdown::plain(&source))),
            style: painter.theme.dim,
        }];
        lines.out.extend(wrap::wrap(&runs, width, &[], &[]));
    }
}

fn describe(source: &Source, painter: Painter<'_>) -> String {
    let mut text = source.title.to_string();
    if let Some(author) = &source.author {
        text = format!("{author}, {text}");
    }
    if let Some(date) = source.date {
        text = format!("{text} ({})", words::date(date, painter.messages));
    }
    text
}
