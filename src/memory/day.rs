//! Days of study and the present moment.

use jiff::{SignedDuration, Timestamp, Zoned, civil::Date};
use serde::{Deserialize, Serialize};

/// A day of study, counted from 1970-01-01. It begins at the rollover hour (04:00 by default), local time,
/// so a review at 01:30 belongs to the evening before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(i32);

impl Day {
    /// The day with this number.
    #[must_use]
    pub const fn new(number: i32) -> Self {
        Self(number)
    }

    /// The day that `wall` belongs to when days begin at `rollover` (hours after midnight, 0 to 23).
    ///
    /// It depends on the clock on the wall alone, so it is right across time zones and daylight saving.
    #[must_use]
    pub fn of(wall: &Zoned, rollover: u8) -> Self {
        let shifted = wall
            .datetime()
            .checked_sub(SignedDuration::from_hours(i64::from(rollover.min(23))))
            .map_or_else(|_| wall.date(), jiff::civil::DateTime::date);
        Self::from_date(shifted)
    }

    /// The day of a calendar date.
    #[must_use]
    pub fn from_date(date: Date) -> Self {
        let days = date.since(epoch()).map_or(0, |span| span.get_days());
        Self(days)
    }

    /// Its calendar date (the date on which it begins).
    #[must_use]
    pub fn date(self) -> Date {
        epoch().checked_add(jiff::Span::new().days(self.0.clamp(-3_000_000, 2_900_000))).unwrap_or(Date::MAX)
    }

    /// The number of days since 1970-01-01.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day `days` later.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Days from `earlier` to this one, never below zero.
    #[must_use]
    pub fn since(self, earlier: Self) -> u32 {
        u32::try_from(i64::from(self.0) - i64::from(earlier.0)).unwrap_or(0)
    }
}

fn epoch() -> Date {
    jiff::civil::date(1970, 1, 1)
}

/// The present, as the core gets it told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The instant.
    pub at: Timestamp,
    /// The day of study that it belongs to.
    pub day: Day,
    /// The instant at which that day ends.
    pub day_end: Timestamp,
}

impl Now {
    /// The present of a wall clock; `rollover` in hours after midnight.
    #[must_use]
    pub fn new(wall: &Zoned, rollover: u8) -> Self {
        let day = Day::of(wall, rollover);
        let next = day.plus(1).date().at(i8::try_from(rollover.min(23)).unwrap_or(0), 0, 0, 0);
        let day_end = wall
            .time_zone()
            .to_ambiguous_zoned(next)
            .compatible()
            .map_or_else(|_| wall.timestamp(), |zoned| zoned.timestamp());
        Self { at: wall.timestamp(), day, day_end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(s: &str) -> Zoned {
        s.parse().expect("a zoned time")
    }

    #[test]
    fn the_night_belongs_to_the_evening_before() {
        let evening = Day::of(&wall("2026-11-22T23:30[Europe/Paris]"), 4);
        assert_eq!(Day::of(&wall("2026-11-23T03:59[Europe/Paris]"), 4), evening);
        assert_eq!(Day::of(&wall("2026-11-23T04:00[Europe/Paris]"), 4), evening.plus(1));
        assert_eq!(evening.date(), jiff::civil::date(2026, 11, 22));
    }

    #[test]
    fn a_day_ends_at_the_rollover_also_when_the_clocks_change() {
        let now = Now::new(&wall("2026-10-24T20:00[Europe/Paris]"), 4);
        assert_eq!(now.day_end, wall("2026-10-25T04:00[Europe/Paris]").timestamp());
        assert_eq!(now.day_end.duration_since(now.at).as_hours(), 9, "one hour is lived twice");
    }

    #[test]
    fn elapsed_days_are_never_negative() {
        assert_eq!(Day::new(5).since(Day::new(9)), 0);
        assert_eq!(Day::new(9).since(Day::new(5)), 4);
    }
}
