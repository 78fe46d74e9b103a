//! A new deck of the student's own, from a commented skeleton.

use std::{
    io,
    path::{Path, PathBuf},
};

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use super::{files::write_new, paths::Paths};
use crate::{
    card::{DeckId, Text},
    i18n::Lang,
};

/// How long the name of a deck may be.
const LONGEST: usize = 100;

/// A deck that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDeck {
    /// Its id.
    pub id: DeckId,
    /// Its file.
    pub path: PathBuf,
    /// Whether it lies in the student's own folder of decks, where Carabin finds it by itself.
    pub is_found: bool,
    title: String,
}

impl NewDeck {
    /// What `name` means: the name of a deck in the student's folder, or, with a slash or ending in `.yaml`, the path of
    /// a file. `None` when no letter and no digit is left for an id.
    #[must_use]
    pub fn named(name: &str, paths: &Paths) -> Option<Self> {
        let path = Path::new(name);
        let is_yaml = path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"));
        let is_path = is_yaml || name.contains(std::path::is_separator);
        let stem = if is_yaml { path.file_stem() } else { path.file_name() };
        let stem = stem?.to_string_lossy();
        let id: DeckId = slug(&stem).parse().ok()?;
        let file = match (is_path, is_yaml) {
            (false, _) => paths.decks().join(format!("{id}.yaml")),
            (true, true) => path.to_owned(),
            (true, false) => path.with_file_name(format!("{stem}.yaml")),
        };
        let folder = std::path::absolute(&file).ok().and_then(|file| file.parent().map(Path::to_owned));
        let is_found = folder == std::path::absolute(paths.decks()).ok();
        Some(Self { id, path: file, is_found, title: Text::one_line(&stem).to_string() })
    }

    /// The skeleton, as it is written.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let skeleton = match lang {
            Lang::Fr => include_str!("../../assets/guide/skeleton.fr.yaml"),
            Lang::En => include_str!("../../assets/guide/skeleton.en.yaml"),
        };
        let title = self.title.replace('\\', "\\\\").replace('"', "\\\"");
        skeleton.replacen("{deck}", self.id.as_str(), 1).replacen("{title}", &title, 1)
    }

    /// Writes it, with the folders that lead to it.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] when the file is there, which is then as it was; any other of the file system's.
    pub fn write(&self, lang: Lang) -> io::Result<()> {
        if let Some(folder) = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)?;
        }
        write_new(&self.path, self.text(lang).as_bytes())
    }

    /// The line of the first model, from 1.
    #[must_use]
    pub fn first_card(&self, lang: Lang) -> u32 {
        let before = self.text(lang).lines().take_while(|line| !line.starts_with("  # - id:")).count();
        u32::try_from(before + 1).unwrap_or(1)
    }
}

/// Lower-case letters and digits without accents, the rest as single hyphens.
fn slug(name: &str) -> String {
    let plain = name.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let marked: String =
        plain.map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(LONGEST).collect();
    marked.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::{self, NoMedia};

    fn home() -> (tempfile::TempDir, Paths) {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = Paths::find(Some(folder.path().as_os_str().to_owned())).expect("paths");
        (folder, paths)
    }

    #[test]
    fn a_name_goes_to_the_folder_of_decks_and_a_path_where_it_says() {
        let (folder, paths) = home();
        let named = NewDeck::named("Cardio & Œdème : l'HTA", &paths).expect("a deck");
        assert_eq!(named.id.as_str(), "cardio-deme-l-hta");
        assert_eq!(named.path, paths.decks().join("cardio-deme-l-hta.yaml"));
        assert!(named.is_found);
        let file = folder.path().join("cours/Épilepsie.yaml");
        let there = NewDeck::named(&file.to_string_lossy(), &paths).expect("a deck");
        assert_eq!((there.id.as_str(), &there.path, there.is_found), ("epilepsie", &file, false));
        let bare =
            NewDeck::named(&folder.path().join("cours/sang").to_string_lossy(), &paths).expect("a deck");
        assert_eq!(bare.path, folder.path().join("cours/sang.yaml"));
        assert_eq!(NewDeck::named("…", &paths), None);
        assert_eq!(NewDeck::named("", &paths), None);
    }

    #[test]
    fn the_skeleton_is_an_empty_deck_and_each_of_its_models_a_card_once_it_is_no_comment() {
        let (_folder, paths) = home();
        let empty = |text: &str| deck::read(text.as_bytes(), &NoMedia);
        for lang in Lang::ALL {
            for name in ["cardio", "12", "a \"b\" \\ c", "no"] {
                let new = NewDeck::named(name, &paths).expect("a deck");
                let reading = empty(&new.text(lang));
                let codes: Vec<&str> = reading.diagnostics.iter().map(|found| found.code).collect();
                assert_eq!((codes, reading.deck.expect("a deck").cards.len()), (vec!["no-cards"], 0));
                let reading = empty(&new.text(lang).replace("\n  # ", "\n  "));
                assert_eq!(reading.diagnostics, [], "{lang}: {name}");
                let deck = reading.deck.expect("a deck");
                assert_eq!((deck.head.id, deck.head.language.as_str()), (new.id.clone(), lang.code()));
                assert!(deck.cards.iter().all(|card| !card.meta.draft) && deck.cards.len() >= 4);
                assert_eq!(deck.cards[0].line, new.first_card(lang));
            }
        }
    }

    #[test]
    fn a_file_that_is_there_stays_as_it_is() {
        let (_folder, paths) = home();
        let new = NewDeck::named("cardio", &paths).expect("a deck");
        new.write(Lang::Fr).expect("written");
        let before = std::fs::read_to_string(&new.path).expect("there");
        let kind = new.write(Lang::En).expect_err("refused").kind();
        assert_eq!(kind, io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read_to_string(&new.path).expect("there"), before);
    }
}
