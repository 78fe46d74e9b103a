//! The files that go along, under names that Anki has room for: in a package each name stands for one file.

use std::collections::{BTreeMap, HashMap};

use blake3::Hash;

use super::Load;
use crate::card::DeckId;

/// A file that goes along: its name in Anki, its deck and its name there.
pub(super) type Media = Vec<(String, DeckId, String)>;

/// A file of a deck.
type File = (DeckId, String);

/// The files of a package.
pub(super) struct Files<'l> {
    load: Load<'l>,
    named: BTreeMap<String, File>,
    /// The contents of files whose names were asked for twice.
    contents: HashMap<File, Option<Hash>>,
}

impl<'l> Files<'l> {
    pub(super) fn new(load: Load<'l>) -> Self {
        Self { load, named: BTreeMap::new(), contents: HashMap::new() }
    }

    /// Takes a file along that its note calls `name`; gives the name that it gets. That is another one where the name stands for
    /// another picture already: notes of two packages both call theirs `image.png`.
    pub(super) fn name(&mut self, name: &str, deck: &DeckId, file: &str) -> String {
        let own = (deck.clone(), file.to_owned());
        let Some(first) = self.named.get(name).cloned() else {
            self.named.insert(name.to_owned(), own);
            return name.to_owned();
        };
        if first == own {
            return name.to_owned();
        }
        let (theirs, ours) = (self.content(&first), self.content(&own));
        let Some(hash) = ours.filter(|_| theirs != ours) else { return name.to_owned() };
        let mark = &hash.to_hex()[..12];
        let free = match name.rsplit_once('.') {
            Some((stem, extension)) => format!("{stem}-{mark}.{extension}"),
            None => format!("{name}-{mark}"),
        };
        self.named.entry(free.clone()).or_insert(own);
        free
    }

    fn content(&mut self, file: &File) -> Option<Hash> {
        let load = self.load;
        *self
            .contents
            .entry(file.clone())
            .or_insert_with(|| load(&file.0, &file.1).map(|bytes| blake3::hash(&bytes)))
    }

    /// All of them, by their names.
    pub(super) fn all(&mut self) -> Media {
        std::mem::take(&mut self.named).into_iter().map(|(name, (deck, file))| (name, deck, file)).collect()
    }
}

/// Fields of a note with the file `old` called `new`: where it is named as a picture or a sound, not where its name is said.
pub(super) fn renamed(fields: &str, old: &str, new: &str) -> String {
    let mut out = fields.to_owned();
    let forms: [fn(&str) -> String; 3] = [
        str::to_owned,
        |name| name.replace('&', "&amp;"),
        // As editors of web pages write it.
        |name| name.replace('%', "%25").replace(' ', "%20"),
    ];
    for form in forms {
        let (old, new) = (form(old), form(new));
        for [before, after] in [["\"", "\""], ["'", "'"], ["=", ">"], ["=", " "], ["[sound:", "]"]] {
            out = out.replace(&format!("{before}{old}{after}"), &format!("{before}{new}{after}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_stands_for_two_pictures_is_told_apart() {
        let load = |deck: &DeckId, _: &str| Some(deck.to_string().into_bytes());
        let mut files = Files::new(&load);
        let [a, b]: [DeckId; 2] = ["a", "b"].map(|id| id.parse().expect("an id"));
        assert_eq!(files.name("image.png", &a, "media/image.png"), "image.png");
        assert_eq!(files.name("image.png", &a, "media/image.png"), "image.png");
        let other = files.name("image.png", &b, "media/image.png");
        assert!(other.starts_with("image-") && other.strip_suffix(".png").is_some(), "{other}");
        assert_eq!(files.name("image.png", &b, "media/image.png"), other, "always by the same name");
        assert_eq!(files.all().len(), 2);
    }

    #[test]
    fn what_is_the_same_picture_goes_along_once() {
        let load = |_: &DeckId, _: &str| Some(b"the same".to_vec());
        let mut files = Files::new(&load);
        for deck in ["a", "b"] {
            let deck = deck.parse().expect("an id");
            assert_eq!(files.name("image.png", &deck, "media/image.png"), "image.png");
        }
        assert_eq!(files.all().len(), 1);
    }

    #[test]
    fn a_picture_is_renamed_where_it_is_shown_and_nowhere_else() {
        let fields =
            "<img src=\"a b.png\"> a b.png <img src='a b.png'>\u{1f}<img src=a%20b.png>[sound:a b.png]";
        assert_eq!(
            renamed(fields, "a b.png", "c d.png"),
            "<img src=\"c d.png\"> a b.png <img src='c d.png'>\u{1f}<img src=c%20d.png>[sound:c d.png]"
        );
    }
}
