//! A scale from −2 to +2, while its step is chosen and beside the panel's answers.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::Lines;
use crate::{
    app::{
        answered::is_demonstration,
        asked::Asked,
        wording::{step as written, step_meaning},
    },
    card::{Content, TcsQuestion},
    grade::TcsDetail,
    tui::{
        model::Scaling,
        mouse::Target,
        view::Painter,
        widgets::wrap::{Run, wrap},
    },
};

/// Below this width the bars have no room beside the words of the steps.
const WIDE: u16 = 60;
/// The longest bar.
const LONGEST: u16 = 24;

/// What is thought of and what is found.
fn write_question(question: &TcsQuestion, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let theme = painter.theme;
    for (label, text) in [("scale-hypothesis", &question.hypothesis), ("scale-finding", &question.finding)] {
        lines.labelled(&painter.say(label), theme.dim, text, theme.text, width);
    }
}

/// ```text
/// Si vous pensiez à : une embolie pulmonaire
/// Et que vous trouvez : des D-dimères négatifs
/// Cette hypothèse devient :
///   1  −2  beaucoup moins probable
/// ▸ 2  −1  moins probable
/// ```
pub(super) fn write_open(
    asked: &Asked,
    scaling: Scaling,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let Some(question) = question(asked) else { return };
    let theme = painter.theme;
    write_question(question, painter, width, lines);
    lines.push(Line::styled(painter.say("scale-becomes"), theme.dim));
    for (number, step) in (1..).zip(-2_i8..=2) {
        let here = scaling.step == Some(step);
        let (arrow, style) = if here { ("▸", theme.selected) } else { (" ", theme.text) };
        let head = format!("{arrow} {number}  {:>2}  ", written(step));
        let indent = [Span::raw(" ".repeat(head.width()))];
        let runs = [Run { text: step_meaning(step, painter.messages), style }];
        let begin = lines.out.len();
        lines.out.extend(wrap(&runs, width, &[Span::styled(head, style)], &indent));
        lines.clickable(begin, width, Target::Step(step));
        if here {
            lines.cursor = Some((begin, lines.out.len() - 1));
        }
    }
}

/// ```text
///   −2  beaucoup moins probable                              0
/// ▸ −1  moins probable               ████████████████████    9 ✔
///    0  ni plus ni moins probable    ████████████████        7
/// ▸ votre réponse · ✔ le choix le plus fréquent du panel
/// ```
pub(super) fn write_marked(
    asked: &Asked,
    detail: &TcsDetail,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let Some(question) = question(asked) else { return };
    let theme = painter.theme;
    write_question(question, painter, width, lines);
    lines.gap();
    lines.push(Line::styled(painter.say("scale-panel"), theme.dim));
    let most = detail.votes.into_iter().max().unwrap_or(0);
    let figures = most.to_string().len();
    let label = |step| if width >= WIDE { step_meaning(step, painter.messages) } else { String::new() };
    let column = (-2..=2).map(|step| label(step).width()).max().unwrap_or(0);
    let room = usize::from(width).saturating_sub(column + figures + 14).min(usize::from(LONGEST));
    for (step, votes) in (-2_i8..=2).zip(detail.votes) {
        let own = step == detail.step;
        let modal = detail.modal.contains(&step);
        let style = match (own, modal) {
            (true, true) => theme.good,
            (true, false) if votes > 0 => theme.warn,
            (true, false) => theme.bad,
            (false, _) => theme.text,
        };
        let arrow = if own { "▸" } else { " " };
        let words = label(step);
        let pad = " ".repeat(column - words.width());
        let bar = length(votes, most, room);
        lines.push(Line::from(vec![
            Span::styled(format!("{arrow} {:>2}  {words}{pad}  ", written(step)), style),
            Span::styled("█".repeat(bar), style),
            Span::styled(format!("{}  {votes:>figures$}", " ".repeat(room - bar)), style),
            Span::styled(if modal { " ✔" } else { "" }, theme.good),
        ]));
    }
    let runs = [
        Run { text: format!("▸\u{a0}{}", painter.say("scale-legend-own")), style: theme.dim },
        Run { text: format!(" · ✔\u{a0}{}", painter.say("scale-legend-modal")), style: theme.dim },
    ];
    lines.out.extend(wrap(&runs, width, &[], &[]));
    if is_demonstration(asked) {
        lines.gap();
        let runs = [Run { text: painter.say("scale-demonstration"), style: theme.warn }];
        lines.out.extend(wrap(&runs, width, &[], &[]));
    }
}

/// The single question of the test.
fn question(asked: &Asked) -> Option<&TcsQuestion> {
    match &asked.card.content {
        Content::Tcs(tcs) => tcs.questions.first(),
        _ => None,
    }
}

/// The length of a bar; whoever voted leaves a trace.
fn length(votes: u32, most: u32, room: usize) -> usize {
    if votes == 0 || most == 0 {
        return 0;
    }
    let scaled = u64::from(votes) * room as u64 / u64::from(most);
    usize::try_from(scaled).unwrap_or(room).clamp(1, room.max(1))
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn a_bar_is_as_long_as_its_share_and_a_single_vote_is_seen() {
        assert_eq!([length(0, 9, 24), length(9, 9, 24), length(3, 9, 24), length(1, 900, 24)], [0, 24, 8, 1]);
        assert_eq!(length(u32::MAX, u32::MAX, 24), 24);
        assert_eq!(length(0, 0, 24), 0);
    }
}
