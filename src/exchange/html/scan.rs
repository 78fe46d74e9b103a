//! A fragment as tags and texts. Whatever is no tag is text, as in a browser.

/// A piece of a fragment.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'h> {
    /// Text, with its entities.
    Text(&'h str),
    /// An opening tag.
    Open(Tag<'h>),
    /// The name of a closing tag.
    Close(&'h str),
}

/// An opening tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'h> {
    pub(super) name: &'h str,
    attributes: &'h str,
}

impl<'h> Tag<'h> {
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    pub(super) fn lower(&self) -> String {
        self.name.to_ascii_lowercase()
    }

    /// The value of an attribute, with its entities; empty when it has none.
    pub(super) fn attribute(&self, wanted: &str) -> Option<&'h str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '/').unwrap_or(rest.len());
            let (name, after) = rest.split_at(end.max(1).min(rest.len()).max(first_char(rest)));
            let after = after.trim_start();
            let (value, after) = match after.strip_prefix('=') {
                None => ("", after),
                Some(after) => value(after.trim_start()),
            };
            if name.eq_ignore_ascii_case(wanted) {
                return Some(value);
            }
            rest = after;
        }
    }
}

/// The length of the first character, so that a cut never falls within one.
fn first_char(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8).min(text.len())
}

/// The value at the beginning of `text`, and what follows it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(rest) = text.strip_prefix(quote) {
            return rest.split_once(quote).unwrap_or((rest, ""));
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

pub(super) struct Scanner<'h> {
    rest: &'h str,
    /// No tag ends any more: what looks like one is text, and is not looked through again.
    endless: bool,
}

impl<'h> Scanner<'h> {
    pub(super) fn new(html: &'h str) -> Self {
        Self { rest: html, endless: !html.contains('>') }
    }

    pub(super) fn next(&mut self) -> Option<Token<'h>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if let Some(comment) = self.rest.strip_prefix("<!--") {
                self.rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            let found = if self.endless { None } else { tag(self.rest) };
            if found.is_none() && !self.endless && self.rest.starts_with('<') {
                self.endless = !self.rest.contains('>');
            }
            if let Some((token, rest)) = found {
                self.rest = rest;
                match token {
                    Some(token) => return Some(token),
                    None => continue,
                }
            }
            // The first character is text, even a `<`.
            let from = first_char(self.rest);
            let end = self.rest[from..].find('<').map_or(self.rest.len(), |at| from + at);
            let (text, rest) = self.rest.split_at(end);
            self.rest = rest;
            return Some(Token::Text(text));
        }
    }

    /// Goes on behind `</name>`.
    pub(super) fn skip_to_end(&mut self, name: &str) {
        loop {
            let Some(at) = self.rest.find("</") else {
                self.rest = "";
                return;
            };
            self.rest = &self.rest[at..];
            if let Some((token, rest)) = tag(self.rest) {
                self.rest = rest;
                if matches!(token, Some(Token::Close(found)) if found.eq_ignore_ascii_case(name)) {
                    return;
                }
            } else {
                self.rest = &self.rest[2..];
            }
        }
    }
}

/// The tag at the beginning of `text`, and what follows; `Some((None, …))` for what shows nothing (`<!DOCTYPE …>`).
fn tag(text: &str) -> Option<(Option<Token<'_>>, &str)> {
    let inner = text.strip_prefix('<')?;
    let first = inner.chars().next()?;
    if first == '!' || first == '?' {
        // What never ends is text.
        let (_, rest) = inner.split_once('>')?;
        return Some((None, rest));
    }
    let (closing, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = tag_end(inner)?;
    let (body, rest) = (&inner[..end], &inner[end + 1..]);
    let name_end = body.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(body.len());
    let (name, attributes) = body.split_at(name_end);
    Some((Some(if closing { Token::Close(name) } else { Token::Open(Tag { name, attributes }) }), rest))
}

/// Where the tag ends: at the first `>` that is not within quotes.
fn tag_end(inner: &str) -> Option<usize> {
    let mut quote = None;
    let mut after_equals = false;
    for (at, c) in inner.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') if after_equals => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
        after_equals = c == '=' || (after_equals && c.is_whitespace());
    }
    // A quote that is never closed: the tag ends at the first `>` after all.
    quote.and_then(|_| inner.find('>'))
}
