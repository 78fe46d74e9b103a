//! Markdown as lines of a terminal.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use ratatui::{
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{
    typography::unbreakable,
    wrap::{Run, wrap},
};
use crate::{
    app::{
        face::{BLANK_BEGIN, BLANK_END, without_marks},
        markdown,
    },
    tui::theme::Theme,
};

/// Renders Markdown in `base` style, wrapped to `width` columns. Raw HTML is shown as it is written.
#[must_use]
pub fn render(source: &str, width: u16, theme: &Theme, base: Style) -> Vec<Line<'static>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut renderer = Renderer {
        theme,
        width,
        base,
        out: Vec::new(),
        runs: Vec::new(),
        styles: vec![base],
        lists: Vec::new(),
        quote: 0,
        marker: None,
        in_blank: false,
        code_block: false,
        table: None,
    };
    for event in Parser::new_ext(&unbreakable(source), options) {
        renderer.event(event);
    }
    renderer.flush();
    while renderer.out.last().is_some_and(|line| line.width() == 0) {
        renderer.out.pop();
    }
    renderer.out
}

/// The same on one line, marks and all block structure gone: for lists and titles.
#[must_use]
pub fn plain(source: &str) -> String {
    unbreakable(&markdown::one_line(source))
}

struct Renderer<'a> {
    theme: &'a Theme,
    width: u16,
    base: Style,
    out: Vec<Line<'static>>,
    runs: Vec<Run>,
    styles: Vec<Style>,
    /// The next number of each open list; `None` for bullets.
    lists: Vec<Option<u64>>,
    quote: usize,
    /// The bullet that the next block begins with.
    marker: Option<String>,
    in_blank: bool,
    code_block: bool,
    table: Option<Table>,
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
}

impl Renderer<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(text) => {
                let style = self.style().patch(self.theme.accent);
                self.push(&text, style);
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.break_line(),
            Event::Rule => {
                self.flush();
                let rule = "─".repeat(usize::from(self.width.min(20)));
                self.out.push(Line::styled(rule, self.theme.rule));
                self.gap();
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                let style = if *level <= HeadingLevel::H2 { self.theme.title } else { self.theme.accent };
                self.styles.push(self.base.patch(style));
            }
            Tag::Strong => self.nest(Modifier::BOLD),
            Tag::Emphasis => self.nest(Modifier::ITALIC),
            Tag::Strikethrough => self.nest(Modifier::CROSSED_OUT),
            Tag::Link { .. } => self.nest(Modifier::UNDERLINED),
            Tag::Image { .. } => {
                self.text("[");
                self.nest(Modifier::ITALIC);
            }
            Tag::List(start) => {
                self.flush();
                self.lists.push(*start);
            }
            Tag::Item => {
                self.flush();
                let marker = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "• ".to_owned(),
                };
                self.marker = Some(marker);
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quote += 1;
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.code_block = true;
            }
            Tag::Table(_) => {
                self.flush();
                self.table = Some(Table::default());
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.rows.push(Vec::new());
                }
            }
            Tag::TableCell => {
                if let Some(row) = self.table.as_mut().and_then(|t| t.rows.last_mut()) {
                    row.push(String::new());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                self.flush();
                if self.lists.is_empty() {
                    self.gap();
                }
            }
            TagEnd::Heading(_) => {
                self.flush();
                self.styles.pop();
            }
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Link => {
                self.styles.pop();
            }
            TagEnd::Image => {
                self.styles.pop();
                self.text("]");
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
                if self.lists.is_empty() {
                    self.gap();
                }
            }
            TagEnd::Item => {
                self.flush();
                self.marker = None;
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quote -= 1;
            }
            TagEnd::CodeBlock => {
                self.code_block = false;
                self.gap();
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.draw_table(&table);
                }
                self.gap();
            }
            _ => {}
        }
    }

    fn nest(&mut self, modifier: Modifier) {
        let style = self.style().add_modifier(modifier);
        self.styles.push(style);
    }

    fn style(&self) -> Style {
        self.styles.last().copied().unwrap_or(self.base)
    }

    fn text(&mut self, text: &str) {
        if self.code_block {
            for line in text.lines() {
                let line = format!("  {}", without_marks(line));
                self.out.push(Line::styled(line, self.base.patch(self.theme.accent)));
            }
            return;
        }
        let style = self.style();
        self.push(text, style);
    }

    fn push(&mut self, text: &str, style: Style) {
        if let Some(cell) = self.table.as_mut().and_then(|t| t.rows.last_mut()).and_then(|row| row.last_mut())
        {
            cell.push_str(&without_marks(text));
            return;
        }
        let mut rest = text;
        while let Some(at) = rest.find([BLANK_BEGIN, BLANK_END]) {
            let (before, from) = rest.split_at(at);
            self.push_run(before, style);
            self.in_blank = from.starts_with(BLANK_BEGIN);
            rest = &from[BLANK_BEGIN.len_utf8()..];
        }
        self.push_run(rest, style);
    }

    fn push_run(&mut self, text: &str, style: Style) {
        let style = if self.in_blank { style.patch(self.theme.blank) } else { style };
        // Line feeds within a text event come from nowhere but raw HTML.
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.break_line();
            }
            if !line.is_empty() {
                self.runs.push(Run { text: line.to_owned(), style });
            }
        }
    }

    fn break_line(&mut self) {
        if !self.runs.is_empty() {
            self.emit();
        }
    }

    fn flush(&mut self) {
        if !self.runs.is_empty() {
            self.emit();
        }
    }

    fn emit(&mut self) {
        let depth = self.lists.len();
        let mut lead = Vec::new();
        for _ in 0..self.quote {
            lead.push(Span::styled("│ ".to_owned(), self.theme.rule));
        }
        let (mut first, mut rest) = (lead.clone(), lead);
        if depth > 0 {
            let outer = "  ".repeat(depth - 1);
            let marker = self.marker.take();
            let wide = marker.as_deref().map_or(2, UnicodeWidthStr::width);
            first.push(Span::styled(
                format!("{outer}{}", marker.unwrap_or_else(|| " ".repeat(wide))),
                self.theme.accent,
            ));
            rest.push(Span::raw(format!("{outer}{}", " ".repeat(wide))));
        }
        let runs = std::mem::take(&mut self.runs);
        self.out.extend(wrap(&runs, self.width, &first, &rest));
    }

    fn gap(&mut self) {
        if self.out.last().is_some_and(|line| line.width() > 0) {
            self.out.push(Line::default());
        }
    }

    fn draw_table(&mut self, table: &Table) {
        let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut widths = vec![0; columns];
        for row in &table.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.width());
            }
        }
        let whole: usize = widths.iter().sum::<usize>() + 3 * columns.saturating_sub(1);
        for (index, row) in table.rows.iter().enumerate() {
            let style = if index == 0 { self.base.add_modifier(Modifier::BOLD) } else { self.base };
            if whole <= usize::from(self.width) {
                let cells: Vec<String> = row
                    .iter()
                    .zip(&widths)
                    .map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())))
                    .collect();
                self.out.push(Line::styled(cells.join(" │ "), style));
            } else {
                // Too wide for the terminal: one cell under the other.
                let runs = [Run { text: row.join(" │ "), style }];
                self.out.extend(wrap(&runs, self.width, &[], &[Span::raw("  ")]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{app::face::mark_blank, tui::theme::ThemeName};

    fn shown(source: &str, width: u16) -> Vec<String> {
        let theme = Theme::new(ThemeName::Dark);
        render(source, width, &theme, Style::new()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn lists_keep_their_shape() {
        assert_eq!(
            shown("Deux tutelles :\n\n- la Santé\n- l'Économie", 40),
            ["Deux tutelles\u{a0}:", "", "• la Santé", "• l'Économie"]
        );
        assert_eq!(shown("1. un\n2. deux\n   - trois", 40), ["1. un", "2. deux", "  • trois"]);
    }

    #[test]
    fn emphasis_is_a_style_and_not_a_star() {
        let theme = Theme::new(ThemeName::Mono);
        let lines = render("le **Parlement** vote", 40, &theme, Style::new());
        assert_eq!(lines[0].to_string(), "le Parlement vote");
        assert!(lines[0].spans[1].style.add_modifier.contains(Modifier::BOLD));
    }

    #[test]
    fn a_blank_stands_out_also_within_emphasis() {
        let theme = Theme::new(ThemeName::Mono);
        let source = format!("la **{}**", mark_blank("Cnam"));
        let lines = render(&source, 40, &theme, Style::new());
        assert_eq!(lines[0].to_string(), "la Cnam");
        assert!(lines[0].spans[1].style.add_modifier.contains(Modifier::REVERSED));
    }

    #[test]
    fn a_table_is_lined_up_where_it_fits() {
        assert_eq!(shown("| a | bb |\n|---|---|\n| ccc | d |", 20), ["a   │ bb", "ccc │ d "]);
    }

    #[test]
    fn html_is_shown_as_it_is_written() {
        assert_eq!(shown("<b>non</b>", 20), ["<b>non</b>"]);
    }

    #[test]
    fn plain_text_has_no_marks() {
        assert_eq!(plain("le **Parlement**\n\n- vote ?"), "le Parlement vote\u{a0}?");
    }

    proptest! {
        #[test]
        fn no_markdown_makes_a_line_too_wide_or_panics(source in "[-a-z*_#>|`\\[\\]()1.!\n ]{0,120}", width in 6_u16..40) {
            for line in shown(&source, width) {
                prop_assert!(line.contains('`') || line.starts_with("  ") || line.width() <= usize::from(width).max(24), "{line:?}");
            }
        }
    }
}
