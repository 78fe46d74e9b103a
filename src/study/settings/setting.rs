//! The names of the settings, and what each takes.

/// The name of a setting, as it stands in the journal and on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// `retention`
    Retention,
    /// `learning-steps`
    LearningSteps,
    /// `relearning-steps`
    RelearningSteps,
    /// `maximum-interval`
    MaximumInterval,
    /// `parameters`
    Parameters,
    /// `fuzz`
    Fuzz,
    /// `rollover`
    Rollover,
    /// `new-per-day`
    NewPerDay,
    /// `reviews-per-day`
    ReviewsPerDay,
    /// `cap`
    Cap,
    /// `rank-a-first`
    RankAFirst,
    /// `new-order`
    NewOrder,
    /// `languages`
    Languages,
    /// `leech-threshold`
    LeechThreshold,
    /// `learn-ahead`
    LearnAhead,
    /// `siblings`
    Siblings,
    /// `weekdays`
    Weekdays,
    /// `pauses`
    Pauses,
    /// `exam-date`
    ExamDate,
    /// `exam-reviews`
    ExamReviews,
}

/// What settings are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// The exam.
    Exam,
    /// What a day asks.
    Day,
    /// How a card is remembered.
    Memory,
}

/// Why a value does not fit a setting.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// No setting has this name.
    #[error("unknown setting {0:?}")]
    Unknown(String),
    /// The value has not the form that the setting wants.
    #[error("{value:?} does not fit {}: {}", setting.name(), setting.expected())]
    Value {
        /// The setting.
        setting: Setting,
        /// What was given.
        value: String,
    },
}

impl Setting {
    /// All, group by group, in the order in which they are listed.
    pub const ALL: [Self; 20] = [
        Self::ExamDate,
        Self::ExamReviews,
        Self::NewPerDay,
        Self::ReviewsPerDay,
        Self::Cap,
        Self::RankAFirst,
        Self::NewOrder,
        Self::Weekdays,
        Self::Pauses,
        Self::Rollover,
        Self::Languages,
        Self::Retention,
        Self::LearningSteps,
        Self::RelearningSteps,
        Self::LearnAhead,
        Self::MaximumInterval,
        Self::Siblings,
        Self::LeechThreshold,
        Self::Fuzz,
        Self::Parameters,
    ];

    /// Its name in the journal and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Retention => "retention",
            Self::LearningSteps => "learning-steps",
            Self::RelearningSteps => "relearning-steps",
            Self::MaximumInterval => "maximum-interval",
            Self::Parameters => "parameters",
            Self::Fuzz => "fuzz",
            Self::Rollover => "rollover",
            Self::NewPerDay => "new-per-day",
            Self::ReviewsPerDay => "reviews-per-day",
            Self::Cap => "cap",
            Self::RankAFirst => "rank-a-first",
            Self::NewOrder => "new-order",
            Self::Languages => "languages",
            Self::LeechThreshold => "leech-threshold",
            Self::LearnAhead => "learn-ahead",
            Self::Siblings => "siblings",
            Self::Weekdays => "weekdays",
            Self::Pauses => "pauses",
            Self::ExamDate => "exam-date",
            Self::ExamReviews => "exam-reviews",
        }
    }

    /// What it takes, for messages and the manual.
    #[must_use]
    pub fn expected(self) -> &'static str {
        match self {
            Self::Retention => "0.70 … 0.99",
            Self::LearningSteps | Self::RelearningSteps => "1m 10m | 1h | 1d | -",
            Self::MaximumInterval => "1 … 36500",
            Self::Parameters => "0.212 1.2931 … (21) | -",
            Self::Fuzz | Self::RankAFirst => "true | false",
            Self::NewOrder => "mixed | file",
            Self::Rollover => "0 … 23",
            Self::NewPerDay | Self::ReviewsPerDay => "0 … 9999",
            Self::Cap => "40 | 30min | -",
            Self::Languages => "fr en | -",
            Self::LeechThreshold => "2 … 99",
            Self::LearnAhead => "0 … 1440",
            Self::Siblings => "apart | together",
            Self::Weekdays => "100 100 100 100 100 50 0",
            Self::Pauses => "2026-12-24..2027-01-02 | -",
            Self::ExamDate => "2027-10-18 | -",
            Self::ExamReviews => "all | none",
        }
    }

    /// Its values in the notation of [`Settings::set`](super::Settings::set), where they are few; else none.
    #[must_use]
    pub fn choices(self) -> &'static [&'static str] {
        match self {
            Self::Fuzz | Self::RankAFirst => &["true", "false"],
            Self::ExamReviews => &["all", "none"],
            Self::Siblings => &["apart", "together"],
            Self::NewOrder => &["mixed", "file"],
            _ => &[],
        }
    }

    /// Whether there may be none of it, which is written `-`.
    #[must_use]
    pub fn may_be_none(self) -> bool {
        self.expected().ends_with("| -")
    }

    /// What it is about.
    #[must_use]
    pub fn group(self) -> Group {
        match self {
            Self::ExamDate | Self::ExamReviews => Group::Exam,
            Self::NewPerDay
            | Self::ReviewsPerDay
            | Self::Cap
            | Self::RankAFirst
            | Self::NewOrder
            | Self::Weekdays
            | Self::Pauses
            | Self::Rollover
            | Self::Languages => Group::Day,
            Self::Retention
            | Self::LearningSteps
            | Self::RelearningSteps
            | Self::LearnAhead
            | Self::MaximumInterval
            | Self::Siblings
            | Self::LeechThreshold
            | Self::Fuzz
            | Self::Parameters => Group::Memory,
        }
    }

    /// The setting of this name.
    ///
    /// # Errors
    /// [`SettingError::Unknown`].
    pub fn from_name(name: &str) -> Result<Self, SettingError> {
        Self::ALL.into_iter().find(|s| s.name() == name).ok_or_else(|| SettingError::Unknown(name.to_owned()))
    }

    pub(super) fn error(self, value: &str) -> SettingError {
        SettingError::Value { setting: self, value: value.to_owned() }
    }
}
