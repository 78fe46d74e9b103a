//! The events of a long history side by side, as small as they can be: while everything is derived anew, a million of
//! them are in memory at once.

use std::{collections::HashMap, num::NonZeroU32, ops::Range};

use super::{
    DeviceId, Event, EventId, Hash, JournalError, Order, Wall,
    clock::Retimes,
    project::{Row, What},
};
use crate::memory::{Fact, Granted, Rating};

/// What moves schedules, by place.
#[derive(Default)]
pub(super) struct Histories {
    rows: Vec<Small>,
    devices: Vec<DeviceId>,
    numbers: HashMap<DeviceId, u32>,
    /// What is no answer: few.
    facts: Vec<Fact>,
    /// The hashes of events that share their id with another: for all others the order is decided without.
    twins: HashMap<i64, Hash>,
}

/// A [`Row`] in less than half the bytes.
#[derive(Clone, Copy)]
struct Small {
    place: NonZeroU32,
    device: u32,
    counter: u64,
    at: i64,
    wall: Wall,
    seq: i64,
    what: SmallWhat,
}

#[derive(Clone, Copy)]
enum SmallWhat {
    Answer {
        rating: Rating,
        practice: bool,
        granted: Granted,
        took_ms: u32,
    },
    /// The number of a fact.
    Else(u32),
}

impl Histories {
    /// Empty, with room for so many events; `twins` are the hashes of those that share their id, by number.
    pub(super) fn new(room: usize, twins: HashMap<i64, Hash>) -> Self {
        Self { rows: Vec::with_capacity(room), twins, ..Self::default() }
    }

    /// One more event about a place.
    pub(super) fn push(
        &mut self,
        place: NonZeroU32,
        seq: i64,
        event: &Event,
        what: What,
    ) -> Result<(), JournalError> {
        let device = if let Some(device) = self.numbers.get(&event.id.device) {
            *device
        } else {
            let device = number(self.devices.len())?;
            self.devices.push(event.id.device);
            self.numbers.insert(event.id.device, device);
            device
        };
        let what = match what {
            What::Answer { rating, granted, practice, took_ms, wall: _ } => {
                SmallWhat::Answer { rating, practice, granted, took_ms }
            }
            What::Else(fact) => {
                self.facts.push(fact);
                SmallWhat::Else(number(self.facts.len() - 1)?)
            }
        };
        let EventId { counter, .. } = event.id;
        self.rows.push(Small { place, device, counter, at: event.at, wall: event.wall, seq, what });
        Ok(())
    }

    /// Puts events whose clock was wrong where they belong.
    pub(super) fn retime(&mut self, retimes: &Retimes) {
        for row in &mut self.rows {
            let id = EventId { device: self.devices[row.device as usize], counter: row.counter };
            (row.at, row.wall) = retimes.of(id, row.at, row.wall);
            if let SmallWhat::Else(fact) = row.what
                && let Fact::Known { at, .. } = &mut self.facts[fact as usize]
            {
                *at = row.wall.instant();
            }
        }
    }

    /// Brings the events of each place together; gives where those of place 1, 2, … up to `places` stand.
    pub(super) fn by_place(&mut self, places: usize) -> Vec<Range<usize>> {
        self.rows.sort_unstable_by_key(|row| row.place);
        let mut begin = 0;
        (1..=places)
            .map(|place| {
                let of_place = |row: &&Small| row.place.get() as usize == place;
                let end = begin + self.rows[begin..].iter().take_while(of_place).count();
                std::mem::replace(&mut begin, end)..end
            })
            .collect()
    }

    /// Events in full.
    pub(super) fn rows(&self, range: Range<usize>) -> impl Iterator<Item = Row> {
        self.rows[range].iter().map(|small| {
            let Small { device, counter, at, wall, seq, what, .. } = *small;
            let hash = self.twins.get(&seq).copied().unwrap_or(Hash([0; 16]));
            let order = Order { at, device: self.devices[device as usize], counter, hash };
            let what = match what {
                SmallWhat::Answer { rating, practice, granted, took_ms } => {
                    What::Answer { wall, rating, granted, practice, took_ms }
                }
                SmallWhat::Else(fact) => What::Else(self.facts[fact as usize]),
            };
            Row { order, seq, void: false, what }
        })
    }
}

/// A number in four bytes: a history of four billion events cannot be kept.
pub(super) fn number(number: usize) -> Result<u32, JournalError> {
    u32::try_from(number).map_err(|_| JournalError::Unkeepable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_takes_less_than_half_of_its_row() {
        assert!(size_of::<Small>() <= 64, "{}", size_of::<Small>());
        assert!(size_of::<Row>() >= 2 * size_of::<Small>(), "{}", size_of::<Row>());
    }
}
