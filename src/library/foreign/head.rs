//! The head of a deck in an update: field by field, the author's old one, the author's new one and the student's become one.

use std::collections::HashSet;

use super::{
    fields::{Field, fields, find, with_comments},
    plan::FieldChange,
};
use crate::{
    card::{Card, DeckHead, Objective, Source, Text},
    deck,
    library::merge::Change,
};

/// What every deck has, and what is no field of the head.
const STRUCTURE: [&str; 3] = ["format", "deck", "cards"];

/// Three versions of something: the author's old one, the author's new one, the student's.
#[derive(Clone, Copy)]
pub(super) struct Three<T> {
    pub(super) base: T,
    pub(super) theirs: T,
    pub(super) mine: T,
}

/// What a field is, which of the two it is, and what has happened to it.
struct Settled<T> {
    value: T,
    change: Option<Change>,
}

/// What only one side has changed is taken; where both have, the student's stays.
fn settle<T: Clone + PartialEq>(three: Three<&T>) -> Settled<T> {
    let Three { base, theirs, mine } = three;
    let (value, change) = match () {
        () if theirs == mine => (theirs, None),
        () if mine == base => (theirs, Some(Change::Changed)),
        () if theirs == base => (mine, Some(Change::Kept)),
        () => (mine, Some(Change::Both)),
    };
    Settled { value: value.clone(), change }
}

/// Lists whose elements have names, element by element. What is `named` by a card stays.
fn settle_each<T: Clone + PartialEq>(
    three: Three<&[T]>,
    same: impl Fn(&T, &T) -> bool,
    named: impl Fn(&T) -> bool,
) -> Settled<Vec<T>> {
    let Three { base, theirs, mine } = three;
    let find = |all: &'_ [T], one: &T| all.iter().find(|own| same(own, one)).cloned();
    let (mut value, mut both) = (Vec::new(), false);
    for new in theirs {
        match (find(base, new), find(mine, new)) {
            (_, Some(own)) if own == *new => value.push(own),
            (Some(before), Some(own)) => {
                let settled = settle(Three { base: &before, theirs: new, mine: &own });
                both |= settled.change == Some(Change::Both);
                value.push(settled.value);
            }
            (None, Some(own)) => {
                both = true;
                value.push(own);
            }
            // The student took it out, and so it stays.
            (Some(before), None) if before == *new && !named(new) => {}
            (_, None) => value.push(new.clone()),
        }
    }
    for own in mine {
        let gone = find(base, own);
        if find(theirs, own).is_none() && (gone.as_ref() != Some(own) || named(own)) {
            both |= gone.is_some_and(|before| before != *own);
            value.push(own.clone());
        }
    }
    let change = match () {
        () if both => Some(Change::Both),
        () if theirs == mine => None,
        () if mine == base => Some(Change::Changed),
        () => Some(Change::Kept),
    };
    Settled { value, change }
}

/// The head as it will be.
pub(super) struct Head {
    /// What it says.
    pub(super) meant: DeckHead,
    /// What has happened to its fields.
    pub(super) changes: Vec<FieldChange>,
    /// Its text up to the first card.
    pub(super) text: String,
    /// Its text behind the last card.
    pub(super) tail: String,
    /// A comment of the student's has no place in it.
    pub(super) lost: bool,
}

/// Merges the heads. Their texts are those before the first card and behind the last one; `cards` are those of the merged deck.
pub(super) fn merge(heads: Three<&DeckHead>, texts: Three<(&str, &str)>, cards: &[&Card]) -> Head {
    let mut out = Head {
        meant: heads.theirs.clone(),
        changes: Vec::new(),
        text: String::new(),
        tail: String::new(),
        lost: false,
    };
    out.settle(heads, cards);
    let fields = texts_of(texts);
    let written = deck::write(&out.meant, &[]);
    let written = self::fields(&written);
    let (_, tail) = texts.theirs;
    let behind: HashSet<String> = self::fields(tail).into_iter().map(|field| field.name).collect();
    for name in fields.theirs.iter().map(|field| field.name.as_str()) {
        let added = if name == "cards" { out.added(heads, &fields, &written) } else { String::new() };
        let text = out.field(name, heads, &fields, &written);
        if behind.contains(name) {
            out.tail.push_str(&text);
        } else {
            out.text.push_str(&added);
            out.text.push_str(&text);
        }
    }
    out
}

fn texts_of<'t>(texts: Three<(&'t str, &'t str)>) -> Three<Vec<Field<'t>>> {
    let all = |(head, tail): (&'t str, &'t str)| [fields(head), fields(tail)].concat();
    Three { base: all(texts.base), theirs: all(texts.theirs), mine: all(texts.mine) }
}

impl Head {
    /// What it says, and what has happened to its fields.
    fn settle(&mut self, heads: Three<&DeckHead>, cards: &[&Card]) {
        let Three { base, theirs, mine } = heads;
        macro_rules! settle {
            ($($field:ident)*) => {$(
                let settled = settle(Three { base: &base.$field, theirs: &theirs.$field, mine: &mine.$field });
                self.meant.$field = settled.value;
                self.tell(stringify!($field), settled.change);
            )*};
        }
        settle!(title language license authors description contact was item);
        // The author's number tells what the deck is now.
        if theirs.version == base.version {
            self.meant.version.clone_from(&mine.version);
        }
        let objectives: HashSet<_> = cards.iter().flat_map(|card| &card.meta.objectives).collect();
        let sources: HashSet<&Text> = cards.iter().flat_map(|card| &card.meta.sources).collect();
        let settled = settle_each(
            Three { base: &base.objectives, theirs: &theirs.objectives, mine: &mine.objectives },
            |one: &Objective, other| one.id == other.id,
            |one| objectives.contains(&one.id),
        );
        self.meant.objectives = settled.value;
        self.tell("objectives", settled.change);
        let settled = settle_each(
            Three { base: &base.sources, theirs: &theirs.sources, mine: &mine.sources },
            |one: &Source, other| one.key == other.key,
            |one| sources.contains(&one.key),
        );
        self.meant.sources = settled.value;
        self.tell("sources", settled.change);
    }

    fn tell(&mut self, field: &str, change: Option<Change>) {
        self.changes.extend(change.map(|change| FieldChange { field: field.into(), change }));
    }

    /// The fields of the student's that the author does not have.
    fn added(
        &mut self,
        heads: Three<&DeckHead>,
        fields: &Three<Vec<Field<'_>>>,
        written: &[Field<'_>],
    ) -> String {
        let own = fields.mine.iter().filter(|own| find(&fields.theirs, &own.name).is_none());
        own.map(|own| self.field(&own.name, heads, fields, written)).collect()
    }

    /// The text of a field: that of the side whose value it has, with the student's comments; where it has that of
    /// neither, it is written anew.
    fn field(
        &mut self,
        name: &str,
        heads: Three<&DeckHead>,
        fields: &Three<Vec<Field<'_>>>,
        written: &[Field<'_>],
    ) -> String {
        let of = |side: &[Field<'_>]| find(side, name).unwrap_or_default().to_owned();
        let Three { base, theirs, mine } =
            Three { base: of(&fields.base), theirs: of(&fields.theirs), mine: of(&fields.mine) };
        let (is_theirs, is_mine) = if let Some(value) = says(&self.meant, name) {
            (
                says(heads.theirs, name).as_ref() == Some(&value),
                says(heads.mine, name).as_ref() == Some(&value),
            )
        } else {
            // What the reader does not tell of is known by its text.
            let [base, theirs, mine] = [&base, &theirs, &mine].map(|text| without_comments(text));
            let change = settle(Three { base: &base, theirs: &theirs, mine: &mine }).change;
            let ours = matches!(change, Some(Change::Kept | Change::Both)) && !STRUCTURE.contains(&name);
            if !STRUCTURE.contains(&name) {
                self.tell(name, change);
            }
            (!ours, ours || theirs == mine)
        };
        if mine == base && is_theirs {
            return theirs;
        }
        if is_mine && (!is_theirs || theirs == base) {
            return mine;
        }
        let text = if is_theirs { theirs } else { of(written) };
        let (text, lost) = with_comments(&base, &text, &mine);
        self.lost |= lost;
        text
    }
}

/// What a head says in a field, as a text that is the same for the same; `None` for what is none of its fields.
fn says(head: &DeckHead, name: &str) -> Option<String> {
    Some(match name {
        "title" => format!("{:?}", head.title),
        "language" => format!("{:?}", head.language),
        "version" => format!("{:?}", head.version),
        "license" => format!("{:?}", head.license),
        "authors" => format!("{:?}", head.authors),
        "description" => format!("{:?}", head.description),
        "contact" => format!("{:?}", head.contact),
        "was" => format!("{:?}", head.was),
        "item" => format!("{:?}", head.item),
        "objectives" => format!("{:?}", head.objectives),
        "sources" => format!("{:?}", head.sources),
        _ => return None,
    })
}

fn without_comments(text: &str) -> String {
    text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')).collect()
}
