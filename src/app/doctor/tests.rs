//! Homes that are well, and homes that are not.

use std::{fs, path::Path};

use super::*;
use crate::{
    app::{
        clock::StoppedClock,
        progress::{Impatient, Unseen},
    },
    i18n::Lang,
    journal::{Draft, Journal, Record, Review},
    memory::{Granted, Phase, Rating},
};

struct Home {
    folder: tempfile::TempDir,
    clock: Arc<StoppedClock>,
}

impl Home {
    /// A home in which some cards were answered.
    fn studied() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock =
            Arc::new(StoppedClock::new("2026-11-22T20:00+01:00[Europe/Paris]".parse().expect("a time")));
        let home = Self { folder, clock };
        home.paths().create().expect("made");
        let mut journal = home.journal();
        for card in ["d/a", "d/b", "d/c"] {
            let review = Review {
                card: card.parse().expect("a card"),
                fingerprint: crate::card::Fingerprint::of(card),
                rating: Rating::Good,
                granted: Granted::Days { days: 3, phase: Phase::Review },
                score: None,
                decided: None,
                answered: None,
                took_ms: 5000,
                context: "study".to_owned(),
                practice: false,
            };
            journal.append(&[Draft::from(Record::Review(review))], &home.clock.wall()).expect("kept");
        }
        home
    }

    fn paths(&self) -> Paths {
        Paths::find(Some(self.folder.path().into())).expect("paths")
    }

    fn journal(&self) -> Journal {
        let marker = crate::app::machine::marker(&self.paths().data);
        Journal::open(&self.paths().journal(), &marker).expect("a journal")
    }

    fn sql(&self, sql: &str) {
        crate::journal::tamper(&self.paths().journal(), sql);
    }

    fn patient(&self, fix: bool) -> Patient {
        Patient {
            paths: self.paths(),
            messages: Arc::new(Messages::new(Lang::En)),
            clock: Arc::clone(&self.clock) as _,
            terminal: None,
            fix,
        }
    }

    fn examined(&self, fix: bool) -> Checkup {
        examine(&self.patient(fix), &mut Unseen).expect("nobody stops it")
    }
}

/// The codes of what is not good, and whether each was mended.
fn found(checkup: &Checkup) -> Vec<(&'static str, bool)> {
    checkup
        .findings
        .iter()
        .filter(|finding| finding.level != Level::Good && finding.code != "doctor-no-backups")
        .map(|finding| (finding.code, finding.mended))
        .collect()
}

/// Every file below `folder` with the hash of its bytes; what SQLite keeps beside a file that is open is left out.
fn hashes(folder: &Path) -> Vec<(std::path::PathBuf, String)> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            out.extend(hashes(&path));
        } else if !path.to_string_lossy().ends_with("-shm") && !path.to_string_lossy().ends_with("-wal") {
            out.push((path.clone(), blake3::hash(&fs::read(&path).expect("a file")).to_string()));
        }
    }
    out.sort();
    out
}

#[test]
fn a_home_that_is_well_is_told_so_and_nothing_is_written() {
    let home = Home::studied();
    let before = hashes(&home.paths().data);
    let checkup = home.examined(false);
    assert!(checkup.is_sound());
    assert_eq!(found(&checkup), []);
    assert_eq!(hashes(&home.paths().data), before);
    let good: Vec<Area> =
        checkup.findings.iter().filter(|f| f.level == Level::Good).map(|f| f.area).collect();
    assert_eq!(good, [Area::History, Area::Folders, Area::Decks, Area::Index]);
}

#[test]
fn a_home_where_nothing_ever_happened_is_well() {
    let home = Home { folder: tempfile::tempdir().expect("a folder"), ..Home::studied() };
    let checkup = home.examined(true);
    assert!(checkup.is_sound());
    assert_eq!(found(&checkup), [("doctor-no-history", false)]);
}

#[test]
fn states_that_do_not_follow_from_the_answers_are_told_and_made_again() {
    let home = Home::studied();
    home.sql("DELETE FROM state WHERE locator = 'd/a'; UPDATE day SET reviews = 77");
    let checkup = home.examined(false);
    assert!(!checkup.is_sound());
    assert_eq!((checkup.broken(), checkup.mendable()), (2, 2));
    assert_eq!(found(&checkup), [("doctor-states", false), ("doctor-inner", false)]);
    let mended = home.examined(true);
    assert!(mended.is_sound());
    assert_eq!(found(&mended), [("doctor-states", true), ("doctor-inner", true)]);
    assert_eq!(found(&home.examined(false)), []);
}

#[test]
fn tables_and_triggers_that_are_missing_are_made_again() {
    let home = Home::studied();
    home.sql("DROP TABLE state; DROP TRIGGER event_never_changes; DROP INDEX fact_place");
    assert_eq!(found(&home.examined(false)), [("doctor-schema", false)]);
    assert_eq!(found(&home.examined(true)), [("doctor-schema", true)]);
    assert_eq!(found(&home.examined(false)), []);
    assert_eq!(home.journal().states().expect("states").len(), 3);
}

#[test]
fn states_that_wait_are_a_note_and_made_anew() {
    let home = Home::studied();
    home.sql("INSERT INTO meta VALUES ('stale', 'settings')");
    let checkup = home.examined(false);
    assert!(checkup.is_sound());
    assert_eq!(found(&checkup), [("doctor-stale", false)]);
    assert_eq!(found(&home.examined(true)), [("doctor-stale", true)]);
}

#[test]
fn an_event_that_was_altered_is_told_and_left_alone() {
    let home = Home::studied();
    home.sql(
        "DROP TRIGGER event_never_changes; UPDATE event SET body = replace(body, '\"rating\":3', '\"rating\":4') WHERE seq = 1;
         CREATE TRIGGER event_never_changes BEFORE UPDATE ON event\nBEGIN\n    SELECT RAISE(ABORT, 'an event is never changed');\nEND",
    );
    let body = |home: &Home| {
        home.journal()
            .events(
                home.journal()
                    .next_id()
                    .map(|id| crate::journal::EventId { counter: 1, ..id })
                    .expect("an id"),
            )
            .expect("events")
    };
    let before = body(&home);
    for fix in [false, true] {
        let checkup = home.examined(fix);
        assert!(!checkup.is_sound());
        assert_eq!(found(&checkup)[0], ("doctor-altered", false));
        assert!(found(&checkup).contains(&("doctor-no-backup-to-restore", false)), "{:?}", found(&checkup));
    }
    assert_eq!(body(&home), before);
}

#[test]
fn what_is_no_journal_or_was_cut_is_told_with_the_backup_to_go_back_to() {
    let home = Home::studied();
    crate::app::backups::daily_at_end(&home.paths(), &*home.clock).expect("backed up");
    let whole = fs::read(home.paths().journal()).expect("a journal");
    let text = b"Chapter one. It was a dark and stormy night, and the file was no database at all, as one could see.".to_vec();
    for (damage, code) in
        [(text, "journal-not-a-journal"), (whole[..whole.len() / 2].to_vec(), "journal-damaged")]
    {
        crate::app::files::write_atomically(&home.paths().journal(), &damage).expect("written");
        for end in ["-wal", "-shm"] {
            let _ = fs::remove_file(home.paths().data.join(format!("journal.db{end}")));
        }
        let checkup = home.examined(true);
        assert!(!checkup.is_sound());
        let codes: Vec<&str> = found(&checkup).iter().map(|(code, _)| *code).collect();
        assert!(codes == [code, "doctor-restore"] || codes == ["doctor-file", "doctor-restore"], "{codes:?}");
        assert_eq!(fs::read(home.paths().journal()).expect("a file"), damage, "it was left as it was");
        let text = &checkup.findings.iter().find(|f| f.code == "doctor-restore").expect("a remedy").text;
        assert!(text.contains("carabin journal restore 2026-11-22"), "{text}");
    }
}

#[test]
fn a_newer_history_is_a_matter_of_updating_and_not_touched() {
    let home = Home::studied();
    home.sql("PRAGMA user_version = 99");
    let before = fs::read(home.paths().journal()).expect("a journal");
    let checkup = home.examined(true);
    assert!(checkup.is_sound());
    assert_eq!(found(&checkup), [("journal-newer", false)]);
    assert_eq!(fs::read(home.paths().journal()).expect("a journal"), before);
}

#[test]
fn a_backup_that_does_not_read_back_is_told() {
    let home = Home::studied();
    crate::app::backups::daily_at_end(&home.paths(), &*home.clock).expect("backed up");
    assert_eq!(found(&home.examined(false)), []);
    let backup = home.paths().backups().join("journal-2026-11-22.db.zst");
    let whole = fs::read(&backup).expect("a backup");
    crate::app::files::write_atomically(&backup, &whole[..whole.len() / 2]).expect("written");
    assert_eq!(found(&home.examined(false)), [("doctor-backup-damaged", false)]);
}

#[cfg(unix)]
#[test]
fn files_that_others_can_read_are_closed() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::studied();
    crate::app::backups::daily_at_end(&home.paths(), &*home.clock).expect("backed up");
    let open = [home.paths().data, home.paths().backups().join("journal-2026-11-22.db.zst")];
    for path in &open {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("opened");
    }
    assert_eq!(found(&home.examined(false)), [("doctor-open-to-others", false)]);
    assert_eq!(found(&home.examined(true)), [("doctor-open-to-others", true)]);
    for path in &open {
        assert_eq!(fs::metadata(path).expect("there").permissions().mode() & 0o077, 0);
    }
}

#[test]
fn a_damaged_index_is_made_anew_and_a_deck_with_mistakes_is_named() {
    let home = Home::studied();
    let deck = "format: 1\ndeck: bad\ntitle: Bad\nlanguage: en\ncards:\n  - id: a\n    q: One?\n";
    let path = home.paths().decks().join("bad.yaml");
    crate::app::files::write_atomically(&path, deck.as_bytes()).expect("written");
    let checkup = home.examined(false);
    assert_eq!(found(&checkup), [("doctor-deck", false)]);
    assert!(checkup.is_sound(), "one bad card never stops the others");
    let index = fs::read(home.paths().index()).expect("an index");
    crate::app::files::write_atomically(&home.paths().index(), &index[..4096.min(index.len() / 2)])
        .expect("written");
    let _ = fs::remove_file(home.paths().cache.join("library.db-wal"));
    let checkup = home.examined(true);
    assert!(checkup.is_sound(), "{checkup:?}");
    assert!(
        found(&checkup).iter().any(|(code, mended)| code.starts_with("doctor-index") && *mended),
        "{checkup:?}"
    );
}

#[test]
fn a_folder_in_step_with_other_machines_is_warned_about() {
    let home = Home::studied();
    fs::create_dir(home.folder.path().join(".stfolder")).expect("a marker");
    let checkup = home.examined(false);
    assert_eq!(found(&checkup), [("journal-synced-folder", false)]);
}

#[test]
fn a_doctor_who_is_stopped_leaves_nothing_half_mended() {
    for patience in 0.. {
        let home = Home::studied();
        home.sql("DELETE FROM state; INSERT INTO meta VALUES ('stale', 'settings')");
        let mut progress = Impatient::after(patience);
        let checkup = examine(&home.patient(true), &mut progress);
        assert_eq!(progress.steps.first().map(|(what, ..)| *what), Some("progress-doctor-history"));
        let states = home.journal().states().expect("states").len();
        assert!(states == 0 || states == 3, "after {patience}: {states}");
        if let Some(checkup) = checkup {
            assert!(checkup.is_sound() && states == 3 && patience > 3, "after {patience}");
            return;
        }
        assert!(home.examined(true).is_sound(), "after {patience}");
    }
}
