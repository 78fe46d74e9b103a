//! Breaking styled text into lines.

use ratatui::{
    style::Style,
    text::{Line, Span},
};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A run of text in one style.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The text; no line feed in it.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// Breaks `runs` at ordinary spaces into lines of at most `width` columns. The first line begins with `first`, the
/// others with `rest` (a list's bullet and its indent). A word wider than a line is cut between grapheme clusters.
#[must_use]
pub fn wrap(runs: &[Run], width: u16, first: &[Span<'static>], rest: &[Span<'static>]) -> Vec<Line<'static>> {
    let indent = |spans: &[Span<'_>]| spans.iter().map(|s| s.content.width()).sum::<usize>();
    let widest_indent = indent(first).max(indent(rest));
    let width = usize::from(width).max(widest_indent + 2);
    let mut lines = Lines { done: Vec::new(), spans: first.to_vec(), used: indent(first), empty: true };
    for word in words(runs) {
        let word_width: usize = word.pieces.iter().map(|p| p.text.width()).sum();
        let space = usize::from(word.after_space && !lines.empty);
        if !lines.empty && lines.used + space + word_width > width {
            lines.next(rest, indent(rest));
        } else if space == 1 {
            let style = word.pieces.first().map_or(Style::new(), |p| p.space_style);
            lines.push(" ", style);
        }
        for piece in &word.pieces {
            if lines.used + piece.text.width() <= width {
                lines.push(&piece.text, piece.style);
                continue;
            }
            for cluster in piece.text.graphemes(true) {
                if lines.used + cluster.width() > width && !lines.empty {
                    lines.next(rest, indent(rest));
                }
                lines.push(cluster, piece.style);
            }
        }
    }
    lines.done.push(Line::from(lines.spans));
    lines.done
}

struct Lines {
    done: Vec<Line<'static>>,
    spans: Vec<Span<'static>>,
    used: usize,
    empty: bool,
}

impl Lines {
    fn push(&mut self, text: &str, style: Style) {
        self.used += text.width();
        self.empty = false;
        match self.spans.last_mut() {
            Some(last) if last.style == style => last.content.to_mut().push_str(text),
            _ => self.spans.push(Span::styled(text.to_owned(), style)),
        }
    }

    fn next(&mut self, rest: &[Span<'static>], indent: usize) {
        self.done.push(Line::from(std::mem::replace(&mut self.spans, rest.to_vec())));
        self.used = indent;
        self.empty = true;
    }
}

struct Word {
    pieces: Vec<Piece>,
    after_space: bool,
}

struct Piece {
    text: String,
    style: Style,
    /// The style of the space before, so that underlined or reversed phrases have no holes.
    space_style: Style,
}

fn words(runs: &[Run]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    let mut space_before = false;
    let mut last_style = Style::new();
    for run in runs {
        for (index, chunk) in run.text.split(' ').enumerate() {
            if index > 0 {
                open = false;
                space_before = true;
                last_style = run.style;
            }
            if chunk.is_empty() {
                continue;
            }
            let space_style = if last_style == run.style { run.style } else { Style::new() };
            let piece = Piece { text: chunk.to_owned(), style: run.style, space_style };
            match words.last_mut() {
                Some(word) if open => word.pieces.push(piece),
                _ => words.push(Word { pieces: vec![piece], after_space: space_before }),
            }
            open = true;
            space_before = false;
        }
        last_style = run.style;
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(text: &str) -> Vec<Run> {
        vec![Run { text: text.to_owned(), style: Style::new() }]
    }

    fn shown(lines: &[Line<'_>]) -> Vec<String> {
        lines.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(shown(&wrap(&plain("un deux trois"), 8, &[], &[])), ["un deux", "trois"]);
    }

    #[test]
    fn a_no_break_space_holds_together() {
        assert_eq!(shown(&wrap(&plain("Qui vote\u{a0}?"), 8, &[], &[])), ["Qui", "vote\u{a0}?"]);
    }

    #[test]
    fn a_word_in_two_styles_is_not_torn() {
        let runs = [
            Run { text: "l'".to_owned(), style: Style::new() },
            Run { text: "ONDAM".to_owned(), style: Style::new().bold() },
        ];
        assert_eq!(shown(&wrap(&runs, 7, &[], &[])), ["l'ONDAM"]);
        assert_eq!(shown(&wrap(&[&plain("avec ")[..], &runs].concat(), 8, &[], &[])), ["avec", "l'ONDAM"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        assert_eq!(shown(&wrap(&plain("anticonstitutionnel"), 8, &[], &[])), ["anticons", "titution", "nel"]);
    }

    #[test]
    fn later_lines_keep_the_indent() {
        let bullet = [Span::raw("• ")];
        let indent = [Span::raw("  ")];
        assert_eq!(shown(&wrap(&plain("un deux trois"), 9, &bullet, &indent)), ["• un deux", "  trois"]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_word_is_lost(text in "[a-zé漢\u{301} ]{0,80}", width in 4_u16..30) {
            let lines = shown(&wrap(&plain(&text), width, &[], &[]));
            for line in &lines {
                prop_assert!(line.width() <= usize::from(width), "{line:?}");
            }
            let kept: String = lines.concat().chars().filter(|c| *c != ' ').collect();
            let given: String = text.chars().filter(|c| *c != ' ').collect();
            prop_assert_eq!(kept, given);
        }
    }
}
