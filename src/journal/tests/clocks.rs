//! Clocks that were wrong.

use super::{super::*, *};
use crate::memory::{Due, Known, Memory};

const TEN_YEARS_MS: i64 = 10 * 365 * 86_400_000;

fn in_ten_years(minutes: i64) -> Zoned {
    wall(minutes).checked_add(jiff::SignedDuration::from_millis(TEN_YEARS_MS)).expect("a time")
}

fn learning(locator: &str) -> Draft {
    let granted = Granted::Learning { step: 0, seconds: 60 };
    Record::Review(Review { granted, ..answer(locator, Rating::Again, 1) }).into()
}

#[test]
fn after_a_clock_that_was_ahead_new_answers_are_still_due_in_their_own_time() {
    let mut journal = journal();
    journal.append(&[good("d/a")], &in_ten_years(0)).expect("kept");
    journal.append(&[learning("d/b")], &wall(1)).expect("kept");
    let due = journal.state(&card("d/b")).expect("read").due;
    let minute_later = wall(2).timestamp();
    assert_eq!(due, Some(Due::At(minute_later)), "though its place in the order is after the wrong one");
}

#[test]
fn a_clock_event_puts_a_range_where_it_belongs() {
    let mut journal = journal();
    journal.append(&[good("d/b")], &wall(0)).expect("kept");
    let wrong = journal.append(&[good("d/a"), learning("d/a")], &in_ten_years(1)).expect("kept");
    let clock = Clock {
        device: wrong[0].device,
        from: wrong[0].counter,
        to: wrong[1].counter,
        shift_ms: -TEN_YEARS_MS,
    };
    let told = journal.append(&[Record::Clock(clock).into()], &wall(2)).expect("kept");
    let state = journal.state(&card("d/a")).expect("read");
    assert_eq!(state.last_review, Some(wall(1).timestamp()));
    assert_eq!(state.due, Some(Due::At(wall(2).timestamp())));
    let days = journal.day_counts(Day::new(0), Day::new(100_000)).expect("days");
    assert_eq!(days.len(), 1);
    let last = all_events(&journal).pop().expect("an event");
    assert_eq!(last.at, Wall::of(&wall(2)).ms, "later events are no longer held back");
    journal.append(&[good("d/a")], &wall(3)).expect("kept");
    assert_eq!(all_events(&journal).pop().expect("an event").at, Wall::of(&wall(3)).ms);
    assert_eq!(journal.verify().expect("verified"), []);

    journal.undo(&told, &wall(4)).expect("undone");
    let days = journal.day_counts(Day::new(0), Day::new(100_000)).expect("days");
    assert_eq!(days.len(), 2, "the correction is withdrawn");
    assert_eq!(journal.verify().expect("verified"), []);
}

#[test]
fn what_another_program_knew_is_put_where_it_belongs_like_an_answer() {
    let mut journal = journal();
    let known = Known {
        day: Day::new(20_000),
        memory: Memory { stability: 5.0, difficulty: 5.0 },
        phase: Phase::Review,
        due: Due::Day(Day::new(20_010)),
        interval_days: 10,
        reps: 3,
        lapses: 0,
    };
    let wrong =
        journal.append(&[Record::Known { card: card("d/a"), known }.into()], &in_ten_years(0)).expect("kept");
    let clock = Clock {
        device: wrong[0].device,
        from: wrong[0].counter,
        to: wrong[0].counter,
        shift_ms: -TEN_YEARS_MS,
    };
    journal.append(&[Record::Clock(clock).into()], &wall(1)).expect("kept");
    assert_eq!(journal.state(&card("d/a")).expect("read").last_review, Some(wall(0).timestamp()));
    let flag = Record::Flag { card: card("d/a"), flag: 1 };
    journal.append(&[flag.into()], &wall(2)).expect("kept");
    assert_eq!(journal.verify().expect("verified"), []);
}

#[test]
fn a_correction_from_another_device_counts_in_any_order() {
    let (mut phone, mut laptop) = (journal(), journal());
    let wrong = phone.append(&[good("d/a")], &in_ten_years(0)).expect("kept");
    let clock = Clock { device: wrong[0].device, from: 1, to: wrong[0].counter, shift_ms: -TEN_YEARS_MS };
    laptop.append(&[Record::Clock(clock).into()], &wall(9)).expect("kept");
    let (of_phone, of_laptop) = (all_events(&phone), all_events(&laptop));
    phone.ingest(&of_laptop).expect("taken");
    laptop.ingest(&of_phone).expect("taken");
    assert_eq!(seen(&phone), seen(&laptop));
    assert_eq!(phone.state(&card("d/a")).expect("read").last_review, Some(wall(0).timestamp()));
}

#[test]
fn a_flight_to_tokyo_keeps_the_days_of_the_places() {
    let mut journal = journal();
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    let tokyo = wall(6 * 60).with_time_zone(jiff::tz::TimeZone::get("Asia/Tokyo").expect("a zone"));
    journal.append(&[good("d/b")], &tokyo).expect("kept");
    let days = journal.day_counts(Day::new(0), Day::new(100_000)).expect("days");
    assert_eq!(days.len(), 2, "02:00 in Paris is 10:00 of the next day in Tokyo");
    assert_eq!(journal.last_wall().expect("read").map(|last| last.offset().seconds()), Some(9 * 3600));
}
