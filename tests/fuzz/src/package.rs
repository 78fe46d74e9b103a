//! Packages of Anki, made of what an input says.
//!
//! An input is a list of records apart by byte 30: flags; the list of files; the name and the content of one more entry;
//! the deck; the names of the fields, apart by `,`; the templates of question and answer; then for each note its GUID, tags,
//! fields (apart by byte 31), the numbers of its card, what else Anki keeps of the card, and the log, a row a line.

use std::io::{Cursor, Write as _};

use carabin::{
    exchange::{
        Marks,
        anki::{self, Options, PackageLimits},
    },
    memory::{Options as Scheduling, Scheduler},
};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use rusqlite::{Connection, params};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{grown, holds};

/// Flags: the lowest two bits are the kind.
const CLOZE: u8 = 4;
const OCCLUSION: u8 = 8;
/// The record of the deck is the whole collection, as bytes.
const RAW: u8 = 16;

/// The most records of an input.
const RECORDS: usize = 200;

/// Reads a package, and looks at what came of it.
pub fn read(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("package");
    std::fs::write(&file, bytes).expect("written");
    let work = folder.path().join("work");
    std::fs::create_dir(&work).expect("made");
    let scheduler = Scheduler::new(Scheduling::default());
    let options = Options {
        language: "fr",
        hidden: &|_| "cache".to_owned(),
        deck: None,
        history: true,
        zone: TimeZone::UTC,
        rollover: 4,
        now: Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * 365 * 57),
        scheduler: &scheduler,
        with_parameters: None,
        deck_of: &|_| None,
        room_in: &|_| None,
        parts_of: &|_| Some(vec![None]),
        has_deck: &|deck| deck.to_string().len().is_multiple_of(2),
        marks_of: &|_| Marks::default(),
        originals_of: &|_| None,
        limits: PackageLimits {
            entries: 1000,
            collection: 16 << 20,
            file: 1 << 20,
            files: 4 << 20,
            list: 1 << 20,
            notes: 10_000,
            text: 64 << 20,
        },
    };
    let Ok(read) = anki::read(&file, &work, &options, &mut |_, _, _| true) else { return };
    for deck in &read.import.decks {
        holds(&deck.head, &deck.cards);
        for media in &deck.media {
            assert!(media.path.starts_with("media/") && !media.path.contains(".."), "{}", media.path);
        }
    }
    let _ = scheduler.replay(read.import.history.iter().map(|past| &past.fact));
}

/// The package that an input says.
pub fn made(data: &[u8]) -> Option<Vec<u8>> {
    let mut records = data.split(|byte| *byte == 30).take(RECORDS).map(grown);
    let mut next = || records.next().unwrap_or_default();
    let flags = next().first().copied().unwrap_or_default();
    let kind = flags & 3;
    let (list, entry, content) = (next(), next(), next());
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let raw = next();
    let collection = if flags & RAW == 0 {
        let head = Head {
            modern: kind == 2,
            cloze: flags & CLOZE > 0,
            occlusion: flags & OCCLUSION > 0,
            deck: text(raw),
            fields: text(next()).split(',').map(str::to_owned).collect(),
            question: text(next()),
            answer: text(next()),
        };
        let notes: Vec<[String; 6]> = std::iter::from_fn(|| {
            let note: [String; 6] = std::array::from_fn(|_| text(records.next().unwrap_or_default()));
            note.iter().any(|record| !record.is_empty()).then_some(note)
        })
        .collect();
        collection(&head, &notes).ok()?
    } else {
        raw
    };
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut put = |name: &str, bytes: &[u8]| -> Option<()> {
        zip.start_file(name, stored).ok()?;
        zip.write_all(bytes).ok()
    };
    if kind < 2 {
        put(if kind == 0 { "collection.anki2" } else { "collection.anki21" }, &collection)?;
        put("media", &list)?;
    } else {
        put("meta", &[8, 3])?;
        put("collection.anki21b", &zstd::encode_all(collection.as_slice(), 1).ok()?)?;
        put("media", &zstd::encode_all(list.as_slice(), 1).ok()?)?;
    }
    put(&text(entry), &content)?;
    Some(zip.finish().ok()?.into_inner())
}

/// What notes hang on.
struct Head {
    modern: bool,
    cloze: bool,
    occlusion: bool,
    deck: String,
    fields: Vec<String>,
    question: String,
    answer: String,
}

fn collection(head: &Head, notes: &[[String; 6]]) -> rusqlite::Result<Vec<u8>> {
    let mut conn = Connection::open_in_memory()?;
    conn.execute_batch(
        "CREATE TABLE col (crt, ver, conf, models, decks, dconf);
         CREATE TABLE notes (id INTEGER PRIMARY KEY, guid, mid, tags, flds);
         CREATE TABLE cards (id INTEGER PRIMARY KEY, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left,
                             odue, odid, flags, data);
         CREATE TABLE revlog (id INTEGER PRIMARY KEY, cid, ease, ivl, factor, time, type);
         BEGIN;",
    )?;
    if head.modern {
        tables(&conn, head)?
    } else {
        json(&conn, head)?
    }
    let numbers = |text: &str| -> Vec<i64> {
        text.split_whitespace().map(|word| word.parse().unwrap_or_default()).collect()
    };
    for (id, [guid, tags, fields, card, data, log]) in (1_i64..).zip(notes) {
        conn.execute("INSERT INTO notes VALUES (?1, ?2, 1, ?3, ?4)", params![id, guid, tags, fields])?;
        let card = numbers(card);
        let n = |at: usize| card.get(at).copied().unwrap_or_default();
        conn.execute(
            "INSERT INTO cards VALUES (?1, ?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
            params![id, n(0), n(1), n(2), n(3), n(4), n(5), n(6), n(7), n(8), n(9), n(10), n(11), n(12), data],
        )?;
        for row in log.lines() {
            let row = numbers(row);
            let n = |at: usize| row.get(at).copied().unwrap_or_default();
            conn.execute(
                "INSERT OR IGNORE INTO revlog VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![n(0), id, n(1), n(2), n(3), n(4), n(5)],
            )?;
        }
    }
    conn.execute_batch("COMMIT")?;
    Ok(conn.serialize("main")?.to_vec())
}

/// A JSON string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn json(conn: &Connection, head: &Head) -> rusqlite::Result<()> {
    let fields: Vec<String> = (0..)
        .zip(&head.fields)
        .map(|(ord, name)| format!("{{\"ord\":{ord},\"name\":{}}}", quoted(name)))
        .collect();
    let models = format!(
        "{{\"1\":{{\"name\":\"T\",\"type\":{},\"originalStockKind\":{},\"flds\":[{}],\"tmpls\":[{{\"ord\":0,\"name\":\"C\",\"qfmt\":{},\"afmt\":{}}}]}}}}",
        u8::from(head.cloze),
        if head.occlusion { 6 } else { 1 },
        fields.join(","),
        quoted(&head.question),
        quoted(&head.answer)
    );
    let decks = format!("{{\"1\":{{\"name\":{},\"dyn\":0,\"conf\":1}}}}", quoted(&head.deck));
    let presets = "{\"1\":{\"fsrsParams6\":[],\"new\":{\"delays\":[1,10]},\"lapse\":{\"delays\":[10]}}}";
    conn.execute(
        "INSERT INTO col VALUES (1600000000, 11, '{\"creationOffset\":-60}', ?1, ?2, ?3)",
        params![models, decks, presets],
    )?;
    Ok(())
}

fn tables(conn: &Connection, head: &Head) -> rusqlite::Result<()> {
    conn.execute_batch(
        "CREATE TABLE config (key, val);
         CREATE TABLE notetypes (id, name, config);
         CREATE TABLE fields (ntid, ord, name);
         CREATE TABLE templates (ntid, ord, name, config);
         CREATE TABLE decks (id, name, kind);
         CREATE TABLE deck_config (id, config);
         INSERT INTO col VALUES (1600000000, 18, '', '', '', '');
         INSERT INTO deck_config VALUES (1, x'');",
    )?;
    // Numbers and texts as protobuf has them.
    let kind = [8, u8::from(head.cloze), 72, if head.occlusion { 6 } else { 0 }];
    conn.execute("INSERT INTO notetypes VALUES (1, 'T', ?1)", params![kind])?;
    for (ord, name) in (0..).zip(&head.fields) {
        conn.execute("INSERT INTO fields VALUES (1, ?1, ?2)", params![ord, name])?;
    }
    let mut config = Vec::new();
    for (tag, text) in [(10, &head.question), (18, &head.answer)] {
        config.push(tag);
        let mut length = text.len();
        while length > 127 {
            config.push(u8::try_from(length & 127).unwrap_or_default() | 128);
            length >>= 7;
        }
        config.push(u8::try_from(length).unwrap_or_default());
        config.extend(text.as_bytes());
    }
    conn.execute("INSERT INTO templates VALUES (1, 0, 'C', ?1)", params![config])?;
    conn.execute(
        "INSERT INTO decks VALUES (1, ?1, x'0a020801')",
        params![head.deck.replace("::", "\u{1f}")],
    )?;
    Ok(())
}
