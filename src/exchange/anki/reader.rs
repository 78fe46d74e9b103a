//! A collection → decks and history.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    AnkiError, Options, PackageKind, Read, Step,
    collection::{self, Collection, Database, Row},
    files::Files,
    history, identity, keep,
    note::{self, Made, Surroundings},
    remade::Remade,
    shelf::{self, Item, Shelf},
    strays::Strays,
    style::Style,
};
use crate::{
    card::{Card, CardKey, DeckId, Fingerprint, Locator, Text},
    exchange::{
        Import, Losses, NewDeck,
        original::{Original, Originals},
        package::is_ours,
        parts::{self, Room},
    },
    memory::Scheduler,
};

/// A note that has become cards.
pub(super) struct Noted {
    guid: String,
    original: Original,
    made: Made,
    bytes: usize,
    /// The deck that its cards are in already.
    home: Option<DeckId>,
}

/// A deck to be, and what lies beside it.
pub(super) struct Shelved {
    pub(super) deck: NewDeck,
    /// The names of the files of its notes.
    pub(super) files: BTreeSet<String>,
    pub(super) originals: Originals,
}

/// Takes a collection apart.
pub(super) struct Reader<'r> {
    options: &'r Options<'r>,
    collection: Collection,
    styles: HashMap<i64, Style>,
    cards: HashMap<i64, Vec<collection::Card>>,
    log: HashMap<i64, Vec<Row>>,
    parameters: Option<Vec<f32>>,
    pub(super) losses: Losses,
    history: Vec<crate::exchange::Past>,
    notes: u64,
    schedules: u64,
    answers: u64,
    returned: u64,
    agreement: (u64, u64),
    scheduler: Scheduler,
    /// The package knows of studying.
    studied: bool,
    remade: Remade,
}

impl<'r> Reader<'r> {
    pub(super) fn new(database: &Database, options: &'r Options<'r>) -> Result<Self, AnkiError> {
        let collection = database.collection()?;
        let mut losses = Losses::default();
        let styles = collection
            .notetypes
            .iter()
            .map(|(id, notetype)| {
                // What our own types do is no loss.
                let losses = if is_ours(*id) { &mut Losses::default() } else { &mut losses };
                (*id, Style::new(notetype, losses))
            })
            .collect();
        let cards = database.cards()?;
        let studied = cards.values().flatten().any(|card| card.kind != 0 || card.queue < 0 || card.flag > 0);
        let log = if options.history { database.log()? } else { HashMap::new() };
        let parameters = collection.one_set();
        let scheduler = options
            .with_parameters
            .zip(parameters.as_deref())
            .and_then(|(scheduler, parameters)| scheduler(parameters))
            .unwrap_or_else(|| options.scheduler.clone());
        Ok(Self {
            options,
            collection,
            styles,
            cards,
            log,
            parameters,
            losses,
            history: Vec::new(),
            notes: 0,
            schedules: 0,
            answers: 0,
            returned: 0,
            agreement: (0, 0),
            scheduler,
            studied,
            remade: Remade::default(),
        })
    }

    /// Every note as cards.
    pub(super) fn notes(
        &mut self,
        database: &Database,
        files: &mut Files,
        tell: &mut dyn FnMut(Step, u64, u64) -> Result<(), AnkiError>,
    ) -> Result<Vec<Noted>, AnkiError> {
        let count = database.count("notes")?;
        let mut out = Vec::new();
        let mut text = 0_u64;
        database.notes(|note| {
            if self.notes.is_multiple_of(256) {
                tell(Step::Notes, self.notes, count)?;
            }
            self.notes += 1;
            let cards = self.cards.remove(&note.id).unwrap_or_default();
            if let Some(locator) = identity::ours(&note.guid) {
                self.come_back(&note, &cards, &locator, files);
                return Ok(());
            }
            let Some(style) = self.styles.get(&note.notetype) else {
                self.losses.lose("no-notetype", &note.guid);
                return Ok(());
            };
            let home = cards.first().and_then(|card| self.collection.decks.get(&card.deck));
            let levels = home
                .filter(|deck| !deck.filtered)
                .map_or_else(|| vec!["Anki".to_owned()], |deck| deck.levels.clone());
            if cards.is_empty() {
                self.losses.lose("no-card", &note.guid);
                return Ok(());
            }
            let around = Surroundings { style, levels: &levels, hidden: self.options.hidden };
            let made = note::make(&note, &cards, &around, files, &mut self.losses);
            if made.cards.is_empty() {
                files.take_used();
                return Ok(());
            }
            self.schedules += made.schedules.len() as u64;
            let home = made.cards.iter().find_map(|draft| (self.options.deck_of)(&draft.key));
            let bytes: usize = made.cards.iter().map(|card| parts::weight(&card.content, &card.meta)).sum();
            text += (bytes + note.fields.len()) as u64;
            if text > self.options.limits.text {
                return Err(AnkiError::TooLarge { what: "text", limit: self.options.limits.text });
            }
            out.push(Noted {
                guid: note.guid.clone(),
                original: keep::original(note, levels, &made, files.take_used()),
                made,
                bytes,
                home,
            });
            Ok(())
        })?;
        Ok(out)
    }

    /// A note that Carabin exported: its history belongs to the card that it was made of, which is made again where its deck
    /// is not here.
    fn come_back(
        &mut self,
        note: &collection::Note,
        cards: &[collection::Card],
        locator: &Locator,
        files: &mut Files,
    ) {
        let whole: Option<Locator> = note.guid.split_once(':').and_then(|(_, text)| text.parse().ok());
        let mut parts = (self.options.parts_of)(locator);
        if parts.is_some() {
            self.returned += 1;
        } else if !(self.options.has_deck)(&locator.deck)
            && let Some(card) = self.remade.card(&note.fields, locator, files)
        {
            parts = Some(card.content.parts());
            self.schedules += cards.len() as u64;
        } else {
            self.returned += 1;
            self.losses.lose("returned-unknown", &locator.to_string());
        }
        for card in cards {
            let part = match &whole {
                Some(whole) if whole.part.is_some() => Some(whole.part.clone()),
                _ => parts.as_ref().and_then(|parts| identity::part(parts, card.ord)),
            };
            let (Some(part), true) = (part, self.options.history) else { continue };
            let schedule = Locator { part, ..locator.clone() };
            self.past(&note.guid, card, &schedule, true);
        }
    }

    fn past(&mut self, guid: &str, card: &collection::Card, locator: &Locator, returned: bool) {
        let rows = self.log.remove(&card.id).unwrap_or_default();
        let preset =
            self.collection.decks.get(&card.deck).and_then(|deck| self.collection.presets.get(&deck.preset));
        let context = history::Context {
            zone: &self.options.zone,
            rollover: self.options.rollover,
            day_zero: history::day_zero(&self.collection, &self.options.zone),
            scheduler: &self.scheduler,
            studied: self.studied,
            now: self.options.now,
            marks_of: self.options.marks_of,
        };
        let told = history::tell(guid, card, &rows, preset, locator, &context, returned);
        for _ in 0..told.ahead {
            self.losses.lose("review-ahead", guid);
        }
        self.answers += told.answers;
        if let Some(agrees) = told.agrees {
            self.agreement.0 += 1;
            self.agreement.1 += u64::from(agrees);
        }
        self.history.extend(told.pasts);
    }

    /// The decks.
    pub(super) fn shelve(
        &mut self,
        notes: Vec<Noted>,
        tell: &mut dyn FnMut(Step, u64, u64) -> Result<(), AnkiError>,
    ) -> Result<Vec<Shelved>, AnkiError> {
        let shelves = self.plan(&notes);
        let count = notes.len() as u64;
        let mut done = 0_u64;
        let mut notes: Vec<Option<Noted>> = notes.into_iter().map(Some).collect();
        let mut strays = Strays::default();
        let mut out = Vec::new();
        for shelf in shelves {
            let head = shelf.head(self.options.language);
            let originals = (self.options.originals_of)(&shelf.id)
                .unwrap_or_else(|| Originals { depth: shelf.depth, ..Originals::default() });
            let deck = NewDeck { head, cards: Vec::new(), media: Vec::new(), notes: None };
            let mut filled = Shelved { deck, files: BTreeSet::new(), originals };
            let mut keys = BTreeSet::new();
            for index in &shelf.items {
                if done.is_multiple_of(256) {
                    tell(Step::History, done, count)?;
                }
                done += 1;
                let Some(item) = notes.get_mut(*index).and_then(Option::take) else { continue };
                filled.files.extend(item.original.files.keys().cloned());
                self.place(item, &mut filled, &mut keys, &mut strays);
            }
            out.push(filled);
        }
        strays.join(&mut out, self.options.language);
        out.extend(std::mem::take(&mut self.remade).shelved());
        let orphans: usize = self.log.values().map(Vec::len).sum();
        for _ in 0..orphans {
            self.losses.lose("review-orphan", "");
        }
        Ok(out)
    }

    fn place(&mut self, note: Noted, on: &mut Shelved, keys: &mut BTreeSet<CardKey>, strays: &mut Strays) {
        let Noted { guid, original, made, .. } = note;
        let tags = keep::all_tags(&original, on.originals.depth);
        let files: Vec<String> = original.files.keys().cloned().collect();
        let notetype = self.collection.notetypes.get(&original.notetype);
        let is_newest = keep::keep(&mut on.originals, guid.clone(), original, notetype);
        let mut locators = Vec::new();
        for draft in made.cards {
            let here = (self.options.deck_of)(&draft.key);
            // A card that the student moved to another deck stays there, wherever the others of its note are.
            let moved = here.as_ref().filter(|home| **home != on.deck.head.id && self.is_wanted(home));
            let deck = moved.unwrap_or(&on.deck.head.id).clone();
            locators.push(Locator { deck: deck.clone(), key: draft.key.clone(), part: None });
            if !keys.insert(draft.key.clone()) {
                self.losses.lose("note-twice", &guid);
                continue;
            }
            if !is_newest && here.is_some() {
                // What an old package says of a card is no news of it.
                self.losses.lose("older", &guid);
                continue;
            }
            let mut meta = draft.meta;
            meta.tags.clone_from(&tags);
            let card = Card {
                deck,
                key: draft.key,
                was: Vec::new(),
                line: 0,
                meta,
                fingerprint: Fingerprint::of(&draft.content.identity()),
                content: draft.content,
            };
            if moved.is_some() { strays.add(card, &files) } else { on.deck.cards.push(card) }
        }
        if self.options.history {
            for (card, index, part) in made.schedules {
                if let Some(locator) = locators.get(index) {
                    self.past(&guid, &card, &Locator { part, ..locator.clone() }, card.returned);
                }
            }
        }
    }

    /// Whether a deck that is there may be written to.
    fn is_wanted(&self, home: &DeckId) -> bool {
        self.options.deck.as_ref().is_none_or(|deck| parts::part_number(home, deck).is_some())
    }

    /// Which notes go where: those that are there already stay, the others go where there is room.
    fn plan(&self, notes: &[Noted]) -> Vec<Shelf> {
        let mut homes: BTreeMap<&DeckId, Vec<usize>> = BTreeMap::new();
        let mut homeless = Vec::new();
        for (index, noted) in notes.iter().enumerate() {
            match noted.home.as_ref().filter(|home| self.is_wanted(home)) {
                Some(home) => homes.entry(home).or_default().push(index),
                None => homeless.push(index),
            }
        }
        let mut shelves: Vec<Shelf> = self
            .new_shelves(notes, homeless)
            .into_iter()
            .flat_map(|shelf| self.in_parts(notes, shelf))
            .collect();
        for (home, mut items) in homes {
            if let Some(shelf) = shelves.iter_mut().find(|shelf| shelf.id == *home) {
                items.append(&mut shelf.items);
                items.sort_unstable();
                shelf.items = items;
            } else {
                shelves.push(top_shelf(notes, home.clone(), items));
            }
        }
        shelves
    }

    /// The shelves of notes that are not there yet.
    fn new_shelves(&self, notes: &[Noted], homeless: Vec<usize>) -> Vec<Shelf> {
        if let Some(deck) = self.options.deck.as_ref().filter(|_| !homeless.is_empty()) {
            return vec![top_shelf(notes, deck.clone(), homeless)];
        }
        let items: Vec<Item<'_>> = homeless
            .iter()
            .map(|&index| Item {
                levels: &notes[index].original.deck,
                cards: notes[index].made.cards.len(),
                bytes: notes[index].bytes,
            })
            .collect();
        let mut shelves = shelf::shelve(&items, Room::DECK);
        for item in shelves.iter_mut().flat_map(|shelf| &mut shelf.items) {
            *item = homeless[*item];
        }
        shelves
    }

    /// A shelf, cut where the decks of its name have no room left.
    fn in_parts(&self, notes: &[Noted], whole: Shelf) -> Vec<Shelf> {
        let Shelf { id, title, depth, items } = whole;
        let sizes: Vec<parts::Size> =
            items.iter().map(|&index| (notes[index].made.cards.len(), notes[index].bytes)).collect();
        let cut = parts::fill(&id, &sizes, self.options.room_in);
        let part = |part: parts::Part| Shelf {
            id: part.deck,
            title: parts::part_title(&Text::one_line(&title), part.number).to_string(),
            depth,
            items: part.items.into_iter().map(|item| items[item]).collect(),
        };
        cut.into_iter().map(part).collect()
    }

    pub(super) fn finish(self, kind: PackageKind, decks: Vec<NewDeck>) -> Read {
        Read {
            import: Import { decks, history: self.history, losses: self.losses.into_all() },
            kind,
            notes: self.notes,
            schedules: self.schedules,
            answers: self.answers,
            returned: self.returned,
            parameters: self.parameters,
            agreement: self.agreement,
        }
    }
}

/// A shelf for one whole tree of Anki's decks.
fn top_shelf(notes: &[Noted], id: DeckId, items: Vec<usize>) -> Shelf {
    let title = items.first().map(|&index| notes[index].original.deck[..1].join(" – ")).unwrap_or_default();
    Shelf { id, title, depth: 1, items }
}
