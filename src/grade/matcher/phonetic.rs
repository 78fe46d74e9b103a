//! How a French word sounds, roughly.

/// A key that is the same for spellings that sound the same to someone who learnt the word by ear. It only ever makes an
/// answer "almost": many words that differ sound alike.
pub(super) fn key(plain: &str) -> String {
    let mut word = plain.to_owned();
    for (from, to) in [
        ("eau", "o"),
        ("au", "o"),
        ("ai", "e"),
        ("ei", "e"),
        ("oeu", "e"),
        ("eu", "e"),
        ("oe", "e"),
        ("ae", "e"),
        ("ph", "f"),
        ("qu", "k"),
        ("sch", "C"),
        ("ch", "C"),
        ("ce", "se"),
        ("ci", "si"),
        ("cy", "si"),
        ("ge", "je"),
        ("gi", "ji"),
        ("gy", "ji"),
        ("h", ""),
        ("y", "i"),
        ("q", "k"),
        ("c", "k"),
        ("z", "s"),
        ("x", "ks"),
        ("w", "v"),
    ] {
        word = word.replace(from, to);
    }
    let mut out = String::with_capacity(word.len());
    for c in nasal(&word).chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    let silent = |c: char| matches!(c, 'e' | 's' | 't' | 'd' | 'p');
    out.trim_end_matches(silent).to_owned()
}

/// "an", "en", "am", "em" before a consonant or at the end are one sound.
fn nasal(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    let mut out = String::with_capacity(word.len());
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let next = chars.get(at + 1).copied();
        let after = chars.get(at + 2).copied();
        let closes = after.is_none_or(|a| !matches!(a, 'a' | 'e' | 'i' | 'o' | 'u' | 'n' | 'm'));
        if matches!(c, 'a' | 'e') && matches!(next, Some('n' | 'm')) && closes {
            out.push('A');
            at += 2;
        } else {
            out.push(c);
            at += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_sound_alike_have_one_key() {
        for (a, b) in [
            ("traitant", "tretent"),
            ("hematocrite", "ematocrite"),
            ("oesophage", "esofage"),
            ("xanthome", "ksantome"),
            ("anevrysme", "anevrisme"),
        ] {
            assert_eq!(key(a), key(b), "{a}, {b}");
        }
    }

    #[test]
    fn words_that_sound_otherwise_have_another() {
        assert_ne!(key("uretere"), key("uretre"));
        assert_ne!(key("cortisol"), key("cortisone"));
        assert_ne!(key("sus"), key("sous"));
    }
}
