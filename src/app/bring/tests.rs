//! Planning and putting in place, where no command shows the difference.

use std::{fs, path::PathBuf, sync::Arc};

use super::Planned;
use crate::{
    app::{
        clock::StoppedClock,
        error::AppError,
        files::write_atomically,
        open::{App, Opening},
        paths::Paths,
        progress::Unseen,
    },
    card::{Card, Content, DeckHead, Fingerprint, Meta, QuestionAnswer},
    exchange::{
        NewDeck,
        original::{NoteType, Original, Originals},
    },
    i18n::Lang,
};

struct Desk {
    app: App,
    home: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a home");
        let wall = "2026-11-23T08:00:00+01:00[Europe/Paris]".parse().expect("a time");
        let app = App::open(Opening {
            paths: Paths::find(Some(home.path().into())).expect("paths"),
            lang: Some(Lang::En),
            locale: None,
            decks: Vec::new(),
            clock: Arc::new(StoppedClock::new(wall)) as _,
        });
        let mut app = app.expect("opened");
        app.refresh().expect("read");
        Self { app, home }
    }

    fn path(&self, relative: &str) -> PathBuf {
        self.home.path().join("data/decks").join(relative)
    }

    fn plan(&self, fields: &str) -> Planned {
        let planned = self.app.plan_all(vec![deck(fields)], false, &mut Unseen).expect("planned");
        let [planned] = planned.try_into().expect("one deck");
        planned
    }

    fn import(&mut self, fields: &str) -> Planned {
        let planned = self.plan(fields);
        self.app.carry_out(std::slice::from_ref(&planned), &mut Unseen).expect("in place");
        planned
    }

    fn fields(&self) -> String {
        let bytes = fs::read(self.path(".carabin/imported/d.notes.zst")).expect("there");
        Originals::read(&bytes).expect("notes").notes["guid"].fields.clone()
    }
}

/// A deck of one card whose note has these fields.
fn deck(fields: &str) -> NewDeck {
    let content =
        Content::Qa(QuestionAnswer { question: "Un ?".into(), answer: "oui".into(), reverse: false });
    let card = Card {
        deck: "d".parse().expect("an id"),
        key: "anki-a".parse().expect("a key"),
        was: Vec::new(),
        line: 0,
        meta: Meta::default(),
        fingerprint: Fingerprint::of(&content.identity()),
        content,
    };
    let note = Original { fields: fields.to_owned(), ..Original::default() };
    let notes = Originals {
        types: [(0, NoteType::default())].into(),
        notes: [("guid".to_owned(), note)].into(),
        depth: 1,
    };
    NewDeck {
        head: DeckHead::new("d".parse().expect("an id"), "D".into(), "fr".into()),
        cards: vec![card],
        media: Vec::new(),
        notes: Some(notes.write().expect("written").bytes),
    }
}

#[test]
fn a_note_that_changed_where_no_card_shows_it_is_kept_for_the_way_back() {
    let mut desk = Desk::new();
    assert!(desk.import("one").changes_deck());
    assert!(!desk.plan("one").changes_anything(), "nothing is new");
    let planned = desk.import("two");
    assert!(planned.changes_anything() && !planned.changes_deck());
    assert_eq!(desk.fields(), "two");
    assert!(!desk.plan("two").changes_anything());
}

#[test]
fn what_is_written_between_the_preview_and_the_yes_is_not_replaced() {
    for file in ["d.yaml", ".carabin/imported/d.yaml", ".carabin/imported/d.notes.zst"] {
        let mut desk = Desk::new();
        desk.import("one");
        let mut planned = desk.plan("two");
        // Something for each of the files.
        planned.changed = vec!["anki-a".parse().expect("a key")];
        let base = desk.path(".carabin/imported/d.yaml");
        let before = Some(blake3::hash(&fs::read(&base).expect("there")));
        planned.base.push(super::base::Kept { path: base, bytes: b"new".to_vec(), before });
        write_atomically(&desk.path(file), b"a sync").expect("written");
        let refused = desk.app.carry_out(&[planned], &mut Unseen);
        assert!(matches!(refused, Err(AppError::Changed(path)) if path == desk.path(file)), "{file}");
        assert_eq!(fs::read(desk.path(file)).expect("there"), b"a sync");
        if !file.ends_with("zst") {
            assert_eq!(desk.fields(), "one", "nothing else is in place either");
        }
    }
}

#[test]
fn notes_that_cannot_be_read_stay_and_are_told() {
    let mut desk = Desk::new();
    desk.import("one");
    let notes = desk.path(".carabin/imported/d.notes.zst");
    write_atomically(&notes, b"torn").expect("written");
    let planned = desk.import("two");
    assert_eq!(planned.damaged, Some(notes.clone()));
    assert_eq!(fs::read(&notes).expect("there"), b"torn");
}
