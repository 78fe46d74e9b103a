//! The reference of the deck format as Markdown, made from its schema, so that it says what the reader does.

use std::{
    collections::{BTreeSet, HashMap},
    fmt::Write as _,
};

use serde_json::{Map, Value as Json};

use crate::{
    app::check,
    i18n::{Lang, Messages},
};

/// The descriptions of the schema, each with its French on the line below.
const FRENCH: &str = include_str!("../../../assets/guide/format.fr.txt");

/// The records that an author writes, in the order in which one meets them.
const RECORDS: [&str; 11] = [
    "deck",
    "objective",
    "source",
    "defaults",
    "card",
    "question",
    "option",
    "area",
    "image",
    "article",
    "tcs-question",
];

/// The keys of the head in the order in which decks are written; others follow by name.
const HEAD: [&str; 15] = [
    "format",
    "deck",
    "was",
    "title",
    "language",
    "version",
    "license",
    "authors",
    "contact",
    "description",
    "item",
    "objectives",
    "sources",
    "defaults",
    "cards",
];

/// The reference.
pub(in crate::cli) fn markdown(lang: Lang, messages: &Messages) -> String {
    let schema: Json = serde_json::from_str(&check::schema()).unwrap_or_default();
    let reference = Reference { lang, messages, french: french(), schema: &schema };
    let mut out = format!("# {}\n\n{}\n", messages.get("cli-guide-title"), messages.get("cli-guide-intro"));
    for name in RECORDS {
        reference.record(name, &mut out);
    }
    out
}

fn french() -> HashMap<&'static str, &'static str> {
    FRENCH.split("\n\n").filter_map(|pair| pair.trim().split_once('\n')).collect()
}

struct Reference<'a> {
    lang: Lang,
    messages: &'a Messages,
    french: HashMap<&'static str, &'static str>,
    schema: &'a Json,
}

impl Reference<'_> {
    // Writing to a string does not fail.
    fn record(&self, name: &str, out: &mut String) {
        let record = &self.schema["$defs"][name];
        let _ = write!(out, "\n## {}\n\n", self.messages.get(&format!("cli-guide-record-{name}")));
        let empty = Map::new();
        let properties = record["properties"].as_object().unwrap_or(&empty);
        let required = texts(&record["required"]);
        match name {
            // The same keys once more would hide what is new.
            "defaults" => {
                let names: Vec<String> = properties.keys().map(|key| format!("`{key}`")).collect();
                let _ = writeln!(
                    out,
                    "{}",
                    self.messages.with("cli-guide-defaults", &[("keys", names.join(", ").into())])
                );
            }
            "question" => {
                let _ = writeln!(out, "{}\n", self.messages.get("cli-guide-question"));
                properties.get("info").into_iter().for_each(|shape| self.key("info", shape, false, out));
            }
            "card" => {
                let of_kinds = kinds(record);
                let own: BTreeSet<&str> =
                    of_kinds.iter().flat_map(|kind| kind.keys.iter().copied().chain([kind.name])).collect();
                let _ = writeln!(out, "{}\n", self.say(record));
                for (key, shape) in properties.iter().filter(|(key, _)| !own.contains(key.as_str())) {
                    self.key(key, shape, false, out);
                }
                for kind in of_kinds {
                    let about = properties.get(kind.name).map(|shape| self.say(shape)).unwrap_or_default();
                    let _ = write!(out, "\n### `{}`\n\n{about}\n", kind.name);
                    for (number, key) in kind.keys.iter().enumerate() {
                        out.push_str(if number == 0 { "\n" } else { "" });
                        let needed = kind.needs.contains(key);
                        properties.get(*key).into_iter().for_each(|shape| self.key(key, shape, needed, out));
                    }
                }
            }
            _ => {
                let _ = writeln!(out, "{}\n", self.say(record));
                let place = |key: &str| HEAD.iter().position(|head| *head == key).unwrap_or(HEAD.len());
                let mut keys: Vec<(&String, &Json)> = properties.iter().collect();
                if name == "deck" {
                    keys.sort_by_key(|(key, _)| place(key));
                }
                for (key, shape) in keys {
                    self.key(key, shape, required.contains(key.as_str()), out);
                }
            }
        }
    }

    /// One line: the key, whether it is needed, what it holds, what it is for.
    fn key(&self, key: &str, shape: &Json, needed: bool, out: &mut String) {
        let form = self.messages.get(&format!("cli-guide-form-{}", form(shape)));
        let form = match shape["const"].as_i64() {
            Some(only) => only.to_string(),
            None => form,
        };
        let form = if needed { format!("{form}, {}", self.messages.get("cli-guide-needed")) } else { form };
        let line = [("key", key.into()), ("form", form.into()), ("about", self.say(shape).into())];
        let _ = writeln!(out, "- {}", self.messages.with("cli-guide-key", &line));
    }

    /// The description of a record or a key.
    fn say(&self, shape: &Json) -> String {
        let english = shape["description"].as_str().unwrap_or_default();
        match self.lang {
            Lang::En => english,
            Lang::Fr => self.french.get(english).copied().unwrap_or(english),
        }
        .to_owned()
    }
}

/// A kind of card with the keys that belong to it beside its prompt.
struct KindKeys<'a> {
    name: &'a str,
    needs: BTreeSet<&'a str>,
    keys: Vec<&'a str>,
}

/// The schema says for each kind what it needs and which keys are foreign to it; its own are the others.
fn kinds(card: &Json) -> Vec<KindKeys<'_>> {
    let rules: Vec<&Json> = card["allOf"].as_array().into_iter().flatten().collect();
    let foreign = |rule: &'_ Json| -> BTreeSet<String> {
        let properties = rule["then"]["properties"].as_object().into_iter().flatten();
        properties.filter(|(_, shape)| **shape == Json::Bool(false)).map(|(key, _)| key.clone()).collect()
    };
    let all: BTreeSet<&str> = rules
        .iter()
        .flat_map(|rule| {
            let keys =
                rule["then"]["properties"].as_object().into_iter().flatten().map(|(key, _)| key.as_str());
            keys.chain(texts(&rule["then"]["required"]))
        })
        .collect();
    rules
        .iter()
        .filter_map(|rule| {
            let foreign = foreign(rule);
            let needs = texts(&rule["then"]["required"]);
            let name = texts(&rule["if"]["required"]).into_iter().next()?;
            let mut keys: Vec<&str> = all.iter().copied().filter(|key| !foreign.contains(*key)).collect();
            keys.sort_by_key(|key| !needs.contains(key));
            Some(KindKeys { name, needs, keys })
        })
        .collect()
}

fn texts(list: &Json) -> BTreeSet<&str> {
    list.as_array().into_iter().flatten().filter_map(Json::as_str).collect()
}

/// What a value looks like: the end of the message that says it.
fn form(shape: &Json) -> &'static str {
    let kind = shape["type"].as_str();
    let of_records = |shape: &Json| shape["items"].get("$ref").is_some();
    match kind {
        Some("boolean") => "flag",
        Some("integer" | "number") => "number",
        Some("array") if of_records(shape) => "records",
        Some("array") => "numbers",
        Some("object") => "mapping",
        Some("string") if shape["format"] == "date" => "date",
        _ if shape.get("enum").is_some() => "rank",
        _ if shape.get("$ref").is_some() => "mapping",
        _ => match shape["anyOf"].as_array() {
            Some(forms) if forms.iter().all(of_records) => "records",
            Some(forms) if forms.iter().any(|form| form["type"] == "array") => {
                if forms.iter().any(|form| form.get("$ref").is_some()) { "records" } else { "texts" }
            }
            Some(_) => "picture",
            None => "text",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn descriptions() -> BTreeSet<String> {
        let schema: Json = serde_json::from_str(&check::schema()).expect("a schema");
        let records = schema["$defs"].as_object().expect("records").values();
        records
            .flat_map(|record| {
                let keys = record["properties"].as_object().expect("keys").values();
                keys.chain([record]).filter_map(|shape| shape["description"].as_str()).map(str::to_owned)
            })
            .collect()
    }

    #[test]
    fn every_description_of_the_schema_stands_in_french_and_no_other() {
        let french = french();
        let said: BTreeSet<String> = french.keys().map(|english| (*english).to_owned()).collect();
        assert_eq!(said, descriptions(), "assets/guide/format.fr.txt follows the words of the schema");
        assert!(french.values().all(|text| !text.trim().is_empty() && !text.contains('\n')));
    }

    #[test]
    fn every_key_of_every_record_is_told_in_both_languages() {
        let schema: Json = serde_json::from_str(&check::schema()).expect("a schema");
        for lang in Lang::ALL {
            let text = markdown(lang, &Messages::new(lang));
            assert!(!text.contains("cli-guide-"), "a message is missing: {text}");
            for (name, record) in schema["$defs"].as_object().expect("records") {
                assert!(RECORDS.contains(&name.as_str()), "{name}");
                for key in record["properties"].as_object().expect("keys").keys() {
                    assert!(text.contains(&format!("`{key}`")), "{lang}: {name}.{key}");
                }
            }
        }
    }
}
