//! Everything that the events come to, derived from scratch: for rebuilding, and to check what is stored.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    num::NonZeroU32,
};

use rusqlite::{Connection, params};

use super::{
    JournalError, Order, Record, Undo, alias, body,
    clock::Retimes,
    compact::{Histories, number},
    days::{DayCount, Sign, Tally},
    derived::{self, insert_edge},
    meta,
    project::{What, project},
    rows, settings,
    settle::{in_force, latest_setting},
    void,
};
use crate::{
    card::{Fingerprint, Locator},
    memory::{CardState, Day},
};

/// Everything derived.
#[derive(Debug, Default)]
pub(super) struct Whole {
    pub(super) facts: Vec<FactRow>,
    pub(super) places: Vec<String>,
    pub(super) undos: Vec<(i64, Undo)>,
    /// Aliases in force, each from both sides, with the event's number.
    pub(super) edges: BTreeSet<(String, String, i64)>,
    pub(super) states: BTreeMap<String, CardState>,
    pub(super) days: BTreeMap<Day, DayCount>,
    pub(super) settings: BTreeMap<String, String>,
    /// By card and fingerprint.
    pub(super) versions: BTreeMap<(String, Fingerprint), String>,
    /// Events whose hash does not fit: altered on the disk.
    pub(super) altered: Vec<i64>,
}

impl Whole {
    /// The place of a fact.
    pub(super) fn place_of(&self, fact: &FactRow) -> Option<&str> {
        let place = self.places.get(fact.place?.get() as usize - 1)?;
        Some(place)
    }
}

/// Told how far long work is, and of how much; says whether to go on.
pub(super) type GoOn<'a> = dyn FnMut(u64, u64) -> bool + 'a;

/// Asks it, at every thousandth event.
fn ask(go_on: &mut GoOn<'_>, done: u64, of: u64) -> Result<(), JournalError> {
    if done.is_multiple_of(1000) && !go_on(done, of) { Err(JournalError::Stopped) } else { Ok(()) }
}

/// What is derived for one event.
#[derive(Clone, Copy, Debug)]
pub(super) struct FactRow {
    pub(super) seq: i64,
    /// The number of the place, which stands before it in [`Whole::places`].
    pub(super) place: Option<NonZeroU32>,
    pub(super) at: i64,
    pub(super) void: bool,
    pub(super) counted: Option<(Day, Tally)>,
}

/// Events that are few and concern all others.
#[derive(Default)]
struct Rare {
    aliases: Vec<(i64, String, String)>,
    settings: Vec<(usize, Order, String, serde_json::Value)>,
    clocks: Vec<(usize, Order, super::Clock)>,
}

/// Derives everything from the events.
pub(super) fn compute(conn: &Connection) -> Result<Whole, JournalError> {
    compute_while(conn, &mut |_, _| true)
}

/// The same for who may stop it: `go_on` is called now and then with how far it is, and of how much.
pub(super) fn compute_while(conn: &Connection, go_on: &mut GoOn<'_>) -> Result<Whole, JournalError> {
    let mut whole = Whole::default();
    let mut rare = Rare::default();
    let total = rows::count(conn)?;
    let room = usize::try_from(total).unwrap_or(0);
    whole.facts.reserve_exact(room);
    let mut histories = Histories::new(room, rows::twins(conn)?);
    read(conn, &mut whole, &mut rare, &mut histories, go_on)?;

    let void = void_events(conn, &whole.undos)?;
    for fact in &mut whole.facts {
        fact.void = void.contains(&fact.seq);
    }
    let mut clocks = std::mem::take(&mut rare.clocks);
    clocks.retain(|(index, ..)| !whole.facts[*index].void);
    let retimes = Retimes::new(clocks.into_iter().map(|(_, order, clock)| (order, clock)).collect());
    retime(conn, &mut whole, &mut histories, &retimes)?;

    let mut latest = HashMap::new();
    for (index, order, key, value) in rare.settings {
        let fact = whole.facts[index];
        if !fact.void {
            latest_setting(&mut latest, key, Order { at: fact.at, ..order }, &value);
        }
    }
    whole.settings = in_force(latest);
    for (seq, a, b) in rare.aliases {
        if !void.contains(&seq) {
            whole.edges.insert((a.clone(), b.clone(), seq));
            whole.edges.insert((b, a, seq));
        }
    }
    derive_states(&mut whole, histories, &void, go_on)?;
    Ok(whole)
}

fn read(
    conn: &Connection,
    whole: &mut Whole,
    rare: &mut Rare,
    histories: &mut Histories,
    go_on: &mut GoOn<'_>,
) -> Result<(), JournalError> {
    let total = rows::count(conn)?;
    let mut numbers: HashMap<Locator, NonZeroU32> = HashMap::new();
    let mut statement = conn.prepare(&format!(
        "SELECT {} FROM event e JOIN device d ON d.num = e.device ORDER BY e.seq",
        rows::COLUMNS
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (seq, event) = rows::event_of(row)?;
        // Reading is one half, replaying the other.
        ask(go_on, whole.facts.len() as u64, 2 * total)?;
        if !event.is_intact() {
            whole.altered.push(seq);
        }
        if let Some(version) = body::version(&event.body) {
            let key = (version.card.to_string(), version.fingerprint);
            let text = whole.versions.entry(key).or_insert_with(|| version.text.clone());
            if version.text < *text {
                *text = version.text;
            }
        }
        let record = body::read(&event.kind, &event.body);
        let mut place = None;
        if let Some(card) = record.as_ref().and_then(Record::card) {
            let number = if let Some(number) = numbers.get(card) {
                *number
            } else {
                let number = NonZeroU32::MIN.saturating_add(number(whole.places.len())?);
                whole.places.push(card.to_string());
                numbers.insert(card.clone(), number);
                number
            };
            place = Some(number);
        }
        let index = whole.facts.len();
        whole.facts.push(FactRow { seq, place, at: event.at, void: false, counted: None });
        let Some(record) = record else { continue };
        if let (Some(place), Some(what)) = (place, What::of(&record, event.wall)) {
            histories.push(place, seq, &event, what)?;
        }
        match record {
            Record::Undo(undo) => whole.undos.push((seq, undo)),
            Record::Alias { a, b } => rare.aliases.push((seq, a.to_string(), b.to_string())),
            Record::Setting { key, value } => rare.settings.push((index, event.order(), key, value)),
            Record::Clock(clock) => rare.clocks.push((index, event.order(), clock)),
            _ => {}
        }
    }
    Ok(())
}

fn void_events(conn: &Connection, undos: &[(i64, Undo)]) -> Result<HashSet<i64>, JournalError> {
    let mut pairs = Vec::new();
    for (seq, undo) in undos {
        if let Some(target) = rows::seq_of(conn, *undo)? {
            pairs.push((*seq, target));
        }
    }
    Ok(void::void(&pairs))
}

/// Puts events whose clock was wrong where they belong.
fn retime(
    conn: &Connection,
    whole: &mut Whole,
    histories: &mut Histories,
    retimes: &Retimes,
) -> Result<(), JournalError> {
    if retimes.is_empty() {
        return Ok(());
    }
    for fact in &mut whole.facts {
        let event = rows::by_seq(conn, fact.seq)?;
        (fact.at, _) = retimes.of(event.id, event.at, event.wall);
    }
    histories.retime(retimes);
    Ok(())
}

/// Projects every class of places.
fn derive_states(
    whole: &mut Whole,
    mut histories: Histories,
    void: &HashSet<i64>,
    go_on: &mut GoOn<'_>,
) -> Result<(), JournalError> {
    let total = whole.facts.len() as u64;
    let mut replayed = 0;
    let basis = settings::basis(&whole.settings);
    let mut by_card: HashMap<&str, Vec<(String, String)>> = HashMap::new();
    for (a, b, _) in &whole.edges {
        by_card.entry(alias::split(a).0).or_default().push((a.clone(), b.clone()));
    }
    let mut edges =
        |card: &str| Ok::<_, std::convert::Infallible>(by_card.get(card).cloned().unwrap_or_default());
    let numbers: HashMap<&str, usize> =
        whole.places.iter().enumerate().map(|(number, place)| (place.as_str(), number)).collect();
    let ranges = histories.by_place(whole.places.len());
    let mut done = vec![false; ranges.len()];
    let facts = &mut whole.facts;
    for (number, place) in whole.places.iter().enumerate() {
        if done[number] {
            continue;
        }
        let members = if by_card.is_empty() {
            BTreeSet::from([place.clone()])
        } else {
            let Ok(members) = alias::class(place, &mut edges);
            members
        };
        let mut rows = Vec::new();
        for other in members.iter().filter_map(|member| numbers.get(member.as_str())) {
            done[*other] = true;
            rows.extend(histories.rows(ranges[*other].clone()));
        }
        for row in &mut rows {
            row.void = void.contains(&row.seq);
            replayed += 1;
            ask(go_on, total + replayed, 2 * total)?;
        }
        let state = project(&mut rows, &basis, |row, tally| {
            if let Some((day, tally)) = tally {
                let count = whole.days.entry(day).or_insert(DayCount { day, ..DayCount::default() });
                count.count(tally, Sign::More);
                if let Ok(fact) = facts.binary_search_by_key(&row.seq, |fact| fact.seq) {
                    facts[fact].counted = Some((day, tally));
                }
            }
        });
        if state != CardState::default() {
            whole.states.extend(members.into_iter().map(|member| (member, state.clone())));
        }
    }
    Ok(())
}

/// Stores everything derived in place of what is there.
pub(super) fn write(conn: &Connection, whole: &Whole) -> Result<(), JournalError> {
    conn.execute_batch(
        "DELETE FROM place; DELETE FROM fact; DELETE FROM undo; DELETE FROM edge; DELETE FROM state;
         DELETE FROM day; DELETE FROM setting; DELETE FROM version;",
    )?;
    let mut statement = conn.prepare_cached("INSERT INTO place VALUES (?1, ?2)")?;
    for (num, locator) in (1_i64..).zip(&whole.places) {
        statement.execute(params![num, locator])?;
    }
    let mut statement = conn.prepare_cached("INSERT INTO fact VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for fact in &whole.facts {
        let (day, tally) = fact.counted.map(|(day, tally)| (day.number(), tally.packed())).unzip();
        let place = fact.place.map(NonZeroU32::get);
        statement.execute(params![fact.seq, place, fact.at, fact.void, day, tally])?;
    }
    let mut statement = conn.prepare_cached("INSERT INTO undo VALUES (?1, ?2, ?3, ?4)")?;
    for (seq, undo) in &whole.undos {
        let counter = rows::counter(undo.target.counter)?;
        statement.execute(params![seq, undo.target.device.0, counter, undo.hash.0])?;
    }
    for (a, b, seq) in &whole.edges {
        insert_edge(conn, a, b, *seq)?;
    }
    for (locator, state) in &whole.states {
        derived::write_state(conn, locator, state)?;
    }
    for count in whole.days.values() {
        derived::write_day(conn, count)?;
    }
    derived::write_settings(conn, &whole.settings)?;
    let mut statement = conn.prepare_cached("INSERT INTO version VALUES (?1, ?2, ?3)")?;
    for ((card, fingerprint), text) in &whole.versions {
        statement.execute([card, &fingerprint.to_string(), text])?;
    }
    meta::set(conn, meta::PROJECTION, &meta::projection())?;
    meta::remove(conn, meta::STALE)
}
