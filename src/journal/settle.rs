//! What new events change: void events, aliases, settings, states, days. One way for appending, undoing and
//! events from elsewhere, whatever their order.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension, params};

use super::{
    Event, JournalError, Order, Record, alias, body,
    clock::Retimes,
    days::{DayCount, Sign, Tally},
    derived::{self, edges},
    project::{Basis, Row, What, project},
    record::kind,
    rows, settings, void,
};
use crate::memory::Day;

/// What is left to do after [`settle`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Settled {
    /// Nothing.
    All,
    /// The basis of all states has changed: they are to be derived anew, at leisure. Everything else is done.
    Stale,
    /// The times of events have changed: everything is to be derived anew at once.
    Anew,
}

/// Writes a new event with what follows from it alone; gives its number.
pub(super) fn enter(conn: &Connection, event: &Event, retimes: &Retimes) -> Result<i64, JournalError> {
    let seq = rows::insert(conn, event)?;
    let record = body::read(&event.kind, &event.body);
    let place = match record.as_ref().and_then(Record::card) {
        Some(card) => Some(derived::place_num(conn, &card.to_string())?),
        None => None,
    };
    let (at, _) = retimes.of(event.id, event.at, event.wall);
    conn.prepare_cached("INSERT INTO fact (seq, place, at, void) VALUES (?1, ?2, ?3, 0)")?
        .execute(params![seq, place, at])?;
    if let Some(Record::Undo(undo)) = record {
        conn.prepare_cached("INSERT INTO undo VALUES (?1, ?2, ?3, ?4)")?.execute(params![
            seq,
            undo.target.device.0,
            rows::counter(undo.target.counter)?,
            undo.hash.0
        ])?;
    }
    if let Some(version) = body::version(&event.body) {
        // Of two texts under one fingerprint (they differ in white space) the lesser is kept, whichever came first.
        conn.prepare_cached(
            "INSERT INTO version VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET text = excluded.text WHERE excluded.text < text",
        )?
        .execute(params![
            version.card.to_string(),
            version.fingerprint.to_string(),
            version.text
        ])?;
    }
    Ok(seq)
}

/// Brings everything derived up to the events numbered `fresh`, which have been [`enter`]ed.
pub(super) fn settle(conn: &Connection, fresh: &[i64], retimes: &Retimes) -> Result<Settled, JournalError> {
    let turned = settle_void(conn, fresh)?;
    let mut dirty = BTreeSet::new();
    let mut aliased = BTreeSet::new();
    let (mut settings_touched, mut clock_touched) = (false, false);
    for seq in fresh.iter().copied().chain(turned).collect::<BTreeSet<_>>() {
        let event = rows::by_seq(conn, seq)?;
        match body::read(&event.kind, &event.body) {
            Some(Record::Alias { a, b }) => {
                let (a, b) = (a.to_string(), b.to_string());
                set_edges(conn, seq, &a, &b)?;
                aliased.extend([&a, &b].map(|locator| alias::split(locator).0.to_owned()));
            }
            Some(Record::Setting { .. }) => settings_touched = true,
            Some(Record::Clock(_)) => clock_touched = true,
            Some(record) => {
                let place = What::of(&record, event.wall).and(record.card());
                dirty.extend(place.map(ToString::to_string));
            }
            None => {}
        }
    }
    if clock_touched {
        return Ok(Settled::Anew);
    }
    let before = derived::stored_settings(conn)?;
    let after = if settings_touched { settle_settings(conn)? } else { before.clone() };
    if !aliased.is_empty() {
        dirty.extend(loosen(conn, aliased)?);
    }
    settle_states(conn, &dirty, &settings::basis(&after), retimes)?;
    Ok(if settings::differ(&before, &after) { Settled::Stale } else { Settled::All })
}

/// Brings the void events up to date; gives the numbers of those that have turned.
fn settle_void(conn: &Connection, fresh: &[i64]) -> Result<Vec<i64>, JournalError> {
    // Everything that undos connect with a new event, and nothing else, can turn.
    let mut seen: HashSet<i64> = HashSet::new();
    let mut open: Vec<i64> = fresh.to_vec();
    let mut undos = Vec::new();
    while let Some(seq) = open.pop() {
        if !seen.insert(seq) {
            continue;
        }
        if let Some(target) = target_of(conn, seq)? {
            undos.push((seq, target));
            open.push(target);
        }
        open.extend(undos_of(conn, seq)?);
    }
    if undos.is_empty() {
        return Ok(Vec::new());
    }
    let now_void = void::void(&undos);
    let mut turned = Vec::new();
    for seq in seen {
        let is_void = now_void.contains(&seq);
        let changed = conn
            .prepare_cached("UPDATE fact SET void = ?2 WHERE seq = ?1 AND void <> ?2")?
            .execute(params![seq, is_void])?;
        if changed > 0 {
            turned.push(seq);
        }
    }
    Ok(turned)
}

/// The event that the undo numbered `seq` is about, if it is one and its target has arrived.
fn target_of(conn: &Connection, seq: i64) -> Result<Option<i64>, JournalError> {
    let target = conn
        .prepare_cached("SELECT device, counter, hash FROM undo WHERE seq = ?1")?
        .query_row([seq], derived::undo_of)
        .optional()?;
    target.map_or(Ok(None), |target| rows::seq_of(conn, target))
}

/// The undos about the event numbered `seq`.
fn undos_of(conn: &Connection, seq: i64) -> Result<Vec<i64>, JournalError> {
    let mut statement = conn.prepare_cached(
        "SELECT u.seq FROM event e JOIN device d ON d.num = e.device
         JOIN undo u ON u.hash = e.hash AND u.device = d.id AND u.counter = e.counter WHERE e.seq = ?1",
    )?;
    let rows = statement.query_map([seq], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Puts the alias numbered `seq` in force, or out of it when it is void.
fn set_edges(conn: &Connection, seq: i64, a: &str, b: &str) -> Result<(), JournalError> {
    let is_void: bool =
        conn.prepare_cached("SELECT void FROM fact WHERE seq = ?1")?.query_row([seq], |row| row.get(0))?;
    if is_void {
        conn.prepare_cached("DELETE FROM edge WHERE seq = ?1")?.execute([seq])?;
    } else {
        for (a, b) in [(a, b), (b, a)] {
            derived::insert_edge(conn, a, b, seq)?;
        }
    }
    Ok(())
}

/// Forgets the states of all cards that an alias put in force or out of it may concern; gives the places in whose
/// histories there is something, to be projected anew.
///
/// A card that is no longer one with an endpoint of a withdrawn alias is still one with its other endpoint or was
/// joined by neither, so the cards that are connected with any endpoint now are all that there are.
fn loosen(conn: &Connection, aliased: BTreeSet<String>) -> Result<Vec<String>, JournalError> {
    let mut places = Vec::new();
    for card in alias::cards(aliased, &mut |card| edges(conn, card))? {
        // '$' follows '#', so this is the card and all its parts.
        let (parts, beyond) = (format!("{card}#"), format!("{card}$"));
        conn.prepare_cached("DELETE FROM state WHERE locator = ?1 OR (locator >= ?2 AND locator < ?3)")?
            .execute([&card, &parts, &beyond])?;
        let mut statement = conn.prepare_cached(
            "SELECT locator FROM place WHERE locator = ?1 OR (locator >= ?2 AND locator < ?3)",
        )?;
        let rows = statement.query_map([&card, &parts, &beyond], |row| row.get(0))?;
        places.extend(rows.collect::<Result<Vec<String>, _>>()?);
    }
    Ok(places)
}

/// Brings the settings up to date and gives them.
fn settle_settings(conn: &Connection) -> Result<BTreeMap<String, String>, JournalError> {
    let mut latest = HashMap::new();
    rows::of_kind(conn, kind::SETTING, |_, event, at, is_void| {
        if let (false, Some(Record::Setting { key, value })) = (is_void, body::read(&event.kind, &event.body))
        {
            let mut order = event.order();
            order.at = at;
            latest_setting(&mut latest, key, order, &value);
        }
    })?;
    let settings = in_force(latest);
    conn.execute("DELETE FROM setting", [])?;
    derived::write_settings(conn, &settings)?;
    Ok(settings)
}

/// What each setting was last set to, as JSON text, and by which event.
pub(super) type Latest = HashMap<String, (Order, String)>;

/// Takes up a setting event if it is the last one of its key so far.
pub(super) fn latest_setting(latest: &mut Latest, key: String, order: Order, value: &serde_json::Value) {
    if latest.get(&key).is_none_or(|(last, _)| *last < order) {
        latest.insert(key, (order, value.to_string()));
    }
}

/// The settings that are not back at their default.
pub(super) fn in_force(latest: Latest) -> BTreeMap<String, String> {
    latest.into_iter().map(|(key, (_, value))| (key, value)).filter(|(_, value)| value != "null").collect()
}

/// Projects the classes of the `dirty` places anew.
fn settle_states(
    conn: &Connection,
    dirty: &BTreeSet<String>,
    basis: &Basis,
    retimes: &Retimes,
) -> Result<(), JournalError> {
    let mut done: HashSet<String> = HashSet::new();
    let mut days: BTreeMap<Day, DayCount> = BTreeMap::new();
    for place in dirty {
        if done.contains(place) {
            continue;
        }
        let members = derived::class(conn, place)?;
        let (mut rows, counted) = rows_of(conn, &members, retimes)?;
        let mut tallies = Vec::new();
        let state = project(&mut rows, basis, |row, tally| tallies.push((row.seq, tally)));
        for (seq, tally) in tallies {
            let before = counted.get(&seq).copied().flatten();
            if before != tally {
                derived::write_tally(conn, seq, tally)?;
                for (change, sign) in [(before, Sign::Less), (tally, Sign::More)] {
                    if let Some((day, tally)) = change {
                        day_entry(conn, &mut days, day)?.count(tally, sign);
                    }
                }
            }
        }
        for member in &members {
            derived::write_state(conn, member, &state)?;
        }
        done.extend(members);
    }
    for count in days.values() {
        if count.is_empty() {
            conn.prepare_cached("DELETE FROM day WHERE day = ?1")?.execute([count.day.number()])?;
        } else {
            derived::write_day(conn, count)?;
        }
    }
    Ok(())
}

/// What was counted for an answer: its day and what it added.
type Counted = Option<(Day, Tally)>;

/// The events of a class that move its schedule, and what was counted for each.
fn rows_of(
    conn: &Connection,
    members: &BTreeSet<String>,
    retimes: &Retimes,
) -> Result<(Vec<Row>, HashMap<i64, Counted>), JournalError> {
    let (mut out, mut counted) = (Vec::new(), HashMap::new());
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {}, f.void, f.day, f.tally FROM place p JOIN fact f ON f.place = p.num
         JOIN event e ON e.seq = f.seq JOIN device d ON d.num = e.device WHERE p.locator = ?1",
        rows::COLUMNS
    ))?;
    for member in members {
        let mut rows = statement.query([member])?;
        while let Some(row) = rows.next()? {
            let (seq, event) = rows::event_of(row)?;
            let (at, wall) = retimes.of(event.id, event.at, event.wall);
            let Some(what) = body::read(&event.kind, &event.body).and_then(|record| What::of(&record, wall))
            else {
                continue;
            };
            let order = Order { at, ..event.order() };
            out.push(Row { order, seq, void: row.get(9)?, what });
            let (day, tally): (Option<i32>, Option<i64>) = (row.get(10)?, row.get(11)?);
            counted.insert(seq, day.map(Day::new).zip(tally.and_then(Tally::unpack)));
        }
    }
    Ok((out, counted))
}

fn day_entry<'a>(
    conn: &Connection,
    days: &'a mut BTreeMap<Day, DayCount>,
    day: Day,
) -> Result<&'a mut DayCount, JournalError> {
    use std::collections::btree_map::Entry;
    Ok(match days.entry(day) {
        Entry::Occupied(entry) => entry.into_mut(),
        Entry::Vacant(entry) => {
            let mut statement = conn.prepare_cached("SELECT * FROM day WHERE day = ?1")?;
            let stored = statement.query_row([day.number()], derived::day_of).optional()?;
            entry.insert(stored.unwrap_or(DayCount { day, ..DayCount::default() }))
        }
    })
}
