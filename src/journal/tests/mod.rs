//! Whole journals.

mod aliases;
mod clocks;
mod copies;
mod faults;
mod history;
mod homes;
mod kill;
mod laws;
mod mature;
mod programs;
mod undo;

use std::collections::BTreeMap;

use jiff::{ToSpan, Zoned};

use super::{CardVersion, DayCount, Draft, Event, EventId, Hash, Journal, Record, Review};
use crate::{
    card::{Fingerprint, Locator},
    memory::{CardState, Day, Granted, Phase, Rating},
};

fn card(text: &str) -> Locator {
    text.parse().expect("a locator")
}

/// 20:00 in Paris on 22 November 2026, and so many minutes.
fn wall(minutes: i64) -> Zoned {
    let start: Zoned = "2026-11-22T20:00[Europe/Paris]".parse().expect("a time");
    start.checked_add(minutes.minutes()).expect("a time")
}

fn answer(locator: &str, rating: Rating, days: u32) -> Review {
    Review {
        card: card(locator),
        fingerprint: Fingerprint::of(locator),
        rating,
        granted: Granted::Days { days, phase: Phase::Review },
        score: None,
        decided: None,
        answered: None,
        took_ms: 5_000,
        context: "study".to_owned(),
        practice: false,
    }
}

fn good(locator: &str) -> Draft {
    Record::Review(answer(locator, Rating::Good, 3)).into()
}

fn version(locator: &str, text: &str) -> CardVersion {
    CardVersion { card: card(locator).card(), fingerprint: Fingerprint::of(text), text: text.to_owned() }
}

fn journal() -> Journal {
    Journal::in_memory().expect("a journal")
}

fn all_events(journal: &Journal) -> Vec<Event> {
    let mut out = Vec::new();
    journal.for_each_event(0, |_, event| out.push(event)).expect("events");
    out
}

fn is_new(journal: &Journal, locator: &str) -> bool {
    journal.state(&card(locator)).expect("a state").is_new()
}

/// Everything that two journals with the same events must agree on.
#[derive(Debug, PartialEq)]
struct Seen {
    states: BTreeMap<String, CardState>,
    days: Vec<DayCount>,
    settings: BTreeMap<String, serde_json::Value>,
    versions: Vec<(String, String)>,
    notes: BTreeMap<String, String>,
    histories: BTreeMap<String, Vec<(EventId, bool)>>,
}

/// What a student sees, of the cards of the deck `d`.
fn seen(journal: &Journal) -> Seen {
    let mut states = BTreeMap::new();
    journal
        .for_each_state(|locator, state| {
            states.insert(locator.to_owned(), state);
        })
        .expect("states");
    let versions = journal.versions(&"d".parse().expect("a deck")).expect("versions");
    let (mut notes, mut histories) = (BTreeMap::new(), BTreeMap::new());
    for locator in CARDS {
        let note = journal.note(&card(locator)).expect("a note");
        notes.extend(note.map(|note| (locator.to_owned(), note)));
        let history = journal.history(&card(locator)).expect("a history");
        let events = history.iter().map(|stored| (stored.event.id, stored.void)).collect();
        histories.insert(locator.to_owned(), events);
    }
    Seen {
        states,
        days: journal.day_counts(Day::new(i32::MIN), Day::new(i32::MAX)).expect("days"),
        settings: journal.settings().expect("settings"),
        versions: versions.into_iter().map(|version| (version.card.to_string(), version.text)).collect(),
        notes,
        histories,
    }
}

/// The cards that generated histories are about.
const CARDS: [&str; 8] = ["d/a", "d/b", "d/c", "d/a#c1", "d/b#c1", "d/c#c1", "d/b#c2", "d/c#c2"];

/// Which events count, by id and hash.
fn voids(journal: &Journal) -> BTreeMap<(EventId, Hash), bool> {
    let sql = "SELECT f.void FROM event e JOIN device d ON d.num = e.device JOIN fact f ON f.seq = e.seq
               WHERE d.id = ?1 AND e.counter = ?2 AND e.hash = ?3";
    let void = |event: &Event| {
        let counter = i64::try_from(event.id.counter).expect("a counter");
        let key = rusqlite::params![event.id.device.0, counter, event.hash.0];
        journal.conn.query_row(sql, key, |row| row.get(0)).expect("a fact")
    };
    all_events(journal).iter().map(|event| ((event.id, event.hash), void(event))).collect()
}
