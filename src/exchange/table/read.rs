//! From the bytes of a table to cards.

use std::{collections::HashMap, path::PathBuf};

use super::{
    beside::Beside,
    cells,
    column::{self, Column},
    decode::Encoding,
    dialect::{Header, Separator},
    open::{Opened, open},
    row::{self, Fields, Places},
};
use crate::{
    card::{CardKey, Content, Kind, Meta, Source, Text},
    deck::Message,
    exchange::{Loss, Losses, NewMedia},
};

/// What the student says of a table that it does not say itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// What stands between the cells.
    pub separator: Option<Separator>,
    /// The names of the columns, in order; the file has no row of names then.
    pub columns: Option<Vec<String>>,
    /// The kind of rows that do not say it.
    pub kind: Option<Kind>,
    /// The folder of the table, where the pictures lie that its HTML names.
    pub folder: Option<PathBuf>,
}

/// A table as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its characters.
    pub encoding: Encoding,
    /// What stands between its cells.
    pub separator: Separator,
    /// Its columns in order.
    pub columns: Vec<Line>,
    /// The rows that are cards.
    pub rows: Vec<Row>,
    /// What is wrong with the others, in the order of the file.
    pub mistakes: Vec<Mistake>,
    /// What of the rows' HTML could not be kept.
    pub losses: Vec<Loss>,
    /// The deck that Anki's header lines name.
    pub deck: Option<Text>,
}

/// A column, and what is made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its name in the file, or its number from 1.
    pub name: Text,
    /// Our English name for what it holds; `None`: it is not read.
    pub meaning: Option<String>,
    /// The same in French.
    pub meaning_fr: Option<String>,
    /// What stands in it in the first row that fills it.
    pub example: Text,
}

/// A row that is a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number in the spreadsheet, from 1.
    pub row: usize,
    /// The deck that it names.
    pub deck: Option<Text>,
    /// Its id.
    pub key: Option<CardKey>,
    /// Its objective, tags, notes, …
    pub meta: Meta,
    /// The sources that it names, with their titles.
    pub sources: Vec<Source>,
    /// What it asks.
    pub content: Content,
    /// The pictures that its texts name.
    pub media: Vec<NewMedia>,
}

/// A mistake of a row, or of the whole table (row 0).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The row as the spreadsheet numbers it, from 1.
    pub row: usize,
    /// The column by its name in the file, or its number from 1; `None` when the file has none for it.
    pub column: Option<Text>,
    /// What is wrong.
    pub message: Message,
}

/// Longest example, in characters.
const EXAMPLE: usize = 40;

/// After so many rows whoever waits is told.
const TOLD: usize = 1024;

/// Reads a table. Never fails: what is wrong with it is in the mistakes.
#[must_use]
pub fn read(bytes: &[u8], wishes: &Wishes) -> Sheet {
    read_while(bytes, wishes, &mut |_, _| true).unwrap_or_else(|| empty(Encoding::Utf8, Separator('\t')))
}

fn empty(encoding: Encoding, separator: Separator) -> Sheet {
    let (columns, rows, mistakes, losses) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    Sheet { encoding, separator, columns, rows, mistakes, losses, deck: None }
}

/// The same. `go_on` is told how many rows are done, of how many, and stops it by `false`: then there is nothing.
pub fn read_while(
    bytes: &[u8],
    wishes: &Wishes,
    go_on: &mut dyn FnMut(usize, usize) -> bool,
) -> Option<Sheet> {
    let Opened { encoding, separator, header, rows, broken } = open(bytes, wishes.separator);
    let mut sheet = empty(encoding, separator);
    sheet.deck = header.deck.as_deref().map(Text::one_line);
    sheet.mistakes.extend(broken);
    let Some((_, first)) = rows.first() else { return Some(sheet) };
    let width = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
    let (names, skip) = names(first, &header, separator, wishes, width);
    let columns = columns(&names, &header, width);
    let rows = &rows[skip..];
    let line = |(number, (column, name)): (usize, &(Option<Column>, Text))| {
        Line::new(name, column.map(|column| [false, true].map(|french| column.name(french))), number, rows)
    };
    sheet.columns = columns.iter().enumerate().map(line).collect();
    if !columns.iter().any(|(column, _)| *column == Some(Column::Question)) {
        sheet.mistakes.push(whole(0, "table-no-question-column"));
        return Some(sheet);
    }
    let mut seen: HashMap<CardKey, usize> = HashMap::new();
    let mut losses = Losses::default();
    let mut beside = Beside::new(wishes.folder.as_deref());
    let places: Places =
        columns.iter().enumerate().filter_map(|(number, (column, _))| Some(((*column)?, number))).collect();
    for (done, (number, cells)) in rows.iter().enumerate() {
        if done.is_multiple_of(TOLD) && !go_on(done, rows.len()) {
            return None;
        }
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let fields = Fields {
            row: *number,
            columns: &columns,
            places: &places,
            cells,
            html: header.html,
            kind: wishes.kind,
            files: &mut beside,
            images: [None, None],
            mistakes: Vec::new(),
            losses: Losses::default(),
        };
        match row::row(fields) {
            Ok((mut row, lost)) => {
                let tags = header.tags.iter().map(|tag| Text::one_line(tag));
                row.meta.tags.extend(tags);
                if let Some(first) = row.key.as_ref().and_then(|key| seen.get(key)) {
                    let id = row.key.as_ref().map(ToString::to_string).unwrap_or_default();
                    let args = vec![("value", id), ("first", first.to_string())];
                    let name = columns.iter().find(|(c, _)| matches!(c, Some(Column::Id | Column::Guid)));
                    sheet.mistakes.push(Mistake {
                        row: *number,
                        column: name.map(|(_, name)| name.clone()),
                        message: Message { id: "table-id-twice", args },
                    });
                    continue;
                }
                losses.join(lost);
                seen.extend(row.key.clone().map(|key| (key, *number)));
                sheet.rows.push(row);
            }
            Err(mistakes) => sheet.mistakes.extend(mistakes),
        }
    }
    if sheet.rows.is_empty() && sheet.mistakes.is_empty() {
        sheet.mistakes.push(whole(0, "table-empty"));
    }
    sheet.losses = losses.into_all();
    Some(sheet)
}

/// A mistake of the whole table.
pub(super) fn whole(row: usize, id: &'static str) -> Mistake {
    Mistake { row, column: None, message: Message { id, args: Vec::new() } }
}

/// The names of the columns, and how many rows they take.
fn names(
    first: &[String],
    header: &Header,
    separator: Separator,
    wishes: &Wishes,
    width: usize,
) -> (Vec<String>, usize) {
    if let Some(names) = &wishes.columns {
        return (names.clone(), 0);
    }
    if let Some(names) = header.names(separator) {
        return (names, 0);
    }
    let trimmed: Vec<String> = first.iter().map(|name| name.trim().to_owned()).collect();
    let recognised = column::named(&trimmed);
    let is_header = recognised.contains(&Some(Column::Question)) || recognised.iter().flatten().count() >= 3;
    if is_header {
        return (trimmed, 1);
    }
    // Neither names nor header lines: question, answer, tags; after the columns that the header lines set apart.
    let apart = [header.tags_column, header.deck_column, header.notetype_column, header.guid_column];
    let mut usual = ["question", "answer", "note"].into_iter();
    if header.tags_column.is_none() && width == 3 {
        usual = ["question", "answer", "tags"].into_iter();
    }
    let name = |number| if apart.contains(&Some(number)) { None } else { usual.next() };
    ((0..width).map(name).map(|name| name.unwrap_or_default().to_owned()).collect(), 0)
}

fn columns(names: &[String], header: &Header, width: usize) -> Vec<(Option<Column>, Text)> {
    let mut columns = column::named(names);
    columns.resize(width.max(names.len()), None);
    let apart = [
        (header.tags_column, Column::Tags),
        (header.deck_column, Column::Deck),
        (header.notetype_column, Column::Kind),
        (header.guid_column, Column::Guid),
    ];
    for (number, column) in apart {
        if let Some(own) = number.and_then(|number| columns.get_mut(number)) {
            *own = Some(column);
        }
    }
    let name =
        |number: usize| names.get(number).map(|name| Text::one_line(name)).filter(|name| !name.is_empty());
    columns
        .into_iter()
        .enumerate()
        .map(|(number, column)| {
            (column, name(number).unwrap_or_else(|| Text::one_line(&(number + 1).to_string())))
        })
        .collect()
}

impl Line {
    /// A column with its name, its meaning in English and in French, and the first cell that fills it.
    pub(in crate::exchange) fn new(
        name: &Text,
        meaning: Option<[String; 2]>,
        number: usize,
        rows: &[cells::Cells],
    ) -> Self {
        let filled = |cell: &&String| !cell.trim().is_empty();
        let example = rows.iter().filter_map(|(_, cells)| cells.get(number)).find(filled);
        let example = Text::one_line(example.map_or("", String::as_str));
        let cut: String = example.chars().take(EXAMPLE).collect();
        let example = if cut.len() < example.len() { format!("{cut}…") } else { cut };
        let [meaning, meaning_fr] =
            meaning.map_or([None, None], |[english, french]| [Some(english), Some(french)]);
        Self { name: name.clone(), meaning, meaning_fr, example: Text::one_line(&example) }
    }
}
