//! Writing: what happens here, and what arrives from elsewhere.

use jiff::Zoned;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::{
    CardVersion, DeviceId, Draft, Event, EventId, Journal, JournalError, Notice, Record, Undo, Wall, body,
    clock::Retimes,
    derived, meta, rows,
    settle::{self, Settled},
    whole,
};

/// Up to this many events a changed basis is followed at once, in the same transaction; it takes a fraction of a
/// second. Beyond, the states wait for [`Journal::rebuild`].
const REPLAYED_AT_ONCE: u64 = 20_000;

/// A batch from elsewhere that is larger than this, and than an eighth of all events here, is cheaper to take in by
/// deriving everything anew.
const LARGE: usize = 1000;

/// After so many events whoever waits is told.
const TOLD: usize = 1024;

/// What [`Journal::ingest`] did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ingested {
    /// Events that were not known.
    pub added: usize,
    /// Events that were.
    pub known: usize,
    /// Ids under which there are several events now, of a home that was copied. All are kept, apart by their hash,
    /// and count.
    pub conflicts: Vec<EventId>,
    /// Ids of events whose hash does not fit: altered on their way. They were not taken.
    pub altered: Vec<EventId>,
}

/// The last event of a device.
pub(super) struct Last {
    pub(super) id: EventId,
    pub(super) at: i64,
    pub(super) wall: Wall,
}

impl Last {
    pub(super) fn of(conn: &Connection, device: DeviceId) -> Result<Option<Self>, JournalError> {
        let mut statement = conn.prepare_cached(
            "SELECT counter, at, wall, offset FROM event WHERE device = (SELECT num FROM device WHERE id = ?1)
             ORDER BY counter DESC, at DESC LIMIT 1",
        )?;
        let last = statement.query_row([device.0], |row| {
            let id = EventId { device, counter: row.get::<_, i64>(0)?.unsigned_abs() };
            Ok(Self { id, at: row.get(1)?, wall: Wall { ms: row.get(2)?, offset: row.get(3)? } })
        });
        Ok(last.optional()?)
    }
}

impl Journal {
    /// Keeps what has happened: all of it or nothing, durable when it returns. Gives the events' ids, in order.
    ///
    /// `wall` is the clock on the wall. States, days, settings and notes follow in the same transaction.
    pub fn append(&mut self, drafts: &[Draft], wall: &Zoned) -> Result<Vec<EventId>, JournalError> {
        self.write(|tx| {
            let events = drafts.iter().map(|draft| (&draft.record, draft.version.as_ref()));
            append(tx, &events.collect::<Vec<_>>(), Wall::of(wall))
        })
    }

    /// The same for what names its own events: `make` is given the id of the first, the others follow it.
    pub fn append_from(
        &mut self,
        make: impl FnOnce(EventId) -> Vec<Draft>,
        wall: &Zoned,
    ) -> Result<Vec<EventId>, JournalError> {
        self.write(|tx| {
            let device = meta::device(tx)?;
            let counter = rows::last_counter(tx, device)? + 1;
            let drafts = make(EventId { device, counter });
            let events = drafts.iter().map(|draft| (&draft.record, draft.version.as_ref()));
            append(tx, &events.collect::<Vec<_>>(), Wall::of(wall))
        })
    }

    /// Undoes events (those of one answer, say) as one; undoing the undo brings them back. Gives the ids of the
    /// undos.
    ///
    /// # Errors
    /// [`JournalError::NoSuchEvent`] when one of them is not known.
    pub fn undo(&mut self, targets: &[EventId], wall: &Zoned) -> Result<Vec<EventId>, JournalError> {
        self.write(|tx| {
            let mut records = Vec::new();
            for id in targets {
                // Under an id of a copied home there may be several: the last one is meant.
                let last = rows::under(tx, *id)?.into_iter().map(|(_, event)| event).max_by_key(Event::order);
                let event = last.ok_or(JournalError::NoSuchEvent(*id))?;
                records.push(Record::Undo(Undo { target: *id, hash: event.hash }));
            }
            append(tx, &records.iter().map(|record| (record, None)).collect::<Vec<_>>(), Wall::of(wall))
        })
    }

    /// Takes in events from elsewhere, in any order and as often as one likes: all of them or nothing.
    ///
    /// An event under a known id with another content is kept as an event of its own and told. Altered events are
    /// left out and told. When an event under this home's own id was not known, this home is a copy or an older
    /// backup: it gets a new device id, and [`Journal::notices`] tells.
    pub fn ingest(&mut self, events: &[Event]) -> Result<Ingested, JournalError> {
        self.write_ingested(|tx| ingest(tx, events, &mut |_| true))
    }

    /// The same, and behind the events what is decided here about them, all in one transaction. `go_on` is told how many
    /// events are in, and stops it by `false`: then nothing was taken.
    ///
    /// # Errors
    /// [`JournalError::Stopped`] when it was stopped.
    pub fn ingest_and_append(
        &mut self,
        events: &[Event],
        drafts: &[Draft],
        wall: &Zoned,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<Ingested, JournalError> {
        self.write_ingested(|tx| {
            let told = ingest(tx, events, go_on)?;
            let drafts = drafts.iter().map(|draft| (&draft.record, draft.version.as_ref()));
            append(tx, &drafts.collect::<Vec<_>>(), Wall::of(wall))?;
            if go_on(events.len()) { Ok(told) } else { Err(JournalError::Stopped) }
        })
    }

    fn write_ingested(
        &mut self,
        work: impl FnOnce(&Connection) -> Result<(Ingested, Option<Notice>), JournalError>,
    ) -> Result<Ingested, JournalError> {
        let (told, notice) = self.write(work)?;
        self.notices.extend(notice);
        Ok(told)
    }

    /// Derives everything from the events anew, and stores it.
    ///
    /// Most of the work is done before the journal is held, so that another process goes on writing.
    pub fn rebuild(&mut self) -> Result<(), JournalError> {
        let before = self.conn.unchecked_transaction()?;
        let count = rows::count(&before)?;
        let whole = whole::compute(&before)?;
        before.finish()?;
        self.write(|tx| {
            let whole = if rows::count(tx)? == count { whole } else { whole::compute(tx)? };
            whole::write(tx, &whole)
        })
    }

    /// One transaction: everything that `work` does, or nothing.
    fn write<T>(
        &mut self,
        work: impl FnOnce(&Connection) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let out = work(&tx)?;
        tx.commit()?;
        Ok(out)
    }
}

/// Takes in events from elsewhere ([`Journal::ingest`]).
fn ingest(
    tx: &Connection,
    events: &[Event],
    go_on: &mut dyn FnMut(usize) -> bool,
) -> Result<(Ingested, Option<Notice>), JournalError> {
    let mut told = Ingested::default();
    let own = meta::device(tx)?;
    let retimes = derived::retimes(tx)?;
    let anew = events.len() > LARGE && events.len() as u64 > rows::count(tx)? / 8;
    let mut fresh = Vec::new();
    let mut shared = false;
    for (number, event) in events.iter().enumerate() {
        if number.is_multiple_of(TOLD) && !go_on(number) {
            return Err(JournalError::Stopped);
        }
        if !event.is_intact() {
            told.altered.push(event.id);
            continue;
        }
        let there = rows::hashes(tx, event.id)?;
        if there.contains(&event.hash) {
            told.known += 1;
            continue;
        }
        if !there.is_empty() && !told.conflicts.contains(&event.id) {
            told.conflicts.push(event.id);
        }
        shared |= event.id.device == own;
        fresh.push(if anew { rows::insert(tx, event)? } else { settle::enter(tx, event, &retimes)? });
        told.added += 1;
    }
    if anew && !fresh.is_empty() {
        whole::write(tx, &whole::compute(tx)?)?;
    } else {
        follow(tx, &fresh, &retimes)?;
    }
    let notice = if shared { Some(Notice::SharedDevice { before: own, now: meta::mint(tx)? }) } else { None };
    Ok((told, notice))
}

/// Makes events of records, as one batch, and what follows from them.
fn append(
    conn: &Connection,
    records: &[(&Record, Option<&CardVersion>)],
    wall: Wall,
) -> Result<Vec<EventId>, JournalError> {
    let device = meta::device(conn)?;
    let mut last = Last::of(conn, device)?;
    let mut retimes = derived::retimes(conn)?;
    let first = last.as_ref().map_or(1, |last| last.id.counter + 1);
    let (mut ids, mut fresh) = (Vec::new(), Vec::new());
    for (counter, (record, version)) in (first..).zip(records) {
        let id = EventId { device, counter };
        if counter > EventId::LAST {
            return Err(JournalError::Unkeepable);
        }
        // The version of a card is kept once.
        let version = version.map_or(Ok(None), |version| unseen(conn, version))?;
        let batch = (counter > first).then_some(first);
        let body = body::write(record, batch, version).map_err(|_| JournalError::Unkeepable)?;
        let event = |retimes: &Retimes| {
            let floor = last.as_ref().map(|last| retimes.of(last.id, last.at, last.wall).0.saturating_add(1));
            let at = floor.map_or(wall.ms, |floor| wall.ms.max(floor));
            Event::new(id, at, wall, record.kind(), body.clone())
        };
        let mut made = event(&retimes);
        if let Record::Clock(clock) = record {
            // It is in force for itself: a clock that was ahead no longer holds `at` back.
            retimes.push(made.order(), *clock);
            made = event(&retimes);
        }
        if !made.is_intact() {
            return Err(JournalError::Unkeepable);
        }
        fresh.push(settle::enter(conn, &made, &retimes)?);
        last = Some(Last { id, at: made.at, wall });
        ids.push(id);
    }
    follow(conn, &fresh, &retimes)?;
    Ok(ids)
}

/// The version, if no event has brought it yet.
fn unseen<'a>(conn: &Connection, version: &'a CardVersion) -> Result<Option<&'a CardVersion>, JournalError> {
    let mut statement = conn.prepare_cached("SELECT 1 FROM version WHERE card = ?1 AND fingerprint = ?2")?;
    let key = params![version.card.card().to_string(), version.fingerprint.to_string()];
    Ok(if statement.exists(key)? { None } else { Some(version) })
}

/// Brings everything derived up to new events.
fn follow(conn: &Connection, fresh: &[i64], retimes: &Retimes) -> Result<(), JournalError> {
    if fresh.is_empty() {
        return Ok(());
    }
    let count = rows::count(conn)?;
    match settle::settle(conn, fresh, retimes)? {
        Settled::All => Ok(()),
        Settled::Stale if count > REPLAYED_AT_ONCE => meta::set(conn, meta::STALE, "settings"),
        Settled::Stale | Settled::Anew => whole::write(conn, &whole::compute(conn)?),
    }
}
