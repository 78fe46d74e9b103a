//! The examples of the help pages. The lines are the same in both languages; a test reads each as a command line.

use super::{
    args, card, clock, completions, deck, doctor, exam, export, help, import, journal, miss, pause,
    programme, set, stats, study, sync,
};

/// One example.
#[derive(Clone, Copy, Debug)]
pub(super) struct Example {
    /// What is typed.
    pub(super) line: &'static str,
    /// The message that says what it does.
    pub(super) id: &'static str,
}

/// The examples of the command whose key is `key` (see `tree::key`).
pub(super) fn of(key: &str) -> &'static [Example] {
    match key {
        "root" => args::EXAMPLES,
        "study" => study::EXAMPLES,
        "miss" => miss::EXAMPLES,
        "exam" => exam::EXAMPLES,
        "exam-show" => exam::SHOW_EXAMPLES,
        "exam-compare" => exam::COMPARE_EXAMPLES,
        "stats" => stats::EXAMPLES,
        "card-list" => card::LIST_EXAMPLES,
        "programme" => programme::EXAMPLES,
        "programme-import" => programme::IMPORT_EXAMPLES,
        "programme-show" => programme::SHOW_EXAMPLES,
        "programme-export" => programme::EXPORT_EXAMPLES,
        "card-show" => card::SHOW_EXAMPLES,
        "card-report" => card::REPORT_EXAMPLES,
        "card-resume" => card::RESUME_EXAMPLES,
        "deck-check" => deck::CHECK_EXAMPLES,
        "deck-guide" => deck::GUIDE_EXAMPLES,
        "deck-new" => deck::NEW_EXAMPLES,
        "deck-add" => deck::ADD_EXAMPLES,
        "deck-update" => deck::UPDATE_EXAMPLES,
        "deck-pack" => deck::PACK_EXAMPLES,
        "deck-results" => deck::RESULTS_EXAMPLES,
        "deck-reset" => deck::RESET_EXAMPLES,
        "deck-diff" => deck::DIFF_EXAMPLES,
        "deck-schema" => deck::SCHEMA_EXAMPLES,
        "deck-drafts" => deck::DRAFTS_EXAMPLES,
        "export" => export::EXAMPLES,
        "clock" => clock::EXAMPLES,
        "doctor" => doctor::EXAMPLES,
        "journal-backup" => journal::BACKUP_EXAMPLES,
        "journal-restore" => journal::RESTORE_EXAMPLES,
        "journal-export" => journal::EXPORT_EXAMPLES,
        "journal-import" => journal::IMPORT_EXAMPLES,
        "import" => import::EXAMPLES,
        "import-lisa" => import::LISA_EXAMPLES,
        "pause" => pause::EXAMPLES,
        "set" => set::EXAMPLES,
        "sync" => sync::EXAMPLES,
        "sync-init" => sync::INIT_EXAMPLES,
        "completions" => completions::EXAMPLES,
        "help" => help::EXAMPLES,
        _ => &[],
    }
}
