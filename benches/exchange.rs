//! How long cards take from and to other programs. Run by hand, each piece of work once:
//!
//!     cargo bench --bench exchange [-- COUNT…]
//!
//! It tells the time on the clock, and that of the processor, which says the same on a machine that has other things to do. The
//! measure is Anki itself on a machine of this kind: 10,000 and 100,000 notes imported in 1.7 s and 23 s, exported in 2 s and 22 s.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a bench stops at the first thing that is not as it should be, and is about time"
)]

use std::{fmt::Write as _, fs, io::Write as _, path::Path, sync::Arc, time::Instant};

use carabin::{
    app::{
        App,
        bring::{AnkiWishes, Separator, Wanted},
        clock::StoppedClock,
        open::Opening,
        paths::Paths,
        progress::Unseen,
        scope::Scope,
        send::{Packing, TableFormat},
    },
    i18n::Lang,
};
use rusqlite::{Connection, params};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// How many reviews each card of the package has.
const REVIEWS: i64 = 4;

fn main() {
    let counts: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    for count in if counts.is_empty() { vec![10_000, 100_000] } else { counts } {
        measure(count);
    }
}

fn measure(count: usize) {
    let folder = tempfile::tempdir().unwrap();
    let package = folder.path().join("anki.apkg");
    make_package(&package, count);
    let home = folder.path().join("home");
    timed(&format!("{count} notes: import of a package, with {REVIEWS} reviews each"), || {
        assert_eq!(import_package(&home, &package), count);
    });
    timed(&format!("{count} notes: the same package again"), || {
        assert_eq!(import_package(&home, &package), 0);
    });
    let scope = Scope::default();
    let out = folder.path().join("carabin.apkg");
    timed(&format!("{count} notes: export of a package, with states and reviews"), || {
        let packing = Packing { legacy: false, history: true };
        let packed = open(&home).send_anki(&scope, packing, &out, &mut Unseen).unwrap();
        // The bundled decks go along.
        assert!(packed.notes >= count);
    });
    timed(&format!("{count} notes: our own package comes back"), || {
        assert_eq!(import_package(&home, &out), 0);
    });
    let csv = folder.path().join("table.csv");
    timed(&format!("{count} cards: export of a table"), || {
        let sent = open(&home).send_table(&scope, TableFormat::Csv(Separator(';')), &csv, &mut Unseen);
        assert!(sent.unwrap().cards >= count);
    });
    write_table(&csv, count);
    let home = folder.path().join("table");
    for (again, new) in [("", count), (", again", 0)] {
        timed(&format!("{count} cards: import of a table{again}"), || {
            let mut app = open(&home);
            let file = app.read_table(&csv, &Wanted::default(), &mut Unseen).unwrap();
            let planned = app.plan_all(file.decks, false, &mut Unseen).unwrap();
            assert_eq!(planned.iter().map(|deck| deck.added.len()).sum::<usize>(), new);
            assert!(planned.iter().all(|deck| deck.changed.is_empty() && deck.unfit.is_empty()));
            app.carry_out(&planned, &mut Unseen).unwrap();
        });
    }
}

/// Does it once, and tells how long it took.
fn timed(what: &str, work: impl FnOnce()) {
    let (clock, processor) = (Instant::now(), processor());
    work();
    let (clock, processor) = (clock.elapsed().as_secs_f64(), self::processor() - processor);
    println!("{what}: {clock:.2} s ({processor:.2} s of the processor)");
}

/// The seconds that the processor has worked for this process (Linux; elsewhere none).
fn processor() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let words: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| words.get(at).and_then(|word| word.parse::<f64>().ok()).unwrap_or_default();
    // A hundred ticks a second, on every Linux.
    (ticks(11) + ticks(12)) / 100.0
}

fn open(home: &Path) -> App {
    let clock = StoppedClock::new("2026-11-23T08:00:00+01:00[Europe/Paris]".parse().unwrap());
    let mut app = App::open(Opening {
        paths: Paths::find(Some(home.into())).unwrap(),
        lang: Some(Lang::Fr),
        locale: None,
        decks: Vec::new(),
        clock: Arc::new(clock),
    })
    .unwrap();
    app.refresh().unwrap();
    app
}

/// Imports a package; gives how many cards it brings.
fn import_package(home: &Path, package: &Path) -> usize {
    let mut app = open(home);
    let mut file = app.read_anki(package, &AnkiWishes::default(), &mut Unseen).unwrap();
    let planned = app.plan_all(std::mem::take(&mut file.decks), false, &mut Unseen).unwrap();
    let cards = planned.iter().map(|deck| deck.added.len()).sum();
    app.carry_out_anki(&file, &planned, &mut Unseen).unwrap();
    cards
}

/// A question, an answer and a remark, as students write them in Anki.
fn fields(n: usize) -> [String; 3] {
    [
        format!("<div>Quel est le traitement de <b>première intention</b> de la maladie n° {n}&nbsp;?</div>"),
        format!("<ul><li>le médicament {n}, 0,5&nbsp;mg/kg</li><li>la surveillance</li></ul>"),
        format!("Conférence de consensus, page {n}"),
    ]
}

/// A package such as Anki writes for older ones, in five decks.
fn make_package(path: &Path, count: usize) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("collection");
    let conn = Connection::open(&file).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
         CREATE TABLE col (crt, ver, conf, models, decks, dconf);
         CREATE TABLE notes (id INTEGER PRIMARY KEY, guid, mid, mod, tags, flds);
         CREATE TABLE cards (id INTEGER PRIMARY KEY, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left,
                             odue, odid, flags, data);
         CREATE TABLE revlog (id INTEGER PRIMARY KEY, cid, ease, ivl, factor, time, type);
         BEGIN;",
    )
    .unwrap();
    let mut decks = String::from("{");
    for deck in 1..=5 {
        let comma = if deck > 1 { "," } else { "" };
        write!(decks, r#"{comma}"{deck}":{{"name":"EDN::Item {deck}","dyn":0,"conf":1}}"#).unwrap();
    }
    decks.push('}');
    let model = r#"{"1":{"name":"Basic","type":0,"flds":[{"ord":0,"name":"Front"},{"ord":1,"name":"Back"},{"ord":2,"name":"Extra"}],
        "tmpls":[{"ord":0,"name":"Card 1","qfmt":"{{Front}}","afmt":"{{FrontSide}}<hr id=answer>{{Back}}{{#Extra}}<br>{{Extra}}{{/Extra}}"}]}}"#;
    let preset = r#"{"1":{"new":{"delays":[1,10]},"lapse":{"delays":[10]}}}"#;
    conn.execute("INSERT INTO col VALUES (1600000000, 11, '{}', ?1, ?2, ?3)", params![model, decks, preset])
        .unwrap();
    {
        let mut note = conn
            .prepare("INSERT INTO notes VALUES (?1, ?2, 1, 1700000000, ' edn pharmaco::dose ', ?3)")
            .unwrap();
        let card = "INSERT INTO cards VALUES (?1, ?1, ?2, 0, 1700000000, 2, 2, 1500, 30, 2500, 4, 0, 0, 0, 0, 0, '{}')";
        let mut card = conn.prepare(card).unwrap();
        let mut review = conn.prepare("INSERT INTO revlog VALUES (?1, ?2, 3, ?3, 2500, 6000, ?4)").unwrap();
        for n in 0..count {
            let id = i64::try_from(n).unwrap() + 1;
            note.execute(params![id, format!("guid-{n}"), fields(n).join("\u{1f}")]).unwrap();
            card.execute(params![id, id % 5 + 1]).unwrap();
            for number in 0..REVIEWS {
                let at = 1_650_000_000_000 + number * 864_000_000 + id * 7;
                review.execute(params![at, id, 1 << number, i64::from(number > 0)]).unwrap();
            }
        }
    }
    conn.execute_batch("COMMIT").unwrap();
    conn.close().unwrap();
    let mut zip = ZipWriter::new(fs::File::create(path).unwrap());
    let packed =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true);
    zip.start_file("collection.anki21", packed).unwrap();
    std::io::copy(&mut fs::File::open(&file).unwrap(), &mut zip).unwrap();
    zip.start_file("media", packed).unwrap();
    zip.write_all(b"{}").unwrap();
    zip.finish().unwrap();
}

fn write_table(path: &Path, count: usize) {
    let mut table = String::from("id;question;réponse;note;étiquettes\n");
    for n in 0..count {
        let [question, answer, note] = fields(n);
        writeln!(table, "n{n};{question};{answer};{note};edn pharmaco::dose").unwrap();
    }
    carabin::app::files::write_atomically(path, table.as_bytes()).unwrap();
}
