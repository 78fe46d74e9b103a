//! `carabin deck check`.

use carabin::i18n::Lang;

use super::Home;

const GOOD: &str =
    "format: 1\ndeck: good\ntitle: Good\nlanguage: en\ncards:\n  - id: a\n    q: One?\n    a: One\n";
const BAD: &str = "format: 1\ndeck: bad\ntitle: Bad\nlanguage: en\ncards:\n  - id: a\n    q: One?\n  - id: b\n    \
                   q: Two?\n    a: Two\n    colour: red\n";
const UNNAMED: &str = "format: 1\ndeck: unnamed\ntitle: Unnamed\nlanguage: en\ncards:\n  # kept\n  - q: Who votes?\n    a: Parliament\n";

fn home() -> Home {
    let home = Home::new(Lang::En);
    home.write("good.yaml", GOOD);
    home.write("bad.yaml", BAD);
    home.write("decks/one.yaml", GOOD);
    home.write("decks/two.yml", GOOD);
    home.write("decks/three/deck.yaml", &GOOD.replace("deck: good", "deck: other"));
    home.write("empty/readme.txt", "");
    home
}

#[test]
fn mistakes_are_told_as_rustc_does_with_a_sum_and_an_exit_code() {
    let home = home();
    let mut told = String::new();
    for paths in ["good.yaml", "bad.yaml", "bad.yaml good.yaml missing.yaml", "decks", "empty"] {
        told += &home.transcript(&format!("carabin deck check {paths}"), "");
        told.push('\n');
    }
    insta::assert_snapshot!(told);
}

#[test]
fn in_french_too() {
    let home = Home::new(Lang::Fr);
    home.write("bad.yaml", BAD);
    insta::assert_snapshot!(home.transcript("carabin deck check bad.yaml missing.yaml", ""));
}

#[test]
fn mending_tells_what_it_changed_and_changes_nothing_twice() {
    let home = Home::new(Lang::En);
    home.write("unnamed.yaml", UNNAMED);
    let mut told = home.transcript("carabin deck check unnamed.yaml", "");
    told += &home.transcript("carabin deck check --fix unnamed.yaml", "");
    told += &home.transcript("carabin deck check --fix unnamed.yaml", "");
    told += &std::fs::read_to_string(home.path("unnamed.yaml")).expect("there");
    insta::assert_snapshot!(told);
}

#[cfg(unix)]
#[test]
fn a_mended_file_keeps_its_permissions_and_a_link_stays_a_link() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new(Lang::En);
    let file = home.write("real.yaml", UNNAMED);
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).expect("set");
    std::os::unix::fs::symlink(&file, home.path("link.yaml")).expect("linked");
    assert_eq!(home.run(["deck", "check", "--fix", "link.yaml"], "").code, 0);
    assert!(home.path("link.yaml").is_symlink());
    let mode = std::fs::metadata(&file).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert!(std::fs::read_to_string(&file).expect("there").contains("- id: "));
}

#[test]
fn mistakes_are_coloured_when_that_is_wanted_and_only_then() {
    let home = home();
    let check = |args: &[&str], variable: Option<(&str, &str)>| {
        let mut command = home.carabin();
        command.args(["deck", "check", "bad.yaml"]).args(args).envs(variable);
        let output = command.output().expect("it runs");
        (output.stdout.contains(&0x1b), output.stderr.contains(&0x1b))
    };
    assert_eq!(check(&[], None), (false, false), "a pipe");
    assert!(check(&["--color", "always"], None).1);
    assert_eq!(check(&["--color", "never"], Some(("CLICOLOR_FORCE", "1"))), (false, false));
    assert!(check(&[], Some(("CLICOLOR_FORCE", "1"))).1);
    assert!(check(&["--color", "always"], Some(("NO_COLOR", "1"))).1);
}

#[test]
fn decks_are_checked_by_their_names_and_all_of_them_without_one() {
    let home = Home::new(Lang::En);
    let mut told = home.transcript("carabin deck check", "");
    home.write("data/decks/sound.yaml", &UNNAMED.replace("deck: ", "deck: x-"));
    home.write("data/decks/wrong.yaml", "format: 1\ndeck: [wrong\n");
    home.write("data/decks/quote.yaml", &format!("{UNNAMED}  - q: \"Jamais fermé\n    a: x\n"));
    for line in [
        "carabin deck check",
        "carabin deck check wrong",
        "carabin deck check edn-019-missions-fr",
        "carabin deck check nowhere",
        "carabin deck check --fix",
    ] {
        told += &home.transcript(line, "");
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_bundled_deck_that_was_broken_comes_back() {
    let home = Home::new(Lang::En);
    let mut told = String::new();
    let mut tell = |line: &str| told += &home.transcript(line, "");
    tell("carabin deck reset edn-019-missions-fr");
    let bundled = std::fs::read_to_string("decks/edn-019-missions-fr.yaml").expect("there");
    let (first, rest) = bundled.split_once("cards:").expect("cards");
    let copy = format!("# carabin-base: edn-019-missions-fr 1 0123456789abcdef\n{first}cards: [{rest}");
    home.write("data/decks/edn-019-missions-fr.yaml", &copy);
    tell("carabin deck diff edn-019-missions-fr");
    tell("carabin deck reset edn-019-missions-fr");
    tell("carabin deck reset edn-019-missions-fr --yes");
    tell("carabin deck diff edn-019-missions-fr");
    tell("carabin deck reset nowhere");
    home.write("data/decks/own.yaml", UNNAMED);
    tell("carabin deck reset unnamed");
    tell("carabin deck diff unnamed");
    let kept = home.path("data/decks/.removed/edn-019-missions-fr/edn-019-missions-fr.yaml");
    assert_eq!(std::fs::read_to_string(kept).expect("kept"), copy);
    insta::assert_snapshot!(told);
}
