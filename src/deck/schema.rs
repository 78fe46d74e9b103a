//! The JSON Schema of a deck, made from the records that read it.

use serde_json::{Map, Value as Json, json};

use super::{
    keys::{META, may_have, needs},
    raw::{Defs, RawArea, RawArticle, RawDeck, RawOption, RawTcsQuestion, Read},
};
use crate::card::Kind;

/// The JSON Schema (draft 2020-12) of format 1, for completion and checking in editors.
pub fn schema() -> Json {
    let mut defs = Defs::new();
    let root = RawDeck::shape(&mut defs);
    let option = RawOption::shape(&mut defs);
    let area = RawArea::shape(&mut defs);
    let article = RawArticle::shape(&mut defs);
    let tcs_question = RawTcsQuestion::shape(&mut defs);

    let list = |of: &Json| json!({ "type": "array", "items": of });
    let reference = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    if let Some(card) = defs.get_mut("card") {
        describe(card, "options", &list(&option));
        describe(card, "zones", &list(&area));
        describe(card, "others", &list(&area));
        describe(card, "article", &article);
    }
    let card = defs.get("card").cloned().unwrap_or_default();

    let mut whole = only(&card, |key| key != "info");
    describe(
        &mut whole,
        "questions",
        &json!({ "anyOf": [list(&reference("question")), list(&tcs_question)] }),
    );
    hold_to_kinds(&mut whole, &Kind::ALL);
    let asked: Vec<Kind> =
        Kind::ALL.into_iter().filter(|kind| kind.is_marked() && !kind.is_container()).collect();
    let mut question = only(&card, |key| {
        let of_kind =
            asked.iter().any(|k| k.key() == key || needs(*k).contains(&key) || may_have(*k).contains(&key));
        matches!(key, "id" | "info")
            || (META.contains(&key) && !matches!(key, "draft" | "suspended"))
            || of_kind
    });
    hold_to_kinds(&mut question, &asked);
    let defaults = only(&card, |key| META.contains(&key));

    if let Some(deck) = defs.get_mut("deck") {
        describe(deck, "cards", &list(&reference("card")));
        describe(deck, "defaults", &reference("defaults"));
        describe(deck, "format", &json!({ "const": 1 }));
        deck["required"] = json!(["format", "deck", "title", "language", "cards"]);
    }
    for (name, keys) in [
        ("objective", &["id"][..]),
        ("source", &["title"]),
        ("image", &["file", "alt"]),
        ("article", &["file", "title"]),
        ("tcs-question", &["hypothesis", "finding", "votes"]),
    ] {
        if let Some(record) = defs.get_mut(name) {
            record["required"] = json!(keys);
        }
    }
    if let Some(option) = defs.get_mut("option") {
        option["oneOf"] = ["correct", "wrong", "required", "unacceptable"]
            .iter()
            .map(|k| json!({ "required": [k] }))
            .collect();
    }
    if let Some(area) = defs.get_mut("area") {
        area["oneOf"] = ["rect", "circle", "polygon"].iter().map(|k| json!({ "required": [k] })).collect();
    }
    let mut all: Map<String, Json> = defs.into_iter().map(|(name, shape)| (name.to_owned(), shape)).collect();
    all.insert("card".to_owned(), whole);
    all.insert("question".to_owned(), question);
    all.insert("defaults".to_owned(), defaults);

    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Carabin deck, format 1",
    });
    if let (Some(schema), Some(root)) = (schema.as_object_mut(), root.as_object()) {
        schema.extend(root.clone());
        schema.insert("$defs".to_owned(), Json::Object(all));
    }
    schema
}

/// Gives the property `key` another form; its description stays.
fn describe(record: &mut Json, key: &str, form: &Json) {
    let Some(property) = record.get_mut("properties").and_then(|all| all.get_mut(key)) else { return };
    let about = property.get("description").cloned();
    *property = form.clone();
    if let Some(about) = about {
        property["description"] = about;
    }
}

/// The record with some of its properties.
fn only(record: &Json, keep: impl Fn(&str) -> bool) -> Json {
    let mut record = record.clone();
    if let Some(properties) = record.get_mut("properties").and_then(Json::as_object_mut) {
        properties.retain(|key, _| keep(key));
    }
    record
}

/// One kind at a time, with what it needs and without what belongs to other kinds.
fn hold_to_kinds(record: &mut Json, kinds: &[Kind]) {
    record["oneOf"] = kinds.iter().map(|kind| json!({ "required": [kind.key()] })).collect();
    let own = |kind: Kind| needs(kind).iter().chain(may_have(kind)).copied().collect::<Vec<&str>>();
    record["allOf"] = kinds
        .iter()
        .map(|&kind| {
            let foreign: Map<String, Json> = kinds
                .iter()
                .flat_map(|&other| own(other))
                .filter(|key| !own(kind).contains(key))
                .map(|key| (key.to_owned(), Json::Bool(false)))
                .collect();
            let mut held = foreign;
            if kind == Kind::Zone {
                // Under a mask the picture itself may say what is there.
                held.insert("zones".to_owned(), json!({ "items": { "required": ["label"] } }));
            }
            json!({
                "if": { "required": [kind.key()] },
                "then": { "required": needs(kind), "properties": held },
            })
        })
        .collect();
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every `properties` of the schema with the name of its record.
    fn records(schema: &Json) -> Vec<(String, &Map<String, Json>)> {
        let defs = schema["$defs"].as_object().expect("definitions");
        defs.iter()
            .map(|(name, def)| (name.clone(), def["properties"].as_object().expect("properties")))
            .collect()
    }

    #[test]
    fn every_key_says_what_it_is_for() {
        for (name, properties) in records(&schema()) {
            for (key, shape) in properties {
                assert!(shape["description"].as_str().is_some_and(|text| text.len() > 8), "{name}.{key}");
            }
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let schema = schema();
        let text = schema.to_string();
        for reference in text.split("#/$defs/").skip(1) {
            let name = reference.split('"').next().unwrap_or_default();
            assert!(schema["$defs"][name].is_object(), "{name}");
        }
    }

    #[test]
    fn cards_questions_and_defaults_have_their_own_keys() {
        let schema = schema();
        let has = |record: &str, key: &str| schema["$defs"][record]["properties"].get(key).is_some();
        assert!(has("card", "case") && has("card", "was") && !has("card", "info"));
        assert!(has("question", "info") && has("question", "qrm") && !has("question", "case"));
        assert!(has("defaults", "objective") && !has("defaults", "id") && !has("defaults", "q"));
        for kind in Kind::ALL {
            assert!(has("card", kind.key()), "{kind}");
        }
    }
}
