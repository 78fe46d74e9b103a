//! The entries of one deck as one blob of the index.
//!
//! ```text
//! labels: count, then each: count of objectives (text …), count of tags (text …)
//! cards:  count, then each: key (text, "" for the fingerprint), fingerprint (eight bytes), kind, flags (bytes),
//!         labels, item (0: none), line (numbers),
//!         parts: count, then each part as text, "" for the card as a whole
//!         former locators, if the flag says so: count (text …)
//! ```
//!
//! A change here asks for a new [`super::index::VERSION`].

use std::collections::HashMap;

use crate::card::{
    Card, CardKey, Content, DeckId, Fingerprint, Ground, Item, Kind, ObjectiveId, PartKey, Rank,
};

use super::{
    bytes::{Reader, Writer},
    catalogue::{Catalogue, Entry, Labels, Span},
    table::{Key, Name},
};

const SUSPENDED: u8 = 1;
const DRAFT: u8 = 1 << 1;
const RANK_A: u8 = 1 << 2;
const RANK_B: u8 = 1 << 3;
/// The first objective of the labels is the card's own.
const OBJECTIVE: u8 = 1 << 4;
const FORMER: u8 = 1 << 5;
/// A zone question on a picture.
const ON_PICTURE: u8 = 1 << 6;

/// Packs the cards of a deck.
pub(super) fn pack(cards: &[Card]) -> Vec<u8> {
    let mut labels: HashMap<Labels, usize> = HashMap::new();
    let mut order = Vec::new();
    let mut body = Writer::default();
    body.length(cards.len());
    for card in cards {
        let wanted = labels_of(card);
        let label = *labels.entry(wanted.clone()).or_insert_with(|| {
            order.push(wanted);
            order.len() - 1
        });
        pack_card(&mut body, card, label);
    }
    let mut head = Writer::default();
    head.length(order.len());
    for labels in order {
        head.length(labels.objectives.len());
        labels.objectives.iter().for_each(|objective| head.text(&objective.to_string()));
        head.length(labels.tags.len());
        labels.tags.iter().for_each(|tag| head.text(tag));
    }
    let mut out = head.finish();
    out.extend(body.finish());
    out
}

fn pack_card(out: &mut Writer, card: &Card, label: usize) {
    if card.key == CardKey::Fingerprint(card.fingerprint) {
        out.text("");
    } else {
        out.text(&card.key.to_string());
    }
    out.eight(card.fingerprint.to_bytes());
    let kind = card.kind();
    let number = Kind::ALL.iter().position(|k| *k == kind).unwrap_or_default();
    out.byte(u8::try_from(number).unwrap_or(u8::MAX));
    let meta = &card.meta;
    let mut flags = 0;
    for (flag, set) in [
        (SUSPENDED, meta.suspended),
        (DRAFT, meta.draft),
        (RANK_A, meta.effective_rank() == Some(Rank::A)),
        (RANK_B, meta.effective_rank() == Some(Rank::B)),
        (OBJECTIVE, !meta.objectives.is_empty()),
        (FORMER, !card.was.is_empty()),
        (ON_PICTURE, is_on_picture(card)),
    ] {
        if set {
            flags |= flag;
        }
    }
    out.byte(flags);
    out.length(label);
    out.number(meta.effective_item().map_or(0, |item| u64::from(item.number())));
    out.number(u64::from(card.line));
    let parts = card.content.parts();
    out.length(parts.len());
    for part in &parts {
        out.text(part.as_ref().map_or("", PartKey::as_str));
    }
    if !card.was.is_empty() {
        out.length(card.was.len());
        card.was.iter().for_each(|was| out.text(&was.to_string()));
    }
}

/// Pointed at on a picture, or answered by it alone.
fn is_on_picture(card: &Card) -> bool {
    match &card.content {
        Content::Zone(zone) => matches!(zone.ground, Ground::Image { .. }),
        Content::Mask(mask) => {
            mask.names().is_empty() && card.meta.note.is_none() && card.meta.answer_image.is_none()
        }
        _ => false,
    }
}

fn labels_of(card: &Card) -> Labels {
    let mut objectives = card.meta.objectives.clone();
    let questions = match &card.content {
        Content::Case(case) | Content::Kfp(case) => case.questions.as_slice(),
        Content::Article(article) => article.questions.as_slice(),
        _ => &[],
    };
    for objective in questions.iter().flat_map(|question| &question.meta.objectives) {
        if !objectives.contains(objective) {
            objectives.push(*objective);
        }
    }
    Labels { objectives, tags: card.meta.tags.clone() }
}

/// Puts decks into a catalogue.
#[derive(Debug, Default)]
pub(super) struct Unpacker {
    pub catalogue: Catalogue,
    hashes: Vec<(u64, u32)>,
}

impl Unpacker {
    /// The catalogue, with every locator findable.
    pub(super) fn finish(self) -> Catalogue {
        let mut catalogue = self.catalogue;
        catalogue.table = super::table::Table::new(&self.hashes);
        catalogue
    }

    /// Adds the entries of deck number `deck`. `None`: the blob is not what [`pack`] makes, and the catalogue is
    /// to be thrown away.
    pub(super) fn unpack(&mut self, deck: u32, id: &DeckId, blob: &[u8]) -> Option<()> {
        let mut reader = Reader::new(blob);
        let base = u32::try_from(self.catalogue.labels.len()).ok()?;
        let count = reader.length()?;
        for _ in 0..count {
            let labels = unpack_labels(&mut reader)?;
            self.catalogue.labels.push(labels);
        }
        let cards = reader.length()?;
        self.catalogue.entries.reserve(cards);
        self.hashes.reserve(cards);
        self.catalogue.names.reserve(blob.len());
        for _ in 0..cards {
            self.unpack_card(&mut reader, deck, id, base)?;
        }
        reader.is_empty().then_some(())
    }

    fn unpack_card(&mut self, reader: &mut Reader<'_>, deck: u32, id: &DeckId, base: u32) -> Option<()> {
        let catalogue = &mut self.catalogue;
        let first = u32::try_from(catalogue.entries.len()).ok()?;
        let key = reader.text()?;
        let fingerprint = reader.eight()?;
        let name = Name {
            deck: id.as_str(),
            key: if key.is_empty() { Key::Fingerprint(fingerprint) } else { Key::Id(key) },
            part: "",
        };
        let kind = *Kind::ALL.get(usize::from(reader.byte()?))?;
        let flags = reader.byte()?;
        let labels = base.checked_add(reader.small()?)?;
        let item = match reader.small()? {
            0 => None,
            number => Some(Item::new(number)?),
        };
        let own = catalogue.labels.get(labels as usize)?.objectives.first().copied();
        let entry = Entry {
            deck,
            card: catalogue.entries.last().map_or(0, |entry| entry.card + 1),
            line: reader.small()?,
            kind,
            objective: own.filter(|_| flags & OBJECTIVE != 0),
            rank: match flags & (RANK_A | RANK_B) {
                RANK_A => Some(Rank::A),
                RANK_B => Some(Rank::B),
                _ => None,
            },
            item,
            on_picture: flags & ON_PICTURE != 0,
            schedulable: !kind.is_container(),
            starts_suspended: flags & SUSPENDED != 0,
            draft: flags & DRAFT != 0,
            fingerprint: Fingerprint::from_bytes(fingerprint),
            labels,
            key: put(&mut catalogue.names, key)?,
            part: Span::default(),
        };
        // The card as a whole is findable even where only its parts have schedules.
        self.hashes.push((name.hash(), first));
        let parts = reader.length()?;
        if parts == 0 {
            catalogue.entries.push(entry);
        }
        for _ in 0..parts {
            let part = reader.text()?;
            if !part.is_empty() {
                let number = u32::try_from(catalogue.entries.len()).ok()?;
                self.hashes.push((Name { part, ..name }.hash(), number));
            }
            catalogue.entries.push(Entry { part: put(&mut catalogue.names, part)?, ..entry });
        }
        if flags & FORMER != 0 {
            for _ in 0..reader.length()? {
                catalogue.former.push((reader.text()?.parse().ok()?, first));
            }
        }
        Some(())
    }
}

/// Appends a name.
fn put(names: &mut String, name: &str) -> Option<Span> {
    let span = Span { start: u32::try_from(names.len()).ok()?, length: u8::try_from(name.len()).ok()? };
    names.push_str(name);
    Some(span)
}

fn unpack_labels(reader: &mut Reader<'_>) -> Option<Labels> {
    let mut labels = Labels::default();
    for _ in 0..reader.length()? {
        labels.objectives.push(reader.text()?.parse::<ObjectiveId>().ok()?);
    }
    for _ in 0..reader.length()? {
        labels.tags.push(reader.text()?.into());
    }
    Some(labels)
}
