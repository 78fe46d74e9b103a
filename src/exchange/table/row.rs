//! A row as a card.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{
    beside::Beside,
    column::Column,
    options,
    read::{Mistake, Row},
    values,
};
use crate::{
    card::{
        CardKey, Cloze, Content, Image, Item, Kind, List, Meta, ObjectiveId, Qroc, QuestionAnswer, Rank,
        Source, Text,
    },
    deck::{Message, slug},
    exchange::{Losses, anki, html},
};

/// The highest number of the starting situations (arrêté of 21 December 2021, annex).
const SITUATIONS: u16 = 356;
/// Longest value that a message repeats, in characters.
const LONGEST: usize = 60;

/// Where the columns are that mean something.
pub(super) type Places = HashMap<Column, usize>;

/// The cells of a row by their columns, and where mistakes are told.
pub(super) struct Fields<'a, 'f> {
    pub(super) row: usize,
    pub(super) columns: &'a [(Option<Column>, Text)],
    pub(super) places: &'a Places,
    pub(super) cells: &'a [String],
    /// The texts are HTML, as in files that Anki wrote.
    pub(super) html: bool,
    /// The kind of what does not say it.
    pub(super) kind: Option<Kind>,
    pub(super) mistakes: Vec<Mistake>,
    /// The pictures that its HTML may name.
    pub(super) files: &'f mut Beside<'a>,
    /// Those that stand beside the question and the answer.
    pub(super) images: [Option<Image>; 2],
    /// What of HTML could not be kept.
    pub(super) losses: Losses,
}

impl<'a> Fields<'a, '_> {
    /// What stands in a column, when anything does.
    pub(super) fn get(&self, column: Column) -> Option<&'a str> {
        let number = *self.places.get(&column)?;
        self.cells.get(number).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// The same as text of a card.
    pub(super) fn text(&mut self, column: Column) -> Option<Text> {
        self.get(column).map(|cell| self.markdown(cell)).filter(|text| !text.is_blank())
    }

    fn markdown(&mut self, cell: &str) -> Text {
        if !self.html {
            return Text::clean(Text::clean(cell).trim());
        }
        let converted = html::markdown(cell, self.files, &mut self.losses);
        tidy(&converted.text)
    }

    /// The same as [`Self::text`], its first picture beside the question (0) or the answer (1).
    fn pictured(&mut self, column: Column, side: usize) -> Option<Text> {
        let cell = self.get(column).filter(|_| self.html && self.images[side].is_none());
        let Some(cell) = cell else { return self.text(column) };
        let (text, image) = html::beside(html::markdown(cell, self.files, &mut self.losses));
        self.images[side] = image;
        Some(tidy(&text)).filter(|text| !text.is_blank())
    }

    /// Tells a mistake in a column.
    pub(super) fn tell(&mut self, column: Column, id: &'static str, args: &[(&'static str, &str)]) {
        let own = self.columns.iter().find(|(own, _)| *own == Some(column)).map(|(_, name)| name.clone());
        let args = args.iter().map(|(name, value)| (*name, short(value))).collect();
        self.mistakes.push(Mistake { row: self.row, column: own, message: Message { id, args } });
    }

    fn flag(&mut self, column: Column) -> Option<bool> {
        let cell = self.get(column)?;
        let yes = values::yes(cell);
        if yes.is_none() {
            self.tell(column, "table-yes-no", &[("value", cell)]);
        }
        yes
    }

    fn parsed<T: std::str::FromStr>(&mut self, column: Column, id: &'static str) -> Option<T> {
        let cell = self.get(column)?;
        let value = cell.parse().ok();
        if value.is_none() {
            self.tell(column, id, &[("value", cell)]);
        }
        value
    }

    fn values(&mut self, column: Column) -> Vec<Text> {
        let entries = values::entries(self.get(column).unwrap_or_default()).into_iter();
        entries.filter_map(|value| value.into_iter().next()).map(|first| self.markdown(&first)).collect()
    }
}

fn tidy(text: &str) -> Text {
    Text::clean(Text::clean(&html::without_private(text)).trim())
}

fn short(value: &str) -> String {
    let line = Text::one_line(value);
    if line.chars().count() <= LONGEST {
        return line.to_string();
    }
    line.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// The card of a row and what of its HTML could not be kept, or its mistakes.
pub(super) fn row(mut fields: Fields<'_, '_>) -> Result<(Row, Losses), Vec<Mistake>> {
    let content = content(&mut fields);
    let (meta, sources) = meta(&mut fields);
    let key = key(&mut fields);
    let deck = fields.get(Column::Deck).map(Text::one_line);
    let media = fields.files.take_used();
    match content {
        Some(content) if fields.mistakes.is_empty() => {
            Ok((Row { row: fields.row, deck, key, meta, sources, content, media }, fields.losses))
        }
        _ => Err(fields.mistakes),
    }
}

/// The id, or that of the card which the note of Anki becomes.
fn key(fields: &mut Fields<'_, '_>) -> Option<CardKey> {
    if let Some(id) = fields.get(Column::Id) {
        match id.parse::<CardKey>() {
            Ok(CardKey::Id(id)) => return Some(CardKey::Id(id)),
            Ok(CardKey::Fingerprint(_)) => return None,
            Err(_) => fields.tell(Column::Id, "table-id", &[("value", id)]),
        }
    }
    let guid = fields.get(Column::Guid)?;
    anki::of_guid(guid)
}

fn kind(fields: &mut Fields<'_, '_>) -> Option<Kind> {
    if let Some(cell) = fields.get(Column::Kind) {
        if let Some(kind) = values::kind(cell) {
            return Some(kind);
        }
        // A note type of Anki's may be called anything; a kind that is typed by hand may be mistyped.
        if !fields.html {
            fields.tell(Column::Kind, "table-kind", &[("value", cell)]);
            return None;
        }
    }
    if fields.get(Column::Option(0)).is_some() || fields.get(Column::Correct).is_some() {
        let right = [Column::Correct, Column::Required].map(|column| {
            fields.get(column).and_then(|cell| values::letters(cell).ok()).map_or(0, |named| named.len())
        });
        return Some(fields.kind.unwrap_or(if right.iter().sum::<usize>() == 1 {
            Kind::Qru
        } else {
            Kind::Qrm
        }));
    }
    let blanks = fields.get(Column::Question).is_some_and(|question| Cloze::parse(question).is_ok());
    Some(if fields.get(Column::Items).is_some() {
        Kind::List
    } else if fields.get(Column::Accept).is_some() {
        Kind::Qroc
    } else if blanks && (fields.html || fields.get(Column::Answer).is_none()) {
        Kind::Cloze
    } else {
        fields.kind.unwrap_or(Kind::Qa)
    })
}

fn content(fields: &mut Fields<'_, '_>) -> Option<Content> {
    let kind = kind(fields)?;
    let Some(prompt) = fields.pictured(Column::Question, 0) else {
        fields.tell(Column::Question, "table-no-question", &[]);
        return None;
    };
    let needed = |fields: &mut Fields<'_, '_>, column, id| {
        if fields.get(column).is_none() {
            fields.tell(column, id, &[]);
        }
    };
    Some(match kind {
        Kind::Cloze => {
            let Ok(cloze) = Cloze::parse(&prompt) else {
                fields.tell(Column::Question, "table-cloze", &[]);
                return None;
            };
            Content::Cloze(cloze)
        }
        Kind::Qru | Kind::Qrm | Kind::Qrp => {
            let options = options::options(fields)?;
            let choice = options::choice(kind, prompt, options, fields)?;
            match kind {
                Kind::Qru => Content::Qru(choice),
                Kind::Qrm => Content::Qrm(choice),
                _ => Content::Qrp(choice),
            }
        }
        Kind::Qroc => {
            needed(fields, Column::Answer, "table-no-answer");
            let (answers, accept) = (fields.values(Column::Answer), fields.values(Column::Accept));
            let expand = fields.flag(Column::Expand).unwrap_or(false);
            if answers.is_empty() {
                return None;
            }
            Content::Qroc(Qroc { prompt, answers, accept, expand })
        }
        Kind::List => {
            needed(fields, Column::Items, "table-no-items");
            let entries = values::entries(fields.get(Column::Items).unwrap_or_default());
            let items: Vec<Vec<Text>> = entries
                .iter()
                .map(|value| value.iter().map(|spelling| fields.markdown(spelling)).collect())
                .collect();
            let ordered = fields.flag(Column::Ordered).unwrap_or(false);
            if items.is_empty() {
                return None;
            }
            Content::List(List { prompt, items, ordered })
        }
        _ => {
            let Some(answer) = fields.pictured(Column::Answer, 1) else {
                fields.tell(Column::Answer, "table-no-answer", &[]);
                return None;
            };
            let reverse = fields.flag(Column::Reverse).unwrap_or(false);
            Content::Qa(QuestionAnswer { question: prompt, answer, reverse })
        }
    })
}

fn meta(fields: &mut Fields<'_, '_>) -> (Meta, Vec<Source>) {
    let mut objectives = Vec::new();
    for word in fields.get(Column::Objective).unwrap_or_default().split([' ', '|', ',', ';', '\n']) {
        match word.parse::<ObjectiveId>() {
            Ok(objective) => objectives.push(objective),
            Err(_) if word.is_empty() => {}
            Err(_) => fields.tell(Column::Objective, "table-objective", &[("value", word)]),
        }
    }
    let sources: Vec<Source> = values::entries(fields.get(Column::Source).unwrap_or_default())
        .into_iter()
        .filter_map(|parts| source(&parts))
        .collect();
    let situation = fields.parsed::<u16>(Column::Situation, "table-situation");
    if let (Some(number), Some(cell)) = (situation, fields.get(Column::Situation))
        && !(1..=SITUATIONS).contains(&number)
    {
        fields.tell(Column::Situation, "table-situation", &[("value", cell)]);
    }
    let item = fields.parsed::<Item>(Column::Item, "table-item");
    let note = fields.pictured(Column::Note, 1);
    let [image, answer_image] = std::mem::take(&mut fields.images);
    let meta = Meta {
        rank: fields.parsed::<Rank>(Column::Rank, "table-rank").filter(|_| objectives.is_empty()),
        item: item.or_else(|| objectives.first().map(|objective| objective.item)),
        situation,
        tags: values::tags(fields.get(Column::Tags).unwrap_or_default())
            .iter()
            .map(|tag| Text::one_line(tag))
            .collect(),
        sources: sources.iter().map(|source| source.key.clone()).collect(),
        hint: fields.text(Column::Hint),
        note,
        image,
        answer_image,
        as_of: fields.parsed::<Date>(Column::AsOf, "table-date"),
        until: fields.parsed::<Date>(Column::Until, "table-date"),
        keep_order: fields.flag(Column::Shuffle) == Some(false),
        suspended: fields.flag(Column::Suspended).unwrap_or(false),
        draft: fields.flag(Column::Draft).unwrap_or(false),
        facts: fields.values(Column::Facts),
        objectives,
    };
    (meta, sources)
}

/// `key = title`, or a title whose key follows from it.
fn source(parts: &[String]) -> Option<Source> {
    let title = Text::one_line(parts.last()?);
    let key = match parts {
        [key, _, ..] => Text::one_line(key),
        _ => Text::one_line(
            &Some(slug(&title, 40)).filter(|key| !key.is_empty()).unwrap_or("source".to_owned()),
        ),
    };
    Some(Source { key, title, date: None, file: None, url: None, author: None })
}
