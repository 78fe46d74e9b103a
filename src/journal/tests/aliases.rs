//! One card under several names.

use super::{super::*, *};

fn alias(a: &str, b: &str) -> Draft {
    Record::Alias { a: card(a), b: card(b) }.into()
}

#[test]
fn a_renamed_card_keeps_its_schedule_part_by_part() {
    let mut journal = journal();
    journal.append(&[good("d/a#c1"), good("d/a#c2")], &wall(0)).expect("kept");
    journal.append(&[alias("d/a", "e/b")], &wall(1)).expect("kept");
    assert_eq!(journal.state(&card("e/b#c1")).expect("read"), journal.state(&card("d/a#c1")).expect("read"));
    assert!(!is_new(&journal, "e/b#c2"));
    assert!(is_new(&journal, "e/b#c3"));
    assert_eq!(journal.aliases(&card("e/b#c1")).expect("read"), [card("d/a#c1"), card("e/b#c1")]);
    assert_eq!(journal.verify().expect("verified"), []);
}

#[test]
fn answers_under_all_names_are_one_history() {
    let mut journal = journal();
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    journal.append(&[alias("d/b", "d/a")], &wall(1)).expect("kept");
    journal.append(&[good("d/b")], &wall(2)).expect("kept");
    for name in ["d/a", "d/b"] {
        assert_eq!(journal.state(&card(name)).expect("read").reps, 2);
        assert_eq!(journal.history(&card(name)).expect("read").len(), 2);
    }
    let days = journal.day_counts(Day::new(0), Day::new(100_000)).expect("days");
    assert_eq!((days[0].reviews, days[0].new), (2, 1), "the second answer is not that of a new card");
}

#[test]
fn a_withdrawn_alias_parts_the_histories() {
    let mut journal = journal();
    journal.append(&[good("d/a"), good("d/c")], &wall(0)).expect("kept");
    let ids = journal.append(&[alias("d/a", "d/b"), alias("d/b", "d/c")], &wall(1)).expect("kept");
    assert_eq!(journal.state(&card("d/b")).expect("read").reps, 2);
    assert_eq!(journal.alias_events().expect("read").len(), 2);
    journal.undo(&ids[..1], &wall(2)).expect("undone");
    let reps = |name: &str| journal.state(&card(name)).expect("read").reps;
    assert_eq!([reps("d/a"), reps("d/b"), reps("d/c")], [1, 1, 1]);
    assert_eq!(journal.alias_events().expect("read").len(), 1);
    assert_eq!(journal.verify().expect("verified"), []);
}

#[test]
fn a_mended_blank_is_one_schedule_and_its_card_keeps_the_note() {
    let mut journal = journal();
    let note = Record::Note { card: card("d/~0123456789abcdef"), text: "n".to_owned() };
    journal.append(&[good("d/~0123456789abcdef#~aa"), note.into()], &wall(0)).expect("kept");
    let (old, new) = ("d/~0123456789abcdef#~aa", "d/~fedcba9876543210#~bb");
    journal.append(&[alias(old, new)], &wall(1)).expect("kept");
    assert!(!is_new(&journal, new));
    assert!(is_new(&journal, "d/~fedcba9876543210#~aa"));
    assert_eq!(journal.note(&card(new)).expect("read").as_deref(), Some("n"));
}

#[test]
fn two_aliases_of_the_same_names_are_withdrawn_one_by_one() {
    let mut journal = journal();
    journal.append(&[good("d/a")], &wall(0)).expect("kept");
    let first = journal.append(&[alias("d/a", "d/b")], &wall(1)).expect("kept");
    let second = journal.append(&[alias("d/b", "d/a")], &wall(2)).expect("kept");
    journal.undo(&first, &wall(3)).expect("undone");
    assert!(!is_new(&journal, "d/b"));
    journal.undo(&second, &wall(4)).expect("undone");
    assert!(is_new(&journal, "d/b"));
}

#[test]
fn an_alias_of_a_card_with_itself_is_harmless() {
    let mut journal = journal();
    journal.append(&[good("d/a"), alias("d/a", "d/a")], &wall(0)).expect("kept");
    assert_eq!(journal.state(&card("d/a")).expect("read").reps, 1);
    assert_eq!(journal.verify().expect("verified"), []);
}
