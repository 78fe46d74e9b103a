//! Misses of a student with a deck of a few questions.

use std::sync::Arc;

use super::*;
use crate::{
    app::{
        answered::Answered,
        asked::{Asked, Given as Answer},
        clock::StoppedClock,
        scope::Scope,
        sitting::{Sitting, Turn},
        test_support::app_with,
    },
    memory::CardState,
    study::{Setting, Wish},
};

const DECK: &str = "format: 1
deck: own
title: Own
language: de
defaults: { objective: OIC-232-01-A }
cards:
  - id: a
    q: What is a?
    a: It is a
  - id: b
    qru: Which one?
    options:
      - correct: This
      - wrong: That
  - id: c
    q: What is c?
    a: It is c
    suspended: true
";

struct Desk {
    app: App,
    clock: Arc<StoppedClock>,
    home: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let (mut app, clock, home) = app_with(DECK);
        app.change_setting(Setting::Fuzz, Some("false")).expect("kept");
        Self { app, clock, home }
    }

    fn sit(&mut self) -> (Sitting, Box<Asked>) {
        let mut sitting = self.app.start(&Scope::default(), &Wish::default()).expect("begun");
        let asked = self.next(&mut sitting);
        (sitting, asked)
    }

    fn next(&mut self, sitting: &mut Sitting) -> Box<Asked> {
        match self.app.next(sitting).expect("a turn") {
            Turn::Card(asked) => asked,
            other => panic!("{other:?}"),
        }
    }

    fn state(&self, card: &str) -> CardState {
        self.app.journal.state(&locator(card)).expect("read")
    }

    fn book(&mut self) -> Notebook {
        self.app.notebook(&Filter::default()).expect("read")
    }

    fn verified(&self) {
        assert_eq!(self.app.journal.verify().expect("read"), Vec::new());
    }
}

fn locator(card: &str) -> Locator {
    card.parse().expect("a locator")
}

/// What is kept of a card that the student grades, for this reason.
fn given(asked: &Asked, why: Why, rating: Option<Rating>) -> Answer {
    let mut answered = Answered::revealed(std::time::Duration::from_secs(5));
    answered.explain(why);
    answered.given(&asked.card.content, rating)
}

#[test]
fn what_was_misread_is_kept_for_practice_comes_again_and_can_be_taken_back() {
    let mut desk = Desk::new();
    let (mut sitting, asked) = desk.sit();
    let answer = given(&asked, Why::new(Reason::Misread, ""), None);
    let kept = desk.app.answer(&mut sitting, &asked, &answer).expect("kept").expect("it moved");
    assert!(kept.slip);
    assert_eq!(desk.state("own/a"), CardState::default(), "the schedule is as it was");
    let miss = &desk.book().misses[0];
    assert_eq!((miss.reason(), miss.times), (Some(Reason::Misread), 1));
    // The card comes again, after the others.
    assert_eq!(desk.next(&mut sitting).locator, locator("own/b"));
    desk.app.undo(&mut sitting).expect("taken back");
    assert_eq!(desk.next(&mut sitting).locator, locator("own/a"));
    assert!(desk.book().misses.is_empty(), "the reason went with its answer");
    let history = desk.app.journal.history(&locator("own/a")).expect("read");
    let kinds: Vec<(&str, bool)> = history.iter().map(|s| (s.event.kind.as_str(), s.void)).collect();
    assert_eq!(kinds, [(kind::REVIEW, true), (kind::MISTAKE, true)], "nothing is lost");
    desk.verified();
}

#[test]
fn what_was_rushed_counts_where_the_student_rates_it_and_so_does_what_was_forgotten() {
    for (reason, rating) in [(Reason::Rushed, Some(Rating::Again)), (Reason::Forgotten, None)] {
        let mut desk = Desk::new();
        let (mut sitting, asked) = desk.sit();
        let answer = given(&asked, Why::new(reason, ""), rating);
        assert_eq!((answer.rating, answer.slip), (Rating::Again, false));
        desk.app.answer(&mut sitting, &asked, &answer).expect("kept").expect("it moved");
        assert_eq!(desk.state("own/a").reps, 1);
        desk.verified();
    }
}

#[test]
fn a_reason_that_comes_later_moves_the_last_answer_to_practice_and_an_earlier_one_stays() {
    let mut desk = Desk::new();
    let (mut sitting, asked) = desk.sit();
    let again = Answer {
        rating: Rating::Again,
        score: None,
        decided: false,
        answered: None,
        took_ms: 5000,
        why: None,
        slip: false,
    };
    desk.app.answer(&mut sitting, &asked, &again).expect("kept");
    let miss = desk.book().misses[0].clone();
    assert_eq!(miss.reason(), None);
    let why = Why::new(Reason::Misread, "");
    let id = desk.app.explain(&locator("own/a"), miss.id, &why, false).expect("kept");
    assert_ne!(id, miss.id);
    assert_eq!(desk.state("own/a").reps, 0, "as if it had not been asked");
    let miss = desk.book().misses[0].clone();
    assert_eq!((miss.id, miss.reason()), (id, Some(Reason::Misread)));
    // Undone as one, the answer counts again and its reason is gone.
    desk.app.undo_earlier().expect("taken back");
    assert_eq!(desk.state("own/a").reps, 1);
    assert_eq!(desk.book().misses[0].reason(), None);
    desk.verified();
    // Answered once more: what was granted since hangs on the first answer, which stays.
    let asked = desk.app.again(&mut sitting, &locator("own/a")).expect("read").expect("there");
    let good = Answer { rating: Rating::Good, ..again };
    let (mut sitting, _) = desk.sit();
    sitting.session.put_first(asked.locator.clone());
    let asked = desk.next(&mut sitting);
    desk.app.answer(&mut sitting, &asked, &good).expect("kept");
    let first = desk.book().misses[0].id;
    assert_eq!(desk.app.explain(&locator("own/a"), first, &why, false).expect("kept"), first);
    assert_eq!(desk.state("own/a").reps, 2);
    assert!(desk.book().misses[0].recalled);
    desk.verified();
}

#[test]
fn what_was_recalled_under_a_former_name_is_recalled() {
    let mut desk = Desk::new();
    let (mut sitting, asked) = desk.sit();
    let again = given(&asked, Why::new(Reason::Forgotten, ""), None);
    desk.app.answer(&mut sitting, &asked, &again).expect("kept");
    sitting.session.put_first(locator("own/a"));
    let asked = desk.next(&mut sitting);
    assert_eq!(asked.locator, locator("own/a"));
    let good = Answer { rating: Rating::Good, why: None, ..again };
    desk.app.answer(&mut sitting, &asked, &good).expect("kept");
    assert!(desk.book().misses[0].recalled);
    let renamed = DECK.replace("  - id: a\n", "  - id: z\n    was: a\n");
    let path = desk.home.path().join("data/decks/own.yaml");
    crate::app::files::write_atomically(&path, renamed.as_bytes()).expect("written");
    desk.app.refresh().expect("read");
    let miss = desk.book().misses[0].clone();
    assert_eq!((miss.card, miss.recalled), (Some(locator("own/z")), true));
}

#[test]
fn the_notebook_groups_narrows_and_forgets_nothing() {
    let mut desk = Desk::new();
    let (mut sitting, asked) = desk.sit();
    let answer = given(&asked, Why::new(Reason::Confused, "b"), None);
    desk.app.answer(&mut sitting, &asked, &answer).expect("kept");
    let logged = Logged::read("19 forgotten what the HAS does").expect("a miss");
    desk.app.log_miss(&logged).expect("kept");
    let book = desk.book();
    let texts: Vec<&str> = book.misses.iter().map(|miss| miss.text.as_str()).collect();
    assert_eq!(texts, ["what the HAS does", "What is a?"]);
    assert_eq!(book.objectives.len(), 2);
    assert_eq!(book.cards(|_| true), [locator("own/a")]);
    let narrowed = |filter: Filter, desk: &mut Desk| desk.app.notebook(&filter).expect("read").misses.len();
    let reason = Some(Given::Reason(Reason::Confused));
    assert_eq!(narrowed(Filter { reason, ..Filter::default() }, &mut desk), 1);
    assert_eq!(narrowed(Filter { item: crate::card::Item::new(19), ..Filter::default() }, &mut desk), 1);
    assert_eq!(narrowed(Filter { objective: Some(None), ..Filter::default() }, &mut desk), 1);
    assert_eq!(narrowed(Filter { rank: Some(crate::card::Rank::B), ..Filter::default() }, &mut desk), 0);
    // Done, and open again.
    let miss = book.misses[0].clone();
    assert!(desk.app.turn_done(&miss).expect("kept"));
    assert_eq!(desk.book().misses.len(), 1);
    let with_done = Filter { done: true, ..Filter::default() };
    let miss = desk.app.notebook(&with_done).expect("read").misses[0].clone();
    assert!(!desk.app.turn_done(&miss).expect("kept"));
    assert_eq!(desk.book().misses.len(), 2);
    // Taken back: the miss elsewhere as a whole, of a card its reason.
    for miss in desk.book().misses {
        assert!(desk.app.take_back_miss(&miss).expect("kept"));
    }
    let left = desk.book().misses;
    assert_eq!((left.len(), left[0].reason()), (1, None));
    assert!(!desk.app.take_back_miss(&left[0]).expect("nothing to take back"));
    // After thirty days it is out of sight, and still there.
    desk.clock.advance(std::time::Duration::from_secs(40 * 86_400));
    assert!(desk.book().misses.is_empty());
    assert_eq!(narrowed(Filter { period: Period::All, ..Filter::default() }, &mut desk), 1);
    desk.verified();
}

#[test]
fn a_miss_becomes_a_card_of_the_student_s_own_deck() {
    let mut desk = Desk::new();
    for (line, draft) in [("232 What is Light ? A criterion", false), ("232 Light's criteria", true)] {
        desk.app.log_miss(&Logged::read(line).expect("a miss")).expect("kept");
        let miss = desk.book().misses[0].clone();
        let made = desk.app.card_of_miss(&miss).expect("made");
        assert_eq!(made.draft, draft, "{line}");
        assert!(desk.app.catalogue().find(&made.card).is_some());
    }
    let text = std::fs::read_to_string(desk.home.path().join("data/decks/carnet-de.yaml")).expect("there");
    assert!(text.contains("What is Light ?") && text.contains("A criterion"), "{text}");
    // Of a card that was missed: its question and what was right.
    let (mut sitting, _) = desk.sit();
    sitting.session.put_first(locator("own/b"));
    let asked = desk.next(&mut sitting);
    let wrong = Answered::ticked(&asked, std::collections::BTreeSet::from([1]), std::time::Duration::ZERO);
    desk.app.answer(&mut sitting, &asked, &wrong.given(&asked.card.content, None)).expect("kept");
    let miss = desk.book().misses[0].clone();
    let made = desk.app.card_of_miss(&miss).expect("made");
    let card = desk.app.library.card(&made.card).expect("read").expect("there");
    assert_eq!(crate::app::face::answer(&card, None).as_deref(), Some("This"));
    assert_eq!(card.meta.objectives.len(), 1);
}

#[test]
fn a_deck_of_misses_that_cannot_be_added_to_is_left_as_it_is() {
    let mut desk = Desk::new();
    let path = desk.home.path().join("data/decks/carnet-de.yaml");
    crate::app::files::write_atomically(&path, b"not: [a deck").expect("written");
    desk.app.log_miss(&Logged::read("something").expect("a miss")).expect("kept");
    let miss = desk.book().misses[0].clone();
    assert!(matches!(desk.app.card_of_miss(&miss), Err(AppError::Carnet { .. })));
    assert_eq!(std::fs::read(&path).expect("there"), b"not: [a deck");
}

#[test]
fn the_suspended_cards_of_an_objective_are_asked_again_from_tomorrow_on() {
    let mut desk = Desk::new();
    let objective = "OIC-232-01-A".parse().expect("an objective");
    assert_eq!(desk.app.resume_objective(objective).expect("kept"), 1);
    let queued = |desk: &mut Desk| desk.app.overview().expect("Home").counts.new;
    assert_eq!(queued(&mut desk), 2);
    desk.clock.advance(std::time::Duration::from_secs(86_400));
    assert_eq!(queued(&mut desk), 3);
    assert_eq!(desk.app.resume_objective(objective).expect("nothing"), 0);
}
