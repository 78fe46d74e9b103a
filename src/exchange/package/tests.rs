//! Packages, looked into.

use std::{io::Read as _, path::Path};

use jiff::civil::date;
use rusqlite::Connection;

use super::*;
use crate::{
    card::{
        Area, Choice, Cloze, Content, Fingerprint, Image, Mask, Meta, Opt, QuestionAnswer, Verdict, ZoneArea,
    },
    memory::{Due, Memory, Phase},
};

fn outgoing(id: &str, content: Content, meta: Meta) -> Outgoing {
    let card = Card {
        deck: "essai".parse().expect("an id"),
        key: id.parse().expect("a key"),
        was: Vec::new(),
        line: 1,
        meta,
        fingerprint: Fingerprint::of(&content.identity()),
        content,
    };
    Outgoing {
        locator: card.locator(),
        deck: "Le rein :: essai".into(),
        schedules: card.schedules().iter().map(|_| Schedule::default()).collect(),
        card,
        before: Vec::new(),
        source: Some("cards: <1>\n".to_owned()),
        pictures: Vec::new(),
    }
}

fn qa(id: &str, reverse: bool) -> Outgoing {
    let qa = QuestionAnswer { question: "Un **rein** ?".into(), answer: "a < b".into(), reverse };
    outgoing(id, Content::Qa(qa), Meta::default())
}

fn setting(version: Version) -> Setting {
    Setting {
        version,
        now: "2026-11-23T08:00:00Z".parse().expect("a time"),
        today: Day::from_date(date(2026, 11, 23)),
        offset: 3600,
        rollover: 4,
        retention: 0.9,
        history: true,
    }
}

fn pack(
    folder: &Path,
    cards: &[Outgoing],
    version: Version,
) -> (zip::ZipArchive<std::fs::File>, Connection, Packed) {
    let path = folder.join("p.apkg");
    let contents = Contents { cards: cards.to_vec(), ..Contents::default() };
    let packed =
        write(&path, &contents, &setting(version), &|_, _| Some(b"png".to_vec()), &mut |_, _, _| true)
            .expect("written");
    assert_eq!(std::fs::read_dir(folder).expect("there").count(), 1, "nothing is left beside it");
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&path).expect("there")).expect("an archive");
    let name = if version == Version::Modern { "collection.anki21b" } else { "collection.anki21" };
    let mut bytes = Vec::new();
    zip.by_name(name).expect("a collection").read_to_end(&mut bytes).expect("read");
    if version == Version::Modern {
        bytes = zstd::decode_all(bytes.as_slice()).expect("zstd");
    }
    let database = folder.join("read.db");
    std::io::Write::write_all(&mut std::fs::File::create(&database).expect("made"), &bytes).expect("written");
    (zip, Connection::open(&database).expect("a database"), packed)
}

/// type, queue, due, ivl, reps, lapses, flags, data
type Row = (i64, i64, i64, i64, i64, i64, i64, String);

#[test]
fn a_card_with_its_state_and_history_is_a_note_with_a_card_and_its_log() {
    let mut one = qa("a", true);
    one.schedules[0].state = CardState {
        phase: Phase::Review,
        memory: Some(Memory { stability: 12.345_67, difficulty: 5.123_4 }),
        due: Some(Due::Day(Day::from_date(date(2026, 11, 30)))),
        interval_days: 12,
        last_review: Some("2026-11-18T10:00:00Z".parse().expect("a time")),
        reps: 2,
        lapses: 1,
        flag: 3,
        ..CardState::default()
    };
    let answer = |at, granted, practice| Entry {
        at,
        what: What::Answered { rating: Rating::Good, granted, practice },
        took_ms: 5000,
    };
    one.schedules[0].log = vec![
        answer(1_763_000_000_000, Granted::Learning { step: 1, seconds: 600 }, false),
        answer(1_763_000_000_000, Granted::Days { days: 3, phase: Phase::Review }, false),
        answer(1_763_300_000_000, Granted::Days { days: 12, phase: Phase::Review }, false),
        answer(1_763_400_000_000, Granted::Days { days: 12, phase: Phase::Review }, true),
    ];
    for version in [Version::Modern, Version::Legacy] {
        let folder = tempfile::tempdir().expect("a folder");
        let (_, conn, packed) = pack(folder.path(), std::slice::from_ref(&one), version);
        assert_eq!((packed.notes, packed.cards, packed.reviews), (1, 2, 4));
        let (guid, fields): (String, String) = conn
            .query_row("SELECT guid, flds FROM notes", [], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect("a note");
        assert_eq!(guid, "carabin:essai/a");
        assert_eq!(
            fields,
            "Un <b>rein</b> ?\x1fa &lt; b\x1f1\x1f\x1f\x1fcarabin:essai/a\x1fcards: &lt;1&gt;\n"
        );
        let row: Row = conn
            .query_row(
                "SELECT type, queue, due, ivl, reps, lapses, flags, data FROM cards WHERE ord = 0",
                [],
                |row| {
                    Ok((
                        row.get(0)?,
                        row.get(1)?,
                        row.get(2)?,
                        row.get(3)?,
                        row.get(4)?,
                        row.get(5)?,
                        row.get(6)?,
                        row.get(7)?,
                    ))
                },
            )
            .expect("a card");
        let seconds = "2026-11-18T10:00:00Z".parse::<Timestamp>().map_or(0, Timestamp::as_second);
        let sent = r#""cd":"{\"carabin\":19}""#;
        let data = format!("{{{sent},\"d\":5.123,\"dr\":0.9,\"lrt\":{seconds},\"s\":12.3457}}");
        assert_eq!(row, (2, 2, 4007, 12, 2, 1, 3, data));
        let log: Vec<(i64, i64, i64, i64)> = conn
            .prepare("SELECT id, ivl, lastIvl, type FROM revlog ORDER BY id")
            .and_then(|mut s| {
                s.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?.collect()
            })
            .expect("a log");
        assert_eq!(
            log,
            [
                (1_763_000_000_000, -600, 0, 0),
                (1_763_000_000_001, 3, -600, 0),
                (1_763_300_000_000, 12, 3, 1),
                (1_763_400_000_000, 12, 12, 3),
            ]
        );
    }
}

#[test]
fn a_second_package_gives_everything_the_same_ids() {
    let ids = |version| {
        let folder = tempfile::tempdir().expect("a folder");
        let (_, conn, _) = pack(folder.path(), &[qa("a", false), qa("b", true)], version);
        let mut all: Vec<i64> = Vec::new();
        for table in ["notes", "cards"] {
            let mut statement =
                conn.prepare(&format!("SELECT id FROM {table} ORDER BY id")).expect("a table");
            all.extend(
                statement
                    .query_map([], |row| row.get::<_, i64>(0))
                    .expect("rows")
                    .map(|id| id.expect("an id")),
            );
        }
        all
    };
    assert_eq!(ids(Version::Modern), ids(Version::Legacy));
}

#[test]
fn options_blanks_and_pictures_go_along() {
    let option =
        |text: &str, verdict, why: Option<&str>| Opt { text: text.into(), verdict, why: why.map(Into::into) };
    let choice = Choice {
        prompt: "Lequel ?".into(),
        options: vec![
            option("Juste", Verdict::Required, Some("Parce que")),
            option("Faux", Verdict::Wrong, None),
        ],
    };
    let image = Image { file: "media/Schéma 1.PNG".to_owned(), alt: "Un \"rein\"".into(), credit: None };
    let meta = Meta {
        image: Some(image),
        tags: vec!["a b::c".into()],
        objectives: vec!["OIC-042-03-A".parse().expect("an objective")],
        suspended: true,
        ..Meta::default()
    };
    let mut qru = outgoing("q", Content::Qru(choice), meta);
    qru.pictures = vec!["media/Schéma 1.PNG".to_owned()];
    let cloze = Cloze::parse("Le {{rein}} et le {{foie::organe}}").expect("a cloze");
    let cloze = outgoing("c", Content::Cloze(cloze), Meta::default());
    let out = tempfile::tempdir().expect("a folder");
    let (mut zip, conn, packed) = pack(out.path(), &[qru, cloze], Version::Modern);
    assert_eq!((packed.notes, packed.cards, packed.media), (2, 3, 1));
    let (fields, tags, queue): (String, String, i64) = conn
        .query_row(
            "SELECT flds, tags, queue FROM notes JOIN cards ON nid = notes.id WHERE guid = 'carabin:essai/q'",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .expect("a note");
    assert!(fields.contains("<ol data-one><li class=\"right must\"><span class=\"t\">Juste</span><div class=\"why\">Parce que</div></li>"), "{fields}");
    assert!(fields.contains("alt=\"Un &quot;rein&quot;\">"), "{fields}");
    assert_eq!((tags.as_str(), queue), (" a_b::c EDN::042::OIC-042-03-A ", -1));
    let cards: i64 = conn
        .query_row("SELECT count() FROM cards JOIN notes ON nid = notes.id WHERE flds LIKE 'Le {{c1::rein}} et le {{c2::foie::organe}}%'", [], |row| row.get(0))
        .expect("cards");
    assert_eq!(cards, 2);
    let mut bytes = Vec::new();
    zip.by_name("0").expect("the picture").read_to_end(&mut bytes).expect("read");
    assert_eq!(zstd::decode_all(bytes.as_slice()).expect("zstd"), b"png");
}

#[test]
fn what_is_stopped_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("p.apkg");
    let stopped = write(
        &path,
        &Contents { cards: vec![qa("a", false)], ..Contents::default() },
        &setting(Version::Modern),
        &|_, _| None,
        &mut |_, done, _| done == 0,
    );
    assert!(matches!(stopped, Err(PackageError::Cancelled)));
    assert_eq!(std::fs::read_dir(folder.path()).expect("there").count(), 0);
}

#[test]
fn what_is_hidden_is_covered_in_the_question_and_the_others_stay_so() {
    let zone = ZoneArea { label: "Le foie".into(), area: Area::Rect([10.0, 20.0, 30.0, 40.0]) };
    let mask = Mask {
        prompt: "Quoi ?".into(),
        image: Image { file: "a.png".to_owned(), alt: "Un schéma".into(), credit: None },
        zones: vec![zone],
        others: vec![Area::Circle([60.0, 50.0, 5.0])],
    };
    let out = Outgoing {
        pictures: vec!["a.png".to_owned()],
        ..outgoing("m", Content::Mask(mask), Meta::default())
    };
    let folder = tempfile::tempdir().expect("a folder");
    let (_, conn, packed) = pack(folder.path(), &[out], Version::Modern);
    assert_eq!((packed.cards, packed.media), (1, 1));
    let fields: String = conn.query_row("SELECT flds FROM notes", [], |row| row.get(0)).expect("a note");
    let fields: Vec<&str> = fields.split('\u{1f}').collect();
    let rect = "<rect x=\"10\" y=\"20\" width=\"30\" height=\"40\"";
    let other = "r=\"50\" fill=\"#969baa\"";
    assert!(fields[0].contains(&format!("{rect} fill=\"#f06e3c\"")), "{fields:?}");
    assert!(fields[0].contains(">?<") && fields[0].contains(other), "{fields:?}");
    assert!(!fields[0].contains("Le foie"), "{fields:?}");
    assert!(fields[1].contains(&format!("{rect} fill=\"none\"")) && fields[1].contains(other), "{fields:?}");
    assert!(fields[1].contains("Le foie"), "{fields:?}");
}
