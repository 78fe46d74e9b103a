//! Decks of others, from the package that a friend sends to the update half a year later.

use carabin::i18n::Lang;

use super::Home;

const FIRST: &str = "format: 1
deck: cardio
title: Cœur et vaisseaux
language: de
version: \"1.0\"
contact: lea@example.org
cards:
  - id: hta
    q: Que signifie HTA ?
    a: Hypertension artérielle
  - id: premier
    qru: Que propose-t-on d'abord ?
    options:
      - { correct: Des règles hygiéno-diététiques, why: Toujours. }
      - { wrong: Rien, why: Jamais. }
  - id: repos
    cloze: La {{tension}} se mesure au repos.
";

/// A home where only this deck is studied.
fn home(lang: Lang) -> Home {
    let home = Home::new(lang);
    for setting in [["set", "languages", "de"], ["set", "fuzz", "false"]] {
        assert_eq!(home.run(setting, "").code, 0);
    }
    home
}

fn told(lang: Lang) -> String {
    let home = home(lang);
    home.write("friend/cardio/deck.yaml", FIRST);
    let mut all = String::new();
    let mut tell = |line: &str, input: &str| {
        all += &home.transcript(line, input);
        all.push('\n');
    };
    tell("carabin deck add friend/nowhere.zip", "");
    tell("carabin deck add http://example.org/cardio.zip", "");
    tell("carabin deck add friend/cardio", "");
    tell("carabin deck add friend/cardio", "");
    let mine = std::fs::read_to_string(home.path("data/decks/cardio/deck.yaml")).expect("there");
    home.write("data/decks/cardio/deck.yaml", &mine.replace("HTA ?", "HTA, au juste ?"));
    tell("carabin deck diff cardio", "");
    tell("carabin card report cardio/premier", "");
    tell("carabin card report edn-019-missions-fr/nulle-part", "");
    let second = FIRST
        .replace("\"1.0\"", "\"1.1\"")
        .replace("Jamais.", "Jamais de la vie.")
        .replace("  - id: repos\n    cloze: La {{tension}} se mesure au repos.\n", "")
        + "  - id: limite\n    qroc: À partir de quelle systolique, en mmHg ?\n    answers: 140\n";
    home.write("friend/cardio/deck.yaml", &second);
    tell("carabin deck update --dry-run", "");
    tell("carabin deck update cardio", "");
    tell("carabin deck update --yes", "");
    tell("carabin deck update", "");
    tell("carabin deck update autre", "");
    tell("carabin deck pack cardio envoi.zip", "");
    tell("carabin deck remove cardio", "");
    tell("carabin deck remove cardio --yes", "");
    tell("carabin deck update", "");
    all
}

#[test]
fn a_deck_of_others_comes_changes_and_goes_in_french() {
    insta::assert_snapshot!(told(Lang::Fr));
}

#[test]
fn a_deck_of_others_comes_changes_and_goes_in_english() {
    insta::assert_snapshot!(told(Lang::En));
}

#[test]
fn an_update_keeps_schedules_notes_and_flags() {
    let home = home(Lang::En);
    home.write("friend/cardio/deck.yaml", FIRST);
    assert_eq!(home.run(["deck", "add", "friend/cardio"], "").code, 0);
    // "Easy", a note, a flag.
    let run = home.run(["study", "--plain", "--limit", "1"], "\nnote My own words.\nf\n4\n");
    assert_eq!(run.code, 0, "{run:?}");
    let shown = |card: &str| home.run(["card", "show", card, "--json"], "").stdout;
    let before: serde_json::Value = serde_json::from_str(&shown("cardio/hta")).expect("JSON");
    assert_eq!(before["own_note"], "My own words.", "{before}");
    let moved = FIRST.replace("Que signifie HTA ?", "Que veut dire HTA ?");
    let (head, cards) = moved.split_once("cards:\n").expect("cards");
    let (first, rest) = cards.split_once("  - id: premier").expect("a second card");
    home.write("friend/cardio/deck.yaml", &format!("{head}cards:\n  - id: premier{rest}{first}"));
    assert_eq!(home.run(["deck", "update", "--yes"], "").code, 0);
    let after: serde_json::Value = serde_json::from_str(&shown("cardio/hta")).expect("JSON");
    for key in ["own_note", "schedules"] {
        assert_eq!(after.get(key), before.get(key), "{key}");
    }
    assert_ne!(after, before, "its text has changed");
}

#[test]
fn a_git_repository_is_a_source_like_any_other() {
    let home = home(Lang::En);
    home.write("repository/decks/cardio.yaml", FIRST);
    home.write("repository/.git-ignored/hook", "x");
    let git = |args: &[&str]| {
        let mut command = std::process::Command::new("git");
        command.current_dir(home.path("repository")).args([
            "-c",
            "user.name=Léa",
            "-c",
            "user.email=lea@example.org",
        ]);
        assert!(command.args(args).output().expect("git runs").status.success(), "{args:?}");
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "Premier jet"]);
    let url = format!("file://{}", home.path("repository").display());
    let run = home.run(["deck", "add", url.as_str()], "");
    assert_eq!(run.code, 0, "{run:?}");
    home.write("repository/decks/cardio.yaml", &FIRST.replace("Jamais.", "Jamais de la vie."));
    git(&["commit", "--quiet", "-a", "-m", "Un pourquoi"]);
    let run = home.run(["deck", "update", "--yes"], "");
    assert!(run.code == 0 && run.stdout.contains("premier"), "{run:?}");
    let text = std::fs::read_to_string(home.path("data/decks/cardio/deck.yaml")).expect("there");
    assert!(text.contains("Jamais de la vie."));
}

#[test]
fn a_repository_beside_me_is_found_again_from_elsewhere() {
    let home = home(Lang::En);
    home.write("work/decks/cardio.yaml", FIRST);
    let git = |folder: &str, args: &[&str]| {
        let mut command = std::process::Command::new("git");
        command.current_dir(home.path(folder)).args(["-c", "user.name=L", "-c", "user.email=l@example.org"]);
        assert!(command.args(args).output().expect("git runs").status.success(), "{args:?}");
    };
    git("work", &["init", "--quiet"]);
    git("work", &["add", "."]);
    git("work", &["commit", "--quiet", "-m", "Premier jet"]);
    git("", &["clone", "--quiet", "--bare", "work", "decks.git"]);
    let run = home.run(["deck", "add", "./decks.git"], "");
    assert_eq!(run.code, 0, "{run:?}");
    let mut command = home.carabin();
    command.current_dir(home.path("work")).args(["deck", "update", "--dry-run"]).assert().success();
}

#[test]
fn what_the_student_changed_is_kept_when_a_deck_is_removed() {
    let home = home(Lang::Fr);
    home.write("friend/cardio/deck.yaml", FIRST);
    assert_eq!(home.run(["deck", "add", "friend/cardio"], "").code, 0);
    home.write("data/decks/cardio/deck.yaml", &FIRST.replace("HTA ?", "HTA, au juste ?"));
    let run = home.run(["deck", "remove", "cardio", "--yes"], "");
    assert!(run.code == 0 && run.stdout.contains(".removed/cardio"), "{run:?}");
    let kept = std::fs::read_to_string(home.path("data/decks/.removed/cardio/deck.yaml")).expect("kept");
    assert!(kept.contains("HTA, au juste ?"));
    assert!(!home.run(["deck", "list"], "").stdout.contains("cardio"));
}

#[test]
fn a_tutor_gathers_what_students_choose_to_send() {
    let tutor = home(Lang::En);
    tutor.write("data/decks/cardio.yaml", FIRST);
    for (student, answers) in [("lea", "\n3\na\n3\n"), ("sam", "\n1\nb\n1\n")] {
        let home = home(Lang::En);
        home.write("data/decks/cardio.yaml", FIRST);
        assert_eq!(home.run(["set", "new-order", "file"], "").code, 0);
        assert_eq!(home.run(["study", "--plain"], answers).code, 0);
        let file = tutor.path(format!("{student}.jsonl"));
        let args = ["journal", "export", "--anonymous", file.to_str().expect("a path")];
        assert_eq!(home.run(args, "").code, 0);
    }
    // A file that is sent twice counts once.
    let run = tutor.run(["deck", "results", "lea.jsonl", "sam.jsonl", "sam.jsonl", "--json"], "");
    let results: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!((&results["students"], &results["answers"]), (&2.into(), &4.into()), "{results}");
    let question = &results["questions"][0];
    assert_eq!((&question["card"], &question["mean"]), (&"cardio/premier".into(), &0.5.into()), "{results}");
    let counts: Vec<_> =
        question["options"].as_array().expect("options").iter().map(|o| &o["count"]).collect();
    assert_eq!(counts, [1, 1], "{results}");
    let run = tutor.run(["deck", "results", "data/decks/cardio.yaml"], "");
    assert!(run.code == 1 && run.stderr.contains("anonymous"), "{run:?}");
}
