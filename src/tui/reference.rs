//! The reference of the keys, from the table of keys.

use std::fmt::Write as _;

use super::keymap::{Context, Keymap};
use crate::i18n::Messages;

/// The contexts in the order of the reference, each with the message that names it.
const CONTEXTS: &[(Context, &str)] = &[
    (Context::Home, "keys-home"),
    (Context::Question, "keys-question"),
    (Context::Hint, "keys-hint"),
    (Context::Choice, "keys-choice"),
    (Context::Filter, "keys-filter"),
    (Context::Filtered, "keys-filtered"),
    (Context::Pointing, "keys-pointing"),
    (Context::Scale, "keys-scale"),
    (Context::Typing, "keys-typing"),
    (Context::Recall, "keys-recall"),
    (Context::Deciding, "keys-deciding"),
    (Context::Judging, "keys-judging"),
    (Context::Answer, "keys-answer"),
    (Context::Missed, "keys-missed"),
    (Context::Spotting, "keys-spotting"),
    (Context::Picture, "keys-picture"),
    (Context::Corrected, "keys-corrected"),
    (Context::AskedWithin, "keys-asked-within"),
    (Context::Within, "keys-within"),
    (Context::Article, "keys-article"),
    (Context::Reading, "keys-reading"),
    (Context::Search, "keys-search"),
    (Context::Asked, "keys-asked"),
    (Context::Card, "keys-card"),
    (Context::Waiting, "keys-waiting"),
    (Context::Summary, "keys-summary"),
    (Context::Notebook, "keys-notebook"),
    (Context::Cards, "keys-cards"),
    (Context::Programme, "keys-programme"),
    (Context::Statistics, "keys-statistics"),
    (Context::Weakest, "keys-weakest"),
    (Context::Settings, "keys-settings"),
    (Context::Draft, "keys-draft"),
    (Context::Reason, "keys-reason"),
    (Context::Form, "keys-form"),
    (Context::Clock, "keys-clock"),
    (Context::ExamForm, "keys-exam-form"),
    (Context::ExamBrief, "keys-exam-brief"),
    (Context::ExamUnderWay, "keys-exam-under-way"),
    (Context::Exam, "keys-exam"),
    (Context::ExamTyping, "keys-exam-typing"),
    (Context::ExamNavigator, "keys-exam-navigator"),
    (Context::ExamHandIn, "keys-exam-hand-in"),
    (Context::ExamReport, "keys-exam-report"),
    (Context::ExamCorrection, "keys-exam-correction"),
    (Context::ExamPast, "keys-exam-past"),
    (Context::Note, "keys-note"),
    (Context::Problems, "problems-title"),
    (Context::Overlay, "keys-overlay"),
];

/// All keys as Markdown, screen by screen, with the names under which `config.toml` knows them.
#[must_use]
pub fn keys(messages: &Messages) -> String {
    let keymap = Keymap::default();
    let mut out = format!("# {}\n\n{}\n", messages.get("help-title"), messages.get("keys-intro"));
    for (context, title) in CONTEXTS.iter().copied().chain([(Context::Global, "keys-global")]) {
        // Writing to a string does not fail.
        let _ = write!(
            out,
            "\n## {}\n\n| {} | {} | config.toml |\n|---|---|---|\n",
            messages.get(title),
            messages.get("keys-column-key"),
            messages.get("keys-column-does"),
        );
        for (row, keys) in keymap.rows(&[context]) {
            let mut names: Vec<String> =
                keys.iter().map(|key| format!("`{}`", key.label(messages).replace('|', "\\|"))).collect();
            names.dedup();
            let does = messages.get(&format!("key-{}", row.name));
            let _ = writeln!(out, "| {} | {does} | `{}` |", names.join(" "), row.name);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{i18n::Lang, tui::keymap::TABLE};

    #[test]
    fn every_binding_of_the_table_stands_in_the_reference() {
        for lang in Lang::ALL {
            let text = keys(&Messages::new(lang));
            for row in TABLE {
                assert!(text.contains(&format!("| `{}` |", row.name)), "{lang}: {}", row.name);
            }
            let rows = text.lines().filter(|line| line.ends_with("` |")).count();
            assert_eq!(rows, TABLE.len(), "{lang}");
        }
    }

    #[test]
    fn every_context_has_its_name() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for (_, id) in CONTEXTS {
                assert!(messages.has(id), "{lang}: {id}");
            }
        }
    }
}
