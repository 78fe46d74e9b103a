//! The settings of studying. They live in the journal, so that all devices of a student agree.

mod notation;
mod setting;

use jiff::civil::{Date, Weekday};
use serde_json::Value;

pub use setting::{Group, Setting, SettingError};

use super::{Cap, NewOrder};
use notation::{date, languages, parameters, pauses, share, steps, weekdays, write_steps};

/// Whether other parts of a card wait until tomorrow once one was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiblingRule {
    /// They wait (default, as in Anki with burying on).
    Apart,
    /// They may come on the same day.
    Together,
}

/// Everything that decides what is asked and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The share of reviews that should succeed, 0.70 to 0.99.
    pub retention: f32,
    /// Delays of new cards within their first day, in seconds.
    pub learning_steps: Vec<u32>,
    /// Delays of forgotten cards within their day, in seconds.
    pub relearning_steps: Vec<u32>,
    /// The longest interval, in days, 1 to 36 500.
    pub maximum_interval: u32,
    /// The 21 parameters of FSRS-6; empty: the defaults.
    pub parameters: Vec<f32>,
    /// Spread the intervals a little, so that cards learnt together do not stay together.
    pub fuzz: bool,
    /// The hour at which a day of study begins, 0 to 23.
    pub rollover: u8,
    /// New cards a day.
    pub new_per_day: u32,
    /// Reviews a day.
    pub reviews_per_day: u32,
    /// A limit over both.
    pub cap: Cap,
    /// Rank A before rank B and the rest.
    pub rank_a_first: bool,
    /// In which order new cards come.
    pub new_order: NewOrder,
    /// Languages of decks that are queued; empty: the interface's language.
    pub languages: Vec<String>,
    /// Lapses after which a card counts as a leech.
    pub leech_threshold: u32,
    /// How many minutes before its time a learning card may be shown when nothing else is left.
    pub learn_ahead_minutes: u32,
    /// Whether parts of one card are kept apart.
    pub siblings: SiblingRule,
    /// How much is studied on each weekday, in percent, Monday first.
    pub weekdays: [u8; 7],
    /// Days without study, first and last included.
    pub pauses: Vec<(Date, Date)>,
    /// The day of the exam.
    pub exam_date: Option<Date>,
    /// Whether the answers of a mock exam count as reviews: all of them or none. Never the wrong ones alone, which would
    /// make every card look harder than it is.
    pub exam_reviews: bool,
}

impl Default for Settings {
    /// The defaults that Anki's users know: 20 new cards and 200 reviews a day, retention 0.9, steps 1 and 10 minutes,
    /// relearning 10 minutes, days from 04:00, leeches at 8 lapses, learning cards up to 20 minutes early.
    fn default() -> Self {
        Self {
            retention: 0.9,
            learning_steps: vec![60, 600],
            relearning_steps: vec![600],
            maximum_interval: 36_500,
            parameters: Vec::new(),
            fuzz: true,
            rollover: 4,
            new_per_day: 20,
            reviews_per_day: 200,
            cap: Cap::None,
            rank_a_first: true,
            new_order: NewOrder::Mixed,
            languages: Vec::new(),
            leech_threshold: 8,
            learn_ahead_minutes: 20,
            siblings: SiblingRule::Apart,
            weekdays: [100; 7],
            pauses: Vec::new(),
            exam_date: None,
            exam_reviews: true,
        }
    }
}

impl Settings {
    /// Takes one setting, written as on the command line and in the journal. Where there may be none of it, an empty text is
    /// none. A date is also read as `18/10/2027`, a share as `90 %`.
    ///
    /// # Errors
    /// When the value does not fit; the settings stay as they were.
    pub fn set(&mut self, setting: Setting, value: &str) -> Result<(), SettingError> {
        let value = match value.trim() {
            "" if setting.may_be_none() => "-",
            value => value,
        };
        let bad = || setting.error(value);
        let within = |low: u32, high: u32| {
            value.parse::<u32>().ok().filter(|n| (low..=high).contains(n)).ok_or_else(bad)
        };
        let yes_or_no = || match value {
            "true" | "yes" | "oui" | "on" => Ok(true),
            "false" | "no" | "non" | "off" => Ok(false),
            _ => Err(bad()),
        };
        match setting {
            Setting::Retention => {
                self.retention =
                    share(value).filter(|share| (0.70..=0.99).contains(share)).ok_or_else(bad)?;
            }
            Setting::LearningSteps => self.learning_steps = steps(value).ok_or_else(bad)?,
            Setting::RelearningSteps => self.relearning_steps = steps(value).ok_or_else(bad)?,
            Setting::MaximumInterval => self.maximum_interval = within(1, 36_500)?,
            Setting::Parameters => self.parameters = parameters(value).ok_or_else(bad)?,
            Setting::Fuzz => self.fuzz = yes_or_no()?,
            Setting::Rollover => self.rollover = u8::try_from(within(0, 23)?).map_err(|_| bad())?,
            Setting::NewPerDay => self.new_per_day = within(0, 9_999)?,
            Setting::ReviewsPerDay => self.reviews_per_day = within(0, 9_999)?,
            Setting::Cap => self.cap = Cap::parse(value).ok_or_else(bad)?,
            Setting::RankAFirst => self.rank_a_first = yes_or_no()?,
            Setting::NewOrder => {
                self.new_order = match value {
                    "mixed" => NewOrder::Mixed,
                    "file" => NewOrder::File,
                    _ => return Err(bad()),
                };
            }
            Setting::Languages => self.languages = languages(value).ok_or_else(bad)?,
            Setting::LeechThreshold => self.leech_threshold = within(2, 99)?,
            Setting::LearnAhead => self.learn_ahead_minutes = within(0, 1_440)?,
            Setting::Siblings => {
                self.siblings = match value {
                    "apart" => SiblingRule::Apart,
                    "together" => SiblingRule::Together,
                    _ => return Err(bad()),
                };
            }
            Setting::Weekdays => self.weekdays = weekdays(value).ok_or_else(bad)?,
            Setting::Pauses => self.pauses = pauses(value).ok_or_else(bad)?,
            Setting::ExamReviews => {
                self.exam_reviews = match value {
                    "all" => true,
                    "none" => false,
                    _ => return Err(bad()),
                };
            }
            Setting::ExamDate => {
                self.exam_date = if value == "-" { None } else { Some(date(value).ok_or_else(bad)?) };
            }
        }
        Ok(())
    }

    /// The value of one setting, in the notation that [`Settings::set`] takes.
    #[must_use]
    pub fn get(&self, setting: Setting) -> String {
        let or_dash = |s: String| if s.is_empty() { "-".to_owned() } else { s };
        match setting {
            Setting::Retention => self.retention.to_string(),
            Setting::LearningSteps => or_dash(write_steps(&self.learning_steps)),
            Setting::RelearningSteps => or_dash(write_steps(&self.relearning_steps)),
            Setting::MaximumInterval => self.maximum_interval.to_string(),
            Setting::Parameters => {
                or_dash(self.parameters.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
            }
            Setting::Fuzz => self.fuzz.to_string(),
            Setting::Rollover => self.rollover.to_string(),
            Setting::NewPerDay => self.new_per_day.to_string(),
            Setting::ReviewsPerDay => self.reviews_per_day.to_string(),
            Setting::Cap => self.cap.to_string(),
            Setting::RankAFirst => self.rank_a_first.to_string(),
            Setting::NewOrder => match self.new_order {
                NewOrder::Mixed => "mixed".to_owned(),
                NewOrder::File => "file".to_owned(),
            },
            Setting::Languages => or_dash(self.languages.join(" ")),
            Setting::LeechThreshold => self.leech_threshold.to_string(),
            Setting::LearnAhead => self.learn_ahead_minutes.to_string(),
            Setting::Siblings => match self.siblings {
                SiblingRule::Apart => "apart".to_owned(),
                SiblingRule::Together => "together".to_owned(),
            },
            Setting::Weekdays => self.weekdays.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
            Setting::Pauses => or_dash(
                self.pauses.iter().map(|(from, to)| format!("{from}..{to}")).collect::<Vec<_>>().join(" "),
            ),
            Setting::ExamReviews => if self.exam_reviews { "all" } else { "none" }.to_owned(),
            Setting::ExamDate => self.exam_date.map_or_else(|| "-".to_owned(), |date| date.to_string()),
        }
    }

    /// The value of one setting as the journal keeps it: a number, a truth value or a list of numbers where it is one, else
    /// the text that [`Settings::set`] takes.
    #[must_use]
    pub fn value(&self, setting: Setting) -> Value {
        if setting == Setting::Parameters {
            return Value::from(self.parameters.clone());
        }
        let text = self.get(setting);
        let plain = serde_json::from_str(&text).ok();
        plain.filter(|v: &Value| v.is_number() || v.is_boolean()).unwrap_or(Value::String(text))
    }

    /// The settings that the journal holds over the defaults. What does not fit (written by a newer version, say)
    /// is left at its default and returned.
    pub fn from_pairs<'a>(
        pairs: impl IntoIterator<Item = (&'a String, &'a Value)>,
    ) -> (Self, Vec<SettingError>) {
        let mut settings = Self::default();
        let mut errors = Vec::new();
        for (name, value) in pairs {
            let text = match value {
                Value::Null => continue,
                Value::String(text) => text.clone(),
                Value::Array(values) => values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
                other => other.to_string(),
            };
            let taken = Setting::from_name(name).and_then(|setting| settings.set(setting, &text));
            errors.extend(taken.err());
        }
        (settings, errors)
    }

    /// Whether `date` lies in a pause.
    #[must_use]
    pub fn is_paused(&self, date: Date) -> bool {
        self.pauses.iter().any(|(from, to)| (*from..=*to).contains(&date))
    }

    /// How much is studied on `date`, 0.0 to 1.0: the weekday's share, nothing in a pause.
    #[must_use]
    pub fn share_of(&self, date: Date) -> f32 {
        if self.is_paused(date) {
            return 0.0;
        }
        f32::from(self.weekdays[weekday_index(date.weekday())]) / 100.0
    }
}

fn weekday_index(weekday: Weekday) -> usize {
    usize::try_from(weekday.to_monday_zero_offset()).unwrap_or(0)
}

#[cfg(test)]
mod tests;
