//! One table of keys. It yields the bindings, the footer, the help overlay and the manual.

use std::collections::HashMap;

use crokey::KeyCombination;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::i18n::Messages;

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
    /// The answer is shown.
    Answer,
    /// The answer of a question of a case is shown, which has no schedule.
    Corrected,
    /// A question of a case is on the screen, whatever its state: there is no way back, and it has no due date.
    Within,
    /// A question about an article is on the screen.
    Article,
    /// An article is read.
    Reading,
    /// A word of an article is looked for.
    Search,
    /// A card is on the screen, whatever its state.
    Card,
    /// Only cards in a learning step are left.
    Waiting,
    /// A proposed card.
    Draft,
    /// After a session.
    Summary,
    /// The error notebook.
    Notebook,
    /// The items and objectives.
    Programme,
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
    Programme,
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

macro_rules! bindings {
    ($($context:ident { $($name:literal $action:expr, [$($key:literal),*] $($footer:ident)?;)* })*) => {
        &[$($(Binding {
            context: Context::$context,
            action: $action,
            keys: &[$($key),*],
            name: $name,
            footer: bindings!(@footer $($footer)?),
        },)*)*]
    };
    (@footer footer) => { true };
    (@footer) => { false };
}

/// The table. Digits are also taken from the unshifted top row of a French keyboard (`& é " ' (`).
pub const TABLE: &[Binding] = bindings! {
    Question {
        "reveal" Action::Reveal, ["space", "enter"] footer;
        "hint" Action::Hint, ["h"] footer;
    }
    Choice {
        "validate" Action::Validate, ["enter"] footer;
        "tick" Action::Tick, ["space"] footer;
        "up" Action::Up, ["up", "k"];
        "down" Action::Down, ["down", "j"];
        "option-a" Action::Option(0), ["a", "1", "&"];
        "option-b" Action::Option(1), ["b", "2", "é"];
        "option-c" Action::Option(2), ["c", "3", "\""];
        "option-d" Action::Option(3), ["d", "4", "'"];
        "option-e" Action::Option(4), ["e", "5", "("];
        "option-f" Action::Option(5), ["F", "6", "-"];
        "option-g" Action::Option(6), ["G", "7", "è"];
        "option-h" Action::Option(7), ["H", "8", "_"];
        "option-i" Action::Option(8), ["I", "9", "ç"];
        "hint" Action::Hint, ["h"];
    }
    Filter {
        "list-tick" Action::Tick, ["space"] footer;
        "list-validate" Action::Validate, ["enter"] footer;
        "clear-filter" Action::ClearFilter, ["esc"] footer;
        "list-up" Action::Up, ["up"];
        "list-down" Action::Down, ["down"];
        "list-hint" Action::Hint, ["f2"];
    }
    Filtered {
        "tick-found" Action::Tick, ["enter", "tab"] footer;
        "clear-filter" Action::ClearFilter, ["esc"] footer;
        "list-up" Action::Up, ["up"];
        "list-down" Action::Down, ["down"];
        "list-hint" Action::Hint, ["f2"];
    }
    Typing {
        "validate" Action::Validate, ["enter"] footer;
        "give-up" Action::GiveUp, ["tab"] footer;
        "leave" Action::Leave, ["esc"] footer;
    }
    Deciding {
        "score-none" Action::Score(0), ["0", "à"] footer;
        "score-half" Action::Score(1), ["5", "("] footer;
        "score-full" Action::Score(2), ["1", "&"] footer;
    }
    Pointing {
        "point" Action::Tick, ["space"] footer;
        "next-place" Action::NextPlace, ["right", "tab", "l"] footer;
        "validate" Action::Validate, ["enter"] footer;
        "previous-place" Action::PreviousPlace, ["left", "backtab", "p"];
        "next-sentence" Action::Down, ["down", "j"];
        "previous-sentence" Action::Up, ["up", "k"];
        "hint" Action::Hint, ["h"];
    }
    Spotting {
        "point" Action::Tick, ["space"] footer;
        "validate" Action::Validate, ["enter"] footer;
        "cursor-right" Action::Cursor(1, 0), ["right", "l"] footer;
        "cursor-left" Action::Cursor(-1, 0), ["left", "h"];
        "cursor-up" Action::Cursor(0, -1), ["up", "k"];
        "cursor-down" Action::Cursor(0, 1), ["down", "j"];
        "far-right" Action::Cursor(5, 0), ["shift-right", "L"];
        "far-left" Action::Cursor(-5, 0), ["shift-left", "H"];
        "far-up" Action::Cursor(0, -3), ["shift-up", "K"];
        "far-down" Action::Cursor(0, 3), ["shift-down", "J"];
        "remove-spot" Action::TakeBack, ["backspace"];
        "list-hint" Action::Hint, ["f2"];
    }
    Picture {
        "picture" Action::Picture, ["v", "ctrl-v"];
    }
    Scale {
        "validate" Action::Validate, ["enter"] footer;
        "step-up" Action::NextPlace, ["right", "down", "tab", "l", "j"] footer;
        "step-down" Action::PreviousPlace, ["left", "up", "backtab", "k"];
        "step-1" Action::Step(-2), ["1", "&"];
        "step-2" Action::Step(-1), ["2", "é"];
        "step-3" Action::Step(0), ["3", "\""];
        "step-4" Action::Step(1), ["4", "'"];
        "step-5" Action::Step(2), ["5", "("];
        "hint" Action::Hint, ["h"];
    }
    Recall {
        "add-item" Action::Validate, ["enter"] footer;
        "hand-in-list" Action::GiveUp, ["tab"] footer;
        "take-back" Action::TakeBack, ["backspace"];
        "list-hint" Action::Hint, ["f2"];
        "leave" Action::Leave, ["esc"] footer;
    }
    Judging {
        "item-right" Action::Count(true), ["1", "&", "o", "y"] footer;
        "item-wrong" Action::Count(false), ["0", "à", "n"] footer;
    }
    Answer {
        "accept" Action::Accept, ["enter", "space"] footer;
        "again" Action::Rate(1), ["1", "&"];
        "hard" Action::Rate(2), ["2", "é"];
        "good" Action::Rate(3), ["3", "\""];
        "easy" Action::Rate(4), ["4", "'"];
        "why" Action::Explain, ["m"] footer;
    }
    Corrected {
        "accept" Action::Accept, ["enter", "space"] footer;
    }
    Within {
        "edit" Action::Edit, ["e", "ctrl-e"] footer;
        "note" Action::Note, ["n", "ctrl-n"] footer;
        "flag" Action::Flag, ["f"];
        "undo" Action::Undo, ["u"];
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "leave" Action::Leave, ["q", "esc"] footer;
    }
    Article {
        "article" Action::Article, ["t", "ctrl-t"] footer;
    }
    Reading {
        "close-article" Action::CloseArticle, ["esc", "tab", "t", "ctrl-t"] footer;
        "search" Action::Search, ["/"] footer;
        "next-hit" Action::NextHit, ["n"] footer;
        "previous-hit" Action::PreviousHit, ["N"];
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown", "space"] footer;
    }
    Search {
        "find" Action::Find, ["enter"] footer;
        "clear-search" Action::ClearSearch, ["esc"] footer;
    }
    Waiting {
        "continue" Action::Continue, ["enter", "space"] footer;
        "undo" Action::Undo, ["u"] footer;
        "leave" Action::Leave, ["q", "esc"] footer;
    }
    Card {
        "undo" Action::Undo, ["u"] footer;
        "edit" Action::Edit, ["e", "ctrl-e"] footer;
        "note" Action::Note, ["n", "ctrl-n"] footer;
        "suspend" Action::SuspendCard, ["s"];
        "bury" Action::Bury, ["b"];
        "flag" Action::Flag, ["f"];
        "report" Action::Report, ["!"];
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "leave" Action::Leave, ["q", "esc"] footer;
    }
    Home {
        "start" Action::Start, ["enter", "space"] footer;
        "flash" Action::Flash, ["f"] footer;
        "exam" Action::Exam, ["x"] footer;
        "next-view" Action::NextView, ["tab"] footer;
        "notebook" Action::Notebook, ["n"] footer;
        "programme" Action::Programme, ["o"] footer;
        "containers" Action::Containers, ["c"];
        "up" Action::Up, ["up", "k"];
        "down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "missed" Action::Missed, ["m"];
        "problems" Action::Problems, ["p"];
        "drafts" Action::Drafts, ["d"];
        "undo" Action::Undo, ["u"];
        "quit" Action::Quit, ["q"] footer;
        "ahead" Action::StudyAhead, ["a"] footer;
    }
    Draft {
        "accept-draft" Action::Accept, ["enter", "a"] footer;
        "refuse-draft" Action::Refuse, ["r", "x"] footer;
        "edit" Action::Edit, ["e", "ctrl-e"] footer;
        "later" Action::Later, ["space", "right"] footer;
        "undo" Action::Undo, ["u"] footer;
        "home" Action::Home, ["q", "esc"] footer;
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
    }
    Summary {
        "home" Action::Home, ["enter", "space", "esc"] footer;
        "missed" Action::Missed, ["m"] footer;
        "ahead" Action::StudyAhead, ["a"] footer;
        "more-new" Action::MoreNew, ["+", "="];
        "undo" Action::Undo, ["u"] footer;
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "quit" Action::Quit, ["q"] footer;
    }
    Notebook {
        "start" Action::Start, ["enter"] footer;
        "start-all" Action::StartAll, ["a"] footer;
        "why" Action::Explain, ["m"] footer;
        "make-card" Action::MakeCard, ["c"] footer;
        "done" Action::Done, ["d"] footer;
        "next-view" Action::NextView, ["tab"] footer;
        "open-group" Action::Open, ["space"];
        "edit" Action::Edit, ["e", "ctrl-e"];
        "resume-objective" Action::ResumeObjective, ["r"];
        "take-back-miss" Action::TakeBack, ["x", "delete"];
        "period" Action::Period, ["p"];
        "rank-filter" Action::RankFilter, ["g"];
        "item-filter" Action::Item, ["i"];
        "show-done" Action::ShowDone, ["t"];
        "clear-filters" Action::ClearFilter, ["backspace"];
        "up" Action::Up, ["up", "k"];
        "down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "home" Action::Home, ["q", "esc"] footer;
    }
    Programme {
        "start" Action::Start, ["enter"] footer;
        "fold" Action::Open, ["space"] footer;
        "next-view" Action::NextView, ["tab"] footer;
        "rank-filter" Action::RankFilter, ["g"] footer;
        "search" Action::Search, ["/"] footer;
        "fold-all" Action::OpenAll, ["t"];
        "unfold" Action::Right, ["right", "l"];
        "fold-up" Action::Left, ["left", "h"];
        "ahead" Action::StudyAhead, ["a"];
        "resume-objective" Action::ResumeObjective, ["r"];
        "clear-filters" Action::ClearFilter, ["backspace"];
        "up" Action::Up, ["up", "k"];
        "down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "home" Action::Home, ["q", "esc"] footer;
    }
    Reason {
        "reason-1" Action::Reason(0), ["1", "&"];
        "reason-2" Action::Reason(1), ["2", "é"];
        "reason-3" Action::Reason(2), ["3", "\""];
        "reason-4" Action::Reason(3), ["4", "'"];
        "reason-5" Action::Reason(4), ["5", "("];
        "cancel-form" Action::Cancel, ["esc", "q", "m"] footer;
    }
    Clock {
        "clock-right" Action::ClockIsRight(true), ["1", "&"] footer;
        "clock-wrong" Action::ClockIsRight(false), ["2", "é"] footer;
    }
    Form {
        "submit" Action::Validate, ["enter"] footer;
        "cancel-form" Action::Cancel, ["esc", "ctrl-g"] footer;
    }
    ExamForm {
        "exam-compose" Action::Continue, ["enter"] footer;
        "exam-more" Action::More, ["right", "space", "l"] footer;
        "exam-less" Action::Less, ["left"] footer;
        "exam-past" Action::ExamPast, ["e"] footer;
        "up" Action::Up, ["up", "backtab", "k"];
        "down" Action::Down, ["down", "tab", "j"];
        "exam-go-back" Action::Leave, ["esc", "q"] footer;
    }
    ExamBrief {
        "exam-begin" Action::Continue, ["enter"] footer;
        "exam-abandon" Action::Abandon, ["d"];
        "exam-past" Action::ExamPast, ["e"] footer;
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "exam-go-back" Action::Leave, ["esc", "q"] footer;
    }
    Exam {
        "exam-navigator" Action::Navigator, ["g", "f3"] footer;
        "exam-flag" Action::Flag, ["f", "f4"] footer;
        "exam-next" Action::Next, ["right", "ctrl-n"];
        "exam-previous" Action::Previous, ["left", "ctrl-p"];
        "exam-hand-in" Action::HandIn, ["r", "f5"] footer;
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "exam-leave" Action::Leave, ["q", "esc"];
    }
    ExamTyping {
        "validate" Action::Validate, ["enter"] footer;
        "exam-navigator" Action::Navigator, ["f3"] footer;
        "exam-flag" Action::Flag, ["f4"] footer;
        "exam-hand-in" Action::HandIn, ["f5"] footer;
        "give-up" Action::GiveUp, ["tab"];
        "exam-leave" Action::Leave, ["esc"];
    }
    ExamNavigator {
        "exam-open" Action::Continue, ["enter", "space"] footer;
        "exam-hand-in" Action::HandIn, ["r", "f5"] footer;
        "exam-left" Action::Left, ["left", "h"];
        "exam-right" Action::Right, ["right", "l"];
        "up" Action::Up, ["up", "k"];
        "down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "exam-go-back" Action::Cancel, ["esc", "q", "g", "f3"] footer;
    }
    ExamHandIn {
        "exam-confirm" Action::Confirm, ["r", "f5"] footer;
        "exam-navigator" Action::Navigator, ["g", "f3"] footer;
        "exam-go-back" Action::Cancel, ["esc", "q", "enter"] footer;
    }
    ExamReport {
        "exam-show" Action::Continue, ["enter", "space"] footer;
        "exam-tab" Action::NextView, ["tab"] footer;
        "up" Action::Up, ["up", "k"];
        "down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "home" Action::Leave, ["esc", "q"] footer;
    }
    ExamCorrection {
        "exam-next" Action::Next, ["right", "enter", "space", "l"] footer;
        "exam-previous" Action::Previous, ["left", "h"] footer;
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "exam-go-back" Action::Leave, ["esc", "q"] footer;
    }
    ExamPast {
        "exam-show" Action::Continue, ["enter", "space"] footer;
        "up" Action::Up, ["up", "k"];
        "down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "home" Action::Leave, ["esc", "q"] footer;
    }
    Note {
        "save" Action::Save, ["esc", "ctrl-s"] footer;
        "cancel" Action::Cancel, ["ctrl-g"] footer;
    }
    Overlay {
        "close" Action::Cancel, ["esc", "q", "enter", "space", "?"] footer;
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
    }
    Global {
        "help" Action::Help, ["?", "f1"] footer;
        "log-miss" Action::LogMiss, ["+", "f3"];
        "suspend-program" Action::SuspendProgram, ["ctrl-z"];
        "redraw" Action::Redraw, ["ctrl-l"];
        "interrupt" Action::Interrupt, ["ctrl-c"];
    }
};

/// A key as it is compared: for characters, Shift is already in the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    control: bool,
    alt: bool,
    /// With an arrow; with a character Shift is in the character.
    shift: bool,
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let shift = event.modifiers.contains(KeyModifiers::SHIFT);
        let code = match event.code {
            KeyCode::Char(c) if shift => KeyCode::Char(c.to_uppercase().next().unwrap_or(c)),
            code => code,
        };
        Self {
            code,
            control: event.modifiers.contains(KeyModifiers::CONTROL),
            alt: event.modifiers.contains(KeyModifiers::ALT),
            shift: shift && matches!(code, KeyCode::Up | KeyCode::Down | KeyCode::Left | KeyCode::Right),
        }
    }
}

impl Key {
    /// Reads a key as crokey writes it: `ctrl-e`, `space`, `?`.
    ///
    /// # Errors
    /// When crokey does not know it.
    pub fn parse(text: &str) -> Result<Self, crokey::ParseKeyError> {
        // crokey counts bytes, so it does not know `é`.
        let mut chars = text.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Ok(Self { code: KeyCode::Char(c), control: false, alt: false, shift: false });
        }
        let combination: KeyCombination = crokey::parse(text)?;
        let event: KeyEvent = combination.into();
        Ok(Self::from(event))
    }

    /// Whether it writes a character.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && !self.control && !self.alt
    }

    /// Its name on the screen.
    #[must_use]
    pub fn label(self, messages: &Messages) -> String {
        let name = match self.code {
            KeyCode::Char(' ') => messages.get("keyname-space"),
            KeyCode::Char(c) if self.control => c.to_uppercase().to_string(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::Enter => messages.get("keyname-enter"),
            KeyCode::Esc => messages.get("keyname-esc"),
            KeyCode::Tab => messages.get("keyname-tab"),
            KeyCode::BackTab => messages.get("keyname-backtab"),
            KeyCode::Backspace => messages.get("keyname-backspace"),
            KeyCode::Delete => messages.get("keyname-delete"),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::PageUp => messages.get("keyname-page-up"),
            KeyCode::PageDown => messages.get("keyname-page-down"),
            KeyCode::F(n) => format!("F{n}"),
            other => format!("{other:?}"),
        };
        let control = if self.control { messages.get("keyname-ctrl") } else { String::new() };
        let alt = if self.alt { "Alt-" } else { "" };
        let shift = if self.shift { messages.get("keyname-shift") } else { String::new() };
        format!("{control}{alt}{shift}{name}")
    }
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
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn every_default_key_is_a_key() {
        for row in TABLE {
            for key in row.keys {
                assert!(Key::parse(key).is_ok(), "{}: {key}", row.name);
            }
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_context() {
        let mut seen = HashMap::new();
        for row in TABLE {
            for key in row.keys {
                let other = seen.insert((row.context, *key), row.name);
                assert_eq!(other, None, "{key} in {:?}: {}", row.context, row.name);
            }
        }
    }

    #[test]
    fn what_ends_or_stops_the_program_works_everywhere() {
        for row in TABLE.iter().filter(|row| row.context != Context::Global) {
            for key in ["ctrl-z", "ctrl-l", "ctrl-c"] {
                assert!(!row.keys.contains(&key), "{key} in {:?}: {}", row.context, row.name);
            }
        }
    }

    #[test]
    fn every_binding_is_described_in_both_languages() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for row in TABLE {
                assert!(messages.has(&format!("key-{}", row.name)), "{lang}: key-{}", row.name);
            }
        }
    }

    #[test]
    fn the_inner_context_wins() {
        let keymap = Keymap::default();
        let e = Key::parse("e").expect("a key");
        assert_eq!(keymap.action(&[Context::Choice, Context::Card], e), Some(Action::Option(4)));
        assert_eq!(keymap.action(&[Context::Answer, Context::Card], e), Some(Action::Edit));
    }

    #[test]
    fn a_row_that_is_hidden_is_not_offered() {
        let keymap = Keymap::default();
        let edit = keymap.rows(&[Context::Choice, Context::Card]).find(|(row, _)| row.name == "edit");
        let keys = edit.expect("ctrl-e is left").1;
        assert_eq!(keys, [Key::parse("ctrl-e").expect("a key")]);
    }

    #[test]
    fn while_typing_no_letter_is_offered_as_a_key() {
        let keymap = Keymap::default();
        let contexts = [Context::Typing, Context::Card, Context::Global];
        let rows: Vec<_> = keymap.rows(&contexts).collect();
        assert!(rows.iter().all(|(_, keys)| keys.iter().all(|key| !key.is_text())));
        assert!(rows.iter().any(|(row, _)| row.name == "edit"), "by ctrl-e");
        assert!(rows.iter().any(|(row, _)| row.name == "help"), "by f1");
    }

    #[test]
    fn a_french_keyboard_needs_no_shift() {
        let keymap = Keymap::default();
        for (key, rating) in [("&", 1), ("é", 2), ("\"", 3), ("'", 4)] {
            let key = Key::parse(key).expect("a key");
            assert_eq!(keymap.action(&[Context::Answer], key), Some(Action::Rate(rating)));
        }
    }

    #[test]
    fn the_student_may_choose_other_keys_and_mistakes_are_told() {
        let changes = [
            ("undo".to_owned(), vec!["backspace".to_owned()]),
            ("undoo".to_owned(), vec!["x".to_owned()]),
            ("edit".to_owned(), vec!["hyper-space".to_owned()]),
        ];
        let (keymap, errors) = Keymap::new(&changes);
        let key = |k| Key::parse(k).expect("a key");
        assert_eq!(keymap.action(&[Context::Card], key("backspace")), Some(Action::Undo));
        assert_eq!(keymap.action(&[Context::Card], key("u")), None);
        assert_eq!(keymap.action(&[Context::Card], key("e")), Some(Action::Edit), "kept as it was");
        assert_eq!(
            errors,
            [
                KeymapError::Unknown { name: "undoo".to_owned(), nearest: Some("undo") },
                KeymapError::Key { key: "hyper-space".to_owned() },
            ]
        );
    }
}
