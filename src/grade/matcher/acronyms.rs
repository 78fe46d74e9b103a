//! The built-in table of acronyms.

use std::{collections::HashMap, sync::OnceLock};

use super::{
    language::Language,
    phrase::{Phrase, Side},
    text,
};

/// The table; its form is told in its first lines.
const TABLE: &str = include_str!("acronyms.tsv");

/// A thing that has an acronym: its row in the table.
pub(super) type Thing = usize;

struct Row {
    /// The one meant when nothing else is said.
    first: bool,
    expansions: Vec<Phrase>,
}

struct Acronyms {
    rows: Vec<Row>,
    by_acronym: HashMap<String, Vec<Thing>>,
    by_expansion: HashMap<String, Vec<Thing>>,
}

fn table() -> &'static Acronyms {
    static ACRONYMS: OnceLock<Acronyms> = OnceLock::new();
    ACRONYMS.get_or_init(|| {
        let mut table =
            Acronyms { rows: Vec::new(), by_acronym: HashMap::new(), by_expansion: HashMap::new() };
        for line in TABLE.lines().filter(|l| !l.starts_with('#')) {
            table.add(line);
        }
        table
    })
}

impl Acronyms {
    fn add(&mut self, line: &'static str) {
        let Some((names, words)) = line.split_once('\t') else { return };
        let thing = self.rows.len();
        let acronyms: Vec<&str> = names.split('|').map(|n| n.trim_end_matches('*')).collect();
        for name in &acronyms {
            self.by_acronym.entry(acronym_key(name)).or_default().push(thing);
        }
        let texts = words.split('|').filter(|w| !w.is_empty());
        let expansions: Vec<Phrase> =
            texts.map(|w| Phrase::read(w, Side::Expected, Language::French)).collect();
        for phrase in &expansions {
            let key = phrase.joined_stems(&phrase.content(&[]));
            let things = self.by_expansion.entry(key).or_default();
            if !things.contains(&thing) {
                things.push(thing);
            }
        }
        self.rows.push(Row { first: names.contains('*'), expansions });
    }
}

fn acronym_key(name: &str) -> String {
    text::plain(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether this is a known acronym (lower case, no accents, no spaces).
pub(super) fn is_known(key: &str) -> bool {
    table().by_acronym.contains_key(key)
}

/// What this acronym may stand for.
pub(super) fn things_of_acronym(key: &str) -> &'static [Thing] {
    table().by_acronym.get(key).map_or(&[], Vec::as_slice)
}

/// What these words (French stems without spaces) are.
pub(super) fn things_of_words(key: &str) -> &'static [Thing] {
    table().by_expansion.get(key).map_or(&[], Vec::as_slice)
}

/// The one thing that this acronym stands for when nothing else is said, if there is one.
pub(super) fn usual(key: &str) -> Option<Thing> {
    match things_of_acronym(key) {
        [] => None,
        [thing] => Some(*thing),
        several => several.iter().copied().find(|t| table().rows.get(*t).is_some_and(|r| r.first)),
    }
}

/// What a thing is called in words.
pub(super) fn expansions(thing: Thing) -> &'static [Phrase] {
    table().rows.get(thing).map_or(&[], |row| row.expansions.as_slice())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let lines = TABLE.lines().filter(|l| !l.starts_with('#')).count();
        assert_eq!(table().rows.len(), lines);
        assert!(table().by_acronym.keys().all(|key| key.len() > 1));
    }

    #[test]
    fn every_acronym_of_the_domain_is_known() {
        for name in "Cnam CNAMTS CPAM Cram Carsat Cramif CGSS CSS C2S CMU CMU-C ACS PUMa CCSS DRSM ELSM Ugecam CTI \
                     CEIR CES CSG COG CPG ONDAM LFSS PLFSS UNCAM UNOCAM MSA CCMSA RSI HAS ARS DAM CCAM NGAP T2A ALD IJ \
                     AT-MP RP GDR Cnav Cnaf CAF Urssaf Acoss CNSA CNG EDN ECOS LCA OIC SDD QRU QRM QRP QROC TCS KFP DP"
            .split_whitespace()
        {
            assert!(is_known(&acronym_key(name)), "{name}");
        }
    }

    #[test]
    fn an_ambiguous_acronym_has_no_usual_meaning_unless_the_table_says_so() {
        assert_eq!(usual("css"), None);
        assert_eq!(usual("ic"), None);
        assert!(usual("c2s").is_some() && usual("cnam").is_some() && usual("hta").is_some());
        assert_ne!(usual("cnam"), usual("cnamts"));
    }

    #[test]
    fn no_two_things_are_called_the_same() {
        for (words, things) in &table().by_expansion {
            assert_eq!(things.len(), 1, "{words}");
        }
    }
}
