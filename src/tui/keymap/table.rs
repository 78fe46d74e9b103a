//! The default keys, row by row.

use super::{Action, Binding, Context};

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
    }
    Hint {
        "hint" Action::Hint, ["h", "f2"] footer;
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
    }
    Filter {
        "list-tick" Action::Tick, ["space"] footer;
        "list-validate" Action::Validate, ["enter"] footer;
        "clear-filter" Action::ClearFilter, ["esc"] footer;
        "list-up" Action::Up, ["up"];
        "list-down" Action::Down, ["down"];
    }
    Filtered {
        "tick-found" Action::Tick, ["enter", "tab"] footer;
        "clear-filter" Action::ClearFilter, ["esc"] footer;
        "list-up" Action::Up, ["up"];
        "list-down" Action::Down, ["down"];
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
    }
    Recall {
        "add-item" Action::Validate, ["enter"] footer;
        "hand-in-list" Action::GiveUp, ["tab"] footer;
        "take-back" Action::TakeBack, ["backspace"];
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
    }
    Missed {
        "why" Action::Explain, ["m"] footer;
    }
    Corrected {
        "accept" Action::Accept, ["enter", "space"] footer;
    }
    Within {
        "edit" Action::Edit, ["e", "ctrl-e"] footer;
        "note" Action::Note, ["n", "ctrl-n"] footer;
        "flag" Action::Flag, ["f"];
        "undo" Action::Undo, ["u", "alt-u"];
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "leave" Action::Leave, ["q", "esc"] footer;
    }
    AskedWithin {
        "edit" Action::Edit, ["ctrl-e"] footer;
        "note" Action::Note, ["ctrl-n"] footer;
        "flag" Action::Flag, ["ctrl-f"];
        "undo" Action::Undo, ["u", "alt-u"];
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "leave" Action::Leave, ["esc"] footer;
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
        "undo" Action::Undo, ["u", "alt-u"] footer;
        "leave" Action::Leave, ["q", "esc"] footer;
    }
    Card {
        "undo" Action::Undo, ["u", "alt-u"] footer;
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
    Asked {
        "undo" Action::Undo, ["u", "alt-u"] footer;
        "edit" Action::Edit, ["ctrl-e"] footer;
        "note" Action::Note, ["ctrl-n"] footer;
        "suspend" Action::SuspendCard, ["S"];
        "bury" Action::Bury, ["B"];
        "flag" Action::Flag, ["ctrl-f"];
        "report" Action::Report, ["!"];
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "leave" Action::Leave, ["esc"] footer;
    }
    Home {
        "start" Action::Start, ["enter", "space"] footer;
        "exam" Action::Exam, ["x"] footer;
        "next-view" Action::NextView, ["tab"] footer;
        "statistics" Action::Statistics, ["s"] footer;
        "settings" Action::Settings, [","] footer;
        "flash" Action::Flash, ["f"] footer;
        "notebook" Action::Notebook, ["n"] footer;
        "cards" Action::Cards, ["l"] footer;
        "cards-search" Action::Search, ["/"];
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
        "more-new" Action::MoreNew, ["n"] footer;
        "ahead" Action::StudyAhead, ["a"] footer;
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
        "undo" Action::Undo, ["u"];
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
    Cards {
        "card-show" Action::Open, ["enter"] footer;
        "search" Action::Search, ["/"] footer;
        "next-pile" Action::NextView, ["tab"] footer;
        "card-resume" Action::Resume, ["r"] footer;
        "card-suspend" Action::SuspendCard, ["s"] footer;
        "flag" Action::Flag, ["f"] footer;
        "edit" Action::Edit, ["e", "ctrl-e"] footer;
        "undo" Action::Undo, ["u"] footer;
        "card-resume-all" Action::ResumeAll, ["R"];
        "previous-pile" Action::PreviousView, ["backtab"];
        "clear-filters" Action::ClearFilter, ["backspace"];
        "up" Action::Up, ["up", "k"];
        "down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown", "space"];
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
    Settings {
        "setting-change" Action::Open, ["enter", "space"] footer;
        "setting-next" Action::Right, ["right", "l"];
        "setting-default" Action::Default, ["d", "delete", "backspace"] footer;
        "undo" Action::Undo, ["u"] footer;
        "setting-previous" Action::Left, ["left", "h"];
        "up" Action::Up, ["up", "k"];
        "down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "home" Action::Home, ["q", "esc"] footer;
    }
    Weakest {
        "start" Action::Start, ["enter", "space"] footer;
        "ahead" Action::StudyAhead, ["a"] footer;
        "up" Action::Up, ["up", "k"];
        "down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
    }
    Statistics {
        "next-tab" Action::NextView, ["tab", "right", "l"] footer;
        "previous-tab" Action::PreviousView, ["backtab", "left", "h"];
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown", "space"];
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
    ExamUnderWay {
        "exam-resume" Action::Continue, ["enter"] footer;
        "exam-abandon" Action::Abandon, ["d"] footer;
    }
    ExamBrief {
        "exam-begin" Action::Continue, ["enter"] footer;
        "exam-past" Action::ExamPast, ["e"] footer;
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "exam-go-back" Action::Leave, ["esc", "q"] footer;
    }
    Exam {
        "exam-navigator" Action::Navigator, ["f6", "g"] footer;
        "exam-flag" Action::Flag, ["f4", "f"] footer;
        "exam-next" Action::Next, ["right", "ctrl-n"];
        "exam-previous" Action::Previous, ["left", "ctrl-p"];
        "exam-hand-in" Action::HandIn, ["f5", "r"] footer;
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown"];
        "exam-leave" Action::Leave, ["q", "esc"];
    }
    ExamTyping {
        "validate" Action::Validate, ["enter"] footer;
        "exam-navigator" Action::Navigator, ["f6"] footer;
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
        "exam-go-back" Action::Cancel, ["esc", "q", "g", "f6"] footer;
    }
    ExamHandIn {
        "exam-confirm" Action::Confirm, ["r", "f5"] footer;
        "exam-navigator" Action::Navigator, ["f6", "g"] footer;
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
        "note" Action::Note, ["n", "ctrl-n"] footer;
        "edit" Action::Edit, ["e", "ctrl-e"] footer;
        "flag" Action::Flag, ["f"];
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
        "save" Action::Save, ["ctrl-s", "ctrl-enter"] footer;
        "cancel" Action::Cancel, ["esc", "ctrl-g"] footer;
    }
    Problems {
        "mend" Action::Edit, ["e", "ctrl-e"] footer;
    }
    Overlay {
        "close" Action::Cancel, ["esc", "q", "enter", "?"] footer;
        "scroll-up" Action::Up, ["up", "k"];
        "scroll-down" Action::Down, ["down", "j"];
        "page-up" Action::PageUp, ["pageup"];
        "page-down" Action::PageDown, ["pagedown", "space"];
    }
    Global {
        "help" Action::Help, ["?", "f1"] footer;
        "log-miss" Action::LogMiss, ["+", "f3"];
        "suspend-program" Action::SuspendProgram, ["ctrl-z"];
        "redraw" Action::Redraw, ["ctrl-l"];
        "interrupt" Action::Interrupt, ["ctrl-c"];
    }
};
