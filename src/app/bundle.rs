//! The decks that are part of the binary.

use crate::library::{Bundled, BundledFile};

macro_rules! bundled {
    ($($name:literal $([$($file:literal),*])?),* $(,)?) => {
        &[$(Bundled {
            path: $name,
            text: include_str!(concat!("../../decks/", $name)),
            media: &[$($(BundledFile {
                path: $file,
                bytes: include_bytes!(concat!("../../decks/", $file)),
            }),*)?],
        }),*]
    };
}

/// The decks that are part of the binary, in the order in which Home shows them.
pub(super) const DECKS: &[Bundled] = bundled![
    "edn-019-missions-fr.yaml",
    "edn-019-cog-ondam-fr.yaml",
    "edn-019-uncam-fr.yaml",
    "edn-019-histoire-fr.yaml",
    "edn-019-reseau-fr.yaml"["media/network.png"],
    "edn-019-missions-en.yaml",
    "edn-019-cog-ondam-en.yaml",
    "edn-019-uncam-en.yaml",
    "edn-019-histoire-en.yaml",
    "edn-019-reseau-en.yaml"["media/network.png"],
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn files(folder: &str) -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let entries = std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry"));
        let mut files: Vec<String> = entries
            .filter(|entry| entry.path().is_file())
            .map(|entry| entry.file_name().into_string().expect("a name"))
            .collect();
        files.sort();
        files
    }

    #[test]
    fn every_deck_of_the_folder_is_part_of_the_binary() {
        let mut bundled: Vec<&str> = DECKS.iter().map(|deck| deck.path).collect();
        bundled.sort_unstable();
        assert_eq!(files("decks"), bundled);
    }

    #[test]
    fn every_file_beside_the_decks_is_part_of_the_binary_with_the_decks_that_show_it() {
        let mut bundled: Vec<&str> = Vec::new();
        for deck in DECKS {
            for file in deck.media {
                assert!(deck.text.contains(file.path), "{} does not show {}", deck.path, file.path);
                bundled.extend(file.path.strip_prefix("media/"));
            }
        }
        bundled.sort_unstable();
        bundled.dedup();
        assert_eq!(files("decks/media"), bundled);
    }
}
