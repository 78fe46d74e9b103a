//! Packages of Anki (`.apkg`, `.colpkg`) → decks and their history.
//!
//! The way of a package: the archive within its limits (`container`), the database, read only, in both of its layouts
//! (`collection`), each note through its templates (`style`, `template`, `note`, `cloze`, `occlusion`) and from HTML
//! to Markdown, onto the shelves that become decks (`shelf`), and the log of each card (`history`).
//!
//! What makes a second import an update: a card's id follows from the GUID of its note, and a note whose card is in
//! a deck already stays there (`identity`); what happened is numbered by what it is. Notes that Carabin itself exported
//! are known by their GUID; of them only the history is taken.

mod cloze;
mod collection;
mod container;
mod error;
mod files;
mod history;
mod identity;
mod note;
mod occlusion;
mod shelf;
mod style;
mod template;
#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::Path,
};

use jiff::tz::TimeZone;

pub use container::{Kind as PackageKind, Limits as PackageLimits};
pub use error::AnkiError;

use crate::{
    card::{Card, CardKey, Content, DeckHead, DeckId, Fingerprint, Locator, PartKey, Text},
    exchange::{Import, Losses, Marks, NewDeck},
    memory::Scheduler,
};
use collection::{Collection, Database, Row};
use container::Package;
use files::Files;
use note::{Made, Surroundings};
use shelf::{Item, Room, Shelf};
use style::Style;

/// How a package is read.
pub struct Options<'o> {
    /// The language of new decks.
    pub language: &'o str,
    /// What a hidden place of a picture is called: "zone cachée".
    pub hidden: &'o str,
    /// Everything goes into this deck.
    pub deck: Option<DeckId>,
    /// Whether the history is taken.
    pub history: bool,
    /// The zone in which the reviews took place.
    pub zone: TimeZone,
    /// The hour at which our days begin.
    pub rollover: u8,
    /// The scheduler that will replay the answers.
    pub scheduler: &'o Scheduler,
    /// The parameters of the package are to be used, where it has one set of them: a scheduler for them.
    pub with_parameters: Option<&'o WithParameters<'o>>,
    /// The deck in which a card is already.
    pub deck_of: &'o dyn Fn(&CardKey) -> Option<DeckId>,
    /// The schedules of a card that is in a deck: for notes that Carabin exported.
    pub parts_of: &'o dyn Fn(&Locator) -> Option<Parts>,
    /// How a schedule stands here.
    pub marks_of: &'o dyn Fn(&Locator) -> Marks,
    /// How much a package may ask of the machine.
    pub limits: PackageLimits,
}

/// The schedules of a card, in the order of its parts.
pub type Parts = Vec<Option<PartKey>>;
/// Makes a scheduler for parameters, where they are some.
pub type WithParameters<'o> = dyn Fn(&[f32]) -> Option<Scheduler> + 'o;

/// What is being done, for whoever waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The archive is unpacked.
    Unpack,
    /// The notes become cards.
    Notes,
    /// The history is replayed.
    History,
    /// The files are unpacked.
    Files,
}

/// What came of reading a package.
#[derive(Debug)]
pub struct Read {
    /// The decks, the history, the losses.
    pub import: Import,
    /// Which kind it is.
    pub kind: PackageKind,
    /// How many notes it has.
    pub notes: u64,
    /// How many of Anki's cards are kept as schedules.
    pub schedules: u64,
    /// How many answers are in the history.
    pub answers: u64,
    /// How many notes Carabin itself had exported.
    pub returned: u64,
    /// The one set of FSRS parameters that the package's decks use.
    pub parameters: Option<Vec<f32>>,
    /// Of how many cards Anki's stored stability could be compared, and of how many it is met within a hundredth by
    /// replaying their answers.
    pub agreement: (u64, u64),
}

/// Reads a package. `folder` is an empty folder for what is unpacked; `go_on` is told what is done, how far, and of how much,
/// and stops everything by `false`.
///
/// # Errors
/// When it is no package, is damaged, hostile or too large, or was stopped.
pub fn read(
    path: &Path,
    folder: &Path,
    options: &Options<'_>,
    go_on: &mut dyn FnMut(Step, u64, u64) -> bool,
) -> Result<Read, AnkiError> {
    let mut tell = |step: Step, done: u64, of: u64| {
        if go_on(step, done, of) { Ok(()) } else { Err(AnkiError::Cancelled) }
    };
    tell(Step::Unpack, 0, 1)?;
    let mut package = Package::open(path, options.limits)?;
    let database = folder.join("collection.db");
    package.collection(&database)?;
    let mut files = Files::new(package.files()?);
    let database = Database::open(&database)?;
    for (table, factor) in [("notes", 1), ("cards", 1), ("revlog", 10)] {
        let limit = options.limits.notes.saturating_mul(factor);
        if database.count(table)? > limit {
            return Err(AnkiError::TooLarge { what: "notes", limit });
        }
    }
    let mut reader = Reader::new(&database, options)?;
    let notes = reader.notes(&database, &mut files, &mut tell)?;
    let mut used = BTreeSet::new();
    let mut decks = reader.shelve(notes, &mut tell)?;
    let count = decks.len() as u64;
    for (number, (deck, names)) in (0..).zip(&mut decks) {
        tell(Step::Files, number, count)?;
        let place = folder.join(format!("files-{number}"));
        if !names.is_empty() {
            std::fs::create_dir(&place)?;
        }
        deck.media = files.unpack(&mut package, names, &place)?;
        used.append(names);
    }
    for name in files.unused(&used) {
        reader.losses.lose("file-unused", name);
    }
    Ok(reader.finish(package.kind, decks.into_iter().map(|(deck, _)| deck).collect()))
}

/// A note that has become cards.
struct Noted {
    guid: String,
    levels: Vec<String>,
    tags: Vec<Text>,
    made: Made,
    files: BTreeSet<String>,
    bytes: usize,
    /// The deck that its cards are in already.
    home: Option<DeckId>,
}

struct Reader<'r> {
    options: &'r Options<'r>,
    collection: Collection,
    styles: HashMap<i64, Style>,
    cards: HashMap<i64, Vec<collection::Card>>,
    log: HashMap<i64, Vec<Row>>,
    parameters: Option<Vec<f32>>,
    losses: Losses,
    history: Vec<crate::exchange::Past>,
    notes: u64,
    schedules: u64,
    answers: u64,
    returned: u64,
    agreement: (u64, u64),
    scheduler: Scheduler,
    /// The package knows of studying.
    studied: bool,
}

impl<'r> Reader<'r> {
    fn new(database: &Database, options: &'r Options<'r>) -> Result<Self, AnkiError> {
        let collection = database.collection()?;
        let mut losses = Losses::default();
        let styles = collection
            .notetypes
            .iter()
            .map(|(id, notetype)| (*id, Style::new(notetype, &mut losses)))
            .collect();
        let cards = database.cards()?;
        let studied = cards.values().flatten().any(|card| card.kind != 0 || card.queue < 0 || card.flag > 0);
        let log = if options.history { database.log()? } else { HashMap::new() };
        let parameters = one_set(&collection);
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
        })
    }

    /// Every note as cards.
    fn notes(
        &mut self,
        database: &Database,
        files: &mut Files,
        tell: &mut dyn FnMut(Step, u64, u64) -> Result<(), AnkiError>,
    ) -> Result<Vec<Noted>, AnkiError> {
        let count = database.count("notes")?;
        let mut out = Vec::new();
        database.notes(|note| {
            if self.notes.is_multiple_of(256) {
                tell(Step::Notes, self.notes, count)?;
            }
            self.notes += 1;
            let cards = self.cards.remove(&note.id).unwrap_or_default();
            if let Some(locator) = identity::ours(&note.guid) {
                self.returned += 1;
                self.come_back(&note, &cards, &locator);
                return Ok(());
            }
            let Some(style) = self.styles.get(&note.notetype) else {
                self.losses.lose("no-notetype", &note.guid);
                return Ok(());
            };
            let home = cards.first().and_then(|card| self.collection.decks.get(&card.deck));
            let levels: Vec<String> = home.filter(|deck| !deck.filtered).map_or_else(
                || vec!["Anki".to_owned()],
                |deck| deck.levels.iter().map(|level| clean(level)).collect(),
            );
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
            let bytes = made.cards.iter().map(weight).sum();
            out.push(Noted {
                guid: note.guid,
                levels,
                tags: tags(&note.tags),
                made,
                files: files.take_used(),
                bytes,
                home,
            });
            Ok(())
        })?;
        Ok(out)
    }

    /// The history of a note that Carabin exported: it belongs to the card that it was made of.
    fn come_back(&mut self, note: &collection::Note, cards: &[collection::Card], locator: &Locator) {
        let whole: Option<Locator> = note.guid.split_once(':').and_then(|(_, text)| text.parse().ok());
        let parts = (self.options.parts_of)(locator);
        if parts.is_none() {
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
            marks_of: self.options.marks_of,
        };
        let told = history::tell(guid, card, &rows, preset, locator, &context, returned);
        self.answers += told.answers;
        if let Some(agrees) = told.agrees {
            self.agreement.0 += 1;
            self.agreement.1 += u64::from(agrees);
        }
        self.history.extend(told.pasts);
    }

    /// The decks with the names of their files.
    fn shelve(
        &mut self,
        notes: Vec<Noted>,
        tell: &mut dyn FnMut(Step, u64, u64) -> Result<(), AnkiError>,
    ) -> Result<Vec<(NewDeck, BTreeSet<String>)>, AnkiError> {
        let shelves = self.plan(&notes);
        let count = notes.len() as u64;
        let mut done = 0_u64;
        let mut notes: Vec<Option<Noted>> = notes.into_iter().map(Some).collect();
        let mut out = Vec::new();
        for shelf in shelves {
            let head = head(&shelf, self.options.language);
            let mut deck = NewDeck { head, cards: Vec::new(), media: Vec::new() };
            let mut names = BTreeSet::new();
            let mut keys = BTreeSet::new();
            for index in &shelf.items {
                if done.is_multiple_of(256) {
                    tell(Step::History, done, count)?;
                }
                done += 1;
                let Some(mut item) = notes.get_mut(*index).and_then(Option::take) else { continue };
                names.append(&mut item.files);
                self.place(item, &shelf, &mut deck, &mut keys);
            }
            out.push((deck, names));
        }
        let orphans: usize = self.log.values().map(Vec::len).sum();
        for _ in 0..orphans {
            self.losses.lose("review-orphan", "");
        }
        Ok(out)
    }

    fn place(&mut self, note: Noted, on: &Shelf, deck: &mut NewDeck, keys: &mut BTreeSet<CardKey>) {
        let Noted { guid, levels, mut tags, made, .. } = note;
        let branch: Vec<&str> = levels.iter().skip(on.depth).map(|level| level.trim()).collect();
        if !branch.is_empty() && branch.iter().all(|level| !level.is_empty()) {
            tags.push(Text::from(branch.join("::")));
        }
        let mut locators = Vec::new();
        for draft in made.cards {
            let locator = Locator { deck: deck.head.id.clone(), key: draft.key.clone(), part: None };
            locators.push(locator);
            if !keys.insert(draft.key.clone()) {
                self.losses.lose("note-twice", &guid);
                continue;
            }
            let mut meta = draft.meta;
            meta.tags.clone_from(&tags);
            deck.cards.push(Card {
                deck: deck.head.id.clone(),
                key: draft.key,
                was: Vec::new(),
                line: 0,
                meta,
                fingerprint: Fingerprint::of(&draft.content.identity()),
                content: draft.content,
            });
        }
        if self.options.history {
            for (card, index, part) in made.schedules {
                if let Some(locator) = locators.get(index) {
                    self.past(&guid, &card, &Locator { part, ..locator.clone() }, false);
                }
            }
        }
    }

    /// Which notes go where: those that are there already stay.
    fn plan(&self, notes: &[Noted]) -> Vec<Shelf> {
        let mut homes: BTreeMap<&DeckId, Vec<usize>> = BTreeMap::new();
        let mut homeless = Vec::new();
        for (index, noted) in notes.iter().enumerate() {
            match self.options.deck.as_ref().or(noted.home.as_ref()) {
                Some(home) => homes.entry(home).or_default().push(index),
                None => homeless.push(index),
            }
        }
        let items: Vec<Item<'_>> = homeless
            .iter()
            .map(|&index| Item {
                levels: &notes[index].levels,
                cards: notes[index].made.cards.len(),
                bytes: notes[index].bytes,
            })
            .collect();
        let mut shelves = shelf::shelve(&items, Room::default());
        for shelf in &mut shelves {
            for item in &mut shelf.items {
                *item = homeless[*item];
            }
        }
        for (home, mut items) in homes {
            if let Some(shelf) = shelves.iter_mut().find(|shelf| shelf.id == *home) {
                items.append(&mut shelf.items);
                items.sort_unstable();
                shelf.items = items;
            } else {
                let title =
                    items.first().map(|&index| notes[index].levels[..1].join(" – ")).unwrap_or_default();
                shelves.push(Shelf { id: home.clone(), title, depth: 1, items });
            }
        }
        shelves
    }

    fn finish(self, kind: PackageKind, decks: Vec<NewDeck>) -> Read {
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

/// The parameters, where all decks that have some have the same.
fn one_set(collection: &Collection) -> Option<Vec<f32>> {
    let presets = collection.decks.values().filter(|deck| !deck.filtered).map(|deck| deck.preset);
    let mut sets =
        presets.filter_map(|preset| collection.presets.get(&preset)).map(|preset| &preset.parameters);
    let mut sets = sets.by_ref().filter(|set| !set.is_empty());
    let first = sets.next()?;
    sets.all(|set| set == first).then(|| first.clone())
}

fn head(shelf: &Shelf, language: &str) -> DeckHead {
    DeckHead {
        id: shelf.id.clone(),
        title: Text::one_line(&shelf.title),
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

fn clean(level: &str) -> String {
    let level = Text::one_line(level);
    if level.is_blank() { "—".to_owned() } else { level.to_string() }
}

/// Anki's tags: words, whose levels are parted by `::`.
fn tags(text: &str) -> Vec<Text> {
    let mut tags: Vec<Text> = Vec::new();
    for tag in text.split_whitespace() {
        let levels: Vec<&str> = tag.split("::").filter(|level| !level.trim().is_empty()).collect();
        let tag = Text::one_line(&levels.join("::"));
        if !tag.is_blank() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// About how many bytes a card takes in a file.
fn weight(draft: &note::Draft) -> usize {
    let text = |text: &Option<Text>| text.as_ref().map_or(0, |text| text.len());
    let asked = match &draft.content {
        Content::Qa(qa) => qa.question.len() + qa.answer.len(),
        content => content.identity().len() * 2,
    };
    200 + asked + text(&draft.meta.note) + text(&draft.meta.hint)
}
