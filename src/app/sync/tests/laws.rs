//! Any history on any devices, any carrier.

use std::{collections::BTreeSet, path::PathBuf};

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::app::progress::Impatient;
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
    /// It takes in an answer that was given in another program.
    Bring(usize, u8, i32),
    /// It writes a deck, or deletes it.
    Write(usize),
    Delete(usize),
    /// It mends a card of a deck that all devices know of, adds one, or takes one out.
    Mend(usize),
    Add,
    TakeOut(usize),
    Sync,
    /// A sync is broken off when it has asked so often whether to go on.
    BreakOff(u32),
    /// It forgets what it knew of the place.
    Forget(u8),
    /// The carrier brings one file from another device, whole or half.
    Carry(usize, prop::sample::Index, bool),
    /// The carrier loses one file here.
    Lose(prop::sample::Index),
}

const DECKS: [&str; 2] = ["cardio.yaml", "ecg/deck.yaml"];

/// A deck of which devices change single cards, and the names of the cards that it begins with.
const DECK: &str = "pneumo.yaml";
const OF_DECK: [&str; 3] = ["a", "b", "c"];

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
        3 => (card(), 1..5_u8, 0..3_i32).prop_map(|(card, rating, zone)| Deed::Bring(card, rating, zone)),
        4 => (0..DECKS.len()).prop_map(Deed::Write),
        1 => (0..DECKS.len()).prop_map(Deed::Delete),
        6 => (0..OF_DECK.len()).prop_map(Deed::Mend),
        1 => Just(Deed::Add),
        1 => (0..OF_DECK.len()).prop_map(Deed::TakeOut),
        6 => Just(Deed::Sync),
        2 => (0..8_u32).prop_map(Deed::BreakOff),
        2 => (0..3_u8).prop_map(Deed::Forget),
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

/// The texts of decks: each is written once in all.
#[derive(Default)]
struct Texts {
    written: BTreeSet<String>,
    /// Those that the student has replaced or deleted where they stood.
    replaced: BTreeSet<String>,
    /// The same of the answers of single cards.
    answers: BTreeSet<String>,
    mended: BTreeSet<String>,
}

/// The cards of a deck as they stand in it: their names and their answers, each on a line of its own.
fn cards_of(text: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let value = |line: &str, key| line.trim().strip_prefix(key).map(str::to_owned);
    lines.windows(3).filter_map(|of| Some((value(of[0], "- id: ")?, value(of[2], "a: ")?))).collect()
}

fn deck_of(cards: &[(String, String)]) -> String {
    let cards: String = cards
        .iter()
        .flat_map(|(id, answer)| ["  - id: ", id, "\n    q: ", id, " ?\n    a: ", answer, "\n"])
        .collect();
    let cards = if cards.is_empty() { " []\n".to_owned() } else { format!("\n{cards}") };
    format!("format: 1\ndeck: pneumo\ntitle: Pneumo\nlanguage: fr\ncards:{cards}")
}

impl Device {
    /// One with a view of its own of a folder that is carried, or at a hub that all reach.
    fn new(number: usize, hub: Option<&Path>) -> Self {
        let home = Home::new(&format!("device-{number}"));
        let place = hub.map_or_else(|| home.folder.path().join("shared"), Path::to_owned);
        home.set_up(&place);
        Self { home, journal: Journal::in_memory().expect("a journal"), place }
    }

    fn sync(&mut self) -> Report {
        self.home.syncer.sync_with(&mut self.journal, 3, &mut Unseen).expect("synced")
    }

    /// A sync that may be refused or broken off, which is then all the student is told.
    fn try_sync(&mut self, asks: u32) {
        let mut progress = Impatient::after(asks);
        let done = self.home.syncer.sync_with(&mut self.journal, 3, &mut progress);
        if let Err(error) = done {
            assert!(
                ["sync-cancelled", "git-cancelled", "git-refused"].contains(&error.message_id()),
                "{error}"
            );
        }
    }

    fn forget(&mut self, how: u8) {
        let taken = self.home.folder.path().join("data/sync/taken.json");
        match how {
            0 => {
                self.home.syncer.turn_off().expect("off");
                self.home.set_up(&self.place);
            }
            1 => drop(fs::remove_file(taken)),
            _ if taken.exists() => write_atomically(&taken, b"{").expect("torn"),
            _ => {}
        }
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

    fn change_deck(&self, deck: &str, text: Option<String>, texts: &mut Texts) {
        let path = self.home.syncer.paths.decks().join(deck);
        texts.replaced.extend(fs::read_to_string(&path).ok());
        match text {
            Some(text) => {
                self.home.put(deck, &text);
                texts.written.insert(text);
            }
            None => drop(fs::remove_file(&path)),
        }
    }
}

impl Device {
    /// Changes single cards of the deck as it stands here.
    fn change_cards(&self, texts: &mut Texts, change: impl FnOnce(&mut Vec<(String, String)>, String)) {
        let path = self.home.syncer.paths.decks().join(DECK);
        let mut cards = cards_of(&fs::read_to_string(path).unwrap_or_default());
        let before: BTreeSet<String> = cards.iter().map(|(_, answer)| answer.clone()).collect();
        // Beginning and end are marked, so that none is part of another.
        change(&mut cards, format!("réponse {}.", texts.answers.len()));
        let after: BTreeSet<String> = cards.iter().map(|(_, answer)| answer.clone()).collect();
        self.home.put(DECK, &deck_of(&cards));
        texts.mended.extend(before.difference(&after).cloned());
        texts.answers.extend(after.difference(&before).cloned());
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

/// What a carrier brings: all but the file that says that it is a place.
fn carried(place: &Path) -> Vec<String> {
    files(place).into_iter().filter(|path| path.contains('/')).collect()
}

fn act(devices: &mut [Device], who: usize, deed: &Deed, texts: &mut Texts) {
    let at = |n: &usize| card(CARDS[*n]);
    let device = &mut devices[who];
    match deed {
        Deed::Review(card, rating) => {
            let rating = Rating::from_number(*rating).expect("a rating");
            device.append(Record::Review(review(CARDS[*card], rating)));
        }
        Deed::Suspend(card) => {
            device.append(Record::Suspend { card: at(card), reason: "leech".to_owned() });
        }
        Deed::Resume(card) => device.append(Record::Resume { card: at(card) }),
        Deed::Alias(a, b) => device.append(Record::Alias { a: at(a), b: at(b) }),
        Deed::Note(card, text) => {
            device.append(Record::Note { card: at(card), text: "x".repeat(usize::from(*text)) });
        }
        Deed::Set(rollover, value) => {
            let key = if *rollover { ROLLOVER } else { "new" };
            device.append(Record::Setting { key: key.to_owned(), value: json!(value) });
        }
        Deed::Undo(which) => {
            let events = device.events();
            if !events.is_empty() {
                let (target, hash) = *which.get(&events);
                device.append(Record::Undo(Undo { target, hash }));
            }
        }
        Deed::Clock(from, hours) => {
            let id = device.journal.device().expect("read");
            let clock = Clock { device: id, from: *from, to: from + 2, shift_ms: hours * 3_600_000 };
            device.append(Record::Clock(clock));
        }
        Deed::Bring(card, rating, zone) => {
            let rating = Rating::from_number(*rating).expect("a rating");
            device.journal.ingest(&[brought(CARDS[*card], rating, *zone)]).expect("taken");
        }
        Deed::Write(deck) => {
            device.change_deck(DECKS[*deck], Some(format!("text {}", texts.written.len())), texts);
        }
        Deed::Delete(deck) => device.change_deck(DECKS[*deck], None, texts),
        Deed::Mend(number) => device.change_cards(texts, |cards, answer| {
            match cards.iter_mut().find(|(id, _)| id == OF_DECK[*number]) {
                Some(card) => card.1 = answer,
                None => cards.push((OF_DECK[*number].to_owned(), answer)),
            }
        }),
        Deed::Add => device.change_cards(texts, |cards, answer| {
            cards.push((format!("n{}", &answer[9..answer.len() - 1].trim()), answer));
        }),
        Deed::TakeOut(number) => {
            device.change_cards(texts, |cards, _| cards.retain(|(id, _)| id != OF_DECK[*number]));
        }
        Deed::Sync => device.try_sync(u32::MAX),
        Deed::BreakOff(asks) => device.try_sync(*asks),
        Deed::Forget(how) => device.forget(*how),
        Deed::Carry(from, file, half) => {
            let from = devices[from % devices.len()].place.clone();
            let names = carried(&from);
            if !names.is_empty() {
                let name: &String = file.get(&names);
                carry(&from, &devices[who].place, name, *half);
            }
        }
        Deed::Lose(file) => {
            let names = carried(&device.place);
            if !names.is_empty() {
                let name: &String = file.get(&names);
                fs::remove_file(device.place.join(name)).expect("lost");
            }
        }
    }
}

/// Brings everything everywhere, as a carrier does that had the time.
fn carry_all(devices: &[Device]) {
    for from in devices {
        for path in carried(&from.place) {
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

/// All devices have the deck.
fn begin_together(devices: &mut [Device]) {
    let cards: Vec<_> = OF_DECK.iter().map(|id| ((*id).to_owned(), format!("première {id}"))).collect();
    devices[0].home.put(DECK, &deck_of(&cards));
    for _ in 0..2 {
        for device in devices.iter_mut() {
            device.sync();
        }
        carry_all(devices);
    }
}

/// What devices have done, one after the other, minutes apart.
type Steps = Vec<(usize, u64, Deed)>;

fn live(devices: &mut [Device], steps: &Steps) -> (BTreeSet<(EventId, Hash)>, Texts) {
    let mut texts = Texts::default();
    let mut all = BTreeSet::new();
    for (who, minutes, deed) in steps {
        for device in devices.iter() {
            device.home.clock.advance(std::time::Duration::from_secs(60 * minutes));
        }
        let who = who % devices.len();
        act(devices, who, deed, &mut texts);
        all.extend(devices[who].events());
    }
    (all, texts)
}

/// That all devices have everything, and that it is what a replay gives.
fn agree(devices: &[Device], all: &BTreeSet<(EventId, Hash)>, texts: &Texts) -> Result<(), TestCaseError> {
    let mut events = Vec::new();
    devices[0].journal.for_each_event(0, |_, event| events.push(event)).expect("events");
    prop_assert_eq!(events.len(), all.len(), "nothing is lost, nothing is doubled");
    events.reverse();
    let mut scratch = Journal::in_memory().expect("a journal");
    scratch.ingest(&events).expect("taken");
    scratch.rebuild().expect("rebuilt");
    let truth = seen(&scratch);
    let decks = devices[0].home.decks();
    for device in devices {
        prop_assert_eq!(&seen(&device.journal), &truth);
        prop_assert_eq!(device.journal.verify().expect("verified"), []);
        prop_assert_eq!(&device.home.decks(), &decks);
    }
    let there: BTreeSet<&String> = decks.values().collect();
    for text in texts.written.difference(&texts.replaced) {
        prop_assert!(there.contains(text), "{} is lost: {:?}", text, decks);
    }
    for answer in texts.answers.difference(&texts.mended) {
        let is_there = decks.values().any(|text| text.contains(&format!("a: {answer}\n")));
        prop_assert!(is_there, "{} is lost: {:?}", answer, decks);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn devices_that_exchanged_everything_agree_and_are_what_a_replay_gives(
        count in 2..=5_usize,
        steps in prop::collection::vec((0..5_usize, 0..3000_u64, any_deed()), 0..60),
    ) {
        let mut devices: Vec<Device> = (0..count).map(|number| Device::new(number, None)).collect();
        begin_together(&mut devices);
        let (all, texts) = live(&mut devices, &steps);
        for _ in 0..4 {
            for device in &mut devices {
                device.sync();
            }
            carry_all(&devices);
        }
        for device in &mut devices {
            let report = device.sync();
            prop_assert_eq!(report.faulty, Vec::new());
        }
        agree(&devices, &all, &texts)?;
    }
}

/// A repository that refuses every third push. Each sync is a dozen programs, so there are few cases.
#[cfg(unix)]
mod pushed {
    use super::{super::git::Hub, *};

    fn any_deed_at_a_hub() -> impl Strategy<Value = Deed> {
        any_deed()
            .prop_filter("a hub is not carried", |deed| !matches!(deed, Deed::Carry(..) | Deed::Lose(_)))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 3, ..ProptestConfig::default() })]

        #[test]
        fn devices_whose_pushes_were_refused_or_broken_off_agree_as_well(
            count in 2..=3_usize,
            steps in prop::collection::vec((0..3_usize, 0..3000_u64, any_deed_at_a_hub()), 10..30),
        ) {
            let hub = Hub::new();
            let mut devices: Vec<Device> = (0..count).map(|number| Device::new(number, Some(&hub.path))).collect();
            begin_together(&mut devices);
            hub.set_hook("echo x >> pushes; [ $(($(wc -l < pushes) % 3)) -ne 0 ] || exit 1");
            let (all, texts) = live(&mut devices, &steps);
            hub.set_hook("exit 0");
            for _ in 0..3 {
                for device in &mut devices {
                    device.sync();
                }
            }
            agree(&devices, &all, &texts)?;
        }
    }
}
