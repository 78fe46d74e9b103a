//! Notes, cards and reviews as rows.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    path::Path,
};

use rusqlite::{Connection, Statement, params};
use serde_json::json;
use sha1::{Digest as _, Sha1};
use unicode_normalization::UnicodeNormalization as _;

use super::{
    Answer, GoOn, Outgoing, PackageError, Packed, Schedule, Setting, Step, guid,
    note::{self, Note},
    schema::{self, Deck},
};
use crate::{
    card::DeckId,
    memory::{CardState, Day, Due, Granted, Phase},
};

/// The deck that all of ours are below.
const TOP: &str = "Carabin";
/// Day 0 of the package's calendar lies so many days back: further than any interval, and no due date is below zero.
const BACK: i32 = 4000;
/// Ids are times in milliseconds: ours follow from what they name, within the years before Anki existed widely, so that they
/// stay the same and clash with nobody's.
const FIRST_ID: u64 = 1_000_000_000_000;
const IDS: u64 = 250_000_000_000;

/// A file that goes along: its name in Anki, its deck and its name there.
pub(super) type Media = Vec<(String, DeckId, String)>;

/// Writes the database; gives what is in it and the files that its notes name.
pub(super) fn write(
    file: &Path,
    cards: &[Outgoing],
    setting: &Setting,
    go_on: GoOn<'_>,
) -> Result<(Packed, Media), PackageError> {
    let conn = Connection::open(file)?;
    schema::create(&conn, setting.version)?;
    conn.execute_batch("BEGIN")?;
    let day_zero = setting.today.plus(-BACK);
    let midnight = (i64::from(day_zero.number())) * 86_400 - i64::from(setting.offset);
    let crt = midnight + i64::from(setting.rollover) * 3600;
    let mut names = Names::default();
    let (decks, of) = decks(cards, &mut names);
    schema::fill(&conn, &decks, crt, setting)?;
    let mut writer = Writer::new(&conn, setting, day_zero)?;
    for (number, out) in cards.iter().enumerate() {
        if number % 256 == 0 && !go_on(Step::Cards, number, cards.len()) {
            return Err(PackageError::Cancelled);
        }
        let deck = of.get(out.card.deck.as_str()).copied().unwrap_or(1);
        writer.card(out, deck, &mut names, number)?;
    }
    let (packed, media) = writer.finish();
    schema::finish(&conn)?;
    conn.execute_batch("COMMIT")?;
    conn.close().map_err(|(_, error)| error)?;
    if !go_on(Step::Cards, cards.len(), cards.len()) {
        return Err(PackageError::Cancelled);
    }
    Ok((packed, media.into_iter().map(|(name, (deck, file))| (name, deck, file)).collect()))
}

/// Numbers that are given once.
#[derive(Default)]
struct Names(HashSet<i64>);

impl Names {
    /// The id of what is called `name`.
    fn id(&mut self, name: &str) -> i64 {
        let hash = blake3::hash(name.as_bytes());
        let first = hash.as_bytes().first_chunk::<8>().copied().unwrap_or_default();
        let mut id = i64::try_from(FIRST_ID + u64::from_le_bytes(first) % IDS).unwrap_or(1);
        while !self.0.insert(id) {
            id += 1;
        }
        id
    }
}

/// The decks below ours, and the id of each.
fn decks(cards: &[Outgoing], names: &mut Names) -> (Vec<Deck>, HashMap<String, i64>) {
    let mut titles: BTreeMap<String, String> = BTreeMap::new();
    for out in cards {
        titles.entry(out.card.deck.to_string()).or_insert_with(|| out.deck.to_string());
    }
    let mut all = vec![Deck { id: names.id("deck"), levels: vec![TOP.to_owned()] }];
    let mut of = HashMap::new();
    let mut taken: HashSet<String> = HashSet::new();
    for (id, title) in titles {
        let mut name = title.replace("::", " ").replace(['\u{1f}', '"', 'ß'], " ").nfc().collect::<String>();
        if name.trim().is_empty() || !taken.insert(name.to_lowercase()) {
            name = format!("{} ({id})", name.trim());
            taken.insert(name.to_lowercase());
        }
        let number = names.id(&format!("deck/{id}"));
        all.push(Deck { id: number, levels: vec![TOP.to_owned(), name.trim().to_owned()] });
        of.insert(id, number);
    }
    (all, of)
}

struct Writer<'c> {
    setting: &'c Setting,
    day_zero: Day,
    note: Statement<'c>,
    card: Statement<'c>,
    review: Statement<'c>,
    reviews: HashSet<i64>,
    media: BTreeMap<String, (DeckId, String)>,
    packed: Packed,
}

impl<'c> Writer<'c> {
    fn new(conn: &'c Connection, setting: &'c Setting, day_zero: Day) -> rusqlite::Result<Self> {
        Ok(Self {
            setting,
            day_zero,
            note: conn.prepare("INSERT INTO notes VALUES (?1, ?2, ?3, ?4, -1, ?5, ?6, ?7, ?8, 0, '')")?,
            card: conn.prepare(
                "INSERT INTO cards VALUES (?1, ?2, ?3, ?4, ?5, -1, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0, 0, ?14, ?15)",
            )?,
            review: conn.prepare("INSERT INTO revlog VALUES (?1, ?2, -1, ?3, ?4, ?5, ?6, ?7, ?8)")?,
            reviews: HashSet::new(),
            media: BTreeMap::new(),
            packed: Packed::default(),
        })
    }

    fn finish(mut self) -> (Packed, BTreeMap<String, (DeckId, String)>) {
        self.packed.media = self.media.len();
        (self.packed, self.media)
    }

    fn card(
        &mut self,
        out: &Outgoing,
        deck: i64,
        names: &mut Names,
        place: usize,
    ) -> Result<(), PackageError> {
        let pictures: HashMap<&str, String> =
            out.pictures.iter().map(|file| (file.as_str(), media_name(out, file))).collect();
        let Note { kind, fields, ords } = note::note(out, &|file| pictures.get(file).cloned());
        for (file, name) in pictures {
            self.media.entry(name).or_insert_with(|| (out.card.deck.clone(), file.to_owned()));
        }
        let name = guid(&out.locator);
        let id = names.id(&name);
        let seconds = self.setting.now.as_second();
        let first = stripped(&fields[0]);
        let sum = u32::from_be_bytes(
            Sha1::digest(first.as_bytes()).first_chunk::<4>().copied().unwrap_or_default(),
        );
        self.note.execute(params![id, name, kind.id, seconds, tags(out), fields.join("\x1f"), first, sum])?;
        self.packed.notes += 1;
        for (number, ord) in ords.into_iter().enumerate() {
            let Some(ord) = ord else { continue };
            let unseen = Schedule::default();
            let schedule = out.schedules.get(number).filter(|_| self.setting.history).unwrap_or(&unseen);
            let card = names.id(&format!("{name}#{ord}"));
            self.schedule(card, id, deck, ord, place, schedule, out.card.meta.suspended)?;
        }
        Ok(())
    }

    #[allow(clippy::too_many_arguments, reason = "a row")]
    fn schedule(
        &mut self,
        id: i64,
        note: i64,
        deck: i64,
        ord: u32,
        place: usize,
        schedule: &Schedule,
        starts_suspended: bool,
    ) -> Result<(), PackageError> {
        let state = &schedule.state;
        let row = self.row(state, place, state.suspended.unwrap_or(starts_suspended));
        self.card.execute(params![
            id,
            note,
            deck,
            ord,
            self.setting.now.as_second(),
            row.kind,
            row.queue,
            row.due,
            state.interval_days,
            if row.kind == 0 { 0 } else { 2500 },
            state.reps,
            state.lapses,
            row.left,
            state.flag,
            row.data,
        ])?;
        self.packed.cards += 1;
        self.answers(id, state, &schedule.reviews)?;
        Ok(())
    }

    fn day(&self, day: Day) -> i64 {
        i64::from(day.number() - self.day_zero.number()).max(0)
    }

    fn row(&self, state: &CardState, place: usize, suspended: bool) -> Row {
        let (kind, queue, due) = match (state.phase, state.due) {
            (Phase::New, _) | (_, None) => (0, 0, i64::try_from(place).unwrap_or(0) + 1),
            (Phase::Review, Some(due)) => (2, 2, self.due_day(due)),
            (Phase::Learning(_), Some(Due::At(at))) => (1, 1, at.as_second()),
            (Phase::Relearning(_), Some(Due::At(at))) => (3, 1, at.as_second()),
            (Phase::Learning(_), Some(Due::Day(day))) => (1, 3, self.day(day)),
            (Phase::Relearning(_), Some(Due::Day(day))) => (3, 3, self.day(day)),
        };
        let queue = if suspended {
            -1
        } else if state.is_buried(self.setting.today) {
            -3
        } else {
            queue
        };
        let mut data = serde_json::Map::new();
        if kind == 0 {
            return Row { kind, queue, due, left: 0, data: "{}".to_owned() };
        }
        if let Some(memory) = state.memory {
            data.insert("s".to_owned(), json!(rounded(memory.stability, 4)));
            data.insert("d".to_owned(), json!(rounded(memory.difficulty, 3)));
            data.insert("dr".to_owned(), json!(rounded(self.setting.retention, 2)));
        }
        if let Some(last) = state.last_review {
            data.insert("lrt".to_owned(), json!(last.as_second()));
        }
        let left = i64::from(kind != 2);
        Row { kind, queue, due, left, data: serde_json::Value::Object(data).to_string() }
    }

    fn due_day(&self, due: Due) -> i64 {
        match due {
            Due::Day(day) => self.day(day),
            Due::At(_) => self.day(self.setting.today),
        }
    }

    /// The log. A history begins with a row of learning, or Anki takes it for one that was cut.
    fn answers(&mut self, card: i64, state: &CardState, answers: &[Answer]) -> Result<(), PackageError> {
        let difficulty = state.memory.map_or(5.5, |memory| memory.difficulty);
        #[allow(clippy::cast_possible_truncation, reason = "100 to 1100")]
        let factor = (1000.0 * ((difficulty - 1.0) / 9.0 + 0.1)).round() as i64;
        let (mut last, mut phase) = (0_i64, Phase::New);
        for answer in answers {
            let mut id = answer.at;
            while !self.reviews.insert(id) {
                id += 1;
            }
            let (interval, next) = match answer.granted {
                Granted::Learning { seconds, step } => (-i64::from(seconds), Phase::Learning(step)),
                Granted::Relearning { seconds, step } => (-i64::from(seconds), Phase::Relearning(step)),
                Granted::Days { days, phase } => (i64::from(days), phase),
            };
            let kind = match phase {
                _ if answer.practice => 3,
                Phase::New | Phase::Learning(_) => 0,
                Phase::Review => 1,
                Phase::Relearning(_) => 2,
            };
            let factor = if answer.practice { 0 } else { factor };
            let row = params![id, card, answer.rating.number(), interval, last, factor, answer.took_ms, kind];
            self.review.execute(row)?;
            self.packed.reviews += 1;
            if !answer.practice {
                (last, phase) = (interval, next);
            }
        }
        Ok(())
    }
}

/// How a card stands, in Anki's columns.
struct Row {
    kind: i64,
    queue: i64,
    due: i64,
    left: i64,
    data: String,
}

fn rounded(value: f32, digits: i32) -> f64 {
    let factor = 10_f64.powi(digits);
    (f64::from(value) * factor).round() / factor
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

/// The name of a picture in Anki's one folder: no two decks' pictures share one, and every system can hold it.
fn media_name(out: &Outgoing, file: &str) -> String {
    let hash = blake3::hash(format!("{}/{file}", out.card.deck).as_bytes()).to_hex();
    let end = Path::new(file).extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
    let end: String = end.chars().filter(char::is_ascii_alphanumeric).take(5).collect();
    format!("carabin-{}.{end}", &hash.as_str()[..16])
}
