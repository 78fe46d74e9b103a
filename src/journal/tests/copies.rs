//! Copies of the journal, and the way back.

use std::{fs, path::Path};

use super::{super::*, *};

fn open(path: &Path) -> Journal {
    Journal::open(path, "laptop").expect("a journal")
}

#[test]
fn a_copy_is_one_whole_file_for_its_owner_made_while_others_write() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, copied) = (folder.path().join("journal.db"), folder.path().join("copy.db"));
    let (mut one, two) = (open(&path), open(&path));
    one.append(&[good("d/a"), good("d/b")], &wall(0)).expect("kept");
    assert_eq!(two.copy_to(&copied).expect("copied"), 2);
    one.append(&[good("d/a")], &wall(1)).expect("kept");
    assert_eq!(check(&copied).expect("whole"), 2);
    let names: Vec<_> =
        fs::read_dir(folder.path()).expect("a folder").map(|f| f.expect("a file").file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().starts_with("copy.db-")), "{names:?}");
    assert!(!names.iter().any(|name| name.to_string_lossy().starts_with(".carabin-")), "{names:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&copied).expect("there").permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_copy_that_is_torn_or_altered_or_something_else_does_not_pass() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, copied) = (folder.path().join("journal.db"), folder.path().join("copy.db"));
    let mut journal = open(&path);
    let drafts: Vec<Draft> = CARDS.iter().cycle().take(300).map(|name| good(name)).collect();
    journal.append(&drafts, &wall(0)).expect("kept");
    journal.copy_to(&copied).expect("copied");
    let whole = fs::read(&copied).expect("a file");
    let keep = |bytes: &[u8]| {
        fs::remove_file(&copied).expect("removed");
        std::io::Write::write_all(&mut fs::File::create(&copied).expect("a file"), bytes).expect("written");
    };
    keep(&whole[..whole.len() / 2]);
    assert!(matches!(check(&copied), Err(JournalError::Damaged(_))), "{:?}", check(&copied));
    let place = whole.windows(6).rposition(|bytes| bytes == b"rating").expect("an answer");
    let mut altered = whole.clone();
    altered[place + 8] ^= 1;
    keep(&altered);
    assert!(matches!(check(&copied), Err(JournalError::Damaged(_))), "{:?}", check(&copied));
    keep(b"not a database at all, but long enough to have a header of one, which takes a hundred bytes or so, all in all");
    assert!(matches!(check(&copied), Err(JournalError::NotAJournal)));
    keep(&whole);
    assert_eq!(check(&copied).expect("whole"), 300);
}

#[test]
fn a_journal_goes_back_to_a_copy_in_one_step_that_others_see() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, copied) = (folder.path().join("journal.db"), folder.path().join("copy.db"));
    let mut journal = open(&path);
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    journal.copy_to(&copied).expect("copied");
    let before = seen(&journal);
    journal.append(&[good("d/b"), good("d/c")], &wall(1)).expect("kept");
    let mut other = open(&path);
    assert!(!is_new(&other, "d/b"));

    let former = open(&copied);
    assert_eq!(
        journal.compare(&former).expect("compared"),
        Compared { only_first: 2, only_second: 0, both: 1 }
    );
    drop(former);
    let mut own = open(&copied);
    let device = own.renew_device().expect("minted");
    drop(own);
    journal.become_copy_of(&copied).expect("restored");
    assert_eq!(seen(&journal), before);
    assert_eq!(journal.device().expect("read"), device);
    assert!(other.changed_elsewhere().expect("asked"));
    assert!(is_new(&other, "d/b"));
    let ids = other.append(&[good("d/b")], &wall(2)).expect("kept");
    assert_eq!((ids[0].device, ids[0].counter), (device, 1));
    assert_eq!(journal.verify().expect("verified"), []);
}

#[test]
fn all_events_are_told_in_their_order() {
    let mut journal = journal();
    journal.append(&[good("d/b")], &wall(5)).expect("kept");
    let ids = journal.append(&[good("d/a")], &wall(6)).expect("kept");
    journal.undo(&ids, &wall(7)).expect("undone");
    let mut told = Vec::new();
    journal.for_each_in_order(|stored| told.push((stored.order, stored.void))).expect("read");
    assert!(told.is_sorted_by_key(|(order, _)| *order));
    assert_eq!(told.iter().map(|(_, void)| *void).collect::<Vec<_>>(), [false, true, false]);
}
