//! Apostrophes that were left out: "caisse d assurance maladie".

/// Words after which a single letter is a name and no elided word: vitamine D, hépatite D, facteur L.
const NAMED: [&str; 13] = [
    "antigène",
    "antigene",
    "catégorie",
    "categorie",
    "classe",
    "facteur",
    "grade",
    "groupe",
    "hépatite",
    "hepatite",
    "stade",
    "type",
    "vitamine",
];

/// The text with an apostrophe after each `d` or `l` that stands alone before a vowel or an `h`; `None` where there is
/// none. Capitals are names.
pub(super) fn with_apostrophes(typed: &str) -> Option<String> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut out = String::with_capacity(typed.len());
    let mut mended = false;
    for (number, word) in words.iter().enumerate() {
        out.push_str(word);
        let named = number
            .checked_sub(1)
            .is_some_and(|before| NAMED.contains(&words[before].to_lowercase().as_str()));
        let before_vowel = words.get(number + 1).is_some_and(|next| begins_softly(next));
        if matches!(*word, "d" | "l") && before_vowel && !named {
            out.push('\'');
            mended = true;
        } else if number + 1 < words.len() {
            out.push(' ');
        }
    }
    mended.then_some(out)
}

fn begins_softly(word: &str) -> bool {
    word.chars()
        .next()
        .is_some_and(|c| "aeiouyhàâäéèêëîïôöûüœæ".contains(c.to_lowercase().next().unwrap_or(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_that_was_left_out_is_put_back() {
        let mended = with_apostrophes("union nationale des caisses d assurance maladie");
        assert_eq!(mended.as_deref(), Some("union nationale des caisses d'assurance maladie"));
        assert_eq!(with_apostrophes("l État").as_deref(), Some("l'État"));
    }

    #[test]
    fn a_letter_that_is_a_name_stays_one() {
        for typed in [
            "vitamine d orale",
            "hépatite D aiguë",
            "groupe d",
            "caisse d'assurance",
            "d dimères",
            "Type l avancé",
        ] {
            assert_eq!(with_apostrophes(typed), None, "{typed}");
        }
    }
}
