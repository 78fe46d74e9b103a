//! The list of the cards.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

use super::list;
use crate::{
    app::cards::{CardLine, Pile},
    tui::{
        model::Cards,
        mouse::{Hits, Target},
        view::{Painter, ViewState, cut, draw_ends, draw_rule},
        widgets::{
            scroll,
            typography::unbreakable,
            wrap::{Run, wrap},
        },
    },
};

/// Below this width a row has its text alone.
const WIDE: u16 = 64;

/// ```text
/// Cartes                                    « ondam » · Le réseau   title, what is looked for
/// ● Toutes 374  ○ Suspendues 18  ○ Drapeaux                         piles
/// ─────────────────────────────────────────────────────────────
/// ▸ ‖ Qui vote l'ONDAM ?                               nouvelle     rows
/// ─────────────────────────────────────────────────────────────
/// Qui vote l'ONDAM ?                                                the chosen card
/// suspendue par son paquet · nouvelle
/// edn-019-reseau-fr/ondam · Le réseau
/// ```
pub(in crate::tui) fn draw(
    cards: &Cards,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    let detail = cards.chosen().map(|line| detail(line, painter, area)).unwrap_or_default();
    let rule_below = u16::from(!detail.is_empty());
    let [title, tabs, rule, rows, below, text] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(rule_below),
        Constraint::Length(u16::try_from(detail.len()).unwrap_or(0)),
    ])
    .areas(area);
    draw_title(cards, painter, title, buffer);
    draw_tabs(cards, painter, tabs, &mut state.hits, buffer);
    draw_rule(rule, painter.theme.rule, buffer);
    let total = cards.total();
    if total == 0 {
        let searched = !cards.wanted.text.trim().is_empty();
        let id = if searched { "cards-none" } else { cards.wanted.pile.nothing() };
        // Nothing is said before the list has come.
        if cards.listing.is_some() {
            let runs = [Run { text: painter.say(id), style: painter.theme.dim }];
            scroll::draw(&wrap(&runs, rows.width, &[], &[]), rows, &mut state.offset, painter.theme, buffer);
        }
        return;
    }
    let line = |place: usize| row(cards.line(place), place == cards.cursor, painter, rows.width - 1);
    list::draw_rows(total, cards.cursor, line, painter, state, rows, buffer);
    list::draw_detail(detail, below, text, painter, buffer);
}

/// The words while they are typed, else what the list is narrowed to.
fn draw_title(cards: &Cards, painter: Painter<'_>, area: Rect, buffer: &mut Buffer) {
    if let Some(input) = &cards.typing {
        let label = Span::styled(format!("{} ", painter.say("cards-search")), painter.theme.accent);
        let width = u16::try_from(label.width()).unwrap_or(0).min(area.width);
        label.render(area, buffer);
        (&**input).render(Rect { x: area.x + width, width: area.width - width, ..area }, buffer);
        return;
    }
    let text = cards.wanted.text.trim();
    let looked = (!text.is_empty()).then(|| painter.with("cards-found", &[("text", text.into())]));
    let parts: Vec<String> =
        looked.into_iter().chain(cards.title.iter().map(|title| unbreakable(title))).collect();
    let title = painter.say("cards-title");
    let room = area.width.saturating_sub(u16::try_from(title.width()).unwrap_or(0) + 2);
    draw_ends(
        &Span::styled(title, painter.theme.title),
        &Span::styled(cut(&parts.join(" · "), room), painter.theme.dim),
        area,
        buffer,
    );
}

/// The piles with what they hold; where they do not fit, the chosen one.
fn draw_tabs(cards: &Cards, painter: Painter<'_>, area: Rect, hits: &mut Hits, buffer: &mut Buffer) {
    let tab = |(pile, count): (Pile, usize)| {
        let chosen = pile == cards.wanted.pile;
        let count = if count > 0 || chosen { format!(" {count}") } else { String::new() };
        let (mark, style) = if chosen { ("●", painter.theme.accent) } else { ("○", painter.theme.dim) };
        (pile, Span::styled(format!("{mark} {}{count}  ", painter.say(pile.name())), style))
    };
    let counts = cards.listing.as_ref().map(|listing| listing.counts).unwrap_or_default();
    let mut tabs: Vec<(Pile, Span<'_>)> = Pile::ALL.into_iter().zip(counts).map(tab).collect();
    let width: usize = tabs.iter().map(|(_, tab)| tab.width()).sum();
    if width > usize::from(area.width) + 2 {
        tabs.retain(|(pile, _)| *pile == cards.wanted.pile);
        let place = format!("{}/{}", cards.wanted.pile as usize + 1, Pile::ALL.len());
        draw_ends(&Span::raw(""), &Span::styled(place, painter.theme.dim), area, buffer);
    }
    let mut x = area.x;
    for (pile, tab) in tabs {
        let wide = u16::try_from(tab.width()).unwrap_or(0);
        let place = Rect { x, width: wide, ..area }.intersection(area);
        hits.add(place, Target::Pile(pile));
        tab.render(place, buffer);
        x += wide;
    }
}

/// `▸ ‖ Qui vote l'ONDAM ?   nouvelle`: a mark for what keeps it away or makes it stand out.
fn row(line: Option<&CardLine>, chosen: bool, painter: Painter<'_>, width: u16) -> Line<'static> {
    let theme = painter.theme;
    let Some(line) = line else { return Line::styled("  …", theme.dim) };
    let (cursor, style) = if chosen { ("▸ ", theme.selected) } else { ("  ", theme.text) };
    let mark = match line {
        line if line.schedule.suspended => Span::styled("‖ ", theme.warn),
        line if line.schedule.buried_until.is_some() => Span::styled("↷ ", theme.warn),
        line if line.schedule.flag > 0 => Span::styled("⚑ ", theme.accent),
        line if line.noted => Span::styled("✎ ", theme.accent),
        _ => Span::raw("  "),
    };
    let when = if width >= WIDE { format!("  {}", unbreakable(&line.when)) } else { String::new() };
    let room = usize::from(width).saturating_sub(4 + when.width());
    let text = cut(&unbreakable(&line.text), u16::try_from(room).unwrap_or(0));
    let pad = " ".repeat(room.saturating_sub(text.width()));
    let style = if line.schedule.suspended && !chosen { theme.dim } else { style };
    Line::from(vec![
        Span::styled(cursor, style),
        mark,
        Span::styled(format!("{text}{pad}"), style),
        Span::styled(when, theme.dim),
    ])
}

/// The chosen card: what it asks, how it stands, where it is from.
fn detail(line: &CardLine, painter: Painter<'_>, area: Rect) -> Vec<Line<'static>> {
    let theme = painter.theme;
    let small = area.height < 16;
    let place = cut(&unbreakable(&format!("{} · {}", line.schedule.locator, line.deck)), area.width);
    let mut texts = vec![(line.words.clone(), theme.accent, 2)];
    if !small {
        texts.insert(0, (line.text.to_string(), theme.text, 3));
        texts.push((place, theme.dim, 1));
    }
    let mut lines = Vec::new();
    for (text, style, most) in texts.into_iter().filter(|(text, ..)| !text.is_empty()) {
        let runs = [Run { text: unbreakable(&text), style }];
        lines.extend(wrap(&runs, area.width, &[], &[]).into_iter().take(if small { 1 } else { most }));
    }
    lines
}
