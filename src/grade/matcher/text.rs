//! Characters: one spelling for each before words are looked at.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The text with one character for each thing: compatibility forms resolved (NFKC), every apostrophe `'`, every dash
/// `-`, every space one space or a line feed, ligatures as letters, signs that NFKC would spoil written out.
/// Case and accents stay.
pub(super) fn prepare(raw: &str) -> String {
    let saved = save_from_nfkc(raw);
    let mut out = String::with_capacity(saved.len());
    for c in saved.nfkc() {
        match c {
            '’' | '‘' | 'ʼ' | '′' | '`' | '‛' | 'ʹ' | 'ˈ' => out.push('\''),
            '-' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{58a}' => out.push('-'),
            'œ' => out.push_str("oe"),
            'Œ' => out.push_str("OE"),
            'æ' => out.push_str("ae"),
            'Æ' => out.push_str("AE"),
            'ø' => out.push('o'),
            'Ø' => out.push('O'),
            // NFD takes these apart into their opposite and a mark that would be dropped.
            '≠' => out.push_str(" different "),
            '≮' | '≱' => out.push(if c == '≮' { '≥' } else { '<' }),
            '≯' | '≰' => out.push(if c == '≯' { '≤' } else { '>' }),
            '\n' | '\r' => out.push('\n'),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_whitespace() || c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// What NFKC would change the meaning of: 10⁹ would become 109, ´ a space with an accent, º an o.
fn save_from_nfkc(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut before = ' ';
    for c in raw.chars() {
        match c {
            '´' => out.push('\''),
            'º' => out.push('°'),
            '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '⁻' if before.is_ascii_digit() => {
                out.push('^');
                out.push(c);
            }
            c => out.push(c),
        }
        before = if is_superscript(c) { '^' } else { c };
    }
    out
}

fn is_superscript(c: char) -> bool {
    matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '⁻')
}

/// Lower case, accents kept (composed).
pub(super) fn lower(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).nfc().collect()
}

/// Lower case without accents.
pub(super) fn plain(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).nfd().filter(|c| !is_combining_mark(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_and_dashes_have_one_spelling() {
        assert_eq!(prepare("l’État l‘État l'État l´État l`État"), "l'État l'État l'État l'État l'État");
        assert_eq!(prepare("a–b—c‑d−e-f"), "a-b-c-d-e-f");
    }

    #[test]
    fn no_break_spaces_are_spaces() {
        assert_eq!(prepare("75\u{a0}%\u{202f}!"), "75 % !");
    }

    #[test]
    fn ligatures_are_letters() {
        assert_eq!(plain(&prepare("Œdème, CÆCUM, ﬁbre")), "oedeme, caecum, fibre");
    }

    #[test]
    fn a_power_of_ten_is_not_another_number() {
        assert_eq!(prepare("10⁹ 10⁻³ m² CO₂"), "10^9 10^-3 m2 CO2");
    }

    #[test]
    fn degrees_stay_degrees_and_different_does_not_become_equal() {
        assert_eq!(prepare("37 ºC, 37 °C"), "37 °C, 37 °C");
        assert_eq!(prepare("a ≠ b").split_whitespace().collect::<Vec<_>>(), ["a", "different", "b"]);
        assert_eq!(plain(&prepare("≥ 5")), "≥ 5");
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same() {
        assert_eq!(prepare("e\u{301}"), prepare("é"));
        assert_eq!(plain("É"), "e");
        assert_eq!(lower("E\u{301}"), "é");
    }
}
