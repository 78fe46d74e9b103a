//! A card: its question, the answer being given, the marked answer.

mod answer;
mod article;
mod choice;
mod difference;
mod list;
mod picture;
mod scale;
mod status;
mod within;
mod zone;

pub(in crate::tui) use article::ArticleView;
use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    style::{Modifier, Style},
    text::{Line, Span},
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

use crate::{
    app::{answered::Answered, asked::Asked, face, questions::Within, wording, words},
    card::Content,
    memory::Rating,
    study::Progress,
    tui::{
        model::{Review, Stage},
        mouse::{Hits, Target},
        picture::place,
        view::{Painter, ViewState, cut, draw_ends, draw_rule},
        widgets::{markdown, scroll, typography::unbreakable, wrap},
    },
};

/// From this width on an article stands beside its questions.
const BESIDE: u16 = 100;

/// ```text
/// Missions de l'assurance maladie       OIC-019-09-A   head
/// ━━━━━━━━━━────────────────────────── 12/40 · 6 min   progress
/// QRU                                                  body, scrolls:
/// Quel est le statut de la Cnam ?                      question, options or field,
///   A  Établissement public …                          answer, note, source
/// 2 sur 3 · Cnam · CPAM                                status, where the number of ticks is told
/// Votre réponse : ▏                                    field, for typed answers
/// 1 À revoir <1 min  2 Difficile 6 min  …              ratings, once the answer is shown
/// ```
pub(in crate::tui) fn draw(
    review: &Review,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let Some(area) = beside(review, painter, state, area, frame) else { return };
    let rated = matches!(review.stage, Stage::Answered(_)) && review.asked.within.is_none();
    let rating = u16::from(rated);
    let [head, progress, body, ratings] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(rating),
    ])
    .areas(area);
    draw_head(&review.asked, painter, head, frame);
    draw_progress(&review.asked, painter, progress, frame);
    draw_body(review, painter, state, body, frame);
    if let (Stage::Answered(answered), true) = (&review.stage, rated) {
        draw_ratings(&review.asked, answered, painter, ratings, &mut state.hits, frame);
    }
}

/// The question with its answer as far as it is, and below, whatever is scrolled, how many are chosen and the field of a typed answer.
pub(super) fn draw_body(
    review: &Review,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let typing = u16::from(matches!(review.stage, Stage::Typing(_) | Stage::Recalling(_)));
    let below = status::lines(review, painter, area.width);
    // What is asked for stays, however long the text below it is.
    let airy = area.height >= 12;
    let [kind, _, body, status, field] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(u16::from(airy)),
        Constraint::Fill(1),
        Constraint::Length(u16::try_from(below.len()).unwrap_or(0)),
        Constraint::Length(typing),
    ])
    .areas(area);
    kind_line(&review.asked, painter).render(kind, frame.buffer_mut());
    let look = picture::look(review, body);
    let mut lines =
        Lines { out: Vec::new(), cursor: None, begin: 0, targets: Vec::new(), pictured: look.is_some() };
    write_question(review, painter, body.width.saturating_sub(1), airy, &mut lines);
    let body = match &look {
        Some(look) => {
            let [text, below] = picture::split(review, lines.out.len(), body);
            state.picture = place(&look.picture, state.drawings.graphics, below, look.cursor.is_some());
            state.drawings.draw(look, state.picture, painter.theme.accent, frame.buffer_mut());
            text
        }
        None => body,
    };
    if std::mem::take(&mut state.seek) && lines.out.len() > usize::from(body.height) {
        // Of a long case what is new comes first; the vignette stands above.
        state.offset = scroll::Offset { line: lines.begin, ..state.offset };
    } else if state.follow
        && let Some((first, last)) = lines.cursor
    {
        state.offset.page = usize::from(body.height);
        state.offset.reveal(first, last);
    }
    scroll::draw(&lines.out, body, &mut state.offset, painter.theme, frame.buffer_mut());
    for &(line, x, width, target) in &lines.targets {
        let row = line.checked_sub(state.offset.line).and_then(|row| u16::try_from(row).ok());
        if let Some(row) = row.filter(|row| *row < body.height) {
            state.hits.add(Rect::new(body.x + x, body.y + row, width, 1), target);
        }
    }
    if matches!(review.stage, Stage::Spotting(_)) {
        state.hits.add(state.picture.area, Target::Picture(state.picture.area));
    }
    frame.render_widget(ratatui::text::Text::from(below), status);
    let typed = match &review.stage {
        Stage::Typing(input) => Some((&**input, "answer-label")),
        Stage::Recalling(recalling) => Some((&recalling.input, "list-label")),
        _ => None,
    };
    if let Some((input, label)) = typed {
        let label = format!("{} ", painter.say(label));
        let width = u16::try_from(label.width()).unwrap_or(0).min(field.width / 2);
        let [left, right] = Layout::horizontal([Constraint::Length(width), Constraint::Fill(1)]).areas(field);
        Span::styled(label, painter.theme.accent).render(left, frame.buffer_mut());
        frame.render_widget(input, right);
    }
}

/// The article of a question, where it has one. Gives the place that is left for the question: none where the article covers
/// it.
pub(super) fn beside(
    review: &Review,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    frame: &mut Frame<'_>,
) -> Option<Rect> {
    match (&review.asked.within, review.has_article()) {
        (Some(within), true) => beside_article(within, review, painter, state, area, frame),
        _ => Some(area),
    }
}

/// Draws the article of a question. Gives the place that is left for the question: none where the article covers it.
fn beside_article(
    within: &Within,
    review: &Review,
    painter: Painter<'_>,
    state: &mut ViewState,
    area: Rect,
    frame: &mut Frame<'_>,
) -> Option<Rect> {
    let wide = area.width >= BESIDE;
    if !wide && !review.reading.open {
        return Some(area);
    }
    let halves = [Constraint::Fill(1), Constraint::Length(3), Constraint::Fill(1)];
    let [left, gap, right] = Layout::horizontal(halves).areas(area);
    let text = if wide { left } else { area };
    let follow = state.follow && review.reading.open;
    article::draw(within, &review.reading, painter, &mut state.article, follow, text, frame);
    if !wide {
        return None;
    }
    for y in gap.y..gap.bottom() {
        Span::styled("│", painter.theme.rule).render(Rect::new(gap.x + 1, y, 1, 1), frame.buffer_mut());
    }
    Some(right)
}

/// The lines of the body, and where the cursor among the options stands.
struct Lines {
    out: Vec<Line<'static>>,
    cursor: Option<(usize, usize)>,
    /// Where what is new begins.
    begin: usize,
    /// What can be clicked: the line, the column and the width, and what it is.
    targets: Vec<(usize, u16, u16, Target)>,
    /// The picture is drawn, so that no text has to stand for it.
    pictured: bool,
}

impl Lines {
    /// The lines from `begin` to the last are one thing to click.
    fn clickable(&mut self, begin: usize, width: u16, target: Target) {
        self.targets.extend((begin..self.out.len()).map(|line| (line, 0, width, target)));
    }

    fn push(&mut self, line: Line<'static>) {
        self.out.push(line);
    }

    /// A blank line, unless there is one already.
    fn gap(&mut self) {
        if self.out.last().is_some_and(|line| line.width() > 0) {
            self.out.push(Line::default());
        }
    }

    fn markdown(&mut self, source: &str, width: u16, painter: Painter<'_>, style: Style) {
        self.out.extend(markdown::render(source, width, painter.theme, style));
    }

    /// `label` in its style, then `text`, wrapped; later lines stand under the text's beginning where there is room.
    fn labelled(&mut self, label: &str, style: Style, text: &str, text_style: Style, width: u16) {
        let runs = [
            wrap::Run { text: format!("{label} "), style },
            wrap::Run { text: unbreakable(text), style: text_style },
        ];
        self.out.extend(wrap::wrap(&runs, width, &[], &[]));
    }
}

fn draw_head(asked: &Asked, painter: Painter<'_>, area: Rect, frame: &mut Frame<'_>) {
    let mut right = wording::place(&asked.card.meta, painter.messages).unwrap_or_default();
    if asked.flag > 0 {
        right = format!("⚑{} {right}", asked.flag);
    }
    draw_ends(
        &Span::styled(unbreakable(&asked.head.title), painter.theme.title),
        &Span::styled(right, painter.theme.dim),
        area,
        frame.buffer_mut(),
    );
}

/// From this width on the line of progress has room for words.
const ROOMY: u16 = 60;

fn draw_progress(asked: &Asked, painter: Painter<'_>, area: Rect, frame: &mut Frame<'_>) {
    let Progress { seen, again, total } = asked.progress;
    let mut parts = vec![format!(" {seen}/{total}")];
    if again > 0 && area.width >= ROOMY {
        parts.push(painter.with("session-again", &[("n", again.into())]));
    }
    parts.push(words::spent(asked.spent, painter.messages));
    let text = parts.join(" · ");
    let width = u16::try_from(text.width()).unwrap_or(0).min(area.width);
    let [bar, label] = Layout::horizontal([Constraint::Fill(1), Constraint::Length(width)]).areas(area);
    draw_rule(bar, painter.theme.rule, frame.buffer_mut());
    // What comes again is half done.
    let filled = usize::from(bar.width) * (2 * seen - again) / (2 * total).max(1);
    Span::styled("━".repeat(filled), painter.theme.accent).render(bar, frame.buffer_mut());
    Span::styled(text, painter.theme.dim).render(label, frame.buffer_mut());
}

/// The kind and what it asks for: `QRM · plusieurs réponses`.
fn kind_line(asked: &Asked, painter: Painter<'_>) -> Line<'static> {
    Line::styled(wording::kind(asked, painter.messages).join(" · "), painter.theme.dim)
}

fn write_question(review: &Review, painter: Painter<'_>, width: u16, airy: bool, lines: &mut Lines) {
    let asked = &review.asked;
    let content = &asked.card.content;
    if let Some(within) = &asked.within {
        lines.begin = within::write(within, painter, width, lines);
    }
    let question = face::question(&asked.card, asked.part());
    let searching = is_searching(&review.stage);
    let answered = matches!(review.stage, Stage::Answered(_));
    let style = match content {
        // What a TCS asks follows its vignette.
        Content::Tcs(_) => painter.theme.text,
        _ => painter.theme.text.add_modifier(Modifier::BOLD),
    };
    if answered && asked.within.is_some() {
        lines.begin = lines.out.len();
    }
    if searching && !airy {
        // What is looked for matters more than the end of the question.
        lines.push(Line::styled(cut(&markdown::plain(&question), width), style));
    } else if !(answered && matches!(content, Content::Cloze(_))) {
        // A cloze is shown once: with its blanks, then with what they hid.
        lines.markdown(&question, width, painter, style);
    }
    let drawn = lines.pictured;
    picture::write_question(asked, drawn, painter, width, lines);
    if let (true, Some(hint)) = (review.hint, &asked.card.meta.hint) {
        lines.gap();
        lines.labelled(&painter.say("hint-label"), painter.theme.warn, hint, painter.theme.text, width);
    }
    match &review.stage {
        Stage::Question => {
            lines.gap();
            let runs = [wrap::Run { text: painter.say("question-aloud"), style: painter.theme.dim }];
            lines.out.extend(wrap::wrap(&runs, width, &[], &[]));
        }
        Stage::Typing(_) | Stage::Spotting(_) => {}
        Stage::Choosing(choosing) => {
            if airy || !searching {
                lines.gap();
            }
            choice::write_open(asked, choosing, painter, width, lines);
        }
        Stage::Pointing(pointing) => {
            lines.gap();
            zone::write_open(pointing, painter, width, lines);
        }
        Stage::Scaling(scaling) => {
            lines.gap();
            scale::write_open(asked, *scaling, painter, width, lines);
        }
        Stage::Recalling(recalling) => {
            lines.gap();
            list::write_open(asked, &recalling.recall, painter, width, lines);
        }
        Stage::Judging(doubts) => {
            lines.gap();
            list::write_doubt(asked, doubts, painter, width, lines);
        }
        Stage::Deciding(undecided) => {
            lines.gap();
            answer::write_deciding(undecided, painter, width, lines);
        }
        Stage::Answered(answered) => {
            lines.gap();
            answer::write(asked, answered, painter, width, lines);
        }
    }
}

/// An option is looked for among many.
fn is_searching(stage: &Stage) -> bool {
    let Stage::Choosing(choosing) = stage else { return false };
    choosing.filter.as_deref().is_some_and(|filter| !filter.is_empty())
}

/// ```text
/// 1 À revoir <1 min   2 Difficile 6 min   3 Correct 10 min   4 Facile 8 j
/// 1 <1 min  2 6 min  3 10 min  4 8 j                       on a narrow terminal
/// ```
fn draw_ratings(
    asked: &Asked,
    answered: &Answered,
    painter: Painter<'_>,
    area: Rect,
    hits: &mut Hits,
    frame: &mut Frame<'_>,
) {
    let theme = painter.theme;
    let styles = [theme.bad, theme.warn, theme.good, theme.accent];
    let parts: Vec<(Rating, String, String)> = Rating::ALL
        .into_iter()
        .map(|rating| {
            let interval = words::interval(&asked.granted(rating), painter.messages);
            (rating, wording::rating(rating, painter.messages), interval)
        })
        .collect();
    let full: usize = parts.iter().map(|(_, name, interval)| name.width() + interval.width() + 6).sum();
    let with_names = full <= usize::from(area.width) + 2;
    let mut spans = Vec::new();
    for ((rating, name, interval), style) in parts.into_iter().zip(styles) {
        let chosen = rating == answered.proposal && !answered.is_slip();
        let style = if chosen { style.patch(theme.selected) } else { style };
        let mark = if chosen { "▸" } else { " " };
        let from = spans.iter().map(Span::width).sum::<usize>();
        spans.push(Span::styled(format!("{mark}{}", rating.number()), style));
        if with_names {
            spans.push(Span::styled(format!(" {name}"), style));
        }
        spans.push(Span::styled(format!(" {interval}  "), theme.dim));
        let to = spans.iter().map(Span::width).sum::<usize>();
        let place = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX).min(area.width);
        let width = place(to) - place(from);
        hits.add(Rect { x: area.x + place(from), width, ..area }, Target::Rate(rating.number()));
    }
    Line::from(spans).render(area, frame.buffer_mut());
}
