//! Spaces that may not break.

/// The text with no-break spaces where a line may not break: before `? : ; !` and `»`, after `«`, and before `%`,
/// whatever space the author typed. The narrow no-break space becomes the ordinary one, which every terminal font has.
#[must_use]
pub fn unbreakable(text: &str) -> String {
    const NO_BREAK: char = '\u{a0}';
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut after_guillemet = false;
    while let Some(c) = chars.next() {
        let space = matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
        if !space {
            out.push(c);
            after_guillemet = c == '«';
            continue;
        }
        let joins_next = chars.peek().is_some_and(|next| matches!(next, '?' | '!' | ';' | ':' | '»' | '%'));
        out.push(if joins_next || after_guillemet || c != ' ' { NO_BREAK } else { ' ' });
        after_guillemet = false;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_punctuation_stays_with_its_word() {
        assert_eq!(
            unbreakable("Qui vote ? « Le Parlement » : oui ; 75 % !"),
            "Qui vote\u{a0}? «\u{a0}Le Parlement\u{a0}»\u{a0}: oui\u{a0}; 75\u{a0}%\u{a0}!"
        );
    }

    #[test]
    fn any_no_break_space_becomes_the_ordinary_one() {
        assert_eq!(unbreakable("a\u{202f}? b\u{a0}c"), "a\u{a0}? b\u{a0}c");
        assert_eq!(unbreakable("Why? Because."), "Why? Because.");
    }
}
