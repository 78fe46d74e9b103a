//! What depends on the language of a deck.

/// The languages with rules of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Language {
    French,
    English,
    /// Case, accents, punctuation and figures only.
    Other,
}

/// Words that carry no meaning of their own in an answer.
const LIGHT_FR: &[&str] = &[
    "le", "la", "les", "un", "une", "des", "de", "du", "au", "aux", "a", "en", "et", "ce", "cet", "cette",
    "ces", "son", "sa", "ses", "leur", "leurs", "notre", "nos", "votre", "vos", "mon", "ma", "mes", "qui",
    "que", "se", "dans", "par", "pour", "chez", "environ", "pendant", "durant", "depuis", "entre",
];

/// French articles are among them: decks in English keep the French proper names.
const LIGHT_EN: &[&str] = &[
    "the",
    "a",
    "an",
    "of",
    "to",
    "and",
    "in",
    "by",
    "for",
    "its",
    "their",
    "this",
    "that",
    "these",
    "those",
    "about",
    "approximately",
    "from",
    "between",
    "during",
    "le",
    "la",
    "les",
    "de",
    "du",
    "des",
    "et",
];

const NEGATIONS_FR: &[&str] =
    &["ne", "pas", "non", "sans", "jamais", "ni", "aucun", "aucune", "contre", "anti", "absence", "pseudo"];

const NEGATIONS_EN: &[&str] = &[
    "not", "no", "non", "without", "never", "none", "nor", "neither", "cannot", "sans", "anti", "absence",
    "contra", "pseudo",
];

/// Ways to open an answer that are not part of it; the longest first.
const OPENINGS_FR: &[&[&str]] = &[
    &["je", "pense", "que", "c", "est"],
    &["je", "dirais"],
    &["la", "reponse", "est"],
    &["il", "s", "agit"],
    &["c", "est"],
    &["ce", "sont"],
];

const OPENINGS_EN: &[&[&str]] =
    &[&["the", "answer", "is"], &["it", "is"], &["it", "s"], &["this", "is"], &["they", "are"]];

impl Language {
    /// By a BCP 47 tag.
    pub(super) fn of(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("fr") {
            Self::French
        } else if primary.eq_ignore_ascii_case("en") {
            Self::English
        } else {
            Self::Other
        }
    }

    /// Whether this word (lower case, no accents) carries no meaning of its own.
    pub(super) fn is_light(self, plain: &str) -> bool {
        match self {
            Self::French => LIGHT_FR.contains(&plain),
            Self::English => LIGHT_EN.contains(&plain),
            Self::Other => false,
        }
    }

    /// Whether this word turns what it stands with into its opposite ("contre-indication"). The elided `n'` always comes with
    /// another one.
    pub(super) fn is_negation(self, plain: &str) -> bool {
        match self {
            Self::French => NEGATIONS_FR.contains(&plain),
            Self::English => NEGATIONS_EN.contains(&plain),
            Self::Other => NEGATIONS_FR.contains(&plain) || NEGATIONS_EN.contains(&plain),
        }
    }

    /// Ways to open an answer, as words.
    pub(super) fn openings(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::French => OPENINGS_FR,
            Self::English => OPENINGS_EN,
            Self::Other => &[],
        }
    }

    /// Whether a comma stands before the decimals.
    pub(super) fn has_decimal_comma(self) -> bool {
        self != Self::English
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_primary_tag_decides() {
        assert_eq!(Language::of("fr"), Language::French);
        assert_eq!(Language::of("fr-CA"), Language::French);
        assert_eq!(Language::of("EN_gb"), Language::English);
        assert_eq!(Language::of("frr"), Language::Other);
        assert_eq!(Language::of(""), Language::Other);
    }
}
