//! Values of several parts in one cell, and words for yes, no and the kinds.

use super::column::folded;
use crate::card::Kind;

/// Between the values of a cell.
const VALUES: char = '|';
/// Between the spellings of a value, with a space on both sides.
const SPELLINGS: char = '=';

/// The values of a cell, each with its spellings; empty ones are left out.
pub(super) fn entries(cell: &str) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> = vec![vec![String::new()]];
    let mut chars = cell.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let apart = before.is_whitespace() && chars.peek().is_none_or(|next| next.is_whitespace());
        match c {
            '\\' if chars.peek().is_some_and(|next| matches!(next, '\\' | '|' | '=')) => {
                last(&mut all).extend(chars.next());
                before = '\\';
                continue;
            }
            VALUES => all.push(vec![String::new()]),
            SPELLINGS if apart => all.last_mut().into_iter().for_each(|value| value.push(String::new())),
            c => last(&mut all).push(c),
        }
        before = c;
    }
    for value in &mut all {
        for spelling in value.iter_mut() {
            *spelling = spelling.trim().to_owned();
        }
        value.retain(|spelling| !spelling.is_empty());
    }
    all.retain(|value| !value.is_empty());
    all
}

fn last(all: &mut Vec<Vec<String>>) -> &mut String {
    if all.last().is_none_or(Vec::is_empty) {
        all.push(vec![String::new()]);
    }
    let number = all.len() - 1;
    let value = &mut all[number];
    let spelling = value.len() - 1;
    &mut value[spelling]
}

/// The cell that [`entries`] reads as these values.
pub(super) fn join<'v>(values: impl IntoIterator<Item = &'v [String]>) -> String {
    let escape = |text: &String| text.replace('\\', "\\\\").replace('|', "\\|").replace('=', "\\=");
    let value = |value: &'v [String]| value.iter().map(escape).collect::<Vec<_>>().join(" = ");
    values.into_iter().map(value).collect::<Vec<_>>().join(" | ")
}

/// Tags stand apart by spaces, as Anki writes them; by `|` where one holds a space itself.
pub(super) fn tags(cell: &str) -> Vec<String> {
    if cell.contains(VALUES) {
        return entries(cell).into_iter().filter_map(|spellings| spellings.into_iter().next()).collect();
    }
    let trimmed = cell.split_whitespace().map(|tag| tag.trim_end_matches([',', ';']));
    trimmed.filter(|tag| !tag.is_empty()).map(str::to_owned).collect()
}

/// The cell that [`tags`] reads as these tags.
pub(super) fn join_tags(tags: &[String]) -> String {
    if tags.iter().all(|tag| !tag.contains([' ', ',', ';', '|', '\\', '=', '\n', '\u{a0}', '\u{202f}'])) {
        return tags.join(" ");
    }
    let mut cell = join(tags.iter().map(std::slice::from_ref));
    if tags.len() == 1 {
        cell.push_str(" |");
    }
    cell
}

/// Yes or no, in French or English.
pub(super) fn yes(cell: &str) -> Option<bool> {
    match folded(cell).as_str() {
        "oui" | "o" | "vrai" | "v" | "yes" | "y" | "true" | "t" | "x" | "1" => Some(true),
        "non" | "n" | "faux" | "f" | "no" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// The kind of a card by the name that a student, a spreadsheet or Anki gives it.
pub(super) fn kind(cell: &str) -> Option<Kind> {
    let name = folded(cell);
    let word = name.split(' ').next().unwrap_or_default();
    Some(match word {
        "q" | "qa" | "qr" | "question" | "basic" | "basique" | "simple" | "flashcard" | "carte" => Kind::Qa,
        "cloze" | "texte" | "trou" | "trous" => Kind::Cloze,
        "qru" | "qcu" | "qcs" | "sba" | "single" => Kind::Qru,
        "qrm" | "qcm" | "mcq" | "multiple" => Kind::Qrm,
        "qrp" => Kind::Qrp,
        "qroc" | "croq" | "typed" | "saisie" => Kind::Qroc,
        "list" | "liste" | "enumeration" => Kind::List,
        _ => return None,
    })
}

/// The options that are named by letters or numbers: `A C`, `AC`, `1, 3`; as numbers from 0.
///
/// # Errors
/// What names no option.
pub(super) fn letters(cell: &str) -> Result<Vec<usize>, String> {
    let mut out = Vec::new();
    for word in cell.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if matches!(folded(word).as_str(), "et" | "and") {
            continue;
        }
        if let Ok(number) = word.parse::<usize>() {
            out.push(number.checked_sub(1).ok_or_else(|| word.to_owned())?);
        } else if word.bytes().all(|b| b.is_ascii_alphabetic()) {
            out.extend(word.bytes().map(|b| usize::from(b.to_ascii_lowercase() - b'a')));
        } else {
            return Err(word.to_owned());
        }
    }
    Ok(out)
}

/// The cell that [`letters`] reads as these options: letters as long as there are enough, else numbers.
pub(super) fn join_letters(options: &[usize], count: usize) -> String {
    let name = |&option: &usize| match u8::try_from(option) {
        Ok(letter) if count <= 26 => char::from(b'A'.saturating_add(letter)).to_string(),
        _ => (option + 1).to_string(),
    };
    options.iter().map(name).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn values_and_their_spellings_stand_apart() {
        assert_eq!(
            entries("maladie | accidents du travail = AT |décès"),
            [vec!["maladie"], vec!["accidents du travail", "AT"], vec!["décès"]]
        );
        assert_eq!(entries("a=b | 0,5 \\| x"), [vec!["a=b"], vec!["0,5 | x"]]);
    }

    #[test]
    fn options_are_named_as_students_do() {
        assert_eq!(letters("A C"), Ok(vec![0, 2]));
        assert_eq!(letters("ac"), Ok(vec![0, 2]));
        assert_eq!(letters("1, 3 et 4"), Ok(vec![0, 2, 3]));
        assert_eq!(letters("0"), Err("0".to_owned()));
        assert_eq!(letters("é"), Err("é".to_owned()));
        assert_eq!(join_letters(&[0, 26], 27), "1 27");
    }

    proptest! {
        #[test]
        fn what_is_joined_comes_apart_again(values in prop::collection::vec(prop::collection::vec("[a|= \\\\]{0,5}", 1..3), 0..4)) {
            let trimmed: Vec<Vec<String>> = values.iter().map(|spellings| spellings.iter()
                .map(|s| s.trim().to_owned()).filter(|s| !s.is_empty()).collect::<Vec<_>>())
                .filter(|v: &Vec<String>| !v.is_empty()).collect();
            prop_assert_eq!(entries(&join(trimmed.iter().map(Vec::as_slice))), trimmed);
        }

        #[test]
        fn tags_come_apart_again(wanted in prop::collection::vec("[a-c:;,| ]{1,5}", 0..4)) {
            let wanted: Vec<String> = wanted.iter().map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect();
            prop_assert_eq!(tags(&join_tags(&wanted)), wanted);
        }
    }
}
