//! The settings of studying.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::list::{self, Entry};
use crate::{
    app::{settings::SettingLine, wording::settings as wording},
    tui::{
        model::SettingsScreen,
        view::{Painter, ViewState, cut, draw_ends, draw_rule},
        widgets::{
            typography::unbreakable,
            wrap::{Run, wrap},
        },
    },
};

/// Below this width names and values stand at the two ends of a row.
const WIDE: u16 = 64;
/// Below this height less is said of the chosen setting.
const AIRY: u16 = 16;

/// ```text
/// Réglages                            les mêmes sur tous vos appareils
/// ─────────────────────────────────────────────────────────────
/// L'examen                                                      headings and rows
/// ▸ Date de l'examen               • lundi 18 octobre 2027, dans 330 jours
///   Les épreuves blanches comptent   oui
/// ─────────────────────────────────────────────────────────────
/// Date de l'examen : lundi 18 octobre 2027, dans 330 jours · exam-date
/// Jusque-là, les nouvelles cartes sont réparties pour être …    what it does
/// Par défaut : aucune.                                          where it is not at its default
/// ```
pub(in crate::tui) fn draw(
    screen: &SettingsScreen,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    let airy = area.height >= AIRY;
    // Of one height for all, so that the list stays where it is while the cursor moves.
    let [title, rule, rows, below, text] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(airy.into()),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(if airy { 5 } else { 3 }),
    ])
    .areas(area);
    let shared = if area.width >= WIDE { painter.say("settings-shared") } else { String::new() };
    draw_ends(
        &Span::styled(painter.say("settings-title"), painter.theme.title),
        &Span::styled(shared, painter.theme.dim),
        title,
        buffer,
    );
    if airy {
        draw_rule(rule, painter.theme.rule, buffer);
    }
    let column = column(screen, painter);
    let line = |number: usize| match screen.lines.get(number) {
        Some(line) => row(line, number == screen.cursor, column, painter, rows.width - 1),
        None => Line::default(),
    };
    list::draw_grouped(&entries(screen, painter), screen.cursor, line, painter, state, rows, buffer);
    let detail = screen.chosen().map(|line| detail(line, painter, text)).unwrap_or_default();
    list::draw_detail(detail, below, text, painter, buffer);
}

/// The settings below the headings of their groups.
fn entries(screen: &SettingsScreen, painter: Painter<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut before = None;
    for (number, line) in screen.lines.iter().enumerate() {
        let group = line.setting.group();
        if before.replace(group) != Some(group) {
            entries.push(Entry::Heading(unbreakable(&wording::group(group, painter.messages))));
        }
        entries.push(Entry::Row(number));
    }
    entries
}

/// Where the values begin on a wide screen.
fn column(screen: &SettingsScreen, painter: Painter<'_>) -> usize {
    let names = screen.lines.iter().map(|line| wording::name(line.setting, painter.messages).width());
    names.max().unwrap_or(0) + 3
}

/// `▸ Nouvelles cartes par jour   • 10`: what is not at its default is marked.
fn row(line: &SettingLine, chosen: bool, column: usize, painter: Painter<'_>, width: u16) -> Line<'static> {
    let theme = painter.theme;
    let (mark, style) = if chosen { ("▸ ", theme.selected) } else { ("  ", theme.text) };
    let (dot, tint) = if line.is_default { ("  ", theme.dim) } else { ("• ", theme.accent) };
    let name = unbreakable(&wording::name(line.setting, painter.messages));
    let room = usize::from(width).saturating_sub(4);
    let (name_room, value_room) = if width >= WIDE {
        (column.min(room), room.saturating_sub(column))
    } else {
        let value = line.value.width().min(room / 2);
        (room - value, value)
    };
    let fit = |room: usize| u16::try_from(room).unwrap_or(u16::MAX);
    let name = cut(&name, fit(name_room.saturating_sub(1)));
    let pad = " ".repeat(name_room.saturating_sub(name.width()));
    Line::from(vec![
        Span::styled(format!("{mark}{name}{pad}"), style),
        Span::styled(dot, theme.accent),
        Span::styled(cut(&unbreakable(&line.value), fit(value_room)), tint),
    ])
}

/// The chosen setting: its value, what it does, its default.
fn detail(line: &SettingLine, painter: Painter<'_>, area: Rect) -> Vec<Line<'static>> {
    let theme = painter.theme;
    let airy = area.height > 3;
    let name = wording::name(line.setting, painter.messages);
    let args = [("name", name.into()), ("value", line.value.as_str().into())];
    let head = painter.with("settings-named", &args);
    let mut lines = if airy {
        let runs = [
            Run { text: head, style: theme.accent },
            Run { text: format!(" · {}", line.setting.name()), style: theme.dim },
        ];
        wrap(&runs, area.width, &[], &[])
    } else {
        vec![Line::styled(cut(&head, area.width), theme.accent)]
    };
    let default = (airy && !line.is_default)
        .then(|| painter.with("settings-default", &[("default", line.default.as_str().into())]));
    let left = usize::from(area.height).saturating_sub(lines.len() + usize::from(default.is_some()));
    let about = unbreakable(&wording::about(line.setting, painter.messages));
    lines.extend(list::few(about, theme.text, area.width, left));
    lines.extend(default.map(|text| Line::styled(cut(&text, area.width), theme.dim)));
    lines
}
