//! What is wrong with the smallest piece that cannot be read.

use super::{
    Recovery,
    lines::{is_known, takes_brackets},
};
use crate::deck::{
    diagnostic::{Diagnostic, problem},
    node::{Node, Style, Value},
    parse::{self, SyntaxError},
    quote::{quote_edits, quoted},
    source::Span,
};

/// What YAML reads as something else when a text begins with it.
const SPECIAL: [char; 16] = ['{', '[', '*', '&', '!', '%', '@', '`', '|', '>', '#', ',', ']', '}', '?', ':'];

impl Recovery<'_> {
    /// Reports why the value at `span` under `key` (or the item, or the whole piece) cannot be read, and reads it as
    /// the author meant it where that is plain.
    pub(super) fn explain(&mut self, key: Option<&str>, span: Span, error: &SyntaxError) -> Node {
        let raw = self.slice(span.clone()).trim_end();
        let span = span.start..span.start + raw.len();
        let (found, meant) = self.cause(key, raw, &span, error);
        self.problems.push(found);
        match meant.and_then(|meant| self.read_quoted(&meant)) {
            Some(text) => Node { value: Value::Scalar { text, style: Style::Quoted }, span },
            None => Node::broken(span),
        }
    }

    /// The text that `quoted` is once it is read.
    fn read_quoted(&self, quoted: &str) -> Option<String> {
        match parse::parse(quoted, 0, self.limits).ok()?.root?.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The report, and the text in the quotes that it should have had.
    fn cause(
        &self,
        key: Option<&str>,
        raw: &str,
        span: &Span,
        error: &SyntaxError,
    ) -> (Diagnostic, Option<String>) {
        let at = error.at.clamp(span.start, span.end);
        let here = || at..at;
        let info = error.info.as_str();
        if info.contains("unprintable") {
            return (problem!(Error "control-character" at here(); help "control-character-help"), None);
        }
        if info.contains("byte order mark") {
            return (problem!(Error "inner-bom" at here(); help "inner-bom-help"), None);
        }
        let Some(first) = raw.chars().next() else {
            return (problem!(Error "syntax" at here(), info = info; help "syntax-help"), None);
        };
        if matches!(first, '"' | '\'') {
            return quotes(first, raw, span, at, info);
        }
        let brackets = matches!(first, '[' | '{') && !raw.starts_with("{{");
        if brackets && key.is_none_or(|key| takes_brackets(key) || !is_known(key)) {
            return (problem!(Error "brackets" at here(), mark = first; help "brackets-help"), None);
        }
        // What follows ` # ` is a comment, which quotes must not swallow.
        let text = if raw.contains('\n') { raw } else { raw.split(" # ").next().unwrap_or(raw).trim_end() };
        let span = span.start..span.start + text.len();
        let quoting = |found: Diagnostic| (found.mend(quote_edits(&span, text)), Some(quoted(text)));
        if SPECIAL.contains(&first) || text.starts_with("- ") {
            let mark: String = if text.starts_with("{{") { "{{".to_owned() } else { first.to_string() };
            return quoting(problem!(Error "special-start" at span.clone(), mark = mark; help "quotes-help"));
        }
        if let Some(colon) = colon(text) {
            let before = text[..colon].trim_end();
            return quoting(problem!(Error "colon" at span.clone(), key = before; help "quotes-help"));
        }
        if info.contains("comment intercepting") {
            return quoting(problem!(Error "comment-inside" at here(); help "quotes-help"));
        }
        if info.contains("tab") {
            return (problem!(Error "tab-inside" at here(); help "tab-inside-help"), None);
        }
        (problem!(Error "syntax" at here(), info = info; help "syntax-help"), None)
    }
}

/// Where a plain text holds a colon that YAML takes for the end of a key.
fn colon(text: &str) -> Option<usize> {
    text.char_indices()
        .find(|&(at, c)| c == ':' && text[at + 1..].chars().next().is_none_or(char::is_whitespace))
        .map(|(at, _)| at)
}

/// What is wrong with a text that begins with a quote.
fn quotes(quote: char, raw: &str, span: &Span, at: usize, info: &str) -> (Diagnostic, Option<String>) {
    if info.contains("escape") || info.contains("hexadecimal") {
        let escape = bad_escape(raw);
        let place = escape
            .as_ref()
            .map_or(at..at, |(offset, text)| span.start + offset..span.start + offset + text.len());
        let text = escape.map(|(_, text)| text).unwrap_or_default();
        return (problem!(Error "bad-escape" at place, text = text; help "bad-escape-help"), None);
    }
    if !info.contains("trailing content") {
        let open = span.start..span.start + 1;
        return (problem!(Error "unclosed-quote" at open, mark = quote; help "unclosed-quote-help"), None);
    }
    let rest = at..span.end;
    if raw.contains('\n') {
        return (problem!(Error "after-quote" at rest, mark = quote; help "after-quote-help"), None);
    }
    let inner = raw.strip_prefix(quote).and_then(|r| r.strip_suffix(quote));
    let meant = match inner {
        // 'l'eau': every quote within is an apostrophe.
        Some(inner) if quote == '\'' && apostrophes_only(inner) => inner.replace("''", "'"),
        // "COG" signifie: the quotes are part of the text.
        None => raw.to_owned(),
        Some(_) => {
            return (problem!(Error "after-quote" at rest, mark = quote; help "after-quote-help"), None);
        }
    };
    let meant = quoted(&meant);
    let edit = crate::deck::diagnostic::Edit { span: span.clone(), text: meant.clone() };
    let found = if inner.is_some() {
        problem!(Error "apostrophe" at rest; help "apostrophe-help")
    } else {
        problem!(Error "after-quote" at rest, mark = quote; help "after-quote-mend")
    };
    (found.mend([edit]), Some(meant))
}

/// Whether each `'` stands between two letters.
fn apostrophes_only(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len()).filter(|&i| chars[i] == '\'').all(|i| {
        let letter = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(|c| c.is_alphanumeric());
        letter(i.checked_sub(1)) && letter(Some(i + 1))
    })
}

/// The first backslash sequence that double quotes do not know, and where it stands.
fn bad_escape(raw: &str) -> Option<(usize, String)> {
    let mut chars = raw.char_indices();
    while let Some((at, c)) = chars.next() {
        if c != '\\' {
            continue;
        }
        let (_, next) = chars.next()?;
        let digits = |count: usize| {
            let hex = raw[at + 2..].chars().take(count).filter(char::is_ascii_hexdigit).count();
            let code = u32::from_str_radix(&raw[at + 2..at + 2 + hex], 16).ok();
            hex == count && code.and_then(char::from_u32).is_some()
        };
        let good = match next {
            'x' => digits(2),
            'u' => digits(4),
            'U' => digits(8),
            _ => "0abt\tnvfre \"/\\N_LP\n\r".contains(next),
        };
        if !good {
            return Some((at, format!("\\{next}")));
        }
    }
    None
}
