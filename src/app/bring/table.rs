//! A table as decks.

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    io::Read as _,
    path::{Path, PathBuf},
};

use super::{TableMistake, TableWishes};
use crate::{
    app::{error::AppError, open::App},
    card::{Card, CardKey, DeckHead, DeckId, Fingerprint, Objective, Text},
    deck::{Deck, Limits, new_id, slug},
    exchange::{
        NewDeck,
        table::{Row, Sheet, read},
    },
};

/// The largest table that is read, in bytes: cells of a whole deck, and what Anki puts beside them.
const LARGEST: u64 = 64 << 20;
/// Longest id of a deck that is made from a name.
const LONGEST: usize = 60;

/// What the student wants a table to become.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The deck that all rows go into; `None`: those that the rows name, else one named after the file.
    pub deck: Option<DeckId>,
    /// The title of a new deck.
    pub title: Option<String>,
    /// The language of a new deck, a BCP 47 tag; `None`: that of the interface.
    pub language: Option<String>,
    /// What the table does not say of itself.
    pub table: TableWishes,
}

/// A table, read, and the decks that it becomes.
#[derive(Clone, Debug)]
pub struct TableFile {
    /// What was read.
    pub sheet: Sheet,
    /// Its decks.
    pub decks: Vec<NewDeck>,
    /// The rows of its cards, to tell mistakes by.
    pub rows: BTreeMap<(DeckId, CardKey), usize>,
}

impl TableFile {
    /// What is wrong with its rows.
    #[must_use]
    pub fn mistakes(&self) -> &[TableMistake] {
        &self.sheet.mistakes
    }
}

/// The bytes of a file, up to a limit.
pub(super) fn bytes(path: &Path, largest: u64) -> Result<Vec<u8>, AppError> {
    let failed = |source| AppError::File { path: path.to_owned(), source };
    let file = fs::File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(largest + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > largest {
        return Err(AppError::TooLarge(path.to_owned()));
    }
    Ok(bytes)
}

/// A deck's id from a name; `None` when nothing of the name can stand in one.
pub(super) fn deck_id(name: &str) -> Option<DeckId> {
    name.parse().ok().or_else(|| slug(name, LONGEST).parse().ok())
}

impl App {
    /// Reads a table. Nothing is written; rows with mistakes are left out and told.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read_table(&self, path: &Path, wanted: &Wanted) -> Result<TableFile, AppError> {
        let sheet = read(&bytes(path, LARGEST)?, &wanted.table);
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let mut groups: Vec<(DeckId, Text, Vec<Row>)> = Vec::new();
        for row in sheet.rows.clone() {
            let named = row.deck.clone().or_else(|| sheet.deck.clone());
            let name = if wanted.deck.is_some() { None } else { named };
            let id = wanted.deck.clone().or_else(|| deck_id(name.as_deref().unwrap_or(&stem)));
            let id = id
                .or_else(|| "import".parse().ok())
                .ok_or_else(|| AppError::TooLarge(PathBuf::from(path)))?;
            let title = match (&wanted.title, name) {
                (Some(title), _) => Text::one_line(title),
                (None, Some(name)) => name,
                (None, None) => Text::one_line(&stem),
            };
            match groups.iter_mut().find(|(own, ..)| *own == id) {
                Some((.., rows)) => rows.push(row),
                None => groups.push((id, title, vec![row])),
            }
        }
        let mut rows = BTreeMap::new();
        let mut decks = Vec::new();
        for (id, title, group) in groups {
            let standing = self.standing(&id)?.map(|(deck, ..)| deck);
            let language = wanted.language.as_deref().unwrap_or(self.messages.lang().code());
            let head = head(id, if title.is_blank() { "Import".into() } else { title }, language);
            decks.push(deck(head, group, standing.as_ref(), &mut rows));
        }
        Ok(TableFile { sheet, decks, rows })
    }
}

/// The head of a new deck that says nothing but its name.
pub(super) fn head(id: DeckId, title: Text, language: &str) -> DeckHead {
    DeckHead {
        id,
        title,
        language: Text::one_line(language),
        version: None,
        license: None,
        authors: Vec::new(),
        description: None,
        item: None,
        objectives: Vec::new(),
        sources: Vec::new(),
        contact: None,
        was: Vec::new(),
    }
}

fn deck(
    mut head: DeckHead,
    group: Vec<Row>,
    standing: Option<&Deck>,
    rows: &mut BTreeMap<(DeckId, CardKey), usize>,
) -> NewDeck {
    let there = || standing.into_iter().flat_map(|deck| &deck.cards);
    let mut taken: HashSet<String> = there().map(|card| card.key.to_string()).collect();
    taken.extend(group.iter().filter_map(|row| row.key.as_ref().map(ToString::to_string)));
    let mut cards: Vec<Card> = Vec::new();
    for row in group {
        for objective in &row.meta.objectives {
            if !head.objectives.iter().any(|own| own.id == *objective) {
                head.objectives.push(Objective { id: *objective, title: None, rubric: None });
            }
        }
        for source in row.sources {
            if head.source(&source.key).is_none() {
                head.sources.push(source);
            }
        }
        let fingerprint = Fingerprint::of(&row.content.identity());
        let used = |key: &CardKey| cards.iter().any(|card| card.key == *key);
        // A row without an id is the card that says the same, else the one that asks the same.
        let key = row.key.or_else(|| {
            let prompt = row.content.prompt();
            let same = there().find(|card| card.fingerprint == fingerprint);
            let asks =
                || there().find(|card| card.kind() == row.content.kind() && card.content.prompt() == prompt);
            same.or_else(asks).map(|card| card.key.clone()).filter(|key| !used(key))
        });
        let key = match key {
            Some(key) => key,
            None => match new_id(&row.content.prompt(), &mut taken).parse() {
                Ok(key) => key,
                Err(_) => CardKey::Fingerprint(fingerprint),
            },
        };
        rows.insert((head.id.clone(), key.clone()), row.row);
        cards.push(Card {
            deck: head.id.clone(),
            key,
            was: Vec::new(),
            line: 0,
            meta: row.meta,
            content: row.content,
            fingerprint,
        });
    }
    cards.truncate(Limits::default().cards);
    NewDeck { head, cards, media: Vec::new(), before: BTreeMap::new() }
}
