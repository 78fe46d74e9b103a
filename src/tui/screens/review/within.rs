//! What a question of a case, KFP, TCS or article stands in: its vignette and the news so far.

use ratatui::text::Line;

use super::Lines;
use crate::{app::questions::Within, card::Kind, tui::view::Painter};

/// The vignette and the news, the newest with a mark of its own. Gives the line from which on everything is new.
pub(super) fn write(within: &Within, painter: Painter<'_>, width: u16, lines: &mut Lines) -> usize {
    let theme = painter.theme;
    // The vignette of a TCS is the prompt of its questions.
    if within.kind != Kind::Tcs && !within.intro.is_empty() {
        lines.markdown(&within.intro, width, painter, theme.text);
        lines.gap();
    }
    if within.kind == Kind::Article && !within.title.is_empty() {
        lines.labelled(&painter.say("article-label"), theme.dim, &within.title, theme.dim, width);
        lines.gap();
    }
    let mut new_from = lines.out.len();
    let last = within.news.len();
    for (number, news) in (1..).zip(&within.news) {
        new_from = lines.out.len();
        let newest = within.is_news && number == last;
        if newest {
            lines.push(Line::styled(painter.say("news-label"), theme.accent));
        }
        lines.markdown(news, width, painter, theme.text);
        lines.gap();
    }
    if within.is_news { new_from } else { lines.out.len() }
}
