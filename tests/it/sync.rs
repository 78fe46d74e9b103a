//! Two homes of one student that meet in a place now and then.

use std::{path::Path, process::Command, sync::Arc, time::Duration};

use carabin::{
    app::{
        App, asked::Given, bring::TableWishes, clock::StoppedClock, files::write_atomically, open::Opening,
        paths::Paths, progress::Unseen, scope::Scope, sitting::Turn, sync::Setup,
    },
    i18n::Lang,
    journal::{Difference, Journal},
    memory::{Day, Rating},
    study::{Setting, Wish},
};
use rand::{RngExt as _, SeedableRng as _, rngs::ChaCha8Rng, seq::IndexedRandom as _};

/// A device of the student.
struct Device {
    home: tempfile::TempDir,
    clock: Arc<StoppedClock>,
    app: App,
}

impl Device {
    fn new(place: &Path, name: &str) -> Self {
        let home = tempfile::tempdir().expect("a home");
        let start = "2026-11-01T08:00:00+01:00[Europe/Paris]".parse().expect("a time");
        let clock = Arc::new(StoppedClock::new(start));
        let mut app = Self::open(home.path(), &clock);
        let place = place.to_string_lossy().into_owned();
        let setup = Setup { place, name: Some(name.to_owned()), auto: true, decks: true };
        app.syncer().set_up(&setup).expect("set up");
        app.refresh().expect("read");
        Self { home, clock, app }
    }

    fn open(home: &Path, clock: &Arc<StoppedClock>) -> App {
        App::open(Opening {
            paths: Paths::find(Some(home.into())).expect("paths"),
            lang: Some(Lang::Fr),
            locale: None,
            decks: Vec::new(),
            clock: Arc::clone(clock) as _,
        })
        .expect("opened")
    }

    /// Studies some cards, and does now and then what students do.
    fn study(&mut self, most: usize, chance: &mut ChaCha8Rng) {
        let mut sitting = self.app.start(&Scope::default(), &Wish::default()).expect("begun");
        for _ in 0..most {
            self.clock.advance(Duration::from_secs(chance.random_range(5..90)));
            let Turn::Card(asked) = self.app.next(&mut sitting).expect("a turn") else { return };
            match chance.random_range(0..40) {
                0 => self.app.suspend(&mut sitting, &asked).expect("kept"),
                1 => self.app.bury(&mut sitting, &asked).expect("kept"),
                2 => drop(self.app.flag(&mut sitting, &asked).expect("kept")),
                3 => self.app.save_note(&mut sitting, &asked, "Revoir.").expect("kept"),
                4 => drop(self.app.undo(&mut sitting).expect("taken back")),
                _ => {
                    let rating = *Rating::ALL.choose(chance).expect("four");
                    let given = Given {
                        rating,
                        score: None,
                        decided: false,
                        answered: None,
                        took_ms: 5_000,
                        why: None,
                        slip: false,
                    };
                    self.app.answer(&mut sitting, &asked, &given).expect("kept");
                }
            }
        }
    }

    fn sync(&mut self) {
        self.app.sync(&mut Unseen).expect("synced");
        self.app.refresh().expect("read");
    }

    fn journal(&self) -> Journal {
        Journal::open_read_only(&self.home.path().join("data/journal.db")).expect("a journal")
    }

    /// Everything that both must agree on, as text.
    fn truth(&self) -> Vec<String> {
        let journal = self.journal();
        let mut lines = Vec::new();
        journal.for_each_event(0, |_, event| lines.push(event.to_line())).expect("events");
        lines.sort();
        journal.for_each_state(|card, state| lines.push(format!("{card}: {state:?}"))).expect("states");
        let days = journal.day_counts(Day::new(i32::MIN), Day::new(i32::MAX)).expect("days");
        lines.push(format!("{days:?} {:?}", journal.settings().expect("settings")));
        let decks = self.home.path().join("data/decks");
        let mut files: Vec<_> =
            std::fs::read_dir(decks).expect("decks").map(|f| f.expect("a file").path()).collect();
        files.sort();
        for file in files {
            let name = file.file_name().expect("a name").to_string_lossy().into_owned();
            lines.push(format!("{name}: {}", std::fs::read_to_string(&file).expect("a deck")));
        }
        lines
    }
}

/// `CARABIN_SYNC_CARDS` gives another number of cards a session: the long form.
#[test]
fn two_homes_that_study_for_a_month_and_sync_at_random_end_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let hub = folder.path().join("hub.git");
    let made = Command::new("git").args(["init", "-q", "--bare"]).arg(&hub).status();
    if !made.is_ok_and(|status| status.success()) {
        return; // no git here
    }
    let most = std::env::var("CARABIN_SYNC_CARDS").ok().and_then(|n| n.parse().ok()).unwrap_or(6);
    let mut chance = ChaCha8Rng::seed_from_u64(2026);
    let mut devices = [Device::new(&hub, "portable"), Device::new(&hub, "fixe")];
    let mut syncs = 0;
    for day in 0..30 {
        for (number, device) in devices.iter_mut().enumerate() {
            if chance.random_bool(0.7) {
                device.study(most, &mut chance);
            }
            if chance.random_bool(0.05) {
                let minutes = format!("{}min", chance.random_range(10..60));
                device.app.change_setting(Setting::Cap, Some(&minutes)).expect("kept");
            }
            if chance.random_bool(0.1) {
                let text = format!(
                    "format: 1\ndeck: mine\ntitle: Day {day}\nlanguage: fr\ncards:\n  - id: a\n    q: {day}\n    a: {number}\n"
                );
                let path = device.home.path().join("data/decks/mine.yaml");
                write_atomically(&path, text.as_bytes()).expect("written");
            }
            if chance.random_bool(0.4) {
                device.sync();
                syncs += 1;
            }
        }
        for device in &devices {
            device.clock.advance(Duration::from_secs(86_400));
        }
    }
    for _ in 0..2 {
        for device in &mut devices {
            device.sync();
        }
    }
    let [one, other] = &devices;
    let (ones, others) = (one.truth(), other.truth());
    assert!(ones == others, "they differ: {:?}", ones.iter().find(|line| !others.contains(line)));
    for device in &devices {
        assert_eq!(device.journal().verify().expect("verified"), Vec::<Difference>::new());
    }
    println!("{syncs} syncs, {} events", one.journal().len().expect("read"));
}

#[test]
fn the_programme_goes_where_the_decks_go() {
    let place = tempfile::tempdir().expect("a place");
    let (mut laptop, mut tower) = (Device::new(place.path(), "laptop"), Device::new(place.path(), "tower"));
    let list = laptop.home.path().join("liste.csv");
    write_atomically(&list, include_bytes!("programme.csv")).expect("written");
    let planned = laptop.app.read_programme(&list, &TableWishes::default()).expect("read");
    let kept = laptop.app.import_programme(planned).expect("kept");
    laptop.sync();
    tower.sync();
    assert_eq!(tower.app.programme().expect("read").map(|kept| kept.about()), Some(kept));
    assert!(tower.app.remove_programme().expect("removed"));
    tower.sync();
    laptop.sync();
    assert_eq!(laptop.app.programme().expect("read"), None);
}
