//! The columns, and what students call them.

use unicode_normalization::UnicodeNormalization as _;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Column {
    Id,
    /// Anki's identity of a note.
    Guid,
    Deck,
    Kind,
    Question,
    Answer,
    Accept,
    Items,
    /// From 0.
    Option(usize),
    Why(usize),
    Correct,
    Required,
    Unacceptable,
    Hint,
    Note,
    Reverse,
    Ordered,
    Expand,
    Shuffle,
    Objective,
    Rank,
    Item,
    Situation,
    Tags,
    Source,
    AsOf,
    Until,
    Suspended,
    Draft,
    Facts,
}

/// Each with its English and its French name, then what else it is called; all [`folded`] when they are compared.
const NAMES: [(Column, &[&str]); 28] = [
    (Column::Id, &["id", "identifiant", "ref", "reference"]),
    (Column::Guid, &["guid", "guid"]),
    (Column::Deck, &["deck", "paquet"]),
    (
        Column::Kind,
        &["kind", "type", "format", "genre", "note type", "notetype", "type de note", "type de question"],
    ),
    (
        Column::Question,
        &[
            "question",
            "énoncé",
            "q",
            "prompt",
            "front",
            "recto",
            "text",
            "texte",
            "stem",
            "cloze",
            "texte à trous",
            "intitulé",
        ],
    ),
    (Column::Answer, &["answer", "réponse", "answers", "réponses", "back", "verso", "a"]),
    (
        Column::Accept,
        &[
            "accept",
            "accepté",
            "accepted",
            "acceptées",
            "aussi accepté",
            "réponses acceptées",
            "half point",
            "demi point",
        ],
    ),
    (Column::Items, &["items", "éléments", "liste", "list"]),
    (
        Column::Correct,
        &[
            "correct",
            "juste",
            "correctes",
            "correcte",
            "justes",
            "vrai",
            "vraies",
            "right",
            "correct answers",
            "correct options",
            "bonne réponse",
            "bonnes réponses",
            "propositions justes",
        ],
    ),
    (Column::Required, &["required", "indispensable", "indispensables"]),
    (Column::Unacceptable, &["unacceptable", "inacceptable", "inacceptables"]),
    (Column::Hint, &["hint", "indice"]),
    (
        Column::Note,
        &[
            "note",
            "commentaire",
            "notes",
            "comment",
            "extra",
            "explanation",
            "explication",
            "remarque",
            "correction",
        ],
    ),
    (Column::Reverse, &["reverse", "inversé", "reversed", "deux sens", "both ways"]),
    (Column::Ordered, &["ordered", "ordonné", "ordre", "order"]),
    (Column::Expand, &["expand", "développer"]),
    (Column::Shuffle, &["shuffle", "mélanger"]),
    (
        Column::Objective,
        &["objective", "objectif", "objectives", "objectifs", "oic", "objectif de connaissance"],
    ),
    (Column::Rank, &["rank", "rang"]),
    (Column::Item, &["item", "item", "edn item", "item edn", "numéro d'item", "n° d'item"]),
    (Column::Situation, &["situation", "situation", "sdd", "situation de départ"]),
    (Column::Tags, &["tags", "étiquettes", "tag", "étiquette", "mots clés", "keywords"]),
    (Column::Source, &["source", "source", "sources"]),
    (Column::AsOf, &["as of", "depuis", "vrai depuis"]),
    (Column::Until, &["until", "jusqu'au", "vrai jusqu'au"]),
    (Column::Suspended, &["suspended", "suspendue", "suspendu"]),
    (Column::Draft, &["draft", "brouillon"]),
    (Column::Facts, &["facts", "faits"]),
];

/// What stands before the number or the letter of an option, and of its reason.
const OPTIONS: [&str; 7] = ["option", "proposition", "prop", "choice", "choix", "item", "reponse"];
const WHYS: [&str; 8] =
    ["why", "pourquoi", "explication", "explanation", "justification", "commentaire", "comment", "reason"];

/// A name without what spreadsheets and people write differently: small letters without accents, single spaces.
#[must_use]
pub fn folded(name: &str) -> String {
    let mut out = String::new();
    for c in name.nfkd().flat_map(char::to_lowercase) {
        match c {
            'œ' => out.push_str("oe"),
            '\u{300}'..='\u{36f}' => {}
            c if c.is_alphanumeric() => out.push(c),
            _ if !out.ends_with(' ') && !out.is_empty() => out.push(' '),
            _ => {}
        }
    }
    out.trim_end().to_owned()
}

impl Column {
    /// Its name in the file's language.
    pub(super) fn name(self, french: bool) -> String {
        match self {
            Self::Option(n) => format!("{} {}", if french { "proposition" } else { "option" }, n + 1),
            Self::Why(n) => format!("{} {}", if french { "pourquoi" } else { "why" }, n + 1),
            _ => {
                let names =
                    NAMES.iter().find(|(column, _)| *column == self).map_or(&[""][..], |(_, names)| names);
                names
                    .get(usize::from(french))
                    .or(names.first())
                    .map_or(String::new(), |name| (*name).to_owned())
            }
        }
    }

    fn named(name: &str) -> Option<Self> {
        let name = folded(name);
        let known = NAMES.iter().find(|(_, names)| names.iter().any(|known| folded(known) == name));
        known.map(|(column, _)| *column).or_else(|| numbered(&name))
    }
}

fn numbered(name: &str) -> Option<Column> {
    let split = name.rfind(' ').or_else(|| name.find(|c: char| c.is_ascii_digit()));
    let (word, number) = split.map_or(("", name), |at| (name[..at].trim(), name[at..].trim()));
    let number = match number.as_bytes() {
        [letter @ b'a'..=b'z'] => usize::from(letter - b'a'),
        _ => number.parse::<usize>().ok()?.checked_sub(1).filter(|&n| n < 100)?,
    };
    if WHYS.contains(&word) {
        return Some(Column::Why(number));
    }
    (OPTIONS.contains(&word) || (word.is_empty() && name.as_bytes()[0].is_ascii_alphabetic()))
        .then_some(Column::Option(number))
}

/// The columns that a row of names stands for; the second of two of one kind is none.
pub(super) fn named(names: &[String]) -> Vec<Option<Column>> {
    // Beside a column "B", "A" is an option and no answer; beside "P", "Q" is one too.
    let has = |letter: &str| names.iter().any(|name| folded(name) == letter);
    let (a_is_option, q_is_option) = (has("b"), has("p"));
    let mut columns: Vec<Option<Column>> = Vec::with_capacity(names.len());
    for name in names {
        let column = match folded(name).as_str() {
            "a" if a_is_option => Some(Column::Option(0)),
            "q" if q_is_option => Some(Column::Option(16)),
            _ => Column::named(name),
        };
        columns.push(column.filter(|column| !columns.contains(&Some(*column))));
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(names: &[&str]) -> Vec<Option<Column>> {
        named(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn every_name_of_ours_is_read_in_both_languages() {
        let numbered = [Column::Option(0), Column::Option(24), Column::Why(3)];
        for column in NAMES.iter().map(|(column, _)| *column).chain(numbered) {
            for french in [false, true] {
                assert_eq!(Column::named(&column.name(french)), Some(column), "{}", column.name(french));
            }
        }
    }

    #[test]
    fn no_name_stands_for_two_columns() {
        let mut all: Vec<(String, Column)> = Vec::new();
        for (column, names) in NAMES {
            for name in names {
                let name = folded(name);
                assert!(all.iter().all(|(other, of)| *other != name || *of == column), "{name}");
                all.push((name, column));
            }
        }
    }

    #[test]
    fn students_name_columns_as_they_like() {
        assert_eq!(
            columns(&[
                "Énoncé",
                "Proposition A",
                "PROPOSITION B",
                "Justification A",
                "Bonnes réponses",
                "Couleur"
            ]),
            [
                Some(Column::Question),
                Some(Column::Option(0)),
                Some(Column::Option(1)),
                Some(Column::Why(0)),
                Some(Column::Correct),
                None
            ]
        );
        assert_eq!(columns(&["q", "a", "b"])[1..], [Some(Column::Option(0)), Some(Column::Option(1))]);
        assert_eq!(columns(&["q", "a"]), [Some(Column::Question), Some(Column::Answer)]);
        assert_eq!(
            columns(&["option1", "note", "notes"]),
            [Some(Column::Option(0)), Some(Column::Note), None]
        );
        assert_eq!(columns(&["", "12", "x 1"]), [None, None, None]);
    }
}
