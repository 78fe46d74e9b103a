//! Options, while they are ticked and once they are marked.

use std::collections::BTreeSet;

use ratatui::{style::Style, text::Span};

use super::Lines;
use crate::{
    app::{asked::Asked, wording},
    card::Content,
    grade::{ChoiceDetail, Tick},
    tui::{
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
pub(super) fn write_open(
    asked: &Asked,
    ticked: &BTreeSet<usize>,
    cursor: usize,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let single = matches!(asked.card.content, Content::Qru(_));
    for (line, number, option) in asked.options() {
        let here = line == cursor;
        let tick = match (ticked.contains(&number), single) {
            (true, true) => "(•)",
            (false, true) => "( )",
            (true, false) => "[x]",
            (false, false) => "[ ]",
        };
        let pointer = if here { "▸" } else { " " };
        let style = if here { painter.theme.selected } else { painter.theme.text };
        let first = Span::styled(format!("{pointer} {tick} {}  ", wording::letter(line)), style);
        let indent = Span::raw(" ".repeat(9));
        let begin = lines.out.len();
        let runs = [Run { text: markdown::plain(&option.text), style }];
        lines.out.extend(wrap(&runs, width, &[first], &[indent]));
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
pub(super) fn write_marked(
    asked: &Asked,
    detail: &ChoiceDetail,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let theme = painter.theme;
    for (line, number, option) in asked.options() {
        let Some(&tick) = detail.options.get(number) else { continue };
        let (mark, style): (_, Style) = match tick {
            Tick::Found => ("✔", theme.good),
            Tick::Missed | Tick::RequiredMissed => ("○", theme.warn),
            Tick::Wrong | Tick::UnacceptableTicked => ("✘", theme.bad),
            Tick::Avoided => ("·", theme.dim),
        };
        let text_style = if tick == Tick::Avoided { theme.text } else { style };
        let first = Span::styled(format!("{mark} {}  ", wording::letter(line)), style);
        let indent = Span::raw(" ".repeat(5));
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
