//! The items of a list, while they are recalled and once they are marked.

use ratatui::{style::Style, text::Span};
use unicode_width::UnicodeWidthStr;

use super::{Lines, difference};
use crate::{
    app::{answered::Doubts, asked::Asked, recall::Recall, wording},
    card::{Content, List},
    grade::{ItemState, ListDetail, PieceState},
    tui::{
        view::Painter,
        widgets::{
            typography::unbreakable,
            wrap::{Run, wrap},
        },
    },
};

/// ```text
/// ✔ maladie
/// ✔ accidents du travail (AT)
/// ≈ maternitée — presque : à vous de juger à la fin
/// ✘ retraite — pas dans la liste
/// ```
pub(super) fn write_open(
    asked: &Asked,
    recall: &Recall,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let Content::List(list) = &asked.card.content else { return };
    let detail = recall.detail();
    for (number, piece) in detail.pieces.iter().enumerate() {
        let begin = lines.out.len();
        match detail.piece_state(number) {
            PieceState::Found(item) => write_found(list, item, piece, painter, width, lines),
            state => write_stray(state, piece, painter, width, lines),
        }
        lines.cursor = Some((begin, lines.out.len() - 1));
    }
}

/// The matcher is unsure: both strings with their difference, and the question whether the item counts.
pub(super) fn write_doubt(
    asked: &Asked,
    doubts: &Doubts,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let Content::List(list) = &asked.card.content else { return };
    let Some(doubt) = doubts.current(list) else { return };
    let theme = painter.theme;
    let title = painter.with("doubt-title", &[("n", doubts.left().into())]);
    lines.labelled(&title, theme.warn, "", theme.text, width);
    difference::write(doubt.typed, doubt.expected, painter, width, lines);
    if let Some(remark) = doubt.remark {
        let runs = [Run { text: wording::remark(remark, painter.messages), style: theme.dim }];
        lines.out.extend(wrap(&runs, width, &[], &[]));
    }
    lines.gap();
    lines.labelled(&painter.say("doubt-question"), theme.accent, "", theme.text, width);
}

/// ```text
/// ✔ 1. maladie
/// ○ 2. décès — à citer
/// ≈ 3. invalidité — pas à sa place
/// ✘ retraite — pas dans la liste
/// ```
pub(super) fn write_marked(
    list: &List,
    detail: &ListDetail,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let theme = painter.theme;
    for (number, item) in detail.items.iter().enumerate() {
        let typed = item.piece.and_then(|piece| detail.pieces.get(piece));
        let (mark, style, remark) = match item.state {
            ItemState::Found => {
                write_found(list, number, typed.map_or("", String::as_str), painter, width, lines);
                continue;
            }
            ItemState::Almost | ItemState::Misplaced => ("≈", theme.warn, "piece-misplaced"),
            ItemState::Missing => ("○", theme.warn, "item-missing"),
        };
        let text = format!("{} — {}", name(list, number), painter.say(remark));
        write_line(&head(list, number, mark), &text, style, width, lines);
    }
    for (number, piece) in detail.pieces.iter().enumerate() {
        let state = detail.piece_state(number);
        if state != PieceState::Extra {
            continue;
        }
        write_stray(state, piece, painter, width, lines);
        if let Some(remark) = detail.remark(number) {
            let runs = [Run { text: wording::remark(remark, painter.messages), style: theme.dim }];
            let indent = Span::raw("  ");
            lines.out.extend(wrap(
                &runs,
                width,
                std::slice::from_ref(&indent),
                std::slice::from_ref(&indent),
            ));
        }
    }
}

/// The item as the author writes it, and what was typed where that is something else.
fn write_found(list: &List, item: usize, typed: &str, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let expected = name(list, item);
    let same = typed.to_lowercase() == expected.to_lowercase();
    let text = if same { expected.to_owned() } else { format!("{expected} ({typed})") };
    write_line(&head(list, item, "✔"), &text, painter.theme.good, width, lines);
}

/// What does not count (yet), with the reason.
fn write_stray(state: PieceState, typed: &str, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let theme = painter.theme;
    let (mark, style) = match state {
        PieceState::Almost(_) | PieceState::Misplaced(_) => ("≈", theme.warn),
        PieceState::Repeated => ("·", theme.dim),
        _ => ("✘", theme.dim),
    };
    let reason = wording::piece_remark(state).map(|id| format!(" — {}", painter.say(id))).unwrap_or_default();
    write_line(mark, &format!("{typed}{reason}"), style, width, lines);
}

fn write_line(head: &str, text: &str, style: Style, width: u16, lines: &mut Lines) {
    let runs = [Run { text: unbreakable(text), style }];
    let first = Span::styled(format!("{head} "), style);
    let indent = Span::raw(" ".repeat(head.width() + 1));
    lines.out.extend(wrap(&runs, width, &[first], &[indent]));
}

/// The mark, and the item's number where the order counts.
fn head(list: &List, item: usize, mark: &str) -> String {
    if list.ordered { format!("{mark} {}.", item + 1) } else { mark.to_owned() }
}

/// The item as the author writes it.
fn name(list: &List, item: usize) -> &str {
    list.items.get(item).and_then(|spellings| spellings.first()).map_or("", |text| text.as_str())
}
