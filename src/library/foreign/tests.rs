//! Parcels that strangers send, and what becomes of decks when they are taken, updated, removed and sent on.

use std::{
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
};

use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;
use crate::{
    card::DeckId,
    deck::names,
    library::{Bundled, BundledFile, Library, Places},
};

const NOW: &str = "2026-11-22T19:00:00Z";

struct Room {
    folder: tempfile::TempDir,
}

impl Room {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    fn write(&self, relative: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        File::create(&path).and_then(|mut file| file.write_all(bytes)).expect("written");
        path
    }

    fn read(&self, relative: &str) -> String {
        fs::read_to_string(self.path(relative)).expect(relative)
    }

    fn library(&self, bundled: &'static [Bundled]) -> Library {
        let places =
            Places { bundled, user: self.path("decks"), extra: Vec::new(), index: self.path("library.db") };
        let mut library = Library::open(places).expect("opens").0;
        library.refresh(&mut |_| {}).expect("refreshed");
        library
    }

    fn zip(&self, files: &[(&str, &[u8])]) -> PathBuf {
        let path = self.path("parcel.zip");
        let mut zip = ZipWriter::new(File::create(&path).expect("a file"));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).expect("begun");
            zip.write_all(bytes).expect("written");
        }
        zip.finish().expect("finished");
        path
    }

    /// Nothing but what is meant lies in the student's decks.
    fn left_behind(&self) -> Vec<String> {
        let Ok(read) = fs::read_dir(self.path("decks")) else { return Vec::new() };
        let names = read.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        names.collect()
    }
}

fn deck(version: &str, cards: &str) -> String {
    format!("format: 1\ndeck: cardio\ntitle: Cœur\nlanguage: fr\nversion: \"{version}\"\ncards:\n{cards}")
}

fn card(id: &str, question: &str) -> String {
    format!("  - id: {id}\n    q: {question}\n    a: oui\n")
}

fn pictured(id: &str) -> String {
    format!(
        "  - id: {id}\n    q: Que montre ce schéma ?\n    image: {{ file: media/a.png, alt: Un cœur }}\n    a: oui\n"
    )
}

fn open(path: &Path) -> Result<Parcel, ForeignError> {
    Parcel::open(path, &Bounds::default(), &|| true)
}

fn id() -> DeckId {
    "cardio".parse().expect("an id")
}

#[test]
fn a_package_a_folder_and_a_file_hold_the_same_deck() {
    let room = Room::new();
    let text = deck("1", &card("a", "Un ?"));
    let file = room.write("src/cardio/deck.yaml", text.as_bytes());
    let zip = room.zip(&[
        ("cardio/deck.yaml", text.as_bytes()),
        ("README.txt", b"x"),
        ("__MACOSX/cardio/._deck.yaml", b"x"),
    ]);
    for path in [file, room.path("src"), room.path("src/cardio"), zip] {
        let parcel = open(&path).expect("opens");
        let ids: Vec<_> = parcel.decks.iter().map(|deck| deck.deck.head.id.to_string()).collect();
        assert_eq!(ids, ["cardio"], "{path:?}");
    }
}

#[test]
fn the_one_folder_of_a_forge_s_archive_is_looked_into() {
    let room = Room::new();
    let text = deck("1", &card("a", "Un ?"));
    let zip = room.zip(&[("decks-main/README.md", b"x"), ("decks-main/decks/cardio.yaml", text.as_bytes())]);
    assert_eq!(open(&zip).expect("opens").decks[0].path, "decks-main/decks/cardio.yaml");
}

#[test]
fn a_name_that_leads_elsewhere_refuses_the_whole_package() {
    let text = deck("1", &card("a", "Un ?"));
    for name in [
        "../evil.yaml",
        "/tmp/evil.yaml",
        "a/../../evil.yaml",
        "C:/evil.yaml",
        "con.yaml",
        "a\\..\\..\\e.yaml",
    ] {
        let room = Room::new();
        let zip = room.zip(&[("cardio.yaml", text.as_bytes()), (name, b"x")]);
        assert!(matches!(open(&zip), Err(ForeignError::Name { .. })), "{name}");
    }
}

#[test]
fn a_link_in_a_package_refuses_it() {
    let room = Room::new();
    let path = room.path("parcel.zip");
    let mut zip = ZipWriter::new(File::create(&path).expect("a file"));
    zip.add_symlink("media/a.png", "/etc/passwd", SimpleFileOptions::default()).expect("added");
    zip.finish().expect("finished");
    let refused = open(&path).expect_err("refused");
    assert!(matches!(refused, ForeignError::Name { problem: names::NameProblem::NoFile, .. }), "{refused}");
}

#[test]
fn two_names_that_are_one_file_on_some_systems_refuse_a_package() {
    let room = Room::new();
    let zip = room.zip(&[("deck.yaml", b"x"), ("DECK.yaml", b"y")]);
    let refused = open(&zip).expect_err("refused");
    assert!(matches!(refused, ForeignError::Name { problem: names::NameProblem::Twice, .. }), "{refused}");
}

#[test]
fn a_bomb_and_a_swarm_are_refused() {
    let room = Room::new();
    let zip = room.zip(&[("a.png", &vec![0; 4 << 20])]);
    let bounds = Bounds { file_bytes: 1 << 20, ..Bounds::default() };
    assert!(matches!(Parcel::open(&zip, &bounds, &|| true), Err(ForeignError::TooLarge(_))));
    let names: Vec<String> = (0..40).map(|n| format!("{n}.png")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
    let bounds = Bounds { files: 30, ..Bounds::default() };
    assert!(matches!(Parcel::open(&room.zip(&files), &bounds, &|| true), Err(ForeignError::TooMany(30))));
}

#[test]
fn what_is_no_package_or_is_torn_is_told() {
    let room = Room::new();
    let text = deck("1", &card("a", "Un ?"));
    let zip = room.zip(&[("cardio.yaml", text.as_bytes())]);
    let whole = fs::read(&zip).expect("read");
    let torn = room.write("torn.zip", &whole[..whole.len() / 2]);
    assert!(matches!(open(&torn), Err(ForeignError::Damaged(_))));
    assert!(matches!(open(&room.write("notes", b"hello")), Err(ForeignError::NoPackage(_))));
    assert!(matches!(open(&room.write("other.yaml", b"a: 1\n")), Err(ForeignError::Unreadable(_))));
    assert!(matches!(open(&room.path("nowhere")), Err(ForeignError::File { .. })));
}

#[test]
fn who_stops_it_finds_nothing_left() {
    let room = Room::new();
    let zip = room.zip(&[("cardio.yaml", deck("1", &card("a", "Un ?")).as_bytes())]);
    assert!(matches!(Parcel::open(&zip, &Bounds::default(), &|| false), Err(ForeignError::Stopped)));
    assert_eq!(room.left_behind(), Vec::<String>::new());
}

#[test]
fn only_the_deck_and_the_files_that_it_names_are_taken() {
    let room = Room::new();
    room.write("src/deck.yaml", deck("1", &pictured("a")).as_bytes());
    room.write("src/media/a.png", b"picture");
    room.write("src/media/b.png", b"not named");
    room.write("src/install.sh", b"#!/bin/sh\n");
    let parcel = open(&room.path("src")).expect("opens");
    let taken = room.library(&[]).take_in(&parcel.decks[0], "src", NOW).expect("taken");
    assert_eq!((taken.cards, taken.media), (1, 1));
    assert_eq!(room.left_behind(), ["cardio"]);
    assert_eq!(room.read("decks/cardio/media/a.png"), "picture");
    assert!(
        !room.path("decks/cardio/media/b.png").exists() && !room.path("decks/cardio/install.sh").exists()
    );
    let installed = room.library(&[]).installed().expect("read");
    assert_eq!((installed[0].id.clone(), installed[0].record.source.as_str()), (id(), "src"));
}

#[test]
fn a_deck_that_is_there_is_not_taken_twice_nor_over_the_student_s_own() {
    let room = Room::new();
    room.write("src/deck.yaml", deck("1", &card("a", "Un ?")).as_bytes());
    let parcel = open(&room.path("src")).expect("opens");
    room.library(&[]).take_in(&parcel.decks[0], "src", NOW).expect("taken");
    let again = room.library(&[]).take_in(&parcel.decks[0], "src", NOW);
    assert!(matches!(again, Err(ForeignError::Taken(_))));
    let room = Room::new();
    room.write("decks/mine.yaml", deck("1", &card("z", "À moi")).as_bytes());
    let own = room.library(&[]).take_in(&parcel.decks[0], "src", NOW);
    assert!(matches!(own, Err(ForeignError::Own(_))));
    assert_eq!(room.left_behind(), ["mine.yaml"]);
}

#[test]
fn an_update_takes_what_is_new_and_keeps_what_is_the_student_s() {
    let room = Room::new();
    room.write(
        "src/deck.yaml",
        deck("1", &[card("a", "Un ?"), card("b", "Deux ?"), pictured("c")].concat()).as_bytes(),
    );
    room.write("src/media/a.png", b"old");
    let parcel = open(&room.path("src")).expect("opens");
    room.library(&[]).take_in(&parcel.decks[0], "src", NOW).expect("taken");
    let mine = room.read("decks/cardio/deck.yaml").replace("Un ?", "Un, à moi ?");
    room.write("decks/cardio/deck.yaml", mine.as_bytes());
    room.write(
        "src/deck.yaml",
        deck("2", &[pictured("c"), card("a", "Un ?"), card("d", "Quatre ?")].concat()).as_bytes(),
    );
    room.write("src/media/a.png", b"new");
    let parcel = open(&room.path("src")).expect("opens");
    let library = room.library(&[]);
    let plan = library.plan_update(&parcel.decks[0]).expect("planned");
    assert_eq!([Change::New, Change::Gone, Change::Kept].map(|change| plan.count(change)), [1, 1, 1]);
    let taken = library.update(&parcel.decks[0], "src", NOW).expect("updated");
    let text = room.read("decks/cardio/deck.yaml");
    assert!(text.contains("Un, à moi ?") && text.contains("Quatre ?") && !text.contains("Deux ?"), "{text}");
    assert_eq!(room.read("decks/cardio/media/a.png"), "new");
    let archive = taken.archive.expect("an archive");
    assert!(fs::read_to_string(&archive).expect("read").contains("Deux ?"));
    assert!(open(&archive).is_ok(), "the archive is a deck");
    let (theirs, _) = room.library(&[]).both_texts(&id()).expect("texts");
    assert!(parcel.decks[0].is_text(&theirs), "the next update begins from here");
}

#[test]
fn a_picture_and_an_article_that_were_mended_are_an_update() {
    let room = Room::new();
    let article = "  - id: z\n    article: { title: Une étude, file: media/z.md }\n    questions:\n      - qru: Quel plan ?\n        options: [{ correct: Oui }, { wrong: Non }]\n";
    room.write("src/deck.yaml", deck("1", &[pictured("a"), article.to_owned()].concat()).as_bytes());
    room.write("src/media/a.png", b"old");
    room.write("src/media/z.md", b"Le texte.");
    let parcel = open(&room.path("src")).expect("opens");
    assert_eq!(parcel.decks[0].errors, 0);
    room.library(&[]).take_in(&parcel.decks[0], "src", NOW).expect("taken");
    let plan = |room: &Room| {
        let parcel = open(&room.path("src")).expect("opens");
        room.library(&[]).plan_update(&parcel.decks[0]).expect("planned")
    };
    assert!(plan(&room).is_empty(), "nothing is new");
    room.write("src/media/a.png", b"new");
    room.write("src/media/z.md", b"Le texte, corrig\xc3\xa9.");
    room.write("decks/cardio/media/z.md", b"Mon texte.");
    let files: Vec<_> =
        plan(&room).files.into_iter().map(|file| (file.file.to_string(), file.change)).collect();
    let told = [("media/a.png", Change::Changed), ("media/z.md", Change::Both)];
    assert_eq!(files, told.map(|(file, change)| (file.to_owned(), change)));
    assert!(!plan(&room).is_empty());
    room.library(&[]).update(&open(&room.path("src")).expect("opens").decks[0], "src", NOW).expect("updated");
    assert_eq!(room.read("decks/cardio/media/a.png"), "new");
    assert_eq!(room.read("decks/cardio/media/z.own.md"), "Mon texte.");
    assert!(plan(&room).is_empty(), "{:?}", plan(&room));
}

#[test]
fn what_the_student_wrote_around_the_cards_outlives_an_update() {
    let room = Room::new();
    let text = deck("1", &[card("a", "Un ?"), card("b", "Deux ?"), card("c", "Trois ?")].concat());
    room.write("src/deck.yaml", text.as_bytes());
    room.library(&[]).take_in(&open(&room.path("src")).expect("opens").decks[0], "src", NOW).expect("taken");
    let mine = text
        .replace("title: Cœur\n", "# à revoir avant le 3\ntitle: Mon cœur\ndescription: La mienne.\n")
        .replace("  - id: a\n", "  # ne pas confondre avec l'IC\n  - id: a\n")
        .replace("  - id: b\n", "  - id: b\n    # vu en stage\n")
        .replace("Trois ?", "Trois, à moi ?");
    room.write("decks/cardio/deck.yaml", mine.as_bytes());
    let theirs = deck("2", &[card("a", "Un ?"), card("b", "Deux, mieux ?"), card("c", "Trois ?")].concat())
        .replace("language: fr\n", "language: fr\nlicense: CC-BY-4.0\n");
    room.write("src/deck.yaml", theirs.as_bytes());
    let parcel = open(&room.path("src")).expect("opens");
    let plan = room.library(&[]).plan_update(&parcel.decks[0]).expect("planned");
    assert_eq!(plan.aside, None, "{}", plan.text);
    room.library(&[]).update(&parcel.decks[0], "src", NOW).expect("updated");
    let after = room.read("decks/cardio/deck.yaml");
    let wanted = mine
        .replace("version: \"1\"", "license: CC-BY-4.0\nversion: \"2\"")
        .replace("  - id: b\n    # vu en stage\n", "  # vu en stage\n  - id: b\n")
        .replace("description: La mienne.\n", "")
        .replace("Deux ?", "Deux, mieux ?")
        .replace("cards:\n", "description: La mienne.\ncards:\n");
    assert_eq!(after, wanted);
    assert!(plan.head.title.as_str() == "Mon cœur" && plan.head.version.as_deref() == Some("2"));
    // Nothing of it is lost by the next one either.
    room.write("src/deck.yaml", theirs.replace("\"2\"", "\"3\"").as_bytes());
    room.library(&[]).update(&open(&room.path("src")).expect("opens").decks[0], "src", NOW).expect("updated");
    assert_eq!(room.read("decks/cardio/deck.yaml"), wanted.replace("\"2\"", "\"3\""));
}

#[test]
fn an_update_that_was_killed_is_completed_by_the_next() {
    let room = Room::new();
    room.write("src/deck.yaml", deck("1", &[card("a", "Un ?"), card("b", "Deux ?")].concat()).as_bytes());
    let parcel = open(&room.path("src")).expect("opens");
    room.library(&[]).take_in(&parcel.decks[0], "src", NOW).expect("taken");
    room.write("src/deck.yaml", deck("2", &card("a", "Un, mieux ?")).as_bytes());
    let parcel = open(&room.path("src")).expect("opens");
    // Killed after the deck was replaced, before the record was.
    let before = room.read("decks/cardio/.carabin/deck.yaml");
    room.library(&[]).update(&parcel.decks[0], "src", NOW).expect("updated");
    room.write("decks/cardio/.carabin/deck.yaml", before.as_bytes());
    let archived = room.read("decks/cardio/archived.yaml");
    let plan = room.library(&[]).plan_update(&parcel.decks[0]).expect("planned");
    assert_eq!((plan.count(Change::Both), plan.aside), (0, None), "{:?}", plan.changes);
    room.library(&[]).update(&parcel.decks[0], "src", NOW).expect("updated");
    assert_eq!(room.read("decks/cardio/archived.yaml"), archived, "nothing is archived twice");
}

#[test]
fn a_picture_that_the_student_changed_is_kept_beside_the_new_one() {
    let room = Room::new();
    room.write("src/deck.yaml", deck("1", &pictured("a")).as_bytes());
    room.write("src/media/a.png", b"old");
    let parcel = open(&room.path("src")).expect("opens");
    room.library(&[]).take_in(&parcel.decks[0], "src", NOW).expect("taken");
    room.write("decks/cardio/media/a.png", b"mine");
    room.write("src/media/a.png", b"new");
    room.library(&[]).update(&open(&room.path("src")).expect("opens").decks[0], "src", NOW).expect("updated");
    assert_eq!(room.read("decks/cardio/media/a.png"), "new");
    assert_eq!(room.read("decks/cardio/media/a.own.png"), "mine");
}

#[test]
fn a_picture_that_only_the_student_changed_stays_where_the_card_shows_it() {
    let room = Room::new();
    room.write("src/deck.yaml", deck("1", &pictured("a")).as_bytes());
    room.write("src/media/a.png", b"old");
    room.library(&[]).take_in(&open(&room.path("src")).expect("opens").decks[0], "src", NOW).expect("taken");
    room.write("decks/cardio/media/a.png", b"mine");
    for version in ["2", "3"] {
        room.write("src/deck.yaml", deck(version, &[pictured("a"), card("b", version)].concat()).as_bytes());
        let parcel = open(&room.path("src")).expect("opens");
        room.library(&[]).update(&parcel.decks[0], "src", NOW).expect("updated");
        assert_eq!(room.read("decks/cardio/media/a.png"), "mine");
        assert!(!room.path("decks/cardio/media/a.own.png").exists());
    }
}

#[test]
fn what_an_author_took_out_is_archived_where_the_file_cannot_be_cut() {
    let room = Room::new();
    let flow = "format: 1\ndeck: cardio\ntitle: Cœur\nlanguage: fr\ncards: [{id: a, q: Un ?, a: oui}, {id: b, q: Deux ?, a: oui}]\n";
    room.write("src/deck.yaml", flow.as_bytes());
    room.library(&[]).take_in(&open(&room.path("src")).expect("opens").decks[0], "src", NOW).expect("taken");
    room.write("src/deck.yaml", deck("2", &card("a", "Un ?")).as_bytes());
    let parcel = open(&room.path("src")).expect("opens");
    let taken = room.library(&[]).update(&parcel.decks[0], "src", NOW).expect("updated");
    let archive = taken.archive.expect("an archive");
    assert!(fs::read_to_string(&archive).expect("read").contains("Deux ?"));
    assert_eq!(open(&archive).expect("the archive is a deck").decks[0].errors, 0);
}

#[test]
fn a_copy_with_mistakes_is_not_merged_and_stays_as_it_is() {
    let room = Room::new();
    room.write("src/deck.yaml", deck("1", &card("a", "Un ?")).as_bytes());
    let parcel = open(&room.path("src")).expect("opens");
    room.library(&[]).take_in(&parcel.decks[0], "src", NOW).expect("taken");
    let broken = format!("{}  - id: z\n    q: sans réponse\n", room.read("decks/cardio/deck.yaml"));
    room.write("decks/cardio/deck.yaml", broken.as_bytes());
    room.write("src/deck.yaml", deck("2", &card("a", "Un, mieux ?")).as_bytes());
    let parcel = open(&room.path("src")).expect("opens");
    assert!(matches!(room.library(&[]).update(&parcel.decks[0], "src", NOW), Err(ForeignError::Mistakes(_))));
    assert_eq!(room.read("decks/cardio/deck.yaml"), broken);
}

#[test]
fn what_is_removed_leaves_nothing_and_the_student_s_own_is_not_removed() {
    let room = Room::new();
    room.write("src/deck.yaml", deck("1", &card("a", "Un ?")).as_bytes());
    let parcel = open(&room.path("src")).expect("opens");
    room.library(&[]).take_in(&parcel.decks[0], "src", NOW).expect("taken");
    let removed = room.library(&[]).remove(&id()).expect("removed");
    assert_eq!((removed.kept, room.left_behind()), (None, Vec::new()));
    room.write("decks/mine.yaml", deck("1", &card("z", "À moi")).as_bytes());
    assert!(matches!(room.library(&[]).remove(&id()), Err(ForeignError::NotTaken(_))));
}

#[test]
fn what_the_student_wrote_in_a_deck_outlives_its_removal() {
    type Deed = fn(&Room);
    let deeds: [(Deed, &str, &str); 3] = [
        (
            |room| drop(room.write("decks/cardio/deck.yaml", deck("1", &card("a", "À moi ?")).as_bytes())),
            "deck.yaml",
            "À moi ?",
        ),
        (|room| drop(room.write("decks/cardio/media/a.png", b"mine")), "media/a.png", "mine"),
        (|room| drop(room.write("decks/cardio/archived.yaml", b"# archived")), "archived.yaml", "# archived"),
    ];
    for (deed, file, text) in deeds {
        let room = Room::new();
        room.write("src/deck.yaml", deck("1", &pictured("a")).as_bytes());
        room.write("src/media/a.png", b"old");
        let parcel = open(&room.path("src")).expect("opens");
        for _ in 0..2 {
            room.library(&[]).take_in(&parcel.decks[0], "src", NOW).expect("taken");
            deed(&room);
            let kept = room.library(&[]).remove(&id()).expect("removed").kept.expect("kept aside");
            assert!(fs::read_to_string(kept.join(file)).expect("there").contains(text), "{file}");
            assert!(room.library(&[]).catalogue().deck(&id()).is_none(), "it is no deck any more");
        }
    }
}

#[test]
fn the_folder_of_all_decks_is_never_removed_as_one_of_them() {
    let room = Room::new();
    room.write("decks/deck.yaml", deck("1", &card("a", "Un ?")).as_bytes());
    room.write("decks/.carabin/origin.toml", b"source = \"x\"\npath = \"deck.yaml\"\ntaken = \"2026\"\n");
    room.write("decks/.carabin/deck.yaml", deck("1", &card("a", "Un ?")).as_bytes());
    assert!(matches!(room.library(&[]).remove(&id()), Err(ForeignError::NotTaken(_))));
    assert!(room.path("decks/deck.yaml").exists());
}

#[test]
fn what_one_sends_another_takes() {
    let room = Room::new();
    room.write("decks/cardio/deck.yaml", deck("1", &pictured("a")).as_bytes());
    room.write("decks/cardio/media/a.png", b"picture");
    room.write("decks/cardio/private.txt", b"private");
    let first = room.library(&[]).send(&id(), &room.path("a.zip")).expect("sent");
    assert_eq!((first.cards, first.media), (1, 1));
    room.library(&[]).send(&id(), &room.path("b.zip")).expect("sent");
    assert_eq!(fs::read(room.path("a.zip")).expect("read"), fs::read(room.path("b.zip")).expect("read"));
    let other = Room::new();
    let parcel = open(&room.path("a.zip")).expect("opens");
    other.library(&[]).take_in(&parcel.decks[0], "a.zip", NOW).expect("taken");
    assert_eq!(other.read("decks/cardio/deck.yaml"), room.read("decks/cardio/deck.yaml"));
    assert_eq!(other.read("decks/cardio/media/a.png"), "picture");
    assert!(!other.path("decks/cardio/private.txt").exists());
}

#[test]
fn a_deck_of_the_binary_is_sent_with_its_pictures() {
    const SHIPPED: &[Bundled] = &[Bundled {
        path: "edn.yaml",
        text: "format: 1\ndeck: edn\ntitle: EDN\nlanguage: fr\ncards:\n  - id: x\n    q: Que voit-on ?\n    a: Rien.\n    image: { file: media/a.png, alt: Une image }\n",
        media: &[BundledFile { path: "media/a.png", bytes: b"picture" }],
    }];
    let room = Room::new();
    let sent = room.library(SHIPPED).send(&"edn".parse().expect("an id"), &room.path("a.zip")).expect("sent");
    assert_eq!((sent.cards, sent.media), (1, 1));
    let parcel = open(&room.path("a.zip")).expect("opens");
    room.library(&[]).take_in(&parcel.decks[0], "a.zip", NOW).expect("taken");
    assert_eq!(room.read("decks/edn/media/a.png"), "picture");
}
