//! Cards and their log as rows.

use std::collections::HashSet;

use rusqlite::{Connection, Statement, params};
use serde_json::json;

use super::{Entry, PackageError, Schedule, Setting, What};
use crate::{
    exchange::original::{OURS, Standing},
    memory::{CardState, Day, Due, Granted, Phase},
};

/// A card without its state.
pub(super) struct Blank {
    pub(super) id: i64,
    pub(super) note: i64,
    pub(super) deck: i64,
    /// The number of its template or cloze.
    pub(super) ord: u32,
    /// Its place among the new ones.
    pub(super) place: usize,
    /// Its author suspended it.
    pub(super) starts_suspended: bool,
}

/// Writes them.
pub(super) struct Schedules<'c> {
    setting: &'c Setting,
    day_zero: Day,
    card: Statement<'c>,
    review: Statement<'c>,
    taken: HashSet<i64>,
    /// How many cards, and how many answers.
    pub(super) written: (usize, usize),
}

impl<'c> Schedules<'c> {
    pub(super) fn new(conn: &'c Connection, setting: &'c Setting, day_zero: Day) -> rusqlite::Result<Self> {
        Ok(Self {
            setting,
            day_zero,
            card: conn.prepare(
                "INSERT INTO cards VALUES (?1, ?2, ?3, ?4, ?5, -1, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0, 0, ?14, ?15)",
            )?,
            review: conn.prepare("INSERT INTO revlog VALUES (?1, ?2, -1, ?3, ?4, ?5, ?6, ?7, ?8)")?,
            taken: HashSet::new(),
            written: (0, 0),
        })
    }

    /// A card as it stands, and what happened to it; a new one where no history goes along.
    pub(super) fn write(&mut self, card: &Blank, schedule: Option<&Schedule>) -> Result<(), PackageError> {
        let unseen = Schedule::default();
        let schedule = schedule.filter(|_| self.setting.history).unwrap_or(&unseen);
        let state = &schedule.state;
        let row = self.row(state, card);
        self.card.execute(params![
            card.id,
            card.note,
            card.deck,
            card.ord,
            self.setting.now.as_second(),
            row.kind,
            row.queue,
            row.due,
            state.interval_days,
            if row.kind == 0 { 0 } else { 2500 },
            state.reps,
            state.lapses,
            row.left,
            state.flag,
            row.data,
        ])?;
        self.written.0 += 1;
        self.log(card.id, state, &schedule.log)
    }

    fn day(&self, day: Day) -> i64 {
        i64::from(day.number() - self.day_zero.number()).max(0)
    }

    fn row(&self, state: &CardState, card: &Blank) -> Row {
        let (kind, queue, due) = match (state.phase, state.due) {
            (Phase::New, _) | (_, None) => (0, 0, i64::try_from(card.place).unwrap_or(0) + 1),
            (Phase::Review, Some(due)) => (2, 2, self.due_day(due)),
            (Phase::Learning(_), Some(Due::At(at))) => (1, 1, at.as_second()),
            (Phase::Relearning(_), Some(Due::At(at))) => (3, 1, at.as_second()),
            (Phase::Learning(_), Some(Due::Day(day))) => (1, 3, self.day(day)),
            (Phase::Relearning(_), Some(Due::Day(day))) => (3, 3, self.day(day)),
        };
        let queue = if state.suspended.unwrap_or(card.starts_suspended) {
            -1
        } else if state.is_buried(self.setting.today) {
            -3
        } else {
            queue
        };
        let mut data = serde_json::Map::new();
        if self.setting.history {
            let standing = Standing { flag: state.flag, suspended: queue == -1 };
            // Anki wants the custom data as a text of its own.
            data.insert("cd".to_owned(), json!(json!({ OURS: standing.code() }).to_string()));
        }
        if let Some(memory) = state.memory.filter(|_| kind != 0) {
            data.insert("s".to_owned(), json!(rounded(memory.stability, 4)));
            data.insert("d".to_owned(), json!(rounded(memory.difficulty, 3)));
            data.insert("dr".to_owned(), json!(rounded(self.setting.retention, 2)));
        }
        if let Some(last) = state.last_review.filter(|_| kind != 0) {
            data.insert("lrt".to_owned(), json!(last.as_second()));
        }
        let left = i64::from(matches!(kind, 1 | 3));
        Row { kind, queue, due, left, data: serde_json::Value::Object(data).to_string() }
    }

    fn due_day(&self, due: Due) -> i64 {
        match due {
            Due::Day(day) => self.day(day),
            Due::At(_) => self.day(self.setting.today),
        }
    }

    /// The log. A history begins with a row of learning, or Anki takes it for one that was cut.
    fn log(&mut self, card: i64, state: &CardState, log: &[Entry]) -> Result<(), PackageError> {
        let difficulty = state.memory.map_or(5.5, |memory| memory.difficulty);
        #[allow(clippy::cast_possible_truncation, reason = "100 to 1100")]
        let factor = (1000.0 * ((difficulty - 1.0) / 9.0 + 0.1)).round() as i64;
        let (mut last, mut phase) = (0_i64, Phase::New);
        for entry in log {
            let mut id = entry.at;
            while !self.taken.insert(id) {
                id += 1;
            }
            let (ease, interval, factor, kind) = match entry.what {
                What::Reset => (0, 0, 0, 4),
                What::Moved { days } => (0, i64::from(days.max(1)), factor, 4),
                What::Answered { rating, granted, practice } => {
                    let (interval, next) = match granted {
                        Granted::Learning { seconds, step } => (-i64::from(seconds), Phase::Learning(step)),
                        Granted::Relearning { seconds, step } => {
                            (-i64::from(seconds), Phase::Relearning(step))
                        }
                        Granted::Days { days, phase } => (i64::from(days), phase),
                    };
                    let kind = match phase {
                        _ if practice => 3,
                        Phase::New | Phase::Learning(_) => 0,
                        Phase::Review => 1,
                        Phase::Relearning(_) => 2,
                    };
                    self.written.1 += 1;
                    if !practice {
                        phase = next;
                    }
                    (rating.number(), interval, if practice { 0 } else { factor }, kind)
                }
            };
            self.review.execute(params![id, card, ease, interval, last, factor, entry.took_ms, kind])?;
            match entry.what {
                What::Reset => (last, phase) = (0, Phase::New),
                What::Answered { practice: true, .. } => {}
                What::Moved { .. } | What::Answered { .. } => last = interval,
            }
        }
        Ok(())
    }
}

/// How a card stands, in Anki's columns.
struct Row {
    kind: i64,
    queue: i64,
    due: i64,
    left: i64,
    data: String,
}

fn rounded(value: f32, digits: i32) -> f64 {
    let factor = 10_f64.powi(digits);
    (f64::from(value) * factor).round() / factor
}
