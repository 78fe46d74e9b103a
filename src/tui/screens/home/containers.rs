//! Cases, KFP, TCS and articles on Home, a line each.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::WIDE;
use crate::{
    app::{containers::Container, words},
    tui::{
        view::{Painter, cut},
        widgets::typography::unbreakable,
    },
};

/// The kind stands before the title in so many columns.
const KIND: usize = 9;

/// ```text
/// ▸ Dossier  Une patiente de 54 ans consulte pour…       5 questions   12 novembre 2026
/// ```
pub(super) fn line(container: &Container, chosen: bool, painter: Painter<'_>, width: u16) -> Line<'static> {
    let theme = painter.theme;
    let wide = width >= WIDE;
    let last = match container.last {
        Some(date) if wide => words::date(date, painter.messages),
        Some(date) => date.strftime("%d/%m").to_string(),
        None => painter.say("home-container-never"),
    };
    let questions = painter.with("home-container-questions", &[("n", container.questions.into())]);
    let right = if wide { format!("  {questions:>12}  {last:>17}") } else { format!("  {last}") };
    let room = width.saturating_sub(u16::try_from(right.width()).unwrap_or(0));
    let kind = painter.messages.get(&format!("kind-short-{}", container.kind.key()));
    let title = format!("{kind:<KIND$}{}", unbreakable(&container.title));
    let (mark, style) = if chosen { ("▸ ", theme.selected) } else { ("  ", theme.text) };
    let title = cut(&title, room.saturating_sub(2));
    let pad = usize::from(room).saturating_sub(title.width() + 2);
    Line::from(vec![
        Span::styled(format!("{mark}{title}{}", " ".repeat(pad)), style),
        Span::styled(right, if container.last.is_some() { theme.dim } else { theme.accent }),
    ])
}
