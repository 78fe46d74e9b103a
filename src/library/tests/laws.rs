//! What holds for any decks.

use proptest::prelude::*;

use super::*;
use crate::{
    card::Kind,
    deck,
    library::{MediaFolder, Problem},
};

/// One card of a generated deck: its number gives the id (0: none), the words its text.
fn card() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec!["ONDAM", "Cnam", "État", "cœur", "vote", "103"]);
    let text = prop::collection::vec(words, 1..4).prop_map(|words| words.join(" "));
    (0_usize..6, 0_usize..6, text, prop::collection::vec(prop::sample::select(vec!["a", "a::b", "é"]), 0..3))
        .prop_map(|(number, kind, text, tags)| {
            let id = if number == 0 { String::new() } else { format!("id: c{number}\n    ") };
            let body = match kind {
                0 => format!("q: \"{text} ?\"\n    a: \"{text}\""),
                1 => format!("q: \"{text} ?\"\n    a: \"{text}\"\n    reverse: true"),
                2 => format!("cloze: \"{text} {{{{{text}}}}} et {{{{Cnam}}}}\""),
                3 => format!("tcs: \"{text}\"\n    questions:\n      - {{ id: a, hypothesis: h, finding: f, votes: {{ 1: 9 }} }}"),
                4 => format!("qru: \"{text} ?\" # no options: a mistake"),
                _ => format!("qroc: \"{text} ?\"\n    answers: [\"{text}\"]"),
            };
            format!("  - {id}{body}\n    tags: {tags:?}\n")
        })
}

/// Some decks; two may have the same id.
fn decks() -> impl Strategy<Value = Vec<String>> {
    let deck = (prop::sample::select(vec!["a", "b", "c"]), prop::collection::vec(card(), 0..6)).prop_map(
        |(id, cards)| {
            let cards = if cards.is_empty() { " []".to_owned() } else { format!("\n{}", cards.concat()) };
            format!("format: 1\ndeck: {id}\ntitle: T\nlanguage: fr\ncards:{cards}\n")
        },
    );
    prop::collection::vec(deck, 0..4)
}

/// Everything of the index is what reading the decks now gives.
fn index_equals_a_fresh_read(library: &Library) {
    let catalogue = library.catalogue();
    let mut cards = 0;
    for (number, deck) in catalogue.decks.iter().enumerate() {
        let path = deck.origin.file().expect("no bundled decks here");
        let reading = deck::read(&fs::read(path).expect("readable"), &MediaFolder::of_deck(path));
        let mut fresh = reading.deck.expect("has a head");
        let mut keys = std::collections::HashSet::new();
        fresh.cards.retain(|card| keys.insert(card.key.clone()));
        assert_eq!(deck.head, fresh.head);
        let entries = deck.entries.clone();
        if deck.shadowed_by.is_some() {
            assert!(entries.is_empty());
            continue;
        }
        let schedules: Vec<Locator> = fresh
            .cards
            .iter()
            .flat_map(|card| if card.kind().is_container() { vec![card.locator()] } else { card.schedules() })
            .collect();
        assert_eq!(entries.clone().map(|n| catalogue.locator(n)).collect::<Vec<_>>(), schedules);
        for entry in entries {
            let locator = catalogue.locator(entry);
            assert_eq!(catalogue.find(&locator), Some(entry));
            assert_eq!(catalogue.entries[entry].deck as usize, number);
            assert!(catalogue.card(&locator).contains(&entry));
        }
        for card in &fresh.cards {
            assert_eq!(library.card(&card.locator()).expect("readable").as_ref(), Some(card));
            for entry in &catalogue.entries[catalogue.card(&card.locator())] {
                assert_eq!(entry.card as usize, cards);
                assert_eq!(
                    (entry.kind, entry.fingerprint, entry.line),
                    (card.kind(), card.fingerprint, card.line)
                );
                assert_eq!(entry.schedulable, !Kind::is_container(card.kind()));
                assert_eq!(entry.rank, card.meta.effective_rank());
                assert_eq!(entry.item, card.meta.effective_item());
                assert_eq!(catalogue.tags(entry), card.meta.tags);
                for tag in ["a", "a::b", "b", "É", "é"] {
                    assert_eq!(catalogue.has_tag(entry, tag), card.meta.has_tag(tag));
                }
            }
            cards += 1;
        }
    }
    assert_eq!(catalogue.cards(), cards);
    let mut texts: Vec<String> =
        (0..catalogue.entries.len()).map(|entry| catalogue.locator(entry).to_string()).collect();
    let mut numbers: Vec<Option<usize>> = (0..texts.len()).map(Some).collect();
    for stranger in ["", "nowhere", "nowhere/x", "nowhere/~0123456789abcdef#c1"] {
        texts.insert(texts.len() / 2, stranger.to_owned());
        numbers.insert(numbers.len() / 2, None);
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    assert_eq!(catalogue.find_texts(&texts), numbers);
    assert_eq!(catalogue.decks.iter().map(|deck| catalogue.cards_of(deck)).sum::<usize>(), cards);
}

#[test]
fn the_index_equals_a_fresh_read_of_the_corpora() {
    for (corpus, is_good) in [("good", true), ("bad", false)] {
        let mut room = Room::new();
        room.extra = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(corpus)];
        let mut library = room.open();
        let told = refresh(&mut library);
        index_equals_a_fresh_read(&library);
        let catalogue = library.catalogue();
        assert!(!catalogue.decks.is_empty());
        let mistakes = told.problems.iter().filter(|p| matches!(p, Problem::Mistakes { .. })).count();
        assert_eq!(mistakes == 0, is_good, "{:?}", told.problems);
        assert_eq!(*room.open().catalogue(), *catalogue);
    }
}

#[test]
fn a_case_is_found_by_the_objectives_of_its_questions_and_has_no_schedule() {
    let room = Room::new();
    room.write(
        "a.yaml",
        "format: 1
deck: a
title: T
language: fr
objectives: [{ id: OIC-019-09-A }, { id: OIC-019-10-B }]
cards:
  - id: dp
    objective: OIC-019-09-A
    case: Une patiente de 54 ans consulte.
    questions:
      - id: un
        objective: OIC-019-10-B
        qru: Que faire ?
        options: [{ correct: Attendre }, { wrong: Partir }]
",
    );
    let library = room.fresh();
    let catalogue = library.catalogue();
    let [entry] = catalogue.entries.as_slice() else { panic!("{:?}", catalogue.entries) };
    assert!(!entry.schedulable);
    assert_eq!(entry.objective.map(|o| o.to_string()).as_deref(), Some("OIC-019-09-A"));
    let all: Vec<String> = catalogue.objectives(entry).iter().map(ToString::to_string).collect();
    assert_eq!(all, ["OIC-019-09-A", "OIC-019-10-B"]);
    assert_eq!(catalogue.find(&locator("a/dp")), Some(0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_index_equals_a_fresh_read_whatever_was_there_before(before in decks(), after in decks()) {
        let room = Room::new();
        let mut library = room.open();
        for decks in [before, after] {
            let _ = fs::remove_dir_all(room.path("decks"));
            for (number, text) in decks.iter().enumerate() {
                room.write(&format!("{number}.yaml"), text);
            }
            refresh(&mut library);
            index_equals_a_fresh_read(&library);

            // A second look changes nothing, nor does a new start.
            let once = library.catalogue();
            let again = refresh(&mut library);
            prop_assert!(again.changed.is_empty() && again.removed.is_empty());
            prop_assert_eq!(&*library.catalogue(), &*once);
            prop_assert_eq!(&*room.open().catalogue(), &*once);
        }
    }

    #[test]
    fn no_bytes_break_the_unpacker(bytes: Vec<u8>) {
        let mut unpacker = crate::library::pack::Unpacker::default();
        let _ = unpacker.unpack(0, &id("d"), &bytes);
    }
}
