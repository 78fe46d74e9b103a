//! Undoing and redoing.

use super::{super::*, *};

#[test]
fn undo_brings_back_what_was_and_undoing_that_brings_it_again() {
    let mut journal = journal();
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    let before = journal.states().expect("read");
    let ids =
        journal.append(&[Record::Review(answer("d/a", Rating::Again, 1)).into()], &wall(9)).expect("kept");
    let after = journal.states().expect("read");
    let undo = journal.undo(&ids, &wall(10)).expect("undone");
    assert_eq!(journal.states().expect("read"), before);
    journal.undo(&undo, &wall(11)).expect("redone");
    assert_eq!(journal.states().expect("read"), after);
    journal.undo(&ids, &wall(12)).expect("undone again");
    assert_eq!(journal.states().expect("read"), before);
}

#[test]
fn an_undo_counts_whichever_arrives_first() {
    let mut here = journal();
    let ids = here.append(&[good("d/a")], &wall(0)).expect("kept");
    here.undo(&ids, &wall(1)).expect("undone");
    let mut there = journal();
    let mut events = all_events(&here);
    events.reverse();
    for event in &events {
        there.ingest(std::slice::from_ref(event)).expect("taken");
    }
    assert!(is_new(&there, "d/a"));
    assert_eq!(voids(&there), voids(&here));
}

#[test]
fn what_is_not_there_cannot_be_undone() {
    let mut journal = journal();
    let id = journal.next_id().expect("an id");
    assert!(
        matches!(journal.undo(&[id], &wall(0)), Err(JournalError::NoSuchEvent(missing)) if missing == id)
    );
}

#[test]
fn a_batch_is_offered_as_one_after_a_restart() {
    let mut journal = journal();
    let bury = |locator: &str| Draft::from(Record::Bury { card: card(locator), until: Day::new(30_000) });
    let first = journal.append(&[good("d/a#c1"), bury("d/a#c2"), bury("d/a#c3")], &wall(0)).expect("kept");
    let second = journal.append(&[good("d/b")], &wall(0)).expect("kept");
    let set = Record::Setting { key: "retention".to_owned(), value: serde_json::json!(0.9) };
    journal.append(&[set.into()], &wall(1)).expect("kept");
    let ids = |batch: &Vec<StoredEvent>| batch.iter().map(|stored| stored.event.id).collect::<Vec<_>>();
    let recent = journal.recent(5).expect("read");
    assert_eq!(recent.iter().map(ids).collect::<Vec<_>>(), [second.clone(), first.clone()]);
    assert_eq!(journal.recent(1).expect("read").len(), 1);

    journal.undo(&second, &wall(2)).expect("undone");
    assert_eq!(
        journal.recent(5).expect("read").iter().map(ids).collect::<Vec<_>>(),
        std::slice::from_ref(&first)
    );
    journal.undo(&first, &wall(3)).expect("undone");
    assert_eq!(journal.recent(5).expect("read").len(), 0);
    assert_eq!(journal.states().expect("read").len(), 0, "the siblings are no longer buried either");
}

#[test]
fn an_alias_a_note_and_a_suspension_are_undone_like_an_answer() {
    let mut journal = journal();
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    let before = seen(&journal);
    let records = [
        Record::Alias { a: card("d/a"), b: card("d/b") },
        Record::Note { card: card("d/b"), text: "n".to_owned() },
        Record::Suspend { card: card("d/b"), reason: "student".to_owned() },
    ];
    for record in records {
        let ids = journal.append(&[record.into()], &wall(1)).expect("kept");
        assert_ne!(seen(&journal), before);
        journal.undo(&ids, &wall(2)).expect("undone");
        let mut now = seen(&journal);
        now.histories.clone_from(&before.histories);
        assert_eq!(now, before);
    }
}
