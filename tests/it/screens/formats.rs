//! The formats that are answered otherwise than by one tick or one line.

use std::fmt::Write as _;

use carabin::i18n::Lang;

use super::{FORMATS_EN, FORMATS_FR, Student};

const USUAL: (u16, u16) = (80, 24);
const SMALL: (u16, u16) = (40, 12);

/// A student before the card `id` of the deck of formats.
fn before(lang: Lang, size: (u16, u16), id: &str) -> Student {
    let (deck, title) = match lang {
        Lang::Fr => (FORMATS_FR, "▸ Un format"),
        Lang::En => (FORMATS_EN, "▸ One more"),
    };
    let (head, cards) = deck.split_once("cards:\n").expect("cards");
    let card = cards.split("  - id: ").find(|card| card.starts_with(&format!("{id}\n"))).expect("the card");
    let mut student = Student::with_deck(lang, size, &format!("{head}cards:\n  - id: {card}"));
    while !student.screen().contains(title) {
        student.press("<down>");
    }
    student.press("<enter>");
    student
}

/// The screen after each of `steps`: what is done, and its keys.
fn walk(lang: Lang, size: (u16, u16), id: &str, steps: &[(&str, &str)]) -> String {
    let mut student = before(lang, size, id);
    let mut out = String::new();
    for (name, keys) in steps {
        student.press(keys);
        writeln!(out, "{} {id}: {name}\n{}", "=".repeat(20), student.screen()).expect("written");
    }
    out
}

macro_rules! snapshots {
    ($($name:ident: $fr:literal $en:literal $steps:expr;)*) => {$(
        #[test]
        fn $name() {
            for (lang, id) in [(Lang::Fr, $fr), (Lang::En, $en)] {
                for size in [USUAL, SMALL] {
                    let name = format!("{}_{lang}_{}", stringify!($name), size.0);
                    insta::assert_snapshot!(name, walk(lang, size, id, $steps));
                }
            }
        }
    )*};
}

snapshots! {
    the_short_qrp: "qrp" "qrp" &[
        ("asked", ""),
        ("two ticked", "ab"),
        ("one too many", "cd"),
        ("handed in", "<enter>"),
    ];
    the_long_qrp: "qrp-longue" "qrp-long" &[
        ("asked", ""),
        ("looked for", "ca"),
        ("ticked", "<enter>"),
        ("nothing found", "zz"),
        ("handed in too early", "<esc>gluc<backspace><backspace><backspace><enter><enter>"),
        ("handed in", "<enter>"),
        ("the end", "<pagedown><pagedown><pagedown>"),
    ];
    the_list: "liste" "list" &[
        ("asked", ""),
        ("nothing typed", "<enter>"),
        ("one found", "AT<enter>"),
        ("not in the list", "retraite<enter>at<enter>"),
        ("almost", "pension<enter>"),
        ("handed in", "<tab>"),
        ("decided", "0"),
    ];
    the_list_in_order: "liste-ordonnee" "list-ordered" &[
        ("asked", ""),
        ("two of four", "Juppé<enter>1945<enter>Jeanneney<enter>"),
        ("handed in", "<enter>"),
    ];
    the_zone_on_a_text: "zone" "zone" &[
        ("asked", ""),
        ("two pointed at", "<right><space><right><space>"),
        ("one too many", "<right><space>"),
        ("handed in", "<enter>"),
    ];
    the_zone_of_words: "zone-mots" "zone-words" &[
        ("asked", ""),
        ("one pointed at", "<down><down><left><space>"),
        ("handed in", "<enter><enter>"),
    ];
}

#[test]
fn a_qrp_takes_no_more_ticks_than_are_right() {
    let mut student = before(Lang::Fr, USUAL, "qrp");
    student.sees("QRP · 3 réponses à cocher").sees("0 sur 3");
    student.press("abc").sees("3 sur 3 · A · B · C").press("d").sees("décochez-en une");
    student.sees("3 sur 3 · A · B · C").press("be<enter>").sees("1 point sur 1").sees("Par leurs syndicats.");
}

#[test]
fn a_qrp_handed_in_with_ticks_left_asks_once() {
    let mut student = before(Lang::Fr, USUAL, "qrp");
    student.press("a<enter>").sees("Encore 2 réponses à cocher").press("<enter>").sees("0,33 point sur 1");
    let mut student = before(Lang::Fr, USUAL, "qrp");
    student.press("a<enter>c<enter>").sees("Encore une réponse").does_not_see("point sur 1");
}

#[test]
fn a_long_list_is_searched_without_accents_and_case() {
    let mut student = before(Lang::Fr, USUAL, "qrp-longue");
    student.press("ELECTRO").sees("Électroencéphalogramme").does_not_see("Calcémie").press("<esc>");
    student.press("oesogastro").sees("Œsogastroduodénoscopie").press("<esc>");
    student.press("glycemieaj").sees("Glycémie à jeun").press("<enter>").sees("1 sur 3 · Glycémie à jeun");
    student.press("crea<enter>calc<enter>").sees("3 sur 3").press("<enter>").sees("Le diabète d'abord.");
}

#[test]
fn a_space_belongs_to_what_is_looked_for_and_ticks_nothing() {
    let mut student = before(Lang::Fr, USUAL, "qrp-longue");
    student.press("glycemie a j").sees("Chercher : glycemie a j").sees("0 sur 3").press("<enter>");
    student.sees("1 sur 3 · Glycémie à jeun").press("<down><space>").sees("2 sur 3");
}

#[test]
fn what_is_ticked_in_a_long_list_stays_in_sight_and_one_too_many_is_told() {
    let mut student = before(Lang::Fr, SMALL, "qrp-longue");
    student.press("calc<tab>crea<enter>ferr<enter>").sees("3 sur 3 · Calc");
    student.press("irm<enter>").sees("décochez-en").sees("IRM hypophysaire");
    student.press("<esc>ferr<enter>").sees("2 sur 3");
}

#[test]
fn the_arrows_walk_through_a_long_list_and_back_to_the_question() {
    let mut student = before(Lang::Fr, SMALL, "qrp-longue");
    student.press("<down><down><down><down><down><down><down><down><down><down><down><down><down>");
    student.sees("▸ [ ] Test à la desmopressine").does_not_see("Quels examens");
    for _ in 0..13 {
        student.press("<up>");
    }
    student.sees("Quels examens");
}

#[test]
fn in_a_long_list_letters_are_letters_and_the_keys_say_so() {
    let mut student = before(Lang::Fr, USUAL, "qrp-longue");
    student.press("q?").sees("Chercher : q?").press("<f1>").sees("effacer, sinon finir").press("<esc>");
    student.press("<esc>").sees("Aldostéronémie").press("<esc>").sees("Séance terminée");
}

#[test]
fn a_letter_pasted_into_the_filter_searches_too() {
    let mut student = before(Lang::Fr, USUAL, "qrp-longue");
    student.paste("ferri\n").sees("Ferritinémie").does_not_see("Calcémie");
}

#[test]
fn items_that_are_found_tick_off_at_once_and_the_last_one_ends_the_list() {
    let mut student = before(Lang::Fr, USUAL, "liste");
    student.sees("Liste · 5 éléments").press("deces<enter>").sees("✔ décès (deces)").sees("1 sur 5");
    student.press("AT, maladie et maternité<enter>").sees("4 sur 5").sees("✔ accidents du travail (AT)");
    student.press("invalidité<enter>").sees("1 point sur 1 · 5 sur 5").sees("ses propres comptes");
}

#[test]
fn what_is_wrong_is_told_with_its_reason_and_what_is_missing_only_afterwards() {
    let mut student = before(Lang::Fr, USUAL, "liste");
    student.press("retraite<enter>").sees("✘ retraite — pas dans la liste");
    student.press("maladie<enter>la maladie<enter>").sees("· la maladie — déjà cité");
    student.does_not_see("maternité").press("<enter>").sees("○ maternité — à citer").sees("0,2 point sur 1");
}

#[test]
fn an_enter_too_many_does_not_hand_in_an_empty_list_but_tab_gives_up() {
    let mut student = before(Lang::Fr, USUAL, "liste");
    student.press("<enter>").sees("Tab si vous ne savez pas").press("<tab>").sees("0 point sur 1");
}

#[test]
fn an_item_that_is_almost_there_is_left_to_the_student() {
    let mut student = before(Lang::Fr, USUAL, "liste");
    student.press("pension<enter>").sees("pension — presque").does_not_see("invalidité");
    student.press("<tab>").sees("Presque…").sees("invalidité").press("1").sees("0,2 point sur 1");
    let mut student = before(Lang::Fr, USUAL, "liste");
    student.press("pension<enter><tab>0").sees("○ invalidité — à citer").sees("0 point sur 1");
}

#[test]
fn in_an_ordered_list_the_place_counts_and_a_line_can_be_taken_back() {
    let mut student = before(Lang::Fr, USUAL, "liste-ordonnee");
    student.press("plan Juppé<enter>").sees("✔ 3. plan Juppé");
    student.press("ordonnances Jeanneney<enter>").sees("pas à sa place").press("<backspace>");
    student.sees("Élément : ordonnances Jeanneney").does_not_see("pas à sa place");
}

#[test]
fn lines_that_are_pasted_into_a_list_are_items() {
    let mut student = before(Lang::Fr, USUAL, "liste");
    student.paste("maladie\ndécès\n").press("<enter>").sees("2 sur 5");
}

#[test]
fn the_cursor_walks_over_sentences_and_no_more_are_pointed_at_than_told() {
    let mut student = before(Lang::Fr, USUAL, "zone");
    student.sees("Zone · 2 passages à pointer").sees("0 sur 2").press("<space>").sees("[Le Parlement vote");
    student.press("<space>").does_not_see("[Le Parlement").press("<right><space>").sees("[La Cnam signe");
    student.press("<right><right><space>").sees("[L'Urssaf fixe").sees("2 sur 2");
    student.press("<right><space>").sees("pas davantage").does_not_see("[Les ARS");
    student.press("<enter>").sees("1 point sur 1").sees("[✔ La Cnam").sees("✔ trouvé");
}

#[test]
fn the_marks_of_the_author_show_only_after_the_answer() {
    let mut student = before(Lang::Fr, USUAL, "zone");
    student.does_not_see("[").press("<enter>").sees("Encore 2 passages").press("<enter>");
    student.sees("[○ La Cnam").sees("[○ L'Urssaf").sees("0 point sur 1").sees("l'Uncam et les syndicats");
}

#[test]
fn the_end_of_a_long_text_is_reached_with_the_cursor() {
    let mut student = before(Lang::Fr, SMALL, "zone");
    student.press("<down><down><down><down>").sees("Les ARS pilotent").press("<space>").sees("[Les ARS");
    student.press("<up><up><up><up><up>").sees("Quelles phrases");
}
