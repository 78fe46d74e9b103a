//! The settings: told in words, changed, taken back, kept.

use std::fmt::Write as _;

use carabin::i18n::Lang;

use super::Student;

fn shot(out: &mut String, name: &str, student: &Student) {
    let _ = writeln!(out, "==================== {name}\n{}", student.screen());
}

fn walk(lang: Lang, size: (u16, u16)) -> String {
    let mut student = Student::new(lang, size);
    let mut out = String::new();
    student.press(",");
    shot(&mut out, "the settings", &student);
    student.press("<enter>");
    shot(&mut out, "the date of the exam is asked for", &student);
    student.press("demain<enter>");
    shot(&mut out, "what does not fit is told, and stays", &student);
    student.press("<ctrl-u>2026-11-22<enter>");
    shot(&mut out, "a day that is over", &student);
    student.press("<ctrl-u>18/10/2027<enter>");
    shot(&mut out, "an exam", &student);
    student.press("<down><right>");
    shot(&mut out, "a value beside", &student);
    student.press("<pagedown><pagedown>");
    shot(&mut out, "the last one", &student);
    student.press("?");
    shot(&mut out, "the keys", &student);
    student.press("<esc><esc>");
    shot(&mut out, "Home has the plan", &student);
    out
}

#[test]
fn the_settings_in_french_at_80_by_24() {
    insta::assert_snapshot!(walk(Lang::Fr, (80, 24)));
}

#[test]
fn the_settings_in_french_at_40_by_12() {
    insta::assert_snapshot!(walk(Lang::Fr, (40, 12)));
}

#[test]
fn the_settings_in_english_at_80_by_24() {
    insta::assert_snapshot!(walk(Lang::En, (80, 24)));
}

#[test]
fn the_settings_in_english_at_40_by_12() {
    insta::assert_snapshot!(walk(Lang::En, (40, 12)));
}

#[test]
fn a_setting_that_is_changed_holds_at_once_and_after_a_restart() {
    let mut student = Student::new(Lang::Fr, (80, 24));
    student.sees("20 nouvelles").press(",<down><down>").sees("▸ Nouvelles cartes par jour");
    student.press("<enter>7<enter>").sees("• 7").sees("Par défaut : 20.").press("<esc>");
    student.sees("Aujourd'hui : 7 nouvelles cartes.");
    let mut student = student.come_back("2026-11-24T08:00:00+01:00[Europe/Paris]");
    student.sees("7 nouvelles").press(",").sees("• 7");
}

#[test]
fn changes_are_taken_back_one_by_one_and_defaults_given_back() {
    let mut student = Student::new(Lang::Fr, (80, 24));
    student.press(",<down><down><enter>7<enter>").sees("• 7").press("<enter>9<enter>").sees("• 9");
    student.press("u").sees("Annulé").sees("• 7").press("u").does_not_see("• 7").does_not_see("• 9");
    student.press("u").sees("Rien n'a été changé ici");
    student.press("<enter>7<enter>d").sees("Nouvelles cartes par jour : 20").does_not_see("• 7");
    student.press("d").sees("c'était déjà 20").press("u").sees("• 7");
    student.press("<esc>,u").sees("Rien n'a été changé ici");
}

#[test]
fn few_values_turn_and_others_are_written() {
    let mut student = Student::new(Lang::En, (80, 24));
    student.press(",<down>").sees("▸ Mock exams count").press("<right>").sees("Mock exams count: no");
    student.press("<left>").sees("Mock exams count: yes").press("<enter>").sees("Mock exams count: no");
    student.press("<down><right>").sees("This setting is written: press Enter.");
    student.press("<enter><ctrl-u><enter>").sees("Nothing is written.").press("<esc>").sees("20");
}

#[test]
fn a_click_chooses_a_setting_and_another_one_changes_it() {
    let mut student = Student::new(Lang::En, (80, 24));
    student.press(",").click("Rank A first").sees("▸ Rank A first").sees("Rank A first: yes");
    student.click("Rank A first").sees("Rank A first: no").click("The day").sees("▸ Rank A first");
    student.click("New cards a day").click("New cards a day").sees("0 to 9999");
}

#[test]
fn the_heading_of_the_first_group_comes_back_into_view() {
    let mut student = Student::new(Lang::En, (40, 12));
    student
        .press(",<pagedown><pagedown>")
        .does_not_see("The exam")
        .press("<pageup><pageup>")
        .sees("The exam");
}
