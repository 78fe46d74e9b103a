//! Reading: states, histories, settings, notes, days, versions.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Transaction, params};
use serde_json::Value;

use super::{
    CardVersion, DayCount, DeviceId, Event, EventId, Journal, JournalError, Order, Record, Wall, body,
    body::Envelope,
    clock::Retimes,
    derived::{self, day_of},
    meta, packed, rows, twins,
};
use crate::{
    card::{DeckId, Locator},
    memory::{CardState, Day},
};

/// An event as it stands in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEvent {
    /// The event.
    pub event: Event,
    /// When it happened, re-timed where a `clock` event says so.
    pub wall: Wall,
    /// Its place in the order of all events.
    pub order: Order,
    /// Whether it does not count, because it was undone.
    pub void: bool,
}

impl StoredEvent {
    /// What it says; `None` when only a newer program knows.
    #[must_use]
    pub fn record(&self) -> Option<Record> {
        body::read(&self.event.kind, &self.event.body)
    }

    /// When it happened.
    #[must_use]
    pub fn instant(&self) -> Timestamp {
        self.wall.instant()
    }
}

fn layout() -> JournalError {
    JournalError::Damaged("a state of another layout".to_owned())
}

/// The states of all schedules that have one, as of one moment.
#[derive(Clone, Debug, Default)]
pub struct AllStates {
    /// The locators, one after the other: a hundred thousand small texts would take more time and memory.
    names: String,
    /// Where each locator ends, and its state.
    states: Vec<(usize, CardState)>,
}

impl AllStates {
    /// The locators as they are kept, and their states, in the order of the locators.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &CardState)> {
        let mut begin = 0;
        self.states.iter().map(move |(end, state)| {
            let name = self.names.get(std::mem::replace(&mut begin, *end)..*end);
            (name.unwrap_or_default(), state)
        })
    }
}

impl Journal {
    /// The states of all schedules that have one (a card never touched has none).
    pub fn all_states(&self) -> Result<AllStates, JournalError> {
        let mut all = AllStates::default();
        self.for_each_state(|locator, state| {
            all.names.push_str(locator);
            all.states.push((all.names.len(), state));
        })?;
        Ok(all)
    }

    /// Calls `each` with every schedule that has a state (a card never touched has none), in the order of the
    /// locators.
    pub fn for_each_state(&self, mut each: impl FnMut(&str, CardState)) -> Result<(), JournalError> {
        let mut statement = self.conn.prepare_cached("SELECT locator, packed FROM state ORDER BY locator")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let locator = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            let bytes = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
            each(locator, packed::unpack(bytes).ok_or_else(layout)?);
        }
        Ok(())
    }

    /// The states of all schedules that have one.
    pub fn states(&self) -> Result<HashMap<Locator, CardState>, JournalError> {
        let mut out = HashMap::new();
        self.for_each_state(|locator, state| {
            if let Ok(locator) = locator.parse() {
                out.insert(locator, state);
            }
        })?;
        Ok(out)
    }

    /// The state of one schedule, under any of its names.
    pub fn state(&self, locator: &Locator) -> Result<CardState, JournalError> {
        let mut statement = self.conn.prepare_cached("SELECT packed FROM state WHERE locator = ?1")?;
        let bytes: Option<Vec<u8>> =
            statement.query_row([locator.to_string()], |row| row.get(0)).optional()?;
        bytes.map_or(Ok(CardState::default()), |bytes| packed::unpack(&bytes).ok_or_else(layout))
    }

    /// All locators that are one schedule with this one, itself included, in their order.
    pub fn aliases(&self, locator: &Locator) -> Result<Vec<Locator>, JournalError> {
        let class = derived::class(&self.conn, &locator.to_string())?;
        Ok(class.iter().filter_map(|member| member.parse().ok()).collect())
    }

    /// The aliases in force, as pairs, with the events that say so: to withdraw one, undo its event.
    pub fn alias_events(&self) -> Result<Vec<(EventId, Locator, Locator)>, JournalError> {
        let mut out = Vec::new();
        rows::of_kind(&self.conn, super::kind::ALIAS, |_, event, _, void| {
            if let (false, Some(Record::Alias { a, b })) = (void, body::read(&event.kind, &event.body)) {
                out.push((event.id, a, b));
            }
        })?;
        Ok(out)
    }

    /// All events about a card, under any of its names, void ones included, in order. What several homes have taken in from
    /// another program stands in it once. For many cards: [`Self::histories`].
    pub fn history(&self, locator: &Locator) -> Result<Vec<StoredEvent>, JournalError> {
        self.histories()?.of(locator)
    }

    /// The journal as it is now, to read what happened to many cards.
    pub fn histories(&self) -> Result<Histories<'_>, JournalError> {
        // Begun before anything is read: all of it is of one moment.
        let tx = self.conn.unchecked_transaction()?;
        let retimes = derived::retimes(&tx)?;
        Ok(Histories { tx, retimes })
    }

    /// The last `count` batches of this home that are about cards and in force, the newest first: what "undo" offers
    /// after a restart. A batch is what one append kept, such as an answer with the siblings that it buried.
    pub fn recent(&self, count: usize) -> Result<Vec<Vec<StoredEvent>>, JournalError> {
        let device = meta::device(&self.conn)?;
        let retimes = derived::retimes(&self.conn)?;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {}, f.void, f.place IS NOT NULL FROM event e JOIN device d ON d.num = e.device
             JOIN fact f ON f.seq = e.seq
             WHERE e.device = (SELECT num FROM device WHERE id = ?1) ORDER BY e.counter DESC",
            rows::COLUMNS
        ))?;
        let mut rows = statement.query([device.0])?;
        let mut out: Vec<Vec<StoredEvent>> = Vec::new();
        let mut batch = Vec::new();
        let mut counts = false;
        while let Some(row) = rows.next()? {
            let (_, event) = rows::event_of(row)?;
            let (at, wall) = retimes.of(event.id, event.at, event.wall);
            let order = Order { at, ..event.order() };
            let (void, about_card): (bool, bool) = (row.get(9)?, row.get(10)?);
            let is_first = Envelope::read(&event.body).is_none_or(|envelope| envelope.batch.is_none());
            counts |= about_card && !void;
            batch.push(StoredEvent { event, wall, order, void });
            if is_first {
                let mut whole = std::mem::take(&mut batch);
                whole.reverse();
                if std::mem::take(&mut counts) {
                    out.push(whole);
                    if out.len() >= count {
                        break;
                    }
                }
            }
        }
        Ok(out)
    }

    /// The settings of studying that are not at their defaults.
    pub fn settings(&self) -> Result<BTreeMap<String, Value>, JournalError> {
        let stored = derived::stored_settings(&self.conn)?;
        Ok(stored
            .into_iter()
            .filter_map(|(key, text)| Some((key, serde_json::from_str(&text).ok()?)))
            .collect())
    }

    /// The student's own note on a card, under any of its names.
    pub fn note(&self, locator: &Locator) -> Result<Option<String>, JournalError> {
        let histories = self.histories()?;
        let card = locator.card().to_string();
        let mut events = Vec::new();
        for member in super::alias::cards([card], &mut |card| derived::edges(&histories.tx, card))? {
            histories.under(&member, &mut events)?;
        }
        events.sort_unstable_by_key(|stored| stored.order);
        Ok(events
            .iter()
            .rev()
            .filter(|stored| !stored.void)
            .find_map(|stored| match stored.record() {
                Some(Record::Note { text, .. }) => Some(text),
                _ => None,
            })
            .filter(|text| !text.trim().is_empty()))
    }

    /// The last day on which a part of a card was answered, for practice or not, under any of the card's names. Of a case
    /// the parts are its questions.
    pub fn last_day_of_parts(&self, card: &Locator) -> Result<Option<Day>, JournalError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT max(f.day) FROM place p JOIN fact f ON f.place = p.num
             WHERE p.locator > ?1 AND p.locator < ?2 AND f.void = 0",
        )?;
        let mut last = None;
        for member in
            super::alias::cards([card.card().to_string()], &mut |card| derived::edges(&self.conn, card))?
        {
            // '$' follows '#', so these are the parts of the card and no others.
            let bounds = [format!("{member}#"), format!("{member}$")];
            let day: Option<i32> = statement.query_row(bounds, |row| row.get(0))?;
            last = last.max(day);
        }
        Ok(last.map(Day::new))
    }

    /// What was done on the days from `from` to `to`, both included; days without answers are left out.
    pub fn day_counts(&self, from: Day, to: Day) -> Result<Vec<DayCount>, JournalError> {
        let mut statement =
            self.conn.prepare_cached("SELECT * FROM day WHERE day BETWEEN ?1 AND ?2 ORDER BY day")?;
        let rows = statement.query_map([from.number(), to.number()], day_of)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The versions of the cards of a deck that events have brought, in the order of card and fingerprint.
    pub fn versions(&self, deck: &DeckId) -> Result<Vec<CardVersion>, JournalError> {
        // '0' follows '/', so this is the deck and no other.
        let (from, to) = (format!("{deck}/"), format!("{deck}0"));
        let mut statement = self.conn.prepare_cached(
            "SELECT card, fingerprint, text FROM version WHERE card >= ?1 AND card < ?2 ORDER BY card, fingerprint",
        )?;
        let rows = statement.query_map([from, to], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get(2)?))
        })?;
        let mut out = Vec::new();
        for row in rows {
            let (card, fingerprint, text) = row?;
            if let (Ok(card), Ok(fingerprint)) = (card.parse(), fingerprint.parse()) {
                out.push(CardVersion { card, fingerprint, text });
            }
        }
        Ok(out)
    }

    /// The events of a kind (but not reviews, of which there are too many), void ones included, in order: sittings,
    /// mistakes, misses elsewhere.
    pub fn of_kind(&self, kind: &str) -> Result<Vec<StoredEvent>, JournalError> {
        let retimes = derived::retimes(&self.conn)?;
        let mut out = Vec::new();
        rows::of_kind(&self.conn, kind, |_, event, at, void| {
            let (_, wall) = retimes.of(event.id, event.at, event.wall);
            let order = Order { at, ..event.order() };
            out.push(StoredEvent { event, wall, order, void });
        })?;
        out.sort_unstable_by_key(|stored| stored.order);
        Ok(out)
    }

    /// The answers that count on `from` or a later day of study, practice included, void ones left out, in order.
    pub fn answers_since(&self, from: Day) -> Result<Vec<StoredEvent>, JournalError> {
        let retimes = derived::retimes(&self.conn)?;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {} FROM fact f JOIN event e ON e.seq = f.seq JOIN device d ON d.num = e.device
             WHERE f.day >= ?1 AND f.void = 0",
            rows::COLUMNS
        ))?;
        let mut rows = statement.query([from.number()])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let (_, event) = rows::event_of(row)?;
            let (at, wall) = retimes.of(event.id, event.at, event.wall);
            let order = Order { at, ..event.order() };
            out.push(StoredEvent { event, wall, order, void: false });
        }
        out.sort_unstable_by_key(|stored| stored.order);
        Ok(out)
    }

    /// Calls `each` with the events in the order of their arrival here, from the one after number `after` (0: from
    /// the first), and with their numbers: what export and sync read.
    pub fn for_each_event(&self, after: u64, mut each: impl FnMut(u64, Event)) -> Result<(), JournalError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {} FROM event e JOIN device d ON d.num = e.device WHERE e.seq > ?1 ORDER BY e.seq",
            rows::COLUMNS
        ))?;
        let mut rows = statement.query(params![rows::counter(after)?])?;
        while let Some(row) = rows.next()? {
            let (seq, event) = rows::event_of(row)?;
            each(seq.unsigned_abs(), event);
        }
        Ok(())
    }

    /// The same with at most `count` of them: a long history a part at a time.
    pub fn some_events(
        &self,
        after: u64,
        count: usize,
        mut each: impl FnMut(u64, Event),
    ) -> Result<(), JournalError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {} FROM event e JOIN device d ON d.num = e.device WHERE e.seq > ?1 ORDER BY e.seq LIMIT ?2",
            rows::COLUMNS
        ))?;
        let mut rows = statement.query(params![rows::counter(after)?, rows::counter(count as u64)?])?;
        while let Some(row) = rows.next()? {
            let (seq, event) = rows::event_of(row)?;
            each(seq.unsigned_abs(), event);
        }
        Ok(())
    }

    /// Calls `each` with all events in their order, re-timed, void ones included: what is told to others. What several homes
    /// have taken in from another program is given once for each card.
    pub fn for_each_in_order(&self, mut each: impl FnMut(StoredEvent)) -> Result<(), JournalError> {
        let retimes = derived::retimes(&self.conn)?;
        let mut statement = self.conn.prepare(&format!(
            "SELECT {}, f.at, f.void, f.place FROM fact f JOIN event e ON e.seq = f.seq JOIN device d ON d.num = e.device
             ORDER BY f.at, d.id, e.counter, e.hash",
            rows::COLUMNS
        ))?;
        let undone = self.undone_in_programs()?;
        let mut rows = statement.query([])?;
        let mut given = HashSet::new();
        while let Some(row) = rows.next()? {
            let (_, event) = rows::event_of(row)?;
            let place: Option<i64> = row.get(11)?;
            if event.id.device.is_program() && !given.insert((event.id, place)) {
                continue;
            }
            let (_, wall) = retimes.of(event.id, event.at, event.wall);
            let order = Order { at: row.get(9)?, ..event.order() };
            let void = row.get(10)? || undone.contains(&event.id);
            each(StoredEvent { event, wall, order, void });
        }
        Ok(())
    }

    /// The ids of what happened in other programs and was undone.
    fn undone_in_programs(&self) -> Result<HashSet<EventId>, JournalError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT e.counter FROM event e JOIN fact f ON f.seq = e.seq
             WHERE e.device = (SELECT num FROM device WHERE id = ?1) AND f.void = 1",
        )?;
        let mut out = HashSet::new();
        for device in DeviceId::PROGRAMS {
            let counters = statement.query_map([device.0], |row| row.get::<_, i64>(0))?;
            for counter in counters {
                out.insert(EventId { device, counter: counter?.unsigned_abs() });
            }
        }
        Ok(out)
    }

    /// The ids under which there are several events, because a home was copied and both went on. All of them count. (What
    /// several homes have taken in from another program is none of that.)
    pub fn conflicts(&self) -> Result<Vec<EventId>, JournalError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT d.id, e.counter FROM event e JOIN device d ON d.num = e.device
             GROUP BY e.device, e.counter HAVING count(*) > 1 ORDER BY d.id, e.counter",
        )?;
        let rows = statement.query_map([], |row| {
            let counter = row.get::<_, i64>(1)?.unsigned_abs();
            Ok(EventId { device: DeviceId(row.get(0)?), counter })
        })?;
        let copied = |id: &rusqlite::Result<EventId>| !id.as_ref().is_ok_and(|id| id.device.is_program());
        Ok(rows.filter(copied).collect::<Result<_, _>>()?)
    }

    /// The counters of all events of a device that are known here.
    pub fn counters(&self, device: DeviceId) -> Result<HashSet<u64>, JournalError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT counter FROM event WHERE device = (SELECT num FROM device WHERE id = ?1)",
        )?;
        let rows = statement.query_map([device.0], |row| Ok(row.get::<_, i64>(0)?.unsigned_abs()))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The events under an id: none, one, or several where a home was copied.
    pub fn events(&self, id: EventId) -> Result<Vec<Event>, JournalError> {
        Ok(rows::under(&self.conn, id)?.into_iter().map(|(_, event)| event).collect())
    }
}

/// What happened to cards, up to one moment.
pub struct Histories<'j> {
    tx: Transaction<'j>,
    retimes: Retimes,
}

impl Histories<'_> {
    /// As [`Journal::history`].
    pub fn of(&self, locator: &Locator) -> Result<Vec<StoredEvent>, JournalError> {
        let mut out = Vec::new();
        for member in derived::class(&self.tx, &locator.to_string())? {
            self.under(&member, &mut out)?;
        }
        out.sort_unstable_by_key(|stored| stored.order);
        let doubles = twins::doubles(&mut out);
        out.retain(|stored| !doubles.contains(&stored.order));
        Ok(out)
    }

    /// What happened under one name.
    fn under(&self, place: &str, out: &mut Vec<StoredEvent>) -> Result<(), JournalError> {
        let mut statement = self.tx.prepare_cached(&format!(
            "SELECT {}, f.void FROM place p JOIN fact f ON f.place = p.num JOIN event e ON e.seq = f.seq
             JOIN device d ON d.num = e.device WHERE p.locator = ?1",
            rows::COLUMNS
        ))?;
        let mut rows = statement.query([place])?;
        while let Some(row) = rows.next()? {
            let (_, event) = rows::event_of(row)?;
            let (at, wall) = self.retimes.of(event.id, event.at, event.wall);
            let order = Order { at, ..event.order() };
            out.push(StoredEvent { event, wall, order, void: row.get(9)? });
        }
        Ok(())
    }
}
