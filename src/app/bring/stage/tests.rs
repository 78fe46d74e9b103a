//! Files that are put in place, and taken back.

use super::*;

fn write(path: &Path, text: &str) {
    crate::app::files::write_atomically(path, text.as_bytes()).expect("written");
}

/// A folder with a file, a stage that replaces it, adds another in a folder of its own, and ends with `last`.
fn staged(last: impl FnOnce(&mut Stage, &Path)) -> (TempDir, Result<Placed, AppError>) {
    let decks = tempfile::tempdir().expect("a folder");
    write(&decks.path().join("a.yaml"), "before");
    let mut stage = Stage::within(decks.path()).expect("a stage");
    let before = Some(blake3::hash(b"before"));
    write(&stage.file(decks.path().join("a.yaml"), before), "after");
    write(&stage.new_at(decks.path().join("b/media/x.png")), "picture");
    last(&mut stage, decks.path());
    let placed = stage.put();
    (decks, placed)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn what_is_kept_stays_and_nothing_is_left_beside_it() {
    let (decks, placed) = staged(|_, _| {});
    placed.expect("put").keep();
    assert_eq!(fs::read_to_string(decks.path().join("a.yaml")).expect("there"), "after");
    assert_eq!(fs::read_to_string(decks.path().join("b/media/x.png")).expect("there"), "picture");
    assert_eq!(names(decks.path()), ["a.yaml", "b"]);
}

#[test]
fn what_is_not_kept_was_never_there() {
    let (decks, placed) = staged(|_, _| {});
    drop(placed);
    assert_eq!(fs::read_to_string(decks.path().join("a.yaml")).expect("there"), "before");
    assert_eq!(names(decks.path()), ["a.yaml"]);
}

#[test]
fn what_was_written_there_meanwhile_is_not_taken_back() {
    let (decks, placed) = staged(|_, _| {});
    let placed = placed.expect("put");
    write(&decks.path().join("a.yaml"), "edited meanwhile");
    write(&decks.path().join("b/media/y.png"), "another");
    drop(placed);
    assert_eq!(fs::read_to_string(decks.path().join("a.yaml")).expect("there"), "edited meanwhile");
    assert_eq!(names(&decks.path().join("b/media")), ["y.png"]);
}

#[test]
fn a_folder_is_taken_back_but_for_what_is_not_ours() {
    let (decks, placed) = staged(|stage, decks| {
        let folder = stage.new_at(decks.join("c"));
        fs::create_dir_all(folder.join("media")).expect("made");
        write(&folder.join("deck.yaml"), "ours");
        write(&folder.join("media/x.png"), "ours");
        fs::create_dir(decks.join("d")).expect("made");
        write(&decks.join("d/deck.yaml"), "ours");
        stage.made(&decks.join("d")).expect("looked at");
    });
    let placed = placed.expect("put");
    write(&decks.path().join("c/media/x.png"), "edited meanwhile");
    drop(placed);
    assert_eq!(names(decks.path()), ["a.yaml", "c"]);
    assert_eq!(names(&decks.path().join("c")), ["media"]);
}

#[test]
fn one_that_cannot_be_put_takes_back_all_before_it() {
    let (decks, placed) = staged(|stage, decks| {
        // The student has made a deck of this name meanwhile.
        write(&stage.new_at(decks.join("c.yaml")), "ours");
        write(&decks.join("c.yaml"), "theirs");
    });
    assert!(matches!(placed, Err(AppError::Changed(_))));
    assert_eq!(fs::read_to_string(decks.path().join("a.yaml")).expect("there"), "before");
    assert_eq!(fs::read_to_string(decks.path().join("c.yaml")).expect("there"), "theirs");
    assert_eq!(names(decks.path()), ["a.yaml", "c.yaml"]);
}

#[test]
fn what_was_edited_meanwhile_is_not_replaced() {
    let (decks, placed) = staged(|_, decks| {
        write(&decks.join("a.yaml"), "edited meanwhile");
    });
    assert!(matches!(placed, Err(AppError::Changed(_))));
    assert_eq!(fs::read_to_string(decks.path().join("a.yaml")).expect("there"), "edited meanwhile");
    assert_eq!(names(decks.path()), ["a.yaml"]);
}

#[test]
fn two_things_for_one_place_are_refused() {
    let (decks, placed) = staged(|stage, decks| {
        write(&stage.file(decks.join("a.yaml"), Some(blake3::hash(b"before"))), "another");
    });
    assert!(matches!(placed, Err(AppError::Changed(_))));
    assert_eq!(fs::read_to_string(decks.path().join("a.yaml")).expect("there"), "before");
}
