//! What the guide for authors shows is true.

use std::collections::BTreeSet;

use carabin::{
    card::{Content, Kind},
    deck::{self, Deck, Media, MediaCheck, MediaProblem},
};

const GUIDES: [(&str, &str); 2] =
    [("fr", include_str!("../../assets/guide/fr.md")), ("en", include_str!("../../assets/guide/en.md"))];

/// A folder that holds the files that the examples name.
struct Beside;

impl Media for Beside {
    fn check(&self, _relative: &str) -> MediaCheck {
        MediaCheck::Ok
    }

    fn read_text(&self, _relative: &str) -> Result<String, MediaProblem> {
        Ok("# Article".to_owned())
    }
}

/// The head of the guide with all its examples under it.
fn whole(guide: &str) -> String {
    let blocks = guide.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next());
    let mut deck = String::new();
    for block in blocks {
        if deck.is_empty() {
            assert!(block.starts_with("format: 1\n"), "the first block is the head");
            deck.push_str(block);
            continue;
        }
        assert!(block.starts_with("- id: "), "the others are cards: {block}");
        for line in block.lines() {
            deck.push_str("  ");
            deck.push_str(line);
            deck.push('\n');
        }
    }
    deck
}

fn examples(lang: &str, guide: &str) -> Deck {
    let text = whole(guide);
    let reading = deck::read(text.as_bytes(), &Beside);
    assert!(reading.diagnostics.is_empty(), "{lang}: {:#?}\n{text}", reading.diagnostics);
    let deck = reading.deck.expect("a deck");
    assert_eq!(deck.head.language.as_str(), lang);
    deck
}

#[test]
fn its_examples_make_a_deck_without_a_mistake_or_a_warning_and_show_every_kind() {
    for (lang, guide) in GUIDES {
        let kinds: BTreeSet<&str> =
            examples(lang, guide).cards.iter().map(|card| card.kind().key()).collect();
        let missing: Vec<&str> =
            Kind::ALL.iter().map(|kind| kind.key()).filter(|key| !kinds.contains(key)).collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
    }
}

#[test]
fn both_languages_show_the_same_examples() {
    let shapes = GUIDES.map(|(lang, guide)| {
        let cards = examples(lang, guide).cards;
        cards.iter().map(|card| (card.key.to_string(), card.kind())).collect::<Vec<_>>()
    });
    assert_eq!(shapes[0], shapes[1]);
    let headings = GUIDES.map(|(_, guide)| {
        guide
            .lines()
            .filter(|l| l.starts_with('#'))
            .map(|l| l.chars().filter(|c| *c == '#').count())
            .collect::<Vec<_>>()
    });
    assert_eq!(headings[0], headings[1]);
}

#[test]
fn its_examples_follow_its_own_advice() {
    for (lang, guide) in GUIDES {
        for card in examples(lang, guide).cards {
            let (Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice)) = &card.content else {
                continue;
            };
            for option in choice.options.iter().filter(|option| !option.verdict.is_right()) {
                assert!(option.why.is_some(), "{lang}: {}", option.text);
            }
        }
    }
}
