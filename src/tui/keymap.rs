//! One table of keys. It yields the bindings, the footer, the help overlay and the manual.

mod key;
mod table;

use std::collections::HashMap;

pub use key::Key;
pub use table::TABLE;

/// Where a key has its meaning. Several apply at once; the first that knows the key wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// Everywhere.
    Global,
    /// On Home.
    Home,
    /// A card whose answer is hidden and that the student grades.
    Question,
    /// Options to tick.
    Choice,
    /// Many options to tick, found by typing.
    Filter,
    /// The same once something is typed: a space is part of it.
    Filtered,
    /// An answer to type.
    Typing,
    /// The matcher is unsure: the student decides.
    Deciding,
    /// Places of a text to point at.
    Pointing,
    /// Places of a picture to point at.
    Spotting,
    /// A card with a picture, whatever its state.
    Picture,
    /// A scale whose step is chosen.
    Scale,
    /// The items of a list, typed one by one.
    Recall,
    /// The matcher is unsure of an item: the student decides.
    Judging,
    /// A card that has a hint, while it is answered.
    Hint,
    /// The answer is shown.
    Answer,
    /// An answer that was wrong, or that the student grades.
    Missed,
    /// The answer of a question of a case is shown, which has no schedule.
    Corrected,
    /// The answer of a question of a case is on the screen: there is no way back, and it has no due date.
    Within,
    /// Such a question while it is answered: see [`Context::Asked`].
    AskedWithin,
    /// A question about an article is on the screen.
    Article,
    /// An article is read.
    Reading,
    /// A word of an article is looked for.
    Search,
    /// A card is on the screen, and its answer is shown.
    Card,
    /// A card is on the screen and is being answered: no letter that is typed by mistake does what could be regretted.
    Asked,
    /// Only cards in a learning step are left.
    Waiting,
    /// A proposed card.
    Draft,
    /// After a session.
    Summary,
    /// The error notebook.
    Notebook,
    /// The list of the cards.
    Cards,
    /// The items and objectives.
    Programme,
    /// The settings of studying.
    Settings,
    /// The statistics, whatever their tab.
    Statistics,
    /// What is weakest, in the statistics.
    Weakest,
    /// Why an answer was wrong.
    Reason,
    /// Whether the clock is right.
    Clock,
    /// A line that is asked for.
    Form,
    /// What paper is wanted.
    ExamForm,
    /// Before an exam.
    ExamBrief,
    /// The same where it has begun already.
    ExamUnderWay,
    /// A question of an exam, whatever its state.
    Exam,
    /// An answer to type in an exam.
    ExamTyping,
    /// All questions of an exam.
    ExamNavigator,
    /// Whether to hand in.
    ExamHandIn,
    /// What an exam came to.
    ExamReport,
    /// The correction of a question.
    ExamCorrection,
    /// Exams that were handed in.
    ExamPast,
    /// A text of the student's own.
    Note,
    /// What is wrong with the decks.
    Problems,
    /// A text laid over the screen.
    Overlay,
}

impl Context {
    /// Whether a letter is a letter there.
    #[must_use]
    pub fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Filter
                | Self::Filtered
                | Self::Typing
                | Self::ExamTyping
                | Self::Recall
                | Self::Search
                | Self::Note
                | Self::Form
        )
    }
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is described by its message in both languages")]
pub enum Action {
    Help,
    Quit,
    Interrupt,
    SuspendProgram,
    Redraw,
    Up,
    Down,
    PageUp,
    PageDown,
    Start,
    StudyAhead,
    MoreNew,
    NextView,
    PreviousView,
    Problems,
    Drafts,
    Refuse,
    Later,
    Flash,
    Containers,
    Article,
    CloseArticle,
    Search,
    Find,
    ClearSearch,
    NextHit,
    PreviousHit,
    Missed,
    Notebook,
    Cards,
    Resume,
    ResumeAll,
    Programme,
    Statistics,
    Settings,
    Default,
    LogMiss,
    Explain,
    Reason(u8),
    ClockIsRight(bool),
    StartAll,
    Open,
    OpenAll,
    Item,
    Period,
    RankFilter,
    ShowDone,
    Done,
    MakeCard,
    ResumeObjective,
    Reveal,
    Hint,
    Option(u8),
    Tick,
    Validate,
    ClearFilter,
    GiveUp,
    TakeBack,
    NextPlace,
    PreviousPlace,
    Step(i8),
    Cursor(i8, i8),
    Picture,
    Count(bool),
    Score(u8),
    Rate(u8),
    Accept,
    Undo,
    SuspendCard,
    Bury,
    Flag,
    Report,
    Note,
    Edit,
    Continue,
    Exam,
    ExamPast,
    Abandon,
    Less,
    More,
    Next,
    Previous,
    Left,
    Right,
    Navigator,
    HandIn,
    Confirm,
    Leave,
    Home,
    Save,
    Cancel,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where.
    pub context: Context,
    /// What.
    pub action: Action,
    /// The default keys, as crokey writes them; the first is the one that the footer shows.
    pub keys: &'static [&'static str],
    /// The name of the binding in `config.toml` and, after `key-`, of its message.
    pub name: &'static str,
    /// Whether the footer shows it, most important first.
    pub footer: bool,
}

/// The keys in force: the table, with the student's changes.
#[derive(Clone, Debug)]
pub struct Keymap {
    actions: HashMap<(Context, Key), Action>,
    /// The keys of each row of the table.
    keys: Vec<Vec<Key>>,
}

/// What is wrong with the `[keys]` of the configuration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeymapError {
    /// No binding has this name.
    #[error("no key is called {name:?}")]
    Unknown {
        /// The name given.
        name: String,
        /// The nearest one that exists.
        nearest: Option<&'static str>,
    },
    /// This is no key.
    #[error("{key:?} is not a key")]
    Key {
        /// The text given.
        key: String,
    },
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new(&[]).0
    }
}

impl Keymap {
    /// The table with `changes`: pairs of a binding's name and its keys. What cannot be taken is left as it was and told.
    #[must_use]
    pub fn new(changes: &[(String, Vec<String>)]) -> (Self, Vec<KeymapError>) {
        let mut errors = Vec::new();
        let mut keys: Vec<Vec<Key>> =
            TABLE.iter().map(|row| row.keys.iter().filter_map(|k| Key::parse(k).ok()).collect()).collect();
        for (name, wanted) in changes {
            let mut found = false;
            for (row, keys) in TABLE.iter().zip(&mut keys).filter(|(row, _)| row.name == name) {
                found = true;
                let mut own = Vec::new();
                for text in wanted {
                    match Key::parse(text) {
                        Ok(key) => own.push(key),
                        Err(_) => errors.push(KeymapError::Key { key: text.clone() }),
                    }
                }
                debug_assert_eq!(row.name, name);
                if !own.is_empty() {
                    *keys = own;
                }
            }
            if !found {
                let nearest = TABLE
                    .iter()
                    .map(|row| (strsim::damerau_levenshtein(row.name, name), row.name))
                    .min()
                    .filter(|(distance, _)| *distance <= 3)
                    .map(|(_, name)| name);
                errors.push(KeymapError::Unknown { name: name.clone(), nearest });
            }
        }
        errors.dedup();
        let mut actions = HashMap::new();
        for (row, keys) in TABLE.iter().zip(&keys) {
            for key in keys {
                actions.entry((row.context, *key)).or_insert(row.action);
            }
        }
        (Self { actions, keys }, errors)
    }

    /// What `key` does in the first of `contexts` that knows it.
    #[must_use]
    pub fn action(&self, contexts: &[Context], key: Key) -> Option<Action> {
        contexts.iter().find_map(|context| self.actions.get(&(*context, key)).copied())
    }

    /// The rows of `contexts` in order, each with its keys; a row that is wholly hidden by an earlier context is left out.
    pub fn rows<'a>(
        &'a self,
        contexts: &'a [Context],
    ) -> impl Iterator<Item = (&'static Binding, Vec<Key>)> + 'a {
        contexts.iter().enumerate().flat_map(move |(place, context)| {
            let earlier = &contexts[..place];
            // While an answer or a note is typed, a letter is a letter.
            let typing = earlier.iter().any(|context| context.takes_text());
            TABLE.iter().zip(&self.keys).filter(move |(row, _)| row.context == *context).filter_map(
                move |(row, keys)| {
                    let free: Vec<Key> = keys
                        .iter()
                        .copied()
                        .filter(|key| self.action(earlier, *key).is_none() && !(typing && key.is_text()))
                        .collect();
                    (!free.is_empty()).then_some((row, free))
                },
            )
        })
    }
}

#[cfg(test)]
mod tests;
