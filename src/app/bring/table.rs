//! A table as decks.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fs,
    io::Read as _,
    path::{Path, PathBuf},
};

use super::{TableMistake, TableWishes, base::Base};
use crate::{
    app::{error::AppError, open::App, progress::Progress},
    card::{Card, CardKey, Content, DeckHead, DeckId, Fingerprint, Kind, Objective, Source, Text},
    deck::{Deck, new_id, slug},
    exchange::{
        NewDeck, NewMedia,
        parts::{self, Room, part_number, part_title},
        table::{Row, Sheet, read_while},
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
    /// What was read, but for its rows.
    pub sheet: Sheet,
    /// How many of its rows are cards.
    pub cards: usize,
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
pub(in crate::app) fn bytes(path: &Path, largest: u64) -> Result<Vec<u8>, AppError> {
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
    /// When the file cannot be read, or it is stopped.
    pub fn read_table(
        &self,
        path: &Path,
        wanted: &Wanted,
        progress: &mut dyn Progress,
    ) -> Result<TableFile, AppError> {
        progress.go_on("progress-table", 0, 1)?;
        let bytes = bytes(path, LARGEST)?;
        let wishes = TableWishes { folder: path.parent().map(Path::to_owned), ..wanted.table.clone() };
        let mut sheet =
            read_while(&bytes, &wishes, &mut |done, of| progress.go_on("progress-table", done, of).is_ok())
                .ok_or(AppError::Stopped)?;
        drop(bytes);
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let mut groups: Vec<Group> = Vec::new();
        let mut numbers: HashMap<DeckId, usize> = HashMap::new();
        for row in std::mem::take(&mut sheet.rows) {
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
            let number = *numbers.entry(id.clone()).or_insert_with(|| {
                let title = if title.is_blank() { "Import".into() } else { title };
                groups.push(Group { id, title, rows: Vec::new() });
                groups.len() - 1
            });
            groups[number].rows.push(row);
        }
        let mut file = TableFile { cards: 0, sheet, decks: Vec::new(), rows: BTreeMap::new() };
        let count = groups.len();
        for (number, group) in groups.into_iter().enumerate() {
            progress.go_on("progress-plan", number, count)?;
            let language = wanted.language.as_deref().unwrap_or(self.messages.lang().code());
            let parts = self.standing_parts(&group.id)?;
            // A card that was mended since it came is known by how it came.
            let decks = self.paths.decks();
            let came: Vec<Base> = parts.iter().map(|part| Base::read(&decks, &part.deck.head.id)).collect();
            file.cards += group.rows.len();
            group.into_decks(&parts, &came, language, &mut file);
        }
        Ok(file)
    }

    /// The deck `id` and its parts as they stand on the disk.
    fn standing_parts(&self, id: &DeckId) -> Result<Vec<Standing>, AppError> {
        let catalogue = self.catalogue();
        let mut all: Vec<&DeckId> = catalogue
            .decks
            .iter()
            .filter(|deck| deck.shadowed_by.is_none() && part_number(&deck.head.id, id).is_some())
            .map(|deck| &deck.head.id)
            .collect();
        // `part-10` is behind `part-9`.
        all.sort_by_key(|id| (id.as_str().len(), id.as_str()));
        let mut parts = Vec::with_capacity(all.len());
        for id in all {
            if let Some((deck, source, ..)) = self.standing(id)? {
                let room = Room::DECK.without(deck.cards.len(), source.len());
                parts.push(Standing { deck, room });
            }
        }
        Ok(parts)
    }
}

/// A deck that is there.
struct Standing {
    deck: Deck,
    room: Room,
}

/// The rows that go into one deck.
struct Group {
    id: DeckId,
    title: Text,
    rows: Vec<Row>,
}

/// What the cards that are there are found by.
struct There<'s> {
    ids: HashMap<&'s CardKey, &'s DeckId>,
    fingerprints: HashMap<Fingerprint, &'s Card>,
    prompts: HashMap<(Kind, Text), &'s Card>,
}

impl<'s> There<'s> {
    fn new(parts: &'s [Standing], came: &'s [Base]) -> Self {
        let mut there = Self { ids: HashMap::new(), fingerprints: HashMap::new(), prompts: HashMap::new() };
        let present = parts.iter().flat_map(|part| &part.deck.cards);
        for card in present.chain(came.iter().flat_map(Base::cards)) {
            there.ids.entry(&card.key).or_insert(&card.deck);
            there.fingerprints.entry(card.fingerprint).or_insert(card);
            there.prompts.entry((card.kind(), card.content.prompt())).or_insert(card);
        }
        there
    }

    /// The card that says the same, else the one that asks the same.
    fn like(&self, content: &Content, fingerprint: Fingerprint) -> Option<&'s Card> {
        let asks = || self.prompts.get(&(content.kind(), content.prompt()));
        self.fingerprints.get(&fingerprint).or_else(asks).copied()
    }
}

impl Group {
    /// The cards of the rows: those that are there where they are, the others where there is room.
    fn into_decks(self, parts: &[Standing], came: &[Base], language: &str, file: &mut TableFile) {
        let there = There::new(parts, came);
        let mut taken: HashSet<String> = there.ids.keys().map(ToString::to_string).collect();
        taken.extend(self.rows.iter().filter_map(|row| row.key.as_ref().map(ToString::to_string)));
        let whole = DeckHead::new(self.id.clone(), self.title, Text::one_line(language));
        let mut used: HashSet<CardKey> = HashSet::new();
        let mut decks: BTreeMap<DeckId, NewDeck> = BTreeMap::new();
        let mut new: Vec<(Card, Vec<Source>, Vec<NewMedia>, usize)> = Vec::new();
        for row in self.rows {
            let fingerprint = Fingerprint::of(&row.content.identity());
            let like = || there.like(&row.content, fingerprint).map(|card| card.key.clone());
            let key = row.key.or_else(|| like().filter(|key| !used.contains(key)));
            let key = key.unwrap_or_else(|| {
                let id = new_id(&row.content.prompt(), &mut taken).parse();
                id.unwrap_or(CardKey::Fingerprint(fingerprint))
            });
            used.insert(key.clone());
            let home = there.ids.get(&key).copied();
            let card = Card {
                deck: home.unwrap_or(&self.id).clone(),
                key,
                was: Vec::new(),
                line: 0,
                meta: row.meta,
                content: row.content,
                fingerprint,
            };
            match home {
                Some(home) => {
                    let deck = decks.entry(home.clone()).or_insert_with(|| empty(&whole, home, 1));
                    file.rows.insert((home.clone(), card.key.clone()), row.row);
                    add(deck, card, row.sources, row.media);
                }
                None => new.push((card, row.sources, row.media, row.row)),
            }
        }
        let sizes: Vec<parts::Size> =
            new.iter().map(|(card, ..)| (1, parts::weight(&card.content, &card.meta))).collect();
        let room = |id: &DeckId| parts.iter().find(|part| part.deck.head.id == *id).map(|part| part.room);
        let mut new: Vec<_> = new.into_iter().map(Some).collect();
        for part in parts::fill(&self.id, &sizes, &room) {
            let deck =
                decks.entry(part.deck.clone()).or_insert_with(|| empty(&whole, &part.deck, part.number));
            for (mut card, sources, media, row) in part.items.into_iter().filter_map(|item| new[item].take())
            {
                card.deck.clone_from(&part.deck);
                file.rows.insert((part.deck.clone(), card.key.clone()), row);
                add(deck, card, sources, media);
            }
        }
        let mut decks: Vec<NewDeck> = decks.into_values().collect();
        decks.sort_by_key(|deck| (deck.head.id.as_str().len(), deck.head.id.clone()));
        for deck in &mut decks {
            // Several cards may show one picture.
            deck.media.sort_by(|a, b| a.path.cmp(&b.path));
            deck.media.dedup_by(|a, b| a.path == b.path);
        }
        file.decks.extend(decks);
    }
}

/// A part of a deck, without cards.
fn empty(whole: &DeckHead, id: &DeckId, number: usize) -> NewDeck {
    let head = DeckHead { id: id.clone(), title: part_title(&whole.title, number), ..whole.clone() };
    NewDeck { head, cards: Vec::new(), media: Vec::new(), notes: None }
}

/// Adds a card; the head declares what it hangs on.
fn add(deck: &mut NewDeck, card: Card, sources: Vec<Source>, media: Vec<NewMedia>) {
    for objective in &card.meta.objectives {
        if !deck.head.objectives.iter().any(|own| own.id == *objective) {
            deck.head.objectives.push(Objective { id: *objective, title: None, rubric: None });
        }
    }
    for source in sources {
        if deck.head.source(&source.key).is_none() {
            deck.head.sources.push(source);
        }
    }
    deck.media.extend(media);
    deck.cards.push(card);
}
