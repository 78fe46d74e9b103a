//! What happened to a card, from Anki's log and from what it knows of the card.
//!
//! Suspending, burying and flagging are in no log: Anki tells only how a card stands, and when it was changed last. Where it stands
//! otherwise than here, that becomes something that happened at that time; what the student did here later outweighs it
//! (`app` leaves it out then).

mod settle;

use jiff::{Timestamp, tz::TimeZone};

use super::{
    collection::{Card, Collection, Preset, Row},
    identity,
};
use crate::{
    card::Locator,
    exchange::{Marks, Past, original::Standing},
    memory::{CardState, Day, Fact, Granted, Phase, Rating, Scheduler},
};

/// What the log hangs on.
pub(super) struct Context<'c> {
    /// The zone in which the reviews took place.
    pub(super) zone: &'c TimeZone,
    /// The hour at which our days begin.
    pub(super) rollover: u8,
    /// Day 0 of Anki's calendar.
    pub(super) day_zero: Day,
    /// With the student's parameters.
    pub(super) scheduler: &'c Scheduler,
    /// The package knows of studying. One that was made to be shared tells of no card that it is suspended or flagged,
    /// which does not say that the student's are not.
    pub(super) studied: bool,
    /// The time of the import.
    pub(super) now: Timestamp,
    /// How a schedule stands here.
    pub(super) marks_of: &'c dyn Fn(&Locator) -> Marks,
}

/// The pasts of a card, and how they compare.
pub(super) struct Told {
    pub(super) pasts: Vec<Past>,
    /// How many answers are among them.
    pub(super) answers: u64,
    /// How many rows of the log lie ahead of now, and are left out.
    pub(super) ahead: usize,
    /// Whether replaying the answers comes to the stability that Anki has stored, within a hundredth; `None` where Anki
    /// has none, or the log does not tell all.
    pub(super) agrees: Option<bool>,
}

const SECONDS_A_DAY: i64 = 86_400;

/// Day 0 of a collection's calendar: the date on which it was made, whatever the hour at which its days begin.
pub(super) fn day_zero(collection: &Collection, zone: &TimeZone) -> Day {
    let created = Timestamp::from_second(collection.created).unwrap_or(Timestamp::UNIX_EPOCH);
    let offset = collection
        .creation_offset
        .and_then(|west| jiff::tz::Offset::from_seconds(-west.clamp(-1500, 1500) * 60).ok());
    let zone = offset.map_or_else(|| zone.clone(), TimeZone::fixed);
    Day::from_date(created.to_zoned(zone).date())
}

/// What happened to the card `locator`; `returned`: it is a card of ours that was away.
pub(super) fn tell(
    guid: &str,
    card: &Card,
    rows: &[Row],
    preset: Option<&Preset>,
    locator: &Locator,
    context: &Context<'_>,
    returned: bool,
) -> Told {
    // A clock may be a little fast; what is days ahead would outweigh all that the student does until then.
    let latest = context.now.as_millisecond().saturating_add(SECONDS_A_DAY * 1000);
    let known = rows.partition_point(|row| row.id <= latest);
    let (rows, ahead) = (&rows[..known], rows.len() - known);
    let mut teller = Teller { guid, card, locator, context, pasts: Vec::new(), answers: 0 };
    let whole = teller.log(rows, preset, returned);
    let mut agrees = None;
    // Of a card of ours only what was done to it counts: the rest is known here.
    if !returned {
        let state = teller.state();
        let last = rows.last().map_or_else(|| teller.last_known(), |row| row.id);
        agrees = teller.settle(&state, last, whole, preset);
    }
    teller.marks();
    Told { pasts: teller.pasts, answers: teller.answers, ahead, agrees }
}

struct Teller<'t> {
    guid: &'t str,
    card: &'t Card,
    locator: &'t Locator,
    context: &'t Context<'t>,
    pasts: Vec<Past>,
    answers: u64,
}

impl Teller<'_> {
    fn day(&self, ms: i64) -> Day {
        let at = Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH);
        Day::of(&at.to_zoned(self.context.zone.clone()), self.context.rollover)
    }

    fn push(&mut self, what: &str, value: i64, ms: i64, fact: Fact, took_ms: u32) {
        let Ok(at) = Timestamp::from_millisecond(ms) else { return };
        let number = identity::number(self.guid, self.card.ord, what, value);
        self.pasts.push(Past { card: self.locator.clone(), number, at, fact, took_ms });
    }

    /// The log, row by row; whether it begins with learning the card.
    fn log(&mut self, rows: &[Row], preset: Option<&Preset>, returned: bool) -> bool {
        let start = last_learning(rows);
        let cut = if start.is_none() && self.card.stability.is_none() { first_answer(rows) } else { None };
        let last_answer = rows.iter().rposition(|row| row.ease > 0 && !is_cram(row));
        for (index, row) in rows.iter().enumerate() {
            if !returned
                && start == Some(index)
                && rows[..index].iter().any(|row| row.ease > 0 && !is_cram(row))
            {
                // What was known before it was learnt anew does not count any more, in Anki either.
                self.push("anew", row.id, row.id.saturating_sub(1), Fact::Reset, 0);
            }
            let Ok(at) = Timestamp::from_millisecond(row.id) else { continue };
            if let Some(rating) = Rating::from_number(row.ease) {
                let granted =
                    granted(row, last_answer.filter(|last| *last == index).and(Some(self.card)), preset);
                let practice = is_cram(row);
                let fact = Fact::Review { at, day: self.day(row.id), rating, granted, practice };
                self.push("review", row.id, row.id, fact, row.took_ms);
                self.answers += 1;
                if cut == Some(index) {
                    self.before_the_cut(row, &rows[index + 1..]);
                }
            } else if row.kind == 4 && row.factor == 0 {
                self.push("reset", row.id, row.id, Fact::Reset, 0);
            } else if row.interval > 0 {
                // By hand the interval is from that day on; after other options, from the last review on.
                let from = match last_answer_before(rows, index).filter(|_| row.kind != 4) {
                    Some(answer) => self.day(answer.id),
                    None => self.day(row.id),
                };
                let days = i32::try_from(row.interval).unwrap_or(i32::MAX);
                self.push("moved", row.id, row.id, Fact::Reschedule { due: from.plus(days) }, 0);
            }
        }
        start.is_some() || cut.is_some()
    }

    /// The state that the pasts come to.
    fn state(&self) -> CardState {
        let mut pasts: Vec<&Past> = self.pasts.iter().collect();
        pasts.sort_by_key(|past| past.at);
        self.context.scheduler.replay(pasts.into_iter().map(|past| &past.fact))
    }

    /// Suspended, buried, flagged, or not any more.
    fn marks(&mut self) {
        let (card, here) = (self.card, (self.context.marks_of)(self.locator));
        // Nothing is dated later than it is known to have happened.
        let changed = card.changed.saturating_mul(1000).min(self.context.now.as_millisecond());
        let day = self.day(changed);
        let counts = |differs: bool, set: bool| differs && (set || self.context.studied);
        let suspended = card.queue == -1;
        let buried_until = matches!(card.queue, -2 | -3).then(|| day.plus(1));
        let is_so = buried_until == here.buried_until.filter(|until| *until > day);
        // Nothing was done about it there.
        let as_sent = |same: fn(Standing, Standing) -> bool| {
            let now = Standing { flag: card.flag, suspended };
            card.went_out.is_some_and(|sent| same(sent, now))
        };
        if counts(suspended != here.suspended, suspended) && !as_sent(|a, b| a.suspended == b.suspended) {
            let (what, fact) =
                if suspended { ("suspended", Fact::Suspend) } else { ("resumed", Fact::Resume) };
            self.push(what, card.changed, changed, fact, 0);
        }
        if counts(!is_so, buried_until.is_some()) {
            let what = if buried_until.is_some() { "buried" } else { "unburied" };
            // Behind the resuming, which would end it.
            self.push(
                what,
                card.changed,
                changed.saturating_add(1),
                Fact::Bury { until: buried_until.unwrap_or(day) },
                0,
            );
        }
        if counts(card.flag != here.flag, card.flag > 0) && !as_sent(|a, b| a.flag == b.flag) {
            let value = card.changed.wrapping_shl(3) | i64::from(card.flag);
            self.push("flag", value, changed, Fact::Flag(card.flag), 0);
        }
    }
}

/// An answer in a filtered deck that left the schedule as it was.
fn is_cram(row: &Row) -> bool {
    row.kind == 3 && row.factor == 0
}

/// Where the last block of learning begins, as Anki looks for it: backwards, and not beyond a reset.
fn last_learning(rows: &[Row]) -> Option<usize> {
    let mut first = None;
    for (index, row) in rows.iter().enumerate().rev() {
        if is_cram(row) {
            continue;
        }
        if row.ease > 0 && row.kind == 0 {
            first = Some(index);
        } else if first.is_some() || (row.kind == 4 && row.factor == 0) {
            break;
        }
    }
    first
}

/// The first answer that counts, behind the last reset.
fn first_answer(rows: &[Row]) -> Option<usize> {
    let from = rows.iter().rposition(|row| row.kind == 4 && row.factor == 0).map_or(0, |reset| reset + 1);
    (from..rows.len()).find(|index| rows[*index].ease > 0 && !is_cram(&rows[*index]))
}

fn last_answer_before(rows: &[Row], index: usize) -> Option<&Row> {
    rows[..index].iter().rev().find(|row| row.ease > 0 && !is_cram(row))
}

/// What an answer granted. `card` is the card as it stands, for its last answer.
fn granted(row: &Row, card: Option<&Card>, preset: Option<&Preset>) -> Granted {
    let learning = match card.map(|card| card.kind) {
        Some(1) => true,
        Some(3) => false,
        _ => row.kind == 0,
    };
    let of = |default: usize, of: fn(&Preset) -> usize| preset.map_or(default, of);
    let on = card.map_or(0, |card| {
        step(card, if learning { of(2, |p| p.learning_steps) } else { of(1, |p| p.relearning_steps) })
    });
    let phase = if learning { Phase::Learning(on) } else { Phase::Relearning(on) };
    if row.interval > 0 {
        let days = u32::try_from(row.interval).unwrap_or(u32::MAX);
        return Granted::Days { days, phase: Phase::Review };
    }
    let seconds = row.interval.checked_neg().unwrap_or(0).max(1);
    if seconds >= SECONDS_A_DAY {
        return Granted::Days { days: u32::try_from(seconds / SECONDS_A_DAY).unwrap_or(u32::MAX), phase };
    }
    let seconds = u32::try_from(seconds).unwrap_or(60);
    if learning { Granted::Learning { step: on, seconds } } else { Granted::Relearning { step: on, seconds } }
}

/// The step that a card stands on: Anki counts how many are left.
fn step(card: &Card, steps: usize) -> u8 {
    let left = usize::try_from(card.left.rem_euclid(1000)).unwrap_or(0);
    u8::try_from(steps.saturating_sub(left)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Options;

    #[test]
    fn a_clock_that_was_fast_does_not_outweigh_what_the_student_does_now() {
        let scheduler = Scheduler::new(Options::default());
        let now: Timestamp = "2026-11-22T08:00:00Z".parse().expect("a time");
        let context = Context {
            zone: &TimeZone::UTC,
            rollover: 4,
            day_zero: Day::new(0),
            scheduler: &scheduler,
            studied: true,
            now,
            marks_of: &|_| Marks::default(),
        };
        let row = |id: i64| Row { id, ease: 3, interval: 1, factor: 2500, took_ms: 0, kind: 0 };
        let ms = now.as_millisecond();
        let rows = [row(ms - 1000), row(ms + 3_600_000), row(ms + 200 * 86_400_000)];
        let card = Card { changed: now.as_second() + 200 * 86_400, queue: -1, flag: 2, ..Card::default() };
        let locator: Locator = "d/a".parse().expect("a locator");
        let told = tell("guid", &card, &rows, None, &locator, &context, false);
        assert_eq!((told.answers, told.ahead), (2, 1));
        let marks: Vec<&Past> =
            told.pasts.iter().filter(|past| matches!(past.fact, Fact::Suspend | Fact::Flag(_))).collect();
        assert_eq!(marks.len(), 2);
        assert!(marks.iter().all(|past| past.at <= now), "{marks:?}");
    }

    #[test]
    fn a_review_on_the_phone_does_not_bring_back_the_flag_of_the_day_of_the_export() {
        let scheduler = Scheduler::new(Options::default());
        let context = Context {
            zone: &TimeZone::UTC,
            rollover: 4,
            day_zero: Day::new(0),
            scheduler: &scheduler,
            studied: true,
            now: "2026-11-22T08:00:00Z".parse().expect("a time"),
            // Flagged and suspended here since.
            marks_of: &|_| Marks { suspended: true, flag: 3, ..Marks::default() },
        };
        let locator: Locator = "d/a".parse().expect("a locator");
        let went_out = Some(Standing { flag: 1, suspended: false });
        let came = |flag, queue| {
            let card = Card { changed: 1_790_000_000, flag, queue, went_out, ..Card::default() };
            tell("guid", &card, &[], None, &locator, &context, true).pasts
        };
        assert!(came(1, 2).is_empty(), "as it went out");
        assert_eq!(came(2, 2).len(), 1, "another flag was given there");
        assert_eq!(came(1, -1).len(), 0, "suspended on both sides");
    }

    #[test]
    fn numbers_beyond_any_calendar_are_no_end_of_the_program() {
        let scheduler = Scheduler::new(Options::default());
        let context = Context {
            zone: &TimeZone::UTC,
            rollover: 4,
            day_zero: Day::new(0),
            scheduler: &scheduler,
            studied: true,
            now: "2026-11-22T08:00:00Z".parse().expect("a time"),
            marks_of: &|_| Marks::default(),
        };
        let locator: Locator = "d/a".parse().expect("a locator");
        for extreme in [i64::MIN, i64::MAX, 0] {
            for kind in 0..5_u8 {
                let row = Row { id: extreme, ease: 3, interval: extreme, factor: extreme, took_ms: 0, kind };
                let rows = [row, Row { ease: 0, ..row }, row];
                let card = Card {
                    changed: extreme,
                    kind: i64::from(kind),
                    queue: -i64::from(kind),
                    due: extreme,
                    interval: extreme,
                    factor: extreme,
                    left: extreme,
                    last_review: Some(extreme),
                    ..Card::default()
                };
                for rows in [&rows[..], &[]] {
                    let told = tell("guid", &card, rows, None, &locator, &context, false);
                    assert!(told.pasts.len() <= 8, "{}", told.pasts.len());
                }
            }
        }
    }
}
