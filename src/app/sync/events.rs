//! Events from and to a place.

use std::{
    cell::RefCell,
    collections::{BTreeMap, HashSet},
};

use super::{
    error::SyncError,
    place::{Found, Place},
    sealed::Fault,
    segment::{self, Name, Segment},
    state::{Seen, State},
};
use crate::{
    app::progress::Progress,
    journal::{DeviceId, Event, EventId, Hash, Journal},
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

/// Takes what others have written and writes what is missing of ours.
pub(super) fn exchange(
    place: &Place,
    journal: &mut Journal,
    state: &mut State,
    way: &Way<'_>,
) -> Result<Exchanged, SyncError> {
    let mut told = Exchanged::default();
    let before = journal.device()?;
    let everything = !state.settle(journal)?;
    let mut there = HashSet::new();
    receive(place, journal, state, way, everything.then_some(&mut there), &mut told)?;
    let device = journal.device()?;
    told.renewed = device != before;
    if told.renewed && !everything {
        // This home has found out that it is a copy: what it wrote under the old id is compared one by one.
        state.seen.clear();
        receive(place, journal, state, way, Some(&mut there), &mut told)?;
    }
    if everything || told.renewed {
        told.sent += send_absent(place, journal, device, state, &there, way)?;
    }
    told.sent += send_own(place, journal, device, state, way)?;
    // What was damaged of our own has just been written anew.
    told.faulty.retain(|(path, fault)| {
        let damaged = matches!(fault, Fault::Torn | Fault::Altered);
        let own = damaged && path.starts_with(&format!("events/{device}/")) && !state.seen.contains_key(path);
        if own {
            place.remove(path);
        }
        // What other segments hold is not missed: its device has meanwhile written it in another file.
        !(own || state.seen.contains_key(path) || damaged && is_held(path, state))
    });
    merge(place, journal, device, state)?;
    state.device = Some(device);
    state.tip = journal.tip()?;
    Ok(told)
}

/// Reads the segments that are not known yet. `there` gets every event of every segment that is read.
fn receive(
    place: &Place,
    journal: &mut Journal,
    state: &mut State,
    way: &Way<'_>,
    mut there: Option<&mut HashSet<(EventId, Hash)>>,
    told: &mut Exchanged,
) -> Result<(), SyncError> {
    let own = state.device;
    let files = place.files("events")?;
    let known: HashSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    state.seen.retain(|path, _| known.contains(path.as_str()));
    told.faulty.clear();
    let mut waiting: Vec<Event> = Vec::new();
    let mut read: Vec<(String, Seen)> = Vec::new();
    for (number, file) in files.iter().enumerate().filter(|(_, file)| file.is_lines()) {
        way.go_on(RECEIVING, number, files.len())?;
        let name: Option<Name> = file.name().parse().ok();
        let is_own = name.as_ref().is_some_and(|name| Some(name.device) == own);
        let unchanged = |seen: &Seen| seen.size == file.size && (!is_own || seen.changed == file.changed);
        if state.seen.get(&file.path).is_some_and(unchanged) {
            continue;
        }
        match open(place, file, name.as_ref()) {
            Ok(segment) => {
                let seen = Seen {
                    size: file.size,
                    changed: file.changed,
                    gapless: name.is_some() && segment.is_gapless(),
                };
                if let Some(there) = &mut there {
                    there.extend(segment.events.iter().map(|event| (event.id, event.hash)));
                }
                waiting.extend(segment.events);
                read.push((file.path.clone(), seen));
            }
            // A copy that a sync program has made of a segment is welcome when it is whole, else nobody's loss.
            Err(fault) => {
                state.seen.remove(&file.path);
                if name.is_some() {
                    told.faulty.push((file.path.clone(), fault));
                }
            }
        }
        while waiting.len() >= way.batch {
            let rest = waiting.split_off(way.batch);
            take(journal, &std::mem::replace(&mut waiting, rest), told)?;
            way.go_on(RECEIVING, number, files.len())?;
        }
        if waiting.is_empty() {
            state.seen.extend(read.drain(..));
        }
    }
    take(journal, &waiting, told)?;
    state.seen.extend(read);
    Ok(())
}

fn take(journal: &mut Journal, events: &[Event], told: &mut Exchanged) -> Result<(), SyncError> {
    if !events.is_empty() {
        let ingested = journal.ingest(events)?;
        told.received += ingested.added;
        told.conflicts += ingested.conflicts.len();
    }
    Ok(())
}

fn open(place: &Place, file: &Found, name: Option<&Name>) -> Result<Segment, Fault> {
    let bytes = place.read(&file.path).ok_or(Fault::Unreadable)?;
    let segment = segment::read(&bytes)?;
    // Under a name that is not its own it would be taken for another.
    if name.is_some_and(|name| *name != segment.name) { Err(Fault::Altered) } else { Ok(segment) }
}

/// Writes the events of other devices, and of this home under former ids, that the place does not hold: it is new, or
/// this journal was not there before.
fn send_absent(
    place: &Place,
    journal: &Journal,
    own: DeviceId,
    state: &mut State,
    there: &HashSet<(EventId, Hash)>,
    way: &Way<'_>,
) -> Result<usize, SyncError> {
    let mut absent: BTreeMap<DeviceId, Vec<Event>> = BTreeMap::new();
    journal.for_each_event(0, |_, event| {
        if event.id.device != own && !there.contains(&(event.id, event.hash)) {
            absent.entry(event.id.device).or_default().push(event);
        }
    })?;
    let mut count = 0;
    let all = absent.values().map(Vec::len).sum();
    for mut events in absent.into_values() {
        way.go_on(SENDING, count, all)?;
        events.sort_by_key(|event| (event.id.counter, event.hash));
        count += put(place, &events, state)?;
    }
    Ok(count)
}

/// Writes this device's own events that no whole segment in the place holds.
fn send_own(
    place: &Place,
    journal: &Journal,
    own: DeviceId,
    state: &mut State,
    way: &Way<'_>,
) -> Result<usize, SyncError> {
    let last = journal.next_id()?.counter - 1;
    let mut count = 0;
    let gaps = gaps(&own_ranges(own, state), last);
    let all = gaps.iter().map(|(first, last)| usize::try_from(last - first + 1).unwrap_or(usize::MAX)).sum();
    for (first, last) in gaps {
        let mut from = first;
        while from <= last {
            way.go_on(SENDING, count, all)?;
            let events = journal.events_of(own, from, last, segment::MOST)?;
            let Some(end) = events.last().map(|event| event.id.counter) else { break };
            count += put(place, &events, state)?;
            from = end + 1;
        }
    }
    state.sent = last;
    Ok(count)
}

fn put(place: &Place, events: &[Event], state: &mut State) -> Result<usize, SyncError> {
    for part in segment::cut(events) {
        let Some((name, bytes)) = segment::write(part) else { continue };
        let path = name.path();
        place.put(&path, &bytes)?;
        if let Some(found) = place.found(&path) {
            let gapless = Segment { name, events: part.to_vec() }.is_gapless();
            state.seen.insert(path, Seen { size: found.size, changed: found.changed, gapless });
        }
    }
    Ok(events.len())
}

/// Whether whole segments hold all that the segment at `path` held.
fn is_held(path: &str, state: &State) -> bool {
    let name = path.rsplit('/').next().and_then(|name| name.parse::<Name>().ok());
    name.is_some_and(|name| {
        gaps(&own_ranges(name.device, state), name.last).iter().all(|(_, last)| *last < name.first)
    })
}

/// The ranges that whole segments of this device hold, with their sizes.
fn own_ranges(own: DeviceId, state: &State) -> Vec<(Name, u64)> {
    let gapless = state.seen.iter().filter(|(_, seen)| seen.gapless);
    let names = gapless.filter_map(|(path, seen)| {
        let name: Name = path.rsplit('/').next()?.parse().ok()?;
        (name.device == own && name.path() == *path).then_some((name, seen.size))
    });
    let mut ranges: Vec<(Name, u64)> = names.collect();
    ranges.sort_by_key(|(name, _)| (name.first, std::cmp::Reverse(name.last)));
    ranges
}

/// What of `1..=last` no range holds.
fn gaps(ranges: &[(Name, u64)], last: u64) -> Vec<(u64, u64)> {
    let mut out = Vec::new();
    let mut next = 1;
    for (name, _) in ranges {
        if name.first > next {
            out.push((next, name.first - 1));
        }
        next = next.max(name.last + 1);
    }
    if next <= last {
        out.push((next, last));
    }
    out
}

/// Keeps the files of six years few: many small segments of this device become a larger one. The small ones go at a
/// later sync, when the larger one was found whole in the place. Nobody else touches them, so nothing can conflict; and
/// who reads any of them at any time reads true events.
fn merge(place: &Place, journal: &Journal, own: DeviceId, state: &mut State) -> Result<(), SyncError> {
    let ranges = own_ranges(own, state);
    let within = |a: &Name, b: &Name| a != b && b.first <= a.first && a.last <= b.last;
    for (name, _) in &ranges {
        // Of two equal ranges one would do; they hold the same.
        if ranges
            .iter()
            .any(|(other, _)| within(name, other) && (other.first, other.last) != (name.first, name.last))
        {
            place.remove(&name.path());
            state.seen.remove(&name.path());
        }
    }
    let ranges = own_ranges(own, state);
    let small: Vec<&Name> = ranges
        .iter()
        .filter(|(name, size)| {
            name.last - name.first + 1 < segment::MOST as u64 / 2 && *size < segment::LARGEST as u64 / 2
        })
        .map(|(name, _)| name)
        .collect();
    if small.len() < MANY {
        return Ok(());
    }
    let mut run: Vec<&Name> = Vec::new();
    for name in small.into_iter().chain(None) {
        if run.last().is_some_and(|before| before.last + 1 != name.first) {
            put_together(place, journal, own, state, &run)?;
            run.clear();
        }
        run.push(name);
    }
    put_together(place, journal, own, state, &run)
}

fn put_together(
    place: &Place,
    journal: &Journal,
    own: DeviceId,
    state: &mut State,
    run: &[&Name],
) -> Result<(), SyncError> {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return Ok(()) };
    if run.len() < 2 {
        return Ok(());
    }
    let events = journal.events_of(own, first.first, last.last, usize::MAX)?;
    put(place, &events, state)?;
    Ok(())
}
