//! `carabin exam` as lines: a whole exam, papers that friends share, what was sat before.

use carabin::i18n::Lang;

use super::Home;

const FR: &str = include_str!("../screens/exam-fr.yaml");
const EN: &str = include_str!("../screens/exam-en.yaml");

/// A wrong line, a word of each sort, the case, the almost right answer decided, two corrections.
const FRENCH: &str = "
aide
aller 3
drapeau
précédente
9
a
sofhia
temps
aller 5
copie

irm
a
rendre
rendre
0,5

1
fin
";

fn exam(home: &Home, more: &str, input: &str) -> String {
    home.transcript(&format!("carabin exam --plain --item 7 --seed 7{more}"), input)
}

#[test]
fn a_whole_exam_in_french() {
    insta::assert_snapshot!(exam(&Home::with_deck(Lang::Fr, FR), "", FRENCH));
}

#[test]
fn a_whole_exam_in_english() {
    let input = FRENCH.replace("0,5", "0.5").replace("irm", "mri");
    insta::assert_snapshot!(exam(&Home::with_deck(Lang::En, EN), "", &input));
}

/// Sits a paper: the first question's first option, the rest blank.
fn sit(home: &Home, args: &str, answer: &str) -> String {
    let line = format!("carabin exam --plain {args}");
    home.transcript(line.trim_end(), &format!("\n{answer}\nrendre\nrendre\nfin\nfin\n"))
}

#[test]
fn an_exam_that_the_end_of_the_input_cuts_off_goes_on_where_it_was() {
    let home = Home::with_deck(Lang::En, EN);
    assert!(exam(&home, "", "\na\n").contains("Question 2 of 5"));
    let refused = home.run(["exam", "--plain", "--item", "7"], "");
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("carabin exam abandon"), "{}", refused.stderr);
    let again = home.run(["exam", "--plain"], "previous\noverview\nquit\n");
    assert!(again.stdout.contains("The exam goes on where you left it"), "{}", again.stdout);
    assert!(again.stdout.contains("1 answer of 5"), "{}", again.stdout);
    assert_eq!(
        home.transcript("carabin exam abandon", ""),
        "$ carabin exam abandon\nThe exam under way is given up.\n"
    );
    let none = home.transcript("carabin exam abandon", "");
    assert!(none.contains("no exam is under way"), "{none}");
}

#[cfg(unix)]
#[test]
fn the_exam_under_way_is_readable_by_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::with_deck(Lang::En, EN);
    exam(&home, "", "\na\n");
    for path in ["data/exams", "data/exams/under-way.json"] {
        let mode = std::fs::metadata(home.path(path)).expect("there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{path}");
    }
}

#[test]
fn a_paper_is_saved_shared_and_sat_identically() {
    let (home, friend) = (Home::with_deck(Lang::En, EN), Home::with_deck(Lang::En, EN));
    let saved = home.transcript("carabin exam --item 7 --seed 7 --save-paper paper.txt", "");
    assert!(saved.contains("5 questions in 9 minutes"), "{saved}");
    let text = std::fs::read_to_string(home.path("paper.txt")).expect("a paper");
    assert!(text.starts_with("carabin-paper: 1\nlanguage: en\nminutes: 9\nseed: 7\n"), "{text}");
    let again = home.transcript("carabin exam --item 7 --seed 7 --save-paper paper.txt", "");
    assert!(again.contains("exit code 1"), "an existing file stays: {again}");
    friend.write("paper.txt", &text);
    let (mine, theirs) = (sit(&home, "--paper paper.txt", "a"), sit(&friend, "--paper paper.txt", "b"));
    let questions = |told: &str| {
        let lines = told.lines().filter(|line| line.starts_with("Question ") || line.starts_with("A. "));
        lines.take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(questions(&mine), questions(&theirs), "the same questions, the options in the same order");
    let result = friend.run(["exam", "show", "--json"], "").stdout;
    home.write("friend.json", &result);
    let compared = home.run(["exam", "compare", "1", "friend.json"], "");
    assert_eq!(compared.code, 0, "{compared:?}");
    assert!(compared.stdout.contains("/20"), "{}", compared.stdout);
    let json = home.run(["exam", "compare", "1", "friend.json", "--json"], "");
    assert!(json.stdout.contains("\"questions\""), "{}", json.stdout);
}

#[test]
fn what_is_missing_of_a_paper_or_has_another_text_is_told() {
    let home = Home::with_deck(Lang::En, EN);
    home.run(["exam", "--item", "7", "--seed", "7", "--save-paper", "paper.txt"], "");
    let text = EN.replace("Which question is isolated?", "Which question stands alone?");
    let text = text.replace("id: qroc\n", "id: other\n");
    home.write("data/decks/own.yaml", &text);
    let told = sit(&home, "--paper paper.txt", "a");
    assert!(told.contains("is in none of your decks and will be missing: examen/qroc"), "{told}");
    assert!(told.contains("so it will be missing: examen/qru"), "{told}");
    assert!(told.contains("Question 1 of 3"), "{told}");
}

#[test]
fn a_question_that_changes_while_the_exam_is_under_way_is_annulled() {
    let home = Home::with_deck(Lang::En, EN);
    exam(&home, "", "\n");
    home.write("data/decks/own.yaml", &EN.replace("Which question is isolated?", "Which one stands alone?"));
    let told = home.run(["exam", "--plain"], "hand in\nhand in\nquit\n").stdout;
    assert!(told.contains("One question is annulled"), "{told}");
    assert!(told.contains("over 4 questions"), "{told}");
}

#[test]
fn what_was_sat_is_listed_shown_and_compared() {
    let home = Home::with_deck(Lang::En, EN);
    let mut told = home.transcript("carabin exam list", "");
    sit(&home, "--item 7 --seed 7", "a");
    sit(&home, "--item 7 --seed 7", "b");
    for line in ["carabin exam list", "carabin exam show", "carabin exam compare 1 2", "carabin exam show 9"]
    {
        told.push_str(&home.transcript(line, ""));
    }
    let other = sit(&home, "--item 7 --rank B", "a");
    assert!(other.contains("Question 1 of 1"), "{other}");
    told.push_str(&home.transcript("carabin exam compare 1 3", ""));
    told.push_str(&home.transcript("carabin exam compare 1 nothing.json", ""));
    insta::assert_snapshot!(told);
    let json = home.run(["exam", "list", "--json"], "").stdout;
    assert_eq!(json.matches("\"number\"").count(), 3, "{json}");
}

#[test]
fn a_unit_that_the_decks_cannot_fill_says_so_and_offers_what_there_is() {
    let home = Home::with_deck(Lang::En, EN);
    let told = home.run(["exam", "--plain", "--edn", "--item", "7", "--extra-time", "1/3"], "quit\n").stdout;
    assert!(told.contains("A unit of the EDN has 90 to 110 questions; your decks have only 5."), "{told}");
    assert!(told.contains("5 questions in 12 minutes"), "{told}");
}

#[test]
fn what_is_no_paper_and_what_nothing_fits_is_refused() {
    let home = Home::with_deck(Lang::En, EN);
    home.write("deck.txt", "format: 1\n");
    let mut told = String::new();
    for line in [
        "carabin exam --plain --item 300",
        "carabin exam --plain --paper nowhere.txt",
        "carabin exam --plain --paper deck.txt",
        "carabin exam --extra-time 4/3",
        "carabin exam --edn --questions 5",
        "carabin exam --paper deck.txt --rank A",
    ] {
        told.push_str(&home.transcript(line, ""));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn an_exam_that_was_handed_in_is_not_taken_up_again_after_a_crash() {
    let home = Home::with_deck(Lang::En, EN);
    exam(&home, "", "\na\n");
    let file = home.path("data/exams/under-way.json");
    let kept = std::fs::read_to_string(&file).expect("kept");
    home.run(["exam", "--plain"], "hand in\nhand in\nquit\nquit\n");
    assert!(!file.exists());
    // As if the program had died after the journal had it, and before the file was gone.
    home.write("data/exams/under-way.json", &kept);
    let told = home.transcript("carabin exam abandon", "");
    assert!(told.contains("no exam is under way"), "{told}");
    assert_eq!(home.run(["exam", "list", "--json"], "").stdout.matches("\"number\"").count(), 1);
}

#[test]
fn a_damaged_exam_blocks_nothing_but_exams_and_can_be_given_up() {
    let home = Home::with_deck(Lang::En, EN);
    home.write("data/exams/under-way.json", "{");
    let told = home.transcript("carabin exam --plain --item 7", "");
    assert!(told.contains("carabin exam abandon") && told.contains("exit code 1"), "{told}");
    assert_eq!(home.run(["stats"], "").code, 0);
    assert_eq!(home.run(["exam", "abandon"], "").code, 0);
    assert!(exam(&home, "", "quit\n").contains("5 questions in 9 minutes"));
}

/// A script concordance test of an author who has asked a panel.
const SCRIPTS: &str = "format: 1
deck: scripts
title: Scripts
language: fr
cards:
  - id: toux
    tcs: Mme B., 40 ans, tousse depuis trois semaines.
    questions:
      - { id: a, hypothesis: une coqueluche, finding: une toux émétisante, votes: { -2: 0, -1: 1, 0: 2, 1: 9, 2: 3 } }
      - { id: b, hypothesis: un reflux, finding: un pyrosis, votes: { -2: 0, -1: 0, 0: 2, 1: 3, 2: 10 } }
      - { id: c, hypothesis: une embolie, finding: des D-dimères négatifs, votes: { -2: 12, -1: 3, 0: 0, 1: 0, 2: 0 } }
";

#[test]
fn a_script_concordance_test_is_marked_by_its_panel_and_a_demonstration_is_never_set() {
    let home = Home::with_deck(Lang::Fr, SCRIPTS);
    // +1, the panel's choice; +1 again, 3 of 10; −2 by its number.
    let run = home.run(
        ["exam", "--deck", "scripts", "--questions", "3", "--plain"],
        "\n+1\n4\n1\nrendre\nrendre\nquitter\n",
    );
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("15,33/20 sur 3 questions"), "{}", run.stdout);
    let demonstration = SCRIPTS.replace("  - id: toux\n", "  - id: toux\n    tags: demonstration\n");
    let home = Home::with_deck(Lang::Fr, &demonstration);
    let run = home.run(["exam", "--deck", "scripts", "--questions", "3", "--plain"], "quitter\n");
    assert_ne!(run.code, 0, "{run:?}");
}
