//! An event as it is kept and as it travels. The format is documented in the module above.

use jiff::{SignedDuration, Timestamp, Zoned, tz::Offset, tz::TimeZone};

use super::{DeviceId, EventId, Hash, JournalError, Record};
use crate::memory::Day;

/// What stands before the canonical bytes: the name and the version of the format.
const DOMAIN: &[u8; 16] = b"carabin event v1";

/// The clock on the wall when an event was made, as the machine told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wall {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub ms: i64,
    /// What local time was ahead of UTC, in seconds.
    pub offset: i32,
}

impl Wall {
    /// The wall time of `zoned`, cut to the millisecond.
    #[must_use]
    pub fn of(zoned: &Zoned) -> Self {
        Self { ms: zoned.timestamp().as_millisecond(), offset: zoned.offset().seconds() }
    }

    /// Whether it is a time that can be shown (years -9999 to 9999, less than 26 hours from UTC).
    #[must_use]
    pub fn is_valid(self) -> bool {
        Timestamp::from_millisecond(self.ms).is_ok() && Offset::from_seconds(self.offset).is_ok()
    }

    /// The instant.
    #[must_use]
    pub fn instant(self) -> Timestamp {
        Timestamp::from_millisecond(self.ms).unwrap_or(if self.ms < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        })
    }

    /// The local time, in a zone of fixed offset.
    #[must_use]
    pub fn zoned(self) -> Zoned {
        let offset = Offset::from_seconds(self.offset).unwrap_or(Offset::UTC);
        self.instant().to_zoned(TimeZone::fixed(offset))
    }

    /// The day of study that it belongs to; `rollover` in hours after midnight.
    #[must_use]
    pub fn day(self, rollover: u8) -> Day {
        Day::of(&self.zoned(), rollover)
    }

    /// The same, `ms` milliseconds later.
    #[must_use]
    pub fn shifted(self, ms: i64) -> Self {
        let instant = self.instant().checked_add(SignedDuration::from_millis(ms));
        let edge = if ms < 0 { Timestamp::MIN } else { Timestamp::MAX };
        Self { ms: instant.unwrap_or(edge).as_millisecond(), ..self }
    }
}

/// One event: never changed, never deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Who made it, and which of theirs it is.
    pub id: EventId,
    /// When, in milliseconds since 1970: the wall time, made monotone per device.
    pub at: i64,
    /// When, as the wall clock told it.
    pub wall: Wall,
    /// What happened; one of [`super::kind`], or one that a newer program knows.
    pub kind: String,
    /// The particulars: canonical JSON, by the kind and its `"v"`.
    pub body: String,
    /// The hash over all of the above.
    pub hash: Hash,
}

impl Event {
    /// An event with its hash.
    #[must_use]
    pub fn new(id: EventId, at: i64, wall: Wall, kind: &str, body: String) -> Self {
        let hash = hash(id, at, wall, kind, &body);
        Self { id, at, wall, kind: kind.to_owned(), body, hash }
    }

    /// What happened in another program, as an event of the device that stands for that program. The same thing must
    /// always get the same id.
    ///
    /// # Errors
    /// [`JournalError::Unkeepable`] when the record cannot be written.
    pub fn foreign(id: EventId, wall: Wall, record: &Record) -> Result<Self, JournalError> {
        let body = super::body::write(record, None, None).map_err(|_| JournalError::Unkeepable)?;
        let event = Self::new(id, wall.ms, wall, record.kind(), body);
        if event.is_intact() { Ok(event) } else { Err(JournalError::Unkeepable) }
    }

    /// Whether its hash fits and its times can be.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        let Event { id, at, wall, kind, body, .. } = self;
        self.hash == hash(*id, *at, *wall, kind, body)
            && (1..=EventId::LAST).contains(&id.counter)
            && wall.is_valid()
            && Timestamp::from_millisecond(*at).is_ok()
    }

    /// Where it stands among all events.
    #[must_use]
    pub fn order(&self) -> Order {
        Order { at: self.at, device: self.id.device, counter: self.id.counter, hash: self.hash }
    }
}

/// The order of all events: by time, then device, then counter. (The hash tells two events of one id apart.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Order {
    /// Milliseconds since 1970, re-timed where a `clock` event says so.
    pub at: i64,
    /// The device.
    pub device: DeviceId,
    /// Its counter.
    pub counter: u64,
    /// The content.
    pub hash: Hash,
}

fn hash(id: EventId, at: i64, wall: Wall, kind: &str, body: &str) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(DOMAIN);
    hasher.update(&id.device.0);
    hasher.update(&id.counter.to_le_bytes());
    hasher.update(&at.to_le_bytes());
    hasher.update(&wall.ms.to_le_bytes());
    hasher.update(&wall.offset.to_le_bytes());
    for text in [kind, body] {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    }
    let mut first = [0; 16];
    first.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    Hash(first)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::journal) fn example() -> Event {
        let id = "0123456789abcdef-42".parse().expect("an id");
        let wall = Wall::of(&"2026-11-22T23:30:00.123[Europe/Paris]".parse().expect("a time"));
        Event::new(id, wall.ms, wall, "flag", r#"{"card":"d/x","flag":1,"v":1}"#.to_owned())
    }

    #[test]
    fn hashes_stay_what_they_are() {
        // Journals that exist hold this hash: a change here makes every event of theirs look altered.
        let event = example();
        assert_eq!(event.wall, Wall { ms: 1_795_386_600_123, offset: 3600 });
        assert_eq!(event.hash.to_string(), "ede407eb1c90fa3410eadc6061b30b41");
    }

    #[test]
    fn every_field_is_under_the_hash() {
        let event = example();
        assert!(event.is_intact());
        let other_id = EventId { counter: 43, ..event.id };
        let wall = |ms, offset| Wall { ms, offset };
        for altered in [
            Event { id: other_id, ..event.clone() },
            Event { at: event.at + 1, ..event.clone() },
            Event { wall: wall(event.wall.ms + 1, 3600), ..event.clone() },
            Event { wall: wall(event.wall.ms, 7200), ..event.clone() },
            Event { kind: "flags".to_owned(), ..event.clone() },
            Event { body: event.body.replace('1', "2"), ..event.clone() },
        ] {
            assert!(!altered.is_intact(), "{altered:?}");
        }
    }

    #[test]
    fn a_text_moved_between_kind_and_body_is_another_event() {
        let event = example();
        let a = Event::new(event.id, 0, event.wall, "ab", "c".to_owned());
        let b = Event::new(event.id, 0, event.wall, "a", "bc".to_owned());
        assert_ne!(a.hash, b.hash);
    }

    #[test]
    fn the_day_is_that_of_the_place_where_the_student_was() {
        let tokyo = Wall::of(&"2026-11-23T03:30[Asia/Tokyo]".parse().expect("a time"));
        let paris = Wall::of(&"2026-11-22T19:30[Europe/Paris]".parse().expect("a time"));
        assert_eq!(tokyo.ms, paris.ms);
        assert_eq!(tokyo.day(3).number(), paris.day(3).number() + 1);
        assert_eq!(tokyo.day(4), paris.day(4));
    }
}
