//! Full-text search.

use super::*;

fn library(room: &Room) -> Library {
    let text = "format: 1
deck: edn
title: T
language: fr
cards:
  - id: ondam
    q: Qui vote l'ONDAM, et à quel rythme ?
    a: Le Parlement, chaque année.
  - id: cog
    cloze: \"La COG, {{convention d'objectifs et de gestion::sigle}}, lie l'État et {{la Cnam}}.\"
  - id: coeur
    q: Où siège le cœur ?
    a: Dans le médiastin.
    tags: [anatomie]
    note: Le Parlement n'y peut rien.
";
    room.write("edn.yaml", text);
    room.fresh()
}

fn hits(library: &Library, text: &str) -> Vec<String> {
    library.search(text, 10).expect("searched").iter().map(ToString::to_string).collect()
}

#[test]
fn accents_case_ligatures_and_elisions_do_not_matter() {
    let room = Room::new();
    let library = library(&room);
    assert_eq!(hits(&library, "annee"), ["edn/ondam"]);
    assert_eq!(hits(&library, "MÉDIASTIN"), ["edn/coeur"]);
    assert_eq!(hits(&library, "coeur"), ["edn/coeur"]);
    assert_eq!(hits(&library, "cœur"), ["edn/coeur"]);
    assert_eq!(hits(&library, "l’ondam"), ["edn/ondam"]);
    assert_eq!(hits(&library, "me\u{301}diastin"), ["edn/coeur"]);
}

#[test]
fn the_beginning_of_every_word_is_enough_and_every_word_counts() {
    let room = Room::new();
    let library = library(&room);
    assert_eq!(hits(&library, "conv ges"), ["edn/cog"]);
    assert_eq!(hits(&library, "convention parlement"), [""; 0]);
    assert_eq!(hits(&library, "sigle"), ["edn/cog"], "hints count");
    assert_eq!(hits(&library, "anatomie"), ["edn/coeur"], "tags count");
}

#[test]
fn the_prompt_and_the_answer_count_more_than_the_note() {
    let room = Room::new();
    assert_eq!(hits(&library(&room), "parlement"), ["edn/ondam", "edn/coeur"]);
}

#[test]
fn a_locator_finds_its_card_first() {
    let room = Room::new();
    let library = library(&room);
    assert_eq!(hits(&library, " edn/cog "), ["edn/cog"]);
    assert_eq!(hits(&library, "ondam"), ["edn/ondam"]);
    assert_eq!(hits(&library, ""), [""; 0]);
}

#[test]
fn what_is_gone_or_shadowed_is_not_found() {
    let room = Room::new();
    let mut library = library(&room);
    room.write("a.yaml", &deck("edn", &[("neuf", "Rien de tel ?", "Rien.")]));
    refresh(&mut library);
    assert_eq!(hits(&library, "ondam"), [""; 0]);
    assert_eq!(hits(&library, "rien"), ["edn/neuf"]);
    fs::remove_file(room.path("decks/a.yaml")).expect("removed");
    refresh(&mut library);
    assert_eq!(hits(&library, "ondam"), ["edn/ondam"]);
    room.write("edn.yaml", &deck("edn", &[("ondam", "Autre chose ?", "Oui.")]));
    refresh(&mut library);
    assert_eq!(hits(&library, "ondam parlement"), [""; 0], "the old words are forgotten");
    assert_eq!(hits(&library, "autre"), ["edn/ondam"]);
}
