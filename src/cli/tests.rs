//! What holds for the whole tree of commands, and what the arguments become.

use std::{collections::BTreeSet, ffi::OsString, path::PathBuf};

use clap::{CommandFactory, ValueEnum};
use clap_complete::Shell;
use jiff::civil::date;

use super::{args::Root, selection::Selection, *};
use crate::{
    card::{Item, Rank},
    i18n::Lang,
    study::Setting,
};

fn parse_line(line: &str) -> Result<Command, Failure> {
    let args: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
    parse(&args, &Messages::new(Lang::En), 80)
}

fn parsed(line: &str) -> Command {
    parse_line(line).unwrap_or_else(|failure| panic!("{line}: {}", failure.page.render(false)))
}

/// Every command of the tree with its path.
fn every_command(command: &clap::Command, path: &[String], found: &mut Vec<(Vec<String>, clap::Command)>) {
    found.push((path.to_vec(), command.clone()));
    for child in command.get_subcommands() {
        let mut path = path.to_vec();
        path.push(child.get_name().to_owned());
        every_command(child, &path, found);
    }
}

fn commands(root: &clap::Command) -> Vec<(Vec<String>, clap::Command)> {
    let mut found = Vec::new();
    every_command(root, &[], &mut found);
    found
}

/// The messages that the tree needs: about texts, arguments and examples.
fn needed() -> BTreeSet<String> {
    let mut ids = BTreeSet::from(["cli-global-arg-help".to_owned(), "cli-global-arg-version".to_owned()]);
    for (path, command) in commands(&Root::command()) {
        let key = tree::key(&path);
        ids.insert(format!("cli-{key}-about"));
        for arg in command.get_arguments() {
            let owner = if arg.is_global_set() { "global" } else { key.as_str() };
            ids.insert(format!("cli-{owner}-arg-{}", arg.get_id().as_str().replace('_', "-")));
        }
        ids.extend(examples::of(&key).iter().map(|example| example.id.to_owned()));
    }
    ids
}

#[test]
fn clap_finds_nothing_wrong_with_the_tree() {
    for lang in Lang::ALL {
        tree::localised(&Words::new(&Messages::new(lang), 80)).debug_assert();
    }
}

#[test]
fn every_command_argument_and_example_is_explained_in_both_languages() {
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        let missing: Vec<_> = needed().into_iter().filter(|id| !messages.has(id)).collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
    }
}

/// What begins the id of a message.
const PREFIXES: [&str; 11] = [
    "answer-", "cli-", "event-", "hint-", "home-", "kind-", "plain-", "summary-", "true-", "waiting-",
    "error-",
];

#[test]
fn every_message_that_is_named_exists() {
    let sources = sources_below(concat!(env!("CARGO_MANIFEST_DIR"), "/src/cli").as_ref());
    let messages = Messages::new(Lang::En);
    let catalogue = concat!(
        include_str!("../../assets/locales/en/cli.ftl"),
        include_str!("../../assets/locales/en/app.ftl")
    );
    for text in sources.split('"') {
        let id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let named = PREFIXES.iter().any(|prefix| text.starts_with(prefix)) && !PREFIXES.contains(&text);
        if named && text.chars().all(id) {
            // The beginning of an id is completed where it is named.
            let begins = text.ends_with('-') && catalogue.contains(&format!("\n{text}"));
            assert!(begins || messages.has(text), "{text}");
        }
    }
}

fn sources_below(folder: &std::path::Path) -> String {
    let entries = std::fs::read_dir(folder).expect("the sources");
    let paths = entries.map(|entry| entry.expect("a file").path());
    let text = |path: PathBuf| {
        if path.is_dir() { sources_below(&path) } else { std::fs::read_to_string(path).expect("a source") }
    };
    paths.map(text).collect()
}

#[test]
fn no_message_of_the_command_line_is_left_over() {
    let mut sources = sources_below(concat!(env!("CARGO_MANIFEST_DIR"), "/src/cli").as_ref());
    // What `card show` prints is made for the screens, too.
    sources.push_str(include_str!("../app/card_page.rs"));
    let needed = needed();
    let built = |id: &str| {
        [
            "cli-heading-",
            "cli-value-",
            "cli-man-heading-",
            "cli-stats-column-",
            "cli-list-column-",
            "cli-paths-",
            "cli-journal-column-",
            "cli-guide-record-",
            "cli-guide-form-",
        ]
        .iter()
        .any(|start| id.starts_with(start))
            || ["-long", "-more", "-usage"].iter().any(|end| {
                id.strip_suffix(end)
                    .is_some_and(|stem| needed.contains(stem) || needed.contains(&format!("{stem}-about")))
            })
    };
    for line in include_str!("../../assets/locales/en/cli.ftl").lines() {
        let Some((id, _)) = line.split_once(" = ").filter(|_| line.starts_with("cli-")) else { continue };
        assert!(
            needed.contains(id) || built(id) || sources.contains(&format!("\"{id}\"")),
            "nobody says {id}"
        );
    }
}

#[test]
fn the_name_of_a_value_is_translated_or_lists_what_may_be_typed() {
    let messages = Messages::new(Lang::Fr);
    for (path, command) in commands(&Root::command()) {
        for arg in command.get_arguments() {
            for name in arg.get_value_names().unwrap_or_default() {
                let values: Vec<_> =
                    arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
                let known = messages.has(&format!("cli-value-{name}")) || values.join("|") == name.as_str();
                let takes_value = arg.get_action().takes_values() || arg.is_positional();
                assert!(known || !takes_value, "{path:?} {name}");
            }
        }
    }
}

#[test]
fn every_example_of_the_help_is_understood() {
    for (path, _) in commands(&Root::command()) {
        for example in examples::of(&tree::key(&path)) {
            let line = example.line.split(" > ").next().unwrap_or_default();
            parsed(line);
            assert!(line.starts_with("carabin"), "{line}");
        }
    }
}

#[test]
fn the_shells_of_the_help_are_the_shells_there_are() {
    for lang in Lang::ALL {
        let help = Messages::new(lang).get("cli-completions-arg-shell");
        for shell in Shell::value_variants() {
            assert!(help.contains(&shell.to_string()), "{lang}: {shell}");
        }
    }
}

#[test]
fn no_command_opens_the_full_screen() {
    assert_eq!(parsed("carabin"), Command::Screens);
    assert_eq!(parsed("carabin --lang fr --color never"), Command::Screens);
}

#[test]
fn the_filters_of_study_are_read_into_the_core_s_types() {
    let line = "carabin study --deck edn-019-fr --deck ./cardio --deck a.YML --item 19 --objective oic-19-9-a --rank a \
                --tag cardio::ecg --limit 20 --ahead --plain";
    let expected = Study {
        kind: None,
        cards: Vec::new(),
        selection: Selection {
            decks: vec![
                DeckChoice::Id("edn-019-fr".parse().expect("an id")),
                DeckChoice::Path(PathBuf::from("./cardio")),
                DeckChoice::Path(PathBuf::from("a.YML")),
            ],
            item: Item::new(19),
            objective: Some("OIC-019-09-A".parse().expect("an objective")),
            rank: Some(Rank::A),
            tag: Some("cardio::ecg".to_owned()),
        },
        limit: std::num::NonZeroU32::new(20),
        ahead: true,
        flash: false,
        missed: None,
        reason: None,
        plain: true,
    };
    assert_eq!(parsed(line), Command::Study(expected));
    assert_eq!(parsed("carabin study"), Command::Study(Study::default()));
}

#[test]
fn the_global_options_may_stand_after_the_command() {
    assert_eq!(parsed("carabin stats --json --lang en"), Command::Stats(Stats { json: true }));
}

#[test]
fn a_card_is_named_by_its_locator() {
    let card = "edn-019-missions-fr/~0123456789abcdef#~89abcdef.2";
    assert_eq!(
        parsed(&format!("carabin card show {card} --json")),
        Command::Card(CardCommand::Show(CardShow { card: card.parse().expect("a locator"), json: true }))
    );
}

#[test]
fn decks_are_checked_by_path_as_many_as_there_are() {
    let decks = vec![PathBuf::from("a.yaml"), PathBuf::from("--b.yaml")];
    assert_eq!(
        parsed("carabin deck check --fix a.yaml -- --b.yaml"),
        Command::Deck(DeckCommand::Check(DeckCheck { decks, fix: true }))
    );
    assert_eq!(parsed("carabin deck schema"), Command::Deck(DeckCommand::Schema));
    assert_eq!(parsed("carabin deck list"), Command::Deck(DeckCommand::List(DeckList { json: false })));
}

#[test]
fn a_pause_is_listed_added_or_cleared() {
    let add = Pause::Add { from: date(2026, 12, 24), to: date(2027, 1, 2) };
    assert_eq!(parsed("carabin pause"), Command::Pause(Pause::List));
    assert_eq!(parsed("carabin pause --clear"), Command::Pause(Pause::Clear));
    assert_eq!(parsed("carabin pause 2026-12-24 2027-01-02"), Command::Pause(add));
    assert_eq!(
        parsed("carabin pause 2026-12-24 2026-12-24"),
        Command::Pause(Pause::Add { from: date(2026, 12, 24), to: date(2026, 12, 24) }),
        "a single day"
    );
    assert!(parse_line("carabin pause --clear 2026-12-24 2027-01-02").is_err());
}

#[test]
fn a_setting_is_listed_shown_or_changed_and_its_value_is_checked() {
    assert_eq!(parsed("carabin set"), Command::Set(Set::List));
    assert_eq!(parsed("carabin set cap"), Command::Set(Set::Show(Setting::Cap)));
    assert_eq!(parsed("carabin set cap -"), Command::Set(Set::Change(Setting::Cap, "-".to_owned())));
    assert_eq!(
        parsed("carabin set learning-steps 1m 10m"),
        Command::Set(Set::Change(Setting::LearningSteps, "1m 10m".to_owned()))
    );
    assert_eq!(parse_line("carabin set rollover 24").map_err(|failure| failure.exit), Err(Exit::Misused));
}

#[test]
fn the_default_of_every_setting_is_a_value_that_set_takes() {
    let defaults = crate::study::Settings::default();
    for setting in Setting::ALL {
        let value = defaults.get(setting);
        assert_eq!(
            parsed(&format!("carabin set {} {value}", setting.name())),
            Command::Set(Set::Change(setting, value))
        );
    }
}

#[test]
fn completions_speak_the_student_s_language_and_offer_the_values() {
    for shell in Shell::value_variants() {
        let script = Completions { shell: *shell }.script(&Messages::new(Lang::Fr));
        assert!(script.contains("study"), "{shell}");
        // clap_complete writes the values of options for these three only.
        let values = matches!(shell, Shell::Bash | Shell::Zsh | Shell::Fish);
        assert_eq!(script.contains("never"), values, "{shell}");
        assert!(!script.contains("Print help"), "{shell}");
        assert!(!script.contains("generate"), "{shell}: a hidden command is offered");
        // bash has no room for explanations.
        assert_eq!(script.contains("Voir où vous en êtes"), *shell != Shell::Bash, "{shell}");
    }
}

#[test]
fn nothing_of_clap_s_english_is_left_in_the_french_help() {
    let messages = Messages::new(Lang::Fr);
    let tree = tree::localised(&Words::new(&messages, 80));
    for (path, _) in commands(&tree) {
        let line = format!("{} --help", tree::program(&path));
        let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let Ok(Command::Show(page)) = parse(&args, &messages, 80) else { panic!("{line}") };
        let page = page.render(false);
        for english in [
            "Usage:",
            "Options:",
            "Commands:",
            "Arguments:",
            "Print ",
            "[default",
            "[possible",
            "COMMAND>",
            "COMMAND]",
        ] {
            assert!(!page.contains(english), "{line}: {english}");
        }
    }
}
