//! The figures of a made history: three cards, of rank A, of rank B and of none.

use jiff::{ToSpan, Zoned};

use super::*;
use crate::{
    app::{clock::Clock, scope::Scope, test_support::app_with},
    card::{Fingerprint, Locator},
    journal::{Draft, Record, Review},
    memory::{Granted, Phase, Rating},
};

const DECK: &str = "format: 1
deck: own
title: Own
language: de
objectives: [{ id: OIC-019-09-A }, { id: OIC-019-10-B }, { id: OIC-019-11-A }]
cards:
  - { id: a, q: What is a?, a: It is a, objective: OIC-019-09-A }
  - { id: b, q: What is b?, a: It is b, objective: OIC-019-10-B }
  - { id: c, q: What is c?, a: It is c }
  - { id: d, q: What is d?, a: It is d, objective: OIC-019-11-A }
";

struct Desk {
    app: App,
    today: Zoned,
    _home: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let (app, clock, home) = app_with(DECK);
        let today = clock.wall();
        Self { app, today, _home: home }
    }

    /// An answer so many days ago.
    fn answer(&mut self, card: &str, days_ago: i64, rating: Rating) {
        let card: Locator = format!("own/{card}").parse().expect("a locator");
        let review = Review {
            fingerprint: Fingerprint::of(&card.to_string()),
            card,
            rating,
            granted: Granted::Days { days: 2, phase: Phase::Review },
            score: None,
            decided: None,
            answered: None,
            took_ms: 6_000,
            context: "study".to_owned(),
            practice: false,
        };
        let at = self.today.checked_sub(days_ago.days()).expect("a time");
        self.app.journal.append(&[Draft::from(Record::Review(review))], &at).expect("kept");
        self.app.states = None;
    }

    fn history() -> Self {
        let mut desk = Self::new();
        for (card, days_ago, rating) in [
            ("a", 25, Rating::Good),
            ("b", 24, Rating::Good),
            ("a", 22, Rating::Good),
            ("a", 10, Rating::Again),
            ("a", 1, Rating::Good),
            ("b", 0, Rating::Easy),
            ("c", 0, Rating::Good),
        ] {
            desk.answer(card, days_ago, rating);
        }
        desk
    }
}

#[test]
fn retention_is_told_apart_by_age_and_by_rank_and_comes_to_the_same() {
    let figures = Desk::history().app.stats().expect("figures");
    let month = figures.retention[1];
    assert_eq!((month.days, month.reviews, month.recalled, month.share), (30, 4, 3, Some(0.75)));
    let ages: Vec<_> =
        figures.retention_by_age.iter().map(|age| (age.from_days, age.reviews, age.recalled)).collect();
    assert_eq!(ages, [(1, 1, 1), (7, 2, 1), (21, 1, 1)]);
    let ranks: Vec<_> = figures
        .retention_by_rank
        .iter()
        .map(|line| (line.rank.as_deref(), line.reviews, line.recalled))
        .collect();
    assert_eq!(ranks, [(Some("A"), 3, 2), (Some("B"), 1, 1)]);
    assert!((figures.desired_retention - 0.9).abs() < f64::EPSILON);
}

#[test]
fn the_calendar_ends_with_today_and_holds_every_answer() {
    let figures = Desk::history().app.stats().expect("figures");
    assert_eq!(figures.calendar.len(), 27 * 7);
    assert_eq!(figures.calendar.iter().rev().take(3).copied().collect::<Vec<_>>(), [2, 1, 0]);
    assert_eq!(figures.calendar.iter().sum::<u32>(), 7);
    assert_eq!(figures.streak, 2);
    let month: u32 = figures.days.iter().map(|day| day.answers).sum();
    assert_eq!(month, 7);
}

#[test]
fn what_falls_due_is_counted_on_its_day_and_what_is_late_today() {
    let mut desk = Desk::history();
    // Two days after the last answer of each.
    let due = |desk: &mut Desk| {
        let figures = desk.app.stats().expect("figures");
        figures.forecast.iter().map(|line| line.due).take(4).collect::<Vec<_>>()
    };
    assert_eq!(due(&mut desk), [0, 1, 2, 0]);
    desk.answer("d", 9, Rating::Good);
    assert_eq!(due(&mut desk), [1, 1, 2, 0]);
}

#[test]
fn the_weakest_come_first_and_what_was_never_seen_is_not_weak() {
    let mut desk = Desk::history();
    let objectives = |desk: &mut Desk| desk.app.stats().expect("figures").weakest_objectives().len();
    assert_eq!(objectives(&mut desk), 2, "c was met today, which says nothing yet");
    let mut desk = Desk::new();
    for (card, days_ago) in [("a", 20), ("b", 10), ("c", 1)] {
        desk.answer(card, days_ago, Rating::Good);
    }
    let figures = desk.app.stats().expect("figures");
    let weakest = figures.weakest_objectives();
    let recalls: Vec<f64> = weakest.iter().filter_map(|part| part.figures.recall).collect();
    assert_eq!(recalls.len(), 3, "d was never seen");
    assert!(recalls.is_sorted(), "{recalls:?}");
    let without = weakest.iter().find(|part| part.objective.is_none()).expect("c");
    assert_eq!(without.scope, Scope { no_objective: true, ..Scope::default() });
    let decks = figures.weakest_decks();
    assert_eq!(decks.iter().map(|deck| deck.figures.seen).collect::<Vec<_>>(), [3]);
    assert_eq!(Desk::new().app.stats().expect("figures").weakest_objectives(), []);
}
