//! Drawing. Nothing here changes the model; what the view itself remembers can be thrown away.

use ratatui::{
    Frame,
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span, Text},
    widgets::{Clear, Paragraph, Widget, Wrap},
};
use unicode_width::UnicodeWidthStr;

use super::{
    keymap::{Action, Binding, Context, Key, Keymap},
    model::{Model, Overlay, Review, Screen, Stage, Toast, Written},
    mouse::{Hits, Target},
    picture::{Drawings, Placed},
    screens,
    theme::Theme,
    widgets::{scroll, typography::unbreakable, wrap},
};
use crate::i18n::{Arg, Messages};

/// The smallest terminal that a card fits in.
pub(super) const SMALLEST: (u16, u16) = (40, 12);
/// Longer lines are hard to read.
const WIDEST_TEXT: u16 = 96;

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub struct ViewState {
    /// How far the text on the screen is scrolled.
    pub offset: scroll::Offset,
    /// The same for the overlay.
    pub overlay_offset: scroll::Offset,
    /// The article on the screen.
    pub(in crate::tui) article: screens::review::ArticleView,
    /// What can be clicked.
    pub hits: Hits,
    /// The pictures that are ready.
    pub drawings: Drawings,
    /// Where the picture stands.
    pub picture: Placed,
    /// A question of a case comes, or its correction: what is new is brought into view.
    pub seek: bool,
    /// The cursor has moved: its line is brought into view.
    pub follow: bool,
}

/// What the screens draw with.
#[derive(Clone, Copy)]
pub struct Painter<'a> {
    /// The messages.
    pub messages: &'a Messages,
    /// The colours.
    pub theme: &'a Theme,
    /// The keys.
    pub keymap: &'a Keymap,
}

impl Painter<'_> {
    /// A message, ready for the screen.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A message with values, ready for the screen.
    #[must_use]
    pub fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        unbreakable(&self.messages.with(id, args))
    }
}

/// Draws the whole screen.
pub fn view(model: &Model, state: &mut ViewState, frame: &mut Frame<'_>) {
    state.picture = Placed::default();
    state.hits.clear();
    let painter = Painter { messages: &model.messages, theme: &model.theme, keymap: &model.keymap };
    let whole = frame.area();
    if whole.width < SMALLEST.0 || whole.height < SMALLEST.1 {
        let text = painter.with(
            "screen-too-small",
            &[("width", u32::from(SMALLEST.0).into()), ("height", u32::from(SMALLEST.1).into())],
        );
        frame.render_widget(Paragraph::new(text).wrap(Wrap { trim: true }), whole);
        return;
    }
    let beside = model.question().is_some_and(Review::has_article);
    let area = if beside { broad_column(whole) } else { column(whole) };
    let mut said =
        model.toast.as_ref().map(|said| toast_lines(said, painter, area.width)).unwrap_or_default();
    // While an answer is given nothing of the question makes room: what is said stands where the keys are.
    let answers = model.overlay.is_none() && model.question().is_some_and(Review::is_open);
    let last_said = if answers { said.pop() } else { None };
    // A picture that is pointed at does not change its size with every word.
    let points = model.question().is_some_and(|review| matches!(review.stage, Stage::Spotting(_)));
    let [main, toast, footer] = Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(u16::try_from(said.len()).unwrap_or(0).max(u16::from(points))),
        Constraint::Length(1),
    ])
    .areas(area);
    match &model.screen {
        Screen::Loading => {
            Line::styled(painter.say("screen-loading"), painter.theme.dim).render(main, frame.buffer_mut());
        }
        Screen::Home(home) => screens::home::draw(home, painter, state, main, frame.buffer_mut()),
        Screen::Review(review) => screens::review::draw(review, painter, state, main, frame),
        Screen::Waiting { until } => screens::waiting::draw(*until, painter, main, frame.buffer_mut()),
        Screen::Stuck(reason) => screens::waiting::stuck(reason, painter, main, frame.buffer_mut()),
        Screen::Notebook(book) => screens::notebook::draw(book, painter, state, main, frame.buffer_mut()),
        Screen::Cards(cards) => screens::cards::draw(cards, painter, state, main, frame.buffer_mut()),
        Screen::Programme(screen) => {
            screens::programme::draw(screen, painter, state, main, frame.buffer_mut());
        }
        Screen::Settings(screen) => screens::settings::draw(screen, painter, state, main, frame.buffer_mut()),
        Screen::Statistics(screen) => {
            screens::statistics::draw(screen, painter, state, main, frame.buffer_mut());
        }
        Screen::Draft(proposal) => screens::draft::draw(proposal, painter, state, main, frame.buffer_mut()),
        Screen::Exam(exam) => screens::exam::draw(exam, painter, state, main, frame),
        Screen::Summary(report) => screens::summary::draw(report, painter, state, main, frame.buffer_mut()),
    }
    frame.render_widget(Text::from(said.clone()), toast);
    match last_said {
        Some(line) => line.render(footer, frame.buffer_mut()),
        None => {
            // What is below the edge is not missed.
            let contexts = model.contexts();
            let more = model.question().is_some() && state.offset.has_more();
            let rows = painter.keymap.rows(&contexts).filter(|(row, _)| model.offers(row.action));
            draw_footer(rows, more, painter, footer, &mut state.hits, frame.buffer_mut());
        }
    }
    if let Some(overlay) = &model.overlay {
        draw_overlay(overlay, said, painter, state, area, frame);
    }
    state.follow = false;
}

/// What just happened, on two lines at most.
fn toast_lines(said: &Toast, painter: Painter<'_>, width: u16) -> Vec<Line<'static>> {
    let style = if said.bad { painter.theme.bad } else { painter.theme.good };
    let mut lines = wrap::wrap(&[wrap::Run { text: unbreakable(&said.text), style }], width, &[], &[]);
    if let Some(rest) = lines.get(1..).filter(|rest| rest.len() > 1) {
        let rest: Vec<String> = rest.iter().map(ToString::to_string).collect();
        lines.truncate(1);
        lines.push(Line::styled(cut(&rest.join(" "), width), style));
    }
    lines
}

/// The column that everything stands in: the middle of a wide terminal, one column of margin on each side.
fn column(whole: Rect) -> Rect {
    let width = (whole.width - 2).min(WIDEST_TEXT);
    Rect { x: whole.x + (whole.width - width) / 2, width, ..whole }
}

/// The same for an article beside its questions.
fn broad_column(whole: Rect) -> Rect {
    let width = (whole.width - 2).min(2 * WIDEST_TEXT);
    Rect { x: whole.x + (whole.width - width) / 2, width, ..whole }
}

/// `text` cut to `width` columns, with an ellipsis where something is missing.
#[must_use]
pub fn cut(text: &str, width: u16) -> String {
    let width = usize::from(width);
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for cluster in unicode_segmentation::UnicodeSegmentation::graphemes(text, true) {
        if used + cluster.width() + 1 > width {
            break;
        }
        used += cluster.width();
        out.push_str(cluster);
    }
    out.push('…');
    out
}

/// A line of a text to read: an excerpt of a file keeps its columns, prose is broken between words.
fn broken(text: &str, width: u16) -> Vec<Line<'static>> {
    let gutter = text.split_once('|').map(|(before, _)| before);
    let excerpt = gutter.is_some_and(|before| before.chars().all(|c| c == ' ' || c.is_ascii_digit()));
    if excerpt {
        return fold(text, width);
    }
    // What fits keeps its columns.
    if text.starts_with(' ') && text.width() <= usize::from(width) {
        return vec![Line::from(unbreakable(text))];
    }
    let prose = text.trim_start_matches(' ');
    // Further in than half of the screen nothing can be read.
    let indent = (text.len() - prose.len()).min(usize::from(width) / 2);
    let indent = Span::raw(" ".repeat(indent));
    let runs = [wrap::Run { text: unbreakable(prose), style: Style::new() }];
    wrap::wrap(&runs, width, std::slice::from_ref(&indent), std::slice::from_ref(&indent))
}

/// A line of a text whose columns matter (an excerpt of a file), folded where the terminal ends.
fn fold(text: &str, width: u16) -> Vec<Line<'static>> {
    let width = usize::from(width).max(1);
    let mut lines = vec![String::new()];
    let mut used = 0;
    for cluster in unicode_segmentation::UnicodeSegmentation::graphemes(text, true) {
        if used + cluster.width() > width {
            lines.push(String::new());
            used = 0;
        }
        used += cluster.width();
        if let Some(line) = lines.last_mut() {
            line.push_str(cluster);
        }
    }
    lines.into_iter().map(Line::from).collect()
}

/// A line with something at its right edge, which is shown whole; the left is cut where they would touch.
pub fn draw_ends(left: &Span<'_>, right: &Span<'_>, area: Rect, buffer: &mut Buffer) {
    let right_width = u16::try_from(right.content.width()).unwrap_or(u16::MAX).min(area.width);
    let left_width = area.width.saturating_sub(right_width + 1);
    let left = Span::styled(cut(&left.content, left_width), left.style);
    left.render(Rect { width: left_width, ..area }, buffer);
    right.render(Rect { x: area.right() - right_width, width: right_width, ..area }, buffer);
}

/// The keys that work here, the most important first, as many as fit; help is always among them.
/// Where there is more to read below, so is the way there.
fn draw_footer(
    keys: impl Iterator<Item = (&'static Binding, Vec<Key>)>,
    more: bool,
    painter: Painter<'_>,
    area: Rect,
    hits: &mut Hits,
    buffer: &mut Buffer,
) {
    let shown = |(row, keys): (&Binding, Vec<Key>)| {
        let key = keys.first()?.label(painter.messages);
        Some((key, painter.say(&format!("key-{}", row.name)), row.action))
    };
    let (told, others): (Vec<_>, Vec<_>) = keys.partition(|(row, _)| row.footer);
    let mut rows: Vec<(String, String, Action)> = told.into_iter().filter_map(shown).collect();
    let down = others.into_iter().find(|(row, _)| more && row.name == "page-down").and_then(shown);
    let down = down.map(|(key, _, action)| (key, painter.say("key-more"), action));
    let help = rows.pop();
    let width = |(key, what, _): &(String, String, Action)| key.width() + 1 + what.width() + 3;
    let mut left = usize::from(area.width).saturating_sub(help.as_ref().map_or(0, |h| width(h) - 3));
    if let Some((first, down)) = rows.first().zip(down)
        && width(first) + width(&down) <= left
    {
        rows.insert(1, down);
    }
    let mut spans = Vec::new();
    let mut used = 0;
    let mut push = |row: (String, String, Action)| {
        if !spans.is_empty() {
            spans.push(Span::raw("   "));
            used += 3;
        }
        let wide = u16::try_from(width(&row) - 3).unwrap_or(0);
        hits.add(Rect { x: area.x + used, width: wide, ..area }.intersection(area), Target::Act(row.2));
        used += wide;
        spans.push(Span::styled(row.0, painter.theme.accent));
        spans.push(Span::styled(format!(" {}", row.1), painter.theme.dim));
    };
    for row in rows {
        let wanted = width(&row);
        if wanted > left {
            break;
        }
        left -= wanted;
        push(row);
    }
    if let Some(help) = help {
        push(help);
    }
    Line::from(spans).render(area, buffer);
}

fn draw_overlay(
    overlay: &Overlay,
    said: Vec<Line<'static>>,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let told = u16::try_from(said.len()).unwrap_or(0);
    let [body, toast, footer] =
        Layout::vertical([Constraint::Fill(1), Constraint::Length(told), Constraint::Length(1)]).areas(area);
    // What lies below cannot be clicked.
    state.hits.clear();
    frame.render_widget(Clear, area);
    frame.render_widget(Text::from(said), toast);
    let [head, rule, text] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)]).areas(body);
    let title = match overlay {
        Overlay::Help { .. } => painter.say("help-title"),
        Overlay::Writing(writing) => painter.say(match writing.purpose {
            Written::Note => "note-title",
            Written::Letter => "letter-title",
        }),
        Overlay::Reason => painter.say("reason-title"),
        Overlay::Clock { .. } => painter.say("clock-title"),
        Overlay::Form(form) => screens::form::title(form.purpose, painter),
        Overlay::Problems(_) => painter.say("problems-title"),
        Overlay::Text { title, .. } => unbreakable(title),
    };
    Line::styled(cut(&title, head.width), painter.theme.title).render(head, frame.buffer_mut());
    draw_rule(rule, painter.theme.rule, frame.buffer_mut());
    let contexts: &[Context] = match overlay {
        Overlay::Help { contexts, options } => {
            let lines = screens::help::lines(contexts, *options, painter, text.width);
            scroll::draw(&lines, text, &mut state.overlay_offset, painter.theme, frame.buffer_mut());
            &[Context::Overlay, Context::Global]
        }
        Overlay::Text { body, .. } | Overlay::Problems(body) => {
            let lines: Vec<Line<'_>> = body.lines().flat_map(|line| broken(line, text.width)).collect();
            scroll::draw(&lines, text, &mut state.overlay_offset, painter.theme, frame.buffer_mut());
            match overlay {
                Overlay::Problems(_) => &[Context::Problems, Context::Overlay, Context::Global],
                _ => &[Context::Overlay, Context::Global],
            }
        }
        Overlay::Reason => {
            let lines = screens::notebook::reasons(painter, text.width);
            scroll::draw(&lines, text, &mut state.overlay_offset, painter.theme, frame.buffer_mut());
            &[Context::Reason, Context::Global]
        }
        Overlay::Clock { leap, .. } => {
            let lines = screens::clock::lines(leap, painter, text.width);
            scroll::draw(&lines, text, &mut state.overlay_offset, painter.theme, frame.buffer_mut());
            &[Context::Clock, Context::Global]
        }
        Overlay::Form(form) => {
            let [line, _, help] =
                Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)])
                    .areas(text);
            frame.render_widget(&form.input, line);
            let lines = screens::form::help(form.purpose, painter, help.width);
            frame.render_widget(Text::from(lines), help);
            &[Context::Form, Context::Global]
        }
        Overlay::Writing(writing) => {
            let words = match writing.purpose {
                Written::Note => String::new(),
                Written::Letter => painter.say("letter-write"),
            };
            let runs = [wrap::Run { text: words, style: painter.theme.dim }];
            let help = wrap::wrap(&runs, text.width, &[], &[]);
            let above = if writing.purpose == Written::Letter { help.len() + 1 } else { 0 };
            let [told, input] = Layout::vertical([
                Constraint::Length(u16::try_from(above).unwrap_or(0)),
                Constraint::Fill(1),
            ])
            .areas(text);
            frame.render_widget(Text::from(help), told);
            frame.render_widget(&writing.input, input);
            &[Context::Note, Context::Global]
        }
    };
    let rows = painter.keymap.rows(contexts);
    draw_footer(rows, false, painter, footer, &mut state.hits, frame.buffer_mut());
}

/// A line between areas.
pub fn draw_rule(area: Rect, style: Style, buffer: &mut Buffer) {
    Span::styled("─".repeat(usize::from(area.width)), style).render(area, buffer);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_of_an_excerpt_is_folded_and_loses_nothing() {
        let lines: Vec<String> = fold("  abcdef", 4).iter().map(ToString::to_string).collect();
        assert_eq!(lines, ["  ab", "cdef"]);
        assert_eq!(fold("", 4).len(), 1);
    }

    #[test]
    fn prose_is_broken_between_words_and_an_excerpt_keeps_its_columns() {
        let lines = |text: &str| broken(text, 8).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(lines("une erreur"), ["une", "erreur"]);
        assert_eq!(lines("12 | un deux"), ["12 | un ", "deux"]);
        assert_eq!(lines("   | ^^ ^^^"), ["   | ^^ ", "^^^"]);
        assert_eq!(lines("  un deux trois"), ["  un", "  deux", "  trois"]);
    }

    #[test]
    fn a_text_that_is_cut_says_so() {
        assert_eq!(cut("Assurance", 9), "Assurance");
        assert_eq!(cut("Assurance", 6), "Assur…");
        assert_eq!(cut("漢字漢字", 5), "漢字…");
    }
}
