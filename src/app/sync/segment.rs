//! Segments: events of one device, in a file that is never rewritten.

use std::{fmt, str::FromStr};

use serde_json::json;

use super::{
    numbers::Numbers,
    sealed::{self, Fault, NAME_HASH},
};
use crate::journal::{DeviceId, Event};

/// At most so many events are in one file.
pub(super) const MOST: usize = 4096;
/// Nor more than about so many bytes.
pub(super) const LARGEST: usize = 1 << 20;

/// What the name of a segment says: `DEVICE-FIRST-LAST-HASH.jsonl`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    pub(super) device: DeviceId,
    /// The least counter in it.
    pub(super) first: u64,
    /// The greatest counter in it.
    pub(super) last: u64,
    /// The content.
    pub(super) hash: String,
}

impl Name {
    /// Where it lies in a place.
    pub(super) fn path(&self) -> String {
        format!("events/{}/{self}", self.device)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}-{}.jsonl", self.device, self.first, self.last, self.hash)
    }
}

impl FromStr for Name {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.strip_suffix(".jsonl").ok_or(())?.splitn(4, '-');
        let mut next = || parts.next().ok_or(());
        let device = next()?.parse().map_err(|_| ())?;
        let first = next()?.parse().map_err(|_| ())?;
        let last = next()?.parse().map_err(|_| ())?;
        let hash = next()?.to_owned();
        let hex =
            hash.len() == NAME_HASH && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if hex && (1..=last).contains(&first) { Ok(Self { device, first, last, hash }) } else { Err(()) }
    }
}

/// A segment that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) name: Name,
    pub(super) events: Vec<Event>,
}

/// The file of these events, which are all of one device; `None` for no events.
fn write(events: &[Event]) -> Option<(Name, Vec<u8>)> {
    let device = events.first()?.id.device;
    let first = events.iter().map(|event| event.id.counter).min()?;
    let last = events.iter().map(|event| event.id.counter).max()?;
    let header = json!({ "device": device, "events": events.len(), "first": first, "last": last });
    let sealed = sealed::seal("segment", header, events.iter().map(Event::to_line));
    Some((Name { device, first, last, hash: sealed.hash }, sealed.bytes))
}

/// Reads a file, whatever its name.
pub(super) fn read(bytes: &[u8]) -> Result<Segment, Fault> {
    let opened = sealed::open("segment", bytes)?;
    let number = |key: &str| opened.header[key].as_u64().ok_or(Fault::Altered);
    let device: DeviceId =
        opened.header["device"].as_str().and_then(|id| id.parse().ok()).ok_or(Fault::Altered)?;
    let (first, last, count) = (number("first")?, number("last")?, number("events")?);
    let events: Result<Vec<Event>, _> = opened.lines.iter().map(|line| Event::from_line(line)).collect();
    let events = events.map_err(|_| Fault::Altered)?;
    let fits = |event: &Event| event.id.device == device && (first..=last).contains(&event.id.counter);
    if events.len() as u64 != count || first == 0 || first > last || !events.iter().all(fits) {
        return Err(Fault::Altered);
    }
    Ok(Segment { name: Name { device, first, last, hash: opened.hash }, events })
}

/// Events of one device that are to stand in one file, with their numbers here.
#[derive(Debug, Default)]
pub(super) struct Filling {
    events: Vec<(u64, Event)>,
    size: usize,
}

impl Filling {
    /// Puts one more in. When it would be too many, or too large, those before are given and it begins the next file.
    pub(super) fn add(&mut self, number: u64, event: Event) -> Option<Self> {
        let bytes = event.body.len() + 200;
        let is_full = !self.events.is_empty() && (self.events.len() >= MOST || self.size + bytes > LARGEST);
        let full = is_full.then(|| std::mem::take(self));
        self.events.push((number, event));
        self.size += bytes;
        full
    }

    /// The file. Its events stand by their counters, so that the same events give the same file on every device.
    pub(super) fn close(mut self) -> Option<(Name, Vec<u8>, Numbers)> {
        self.events.sort_unstable_by_key(|(_, event)| (event.id.counter, event.hash));
        let (numbers, events): (Vec<u64>, Vec<Event>) = self.events.into_iter().unzip();
        let (name, bytes) = write(&events)?;
        Some((name, bytes, numbers.into_iter().collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{EventId, Wall};

    fn event(counter: u64) -> Event {
        let id = EventId { device: DeviceId([1; 8]), counter };
        Event::new(id, 5, Wall { ms: 5, offset: 0 }, "flag", r#"{"card":"d/x","flag":1,"v":1}"#.to_owned())
    }

    #[test]
    fn a_segment_reads_as_it_was_written_and_its_name_says_what_it_holds() {
        let events = [event(3), event(4)];
        let (name, bytes) = write(&events).expect("not empty");
        let segment = read(&bytes).expect("whole");
        assert_eq!((&segment.name, segment.events.as_slice()), (&name, events.as_slice()));
        assert_eq!(name.to_string().parse(), Ok(name.clone()));
        assert!(name.path().starts_with("events/0101010101010101/0101010101010101-3-4-"));
    }

    #[test]
    fn names_of_other_programs_are_none_of_ours() {
        let (name, _) = write(&[event(1)]).expect("not empty");
        let name = name.to_string();
        for other in [
            name.replace(".jsonl", ".sync-conflict-20261122-101010-ABCDEFG.jsonl"),
            name.replace(".jsonl", " (conflicted copy 2026-11-22).jsonl"),
            format!(".{name}.tmp"),
            name.replace("-1-1-", "-2-1-"),
            name.to_uppercase(),
        ] {
            assert_eq!(other.parse::<Name>(), Err(()), "{other}");
        }
    }

    #[test]
    fn an_event_of_another_device_in_it_makes_it_none() {
        let foreign = EventId { device: DeviceId([2; 8]), counter: 2 };
        let foreign = Event::new(foreign, 5, Wall { ms: 5, offset: 0 }, "flag", "{}".to_owned());
        let (_, bytes) = write(&[event(1), foreign]).expect("not empty");
        assert_eq!(read(&bytes), Err(Fault::Altered));
    }

    #[test]
    fn many_events_are_cut_into_files_that_do_not_depend_on_the_order_of_arrival() {
        let cut = |events: &mut dyn Iterator<Item = u64>| {
            let mut filling = Filling::default();
            let full: Vec<Filling> = events.filter_map(|n| filling.add(n, event(n))).collect();
            full.into_iter().chain([filling]).map(|part| part.close().expect("not empty")).collect::<Vec<_>>()
        };
        let files = cut(&mut (1..=10_000));
        let first = files.iter().map(|(name, ..)| name.first).collect::<Vec<_>>();
        assert!(
            files
                .iter()
                .all(|(_, bytes, numbers)| numbers.count() <= MOST as u64 && bytes.len() < 2 * LARGEST)
        );
        assert_eq!(
            (first[0], Numbers::of_all(files.iter().map(|(.., numbers)| numbers)).count()),
            (1, 10_000)
        );
        assert_eq!(cut(&mut (1..=9).rev()), cut(&mut (1..=9)));
    }
}
