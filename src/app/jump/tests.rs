//! Clocks that are wrong, and right again.

use std::sync::{Arc, Mutex, PoisonError};

use super::*;
use crate::{
    app::{clock, open::Opening, paths::Paths},
    card::Locator,
    i18n::Lang,
    journal::Review,
    memory::{Day, Granted, Phase, Rating},
};

/// A clock that can be set.
#[derive(Debug)]
struct Hands(Mutex<Zoned>);

impl clock::Clock for Hands {
    fn wall(&self) -> Zoned {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn elapsed(&self) -> std::time::Duration {
        std::time::Duration::ZERO
    }
}

struct Student {
    _folder: tempfile::TempDir,
    hands: Arc<Hands>,
    app: App,
}

fn time(text: &str) -> Zoned {
    format!("{text}[Europe/Paris]").parse().expect("a time")
}

impl Student {
    fn at(text: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let hands = Arc::new(Hands(Mutex::new(time(text))));
        let app = App::open(Opening {
            paths: Paths::find(Some(folder.path().into())).expect("paths"),
            lang: Some(Lang::En),
            locale: None,
            decks: Vec::new(),
            clock: Arc::clone(&hands) as _,
        });
        Self { _folder: folder, hands, app: app.expect("opened") }
    }

    fn set(&self, zoned: Zoned) {
        *self.hands.0.lock().unwrap_or_else(PoisonError::into_inner) = zoned;
    }

    fn answers(&mut self, text: &str, card: &str) {
        self.set(time(text));
        self.answer(card);
    }

    fn answer(&mut self, card: &str) {
        let review = Review {
            card: card.parse().expect("a card"),
            fingerprint: crate::card::Fingerprint::of(card),
            rating: Rating::Good,
            granted: Granted::Days { days: 3, phase: Phase::Review },
            score: None,
            decided: None,
            answered: None,
            took_ms: 5000,
            context: "study".to_owned(),
            practice: false,
        };
        let wall = clock::Clock::wall(&*self.hands);
        self.app.journal.append(&[Draft::from(Record::Review(review))], &wall).expect("kept");
    }

    fn way(&self, text: &str) -> Option<Way> {
        self.set(time(text));
        self.app.clock_jump().expect("looked at").map(|jump| jump.way)
    }

    fn corrected(&mut self) -> u64 {
        let jump = self.app.clock_jump().expect("looked at").expect("a jump");
        let moved = self.app.correct_times(&jump).expect("kept");
        assert_eq!(self.app.clock_jump().expect("looked at"), None, "it is asked once");
        assert_eq!(self.app.journal.verify().expect("verified"), []);
        moved
    }

    fn last_review(&self, card: &str) -> String {
        let card: Locator = card.parse().expect("a card");
        let last = self.app.journal.state(&card).expect("a state").last_review.expect("answered");
        last.to_zoned(jiff::tz::TimeZone::get("Europe/Paris").expect("a zone")).strftime("%F %R").to_string()
    }

    fn days(&self) -> Vec<u32> {
        let days = self.app.journal.day_counts(Day::new(0), Day::new(100_000)).expect("days");
        days.iter().map(|day| day.reviews).collect()
    }
}

#[test]
fn a_clock_that_goes_as_clocks_go_is_not_asked_about() {
    let mut student = Student::at("2026-11-22T20:00");
    assert_eq!(student.way("2026-11-22T20:00"), None, "nothing was ever answered");
    student.answers("2026-11-22T20:00", "d/a");
    for fine in ["2026-11-22T20:00", "2026-11-22T18:00", "2026-11-23T20:00", "2027-10-01T08:00"] {
        assert_eq!(student.way(fine), None, "{fine}");
    }
}

#[test]
fn ten_years_ahead_is_asked_about_and_what_was_answered_then_comes_home_to_its_evening() {
    let mut student = Student::at("2026-11-22T20:00");
    student.answers("2026-11-22T20:00", "d/a");
    assert_eq!(student.way("2036-11-23T20:10"), Some(Way::Ahead));
    // The student goes on all the same.
    student.answers("2036-11-23T20:10", "d/b");
    student.answers("2036-11-23T20:11", "d/c");
    assert_eq!(student.way("2036-11-23T20:12"), None, "it is asked once");
    assert_eq!(student.way("2026-11-24T19:00"), Some(Way::Back));
    assert_eq!(student.corrected(), 2);
    assert_eq!(student.last_review("d/b"), "2026-11-23 20:10");
    assert_eq!(student.last_review("d/c"), "2026-11-23 20:11");
    assert_eq!(student.days(), [1, 2]);
    student.answers("2026-11-24T19:05", "d/a");
    assert_eq!(student.last_review("d/a"), "2026-11-24 19:05");
    assert_eq!(student.app.corrections().expect("read").len(), 1);
    assert!(student.app.withdraw_correction().expect("withdrawn"));
    assert_eq!(student.last_review("d/b"), "2036-11-23 20:10");
    assert!(!student.app.withdraw_correction().expect("asked"));
}

#[test]
fn a_year_back_is_asked_about_and_mended_when_the_clock_is_right_again() {
    let mut student = Student::at("2026-11-20T20:00");
    student.answers("2026-11-20T20:00", "d/a");
    assert_eq!(student.way("2025-11-21T20:00"), Some(Way::Back));
    // The clock is wrong now, and the student goes on.
    student.answers("2025-11-21T20:00", "d/b");
    student.answers("2025-11-21T20:05", "d/c");
    assert_eq!(student.way("2026-11-22T08:00"), Some(Way::Behind));
    assert_eq!(student.corrected(), 2);
    assert_eq!(student.last_review("d/b"), "2026-11-21 20:00");
    assert_eq!(student.last_review("d/c"), "2026-11-21 20:05");
}

#[test]
fn what_was_answered_after_a_jump_that_nobody_mended_keeps_its_time_and_gets_its_place() {
    let mut student = Student::at("2026-11-20T20:00");
    student.answers("2026-11-20T20:00", "d/a");
    student.answers("2036-11-21T20:00", "d/b");
    student.answers("2026-11-22T20:00", "d/b");
    assert_eq!(student.way("2026-11-23T08:00"), Some(Way::Back));
    assert_eq!(student.corrected(), 1);
    assert_eq!(student.last_review("d/b"), "2026-11-22 20:00");
    assert_eq!(student.days(), [1, 1, 1]);
}

#[test]
fn no_answer_is_moved_before_the_one_before_it() {
    let mut student = Student::at("2026-11-22T20:00");
    student.answers("2026-11-22T20:00", "d/a");
    student.answers("2036-01-01T23:00", "d/b");
    assert_eq!(student.way("2026-11-22T21:00"), Some(Way::Back));
    assert_eq!(student.corrected(), 1);
    assert_eq!(student.last_review("d/b"), "2026-11-22 20:00");
}

#[test]
fn a_plane_to_tokyo_and_the_hour_that_comes_twice_are_no_jumps() {
    let mut student = Student::at("2026-10-25T02:30");
    student.answer("d/a");
    // The clocks go back: it is 02:10 for the second time.
    student.set("2026-10-25T02:10+01:00[Europe/Paris]".parse().expect("a time"));
    assert_eq!(student.app.clock_jump().expect("looked at"), None);
    student.answer("d/b");
    let state = |student: &Student, card: &str| {
        student.app.journal.state(&card.parse().expect("a card")).expect("a state")
    };
    assert!(
        state(&student, "d/b").last_review > state(&student, "d/a").last_review,
        "40 minutes have passed, not -20"
    );
    assert_eq!(student.days(), [2], "one night, one day of study");
    // The clocks go forward: 02:30 does not exist.
    student.answers("2027-03-28T01:59", "d/a");
    student.answers("2027-03-28T03:01", "d/b");
    assert_eq!(student.days(), [2, 2]);
    // The plane lands where it is morning already.
    student.set("2027-03-28T12:00+09:00[Asia/Tokyo]".parse().expect("a time"));
    assert_eq!(student.app.clock_jump().expect("looked at"), None);
    student.answer("d/a");
    student.set("2027-03-28T06:00+02:00[Europe/Paris]".parse().expect("a time"));
    assert_eq!(student.app.clock_jump().expect("looked at"), None);
    student.answer("d/b");
    assert_eq!(student.days(), [2, 2, 2]);
    assert_eq!(student.app.journal.verify().expect("verified"), []);
}
