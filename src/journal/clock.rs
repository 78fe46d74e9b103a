//! Events whose clock was wrong.

use std::ops::ControlFlow;

use super::{Clock, EventId, Journal, JournalError, Order, Wall, derived, meta};

/// When an event was made, as it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventTime {
    /// Which.
    pub id: EventId,
    /// Its place in the order, in milliseconds since 1970.
    pub at: i64,
    /// The clock on the wall, re-timed where a `clock` event says so.
    pub wall: Wall,
}

impl Journal {
    /// Calls `each` with the times of this home's events, the newest first, until it says stop. Corrections of the clock and
    /// what takes something back are left out: they are about others.
    pub fn own_times(&self, mut each: impl FnMut(EventTime) -> ControlFlow<()>) -> Result<(), JournalError> {
        let device = meta::device(&self.conn)?;
        let retimes = derived::retimes(&self.conn)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT counter, at, wall, offset FROM event WHERE device = (SELECT num FROM device WHERE id = ?1)
             AND kind NOT IN ('clock', 'undo') ORDER BY counter DESC, at DESC",
        )?;
        let mut found = statement.query([device.0])?;
        while let Some(row) = found.next()? {
            let id = EventId { device, counter: row.get::<_, i64>(0)?.unsigned_abs() };
            let (at, wall) = retimes.of(id, row.get(1)?, Wall { ms: row.get(2)?, offset: row.get(3)? });
            if each(EventTime { id, at, wall }).is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// The `clock` events in force, in their own order (which no `clock` event changes).
#[derive(Clone, Debug, Default)]
pub(super) struct Retimes(Vec<(Order, Clock)>);

impl Retimes {
    /// Those that are not void, in any order.
    pub(super) fn new(mut clocks: Vec<(Order, Clock)>) -> Self {
        clocks.sort_by_key(|(order, _)| *order);
        Self(clocks)
    }

    /// One more, later than all others.
    pub(super) fn push(&mut self, order: Order, clock: Clock) {
        self.0.push((order, clock));
    }

    /// Whether there are none, as nearly always.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// When an event happened: `at` and the wall time in force. The last `clock` event about it decides; then both
    /// follow its wall time, since `at` may have been held back by the very times that were wrong.
    pub(super) fn of(&self, id: EventId, at: i64, wall: Wall) -> (i64, Wall) {
        let covering =
            |clock: &Clock| clock.device == id.device && (clock.from..=clock.to).contains(&id.counter);
        match self.0.iter().rev().find(|(_, clock)| covering(clock)) {
            Some((_, clock)) => {
                let wall = wall.shifted(clock.shift_ms);
                (wall.ms, wall)
            }
            None => (at, wall),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{DeviceId, Hash};

    const DEVICE: DeviceId = DeviceId([1; 8]);

    fn order(at: i64) -> Order {
        Order { at, device: DEVICE, counter: 1, hash: Hash([0; 16]) }
    }

    fn clock(from: u64, to: u64, shift_ms: i64) -> Clock {
        Clock { device: DEVICE, from, to, shift_ms }
    }

    #[test]
    fn a_range_is_moved_and_nothing_else() {
        let retimes = Retimes::new(vec![(order(5), clock(2, 3, -100))]);
        let wall = Wall { ms: 1000, offset: 0 };
        let at = |device, counter| retimes.of(EventId { device, counter }, 7777, wall).0;
        assert_eq!([1, 2, 3, 4].map(|n| at(DEVICE, n)), [7777, 900, 900, 7777]);
        assert_eq!(at(DeviceId([2; 8]), 2), 7777);
    }

    #[test]
    fn the_last_word_counts_whatever_arrived_first() {
        let id = EventId { device: DEVICE, counter: 2 };
        let wall = Wall { ms: 1000, offset: 0 };
        for clocks in [
            vec![(order(5), clock(1, 9, -100)), (order(6), clock(1, 9, -200))],
            vec![(order(6), clock(1, 9, -200)), (order(5), clock(1, 9, -100))],
        ] {
            assert_eq!(Retimes::new(clocks).of(id, 1000, wall).0, 800);
        }
    }

    #[test]
    fn a_shift_beyond_time_stops_at_its_edge() {
        let id = EventId { device: DEVICE, counter: 2 };
        let retimes = Retimes::new(vec![(order(5), clock(1, 9, i64::MIN))]);
        assert!(retimes.of(id, 0, Wall { ms: 0, offset: 0 }).1.is_valid());
    }
}
