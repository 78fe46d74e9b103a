//! Events from and to a place.

use std::{
    cell::RefCell,
    collections::{BTreeMap, HashSet, VecDeque},
};

use super::{
    error::SyncError,
    numbers::Numbers,
    place::{Found, Place},
    sealed::Fault,
    segment::{self, Filling, Name, Segment},
    state::{Seen, State},
};
use crate::{
    app::progress::Progress,
    journal::{DeviceId, Event, Journal},
};

/// So many small segments of this device are put together into larger ones.
const MANY: usize = 48;

/// What it is doing, by its message.
const RECEIVING: &str = "progress-sync-receive";
const SENDING: &str = "progress-sync-send";

/// What became of the events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Exchanged {
    pub(super) received: usize,
    pub(super) sent: usize,
    pub(super) faulty: Vec<(String, Fault)>,
    pub(super) conflicts: usize,
    pub(super) renewed: bool,
}

/// How it is done.
pub(super) struct Way<'a> {
    /// So many events are taken in at once: a student's answer never waits for more.
    pub(super) batch: usize,
    progress: RefCell<&'a mut dyn Progress>,
}

impl<'a> Way<'a> {
    pub(super) fn new(batch: usize, progress: &'a mut dyn Progress) -> Self {
        Self { batch, progress: RefCell::new(progress) }
    }

    pub(super) fn step(&self, what: &'static str, done: usize, of: Option<usize>) {
        self.progress.borrow_mut().step(what, done as u64, of.map(|of| of as u64));
    }

    pub(super) fn cancelled(&self) -> bool {
        self.progress.borrow().cancelled()
    }

    /// Says how far it is, where it may be stopped.
    fn go_on(&self, what: &'static str, done: usize, of: usize) -> Result<(), SyncError> {
        self.step(what, done, Some(of));
        if self.cancelled() { Err(SyncError::Cancelled) } else { Ok(()) }
    }
}

/// Takes what others have written and writes what the place lacks.
pub(super) fn exchange(
    place: &Place,
    journal: &mut Journal,
    state: &mut State,
    way: &Way<'_>,
) -> Result<Exchanged, SyncError> {
    let mut told = Exchanged::default();
    let before = journal.device()?;
    let gone = receive(place, journal, state, way, &mut told)?;
    let device = journal.device()?;
    told.renewed = device != before;
    state.given = state.held().count();
    // A segment that was whole here before is written as it was, under its name. What larger ones hold is not missed.
    for numbers in gone {
        if !state.held().contain(&numbers) {
            told.sent += write(place, journal, &numbers, state, way)?;
        }
    }
    let missing = state.held().missing(journal.len()?);
    told.sent += write(place, journal, &missing, state, way)?;
    forgive(place, journal, device, state, &mut told)?;
    merge(place, journal, device, state, way)?;
    Ok(told)
}

/// Reads the segments that are not known yet. Gives what those held that were known and are not there any more, or not as
/// they were.
fn receive(
    place: &Place,
    journal: &mut Journal,
    state: &mut State,
    way: &Way<'_>,
    told: &mut Exchanged,
) -> Result<Vec<Numbers>, SyncError> {
    let files = place.files("events")?;
    let known: HashSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let mut gone: Vec<Numbers> = Vec::new();
    state.seen.retain(|path, seen| {
        let there = known.contains(path.as_str());
        if !there {
            gone.push(std::mem::take(&mut seen.held));
        }
        there
    });
    let mut intake = Intake::default();
    for (number, file) in files.iter().enumerate().filter(|(_, file)| file.is_lines()) {
        way.go_on(RECEIVING, number, files.len())?;
        if state
            .seen
            .get(&file.path)
            .is_some_and(|seen| (seen.size, seen.changed) == (file.size, file.changed))
        {
            continue;
        }
        let name: Option<Name> = file.name().parse().ok();
        match open(place, file, name.as_ref()) {
            Ok(segment) => intake.add(file, segment.events),
            Err(fault) => {
                gone.extend(state.seen.remove(&file.path).map(|seen| seen.held));
                // A copy that a sync program has made of a segment is welcome when it is whole, else nobody's loss.
                if name.is_some() {
                    told.faulty.push((file.path.clone(), fault));
                }
            }
        }
        while intake.waiting.len() >= way.batch {
            intake.take(way.batch, journal, state, told)?;
            way.go_on(RECEIVING, number, files.len())?;
        }
    }
    intake.take(usize::MAX, journal, state, told)?;
    Ok(gone)
}

fn open(place: &Place, file: &Found, name: Option<&Name>) -> Result<Segment, Fault> {
    let bytes = place.read(&file.path).ok_or(Fault::Unreadable)?;
    let segment = segment::read(&bytes)?;
    // Under a name that is not its own it would be taken for another.
    if name.is_some_and(|name| *name != segment.name) { Err(Fault::Altered) } else { Ok(segment) }
}

/// Events on their way into the journal, in batches that do not care for files.
#[derive(Default)]
struct Intake {
    waiting: Vec<Event>,
    /// The files of which some events are waiting: how many, and the numbers of those that are in.
    files: VecDeque<(Found, usize, Vec<u64>)>,
}

impl Intake {
    fn add(&mut self, file: &Found, events: Vec<Event>) {
        self.files.push_back((file.clone(), events.len(), Vec::new()));
        self.waiting.extend(events);
    }

    /// Takes in the first `count` of them. A file is seen when all of its events are in.
    fn take(
        &mut self,
        count: usize,
        journal: &mut Journal,
        state: &mut State,
        told: &mut Exchanged,
    ) -> Result<(), SyncError> {
        let rest = self.waiting.split_off(count.min(self.waiting.len()));
        let batch = std::mem::replace(&mut self.waiting, rest);
        if batch.is_empty() {
            return Ok(());
        }
        let ingested = journal.ingest(&batch)?;
        told.received += ingested.added;
        told.conflicts += ingested.conflicts.len();
        let mut numbers = ingested.numbers.into_iter();
        while let Some((_, waiting, held)) = self.files.front_mut() {
            let come: Vec<Option<u64>> = numbers.by_ref().take(*waiting).collect();
            *waiting -= come.len();
            held.extend(come.into_iter().flatten());
            if *waiting > 0 {
                break;
            }
            if let Some((Found { path, size, changed }, _, held)) = self.files.pop_front() {
                state.seen.insert(path, Seen { size, changed, held: held.into_iter().collect() });
            }
        }
        Ok(())
    }
}

/// Writes these events as segments, whoever made them.
fn write(
    place: &Place,
    journal: &Journal,
    numbers: &Numbers,
    state: &mut State,
    way: &Way<'_>,
) -> Result<usize, SyncError> {
    let mut open: BTreeMap<DeviceId, Filling> = BTreeMap::new();
    let (mut count, all) = (0, usize::try_from(numbers.count()).unwrap_or(usize::MAX));
    for (first, last) in numbers.ranges() {
        let mut next = *first;
        while next <= *last {
            way.go_on(SENDING, count, all)?;
            let events = journal.numbered(next, *last, segment::MOST)?;
            let Some((end, _)) = events.last() else { break };
            next = end + 1;
            for (number, event) in events {
                count += 1;
                if let Some(full) = open.entry(event.id.device).or_default().add(number, event) {
                    put(place, full, state)?;
                }
            }
        }
    }
    for rest in open.into_values() {
        put(place, rest, state)?;
    }
    Ok(count)
}

fn put(place: &Place, filling: Filling, state: &mut State) -> Result<(), SyncError> {
    let Some((name, bytes, held)) = filling.close() else { return Ok(()) };
    let path = name.path();
    place.put(&path, &bytes)?;
    if let Some(found) = place.found(&path) {
        state.seen.insert(path, Seen { size: found.size, changed: found.changed, held });
    }
    Ok(())
}

/// Leaves out of what is told the damaged segments whose events are all here, and so in a whole one by now. Those of this
/// device are taken away.
fn forgive(
    place: &Place,
    journal: &Journal,
    own: DeviceId,
    state: &State,
    told: &mut Exchanged,
) -> Result<(), SyncError> {
    for (path, fault) in std::mem::take(&mut told.faulty) {
        if state.seen.contains_key(&path) {
            continue;
        }
        let name: Option<Name> = path.rsplit('/').next().and_then(|name| name.parse().ok());
        let missed = match (fault, &name) {
            (Fault::Torn | Fault::Altered, Some(Name { device, first, last, .. })) => {
                !journal.has_all(*device, *first, *last)?
            }
            _ => true,
        };
        if missed {
            told.faulty.push((path, fault));
        } else if name.is_some_and(|name| name.device == own) {
            place.remove(&path);
        }
    }
    Ok(())
}

/// Keeps the files of six years few: many small segments of this device become a larger one. The small ones go at a
/// later sync, when the larger one was found in the place. Nobody else touches them, so nothing can conflict; and
/// who reads any of them at any time reads true events.
fn merge(
    place: &Place,
    journal: &Journal,
    own: DeviceId,
    state: &mut State,
    way: &Way<'_>,
) -> Result<(), SyncError> {
    let is_own = |path: &str| {
        let name = path.rsplit('/').next().and_then(|name| name.parse::<Name>().ok());
        name.is_some_and(|name| name.device == own && name.path() == path)
    };
    let mine: BTreeMap<String, Seen> = state
        .seen
        .iter()
        .filter(|(path, _)| is_own(path))
        .map(|(path, seen)| (path.clone(), seen.clone()))
        .collect();
    let mut small = Vec::new();
    for (path, seen) in &mine {
        // Of two that hold the same one would do; they stay.
        let is_within =
            |other: &Seen| other.held.count() > seen.held.count() && other.held.contain(&seen.held);
        if mine.values().any(is_within) {
            place.remove(path);
            state.seen.remove(path);
        } else if seen.held.count() < segment::MOST as u64 / 2 && seen.size < segment::LARGEST as u64 / 2 {
            small.push(&seen.held);
        }
    }
    if small.len() >= MANY {
        write(place, journal, &Numbers::of_all(small), state, way)?;
    }
    Ok(())
}
