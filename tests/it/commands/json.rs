//! The JSON that scripts rely on: names and types of the fields.

use std::collections::BTreeSet;

use carabin::i18n::Lang;
use serde_json::Value;

use super::Home;
use crate::screens::KINDS_EN;

fn home() -> Home {
    let mut home = Home::with_deck(Lang::En, KINDS_EN);
    home.run(["study", "--plain", "--deck", "formats-en"], "\n4\n\n3\nb\n\na c\n1\nsophia\n2\nnote Mine.\n");
    home.on_day(25);
    home.run(["study", "--plain", "--deck", "formats-en"], "suspend\nlater\nflag\n");
    home
}

fn json(home: &Home, args: &[&str]) -> Value {
    let run = home.run(args, "");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{args:?}");
    serde_json::from_str(&run.stdout).expect("JSON")
}

/// The paths of all fields with their types: `days[].date: string`.
fn shape(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                shape(value, &format!("{path}{dot}{name}"), found);
            }
        }
        Value::Array(items) if items.is_empty() => {
            found.insert(format!("{path}[]"));
        }
        Value::Array(items) => items.iter().for_each(|item| shape(item, &format!("{path}[]"), found)),
        Value::Null => {
            found.insert(format!("{path}: null"));
        }
        Value::Bool(_) => {
            found.insert(format!("{path}: boolean"));
        }
        Value::Number(_) => {
            found.insert(format!("{path}: number"));
        }
        Value::String(_) => {
            found.insert(format!("{path}: string"));
        }
    }
}

fn shape_of(home: &Home, args: &[&str]) -> String {
    let mut found = BTreeSet::new();
    shape(&json(home, args), "", &mut found);
    found.into_iter().collect::<Vec<_>>().join("\n")
}

#[test]
fn the_shape_of_the_figures() {
    insta::assert_snapshot!(shape_of(&home(), &["stats", "--json"]));
}

#[test]
fn the_shape_of_a_checkup_and_of_the_backups() {
    let home = home();
    let backups = shape_of(&home, &["journal", "list", "--json"]);
    insta::assert_snapshot!(format!("{}\n\n{backups}", shape_of(&home, &["doctor", "--json"])));
}

#[test]
fn the_shape_of_a_card() {
    let home = home();
    let cards = ["qa", "cloze", "qru", "qrm", "qroc"].map(|id| format!("formats-en/{id}"));
    let shapes =
        cards.map(|card| format!("{card}\n{}\n", shape_of(&home, &["card", "show", &card, "--json"])));
    insta::assert_snapshot!(shapes.join("\n"));
}

#[test]
fn the_shape_of_the_decks_and_the_places() {
    let home = home();
    let decks = shape_of(&home, &["deck", "list", "--json"]);
    insta::assert_snapshot!(format!("{decks}\n\n{}", shape_of(&home, &["paths", "--json"])));
}

#[test]
fn the_figures_say_what_was_done() {
    let stats = json(&home(), &["stats", "--json"]);
    assert_eq!(stats["today"], "2026-11-25");
    assert_eq!(stats["streak"], 0);
    let own = stats["decks"].as_array().expect("decks").iter().find(|deck| deck["deck"] == "formats-en");
    let own = own.expect("the deck");
    // A cloze has two parts, each a schedule of its own.
    assert_eq!((&own["total"], &own["seen"], &own["suspended"]), (&5.into(), &4.into(), &1.into()));
    let days = stats["days"].as_array().expect("days");
    assert_eq!(days.len(), 30);
    let evening = days.iter().find(|day| day["date"] == "2026-11-22").expect("the day");
    assert_eq!((&evening["answers"], &evening["new"], &evening["again"]), (&5.into(), &5.into(), &1.into()));
}

#[test]
fn a_card_says_what_happened_to_it() {
    let home = home();
    let card = json(&home, &["card", "show", "formats-en/qa", "--json"]);
    let history = card["history"].as_array().expect("events");
    assert_eq!(history[0]["rating"], "easy");
    assert_eq!(history[0]["at"], "2026-11-22T20:00:00+01:00");
    assert_eq!(card["schedules"][0]["phase"], "review");
    let due = card["schedules"][0]["due"].as_str().expect("a date");
    assert!(due.parse::<jiff::civil::Date>().is_ok(), "{due}");
    let part = json(&home, &["card", "show", "formats-en/cloze", "--json"]);
    assert_eq!(part["schedules"].as_array().map(Vec::len), Some(2));
    let locator = part["schedules"][0]["locator"].as_str().expect("a locator");
    let one = json(&home, &["card", "show", locator, "--json"]);
    assert_eq!(one["schedules"].as_array().map(Vec::len), Some(1));
}
