//! The columns of a list, by their names and by what stands in them.

use super::reference::{Reference, item};
use crate::exchange::table::{Cells, folded};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Item,
    Number,
    Title,
    ItemTitle,
    Rank,
    Rubric,
}

/// What a name says of its column. A reference is whatever its cells are: ids, numbers or titles.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Reference,
    Item,
    Sure(Column),
}

/// Each with its names, folded when they are compared.
const NAMES: [(Named, &[&str]); 7] = [
    (
        Named::Reference,
        &[
            "id",
            "identifiant",
            "identifier",
            "identifiant oic",
            "oic",
            "code",
            "ref",
            "référence",
            "reference",
            "number",
            "numéro",
            "n°",
            "no",
            "num",
            "objectif",
            "objective",
            "objectifs",
            "objectives",
            "objectif de connaissance",
            "knowledge objective",
            "learning objective",
        ],
    ),
    (
        Named::Item,
        &[
            "item",
            "items",
            "ic",
            "n° item",
            "n° d'item",
            "n° de l'item",
            "numéro item",
            "numéro d'item",
            "numéro de l'item",
            "item number",
            "item no",
            "item id",
            "item edn",
            "edn item",
            "item parent",
            "parent item",
            "parent id",
        ],
    ),
    (
        Named::Sure(Column::Number),
        &[
            "numéro d'objectif",
            "numéro de l'objectif",
            "numéro objectif",
            "n° d'objectif",
            "n° objectif",
            "objective number",
            "objective no",
            "ordre",
            "order",
        ],
    ),
    (
        Named::Sure(Column::Title),
        &[
            "title",
            "titre",
            "intitulé",
            "libellé",
            "label",
            "name",
            "nom",
            "description",
            "énoncé",
            "titre de l'objectif",
            "intitulé de l'objectif",
            "libellé de l'objectif",
            "objective title",
        ],
    ),
    (
        Named::Sure(Column::ItemTitle),
        &[
            "item title",
            "item name",
            "titre item",
            "titre de l'item",
            "intitulé item",
            "intitulé de l'item",
            "libellé item",
            "libellé de l'item",
            "nom de l'item",
            "item parent short",
        ],
    ),
    (Named::Sure(Column::Rank), &["rank", "rang", "rang a b", "rank a b"]),
    (Named::Sure(Column::Rubric), &["rubric", "rubrique", "category", "catégorie", "section"]),
];

/// Of so many filled cells of a column its nature is guessed.
const LOOKED_AT: usize = 50;

impl Column {
    /// Its name in the file's language, which reads back.
    pub(super) fn name(self, french: bool) -> &'static str {
        let [english, in_french] = match self {
            Self::Id => ["id", "identifiant"],
            Self::Item => ["item", "item"],
            Self::Number => ["objective number", "numéro d'objectif"],
            Self::Title => ["title", "intitulé"],
            Self::ItemTitle => ["item title", "titre de l'item"],
            Self::Rank => ["rank", "rang"],
            Self::Rubric => ["rubric", "rubrique"],
        };
        if french { in_french } else { english }
    }
}

fn named(name: &str) -> Option<Named> {
    let name = folded(name);
    let is = |known: &&str| folded(known) == name;
    NAMES.iter().find(|(_, names)| names.iter().any(is)).map(|(named, _)| *named)
}

/// How many of these are names of columns.
pub(super) fn known(names: &[String]) -> usize {
    names.iter().filter(|name| named(name).is_some()).count()
}

/// What the cells of a column are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nature {
    Ids,
    Numbers,
    Words,
    Nothing,
}

fn nature(column: usize, rows: &[Cells]) -> Nature {
    let cells = rows.iter().filter_map(|(_, cells)| cells.get(column)).map(|cell| cell.trim());
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).take(LOOKED_AT).collect();
    if cells.is_empty() {
        Nature::Nothing
    } else if cells.iter().any(|cell| Reference::read(cell).is_some()) {
        Nature::Ids
    } else if cells.iter().filter(|cell| item(cell).is_some()).count() * 2 > cells.len() {
        Nature::Numbers
    } else {
        Nature::Words
    }
}

/// The columns that a row of names stands for, seen the rows below it; the second of two of one kind is none.
pub(super) fn columns(names: &[String], rows: &[Cells]) -> Vec<Option<Column>> {
    let hints: Vec<Option<Named>> = names.iter().map(|name| named(name)).collect();
    let mut columns: Vec<Option<Column>> = vec![None; names.len()];
    // Those whose names leave no doubt come first, then items, then what is left.
    for round in 0..3 {
        for (number, hint) in hints.iter().enumerate() {
            let column = match (round, hint) {
                (0, Some(Named::Sure(column))) => Some(*column),
                (1, Some(Named::Item)) => Some(match nature(number, rows) {
                    Nature::Ids => Column::Id,
                    Nature::Words => Column::ItemTitle,
                    Nature::Numbers | Nature::Nothing => Column::Item,
                }),
                (2, Some(Named::Reference)) => Some(match nature(number, rows) {
                    Nature::Words => Column::Title,
                    Nature::Numbers if columns.contains(&Some(Column::Item)) => Column::Number,
                    Nature::Numbers => Column::Item,
                    Nature::Ids | Nature::Nothing => Column::Id,
                }),
                _ => None,
            };
            if let Some(column) = column.filter(|column| !columns.contains(&Some(*column))) {
                columns[number] = Some(column);
            }
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(names: &[&str], row: &[&str]) -> Vec<Option<Column>> {
        let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        columns(&owned(names), &[(2, owned(row))])
    }

    #[test]
    fn no_name_stands_for_two_columns_and_ours_read_back() {
        let mut all: Vec<(String, usize)> = Vec::new();
        for (number, (_, names)) in NAMES.iter().enumerate() {
            for name in *names {
                let name = folded(name);
                assert!(all.iter().all(|(other, of)| *other != name || *of == number), "{name}");
                all.push((name, number));
            }
        }
        for (column, cell) in [
            (Column::Id, "OIC-019-09-A"),
            (Column::Item, "19"),
            (Column::Number, "x"),
            (Column::Title, "x"),
            (Column::ItemTitle, "x"),
            (Column::Rank, "x"),
            (Column::Rubric, "x"),
        ] {
            for french in [false, true] {
                assert_eq!(read(&[column.name(french)], &[cell]), [Some(column)]);
            }
        }
    }

    #[test]
    fn what_a_column_is_shows_in_its_cells() {
        use Column::{Id, Item, ItemTitle, Number, Rank, Rubric, Title};
        assert_eq!(
            read(&["ID", "Intitulé", "RANG", "Rubrique"], &["OIC-019-09-A", "Connaître", "A", "Définition"]),
            [Some(Id), Some(Title), Some(Rank), Some(Rubric)]
        );
        assert_eq!(
            read(&["numéro", "titre", "rang"], &["19", "Connaître", "A"]),
            [Some(Item), Some(Title), Some(Rank)]
        );
        assert_eq!(
            read(&["Numéro", "Item", "Objectif"], &["9", "19", "Connaître"]),
            [Some(Number), Some(Item), Some(Title)]
        );
        assert_eq!(
            read(
                &["Identifiant", "Item_parent", "Ordre", "couleur"],
                &["OIC-019-09-A", "Sécurité sociale", "9", "bleu"]
            ),
            [Some(Id), Some(ItemTitle), Some(Number), None]
        );
        assert_eq!(
            read(&["objectif", "title"], &["Connaître", "x"]),
            [None, Some(Title)],
            "one title is enough"
        );
    }
}
