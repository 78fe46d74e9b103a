//! How texts are cut.

use proptest::prelude::*;

use super::*;

/// A zone from a text with its marks.
fn zone(marked: &str) -> Vec<TextZone> {
    let mut out = Vec::new();
    for (number, part) in marked.split("[[").enumerate() {
        let (expected, free) = if number == 0 { ("", part) } else { part.split_once("]]").expect("closed") };
        for (text, expected) in [(expected, true), (free, false)] {
            if !text.is_empty() {
                out.push(TextZone { text: text.into(), expected });
            }
        }
    }
    out
}

/// The places of a text: expected ones in brackets.
fn places(marked: &str) -> Vec<String> {
    let spans = cut(&zone(marked));
    let places = spans.iter().filter(|span| span.is_place());
    places
        .map(|span| {
            let text = &span.text[span.core()];
            if span.expected { format!("[{text}]") } else { text.to_owned() }
        })
        .collect()
}

#[test]
fn among_marked_sentences_the_rest_is_cut_into_sentences() {
    assert_eq!(
        places("Le Parlement vote l'ONDAM. [[La Cnam signe seule.]] Les CPAM versent, chaque mois. L'État ?"),
        ["Le Parlement vote l'ONDAM", "[La Cnam signe seule]", "Les CPAM versent, chaque mois", "L'État"]
    );
}

#[test]
fn a_full_stop_behind_the_mark_makes_no_difference() {
    assert_eq!(places("Une phrase. [[La fausse]]. Une autre."), ["Une phrase", "[La fausse]", "Une autre"]);
}

#[test]
fn a_line_is_a_place_of_its_own() {
    assert_eq!(
        places("- apyrexie\n- [[TA 80/40]]\n- SpO2 à 97 %\n"),
        ["apyrexie", "[TA 80/40]", "SpO2 à 97 %"]
    );
}

#[test]
fn a_line_that_goes_on_is_none() {
    assert_eq!(
        places("Le Parlement vote chaque automne\nl'ONDAM. [[La Cnam\nsigne seule.]]\nHb 9 g/dL\nVGM 72 fL"),
        ["Le Parlement vote chaque automne l'ONDAM", "[La Cnam signe seule]", "Hb 9 g/dL", "VGM 72 fL"]
    );
}

#[test]
fn among_marked_clauses_the_rest_is_cut_into_clauses() {
    assert_eq!(
        places("Il a 54 ans, [[un tabagisme actif]], une dyspnée ; son père est mort : infarctus."),
        ["Il a 54 ans", "[un tabagisme actif]", "une dyspnée", "son père est mort", "infarctus"]
    );
}

#[test]
fn among_marked_words_the_rest_is_cut_into_words() {
    assert_eq!(
        places("La [[créatinine]] est à 250, la kaliémie à 6,5."),
        ["La", "[créatinine]", "est", "à", "250", "la", "kaliémie", "à", "6,5"]
    );
    assert_eq!(
        places("On note une [[masse hilaire droite]] et un épanchement pleural gauche de faible abondance."),
        [
            "On note une",
            "[masse hilaire droite]",
            "et un",
            "épanchement pleural gauche",
            "de faible abondance"
        ]
    );
}

#[test]
fn what_only_shortens_a_word_ends_no_sentence() {
    assert_eq!(
        places("M. Dupont voit le Dr. Martin à 8.30 h, cf. infra. [[Il tousse.]]"),
        ["M. Dupont voit le Dr. Martin à 8.30 h, cf. infra", "[Il tousse]"]
    );
}

#[test]
fn punctuation_between_two_marks_is_no_place() {
    assert_eq!(places("[[toux]], [[fièvre]]."), ["[toux]", "[fièvre]"]);
}

#[test]
fn each_place_knows_its_sentence() {
    let spans = cut(&zone("La [[créatinine]] est à 250. La [[kaliémie]] aussi."));
    let numbers = sentences(&spans);
    let of = |word: &str| {
        let place = spans.iter().position(|span| span.text.trim() == word).expect("a place");
        numbers[place]
    };
    assert_eq!((of("La"), of("créatinine"), of("kaliémie"), of("aussi.")), (0, 0, 1, 1));
}

proptest! {
    #[test]
    fn the_text_and_the_marks_stay_as_they_were(
        parts in proptest::collection::vec(("[a-zA-Zé .,;:!?()«»0-9\n'-]{1,30}", any::<bool>()), 1..8),
    ) {
        let spans: Vec<TextZone> = parts
            .into_iter()
            .map(|(text, expected)| TextZone { text: text.into(), expected })
            .collect();
        let after = cut(&spans);
        let flat = |text: &str| text.replace('\n', " ");
        prop_assert_eq!(flat(&joined(&after)), flat(&joined(&spans)));
        let marks = |spans: &[TextZone]| -> Vec<String> {
            spans.iter().filter(|span| span.expected).map(|span| flat(&span.text)).collect()
        };
        prop_assert_eq!(marks(&after), marks(&spans));
        prop_assert_eq!(sentences(&after).len(), after.len());
        for span in &after {
            prop_assert!(!span.text.is_empty());
            prop_assert!(!span.text[span.core()].is_empty());
        }
    }
}
