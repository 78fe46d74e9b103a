//! Cutting what was typed for a list into items.

use super::matcher::{Expectation, Verdict};

/// More pieces than any list has items; what comes after is left out.
const MOST: usize = 200;

/// The items that were typed, in order. An entry that is an item as it stands stays whole, unless cut it is several (words
/// of the question count for nothing, so "maladie, décès" may pass for "décès"); else it is cut at commas, semicolons
/// and line ends; and at what may also stand within an item ("et", "/", "+") only where that helps.
pub(super) fn split(entries: &[String], expected: &[Expectation]) -> Vec<String> {
    let is_item = |text: &str| expected.iter().any(|e| e.compare(text).verdict == Verdict::Accept);
    let mut out = Vec::new();
    for entry in entries.iter().filter(|e| !e.trim().is_empty()) {
        let several = |parts: &[String]| parts.iter().filter(|part| is_item(part)).count() > 1;
        let all: Vec<String> = strong(entry).iter().flat_map(|piece| weak(piece)).collect();
        if is_item(entry) && !several(&all) {
            out.push(entry.trim().to_owned());
            continue;
        }
        for piece in strong(entry) {
            let parts = weak(&piece);
            let cut = if is_item(&piece) { several(&parts) } else { parts.iter().any(|p| is_item(p)) };
            if parts.len() > 1 && cut {
                out.extend(parts);
            } else {
                out.push(piece);
            }
        }
    }
    out.truncate(MOST);
    out
}

/// Cuts where nothing but a new item can follow. A comma between digits may be a decimal one.
fn strong(entry: &str) -> Vec<String> {
    cut(entry, |before, c, after| {
        matches!(c, ';' | '\n' | '\r' | '•' | '，' | '、' | '；')
            || (c == ',' && !(is_digit(before) && is_digit(after)))
    })
}

/// Cuts at what joins items but may also belong to one.
fn weak(piece: &str) -> Vec<String> {
    let mut out = Vec::new();
    for part in cut(piece, |_, c, _| matches!(c, '/' | '+' | '&' | ',')) {
        let mut words: Vec<&str> = Vec::new();
        for word in part.split_whitespace() {
            if ["et", "and", "puis", "then"].iter().any(|w| word.eq_ignore_ascii_case(w)) {
                push(&mut out, &words.join(" "));
                words.clear();
            } else {
                words.push(word);
            }
        }
        push(&mut out, &words.join(" "));
    }
    out
}

fn cut(text: &str, at: impl Fn(Option<char>, char, Option<char>) -> bool) -> Vec<String> {
    let (mut out, mut piece, mut before) = (Vec::new(), String::new(), None);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if at(before, c, chars.peek().copied()) {
            push(&mut out, &piece);
            piece.clear();
        } else {
            piece.push(c);
        }
        before = Some(c);
    }
    push(&mut out, &piece);
    out
}

fn push(out: &mut Vec<String>, piece: &str) {
    let piece = piece.trim();
    if !piece.is_empty() {
        out.push(piece.to_owned());
    }
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(entry: &str, items: &[&str]) -> Vec<String> {
        let expected: Vec<Expectation> =
            items.iter().map(|&i| Expectation::of_item("?", &[i.into()], "fr")).collect();
        split(&[entry.to_owned()], &expected)
    }

    #[test]
    fn an_item_that_holds_a_separator_stays_whole() {
        assert_eq!(pieces("objectifs et moyens", &["objectifs et moyens"]), ["objectifs et moyens"]);
        assert_eq!(pieces("un, deux", &["un, deux"]), ["un, deux"]);
    }

    #[test]
    fn an_item_beside_a_word_of_the_question_does_not_swallow_it() {
        let items = ["maladie", "décès", "maternité"];
        let expected: Vec<Expectation> = items
            .iter()
            .map(|&i| Expectation::of_item("Que couvre la branche maladie ?", &[i.into()], "fr"))
            .collect();
        let split = |entry: &str| split(&[entry.to_owned()], &expected);
        assert_eq!(split("maladie, décès"), ["maladie", "décès"]);
        assert_eq!(split("maladie et maternité"), ["maladie", "maternité"]);
        assert_eq!(split("maternité"), ["maternité"]);
    }

    #[test]
    fn a_decimal_comma_does_not_cut() {
        assert_eq!(pieces("0,5 ; 2", &["0,5", "2"]), ["0,5", "2"]);
    }

    #[test]
    fn and_cuts_only_where_an_item_comes_of_it() {
        assert_eq!(pieces("Sénat et Parlement", &["Sénat"]), ["Sénat", "Parlement"]);
        assert_eq!(pieces("santé et travail", &["Sénat"]), ["santé et travail"]);
    }
}
