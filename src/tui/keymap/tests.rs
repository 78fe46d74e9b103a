//! Keys, and what they do where.

use super::*;
use crate::i18n::{Lang, Messages};

#[test]
fn every_default_key_is_a_key() {
    for row in TABLE {
        for key in row.keys {
            assert!(Key::parse(key).is_ok(), "{}: {key}", row.name);
        }
    }
}

#[test]
fn no_key_means_two_things_in_one_context() {
    let mut seen = HashMap::new();
    for row in TABLE {
        for key in row.keys {
            let other = seen.insert((row.context, *key), row.name);
            assert_eq!(other, None, "{key} in {:?}: {}", row.context, row.name);
        }
    }
}

#[test]
fn what_ends_or_stops_the_program_works_everywhere() {
    for row in TABLE.iter().filter(|row| row.context != Context::Global) {
        for key in ["ctrl-z", "ctrl-l", "ctrl-c"] {
            assert!(!row.keys.contains(&key), "{key} in {:?}: {}", row.context, row.name);
        }
    }
}

#[test]
fn every_binding_is_described_in_both_languages() {
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        for row in TABLE {
            assert!(messages.has(&format!("key-{}", row.name)), "{lang}: key-{}", row.name);
        }
    }
}

#[test]
fn the_inner_context_wins() {
    let keymap = Keymap::default();
    let e = Key::parse("e").expect("a key");
    assert_eq!(keymap.action(&[Context::Choice, Context::Card], e), Some(Action::Option(4)));
    assert_eq!(keymap.action(&[Context::Answer, Context::Card], e), Some(Action::Edit));
}

#[test]
fn a_row_that_is_hidden_is_not_offered() {
    let keymap = Keymap::default();
    let edit = keymap.rows(&[Context::Choice, Context::Card]).find(|(row, _)| row.name == "edit");
    let keys = edit.expect("ctrl-e is left").1;
    assert_eq!(keys, [Key::parse("ctrl-e").expect("a key")]);
}

#[test]
fn while_typing_no_letter_is_offered_as_a_key() {
    let keymap = Keymap::default();
    let contexts = [Context::Typing, Context::Card, Context::Global];
    let rows: Vec<_> = keymap.rows(&contexts).collect();
    assert!(rows.iter().all(|(_, keys)| keys.iter().all(|key| !key.is_text())));
    assert!(rows.iter().any(|(row, _)| row.name == "edit"), "by ctrl-e");
    assert!(rows.iter().any(|(row, _)| row.name == "help"), "by f1");
}

#[test]
fn a_french_keyboard_needs_no_shift() {
    let keymap = Keymap::default();
    for (key, rating) in [("&", 1), ("é", 2), ("\"", 3), ("'", 4)] {
        let key = Key::parse(key).expect("a key");
        assert_eq!(keymap.action(&[Context::Answer], key), Some(Action::Rate(rating)));
    }
}

#[test]
fn the_student_may_choose_other_keys_and_mistakes_are_told() {
    let changes = [
        ("undo".to_owned(), vec!["backspace".to_owned()]),
        ("undoo".to_owned(), vec!["x".to_owned()]),
        ("edit".to_owned(), vec!["hyper-space".to_owned()]),
    ];
    let (keymap, errors) = Keymap::new(&changes);
    let key = |k| Key::parse(k).expect("a key");
    assert_eq!(keymap.action(&[Context::Card], key("backspace")), Some(Action::Undo));
    assert_eq!(keymap.action(&[Context::Card], key("u")), None);
    assert_eq!(keymap.action(&[Context::Card], key("e")), Some(Action::Edit), "kept as it was");
    assert_eq!(
        errors,
        [
            KeymapError::Unknown { name: "undoo".to_owned(), nearest: Some("undo") },
            KeymapError::Key { key: "hyper-space".to_owned() },
        ]
    );
}
