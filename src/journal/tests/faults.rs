//! Full disks, torn files, altered events.

use std::fs;

use super::{super::*, *};

#[test]
fn a_full_disk_loses_nothing_and_the_student_can_go_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut journal = Journal::open(&folder.path().join("journal.db"), "laptop").expect("a journal");
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    let before = seen(&journal);
    let pages: u32 = journal.conn.pragma_query_value(None, "page_count", |row| row.get(0)).expect("read");
    let limit = |journal: &Journal, pages: u32| {
        journal
            .conn
            .pragma_update_and_check(None, "max_page_count", pages, |row| row.get::<_, u32>(0))
            .expect("a limit");
    };
    limit(&journal, pages + 1);
    let long = Record::Note { card: card("d/a"), text: "x".repeat(100_000) };
    let refused = journal.append(&[good("d/b"), long.clone().into()], &wall(1));
    assert!(matches!(refused, Err(JournalError::Full)), "{refused:?}");
    assert_eq!(seen(&journal), before, "all or nothing");
    limit(&journal, 1_000_000);
    journal.append(&[good("d/b"), long.into()], &wall(2)).expect("kept");
    assert_eq!(journal.verify().expect("verified"), []);
}

#[test]
fn a_log_torn_anywhere_loses_no_finished_append_before_the_tear() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("journal.db");
    drop(Journal::open(&path, "laptop").expect("a journal"));
    let mut journal = Journal::open(&path, "laptop").expect("a journal");
    journal.conn.pragma_update(None, "wal_autocheckpoint", 0).expect("set");
    let log = folder.path().join("journal.db-wal");
    let mut lengths = Vec::new();
    for (n, name) in (0..8).zip(["d/a", "d/b"].iter().cycle()) {
        journal.append(&[good(name)], &wall(n)).expect("kept");
        lengths.push(usize::try_from(fs::metadata(&log).expect("a log").len()).expect("short"));
    }
    let (database, whole) = (fs::read(&path).expect("a file"), fs::read(&log).expect("a log"));
    for cut in (0..=whole.len()).step_by(1511).chain(lengths.clone()) {
        let other = tempfile::tempdir().expect("a folder");
        let copy = other.path().join("journal.db");
        put(&copy, &database);
        put(&other.path().join("journal.db-wal"), &whole[..cut]);
        let mut survivor = Journal::open(&copy, "laptop").expect("it opens");
        let kept = lengths.iter().filter(|length| **length <= cut).count() as u64;
        assert_eq!(survivor.len().expect("read"), kept, "cut at {cut}");
        assert_eq!(survivor.verify().expect("verified"), [], "cut at {cut}");
        survivor.append(&[good("d/c")], &wall(99)).expect("it goes on");
    }
}

fn put(path: &std::path::Path, bytes: &[u8]) {
    use std::io::Write;
    fs::File::create(path).and_then(|mut file| file.write_all(bytes)).expect("written");
}

#[test]
fn a_file_cut_short_is_told_and_not_made_worse() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("journal.db");
    let mut journal = Journal::open(&path, "laptop").expect("a journal");
    for n in 0..50 {
        journal.append(&[good("d/a")], &wall(n)).expect("kept");
    }
    drop(journal);
    let bytes = fs::read(&path).expect("a file");
    put(&path, &bytes[..bytes.len() / 2]);
    let outcome = Journal::open(&path, "laptop").and_then(|journal| journal.verify());
    match outcome {
        Err(JournalError::Damaged(_)) => {}
        Ok(found) => assert!(found.iter().any(|d| matches!(d, Difference::File { .. })), "{found:?}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_event_altered_on_the_way_is_not_taken_and_told() {
    let mut here = journal();
    here.append(&[good("d/a"), good("d/b")], &wall(0)).expect("kept");
    let mut events = all_events(&here);
    events[0].body = events[0].body.replace("\"rating\":3", "\"rating\":1");
    let mut there = journal();
    let told = there.ingest(&events).expect("taken");
    assert_eq!((told.added, told.altered), (1, vec![events[0].id]));
    let told = there.ingest(&all_events(&here)).expect("taken");
    assert_eq!((told.added, told.known), (1, 1), "the sound copy is taken later");
    assert_eq!(seen(&there), seen(&here));
}

#[test]
fn an_event_altered_on_the_disk_is_found() {
    let mut journal = journal();
    let ids = journal.append(&[good("d/a")], &wall(0)).expect("kept");
    let sql = "DROP TRIGGER event_never_changes; UPDATE event SET body = replace(body, ':3,', ':4,')";
    journal.conn.execute_batch(sql).expect("altered");
    let found = journal.verify().expect("verified");
    assert!(found.contains(&Difference::Altered { id: ids[0] }), "{found:?}");
    assert!(!found[0].is_mendable());
}

#[test]
fn everything_derived_can_be_lost_and_is_found_and_mended() {
    let mut journal = journal();
    let set = Record::Setting { key: "retention".to_owned(), value: serde_json::json!(0.8) };
    let alias = Record::Alias { a: card("d/a"), b: card("d/b") };
    let about = Draft::about(version("d/a", "t"), Record::Review(answer("d/a", Rating::Good, 3)));
    let ids = journal.append(&[about, good("d/c"), alias.into(), set.into()], &wall(0)).expect("kept");
    journal.undo(&ids[1..2], &wall(1)).expect("undone");
    let before = seen(&journal);
    for table in ["place", "fact", "undo", "edge", "state", "day", "setting", "version"] {
        journal.conn.execute(&format!("DELETE FROM {table}"), []).expect("lost");
        let found = journal.verify().expect("verified");
        assert!(!found.is_empty() && found.iter().all(Difference::is_mendable), "{table}: {found:?}");
        journal.rebuild().expect("rebuilt");
        assert_eq!(journal.verify().expect("verified"), [], "{table}");
        assert_eq!(seen(&journal), before, "{table}");
    }
}

#[test]
fn unknown_kinds_and_newer_bodies_are_kept_and_passed_on() {
    let mut journal = journal();
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    let before = seen(&journal);
    let device = DeviceId([9; 8]);
    let event = |counter, kind, body: &str| {
        Event::new(EventId { device, counter }, 1000, Wall { ms: 1000, offset: 0 }, kind, body.to_owned())
    };
    let foreign = [
        event(1, "hologram", r#"{"card":"d/a","v":1}"#),
        event(2, "flag", r#"{"card":"d/a","flag":1,"v":2}"#),
        event(3, "flag", "not JSON at all"),
        event(4, "alias", r#"{"a":"d/a","b":"D B","v":1}"#),
        event(5, "", ""),
    ];
    journal.ingest(&foreign).expect("taken");
    assert_eq!(seen(&journal), before);
    assert_eq!(journal.verify().expect("verified"), []);
    let passed: Vec<Event> =
        all_events(&journal).into_iter().filter(|event| event.id.device == device).collect();
    assert_eq!(passed, foreign);
}

#[test]
fn a_newer_event_may_be_undone_and_brought_back() {
    let mut journal = journal();
    let id = EventId { device: DeviceId([9; 8]), counter: 1 };
    let event = Event::new(id, 0, Wall { ms: 0, offset: 0 }, "hologram", "{}".to_owned());
    journal.ingest(std::slice::from_ref(&event)).expect("taken");
    journal.undo(&[id], &wall(0)).expect("undone");
    assert!(voids(&journal)[&(id, event.hash)]);
}

#[test]
fn times_that_cannot_be_are_refused() {
    let id = EventId { device: DeviceId([9; 8]), counter: 1 };
    let sound = Wall { ms: 0, offset: 0 };
    for (at, wall) in
        [(i64::MAX, sound), (0, Wall { ms: i64::MIN, offset: 0 }), (0, Wall { ms: 0, offset: 100_000 })]
    {
        let event = Event::new(id, at, wall, "flag", "{}".to_owned());
        assert_eq!(journal().ingest(&[event]).expect("looked at").altered, [id]);
    }
}
