//! Any history on any devices, any carrier.

use std::path::PathBuf;

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::journal::{Clock, Hash, ROLLOVER, Undo};

/// What one device does next.
#[derive(Clone, Debug)]
enum Deed {
    Review(usize, u8),
    Suspend(usize),
    Resume(usize),
    Alias(usize, usize),
    Note(usize, u8),
    Set(bool, u8),
    Undo(prop::sample::Index),
    Clock(u64, i64),
    Sync,
    /// The carrier brings one file from another device, whole or half.
    Carry(usize, prop::sample::Index, bool),
    /// The carrier loses one file here.
    Lose(prop::sample::Index),
}

const CARDS: [&str; 5] = ["d/a", "d/b", "d/c", "d/a#c1", "d/b#c1"];

fn any_deed() -> impl Strategy<Value = Deed> {
    let card = || 0..CARDS.len();
    let index = || any::<prop::sample::Index>();
    prop_oneof![
        6 => (card(), 1..5_u8).prop_map(|(card, rating)| Deed::Review(card, rating)),
        1 => card().prop_map(Deed::Suspend),
        1 => card().prop_map(Deed::Resume),
        2 => (card(), card()).prop_map(|(a, b)| Deed::Alias(a, b)),
        1 => (card(), 0..3_u8).prop_map(|(card, text)| Deed::Note(card, text)),
        1 => (any::<bool>(), 0..5_u8).prop_map(|(rollover, value)| Deed::Set(rollover, value)),
        3 => index().prop_map(Deed::Undo),
        1 => (1..6_u64, -50..50_i64).prop_map(|(from, hours)| Deed::Clock(from, hours)),
        5 => Just(Deed::Sync),
        5 => (0..5_usize, index(), prop::bool::weighted(0.3)).prop_map(|(from, file, half)| Deed::Carry(from, file, half)),
        1 => index().prop_map(Deed::Lose),
    ]
}

/// A device: its home, a journal in memory, and its own view of the shared folder.
struct Device {
    home: Home,
    journal: Journal,
    place: PathBuf,
}

impl Device {
    fn new(number: usize) -> Self {
        let home = Home::new(&format!("device-{number}"));
        let place = home.folder.path().join("shared");
        home.set_up(&place);
        Self { home, journal: Journal::in_memory().expect("a journal"), place }
    }

    fn sync(&mut self) -> Report {
        self.home.syncer.sync_with(&mut self.journal, 3, &mut Unseen).expect("synced")
    }

    fn events(&self) -> Vec<(EventId, Hash)> {
        let mut out = Vec::new();
        self.journal.for_each_event(0, |_, event| out.push((event.id, event.hash))).expect("events");
        out
    }

    fn append(&mut self, record: Record) {
        let wall = self.home.clock.wall();
        self.journal.append(&[record.into()], &wall).expect("kept");
    }
}

fn carry(from: &Path, to: &Path, path: &str, half: bool) {
    let bytes = fs::read(from.join(path)).expect("a file");
    let bytes = if half { &bytes[..bytes.len() / 2] } else { &bytes };
    let target = to.join(path);
    fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
    // What is whole is not made half again: carriers replace files whole, the half one comes first.
    if !half || !target.exists() {
        write_atomically(&target, bytes).expect("written");
    }
}

fn act(devices: &mut [Device], who: usize, deed: &Deed) {
    let at = |n: &usize| card(CARDS[*n]);
    match deed {
        Deed::Review(card, rating) => {
            let rating = Rating::from_number(*rating).expect("a rating");
            devices[who].append(Record::Review(review(CARDS[*card], rating)));
        }
        Deed::Suspend(card) => {
            devices[who].append(Record::Suspend { card: at(card), reason: "leech".to_owned() });
        }
        Deed::Resume(card) => devices[who].append(Record::Resume { card: at(card) }),
        Deed::Alias(a, b) => devices[who].append(Record::Alias { a: at(a), b: at(b) }),
        Deed::Note(card, text) => {
            devices[who].append(Record::Note { card: at(card), text: "x".repeat(usize::from(*text)) });
        }
        Deed::Set(rollover, value) => {
            let key = if *rollover { ROLLOVER } else { "new" };
            devices[who].append(Record::Setting { key: key.to_owned(), value: json!(value) });
        }
        Deed::Undo(which) => {
            let events = devices[who].events();
            if !events.is_empty() {
                let (target, hash) = *which.get(&events);
                devices[who].append(Record::Undo(Undo { target, hash }));
            }
        }
        Deed::Clock(from, hours) => {
            let device = devices[who].journal.device().expect("read");
            let clock = Clock { device, from: *from, to: from + 2, shift_ms: hours * 3_600_000 };
            devices[who].append(Record::Clock(clock));
        }
        Deed::Sync => {
            devices[who].sync();
        }
        Deed::Carry(from, file, half) => {
            let from = devices[from % devices.len()].place.clone();
            let names = segments(&from);
            if !names.is_empty() {
                let name: &String = file.get(&names);
                carry(&from, &devices[who].place, name, *half);
            }
        }
        Deed::Lose(file) => {
            let names = segments(&devices[who].place);
            if !names.is_empty() {
                fs::remove_file(devices[who].place.join(file.get(&names))).expect("lost");
            }
        }
    }
}

/// Brings everything everywhere, as a carrier does that had the time.
fn carry_all(devices: &[Device]) {
    for from in devices {
        for path in segments(&from.place) {
            let size = |device: &Device| fs::metadata(device.place.join(&path)).map_or(0, |file| file.len());
            let longest = devices.iter().max_by_key(|device| size(device)).expect("one");
            for to in devices {
                if size(to) < size(longest) {
                    carry(&longest.place, &to.place, &path, false);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn devices_that_exchanged_everything_agree_and_are_what_a_replay_gives(
        count in 2..=5_usize,
        steps in prop::collection::vec((0..5_usize, 0..3000_u64, any_deed()), 0..60),
    ) {
        let mut devices: Vec<Device> = (0..count).map(Device::new).collect();
        let mut all = std::collections::BTreeSet::new();
        for (who, minutes, deed) in &steps {
            for device in &devices {
                device.home.clock.advance(std::time::Duration::from_secs(60 * minutes));
            }
            act(&mut devices, who % count, deed);
        }
        for device in &devices {
            all.extend(device.events());
        }
        for _ in 0..3 {
            for device in &mut devices {
                device.sync();
            }
            carry_all(&devices);
        }
        for device in &mut devices {
            let report = device.sync();
            prop_assert_eq!(report.faulty, Vec::new());
        }
        let mut events = Vec::new();
        devices[0].journal.for_each_event(0, |_, event| events.push(event)).expect("events");
        prop_assert_eq!(events.len(), all.len(), "nothing is lost, nothing is doubled");
        events.reverse();
        let mut scratch = Journal::in_memory().expect("a journal");
        scratch.ingest(&events).expect("taken");
        scratch.rebuild().expect("rebuilt");
        let truth = seen(&scratch);
        for device in &devices {
            prop_assert_eq!(&seen(&device.journal), &truth);
            prop_assert_eq!(device.journal.verify().expect("verified"), []);
        }
    }
}
