//! The database: notes, cards, reviews, and what they hang on, in the layout of JSON (schema 11) or of tables (from 15).

use std::{collections::HashMap, path::Path};

use prost::Message as _;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};
use serde_json::Value;

use super::AnkiError;
use crate::card::Text;
use crate::exchange::{
    original::{NoteType, OURS, Standing},
    proto,
};

/// A deck.
#[derive(Clone, Debug, Default)]
pub(super) struct Deck {
    /// Its levels, from the top: none is empty, and there is at least one.
    pub(super) levels: Vec<String>,
    pub(super) filtered: bool,
    pub(super) preset: i64,
}

/// A set of options.
#[derive(Clone, Debug, Default)]
pub(super) struct Preset {
    pub(super) parameters: Vec<f32>,
    pub(super) learning_steps: usize,
    pub(super) relearning_steps: usize,
}

/// What the notes and cards hang on.
#[derive(Debug, Default)]
pub(super) struct Collection {
    /// When it was made, in seconds: day 0 of its calendar.
    pub(super) created: i64,
    /// Minutes west of UTC at that time, where it says so.
    pub(super) creation_offset: Option<i32>,
    pub(super) notetypes: HashMap<i64, NoteType>,
    pub(super) decks: HashMap<i64, Deck>,
    pub(super) presets: HashMap<i64, Preset>,
}

impl Collection {
    /// The parameters of FSRS, where all decks that have some have the same.
    pub(super) fn one_set(&self) -> Option<Vec<f32>> {
        let presets = self.decks.values().filter(|deck| !deck.filtered).map(|deck| deck.preset);
        let sets = presets.filter_map(|preset| self.presets.get(&preset)).map(|preset| &preset.parameters);
        let mut sets = sets.filter(|set| !set.is_empty());
        let first = sets.next()?;
        sets.all(|set| set == first).then(|| first.clone())
    }
}

/// A note.
#[derive(Debug)]
pub(super) struct Note {
    pub(super) id: i64,
    pub(super) guid: String,
    pub(super) notetype: i64,
    /// When it was changed, in seconds.
    pub(super) modified: i64,
    pub(super) tags: String,
    pub(super) fields: String,
}

/// A card.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Card {
    pub(super) id: i64,
    /// Its own deck, also while it is in a filtered one.
    pub(super) deck: i64,
    pub(super) ord: u32,
    /// When it was changed, in seconds.
    pub(super) changed: i64,
    /// 0 new, 1 learning, 2 review, 3 relearning.
    pub(super) kind: i64,
    pub(super) queue: i64,
    /// Its own due date, also while it is in a filtered deck.
    pub(super) due: i64,
    pub(super) interval: i64,
    pub(super) factor: i64,
    pub(super) reps: u32,
    pub(super) lapses: u32,
    pub(super) left: i64,
    pub(super) flag: u8,
    pub(super) stability: Option<f32>,
    pub(super) difficulty: Option<f32>,
    /// The last review, in seconds, where it says so.
    pub(super) last_review: Option<i64>,
    /// It went out from here: its state is ours, and only what happened to it since counts.
    pub(super) returned: bool,
    /// How it stood then.
    pub(super) went_out: Option<Standing>,
}

/// No card of a note has a higher number.
const HIGHEST: u32 = 1 << 20;

/// A row of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// When, in milliseconds; its id.
    pub(super) id: i64,
    /// 1 to 4; 0: no answer.
    pub(super) ease: u8,
    /// Days when above 0, else seconds.
    pub(super) interval: i64,
    pub(super) factor: i64,
    pub(super) took_ms: u32,
    /// 0 learning, 1 review, 2 relearning, 3 filtered, 4 by hand, 5 rescheduled.
    pub(super) kind: u8,
}

/// An open database.
pub(super) struct Database {
    conn: Connection,
    tables: bool,
}

/// The tables that are read. Were one a view, reading it could take forever.
const TABLES: &[&str] = &[
    "col",
    "notes",
    "cards",
    "revlog",
    "notetypes",
    "fields",
    "templates",
    "decks",
    "deck_config",
    "config",
];

impl Database {
    pub(super) fn open(path: &Path) -> Result<Self, AnkiError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, flags)?;
        conn.execute_batch(
            "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;",
        )?;
        // Some columns are kept in an order of Anki's own; without it not even the planner gets along.
        conn.create_collation("unicase", |a: &str, b: &str| {
            a.chars().flat_map(char::to_lowercase).cmp(b.chars().flat_map(char::to_lowercase))
        })?;
        let mut statement = conn.prepare("SELECT name, type FROM sqlite_master")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (name, kind): (String, String) = (row.get(0)?, row.get(1)?);
            if TABLES.contains(&name.to_ascii_lowercase().as_str()) && kind != "table" {
                return Err(AnkiError::Damaged(format!("{name} is a {kind}")));
            }
        }
        drop(rows);
        drop(statement);
        let version: i64 = conn.query_row("SELECT ver FROM col LIMIT 1", [], |row| row.get(0))?;
        if !(1..=18).contains(&version) {
            return Err(AnkiError::TooNew(u32::try_from(version).unwrap_or(0)));
        }
        Ok(Self { conn, tables: version >= 15 })
    }

    pub(super) fn count(&self, table: &str) -> Result<u64, AnkiError> {
        let count: i64 =
            self.conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// What the notes and cards hang on.
    pub(super) fn collection(&self) -> Result<Collection, AnkiError> {
        let created = self.conn.query_row("SELECT crt FROM col LIMIT 1", [], |row| row.get(0))?;
        let mut collection = Collection { created, ..Collection::default() };
        if self.tables {
            self.read_tables(&mut collection)?;
        } else {
            self.read_json(&mut collection)?;
        }
        Ok(collection)
    }

    fn read_tables(&self, collection: &mut Collection) -> Result<(), AnkiError> {
        let conn = &self.conn;
        let setting = |key: &str| -> Result<Option<Value>, AnkiError> {
            let bytes: Option<Vec<u8>> = conn
                .query_row("SELECT val FROM config WHERE key = ?1", [key], |row| row.get(0))
                .optional()?;
            Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
        };
        collection.creation_offset = setting("creationOffset")?.and_then(|value| small(&value));
        each(conn, "SELECT id, name, config, mtime_secs FROM notetypes", |row| {
            let config = proto::NotetypeConfig::decode(blob(row, 2)?)?;
            let notetype = NoteType {
                name: row.get(1)?,
                cloze: config.kind == 1,
                stock: config.stock,
                modified: row.get(3)?,
                css: config.css,
                latex: [config.latex_before, config.latex_after],
                ..NoteType::default()
            };
            collection.notetypes.insert(row.get(0)?, notetype);
            Ok(())
        })?;
        each(conn, "SELECT ntid, name FROM fields ORDER BY ntid, ord", |row| {
            if let Some(notetype) = collection.notetypes.get_mut(&row.get(0)?) {
                notetype.fields.push(row.get(1)?);
            }
            Ok(())
        })?;
        each(conn, "SELECT ntid, name, config FROM templates ORDER BY ntid, ord", |row| {
            let config = proto::TemplateConfig::decode(blob(row, 2)?)?;
            if let Some(notetype) = collection.notetypes.get_mut(&row.get(0)?) {
                notetype.templates.push((row.get(1)?, config.question, config.answer));
            }
            Ok(())
        })?;
        each(conn, "SELECT id, name, kind FROM decks", |row| {
            let name: String = row.get(1)?;
            let kind = proto::DeckKind::decode(blob(row, 2)?)?;
            let levels = levels(name.split('\u{1f}'));
            let preset = kind.normal.map_or(1, |normal| normal.preset);
            collection.decks.insert(row.get(0)?, Deck { levels, filtered: kind.filtered.is_some(), preset });
            Ok(())
        })?;
        each(conn, "SELECT id, config FROM deck_config", |row| {
            let config = proto::PresetConfig::decode(blob(row, 1)?)?;
            let parameters = [config.parameters_6, config.parameters_5, config.parameters_4]
                .into_iter()
                .find(|parameters| !parameters.is_empty())
                .unwrap_or_default();
            let preset = Preset {
                parameters,
                learning_steps: config.learning_steps.len(),
                relearning_steps: config.relearning_steps.len(),
            };
            collection.presets.insert(row.get(0)?, preset);
            Ok(())
        })
    }

    fn read_json(&self, collection: &mut Collection) -> Result<(), AnkiError> {
        let texts: [String; 4] =
            self.conn.query_row("SELECT conf, models, decks, dconf FROM col LIMIT 1", [], |row| {
                Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])
            })?;
        let [conf, models, decks, presets] =
            texts.map(|text| serde_json::from_str::<Value>(&text).unwrap_or_default());
        collection.creation_offset = small(&conf["creationOffset"]);
        for (id, model) in models.as_object().into_iter().flatten() {
            let Ok(id) = id.parse() else { continue };
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let mut fields: Vec<&Value> = model["flds"].as_array().into_iter().flatten().collect();
            fields.sort_by_key(|field| field["ord"].as_i64());
            let mut templates: Vec<&Value> = model["tmpls"].as_array().into_iter().flatten().collect();
            templates.sort_by_key(|template| template["ord"].as_i64());
            let notetype = NoteType {
                name: text(&model["name"]),
                cloze: model["type"].as_i64() == Some(1),
                stock: model["originalStockKind"].as_i64().map_or(0, |kind| i32::try_from(kind).unwrap_or(0)),
                modified: model["mod"].as_i64().unwrap_or(0),
                css: text(&model["css"]),
                latex: [text(&model["latexPre"]), text(&model["latexPost"])],
                fields: fields.iter().map(|field| text(&field["name"])).collect(),
                templates: templates
                    .iter()
                    .map(|t| (text(&t["name"]), text(&t["qfmt"]), text(&t["afmt"])))
                    .collect(),
            };
            collection.notetypes.insert(id, notetype);
        }
        for (id, deck) in decks.as_object().into_iter().flatten() {
            let Ok(id) = id.parse() else { continue };
            let name = deck["name"].as_str().unwrap_or_default();
            let levels = levels(name.split("::"));
            let filtered =
                deck["dyn"].as_i64().is_some_and(|dynamic| dynamic != 0) || deck["dyn"] == Value::Bool(true);
            collection
                .decks
                .insert(id, Deck { levels, filtered, preset: deck["conf"].as_i64().unwrap_or(1) });
        }
        for (id, preset) in presets.as_object().into_iter().flatten() {
            let Ok(id) = id.parse() else { continue };
            let numbers = |value: &Value| -> Vec<f32> {
                #[allow(clippy::cast_possible_truncation, reason = "Anki keeps them as 32 bits, too")]
                value.as_array().into_iter().flatten().filter_map(Value::as_f64).map(|n| n as f32).collect()
            };
            let parameters = ["fsrsParams6", "fsrsParams5", "fsrsWeights"]
                .iter()
                .map(|key| numbers(&preset[*key]))
                .find(|parameters| !parameters.is_empty())
                .unwrap_or_default();
            let preset = Preset {
                parameters,
                learning_steps: numbers(&preset["new"]["delays"]).len(),
                relearning_steps: numbers(&preset["lapse"]["delays"]).len(),
            };
            collection.presets.insert(id, preset);
        }
        Ok(())
    }

    /// The cards, by note.
    pub(super) fn cards(&self) -> Result<HashMap<i64, Vec<Card>>, AnkiError> {
        let mut all: HashMap<i64, Vec<Card>> = HashMap::new();
        let sql = "SELECT id, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data
                   FROM cards ORDER BY nid, ord, id";
        each(&self.conn, sql, |row| {
            let number = |index: usize| row.get::<_, i64>(index);
            let (home, home_due) = (number(14)?, number(13)?);
            let data: Option<String> = row.get(16).unwrap_or_default();
            let data: Value = data.and_then(|data| serde_json::from_str(&data).ok()).unwrap_or_default();
            #[allow(clippy::cast_possible_truncation, reason = "Anki keeps them as 32 bits, too")]
            let real = |key: &str| data[key].as_f64().map(|n| n as f32).filter(|n| n.is_finite());
            let ours = data["cd"].as_str().map(mark).unwrap_or_default();
            let card = Card {
                id: number(0)?,
                deck: if home != 0 { home } else { number(2)? },
                ord: u32::try_from(number(3)?).unwrap_or(0).min(HIGHEST),
                changed: number(4)?,
                kind: number(5)?,
                queue: number(6)?,
                due: if home != 0 && home_due != 0 { home_due } else { number(7)? },
                interval: number(8)?,
                factor: number(9)?,
                reps: u32::try_from(number(10)?).unwrap_or(0),
                lapses: u32::try_from(number(11)?).unwrap_or(0),
                left: number(12)?,
                flag: u8::try_from(number(15)? & 7).unwrap_or(0),
                stability: real("s"),
                difficulty: real("d"),
                last_review: data["lrt"].as_i64(),
                returned: !ours.is_null(),
                went_out: ours.as_u64().and_then(Standing::of_code),
            };
            all.entry(number(1)?).or_default().push(card);
            Ok(())
        })?;
        Ok(all)
    }

    /// The log, by card, in its order.
    pub(super) fn log(&self) -> Result<HashMap<i64, Vec<Row>>, AnkiError> {
        let mut all: HashMap<i64, Vec<Row>> = HashMap::new();
        each(&self.conn, "SELECT id, cid, ease, ivl, factor, time, type FROM revlog ORDER BY id", |row| {
            let entry = Row {
                id: row.get(0)?,
                ease: row.get::<_, i64>(2)?.clamp(0, 4).try_into().unwrap_or(0),
                interval: row.get(3)?,
                factor: row.get(4)?,
                took_ms: u32::try_from(row.get::<_, i64>(5)?.max(0)).unwrap_or(u32::MAX),
                kind: row.get::<_, i64>(6)?.clamp(0, 255).try_into().unwrap_or(0),
            };
            all.entry(row.get(1)?).or_default().push(entry);
            Ok(())
        })?;
        Ok(all)
    }

    /// Calls `work` with every note, in the order of their making.
    pub(super) fn notes(&self, mut work: impl FnMut(Note) -> Result<(), AnkiError>) -> Result<(), AnkiError> {
        each(&self.conn, "SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id", |row| {
            work(Note {
                id: row.get(0)?,
                guid: row.get(1)?,
                notetype: row.get(2)?,
                modified: row.get(3)?,
                tags: row.get(4)?,
                fields: text(row, 5)?,
            })
        })
    }
}

/// The mark of a card that went out from here, in the custom data of the card.
fn mark(data: &str) -> Value {
    let data = serde_json::from_str::<Value>(data).unwrap_or_default();
    data.get(OURS).cloned().unwrap_or_default()
}

fn each(
    conn: &Connection,
    sql: &str,
    mut work: impl FnMut(&rusqlite::Row<'_>) -> Result<(), AnkiError>,
) -> Result<(), AnkiError> {
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        work(row)?;
    }
    Ok(())
}

fn blob<'r>(row: &'r rusqlite::Row<'_>, index: usize) -> Result<&'r [u8], AnkiError> {
    Ok(row.get_ref(index)?.as_blob_or_null().map_err(rusqlite::Error::from)?.unwrap_or_default())
}

/// A text; a field that looks like a number may have been kept as one.
fn text(row: &rusqlite::Row<'_>, index: usize) -> Result<String, AnkiError> {
    use rusqlite::types::ValueRef;
    Ok(match row.get_ref(index)? {
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        ValueRef::Null => String::new(),
    })
}

fn small<T: TryFrom<i64>>(value: &Value) -> Option<T> {
    value.as_i64().and_then(|number| number.try_into().ok())
}

/// So many levels a deck's name has, of so many characters: each note keeps them.
const DEEPEST: usize = 30;
const LONGEST_LEVEL: usize = 200;

/// The levels of a deck's name, fit to be shown.
fn levels<'n>(name: impl Iterator<Item = &'n str>) -> Vec<String> {
    name.take(DEEPEST)
        .map(|level| {
            let level: String = level.chars().take(LONGEST_LEVEL).collect();
            let level = Text::one_line(&level);
            if level.is_blank() { "—".to_owned() } else { level.to_string() }
        })
        .collect()
}
