//! From cards to a table.

use std::collections::{BTreeMap, BTreeSet};

use super::{cells::quoted, column::Column, dialect::Separator, values};
use crate::card::{Card, CardKey, Choice, Content, DeckHead, Kind, Text, Verdict};

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For spreadsheets: a row of names, a byte order mark so that accents survive.
    Csv(Separator),
    /// For Anki too: header lines, tabs.
    Tsv,
}

/// A table, and what is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file's text.
    pub text: String,
    /// How many cards are in it.
    pub cards: usize,
    /// Cards of kinds that no row can hold, with their number.
    pub left_out: BTreeMap<Kind, usize>,
    /// How many cards lost a picture.
    pub pictures: usize,
}

/// Writes cards, each with its deck's head. The columns are those that some card fills; their names are French when
/// `french`.
#[must_use]
pub fn write(cards: &[(&DeckHead, &Card)], format: Format, french: bool) -> Written {
    let mut written = Written { text: String::new(), cards: 0, left_out: BTreeMap::new(), pictures: 0 };
    let several = cards.iter().map(|(head, _)| &head.id).collect::<BTreeSet<_>>().len() > 1;
    let mut rows: Vec<BTreeMap<Column, String>> = Vec::new();
    for (head, card) in cards {
        let Some(mut row) = row(head, card, french) else {
            *written.left_out.entry(card.kind()).or_default() += 1;
            continue;
        };
        if several {
            row.insert(Column::Deck, head.id.to_string());
        }
        row.retain(|_, cell| !cell.is_empty());
        written.cards += 1;
        written.pictures += usize::from(card.meta.image.is_some() || card.meta.answer_image.is_some());
        rows.push(row);
    }
    let mut columns: BTreeSet<Column> = rows.iter().flat_map(|row| row.keys().copied()).collect();
    columns.extend([Column::Kind, Column::Question]);
    let names: Vec<String> = columns.iter().map(|column| column.name(french)).collect();
    let separator = match format {
        Format::Csv(separator) => separator.0,
        Format::Tsv => '\t',
    };
    let out = &mut written.text;
    match format {
        Format::Csv(_) => {
            out.push('\u{feff}');
            line(&names, separator, out);
        }
        Format::Tsv => {
            out.push_str("#separator:tab\n#html:false\n");
            if let Some(tags) = columns.iter().position(|column| *column == Column::Tags) {
                out.extend(["#tags column:", &(tags + 1).to_string(), "\n"]);
            }
            out.extend(["#columns:", &names.join("\t"), "\n"]);
        }
    }
    for row in &rows {
        let cells: Vec<String> =
            columns.iter().map(|column| row.get(column).cloned().unwrap_or_default()).collect();
        line(&cells, separator, out);
    }
    written
}

/// Whether a spreadsheet would take the cell for a formula, or we for one that was disarmed.
pub(super) fn is_guarded(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Adds a row. What a spreadsheet would run as a formula stands behind an apostrophe.
pub(in crate::exchange) fn line(cells: &[String], separator: char, out: &mut String) {
    for (number, cell) in cells.iter().enumerate() {
        if number > 0 {
            out.push(separator);
        }
        if separator != '\t' && is_guarded(cell) {
            quoted(&format!("'{cell}"), separator, out);
        } else {
            quoted(cell, separator, out);
        }
    }
    // A row of a single empty cell would be no row.
    if cells.iter().all(String::is_empty) && cells.len() < 2 {
        out.push_str("\"\"");
    }
    out.push('\n');
}

fn row(head: &DeckHead, card: &Card, french: bool) -> Option<BTreeMap<Column, String>> {
    let mut row = BTreeMap::new();
    let mut put = |column, cell: String| drop(row.insert(column, cell));
    let yes = |yes: bool| match (yes, french) {
        (true, true) => "oui".to_owned(),
        (true, false) => "yes".to_owned(),
        (false, _) => String::new(),
    };
    let no = if french { "non" } else { "no" };
    match &card.content {
        Content::Qa(qa) => {
            put(Column::Question, qa.question.to_string());
            put(Column::Answer, qa.answer.to_string());
            put(Column::Reverse, yes(qa.reverse));
        }
        Content::Cloze(cloze) => put(Column::Question, cloze.source()),
        Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice) => options(choice, &mut put),
        Content::Qroc(qroc) => {
            put(Column::Question, qroc.prompt.to_string());
            put(Column::Answer, list(&qroc.answers));
            put(Column::Accept, list(&qroc.accept));
            put(Column::Expand, yes(qroc.expand));
        }
        Content::List(items) => {
            put(Column::Question, items.prompt.to_string());
            let spelled: Vec<Vec<String>> =
                items.items.iter().map(|item| item.iter().map(ToString::to_string).collect()).collect();
            put(Column::Items, values::join(spelled.iter().map(Vec::as_slice)));
            put(Column::Ordered, yes(items.ordered));
        }
        Content::Tcs(_)
        | Content::Zone(_)
        | Content::Mask(_)
        | Content::Case(_)
        | Content::Kfp(_)
        | Content::Article(_) => return None,
    }
    let meta = &card.meta;
    if let CardKey::Id(id) = &card.key {
        put(Column::Id, id.clone());
    }
    put(Column::Kind, card.kind().key().to_owned());
    put(Column::Hint, text(meta.hint.as_ref()));
    put(Column::Note, text(meta.note.as_ref()));
    put(Column::Objective, meta.objectives.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
    put(Column::Rank, meta.rank.map(|rank| rank.to_string()).unwrap_or_default());
    put(Column::Item, meta.item.map(|item| item.to_string()).unwrap_or_default());
    put(Column::Situation, meta.situation.map(|number| number.to_string()).unwrap_or_default());
    put(Column::Tags, values::join_tags(&meta.tags.iter().map(ToString::to_string).collect::<Vec<_>>()));
    put(Column::AsOf, meta.as_of.map(|date| date.to_string()).unwrap_or_default());
    put(Column::Until, meta.until.map(|date| date.to_string()).unwrap_or_default());
    put(Column::Suspended, yes(meta.suspended));
    put(Column::Draft, yes(meta.draft));
    put(Column::Shuffle, if meta.keep_order { no.to_owned() } else { String::new() });
    put(Column::Facts, list(&meta.facts));
    let sources: Vec<Vec<String>> = meta
        .sources
        .iter()
        .map(|key| {
            let title = head.source(key).map_or(key, |source| &source.title);
            vec![key.to_string(), title.to_string()]
        })
        .collect();
    put(Column::Source, values::join(sources.iter().map(Vec::as_slice)));
    Some(row)
}

fn options(choice: &Choice, put: &mut impl FnMut(Column, String)) {
    put(Column::Question, choice.prompt.to_string());
    for (number, option) in choice.options.iter().enumerate() {
        put(Column::Option(number), option.text.to_string());
        put(Column::Why(number), text(option.why.as_ref()));
    }
    for (column, verdict) in [
        (Column::Correct, Verdict::Correct),
        (Column::Required, Verdict::Required),
        (Column::Unacceptable, Verdict::Unacceptable),
    ] {
        let named = choice.options.iter().enumerate().filter(|(_, option)| option.verdict == verdict);
        let named: Vec<usize> = named.map(|(number, _)| number).collect();
        put(column, values::join_letters(&named, choice.options.len()));
    }
}

fn text(text: Option<&Text>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

fn list(texts: &[Text]) -> String {
    let texts: Vec<String> = texts.iter().map(ToString::to_string).collect();
    values::join(texts.iter().map(std::slice::from_ref))
}
