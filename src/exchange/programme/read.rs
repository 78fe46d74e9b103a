//! From the bytes of a list to a programme.

use std::collections::{BTreeMap, HashMap};

use super::{
    column::{Column, columns, known},
    reference::{Reference, item},
};
use crate::{
    card::{Item, Objective, ObjectiveId, Programme, Rank, Text},
    deck::Message,
    exchange::table::{Encoding, Line, Mistake, Opened, Separator, open},
};

/// The longest title, in characters: what is longer is no title.
const LONGEST: usize = 1_000;
/// What the columns are where nothing names them.
const USUAL: [Column; 4] = [Column::Id, Column::Title, Column::Rank, Column::Rubric];

/// A list as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its characters.
    pub encoding: Encoding,
    /// What stands between its cells.
    pub separator: Separator,
    /// Its columns in order.
    pub columns: Vec<Line>,
    /// How many rows it has, names and blank ones left out.
    pub rows: usize,
    /// What its sound rows come to.
    pub programme: Programme,
    /// What is wrong with the others, in the order of the file.
    pub mistakes: Vec<Mistake>,
}

/// Reads a list; `names` are its columns where the student says them. Never fails: what is wrong with it is in the
/// mistakes.
#[must_use]
pub fn read(bytes: &[u8], separator: Option<Separator>, names: Option<&[String]>) -> Listed {
    let mut table = open(bytes, separator);
    let mut listed = Listed {
        encoding: table.encoding,
        separator: table.separator,
        columns: Vec::new(),
        rows: 0,
        programme: Programme::default(),
        mistakes: table.broken.take().into_iter().collect(),
    };
    let (names, skip) = match names {
        Some(names) => (names.to_vec(), 0),
        None => own_names(&table),
    };
    table.rows.drain(..skip);
    table.rows.retain(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()));
    let width = table.rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
    let mut columns = columns(&names, &table.rows);
    columns.resize(width.max(columns.len()), None);
    let name = |number: usize| {
        let own = names.get(number).map(|name| Text::one_line(name)).filter(|name| !name.is_empty());
        own.unwrap_or_else(|| Text::one_line(&(number + 1).to_string()))
    };
    let names: Vec<Text> = (0..columns.len()).map(name).collect();
    let line = |(number, (column, name)): (usize, (&Option<Column>, &Text))| {
        let meaning = column.map(|column| [false, true].map(|french| column.name(french).to_owned()));
        Line::new(name, meaning, number, &table.rows)
    };
    listed.columns = columns.iter().zip(&names).enumerate().map(line).collect();
    listed.rows = table.rows.len();
    if listed.rows == 0 {
        listed.mistakes.extend(listed.mistakes.is_empty().then(|| whole("table-empty")));
        return listed;
    }
    if !columns.iter().any(|column| matches!(column, Some(Column::Id | Column::Item))) {
        listed.mistakes.push(whole("programme-no-column"));
        return listed;
    }
    let numbered = columns.iter().any(|column| matches!(column, Some(Column::Id | Column::Number)));
    let mut list = List { numbered, mistakes: Vec::new(), ..List::default() };
    for (row, cells) in &table.rows {
        list.take(&Fields { row: *row, columns: &columns, names: &names, cells });
    }
    listed.mistakes.append(&mut list.mistakes);
    listed.programme = Programme::new(list.items, list.objectives);
    listed
}

fn whole(id: &'static str) -> Mistake {
    Mistake { row: 0, column: None, message: Message { id, args: Vec::new() } }
}

/// The names that the file gives its columns, and how many rows they take.
fn own_names(table: &Opened) -> (Vec<String>, usize) {
    if let Some(names) = table.names() {
        return (names, 0);
    }
    let Some((_, first)) = table.rows.first() else { return (Vec::new(), 0) };
    let trimmed: Vec<String> = first.iter().map(|name| name.trim().to_owned()).collect();
    let names_something = |cell: &String| Reference::read(cell).is_some() || item(cell).is_some();
    if known(&trimmed) > 0 || !trimmed.iter().any(names_something) {
        return (trimmed, 1);
    }
    (USUAL.map(|column| column.name(false).to_owned()).to_vec(), 0)
}

/// The cells of a row.
struct Fields<'r> {
    row: usize,
    columns: &'r [Option<Column>],
    names: &'r [Text],
    cells: &'r [String],
}

impl<'r> Fields<'r> {
    fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|own| *own == Some(column))
    }

    /// What stands in a column, if anything does.
    fn get(&self, column: Column) -> Option<&'r str> {
        self.cells.get(self.place(column)?).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    fn mistake(&self, column: Option<Column>, id: &'static str, args: &[(&'static str, &str)]) -> Mistake {
        // What a message quotes is shown on a line.
        let quoted = |text: &str| Text::one_line(&text.chars().take(80).collect::<String>()).to_string();
        let args = args.iter().map(|(name, value)| (*name, quoted(value))).collect();
        let column = column.and_then(|column| self.place(column)).and_then(|place| self.names.get(place));
        Mistake { row: self.row, column: column.cloned(), message: Message { id, args } }
    }

    /// A title: on one line, and none that is none.
    fn title(&self, column: Column, else_from: &'r str) -> Result<Option<Text>, Mistake> {
        let text = Text::one_line(self.get(column).unwrap_or(else_from));
        if text.chars().count() > LONGEST {
            let most = LONGEST.to_string();
            return Err(self.mistake(Some(column), "programme-title-long", &[("most", &most)]));
        }
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    fn item(&self, column: Column, number: u16, cell: &str) -> Result<Item, Mistake> {
        Item::new(number).ok_or_else(|| self.mistake(Some(column), "table-item", &[("value", cell)]))
    }

    /// The rank by its own column: `A`, `b`, `Rang A`.
    fn rank(&self) -> Result<Option<Rank>, Mistake> {
        let Some(cell) = self.get(Column::Rank) else { return Ok(None) };
        let letter = cell.split(|c: char| c.is_whitespace() || c == '-').next_back().unwrap_or_default();
        match letter.parse() {
            Ok(rank) => Ok(Some(rank)),
            Err(_) => Err(self.mistake(Some(Column::Rank), "table-rank", &[("value", cell)])),
        }
    }
}

/// What a list comes to, row by row.
#[derive(Default)]
struct List {
    /// A column numbers the objectives; else their order does.
    numbered: bool,
    items: BTreeMap<Item, Text>,
    objectives: Vec<Objective>,
    /// The row of each objective, and its rank.
    seen: HashMap<(Item, u16), (usize, ObjectiveId)>,
    /// How many objectives an item has so far.
    counts: HashMap<Item, u16>,
    mistakes: Vec<Mistake>,
}

/// What a row is about.
struct Subject<'r> {
    item: Item,
    number: Option<u16>,
    rank: Option<Rank>,
    /// The title of the objective that stands beside its id.
    title: &'r str,
    /// The title of the item that stands beside its number.
    item_title: &'r str,
}

impl List {
    fn take(&mut self, fields: &Fields<'_>) {
        let read = subject(fields).and_then(|subject| self.take_row(fields, &subject));
        self.mistakes.extend(read.err());
    }

    fn take_row(&mut self, fields: &Fields<'_>, subject: &Subject<'_>) -> Result<(), Mistake> {
        let own_rank = fields.rank()?;
        let Some((number, rank)) = self.numbers(fields, subject, own_rank)? else {
            let title = match fields.title(Column::ItemTitle, subject.item_title)? {
                Some(title) => Some(title),
                None => fields.title(Column::Title, "")?,
            };
            let Some(title) = title else {
                return Err(fields.mistake(None, "programme-no-title", &[]));
            };
            return self.entitle(fields, subject.item, title);
        };
        let Some(rank) = rank else { return Err(fields.mistake(None, "programme-no-rank", &[])) };
        let id = ObjectiveId { item: subject.item, number, rank };
        let title = fields.title(Column::Title, subject.title)?;
        let rubric = fields.title(Column::Rubric, "")?;
        let item_title = fields.title(Column::ItemTitle, subject.item_title)?;
        if let Some((row, first)) = self.seen.get(&(id.item, id.number)) {
            let (row, first, value) = (row.to_string(), first.to_string(), id.to_string());
            let args = [("value", value.as_str()), ("first", row.as_str()), ("other", first.as_str())];
            let twice = if first == value { "programme-twice" } else { "programme-two-ranks" };
            return Err(fields.mistake(None, twice, &args));
        }
        self.seen.insert((id.item, id.number), (fields.row, id));
        self.objectives.push(Objective { id, title, rubric });
        item_title.map_or(Ok(()), |title| self.entitle(fields, id.item, title))
    }

    /// The number and the rank of the row's objective; `None` for a row that is about its item.
    fn numbers(
        &mut self,
        fields: &Fields<'_>,
        subject: &Subject<'_>,
        own_rank: Option<Rank>,
    ) -> Result<Option<(u16, Option<Rank>)>, Mistake> {
        if let (Some(said), Some(own)) = (subject.rank, own_rank)
            && said != own
        {
            let (said, own) = (said.to_string(), own.to_string());
            let args = [("id", said.as_str()), ("rank", own.as_str())];
            return Err(fields.mistake(Some(Column::Rank), "programme-rank-differs", &args));
        }
        let rank = subject.rank.or(own_rank);
        if let Some(number) = subject.number {
            return Ok(Some((number, rank)));
        }
        if rank.is_none() {
            return Ok(None);
        }
        if self.numbered {
            return Err(fields.mistake(None, "programme-no-number", &[]));
        }
        let count = self.counts.entry(subject.item).or_default();
        *count = count.saturating_add(1);
        if *count > 999 {
            return Err(fields.mistake(None, "programme-no-number", &[]));
        }
        Ok(Some((*count, rank)))
    }

    /// The first title of an item stays.
    fn entitle(&mut self, fields: &Fields<'_>, item: Item, title: Text) -> Result<(), Mistake> {
        match self.items.get(&item) {
            None => {
                self.items.insert(item, title);
                Ok(())
            }
            Some(before) if *before == title => Ok(()),
            Some(before) => {
                let item = item.to_string();
                let args = [("item", item.as_str()), ("first", before.as_str()), ("value", title.as_str())];
                Err(fields.mistake(None, "programme-item-two-titles", &args))
            }
        }
    }
}

/// What a row is about: by its id, else by its item and number.
fn subject<'r>(fields: &Fields<'r>) -> Result<Subject<'r>, Mistake> {
    let id = fields.get(Column::Id);
    let own_item = match fields.get(Column::Item) {
        None => None,
        Some(cell) => match item(cell) {
            Some((number, title)) => Some((fields.item(Column::Item, number, cell)?, title)),
            None => return Err(fields.mistake(Some(Column::Item), "table-item", &[("value", cell)])),
        },
    };
    let Some(cell) = id else {
        let Some((item, item_title)) = own_item else {
            return Err(fields.mistake(None, "programme-no-id", &[]));
        };
        let number = match fields.get(Column::Number) {
            None => None,
            Some(cell) => match cell.parse() {
                Ok(number @ 1..=999) => Some(number),
                _ => {
                    return Err(fields.mistake(Some(Column::Number), "programme-number", &[("value", cell)]));
                }
            },
        };
        return Ok(Subject { item, number, rank: None, title: "", item_title });
    };
    let wrong = || fields.mistake(Some(Column::Id), "table-objective", &[("value", cell)]);
    let subject = match (Reference::read(cell), item(cell)) {
        (Some(found), _) => {
            if !(1..=999).contains(&found.number) {
                return Err(wrong());
            }
            let rank = match found.rank {
                None => None,
                Some(letter) => {
                    let letter = letter.to_string();
                    let args = [("value", letter.as_str())];
                    Some(letter.parse().map_err(|_| fields.mistake(Some(Column::Id), "table-rank", &args))?)
                }
            };
            let item = fields.item(Column::Id, found.item, cell)?;
            let item_title = own_item.map_or("", |(_, title)| title);
            Subject { item, number: Some(found.number), rank, title: found.rest, item_title }
        }
        (None, Some((number, item_title))) => {
            let item = fields.item(Column::Id, number, cell)?;
            Subject { item, number: None, rank: None, title: "", item_title }
        }
        (None, None) => return Err(wrong()),
    };
    if let Some((item, _)) = own_item.filter(|(item, _)| *item != subject.item) {
        let item = item.to_string();
        let args = [("value", cell), ("item", item.as_str())];
        return Err(fields.mistake(Some(Column::Item), "programme-item-differs", &args));
    }
    Ok(subject)
}
