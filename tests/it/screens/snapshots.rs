//! Every screen, in both languages, on a usual and on a small terminal.

use carabin::i18n::Lang;

use super::{KINDS_EN, KINDS_FR, Student};

/// Names and shows the screen.
fn shot(out: &mut String, name: &str, student: &Student) {
    let rule = "=".repeat(20);
    out.extend([&rule, " ", name, "\n", &student.screen(), "\n"]);
}

fn walk(lang: Lang, size: (u16, u16)) -> String {
    let deck = if lang == Lang::Fr { KINDS_FR } else { KINDS_EN };
    let title = if lang == Lang::Fr { "▸ Un form" } else { "▸ One of" };
    let mut student = Student::with_deck(lang, size, deck);
    let mut out = String::new();
    shot(&mut out, "first start", &student);
    student.press("<tab>");
    shot(&mut out, "home by objective", &student);
    student.press("<tab>");
    shot(&mut out, "home by rank", &student);
    student.press("<tab>");
    shot(&mut out, "home, the cases", &student);
    student.press("<tab>");
    while !student.screen().contains(title) {
        student.press("<down>");
    }
    student.press("<enter>");
    shot(&mut out, "question", &student);
    student.press("h");
    shot(&mut out, "hint", &student);
    student.press("<space>");
    shot(&mut out, "answer", &student);
    student.press("?");
    shot(&mut out, "help", &student);
    student.press("<esc>n");
    student.press("vu en stage");
    shot(&mut out, "own note", &student);
    student.press("<ctrl-s>4");
    shot(&mut out, "cloze", &student);
    student.press("<space>");
    shot(&mut out, "cloze filled", &student);
    student.press("4");
    shot(&mut out, "qru", &student);
    student.press("<down>a");
    shot(&mut out, "qru ticked", &student);
    student.press("<enter>");
    shot(&mut out, "qru marked", &student);
    student.press("4");
    shot(&mut out, "qrm", &student);
    student.press("bce<enter>");
    shot(&mut out, "qrm marked", &student);
    student.press("4");
    shot(&mut out, "qroc", &student);
    student.press("sofia");
    shot(&mut out, "qroc typed", &student);
    student.press("<enter>");
    shot(&mut out, "almost", &student);
    student.press("5");
    shot(&mut out, "qroc marked", &student);
    student.press("2");
    student.press("<esc>");
    shot(&mut out, "summary", &student);
    student.press("<enter>");
    shot(&mut out, "home after a session", &student);
    student.resize(36, 10);
    shot(&mut out, "too small", &student);
    out
}

#[test]
fn in_french_at_80_by_24() {
    insta::assert_snapshot!(walk(Lang::Fr, (80, 24)));
}

#[test]
fn in_french_at_40_by_12() {
    insta::assert_snapshot!(walk(Lang::Fr, (40, 12)));
}

#[test]
fn in_english_at_80_by_24() {
    insta::assert_snapshot!(walk(Lang::En, (80, 24)));
}

#[test]
fn in_english_at_40_by_12() {
    insta::assert_snapshot!(walk(Lang::En, (40, 12)));
}
