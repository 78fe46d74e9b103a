//! The reviews that true retention is counted on, one by one.

use super::{Journal, JournalError, days::Tally};
use crate::{card::Locator, memory::Day};

/// A review of a card in the review phase, last seen on an earlier day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatureReview {
    /// The schedule.
    pub card: Locator,
    /// The day on which it counts.
    pub day: Day,
    /// After how many days it was asked again; `None` where the answer before stands under another name.
    pub since: Option<u32>,
    /// Whether it was recalled.
    pub recalled: bool,
}

impl Journal {
    /// The reviews that count for true retention on the days from `from` to `to`, both included: as many as
    /// [`Journal::day_counts`] counts.
    pub fn mature_reviews(&self, from: Day, to: Day) -> Result<Vec<MatureReview>, JournalError> {
        // Practice (bit 4 of the tally) leaves the schedule as it was: it is no answer before. In the order of the index by place a
        // million facts would be read here and there, which takes twenty times as long.
        let mut statement = self.conn.prepare_cached(
            "SELECT p.locator, f.day, f.tally,
                 (SELECT max(g.day) FROM fact g WHERE g.place = f.place AND g.day < f.day AND g.tally & 16 = 0)
             FROM fact f NOT INDEXED JOIN place p ON p.num = f.place
             WHERE f.day BETWEEN ?1 AND ?2 ORDER BY f.day, f.at",
        )?;
        let mut rows = statement.query([from.number(), to.number()])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let Some(tally) = Tally::unpack(row.get(2)?).filter(|tally| tally.mature) else { continue };
            let locator = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?.parse();
            let Ok(card) = locator else { continue };
            let day = Day::new(row.get(1)?);
            let since = row.get::<_, Option<i32>>(3)?.map(|before| day.since(Day::new(before)));
            out.push(MatureReview { card, day, since, recalled: tally.rating.is_recall() });
        }
        Ok(out)
    }
}
