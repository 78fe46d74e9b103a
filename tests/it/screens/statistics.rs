//! The statistics: tabs, figures of a few days, a session from what is weakest.

use std::fmt::Write as _;

use carabin::{i18n::Lang, study::Setting};

use super::{KINDS_EN, KINDS_FR, Student};

fn shot(out: &mut String, name: &str, student: &Student) {
    let _ = writeln!(out, "==================== {name}\n{}", student.screen());
}

/// A student who has answered a few cards on some days of November.
fn student(lang: Lang, size: (u16, u16)) -> Student {
    let deck = if lang == Lang::Fr { KINDS_FR } else { KINDS_EN };
    let mut student = Student::with_deck(lang, size, deck);
    student.press("<down><enter><space>4").press("<space>3a<enter>3<esc><enter>");
    let mut student = student.come_back("2026-12-09T08:00:00+01:00[Europe/Paris]");
    // What is due alone.
    student.elsewhere(|app| app.change_setting(Setting::NewPerDay, Some("0")).map(|_| ()).expect("kept"));
    student.press("<down><enter><space>3<enter>3<enter>3<enter>3<esc><enter>");
    student.come_back("2026-12-14T08:00:00+01:00[Europe/Paris]")
}

fn walk(lang: Lang, size: (u16, u16)) -> String {
    let mut fresh = Student::new(lang, size);
    let mut out = String::new();
    fresh.press("s");
    shot(&mut out, "nothing was done", &fresh);
    for name in ["nothing comes", "nothing was known", "nothing is weak"] {
        fresh.press("<tab>");
        shot(&mut out, name, &fresh);
    }
    let mut student = student(lang, size);
    student.press("s");
    shot(&mut out, "days", &student);
    student.press("<pagedown><pagedown>");
    shot(&mut out, "the calendar", &student);
    student.press("<right>");
    shot(&mut out, "forecast", &student);
    student.press("<right>");
    shot(&mut out, "memory", &student);
    student.press("<right>");
    shot(&mut out, "weakest", &student);
    student.press("?");
    shot(&mut out, "the keys", &student);
    out
}

#[test]
fn the_statistics_in_french_at_80_by_24() {
    insta::assert_snapshot!(walk(Lang::Fr, (80, 24)));
}

#[test]
fn the_statistics_in_french_at_40_by_12() {
    insta::assert_snapshot!(walk(Lang::Fr, (40, 12)));
}

#[test]
fn the_statistics_in_english_at_80_by_24() {
    insta::assert_snapshot!(walk(Lang::En, (80, 24)));
}

#[test]
fn the_statistics_in_english_at_40_by_12() {
    insta::assert_snapshot!(walk(Lang::En, (40, 12)));
}

#[test]
fn tabs_take_keys_both_ways_around_and_clicks() {
    let mut student = student(Lang::En, (80, 24));
    student.press("s").sees("● Days").press("<left>").sees("● Weakest").press("<tab>").sees("● Days");
    student.click("Memory").sees("● Memory").sees("Retention (desired: 90%)");
    student.click("Forecast").sees("● Forecast").sees("Due:").press("<esc>").sees("Carabin");
}

#[test]
fn a_session_begins_from_what_is_weakest() {
    let mut student = student(Lang::En, (80, 24));
    student.press("s<left>").sees("▸ ").click("One of each").sees("▸ One of each");
    student.click("One of each").sees("Session finished").press("<enter>s<left><down>").sees("▸ One of each");
    student.press("a").sees("One of each format").sees("0/3");
}
