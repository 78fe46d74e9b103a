//! Proving that what is stored is what the events come to.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet, btree_map},
    iter::Peekable,
};

use super::{
    EventId, Journal, JournalError,
    derived::{self, day_of},
    rows, whole,
};
use crate::{
    card::Fingerprint,
    memory::{self, CardState, Day},
};

/// Something that is not as the events say.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// SQLite finds the file damaged.
    File {
        /// What it says.
        reason: String,
    },
    /// The content of an event does not fit its hash: it was altered on the disk.
    Altered {
        /// Which.
        id: EventId,
    },
    /// A schedule's state is another.
    State {
        /// Which.
        locator: String,
        /// The stored one, if any.
        stored: Option<Box<CardState>>,
        /// The right one, if any.
        replayed: Option<Box<CardState>>,
    },
    /// The counts of a day are others.
    Day {
        /// Which.
        day: Day,
    },
    /// A setting is another.
    Setting {
        /// Which.
        key: String,
    },
    /// The text of a card's version is another.
    Version {
        /// Of which card.
        card: String,
    },
    /// Something inner is another: whether an event counts, where it stands, which cards are one.
    Inner,
}

impl Difference {
    /// Whether [`Journal::rebuild`] mends it; what it does not mend are the events themselves.
    #[must_use]
    pub fn is_mendable(&self) -> bool {
        !matches!(self, Self::File { .. } | Self::Altered { .. })
    }
}

impl Journal {
    /// Checks the file, the hash of every event, and everything that was derived against a replay of all events. It
    /// writes nothing. Memory states are compared after quantising.
    pub fn verify(&self) -> Result<Vec<Difference>, JournalError> {
        self.verify_while(&mut |_, _| true)
    }

    /// The same for who may stop it: `go_on` is called now and then with how far it is, and of how much.
    ///
    /// # Errors
    /// [`JournalError::Stopped`] where it says no.
    pub fn verify_while(
        &self,
        go_on: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Vec<Difference>, JournalError> {
        let tx = self.conn.unchecked_transaction()?;
        let mut out = Vec::new();
        let mut statement = tx.prepare("PRAGMA integrity_check")?;
        for line in statement.query_map([], |row| row.get::<_, String>(0))? {
            let reason = line?;
            if reason != "ok" {
                out.push(Difference::File { reason });
            }
        }
        let whole = whole::compute_while(&tx, go_on)?;
        for seq in &whole.altered {
            out.push(Difference::Altered { id: rows::by_seq(&tx, *seq)?.id });
        }
        self.compare_states(&whole, &mut out)?;
        let mut statement = tx.prepare("SELECT * FROM day")?;
        let rows = statement.query_map([], day_of)?;
        let days: BTreeMap<_, _> = rows.map(|day| day.map(|day| (day.day, day))).collect::<Result<_, _>>()?;
        out.extend(differing(&days, &whole.days).into_iter().map(|day| Difference::Day { day }));
        let settings = derived::stored_settings(&tx)?;
        out.extend(differing(&settings, &whole.settings).into_iter().map(|key| Difference::Setting { key }));
        self.compare_versions(&whole, &mut out)?;
        if !self.inner_fits(&whole)? {
            out.push(Difference::Inner);
        }
        Ok(out)
    }

    fn compare_states(&self, whole: &whole::Whole, out: &mut Vec<Difference>) -> Result<(), JournalError> {
        let missing = |(locator, replayed): (&String, &CardState)| {
            let (locator, replayed) = (locator.clone(), Some(Box::new(replayed.clone())));
            Difference::State { locator, stored: None, replayed }
        };
        let mut derived = whole.states.iter().peekable();
        self.for_each_state(|locator, stored| {
            let found = beside(&mut derived, |key| key.as_str().cmp(locator), |left| out.push(missing(left)));
            if !found.is_some_and(|replayed| agree(&stored, replayed)) {
                let (locator, stored) = (locator.to_owned(), Some(Box::new(stored)));
                let replayed = found.cloned().map(Box::new);
                out.push(Difference::State { locator, stored, replayed });
            }
        })?;
        out.extend(derived.map(missing));
        Ok(())
    }

    fn compare_versions(&self, whole: &whole::Whole, out: &mut Vec<Difference>) -> Result<(), JournalError> {
        let mut statement =
            self.conn.prepare("SELECT card, fingerprint, text FROM version ORDER BY card, fingerprint")?;
        let mut rows = statement.query([])?;
        let mut derived = whole.versions.iter().peekable();
        while let Some(row) = rows.next()? {
            let (card, fingerprint, text): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let order = |key: &(String, Fingerprint)| {
                key.0.cmp(&card).then_with(|| key.1.to_string().cmp(&fingerprint))
            };
            let missing = |((card, _), _): (&(String, Fingerprint), &String)| {
                out.push(Difference::Version { card: card.clone() });
            };
            if beside(&mut derived, order, missing) != Some(&text) {
                out.push(Difference::Version { card });
            }
        }
        out.extend(derived.map(|((card, _), _)| Difference::Version { card: card.clone() }));
        Ok(())
    }

    /// Whether facts, undos and aliases are stored as they were derived.
    fn inner_fits(&self, whole: &whole::Whole) -> Result<bool, JournalError> {
        let mut statement = self.conn.prepare(
            "SELECT f.seq, p.locator, f.at, f.void, f.day, f.tally FROM fact f LEFT JOIN place p ON p.num = f.place
             ORDER BY f.seq",
        )?;
        let mut rows = statement.query([])?;
        let mut facts = whole.facts.iter();
        while let Some(row) = rows.next()? {
            let place = row.get_ref(1)?.as_str_or_null().map_err(rusqlite::Error::from)?;
            let stored = (row.get(0)?, place, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?);
            let derived = facts.next().map(|fact| {
                let (day, tally) = fact.counted.map(|(day, tally)| (day.number(), tally.packed())).unzip();
                (fact.seq, whole.place_of(fact), fact.at, fact.void, day, tally)
            });
            if derived != Some(stored) {
                return Ok(false);
            }
        }
        let mut statement = self.conn.prepare("SELECT device, counter, hash, seq FROM undo ORDER BY seq")?;
        let undos = statement.query_map([], |row| Ok((row.get(3)?, derived::undo_of(row)?)))?;
        let mut statement = self.conn.prepare("SELECT a, b, seq FROM edge")?;
        let edges = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(facts.next().is_none()
            && undos.collect::<Result<Vec<_>, _>>()? == whole.undos
            && edges.collect::<Result<BTreeSet<_>, _>>()? == whole.edges)
    }
}

/// Goes on through what was derived to the entry that stands beside a stored one, which `order` compares keys with: both
/// come in the order of their keys, so neither is copied. What is passed over is not stored.
fn beside<'a, K, V>(
    derived: &mut Peekable<btree_map::Iter<'a, K, V>>,
    order: impl Fn(&K) -> Ordering,
    mut missing: impl FnMut((&'a K, &'a V)),
) -> Option<&'a V> {
    while let Some(entry) = derived.next_if(|(key, _)| order(key) == Ordering::Less) {
        missing(entry);
    }
    derived.next_if(|(key, _)| order(key) == Ordering::Equal).map(|(_, value)| value)
}

/// Whether two states are the same for every purpose.
fn agree(a: &CardState, b: &CardState) -> bool {
    let memories = match (a.memory, b.memory) {
        (Some(a), Some(b)) => memory::agree(a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    let rest = |state: &CardState| CardState { memory: None, ..state.clone() };
    memories && rest(a) == rest(b)
}

fn keys<K: Ord + Clone, V>(a: &BTreeMap<K, V>, b: &BTreeMap<K, V>) -> BTreeSet<K> {
    a.keys().chain(b.keys()).cloned().collect()
}

fn differing<K: Ord + Clone, V: PartialEq>(a: &BTreeMap<K, V>, b: &BTreeMap<K, V>) -> Vec<K> {
    keys(a, b).into_iter().filter(|key| a.get(key) != b.get(key)).collect()
}
