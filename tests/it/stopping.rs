//! Long work that is stopped at any of its steps, or fails, leaves everything as it was, byte for byte.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use carabin::{
    app::{
        App,
        bring::{AnkiWishes, Separator, Wanted},
        clock::StoppedClock,
        error::AppError,
        files::write_atomically,
        open::Opening,
        paths::Paths,
        progress::{Progress, Unseen},
        scope::Scope,
        send::{Packing, TableFormat},
    },
    i18n::Lang,
};

/// A student who stops the work when it has asked so many times.
struct After {
    asked: std::cell::Cell<usize>,
    patience: usize,
}

impl Progress for After {
    fn step(&mut self, _what: &'static str, _done: u64, _total: Option<u64>) {}

    fn cancelled(&self) -> bool {
        self.asked.set(self.asked.get() + 1);
        self.asked.get() > self.patience
    }
}

struct Home(tempfile::TempDir);

impl Home {
    /// A home with a deck of the student's, a picture beside it, and a file that lies about.
    fn new() -> Self {
        let home = Self(tempfile::tempdir().expect("a folder"));
        home.write("data/decks/cardio/deck.yaml", "format: 1\ndeck: cardio\ntitle: Cardio\nlanguage: fr\ncards:\n  - id: a\n    q: Un ?\n    a: '1'\n");
        home.write("data/decks/cardio/media/own.png", "a picture");
        home.open();
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        write_atomically(&path, text.as_bytes()).expect("written");
    }

    fn open(&self) -> App {
        let mut app = App::open(Opening {
            paths: Paths::find(Some(self.0.path().into())).expect("paths"),
            lang: Some(Lang::Fr),
            locale: None,
            decks: Vec::new(),
            clock: Arc::new(StoppedClock::new(
                "2026-11-23T08:00:00+01:00[Europe/Paris]".parse().expect("a time"),
            )),
        })
        .expect("opened");
        app.refresh().expect("looked");
        app
    }

    /// Every folder, and every file with what is in it; not the cache, which each start brings up to date.
    fn whole(&self) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        let mut all = BTreeMap::new();
        collect(self.0.path(), &mut all);
        let cache = self.path("cache");
        all.retain(|path, _| !path.starts_with(&cache));
        all
    }

    /// Does `work`, stopped at its first step, its second, … until it comes to its end; nothing is left of all but the last.
    /// Gives how often it was stopped.
    fn stopped_everywhere(
        &self,
        work: impl Fn(&mut App, &mut dyn Progress) -> Result<(), AppError>,
    ) -> usize {
        let before = self.whole();
        for patience in 0.. {
            let done = work(&mut self.open(), &mut After { asked: 0.into(), patience });
            let Err(error) = done else {
                assert_ne!(self.whole(), before, "the work does something");
                return patience;
            };
            assert!(error.is_stop(), "{error}");
            self.assert_is(&before, &format!("stopped at step {patience}"));
        }
        unreachable!("it comes to its end")
    }

    fn assert_is(&self, before: &BTreeMap<PathBuf, Option<Vec<u8>>>, when: &str) {
        let after = self.whole();
        let names = |all: &BTreeMap<PathBuf, Option<Vec<u8>>>| all.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&after), names(before), "{when}");
        for (path, bytes) in before {
            assert!(after[path] == *bytes, "{} is another, {when}", path.display());
        }
    }
}

fn collect(folder: &Path, all: &mut BTreeMap<PathBuf, Option<Vec<u8>>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            all.insert(path.clone(), None);
            collect(&path, all);
        } else {
            let bytes = fs::read(&path).expect("a file");
            all.insert(path, Some(bytes));
        }
    }
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anki").join(name)
}

#[test]
fn a_package_with_its_history_and_pictures() {
    for deck in [None, Some("cardio"), Some("edn-019-uncam-fr")] {
        let home = Home::new();
        let wishes = AnkiWishes {
            deck: deck.map(|id| id.parse().expect("an id")),
            parameters: true,
            ..AnkiWishes::default()
        };
        let steps = home.stopped_everywhere(|app, progress| {
            let mut file = app.read_anki(&fixture("modern.apkg"), &wishes, progress)?;
            let planned = app.plan_all(std::mem::take(&mut file.decks), false, progress)?;
            app.carry_out_anki(&file, &planned, progress).map(|_| ())
        });
        // Reading, planning, each file, the history.
        assert!(steps > 10, "{steps}");
        let mut app = home.open();
        let again = app.read_anki(&fixture("modern.apkg"), &wishes, &mut Unseen).expect("read");
        assert_eq!(again.new_events(), 0, "the whole history was taken");
    }
}

#[test]
fn a_table_that_adds_to_a_deck_and_makes_another() {
    let home = Home::new();
    home.write(
        "table.csv",
        "id,question,answer,deck\na,Un ?,Une,cardio\nb,Deux ?,2,cardio\nc,Trois ?,3,rein\n",
    );
    let steps = home.stopped_everywhere(|app, progress| {
        let file = app.read_table(&home.path("table.csv"), &Wanted::default(), progress)?;
        let planned = app.plan_all(file.decks, false, progress)?;
        app.carry_out(&planned, progress).map(|_| ())
    });
    assert!(steps > 5, "{steps}");
}

#[test]
fn pages_of_lisa() {
    let home = Home::new();
    let page = |number: u32| {
        format!(
            "{{{{Objectif de connaissance|Identifiant=OIC-042-0{number}-A|Intitulé=Rein}}}}\nLe rein règle la '''pression artérielle'''.\n"
        )
    };
    let files = [1, 2].map(|number| {
        home.write(&format!("{number}.txt"), &page(number));
        home.path(&format!("{number}.txt"))
    });
    let steps = home.stopped_everywhere(|app, progress| {
        let decks = app.read_all_lisa(&files, false, progress)?;
        let planned = app.plan_all(decks, false, progress)?;
        app.carry_out(&planned, progress).map(|_| ())
    });
    assert!(steps > 5, "{steps}");
}

#[test]
fn what_goes_out() {
    let home = Home::new();
    let scope = Scope { decks: vec!["edn-019-uncam-fr".parse().expect("an id")], ..Scope::default() };
    for legacy in [false, true] {
        let file = home.path(&format!("{legacy}.apkg"));
        let packing = Packing { legacy, history: true };
        let steps = home
            .stopped_everywhere(|app, progress| app.send_anki(&scope, packing, &file, progress).map(|_| ()));
        assert!(steps > 3, "{steps}");
    }
    let file = home.path("out.csv");
    let csv = TableFormat::Csv(Separator(';'));
    home.stopped_everywhere(|app, progress| app.send_table(&scope, csv, &file, progress).map(|_| ()));
}

#[test]
fn a_deck_that_cannot_be_put_in_place_takes_everything_back() {
    let home = Home::new();
    let before = home.whole();
    let mut app = home.open();
    let mut file = app.read_anki(&fixture("modern.apkg"), &AnkiWishes::default(), &mut Unseen).expect("read");
    let planned = app.plan_all(std::mem::take(&mut file.decks), false, &mut Unseen).expect("planned");
    // Of several decks the last one finds its place taken.
    assert!(planned.len() > 1);
    let place = planned.last().expect("a deck").path.clone();
    let folder = place.parent().expect("a folder");
    let own = *folder != home.path("data/decks");
    let taken = if own { folder.to_owned() } else { place };
    write_atomically(&taken, b"made meanwhile").expect("written");
    let failed = app.carry_out_anki(&file, &planned, &mut Unseen);
    assert!(matches!(failed, Err(AppError::Changed(_))), "{failed:?}");
    drop((app, file));
    assert_eq!(fs::read_to_string(&taken).expect("there"), "made meanwhile");
    fs::remove_file(&taken).expect("removed");
    home.assert_is(&before, "failed");
}
