//! Texts, and lists of them.

use serde_json::json;

use super::{Cx, Defs, Node, Read};
use crate::{
    card::Text,
    deck::{
        diagnostic::{Diagnostic, problem},
        node::{Style, Value},
        quote::quote_edits,
        source::Span,
    },
};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(in crate::deck) struct At<T> {
    pub(in crate::deck) value: T,
    pub(in crate::deck) span: Span,
}

/// A text on one line: a title, a name, an answer.
pub(in crate::deck) type Line = At<Text>;

/// A text in Markdown, which keeps its line breaks.
pub(in crate::deck) struct Prose {
    pub(in crate::deck) text: Text,
    pub(in crate::deck) span: Span,
}

/// One text or a list of them.
pub(in crate::deck) struct Many<T> {
    pub(in crate::deck) all: Vec<T>,
    /// Whether every item could be read.
    pub(in crate::deck) whole: bool,
}

/// An item of a list: one text, or its accepted spellings.
pub(in crate::deck) struct Spellings {
    pub(in crate::deck) all: Vec<Line>,
    pub(in crate::deck) span: Span,
}

/// The text of `node`, or the report why it is none.
pub(super) fn text_of<'n>(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<&'n str> {
    match &node.value {
        Value::Scalar { text, style } => {
            if text.trim().is_empty() {
                // `>2` alone is the mark of an empty block, and was meant as a text.
                let raw = cx.slice(&node.span).trim_end();
                let found = match raw.chars().next() {
                    Some(mark @ ('|' | '>'))
                        if *style == Style::Block && raw[1..].starts_with(char::is_numeric) =>
                    {
                        let span = node.span.start..node.span.start + raw.len();
                        problem!(Error "special-start" at span.clone(), mark = mark; help "quotes-help")
                            .mend(quote_edits(&span, raw))
                    }
                    _ => problem!(Error "empty" at node.span.clone(), key = key; help "empty-help"),
                };
                cx.report(found);
                return None;
            }
            if !is_plainly_safe(text) && Text::would_lose(text) {
                cx.report(problem!(Warning "unsafe-text" at node.span.clone(); help "unsafe-text-help"));
            }
            if *style == Style::Plain {
                doubt_comment(node, cx);
            }
            Some(text)
        }
        Value::Nothing => {
            let found = if node.span.is_empty() {
                problem!(Error "empty" at node.span.clone(), key = key; help "empty-help")
            } else {
                let raw = cx.slice(&node.span);
                problem!(Error "null" at node.span.clone(), text = raw; help "null-help")
            };
            cx.report(found);
            None
        }
        Value::Broken => {
            cx.taint();
            None
        }
        Value::List { .. } | Value::Map { .. } => {
            if node.holds_broken() {
                cx.taint();
            } else {
                let found = not_a_text(node, key, cx);
                cx.report(found);
            }
            None
        }
    }
}

/// [`Text::one_line`], without its work where there is nothing to fold.
fn one_line(text: &str) -> Text {
    // Three bytes begin the characters that are white space beyond ASCII.
    let spaced =
        |text: &str| text.contains("  ") || text.bytes().any(|byte| matches!(byte, 0xc2 | 0xe1..=0xe3));
    if is_plainly_safe(text) && text.trim().len() == text.len() && !spaced(text) {
        return Text::clean(text);
    }
    Text::one_line(text)
}

/// Whether no byte of a text can belong to a character that is lost: a quick look before the thorough one.
fn is_plainly_safe(text: &str) -> bool {
    text.bytes().all(|byte| byte >= 0x20 && !matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef | 0xf3))
}

/// Why a list or a mapping stands where a text should: mostly because quotes are missing.
fn not_a_text(node: &Node, key: &str, cx: &Cx<'_>) -> Diagnostic {
    let raw = cx.slice(&node.span);
    let one_line = !raw.contains('\n');
    match (&node.value, raw.chars().next()) {
        (Value::List { flow: true, .. } | Value::Map { flow: true, .. }, Some(mark @ ('[' | '{')))
            if one_line =>
        {
            problem!(Error "special-start" at node.span.clone(), mark = mark; help "quotes-help")
                .mend(quote_edits(&node.span, raw))
        }
        (Value::Map { entries, .. }, _) if one_line && entries.len() == 1 => {
            problem!(Error "colon" at node.span.clone(), key = entries[0].key; help "quotes-help")
                .mend(quote_edits(&node.span, raw))
        }
        (Value::List { .. }, _) => {
            problem!(Error "not-a-text" at node.span.clone(), key = key, found = "list"; help "not-a-text-help")
        }
        _ => {
            problem!(Error "not-a-text" at node.span.clone(), key = key, found = "map"; help "not-a-text-help")
        }
    }
}

/// ` #2` silently ends a text that has no quotes. A real comment has a space after its `#`.
fn doubt_comment(node: &Node, cx: &mut Cx<'_>) {
    let line_end = cx.source.line_span(cx.source.line(node.span.end.saturating_sub(1))).end;
    let rest = cx.slice(&(node.span.end..line_end.max(node.span.end)));
    let trimmed = rest.trim_start();
    if trimmed.starts_with('#') && trimmed[1..].starts_with(char::is_alphanumeric) {
        let start = node.span.end + rest.len() - trimmed.len();
        cx.report(problem!(Warning "comment-in-text" at start..line_end, text = trimmed; help "comment-in-text-help"));
    }
}

impl<'n> Read<'n> for Line {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        text_of(node, key, cx).map(|text| At { value: one_line(text), span: node.span.clone() })
    }

    fn shape(_defs: &mut Defs) -> serde_json::Value {
        json!({ "type": ["string", "number", "boolean"] })
    }
}

impl<'n> Read<'n> for Prose {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        let text = text_of(node, key, cx)?;
        let text = Text::clean(text.trim_end().trim_start_matches(['\n', '\r']));
        Some(Self { text, span: node.span.clone() })
    }

    fn shape(_defs: &mut Defs) -> serde_json::Value {
        json!({ "type": ["string", "number", "boolean"] })
    }
}

impl<'n, T: Read<'n>> Read<'n> for Many<T> {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        match &node.value {
            Value::List { items, .. } => {
                doubt_decimal_commas(items, cx);
                let all: Vec<T> = items.iter().filter_map(|item| T::read(item, key, cx)).collect();
                // An unusable item has been reported; the others are still worth checking.
                Some(Self { whole: all.len() == items.len(), all })
            }
            _ => T::read(node, key, cx).map(|one| Self { all: vec![one], whole: true }),
        }
    }

    fn shape(defs: &mut Defs) -> serde_json::Value {
        let one = T::shape(defs);
        json!({ "anyOf": [one, { "type": "array", "items": one }] })
    }
}

/// `[0,5]` is two items for YAML; a French author meant one number.
fn doubt_decimal_commas(items: &[Node], cx: &mut Cx<'_>) {
    let digits = |node: &Node| matches!(&node.value, Value::Scalar { text, style: Style::Plain } if text.bytes().all(|b| b.is_ascii_digit()));
    let glued =
        |a: &Node, b: &Node| digits(a) && digits(b) && cx.source.slice(a.span.end..b.span.start) == ",";
    let mut at = 0;
    let mut found = Vec::new();
    while at + 1 < items.len() {
        let mut end = at;
        while end + 1 < items.len() && glued(&items[end], &items[end + 1]) {
            end += 1;
        }
        // Three or more, as in [1,2,3], are a list.
        if end == at + 1 {
            let span = items[at].span.start..items[end].span.end;
            let text = cx.slice(&span);
            found.push(
                problem!(Warning "decimal-comma" at span.clone(), text = text; help "decimal-comma-help")
                    .mend(quote_edits(&span, text)),
            );
        }
        at = end + 1;
    }
    for found in found {
        cx.report(found);
    }
}

impl<'n> Read<'n> for Spellings {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        let all = Many::<Line>::read(node, key, cx)?.all;
        if all.is_empty() {
            if let Value::List { items, .. } = &node.value
                && items.is_empty()
            {
                cx.report(problem!(Error "empty" at node.span.clone(), key = key; help "empty-help"));
            }
            return None;
        }
        Some(Self { all, span: node.span.clone() })
    }

    fn shape(defs: &mut Defs) -> serde_json::Value {
        Many::<Line>::shape(defs)
    }
}
