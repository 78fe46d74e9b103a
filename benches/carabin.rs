//! The speeds that the design promises. Run by hand: `cargo bench`. Nothing is asserted here; the figures go into the notes of
//! a change.

#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench stops at the first thing that is not as it should be"
)]

use std::{fmt::Write as _, hint::black_box, path::Path, sync::Arc, time::Duration};

use carabin::{
    app::{App, asked::Given, clock::StoppedClock, open::Opening, paths::Paths, scope::Scope, sitting::Turn},
    deck,
    i18n::Lang,
    memory::{Now, Rating},
    study::{self, Candidate, Done, Pace, Settings, Situation, Standing, Wish},
    tui::{
        host::Incoming,
        keymap::Keymap,
        model::Model,
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
    App::open(Opening {
        paths: Paths::find(Some(home.into())).unwrap(),
        lang: Some(Lang::Fr),
        locale: None,
        decks: Vec::new(),
        clock: Arc::clone(clock) as _,
    })
    .unwrap()
}

fn clock() -> Arc<StoppedClock> {
    Arc::new(StoppedClock::new("2026-11-23T08:00:00+01:00[Europe/Paris]".parse().unwrap()))
}

/// A home with `count` cards in decks of 10,000, indexed once.
fn home(count: usize) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data/decks");
    std::fs::create_dir_all(&folder).unwrap();
    for part in 0..count.div_ceil(10_000) {
        let mut name = String::new();
        write!(name, "mesure-{part}").unwrap();
        let text = deck_text(&name, count.min(10_000));
        carabin::app::files::write_atomically(&folder.join(format!("{name}.yaml")), text.as_bytes()).unwrap();
    }
    open(home.path(), &clock()).refresh().unwrap();
    home
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
                let mut service = Service::new(open(home.path(), &clock));
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
        let mut sitting = app.start(&Scope::default(), &Wish { ahead: true, limit: None }).unwrap();
        group.bench_function(format!("kept, and the next of {count} cards"), |b| {
            b.iter_batched(
                || (),
                |()| {
                    let Turn::Card(asked) = app.next(&mut sitting).unwrap() else {
                        sitting = app.start(&Scope::default(), &Wish { ahead: true, limit: None }).unwrap();
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

criterion_group!(benches, read, queue, first_screen, redraw, answer);
criterion_main!(benches);
