//! Files, machines and processes.

use std::{fs, path::PathBuf};

use super::{super::*, *};

struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("journal.db")
    }

    fn open(&self) -> Journal {
        Journal::open(&self.path(), "laptop").expect("a journal")
    }

    /// Copies the file as a backup program would, after the journal was closed.
    fn copied(&self) -> Self {
        let other = Self::new();
        fs::copy(self.path(), other.path()).expect("a copy");
        other
    }
}

#[test]
fn what_was_kept_is_there_after_a_restart() {
    let home = Home::new();
    let ids = home.open().append(&[good("d/a")], &wall(0)).expect("kept");
    let journal = home.open();
    assert_eq!(journal.events(ids[0]).expect("read").len(), 1);
    assert!(!is_new(&journal, "d/a"));
    assert_eq!(journal.device().expect("read"), ids[0].device);
    assert_eq!(journal.notices(), []);
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_the_journal_and_its_log() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let mut journal = home.open();
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    let files: Vec<_> =
        fs::read_dir(home.folder.path()).expect("a folder").map(|f| f.expect("a file")).collect();
    assert!(files.len() > 1);
    for file in files {
        assert_eq!(file.metadata().expect("a file").permissions().mode() & 0o077, 0, "{:?}", file.path());
    }
}

#[test]
fn a_copied_home_gets_an_id_of_its_own_and_goes_on() {
    let home = Home::new();
    let first = home.open().append(&[good("d/a")], &wall(0)).expect("kept");
    let mut copy = Journal::open(&home.path(), "another machine").expect("a journal");
    let now = copy.device().expect("read");
    assert_eq!(copy.notices(), [Notice::NewDevice { before: first[0].device, now }]);
    let second = copy.append(&[good("d/a")], &wall(1)).expect("kept");
    assert_eq!((second[0].device, second[0].counter), (now, 1));
    assert_eq!(copy.state(&card("d/a")).expect("read").reps, 2);
    drop(copy);
    let again = Journal::open(&home.path(), "another machine").expect("a journal");
    assert_eq!(again.notices(), []);
    assert_eq!(again.device().expect("read"), now);
}

#[test]
fn two_copies_under_one_id_keep_all_answers_and_part_their_ways() {
    let home = Home::new();
    home.open().append(&[good("d/a")], &wall(0)).expect("kept");
    // The machine's name was copied along, so nothing was noticed.
    let other = home.copied();
    let (mut here, mut there) = (home.open(), other.open());
    here.append(&[good("d/b")], &wall(1)).expect("kept");
    there.append(&[good("d/c")], &wall(2)).expect("kept");
    let before = here.device().expect("read");
    let told = here.ingest(&all_events(&there)).expect("taken");
    assert_eq!((told.added, told.known, told.conflicts.len()), (1, 1, 1));
    let now = here.device().expect("read");
    assert_eq!(here.notices(), [Notice::SharedDevice { before, now }]);
    assert_ne!(now, before);
    assert_eq!(here.events(told.conflicts[0]).expect("read").len(), 2);
    assert_eq!(here.conflicts().expect("read"), told.conflicts);
    there.ingest(&all_events(&here)).expect("taken");
    assert_eq!(seen(&here), seen(&there));
    for name in ["d/a", "d/b", "d/c"] {
        assert!(!is_new(&here, name), "no answer is lost");
    }
    assert_eq!(here.verify().expect("verified"), []);
    let next = here.append(&[good("d/a")], &wall(3)).expect("kept");
    assert_eq!(next[0].device, now);
}

#[test]
fn undoing_one_of_two_events_under_one_id_leaves_the_other() {
    let home = Home::new();
    drop(home.open());
    let other = home.copied();
    let (mut here, mut there) = (home.open(), other.open());
    let id = here.append(&[good("d/b")], &wall(1)).expect("kept");
    there.append(&[good("d/c")], &wall(2)).expect("kept");
    here.undo(&id, &wall(3)).expect("undone");
    here.ingest(&all_events(&there)).expect("taken");
    assert!(is_new(&here, "d/b"));
    assert!(!is_new(&here, "d/c"));
}

#[test]
fn a_backup_put_back_by_hand_notices_its_own_later_events() {
    let home = Home::new();
    home.open().append(&[good("d/a")], &wall(0)).expect("kept");
    let backup = home.copied();
    let mut lost = home.open();
    lost.append(&[good("d/b")], &wall(1)).expect("kept");
    let mut restored = backup.open();
    let before = restored.device().expect("read");
    restored.ingest(&all_events(&lost)).expect("taken");
    assert_ne!(restored.device().expect("read"), before);
    assert_eq!(seen(&restored), seen(&lost));
}

#[test]
fn a_restored_home_may_be_given_a_new_id() {
    let mut journal = Home::new().open();
    let before = journal.device().expect("read");
    let now = journal.renew_device().expect("minted");
    assert_ne!(before, now);
    assert_eq!(journal.next_id().expect("an id").device, now);
}

#[test]
fn a_newer_journal_is_refused_politely_and_read() {
    let home = Home::new();
    let mut journal = home.open();
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    journal.conn.pragma_update(None, "user_version", 99).expect("raised");
    drop(journal);
    let before = fs::read(home.path()).expect("a file");
    let refused = Journal::open(&home.path(), "laptop");
    assert!(matches!(refused, Err(JournalError::Newer { found: 99, known: 1 })), "{refused:?}");
    let mut reader = Journal::open_read_only(&home.path()).expect("readable");
    assert!(!is_new(&reader, "d/a"));
    let written = reader.append(&[good("d/b")], &wall(1));
    assert!(matches!(written, Err(JournalError::ReadOnly)), "{written:?}");
    drop(reader);
    assert_eq!(fs::read(home.path()).expect("a file"), before, "not a byte was changed");
}

#[test]
fn what_is_not_a_journal_is_left_alone() {
    let home = Home::new();
    fs::copy(file!(), home.path()).expect("some text");
    let before = fs::read(home.path()).expect("a file");
    assert!(matches!(Journal::open(&home.path(), "laptop"), Err(JournalError::NotAJournal)));
    assert_eq!(fs::read(home.path()).expect("a file"), before);
    fs::remove_file(home.path()).expect("removed");
    let other = rusqlite::Connection::open(home.path()).expect("a database");
    other.execute_batch("CREATE TABLE photos (x)").expect("a table");
    drop(other);
    assert!(matches!(Journal::open(&home.path(), "laptop"), Err(JournalError::NotAJournal)));
    assert!(matches!(Journal::open_read_only(&home.path()), Err(JournalError::NotAJournal)));
}

#[test]
fn a_folder_in_the_place_of_the_file_is_told() {
    let home = Home::new();
    fs::create_dir(home.path()).expect("a folder");
    assert!(matches!(Journal::open(&home.path(), "laptop"), Err(JournalError::Open { .. })));
}

#[test]
fn two_carabins_see_one_another() {
    let home = Home::new();
    let (mut one, mut two) = (home.open(), home.open());
    assert!(!two.changed_elsewhere().expect("asked"));
    let first = one.append(&[good("d/a")], &wall(0)).expect("kept");
    assert!(!one.changed_elsewhere().expect("asked"), "one's own writing is no news");
    assert!(two.changed_elsewhere().expect("asked"));
    assert!(!two.changed_elsewhere().expect("asked"), "it is told once");
    assert!(!is_new(&two, "d/a"));
    let second = two.append(&[good("d/a")], &wall(0)).expect("kept");
    assert_eq!(second[0].counter, first[0].counter + 1);
    assert_eq!(one.state(&card("d/a")).expect("read").reps, 2);
    assert_eq!(one.device().expect("read"), two.device().expect("read"));
}

#[test]
fn many_writers_at_once_share_no_counter_and_lose_nothing() {
    let home = Home::new();
    let path = home.path();
    let writers: Vec<_> = (0..6)
        .map(|writer| {
            let path = path.clone();
            std::thread::spawn(move || {
                // They also create the journal at once.
                let mut journal = Journal::open(&path, "laptop").expect("a journal");
                let append = |n: i64| journal.append(&[good(["d/a", "d/b", "d/c"][writer % 3])], &wall(n));
                (0..10).map(append).map(|ids| ids.expect("kept")[0]).collect::<Vec<_>>()
            })
        })
        .collect();
    let mut ids: Vec<EventId> =
        writers.into_iter().flat_map(|writer| writer.join().expect("written")).collect();
    ids.sort_unstable();
    let journal = home.open();
    let device = journal.device().expect("read");
    assert_eq!(ids, (1..=60).map(|counter| EventId { device, counter }).collect::<Vec<_>>());
    assert_eq!(journal.verify().expect("verified"), []);
}

#[test]
fn states_of_an_older_layout_are_derived_anew_and_older_rules_wait() {
    let home = Home::new();
    let mut journal = home.open();
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    let before = seen(&journal);
    let pretend = |journal: &Journal, projection: &str| {
        meta::set(&journal.conn, meta::PROJECTION, projection).expect("set");
        journal.conn.execute("UPDATE state SET packed = x'00'", []).expect("broken");
    };
    for waits in [false, true] {
        pretend(&journal, "0.1");
        if waits {
            meta::set(&journal.conn, meta::STALE, "settings").expect("set");
        }
        drop(journal);
        journal = home.open();
        assert_eq!(seen(&journal), before);
        assert!(!journal.is_stale().expect("asked"));
    }

    meta::set(&journal.conn, meta::PROJECTION, &format!("{}.0", packed::LAYOUT)).expect("set");
    drop(journal);
    let mut journal = home.open();
    assert!(journal.is_stale().expect("asked"));
    assert_eq!(seen(&journal), before, "the old states serve until then");
    journal.rebuild().expect("rebuilt");
    assert!(!journal.is_stale().expect("asked"));
    drop(journal);
    assert!(!home.open().is_stale().expect("asked"));
}

#[test]
fn a_large_batch_into_a_small_journal_is_taken_like_a_small_one() {
    let mut here = journal();
    let drafts: Vec<Draft> = CARDS.iter().cycle().take(1200).map(|name| good(name)).collect();
    let ids = here.append(&drafts, &wall(0)).expect("kept");
    here.undo(&ids[7..9], &wall(1)).expect("undone");
    let events = all_events(&here);
    let (mut at_once, mut in_parts) = (journal(), journal());
    assert_eq!(at_once.ingest(&events).expect("taken").added, 1202);
    assert_eq!(at_once.ingest(&events).expect("taken").known, 1202);
    for part in events.chunks(400) {
        in_parts.ingest(part).expect("taken");
    }
    assert_eq!(seen(&at_once), seen(&in_parts));
    assert_eq!(seen(&at_once), seen(&here));
    assert_eq!(at_once.verify().expect("verified"), []);
}

#[test]
fn a_journal_that_another_program_holds_is_told_and_the_answer_is_not_lost() {
    let home = Home::new();
    let (one, mut two) = (home.open(), home.open());
    two.conn.busy_timeout(std::time::Duration::ZERO).expect("set");
    one.conn.execute_batch("BEGIN IMMEDIATE").expect("held");
    assert!(matches!(two.append(&[good("d/a")], &wall(0)), Err(JournalError::Busy)));
    assert!(is_new(&two, "d/a"), "reading goes on");
    one.conn.execute_batch("COMMIT").expect("let go");
    two.append(&[good("d/a")], &wall(0)).expect("kept");
}

#[test]
fn in_a_long_history_a_new_rollover_waits_for_the_replay_and_studying_goes_on() {
    let mut journal = journal();
    let device = DeviceId([3; 8]);
    let event = |counter: u64| {
        let wall = Wall { ms: 1_700_000_000_000 + i64::try_from(counter).expect("few") * 60_000, offset: 0 };
        let record = Record::Review(answer(&format!("d/x{}", counter % 500), Rating::Good, 3));
        let body = body::write(&record, None, None).expect("a body");
        Event::new(EventId { device, counter }, wall.ms, wall, record.kind(), body)
    };
    journal.ingest(&(1..=20_000).map(event).collect::<Vec<_>>()).expect("taken");
    let set = Record::Setting { key: ROLLOVER.to_owned(), value: serde_json::json!(2) };
    journal.append(&[set.into()], &wall(0)).expect("kept");
    assert!(journal.is_stale().expect("asked"));
    journal.append(&[good("d/x1")], &wall(1)).expect("kept");
    assert!(journal.verify().expect("verified").iter().all(Difference::is_mendable));
    journal.rebuild().expect("rebuilt");
    assert!(!journal.is_stale().expect("asked"));
    assert_eq!(journal.verify().expect("verified"), []);
}
