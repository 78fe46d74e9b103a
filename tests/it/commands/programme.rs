//! `carabin programme`: the list of items and objectives, and how they stand.

use carabin::i18n::Lang;

use super::Home;

/// A list that nobody publishes: five objectives, three items.
const LIST: &str = include_str!("../programme.csv");

/// A card for each way in which an objective can stand.
const DECK: &str = include_str!("../programme.yaml");

fn home(lang: Lang) -> Home {
    let home = Home::with_deck(lang, &DECK.replace("language: fr", &format!("language: {}", lang.code())));
    home.write("liste.csv", LIST);
    home
}

#[test]
fn a_list_is_shown_first_and_kept_when_the_student_agrees() {
    let home = home(Lang::Fr);
    let mut told = home.transcript("carabin programme import liste.csv --dry-run", "");
    told += &home.transcript("carabin programme import liste.csv", "n\n");
    assert!(!home.path("data/decks/programme.json").exists(), "nothing is written");
    told += &home.transcript("carabin programme import liste.csv", "o\n");
    told += &home.transcript("carabin programme import liste.csv --yes", "");
    told += &home.transcript("carabin programme", "");
    told += &home.transcript("carabin programme show", "");
    told += &home.transcript("carabin programme show --missing --rank A", "");
    told += &home.transcript("carabin programme show oedeme --rank B", "");
    told += &home.transcript("carabin programme show 43", "");
    insta::assert_snapshot!(told);
}

#[test]
fn importing_again_replaces_the_list_and_says_what_has_changed() {
    let home = home(Lang::En);
    assert_eq!(home.run(["programme", "import", "liste.csv", "--yes"], "").code, 0);
    let other = "number,title,rank\nOIC-041-09-A,Connaître les missions inventées d'une caisse,\n\
        OIC-041-10-B,Décrire une convention,\nOIC-042-01-A,\"Citer les étapes d'une démarche qui n'existe pas\",A\n\
        OIC-044-01-B,Nouveau,B\n";
    home.write("other.csv", other);
    let mut told = home.transcript("carabin programme import other.csv --yes", "");
    told += &home.transcript("carabin programme show", "");
    insta::assert_snapshot!(told);
}

#[test]
fn bad_rows_are_named_with_what_to_do() {
    let home = home(Lang::Fr);
    home.write(
        "mal.csv",
        "id;titre;rang;item\nOIC-041-01-A;Un;A;41\n;Sans rien;A;\nOIC-041-02;Sans rang;;\nOIC-041-03-A;Autre rang;B;\n\
         OIC-368-01-A;Hors programme;;\nOIC-041-04-C;Rang C;;\nOIC-041-05-A;Autre item;;42\nOIC-041-01-A;Double;;\n\
         OIC-041-01-B;Deux rangs;;\nx\u{1b}[31m;Rien;;\n",
    );
    home.write("vide.csv", "titre;rang\nUn;A\n");
    let mut told = home.transcript("carabin programme import mal.csv --yes", "");
    told += &home.transcript("carabin programme import vide.csv --yes", "");
    told += &home.transcript("carabin programme import absent.csv", "");
    insta::assert_snapshot!(told);
}

#[test]
fn the_list_goes_out_and_comes_back_the_same() {
    let home = home(Lang::En);
    let mut told = home.transcript("carabin programme export list.csv", "");
    assert_eq!(home.run(["programme", "import", "liste.csv", "--yes"], "").code, 0);
    told += &home.transcript("carabin programme export list.csv", "");
    told += &std::fs::read_to_string(home.path("list.csv")).expect("the list");
    told += &home.transcript("carabin programme import list.csv --yes", "");
    told += &home.transcript("carabin programme remove --yes", "");
    told += &home.transcript("carabin programme remove --yes", "");
    told += &home.transcript("carabin programme", "");
    insta::assert_snapshot!(told);
}

#[cfg(unix)]
#[test]
fn the_list_is_readable_by_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = home(Lang::Fr);
    assert_eq!(home.run(["programme", "import", "liste.csv", "--yes"], "").code, 0);
    let metadata = std::fs::metadata(home.path("data/decks/programme.json")).expect("there");
    assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_damaged_list_stops_neither_studying_nor_the_figures_and_can_be_replaced() {
    let home = home(Lang::Fr);
    home.write("data/decks/programme.json", "{\"programme\": 1");
    let run = home.run(["programme"], "");
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("Importez la liste de nouveau"), "{}", run.stderr);
    assert_eq!(home.run(["stats"], "").code, 0);
    assert_eq!(home.run(["study", "--plain", "--deck", "own"], "\n3\nq\n").code, 0);
    assert_eq!(home.run(["programme", "import", "liste.csv", "--yes"], "").code, 0);
    assert_eq!(home.run(["programme"], "").code, 0);
}

#[test]
fn what_is_forgotten_is_weak_and_what_holds_a_week_is_retained() {
    let mut home = home(Lang::Fr);
    assert_eq!(home.run(["programme", "import", "liste.csv", "--yes"], "").code, 0);
    // Easy, then again three days later for the one and not for the other.
    home.run(["study", "--plain", "--card", "own/a", "--card", "own/b"], "\n4\n\n4\n");
    let status = |home: &Home, id: &str| {
        let run = home.run(["programme", "show", id, "--json"], "");
        let lines: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        lines[0]["status"].as_str().expect("a status").to_owned()
    };
    assert_eq!(status(&home, "OIC-041-09-A"), "retained");
    home.on_day(29);
    home.run(["study", "--plain", "--card", "own/b"], "\n1\n");
    assert_eq!(status(&home, "OIC-041-10-A"), "weak");
    assert_eq!(status(&home, "OIC-041-09-A"), "retained");
    assert_eq!(status(&home, "OIC-042-01-A"), "aside");
    assert_eq!(status(&home, "OIC-042-02-B"), "missing");
    let run = home.run(["programme", "--json"], "");
    let all: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let a = &all["ranks"][0];
    let figures = ["objectives", "covered", "retained", "weak", "missing"].map(|name| a[name].as_u64());
    assert_eq!(figures, [Some(3), Some(2), Some(1), Some(1), Some(0)]);
}

#[test]
fn in_lines_the_programme_is_told_and_what_it_tells_can_be_studied() {
    let home = home(Lang::Fr);
    assert_eq!(home.run(["programme", "import", "liste.csv", "--yes"], "").code, 0);
    let run = home.run(["study", "--plain", "--deck", "own"], "accueil\nquitter\n");
    assert_eq!(run.code, 0);
    let mut told = String::new();
    for input in ["programme\nprogramme 41\n2\nq\n", "programme sans carte B\nprogramme zzz\nquitter\n"] {
        let run = home.run(Vec::<String>::new(), input);
        assert_eq!(run.code, 0, "{}", run.stderr);
        told += &run.stdout;
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_damaged_programme_is_kept_aside_and_that_of_a_newer_carabin_is_not_replaced() {
    let home = home(Lang::Fr);
    home.write("data/decks/programme.json", "{\"programme\":1,");
    let run = home.run(["programme", "import", "liste.csv", "--yes"], "");
    assert!(run.code == 0 && run.stdout.contains("programme.bad.json"), "{run:?}");
    let aside = std::fs::read_to_string(home.path("data/decks/programme.bad.json")).expect("kept");
    assert_eq!(aside, "{\"programme\":1,");
    let newer = "{\"programme\":2,\"more\":[]}";
    home.write("data/decks/programme.json", newer);
    let run = home.run(["programme", "import", "liste.csv", "--yes"], "");
    assert!(run.code == 1 && run.stderr.contains("plus récent"), "{run:?}");
    assert_eq!(std::fs::read_to_string(home.path("data/decks/programme.json")).expect("there"), newer);
}
