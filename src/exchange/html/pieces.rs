//! What stands between brackets in a text, and is neither text nor tag: formulas, sounds.

use super::{Files, decode, latex, marks, plain};
use crate::exchange::Losses;

/// The pieces of one fragment, as Markdown.
#[derive(Default)]
pub(super) struct Pieces(Vec<String>);

/// How a formula or another piece begins and ends.
const BRACKETS: &[(&str, &str)] = &[
    ("\\(", "\\)"),
    ("\\[", "\\]"),
    ("[$$]", "[/$$]"),
    ("[$]", "[/$]"),
    ("[latex]", "[/latex]"),
    ("[sound:", "]"),
    ("[anki:tts", "[/anki:tts]"),
    ("[anki:play:", "]"),
];

impl Pieces {
    /// The fragment with its pieces replaced by their numbers.
    pub(super) fn take(&mut self, html: &str, files: &mut dyn Files, losses: &mut Losses) -> String {
        let mut out = String::with_capacity(html.len());
        let mut rest = html;
        let mut unclosed = [false; BRACKETS.len()];
        while let Some(at) = rest.find(['\\', '[']) {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            let found = BRACKETS.iter().zip(&mut unclosed).find_map(|((open, close), unclosed)| {
                let inner = rest.strip_prefix(open).filter(|_| !*unclosed)?;
                let Some((inner, after)) = inner.split_once(close) else {
                    // What is not closed from here is not closed from further on: it is not looked for again.
                    *unclosed = true;
                    return None;
                };
                Some((*open, inner, after))
            });
            let Some((open, inner, after)) = found else {
                out.push_str(&rest[..1]);
                rest = &rest[1..];
                continue;
            };
            rest = after;
            let piece = match open {
                "[sound:" => sound(&decode(inner), files, losses),
                "[anki:tts" => {
                    losses.lose("speech", "");
                    String::new()
                }
                "[anki:play:" => String::new(),
                _ => formula(open, inner, losses),
            };
            if !piece.is_empty() {
                out.push(marks::PIECE);
                out.push_str(&self.0.len().to_string());
                out.push(marks::PIECE_END);
                self.0.push(piece);
            }
        }
        out.push_str(rest);
        out
    }

    /// The piece of a number.
    pub(super) fn get(&self, number: &str) -> &str {
        number.parse::<usize>().ok().and_then(|number| self.0.get(number)).map_or("", String::as_str)
    }
}

/// A sound cannot be heard; it is kept as a file with its name in the text.
fn sound(name: &str, files: &mut dyn Files, losses: &mut Losses) -> String {
    let name = name.trim();
    let shown: String = name.chars().filter(|c| !matches!(c, '[' | ']' | '`' | '*' | '<' | '>')).collect();
    if let Some(path) = files.path(name) {
        losses.lose("sound", name);
        format!("[♪ {shown}](<{path}>)")
    } else {
        losses.lose("sound-missing", name);
        format!("♪ {shown}")
    }
}

/// A formula in Unicode where that can be, else as it is written.
fn formula(open: &str, inner: &str, losses: &mut Losses) -> String {
    let source = plain(inner);
    if source.is_empty() {
        return String::new();
    }
    if open != "[latex]"
        && let Some(text) = latex::unicode(&source)
    {
        let mut out = String::new();
        super::escape::push(&mut out, text.trim(), false, false);
        return out;
    }
    losses.lose("formula", &source);
    // Marks of a cloze may stand within; between backquotes they still work.
    if source.contains('`') { source } else { format!("`{source}`") }
}
