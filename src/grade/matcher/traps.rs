//! Words that are easily taken for one another.

use std::{collections::HashMap, sync::OnceLock};

use super::{inflect, language::Language, token::Word};

/// The table; its form is told in its first lines.
const TABLE: &str = include_str!("confusables.tsv");

struct Traps {
    /// The groups that a word (as it is, and as its French or English stem) belongs to.
    words: HashMap<String, Vec<usize>>,
    twins: Vec<Vec<&'static str>>,
    prefixes: Vec<Vec<&'static str>>,
    suffixes: Vec<Vec<&'static str>>,
}

fn traps() -> &'static Traps {
    static TRAPS: OnceLock<Traps> = OnceLock::new();
    TRAPS.get_or_init(|| {
        let mut traps =
            Traps { words: HashMap::new(), twins: Vec::new(), prefixes: Vec::new(), suffixes: Vec::new() };
        for (number, (kind, members)) in rows().enumerate() {
            match kind {
                "twin" => traps.twins.push(members),
                "prefix" => traps.prefixes.push(members),
                "suffix" => traps.suffixes.push(members),
                _ => members.into_iter().for_each(|word| traps.add_word(word, number)),
            }
        }
        traps
    })
}

fn rows() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(|(kind, rest)| (kind, rest.split('|').collect()))
}

impl Traps {
    fn add_word(&mut self, word: &str, group: usize) {
        let french = inflect::stem(word, Language::French);
        let english = inflect::stem(word, Language::English);
        for key in [word.to_owned(), french, english] {
            let groups = self.words.entry(key).or_default();
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
    }

    /// Whether the two are words of their own that only look like two genders of one.
    fn are_twins(&self, a: &str, b: &str) -> bool {
        let singular = |word: &'_ str| word.strip_suffix('s').unwrap_or(word).to_owned();
        let (a, b) = (singular(a), singular(b));
        a != b && self.twins.iter().any(|row| row.contains(&a.as_str()) && row.contains(&b.as_str()))
    }

    fn groups(&self, word: &Word) -> impl Iterator<Item = usize> {
        let of = |key: &str| self.words.get(key).map_or(&[][..], Vec::as_slice);
        of(&word.plain).iter().chain(of(&word.stem)).copied()
    }
}

/// Whether the two words are known to be taken for one another.
pub(super) fn confusable(a: &Word, b: &Word) -> bool {
    let traps = traps();
    if a.plain == b.plain || a.stem == b.stem {
        return traps.are_twins(&a.plain, &b.plain);
    }
    traps.groups(a).any(|group| traps.groups(b).any(|other| group == other))
        || traps.prefixes.iter().any(|group| opposed(group, &a.plain, &b.plain, str::strip_prefix))
        || traps.suffixes.iter().any(|group| opposed_endings(group, &a.stem, &b.stem))
        || traps.suffixes.iter().any(|group| opposed_endings(group, &a.plain, &b.plain))
        || derived(&a.plain, &b.plain)
        || derived(&b.plain, &a.plain)
}

/// Words of `typed` that exclude a word of `expected` which is not typed: the pair (typed, expected).
pub(super) fn opposites<'a>(expected: &[&'a Word], typed: &[&'a Word]) -> Option<(&'a Word, &'a Word)> {
    let traps = traps();
    for t in typed {
        for group in traps.groups(t) {
            // "pour" beside "contre" takes nothing back.
            let kept = |e: &Word| t.light && typed.iter().any(|w| w.plain == e.plain);
            let within = |w: &&&Word| !kept(w) && traps.groups(w).any(|g| g == group);
            let known = expected.iter().any(|e| e.plain == t.plain || e.stem == t.stem);
            if !known && let Some(e) = expected.iter().find(within) {
                return Some((t, e));
            }
        }
    }
    None
}

fn opposed<'a>(
    group: &[&'static str],
    a: &'a str,
    b: &'a str,
    strip: impl Fn(&'a str, &'static str) -> Option<&'a str>,
) -> bool {
    let split = |word: &'a str| {
        let fitting = group.iter().filter_map(|part| strip(word, part).map(|rest| (*part, rest)));
        fitting.max_by_key(|(part, _)| part.len())
    };
    match (split(a), split(b)) {
        (Some((x, rest_a)), Some((y, rest_b))) => x != y && similar(rest_a, rest_b),
        _ => false,
    }
}

/// Endings are listed as they are written and folded away by their stems, so both forms are tried.
fn opposed_endings(group: &[&'static str], a: &str, b: &str) -> bool {
    opposed(group, a, b, str::strip_suffix)
        || opposed(group, a, b, |word, ending| {
            ending.strip_suffix('e').filter(|e| e.len() >= 2).and_then(|ending| word.strip_suffix(ending))
        })
}

/// Whether `disease` is the inflammation, tumour or the like of what `organ` names: bronche, bronchite.
fn derived(organ: &str, disease: &str) -> bool {
    ["ite", "ose", "ome", "itis", "osis", "oma"].iter().any(|ending| {
        let root = disease.strip_suffix(ending).filter(|root| root.len() >= 4);
        let rest = root.and_then(|root| organ.strip_prefix(root));
        rest.is_some_and(|rest| rest.len() <= 2 && !ending.starts_with(rest))
    })
}

/// Whether what is left of two words is the same word, give or take a typing mistake.
fn similar(a: &str, b: &str) -> bool {
    let shorter = a.len().min(b.len());
    shorter >= 2 && strsim::osa_distance(a, b) <= usize::from(shorter >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grade::matcher::{scan::scan, token::Token};

    fn word(text: &str) -> Word {
        match scan(&crate::grade::matcher::text::prepare(text), Language::French).as_slice() {
            [Token::Word(word)] => word.clone(),
            other => panic!("{text}: {other:?}"),
        }
    }

    fn trap(a: &str, b: &str) -> bool {
        assert_eq!(confusable(&word(a), &word(b)), confusable(&word(b), &word(a)), "{a}, {b}");
        confusable(&word(a), &word(b))
    }

    #[test]
    fn every_row_of_the_table_has_a_known_kind_and_clean_members() {
        for line in TABLE.lines().filter(|l| !l.starts_with('#')) {
            let (kind, members) = line.split_once('\t').expect("a tab");
            assert!(["word", "twin", "prefix", "suffix"].contains(&kind), "{line}");
            let members: Vec<&str> = members.split('|').collect();
            assert!(members.len() > 1, "{line}");
            assert!(
                members.iter().all(|m| !m.is_empty() && m.bytes().all(|b| b.is_ascii_lowercase())),
                "{line}"
            );
        }
    }

    #[test]
    fn every_pair_of_words_in_a_row_is_a_trap() {
        for (_, members) in rows().filter(|(kind, _)| *kind == "word") {
            for a in &members {
                for b in members.iter().filter(|b| *b != a) {
                    assert!(trap(a, b), "{a}, {b}");
                }
            }
        }
    }

    #[test]
    fn prefixes_and_endings_oppose_before_and_after_the_same_rest() {
        for (a, b) in [
            ("hypokaliémie", "hyperkaliémie"),
            ("intramusculaire", "intermusculaire"),
            ("susmaxillaire", "sousmaxillaire"),
            ("préopératoire", "postopératoire"),
            ("anticoagulant", "procoagulant"),
            ("endogène", "exogène"),
            ("macroscopique", "microscopique"),
            ("bradycardie", "tachycardie"),
            ("polyurie", "oligurie"),
            ("aphagie", "dysphagie"),
            ("arthrite", "arthrose"),
            ("amylase", "amylose"),
            ("nitrate", "nitrite"),
            ("colectomie", "colostomie"),
            ("hypokaliémie", "hypocalcémie"),
            ("dysphasie", "dysphagie"),
            ("éthanol", "éthanal"),
            ("bronche", "bronchite"),
            ("médecin", "médecines"),
            ("épithélium", "épithélioma"),
        ] {
            assert!(trap(a, b), "{a}, {b}");
        }
    }

    #[test]
    fn a_typing_mistake_is_no_trap() {
        for (a, b) in [
            ("hypokaliémie", "hypokalliémie"),
            ("appendicite", "apendicite"),
            ("adduction", "aduction"),
            ("prévention", "prevantion"),
            ("médical", "médicale"),
            ("médecin", "médecins"),
            ("Parlement", "Parlment"),
            ("diverticulite", "diverticulit"),
        ] {
            assert!(!trap(a, b), "{a}, {b}");
        }
    }
}
