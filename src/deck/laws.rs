//! What holds for every file, good or bad.

#![allow(clippy::expect_used, reason = "within `proptest!` clippy does not see that this is a test")]

use proptest::prelude::*;

use super::*;

const GOOD: &str = include_str!("../../tests/corpus/good/every-kind.yaml");

fn plain(message: &Message) -> String {
    message.args.iter().fold(message.id.to_owned(), |out, (_, value)| out + " " + value)
}

/// Reads, shows and mends; returns the reading.
fn everything(bytes: &[u8]) -> Reading {
    let reading = read(bytes, &NoMedia);
    let text = String::from_utf8_lossy(bytes);
    for found in &reading.diagnostics {
        assert!(found.span.start <= found.span.end && found.span.end <= text.len(), "{found:?}");
        assert!(
            text.is_char_boundary(found.span.start) && text.is_char_boundary(found.span.end),
            "{found:?}"
        );
        assert!(found.line >= 1 && found.column >= 1, "{found:?}");
    }
    let shown = render(&reading.diagnostics, &text, "deck.yaml", false, &plain);
    assert!(!shown.contains('\u{1b}'));
    reading
}

/// What mends promise.
fn mended(source: &str) {
    let fixed = fix(source, &NoMedia);
    let again = fix(&fixed.text, &NoMedia);
    assert_eq!(again.text, fixed.text, "mending twice changes something");
    if fixed.refused.is_some() {
        assert_eq!(fixed.text, source);
    } else {
        assert_eq!(fixed.diagnostics, read(fixed.text.as_bytes(), &NoMedia).diagnostics);
    }
    let (before, after) =
        (read(source.as_bytes(), &NoMedia).deck, read(fixed.text.as_bytes(), &NoMedia).deck);
    if let Some(before) = before {
        let after = after.expect("a deck that could be read still can");
        assert_eq!(after.head, before.head);
        assert!(after.cards.len() >= before.cards.len());
    }
}

/// Pieces that upset YAML and the format.
fn splinter() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            ": ",
            " : ",
            "\"",
            "'",
            "[",
            "]",
            "{",
            "}",
            "{{",
            "}}",
            "[[",
            "]]",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            "\t",
            "#",
            " #",
            "&a ",
            "*a",
            "!x ",
            "|",
            ">",
            "%",
            "@",
            "`",
            "\\",
            "\u{feff}",
            "\0",
            "\u{1b}[0m",
            "---\n",
            "...\n",
            "? ",
            "<<: *a",
            "null",
            "~",
            "0,5",
            "é",
            "\u{301}",
            "\u{202e}",
            "\r",
            "\r\n",
            "id: x",
            "q: ",
            "\n  - q: a\n    a: b\n",
            "cards:\n",
        ])
        .prop_map(str::to_owned),
        "[a-z ]{1,4}",
    ]
}

/// The good deck with a few pieces cut out and put in, and cut short now and then.
pub(super) fn damaged() -> impl Strategy<Value = String> {
    let wound = (0.0..1.0f64, 0usize..12, splinter());
    prop::collection::vec(wound, 1..5).prop_map(|wounds| {
        let mut text = GOOD.to_owned();
        for (place, length, splinter) in wounds {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let mut at = (place * text.len() as f64) as usize;
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            let mut end = (at + length).min(text.len());
            while !text.is_char_boundary(end) {
                end += 1;
            }
            text.replace_range(at..end, &splinter);
        }
        text
    })
}

const THREE: [&str; 3] = [
    "  - id: un\n    q: Qui vote l'ONDAM ?\n    a: Le Parlement.\n",
    "  - id: deux\n    q: Qui le propose ?\n",
    "  - id: trois\n    cloze: La {{Cnam}} gère.\n    note: \"Entre guillemets.\"\n",
];

/// Mending reads a text a dozen times.
fn fewer() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases.div_ceil(6), ..usual }
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn mending_is_safe_and_done_at_once(text in damaged()) {
        mended(&text);
    }
}

proptest! {
    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        everything(&bytes);
    }

    #[test]
    fn no_text_breaks_the_reader(pieces in prop::collection::vec(splinter(), 0..40)) {
        let text = pieces.concat();
        everything(text.as_bytes());
        mended(&text);
    }

    #[test]
    fn no_damage_breaks_the_reader(text in damaged()) {
        everything(text.as_bytes());
    }

    #[test]
    fn what_is_no_yaml_is_never_passed_over(text in damaged()) {
        // The other parser refuses some texts for reasons that ours does not know, so only ours is asked here.
        let is_yaml = saphyr_parser::Parser::new_from_str(text.trim_start_matches('\u{feff}')).all(|event| event.is_ok());
        if !is_yaml {
            let found = read(text.as_bytes(), &NoMedia).diagnostics;
            prop_assert!(found.iter().any(|found| found.severity == Severity::Error), "{text}");
        }
    }

    #[test]
    fn one_broken_card_never_stops_the_others(rubbish in prop::collection::vec("[ -~éà«»]{0,30}", 1..4)) {
        let head = "format: 1\ndeck: essai\ntitle: Essai\nlanguage: fr\ncards:\n";
        let rubbish: String = rubbish.iter().flat_map(|line| ["    ", line, "\n"]).collect();
        let text = [head, THREE[0], THREE[1], &rubbish, THREE[2]].concat();
        let cards = everything(text.as_bytes()).deck.expect("a deck").cards;
        let whole = [head, THREE[0], THREE[2]].concat();
        let wanted = read(whole.as_bytes(), &NoMedia).deck.expect("a deck").cards;
        for card in wanted {
            let kept = cards.iter().find(|kept| kept.key == card.key);
            prop_assert!(kept.is_some_and(|kept| kept.content == card.content), "{} is lost in\n{text}", card.key);
        }
    }
}

#[test]
fn beyond_the_limits_is_told_and_not_read() {
    let codes = |source: &str, limits: Limits| -> Vec<&'static str> {
        let reading = read_with(source.as_bytes(), &NoMedia, &limits);
        reading.diagnostics.iter().map(|found| found.code).collect()
    };
    assert_eq!(codes(GOOD, Limits { file_bytes: 100, ..Limits::default() }), ["file-too-large"]);
    assert_eq!(codes(GOOD, Limits { cards: 3, ..Limits::default() }), ["too-many-cards"]);
    let three = GOOD.replace("qru:", "qcm:");
    let found = codes(&three, Limits { diagnostics: 2, ..Limits::default() });
    assert_eq!(found.len(), 3);
    assert!(found.contains(&"too-many-mistakes"));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let plain = read(GOOD.as_bytes(), &NoMedia);
    let windows = format!("\u{feff}{}", GOOD.replace('\n', "\r\n"));
    assert_eq!(read(windows.as_bytes(), &NoMedia), plain);
}
