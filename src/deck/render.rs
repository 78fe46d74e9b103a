//! Diagnostics as text, the way rustc shows its own.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};

use super::{
    diagnostic::{Diagnostic, Edit, Message, Related, Severity, message},
    source::{Source, Span},
};
use crate::card::Text;

/// Columns of the output; longer lines of the file are cut around what is marked.
const WIDTH: usize = 100;

/// Most lines of a remedy that are shown as they will be.
const PATCHED: usize = 6;

/// How many lines may lie between a mistake and a place that explains it, for both to be shown as one piece.
const NEAR: usize = 12;

/// Shows diagnostics with the lines that they are about.
///
/// `source` is the file's text (`String::from_utf8_lossy` of its bytes), `name` what the file is called on
/// screen, `translate` turns messages into words. Whatever the deck holds, the only escape sequences in the result are
/// the colours, and those only with `colour`.
pub fn render(
    diagnostics: &[Diagnostic],
    source: &str,
    name: &str,
    colour: bool,
    translate: &dyn Fn(&Message) -> String,
) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(WIDTH);
    let page = Page { source: Source::new(source), name: Text::one_line(name).to_string(), translate };
    let mut out = String::new();
    for found in diagnostics {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&renderer.render(&page.groups(found)));
        out.push('\n');
    }
    out
}

/// What is wrong with the file as a whole: no line of it would explain anything.
const WHOLE_FILE: [&str; 3] = ["file-too-large", "utf-16", "empty-file"];

struct Page<'a> {
    source: Source<'a>,
    name: String,
    translate: &'a dyn Fn(&Message) -> String,
}

impl Page<'_> {
    fn words(&self, message: &Message) -> String {
        Text::clean(&(self.translate)(message)).to_string()
    }

    fn groups(&self, found: &Diagnostic) -> Vec<Group<'static>> {
        let level = match found.severity {
            Severity::Error => Level::ERROR.with_name(self.words(&message!("word-error"))),
            Severity::Warning => Level::WARNING.with_name(self.words(&message!("word-warning"))),
        };
        let mut group =
            level.primary_title(self.words(&found.message)).id(found.code).elements(self.places(found));
        let help = found.help.as_ref().map(|help| self.words(help));
        let help_level = || Level::HELP.with_name(self.words(&message!("word-help")));
        match help {
            Some(help) if found.edits.is_empty() || self.lines_of(&found.edits) > PATCHED => {
                group = group.element(help_level().message(help));
                vec![group]
            }
            Some(help) => vec![group, help_level().secondary_title(help).element(self.patched(&found.edits))],
            None => vec![group],
        }
    }

    /// The lines of the mistake and of the places that explain it.
    fn places(&self, found: &Diagnostic) -> Vec<annotate_snippets::Element<'static>> {
        if self.source.text.is_empty() || WHOLE_FILE.contains(&found.code) {
            return vec![Origin::path(self.name.clone()).into()];
        }
        let main = self.on_one_line(&found.span);
        let line = self.source.line(main.start);
        let near = |related: &&Related| self.source.line(related.span.start).abs_diff(line) <= NEAR;
        let (near, far): (Vec<&Related>, Vec<&Related>) = found.related.iter().partition(near);

        let lines = near.iter().map(|related| self.source.line(related.span.start)).chain([line]);
        let (first, last) = lines.fold((line, line), |(a, b), line| (a.min(line), b.max(line)));
        let (start, text) = self.window(first, last);
        let mut snippet = Snippet::source(text)
            .line_start(first)
            .path(self.name.clone())
            .annotation(AnnotationKind::Primary.span(main.start - start..main.end - start));
        for related in near {
            let span = self.on_one_line(&related.span);
            let label = self.words(&related.message);
            snippet = snippet
                .annotation(AnnotationKind::Context.span(span.start - start..span.end - start).label(label));
        }
        let mut all: Vec<annotate_snippets::Element<'static>> = vec![snippet.into()];
        for related in far {
            let span = self.on_one_line(&related.span);
            let line = self.source.line(span.start);
            let (start, text) = self.window(line, line);
            let label = self.words(&related.message);
            let mark = AnnotationKind::Context.span(span.start - start..span.end - start).label(label);
            all.push(Snippet::source(text).line_start(line).path(self.name.clone()).annotation(mark).into());
        }
        all
    }

    /// How many lines lie between the first and the last edit, both included.
    fn lines_of(&self, edits: &[Edit]) -> usize {
        let lines = || edits.iter().map(|edit| self.source.line(edit.span.start));
        lines().max().unwrap_or(0) + 1 - lines().min().unwrap_or(0)
    }

    fn patched(&self, edits: &[Edit]) -> Snippet<'static, Patch<'static>> {
        let spans: Vec<Span> = edits.iter().map(|edit| self.within(&edit.span)).collect();
        let first = spans.iter().map(|span| self.source.line(span.start)).min().unwrap_or(1);
        let last = spans.iter().map(|span| self.source.line(span.end)).max().unwrap_or(1);
        let (start, text) = self.window(first, last);
        let patches = edits.iter().zip(spans).map(|(edit, span)| {
            let within = |at: usize| (at - start).min(text.len());
            Patch::new(within(span.start)..within(span.end), Text::clean(&edit.text).to_string())
        });
        let patches: Vec<Patch<'static>> = patches.collect();
        Snippet::source(text).line_start(first).path(self.name.clone()).patches(patches)
    }

    /// The lines `first` to `last`, safe to show, and the byte where they begin.
    fn window(&self, first: usize, last: usize) -> (usize, String) {
        let start = self.source.line_span(first).start;
        let end = self.source.line_span(last).end;
        (start, safe(self.source.slice(start..end)))
    }

    /// `span`, on character boundaries within the text.
    fn within(&self, span: &Span) -> Span {
        let floor = |at: usize| {
            let mut at = at.min(self.source.text.len());
            while !self.source.text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = floor(span.start);
        start..floor(span.end).max(start)
    }

    /// The part of `span` on its first line.
    fn on_one_line(&self, span: &Span) -> Span {
        let span = self.within(span);
        let line = self.source.line_span(self.source.line(span.start));
        let start = span.start.min(line.end);
        let written = self.source.slice(start..span.end.min(line.end).max(start)).trim_end().len();
        start..start + written
    }
}

/// Every character that could harm a terminal becomes a harmless one of as many bytes, so that places stay right.
fn safe(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            let harmless = c == '\n' || c == '\t' || !Text::would_lose(c.encode_utf8(&mut [0; 4]));
            let replacement: [Option<char>; 2] = match c.len_utf8() {
                _ if harmless && c != '\r' => [Some(c), None],
                1 if c == '\r' => [Some(' '), None],
                1 => [Some('?'), None],
                2 => [Some('·'), None],
                3 => [Some('\u{fffd}'), None],
                _ => [Some('\u{fffd}'), Some('?')],
            };
            replacement.into_iter().flatten()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::deck::diagnostic::problem;

    fn plain(message: &Message) -> String {
        message.args.iter().fold(message.id.to_owned(), |out, (_, value)| out + " " + value)
    }

    #[test]
    fn nothing_of_the_deck_reaches_the_terminal_as_an_escape() {
        let source = "a: \x1b[31m\u{9b}1m\u{202e}x\u{e0041}\r\nb: c\n";
        let at = source.find('x').unwrap_or(0);
        let found =
            problem!(Error "unknown-key" at at..at + 1, key = "\x1b]0;pwned\x07", place = "card", known = "");
        let out = render(&[found], source, "a\x1b[2J.yaml", false, &plain);
        assert!(!out.chars().any(|c| c != '\n' && Text::would_lose(&c.to_string())), "{out:?}");
        assert!(!out.contains('\r'));
    }

    proptest! {
        #[test]
        fn any_place_in_any_text_can_be_shown(
            source in "(\n|\r|\t|é|\u{1b}|\u{301}|[a-z :\"]|\u{200d}|漢){0,80}",
            places in prop::collection::vec((0usize..120, 0usize..20, "(\n|[a-z\"]){0,3}"), 1..4),
        ) {
            let mut found = problem!(Error "x" at places[0].0..places[0].0 + places[0].1; help "x");
            for (at, length, _) in &places[1..] {
                found = found.relate(*at..at + length, message!("x"));
            }
            let plain_out = render(&[found.clone()], &source, "d.yaml", false, &plain);
            prop_assert!(!plain_out.contains('\x1b'));
            let insertions = places.iter().map(|(at, _, text)| Edit { span: *at..*at, text: text.clone() });
            let patched = render(&[found.mend(insertions)], &source, "d.yaml", false, &plain);
            prop_assert!(!patched.contains('\x1b'));
        }
    }
}
