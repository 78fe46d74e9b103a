//! The programme: what is covered, what is retained, what is missing.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

use super::list;
use crate::{
    app::{
        programme::{ItemCoverage, ObjectiveCoverage, RankCoverage, Status, status_word},
        words,
    },
    card::Rank,
    tui::{
        model::{Chosen, ProgrammeScreen, Row, Show},
        view::{Painter, ViewState, cut, draw_ends, draw_rule},
        widgets::{
            scroll,
            typography::unbreakable,
            wrap::{Run, wrap},
        },
    },
};

/// Below this width a row has less beside its title.
const WIDE: u16 = 64;
/// Below this height nothing is told twice.
const AIRY: u16 = 16;

/// ```text
/// Programme                           rang A · « assurance »   title, what it is narrowed to
/// A : 120 couverts sur 2100, 80 retenus · B : …                 how the ranks stand
/// ● Tout  ○ Sans carte  ○ Fragiles  ○ Jamais vus                tabs
/// ─────────────────────────────────────────────────────────────
/// ▸ −  19 Organisation du système de santé                 9/12 an item, covered of all
///      ● A 09 Connaître les missions de l'Assurance ma… 12  93 %  an objective
///      × B 10 Décrire la gestion du risque
/// ─────────────────────────────────────────────────────────────
/// OIC-019-09-A · Connaître les missions de l'Assurance maladie  the chosen row in full
/// retenu · 12 cartes sur 12 vues, 3 à revoir
/// ```
pub(in crate::tui) fn draw(
    screen: &ProgrammeScreen,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    let detail = screen.chosen().map(|chosen| detail(chosen, screen, painter, area)).unwrap_or_default();
    let airy = u16::from(area.height >= AIRY);
    let [title, ranks, tabs, rule, rows, below, text] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(airy),
        Constraint::Length(1),
        Constraint::Length(airy),
        Constraint::Fill(1),
        Constraint::Length(u16::from(!detail.is_empty())),
        Constraint::Length(u16::try_from(detail.len()).unwrap_or(0)),
    ])
    .areas(area);
    let figures = Span::styled(rank_line(screen, painter, area.width), painter.theme.dim);
    let name = Span::styled(painter.say("programme-title"), painter.theme.title);
    // On a small screen the figures stand in place of the title.
    draw_ends(if airy > 0 { &name } else { &figures }, &narrowed(screen, painter), title, buffer);
    let names = ["programme-tab-all", "programme-tab-missing", "programme-tab-weak", "programme-tab-unseen"];
    let names = names.map(|id| painter.say(id));
    list::draw_tabs(&names, screen.show as usize, painter, tabs, &mut state.hits, buffer);
    if airy > 0 {
        figures.render(ranks, buffer);
        draw_rule(rule, painter.theme.rule, buffer);
    }
    let total = screen.rows().len();
    if total == 0 {
        let nothing = screen.coverage.items.is_empty();
        let id = if nothing { "programme-empty" } else { "programme-nothing-fits" };
        let runs = [Run { text: painter.say(id), style: painter.theme.dim }];
        let lines = wrap(&runs, rows.width, &[], &[]);
        scroll::draw(&lines, rows, &mut state.offset, painter.theme, buffer);
        return;
    }
    let line = |number: usize| row(screen, number, painter, rows.width - 1);
    list::draw_rows(total, screen.cursor, line, painter, state, rows, buffer);
    list::draw_detail(detail, below, text, painter, buffer);
}

/// What the list is narrowed to, or what is being typed.
fn narrowed(screen: &ProgrammeScreen, painter: Painter<'_>) -> Span<'static> {
    if screen.typing {
        return Span::styled(format!("/{}▏", screen.query), painter.theme.accent);
    }
    let rank = screen.rank.map(|rank| painter.with("rank-name", &[("rank", rank.to_string().into())]));
    let query = screen.query.trim();
    let query = (!query.is_empty()).then(|| painter.with("programme-query", &[("text", query.into())]));
    Span::styled(rank.into_iter().chain(query).collect::<Vec<_>>().join(" · "), painter.theme.dim)
}

/// How the ranks stand: both where they fit, else the one that the list is narrowed to, else A.
fn rank_line(screen: &ProgrammeScreen, painter: Painter<'_>, width: u16) -> String {
    let told = |line: &RankCoverage| {
        let args = [
            ("rank", line.rank.to_string().into()),
            ("covered", line.covered.into()),
            ("n", line.objectives.into()),
            ("retained", line.retained.into()),
        ];
        painter.with("programme-rank", &args)
    };
    let ranks = screen.coverage.ranks.iter().filter(|line| screen.rank.is_none_or(|rank| line.rank == rank));
    let both = ranks.map(told).collect::<Vec<_>>().join("   ");
    if both.width() <= usize::from(width) {
        return both;
    }
    let wanted = screen.rank.unwrap_or(Rank::A);
    let one = screen.coverage.ranks.iter().find(|line| line.rank == wanted);
    cut(&one.map(told).unwrap_or_default(), width)
}

fn row(screen: &ProgrammeScreen, number: usize, painter: Painter<'_>, width: u16) -> Line<'static> {
    let chosen = number == screen.cursor;
    let Some(&row) = screen.rows().get(number) else { return Line::default() };
    let Some(item) = screen.item_of(row) else { return Line::default() };
    let (mark, style) = if chosen { ("▸ ", painter.theme.selected) } else { ("  ", painter.theme.text) };
    match row {
        Row::Item { fitting, covered, open, .. } => {
            let fold = if fitting == 0 {
                ' '
            } else if open {
                '−'
            } else {
                '+'
            };
            let title = match &item.title {
                Some(title) => format!("{mark}{fold} {:>3} {title}", item.item.number()),
                None => format!(
                    "{mark}{fold} {}",
                    painter.with("programme-item", &[("item", item.item.to_string().into())])
                ),
            };
            let counts = match screen.show {
                Show::All if fitting == 0 => String::new(),
                Show::All => format!("{covered}/{fitting}"),
                _ => fitting.to_string(),
            };
            ends(&title, style, vec![Span::styled(counts, painter.theme.dim)], width)
        }
        Row::Objective { objective, .. } => {
            let Some(line) = item.objectives.get(objective) else { return Line::default() };
            objective_row(line, mark, style, painter, width)
        }
    }
}

/// `▸   ● A 09 Connaître les missions…  12/12  93 %`
fn objective_row(
    line: &ObjectiveCoverage,
    mark: &str,
    style: Style,
    painter: Painter<'_>,
    width: u16,
) -> Line<'static> {
    let theme = painter.theme;
    let (sign, tint) = match line.status {
        Status::Missing => ('×', theme.bad),
        Status::Aside => ('‖', theme.dim),
        Status::Cases => ('◇', theme.text),
        Status::Unseen => ('○', theme.accent),
        Status::Weak => ('!', theme.warn),
        Status::Begun => ('◐', theme.text),
        Status::Retained => ('●', theme.good),
    };
    let indent = if width < WIDE { "" } else { "  " };
    let id = format!("{mark}{indent}{sign} {} {:02} ", line.rank, line.objective.number);
    let title = line.title.as_ref().map_or_else(|| line.objective.to_string(), |title| unbreakable(title));
    let mut right = Vec::new();
    if line.cards > 0 {
        right.push(Span::styled(format!(" {}/{}", line.seen, line.cards), theme.dim));
    }
    if let Some(share) = line.recall.filter(|_| width >= WIDE) {
        let share = words::percent(share, painter.messages.lang());
        right.push(Span::styled(format!("{share:>7}"), tint));
    }
    let head = Span::styled(id, if mark == "▸ " { style } else { tint });
    let room = width.saturating_sub(u16::try_from(head.width()).unwrap_or(0));
    let rest = ends(&title, style, right, room);
    Line::from([vec![head], rest.spans].concat())
}

/// A text, cut, with something at the right end.
fn ends(text: &str, style: Style, right: Vec<Span<'static>>, width: u16) -> Line<'static> {
    let used = u16::try_from(right.iter().map(Span::width).sum::<usize>()).unwrap_or(0);
    let room = width.saturating_sub(used + u16::from(used > 0));
    let text = cut(&unbreakable(text), room);
    let pad = usize::from(width.saturating_sub(used)).saturating_sub(text.width());
    let mut spans = vec![Span::styled(format!("{text}{}", " ".repeat(pad)), style)];
    spans.extend(right);
    Line::from(spans)
}

/// The chosen row in full, on a few lines.
fn detail(
    chosen: Chosen<'_>,
    screen: &ProgrammeScreen,
    painter: Painter<'_>,
    area: Rect,
) -> Vec<Line<'static>> {
    let (text, parts) = match chosen {
        Chosen::Item(item) => of_item(item, screen, painter),
        Chosen::Objective(line) => of_objective(line, painter),
    };
    let told = unbreakable(&parts.join(" · "));
    let (of_text, of_told) = if area.height < AIRY { (2, 1) } else { (3, 2) };
    let told = list::few(told, painter.theme.dim, area.width, of_told);
    [list::few(unbreakable(&text), painter.theme.text, area.width, of_text), told].concat()
}

fn of_item(item: &ItemCoverage, screen: &ProgrammeScreen, painter: Painter<'_>) -> (String, Vec<String>) {
    let number = painter.with("programme-item", &[("item", item.item.to_string().into())]);
    let title = item.title.as_ref().map(ToString::to_string);
    let title = std::iter::once(number).chain(title).collect::<Vec<_>>().join(" · ");
    let counts = [("covered", item.covered().into()), ("n", item.objectives.len().into())];
    let mut parts = vec![painter.with("programme-covered", &counts)];
    parts.push(painter.with("programme-retained-n", &[("n", item.retained().into())]));
    if item.other_cards > 0 {
        parts.push(painter.with("programme-other-cards", &[("n", item.other_cards.into())]));
    }
    if screen.coverage.programme.is_none() {
        parts.push(painter.say("programme-declared"));
    }
    (title, parts)
}

fn of_objective(line: &ObjectiveCoverage, painter: Painter<'_>) -> (String, Vec<String>) {
    let id = line.objective.to_string();
    let title = line.title.as_ref().map(ToString::to_string);
    let title = std::iter::once(id).chain(title).collect::<Vec<_>>().join(" · ");
    let mut parts = vec![painter.say(status_word(line.status))];
    parts.extend(line.rubric.as_ref().map(ToString::to_string));
    if line.cards > 0 {
        let args = [("seen", line.seen.into()), ("n", line.cards.into())];
        parts.push(painter.with("programme-seen", &args));
    }
    if line.due > 0 {
        parts.push(painter.with("home-row-due", &[("n", line.due.into())]));
    }
    if line.suspended > 0 {
        parts.push(painter.with("programme-suspended", &[("n", line.suspended.into())]));
    }
    if line.cases > 0 {
        parts.push(painter.with("programme-in-cases", &[("n", line.cases.into())]));
    }
    parts.extend(line.outside_words(painter.messages));
    (title, parts)
}
