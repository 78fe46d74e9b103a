//! Mending a file in place: what is certain, and nothing else.

mod ids;
#[cfg(test)]
mod tests;
mod verify;

pub use ids::new_id;

use super::{
    diagnostic::{Diagnostic, Edit, Severity},
    limits::Limits,
    media::Media,
    parse::parse,
    read::{Whole, read_whole},
    source::Source,
};

/// Rounds of mending: a mended line may show the next mistake behind it.
const ROUNDS: usize = 8;

/// A file after mending.
#[derive(Clone, Debug, PartialEq)]
pub struct Fixed {
    /// The text; as it was where nothing could be mended.
    pub text: String,
    /// What was changed, in the order of the new text.
    pub changes: Vec<Change>,
    /// What is still wrong with [`Self::text`].
    pub diagnostics: Vec<Diagnostic>,
    /// Why nothing was changed although something could have been.
    pub refused: Option<Refusal>,
}

/// One change of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The line of the new text, from 1.
    pub line: u32,
    /// What was done.
    pub what: ChangeKind,
}

/// What was done to the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// A card or a question got this id.
    Named(String),
    /// The mistake of this code is mended.
    Mended(&'static str),
}

/// Why a text stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The file would still not be YAML: what is left, from this line on, has to be mended by hand first.
    StillBroken(u32),
    /// The mended text would not read to the same cards.
    WouldDiffer,
}

/// Mends what is certain: quotes that are missing, decimal commas, tabs of indentation, missing spaces after
/// a key's colon; and writes the ids that cards and questions do not have. Comments, order and everything else
/// stay as they are. The result reads to the same cards plus ids, by two parsers; else the text stays as it was.
pub fn fix(source: &str, media: &dyn Media) -> Fixed {
    let limits = Limits::default();
    let before = read_whole(source.as_bytes(), media, &limits);
    let (text, mends) = mend(source, &before, media, &limits);
    let mended = if mends.is_empty() { before } else { read_whole(text.as_bytes(), media, &limits) };
    if !mends.is_empty() && !verify::same_elsewhere(source, &mends, &mended, media, &limits) {
        return refuse(source, Refusal::WouldDiffer, media, &limits);
    }

    let names = ids::names(&mended);
    if names.is_empty() && mends.is_empty() {
        return Fixed {
            text: source.to_owned(),
            changes: Vec::new(),
            diagnostics: mended.reading.diagnostics,
            refused: None,
        };
    }
    let edits: Vec<Edit> = names.iter().map(|name| name.edit(&text)).collect();
    let result = apply(&text, &edits);
    let after = read_whole(result.as_bytes(), media, &limits);
    match verify::verdict(&mended, &after, &result) {
        None => {
            let changes = changes(&text, &mends, &names);
            Fixed { text: result, changes, diagnostics: after.reading.diagnostics, refused: None }
        }
        Some(Refusal::StillBroken(_)) => {
            let line = broken_line(&text, &mended.reading.diagnostics, &limits);
            refuse(source, Refusal::StillBroken(line), media, &limits)
        }
        Some(refusal) => refuse(source, refusal, media, &limits),
    }
}

/// Where a text stops being YAML: the mistake that nothing mends, nearest before the place where the parser gives up.
fn broken_line(text: &str, diagnostics: &[Diagnostic], limits: &Limits) -> u32 {
    let at = parse(text, 0, limits).err().map_or(text.len(), |error| error.at);
    let mut left =
        diagnostics.iter().filter(|found| found.severity == Severity::Error && found.edits.is_empty());
    let first = left.clone().next();
    left.rfind(|found| found.span.start <= at).or(first).map_or(1, |found| found.line)
}

fn refuse(source: &str, refusal: Refusal, media: &dyn Media, limits: &Limits) -> Fixed {
    let diagnostics = read_whole(source.as_bytes(), media, limits).reading.diagnostics;
    Fixed { text: source.to_owned(), changes: Vec::new(), diagnostics, refused: Some(refusal) }
}

/// A mistake that was mended, by the line where it stood. Mending keeps every line where it is.
pub(super) struct Mend {
    code: &'static str,
    line: u32,
    /// The lines that were touched.
    first: usize,
    last: usize,
}

/// Applies the edits of the diagnostics until there are none.
fn mend(source: &str, before: &Whole, media: &dyn Media, limits: &Limits) -> (String, Vec<Mend>) {
    let mut text = source.to_owned();
    let mut mends = Vec::new();
    let mut diagnostics = before.reading.diagnostics.clone();
    for _ in 0..ROUNDS {
        let lines = Source::new(&text);
        let mut edits: Vec<Edit> = Vec::new();
        for found in diagnostics.iter().filter(|found| !found.edits.is_empty()) {
            let (Some(start), Some(end)) = (
                found.edits.iter().map(|e| e.span.start).min(),
                found.edits.iter().map(|e| e.span.end).max(),
            ) else {
                continue;
            };
            // Two mends of one place: the second waits for the next round, and is mostly gone by then.
            if edits.iter().any(|edit| edit.span.start <= end && start <= edit.span.end) {
                continue;
            }
            edits.extend(found.edits.iter().cloned());
            let (first, last) = (lines.line(start), lines.line(end));
            mends.push(Mend { code: found.code, line: found.line, first, last });
        }
        if edits.is_empty() {
            break;
        }
        edits.sort_by_key(|edit| edit.span.start);
        text = apply(&text, &edits);
        diagnostics = read_whole(text.as_bytes(), media, limits).reading.diagnostics;
    }
    (text, mends)
}

/// `text` with edits that are in order and do not overlap.
pub(super) fn apply(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len() + edits.iter().map(|e| e.text.len()).sum::<usize>());
    let mut at = 0;
    for edit in edits {
        out.push_str(text.get(at..edit.span.start).unwrap_or_default());
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

fn changes(text: &str, mends: &[Mend], names: &[ids::NewId]) -> Vec<Change> {
    let lines = Source::new(text);
    let places: Vec<(usize, bool)> = names.iter().map(|name| (lines.line(name.at), name.flow)).collect();
    // Every id in block style adds a line before the card's first key.
    let shifted = |line: usize, before: usize| {
        let added = places.iter().take(before).filter(|(at, flow)| !flow && *at <= line).count();
        u32::try_from(line + added).unwrap_or(u32::MAX)
    };
    let mended = mends.iter().map(|mend| Change {
        line: shifted(mend.line as usize, places.len()),
        what: ChangeKind::Mended(mend.code),
    });
    let with_ids = names.iter().enumerate().map(|(index, name)| Change {
        line: shifted(places[index].0, index),
        what: ChangeKind::Named(name.id.clone()),
    });
    let mut all: Vec<Change> = mended.chain(with_ids).collect();
    all.sort_by_key(|change| change.line);
    all
}
