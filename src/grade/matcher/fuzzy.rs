//! How alike two words are.

use super::{
    acronyms, inflect, mistakes, phonetic,
    token::{Form, Word},
    traps,
};

/// How well something that was typed fits something that is expected, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Quality {
    /// The same.
    Same,
    /// The same but for accents.
    Accents,
    /// The same but for number and gender.
    Inflected,
    /// Less precise, but enough for what is asked.
    Partial,
    /// So many letters differ; few enough to be a typing mistake.
    Typo(usize),
    /// Alike, but not enough to be sure.
    Rough,
    /// Right as far as it goes, and it does not go far enough.
    Vague,
}

/// How many letters of an expected word may differ: up to 4 letters none, 5 to 7 one, from 8 on two, but one where the word
/// is the whole answer.
pub(super) fn allowed(length: usize, alone: bool) -> usize {
    match length {
        0..=4 => 0,
        5..=7 => 1,
        _ if alone => 1,
        _ => 2,
    }
}

/// How well `typed` fits `expected`; `None` when it is another word. `alone`: the expected word is the whole answer.
///
/// Acronyms, words with figures and Roman numerals fit only as they are (2010/2018, T2A/T2B and Cpam/Cram are one letter
/// apart), and so do pairs that are known to be taken for one another. A different first letter is not a typing
/// mistake but mostly another word (afférent/efférent, symétrique/asymétrique); so is a letter in the place of one that it
/// is rarely mistyped for (rénine/rétine), which is held to be unsure.
pub(super) fn words(expected: &Word, typed: &Word, alone: bool) -> Option<Quality> {
    if expected.plain == typed.plain {
        let same = expected.accented == typed.accented;
        return Some(if same { Quality::Same } else { Quality::Accents });
    }
    let says_no = |w: &Word| matches!(w.plain.as_str(), "non" | "pas" | "not");
    if says_no(expected) && says_no(typed) {
        return Some(Quality::Inflected);
    }
    if is_acronym(expected) || acronyms::is_known(&typed.plain) {
        return plural_of_acronym(expected, typed).then_some(Quality::Inflected);
    }
    if sound_of_first(&expected.plain) != sound_of_first(&typed.plain) {
        return None;
    }
    let literal = |w: &Word| w.has_digit() || inflect::roman(&w.plain).is_some();
    if literal(expected) || literal(typed) || traps::confusable(expected, typed) {
        return None;
    }
    if expected.stem == typed.stem {
        return Some(Quality::Inflected);
    }
    if abbreviates(typed, expected) && !alone {
        return Some(Quality::Rough);
    }
    let length = expected.plain.chars().count();
    let (distance, likely) = mistakes::between(&expected.plain, &typed.plain);
    if distance <= allowed(length, alone) && likely {
        Some(Quality::Typo(distance))
    } else if (length > 4 && distance <= (length / 4).min(3)) || sounds_alike(&expected.plain, &typed.plain) {
        Some(Quality::Rough)
    } else {
        None
    }
}

/// Whether the expected word is an acronym: by the table, or by its capitals.
pub(super) fn is_acronym(word: &Word) -> bool {
    (matches!(word.form, Form::Capitals | Form::CapitalsAndS) && word.plain.chars().count() <= 8)
        || acronyms::is_known(&word.plain)
}

/// "CPAMs" or "cpams" for CPAM, unless that is an acronym of its own; "CPAM" for CPAMs where the table knows it (`HBs` is
/// no plural).
fn plural_of_acronym(expected: &Word, typed: &Word) -> bool {
    let plural = typed.plain.strip_suffix('s') == Some(expected.plain.as_str());
    let singular = expected.plain.strip_suffix('s') == Some(typed.plain.as_str());
    let known = acronyms::is_known;
    (plural && typed.form != Form::Capitals && expected.plain.len() > 2 && !known(&typed.plain))
        || (singular && expected.form == Form::CapitalsAndS && known(&typed.plain) && !known(&expected.plain))
}

/// "vit" for vitamine, "E." for Escherichia.
fn abbreviates(typed: &Word, expected: &Word) -> bool {
    let letters = typed.plain.chars().count();
    expected.plain.len() >= 6
        && expected.plain.starts_with(&typed.plain)
        && (letters >= 3 || (letters == 1 && typed.form == Form::Letter))
}

fn sounds_alike(a: &str, b: &str) -> bool {
    let key = phonetic::key(a);
    key.chars().count() >= 4 && key == phonetic::key(b)
}

/// The first letter, those that are heard alike taken together and a silent h left out.
fn sound_of_first(plain: &str) -> Option<char> {
    let word = plain.strip_prefix('h').unwrap_or(plain);
    if word.starts_with("ph") {
        return Some('f');
    }
    if word.starts_with("oe") || word.starts_with("ae") {
        return Some('e');
    }
    word.chars().next().map(|c| match c {
        'k' | 'q' => 'c',
        'y' => 'i',
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grade::matcher::{language::Language, scan::scan, text, token::Token};

    fn word(raw: &str) -> Word {
        match scan(&text::prepare(raw), Language::French).as_slice() {
            [Token::Word(word)] => word.clone(),
            other => panic!("{raw}: {other:?}"),
        }
    }

    fn fit(expected: &str, typed: &str) -> Option<Quality> {
        words(&word(expected), &word(typed), true)
    }

    #[test]
    fn the_longer_the_word_the_more_may_differ() {
        assert_eq!(fit("foie", "foire"), None);
        assert_eq!(fit("Sénat", "Sénatt"), Some(Quality::Typo(1)));
        assert_eq!(fit("Parlement", "Parlment"), Some(Quality::Typo(1)));
        assert_eq!(fit("Parlement", "Prlment"), Some(Quality::Rough));
        assert_eq!(words(&word("Parlement"), &word("Prlment"), false), Some(Quality::Typo(2)));
        assert_eq!(fit("Parlement", "gouvernement"), None);
    }

    #[test]
    fn neighbours_on_the_keyboard_swapped_are_one_mistake() {
        assert_eq!(fit("Parlement", "Parelment"), Some(Quality::Typo(1)));
    }

    #[test]
    fn acronyms_and_figures_fit_only_as_they_are() {
        for (a, b) in
            [("CPAM", "CRAM"), ("UNCAM", "UNOCAM"), ("T2A", "T2B"), ("XYZAB", "XYZAC"), ("Cnam", "cram")]
        {
            assert_eq!(fit(a, b), None, "{a}, {b}");
        }
        assert_eq!(fit("CPAM", "cpams"), Some(Quality::Inflected));
        assert_eq!(fit("CSG", "cogs"), None);
        assert_eq!(fit("CGS", "cgss"), None);
    }

    #[test]
    fn another_first_letter_is_another_word() {
        assert_eq!(fit("symétrique", "asymétrique"), None);
        assert_eq!(fit("hématome", "ématome"), Some(Quality::Typo(1)));
        assert_eq!(fit("œdème", "édème"), Some(Quality::Typo(1)));
    }

    #[test]
    fn what_sounds_alike_is_not_sure() {
        assert_eq!(fit("traitant", "tretent"), Some(Quality::Rough));
    }
}
