//! The speeds that the design promises. Run by hand: `cargo bench`. Nothing is asserted here; the figures go into the notes of
//! a change. Memory is told by the program itself, not by a process that has made a million events before:
//! `CARABIN_HOME=… /usr/bin/time -v carabin doctor` on the home that `CARABIN_BENCH_HOME` keeps.

#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench stops at the first thing that is not as it should be"
)]

use std::{
    fmt::Write as _,
    hint::black_box,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use carabin::{
    app::{
        App,
        asked::Given,
        bring::TableWishes,
        clock::{Clock as _, StoppedClock},
        doctor::{self, Patient},
        open::Opening,
        paths::Paths,
        progress::Unseen,
        scope::Scope,
        sitting::Turn,
        sync::Setup,
    },
    card::Fingerprint,
    deck,
    i18n::Lang,
    journal::{DeviceId, Draft, Event, EventId, Journal, Record, Review, Wall},
    memory::{Granted, Now, Phase, Rating},
    study::{self, Candidate, Done, Pace, Settings, Situation, Standing, Wish},
    tui::{
        host::Incoming,
        keymap::Keymap,
        model::{Model, ProgrammeScreen},
        service::{Request, Service},
        theme::{Theme, ThemeName},
        update::update,
        view::{ViewState, view},
    },
};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use ratatui::{Terminal, backend::TestBackend};

/// A deck of `count` typical cards, of every playable kind in turn.
fn deck_text(id: &str, count: usize) -> String {
    let mut text = format!("format: 1\ndeck: {id}\ntitle: Mesure\nlanguage: fr\nitem: 19\ncards:\n");
    for n in 0..count {
        let card = match n % 5 {
            0 => format!(
                "  - id: c{n}\n    q: Question numéro {n} sur l'assurance maladie ?\n    a: La réponse {n}, en une phrase.\n    note: Une note qui explique.\n"
            ),
            1 => format!(
                "  - id: c{n}\n    cloze: \"Le texte {n} cache {{{{un mot}}}} et {{{{un autre::indice}}}}.\"\n"
            ),
            2 => format!(
                "  - id: c{n}\n    qru: Laquelle, numéro {n} ?\n    options:\n      - correct: La bonne {n}\n      - wrong: Une autre\n        why: Parce que.\n      - wrong: Encore une autre\n      - wrong: La dernière\n"
            ),
            3 => format!(
                "  - id: c{n}\n    qrm: Lesquelles, numéro {n} ?\n    options:\n      - correct: Une bonne\n      - correct: Une autre bonne\n      - wrong: Une mauvaise\n        why: Parce que.\n      - wrong: Une autre mauvaise\n      - wrong: La dernière\n"
            ),
            _ => format!("  - id: c{n}\n    qroc: Quel mot, numéro {n} ?\n    answers: [mot, autre mot]\n"),
        };
        text.push_str(&card);
    }
    text
}

fn open(home: &Path, clock: &Arc<StoppedClock>) -> App {
    App::open(opening(home, clock)).unwrap()
}

/// As the screens are opened.
fn open_with_states(home: &Path, clock: &Arc<StoppedClock>) -> App {
    App::open_with_states(opening(home, clock)).unwrap()
}

fn opening(home: &Path, clock: &Arc<StoppedClock>) -> Opening {
    Opening {
        paths: Paths::find(Some(home.into())).unwrap(),
        lang: Some(Lang::Fr),
        locale: None,
        decks: Vec::new(),
        clock: Arc::clone(clock) as _,
    }
}

fn clock() -> Arc<StoppedClock> {
    Arc::new(StoppedClock::new("2026-11-23T08:00:00+01:00[Europe/Paris]".parse().unwrap()))
}

/// A home with `count` cards in decks of 10,000, indexed once.
fn home(count: usize) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    write_decks(home.path(), count);
    open(home.path(), &clock()).refresh().unwrap();
    home
}

fn write_decks(home: &Path, count: usize) {
    let folder = home.join("data/decks");
    std::fs::create_dir_all(&folder).unwrap();
    for part in 0..count.div_ceil(10_000) {
        let mut name = String::new();
        write!(name, "mesure-{part}").unwrap();
        let text = deck_text(&name, count.min(10_000));
        carabin::app::files::write_atomically(&folder.join(format!("{name}.yaml")), text.as_bytes()).unwrap();
    }
}

fn read(c: &mut Criterion) {
    let text = deck_text("mesure", 10_000);
    let mut group = c.benchmark_group("deck");
    group.sample_size(20).throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("read 10,000 cards", |b| {
        b.iter(|| deck::read(black_box(text.as_bytes()), &deck::NoMedia));
    });
    group.finish();
}

fn queue(c: &mut Criterion) {
    let wall = "2026-11-23T08:00:00+01:00[Europe/Paris]".parse().unwrap();
    let candidates: Vec<Candidate> = (0..100_000)
        .map(|id| Candidate {
            id,
            card: id / 2,
            deck: id / 5_000,
            fresh: false,
            rank_a: id % 3 > 0,
            standing: match id % 4 {
                0 => Standing::New,
                1 => Standing::Due { loss: f32::from(u16::try_from(id % 977).unwrap()) / 10_000.0 },
                _ => Standing::Later { retrievability: 0.9 },
            },
        })
        .collect();
    let settings = Settings::default();
    let done = Done::default();
    let situation = Situation {
        now: Now::new(&wall, 4),
        settings: &settings,
        done: &done,
        pace: Pace::default(),
        exam: None,
    };
    c.bench_function("queue from 100,000 cards", |b| {
        b.iter(|| study::build(black_box(&candidates), &situation, &Wish::default()));
    });
}

fn first_screen(c: &mut Criterion) {
    let mut group = c.benchmark_group("first screen, second start");
    group.sample_size(20);
    for count in [10_000, 100_000] {
        let home = home(count);
        let clock = clock();
        group.bench_function(format!("{count} cards"), |b| {
            b.iter(|| {
                let mut service = Service::new(open_with_states(home.path(), &clock));
                draw_once(&mut service, 80, 24)
            });
        });
    }
    group.finish();
}

/// Asks for Home and draws it.
fn draw_once(service: &mut Service, width: u16, height: u16) -> (Model, Terminal<TestBackend>) {
    let mut model = new_model();
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let reply = service.handle(Request::Overview);
    update(&mut model, Incoming::Reply(Box::new(reply)), Duration::ZERO);
    terminal.draw(|frame| view(&model, &mut ViewState::default(), frame)).unwrap();
    (model, terminal)
}

fn new_model() -> Model {
    let messages = Arc::new(carabin::i18n::Messages::new(Lang::Fr));
    Model::new(messages, Theme::new(ThemeName::Dark), Keymap::default())
}

fn redraw(c: &mut Criterion) {
    let home = home(10_000);
    let mut service = Service::new(open(home.path(), &clock()));
    let start = Request::Start { scope: Scope::default(), ahead: false, limit: None };
    let reply = service.handle(start);
    let mut model = new_model();
    update(&mut model, Incoming::Reply(Box::new(reply)), Duration::ZERO);
    let mut terminal = Terminal::new(TestBackend::new(250, 80)).unwrap();
    let mut state = ViewState::default();
    c.bench_function("redraw a card at 250x80", |b| {
        b.iter(|| terminal.draw(|frame| view(&model, &mut state, frame)).map(|_| ()).unwrap());
    });
}

fn answer(c: &mut Criterion) {
    let mut group = c.benchmark_group("answer");
    group.sample_size(30);
    for count in [10_000, 100_000] {
        let home = home(count);
        let mut app = open(home.path(), &clock());
        let mut sitting = app.start(&Scope::default(), &Wish { ahead: true, ..Wish::default() }).unwrap();
        group.bench_function(format!("kept, and the next of {count} cards"), |b| {
            b.iter_batched(
                || (),
                |()| {
                    let Turn::Card(asked) = app.next(&mut sitting).unwrap() else {
                        sitting =
                            app.start(&Scope::default(), &Wish { ahead: true, ..Wish::default() }).unwrap();
                        return;
                    };
                    let given = Given {
                        rating: Rating::Easy,
                        score: None,
                        decided: false,
                        answered: None,
                        took_ms: 900,
                        why: None,
                        slip: false,
                    };
                    app.answer(&mut sitting, &asked, &given).unwrap();
                },
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

/// A million events about a hundred thousand cards, as another device would send them: their journal's folder.
///
/// It takes a minute to make. `CARABIN_BENCH_HOME` names a folder where it is kept for the next time.
fn long_history() -> PathBuf {
    const EVENTS: u64 = 1_000_000;
    const CARDS: u64 = 100_000;
    let kept = std::env::var_os("CARABIN_BENCH_HOME").map(PathBuf::from);
    let home = kept.unwrap_or_else(|| tempfile::tempdir().unwrap().keep());
    if home.join("data/journal.db").exists() {
        return home;
    }
    write_decks(&home, usize::try_from(CARDS).unwrap());
    let mut app = open(&home, &clock());
    app.refresh().unwrap();
    let start = 1_700_000_000_000_i64;
    let mut lines = String::new();
    for n in 0..EVENTS {
        let card = n % CARDS;
        let kind = card % 10_000 % 5;
        let part = if kind == 1 { "#un-mot" } else { "" };
        let body = format!(
            r#"{{"answered":"La bonne {n}","card":"mesure-{}/c{}{part}","context":"study","fingerprint":"{:016x}","granted":{{"days":{},"to":"review"}},"rating":{},"took_ms":6500,"v":1}}"#,
            card / 10_000,
            card % 10_000,
            card,
            3 + n / CARDS * 9,
            1 + (n * 7 + n / CARDS) % 4,
        );
        let at = start + i64::try_from(n).unwrap() * 90_000;
        let id = EventId { device: DeviceId([7; 8]), counter: n + 1 };
        let event = Event::new(id, at, Wall { ms: at, offset: 3600 }, "review", body);
        writeln!(lines, "{}", event.to_line()).unwrap();
    }
    let file = home.join("history.jsonl");
    carabin::app::files::write_atomically(&file, lines.as_bytes()).unwrap();
    let imported = app.import(&file).unwrap();
    assert_eq!(imported.added, EVENTS);
    home
}

fn long(c: &mut Criterion) {
    let home = long_history();
    let paths = Paths::find(Some(home.clone().into())).unwrap();
    let mut group = c.benchmark_group("1,000,000 events, 100,000 cards");
    group.sample_size(10);
    let clock = clock();
    group.bench_function("first screen", |b| {
        b.iter(|| {
            let mut service = Service::new(open_with_states(&home, &clock));
            draw_once(&mut service, 80, 24)
        });
    });
    let mut app = open(&home, &clock);
    let mut sitting = app.start(&Scope::default(), &Wish { ahead: true, ..Wish::default() }).unwrap();
    group.bench_function("an answer kept, and the next card", |b| {
        b.iter(|| {
            let Turn::Card(asked) = app.next(&mut sitting).unwrap() else { return };
            let given = Given {
                rating: Rating::Good,
                score: None,
                decided: false,
                answered: None,
                took_ms: 900,
                slip: false,
                why: None,
            };
            app.answer(&mut sitting, &asked, &given).unwrap();
        });
    });
    drop(app);
    let mut journal = Journal::open(&paths.journal(), "bench").unwrap();
    group.bench_function("one append", |b| {
        let wall = "2026-11-23T09:00:00+01:00[Europe/Paris]".parse().unwrap();
        let flag = Record::Flag { card: "mesure-3/c4".parse().unwrap(), flag: 1 };
        b.iter(|| journal.append(&[flag.clone().into()], &wall).unwrap());
    });
    group.measurement_time(Duration::from_secs(60));
    group.bench_function("replay of all, stored", |b| b.iter(|| journal.rebuild().unwrap()));
    group.bench_function("verify: replay and compare", |b| b.iter(|| journal.verify().unwrap().len()));
    group.bench_function("doctor", |b| {
        let patient = Patient {
            paths: paths.clone(),
            messages: Arc::new(carabin::i18n::Messages::new(Lang::Fr)),
            clock: Arc::clone(&clock) as _,
            terminal: None,
            fix: false,
        };
        b.iter(|| doctor::examine(&patient, &mut Unseen).is_some_and(|checkup| checkup.is_sound()));
    });
    let copy = tempfile::tempdir().unwrap();
    let app = open(&home, &clock);
    group.bench_function("backup, packed and read back", |b| {
        b.iter(|| app.back_up(Some(&copy.path().join("copy.db.zst"))).unwrap());
    });
    group.finish();
}

/// A journal with `count` answers, of a device that syncs through `place`.
fn answered(place: &Path, count: usize) -> (tempfile::TempDir, App) {
    let home = tempfile::tempdir().unwrap();
    let clock = clock();
    let app = open(home.path(), &clock);
    let setup = Setup { place: place.to_string_lossy().into_owned(), name: None, auto: false, decks: false };
    app.syncer().set_up(&setup).unwrap();
    let drafts: Vec<Draft> = (0..count)
        .map(|n| {
            let card = format!("mesure/c{}", n % 3_000);
            Record::Review(Review {
                card: card.parse().unwrap(),
                fingerprint: Fingerprint::of(&card),
                rating: Rating::Good,
                granted: Granted::Days { days: 3, phase: Phase::Review },
                score: None,
                decided: None,
                answered: None,
                took_ms: 5_000,
                context: "study".to_owned(),
                practice: false,
            })
            .into()
        })
        .collect();
    if !drafts.is_empty() {
        // To the journal this is another machine, so it mints an id for it; the application goes on under that one.
        let path = Paths::find(Some(home.path().into())).unwrap().journal();
        Journal::open(&path, "bench").unwrap().append(&drafts, &clock.wall()).unwrap();
    }
    (home, app)
}

fn sync(c: &mut Criterion) {
    let mut group = c.benchmark_group("sync of 10,000 new events");
    group.sample_size(10).throughput(Throughput::Elements(10_000));
    let fresh = |count| {
        let place = tempfile::tempdir().unwrap();
        let (home, app) = answered(place.path(), count);
        (place, home, app)
    };
    group.bench_function("sent", |b| {
        b.iter_batched(
            || fresh(10_000),
            |(place, home, mut app)| {
                assert_eq!(app.sync(&mut Unseen).unwrap().sent, 10_000);
                (place, home, app)
            },
            BatchSize::PerIteration,
        );
    });
    let (place, _home, mut app) = fresh(10_000);
    app.sync(&mut Unseen).unwrap();
    group.bench_function("received", |b| {
        b.iter_batched(
            || answered(place.path(), 0),
            |(home, mut app)| {
                assert_eq!(app.sync(&mut Unseen).unwrap().received, 10_000);
                (home, app)
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

/// 4,900 objectives, 10,000 cards about 3,000 of them.
fn programme(c: &mut Criterion) {
    let id = |n: usize| {
        format!("OIC-{:03}-{:02}-{}", n % 367 + 1, n / 367 + 1, if n.is_multiple_of(2) { "A" } else { "B" })
    };
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data/decks");
    std::fs::create_dir_all(&folder).unwrap();
    for deck in 0..10 {
        let own = |n: usize| id(deck * 300 + n % 300);
        let mut text = format!("format: 1\ndeck: d{deck}\ntitle: Mesure\nlanguage: fr\nobjectives:\n");
        (0..300).for_each(|n| writeln!(text, "  - id: {}", own(n)).unwrap());
        text.push_str("cards:\n");
        for n in 0..1_000 {
            writeln!(text, "  - id: c{n}\n    q: Question {n} ?\n    a: Oui.\n    objective: {}", own(n))
                .unwrap();
        }
        let path = folder.join(format!("d{deck}.yaml"));
        carabin::app::files::write_atomically(&path, text.as_bytes()).unwrap();
    }
    let mut list = String::from("id;titre;rubrique;item;titre de l'item\n");
    for n in 0..4_900 {
        let item = n % 367 + 1;
        let title = "Connaître les principes du traitement et ses complications";
        writeln!(list, "{};{title} {n};Prise en charge;{item};Item {item}", id(n)).unwrap();
    }
    let path = home.path().join("liste.csv");
    carabin::app::files::write_atomically(&path, list.as_bytes()).unwrap();
    let mut app = open(home.path(), &clock());
    app.refresh().unwrap();
    let mut group = c.benchmark_group("programme");
    group.sample_size(20);
    group.bench_function("read a list of 4,900 objectives", |b| {
        b.iter(|| app.read_programme(&path, &TableWishes::default()).unwrap());
    });
    let planned = app.read_programme(&path, &TableWishes::default()).unwrap();
    app.import_programme(planned).unwrap();
    group.bench_function("4,900 objectives, 10,000 cards", |b| b.iter(|| app.coverage().unwrap()));
    let mut screen = ProgrammeScreen::new(Box::new(app.coverage().unwrap()));
    group.bench_function("a letter of what is looked for", |b| {
        b.iter(|| ["comp", "compl"].map(|query| screen.seek(query.to_owned())));
    });
    group.finish();
}

criterion_group!(benches, read, queue, first_screen, redraw, answer, sync, long, programme);
criterion_main!(benches);
