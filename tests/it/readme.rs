//! What the README shows is true.

use carabin::{
    deck::{self, NoMedia},
    tui::keymap::{Key, TABLE},
};

const README: &str = include_str!("../../README.md");

/// The blocks of code in `language`.
fn blocks(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    README.split(fence.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn its_deck_is_a_deck_without_a_mistake() {
    let decks = blocks("yaml");
    assert!(!decks.is_empty());
    for block in decks {
        let reading = deck::read(block.as_bytes(), &NoMedia);
        assert_eq!(reading.diagnostics.len(), 0, "{:#?}", reading.diagnostics);
        assert!(!reading.deck.expect("a deck").cards.is_empty());
    }
}

#[test]
fn its_list_of_objectives_is_read_without_a_mistake() {
    let lists = blocks("csv");
    assert!(!lists.is_empty());
    for block in lists {
        let listed = carabin::exchange::programme::read(block.as_bytes(), None, None);
        assert_eq!((listed.mistakes.len(), listed.programme.objectives().len()), (0, 1));
    }
}

#[test]
fn its_keys_do_what_it_says() {
    for (name, keys) in [
        ("start", &["enter"][..]),
        ("next-view", &["tab"]),
        ("ahead", &["a"]),
        ("problems", &["p"]),
        ("programme", &["o"]),
        ("reveal", &["space"]),
        ("validate", &["enter"]),
        ("option-a", &["a", "1"]),
        ("option-e", &["e", "5"]),
        ("give-up", &["tab"]),
        ("accept", &["enter"]),
        ("again", &["1", "&"]),
        ("hard", &["2"]),
        ("good", &["3"]),
        ("easy", &["4", "'"]),
        ("undo", &["u"]),
        ("edit", &["e", "ctrl-e"]),
        ("note", &["n", "ctrl-n"]),
        ("suspend", &["s"]),
        ("bury", &["b"]),
        ("flag", &["f"]),
        ("help", &["?", "f1"]),
        ("leave", &["q", "esc"]),
        ("quit", &["q"]),
    ] {
        let rows: Vec<_> = TABLE.iter().filter(|row| row.name == name).collect();
        assert!(!rows.is_empty(), "no key is called {name}");
        for key in keys {
            assert!(Key::parse(key).is_ok(), "{key}");
            assert!(rows.iter().any(|row| row.keys.contains(key)), "{key} is not {name}");
        }
    }
}
