//! What paper is wanted.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

use super::{draw_title, wrapped};
use crate::tui::{
    model::{Field, Form},
    view::{Painter, cut},
};

/// ```text
/// Composer une épreuve
/// ─────────────────────────────
/// ▸ Questions        20
///   Minutes          36 (au rythme de l'EDN)
///   Rang             tous
/// ```
pub(super) fn draw(form: &Form, painter: Painter<'_>, area: Rect, buffer: &mut Buffer) {
    let title = painter.say("exam-form-title");
    let body = draw_title(&title, "", painter, area, buffer);
    let fields: Vec<(Field, String, String)> = Field::ALL
        .into_iter()
        .map(|field| (field, name(field, painter), value(form, field, painter)))
        .collect();
    let column = fields.iter().map(|(_, name, _)| name.width()).max().unwrap_or(0) + 2;
    let mut lines = Vec::new();
    for (field, name, value) in fields {
        let here = field == form.field;
        let (mark, style) = if here { ("▸ ", painter.theme.selected) } else { ("  ", painter.theme.text) };
        let gap = " ".repeat(column - name.width());
        let room = body.width.saturating_sub(u16::try_from(column + 2).unwrap_or(0));
        lines.push(Line::from(vec![
            Span::styled(format!("{mark}{name}{gap}"), style),
            Span::styled(cut(&value, room), style),
        ]));
    }
    lines.push(Line::default());
    lines.extend(wrapped(&painter.say("exam-form-help"), painter.theme.dim, body.width));
    for (line, y) in lines.into_iter().zip(body.y..body.bottom()) {
        line.render(Rect { y, height: 1, ..body }, buffer);
    }
}

fn name(field: Field, painter: Painter<'_>) -> String {
    painter.say(match field {
        Field::Questions => "exam-form-questions",
        Field::Minutes => "exam-form-minutes",
        Field::Rank => "exam-form-rank",
        Field::Item => "exam-form-item",
        Field::Unit => "exam-form-unit",
    })
}

fn value(form: &Form, field: Field, painter: Painter<'_>) -> String {
    let any = || painter.say("exam-form-any");
    match field {
        Field::Questions if form.unit => "90–110".to_owned(),
        Field::Questions => form.questions.to_string(),
        Field::Minutes => form.minutes.map_or_else(
            || painter.with("exam-form-pace", &[("minutes", form.pace().into())]),
            |minutes| minutes.to_string(),
        ),
        Field::Rank => form.rank.map_or_else(any, |rank| rank.to_string()),
        Field::Item if form.item == 0 => any(),
        Field::Item => form.item.to_string(),
        Field::Unit => painter.say(if form.unit { "exam-form-unit-yes" } else { "exam-form-unit-no" }),
    }
}
