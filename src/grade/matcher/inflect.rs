//! Endings of number and gender, and spellings that differ between Britain and America.

use super::language::Language;

/// The word (lower case, no accents) without the endings that number and gender give it. Words of up to three letters
/// and Roman numerals (`xix` is no plural) stay as they are.
pub(super) fn stem(plain: &str, language: Language) -> String {
    let fixed = plain.len() < 4 || !plain.bytes().all(|b| b.is_ascii_lowercase()) || roman(plain).is_some();
    match language {
        _ if fixed => plain.to_owned(),
        Language::French => french(plain),
        Language::English => english(plain),
        Language::Other => plain.to_owned(),
    }
}

/// Endings and what they fold to; the first that fits is taken. What is folded keeps at least three letters.
const ENDINGS_FR: &[(&str, &str)] = &[
    ("eaux", "eau"),
    ("aux", "al"),
    ("ails", "al"),
    ("ail", "al"),
    ("euses", "eu"),
    ("euse", "eu"),
    ("eux", "eu"),
    ("elles", "el"),
    ("elle", "el"),
    ("ales", "al"),
    ("ale", "al"),
    ("ives", "if"),
    ("ive", "if"),
    ("ieres", "ier"),
    ("iere", "ier"),
    ("ennes", "en"),
    ("enne", "en"),
];

fn french(plain: &str) -> String {
    for (ending, folded) in ENDINGS_FR {
        if let Some(rest) = plain.strip_suffix(ending)
            && rest.len() >= 2
        {
            return format!("{rest}{folded}");
        }
    }
    let mut word = plain;
    if let Some(rest) = word.strip_suffix(['s', 'x'])
        && rest.len() >= 3
    {
        word = rest;
    }
    // "généralisé" and "généralisée", "médical" and "médicale"
    while let Some(rest) = word.strip_suffix('e')
        && rest.len() >= 4
    {
        word = rest;
    }
    word.to_owned()
}

/// Plural endings.
const ENDINGS_EN: &[(&str, &str)] = &[
    ("sses", "ss"),
    ("ies", "y"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("ses", "se"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
];

fn english(plain: &str) -> String {
    let mut word = plain.replace("ae", "e").replace("oe", "e");
    let folded = ENDINGS_EN.iter().find_map(|(ending, folded)| {
        word.strip_suffix(ending).filter(|rest| rest.len() >= 2).map(|rest| format!("{rest}{folded}"))
    });
    word = match folded {
        Some(folded) => folded,
        None => word.strip_suffix('s').unwrap_or(&word).to_owned(),
    };
    // tumour, centre, organisation, organise; after the plural is off
    for (british, american) in [("our", "or"), ("tre", "ter"), ("bre", "ber")] {
        if let Some(rest) = word.strip_suffix(british)
            && rest.len() >= 3
        {
            word = format!("{rest}{american}");
        }
    }
    word.replace("isation", "ization").replace("ise", "ize")
}

/// The value of a Roman numeral made of I, V and X (cranial nerves, clotting factors, centuries).
pub(super) fn roman(plain: &str) -> Option<u64> {
    if plain.is_empty() || plain.len() > 7 {
        return None;
    }
    let mut total = 0;
    let mut greatest_after = 0;
    for letter in plain.bytes().rev() {
        let value: u64 = match letter {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            _ => return None,
        };
        if value < greatest_after {
            total -= value.min(total);
        } else {
            total += value;
            greatest_after = value;
        }
    }
    (write_roman(total) == plain).then_some(total)
}

fn write_roman(mut value: u64) -> String {
    let mut out = String::new();
    for (step, letters) in [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")] {
        while value >= step {
            out.push_str(letters);
            value -= step;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fr(word: &str) -> String {
        stem(word, Language::French)
    }

    fn en(word: &str) -> String {
        stem(word, Language::English)
    }

    #[test]
    fn number_and_gender_fold_away() {
        for (a, b) in [
            ("caisses", "caisse"),
            ("regional", "regionaux"),
            ("regionale", "regionaux"),
            ("travail", "travaux"),
            ("tableau", "tableaux"),
            ("medicale", "medical"),
            ("generalise", "generalisees"),
            ("actif", "actives"),
            ("veineux", "veineuses"),
            ("professionnel", "professionnelles"),
            ("premier", "premieres"),
            ("moyen", "moyenne"),
            ("lois", "loi"),
        ] {
            assert_eq!(fr(a), fr(b), "{a}, {b}");
        }
    }

    #[test]
    fn words_that_only_look_like_it_stay_apart() {
        for (a, b) in [("colon", "colonne"), ("uretere", "uretre"), ("xix", "xi"), ("css", "cs"), ("os", "o")]
        {
            assert_ne!(fr(a), fr(b), "{a}, {b}");
        }
    }

    #[test]
    fn british_and_american_spellings_are_one() {
        for (a, b) in [
            ("haemorrhages", "hemorrhage"),
            ("oedema", "edema"),
            ("tumour", "tumors"),
            ("centre", "centers"),
            ("organisation", "organization"),
            ("agencies", "agency"),
        ] {
            assert_eq!(en(a), en(b), "{a}, {b}");
        }
        assert_ne!(en("diagnosis"), en("diagnos"));
    }

    #[test]
    fn roman_numerals() {
        assert_eq!(roman("viii"), Some(8));
        assert_eq!(roman("xix"), Some(19));
        assert_eq!(roman("iv"), Some(4));
        assert_eq!(roman("vx"), None);
        assert_eq!(roman("iiii"), None);
        assert_eq!(roman("civil"), None);
    }
}
