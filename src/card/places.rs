//! What can be pointed at in the text of a zone question.
//!
//! The author marks the expected stretches only, so the free text between them has to be cut as well, and so that the
//! cut does not give the marks away: where all marks are whole sentences, it is cut into sentences; where they are whole
//! clauses, into clauses; else into stretches of about as many words as the marks have.

use std::ops::Range;

use super::{Ground, Text, TextZone, Zone};

impl Zone {
    /// The same with its free text cut into places. Joined, the spans are the text that they were, but for lines that only
    /// went on; the expected ones are the same. What is no text stays as it is.
    #[must_use]
    pub fn cut(&self) -> Self {
        match &self.ground {
            Ground::Text { spans } => {
                Self { prompt: self.prompt.clone(), ground: Ground::Text { spans: cut(spans) } }
            }
            Ground::Image { .. } => self.clone(),
        }
    }

    /// The spans of a text; none for a picture.
    #[must_use]
    pub fn spans(&self) -> &[TextZone] {
        match &self.ground {
            Ground::Text { spans } => spans,
            Ground::Image { .. } => &[],
        }
    }
}

impl TextZone {
    /// Whether it can be pointed at: white space and punctuation between two marks cannot.
    #[must_use]
    pub fn is_place(&self) -> bool {
        self.expected || self.text.chars().any(char::is_alphanumeric)
    }

    /// The part (in bytes) that stands for the place, without the spaces and punctuation around it: authors put a full
    /// stop within their marks or behind, and that must not tell marked places from others.
    #[must_use]
    pub fn core(&self) -> Range<usize> {
        let edge = |c: char| {
            c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | '-' | '–' | '—' | '•')
        };
        let text = self.text.as_str();
        let begin = text.len() - text.trim_start_matches(edge).len();
        let end = text.trim_end_matches(edge).len();
        if begin < end { begin..end } else { 0..text.len() }
    }
}

/// The number of the sentence, from 0, in which each span begins.
#[must_use]
pub fn sentences(spans: &[TextZone]) -> Vec<usize> {
    let text = joined(spans);
    let ends = boundaries(&text, Grain::Sentence);
    let mut at = 0;
    spans
        .iter()
        .map(|span| {
            let begin = at + span.core().start;
            at += span.text.len();
            ends.partition_point(|end| *end <= begin)
        })
        .collect()
}

/// How finely the free text is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grain {
    Sentence,
    Clause,
    /// Stretches of about so many words, within a clause.
    Words(usize),
}

fn joined(spans: &[TextZone]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// A line feed where the author only wrapped a sentence becomes a space.
fn run_on(text: &str) -> String {
    /// A line that does not end a sentence and is as long as this was wrapped.
    const LONG_LINE: usize = 60;
    let mut out = String::with_capacity(text.len());
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        out.push_str(line);
        let Some(next) = lines.peek() else { break };
        let first = next.trim_start().chars().next();
        let ended = line.trim_end().ends_with(['.', '!', '?', '…', ':', ';', '»']);
        let wrapped = first.is_some_and(char::is_lowercase)
            || (line.chars().count() >= LONG_LINE && first.is_some_and(char::is_alphanumeric));
        out.push(if wrapped && !ended && !line.trim().is_empty() { ' ' } else { '\n' });
    }
    out
}

fn cut(spans: &[TextZone]) -> Vec<TextZone> {
    let text = run_on(&joined(spans));
    let grain = grain(spans, &text);
    let ends = boundaries(&text, if grain == Grain::Sentence { grain } else { Grain::Clause });
    let mut out = Vec::new();
    let mut at = 0;
    for span in spans {
        let range = at..at + span.text.len();
        at = range.end;
        if span.expected {
            out.push(TextZone { text: Text::clean(&text[range]), expected: true });
            continue;
        }
        let mut begin = range.start;
        for end in ends.iter().copied().filter(|end| range.contains(end)).chain([range.end]) {
            let piece = &text[begin..end];
            begin = end;
            let parts = match grain {
                Grain::Words(count) => stretches(piece, count),
                Grain::Sentence | Grain::Clause => vec![piece],
            };
            for part in parts {
                push(&mut out, part);
            }
        }
    }
    out
}

fn push(out: &mut Vec<TextZone>, piece: &str) {
    if !piece.is_empty() {
        out.push(TextZone { text: Text::clean(piece), expected: false });
    }
}

/// The coarsest grain at which the marks look like the rest.
fn grain(spans: &[TextZone], text: &str) -> Grain {
    let mut marks = Vec::new();
    let mut at = 0;
    for span in spans {
        if span.expected {
            let core = span.core();
            marks.push(at + core.start..at + core.end);
        }
        at += span.text.len();
    }
    for grain in [Grain::Sentence, Grain::Clause] {
        let ends = boundaries(text, grain);
        if marks.iter().all(|mark| is_whole(mark, text, &ends)) {
            return grain;
        }
    }
    let words: usize = marks.iter().map(|mark| text[mark.clone()].split_whitespace().count()).sum();
    Grain::Words(words.div_ceil(marks.len().max(1)).max(1))
}

/// Whether nothing but punctuation and spaces stands between a mark and the boundaries around it, and none within.
fn is_whole(mark: &Range<usize>, text: &str, ends: &[usize]) -> bool {
    let begin = ends.iter().copied().filter(|end| *end <= mark.start).max().unwrap_or(0);
    let end = ends.iter().copied().find(|end| *end > mark.start).unwrap_or(text.len());
    let idle = |text: &str| !text.chars().any(char::is_alphanumeric);
    end >= mark.end && idle(&text[begin..mark.start]) && idle(&text[mark.end..end])
        || is_several(mark, text, ends)
}

/// Whether a mark is several whole pieces.
fn is_several(mark: &Range<usize>, text: &str, ends: &[usize]) -> bool {
    let idle = |text: &str| !text.chars().any(char::is_alphanumeric);
    let begin = ends.iter().copied().filter(|end| *end <= mark.start).max().unwrap_or(0);
    let end = ends.iter().copied().find(|end| *end >= mark.end).unwrap_or(text.len());
    ends.iter().any(|end| mark.contains(end)) && idle(&text[begin..mark.start]) && idle(&text[mark.end..end])
}

/// Where a sentence (or a clause) ends and the next begins: behind the white space.
fn boundaries(text: &str, grain: Grain) -> Vec<usize> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut out = Vec::new();
    let mut place = 0;
    while place < chars.len() {
        let (at, c) = chars[place];
        place += 1;
        let clause = grain != Grain::Sentence && matches!(c, ',' | ';' | ':' | '(' | ')' | '—' | '–');
        let stop = matches!(c, '.' | '!' | '?' | '…');
        if c != '\n' && !stop && !clause {
            continue;
        }
        // What closes belongs to what ends.
        let mut next = place;
        while stop
            && next < chars.len()
            && matches!(chars[next].1, '.' | '!' | '?' | '…' | '»' | '"' | ')' | '”')
        {
            next += 1;
        }
        let mut after = next;
        while after < chars.len() && chars[after].1.is_whitespace() {
            after += 1;
        }
        let spaced = after > next;
        let line = c == '\n' || chars[next..after].iter().any(|(_, c)| *c == '\n');
        let follows = chars.get(after).map(|(_, c)| *c);
        let ends = if line {
            true
        } else if stop {
            spaced && !follows.is_some_and(char::is_lowercase) && !is_abbreviation(&text[..at])
        } else {
            // A decimal comma, a ratio and a time are no clauses.
            spaced || matches!(c, '(' | ')')
        };
        if ends && after < chars.len() {
            // An opening bracket belongs to what it opens.
            out.push(if c == '(' { at } else { chars[after].0 });
        }
        place = after.max(place);
    }
    out.retain(|end| *end > 0);
    out.dedup();
    out
}

/// Whether the full stop behind `before` only shortens a word: "M. Dupont", "cf. infra", "p. 12".
fn is_abbreviation(before: &str) -> bool {
    const SHORT: [&str; 22] = [
        "mr", "mrs", "ms", "mme", "mlle", "dr", "pr", "prof", "st", "ste", "cf", "fig", "art", "p", "pp",
        "vol", "no", "vs", "env", "ex", "tab", "al",
    ];
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || SHORT.contains(&word.to_lowercase().as_str())
}

/// `piece` in stretches of about `count` words, as even as can be. Each keeps the spaces behind it.
fn stretches(piece: &str, count: usize) -> Vec<&str> {
    let begins: Vec<usize> = word_begins(piece);
    let parts = ((begins.len() + count / 2) / count).max(1);
    let mut out = Vec::new();
    let mut from = 0;
    for part in 1..parts {
        let to = begins[begins.len() * part / parts];
        out.push(&piece[from..to]);
        from = to;
    }
    out.push(&piece[from..]);
    out
}

fn word_begins(piece: &str) -> Vec<usize> {
    let mut out = Vec::new();
    let mut within = false;
    for (at, c) in piece.char_indices() {
        // French punctuation stands alone, but is no word.
        let word = !c.is_whitespace() && (within || c.is_alphanumeric());
        if word && !within {
            out.push(at);
        }
        within = word;
    }
    out
}

#[cfg(test)]
mod tests;
