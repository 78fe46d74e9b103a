//! Which keys may stand where, and what an unknown one probably meant.

use unicode_normalization::UnicodeNormalization;

use super::{
    diagnostic::{Diagnostic, problem},
    node::Entry,
};
use crate::card::{Kind, Text};

/// What every card, every question of a case and the defaults may carry.
pub(super) const META: &[&str] = &[
    "objective",
    "rank",
    "item",
    "situation",
    "tags",
    "source",
    "hint",
    "note",
    "image",
    "alt",
    "answer_image",
    "as_of",
    "until",
    "shuffle",
    "suspended",
    "draft",
    "facts",
];

/// What a kind needs beside its prompt.
pub(super) fn needs(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Qa => &["a"],
        Kind::Cloze | Kind::Zone => &[],
        Kind::Mask => &["zones"],
        Kind::Qru | Kind::Qrm | Kind::Qrp => &["options"],
        Kind::Qroc => &["answers"],
        Kind::List => &["items"],
        Kind::Tcs | Kind::Case | Kind::Kfp | Kind::Article => &["questions"],
    }
}

/// What a kind may have beside its prompt and what it needs.
pub(super) fn may_have(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Qa => &["reverse"],
        Kind::Qroc => &["accept", "expand"],
        Kind::List => &["ordered"],
        Kind::Zone => &["zones", "text"],
        Kind::Mask => &["others"],
        _ => &[],
    }
}

/// The kinds that know `key`, when it belongs to some kinds only.
pub(super) fn kinds_of(key: &str) -> Vec<Kind> {
    Kind::ALL
        .into_iter()
        .filter(|&kind| needs(kind).contains(&key) || may_have(kind).contains(&key))
        .collect()
}

/// What French and English authors write for a key of ours.
const SYNONYMS: &[(&str, &str)] = &[
    ("question", "q"),
    ("recto", "q"),
    ("front", "q"),
    ("answer", "a"),
    ("reponse", "a"),
    ("r", "a"),
    ("verso", "a"),
    ("back", "a"),
    ("reponses", "answers"),
    ("acceptees", "accept"),
    ("qcm", "qrm"),
    ("qcs", "qru"),
    ("qcu", "qru"),
    ("mcq", "qrm"),
    ("trou", "cloze"),
    ("cache", "mask"),
    ("masque", "mask"),
    ("occlusion", "mask"),
    ("autres", "others"),
    ("texte_a_trous", "cloze"),
    ("liste", "list"),
    ("elements", "items"),
    ("propositions", "options"),
    ("choix", "options"),
    ("choices", "options"),
    ("juste", "correct"),
    ("vrai", "correct"),
    ("true", "correct"),
    ("right", "correct"),
    ("faux", "wrong"),
    ("false", "wrong"),
    ("incorrect", "wrong"),
    ("indispensable", "required"),
    ("inacceptable", "unacceptable"),
    ("pourquoi", "why"),
    ("explication", "note"),
    ("explanation", "note"),
    ("commentaire", "note"),
    ("comment", "note"),
    ("indice", "hint"),
    ("objectif", "objective"),
    ("objectifs", "objectives"),
    ("rang", "rank"),
    ("etiquettes", "tags"),
    ("tag", "tags"),
    ("sujet", "tags"),
    ("legende", "alt"),
    ("caption", "alt"),
    ("fichier", "file"),
    ("path", "file"),
    ("src", "file"),
    ("dossier", "case"),
    ("dp", "case"),
    ("titre", "title"),
    ("name", "title"),
    ("nom", "title"),
    ("langue", "language"),
    ("lang", "language"),
    ("auteur", "author"),
    ("auteurs", "authors"),
    ("licence", "license"),
    ("cartes", "cards"),
    ("rubrique", "rubric"),
    ("lien", "url"),
    ("link", "url"),
    ("hypothese", "hypothesis"),
    ("resultat", "finding"),
    ("depuis", "as_of"),
    ("jusqu_au", "until"),
    ("brouillon", "draft"),
    ("vote", "votes"),
];

/// The key of `known` that `key` probably meant.
pub(super) fn nearest<'k>(key: &str, known: &[&'k str]) -> Option<&'k str> {
    let folded = fold(key);
    let synonym = SYNONYMS.iter().find(|(theirs, _)| *theirs == folded).map(|(_, ours)| *ours);
    if let Some(found) = known.iter().find(|k| **k == folded || Some(**k) == synonym) {
        return Some(found);
    }
    // Also finds `author` where only `authors` is known.
    let via =
        synonym.and_then(|ours| known.iter().find(|k| k.trim_end_matches('s') == ours.trim_end_matches('s')));
    if let Some(found) = via {
        return Some(found);
    }
    let allowed = match folded.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        6..=9 => 2,
        _ => 3,
    };
    known
        .iter()
        .map(|k| (strsim::osa_distance(&folded, k), *k))
        .filter(|&(distance, _)| distance <= allowed)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, k)| k)
}

fn fold(key: &str) -> String {
    key.nfd()
        .filter(char::is_ascii)
        .map(|c| if c == '-' || c == ' ' || c == '\'' { '_' } else { c.to_ascii_lowercase() })
        .collect()
}

/// The report on a key that the record does not have, and the key that was probably meant.
pub(super) fn unknown(
    entry: &Entry,
    place: &str,
    known: &[&'static str],
) -> (Diagnostic, Option<&'static str>) {
    let (key, span) = (&entry.key, entry.key_span.clone());
    if key.trim().is_empty() {
        return (problem!(Error "key-not-text" at span; help "key-not-text-help"), None);
    }
    if Text::would_lose(key) {
        let clean = Text::clean(key);
        let near = known.iter().copied().find(|known| *known == clean.as_str());
        return (problem!(Error "control-character" at span; help "control-character-help"), near);
    }
    if key == "<<" {
        return (problem!(Error "merge-key" at span; help "merge-key-help"), None);
    }
    let near = nearest(key, known);
    let found = match near {
        Some(near) => {
            problem!(Error "unknown-key" at span, key = key, place = place, near = near; help "unknown-key-near")
        }
        // All the keys of a card would be a wall of words.
        None if place == "card" => {
            problem!(Error "unknown-key" at span, key = key, place = place; help "unknown-key-card")
        }
        None => problem!(Error "unknown-key" at span, key = key, place = place, known = list(known);
            help "unknown-key-list"),
    };
    (found, near)
}

/// `a`, `b`, `c` — for messages.
pub(super) fn list(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

/// Lower-case ASCII letters and digits with hyphens between the words, at most `longest` characters, cut at a word.
#[must_use]
pub fn slug(text: &str, longest: usize) -> String {
    let mut out = String::new();
    for c in text.nfkd() {
        match c {
            'œ' | 'Œ' => out.push_str("oe"),
            'æ' | 'Æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            // Combining accents vanish without splitting the word.
            '\u{300}'..='\u{36f}' => {}
            _ if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            _ => {}
        }
    }
    if out.len() > longest {
        // One character more tells whether the cut falls between two words.
        let cut = &out[..=longest];
        let end = cut.rfind('-').filter(|&end| end >= longest / 2).unwrap_or(longest);
        out.truncate(end);
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_author_meant_is_found_by_synonym_and_by_nearness() {
        let card = ["q", "a", "answers", "objective", "note", "authors"];
        assert_eq!(nearest("réponse", &card), Some("a"));
        assert_eq!(nearest("Réponses", &card), Some("answers"));
        assert_eq!(nearest("objectve", &card), Some("objective"));
        assert_eq!(nearest("Q", &card), Some("q"));
        assert_eq!(nearest("auteur", &card), Some("authors"));
        assert_eq!(nearest("zzz", &card), None);
    }

    #[test]
    fn a_slug_is_short_ascii_and_ends_at_a_word() {
        assert_eq!(slug("Qui vote l'ONDAM, et à quel rythme ?", 40), "qui-vote-l-ondam-et-a-quel-rythme");
        assert_eq!(slug("Œdème aigu du poumon : quelle première mesure ?", 20), "oedeme-aigu-du");
        assert_eq!(slug("???", 40), "");
        assert_eq!(slug(&"a".repeat(99), 40).len(), 40);
    }

    #[test]
    fn every_key_that_is_needed_belongs_to_its_kind() {
        assert_eq!(kinds_of("options"), [Kind::Qru, Kind::Qrm, Kind::Qrp]);
        assert!(kinds_of("note").is_empty());
    }
}
