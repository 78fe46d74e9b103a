//! What is found on disk, and when it is read again.

use std::{sync::Arc, time::Duration};

use super::*;
use crate::library::{LibraryError, MediaError, Problem, Tier};

#[test]
fn a_fresh_home_has_no_decks_and_no_problems() {
    let room = Room::new();
    let mut library = room.open();
    assert_eq!(refresh(&mut library), Refresh::default());
    assert_eq!(library.catalogue().cards(), 0);
}

#[test]
fn decks_are_files_of_the_folder_and_folders_with_a_deck_file() {
    let room = Room::new();
    room.write("a.yaml", &deck("a", &[("x", "q", "r")]));
    room.write("b.YML", &deck("b", &[("x", "q", "r")]));
    room.write("c/deck.yaml", &deck("c", &[("x", "q", "r")]));
    room.write("d/deck.yml", &deck("d", &[("x", "q", "r")]));
    for ignored in [
        ".hidden.yaml",
        "#a.yaml",
        "~a.yaml",
        "a.yaml~",
        "a.txt",
        ".git/deck.yaml",
        "c/other.yaml",
        "e/f/deck.yaml",
    ] {
        room.write(ignored, &deck("ignored", &[("x", "q", "r")]));
    }
    let library = room.fresh();
    assert_eq!(locators(&library), ["a/x", "b/x", "c/x", "d/x"]);
}

#[test]
fn the_next_start_knows_everything_before_it_looks_at_the_disk() {
    let room = Room::new();
    let path = room.write("a.yaml", &deck("a", &[("x", "Qui ?", "Lui.")]));
    let first = room.fresh();
    let second = room.open();
    assert_eq!(*second.catalogue(), *first.catalogue());
    let card = second.card(&locator("a/x")).expect("readable").expect("there");
    assert_eq!(card.content.prompt().as_str(), "Qui ?");
    assert_eq!(second.place_of(&locator("a/x")), Some((path, 6)));
}

#[test]
fn only_what_changed_is_read_again() {
    let room = Room::new();
    room.write("a.yaml", &deck("a", &[("x", "q", "r")]));
    room.write("b.yaml", &deck("b", &[("x", "q", "r")]));
    let mut library = room.open();
    let mut read = Vec::new();
    let told = library.refresh(&mut |progress| read.push(progress)).expect("refreshed");
    assert_eq!(told.changed, [id("a"), id("b")]);
    assert_eq!(read.iter().map(|p| (p.done, p.total)).collect::<Vec<_>>(), [(1, 2), (2, 2)]);

    room.write("b.yaml", &deck("b", &[("x", "q", "r"), ("y", "q2", "r2")]));
    read.clear();
    let told = library.refresh(&mut |progress| read.push(progress)).expect("refreshed");
    assert_eq!(told.changed, [id("b")]);
    assert_eq!(read.len(), 1);
    assert_eq!(locators(&library), ["a/x", "b/x", "b/y"]);

    fs::remove_file(room.path("decks/a.yaml")).expect("removed");
    let told = refresh(&mut library);
    assert_eq!((told.changed, told.removed), (vec![], vec![id("a")]));
    assert_eq!(locators(&library), ["b/x", "b/y"]);
    assert!(library.card(&locator("a/x")).expect("readable").is_none());
}

#[test]
fn a_look_that_finds_nothing_new_leaves_the_catalogue_in_its_place() {
    let room = Room::new();
    room.write("a.yaml", &deck("a", &[("x", "q", "r")]));
    let mut library = room.fresh();
    let before = library.catalogue();
    assert_eq!(refresh(&mut library), Refresh::default());
    assert!(Arc::ptr_eq(&library.catalogue(), &before));
    room.write("b.yaml", &deck("b", &[("x", "q", "r")]));
    refresh(&mut library);
    assert!(!Arc::ptr_eq(&library.catalogue(), &before));
}

#[test]
fn a_change_within_the_clocks_step_is_seen_though_size_and_time_are_the_same() {
    let room = Room::new();
    let path = room.write("a.yaml", &deck("a", &[("x", "q", "avant")]));
    let far = 4_000_000_000; // in the future: for ever too fresh to be trusted
    set_time(&path, far);
    let mut library = room.fresh();
    assert_eq!(refresh(&mut library).changed, []);
    room.write("a.yaml", &deck("a", &[("x", "q", "apres")]));
    set_time(&path, far);
    assert_eq!(refresh(&mut library).changed, [id("a")]);
}

#[test]
fn an_old_file_is_known_by_its_stamp_alone() {
    let room = Room::new();
    let path = room.write("a.yaml", &deck("a", &[("x", "q", "avant")]));
    set_time(&path, 1_000_000_000);
    let mut library = room.fresh();
    room.write("a.yaml", &deck("a", &[("x", "q", "apres")]));
    set_time(&path, 1_000_000_000);
    assert_eq!(refresh(&mut library).changed, [], "who forges the time gets what they asked for");
    set_time(&path, 1_000_000_001);
    assert_eq!(refresh(&mut library).changed, [id("a")]);
}

#[test]
fn a_file_that_was_only_touched_has_not_changed() {
    let room = Room::new();
    let path = room.write("a.yaml", &deck("a", &[("x", "q", "r")]));
    let mut library = room.fresh();
    set_time(&path, 1_000_000_000);
    let mut read = 0;
    let told = library.refresh(&mut |_| read += 1).expect("refreshed");
    assert_eq!((told, read), (Refresh::default(), 0));
}

#[test]
fn a_picture_that_comes_later_mends_its_deck() {
    let room = Room::new();
    let text = deck("a", &[("x", "q", "r")]) + "    image: { file: media/a.png, alt: Une image }\n";
    room.write("a/deck.yaml", &text);
    let mut library = room.open();
    let told = refresh(&mut library);
    assert!(matches!(told.problems.as_slice(), [Problem::Mistakes { errors: 1, .. }]), "{told:?}");
    room.write("a/media/a.png", "png");
    assert_eq!(refresh(&mut library).problems, []);
    assert_eq!(locators(&library), ["a/x"]);
    assert_eq!(library.media(&id("a"), "media/a.png"), Ok(b"png".to_vec()));
    let missing = MediaError::Missing("media/b.png".to_owned());
    assert_eq!(library.media(&id("a"), "media/b.png"), Err(missing));
}

#[test]
fn a_broken_deck_does_not_stop_the_others_and_is_told_until_it_is_mended() {
    let room = Room::new();
    room.write("a.yaml", &deck("a", &[("x", "q", "r")]));
    room.write("b.yaml", "deck: [\n");
    let mut library = room.open();
    for _ in 0..2 {
        let told = refresh(&mut library);
        let [Problem::Mistakes { origin, deck: None, errors }] = told.problems.as_slice() else {
            panic!("{told:?}")
        };
        assert!(*errors >= 1 && origin.tier == Tier::User && origin.path.ends_with("b.yaml"));
        assert_eq!(locators(&library), ["a/x"]);
        let examined = library.examine(origin).expect("readable");
        assert_eq!(examined.source, "deck: [\n");
        assert!(!examined.diagnostics.is_empty());
    }
    room.write("b.yaml", &deck("b", &[("x", "q", "r")]));
    assert_eq!(refresh(&mut library).problems, []);
    assert_eq!(locators(&library), ["a/x", "b/x"]);
}

#[test]
fn what_was_named_and_is_not_there_is_told() {
    let mut room = Room::new();
    room.extra = vec![room.path("nowhere.yaml")];
    let told = refresh(&mut room.open());
    assert!(matches!(told.problems.as_slice(), [Problem::Unreadable { missing: true, .. }]), "{told:?}");
}

#[test]
fn a_broken_index_is_made_anew() {
    let room = Room::new();
    room.write("a.yaml", &deck("a", &[("x", "q", "r")]));
    write(
        &room.index(),
        "this is not a database, and longer than the header of one would be, which is 100 bytes long.",
    );
    let (mut library, notices) = room.open_with_notices();
    assert!(matches!(notices.as_slice(), [Notice::Rebuilt { .. }]), "{notices:?}");
    refresh(&mut library);
    drop(library);
    assert_eq!(locators(&room.open()), ["a/x"], "and kept");
}

#[test]
fn an_index_of_another_version_is_made_anew() {
    let room = Room::new();
    room.write("a.yaml", &deck("a", &[("x", "q", "r")]));
    drop(room.fresh());
    let connection = rusqlite::Connection::open(room.index()).expect("a database");
    connection.pragma_update(None, "user_version", 999).expect("set");
    drop(connection);
    let (library, notices) = room.open_with_notices();
    assert!(matches!(notices.as_slice(), [Notice::Rebuilt { .. }]), "{notices:?}");
    assert_eq!(library.catalogue().cards(), 0);
}

#[test]
fn another_programs_database_is_left_alone() {
    let room = Room::new();
    room.write("a.yaml", &deck("a", &[("x", "q", "r")]));
    fs::create_dir_all(room.path("cache")).expect("a folder");
    let connection = rusqlite::Connection::open(room.index()).expect("a database");
    connection.execute_batch("CREATE TABLE precious (x)").expect("made");
    let (mut library, notices) = room.open_with_notices();
    assert!(matches!(notices.as_slice(), [Notice::InMemory { .. }]), "{notices:?}");
    refresh(&mut library);
    assert_eq!(locators(&library), ["a/x"]);
    assert!(connection.prepare("SELECT x FROM precious").is_ok());
}

#[test]
fn damage_that_shows_late_costs_a_reading_and_nothing_else() {
    let room = Room::new();
    room.write("a.yaml", &deck("a", &[("x", "q", "r")]));
    let mut library = room.fresh();
    let connection = rusqlite::Connection::open(room.index()).expect("a database");
    connection.execute_batch("DELETE FROM card; UPDATE file SET entries = x'ff'").expect("damaged");
    assert!(library.changed_elsewhere().expect("readable"));
    assert!(library.card(&locator("a/x")).expect("readable").is_some(), "read from the deck itself");
    connection.execute_batch("DROP TABLE card").expect("damaged");
    let told = refresh(&mut library);
    assert!(matches!(told.notices.as_slice(), [Notice::Rebuilt { .. }]), "{told:?}");
    assert_eq!(locators(&library), ["a/x"]);
    assert!(library.card(&locator("a/x")).expect("readable").is_some());
}

#[test]
fn a_folder_where_nothing_can_be_written_costs_only_the_index() {
    let room = Room::new();
    room.write("a.yaml", &deck("a", &[("x", "q", "r")]));
    write(&room.path("cache"), "a file where the folder should be");
    let (mut library, notices) = room.open_with_notices();
    assert!(matches!(notices.as_slice(), [Notice::InMemory { .. }]), "{notices:?}");
    refresh(&mut library);
    assert_eq!(locators(&library), ["a/x"]);
}

#[test]
fn two_libraries_share_an_index() {
    let room = Room::new();
    room.write("a.yaml", &deck("a", &[("x", "q", "r")]));
    let mut one = room.fresh();
    let mut two = room.open();
    assert!(!two.changed_elsewhere().expect("readable"));
    room.write("b.yaml", &deck("b", &[("x", "q", "r")]));
    refresh(&mut one);
    assert!(two.changed_elsewhere().expect("readable"));
    two.reload().expect("loaded");
    assert_eq!(*one.catalogue(), *two.catalogue());
    assert_eq!(refresh(&mut two).changed, [], "the other has read it already");
}

#[test]
fn while_another_is_indexing_the_catalogue_stays_as_it_is() {
    let room = Room::new();
    room.write("a.yaml", &deck("a", &[("x", "q", "r")]));
    drop(room.fresh());
    let other = rusqlite::Connection::open(room.index()).expect("a database");
    other.execute_batch("BEGIN IMMEDIATE").expect("locked");

    let (mut library, notices) = Library::open_with(room.places(), Duration::ZERO).expect("a library");
    assert_eq!(notices, []);
    room.write("b.yaml", &deck("b", &[("x", "q", "r")]));
    assert_eq!(refresh(&mut library).notices, [Notice::Busy]);
    assert_eq!(locators(&library), ["a/x"]);

    other.execute_batch("COMMIT").expect("unlocked");
    assert_eq!(refresh(&mut library).notices, []);
    assert_eq!(locators(&library), ["a/x", "b/x"]);
}

#[test]
fn with_nothing_known_and_the_index_locked_the_decks_are_read_into_memory() {
    let room = Room::new();
    room.write("a.yaml", &deck("a", &[("x", "q", "r")]));
    drop(room.open());
    let other = rusqlite::Connection::open(room.index()).expect("a database");
    other.execute_batch("BEGIN IMMEDIATE").expect("locked");
    let (mut library, _) = Library::open_with(room.places(), Duration::ZERO).expect("a library");
    assert!(matches!(refresh(&mut library).notices.as_slice(), [Notice::InMemory { .. }]));
    assert_eq!(locators(&library), ["a/x"]);
}

#[test]
fn what_is_told_of_a_file_holds_no_escape_sequence() {
    let problem =
        Problem::Unreadable { path: "a\x1b[31m\n.yaml".into(), missing: true, reason: String::new() };
    assert_eq!(problem.message().args, [("path", "a[31m .yaml".to_owned())]);
}

#[test]
fn a_deck_that_is_not_there_cannot_be_copied() {
    let room = Room::new();
    assert!(matches!(room.fresh().copy_to_user(&id("a")), Err(LibraryError::NoDeck(_))));
}
