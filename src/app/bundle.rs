//! The decks that are part of the binary.

use crate::library::Bundled;

macro_rules! bundled {
    ($($name:literal),* $(,)?) => {
        &[$(Bundled { path: $name, text: include_str!(concat!("../../decks/", $name)) }),*]
    };
}

/// The decks that are part of the binary, in the order in which Home shows them.
pub(super) const DECKS: &[Bundled] = bundled![
    "edn-019-missions-fr.yaml",
    "edn-019-cog-ondam-fr.yaml",
    "edn-019-uncam-fr.yaml",
    "edn-019-histoire-fr.yaml",
    "edn-019-reseau-fr.yaml",
    "edn-019-missions-en.yaml",
    "edn-019-cog-ondam-en.yaml",
    "edn-019-uncam-en.yaml",
    "edn-019-histoire-en.yaml",
    "edn-019-reseau-en.yaml",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deck_of_the_folder_is_part_of_the_binary() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/decks");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .expect("the folder")
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
            .filter(|name| std::path::Path::new(name).extension().is_some_and(|end| end == "yaml"))
            .collect();
        let mut bundled: Vec<&str> = DECKS.iter().map(|deck| deck.path).collect();
        files.sort();
        bundled.sort_unstable();
        assert_eq!(files, bundled);
    }
}
