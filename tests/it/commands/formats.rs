//! Cases, TCS and articles in plain lines, and what lines cannot show.

use carabin::i18n::Lang;

use super::Home;

fn home(lang: Lang) -> Home {
    let (deck, article) = match lang {
        Lang::Fr => (include_str!("../screens/containers-fr.yaml"), include_str!("../screens/article-fr.md")),
        Lang::En => (include_str!("../screens/containers-en.yaml"), include_str!("../screens/article-en.md")),
    };
    let home = Home::new(lang);
    home.write("data/decks/own/article.md", article);
    home.write("data/decks/own/deck.yaml", deck);
    home
}

fn transcripts(lang: Lang) -> String {
    let home = home(lang);
    let mut out = String::new();
    for (kind, input) in [
        ("case", "b\n\nannuler\nsuspendre\nvignette\npersonne\n\nab\n\n\n"),
        ("tcs", "9\n-2\n\n2\n\n\n"),
        ("article", "a\n\ntexte\nb\n\n\n"),
    ] {
        let input = match lang {
            Lang::Fr => input.to_owned(),
            Lang::En => {
                input.replace("annuler", "undo").replace("suspendre", "suspend").replace("texte", "text")
            }
        };
        let line = format!("carabin study --plain --deck dossiers --kind {kind}");
        out += &home.transcript(&line, &input);
    }
    out
}

#[test]
fn a_case_a_tcs_and_an_article_in_french() {
    insta::assert_snapshot!(transcripts(Lang::Fr));
}

#[test]
fn a_case_a_tcs_and_an_article_in_english() {
    insta::assert_snapshot!(transcripts(Lang::En));
}

#[test]
fn one_card_is_asked_by_its_name_and_one_that_is_not_there_is_told() {
    let home = home(Lang::En);
    let run = home.run(["study", "--plain", "--card", "dossiers/tcs"], "1\n");
    assert!(run.stdout.contains("TCS, question 1 of 2") || run.stdout.contains("question 1 of 2"), "{run:?}");
    let run = home.run(["study", "--plain", "--card", "dossiers/nope"], "");
    assert!(run.code != 0 && run.stderr.contains("dossiers/nope"), "{run:?}");
    let run = home.run(["study", "--plain", "--deck", "dossiers", "--kind", "kfp"], "");
    assert!(run.code != 0 && run.stderr.contains("No case"), "{run:?}");
}

#[test]
fn what_is_pointed_at_on_a_picture_is_left_out_and_counted_once() {
    let home = Home::new(Lang::En);
    home.write("data/decks/own/a.png", "no picture");
    let deck = "format: 1\ndeck: image\ntitle: A picture\nlanguage: en\ncards:\n  - id: q\n    q: Q?\n    a: A\n  - id: z\n    zone: Where?\n    image: { file: a.png, alt: An X-ray }\n    zones:\n      - { label: Here, rect: [0, 0, 10, 10] }\n";
    home.write("data/decks/own/deck.yaml", deck);
    let run = home.run(["study", "--plain", "--deck", "image"], "\n4\n");
    assert_eq!(run.stdout.matches("cannot be played line by line").count(), 1, "{run:?}");
    assert!(run.stdout.contains("Card 1 of 1") && !run.stdout.contains("Where?"), "{run:?}");
}

#[test]
fn what_is_hidden_on_a_picture_is_asked_in_lines_where_it_has_a_name_and_never_set_in_an_exam() {
    let home = Home::new(Lang::En);
    home.write("data/decks/own/a.png", "no picture");
    let deck = "format: 1\ndeck: image\ntitle: A picture\nlanguage: en\ncards:\n  - id: named\n    mask: What is here?\n    rank: A\n    image: { file: a.png, alt: An X-ray }\n    zones:\n      - { label: The heart, rect: [60, 60, 10, 20] }\n  - id: nameless\n    mask: And there?\n    rank: A\n    image: { file: a.png, alt: An X-ray }\n    zones:\n      - { rect: [0, 0, 10, 10] }\n";
    home.write("data/decks/own/deck.yaml", deck);
    let run = home.run(["study", "--plain", "--deck", "image"], "\n4\n");
    for line in [
        "What is here?\nPicture: An X-ray\nHidden: bottom\n",
        "Answer: The heart\n",
        "1 card needs its picture",
    ] {
        assert!(run.stdout.contains(line), "{line}: {run:?}");
    }
    assert!(!run.stdout.contains("And there?"), "{run:?}");
    let run = home.run(["exam", "--deck", "image", "--plain"], "");
    assert!(run.code != 0 && run.stderr.contains("no plain questions, clozes, masks"), "{run:?}");
    let run = home.run(["study", "--flash", "--plain", "--deck", "image"], "");
    assert!(!run.stdout.contains("What is here?"), "the program does not mark it: {run:?}");
    let run = home.run(["export", "out.csv", "--deck", "image"], "");
    assert!(run.stdout.contains("0 cards") && run.stdout.contains("2 (mask)"), "{run:?}");
    let shown: serde_json::Value =
        serde_json::from_str(&home.run(["card", "show", "image/named", "--json"], "").stdout).expect("JSON");
    assert_eq!(shown["content"]["zones"][0], "The heart", "{shown}");
    assert_eq!(shown["content"]["picture"], "An X-ray", "{shown}");
}
