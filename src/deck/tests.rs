use jiff::civil::date;

use super::*;
use crate::card::{Card, Content, Ground, Verdict};

const GOOD: &str = include_str!("../../tests/corpus/good/every-kind.yaml");

fn deck(source: &str) -> Deck {
    let reading = read(source.as_bytes(), &NoMedia);
    assert_eq!(reading.diagnostics, []);
    reading.deck.expect("a deck")
}

fn card(id: &str) -> Card {
    deck(GOOD).cards.into_iter().find(|card| card.key.to_string() == id).expect(id)
}

#[test]
fn text_stays_what_the_author_wrote() {
    let Content::Qroc(year) = card("annees").content else { panic!("a qroc") };
    assert_eq!(year.answers, ["1945".into()]);
    assert_eq!(year.accept, ["1946".into()]);
    let no = card("booleen");
    assert_eq!(no.meta.note.as_deref(), Some("1.10"));
    let Content::Qroc(no) = no.content else { panic!("a qroc") };
    assert_eq!(no.answers, ["no".into()]);
}

#[test]
fn a_card_says_what_the_defaults_say_unless_it_says_otherwise() {
    let statut = card("cnam-statut").meta;
    assert_eq!(statut.objectives, ["OIC-019-09-A".parse().expect("valid")]);
    assert_eq!(statut.sources, ["lisa-019-09".into()]);
    assert_eq!(statut.tags, ["edn::019".into()]);
    assert!(statut.keep_order);
    let vote = card("ondam-vote").meta;
    assert_eq!(vote.sources, ["ameli-2012".into(), "courte".into()]);
    assert_eq!((vote.as_of, vote.until), (Some(date(1996, 4, 24)), Some(date(2030, 12, 31))));
    assert_eq!(vote.situation, Some(327));
}

#[test]
fn an_empty_list_takes_a_default_away() {
    let cog =
        deck(GOOD).cards.into_iter().find(|card| card.kind() == crate::card::Kind::Cloze).expect("a cloze");
    assert_eq!(cog.meta.objectives, []);
    assert_eq!(cog.meta.effective_rank(), Some(crate::card::Rank::B));
    assert_eq!(cog.content.parts().len(), 3);
}

#[test]
fn former_names_are_complete() {
    let was: Vec<String> = card("ondam-vote").was.iter().map(ToString::to_string).collect();
    assert_eq!(was, ["every-kind/ondam", "autre-paquet/ondam"]);
}

#[test]
fn options_keep_their_order_and_their_verdicts() {
    let Content::Qrm(choice) = card("leviers").content else { panic!("a qrm") };
    let verdicts: Vec<Verdict> = choice.options.iter().map(|option| option.verdict).collect();
    assert_eq!(
        verdicts,
        [Verdict::Required, Verdict::Correct, Verdict::Wrong, Verdict::Wrong, Verdict::Unacceptable]
    );
}

#[test]
fn questions_have_names_and_take_over_from_their_card() {
    let card = card("dp-1");
    let Content::Case(case) = card.content else { panic!("a case") };
    let names: Vec<&str> = case.questions.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(names, ["a", "bilan", "c"]);
    assert_eq!(case.questions[0].meta.item.map(crate::card::Item::number), Some(20));
    assert_eq!(case.questions[0].meta.objectives[0].to_string(), "OIC-019-09-A");
    assert_eq!(case.questions[1].meta.objectives[0].to_string(), "OIC-019-10-B");
    assert_eq!(case.questions[1].info.as_deref(), Some("Le bilan montre une anémie."));
}

#[test]
fn votes_stand_in_the_order_of_the_scale() {
    let Content::Tcs(tcs) = card("tcs-1").content else { panic!("a tcs") };
    assert_eq!(tcs.questions[0].votes, [0, 9, 7, 3, 0]);
    assert_eq!(tcs.questions[1].votes, [0, 0, 0, 4, 6]);
}

#[test]
fn the_marks_of_a_text_are_its_expected_zones() {
    let Content::Zone(zone) = card("zone-2").content else { panic!("a zone") };
    let Ground::Text { spans } = zone.ground else { panic!("a text") };
    let expected: Vec<bool> = spans.iter().map(|span| span.expected).collect();
    assert_eq!(expected, [false, true, false]);
    assert_eq!(spans[1].text.as_str(), "La Cnam signe seule les conventions.");
}

#[test]
fn an_alias_is_what_it_names() {
    let source = GOOD.replace("authors: [Une autrice, Un auteur]", "authors: [&moi Une autrice, *moi]");
    assert_eq!(deck(&source).head.authors, ["Une autrice".into(), "Une autrice".into()]);
}

#[test]
fn a_card_knows_its_line() {
    let line = card("leviers").line as usize;
    assert_eq!(GOOD.lines().nth(line - 1), Some("  - id: leviers"));
}

#[test]
fn a_head_with_a_mistake_still_gives_its_cards() {
    let source = GOOD.replace("language: fr", "language: Français").replace("item: 19", "item: 999");
    let reading = read(source.as_bytes(), &NoMedia);
    assert_eq!(reading.diagnostics.len(), 2);
    let deck = reading.deck.expect("a deck");
    assert_eq!((deck.head.language.as_str(), deck.cards.len()), ("fr", 13));
}

#[test]
fn a_deck_without_a_name_is_none_but_its_cards_are_checked() {
    let source = GOOD.replace("deck: every-kind\n", "").replace("qru: Quel est", "qcu: Quel est");
    let reading = read(source.as_bytes(), &NoMedia);
    assert!(reading.deck.is_none());
    let codes: Vec<&str> = reading.diagnostics.iter().map(|found| found.code).collect();
    assert_eq!(codes, ["missing-key", "unknown-key"]);
    assert_eq!(reading.diagnostics[1].card.as_deref(), Some("cnam-statut"));
}
