//! What every step of the reading has at hand, and where it reports.

use super::{
    diagnostic::{Diagnostic, Severity, problem},
    limits::Limits,
    media::Media,
    source::{Source, Span},
};
use crate::card::Text;

pub(super) struct Cx<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) media: &'a dyn Media,
    pub(super) limits: &'a Limits,
    /// The card that is being read, as its diagnostics name it.
    pub(super) card: Option<String>,
    diagnostics: Vec<Diagnostic>,
    faults: usize,
}

impl<'a> Cx<'a> {
    pub(super) fn new(source: &'a Source<'a>, media: &'a dyn Media, limits: &'a Limits) -> Self {
        Self { source, media, limits, card: None, diagnostics: Vec::new(), faults: 0 }
    }

    /// Tells a mistake or a doubt.
    pub(super) fn report(&mut self, mut found: Diagnostic) {
        if found.severity == Severity::Error {
            self.faults += 1;
        }
        if self.diagnostics.len() > self.limits.diagnostics {
            return;
        }
        if self.diagnostics.len() == self.limits.diagnostics {
            let rest =
                problem!(Warning "too-many-mistakes" at found.span.clone(), limit = self.limits.diagnostics);
            found = rest;
        }
        let related = found.related.iter_mut().map(|related| &mut related.message);
        for message in related.chain([&mut found.message]).chain(&mut found.help) {
            message.args.iter_mut().for_each(|(_, value)| *value = shown(value));
        }
        let (line, column) = self.source.position(found.span.start);
        found.line = u32::try_from(line).unwrap_or(u32::MAX);
        found.column = u32::try_from(column).unwrap_or(u32::MAX);
        if found.card.is_none() {
            found.card.clone_from(&self.card);
        }
        self.diagnostics.push(found);
    }

    /// Something here cannot be used, and the reason has been told already.
    pub(super) fn taint(&mut self) {
        self.faults += 1;
    }

    /// How many errors there were so far: what was read between two equal counts is sound.
    pub(super) fn faults(&self) -> usize {
        self.faults
    }

    /// What was told, in the order of the file.
    pub(super) fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        self.diagnostics.sort_by_key(|found| (found.span.start, found.severity));
        self.diagnostics
    }

    pub(super) fn slice(&self, span: &Span) -> &'a str {
        self.source.slice(span.clone())
    }
}

/// Longest text of the file that a message repeats, in characters.
const LONGEST: usize = 200;

/// What the file holds, fit to stand in a message: on one line, without escapes, not too long.
fn shown(value: &str) -> String {
    let line = Text::one_line(value);
    if line.chars().count() <= LONGEST {
        return line.to_string();
    }
    line.chars().take(LONGEST - 1).chain(['…']).collect()
}
