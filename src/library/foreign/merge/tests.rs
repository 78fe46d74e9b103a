//! Three versions of a deck become one.

use super::*;
use crate::deck::NoMedia;
use crate::library::merge::Change;

fn deck(cards: &str) -> (String, Deck) {
    let text = format!("format: 1\ndeck: d\ntitle: T\nlanguage: fr\ncards:\n{cards}");
    let reading = deck::read(text.as_bytes(), &NoMedia);
    assert_eq!(reading.diagnostics, [], "{text}");
    (text, reading.deck.expect("a deck"))
}

fn card(id: &str, question: &str) -> String {
    format!("  - id: {id}\n    q: {question}\n    a: oui\n")
}

fn merged(base: &[String], theirs: &[String], mine: &[String]) -> Plan {
    let sides = [base, theirs, mine].map(|cards| deck(&cards.concat()));
    let [base, theirs, mine] = sides.each_ref().map(|(text, deck)| Side { text, deck });
    let plan = merge(base, theirs, mine, &NoMedia);
    assert_eq!(plan.aside, None, "{}", plan.text);
    plan
}

fn prompts(plan: &Plan) -> Vec<String> {
    let reading = deck::read(plan.text.as_bytes(), &NoMedia);
    let cards = reading.deck.expect("a deck").cards;
    cards.iter().map(|card| card.content.prompt().to_string()).collect()
}

fn changes(plan: &Plan) -> Vec<(String, Change)> {
    plan.changes.iter().map(|c| (c.card.to_string(), c.change)).collect()
}

#[test]
fn new_changed_and_gone_cards_are_told() {
    let plan = merged(
        &[card("a", "Un"), card("b", "Deux"), card("c", "Trois")],
        &[card("d", "Quatre"), card("b", "Deux !"), card("a", "Un")],
        &[card("a", "Un"), card("b", "Deux"), card("c", "Trois")],
    );
    assert_eq!(prompts(&plan), ["Quatre", "Deux !", "Un"]);
    let expected = [("d/d", Change::New), ("d/b", Change::Changed), ("d/c", Change::Gone)]
        .map(|(c, k)| (c.to_owned(), k));
    assert_eq!(changes(&plan), expected);
    assert_eq!(plan.unchanged, 1);
    assert_eq!(plan.archive, [card("c", "Trois")]);
}

#[test]
fn what_the_student_changed_stays() {
    let plan = merged(
        &[card("a", "Un"), card("b", "Deux")],
        &[card("a", "Un"), card("b", "Deux de l'auteur")],
        &[card("a", "Un, à moi"), card("b", "Deux, à moi"), card("z", "Ma carte")],
    );
    assert_eq!(prompts(&plan), ["Un, à moi", "Deux, à moi", "Ma carte"]);
    let expected = [("d/a", Change::Kept), ("d/b", Change::Both), ("d/z", Change::Own)];
    assert_eq!(changes(&plan), expected.map(|(c, k)| (c.to_owned(), k)));
}

#[test]
fn what_the_student_deleted_stays_away() {
    let plan = merged(
        &[card("a", "Un"), card("b", "Deux")],
        &[card("a", "Un"), card("b", "Deux"), card("c", "Trois")],
        &[card("a", "Un")],
    );
    assert_eq!(prompts(&plan), ["Un", "Trois"]);
}

#[test]
fn a_mend_that_the_author_took_over_is_no_conflict() {
    let plan = merged(&[card("a", "Unn")], &[card("a", "Un")], &[card("a", "Un")]);
    assert_eq!((prompts(&plan), plan.is_empty()), (vec!["Un".to_owned()], true));
}

#[test]
fn a_renamed_card_is_the_same_card() {
    let renamed = "  - id: b\n    was: a\n    q: Un\n    a: oui\n".to_owned();
    let plan = merged(&[card("a", "Un")], &[renamed], &[card("a", "Un")]);
    assert_eq!(plan.count(Change::Gone) + plan.count(Change::New), 0, "{:?}", plan.changes);
}

#[test]
fn a_card_without_id_whose_text_was_mended_is_changed_and_not_gone() {
    let bare = |question: &str| format!("  - q: {question}\n    a: oui\n");
    let (old, new) = (
        bare("Quelle est la première mission de l'assurance maladie obligatoire"),
        bare("Quelle est la première mission de l'assurance maladie"),
    );
    let plan = merged(std::slice::from_ref(&old), &[new], std::slice::from_ref(&old));
    assert_eq!((plan.count(Change::Changed), plan.count(Change::Gone)), (1, 0), "{:?}", plan.changes);
}

#[test]
fn a_deck_that_cannot_be_cut_is_taken_whole_and_the_own_copy_kept_aside() {
    let (base_text, base) = deck(&card("a", "Un"));
    let theirs_text = "format: 1\ndeck: d\ntitle: T\nlanguage: fr\ncards: [{id: a, q: Deux, a: oui}, {id: b, q: x, a: y}]\n";
    let theirs = deck::read(theirs_text.as_bytes(), &NoMedia).deck.expect("a deck");
    let (mine_text, mine) = deck(&card("a", "À moi"));
    let plan = merge(
        Side { text: &base_text, deck: &base },
        Side { text: theirs_text, deck: &theirs },
        Side { text: &mine_text, deck: &mine },
        &NoMedia,
    );
    assert_eq!(plan.aside, Some(Aside::Unmerged));
    assert_eq!(plan.text, theirs_text);
}

/// Merges three whole texts.
fn whole(base: &str, theirs: &str, mine: &str) -> Plan {
    let read = |text: &str| {
        let reading = deck::read(text.as_bytes(), &NoMedia);
        assert_eq!(reading.diagnostics, [], "{text}");
        reading.deck.expect("a deck")
    };
    let decks = [base, theirs, mine].map(read);
    let [one, two, three] = decks.each_ref();
    merge(
        Side { text: base, deck: one },
        Side { text: theirs, deck: two },
        Side { text: mine, deck: three },
        &NoMedia,
    )
}

const SOURCED: &str = "format: 1
deck: d
title: T
language: fr
objectives:
  - id: OIC-019-09-A
  - { id: OIC-019-10-B, title: Dix }
sources:
  a: Un livre
  b: Un site
cards:
  - id: a
    q: Un
    a: oui
    source: a
";

fn told(plan: &Plan) -> Vec<(&str, Change)> {
    plan.fields.iter().map(|field| (field.field.as_str(), field.change)).collect()
}

#[test]
fn what_each_side_declares_in_the_head_comes_together() {
    let theirs = SOURCED
        .replace("  b: Un site\n", "  b: Un site\n  c: Une thèse\n")
        .replace("    source: a\n", "    source: [a, c]\n");
    let mine = SOURCED
        .replace("  b: Un site\n", "  b: { title: Un site, url: 'https://example.org' }\n  d: Mon cours\n")
        .replace(
            "{ id: OIC-019-10-B, title: Dix }",
            "{ id: OIC-019-10-B, title: Dix, à moi }".replace(", à moi", " (revu)").as_str(),
        );
    let plan = whole(SOURCED, &theirs, &mine);
    assert_eq!(plan.aside, None, "{}", plan.text);
    let sources: Vec<_> =
        plan.head.sources.iter().map(|source| (source.key.as_str(), source.url.is_some())).collect();
    assert_eq!(sources, [("a", false), ("b", true), ("c", false), ("d", false)]);
    assert_eq!(plan.head.objectives[1].title.as_deref(), Some("Dix (revu)"));
    assert_eq!(told(&plan), [("objectives", Change::Kept), ("sources", Change::Kept)]);
    assert!(
        plan.text.contains("  - { id: OIC-019-10-B, title: Dix (revu) }\n"),
        "as it was written: {}",
        plan.text
    );
}

#[test]
fn a_source_that_a_card_still_names_is_not_taken_away() {
    let theirs = SOURCED.replace("  a: Un livre\n", "").replace("    source: a\n", "    source: b\n");
    let mine = SOURCED.replace("q: Un\n", "q: Un, à moi\n");
    let plan = whole(SOURCED, &theirs, &mine);
    assert_eq!((plan.aside, plan.count(Change::Both)), (None, 1), "{}", plan.text);
    assert!(plan.head.source("a").is_some() && plan.head.source("b").is_some());
}

#[test]
fn where_both_have_changed_a_field_the_students_stays_and_is_told() {
    let theirs = SOURCED.replace("title: T\n", "title: Le titre\ndescription: Neuve.\n");
    let mine = SOURCED.replace("title: T\n", "title: Mon titre # mieux\n");
    let plan = whole(SOURCED, &theirs, &mine);
    assert_eq!(told(&plan), [("title", Change::Both), ("description", Change::Changed)]);
    assert!(plan.text.contains("title: Mon titre # mieux\ndescription: Neuve.\n"), "{}", plan.text);
    assert_eq!(plan.aside, None);
}

#[test]
fn what_every_card_takes_over_is_merged_too() {
    let theirs = SOURCED.replace("    q: Un\n", "    q: Un ?\n");
    let mine = SOURCED.replace("cards:\n", "defaults:\n  tags: relu\ncards:\n");
    let plan = whole(SOURCED, &theirs, &mine);
    // The card was changed by both: its tags here, its question there.
    assert_eq!((plan.aside, plan.count(Change::Both)), (None, 1), "{}", plan.text);
    assert!(plan.text.contains("defaults:\n  tags: relu\n"), "{}", plan.text);
    let new = theirs + "  - id: b\n    q: Deux\n    a: oui\n";
    let plan = whole(SOURCED, &new, &mine);
    assert_eq!(
        plan.aside,
        Some(Aside::Unmerged),
        "a new card would get tags that its author did not give it"
    );
}

#[test]
fn a_comment_on_a_line_that_its_author_has_changed_is_kept_aside() {
    let theirs = SOURCED.replace("    a: oui\n", "    a: non\n");
    let mine = SOURCED.replace("    a: oui\n", "    a: oui # Pr X : non !\n");
    let plan = whole(SOURCED, &theirs, &mine);
    assert_eq!((plan.aside, plan.count(Change::Changed)), (Some(Aside::Comments), 1));
    assert!(plan.text.contains("    a: non\n"), "{}", plan.text);
}

#[test]
fn line_ends_and_a_byte_order_mark_are_no_edits() {
    let theirs = SOURCED.replace("    a: oui\n", "    a: non\n");
    let mine = format!("\u{feff}{}", SOURCED.replace('\n', "\r\n"));
    let plan = whole(SOURCED, &theirs, &mine);
    assert_eq!((plan.aside, plan.count(Change::Changed)), (None, 1));
    assert_eq!(plan.text, theirs);
}
