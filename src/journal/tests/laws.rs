//! The laws of the journal, on generated histories.

use proptest::prelude::*;
use serde_json::json;

use super::{super::*, *};

/// What one device does next.
#[derive(Clone, Debug)]
enum Deed {
    Review {
        card: usize,
        rating: u8,
        days: u32,
        practice: bool,
    },
    Learn {
        card: usize,
    },
    Touch {
        card: usize,
        how: u8,
    },
    Alias {
        a: usize,
        b: usize,
    },
    Note {
        card: usize,
        text: u8,
    },
    Set {
        key: u8,
        value: u8,
    },
    /// Undoes one of all events so far, of any device.
    Undo {
        which: prop::sample::Index,
    },
    Clock {
        device: usize,
        from: u64,
        length: u64,
        hours: i64,
    },
    Unknown,
}

/// Device, minutes since the deed before, deed.
type Step = (usize, i64, Deed);

fn any_deed() -> impl Strategy<Value = Deed> {
    let card = || 0..CARDS.len();
    prop_oneof![
        8 => (card(), 1..5_u8, 1..9_u32, prop::bool::weighted(0.1))
            .prop_map(|(card, rating, days, practice)| Deed::Review { card, rating, days, practice }),
        2 => card().prop_map(|card| Deed::Learn { card }),
        3 => (card(), any::<u8>()).prop_map(|(card, how)| Deed::Touch { card, how }),
        3 => (card(), card()).prop_map(|(a, b)| Deed::Alias { a, b }),
        1 => (card(), 0..3_u8).prop_map(|(card, text)| Deed::Note { card, text }),
        2 => (0..3_u8, 0..4_u8).prop_map(|(key, value)| Deed::Set { key, value }),
        5 => any::<prop::sample::Index>().prop_map(|which| Deed::Undo { which }),
        1 => (0..3_usize, 1..9_u64, 0..5_u64, -50..50_i64)
            .prop_map(|(device, from, length, hours)| Deed::Clock { device, from, length, hours }),
        1 => Just(Deed::Unknown),
    ]
}

/// Clocks jump now and then.
fn any_step() -> impl Strategy<Value = Step> {
    let minutes = prop_oneof![6 => 0..3000_i64, 1 => Just(0), 1 => -5000..0_i64];
    (0..3_usize, minutes, any_deed())
}

/// Two homes, and a program whose history both may have taken in.
fn device(number: usize) -> DeviceId {
    [DeviceId([0; 8]), DeviceId([1; 8]), DeviceId::ANKI][number]
}

/// What a deed is as a record; `None` for a kind that nobody knows.
fn record(deed: &Deed, events: &[Event]) -> Option<Record> {
    let at = |n: &usize| card(CARDS[*n]);
    Some(match deed {
        Deed::Review { card, rating, days, practice } => {
            let rating = Rating::from_number(*rating).expect("a rating");
            Record::Review(Review { practice: *practice, ..answer(CARDS[*card], rating, *days) })
        }
        Deed::Learn { card } => {
            let granted = Granted::Learning { step: 0, seconds: 60 };
            Record::Review(Review { granted, ..answer(CARDS[*card], Rating::Again, 1) })
        }
        Deed::Touch { card, how } => {
            let (card, day) = (at(card), Day::new(20_780 + i32::from(*how)));
            match how % 6 {
                0 => Record::Suspend { card, reason: "leech".to_owned() },
                1 => Record::Resume { card },
                2 => Record::Bury { card, until: day },
                3 => Record::Flag { card, flag: how % 8 },
                4 => Record::Reset { card },
                _ => Record::Reschedule { card, due: day },
            }
        }
        Deed::Alias { a, b } => Record::Alias { a: at(a), b: at(b) },
        Deed::Note { card, text } => {
            Record::Note { card: at(card), text: ["", "un", "deux"][usize::from(*text)].to_owned() }
        }
        Deed::Set { key, value } => {
            let mut parameters = crate::memory::Parameters::default().0.to_vec();
            parameters[2] += f32::from(*value);
            match key {
                0 => Record::Setting { key: ROLLOVER.to_owned(), value: json!(value) },
                1 => Record::Setting { key: PARAMETERS.to_owned(), value: json!(parameters) },
                _ => Record::Setting {
                    key: "new".to_owned(),
                    value: if *value == 0 { json!(null) } else { json!(value) },
                },
            }
        }
        Deed::Undo { which } if !events.is_empty() => {
            let target = which.get(events);
            Record::Undo(Undo { target: target.id, hash: target.hash })
        }
        Deed::Clock { device: number, from, length, hours } => Record::Clock(Clock {
            device: device(*number),
            from: *from,
            to: from + length,
            shift_ms: hours * 3_600_000,
        }),
        Deed::Undo { .. } | Deed::Unknown => return None,
    })
}

/// The events of three devices. Each fifth is under the id of the one before, as of a copied home or a program.
fn events(steps: &[Step]) -> Vec<Event> {
    let mut out: Vec<Event> = Vec::new();
    let mut minutes = 0;
    let mut last = [(0_u64, i64::MIN); 3];
    for (number, (who, later, deed)) in steps.iter().enumerate() {
        minutes += later;
        let wall = Wall::of(&wall(minutes));
        let (counter, at) = &mut last[*who];
        if number % 5 != 4 || *counter == 0 {
            *counter += 1;
        }
        *at = wall.ms.max(at.saturating_add(1));
        let id = EventId { device: device(*who), counter: *counter };
        let version = version("d/a", ["un", " un", "deux"][number % 3]);
        let (kind, body) = match record(deed, &out) {
            Some(record) => (record.kind(), body::write(&record, None, Some(&version)).expect("a body")),
            None => ("future", format!(r#"{{"n":{number},"v":1}}"#)),
        };
        out.push(Event::new(id, *at, wall, kind, body));
    }
    out
}

/// A journal that took the events in these batches.
fn taken(events: &[Event], sizes: &[usize]) -> Journal {
    let mut journal = journal();
    let mut sizes = sizes.iter().cycle();
    let mut rest = events;
    while !rest.is_empty() {
        let size = (*sizes.next().expect("a size")).clamp(1, rest.len());
        journal.ingest(&rest[..size]).expect("taken");
        rest = &rest[size..];
    }
    journal
}

fn sizes() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(1..7_usize, 1..5)
}

fn history() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(any_step(), 0..50).prop_map(|steps| events(&steps))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_order_and_any_repetition_gives_what_a_replay_from_scratch_gives(
        (events, shuffled) in history().prop_flat_map(|events| {
            let twice = [events.clone(), events.clone()].concat();
            (Just(events), Just(twice).prop_shuffle())
        }),
        sizes in sizes(),
    ) {
        let in_order = taken(&events, &[events.len().max(1)]);
        let anyhow = taken(&shuffled, &sizes);
        prop_assert_eq!(anyhow.verify().expect("verified"), []);
        prop_assert_eq!(seen(&anyhow), seen(&in_order));
        prop_assert_eq!(voids(&anyhow), voids(&in_order));
        let mut scratch = journal();
        scratch.ingest(&events).expect("taken");
        scratch.rebuild().expect("rebuilt");
        prop_assert_eq!(seen(&anyhow), seen(&scratch));
    }

    #[test]
    fn what_is_appended_here_is_what_is_taken_in_there(
        steps in prop::collection::vec(any_step(), 0..40),
        sizes in sizes(),
        seed in any::<prop::sample::Index>(),
    ) {
        let mut here = journal();
        let mut minutes = 0;
        for (_, later, deed) in &steps {
            minutes += later;
            let deed = match deed {
                // Here there is one device, whose clock is put right for its own events.
                Deed::Clock { from, length, hours, .. } => Some(Record::Clock(Clock {
                    device: here.device().expect("read"),
                    from: *from,
                    to: from + length,
                    shift_ms: hours * 3_600_000,
                })),
                deed => record(deed, &all_events(&here)),
            };
            if let Some(record) = deed {
                here.append(&[record.into()], &wall(minutes)).expect("kept");
            }
        }
        prop_assert_eq!(here.verify().expect("verified"), []);
        let mut events = all_events(&here);
        if !events.is_empty() {
            let middle = seed.index(events.len());
            events.rotate_left(middle);
            events[..].reverse();
        }
        let there = taken(&events, &sizes);
        prop_assert_eq!(seen(&there), seen(&here));
        prop_assert_eq!(voids(&there), voids(&here));
    }

    #[test]
    fn undo_gives_what_was_and_redo_what_was_undone(
        events in history(),
        deeds in prop::collection::vec(any_deed(), 1..4),
    ) {
        let mut journal = taken(&events, &[50]);
        let (voids_before, before) = (voids(&journal), seen(&journal));
        let drafts: Vec<Draft> =
            deeds.iter().filter_map(|deed| record(deed, &events)).map(Draft::from).collect();
        let ids = journal.append(&drafts, &wall(100_000)).expect("kept");
        let after = seen(&journal);
        let undos = journal.undo(&ids, &wall(100_001)).expect("undone");
        let undone = seen(&journal);
        prop_assert_eq!((&undone.states, &undone.days), (&before.states, &before.days));
        prop_assert_eq!((&undone.settings, &undone.notes), (&before.settings, &before.notes));
        let voids_now = voids(&journal);
        prop_assert!(voids_before.iter().all(|(event, void)| voids_now[event] == *void));
        journal.undo(&undos, &wall(100_002)).expect("redone");
        prop_assert_eq!(seen(&journal), after);
        prop_assert_eq!(journal.verify().expect("verified"), []);
    }

    #[test]
    fn devices_that_exchange_everything_agree(
        steps in prop::collection::vec((0..3_usize, 0..3000_i64, any_deed(), prop::option::of(0..3_usize)), 0..30),
    ) {
        let mut homes = [journal(), journal(), journal()];
        let mut minutes = 0;
        for (who, later, deed, from) in &steps {
            minutes += later;
            let known = all_events(&homes[*who]);
            if let Some(record) = record(deed, &known) {
                homes[*who].append(&[record.into()], &wall(minutes)).expect("kept");
            }
            if let Some(from) = from {
                let events = all_events(&homes[*from]);
                homes[*who].ingest(&events).expect("taken");
            }
        }
        for _ in 0..2 {
            for (to, from) in [(0, 1), (1, 2), (2, 0)] {
                let events = all_events(&homes[from]);
                homes[to].ingest(&events).expect("taken");
            }
        }
        prop_assert_eq!(seen(&homes[0]), seen(&homes[1]));
        prop_assert_eq!(seen(&homes[1]), seen(&homes[2]));
        for home in &homes {
            prop_assert_eq!(home.verify().expect("verified"), []);
            prop_assert_eq!(home.notices(), []);
        }
    }
}
