//! Two strings, one above the other, with what differs marked.

use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Lines;
use crate::tui::view::Painter;

/// A piece of both strings.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Same(String),
    Differs { typed: String, expected: String },
}

/// ```text
/// Vous :     medecin tr[e]tant
/// Attendu :  médecin tr[ai]tant
/// ```
pub(super) fn write(typed: &str, expected: &str, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let theme = painter.theme;
    let labels = [painter.say("difference-typed"), painter.say("difference-expected")];
    let column = labels.iter().map(|l| l.width()).max().unwrap_or(0) + 1;
    let pieces = compare(typed, expected);
    let sides = [(false, theme.bad), (true, theme.good)];
    for (label, (is_expected, style)) in labels.iter().zip(sides) {
        let mut spans = vec![Span::styled(format!("{label:<column$}"), theme.dim)];
        for piece in &pieces {
            let (text, differs) = match piece {
                Piece::Same(text) => (text, false),
                Piece::Differs { expected, .. } if is_expected => (expected, true),
                Piece::Differs { typed, .. } => (typed, true),
            };
            let text = text.replace(' ', "\u{a0}");
            spans.push(Span::styled(text, if differs { style.underlined() } else { theme.text }));
        }
        let line = Line::from(spans);
        if line.width() <= usize::from(width) {
            lines.push(line);
        } else {
            // Too long to stand on one line: without the marks, wrapped.
            let text = if is_expected { expected } else { typed };
            lines.labelled(label, theme.dim, text, theme.text, width);
        }
    }
}

/// The longest common subsequence of grapheme clusters, case and accents counting.
fn compare(typed: &str, expected: &str) -> Vec<Piece> {
    const LONGEST: usize = 200;
    let a: Vec<&str> = typed.graphemes(true).take(LONGEST).collect();
    let b: Vec<&str> = expected.graphemes(true).take(LONGEST).collect();
    let mut common = vec![vec![0_u16; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] =
                if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pieces: Vec<Piece> = Vec::new();
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            match pieces.last_mut() {
                Some(Piece::Same(text)) => text.push_str(a[i]),
                _ => pieces.push(Piece::Same(a[i].to_owned())),
            }
            i += 1;
            j += 1;
            continue;
        }
        if !matches!(pieces.last(), Some(Piece::Differs { .. })) {
            pieces.push(Piece::Differs { typed: String::new(), expected: String::new() });
        }
        let Some(Piece::Differs { typed, expected }) = pieces.last_mut() else { continue };
        if j >= b.len() || (i < a.len() && common[i + 1][j] >= common[i][j + 1]) {
            typed.push_str(a[i]);
            i += 1;
        } else {
            expected.push_str(b[j]);
            j += 1;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_differs_is_marked() {
        let differs =
            |typed: &str, expected: &str| Piece::Differs { typed: typed.into(), expected: expected.into() };
        let same = |text: &str| Piece::Same(text.into());
        assert_eq!(compare("tretant", "traitant"), [same("tr"), differs("e", "ai"), same("tant")]);
        assert_eq!(compare("", "Cnam"), [differs("", "Cnam")]);
    }

    proptest! {
        #[test]
        fn the_pieces_give_both_strings_back(a in "[a-cé]{0,12}", b in "[a-cé]{0,12}") {
            let (mut typed, mut expected) = (String::new(), String::new());
            for piece in compare(&a, &b) {
                match piece {
                    Piece::Same(text) => {
                        typed.push_str(&text);
                        expected.push_str(&text);
                    }
                    Piece::Differs { typed: t, expected: e } => {
                        typed.push_str(&t);
                        expected.push_str(&e);
                    }
                }
            }
            prop_assert_eq!((typed, expected), (a, b));
        }
    }
}
