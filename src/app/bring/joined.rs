//! Decks of one id that come together become one.

use std::collections::{HashMap, HashSet};

use super::beside::{self, hash_of};
use crate::{
    app::error::AppError,
    card::{Card, CardKey},
    exchange::{NewDeck, filenames::numbered, original::Originals},
};

/// Decks of one id as one: of two cards of one name the first counts, of two notes the newer.
pub(super) fn joined(decks: Vec<NewDeck>) -> Result<Vec<NewDeck>, AppError> {
    let mut out: Vec<NewDeck> = Vec::with_capacity(decks.len());
    for deck in decks {
        match out.iter_mut().find(|first| first.head.id == deck.head.id) {
            Some(first) => join(first, deck)?,
            None => out.push(deck),
        }
    }
    Ok(out)
}

fn join(first: &mut NewDeck, mut deck: NewDeck) -> Result<(), AppError> {
    let known: HashSet<&CardKey> = first.cards.iter().map(|card| &card.key).collect();
    deck.cards.retain(|card| !known.contains(&card.key));
    deck.head.sources.retain(|source| first.head.source(&source.key).is_none());
    join_media(first, &mut deck)?;
    first.cards.append(&mut deck.cards);
    for objective in deck.head.objectives {
        if !first.head.objectives.iter().any(|own| own.id == objective.id) {
            first.head.objectives.push(objective);
        }
    }
    first.head.sources.append(&mut deck.head.sources);
    first.notes = joined_notes(first.notes.take(), deck.notes);
    Ok(())
}

/// The files of `deck` go to those of `first`; one of the same name with another content gets another name.
fn join_media(first: &mut NewDeck, deck: &mut NewDeck) -> Result<(), AppError> {
    let mut there: HashMap<String, blake3::Hash> = HashMap::new();
    for media in &first.media {
        there.insert(media.path.clone(), hash_of(&media.source)?);
    }
    let mut shown: HashSet<String> =
        deck.cards.iter_mut().flat_map(Card::images_mut).map(|image| image.file.clone()).collect();
    shown.extend(deck.head.sources.iter().filter_map(|source| source.file.as_ref().map(ToString::to_string)));
    let mut names = HashMap::new();
    for mut media in std::mem::take(&mut deck.media) {
        let hash = hash_of(&media.source)?;
        match there.get(&media.path) {
            Some(own) if *own == hash => continue,
            Some(_) if !shown.contains(&media.path) => continue,
            Some(_) => {
                let mut free = numbered(&media.path, 2);
                let mut number = 3;
                while there.contains_key(&free) {
                    free = numbered(&media.path, number);
                    number += 1;
                }
                names.insert(std::mem::replace(&mut media.path, free.clone()), free);
            }
            None => {}
        }
        there.insert(media.path.clone(), hash);
        first.media.push(media);
    }
    deck.cards.iter_mut().for_each(|card| beside::rename(card, &names));
    beside::rename_sources(&mut deck.head, &names);
    Ok(())
}

fn joined_notes(first: Option<Vec<u8>>, second: Option<Vec<u8>>) -> Option<Vec<u8>> {
    let (Some(one), Some(other)) = (&first, &second) else { return first.or(second) };
    let both = Originals::read(one).zip(Originals::read(other)).and_then(|(mut one, other)| {
        one.join(other);
        one.write().ok()
    });
    both.map(|written| written.bytes).or(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        card::{Content, DeckHead, Fingerprint, Image, Meta, QuestionAnswer, Text},
        exchange::{
            NewMedia, Source,
            original::{NoteType, Original},
        },
    };

    fn deck(key: &str, picture: &[u8], guid: &str) -> NewDeck {
        let image = Image { file: "media/a.png".to_owned(), alt: "a".into(), credit: None };
        let content =
            Content::Qa(QuestionAnswer { question: key.into(), answer: Text::from("oui"), reverse: false });
        let card = Card {
            deck: "d".parse().expect("an id"),
            key: key.parse().expect("a key"),
            was: Vec::new(),
            line: 0,
            meta: Meta { image: Some(image), ..Meta::default() },
            fingerprint: Fingerprint::of(&content.identity()),
            content,
        };
        let mut notes = Originals { types: [(0, NoteType::default())].into(), ..Originals::default() };
        notes.notes.insert(guid.to_owned(), Original::default());
        let media = NewMedia { path: "media/a.png".to_owned(), source: Source::Bytes(picture.to_vec()) };
        NewDeck {
            head: DeckHead::new("d".parse().expect("an id"), "D".into(), "fr".into()),
            cards: vec![card],
            media: vec![media],
            notes: Some(notes.write().expect("written").bytes),
        }
    }

    #[test]
    fn two_pictures_of_one_name_and_the_notes_of_both_stay() {
        let one = joined(vec![deck("a", b"red", "x"), deck("b", b"blue", "y"), deck("c", b"red", "z")]);
        let [deck] = one.expect("joined").try_into().expect("one deck");
        let NewDeck { mut cards, media, notes, .. } = deck;
        let shown: Vec<Vec<u8>> = cards
            .iter_mut()
            .map(|card| {
                let file = &card.images_mut()[0].file;
                match &media.iter().find(|media| media.path == *file).expect("there").source {
                    Source::Bytes(bytes) => bytes.clone(),
                    Source::File(_) | Source::Copy(_) => panic!("bytes"),
                }
            })
            .collect();
        assert_eq!(shown, [b"red".to_vec(), b"blue".to_vec(), b"red".to_vec()]);
        assert_eq!(media.len(), 2);
        let notes = Originals::read(&notes.expect("notes")).expect("read");
        assert_eq!(notes.notes.keys().collect::<Vec<_>>(), ["x", "y", "z"]);
    }
}
