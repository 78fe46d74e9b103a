//! The settings of studying: told, changed, taken back. They are events in the journal.

mod listing;

pub use listing::SettingLine;

use jiff::civil::Date;
use serde_json::Value;

use super::{error::AppError, open::App};
use crate::{
    journal::{Draft, EventId, Record},
    study::{Setting, Settings},
};

/// What became of a setting, in the notation of [`Settings::set`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What it was.
    pub before: String,
    /// What it is.
    pub after: String,
    /// The event that says so; `None` where nothing has changed.
    pub event: Option<EventId>,
}

impl App {
    /// The settings as they are kept. (In [`App::settings`], languages that nobody chose are the interface's.)
    ///
    /// # Errors
    /// When the journal fails.
    pub fn kept_settings(&self) -> Result<Settings, AppError> {
        Ok(Settings::from_pairs(&self.journal.settings()?).0)
    }

    /// Gives a setting a value, or with `None` its default. Nothing is kept where nothing changes.
    ///
    /// # Errors
    /// When the value does not fit; when it is a day of an exam that is over; when it cannot be kept.
    pub fn change_setting(&mut self, setting: Setting, value: Option<&str>) -> Result<Changed, AppError> {
        let (mut changed, draft) = self.setting_draft(setting, value)?;
        if let Some(draft) = draft {
            changed.event = self.journal.append(&[draft], &self.stamp()?)?.first().copied();
            self.follow_settings()?;
        }
        Ok(changed)
    }

    /// Takes back a change of a setting.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn undo_setting(&mut self, event: EventId) -> Result<(), AppError> {
        self.journal.undo(&[event], &self.stamp()?)?;
        self.follow_settings()
    }

    fn follow_settings(&mut self) -> Result<(), AppError> {
        self.read_settings()?;
        self.states = None;
        Ok(())
    }

    /// What is to be kept when a setting gets a value, or with `None` its default; nothing where nothing changes.
    pub(super) fn setting_draft(
        &self,
        setting: Setting,
        value: Option<&str>,
    ) -> Result<(Changed, Option<Draft>), AppError> {
        let mut settings = self.kept_settings()?;
        let before = settings.get(setting);
        let default = Settings::default().get(setting);
        settings.set(setting, value.unwrap_or(&default))?;
        let after = settings.get(setting);
        // The core knows no day, and a date that was kept may pass: it is refused here, where a setting gets its value.
        if let (Setting::ExamDate, Some(date)) = (setting, settings.exam_date)
            && after != before
            && date < self.now().day.date()
        {
            return Err(AppError::ExamOver(date));
        }
        let draft = (after != before).then(|| {
            let value = value.map_or(Value::Null, |_| settings.value(setting));
            Draft::from(Record::Setting { key: setting.name().to_owned(), value })
        });
        Ok((Changed { before, after, event: None }, draft))
    }

    /// The pauses of today and later, the first one first.
    ///
    /// # Errors
    /// When the journal fails.
    pub fn pauses(&self) -> Result<Vec<(Date, Date)>, AppError> {
        let today = self.now().day.date();
        let pauses = self.kept_settings()?.pauses;
        Ok(pauses.into_iter().filter(|(_, to)| *to >= today).collect())
    }

    /// Adds a pause, both days included; with those that it touches it becomes one. Gives the pauses of today and later.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn add_pause(&mut self, from: Date, to: Date) -> Result<Vec<(Date, Date)>, AppError> {
        let mut pauses = self.kept_settings()?.pauses;
        pauses.push((from, to));
        self.set_pauses(joined(pauses))
    }

    /// Takes the pauses away. Days that are over stay paused: they do not break a row of days.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn clear_pauses(&mut self) -> Result<(), AppError> {
        let today = self.now().day.date();
        let pauses = self.kept_settings()?.pauses;
        self.set_pauses(before(pauses, today)).map(|_| ())
    }

    fn set_pauses(&mut self, pauses: Vec<(Date, Date)>) -> Result<Vec<(Date, Date)>, AppError> {
        let value = Settings { pauses, ..Settings::default() }.get(Setting::Pauses);
        self.change_setting(Setting::Pauses, Some(&value))?;
        self.pauses()
    }
}

/// The same days in as few pauses as possible, in order.
fn joined(mut pauses: Vec<(Date, Date)>) -> Vec<(Date, Date)> {
    pauses.sort_unstable();
    let mut out: Vec<(Date, Date)> = Vec::new();
    for (from, to) in pauses {
        match out.last_mut() {
            Some((_, end)) if from <= end.tomorrow().unwrap_or(Date::MAX) => *end = to.max(*end),
            _ => out.push((from, to)),
        }
    }
    out
}

/// The days before `today`.
fn before(pauses: Vec<(Date, Date)>, today: Date) -> Vec<(Date, Date)> {
    let Ok(yesterday) = today.yesterday() else { return Vec::new() };
    let past = pauses.into_iter().filter(|(from, _)| *from <= yesterday);
    past.map(|(from, to)| (from, to.min(yesterday))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(pairs: &[(i8, i8)]) -> Vec<(Date, Date)> {
        let day = |number| jiff::civil::date(2026, 12, number);
        pairs.iter().map(|(from, to)| (day(*from), day(*to))).collect()
    }

    #[test]
    fn pauses_that_touch_become_one() {
        assert_eq!(joined(days(&[(10, 12), (1, 3)])), days(&[(1, 3), (10, 12)]));
        assert_eq!(joined(days(&[(1, 3), (4, 6)])), days(&[(1, 6)]));
        assert_eq!(joined(days(&[(1, 9), (2, 3), (9, 12)])), days(&[(1, 12)]));
    }

    #[test]
    fn what_is_over_of_a_pause_stays() {
        let today = jiff::civil::date(2026, 12, 5);
        assert_eq!(before(days(&[(1, 3), (4, 8), (10, 12)]), today), days(&[(1, 3), (4, 4)]));
        assert_eq!(before(days(&[(5, 8)]), today), []);
    }
}
