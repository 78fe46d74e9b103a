//! Mappings with known keys.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::{Cx, Node, Read};
use crate::deck::{
    diagnostic::{message, problem},
    keys::unknown,
    node::{Entry, Value},
    source::Span,
};

/// The schemas of the records, by name.
pub(in crate::deck) type Defs = BTreeMap<&'static str, Json>;

/// A key that may stand in a record.
pub(in crate::deck) struct Field<T> {
    /// Where the key stands; `None` when it does not.
    pub(in crate::deck) key: Option<Span>,
    /// Where its value stands.
    pub(in crate::deck) span: Span,
    /// Its value; `None` when the key is absent, its value cannot be used (told already) or is nothing.
    pub(in crate::deck) value: Option<T>,
    /// The key stands there without a value.
    pub(in crate::deck) empty: bool,
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Self { key: None, span: 0..0, value: None, empty: false }
    }
}

impl<T> Field<T> {
    /// Whether the key stands there, with or without a value.
    pub(in crate::deck) fn is_there(&self) -> bool {
        self.key.is_some()
    }

    /// The value, or the report that it is missing. `at` is where the record begins.
    pub(in crate::deck) fn needed(self, name: &str, place: &str, at: &Span, cx: &mut Cx<'_>) -> Option<T> {
        if self.value.is_some() {
            return self.value;
        }
        match self.key {
            None => cx.report(
                problem!(Error "missing-key" at at.clone(), key = name, place = place; help "missing-key-help"),
            ),
            Some(key) if self.empty => {
                cx.report(problem!(Error "empty" at key, key = name; help "empty-help"));
            }
            Some(_) => cx.taint(),
        }
        None
    }

    /// The value; a key without a value is doubted.
    pub(in crate::deck) fn optional(self, name: &str, cx: &mut Cx<'_>) -> Option<T> {
        if let (Some(key), true) = (&self.key, self.empty)
            && self.span.is_empty()
        {
            cx.report(
                problem!(Warning "empty-optional" at key.clone(), key = name; help "empty-optional-help"),
            );
        }
        self.value
    }
}

/// A mapping with known keys.
pub(in crate::deck) trait Record<'n>: Default {
    /// What the messages call it: a value of `$place` in `deck.ftl`.
    const PLACE: &'static str;
    /// Its keys, in the order of the documentation.
    const KEYS: &'static [&'static str];

    /// Puts an entry into its field.
    fn put(&mut self, entry: &'n Entry, cx: &mut Cx<'_>) -> Put;

    /// An unknown key at `span` was probably meant as `key`: that it is missing need not be told as well.
    fn meant(&mut self, key: &str, span: &Span);

    /// The keys that stand there, in the order of the documentation.
    fn present(&self) -> Vec<(&'static str, Span)>;

    /// Where `key` stands, when it does.
    fn present_span(&self, key: &str) -> Option<Span> {
        self.present().into_iter().find(|(name, _)| *name == key).map(|(_, span)| span)
    }

    /// Where it begins: its first key.
    fn set_start(&mut self, start: Span);
}

/// What became of an entry.
pub(in crate::deck) enum Put {
    /// It is in its field.
    Done,
    /// Its field was taken by the entry at this place.
    Twice(Span),
    /// There is no such field.
    Unknown,
}

/// Reads one entry into its field.
pub(super) fn put<'n, T: Read<'n>>(field: &mut Field<T>, entry: &'n Entry, cx: &mut Cx<'_>) -> Put {
    if let Some(first) = &field.key {
        return Put::Twice(first.clone());
    }
    field.key = Some(entry.key_span.clone());
    field.span = entry.node.span.clone();
    match entry.node.value {
        Value::Nothing => field.empty = true,
        Value::Broken => cx.taint(),
        _ => field.value = T::read(&entry.node, &entry.key, cx),
    }
    Put::Done
}

/// Reads a record; unknown keys and keys that stand twice are reported.
pub(in crate::deck) fn read_record<'n, R: Record<'n>>(node: &'n Node, cx: &mut Cx<'_>) -> Option<R> {
    let entries = match &node.value {
        Value::Map { entries, .. } => entries,
        Value::Broken => {
            cx.taint();
            return None;
        }
        _ => {
            cx.report(problem!(Error "not-a-record" at node.span.clone(), place = R::PLACE; help "not-a-record-help"));
            return None;
        }
    };
    let mut record = R::default();
    record.set_start(entries.first().map_or(node.span.clone(), |first| first.key_span.clone()));
    for entry in entries {
        match record.put(entry, cx) {
            Put::Done => {}
            Put::Twice(first) => cx.report(
                problem!(Error "key-twice" at entry.key_span.clone(), key = entry.key; help "key-twice-help")
                    .relate(first, message!("first-here")),
            ),
            Put::Unknown => {
                let (found, near) = unknown(entry, R::PLACE, R::KEYS);
                cx.report(found);
                if let Some(near) = near {
                    record.meant(near, &entry.key_span);
                }
            }
        }
    }
    Some(record)
}

/// The schema of a record from the schemas of its keys.
pub(super) fn record_shape(about: &str, properties: Vec<(&'static str, &str, Json)>) -> Json {
    let mut all = serde_json::Map::new();
    for (key, about, mut shape) in properties {
        if let Some(shape) = shape.as_object_mut() {
            shape.insert("description".to_owned(), json!(tidy(about)));
        }
        all.insert(key.to_owned(), shape);
    }
    json!({ "type": "object", "description": tidy(about), "properties": all, "additionalProperties": false })
}

fn tidy(about: &str) -> String {
    about.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Declares a record: its documentation is its description in the schema, its fields are its keys.
macro_rules! record {
    ($(#[doc = $about:literal])* $name:ident as $place:literal {
        $($(#[doc = $doc:literal])* $field:ident: $type:ty,)*
    }) => {
        $(#[doc = $about])*
        #[derive(Default)]
        pub(in crate::deck) struct $name<'n> {
            $($(#[doc = $doc])* pub(in crate::deck) $field: Field<$type>,)*
            /// Where it begins.
            pub(in crate::deck) start: Span,
            borrowed: std::marker::PhantomData<&'n ()>,
        }

        impl<'n> Record<'n> for $name<'n> {
            const PLACE: &'static str = $place;
            const KEYS: &'static [&'static str] = &[$(stringify!($field)),*];

            fn put(&mut self, entry: &'n Entry, cx: &mut Cx<'_>) -> Put {
                match entry.key.as_str() {
                    $(stringify!($field) => put(&mut self.$field, entry, cx),)*
                    _ => Put::Unknown,
                }
            }

            fn meant(&mut self, key: &str, span: &Span) {
                match key {
                    $(stringify!($field) => { self.$field.key.get_or_insert_with(|| span.clone()); })*
                    _ => {}
                }
            }

            fn present(&self) -> Vec<(&'static str, Span)> {
                let mut all = Vec::new();
                $(if let Some(key) = &self.$field.key {
                    all.push((stringify!($field), key.clone()));
                })*
                all
            }

            fn set_start(&mut self, start: Span) {
                self.start = start;
            }
        }

        impl<'n> Read<'n> for $name<'n> {
            fn read(node: &'n Node, _key: &str, cx: &mut Cx<'_>) -> Option<Self> {
                read_record(node, cx)
            }

            fn shape(defs: &mut Defs) -> serde_json::Value {
                if !defs.contains_key($place) {
                    defs.insert($place, serde_json::Value::Null);
                    let shape = record_shape(
                        concat!($($about),*),
                        vec![$((stringify!($field), concat!($($doc),*), <$type as Read>::shape(defs))),*],
                    );
                    defs.insert($place, shape);
                }
                serde_json::json!({ "$ref": concat!("#/$defs/", $place) })
            }
        }
    };
}

pub(super) use record;
