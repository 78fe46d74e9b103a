//! Help for those who write decks: the guide and the skeleton of a new deck.

use carabin::i18n::Lang;

use super::Home;

#[test]
fn the_guide_comes_as_markdown_where_nobody_looks_with_the_reference_at_its_end() {
    for (lang, guide, reference) in [
        (
            Lang::Fr,
            include_str!("../../../assets/guide/fr.md"),
            include_str!("../../../assets/guide/format-fr.md"),
        ),
        (
            Lang::En,
            include_str!("../../../assets/guide/en.md"),
            include_str!("../../../assets/guide/format-en.md"),
        ),
    ] {
        let run = Home::new(lang).run(["deck", "guide"], "");
        assert_eq!((run.stdout, run.stderr.as_str(), run.code), (format!("{guide}\n{reference}"), "", 0));
    }
}

#[test]
fn a_new_deck_is_found_passes_the_check_and_asks_nothing_yet() {
    for (lang, word) in [(Lang::Fr, "1 avertissement"), (Lang::En, "1 warning")] {
        let home = Home::new(lang);
        let run = home.run(["deck", "new", "Néphro"], "");
        assert_eq!(run.code, 0, "{run:?}");
        let file = home.path("data/decks/nephro.yaml");
        assert!(run.stdout.contains("carabin deck check") && file.is_file(), "{run:?}");
        let check = home.run(["deck", "check", "data/decks/nephro.yaml"], "");
        // That it has no card yet is told.
        assert!(check.code == 0 && check.stdout.contains(word), "{check:?}");
        assert!(check.stderr.contains("no-cards"), "{check:?}");
        let list = home.run(["deck", "list"], "").stdout;
        assert!(list.lines().any(|line| line.contains("nephro") && line.contains(" 0/0")), "{list}");
    }
}

#[test]
fn a_new_deck_never_replaces_a_file_nor_takes_the_name_of_a_deck() {
    let home = Home::new(Lang::En);
    home.write("notes.yaml", "mine");
    for (name, told) in
        [("./notes.yaml", "notes.yaml exists already"), ("edn-019-reseau-fr", "already"), ("!", "no letter")]
    {
        let run = home.run(["deck", "new", name], "");
        assert!(run.code == 1 && run.stderr.contains(told) && run.stdout.is_empty(), "{run:?}");
    }
    assert_eq!(std::fs::read_to_string(home.path("notes.yaml")).expect("there"), "mine");
}

#[test]
fn a_new_deck_may_be_opened_at_once_and_is_checked_when_the_editor_closes() {
    let home = Home::new(Lang::En);
    let run = home.run(["deck", "new", "--edit", "cours/nephro"], "");
    assert!(run.code == 0 && run.stdout.contains("no errors, 1 warning"), "{run:?}");
    assert!(home.path("cours/nephro.yaml").is_file());
    let args = ["deck", "new", "--edit", "other"];
    let output = home.carabin().args(args).env("EDITOR", "/no/such/editor").output().expect("it runs");
    let told = String::from_utf8(output.stderr).expect("text");
    assert!(told.contains("/no/such/editor") && !output.status.success(), "{told}");
    assert!(home.path("data/decks/other.yaml").is_file(), "what was written stays");
}
