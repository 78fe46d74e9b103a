//! The marked answer: what was right and wrong, the note, the source, the dates.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::{Lines, choice, difference, list, picture, scale, zone};
use crate::{
    app::{
        answered::{Answered, Undecided},
        asked::Asked,
        face, wording,
    },
    card::{Choice, Content, Ground, Mask, Qroc, Zone},
    grade::{Detail, Marked, Tick, matcher::Match},
    tui::{
        view::Painter,
        widgets::{typography::unbreakable, wrap},
    },
};

/// The matcher is unsure: both strings with their difference, and the question what it is worth.
pub(super) fn write_deciding(undecided: &Undecided, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let Detail::Typed(found) = &undecided.marked.detail else { return };
    let theme = painter.theme;
    lines.push(Line::styled(painter.say("almost-title"), theme.warn));
    let expected = found.matched.as_deref().unwrap_or_default();
    difference::write(&undecided.typed, expected, painter, width, lines);
    write_remark(found, painter, width, lines);
    lines.gap();
    lines.labelled(&painter.say("almost-question"), theme.accent, "", theme.text, width);
}

/// Everything that is shown once a card is answered.
pub(super) fn write(asked: &Asked, answered: &Answered, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let card = &asked.card;
    match (&card.content, answered.marked.as_ref().map(|m| &m.detail)) {
        (_, Some(Detail::Choice(detail))) => {
            choice::write_marked(asked, detail, first_of(asked), painter, width, lines);
            write_score(&card.content, answered, painter, lines);
        }
        (Content::Qroc(qroc), Some(Detail::Typed(found))) => {
            write_typed(qroc, answered, found, painter, width, lines);
            write_score(&card.content, answered, painter, lines);
        }
        (Content::Zone(Zone { ground: Ground::Image { .. }, .. }), detail) => {
            let detail = match detail {
                Some(Detail::Zone(detail)) => Some(detail),
                _ => None,
            };
            picture::write_zones(asked, detail, painter, width, lines);
            write_score(&card.content, answered, painter, lines);
        }
        (Content::Zone(zone), Some(Detail::Zone(_))) => {
            zone::write_marked(zone, &answered.ticked, painter, width, lines);
            write_score(&card.content, answered, painter, lines);
        }
        (_, Some(Detail::Tcs(detail))) => {
            scale::write_marked(asked, detail, painter, width, lines);
            write_score(&card.content, answered, painter, lines);
        }
        (Content::List(list), Some(Detail::List(detail))) => {
            list::write_marked(list, detail, painter, width, lines);
            write_score(&card.content, answered, painter, lines);
        }
        (Content::Mask(mask), _) => write_unmasked(mask, asked, painter, width, lines),
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
    if let Some(image) = &card.meta.answer_image
        && !(lines.pictured && matches!(asked.pictures.answer, Some(Ok(_))))
    {
        picture::write_instead(image, asked.pictures.answer.as_ref(), painter, width, lines);
    }
    if let Some(note) = &card.meta.note {
        lines.gap();
        lines.markdown(&face::without_marks(note), width, painter, painter.theme.text);
    }
    picture::write_credit(asked, painter, width, lines);
    write_dates(asked, painter, width, lines);
    write_sources(asked, painter, width, lines);
    if let Some(note) = &asked.note {
        lines.gap();
        lines.push(Line::styled(painter.say("own-note-label"), painter.theme.accent));
        lines.markdown(note, width, painter, painter.theme.text);
    }
    if let (true, Some(Detail::Choice(detail))) =
        (is_long(asked), answered.marked.as_ref().map(|m| &m.detail))
        && detail.options.contains(&Tick::Avoided)
    {
        lines.gap();
        lines.push(Line::styled(painter.say("avoided-title"), painter.theme.dim));
        choice::write_marked(asked, detail, |tick| tick == Tick::Avoided, painter, width, lines);
    }
}

/// What was under the mask, close to the picture that shows it.
fn write_unmasked(mask: &Mask, asked: &Asked, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    if !mask.names().is_empty() {
        let text = face::answer(&asked.card, asked.part()).unwrap_or_default();
        lines.markdown(&text, width, painter, painter.theme.text);
    } else if !lines.pictured {
        let runs = [wrap::Run { text: painter.say("mask-unnamed"), style: painter.theme.dim }];
        lines.out.extend(wrap::wrap(&runs, width, &[], &[]));
    }
}

/// Of many options, those that matter come first; the others follow at the very end.
fn first_of(asked: &Asked) -> fn(Tick) -> bool {
    if is_long(asked) { |tick| tick != Tick::Avoided } else { |_| true }
}

fn is_long(asked: &Asked) -> bool {
    asked.options().count() >= Choice::LONG
}

/// The points; for a QRM, which is marked by them, the discordances.
fn write_score(content: &Content, answered: &Answered, painter: Painter<'_>, lines: &mut Lines) {
    let Some(score) = answered.score else { return };
    let theme = painter.theme;
    let style = score_style(score, painter);
    let mut spans = vec![Span::styled(wording::score(score, painter.messages), style)];
    if let Some(Marked { detail: Detail::List(detail), .. }) = &answered.marked {
        let args = [("n", detail.found().into()), ("wanted", detail.items.len().into())];
        spans.push(Span::styled(format!(" · {}", painter.with("ticked-count", &args)), theme.dim));
    }
    if let Some(Marked { detail: Detail::Choice(detail), .. }) = &answered.marked
        && let Some(text) = wording::discordances(content, detail, painter.messages)
    {
        let style = if detail.is_zeroed() { theme.bad } else { theme.dim };
        spans.push(Span::styled(format!(" · {text}"), style));
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
    let others: Vec<&str> = qroc.answers.iter().skip(1).map(crate::card::Text::as_str).collect();
    if !others.is_empty() {
        lines.labelled(&painter.say("answer-also"), theme.dim, &others.join(" · "), theme.dim, width);
    }
    if !qroc.accept.is_empty() {
        let half: Vec<&str> = qroc.accept.iter().map(crate::card::Text::as_str).collect();
        lines.labelled(&painter.say("answer-half"), theme.dim, &half.join(" · "), theme.dim, width);
    }
    write_remark(found, painter, width, lines);
}

fn write_remark(found: &Match, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let Some(remark) = &found.remark else { return };
    let text = wording::remark(remark, painter.messages);
    let runs = [wrap::Run { text, style: painter.theme.dim }];
    lines.out.extend(wrap::wrap(&runs, width, &[], &[]));
}

/// "True from …", "True until …": a fact that has a date is never shown without it.
fn write_dates(asked: &Asked, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let Some(text) = wording::dates(&asked.card.meta, painter.messages) else { return };
    lines.gap();
    let runs = [wrap::Run { text, style: painter.theme.warn }];
    lines.out.extend(wrap::wrap(&runs, width, &[], &[]));
}

fn write_sources(asked: &Asked, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let sources = wording::sources(asked, painter.messages);
    if sources.is_empty() {
        return;
    }
    lines.gap();
    for source in sources {
        let runs = [wrap::Run {
            text: format!("{} {}", painter.say("source-label"), unbreakable(&source)),
            style: painter.theme.dim,
        }];
        lines.out.extend(wrap::wrap(&runs, width, &[], &[]));
    }
}
