//! The piles that cards are listed by.

/// Which cards a list is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pile {
    /// All.
    #[default]
    All,
    /// Put aside, by the student, for being forgotten too often, or from the start by their authors.
    Suspended,
    /// With a flag.
    Flagged,
    /// Hidden until a later day.
    Buried,
    /// Forgotten at least as often as the setting says, suspended or not.
    Leeches,
    /// With a note of the student's.
    Noted,
}

impl Pile {
    /// All, in the order of the tabs.
    pub const ALL: [Self; 6] =
        [Self::All, Self::Suspended, Self::Flagged, Self::Buried, Self::Leeches, Self::Noted];

    /// The next one, around.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }

    /// The one before, around.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::ALL[(self as usize + Self::ALL.len() - 1) % Self::ALL.len()]
    }

    /// The message that names it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "cards-pile-all",
            Self::Suspended => "cards-pile-suspended",
            Self::Flagged => "cards-pile-flagged",
            Self::Buried => "cards-pile-buried",
            Self::Leeches => "cards-pile-leeches",
            Self::Noted => "cards-pile-noted",
        }
    }

    /// What is said when it is empty.
    #[must_use]
    pub fn nothing(self) -> &'static str {
        match self {
            Self::All => "cards-none",
            Self::Suspended => "cards-none-suspended",
            Self::Flagged => "cards-none-flagged",
            Self::Buried => "cards-none-buried",
            Self::Leeches => "cards-none-leeches",
            Self::Noted => "cards-none-noted",
        }
    }
}
