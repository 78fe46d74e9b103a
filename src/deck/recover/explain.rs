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
        // Where something definite has been said, the parser's own words add nothing.
        let nearby =
            |other: &Diagnostic| (span.start.saturating_sub(1)..=error.at).contains(&other.span.start);
        if found.code != "syntax" || !self.problems.iter().any(nearby) {
            self.problems.push(found);
        }
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
        if info.contains("unprintable") || info.contains("byte order mark") {
            return (problem!(Error "control-character" at here(); help "control-character-help"), None);
        }
        let Some(first) = raw.chars().next() else { return (self.unknown_cause(at, info), None) };
        if matches!(first, '"' | '\'') {
            return quotes(first, raw, span, at, info);
        }
        let brackets = matches!(first, '[' | '{') && !raw.starts_with("{{");
        if brackets && info.contains("invalid indentation") {
            return (self.unknown_cause(at, info), None);
        }
        if brackets && key.is_none_or(|key| takes_brackets(key) || !is_known(key)) {
            return (problem!(Error "brackets" at here(), mark = first; help "brackets-help"), None);
        }
        // What follows ` # ` is a comment, which quotes must not swallow.
        let text = if raw.contains('\n') { raw } else { raw.split(" # ").next().unwrap_or(raw).trim_end() };
        let span = span.start..span.start + text.len();
        let quoting = |found: Diagnostic| (found.mend(quote_edits(&span, text)), Some(quoted(text)));
        if SPECIAL.contains(&first) || super::is_item(text) {
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
        (self.unknown_cause(at, info), None)
    }

    /// All that is known is where the parser stopped, and its words.
    fn unknown_cause(&self, at: usize, info: &str) -> Diagnostic {
        let before = self.slice(self.base..at).chars().next_back();
        let behind = self.slice(at..self.base + self.text.len()).chars().next();
        if before == Some('\t') || behind == Some('\t') || info.contains("tab ") || info.contains("tabs ") {
            let at = if before == Some('\t') { at - 1 } else { at };
            return problem!(Error "tab-inside" at at..at + 1; help "tab-inside-help");
        }
        // All of these are the parser's words for a line in a column where nothing can begin.
        let misplaced = ["invalid indentation", "expected key", "expected '-'", "expected <document start>"];
        if misplaced.iter().any(|words| info.contains(words)) {
            let rest = self.slice(at..self.base + self.text.len()).lines().next().unwrap_or_default();
            return problem!(Error "stray-line" at at..at + rest.trim_end().len(); help "stray-line-help");
        }
        problem!(Error "syntax" at at..at, info = info; help "syntax-help")
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
    if info.contains("invalid indentation") && raw.len() > 1 && raw.ends_with(quote) {
        // The quote is closed, only on a line that stands too far to the left.
        let line = raw.find('\n').map_or(span.start, |at| span.start + at + 1);
        let indent = raw[line - span.start..].len() - raw[line - span.start..].trim_start().len();
        let place = line + indent..span.end;
        return (problem!(Error "stray-line" at place; help "stray-line-help"), None);
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
        // "Que veut dire "COG" ?": the outer quotes are YAML's, the others belong to the text.
        Some(inner) if quote == '"' && opens_first(inner) => inner.to_owned(),
        // "COG" et "CPG", or "COG" signifie …: all of them belong to the text.
        Some(inner) if quote == '"' && closes_first(inner) => raw.to_owned(),
        None => raw.to_owned(),
        Some(_) => {
            return (problem!(Error "after-quote" at rest, mark = quote; help "after-quote-help"), None);
        }
    };
    let meant = quoted(&meant);
    let edit = crate::deck::diagnostic::Edit { span: span.clone(), text: meant.clone() };
    let found = if quote == '\'' && inner.is_some() {
        problem!(Error "apostrophe" at rest; help "apostrophe-help")
    } else {
        problem!(Error "after-quote" at rest, mark = quote; help "after-quote-mend")
    };
    (found.mend([edit]), Some(meant))
}

/// The characters before and behind the first `"`, when there is an even number of them and no escapes.
fn around_first_quote(inner: &str) -> Option<(Option<char>, Option<char>)> {
    let at = inner.find('"')?;
    let even = inner.matches('"').count().is_multiple_of(2) && !inner.contains('\\');
    even.then(|| (inner[..at].chars().next_back(), inner[at + 1..].chars().next()))
}

/// Whether the first `"` within a text begins a quotation.
fn opens_first(inner: &str) -> bool {
    around_first_quote(inner).is_some_and(|(before, behind)| {
        before.is_some_and(|c| c.is_whitespace() || c == '(' || c == '\'')
            && behind.is_some_and(char::is_alphanumeric)
    })
}

/// Whether the first `"` within a text ends a quotation that began before it.
fn closes_first(inner: &str) -> bool {
    around_first_quote(inner).is_some_and(|(before, behind)| {
        before.is_some_and(char::is_alphanumeric) && behind.is_some_and(|c| !c.is_alphanumeric())
    })
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
