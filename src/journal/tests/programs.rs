//! What happened in another program and was taken in by several homes.

use super::{super::*, *};

/// An answer in Anki, as a machine so many hours ahead of UTC takes it in.
fn taken_in(number: u64, locator: &str, hours: i32) -> Event {
    let wall =
        Wall { ms: 1_795_000_000_000 + 60_000 * i64::try_from(number).expect("few"), offset: 3600 * hours };
    let id = EventId { device: DeviceId::ANKI, counter: number };
    Event::foreign(id, wall, &Record::Review(answer(locator, Rating::Good, 3))).expect("an event")
}

/// A home with three answers to two cards, in its zone.
fn home(hours: i32) -> Journal {
    let mut journal = journal();
    journal
        .ingest(&[(1, "d/a"), (2, "d/a"), (3, "d/b")].map(|(n, card)| taken_in(n, card, hours)))
        .expect("taken");
    journal
}

fn reps(journal: &Journal, locator: &str) -> u32 {
    journal.state(&card(locator)).expect("a state").reps
}

/// Two homes that have met.
fn met() -> [Journal; 2] {
    let mut homes = [home(0), home(1)];
    let events = [0, 1].map(|number| all_events(&homes[number]));
    for (home, theirs) in homes.iter_mut().zip([&events[1], &events[0]]) {
        let told = home.ingest(theirs).expect("taken");
        assert_eq!((told.added, told.conflicts), (3, Vec::new()));
    }
    homes
}

#[test]
fn it_counts_once_whoever_took_it_in_first() {
    let homes = met();
    assert_eq!(seen(&homes[0]), seen(&homes[1]));
    for home in &homes {
        assert_eq!((reps(home, "d/a"), reps(home, "d/b")), (2, 1));
        assert_eq!(home.history(&card("d/a")).expect("read").len(), 2);
        let days = home.day_counts(Day::new(i32::MIN), Day::new(i32::MAX)).expect("days");
        assert_eq!(days.iter().map(|day| day.reviews).sum::<u32>(), 3);
        assert_eq!(home.conflicts().expect("read"), []);
        assert_eq!(home.verify().expect("verified"), []);
        assert_eq!(home.notices(), []);
        let mut told = 0;
        home.for_each_in_order(|_| told += 1).expect("read");
        assert_eq!(told, 3);
    }
}

#[test]
fn undone_on_one_device_it_is_undone_on_all() {
    for which in 0..2 {
        let mut homes = [home(0), home(1)];
        let id = EventId { device: DeviceId::ANKI, counter: 3 };
        let undo = homes[which].undo(&[id], &wall(0)).expect("undone");
        let theirs = all_events(&homes[which]);
        let other = &mut homes[1 - which];
        other.ingest(&theirs).expect("taken");
        assert_eq!(reps(other, "d/b"), 0);
        let mut void = 0;
        other.for_each_in_order(|stored| void += u32::from(stored.void)).expect("read");
        assert_eq!(void, 1);
        other.undo(&undo, &wall(1)).expect("redone");
        assert_eq!(reps(other, "d/b"), 1);
        assert_eq!(other.verify().expect("verified"), []);
    }
}

#[test]
fn taken_into_two_decks_each_has_the_whole_history_and_both_as_one_card_have_it_once() {
    let mut journal = home(0);
    journal.ingest(&[(1, "e/a"), (2, "e/a")].map(|(n, card)| taken_in(n, card, 1))).expect("taken");
    assert_eq!((reps(&journal, "d/a"), reps(&journal, "e/a")), (2, 2));
    journal.append(&[Record::Alias { a: card("d/a"), b: card("e/a") }.into()], &wall(0)).expect("kept");
    assert_eq!((reps(&journal, "d/a"), reps(&journal, "e/a")), (2, 2));
    assert_eq!(journal.verify().expect("verified"), []);
}
