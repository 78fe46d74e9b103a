//! Places in a file: bytes to lines and columns.

use std::ops::Range;

/// Bytes of the file. A file has at most `u32::MAX` of them (the size limit is far below).
pub(super) type Span = Range<usize>;

/// A file and where its lines begin.
pub(super) struct Source<'s> {
    /// The text as it stands in the file, byte order mark included.
    pub(super) text: &'s str,
    starts: Vec<usize>,
}

impl<'s> Source<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        let breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// The line of `byte`, from 1.
    pub(super) fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start <= byte)
    }

    /// The line and the column (in characters) of `byte`, both from 1.
    pub(super) fn position(&self, byte: usize) -> (usize, usize) {
        let line = self.line(byte);
        let start = self.starts[line - 1];
        (line, self.slice(start..byte).chars().count() + 1)
    }

    /// The bytes of line `line` (from 1) without its line end.
    pub(super) fn line_span(&self, line: usize) -> Span {
        let start = self.starts.get(line - 1).copied().unwrap_or(self.text.len());
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        let text = self.slice(start..end);
        start..start + text.trim_end_matches(['\n', '\r']).len()
    }

    /// What stands at `span`; nothing when it is not within the text.
    pub(super) fn slice(&self, span: Span) -> &'s str {
        self.text.get(span).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let source = Source::new("é: à\r\nb: c");
        assert_eq!(source.position(0), (1, 1));
        assert_eq!(source.position("é: ".len()), (1, 4));
        assert_eq!(source.position("é: à\r\nb: ".len()), (2, 4));
        assert_eq!(source.position(source.text.len()), (2, 5));
        assert_eq!(source.slice(source.line_span(1)), "é: à");
        assert_eq!(source.slice(source.line_span(2)), "b: c");
    }
}
