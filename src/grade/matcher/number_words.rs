//! The words that numbers are made of.

use super::language::Language;

/// What a word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Below 100.
    Small(u64),
    Hundred,
    /// A power of ten from a thousand on.
    Scale(u64),
}

const SMALL_FR: &[(&str, u64)] = &[
    ("zero", 0),
    ("un", 1),
    ("une", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("vingt", 20),
    ("vingts", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("septante", 70),
    ("huitante", 80),
    ("octante", 80),
    ("nonante", 90),
];

const SMALL_EN: &[(&str, u64)] = &[
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// Ranks that are not made from their number by an ending.
const RANKS: &[(&str, u64)] = &[
    ("premier", 1),
    ("premiere", 1),
    ("premiers", 1),
    ("premieres", 1),
    ("second", 2),
    ("seconde", 2),
    ("first", 1),
    ("third", 3),
    ("fifth", 5),
    ("eighth", 8),
    ("ninth", 9),
    ("twelfth", 12),
];

/// What this word (lower case, no accents) adds to a number.
pub(super) fn part(plain: &str, language: Language) -> Option<Part> {
    let (small, hundred, scales): (_, &[&str], &[(&str, u64)]) = match language {
        Language::English => (
            SMALL_EN,
            &["hundred"],
            &[("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000)],
        ),
        Language::French => (
            SMALL_FR,
            &["cent", "cents"],
            &[
                ("mille", 1_000),
                ("mil", 1_000),
                ("million", 1_000_000),
                ("millions", 1_000_000),
                ("milliard", 1_000_000_000),
                ("milliards", 1_000_000_000),
            ],
        ),
        Language::Other => return None,
    };
    if hundred.contains(&plain) {
        return Some(Part::Hundred);
    }
    let find = |table: &[(&str, u64)]| table.iter().find(|(w, _)| *w == plain).map(|(_, v)| *v);
    find(small).map(Part::Small).or_else(|| find(scales).map(Part::Scale))
}

/// The number whose rank this word gives: "deuxième" → 2, "vingtième" → 20, "fourth" → 4.
pub(super) fn rank(plain: &str, language: Language) -> Option<Part> {
    if language == Language::Other {
        return None;
    }
    if let Some((_, value)) = RANKS.iter().find(|(w, _)| *w == plain) {
        return Some(Part::Small(*value));
    }
    if language == Language::English {
        let stem = plain.strip_suffix("ieth").map(|s| format!("{s}y"));
        return stem
            .and_then(|s| part(&s, language))
            .or_else(|| plain.strip_suffix("th").and_then(|s| part(s, language)));
    }
    let stem = plain.strip_suffix("iemes").or_else(|| plain.strip_suffix("ieme"))?;
    let with_e = format!("{stem}e");
    let special = match stem {
        "cinqu" => "cinq",
        "neuv" => "neuf",
        _ => stem,
    };
    part(special, language).or_else(|| part(&with_e, language))
}

/// Whether a number goes on with this word after "et" or "and": "vingt et un", "soixante et onze"; in English any number below 100.
pub(super) fn may_follow_and(plain: &str, language: Language) -> bool {
    match language {
        Language::English => matches!(part(plain, language), Some(Part::Small(_))),
        _ => matches!(plain, "un" | "une" | "onze" | "unieme" | "onzieme"),
    }
}
