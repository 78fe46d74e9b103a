//! Options, while they are ticked and once they are marked.

use ratatui::{
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::Lines;
use crate::{
    app::{asked::Asked, wording},
    card::{Choice, Content},
    grade::{ChoiceDetail, Tick},
    tui::{
        model::Choosing,
        mouse::Target,
        view::Painter,
        widgets::{
            markdown,
            wrap::{Run, wrap},
        },
    },
};

/// ```text
/// ▸ [x] A  Établissement public
///   [ ] B  Association
/// ```
///
/// Without letters where options are found by typing.
pub(super) fn write_open(
    asked: &Asked,
    choosing: &Choosing,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let single = matches!(asked.card.content, Content::Qru(_));
    let visible = choosing.visible(asked);
    if visible.is_empty() {
        lines.push(Line::styled(painter.say("filter-none"), painter.theme.dim));
    }
    let shown = asked.options().filter(|(line, number, _)| visible.contains(&(*line, *number)));
    for (row, (line, number, option)) in shown.enumerate() {
        let here = row == choosing.cursor;
        let tick = match (choosing.ticked.contains(&number), single) {
            (true, true) => "(•)",
            (false, true) => "( )",
            (true, false) => "[x]",
            (false, false) => "[ ]",
        };
        let arrow = if here { "▸" } else { " " };
        let style = if here { painter.theme.selected } else { painter.theme.text };
        let head = match choosing.filter {
            Some(_) => format!("{arrow} {tick} "),
            None => format!("{arrow} {tick} {}  ", wording::letter(line)),
        };
        let indent = Span::raw(" ".repeat(head.width()));
        let begin = lines.out.len();
        let runs = [Run { text: markdown::plain(&option.text), style }];
        lines.out.extend(wrap(&runs, width, &[Span::styled(head, style)], &[indent]));
        lines.clickable(begin, width, Target::Option(row));
        if here {
            lines.cursor = Some((begin, lines.out.len() - 1));
        }
    }
}

/// ```text
/// ✔ A  Établissement public          right and ticked
/// ✘ B  Association                   wrong and ticked
///      Elle n'a pas d'adhérents.
/// ○ C  …                             right and left blank
/// · D  …                             wrong and left blank
/// ```
///
/// Only those that are `wanted`.
pub(super) fn write_marked(
    asked: &Asked,
    detail: &ChoiceDetail,
    wanted: fn(Tick) -> bool,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let theme = painter.theme;
    let lettered = asked.options().count() < Choice::LONG;
    for (line, number, option) in asked.options() {
        let Some(&tick) = detail.options.get(number).filter(|tick| wanted(**tick)) else { continue };
        let (mark, style): (_, Style) = match tick {
            Tick::Found => ("✔", theme.good),
            Tick::Missed | Tick::RequiredMissed => ("○", theme.warn),
            Tick::Wrong | Tick::UnacceptableTicked => ("✘", theme.bad),
            Tick::Avoided => ("·", theme.dim),
        };
        let text_style = if tick == Tick::Avoided { theme.text } else { style };
        let head = if lettered { format!("{mark} {}  ", wording::letter(line)) } else { format!("{mark} ") };
        let indent = Span::raw(" ".repeat(head.width()));
        let first = Span::styled(head, style);
        let mut runs = vec![Run { text: markdown::plain(&option.text), style: text_style }];
        if let Some(remark) = wording::option_remark(option, tick) {
            runs.push(Run { text: format!(" — {}", painter.say(remark)), style });
        }
        lines.out.extend(wrap(&runs, width, &[first], std::slice::from_ref(&indent)));
        if let Some(why) = &option.why {
            let runs = [Run { text: markdown::plain(why), style: theme.dim }];
            lines.out.extend(wrap(
                &runs,
                width,
                std::slice::from_ref(&indent),
                std::slice::from_ref(&indent),
            ));
        }
    }
}
