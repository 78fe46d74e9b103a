//! A proposed card.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
};

use crate::{
    app::drafts::Proposal,
    tui::{
        view::{Painter, ViewState, draw_ends, draw_rule},
        widgets::{markdown, scroll},
    },
};

/// ```text
/// Proposition 3 sur 10                        Connaître le rein   head
/// ─────────────────────────────────────────────────────────────
/// Le rein règle la [pression artérielle].                        the card: what is to be recalled is bold
///
/// D'après                                                        where it comes from
/// Le rein règle la pression artérielle. Il …
/// ```
pub(in crate::tui) fn draw(
    proposal: &Proposal,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    buffer: &mut Buffer,
) {
    let [head, rule, body] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)]).areas(area);
    let place = [("number", proposal.number.into()), ("of", proposal.of.into())];
    draw_ends(
        &Span::styled(painter.with("draft-title", &place), painter.theme.title),
        &Span::styled(proposal.deck.to_string(), painter.theme.dim),
        head,
        buffer,
    );
    draw_rule(rule, painter.theme.rule, buffer);
    let width = body.width.saturating_sub(1);
    let mut lines = markdown::render(&proposal.shown, width, painter.theme, painter.theme.text);
    if let Some(passage) = &proposal.passage {
        lines.push(Line::default());
        lines.push(Line::styled(painter.say("draft-passage"), painter.theme.title));
        lines.extend(markdown::render(passage, width, painter.theme, painter.theme.dim));
    }
    scroll::draw(&lines, body, &mut state.offset, painter.theme, buffer);
}
