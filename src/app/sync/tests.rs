//! Homes that meet in places.

mod decks;
mod laws;
mod stopped;

use std::{collections::BTreeMap, fs, path::Path, sync::Arc};

use jiff::Zoned;
use serde_json::Value;

use super::{
    run::{Report, Setup, Syncer},
    *,
};
use crate::{
    app::{
        clock::{Clock as _, StoppedClock},
        files::write_atomically,
        paths::Paths,
        progress::Unseen,
    },
    card::{Fingerprint, Locator},
    exchange::git::{Git, Limits},
    journal::{DayCount, Draft, EventId, Journal, Notice, Record, Review},
    memory::{CardState, Day, Granted, Phase, Rating},
};

/// A home with a journal in a file, whose machine is called as its folder.
struct Home {
    folder: tempfile::TempDir,
    syncer: Syncer,
    clock: Arc<StoppedClock>,
    machine: String,
}

impl Home {
    fn new(machine: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let start: Zoned = "2026-11-22T20:00+01:00[Europe/Paris]".parse().expect("a time");
        let clock = Arc::new(StoppedClock::new(start));
        let paths = Paths::find(Some(folder.path().into())).expect("paths");
        paths.create().expect("made");
        let syncer = Syncer { paths, clock: Arc::clone(&clock) as _ };
        Self { folder, syncer, clock, machine: machine.to_owned() }
    }

    fn journal(&self) -> Journal {
        Journal::open(&self.syncer.paths.journal(), &self.machine).expect("a journal")
    }

    fn set_up(&self, place: &Path) -> &Self {
        let place = place.to_string_lossy().into_owned();
        let setup = Setup { place, name: Some(self.machine.clone()), auto: true, decks: true };
        self.syncer.set_up(&setup).expect("set up");
        self
    }

    fn try_sync(&self) -> Result<Report, SyncError> {
        self.syncer.sync_with(&mut self.journal(), 7, &mut Unseen)
    }

    fn sync(&self) -> Report {
        self.try_sync().expect("synced")
    }

    fn answer(&self, cards: &[&str]) -> Vec<EventId> {
        let mut journal = self.journal();
        let mut ids = Vec::new();
        for card in cards {
            self.clock.advance(std::time::Duration::from_secs(60));
            ids.extend(journal.append(&[good(card)], &self.clock.wall()).expect("kept"));
        }
        ids
    }
}

fn card(text: &str) -> Locator {
    text.parse().expect("a locator")
}

fn review(name: &str, rating: Rating) -> Review {
    Review {
        card: card(name),
        fingerprint: Fingerprint::of(name),
        rating,
        granted: Granted::Days { days: 3, phase: Phase::Review },
        score: None,
        decided: None,
        answered: None,
        took_ms: 5_000,
        context: "study".to_owned(),
        practice: false,
    }
}

fn good(name: &str) -> Draft {
    Record::Review(review(name, Rating::Good)).into()
}

/// Everything that two journals with the same events must agree on.
#[derive(Debug, PartialEq)]
struct Seen {
    events: Vec<(EventId, String)>,
    states: BTreeMap<String, CardState>,
    days: Vec<DayCount>,
    settings: BTreeMap<String, Value>,
}

fn seen(journal: &Journal) -> Seen {
    let (mut events, mut states) = (Vec::new(), BTreeMap::new());
    journal.for_each_event(0, |_, event| events.push((event.id, event.to_line()))).expect("events");
    events.sort();
    let each = |locator: &str, state: CardState| {
        states.insert(locator.to_owned(), state);
    };
    journal.for_each_state(each).expect("states");
    Seen {
        events,
        states,
        days: journal.day_counts(Day::new(i32::MIN), Day::new(i32::MAX)).expect("days"),
        settings: journal.settings().expect("settings"),
    }
}

fn files(folder: &Path) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = vec![folder.to_owned()];
    while let Some(next) = rest.pop() {
        for entry in fs::read_dir(next).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                rest.push(entry);
            } else {
                let path = entry.strip_prefix(folder).expect("below");
                out.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    out.sort();
    out
}

fn segments(place: &Path) -> Vec<String> {
    files(place).into_iter().filter(|path| path.starts_with("events/")).collect()
}

#[test]
fn what_was_answered_on_one_device_is_known_on_the_other() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    laptop.set_up(place.path());
    tower.set_up(place.path());
    laptop.answer(&["d/a", "d/b"]);
    tower.answer(&["d/a"]);
    assert_eq!(laptop.sync().sent, 2);
    let report = tower.sync();
    assert_eq!((report.received, report.sent), (2, 1));
    assert_eq!(laptop.sync().received, 1);
    assert_eq!(seen(&laptop.journal()), seen(&tower.journal()));
    assert_eq!(
        laptop.journal().state(&card("d/a")).expect("read").reps,
        2,
        "both answers of the day are kept"
    );
    let quiet = laptop.sync();
    assert_eq!((quiet.received, quiet.sent, segments(place.path()).len()), (0, 0, 2));
}

#[test]
fn a_torn_and_an_altered_segment_are_named_skipped_and_taken_later() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    laptop.set_up(place.path()).answer(&["d/a"]);
    laptop.sync();
    let name = segments(place.path()).remove(0);
    let path = place.path().join(&name);
    let whole = fs::read(&path).expect("a segment");
    tower.set_up(place.path());
    for (bytes, fault) in [
        (whole[..whole.len() / 2].to_vec(), Fault::Torn),
        (Vec::new(), Fault::Torn),
        (String::from_utf8_lossy(&whole).replace("d/a", "d/b").into_bytes(), Fault::Altered),
    ] {
        write_atomically(&path, &bytes).expect("written");
        assert_eq!(tower.sync().faulty, [(name.clone(), fault)]);
        assert!(tower.journal().is_empty().expect("read"));
    }
    write_atomically(&path, &whole).expect("written");
    let report = tower.sync();
    assert_eq!((report.received, report.faulty), (1, Vec::new()));
}

#[test]
fn a_device_writes_again_what_was_lost_or_damaged_of_its_own() {
    let place = tempfile::tempdir().expect("a place");
    let laptop = Home::new("laptop");
    laptop.set_up(place.path()).answer(&["d/a"]);
    laptop.sync();
    laptop.answer(&["d/b"]);
    laptop.sync();
    let names = segments(place.path());
    fs::remove_file(place.path().join(&names[0])).expect("removed");
    write_atomically(&place.path().join(&names[1]), b"half").expect("written");
    laptop.sync();
    let tower = Home::new("tower");
    let report = tower.set_up(place.path()).sync();
    assert_eq!((report.received, report.faulty), (2, Vec::new()));
}

#[test]
fn a_torn_segment_is_not_named_once_its_events_have_come_in_another() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    laptop.set_up(place.path()).answer(&["d/a"]);
    laptop.sync();
    let name = segments(place.path()).remove(0);
    fs::remove_file(place.path().join(&name)).expect("lost");
    laptop.answer(&["d/b"]);
    laptop.sync();
    // The carrier brings half of the first one, of which there is no whole one any more.
    write_atomically(&place.path().join(&name), b"half").expect("written");
    let report = tower.set_up(place.path()).sync();
    assert_eq!((report.received, report.faulty), (2, Vec::new()));
}

#[test]
fn what_other_programs_leave_in_the_folder_is_no_matter_and_their_copies_are_welcome() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    laptop.set_up(place.path()).answer(&["d/a"]);
    laptop.sync();
    let name = segments(place.path()).remove(0);
    let path = place.path().join(&name);
    let folder = path.parent().expect("a folder");
    let copy =
        folder.join(name.rsplit('/').next().expect("a name").replace(".jsonl", " (conflicted copy).jsonl"));
    fs::rename(&path, &copy).expect("moved");
    for (file, text) in [(".syncthing.x.jsonl.tmp", "half"), ("notes.txt", "x"), ("y (1).jsonl", "torn")] {
        write_atomically(&folder.join(file), text.as_bytes()).expect("written");
    }
    fs::create_dir_all(place.path().join(".stversions/events")).expect("a folder");
    let report = tower.set_up(place.path()).sync();
    assert_eq!((report.received, report.faulty), (1, Vec::new()));
}

#[test]
fn a_folder_that_is_not_there_is_told_and_nothing_is_made_in_its_place() {
    let above = tempfile::tempdir().expect("a folder");
    let place = above.path().join("stick");
    let laptop = Home::new("laptop");
    laptop.set_up(&place).answer(&["d/a"]);
    laptop.sync();
    fs::rename(&place, above.path().join("away")).expect("unplugged");
    assert_eq!(laptop.try_sync().expect_err("away").message_id(), "sync-away");
    // The mount point of a stick is an empty folder.
    fs::create_dir(&place).expect("a folder");
    assert_eq!(laptop.try_sync().expect_err("away").message_id(), "sync-away");
    assert_eq!(files(&place), Vec::<String>::new());
}

#[test]
fn the_folder_of_a_newer_program_is_left_alone() {
    let place = tempfile::tempdir().expect("a place");
    let laptop = Home::new("laptop");
    laptop.set_up(place.path());
    write_atomically(&place.path().join("carabin-sync.json"), b"{\"carabin\":\"sync\",\"v\":2}")
        .expect("written");
    assert_eq!(laptop.try_sync().expect_err("newer").message_id(), "sync-newer");
}

#[test]
fn a_folder_with_other_things_gets_one_of_our_own() {
    let place = tempfile::tempdir().expect("a place");
    write_atomically(&place.path().join("holidays.jpg"), b"x").expect("written");
    for machine in ["laptop", "tower"] {
        Home::new(machine).set_up(place.path()).sync();
    }
    assert_eq!(files(place.path()), ["carabin/carabin-sync.json", "holidays.jpg"]);
}

#[test]
fn the_journal_does_not_lie_in_the_place() {
    let home = Home::new("laptop");
    let setup = |place: &Path| Setup {
        place: place.to_string_lossy().into_owned(),
        name: None,
        auto: false,
        decks: true,
    };
    let error = home.syncer.set_up(&setup(&home.folder.path().join("data/shared"))).expect_err("within");
    assert_eq!(error.message_id(), "sync-within");
    assert!(home.syncer.set_up(&setup(Path::new("ext::sh -c id"))).is_err());
}

#[test]
fn a_lost_device_stays_in_the_history_of_all_also_in_a_new_place() {
    let (old, new) = (tempfile::tempdir().expect("a place"), tempfile::tempdir().expect("a place"));
    let (lost, laptop, tower) = (Home::new("lost"), Home::new("laptop"), Home::new("tower"));
    lost.set_up(old.path()).answer(&["d/a", "d/b"]);
    lost.sync();
    drop(lost);
    laptop.set_up(old.path()).answer(&["d/c"]);
    assert_eq!(laptop.sync().received, 2);
    laptop.set_up(new.path()).sync();
    assert_eq!(tower.set_up(new.path()).sync().received, 3);
    assert_eq!(seen(&laptop.journal()), seen(&tower.journal()));
}

#[test]
fn a_copied_home_goes_on_under_an_id_of_its_own_and_nothing_of_either_is_lost() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, copy) = (Home::new("laptop"), Home::new("laptop"));
    laptop.set_up(place.path()).answer(&["d/a"]);
    laptop.sync();
    // The whole home is copied, and the machine has the same name: nobody notices at first.
    for file in ["journal.db", "sync/state.json", "sync/taken.json"] {
        fs::create_dir_all(copy.folder.path().join("data/sync")).expect("a folder");
        let (from, to) = (laptop.folder.path().join("data"), copy.folder.path().join("data"));
        fs::copy(from.join(file), to.join(file)).expect("copied");
    }
    laptop.answer(&["d/b", "d/c"]);
    copy.answer(&["d/d"]);
    copy.answer(&["d/e"]);
    laptop.sync();
    let report = copy.sync();
    assert!(report.renewed);
    assert_eq!(report.conflicts, 2);
    laptop.sync();
    copy.sync();
    laptop.sync();
    let (mine, theirs) = (laptop.journal(), copy.journal());
    assert_eq!(seen(&mine), seen(&theirs));
    assert_eq!(mine.conflicts().expect("read").len(), 2);
    assert_eq!(mine.len().expect("read"), 5);
    assert_ne!(mine.device().expect("read"), theirs.device().expect("read"));
    let third = Home::new("tower");
    third.set_up(place.path()).sync();
    assert_eq!(seen(&third.journal()), seen(&mine));
}

#[test]
fn a_backup_that_was_put_back_gets_everything_again() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    laptop.set_up(place.path()).answer(&["d/a"]);
    tower.set_up(place.path()).answer(&["d/x"]);
    laptop.sync();
    let data = laptop.folder.path().join("data");
    fs::copy(data.join("journal.db"), data.join("backup.db")).expect("copied");
    laptop.answer(&["d/b"]);
    laptop.sync();
    tower.sync();
    laptop.sync();
    for end in ["-wal", "-shm"] {
        let _ = fs::remove_file(data.join(format!("journal.db{end}")));
    }
    fs::copy(data.join("backup.db"), data.join("journal.db")).expect("put back");
    laptop.answer(&["d/c", "d/d", "d/e"]);
    let report = laptop.sync();
    assert!(report.renewed, "{report:?}");
    tower.sync();
    laptop.sync();
    assert_eq!(seen(&laptop.journal()), seen(&tower.journal()));
    assert_eq!(laptop.journal().len().expect("read"), 6);
    assert_eq!(laptop.journal().verify().expect("verified"), []);
}

#[test]
fn many_small_segments_become_few_and_every_reader_gets_all() {
    let place = tempfile::tempdir().expect("a place");
    let laptop = Home::new("laptop");
    laptop.set_up(place.path());
    for number in 0..50 {
        laptop.answer(&[&format!("d/c{number}")]);
        laptop.sync();
    }
    assert!(segments(place.path()).len() < 30, "{}", segments(place.path()).len());
    let tower = Home::new("tower");
    let report = tower.set_up(place.path()).sync();
    assert_eq!((report.received, report.faulty), (50, Vec::new()));
}

#[test]
fn one_sync_of_a_home_at_a_time() {
    let place = tempfile::tempdir().expect("a place");
    let laptop = Home::new("laptop");
    laptop.set_up(place.path()).sync();
    let lock =
        fs::File::options().write(true).open(laptop.folder.path().join("data/sync/lock")).expect("a lock");
    lock.lock().expect("held");
    assert_eq!(laptop.try_sync().expect_err("busy").message_id(), "sync-busy");
    drop(lock);
    laptop.sync();
}

#[test]
fn a_trouble_is_told_once_until_it_is_over() {
    let above = tempfile::tempdir().expect("a folder");
    let (place, away) = (above.path().join("stick"), above.path().join("away"));
    let laptop = Home::new("laptop");
    laptop.set_up(&place).sync();
    fs::rename(&place, &away).expect("unplugged");
    assert!(laptop.try_sync().is_err());
    assert_eq!(laptop.syncer.take_untold().map(|(id, _)| id).as_deref(), Some("sync-away"));
    assert!(laptop.try_sync().is_err());
    assert_eq!(laptop.syncer.take_untold(), None);
    fs::rename(&away, &place).expect("plugged in");
    laptop.sync();
    fs::rename(&place, &away).expect("unplugged");
    assert!(laptop.try_sync().is_err());
    assert!(laptop.syncer.take_untold().is_some());
}

#[cfg(unix)]
#[test]
fn what_the_student_has_answered_is_readable_by_them_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = tempfile::tempdir().expect("a place");
    let laptop = Home::new("laptop");
    laptop.set_up(place.path()).answer(&["d/a"]);
    laptop.sync();
    for path in
        [place.path().join(&segments(place.path())[0]), laptop.folder.path().join("data/sync/state.json")]
    {
        assert_eq!(fs::metadata(&path).expect("a file").permissions().mode() & 0o077, 0, "{path:?}");
    }
}

fn bare(folder: &Path) -> Option<std::path::PathBuf> {
    let git = Git::find().ok()?;
    git.run(folder, ["init", "-q", "--bare", "hub.git"], &Limits::LOCAL).expect("a repository");
    Some(folder.join("hub.git"))
}

#[test]
fn a_git_repository_carries_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(hub) = bare(folder.path()) else { return };
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    laptop.set_up(&hub).answer(&["d/a", "d/b"]);
    assert_eq!(laptop.sync().sent, 2);
    tower.set_up(&hub).answer(&["d/c"]);
    let report = tower.sync();
    assert_eq!((report.received, report.sent), (2, 1));
    assert_eq!(laptop.sync().received, 1);
    assert_eq!(seen(&laptop.journal()), seen(&tower.journal()));
    // A sync that was killed half-way leaves locks and half a working copy.
    let copy = laptop.folder.path().join("data/sync/repository");
    write_atomically(&copy.join(".git/index.lock"), b"").expect("written");
    laptop.answer(&["d/d"]);
    assert_eq!(laptop.sync().sent, 1);
    write_atomically(&copy.join(".git/HEAD"), b"nonsense").expect("written");
    assert_eq!(tower.sync().received, 1);
    laptop.answer(&["d/e"]);
    assert_eq!(laptop.sync().sent, 1);
    assert_eq!(tower.sync().received, 1);
}

#[test]
fn what_could_not_be_pushed_goes_with_the_next_sync() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(hub) = bare(folder.path()) else { return };
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    laptop.set_up(&hub).answer(&["d/a"]);
    laptop.sync();
    laptop.answer(&["d/b"]);
    let away = folder.path().join("away.git");
    fs::rename(&hub, &away).expect("gone");
    assert_eq!(laptop.try_sync().expect_err("gone").message_id(), "git-not-found");
    fs::rename(&away, &hub).expect("back");
    laptop.answer(&["d/c"]);
    laptop.sync();
    assert_eq!(tower.set_up(&hub).sync().received, 3);
}

#[test]
fn a_copy_of_an_id_is_told_by_the_journal() {
    let place = tempfile::tempdir().expect("a place");
    let laptop = Home::new("laptop");
    laptop.set_up(place.path()).answer(&["d/a"]);
    laptop.sync();
    let data = laptop.folder.path().join("data");
    fs::remove_file(data.join("journal.db")).expect("lost");
    let mut journal = laptop.journal();
    let report = laptop.syncer.sync_with(&mut journal, 100, &mut Unseen).expect("synced");
    assert_eq!(report.received, 1, "a journal that was lost comes back");
    assert!(!journal.notices().iter().any(|notice| matches!(notice, Notice::SharedDevice { .. })));
}
