use super::*;
use crate::deck::{NoMedia, read};

const HEAD: &str = "format: 1\ndeck: essai\ntitle: Essai\nlanguage: fr\ncards:\n";

fn fixed(cards: &str) -> (String, Vec<Change>) {
    let fixed = fix(&format!("{HEAD}{cards}"), &NoMedia);
    assert_eq!(fixed.refused, None, "{:?}", fixed.diagnostics);
    (fixed.text.strip_prefix(HEAD).expect("the head stays").to_owned(), fixed.changes)
}

#[test]
fn missing_ids_are_written_and_nothing_else_is_touched() {
    let (text, changes) = fixed(
        "  # Le vote\n  - q: Qui vote l'ONDAM ?   # une question\n    a:   'Le Parlement.'\n\n  - { q: Qui ?, a: Lui }\n  -\n    cloze: \"La {{Cnam}}\"\n",
    );
    assert_eq!(
        text,
        "  # Le vote\n  - id: qui-vote-l-ondam\n    q: Qui vote l'ONDAM ?   # une question\n    a:   'Le Parlement.'\n\n  - { id: qui, q: Qui ?, a: Lui }\n  -\n    id: la-cnam\n    cloze: \"La {{Cnam}}\"\n"
    );
    let lines: Vec<u32> = changes.iter().map(|change| change.line).collect();
    assert_eq!(lines, [7, 11, 13]);
    assert_eq!(changes[0].what, ChangeKind::Named("qui-vote-l-ondam".to_owned()));
}

#[test]
fn ids_are_unique_and_never_a_name_that_was() {
    let (text, _) = fixed(
        "  - id: qui\n    q: A ?\n    a: B\n    was: qui-2\n  - q: Qui ?\n    a: Moi\n  - q: Qui ?\n    a: Toi\n",
    );
    assert!(text.contains("- id: qui-3\n") && text.contains("- id: qui-4\n"), "{text}");
}

#[test]
fn questions_get_the_names_that_they_went_by() {
    let (text, _) = fixed(
        "  - id: dp\n    case: Une patiente.\n    questions:\n      - qru: Que faire ?\n        options: [{ correct: A }, { wrong: B }]\n      - { id: b, qroc: Quoi ?, answers: [A] }\n      - { qroc: Où ?, answers: [B] }\n",
    );
    assert!(text.contains("      - id: a\n        qru: Que faire ?\n"), "{text}");
    assert!(text.contains("- { id: c, qroc: Où ?"), "{text}");
}

#[test]
fn the_commonest_mistakes_are_mended() {
    let (text, changes) = fixed(
        "  - id: a\n    q: La COG : quoi ?\n    a: > 38 °C\n  - id: b\n    cloze: {{La Cnam}} gère.\n  - id: c\n    qroc: Combien ?\n    answers: [0,5]\n  - id: d\n    q:Quand ?\n    a: 'L'été'\n",
    );
    assert_eq!(
        text,
        "  - id: a\n    q: \"La COG : quoi ?\"\n    a: \"> 38 °C\"\n  - id: b\n    cloze: \"{{La Cnam}} gère.\"\n  - id: c\n    qroc: Combien ?\n    answers: [\"0,5\"]\n  - id: d\n    q: Quand ?\n    a: \"L'été\"\n"
    );
    assert_eq!(changes.len(), 6);
    assert_eq!(read(format!("{HEAD}{text}").as_bytes(), &NoMedia).diagnostics, []);
}

#[test]
fn tabs_become_the_spaces_that_they_stood_for() {
    let (text, _) = fixed("\t- id: a\n\t\tq: Quoi ?\n\t\ta: Ceci.\n");
    assert_eq!(text, "  - id: a\n    q: Quoi ?\n    a: Ceci.\n");
    let (text, _) = fixed("  - id: a\n\tq: Quoi ?\n\ta: Ceci.\n");
    assert_eq!(text, "  - id: a\n    q: Quoi ?\n    a: Ceci.\n");
}

#[test]
fn a_mend_that_uncovers_the_next_goes_on() {
    let (text, _) = fixed("  - q: COG : quoi ?\n    a: CPG : cela\n    tags: [a : b]\n");
    assert_eq!(
        text,
        "  - id: cog-quoi\n    q: \"COG : quoi ?\"\n    a: \"CPG : cela\"\n    tags: [\"a : b\"]\n"
    );
}

#[test]
fn windows_line_ends_stay() {
    let source = format!("{HEAD}  - q: Quoi ?\n    a: Ceci.\n").replace('\n', "\r\n");
    let text = fix(&source, &NoMedia).text;
    assert!(text.contains("  - id: quoi\r\n    q: Quoi ?\r\n"), "{text:?}");
}

#[test]
fn a_file_that_stays_broken_stays_as_it_is() {
    let source = format!("{HEAD}  - q: La COG : quoi ?\n    a: \"Jamais fermé\n  - q: Qui ?\n    a: Lui\n");
    let fixed = fix(&source, &NoMedia);
    let line = source.lines().position(|line| line.contains("Jamais")).expect("there") + 1;
    let line = u32::try_from(line).expect("few");
    assert_eq!((fixed.text, fixed.refused), (source, Some(Refusal::StillBroken(line))));
    assert!(fixed.diagnostics.iter().any(|found| found.code == "unclosed-quote"));
}

#[test]
fn a_good_deck_with_ids_is_left_alone() {
    let source = format!("{HEAD}  - id: a\n    q: Quoi ?\n    a: Ceci.\n");
    let fixed = fix(&source, &NoMedia);
    assert_eq!((fixed.text, fixed.changes), (source, vec![]));
}

#[test]
fn the_other_card_of_a_pair_gets_no_name() {
    let cards = "  - q: Quoi ?\n    a: Ceci.\n  - q: Quoi ?\n    a: Ceci.\n";
    let (text, _) = fixed(cards);
    assert_eq!(text.matches("id:").count(), 1);
}
