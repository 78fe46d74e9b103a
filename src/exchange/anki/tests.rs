//! The packages that the real Anki made, note by note, card by card.

use std::{
    collections::{BTreeMap, HashMap},
    io::Write as _,
    path::{Path, PathBuf},
};

use jiff::tz::TimeZone;
use serde_json::Value;

use super::{collection::Collection, shelf::Shelf, *};
use crate::{
    card::{Area, Card, Content, DeckHead},
    exchange::{Marks, Past},
    memory::{CardState, Day, Due, Fact, Options as Scheduling, Phase, Scheduler},
};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anki").join(name)
}

struct Settings {
    deck: Option<DeckId>,
    history: bool,
    limits: PackageLimits,
    homes: HashMap<CardKey, DeckId>,
    marks: HashMap<Locator, Marks>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            deck: None,
            history: true,
            limits: PackageLimits::default(),
            homes: HashMap::new(),
            marks: HashMap::new(),
        }
    }
}

fn read_with(path: &Path, settings: &Settings) -> Result<Read, AnkiError> {
    let folder = tempfile::tempdir().expect("a folder");
    let scheduler = Scheduler::new(Scheduling::default());
    let options = Options {
        language: "fr",
        hidden: &|hidden| format!("cache {} sur {}", hidden.number, hidden.of),
        deck: settings.deck.clone(),
        history: settings.history,
        zone: TimeZone::UTC,
        rollover: 4,
        now: "2027-01-01T00:00:00Z".parse().expect("a time"),
        scheduler: &scheduler,
        with_parameters: None,
        deck_of: &|key| settings.homes.get(key).cloned(),
        room_in: &|_| None,
        parts_of: &|locator| (locator.to_string() == "edn/cog").then(|| vec![None, Some(PartKey::reverse())]),
        has_deck: &|_| true,
        originals_of: &|_| None,
        marks_of: &|locator| settings.marks.get(locator).copied().unwrap_or_default(),
        limits: settings.limits,
    };
    read(path, folder.path(), &options, &mut |_, _, _| true)
}

fn read_fixture(name: &str) -> Read {
    read_with(&fixture(name), &Settings::default()).expect("a package")
}

fn expected() -> Vec<Value> {
    let text = std::fs::read_to_string(fixture("expected.json")).expect("a file");
    let value: Value = serde_json::from_str(&text).expect("JSON");
    value["cards"].as_array().expect("cards").clone()
}

/// The cards by the guid of their note, in order.
fn by_guid(read: &Read) -> BTreeMap<String, Vec<&Card>> {
    let keys: HashMap<CardKey, String> = expected()
        .iter()
        .flat_map(|card| {
            let guid = card["guid"].as_str().expect("a guid").to_owned();
            [None, Some(1), Some(2), Some(3)]
                .map(|extra| (identity::key(&guid, extra).expect("a key"), guid.clone()))
        })
        .collect();
    let mut out: BTreeMap<String, Vec<&Card>> = BTreeMap::new();
    for card in read.import.decks.iter().flat_map(|deck| &deck.cards) {
        if let Some(guid) = keys.get(&card.key) {
            out.entry(guid.clone()).or_default().push(card);
        }
    }
    out
}

/// The cards of the note whose first field begins so.
fn cards<'r>(read: &'r Read, field: &str, start: &str) -> Vec<&'r Card> {
    let note = expected()
        .into_iter()
        .find(|card| card["fields"][field].as_str().is_some_and(|text| text.starts_with(start)))
        .expect("a note");
    by_guid(read).remove(note["guid"].as_str().expect("a guid")).unwrap_or_default()
}

/// A card as a person reads it.
fn shown(card: &Card) -> String {
    let head = DeckHead { ..head_of("d") };
    let text = crate::deck::write_card(&head, card);
    text.lines().skip(1).map(|line| line.trim_start().to_owned()).collect::<Vec<_>>().join("\n")
}

fn head_of(id: &str) -> DeckHead {
    let shelf = Shelf { id: id.parse().expect("an id"), title: "D".to_owned(), depth: 1, items: Vec::new() };
    shelf.head("fr")
}

fn states(read: &Read) -> HashMap<Locator, CardState> {
    let scheduler = Scheduler::new(Scheduling::default());
    let mut pasts: BTreeMap<Locator, Vec<&Past>> = BTreeMap::new();
    for past in &read.import.history {
        pasts.entry(past.card.clone()).or_default().push(past);
    }
    pasts
        .into_iter()
        .map(|(locator, mut pasts)| {
            pasts.sort_by_key(|past| past.at);
            (locator, scheduler.replay(pasts.into_iter().map(|past| &past.fact)))
        })
        .collect()
}

const KINDS: [&str; 4] = ["legacy1.apkg", "legacy2.apkg", "modern.apkg", "modern.colpkg"];

#[test]
fn the_three_kinds_of_package_say_the_same() {
    let modern = read_fixture("modern.apkg");
    assert_eq!(modern.kind, PackageKind::Modern);
    for (name, kind) in [("legacy1.apkg", PackageKind::Legacy1), ("legacy2.apkg", PackageKind::Legacy2)] {
        let read = read_fixture(name);
        assert_eq!(read.kind, kind);
        let texts = |read: &Read| -> Vec<String> {
            read.import.decks.iter().map(|deck| crate::deck::write(&deck.head, &deck.cards)).collect()
        };
        assert_eq!(texts(&read), texts(&modern), "{name}");
        let mut history = read.import.history.clone();
        let mut wanted = modern.import.history.clone();
        history.sort_by_key(|past| past.number);
        wanted.sort_by_key(|past| past.number);
        assert_eq!(history, wanted, "{name}");
    }
}

#[test]
fn every_card_of_anki_is_a_schedule() {
    for name in KINDS {
        let read = read_fixture(name);
        let expected = expected().len() as u64 + u64::from(name == "modern.colpkg");
        assert_eq!(read.schedules, expected, "{name}");
        let schedules: usize =
            read.import.decks.iter().flat_map(|deck| &deck.cards).map(|card| card.schedules().len()).sum();
        assert_eq!(schedules as u64, expected, "{name}");
    }
}

#[test]
fn decks_are_those_at_the_top_and_their_branches_are_tags() {
    let read = read_fixture("modern.apkg");
    let decks: Vec<(&str, &str)> =
        read.import.decks.iter().map(|deck| (deck.head.id.as_str(), deck.head.title.as_str())).collect();
    assert_eq!(decks, [("anki-default", "Default"), ("anki-edn", "EDN"), ("anki-pharmaco", "Pharmaco")]);
    let tags: Vec<String> =
        cards(&read, "Front", "Qui vote")[0].meta.tags.iter().map(ToString::to_string).collect();
    assert_eq!(tags, ["cardio::base", "edn", "Cardio"]);
}

#[test]
fn basic_notes_become_questions_in_markdown() {
    let read = read_fixture("modern.apkg");
    let is = |start: &str, text: &str| {
        let card = cards(&read, "Front", start)[0];
        let shown = shown(&Card {
            meta: crate::card::Meta { tags: Vec::new(), ..card.meta.clone() },
            ..card.clone()
        });
        assert_eq!(shown, text, "{start}");
    };
    is("Qui vote", "q: Qui vote l'**ONDAM**\u{a0}?\na: |\nLe Parlement,\\\nchaque *année*.");
    is("Signes", "q: Signes ?\na: |\n- un\n- deux\n- deux bis\n\nFin");
    is("Valeurs", "q: Valeurs ?\na: |\n| A | B |\n| --- | --- |\n| 1 | 2 \\| 3 |");
    is("Formule", "q: Formule α ≤ ½ ?\na: CO₂, Ca²⁺, x², β");
    is("Une image perdue", "q: Une image perdue (perdue)\na: Oui \\<b> & {{rien}}");
}

#[test]
fn pictures_stand_beside_the_card_and_files_of_one_content_are_one() {
    let read = read_fixture("modern.apkg");
    let card = cards(&read, "Front", "Quoi")[0];
    let picture = card.meta.image.as_ref().expect("a picture");
    let answer = card.meta.answer_image.as_ref().expect("a picture");
    assert_eq!((answer.alt.as_str(), &answer.file), ("Un cœur", &picture.file));
    let Content::Qa(qa) = &card.content else { panic!("a question") };
    assert!(qa.answer.as_str().starts_with("Le cœur"), "{}", qa.answer);
    assert!(qa.answer.contains("♪ souffle.mp3"), "{}", qa.answer);
    let edn = &read.import.decks[1];
    let media: Vec<&str> = edn.media.iter().map(|media| media.path.as_str()).collect();
    assert_eq!(media, ["media/copie.png", "media/souffle.mp3"]);
}

#[test]
fn reversed_notes_are_one_card_of_two_directions() {
    let read = read_fixture("modern.apkg");
    let both = cards(&read, "Front", "T2A");
    assert_eq!((both.len(), both[0].schedules().len()), (1, 2));
    assert_eq!(cards(&read, "Front", "BPCO")[0].schedules().len(), 2);
    assert_eq!(cards(&read, "Front", "PID")[0].schedules().len(), 1);
}

#[test]
fn typed_answers_are_typed() {
    let read = read_fixture("modern.apkg");
    let text = shown(cards(&read, "Front", "Capitale")[0]);
    assert_eq!(text, "qroc: Capitale du pancréas ?\nanswers: [Langerhans]\ntags: Pneumo");
}

#[test]
fn clozes_keep_their_groups_hints_and_nesting() {
    let read = read_fixture("modern.apkg");
    let text = shown(cards(&read, "Text", "La {{c1::COG")[0]);
    assert_eq!(
        text,
        "cloze: La {{c1::COG::sigle}} lie l'{{c2::État}} et la {{c1::Cnam}}.\ntags: a::b::c\nnote: Depuis **1996**"
    );
    assert_eq!(
        shown(cards(&read, "Text", "Le {{c1::cœur")[0]),
        "cloze: Le {{c1::cœur {{c2::gauche}} bat}} fort"
    );
}

#[test]
fn other_types_are_a_question_for_each_template() {
    let read = read_fixture("modern.apkg");
    let both = cards(&read, "Nom", "Aspirine");
    assert_eq!(shown(both[0]), "q: |\nAspirine\n\nClasse ?\na: AINS\ntags: pharma\nhint: acide");
    assert_eq!(shown(both[1]), "q: Effets de **Aspirine** (Pharmaco, pharma) ?\na: Saignement\ntags: pharma");
    assert_eq!(
        shown(cards(&read, "Nom", "Placebo")[0]),
        "q: |\nPlacebo\n\nClasse ?\na: Aucune*Pas d'effet connu*"
    );
}

#[test]
fn occlusions_are_a_mask_each_and_hide_the_others_as_anki_does() {
    let read = read_fixture("modern.apkg");
    let masks = cards(&read, "Header", "<b>Réseau");
    assert_eq!(masks.len(), 3);
    let corners = |area: &Area| match area {
        Area::Rect(rect) => format!("{rect:?}"),
        area => area.corners().to_string(),
    };
    let shown: Vec<String> = masks
        .iter()
        .map(|card| {
            let Content::Mask(mask) = &card.content else { panic!("a mask") };
            assert_eq!(mask.zones.len(), 1, "{mask:?}");
            let others: Vec<String> = mask.others.iter().map(corners).collect();
            format!("{} {} | {}", mask.prompt, corners(&mask.zones[0].area), others.join(" "))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "**Réseau** — cache 1 sur 3 [10.0, 20.0, 30.0, 40.0] | 24 3",
            "**Réseau** — cache 2 sur 3 24 | [10.0, 20.0, 30.0, 40.0] 3",
            "**Réseau** — cache 3 sur 3 3 | [10.0, 20.0, 30.0, 40.0] 24"
        ]
    );
}

#[test]
fn what_could_not_be_kept_is_told_by_kind() {
    let read = read_fixture("modern.apkg");
    let losses: BTreeMap<&str, u64> = read.import.losses.iter().map(|loss| (loss.kind, loss.count)).collect();
    assert_eq!(
        losses.into_iter().collect::<Vec<_>>(),
        [("filter", 1), ("picture-missing", 1), ("sound", 1), ("template-script", 3), ("template-style", 1),]
    );
}

#[test]
fn what_was_made_reads_as_a_deck_without_a_mistake() {
    for deck in read_fixture("modern.apkg").import.decks {
        let text = crate::deck::write(&deck.head, &deck.cards);
        let reading = crate::deck::read(text.as_bytes(), &crate::deck::AnyMedia);
        let errors: Vec<_> = reading
            .diagnostics
            .iter()
            .filter(|found| found.severity == crate::deck::Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{errors:?}\n{text}");
        assert_eq!(reading.deck.expect("a deck").cards.len(), deck.cards.len());
    }
}

#[test]
fn every_answer_of_the_log_is_there_and_memories_carry_on() {
    let read = read_fixture("modern.apkg");
    let states = states(&read);
    let answers: u64 =
        expected().iter().map(|card| card["revlog"].as_array().map_or(0, Vec::len) as u64).sum();
    // Two rows are no answers: a reset, and a day set by hand.
    assert_eq!(read.answers, answers - 2);
    let (compared, agree) = read.agreement;
    assert!(compared >= 60 && agree * 100 >= compared * 95, "{agree} of {compared}");
    let by_guid = by_guid(&read);
    let (mut all, mut near) = (0, 0);
    for card in expected() {
        let Some(stability) = card["s"].as_f64() else { continue };
        let ord = usize::try_from(card["ord"].as_u64().expect("a number")).expect("small");
        let schedules: Vec<Locator> = by_guid[card["guid"].as_str().expect("a guid")]
            .iter()
            .flat_map(|card| card.schedules())
            .collect();
        let locator = schedules
            .iter()
            .find(|locator| locator.part == Some(PartKey::group(u32::try_from(ord).expect("small") + 1)))
            .unwrap_or_else(|| &schedules[ord.min(schedules.len() - 1)]);
        let state = &states[locator];
        let memory = state.memory.expect("a memory");
        all += 1;
        near += u32::from((f64::from(memory.stability) - stability).abs() <= 0.01 * stability);
        if card["type"] == 2 {
            let zero = history::day_zero(
                &Collection { created: 1_752_120_000, ..Collection::default() },
                &TimeZone::UTC,
            );
            let due = zero.plus(i32::try_from(card["due"].as_i64().expect("a day")).expect("small"));
            assert_eq!(state.due, Some(Due::Day(due)), "{card}");
            assert_eq!(state.phase, Phase::Review, "{card}");
        }
    }
    assert_eq!(near, all, "with what Anki knew where the log does not tell all");
}

#[test]
fn day_zero_is_the_date_of_making_whatever_the_hour_at_which_days_begin() {
    // 04:00 in Paris: days that begin at 6 make it no day of the day before.
    let collection =
        Collection { created: 1_752_112_800, creation_offset: Some(-120), ..Collection::default() };
    let date = jiff::civil::date(2025, 7, 10);
    assert_eq!(history::day_zero(&collection, &TimeZone::UTC), Day::from_date(date));
}

#[test]
fn suspended_buried_and_flagged_cards_are_so_here() {
    let read = read_fixture("modern.apkg");
    let states = states(&read);
    let of = |number: usize| {
        let card = cards(&read, "Front", &format!("Question {number}"))[0];
        states[&card.locator()].clone()
    };
    let by_queue = |queue: i64| expected().iter().filter(|card| card["queue"] == queue).count();
    assert_eq!((by_queue(-1), by_queue(-3)), (1, 1));
    assert_eq!(states.values().filter(|state| state.suspended == Some(true)).count(), 1);
    assert_eq!(states.values().filter(|state| state.buried_until.is_some()).count(), 1);
    assert_eq!(of(12).flag, 3);
    assert!(matches!(of(8).phase, Phase::Relearning(0)), "{:?}", of(8));
    assert!(of(7).memory.is_some(), "a card without a log goes on from its interval");
}

#[test]
fn what_stands_otherwise_here_is_told_in_both_directions() {
    let first = read_fixture("modern.apkg");
    let of = |start: &str| cards(&first, "Front", start)[0].locator();
    let (suspended, flagged, plain) = (of("Question 10"), of("Question 12"), of("Question 20"));
    let marks = |suspended, flag| Marks { suspended, flag, buried_until: None };
    let here = [
        (suspended.clone(), marks(true, 0)),
        (flagged.clone(), marks(false, 5)),
        (plain.clone(), Marks { suspended: true, flag: 2, buried_until: Some(Day::new(30_000)) }),
    ];
    let told = |name: &str, locator: &Locator| -> Vec<Fact> {
        let settings = Settings { marks: here.clone().into(), ..Settings::default() };
        let read = read_with(&fixture(name), &settings).expect("a package");
        let of_card = read.import.history.into_iter().filter(|past| past.card == *locator);
        let facts = of_card.map(|past| past.fact);
        facts
            .filter(|f| matches!(f, Fact::Suspend | Fact::Resume | Fact::Bury { .. } | Fact::Flag(_)))
            .collect()
    };
    assert_eq!(told("modern.apkg", &suspended), [], "as it is there");
    assert_eq!(told("modern.apkg", &flagged), [Fact::Flag(3)]);
    let facts = told("modern.apkg", &plain);
    assert!(matches!(facts[..], [Fact::Resume, Fact::Bury { .. }, Fact::Flag(0)]), "{facts:?}");
}

#[test]
fn a_second_import_says_the_same_of_what_is_the_same() {
    let (first, second) = (read_fixture("modern.apkg"), read_fixture("later.apkg"));
    let numbers: HashMap<u64, &Past> = first.import.history.iter().map(|past| (past.number, past)).collect();
    let new: Vec<&Past> =
        second.import.history.iter().filter(|past| !numbers.contains_key(&past.number)).collect();
    assert!((1..=3).contains(&new.len()), "{new:?}");
    assert!(new.iter().all(|past| past.card == new[0].card), "only the card that was answered: {new:?}");
    for past in &second.import.history {
        if let Some(before) = numbers.get(&past.number) {
            assert_eq!(*before, past);
        }
    }
    let texts = |read: &Read| -> BTreeMap<CardKey, Content> {
        read.import
            .decks
            .iter()
            .flat_map(|deck| &deck.cards)
            .map(|c| (c.key.clone(), c.content.clone()))
            .collect()
    };
    let (before, after) = (texts(&first), texts(&second));
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!(
        after.iter().filter(|(key, content)| before.get(*key).is_some_and(|b| b != *content)).count(),
        1
    );
}

#[test]
fn cards_stay_in_the_deck_that_they_are_in() {
    let first = read_fixture("modern.apkg");
    let key = cards(&first, "Front", "T2A")[0].key.clone();
    let home: DeckId = "ailleurs".parse().expect("an id");
    let settings = Settings { homes: HashMap::from([(key.clone(), home.clone())]), ..Settings::default() };
    let read = read_with(&fixture("later.apkg"), &settings).expect("a package");
    let deck = read.import.decks.iter().find(|deck| deck.head.id == home).expect("the deck");
    assert_eq!(deck.cards.iter().map(|card| &card.key).collect::<Vec<_>>(), [&key]);
    assert!(read.import.history.iter().any(|past| past.card.deck == home));
    let all = Settings { deck: Some(home.clone()), history: false, ..Settings::default() };
    let read = read_with(&fixture("modern.apkg"), &all).expect("a package");
    assert_eq!((read.import.decks.len(), read.import.history.len()), (1, 0));
}

#[test]
fn notes_that_were_exported_here_bring_only_their_history() {
    let bytes = std::fs::read(fixture("legacy1.apkg")).expect("a package");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut database = tempfile::NamedTempFile::new().expect("a file");
    std::io::copy(&mut archive.by_name("collection.anki2").expect("there"), &mut database).expect("copied");
    let conn = rusqlite::Connection::open(database.path()).expect("a database");
    conn.execute("UPDATE notes SET guid = 'carabin:edn/cog' WHERE flds LIKE 'T2A%'", []).expect("updated");
    conn.execute("UPDATE notes SET guid = 'carabin:edn/gone' WHERE flds LIKE 'BPCO%'", []).expect("updated");
    drop(conn);
    let bytes = std::fs::read(database.path()).expect("a database");
    let package = package(&[("collection.anki2", &bytes)]);
    let read = read_with(package.path(), &Settings::default()).expect("a package");
    assert_eq!(read.returned, 2);
    let ours: BTreeSet<String> = read
        .import
        .history
        .iter()
        .map(|past| past.card.to_string())
        .filter(|card| card.starts_with("edn/"))
        .collect();
    assert_eq!(ours.into_iter().collect::<Vec<_>>(), ["edn/cog", "edn/cog#reverse"]);
    let whole = read_fixture("legacy1.apkg");
    let count = |read: &Read| read.import.decks.iter().map(|deck| deck.cards.len()).sum::<usize>();
    // This package has no files, so that the three masked pictures are gone, too.
    assert_eq!(count(&read), count(&whole) - 2 - 3);
    assert!(read.import.losses.iter().any(|loss| loss.kind == "returned-unknown" && loss.count == 1));
}

/// A package of these entries.
fn package(entries: &[(&str, &[u8])]) -> tempfile::NamedTempFile {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("an entry");
        zip.write_all(bytes).expect("written");
    }
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(&zip.finish().expect("an archive").into_inner()).expect("written");
    file
}

fn refused(entries: &[(&str, &[u8])], limits: PackageLimits) -> AnkiError {
    let settings = Settings { limits, ..Settings::default() };
    read_with(package(entries).path(), &settings).expect_err("refused")
}

#[test]
fn hostile_packages_are_refused_with_a_reason() {
    let usual = PackageLimits::default();
    let zeros = vec![0; 70 << 20];
    let packed = zstd::encode_all(zeros.as_slice(), 3).expect("packed");
    let is = |entries: &[(&str, &[u8])], id: &str| {
        assert_eq!(
            refused(entries, usual).message_id(),
            id,
            "{:?}",
            entries.iter().map(|e| e.0).collect::<Vec<_>>()
        );
    };
    is(&[], "anki-not-package");
    is(&[("x", b"")], "anki-not-package");
    is(&[("../collection.anki2", b""), ("collection.anki2", b"")], "anki-hostile");
    is(&[("/etc/passwd", b""), ("collection.anki2", b"")], "anki-hostile");
    is(&[("collection.anki2", b"no database")], "anki-damaged");
    is(&[("collection.anki2", b"")], "anki-damaged");
    is(&[("meta", &[8, 9]), ("collection.anki21b", b"")], "anki-too-new");
    is(&[("meta", &[8, 3]), ("collection.anki21b", b"not packed")], "anki-damaged");
    is(&[("meta", &[8, 3]), ("collection.anki21b", &packed)], "anki-too-large");
    is(&[("collection.anki2", &zeros)], "anki-too-large");
    is(&[("collection.anki2", b""), ("media", br#"{"0":"../../x"}"#)], "anki-hostile");
    is(&[("collection.anki2", b""), ("media", b"[1]")], "anki-damaged");
    let few = PackageLimits { entries: 1, ..usual };
    assert_eq!(refused(&[("collection.anki2", b""), ("0", b"")], few).message_id(), "anki-too-large");
    let file = tempfile::NamedTempFile::new().expect("a file");
    let error = read_with(file.path(), &Settings::default()).expect_err("refused");
    assert_eq!(error.message_id(), "anki-not-package");
}

#[test]
fn a_stop_is_heeded() {
    let folder = tempfile::tempdir().expect("a folder");
    let scheduler = Scheduler::new(Scheduling::default());
    let options = Options {
        language: "fr",
        hidden: &|_| String::new(),
        deck: None,
        history: true,
        zone: TimeZone::UTC,
        rollover: 4,
        now: "2027-01-01T00:00:00Z".parse().expect("a time"),
        scheduler: &scheduler,
        with_parameters: None,
        deck_of: &|_| None,
        room_in: &|_| None,
        parts_of: &|_| None,
        marks_of: &|_| Marks::default(),
        has_deck: &|_| true,
        originals_of: &|_| None,
        limits: PackageLimits::default(),
    };
    let path = fixture("modern.apkg");
    let stopped = read(&path, folder.path(), &options, &mut |step, _, _| step != Step::Notes);
    assert!(matches!(stopped, Err(AnkiError::Cancelled)));
}
