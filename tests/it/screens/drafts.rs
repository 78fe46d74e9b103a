//! Proposed cards on the screen.

use carabin::i18n::Lang;

use super::student::Student;

const DECK: &str = "format: 1\ndeck: own\ntitle: Le rein\nlanguage: fr\ncards:\n  \
    - id: a\n    cloze: Le rein règle la {{pression artérielle}} et filtre le {{plasma::sang}}.\n    note: D'après un cours.\n    draft: true\n  \
    - id: b\n    qru: Où est le rein ?\n    options:\n      - correct: Derrière\n        why: En arrière du péritoine\n      - wrong: Devant\n    draft: true\n  \
    - id: c\n    q: Déjà une carte ?\n    a: Oui\n";

fn file(student: &Student) -> String {
    std::fs::read_to_string(student.home.path().join("data/decks/own.yaml")).expect("the deck")
}

#[test]
fn proposals_are_decided_on_one_by_one_and_taken_back() {
    for size in [(80, 24), (40, 12)] {
        let mut student = Student::with_deck(Lang::Fr, size, DECK);
        let mut seen = vec![student.screen()];
        let mut press = |student: &mut Student, key| {
            student.press(key);
            seen.push(student.screen());
        };
        press(&mut student, "d");
        press(&mut student, " ");
        press(&mut student, "r");
        assert!(!file(&student).contains("id: b") && file(&student).contains("draft: true"));
        press(&mut student, "u");
        assert_eq!(file(&student), DECK, "taken back to the last byte");
        press(&mut student, "q");
        press(&mut student, "d");
        press(&mut student, "a");
        assert_eq!(file(&student), DECK.replacen("    draft: true\n", "", 1));
        press(&mut student, "<enter>");
        assert_eq!(file(&student), DECK.replace("    draft: true\n", ""));
        insta::assert_snapshot!(format!("proposals_fr_{}", size.0), seen.join("\n"));
    }
}
