//! Notes, cards and reviews as rows.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap, HashSet},
    path::Path,
};

use rusqlite::{Connection, Statement, params};
use sha1::{Digest as _, Sha1};
use unicode_normalization::UnicodeNormalization as _;

use super::{
    Contents, GoOn, Load, Outgoing, OutgoingOriginal, PackageError, Packed, Setting, Step,
    files::{Files, Media, renamed},
    guid, markup, media_name,
    note::{self, Note},
    schedule::{Blank, Schedules},
    schema::{self, Deck},
};
use crate::card::DeckId;

/// The deck that all of ours are below.
const TOP: &str = "Carabin";
/// Day 0 of the package's calendar lies so many days back: further than any interval, and no due date is below zero.
const BACK: i32 = 4000;
/// Ids are times in milliseconds: ours follow from what they name, within the years before Anki existed widely, so that they
/// stay the same and clash with nobody's.
const FIRST_ID: u64 = 1_000_000_000_000;
const IDS: u64 = 250_000_000_000;

/// Writes the database; gives what is in it and the files that its notes name.
pub(super) fn write(
    file: &Path,
    contents: &Contents,
    setting: &Setting,
    load: Load<'_>,
    go_on: GoOn<'_>,
) -> Result<(Packed, Media), PackageError> {
    let conn = Connection::open(file)?;
    schema::create(&conn, setting.version)?;
    conn.execute_batch("BEGIN")?;
    let day_zero = setting.today.plus(-BACK);
    let midnight = (i64::from(day_zero.number())) * 86_400 - i64::from(setting.offset);
    let crt = midnight + i64::from(setting.rollover) * 3600;
    // Anki's own numbers first: ours give way.
    let (mut notes, mut cards) = (Names::default(), Names::default());
    let own = contents.originals.iter().map(|original| notes.take(original.note.id)).collect::<Vec<i64>>();
    let decks = Decks::of(contents, &mut Names::default());
    schema::fill(&conn, &decks.all, &contents.types, crt, setting)?;
    let mut writer = Writer::new(&conn, setting, Schedules::new(&conn, setting, day_zero)?, load)?;
    let mut step = |done: usize| {
        let stopped = done.is_multiple_of(256) && !go_on(Step::Cards, done, contents.len());
        if stopped { Err(PackageError::Cancelled) } else { Ok(()) }
    };
    for (number, (out, id)) in contents.originals.iter().zip(own).enumerate() {
        step(number)?;
        writer.original(out, id, decks.at(&out.note.deck), &mut cards, number)?;
    }
    for (number, out) in (contents.originals.len()..).zip(&contents.cards) {
        step(number)?;
        writer.card(out, decks.of_ours(&out.card.deck), (&mut notes, &mut cards), number)?;
    }
    let (packed, media) = writer.finish();
    schema::finish(&conn)?;
    conn.execute_batch("COMMIT")?;
    conn.close().map_err(|(_, error)| error)?;
    if !go_on(Step::Cards, contents.len(), contents.len()) {
        return Err(PackageError::Cancelled);
    }
    Ok((packed, media))
}

/// Numbers of the rows of a table, each given once.
#[derive(Default)]
struct Names(HashSet<i64>);

impl Names {
    /// This number, or the next one that is free.
    fn take(&mut self, number: i64) -> i64 {
        let mut id = number;
        while !self.0.insert(id) {
            id += 1;
        }
        id
    }

    /// The id of what is called `name`.
    fn id(&mut self, name: &str) -> i64 {
        let hash = blake3::hash(name.as_bytes());
        let first = hash.as_bytes().first_chunk::<8>().copied().unwrap_or_default();
        self.take(i64::try_from(FIRST_ID + u64::from_le_bytes(first) % IDS).unwrap_or(1))
    }
}

/// The decks of a package.
#[derive(Default)]
struct Decks {
    all: Vec<Deck>,
    /// By their levels in small letters.
    by_levels: HashMap<Vec<String>, i64>,
    /// By the ids that they have here.
    ours: HashMap<DeckId, i64>,
}

/// The deck that every collection has.
const DEFAULT: (&str, i64) = ("default", 1);

impl Decks {
    /// Ours below one of our own; those of Anki's notes where they were.
    fn of(contents: &Contents, names: &mut Names) -> Self {
        let mut titles: BTreeMap<&DeckId, &str> = BTreeMap::new();
        for out in &contents.cards {
            titles.entry(&out.card.deck).or_insert(&out.deck);
        }
        let mut decks = Self::default();
        decks.by_levels.insert(vec![DEFAULT.0.to_owned()], DEFAULT.1);
        for (id, title) in titles {
            decks.add(&[TOP.to_owned()], "deck", names);
            let mut levels = vec![TOP.to_owned(), level(title)];
            if levels[1].is_empty() || decks.by_levels.contains_key(&folded(&levels)) {
                levels[1] = level(&format!("{title} ({id})"));
            }
            let number = decks.add(&levels, &format!("deck/{id}"), names);
            decks.ours.insert(id.clone(), number);
        }
        for out in &contents.originals {
            for depth in 1..=out.note.deck.len() {
                let levels: Vec<String> = out.note.deck[..depth].iter().map(|name| level(name)).collect();
                decks.add(&levels, &format!("levels/{}", folded(&levels).join("\u{1f}")), names);
            }
        }
        decks
    }

    /// The deck of these levels, which is made where there is none.
    fn add(&mut self, levels: &[String], name: &str, names: &mut Names) -> i64 {
        *self.by_levels.entry(folded(levels)).or_insert_with(|| {
            let id = names.id(name);
            self.all.push(Deck { id, levels: levels.to_vec() });
            id
        })
    }

    fn of_ours(&self, id: &DeckId) -> i64 {
        self.ours.get(id).copied().unwrap_or(DEFAULT.1)
    }

    fn at(&self, levels: &[String]) -> i64 {
        let levels: Vec<String> = levels.iter().map(|name| level(name)).collect();
        self.by_levels.get(&folded(&levels)).copied().unwrap_or(DEFAULT.1)
    }
}

/// A level of a deck's name as Anki takes it.
fn level(name: &str) -> String {
    let name: String = name.replace("::", " ").replace(['\u{1f}', '"', 'ß'], " ").nfc().collect();
    name.trim().to_owned()
}

fn folded(levels: &[String]) -> Vec<String> {
    levels.iter().map(|level| level.to_lowercase()).collect()
}

struct Writer<'c> {
    setting: &'c Setting,
    note: Statement<'c>,
    schedules: Schedules<'c>,
    files: Files<'c>,
    packed: Packed,
}

impl<'c> Writer<'c> {
    fn new(
        conn: &'c Connection,
        setting: &'c Setting,
        schedules: Schedules<'c>,
        load: Load<'c>,
    ) -> rusqlite::Result<Self> {
        Ok(Self {
            setting,
            note: conn.prepare("INSERT INTO notes VALUES (?1, ?2, ?3, ?4, -1, ?5, ?6, ?7, ?8, 0, '')")?,
            schedules,
            files: Files::new(load),
            packed: Packed::default(),
        })
    }

    fn finish(mut self) -> (Packed, Media) {
        let media = self.files.all();
        self.packed.media = media.len();
        (self.packed.cards, self.packed.reviews) = self.schedules.written;
        (self.packed, media)
    }

    /// A card of ours as a note of one of our types.
    fn card(
        &mut self,
        out: &Outgoing,
        deck: i64,
        (notes, cards): (&mut Names, &mut Names),
        place: usize,
    ) -> Result<(), PackageError> {
        let pictures: HashMap<&str, String> =
            out.pictures.iter().map(|file| (file.as_str(), media_name(&out.card.deck, file))).collect();
        let Note { kind, mut fields, ords } = note::note(out, &|file| pictures.get(file).cloned());
        for (file, name) in pictures {
            self.files.name(&name, &out.card.deck, file);
        }
        let mut source = String::new();
        markup::escape(out.source.as_deref().unwrap_or_default(), &mut source);
        fields.push(source);
        let name = guid(&out.locator);
        let id = notes.id(&name);
        self.row(id, &name, kind.id, self.setting.now.as_second(), &tags(out), &fields.join("\x1f"))?;
        let starts_suspended = out.card.meta.suspended;
        for (number, ord) in ords.into_iter().enumerate() {
            let Some(ord) = ord else { continue };
            let card = cards.id(&format!("{name}#{ord}"));
            let blank = Blank { id: card, note: id, deck, ord, place, starts_suspended };
            self.schedules.write(&blank, out.schedules.get(number))?;
        }
        Ok(())
    }

    /// A note of Anki's as it came.
    fn original(
        &mut self,
        out: &OutgoingOriginal,
        id: i64,
        deck: i64,
        cards: &mut Names,
        place: usize,
    ) -> Result<(), PackageError> {
        let note = &out.note;
        let mut fields = Cow::Borrowed(note.fields.as_str());
        for (name, file) in &note.files {
            let free = self.files.name(name, &out.deck, file);
            if free != *name {
                fields = Cow::Owned(renamed(&fields, name, &free));
            }
        }
        self.row(id, &out.guid, note.notetype, note.modified, &note.tags, &fields)?;
        for (card, (schedule, starts_suspended)) in note.cards.iter().zip(&out.schedules) {
            let (card, ord, starts_suspended) = (cards.take(card.id), card.ord, *starts_suspended);
            let blank = Blank { id: card, note: id, deck, ord, place, starts_suspended };
            self.schedules.write(&blank, Some(schedule))?;
        }
        Ok(())
    }

    fn row(
        &mut self,
        id: i64,
        guid: &str,
        notetype: i64,
        modified: i64,
        tags: &str,
        fields: &str,
    ) -> Result<(), PackageError> {
        let first = stripped(fields.split('\x1f').next().unwrap_or_default());
        let sum = u32::from_be_bytes(
            Sha1::digest(first.as_bytes()).first_chunk::<4>().copied().unwrap_or_default(),
        );
        self.note.execute(params![id, guid, notetype, modified, tags, fields, first, sum])?;
        self.packed.notes += 1;
        Ok(())
    }
}

/// The first field as Anki sorts and compares it: without tags.
fn stripped(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#123;", "{")
        .replace("&amp;", "&")
}

/// Tags between spaces, as Anki has them; the objectives are tags too.
fn tags(out: &Outgoing) -> String {
    let own = out.card.meta.tags.iter().map(|tag| tag.split_whitespace().collect::<Vec<_>>().join("_"));
    let objectives = out.card.meta.objectives.iter().map(|id| format!("EDN::{:03}::{id}", id.item.number()));
    let mut tags: Vec<String> = own.chain(objectives).filter(|tag| !tag.is_empty()).collect();
    tags.dedup();
    if tags.is_empty() { String::new() } else { format!(" {} ", tags.join(" ")) }
}
