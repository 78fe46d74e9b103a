//! Events that no living device of the student has made: of other programs, of devices that are lost.

use super::*;

#[test]
fn what_was_brought_after_sync_was_set_up_travels_too() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    laptop.set_up(place.path()).answer(&["d/a"]);
    laptop.sync();
    laptop.bring(&["d/x", "d/y"]);
    assert_eq!(laptop.sync().sent, 2);
    assert_eq!(laptop.sync().sent, 0);
    assert_eq!(tower.set_up(place.path()).sync().received, 3);
    assert_eq!(seen(&laptop.journal()), seen(&tower.journal()));
    assert_eq!(tower.sync().sent, 0, "who has received it does not give it back");
}

#[test]
fn what_nobody_else_writes_is_written_anew_by_whoever_has_it() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    laptop.set_up(place.path()).bring(&["d/x", "d/y"]);
    laptop.sync();
    tower.set_up(place.path()).sync();
    drop(laptop);
    let name = segments(place.path()).remove(0);
    let whole = fs::read(place.path().join(&name)).expect("a segment");
    for damage in ["half", ""] {
        match damage {
            "" => fs::remove_file(place.path().join(&name)).expect("lost"),
            half => write_atomically(&place.path().join(&name), half.as_bytes()).expect("damaged"),
        }
        let report = tower.sync();
        assert_eq!((report.sent, report.faulty), (2, Vec::new()));
        assert_eq!(fs::read(place.path().join(&name)).expect("a segment"), whole, "byte by byte as it was");
    }
}

#[test]
fn a_home_that_was_given_everything_by_another_way_gives_it_to_the_place() {
    let place = tempfile::tempdir().expect("a place");
    let (lost, laptop, tower) = (Home::new("lost"), Home::new("laptop"), Home::new("tower"));
    lost.answer(&["d/a", "d/b"]);
    laptop.set_up(place.path()).sync();
    let mut events = Vec::new();
    lost.journal().for_each_event(0, |_, event| events.push(event)).expect("events");
    laptop.journal().ingest(&events).expect("taken");
    laptop.sync();
    assert_eq!(tower.set_up(place.path()).sync().received, 2);
}

#[test]
fn a_backup_that_was_put_back_after_a_push_that_failed_is_not_taken_for_the_journal_that_pushed() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    laptop.set_up(place.path()).answer(&["d/a"]);
    laptop.sync();
    let data = laptop.folder.path().join("data");
    fs::copy(data.join("journal.db"), data.join("backup.db")).expect("copied");
    tower.set_up(place.path()).answer(&["d/x", "d/y"]);
    tower.sync();
    // It takes two events in, then the place cannot be written.
    let decks = place.path().join("decks");
    write_atomically(&decks, b"a file in the way").expect("written");
    laptop.syncer.paths.create().expect("made");
    write_atomically(&laptop.syncer.paths.decks().join("x.yaml"), b"x").expect("written");
    assert!(laptop.try_sync().is_err());
    for end in ["-wal", "-shm"] {
        let _ = fs::remove_file(data.join(format!("journal.db{end}")));
    }
    fs::copy(data.join("backup.db"), data.join("journal.db")).expect("put back");
    laptop.bring(&["d/m", "d/n", "d/o"]);
    fs::remove_file(&decks).expect("removed");
    laptop.sync();
    tower.sync();
    assert_eq!(seen(&laptop.journal()), seen(&tower.journal()));
    assert_eq!(tower.journal().len().expect("read"), 6);
}

#[test]
fn what_two_homes_have_taken_in_from_another_program_counts_once_when_they_meet() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    for (home, hours) in [(&laptop, 0), (&tower, 2)] {
        let events = ["d/x", "d/y"].map(|card| brought(card, Rating::Good, hours));
        home.set_up(place.path()).journal().ingest(&events).expect("taken");
    }
    laptop.sync();
    assert_eq!(tower.sync().conflicts, 0);
    laptop.sync();
    assert_eq!(seen(&laptop.journal()), seen(&tower.journal()));
    assert_eq!(laptop.journal().state(&card("d/x")).expect("a state").reps, 1);
}
