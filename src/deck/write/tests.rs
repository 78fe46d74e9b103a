//! What is written reads back.

use proptest::prelude::*;

use crate::{
    card::{
        Area, Card, Choice, Cloze, Content, Image, List, Mask, Meta, Opt, Qroc, QuestionAnswer, Text,
        Verdict, ZoneArea,
    },
    deck::{AnyMedia, Deck, read, write},
};

fn deck(text: &str) -> Deck {
    let reading = read(text.as_bytes(), &AnyMedia);
    let errors: Vec<_> =
        reading.diagnostics.iter().filter(|found| found.severity == crate::deck::Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}\n{text}");
    reading.deck.expect("a deck")
}

/// Lines change when a deck is written anew.
fn unlined(cards: Vec<Card>) -> Vec<Card> {
    cards.into_iter().map(|card| Card { line: 0, ..card }).collect()
}

fn same_again(first: &Deck) -> String {
    let text = write(&first.head, &first.cards);
    let again = deck(&text);
    assert_eq!(again.head, first.head, "{text}");
    assert_eq!(unlined(again.cards), unlined(first.cards.clone()), "{text}");
    assert!(serde_yaml::from_str::<serde_yaml::Value>(&text).is_ok(), "another parser refuses\n{text}");
    text
}

#[test]
fn every_kind_and_key_reads_back() {
    let first = deck(include_str!("../../../tests/corpus/good/every-kind.yaml"));
    let text = same_again(&first);
    assert!(text.contains("q: Qui vote l'ONDAM, et à quel rythme ?\n"), "{text}");
    assert_eq!(text, write(&first.head, &deck(&text).cards), "written twice, it is the same");
}

#[test]
fn bundled_decks_and_masks_read_back() {
    same_again(&deck(include_str!("../../../decks/edn-019-missions-fr.yaml")));
    same_again(&deck(include_str!("../../../tests/corpus/good/mask.yaml")));
    same_again(&deck(include_str!("../../../decks/edn-019-reseau-en.yaml")));
}

#[test]
fn a_text_of_several_lines_is_a_block() {
    let head = deck("format: 1\ndeck: d\ntitle: D\nlanguage: fr\ncards: []\n").head;
    let card =
        card(Content::Qa(QuestionAnswer { question: "a".into(), answer: "b\n\n- c".into(), reverse: false }));
    let text = write(&head, &[card]);
    assert!(text.ends_with("cards:\n  - id: x\n    q: a\n    a: |\n      b\n\n      - c\n"), "{text}");
}

fn card(content: Content) -> Card {
    let fingerprint = crate::card::Fingerprint::of(&content.identity());
    Card {
        deck: "d".parse().expect("an id"),
        key: "x".parse().expect("a key"),
        was: Vec::new(),
        line: 0,
        meta: Meta::default(),
        content,
        fingerprint,
    }
}

/// Texts that upset YAML, as a reader would give them.
fn prose() -> impl Strategy<Value = Text> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            ": ",
            " #",
            "- ",
            "\n",
            "\n\n",
            "\n  ",
            "\"",
            "'",
            "\\",
            "{",
            "}",
            "[",
            "]",
            "|",
            ">",
            "%",
            "@",
            "`",
            "&a",
            "*a",
            "!",
            "?",
            ",",
            "null",
            "~",
            "---",
            "...",
            "\u{a0}",
            "\u{202f}",
            "\u{fffe}",
            "\u{1f600}",
            "é",
            "0,5",
            "::",
            "<<",
            "=",
            "\u{301}",
            "#",
        ])
        .prop_map(str::to_owned),
        "[a-z ]{1,6}",
    ];
    prop::collection::vec(piece, 1..12)
        .prop_map(|pieces| Text::clean(pieces.concat().trim_end().trim_start_matches('\n')))
        .prop_filter("a prompt says something", |text| !text.is_blank())
}

fn line() -> impl Strategy<Value = Text> {
    prose().prop_map(|text| Text::one_line(&text))
}

fn outline() -> impl Strategy<Value = Area> {
    let percent = || (0..=50_u8).prop_map(|half| f32::from(half) * 0.9);
    prop_oneof![
        (percent(), percent(), 1.0..2.0_f32).prop_map(|(x, y, side)| Area::Rect([x, y, side, side])),
        prop::collection::vec([percent(), percent()], 3..6).prop_map(Area::Polygon),
    ]
}

fn content() -> impl Strategy<Value = Content> {
    let choice = (prose(), prop::collection::hash_set("[a-z]{1,8}", 2..6), prop::option::of(prose()))
        .prop_map(|(prompt, texts, why)| {
            let options = texts
                .into_iter()
                .enumerate()
                .map(|(index, text)| Opt {
                    text: text.as_str().into(),
                    verdict: if index == 0 { Verdict::Correct } else { Verdict::Wrong },
                    why: why.clone(),
                })
                .collect();
            Content::Qru(Choice { prompt, options })
        });
    prop_oneof![
        (prose(), prose(), any::<bool>()).prop_map(|(question, answer, reverse)| {
            Content::Qa(QuestionAnswer { question, answer, reverse })
        }),
        (prose(), prose()).prop_filter_map("a cloze", |(before, hidden)| {
            let source = format!("{before} {{{{{hidden}}}}}");
            Cloze::parse(Text::clean(source.trim_end()).as_str()).ok().map(Content::Cloze)
        }),
        (prose(), prop::collection::vec(line(), 1..4), prop::collection::vec(line(), 0..3)).prop_map(
            |(prompt, answers, accept)| Content::Qroc(Qroc { prompt, answers, accept, expand: false })
        ),
        (prose(), prop::collection::vec(prop::collection::vec(line(), 1..3), 1..4))
            .prop_map(|(prompt, items)| Content::List(List { prompt, items, ordered: true })),
        choice,
        (prose(), line(), prop::option::of(line()), outline(), prop::collection::vec(outline(), 0..3))
            .prop_map(|(prompt, alt, label, area, others)| {
                let image = Image { file: "a.png".to_owned(), alt, credit: None };
                let zones = vec![ZoneArea { label: label.unwrap_or_default(), area }];
                Content::Mask(Mask { prompt, image, zones, others })
            }),
    ]
}

proptest! {
    #[test]
    fn what_is_written_reads_back(content in content(), note in prop::option::of(prose()), tags in prop::collection::vec("[a-z:é]{1,6}", 0..4), alt in line()) {
        let mut head = deck("format: 1\ndeck: d\ntitle: D\nlanguage: fr\ncards: []\n").head;
        head.title = alt.clone();
        let tags = tags.into_iter().filter(|tag| tag.split("::").all(|level| !level.trim().is_empty())).map(Text::from).collect();
        // The picture of a mask is its own.
        let beside = !matches!(content, Content::Mask(_));
        let image = beside.then(|| Image { file: "media/a: b.png".replace(':', "_"), alt, credit: None });
        let first = card(content);
        let meta = Meta { tags, note, image, ..first.meta.clone() };
        let first = Deck { head, cards: vec![Card { meta, ..first }] };
        same_again(&first);
    }
}
