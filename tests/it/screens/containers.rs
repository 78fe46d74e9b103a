//! Cases, KFP, TCS and articles: chosen from Home, their questions one after the other.

use std::fmt::Write as _;

use carabin::{
    app::{asked::Given, scope::Scope, series::Series, sitting::Turn},
    i18n::Lang,
    memory::Rating,
    tui::service::Request,
};

use super::Student;

const USUAL: (u16, u16) = (80, 24);
const SMALL: (u16, u16) = (40, 12);
const BROAD: (u16, u16) = (140, 30);

fn student(lang: Lang, size: (u16, u16)) -> Student {
    let (deck, article) = match lang {
        Lang::Fr => (include_str!("containers-fr.yaml"), include_str!("article-fr.md")),
        Lang::En => (include_str!("containers-en.yaml"), include_str!("article-en.md")),
    };
    let mut student = Student::with_files(lang, size, deck, &[("article.md", article.as_bytes())]);
    student.press("<tab><tab><tab>");
    student
}

/// A student before the container that begins so.
fn before(lang: Lang, size: (u16, u16), title: &str) -> Student {
    let mut student = student(lang, size);
    let mut left = 40;
    while !student.screen().lines().any(|line| line.trim_start().starts_with("▸") && line.contains(title)) {
        student.press("<down>");
        left -= 1;
        assert!(left > 0, "no {title:?}:\n{}", student.screen());
    }
    student.press("<enter>");
    student
}

fn walk(lang: Lang, size: (u16, u16), title: &str, steps: &[(&str, &str)]) -> String {
    let mut student = before(lang, size, title);
    let mut out = String::new();
    for (name, keys) in steps {
        student.press(keys);
        writeln!(out, "{} {name}\n{}", "=".repeat(20), student.screen()).expect("written");
    }
    out
}

macro_rules! snapshots {
    ($($name:ident: $fr:literal $en:literal $sizes:expr, $steps:expr;)*) => {$(
        #[test]
        fn $name() {
            for (lang, title) in [(Lang::Fr, $fr), (Lang::En, $en)] {
                for size in $sizes {
                    let name = format!("{}_{lang}_{}", stringify!($name), size.0);
                    insta::assert_snapshot!(name, walk(lang, size, title, $steps));
                }
            }
        }
    )*};
}

snapshots! {
    the_case: "Dossier" "Case" [USUAL, SMALL], &[
        ("first question", ""),
        ("ticked", "b"),
        ("corrected", "<enter>"),
        ("second question", "<enter>"),
        ("typed and corrected", "personne<enter>"),
        ("third question", "<enter>"),
        ("corrected with the note of the case", "ab<enter>"),
        ("the end", "<enter>"),
        ("home", "<enter>"),
    ];
    the_tcs: "TCS" "TCS" [USUAL, SMALL], &[
        ("asked", ""),
        ("nothing chosen", "<enter>"),
        ("chosen", "4"),
        ("walked down", "<left><left><left>"),
        ("corrected", "<enter>"),
        ("second", "<enter>"),
    ];
    the_article: "Article" "Article" [USUAL, SMALL, BROAD], &[
        ("read", ""),
        ("looked for", "/rand"),
        ("found", "<enter>"),
        ("the next one", "n"),
        ("question", "<esc>"),
        ("corrected", "a<enter>"),
        ("second question", "<enter>"),
        ("read again", "t"),
    ];
}

#[test]
fn there_is_no_way_back_in_a_case() {
    let mut student = before(Lang::Fr, USUAL, "Dossier");
    student.press("a<enter>u").sees("On ne revient pas en arrière").sees("1 point sur 1");
    student.press("<enter>").sees("question 2 sur 3").sees("Du nouveau").press("<esc>");
    student.press("u").sees("On ne revient pas en arrière");
}

#[test]
fn what_comes_later_in_a_case_is_not_told_before() {
    let mut student = before(Lang::Fr, USUAL, "Dossier");
    student.does_not_see("refuse").does_not_see("reconnaît").press("a<enter>").does_not_see("refuse");
    student.press("<enter>").sees("refuse").does_not_see("reconnaît");
}

#[test]
fn a_case_has_no_ratings_and_no_due_date_and_its_day_is_remembered() {
    let mut student = before(Lang::Fr, USUAL, "Dossier");
    student.press("a<enter>").does_not_see("À revoir").press("s").sees("question 1 sur 3");
    student.press("<enter><tab><enter>abc<enter><enter>").sees("3 réponses");
    student.press("<enter>").sees("23 novembre 2026").sees("jamais fait");
    assert_eq!(student.kept_answers(), 0, "nothing but practice");
}

#[test]
fn a_question_of_a_case_that_was_missed_has_its_reason_and_is_asked_again() {
    let mut student = before(Lang::Fr, USUAL, "Dossier");
    student
        .press("b<enter>")
        .sees("m raison")
        .press("m4")
        .sees("Raison : mal lue")
        .does_not_see("la carte revient");
    student.press("<enter><esc><enter>n").sees("1 manquée").sees("mal lue").press("<enter>").sees("0/1");
    student.sees("question 1 sur 3").press("<esc><enter>m").sees("question 1 sur 3");
}

#[test]
fn a_case_that_was_left_is_begun_anew() {
    let mut student = before(Lang::Fr, USUAL, "Dossier");
    student.press("a<enter><enter>").sees("question 2 sur 3").press("<esc><enter>");
    while !student.screen().contains("▸ Dossier  Une patiente de 54 ans") {
        student.press("<down>");
    }
    student.press("<enter>").sees("question 1 sur 3");
}

#[test]
fn all_cases_of_a_row_come_one_after_the_other() {
    let mut student = student(Lang::Fr, USUAL);
    student
        .ask(Request::Series(Series::containers(Scope::default())))
        .sees("question 1 sur 3")
        .press("a<enter><enter><tab><enter>abc<enter><enter>");
    student.sees("TCS, question 1 sur 2");
}

#[test]
fn the_key_of_the_cases_shows_them_and_whoever_has_done_one_is_back_among_them() {
    let mut student = student(Lang::Fr, USUAL);
    student
        .press("<tab>")
        .sees("● Paquets")
        .press("c")
        .sees("● Dossiers")
        .sees("questions")
        .press("<down><enter><esc>")
        .sees("Séance terminée");
    student.press("<enter>").sees("● Dossiers");
}

#[test]
fn the_demonstration_tells_that_its_panel_is_made_up_and_counts_no_point() {
    let mut student = before(Lang::Fr, USUAL, "TCS");
    student.press("1<enter>").sees("panel est inventé").does_not_see("point sur 1");
}

#[test]
fn an_article_is_searched_without_accents_and_the_answer_keeps_its_ticks() {
    let mut student = before(Lang::Fr, USUAL, "Article");
    student.press("<esc>b").sees("(•) B").press("t/CRITERE<enter>").sees("1/").press("<esc>").sees("(•) B");
    student.press("t/hasard<enter>").sees("introuvable");
}

#[test]
fn a_step_of_a_scale_is_clicked() {
    let mut student = before(Lang::Fr, USUAL, "TCS");
    student.click("+1  plus probable").sees("▸ 4  +1").click("valider").sees("panel d'experts");
}

#[test]
fn the_cases_are_read_when_they_are_looked_for_and_never_called_none_before_they_have_come() {
    let (deck, article) = (include_str!("containers-fr.yaml"), include_str!("article-fr.md"));
    let mut student = Student::with_files(Lang::Fr, USUAL, deck, &[("article.md", article.as_bytes())]);
    let frames = student.watch(|student| {
        student.press("<tab><tab><tab>");
    });
    assert!(frames.iter().any(|frame| frame.contains("Lecture des dossiers")), "{frames:#?}");
    assert!(!frames.iter().any(|frame| frame.contains("Aucun dossier")), "{frames:#?}");
    student.sees("Une patiente de 54 ans");
}

#[test]
fn the_cases_stay_on_the_screen_while_they_are_read_anew() {
    let mut student = student(Lang::Fr, USUAL);
    let frames = student.watch(|student| {
        student.ask(Request::Refresh);
    });
    assert!(frames.len() > 2, "Home comes first, the cases after it: {frames:#?}");
    assert!(frames.iter().all(|frame| frame.contains("Une patiente de 54 ans")), "{frames:#?}");
}

#[test]
fn the_chosen_case_stays_chosen_when_another_one_moves() {
    let mut student = student(Lang::Fr, USUAL);
    student.press("<down>");
    let chosen = |student: &Student| -> (usize, String) {
        let screen = student.screen();
        let lines = screen.lines().enumerate();
        let (at, line) =
            lines.filter(|(_, line)| line.trim_start().starts_with('▸')).last().expect("a chosen one");
        (at, line.to_owned())
    };
    let before = chosen(&student);
    student.elsewhere(|app| {
        app.refresh().expect("read");
        let first = app.containers(&carabin::app::scope::Scope::default(), None).expect("read").remove(0);
        let mut sitting = app.start_series(&Series::cards(vec![first.locator])).expect("begun").expect("one");
        let Turn::Card(asked) = app.next(&mut sitting).expect("a turn") else { panic!("no question") };
        let given = Given {
            rating: Rating::Good,
            score: None,
            decided: false,
            answered: None,
            took_ms: 900,
            why: None,
            slip: false,
        };
        app.answer(&mut sitting, &asked, &given).expect("kept");
    });
    student.ask(Request::Refresh);
    let after = chosen(&student);
    assert_eq!((after.0, &after.1), (before.0 - 1, &before.1), "{}", student.screen());
}

#[test]
fn cases_that_cannot_be_read_are_not_called_none() {
    let mut student = Student::new(Lang::Fr, USUAL);
    student.meddle("data/journal.db", "ALTER TABLE place RENAME TO elsewhere");
    let frames = student.watch(|student| {
        student.press("<tab><tab><tab>");
    });
    assert!(!frames.iter().any(|frame| frame.contains("Aucun dossier")), "{frames:#?}");
    student.sees("● Paquets").sees("no such table");
}
