//! The lists of a student with a deck of a few cards.

use std::sync::Arc;

use super::*;
use crate::{
    app::{sitting::Turn, test_support::app_with},
    study::{Setting, Wish},
};

const DECK: &str = "format: 1
deck: own
title: Own
language: de
cards:
  - id: a
    q: What is the kidney?
    a: An organ
  - id: b
    cloze: The {{heart}} and the {{kidney}}
  - id: c
    q: What is c?
    a: It is c
    suspended: true
  - id: d
    q: A proposed card about the kidney
    a: Not yet
    draft: true
  - id: k
    kfp: A patient whose liver hurts.
    questions:
      - id: one
        qroc: What hurts?
        answers: [liver]
";

struct Desk {
    app: App,
    _home: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let (app, _, home) = app_with(DECK);
        Self { app, _home: home }
    }

    fn list(&mut self, pile: Pile, text: &str) -> Listing {
        let wanted = Wanted { pile, text: text.to_owned(), ..Wanted::default() };
        self.app.cards(&wanted, 0, 100).expect("listed")
    }

    /// The names of a list, without the deck.
    fn names(&mut self, pile: Pile, text: &str) -> Vec<String> {
        let lines = self.list(pile, text).lines;
        lines.iter().map(|line| line.schedule.locator.replace("own/", "")).collect()
    }

    fn does(&mut self, doing: &Doing, pile: Pile) -> String {
        self.app.do_with_cards(doing, &Wanted { pile, ..Wanted::default() }).expect("done")
    }
}

fn name(card: &str) -> Locator {
    format!("own/{card}").parse().expect("a locator")
}

#[test]
fn every_part_of_every_card_is_listed_once_and_what_is_only_proposed_is_not() {
    let mut desk = Desk::new();
    let names = desk.names(Pile::All, "");
    assert_eq!(names.len(), 5, "{names:?}");
    assert_eq!((names[0].as_str(), names[3].as_str(), names[4].as_str()), ("a", "c", "k"));
    assert!(names[1].starts_with("b#") && names[2].starts_with("b#"), "{names:?}");
}

#[test]
fn cards_are_found_by_their_words_and_by_the_words_of_their_questions() {
    let mut desk = Desk::new();
    let found = desk.names(Pile::All, "kidney");
    assert!(found.len() == 3 && found.contains(&"a".to_owned()), "{found:?}");
    assert_eq!(desk.names(Pile::All, "kid wha"), ["a"], "beginnings, in any order");
    assert_eq!(desk.names(Pile::All, "hurts"), ["k"]);
    assert_eq!(desk.names(Pile::All, "own/c"), ["c"], "a name finds its card");
    assert!(desk.names(Pile::All, "spleen").is_empty());
    assert_eq!(desk.names(Pile::All, " ?").len(), 5, "no word leaves all");
}

#[test]
fn who_suspended_a_card_is_told_and_it_comes_back() {
    let mut desk = Desk::new();
    desk.does(&Doing::Suspend(name("a")), Pile::All);
    let list = desk.list(Pile::Suspended, "");
    let by: Vec<_> = list.lines.iter().map(|line| line.suspended_by).collect();
    assert_eq!(by, [Some(SuspendedBy::Student), Some(SuspendedBy::Deck)]);
    assert!(list.lines[1].words.contains("by its deck"), "{}", list.lines[1].words);
    desk.does(&Doing::Resume(name("c")), Pile::Suspended);
    assert_eq!(desk.names(Pile::Suspended, ""), ["a"]);
}

#[test]
fn a_whole_list_is_resumed_at_once_and_that_is_undone_at_once() {
    let mut desk = Desk::new();
    desk.does(&Doing::Suspend(name("a")), Pile::All);
    let said = desk.does(&Doing::ResumeAll, Pile::Suspended);
    assert!(said.contains('2'), "{said}");
    assert!(desk.names(Pile::Suspended, "").is_empty());
    desk.app.undo_earlier().expect("undone");
    assert_eq!(desk.names(Pile::Suspended, ""), ["a", "c"]);
    desk.does(&Doing::Flag(name("c"), 1), Pile::All);
    assert!(desk.does(&Doing::ResumeAll, Pile::Buried).contains("None"), "only of the list");
    assert_eq!(desk.names(Pile::Suspended, ""), ["a", "c"]);
}

#[test]
fn flags_are_listed_also_those_of_a_question_of_a_case() {
    let mut desk = Desk::new();
    desk.does(&Doing::Flag(name("a"), 3), Pile::All);
    desk.does(&Doing::Flag(name("k#one"), 1), Pile::All);
    let list = desk.list(Pile::Flagged, "");
    let texts: Vec<&str> = list.lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts, ["What is the kidney?", "What hurts?"]);
    assert_eq!(list.counts[Pile::All as usize], 5, "the question is no card more");
    desk.does(&Doing::Flag(name("k#one"), 0), Pile::Flagged);
    assert_eq!(desk.names(Pile::Flagged, ""), ["a"]);
}

#[test]
fn what_was_put_off_and_what_has_a_note_is_found() {
    let mut desk = Desk::new();
    let mut sitting = desk.app.start(&Scope::default(), &Wish::default()).expect("begun");
    let Turn::Card(asked) = desk.app.next(&mut sitting).expect("a turn") else { panic!("no card") };
    desk.app.save_note(&mut sitting, &asked, "mine").expect("kept");
    desk.app.bury(&mut sitting, &asked).expect("kept");
    assert_eq!(desk.names(Pile::Buried, ""), ["a"]);
    assert_eq!(desk.names(Pile::Noted, ""), ["a"]);
    assert!(desk.list(Pile::Noted, "").lines[0].noted);
}

#[test]
fn a_card_that_lapsed_as_often_as_the_setting_says_is_tenacious() {
    let mut desk = Desk::new();
    desk.app.change_setting(Setting::LeechThreshold, Some("2")).expect("kept");
    assert!(desk.names(Pile::Leeches, "").is_empty());
    desk.app
        .with_states(|app, states| {
            let lapsed = CardState { lapses: 2, ..CardState::default() };
            let mut own =
                States::new(&app.journal.all_states()?, Arc::clone(&states.catalogue), app.now().day);
            own.replace(&name("a"), lapsed);
            let wanted = Wanted { pile: Pile::Leeches, ..Wanted::default() };
            let (found, _) = app.found(&wanted, &own, &HashMap::new(), app.now())?;
            assert_eq!(found.len(), 1);
            Ok(())
        })
        .expect("read");
}

#[test]
fn a_stretch_of_the_list_holds_its_place() {
    let mut desk = Desk::new();
    let listing = desk.app.cards(&Wanted::default(), 3, 1).expect("listed");
    assert_eq!((listing.total(), listing.first, listing.lines.len()), (5, 3, 1));
    assert_eq!(listing.line(3).map(|line| line.text.to_string()), Some("What is c?".to_owned()));
    assert!(listing.line(2).is_none() && listing.line(4).is_none());
    assert_eq!(desk.app.cards(&Wanted::default(), 99, 1).expect("listed").lines.len(), 0);
}
