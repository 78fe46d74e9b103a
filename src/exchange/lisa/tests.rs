//! Pages as they are found.

use proptest::prelude::*;

use super::*;
use crate::{
    card::{Content, Kind},
    deck::{self, NoMedia},
    exchange::{NewDeck, Source},
};

/// A page as a translation leaves it: bold closed by italic, quotation marks for bold, hyphens with blank lines.
const TRANSLATED: &str = "\
{{knowledge objective
|Identifiant=OIC-042-03-A
|Item_parent=Water. Salt
|Rank=A
|Title=Knowing the roles of the kidney
|Rubric=Definition
|Contributors=Jeanne [[Dupont|Dupont]]
|Order=3}}

The kidney keeps '''the balance of water'', the <nowiki/>''balance of salt'' and '''blood pressure'''. It works with the renin angiotensin system (RAS). Its levers are:

- the \"filtration of plasma\" by about a million nephrons in each of the two kidneys of an adult;

- reabsorption: most of what was filtered is taken back along the tubule before it becomes urine.

- secretion

Every part is told by the nephrology manual (NEPH|x).
";

fn page(text: &str) -> NewDeck {
    read(text).expect("a page")
}

fn said(deck: &NewDeck) -> Vec<String> {
    let said = deck.cards.iter().map(|card| match &card.content {
        Content::Cloze(cloze) => cloze.source(),
        Content::List(list) => {
            let items: Vec<&str> = list.items.iter().map(|item| item[0].as_str()).collect();
            format!("{} [{}]", list.prompt, items.join("; "))
        }
        Content::Qa(qa) => format!("{} > {}", qa.question, qa.answer),
        other => format!("{other:?}"),
    });
    said.collect()
}

#[test]
fn a_translated_page_becomes_a_deck_of_drafts() {
    let deck = page(TRANSLATED);
    assert_eq!(deck.head.id.as_str(), "lisa-042-03-a");
    assert_eq!(deck.head.language.as_str(), "en");
    assert_eq!(deck.head.objectives[0].rubric.as_deref(), Some("Definition"));
    assert_eq!(deck.head.sources[0].author.as_deref(), Some("Jeanne Dupont"));
    assert_eq!(
        said(&deck),
        [
            "The kidney keeps {{the balance of water}}, the {{balance of salt}} and {{blood pressure}}.",
            "It works with the {{renin angiotensin system}} (RAS).",
            "Its levers are: [filtration of plasma; reabsorption; secretion]",
            "the \"{{filtration of plasma}}\" by about a million nephrons in each of the two kidneys of an adult;",
        ]
    );
    assert!(deck.cards.iter().all(|card| card.meta.draft && card.meta.sources.len() == 1));
    let passage = deck.cards[0].meta.note.as_deref().expect("a passage");
    assert!(passage.ends_with("Its levers are:"), "{passage}");
}

#[test]
fn the_text_is_kept_for_reading() {
    let deck = page(TRANSLATED);
    let Source::Bytes(bytes) = &deck.media[0].source else { panic!("bytes") };
    let text = String::from_utf8(bytes.clone()).expect("text");
    assert_eq!(deck.media[0].path, "media/OIC-042-03-A.md");
    assert!(
        text.starts_with("# Knowing the roles of the kidney\n\nThe kidney keeps **the balance of water**"),
        "{text}"
    );
    assert!(text.contains("\n- secretion\n") && text.contains("(NEPH|x)"), "{text}");
}

#[test]
fn the_french_spellings_are_read_too() {
    let text = "{{Objectif de connaissance\n| Rang = B\n| Intitulé = Connaître [[Rein|le rein]]\n| Rubrique = Définition\n| Parent_id = 42\n| Ordre = 7\n}}\n\
        == Rôles ==\n* la filtration\n* la sécrétion\n\n; Néphron : l'unité du rein\n\nLe débit de filtration glomérulaire (DFG) est mesuré dans les urines.\n";
    let deck = page(text);
    assert_eq!(deck.head.objectives[0].id.to_string(), "OIC-042-07-B");
    assert_eq!((deck.head.title.as_str(), deck.head.language.as_str()), ("Connaître le rein", "fr"));
    assert_eq!(
        said(&deck),
        [
            "Rôles [la filtration; la sécrétion]",
            "Néphron > l'unité du rein",
            "Le {{débit de filtration glomérulaire}} (DFG) est mesuré dans les urines.",
        ]
    );
}

#[test]
fn an_acronym_that_its_words_do_not_spell_is_hidden_itself() {
    let deck =
        page("{{OIC|id=OIC-001-01-A}}\nLes actes suivent la nomenclature commune (CCAM) dans tous les cas.");
    assert_eq!(
        said(&deck),
        ["Les actes suivent la nomenclature commune ({{CCAM::sigle}}) dans tous les cas."]
    );
}

#[test]
fn what_says_no_objective_is_refused() {
    assert_eq!(read("Bonjour"), Err(NotAPage::Template));
    assert_eq!(read("{{objectif de connaissance|Rang=A}}"), Err(NotAPage::Objective));
    assert_eq!(read("{{Knowledge objective\n|id=OIC-001-01-C\n"), Err(NotAPage::Objective));
}

#[test]
fn a_template_that_is_never_closed_loses_no_text() {
    let deck =
        page("{{knowledge objective\n|id=OIC-001-01-A\n|title=T\nThe '''heart''' is a muscle in the chest.");
    assert_eq!(said(&deck), ["The {{heart}} is a muscle in the chest."]);
}

fn noise() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "'''",
        "''",
        "{{",
        "}}",
        "[[",
        "]]",
        "|",
        "\n",
        "\n\n",
        "- ",
        "* ",
        "{|",
        "|}",
        "|-",
        "! a !! b",
        "| c || d",
        "==",
        "; t : m",
        "<nowiki>",
        "</nowiki>",
        "<ref>",
        "(ABC)",
        "Alpha beta charlie",
        "::",
        "\"un terme\"",
        "fin. Puis",
        "&nbsp;",
        "é",
        ":",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_page_becomes_a_deck_that_reads_back(body in noise()) {
        let deck = page(&format!("{{{{OIC|id=OIC-001-01-A}}}}\n{body}"));
        let read = deck::read(deck::write(&deck.head, &deck.cards).as_bytes(), &NoMedia).deck.expect("a deck");
        for card in &deck.cards {
            prop_assert!(read.cards.iter().any(|own| own.key == card.key && own.meta.draft), "{:?}", card);
            prop_assert!(matches!(card.kind(), Kind::Cloze | Kind::List | Kind::Qa));
        }
    }
}

#[test]
fn what_was_made_to_take_forever_does_not() {
    // Each of these took minutes, or more memory than there is.
    let head = "{{Objectif de connaissance|Identifiant=OIC-042-03-A}}\n";
    for (unit, end) in [
        ("{{", ""),
        ("{{a {{ b}} ", ""),
        ("{{<nowiki>", "}}"),
        ("<nowiki>", ""),
        ("<a ", ""),
        ("<!--<ref>", ""),
        ("[[", ""),
        ("[http://a ", ""),
        ("\"a\" ", ""),
        ("'''a''' b. ", ""),
        ("Un '''terme''' de la phrase. ", ""),
        ("Caisse (CN) ", ""),
        ("....", ""),
    ] {
        let often = (template::LARGEST - head.len() - end.len()) / unit.len();
        let deck = read(&format!("{head}{}{end}", unit.repeat(often))).expect("a page");
        let bytes: usize = deck.cards.iter().map(|card| card.meta.note.as_deref().map_or(0, str::len)).sum();
        assert!(deck.cards.len() <= 1000 && bytes < 16 << 20, "{unit}: {} cards", deck.cards.len());
    }
    assert!(read(&"{{Objectif".repeat(template::LARGEST / 10)).is_err());
    let table = format!("{head}{{|\n! {}\n{}|}}\n", "a !! ".repeat(20_000), "|-\n| b\n".repeat(20_000));
    let deck = read(&table).expect("a page");
    let Source::Bytes(text) = &deck.media[0].source else { panic!("bytes") };
    assert!(text.len() < 1 << 20, "{}", text.len());
}

#[test]
fn characters_that_no_card_shows_move_no_place_in_a_text() {
    let page = "{{Objectif de connaissance|Identifiant=OIC-042-03-A}}\n\
        Un\u{1} mot\u{feff} é&#2; é. La \u{7}Caisse\u{1} nationale (CN)\u{1} rembourse é '''les soins\u{1}''' é.\n";
    let deck = read(page).expect("a page");
    assert!(!deck.cards.is_empty());
    let written = deck::write(&deck.head, &deck.cards);
    let again = deck::read(written.as_bytes(), &NoMedia).deck.expect("a deck");
    let contents = |cards: &[crate::card::Card]| cards.iter().map(|c| c.content.clone()).collect::<Vec<_>>();
    assert_eq!(contents(&again.cards), contents(&deck.cards), "{written}");
}
