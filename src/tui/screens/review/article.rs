//! An article beside its questions, or in their place: read, scrolled, searched.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};

use crate::{
    app::{filter::fold, questions::Within},
    card::Locator,
    tui::{
        model::Reading,
        theme::Theme,
        view::{Painter, cut, draw_ends, draw_rule},
        widgets::{markdown, scroll, typography::unbreakable},
    },
};

/// What the view remembers of the article on the screen: breaking a long text into lines takes time.
#[derive(Debug, Default)]
pub(in crate::tui) struct ArticleView {
    /// How far it is scrolled.
    pub offset: scroll::Offset,
    of: Option<(Locator, u16)>,
    lines: Vec<Line<'static>>,
    /// The letters and digits of all lines, and where each stands: the line, the character.
    letters: Vec<(char, usize, usize)>,
    found: (String, Vec<Hit>),
}

/// Where what is looked for stands: places among the letters.
type Hit = (usize, usize);

/// ```text
/// Essai de phase III …                     3/12   head
/// ───────────────────────────────────────         rule
/// Introduction. …                                 text
/// Chercher : randomis▏                            search, while it is typed
/// ```
pub(super) fn draw(
    within: &Within,
    reading: &Reading,
    painter: Painter<'_>,
    view: &mut ArticleView,
    follow: bool,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let Some(body) = &within.article else { return };
    let theme = painter.theme;
    let [head, rule, text, search] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(u16::from(reading.typing)),
    ])
    .areas(area);
    view.lay_out(&within.container, body, text.width.saturating_sub(1), theme);
    view.look_for(&reading.query);
    let hits = &view.found.1;
    let current =
        usize::try_from(reading.hit.rem_euclid(i64::try_from(hits.len().max(1)).unwrap_or(1))).unwrap_or(0);
    let count = match (reading.query.is_empty(), hits.len()) {
        (true, _) => String::new(),
        (false, 0) => painter.say("article-not-found"),
        (false, all) => format!("{}/{all}", current + 1),
    };
    let style = if reading.open { theme.title } else { theme.dim };
    draw_ends(
        &Span::styled(unbreakable(&within.title), style),
        &Span::styled(count, theme.accent),
        head,
        frame.buffer_mut(),
    );
    draw_rule(rule, theme.rule, frame.buffer_mut());
    if follow && let Some(&(first, last)) = hits.get(current) {
        view.offset.page = usize::from(text.height);
        view.offset.reveal(view.letters[first].1, view.letters[last].1);
    }
    let seen = view.offset.line..view.offset.line + usize::from(text.height);
    let line = |number: usize| view.highlighted(number, current, &seen, theme);
    let mut offset = view.offset;
    scroll::draw_each(view.lines.len(), line, text, &mut offset, theme, frame.buffer_mut());
    view.offset = offset;
    if reading.typing {
        let typed = cut(&reading.query, search.width.saturating_sub(14));
        let spans = vec![
            Span::styled(format!("{} ", painter.say("filter-label")), theme.accent),
            Span::raw(typed),
            Span::styled("▏", theme.accent),
        ];
        Line::from(spans).render(search, frame.buffer_mut());
    }
}

impl ArticleView {
    fn lay_out(&mut self, container: &Locator, body: &str, width: u16, theme: &Theme) {
        let of = Some((container.clone(), width));
        if self.of == of {
            return;
        }
        if self.of.as_ref().is_none_or(|(former, _)| former != container) {
            self.offset = scroll::Offset::default();
        }
        self.lines = markdown::render(body, width, theme, theme.text);
        self.letters.clear();
        for (number, line) in self.lines.iter().enumerate() {
            let chars = line.spans.iter().flat_map(|span| span.content.chars()).enumerate();
            for (place, c) in chars {
                let folded = fold(c.encode_utf8(&mut [0; 4]));
                self.letters.extend(folded.chars().map(|letter| (letter, number, place)));
            }
        }
        self.of = of;
        self.found = (String::new(), Vec::new());
    }

    /// Case, accents, spaces and the ends of lines do not count.
    fn look_for(&mut self, query: &str) {
        if self.found.0 == query {
            return;
        }
        let wanted: Vec<char> = fold(query).chars().collect();
        let mut hits = Vec::new();
        let mut at = 0;
        while !wanted.is_empty() && at + wanted.len() <= self.letters.len() {
            let fits = self.letters[at..].iter().zip(&wanted).all(|((letter, ..), wanted)| letter == wanted);
            if fits {
                hits.push((at, at + wanted.len() - 1));
            }
            at += if fits { wanted.len() } else { 1 };
        }
        self.found = (query.to_owned(), hits);
    }

    /// A line with what was looked for marked.
    fn highlighted(
        &self,
        number: usize,
        current: usize,
        seen: &std::ops::Range<usize>,
        theme: &Theme,
    ) -> Line<'static> {
        let line = &self.lines[number];
        let hits = self.found.1.iter().enumerate();
        let marks: Vec<(usize, usize, Style)> = hits
            .filter(|(_, (first, last))| {
                seen.contains(&number) && self.letters[*first].1 <= number && number <= self.letters[*last].1
            })
            .map(|(hit, &(first, last))| {
                let (_, first_line, from) = self.letters[first];
                let (_, last_line, to) = self.letters[last];
                let from = if first_line < number { 0 } else { from };
                let to = if last_line > number { usize::MAX } else { to };
                (from, to, if hit == current { theme.blank } else { theme.warn })
            })
            .collect();
        if marks.is_empty() { line.clone() } else { marked(line, &marks) }
    }
}

/// `line` with the characters of each range, both ends included, in its style.
fn marked(line: &Line<'_>, marks: &[(usize, usize, Style)]) -> Line<'static> {
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut place = 0;
    for span in &line.spans {
        for c in span.content.chars() {
            let mark = marks.iter().find(|(from, to, _)| (*from..=*to).contains(&place));
            let style = mark.map_or(span.style, |(_, _, style)| *style);
            match spans.last_mut() {
                Some(last) if last.style == style => last.content.to_mut().push(c),
                _ => spans.push(Span::styled(c.to_string(), style)),
            }
            place += 1;
        }
    }
    Line { spans, ..Line::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::ThemeName;

    fn view(body: &str, width: u16) -> ArticleView {
        let mut view = ArticleView::default();
        view.lay_out(&"d/a".parse().expect("valid"), body, width, &Theme::new(ThemeName::Mono));
        view
    }

    #[test]
    fn what_is_looked_for_is_found_without_accents_and_over_the_end_of_a_line() {
        let mut view = view("Le critère de jugement principal était la mortalité toutes causes.", 24);
        view.look_for("JUGEMENT PRINCIPAL");
        assert_eq!(view.found.1.len(), 1);
        view.look_for("mortalite");
        assert_eq!(view.found.1.len(), 1);
        view.look_for("randomisé");
        assert_eq!(view.found.1, []);
        view.look_for("");
        assert_eq!(view.found.1, []);
    }

    #[test]
    fn marking_changes_no_letter() {
        let view = view("Un **essai** contrôlé.", 60);
        let mark = Style::new().bold().reversed();
        let line = marked(&view.lines[0], &[(3, 7, mark)]);
        assert_eq!(line.to_string(), "Un essai contrôlé.");
        assert!(line.spans.iter().any(|span| span.content == "essai" && span.style == mark));
    }
}
