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

/// The most bytes that are read, and written: a deck may be foreign.
const LARGEST: u64 = 256 << 20;
/// The most bytes of one note or type that are written.
const LONGEST: u64 = 8 << 20;
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

    /// The bytes of the file: the same for the same notes. A note that is too long stays out, and those for which there is no
    /// room: what is written can be read.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn write(&self) -> io::Result<Written> {
        self.write_within(LARGEST, LONGEST)
    }

    fn write_within(&self, largest: u64, longest: u64) -> io::Result<Written> {
        /// The same without what stays out.
        #[derive(Serialize)]
        struct Within<'o> {
            types: BTreeMap<i64, &'o NoteType>,
            notes: BTreeMap<&'o str, &'o Original>,
            depth: usize,
        }
        /// What stands around an entry of a map, and around the whole.
        const AROUND: u64 = 64;
        let mut room = largest.saturating_sub(AROUND);
        let mut fits = |bytes: usize| {
            let bytes = (bytes as u64).saturating_add(AROUND);
            let fits = bytes <= longest.min(room);
            room -= if fits { bytes } else { 0 };
            fits
        };
        let mut within = Within { types: BTreeMap::new(), notes: BTreeMap::new(), depth: self.depth };
        for (id, kind) in &self.types {
            if fits(serde_json::to_vec(kind)?.len()) {
                within.types.insert(*id, kind);
            }
        }
        for (guid, note) in &self.notes {
            // Without its type a note cannot go back.
            if within.types.contains_key(&note.notetype)
                && fits(serde_json::to_vec(guid)?.len() + serde_json::to_vec(note)?.len())
            {
                within.notes.insert(guid, note);
            }
        }
        let left_out = self.notes.len() - within.notes.len();
        let bytes = zstd::encode_all(serde_json::to_vec(&within)?.as_slice(), LEVEL)?;
        Ok(Written { bytes, left_out })
    }

    /// Whether all that it says is in `other`: but for the numbers that Anki gives cards anew in each package, and for notes that
    /// come back as they went out.
    #[must_use]
    pub fn says_no_more_than(&self, other: &Self) -> bool {
        self.depth == other.depth
            && self.types == other.types
            && self.notes.iter().all(|(guid, new)| other.notes.get(guid).is_some_and(|old| new.is_as(old)))
    }

    /// Takes the notes and types of another in; of two of one name the one that was changed later.
    pub fn join(&mut self, other: Self) {
        for (id, kind) in other.types {
            if self.types.get(&id).is_none_or(|own| own.modified < kind.modified) {
                self.types.insert(id, kind);
            }
        }
        for (guid, note) in other.notes {
            if self.notes.get(&guid).is_none_or(|own| own.modified < note.modified) {
                self.notes.insert(guid, note);
            }
        }
    }
}

impl Original {
    fn is_as(&self, old: &Self) -> bool {
        let said = |of: &OriginalCard| (of.ord, of.key.clone(), of.part.clone(), of.look.clone());
        let texts = (self.modified, &self.tags, &self.fields);
        if old.sent.as_ref().is_some_and(|sent| texts == (sent.modified, &sent.tags, &sent.fields)) {
            return true;
        }
        texts == (old.modified, &old.tags, &old.fields)
            && self.notetype == old.notetype
            && (&self.deck, &self.files, &self.sent) == (&old.deck, &old.files, &old.sent)
            && self.cards.iter().map(said).eq(old.cards.iter().map(said))
    }
}

/// Notes as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many notes there was no room for.
    pub left_out: usize,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn notes(sizes: &[usize]) -> Originals {
        let note =
            |size: usize| Original { notetype: 1, fields: "é\u{1f}".repeat(size), ..Original::default() };
        let notes = sizes.iter().enumerate().map(|(number, size)| (format!("guid {number}"), note(*size)));
        Originals { types: [(1, NoteType::default())].into(), notes: notes.collect(), depth: 1 }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let all = notes(&[1, 20, 300]);
        let written = all.write().expect("written");
        assert_eq!((Originals::read(&written.bytes), written.left_out), (Some(all), 0));
    }

    #[test]
    fn a_note_that_is_too_long_stays_out_and_the_others_can_be_read() {
        let all = notes(&[1, 1000, 2, 150, 150]);
        let written = all.write_within(3000, 2000).expect("written");
        let read = Originals::read(&written.bytes).expect("read");
        assert_eq!(read.notes.keys().collect::<Vec<_>>(), ["guid 0", "guid 2", "guid 3"]);
        assert_eq!(written.left_out, 2);
        let json = zstd::decode_all(written.bytes.as_slice()).expect("unpacked");
        assert!(json.len() <= 3000, "{}", json.len());
    }

    #[test]
    fn another_field_is_news_and_another_number_or_what_went_out_is_none() {
        let card = |id| OriginalCard { id, ord: 0, key: "a".into(), part: None, look: "x".into() };
        let with = |fields: &str, id: i64, sent: Option<&str>| {
            let sent = sent.map(|fields| Sent { modified: 0, tags: String::new(), fields: fields.into() });
            let note = Original { fields: fields.into(), cards: vec![card(id)], sent, ..Original::default() };
            Originals { notes: [("guid".to_owned(), note)].into(), ..Originals::default() }
        };
        let old = with("one", 1, Some("mended"));
        assert!(with("one", 2, Some("mended")).says_no_more_than(&old));
        assert!(with("mended", 2, None).says_no_more_than(&old));
        assert!(!with("two", 1, Some("mended")).says_no_more_than(&old));
        assert!(!old.says_no_more_than(&Originals::default()));
    }

    #[test]
    fn a_note_without_its_type_stays_out() {
        let mut all = notes(&[1, 1]);
        all.notes.entry("guid 1".to_owned()).and_modify(|note| note.notetype = 2);
        assert_eq!(all.write().expect("written").left_out, 1);
    }
}
