//! What is written outside of the student's own folders.

use carabin::i18n::Lang;

use super::Home;

#[test]
fn what_lies_there_is_replaced_only_when_the_student_says_so() {
    let deck = "format: 1\ndeck: own\ntitle: T\nlanguage: fr\ncards:\n  - id: a\n    q: Un ?\n    a: '1'\n";
    let home = Home::with_deck(Lang::Fr, deck);
    assert_eq!(home.run(["study", "--plain", "--deck", "own"], "\n4\n").code, 0);
    for args in [
        &["export", "FILE", "--deck", "own"][..],
        &["deck", "pack", "own", "FILE"],
        &["journal", "export", "FILE"],
        &["journal", "export", "--anonymous", "FILE"],
        &["journal", "backup", "FILE"],
    ] {
        let with = |file: &str| args.iter().map(|arg| arg.replace("FILE", file)).collect::<Vec<_>>();
        home.write("cours.csv", "mon cours");
        let run = home.run(with("cours.csv"), "");
        assert!(run.code == 1 && run.stderr.contains("--yes"), "{args:?}: {run:?}");
        assert_eq!(std::fs::read_to_string(home.path("cours.csv")).expect("there"), "mon cours", "{args:?}");
        let run = home.run([with("cours.csv"), vec!["--yes".to_owned()]].concat(), "");
        assert_eq!(run.code, 0, "{args:?}: {run:?}");
        assert_ne!(std::fs::read(home.path("cours.csv")).expect("there"), b"mon cours", "{args:?}");
        let before = std::fs::read(home.path("data/journal.db")).expect("there");
        for inside in ["data/journal.db", "data/new.csv"] {
            let mut line = with(inside);
            line.push("--yes".to_owned());
            if args[0] == "export" {
                line.extend(["--to", "csv"].map(str::to_owned));
            }
            let run = home.run(line, "");
            assert!(run.code == 1 && run.stderr.contains("données de Carabin"), "{args:?}: {run:?}");
        }
        assert_eq!(std::fs::read(home.path("data/journal.db")).expect("there"), before, "{args:?}");
        assert!(!home.path("data/new.csv").exists());
    }
}
