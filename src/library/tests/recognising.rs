//! Which cards are recognised once mended.

use proptest::prelude::*;

use super::*;
use crate::{
    card::{Card, CardKey, Cloze, Content, Fingerprint, Meta, QuestionAnswer},
    library::recognise,
};

fn qa(q: &str, a: &str) -> Content {
    Content::Qa(QuestionAnswer { question: q.into(), answer: a.into(), reverse: false })
}

fn cloze(text: &str) -> Content {
    Content::Cloze(Cloze::parse(text).expect("a cloze"))
}

/// The schedules of a card without an id.
fn schedules(content: Content) -> Vec<(Locator, String)> {
    let identity = content.identity();
    let fingerprint = Fingerprint::of(&identity);
    named(CardKey::Fingerprint(fingerprint), content)
}

fn named(key: CardKey, content: Content) -> Vec<(Locator, String)> {
    let identity = content.identity();
    let fingerprint = Fingerprint::of(&identity);
    let card =
        Card { deck: id("d"), key, was: Vec::new(), line: 1, meta: Meta::default(), content, fingerprint };
    card.schedules().into_iter().map(|locator| (locator, identity.clone())).collect()
}

fn is_recognised(before: Content, after: Content) -> bool {
    !recognise(&schedules(before), &schedules(after)).is_empty()
}

/// Before, after: the same card, mended.
const MENDED: [[(&str, &str); 2]; 12] = [
    [("Qui vote l'ONDAM ?", "Le Parlement"), ("Qui vote l’ONDAM ?", "Le Parlement.")],
    [("Qui vote l'ODNAM ?", "Le Parlement"), ("Qui vote l'ONDAM ?", "Le Parlement")],
    [("Qui vote l'ONDAM ?", "Le Parlment"), ("Qui vote l'ONDAM ?", "Le Parlement")],
    [
        ("Qui vote l'ONDAM, et à quel rythme ?", "Le Parlement, chaque année."),
        ("Par qui et à quel rythme l'ONDAM est-il voté ?", "Par le Parlement, chaque année."),
    ],
    [("Combien de CPAM y avait-il en 2012 ?", "102"), ("Combien de CPAM y avait-il en 2012 ?", "101")],
    [
        ("Quel est le statut de la Cnam ?", "Établissement public administratif"),
        ("Quel est le statut de la Cnam ?", "Établissement public national à caractère administratif"),
    ],
    [
        ("Que signifie le sigle COG ?", "Convention d'objectif et de gestion"),
        ("Que signifie COG ?", "Convention d'objectifs et de gestion"),
    ],
    [
        ("Citez la première mission de la Cnam.", "Gérer les risques maladie, maternité, invalidité, décès"),
        (
            "Citez la première mission de la Cnam.",
            "Gérer les risques maladie, maternité, invalidité, décès, ainsi que les accidents du travail",
        ),
    ],
    [("T2A ?", "Tarification a l'activite"), ("T2A ?", "Tarification à l'activité")],
    [
        ("Who votes the ONDAM?", "Parliament, every year"),
        ("Who votes on the ONDAM target?", "Parliament, every year"),
    ],
    [
        ("Quel organisme gère le risque vieillesse ?", "La Cnav"),
        ("Quel organisme gère le risque vieillesse du régime général ?", "La Cnav"),
    ],
    [
        ("Depuis quelle année la CNAMTS s'appelle-t-elle Cnam ?", "2016"),
        ("Depuis quelle année la CNAMTS s'appelle-t-elle la Cnam ?", "2018 (1er janvier)"),
    ],
];

/// Before, after: two cards, however alike they look.
const OTHER: [[(&str, &str); 2]; 10] = [
    [
        ("Que signifie le sigle CPAM ?", "Caisse primaire d'assurance maladie"),
        ("Que signifie le sigle CGSS ?", "Caisse générale de sécurité sociale"),
    ],
    [
        ("Que signifie le sigle HAS ?", "Haute Autorité de santé"),
        ("Que signifie le sigle ARS ?", "Agence régionale de santé"),
    ],
    [
        ("Quel organisme gère le risque vieillesse ?", "La Cnav"),
        ("Quel organisme recouvre les cotisations ?", "L'Urssaf"),
    ],
    [
        ("Quel est le statut de la Cnam ?", "Établissement public national à caractère administratif"),
        ("Quel est le statut des CPAM ?", "Organisme de droit privé chargé d'une mission de service public"),
    ],
    [("Qui vote l'ONDAM ?", "Le Parlement"), ("Qui signe la COG ?", "L'État et la Cnam")],
    [
        ("Qui nomme le directeur général de la Cnam ?", "Le Gouvernement, par décret"),
        ("Qui nomme le directeur d'une CPAM ?", "Le directeur général de la Cnam"),
    ],
    [
        ("Définition de la tarification à l'activité", "Financement selon les séjours"),
        ("Définition du ticket modérateur", "Part qui reste à la charge de l'assuré"),
    ],
    [("Capitale de la France ?", "Paris"), ("Capitale de l'Italie ?", "Rome")],
    [
        ("Quel est le traitement de première intention de l'angine ?", "Amoxicilline"),
        ("Quel est le traitement de première intention de la cystite ?", "Fosfomycine-trométamol"),
    ],
    [("Date de création de la Sécurité sociale ?", "1945"), ("Date de création de la CMU ?", "1999")],
];

#[test]
fn a_mended_card_is_recognised() {
    for [(q, a), (q2, a2)] in MENDED {
        assert!(is_recognised(qa(q, a), qa(q2, a2)), "{q} → {q2}");
    }
}

#[test]
fn another_card_is_not_taken_for_it() {
    for [(q, a), (q2, a2)] in OTHER {
        assert!(!is_recognised(qa(q, a), qa(q2, a2)), "{q} → {q2}");
    }
}

#[test]
fn among_many_of_one_mould_each_finds_its_own() {
    let acronyms = [
        ("CPAM", "Caisse primaire d'assurance maladie"),
        ("CGSS", "Caisse générale de sécurité sociale"),
        ("HAS", "Haute Autorité de santé"),
        ("ARS", "Agence régionale de santé"),
        ("Cnav", "Caisse nationale d'assurance vieillesse"),
        ("Cnam", "Caisse nationale de l'assurance maladie"),
    ];
    let before = acronyms.iter().flat_map(|(a, b)| schedules(qa(&format!("Que signifie {a} ?"), b)));
    let after = acronyms.iter().rev().flat_map(|(a, b)| schedules(qa(&format!("Que veut dire {a} ?"), b)));
    let (before, after): (Vec<_>, Vec<_>) = (before.collect(), after.collect());
    let pairs = recognise(&before, &after);
    assert_eq!(pairs.len(), acronyms.len());
    for (old, new) in pairs {
        let answer = |all: &[(Locator, String)], locator: &Locator| {
            let (_, text) = all.iter().find(|(l, _)| l == locator).expect("there");
            text.lines().nth(2).map(ToOwned::to_owned)
        };
        assert_eq!(answer(&before, &old), answer(&after, &new));
    }
}

#[test]
fn a_card_that_gets_an_id_is_recognised() {
    let card = || qa("Qui vote l'ONDAM ?", "Le Parlement");
    let pairs = recognise(&schedules(card()), &named(CardKey::Id("vote".to_owned()), card()));
    assert_eq!(pairs.len(), 1);
    assert_eq!(pairs[0].1.to_string(), "d/vote");
}

#[test]
fn a_new_id_is_a_new_card_unless_the_text_is_the_same() {
    let key = |id: &str| CardKey::Id(id.to_owned());
    let before = named(key("a"), qa("Qui vote l'ONDAM ?", "Le Parlement"));
    assert_eq!(recognise(&before, &named(key("b"), qa("Qui vote l'ONDAM ?", "Le Parlement."))).len(), 1);
    assert_eq!(recognise(&before, &named(key("b"), qa("Qui vote l'ONDAM ?", "Le Sénat"))), []);
}

#[test]
fn two_equally_good_matches_are_none() {
    let before = schedules(qa("Dose de X ?", "5 mg le matin"));
    let mut after = schedules(qa("Dose de Y ?", "5 mg le matin"));
    after.extend(schedules(qa("Dose de Z ?", "5 mg le matin")));
    assert_eq!(recognise(&before, &after), []);
}

#[test]
fn the_parts_of_a_mended_cloze_keep_their_places() {
    let before =
        schedules(cloze("La COG est signé entre {{l'État}} et {{la Cnam::caisse}}, pour {{cinq ans}}."));
    let after = schedules(cloze("La COG est signée entre {{l'État}} et {{la Cnam}}, pour {{quatre ans}}."));
    let pairs = recognise(&before, &after);
    let expected: Vec<(Locator, Locator)> =
        before.iter().zip(&after).map(|((a, _), (b, _))| (a.clone(), b.clone())).collect();
    let sorted = |mut pairs: Vec<(Locator, Locator)>| {
        pairs.sort();
        pairs
    };
    assert_eq!(sorted(pairs), sorted(expected));
}

#[test]
fn a_blank_at_another_place_is_another_question() {
    let key = || CardKey::Id("x".to_owned());
    let before =
        named(key(), cloze("L'ONDAM est voté chaque année par {{le Parlement}}, en loi de financement."));
    let after =
        named(key(), cloze("L'{{ONDAM}} est voté chaque année par le Parlement, en loi de financement."));
    assert_eq!(recognise(&before, &after), []);
    let mended = named(
        key(),
        cloze("L'ONDAM est voté chaque année par {{les deux chambres}}, en loi de financement."),
    );
    assert_eq!(recognise(&before, &mended).len(), 1);
}

#[test]
fn cards_of_two_decks_or_two_kinds_are_never_one() {
    let before = schedules(qa("Qui vote l'ONDAM ?", "Le Parlement"));
    let mut elsewhere = before.clone();
    elsewhere[0].0.deck = id("e");
    assert_eq!(recognise(&before, &elsewhere), []);
    let other = Content::Qroc(crate::card::Qroc {
        prompt: "Qui vote l'ONDAM ?".into(),
        answers: vec!["Le Parlement".into()],
        accept: Vec::new(),
        expand: false,
    });
    assert_eq!(recognise(&before, &schedules(other)), []);
}

#[test]
fn a_typo_mended_in_the_file_is_recognised() {
    let room = Room::new();
    let autre = ("", "Qui signe la COG ?", "L'État et la Cnam");
    room.write("d.yaml", &deck("d", &[("", "Qui vote l'ODNAM ?", "Le Parlement"), autre]));
    let mut library = room.fresh();
    let catalogue = library.catalogue();
    let known: Vec<(Locator, String)> = (0..catalogue.entries.len())
        .map(|number| catalogue.locator(number))
        .map(|locator| (locator.clone(), library.identity(&locator).expect("readable").expect("there")))
        .collect();
    let has_history = |locator: &Locator| known.iter().any(|(known, _)| known == locator);
    let mended = |library: &Library| library.mended(&id("d"), &known, &has_history).expect("readable");
    assert_eq!(mended(&library), []);

    room.write("d.yaml", &deck("d", &[autre, ("", "Qui vote l'ONDAM ?", "Le Parlement")]));
    refresh(&mut library);
    assert_eq!(mended(&library), [(known[0].0.clone(), library.catalogue().locator(1))]);
}

/// Texts from few words, so that many are alike.
fn cards() -> impl Strategy<Value = Vec<(Locator, String)>> {
    let word = || prop::sample::select(vec!["le", "Parlement", "vote", "Cnam", "caisse", "2012"]);
    let text = move || prop::collection::vec(word(), 1..5).prop_map(|words| words.join(" "));
    let content = prop_oneof![
        (text(), text()).prop_map(|(q, a)| qa(&q, &a)),
        (text(), text()).prop_map(|(a, b)| cloze(&format!("{a} {{{{{b}}}}} {{{{Cnam}}}}"))),
    ];
    let card = (content, prop::option::of(0..5)).prop_map(|(content, number)| match number {
        Some(number) => named(CardKey::Id(format!("c{number}")), content),
        None => schedules(content),
    });
    prop::collection::vec(card, 0..8).prop_map(|cards| {
        let mut all = cards.concat();
        let mut seen = std::collections::HashSet::new();
        all.retain(|(locator, _)| seen.insert(locator.clone()));
        all
    })
}

proptest! {
    #[test]
    fn no_pair_joins_what_is_live_and_nothing_is_in_two_pairs(before in cards(), after in cards()) {
        let pairs = recognise(&before, &after);
        let mut seen = std::collections::HashSet::new();
        for (old, new) in &pairs {
            prop_assert!(before.iter().any(|(l, _)| l == old) && after.iter().any(|(l, _)| l == new));
            prop_assert!(!after.iter().any(|(l, _)| l == old), "{} is live", old);
            prop_assert_eq!(&old.deck, &new.deck);
            prop_assert!(seen.insert(old.clone()) && seen.insert(new.clone()));
        }
    }

    #[test]
    fn the_order_of_the_input_does_not_matter(before in cards(), after in cards()) {
        let reversed = |cards: &[(Locator, String)]| cards.iter().rev().cloned().collect::<Vec<_>>();
        let sorted = |mut pairs: Vec<(Locator, Locator)>| { pairs.sort(); pairs };
        prop_assert_eq!(
            sorted(recognise(&before, &after)),
            sorted(recognise(&reversed(&before), &reversed(&after)))
        );
    }

    #[test]
    fn nothing_vanished_is_nothing_recognised(cards in cards()) {
        prop_assert!(recognise(&cards, &cards).is_empty());
        prop_assert!(recognise(&[], &cards).is_empty());
        prop_assert!(recognise(&cards, &[]).is_empty());
    }
}
