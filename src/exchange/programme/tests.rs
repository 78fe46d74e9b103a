use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::card::{Item, Programme, Rank};

fn list(text: &str) -> Listed {
    read(text.as_bytes(), None, None)
}

/// The objectives as `id title rubric`.
fn told(programme: &Programme) -> Vec<String> {
    let of = |objective: &crate::card::Objective| {
        let text = |text: &Option<crate::card::Text>| text.as_deref().unwrap_or("-").to_owned();
        format!("{} {} {}", objective.id, text(&objective.title), text(&objective.rubric))
    };
    programme.objectives().iter().map(of).collect()
}

/// The mistakes as `row: message`.
fn wrong(listed: &Listed) -> Vec<String> {
    listed.mistakes.iter().map(|mistake| format!("{}: {}", mistake.row, mistake.message.id)).collect()
}

fn title(programme: &Programme, item: u16) -> Option<&str> {
    programme.items().get(&Item::new(item).expect("an item")).map(crate::card::Text::as_str)
}

#[test]
fn ids_are_enough() {
    let listed = list("identifiant\nOIC-019-09-A\nOIC-019-10-B\n");
    assert_eq!(told(&listed.programme), ["OIC-019-09-A - -", "OIC-019-10-B - -"]);
    assert!(listed.mistakes.is_empty());
}

#[test]
fn a_list_is_read_in_both_languages_with_any_separator_and_in_latin_1() {
    let expected = ["OIC-019-09-A Connaître; les missions Définition", "OIC-019-10-B Décrire -"];
    let french = "Identifiant;Intitulé;Rang;Rubrique\r\nOIC-019-09-A;\"Connaître; les missions\";A;Définition\r\nOIC-019-10-B;Décrire;B;\r\n";
    assert_eq!(told(&list(french).programme), expected);
    assert_eq!(told(&list(&format!("\u{feff}{french}")).programme), expected);
    let (latin, _, lost) = encoding_rs::WINDOWS_1252.encode(french);
    assert!(!lost);
    assert_eq!(told(&read(&latin, None, None).programme), expected);
    let english = "RANK,title,id,rubric\nA,Connaître; les missions,OIC-019-09-A,Définition\nrank B,Décrire,oic-19-10,\n";
    assert_eq!(told(&list(english).programme), expected);
    let tabs = "OIC-019-09-A\tConnaître; les missions\tA\tDéfinition\nOIC-019-10-B\tDécrire\tB\t\n";
    assert_eq!(told(&list(tabs).programme), expected, "without names: id, title, rank, rubric");
}

#[test]
fn without_ids_the_item_the_number_and_the_rank_make_them() {
    let listed = list("item;numéro d'objectif;titre;rang\n19;9;Connaître;A\n20;1;Décrire;b\n");
    assert_eq!(told(&listed.programme), ["OIC-019-09-A Connaître -", "OIC-020-01-B Décrire -"]);
}

#[test]
fn without_numbers_the_objectives_of_an_item_are_numbered_in_their_order() {
    let listed =
        list("numéro;titre;rang;rubrique\n19;Un;A;x\n20;Autre;B;x\n19;Deux;B;y\n19;Organisation;;\n");
    assert_eq!(told(&listed.programme), ["OIC-019-01-A Un x", "OIC-019-02-B Deux y", "OIC-020-01-B Autre x"]);
    assert_eq!(title(&listed.programme, 19), Some("Organisation"), "a row without a rank is about the item");
}

#[test]
fn items_have_titles_in_rows_or_columns_of_their_own_or_beside_their_numbers() {
    let listed = list("item;titre\n1;La relation médecin-malade\n2;Les valeurs\n");
    assert_eq!(title(&listed.programme, 2), Some("Les valeurs"));
    let listed = list(
        "id;item parent;intitulé\nOIC-019-09-A;Sécurité sociale;Un\nOIC-019-10-A;Sécurité sociale;Deux\n",
    );
    assert_eq!((title(&listed.programme, 19), listed.mistakes.len()), (Some("Sécurité sociale"), 0));
    let listed = list("item;id\n19 - Sécurité sociale;OIC-019-09-A\n");
    assert_eq!(title(&listed.programme, 19), Some("Sécurité sociale"));
}

#[test]
fn bad_rows_are_named_and_the_others_are_read() {
    let listed = list(
        "id;titre;rang;item\nOIC-019-01-A;Un;A;19\n;Sans rien;A;\nOIC-019-02;Sans rang;;\nOIC-019-03-A;Autre rang;B;\n\
         OIC-368-01-A;Hors programme;;\nOIC-019-04-C;Rang C;;\nOIC-019-05-A;Autre item;;20\nOIC-019-01-A;Double;;\n\
         OIC-019-01-B;Deux rangs;;\nx;Rien;;\nOIC-019-000-A;Zéro;;\n\nOIC-019-06-B;Deux;;\n19;Sans numéro;A;\n20;;;\n",
    );
    assert_eq!(told(&listed.programme), ["OIC-019-01-A Un -", "OIC-019-06-B Deux -"]);
    assert_eq!(
        wrong(&listed),
        [
            "3: programme-no-id",
            "4: programme-no-rank",
            "5: programme-rank-differs",
            "6: table-item",
            "7: table-rank",
            "8: programme-item-differs",
            "9: programme-twice",
            "10: programme-two-ranks",
            "11: table-objective",
            "12: table-objective",
            "15: programme-no-number",
            "16: programme-no-title",
        ]
    );
    let first = |number: usize| listed.mistakes[number].message.args.clone();
    assert_eq!(first(7)[1], ("first", "2".to_owned()), "the row of the first one is told");
}

#[test]
fn a_list_that_names_nothing_is_refused_as_a_whole() {
    assert_eq!(wrong(&list("")), ["0: table-empty"]);
    assert_eq!(wrong(&list("titre;rang\nUn;A\n")), ["0: programme-no-column"]);
    assert_eq!(wrong(&list("id;titre\n\"OIC-019-01-A;Un\n")), ["2: table-quote"]);
    assert_eq!(wrong(&list("id;titre\n")), ["0: table-empty"]);
}

#[test]
fn the_student_may_say_what_the_columns_are() {
    let names = ["", "titre", "id"].map(str::to_owned);
    let listed = read(b"x;Un;OIC-019-01-A\n", None, Some(&names));
    assert_eq!(told(&listed.programme), ["OIC-019-01-A Un -"]);
    assert_eq!(listed.columns[0].meaning, None);
}

#[test]
fn nothing_that_a_terminal_obeys_comes_through() {
    let listed = list(
        "id;titre;rubrique\nOIC-019-01-A;\u{1b}]0;x\u{7}Un\u{202e}\u{9b}31m;\u{1b}[2JDéf\n\u{1b}[31m;x;\n",
    );
    let mut all = format!("{:?}", told(&listed.programme));
    for column in &listed.columns {
        let _ = write!(all, "{} {}", column.name, column.example);
    }
    for mistake in &listed.mistakes {
        let _ = write!(all, "{:?}", mistake.message.args);
    }
    assert!(!all.contains(['\u{1b}', '\u{9b}', '\u{7}', '\u{202e}']) && all.contains("Un"), "{all:?}");
}

#[test]
fn a_whole_programme_of_the_real_size_is_read() {
    let mut text = String::from("id;titre;rang;rubrique;item;titre de l'item\n");
    for number in 0..4_900_u16 {
        let (item, rank) = (number % 367 + 1, if number % 2 == 0 { "A" } else { "B" });
        let _ = writeln!(
            text,
            "OIC-{item:03}-{:02}-{rank};Objectif {number};;;{item};Item {item}",
            number / 367 + 1
        );
    }
    let listed = list(&text);
    assert_eq!((listed.programme.objectives().len(), listed.programme.items().len()), (4_900, 367));
    assert_eq!(listed.programme.count(Rank::A), 2_450);
    assert!(listed.mistakes.is_empty());
}

fn programmes() -> impl Strategy<Value = Programme> {
    let text = || "[A-Za-zé=+'\";, -]{0,12}".prop_map(|text| crate::card::Text::one_line(&text));
    let filled = || text().prop_filter("no title", |text| !text.is_empty());
    let objective =
        (1_u16..=367, 1_u16..=999, any::<bool>(), prop::option::of(filled()), prop::option::of(filled()));
    let objective = objective.prop_map(|(item, number, a, title, rubric)| crate::card::Objective {
        id: crate::card::ObjectiveId {
            item: Item::new(item).expect("an item"),
            number,
            rank: if a { Rank::A } else { Rank::B },
        },
        title,
        rubric,
    });
    let item = (1_u16..=367).prop_map(|item| Item::new(item).expect("an item"));
    let items = prop::collection::btree_map(item, filled(), 0..5);
    (items, prop::collection::vec(objective, 0..8)).prop_map(|(items, all)| Programme::new(items, all))
}

proptest! {
    #[test]
    fn what_is_written_reads_back_to_the_same(programme in programmes(), french in any::<bool>()) {
        prop_assume!(!programme.is_empty());
        let listed = list(&write(&programme, french));
        prop_assert_eq!(wrong(&listed), Vec::<String>::new());
        prop_assert_eq!(listed.programme, programme);
    }

    #[test]
    fn no_bytes_panic_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let listed = read(&bytes, None, None);
        prop_assert!(!listed.mistakes.is_empty() || !listed.programme.is_empty());
    }

    #[test]
    fn no_table_panics_the_reader_and_every_row_is_an_objective_an_item_or_a_mistake(
        rows in prop::collection::vec(prop::collection::vec(
            "(OIC-?|oic )?[0-9]{0,4}[-_ –]?[0-9]{0,3}-?[ABCé]?( - x)?|A|rang B|Titre|é|\u{1b}", 4), 0..12),
    ) {
        let mut text = String::from("id;titre;rang;item\n");
        for row in &rows {
            text.push_str(&row.join(";"));
            text.push('\n');
        }
        let listed = list(&text);
        let taken = listed.programme.objectives().len() + listed.programme.items().len();
        prop_assert!(taken + listed.mistakes.len() >= usize::from(listed.rows > 0));
        let again = list(&write(&listed.programme, true));
        prop_assert!(listed.programme.is_empty() || again.programme == listed.programme);
    }
}
