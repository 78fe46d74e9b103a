//! What the clock does in the middle of a session: the lid is closed for a week, somebody sets the date, a plane lands.

use std::time::Duration;

use carabin::{
    i18n::Lang,
    journal::{Journal, Record, Review, StoredEvent},
    memory::Day,
    study::Setting,
};

use super::Student;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Ten cards, of which three are begun each day.
fn student() -> Student {
    let cards = (0..10).map(|n| format!("  - id: c{n}\n    q: Question {n} ?\n    a: Réponse {n}.\n"));
    let deck = "format: 1\ndeck: own\ntitle: Propre\nlanguage: fr\ncards:\n".to_owned();
    let mut student = Student::with_deck(Lang::Fr, (80, 24), &(deck + &cards.collect::<String>()));
    student.elsewhere(|app| app.change_setting(Setting::NewPerDay, Some("3")).expect("kept"));
    student.press("<down><enter>").sees("Question 0 ?");
    student
}

/// The answers that are kept and in force, each with its time, in their order.
fn kept(student: &Student) -> Vec<(String, Review)> {
    let journal = Journal::open_read_only(&student.home.path().join("data/journal.db")).expect("a journal");
    assert_eq!(journal.verify().expect("verified"), []);
    let kept = journal.answers_since(Day::new(0)).expect("answers");
    let review = |stored: &StoredEvent| match stored.record() {
        Some(Record::Review(review)) => (stored.wall.zoned().strftime("%F %R").to_string(), review),
        _ => panic!("no review"),
    };
    kept.iter().map(review).collect()
}

fn times(student: &Student) -> Vec<String> {
    kept(student).into_iter().map(|(time, _)| time).collect()
}

#[test]
fn a_lid_that_was_closed_for_a_week_opens_on_the_queue_of_that_day() {
    let mut student = student();
    student.press("<space>3<space>3").sees("Question 2 ?").press("<space>").sees("Réponse 2.");
    student.wait(7 * DAY).press("j");
    student
        .sees("Nouvelle journée de révision, le 30 novembre 2026 : la file et les intervalles")
        .sees("Réponse 2.");
    insta::assert_snapshot!("lid", student.screen());
    student.press("3").does_not_see("Nouvelle journée");
    let last = kept(&student).pop().expect("an answer");
    assert_eq!((last.0.as_str(), last.1.card.to_string().as_str()), ("2026-11-30 08:00", "own/c2"));
    assert!(last.1.took_ms <= 60_000, "a week is no time of thinking: {}", last.1.took_ms);
    // The two of a week ago are due again, and two more may begin today beside the one that was on the screen.
    let mut asked = Vec::new();
    for _ in 0..4 {
        asked.extend((0..10).filter(|n| student.screen().contains(&format!("Question {n} ?"))));
        student.press("<space>4");
    }
    asked.sort_unstable();
    assert_eq!(asked, [0, 1, 3, 4]);
}

#[test]
fn the_first_key_after_a_week_may_be_the_rating() {
    let mut student = student();
    student.press("<space>").wait(7 * DAY).press("3");
    student.sees("Nouvelle journée de révision, le 30 novembre 2026").sees("Question 1 ?");
    assert_eq!(times(&student), ["2026-11-30 08:00"]);
    student.press("u").sees("Annulé").sees("Question 0 ?");
    assert_eq!(times(&student), [""; 0]);
}

#[test]
fn a_week_over_a_question_is_no_time_of_thinking() {
    let mut student = student();
    student.wait(7 * DAY).press("<space>").sees("Nouvelle journée").press("3");
    let (_, review) = kept(&student).pop().expect("an answer");
    assert_eq!(review.took_ms, 60 * 60 * 1000, "an hour at the most");
}

#[test]
fn what_was_answered_before_the_lid_was_closed_is_not_taken_back_unasked() {
    let mut student = student();
    student.press("<space>3").wait(7 * DAY).press("u");
    student.sees("Dernière action : réponse à « Question 0 ? », le 23 novembre 2026").sees("Question 1 ?");
    assert_eq!(times(&student).len(), 1);
    student.press("u").sees("Annulé").sees("Question 0 ?");
    assert_eq!(times(&student), [""; 0]);
    student.press("<space>3");
    assert_eq!(times(&student), ["2026-11-30 08:00"]);
}

#[test]
fn home_and_the_wait_for_a_card_wake_up_on_the_new_day() {
    let mut student = student();
    student.press("<esc><enter>").sees("23 novembre").wait(DAY).press("j").sees("24 novembre").press("k");
    student.elsewhere(|app| app.change_setting(Setting::NewPerDay, Some("1")).expect("kept"));
    student.elsewhere(|app| app.change_setting(Setting::LearnAhead, Some("0")).expect("kept"));
    student.press("<enter>").press("<space>3").sees("Encore un peu de patience");
    student.wait(DAY).press("j").sees("Nouvelle journée de révision, le 25 novembre 2026");
}

#[test]
fn a_clock_that_jumps_ahead_ten_years_is_asked_about_before_the_answer_is_kept() {
    let mut student = student();
    student.press("<space>").set_clock("2036-11-23T08:01:00+01:00[Europe/Paris]").press("3");
    student.sees("L'horloge a changé de date").sees("23 novembre 2026 à 08:00");
    insta::assert_snapshot!("jump", student.screen());
    student.press("3<esc>q").sees("L'horloge a changé de date");
    assert_eq!(times(&student), [""; 0], "nothing is kept under a date that nobody believes");
    student
        .press("2")
        .sees("La séance continue à la date d'avant : le 23 novembre 2026 à 08:00")
        .sees("Réponse 0.");
    student.wait(Duration::from_secs(120)).press("3").sees("Question 1 ?");
    assert_eq!(times(&student), ["2026-11-23 08:02"]);
    // The student sets the computer's clock.
    student.set_clock("2026-11-23T08:05:00+01:00[Europe/Paris]").press("<space>3");
    assert_eq!(times(&student), ["2026-11-23 08:02", "2026-11-23 08:05"]);
}

#[test]
fn a_clock_that_was_wrong_and_is_set_right_puts_the_answers_of_the_session_where_they_belong() {
    let mut student = student();
    student.press("<space>3");
    let mut student = student.come_back("2025-11-23T20:00:00+01:00[Europe/Paris]");
    student.press("<down><enter><space>3");
    student.set_clock("2026-11-24T08:00:00+01:00[Europe/Paris]").press("<space>");
    // It is a year later, which a lid that was closed could explain: the day is told, the date is asked about at the next start.
    student.sees("Nouvelle journée de révision, le 24 novembre 2026");
    student.press("3");
    let mut student = student.come_back("2024-11-23T20:00:00+01:00[Europe/Paris]");
    student.press("<down><enter><space>3");
    student
        .set_clock("2026-11-25T08:00:00+01:00[Europe/Paris]")
        .press("<space>")
        .sees("L'horloge a changé de date");
    student.press("1").sees("remise à sa place").sees("Nouvelle journée");
    student.press("3");
    let times = times(&student);
    assert_eq!(times.last().map(String::as_str), Some("2026-11-25 08:00"), "{times:?}");
    assert!(!times.iter().any(|time| time.starts_with("2024")), "{times:?}");
}

#[test]
fn a_clock_that_goes_back_a_year_is_asked_about_at_the_next_key() {
    let mut student = student();
    student.press("<space>3").set_clock("2025-11-23T08:00:00+01:00[Europe/Paris]").press("h");
    student.sees("L'horloge a changé de date").sees("23 novembre 2025");
    student.press("2").press("<space>3");
    assert_eq!(times(&student), ["2026-11-23 08:00", "2026-11-23 08:00"]);
}

#[test]
fn what_is_being_written_survives_the_question_about_the_clock() {
    let mut student = student();
    student.press("<ctrl-n>Ma note").set_clock("2036-11-23T08:01:00+01:00[Europe/Paris]").press("<esc>");
    student
        .sees("L'horloge a changé de date")
        .press("2")
        .sees("Ma note")
        .press("<ctrl-s>")
        .sees("Note enregistrée");
}

#[test]
fn a_plane_changes_nothing_but_where_the_day_ends() {
    let mut student = student();
    student.press("<space>3").set_clock("2026-11-23T16:10:00+09:00[Asia/Tokyo]").press("<space>3");
    student.does_not_see("horloge").does_not_see("Nouvelle journée");
    // Twelve hours later it is half past four in the morning there: another day.
    student.set_clock("2026-11-24T04:30:00+09:00[Asia/Tokyo]").press("<space>").sees("le 24 novembre 2026");
    student.press("3").set_clock("2026-11-23T22:00:00+01:00[Europe/Paris]").press("<space>");
    student.sees("Nouvelle journée de révision, le 23 novembre 2026").does_not_see("horloge");
    student.press("3");
    assert_eq!(times(&student).len(), 4);
}

#[test]
fn the_hour_that_comes_twice_delays_no_card_and_the_one_that_is_skipped_hurries_none() {
    for (before, after) in [
        ("2027-10-31T02:55:00+02:00[Europe/Paris]", "2027-10-31T02:06:00+01:00[Europe/Paris]"),
        ("2028-03-26T01:55:00+01:00[Europe/Paris]", "2028-03-26T03:06:00+02:00[Europe/Paris]"),
    ] {
        let home = Student::with_deck(
            Lang::Fr,
            (80, 24),
            "format: 1\ndeck: own\ntitle: Propre\nlanguage: fr\ncards:\n  - id: a\n    q: Une ?\n    a: Un.\n",
        );
        let mut student = home.come_back(before);
        student.elsewhere(|app| app.change_setting(Setting::LearnAhead, Some("0")).expect("kept"));
        student.press("<down><enter><space>3").sees("Encore un peu de patience");
        student
            .set_clock(after)
            .wake()
            .sees("Une ?")
            .does_not_see("Nouvelle journée")
            .does_not_see("horloge");
    }
}
