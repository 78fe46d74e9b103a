//! The tables of a collection, in both layouts, and what stands in every collection.

use std::collections::{BTreeMap, HashSet};

use prost::Message as _;
use rusqlite::{Connection, params};
use serde_json::{Map, Value, json};

use super::{Setting, Version, types::ALL};
use crate::exchange::{original::NoteType, proto};

/// The tables that both layouts have.
const SHARED: &str = "
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL,
  dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL,
  dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
  tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL,
  factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
  odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL,
  lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
";

/// Made once the rows are there.
const INDICES: &str = "
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
";

const OLD: &str = "CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);";

const NEW: &str = "
CREATE TABLE deck_config (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL,
  usn integer NOT NULL, config blob NOT NULL);
CREATE TABLE config (KEY text NOT NULL PRIMARY KEY, usn integer NOT NULL, mtime_secs integer NOT NULL, val blob NOT NULL) without rowid;
CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase, config blob NOT NULL,
  PRIMARY KEY (ntid, ord)) without rowid;
CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL,
  usn integer NOT NULL, config blob NOT NULL, PRIMARY KEY (ntid, ord)) without rowid;
CREATE UNIQUE INDEX idx_templates_name_ntid ON templates (name, ntid);
CREATE INDEX idx_templates_usn ON templates (usn);
CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL,
  usn integer NOT NULL, config blob NOT NULL);
CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
CREATE INDEX idx_notetypes_usn ON notetypes (usn);
CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL,
  usn integer NOT NULL, common blob NOT NULL, kind blob NOT NULL);
CREATE UNIQUE INDEX idx_decks_name ON decks (name);
CREATE INDEX idx_notes_mid ON notes (mid);
CREATE INDEX idx_cards_odid ON cards (odid) WHERE odid != 0;
CREATE TABLE tags (tag text NOT NULL PRIMARY KEY COLLATE unicase, usn integer NOT NULL, collapsed boolean NOT NULL,
  config blob NULL) without rowid;
CREATE TABLE graves (oid integer NOT NULL, type integer NOT NULL, usn integer NOT NULL, PRIMARY KEY (oid, type)) WITHOUT ROWID;
CREATE INDEX idx_graves_pending ON graves (usn);
";

/// How a field looks where its type does not say it.
const FONT: &str = "Arial";
const SIZE: u32 = 20;

/// A deck of the package.
pub(super) struct Deck {
    pub(super) id: i64,
    /// Its levels, from the top.
    pub(super) levels: Vec<String>,
}

/// Makes the tables.
pub(super) fn create(conn: &Connection, version: Version) -> rusqlite::Result<()> {
    // Without the order of names that Anki has, its indices could not be made.
    conn.create_collation("unicase", |a, b| {
        let folded = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<Vec<char>>();
        folded(a).cmp(&folded(b))
    })?;
    conn.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;")?;
    conn.execute_batch(SHARED)?;
    conn.execute_batch(if version == Version::Modern { NEW } else { OLD })
}

/// Makes the indices over the rows.
pub(super) fn finish(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(INDICES)
}

/// Fills in what the notes and cards hang on. `originals` are types beside ours; `crt` is the beginning of day 0, in seconds.
pub(super) fn fill(
    conn: &Connection,
    decks: &[Deck],
    originals: &BTreeMap<i64, NoteType>,
    crt: i64,
    setting: &Setting,
) -> rusqlite::Result<()> {
    let (ms, seconds) = (setting.now.as_millisecond(), setting.now.as_second());
    let types = with_ours(originals, seconds);
    let options = json!({
        "activeDecks": [1], "curDeck": 1, "addToCur": true, "collapseTime": 1200, "dayLearnFirst": false, "dueCounts": true,
        "estTimes": true, "newSpread": 0, "nextPos": 1, "sched2021": true, "schedVer": 2, "sortBackwards": false,
        "sortType": "noteFld", "timeLim": 0, "creationOffset": -setting.offset / 60, "rollover": setting.rollover, "fsrs": true,
    });
    let insert = "INSERT INTO col VALUES (1, ?1, ?2, ?2, ?3, 0, 0, 0, ?4, ?5, ?6, ?7, ?8)";
    if setting.version == Version::Legacy {
        let models: Map<String, Value> =
            types.iter().map(|(id, kind)| (id.to_string(), model(*id, kind))).collect();
        let mut all: Map<String, Value> =
            decks.iter().map(|deck| (deck.id.to_string(), old_deck(deck, seconds))).collect();
        all.insert("1".to_owned(), old_deck(&Deck { id: 1, levels: vec!["Default".to_owned()] }, 0));
        let texts = [options, Value::Object(models), Value::Object(all), old_presets(setting), json!({})]
            .map(|v| v.to_string());
        conn.execute(insert, params![crt, ms, 11, texts[0], texts[1], texts[2], texts[3], texts[4]])?;
        return Ok(());
    }
    conn.execute(insert, params![crt, ms, 18, "", "", "", "", ""])?;
    let mut config = conn.prepare("INSERT INTO config VALUES (?1, 0, 0, ?2)")?;
    for (key, value) in options.as_object().into_iter().flatten() {
        config.execute(params![key, value.to_string().into_bytes()])?;
    }
    let preset = preset(setting).encode_to_vec();
    conn.execute("INSERT INTO deck_config VALUES (1, 'Default', 0, 0, ?1)", params![preset])?;
    let kind =
        proto::DeckKind { normal: Some(proto::NormalDeck { preset: 1 }), filtered: None }.encode_to_vec();
    let mut row = conn.prepare("INSERT INTO decks VALUES (?1, ?2, ?3, -1, x'', ?4)")?;
    row.execute(params![1, "Default", 0, kind])?;
    for deck in decks {
        row.execute(params![deck.id, deck.levels.join("\x1f"), seconds, kind])?;
    }
    types.iter().try_for_each(|(id, kind)| new_type(conn, *id, kind))
}

/// These types and ours. Two of one name are told apart as Anki does it.
fn with_ours(originals: &BTreeMap<i64, NoteType>, seconds: i64) -> BTreeMap<i64, NoteType> {
    let mut all: BTreeMap<i64, NoteType> =
        ALL.iter().map(|kind| (kind.id, kind.note_type(seconds))).collect();
    let mut names: HashSet<String> = all.values().map(|kind| kind.name.to_lowercase()).collect();
    for (id, kind) in originals.iter().filter(|(id, _)| ALL.iter().all(|ours| ours.id != **id)) {
        let mut kind = kind.clone();
        while !names.insert(kind.name.to_lowercase()) {
            kind.name.push('+');
        }
        all.insert(*id, kind);
    }
    all
}

fn new_type(conn: &Connection, id: i64, kind: &NoteType) -> rusqlite::Result<()> {
    let [latex_before, latex_after] = kind.latex.clone();
    let config = proto::NotetypeConfig {
        kind: i32::from(kind.cloze),
        css: kind.css.clone(),
        latex_before,
        latex_after,
        stock: kind.stock,
    };
    conn.execute(
        "INSERT INTO notetypes VALUES (?1, ?2, ?3, -1, ?4)",
        params![id, kind.name, kind.modified, config.encode_to_vec()],
    )?;
    for (ord, name) in (0_i64..).zip(&kind.fields) {
        let config = proto::FieldConfig { font: FONT.to_owned(), size: SIZE }.encode_to_vec();
        conn.execute("INSERT INTO fields VALUES (?1, ?2, ?3, ?4)", params![id, ord, name, config])?;
    }
    for (ord, (name, question, answer)) in (0_i64..).zip(&kind.templates) {
        let config = proto::TemplateConfig { question: question.clone(), answer: answer.clone() };
        conn.execute(
            "INSERT INTO templates VALUES (?1, ?2, ?3, ?4, -1, ?5)",
            params![id, ord, name, kind.modified, config.encode_to_vec()],
        )?;
    }
    Ok(())
}

fn preset(setting: &Setting) -> proto::PresetConfig {
    proto::PresetConfig {
        learning_steps: vec![1.0, 10.0],
        relearning_steps: vec![10.0],
        new_per_day: 20,
        reviews_per_day: 9999,
        initial_ease: 2.5,
        easy_multiplier: 1.3,
        hard_multiplier: 1.2,
        interval_multiplier: 1.0,
        maximum_interval: 36_500,
        minimum_lapse_interval: 1,
        graduating_good: 1,
        graduating_easy: 4,
        leech_threshold: 8,
        retention: setting.retention,
        ..proto::PresetConfig::default()
    }
}

fn model(id: i64, kind: &NoteType) -> Value {
    let field = |(ord, name): (usize, &String)| json!({"name": name, "ord": ord, "sticky": false, "rtl": false, "font": FONT, "size": SIZE, "media": []});
    let template = |(ord, (name, question, answer)): (usize, &(String, String, String))| json!({"name": name, "ord": ord, "qfmt": question, "afmt": answer, "bqfmt": "", "bafmt": "", "did": null});
    json!({
        "id": id, "name": kind.name, "type": i32::from(kind.cloze), "mod": kind.modified, "usn": -1, "sortf": 0, "did": null,
        "tmpls": kind.templates.iter().enumerate().map(template).collect::<Vec<_>>(),
        "flds": kind.fields.iter().enumerate().map(field).collect::<Vec<_>>(),
        "css": kind.css, "latexPre": kind.latex[0], "latexPost": kind.latex[1], "latexsvg": false,
        "originalStockKind": kind.stock, "req": [[0, "any", [0]]], "tags": [], "vers": [],
    })
}

fn old_deck(deck: &Deck, seconds: i64) -> Value {
    json!({
        "id": deck.id, "mod": seconds, "name": deck.levels.join("::"), "usn": -1, "lrnToday": [0, 0], "revToday": [0, 0],
        "newToday": [0, 0], "timeToday": [0, 0], "collapsed": false, "browserCollapsed": false, "desc": "", "dyn": 0, "conf": 1,
        "extendNew": 0, "extendRev": 0,
    })
}

fn old_presets(setting: &Setting) -> Value {
    json!({"1": {
        "id": 1, "mod": 0, "name": "Default", "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0, "replayq": true, "dyn": false,
        "new": {"bury": false, "delays": [1.0, 10.0], "initialFactor": 2500, "ints": [1, 4, 0], "order": 1, "perDay": 20},
        "rev": {"bury": false, "ease4": 1.3, "ivlFct": 1.0, "maxIvl": 36500, "perDay": 9999, "hardFactor": 1.2},
        "lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0},
        "desiredRetention": setting.retention,
    }})
}
