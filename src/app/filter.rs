//! Finding an option of a long list by a few letters of it.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use super::{asked::Asked, markdown};

/// The options that hold `typed` somewhere, in the order of the screen: the line, the number in the author's order.
/// Case, accents, spaces and punctuation do not count, so that a space need not be typed. An empty filter leaves all.
#[must_use]
pub fn matching(asked: &Asked, typed: &str) -> Vec<(usize, usize)> {
    let wanted = fold(typed);
    asked
        .options()
        .filter(|(_, _, option)| fold(&markdown::one_line(&option.text)).contains(&wanted))
        .map(|(line, number, _)| (line, number))
        .collect()
}

/// The letters and digits alone, in lower case, without accents.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).fold(
        String::with_capacity(text.len()),
        |mut out, c| {
            match c {
                'œ' => out.push_str("oe"),
                'æ' => out.push_str("ae"),
                'ø' => out.push('o'),
                c if c.is_alphanumeric() => out.push(c),
                _ => {}
            }
            out
        },
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn accents_case_and_spaces_do_not_count() {
        assert_eq!(fold("Œdème de l'Épaule"), "oedemedelepaule");
        assert!(fold("Insuffisance rénale").contains(&fold("sance REN")));
        assert_eq!(fold("CO₂ à 5 %"), "co2a5");
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same() {
        assert_eq!(fold("e\u{301}te\u{301}"), fold("été"));
    }

    proptest! {
        #[test]
        fn any_stretch_of_a_text_finds_it(text in "[A-Za-zéÈœ' -]{0,20}", from in 0..20_usize, len in 0..8_usize) {
            let piece: String = text.chars().skip(from).take(len).collect();
            prop_assert!(fold(&text).contains(&fold(&piece)));
        }
    }
}
