//! Notes of Anki as they came, so that they can go back as themselves.
//!
//! A card of ours has an id that follows from its note's GUID, and what its templates showed, in Markdown. To be known again in
//! Anki a note needs its GUID itself, its type and its fields. They lie in one file beside what the last import
//! brought, which travels with the decks; without that file a note goes out as one of our own.
//!
//! The file tells, too, how each card looked when it last came from Anki ([`look`]): so a card that was mended here is
//! told from one that was changed there.

use std::{
    collections::BTreeMap,
    io::{self, Read as _},
};

use serde::{Deserialize, Serialize};

use crate::card::{Card, Content, Meta, Text};

/// The notes of a deck, and their types.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Originals {
    /// By Anki's ids.
    pub types: BTreeMap<i64, NoteType>,
    /// By their GUIDs.
    pub notes: BTreeMap<String, Original>,
    /// For how many levels of Anki's tree the deck stands; those below are tags.
    pub depth: usize,
}

/// A type of notes, as far as cards depend on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteType {
    /// What it is called.
    pub name: String,
    /// It has clozes.
    pub cloze: bool,
    /// Which of Anki's own types it was made from; 6: image occlusion.
    pub stock: i32,
    /// When it was changed, in seconds since 1970.
    pub modified: i64,
    /// How it looks.
    pub css: String,
    /// What stands before and behind a text in LaTeX.
    pub latex: [String; 2],
    /// The names of the fields.
    pub fields: Vec<String>,
    /// The templates by their number: name, question, answer.
    pub templates: Vec<(String, String, String)>,
}

/// A note.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// Its number: when it was made, in milliseconds since 1970.
    pub id: i64,
    /// The number of its type.
    pub notetype: i64,
    /// When it was changed, in seconds since 1970.
    pub modified: i64,
    /// Words between spaces.
    pub tags: String,
    /// The fields, U+001F between them.
    pub fields: String,
    /// The deck of its first card in Anki, level by level.
    pub deck: Vec<String>,
    /// Its cards.
    pub cards: Vec<OriginalCard>,
    /// The files that its fields name, and where they lie beside our deck.
    pub files: BTreeMap<String, String>,
    /// What went to Anki in its place, where it was mended here. Whether Anki took it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Sent>,
}

/// A note as it was mended here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// As newer than what it came with, in seconds since 1970.
    pub modified: i64,
    /// Its tags.
    pub tags: String,
    /// Its fields.
    pub fields: String,
}

/// A card of a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginalCard {
    /// Its number.
    pub id: i64,
    /// The number of its template or cloze, from 0.
    pub ord: u32,
    /// The id of our card.
    pub key: String,
    /// The part of our card that it is, where it is not the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// How our card looked.
    pub look: String,
}

/// The key in the custom data of Anki's cards by which a card is known that went out from here (at most 8 bytes).
pub(super) const OURS: &str = "carabin";

/// How a card stood when it went out. Anki keeps it with the card, so that on the way back it shows what was done there: the time
/// of a card's last change may be that of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    /// From 0 to 7.
    pub(super) flag: u8,
    pub(super) suspended: bool,
}

impl Standing {
    /// As the value of [`OURS`]. A package of earlier had 1 there.
    pub(super) fn code(self) -> u64 {
        16 | u64::from(self.suspended) << 3 | u64::from(self.flag & 7)
    }

    pub(super) fn of_code(code: u64) -> Option<Self> {
        let flag = u8::try_from(code & 7).ok()?;
        (code & !15 == 16).then_some(Self { flag, suspended: code & 8 != 0 })
    }
}

/// The most bytes that are read: a deck may be foreign.
const LARGEST: u64 = 256 << 20;
/// How hard Zstandard tries.
const LEVEL: i32 = 6;

impl Originals {
    /// Reads the file; `None` when it is damaged or too large.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut text = Vec::new();
        zstd::Decoder::new(bytes).ok()?.take(LARGEST).read_to_end(&mut text).ok()?;
        serde_json::from_slice(&text).ok()
    }

    /// The bytes of the file: the same for the same notes.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn write(&self) -> io::Result<Vec<u8>> {
        zstd::encode_all(serde_json::to_vec(self)?.as_slice(), LEVEL)
    }
}

/// How a card looks: what it asks and answers, its hint, note and pictures. Tags are no part of it.
#[must_use]
pub fn look(card: &Card) -> String {
    look_of(&card.content, &card.meta)
}

/// The same of a card that has no deck yet.
pub(super) fn look_of(content: &Content, meta: &Meta) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut part = |text: &str| {
        hasher.update(text.as_bytes());
        hasher.update(&[0]);
    };
    part("carabin look v1");
    part(&content.identity());
    for text in [&meta.hint, &meta.note] {
        part(text.as_ref().map_or("", Text::as_str).trim());
    }
    for image in [&meta.image, &meta.answer_image] {
        part(image.as_ref().map_or("", |image| image.file.as_str()));
    }
    hasher.finalize().to_hex()[..16].to_owned()
}
