//! One home: what is kept and what is read.

use serde_json::json;

use super::{super::*, *};
use crate::memory::Due;

#[test]
fn an_answer_is_kept_with_its_state_and_its_day() {
    let mut journal = journal();
    assert!(journal.is_empty().expect("read"));
    let next = journal.next_id().expect("an id");
    let ids = journal.append(&[good("d/a")], &wall(0)).expect("kept");
    assert_eq!(ids, [next]);
    let state = journal.state(&card("d/a")).expect("a state");
    assert_eq!(state.phase, Phase::Review);
    assert_eq!(state.due, Some(Due::Day(Day::of(&wall(0), 4).plus(3))));
    assert_eq!(state.last_review, Some(wall(0).timestamp()));
    let states = journal.states().expect("states");
    assert_eq!(states, std::collections::HashMap::from([(card("d/a"), state)]));
    let days = journal.day_counts(Day::of(&wall(0), 4), Day::of(&wall(0), 4)).expect("days");
    assert_eq!((days[0].reviews, days[0].new, days[0].again(), days[0].seconds()), (1, 1, 0, 5));
    assert_eq!(journal.verify().expect("verified"), []);
}

#[test]
fn a_day_counts_new_cards_mature_ones_and_practice_apart() {
    let mut journal = journal();
    let day = 24 * 60;
    journal.append(&[good("d/a"), good("d/b")], &wall(0)).expect("kept");
    let again = Record::Review(Review { took_ms: 900_000, ..answer("d/a", Rating::Again, 1) });
    let practice = Record::Review(Review { practice: true, ..answer("d/c", Rating::Easy, 9) });
    journal.append(&[again.into(), good("d/b"), good("d/b"), practice.into()], &wall(3 * day)).expect("kept");
    let days = journal.day_counts(Day::new(0), Day::new(100_000)).expect("days");
    let second = days[1];
    assert_eq!((second.reviews, second.new, second.ratings, second.practice), (3, 0, [1, 0, 2, 0], 1));
    assert_eq!(
        (second.mature, second.recalled),
        (2, 1),
        "the second answer of one day is not a recall after days"
    );
    assert_eq!(second.took_ms, u64::from(LONGEST_ANSWER_MS) + 15_000);
    assert!(is_new(&journal, "d/c"), "practice leaves the schedule as it was");
}

#[test]
fn an_answer_after_midnight_belongs_to_the_evening_before() {
    let mut journal = journal();
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    journal.append(&[good("d/b")], &wall(7 * 60 + 59)).expect("kept");
    journal.append(&[good("d/c")], &wall(8 * 60)).expect("kept");
    let days = journal.day_counts(Day::new(0), Day::new(100_000)).expect("days");
    assert_eq!(days.iter().map(|day| day.reviews).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn a_history_is_read_in_order_with_what_was_undone() {
    let mut journal = journal();
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    let second = journal.append(&[good("d/a")], &wall(1)).expect("kept");
    journal.append(&[good("d/b")], &wall(2)).expect("kept");
    journal.undo(&second, &wall(3)).expect("undone");
    let history = journal.history(&card("d/a")).expect("a history");
    assert_eq!(history.iter().map(|stored| stored.void).collect::<Vec<_>>(), [false, true]);
    assert!(matches!(history[0].record(), Some(Record::Review(_))));
    assert_eq!(history[1].instant(), wall(1).timestamp());
}

#[test]
fn times_are_monotone_even_when_the_clock_is_not() {
    let mut journal = journal();
    journal.append(&[good("d/a"), good("d/b")], &wall(10)).expect("kept");
    journal.append(&[good("d/c")], &wall(0)).expect("kept");
    let at: Vec<i64> =
        all_events(&journal).iter().map(|event| event.at - all_events(&journal)[0].at).collect();
    assert_eq!(at, [0, 1, 2]);
    assert_eq!(all_events(&journal)[2].wall, Wall::of(&wall(0)), "the raw time is kept");
    assert_eq!(journal.last_wall().expect("read").map(|last| last.timestamp()), Some(wall(0).timestamp()));
}

#[test]
fn the_last_setting_counts_and_null_takes_it_back() {
    let mut journal = journal();
    let set = |key: &str, value| Draft::from(Record::Setting { key: key.to_owned(), value });
    journal.append(&[set("retention", json!(0.85)), set("retention", json!(0.9))], &wall(0)).expect("kept");
    let last = journal.append(&[set("exam", json!("2027-10-11"))], &wall(1)).expect("kept");
    assert_eq!(journal.settings().expect("read")["retention"], json!(0.9));
    journal.append(&[set("retention", json!(null))], &wall(2)).expect("kept");
    assert_eq!(journal.settings().expect("read").keys().collect::<Vec<_>>(), ["exam"]);
    journal.undo(&last, &wall(3)).expect("undone");
    assert_eq!(journal.settings().expect("read"), BTreeMap::new());
}

#[test]
fn another_rollover_or_other_parameters_change_all_states_at_once() {
    let mut journal = journal();
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    journal.append(&[good("d/a")], &wall(7 * 60)).expect("kept");
    let set = |key: &str, value| Draft::from(Record::Setting { key: key.to_owned(), value });
    let days = |journal: &Journal| journal.day_counts(Day::new(0), Day::new(100_000)).expect("days").len();
    assert_eq!(days(&journal), 1);
    let before = seen(&journal);
    let changed = journal.append(&[set(ROLLOVER, json!(2))], &wall(500)).expect("kept");
    assert_eq!(days(&journal), 2, "03:00 is another day now");
    assert_eq!(journal.verify().expect("verified"), []);
    journal.undo(&changed, &wall(501)).expect("undone");
    assert_eq!(seen(&journal), before);

    let memory = |journal: &Journal| journal.state(&card("d/a")).expect("a state").memory.expect("known");
    let with_defaults = memory(&journal);
    let mut parameters = crate::memory::Parameters::default().0.to_vec();
    parameters[2] *= 3.0;
    journal.append(&[set(PARAMETERS, json!(parameters))], &wall(502)).expect("kept");
    assert!(memory(&journal).stability > with_defaults.stability);
    assert_eq!(journal.verify().expect("verified"), []);
    assert!(!journal.is_stale().expect("read"));
}

#[test]
fn a_note_is_the_last_one_and_an_empty_one_takes_it_away() {
    let mut journal = journal();
    let note = |text: &str| Draft::from(Record::Note { card: card("d/a#c1"), text: text.to_owned() });
    journal.append(&[note("un")], &wall(0)).expect("kept");
    let second = journal.append(&[note("deux")], &wall(1)).expect("kept");
    assert_eq!(journal.note(&card("d/a")).expect("read").as_deref(), Some("deux"));
    assert_eq!(journal.note(&card("d/a#c2")).expect("read").as_deref(), Some("deux"), "it is the card's");
    journal.undo(&second, &wall(2)).expect("undone");
    assert_eq!(journal.note(&card("d/a")).expect("read").as_deref(), Some("un"));
    journal.append(&[note(" ")], &wall(3)).expect("kept");
    assert_eq!(journal.note(&card("d/a")).expect("read"), None);
    assert_eq!(journal.states().expect("read").len(), 0, "a note is no state");
}

#[test]
fn the_text_of_a_version_is_kept_once() {
    let mut journal = journal();
    let about =
        |text: &str| Draft::about(version("d/a#c1", text), Record::Review(answer("d/a#c1", Rating::Good, 1)));
    journal.append(&[about("Un"), about("Un")], &wall(0)).expect("kept");
    journal.append(&[about("Un")], &wall(1)).expect("kept");
    journal.append(&[about("Deux")], &wall(2)).expect("kept");
    let with_text: Vec<bool> =
        all_events(&journal).iter().map(|event| event.body.contains("\"version\"")).collect();
    assert_eq!(with_text, [true, false, false, true]);
    let versions = journal.versions(&"d".parse().expect("a deck")).expect("read");
    assert_eq!(versions.len(), 2);
    assert!(versions.contains(&version("d/a", "Deux")));
    let other = journal.versions(&"d-2".parse().expect("a deck")).expect("read");
    assert_eq!(other, []);
}

#[test]
fn the_kinds_that_are_few_are_read_by_their_name() {
    let mut journal = journal();
    let miss = ExternalMiss { text: "q".to_owned(), card: Some(card("d/a")), ..ExternalMiss::default() };
    journal.append(&[Record::ExternalMiss(miss.clone()).into(), good("d/a")], &wall(0)).expect("kept");
    let misses = journal.of_kind(kind::EXTERNAL_MISS).expect("read");
    assert_eq!(misses[0].record(), Some(Record::ExternalMiss(miss)));
    assert_eq!(journal.history(&card("d/a")).expect("read").len(), 2);
}

#[test]
fn an_event_cannot_be_changed_or_deleted() {
    let mut journal = journal();
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    for sql in ["UPDATE event SET body = '{}'", "DELETE FROM event", "UPDATE event SET at = 0"] {
        assert!(journal.conn.execute(sql, []).is_err(), "{sql}");
    }
}

#[test]
fn nothing_to_keep_is_kept_without_a_trace() {
    let mut journal = journal();
    assert_eq!(journal.append(&[], &wall(0)).expect("nothing"), []);
    assert_eq!(journal.len().expect("read"), 0);
}
