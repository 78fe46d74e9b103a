//! Days of a student with a deck of plain questions, by what Home says and what is asked.

use std::{fmt::Write as _, sync::Arc, time::Duration};

use crate::{
    app::{
        App,
        asked::Given,
        clock::StoppedClock,
        open::Opening,
        overview::{Overview, Room},
        paths::Paths,
        scope::Scope,
        sitting::{Sitting, Turn},
        wording,
    },
    i18n::Lang,
    memory::Rating,
    study::{Setting, Wish},
};

struct Desk {
    app: App,
    clock: Arc<StoppedClock>,
    scope: Scope,
    home: tempfile::TempDir,
}

fn opening(home: &tempfile::TempDir, clock: &Arc<StoppedClock>) -> Opening {
    Opening {
        paths: Paths::find(Some(home.path().into())).expect("paths"),
        lang: Some(Lang::En),
        locale: None,
        decks: Vec::new(),
        clock: Arc::clone(clock) as _,
    }
}

impl Desk {
    /// So many new cards, on a Monday at eight, without the bundled decks.
    fn new(cards: usize) -> Self {
        Self::with(&[cards])
    }

    /// A deck for each number.
    fn with(decks: &[usize]) -> Self {
        let home = tempfile::tempdir().expect("a home");
        let folder = home.path().join("data/decks");
        std::fs::create_dir_all(&folder).expect("a folder");
        for (number, cards) in decks.iter().enumerate() {
            // In a language of its own, so that nothing else is studied.
            let mut deck =
                format!("format: 1\ndeck: own-{number}\ntitle: Own {number}\nlanguage: de\ncards:\n");
            for card in 0..*cards {
                writeln!(deck, "  - id: c{card}\n    q: \"What is {card}?\"\n    a: \"It is {card}\"")
                    .expect("a text");
            }
            let path = folder.join(format!("own-{number}.yaml"));
            crate::app::files::write_atomically(&path, deck.as_bytes()).expect("written");
        }
        let wall = "2026-11-23T08:00:00+01:00[Europe/Paris]".parse().expect("a time");
        let clock = Arc::new(StoppedClock::new(wall));
        let app = App::open(opening(&home, &clock)).expect("opened");
        let mut desk = Self { app, clock, scope: Scope::default(), home };
        desk.set(Setting::Fuzz, "false").set(Setting::Languages, "de");
        desk.app.refresh().expect("read");
        desk
    }

    fn set(&mut self, setting: Setting, value: &str) -> &mut Self {
        self.app.change_setting(setting, Some(value)).expect("kept");
        self
    }

    fn days(&mut self, days: u64) -> &mut Self {
        self.clock.advance(Duration::from_secs(days * 86_400));
        self
    }

    fn home(&mut self) -> Overview {
        self.app.overview().expect("Home")
    }

    fn start(&mut self, ahead: bool) -> Sitting {
        let scope = self.scope.clone();
        self.app.start(&scope, &Wish { ahead, ..Wish::default() }).expect("begun")
    }

    /// Answers up to `most` cards; gives how many.
    fn study(&mut self, most: usize, rating: Rating) -> usize {
        let mut sitting = self.start(false);
        for done in 0..most {
            let Turn::Card(asked) = self.app.next(&mut sitting).expect("a turn") else { return done };
            let given = Given {
                rating,
                score: None,
                decided: false,
                answered: None,
                took_ms: 5_000,
                why: None,
                slip: false,
            };
            self.app.answer(&mut sitting, &asked, &given).expect("kept");
        }
        most
    }

    fn queued(&mut self) -> usize {
        let mut sitting = self.start(false);
        let mut count = 0;
        while let Turn::Card(asked) = self.app.next(&mut sitting).expect("a turn") {
            self.app.bury(&mut sitting, &asked).expect("kept");
            count += 1;
        }
        for _ in 0..count {
            self.app.undo(&mut sitting).expect("taken back");
        }
        count
    }
}

#[test]
fn a_cap_in_cards_counts_cards_however_often_each_was_answered() {
    let mut desk = Desk::new(12);
    desk.set(Setting::Cap, "10").set(Setting::LearnAhead, "60");
    let mut sitting = desk.start(false);
    // Four cards, each of them again and then easy: eight answers.
    for _ in 0..4 {
        for rating in [Rating::Again, Rating::Easy] {
            let Turn::Card(asked) = desk.app.next(&mut sitting).expect("a turn") else { panic!("no card") };
            let given = Given {
                rating,
                score: None,
                decided: false,
                answered: None,
                took_ms: 5_000,
                why: None,
                slip: false,
            };
            desk.app.answer(&mut sitting, &asked, &given).expect("kept");
            desk.clock.advance(Duration::from_secs(90));
        }
    }
    let home = desk.home();
    assert_eq!(home.answered_today, 8);
    let answered = home.rows[0][0].seen;
    assert_eq!(home.counts.new, 10 - answered);
}

#[test]
fn the_plan_for_the_exam_is_the_same_for_home_and_every_deck_while_one_learns() {
    let mut desk = Desk::with(&[40, 60]);
    desk.set(Setting::NewPerDay, "2").set(Setting::ExamDate, "2026-12-03");
    // 100 cards in 7 days.
    assert_eq!(desk.home().exam.map(|exam| exam.new_a_day), Some(15));
    desk.scope = Scope::deck("own-0".parse().expect("an id"));
    assert_eq!(desk.study(9, Rating::Easy), 9);
    assert_eq!(desk.home().exam.map(|exam| exam.new_a_day), Some(15), "not fewer while one learns");
    desk.scope = Scope::deck("own-1".parse().expect("an id"));
    assert_eq!(desk.queued(), 6);
}

#[test]
fn home_tells_the_limits_of_the_day_and_what_the_exam_needs_in_one_breath() {
    let mut desk = Desk::new(100);
    desk.set(Setting::NewPerDay, "20").set(Setting::ExamDate, "2026-12-07");
    // 14 days, of which the first 10 are for new cards.
    let told = |desk: &mut Desk| {
        let home = desk.home();
        let exam = home.exam.expect("an exam");
        (home.counts.new, exam.new_a_day, exam.seen_today, exam.new_until.day(), exam.room)
    };
    assert_eq!(told(&mut desk), (20, 10, 0, 2, Room::Enough(20)));
    desk.set(Setting::NewPerDay, "4");
    assert_eq!(told(&mut desk), (10, 10, 0, 2, Room::Beyond(4)), "what is asked is what is told");
    assert_eq!(desk.study(6, Rating::Easy), 6);
    assert_eq!(told(&mut desk), (4, 10, 6, 2, Room::Beyond(4)), "what is left of today is part of it");
    desk.set(Setting::Cap, "9");
    assert_eq!(told(&mut desk), (3, 10, 6, 2, Room::Capped(9)));
    desk.set(Setting::Cap, "-")
        .set(Setting::NewPerDay, "10")
        .set(Setting::Weekdays, "100 100 100 100 100 0 0");
    // 10 days of study, of which the first 7.
    assert_eq!(told(&mut desk), (9, 15, 6, 1, Room::Beyond(10)));
}

#[test]
fn an_exam_without_unseen_cards_does_not_speak_of_new_cards() {
    let mut desk = Desk::new(1);
    desk.set(Setting::ExamDate, "2026-12-03");
    desk.study(1, Rating::Easy);
    desk.days(1);
    let messages = Arc::clone(&desk.app.messages);
    let exam = desk.home().exam.expect("an exam");
    assert_eq!(wording::exam(exam, &messages), "The exam is in 9 days: every card has been seen.");
}

#[test]
fn the_level_counts_only_what_is_asked_and_a_pause_is_no_backlog() {
    let mut desk = Desk::new(20);
    desk.set(Setting::NewPerDay, "20");
    assert_eq!(desk.study(20, Rating::Easy), 20);
    desk.days(30).set(Setting::Cap, "5");
    assert!(desk.home().level.is_some());
    desk.set(Setting::Pauses, "2026-12-20..2026-12-31");
    assert_eq!(desk.home().level, None, "a holiday");
}

#[test]
fn the_next_card_comes_with_tomorrows_new_ones() {
    let mut desk = Desk::new(5);
    desk.set(Setting::NewPerDay, "2");
    assert_eq!(desk.study(2, Rating::Easy), 2);
    assert_eq!(desk.home().next_in_days, Some(1));
    desk.set(Setting::Pauses, "2026-11-24..2026-11-26");
    assert_eq!(desk.home().next_in_days, Some(4), "after the pause");
    desk.set(Setting::Pauses, "-").set(Setting::Weekdays, "100 0 100 100 100 100 100");
    assert_eq!(desk.home().next_in_days, Some(2), "Tuesday is off");
}

#[test]
fn a_buried_card_comes_tomorrow() {
    let mut desk = Desk::new(1);
    let mut sitting = desk.start(false);
    let Turn::Card(asked) = desk.app.next(&mut sitting).expect("a turn") else { panic!("no card") };
    desk.app.bury(&mut sitting, &asked).expect("kept");
    assert_eq!(desk.home().next_in_days, Some(1));
    desk.app.undo(&mut sitting).expect("taken back");
    desk.app.suspend(&mut sitting, &asked).expect("kept");
    assert_eq!(desk.home().next_in_days, None);
}

#[test]
fn the_recall_of_a_row_waits_for_a_night_falls_with_wrong_answers_and_is_the_same_in_the_figures() {
    let recall = |desk: &mut Desk| {
        let shown = desk.home().rows[0][0].recall;
        let figures = desk.app.stats().expect("figures").all.recall;
        assert_eq!(shown.map(crate::app::stats::rounded), figures);
        shown
    };
    let mut desk = Desk::new(10);
    desk.set(Setting::LearnAhead, "60");
    assert_eq!(desk.study(6, Rating::Easy), 6);
    assert_eq!(recall(&mut desk), None, "what was answered a minute ago says nothing");
    desk.days(30);
    let before = recall(&mut desk).expect("a night has passed");
    assert!((0.5..1.0).contains(&before), "{before}");
    desk.set(Setting::NewPerDay, "0");
    assert_eq!(desk.study(3, Rating::Again), 3);
    let missed = recall(&mut desk).expect("a share");
    assert!(missed < before * 0.6, "{missed} after three of six were missed, {before} before");
    desk.clock.advance(Duration::from_secs(3_600));
    assert_eq!(desk.study(3, Rating::Good), 3);
    assert!(recall(&mut desk) <= Some(missed), "learnt again, and still missed today");
    assert_eq!(desk.study(3, Rating::Good), 3);
    assert!(recall(&mut desk) > Some(missed), "three others were known");
    desk.days(1);
    assert!(recall(&mut desk) > Some(missed), "a night has passed");
}

#[test]
fn a_card_that_never_left_its_learning_steps_is_not_known() {
    let mut desk = Desk::new(1);
    assert_eq!(desk.study(1, Rating::Again), 1);
    desk.days(1);
    assert_eq!(desk.home().rows[0][0].recall, Some(0.0));
}

#[test]
fn states_that_were_read_while_opening_are_those_of_now() {
    let mut desk = Desk::new(5);
    assert_eq!(desk.study(2, Rating::Easy), 2);
    let mut other = App::open_with_states(opening(&desk.home, &desk.clock)).expect("opened");
    let told = |app: &mut App| {
        let home = app.overview().expect("Home");
        (home.counts, home.answered_today, home.rows)
    };
    assert_eq!(told(&mut other), told(&mut desk.app));
    let mut other = App::open_with_states(opening(&desk.home, &desk.clock)).expect("opened");
    assert_eq!(desk.study(1, Rating::Easy), 1);
    assert_eq!(told(&mut other), told(&mut desk.app), "what is written after they were read counts, too");
    assert_eq!(other.overview().expect("Home").answered_today, 3);
}
