//! Pictures in blocks: drawn, pointed at, revealed; and those that cannot be shown.

use std::{fmt::Write as _, io::Cursor};

use carabin::i18n::Lang;
use crossterm::event::{MouseButton, MouseEventKind};
use image::{ImageFormat, Rgb, RgbImage};

use super::Student;

const USUAL: (u16, u16) = (80, 24);
const SMALL: (u16, u16) = (40, 12);

/// White, with a black square at the left and another at the right.
fn picture() -> Vec<u8> {
    let picture = RgbImage::from_fn(200, 100, |x, y| {
        let square = |left: u32| (left..left + 40).contains(&x) && (30..70).contains(&y);
        Rgb([if square(20) || square(140) { 0 } else { 255 }; 3])
    });
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, ImageFormat::Png).expect("encoded");
    out.into_inner()
}

fn deck(lang: Lang) -> String {
    let (title, prompt, labels, alt, note) = match lang {
        Lang::Fr => (
            "Un format en image",
            "Où sont les deux carrés noirs ?",
            ["le carré de gauche", "le carré de droite"],
            "Deux carrés noirs sur un fond blanc",
            "Ils sont à la même hauteur.",
        ),
        Lang::En => (
            "A format with a picture",
            "Where are the two black squares?",
            ["the left square", "the right square"],
            "Two black squares on a white ground",
            "They are at the same height.",
        ),
    };
    format!(
        "format: 1
deck: image
title: {title}
language: {lang}
cards:
  - id: z
    zone: {prompt}
    image: {{ file: a.png, alt: {alt}, credit: Domaine public }}
    note: {note}
    zones:
      - {{ label: {}, rect: [10, 30, 20, 40] }}
      - {{ label: {}, rect: [70, 30, 20, 40] }}
",
        labels[0], labels[1]
    )
}

/// The left square is hidden and asked, the right one hidden as well.
fn hidden(lang: Lang, label: &str) -> String {
    let (title, prompt, alt, note) = match lang {
        Lang::Fr => ("Un format en image", "Qu'y a-t-il ici ?", "Deux carrés", "Il est noir."),
        Lang::En => ("A format with a picture", "What is here?", "Two squares", "It is black."),
    };
    format!(
        "format: 1
deck: image
title: {title}
language: {lang}
cards:
  - id: m
    mask: {prompt}
    image: {{ file: a.png, alt: {alt} }}
    zones:
      - {{ {label}rect: [10, 30, 20, 40] }}
    others:
      - {{ rect: [70, 30, 20, 40] }}
    note: {note}
"
    )
}

fn before(lang: Lang, size: (u16, u16), bytes: &[u8]) -> Student {
    before_deck(lang, size, bytes, &deck(lang))
}

fn before_deck(lang: Lang, size: (u16, u16), bytes: &[u8], deck: &str) -> Student {
    let mut student = Student::with_files(lang, size, deck, &[("a.png", bytes)]);
    let title = if lang == Lang::Fr { "▸ Un format" } else { "▸ A form" };
    while !student.screen().contains(title) {
        student.press("<down>");
    }
    student.press("<enter>");
    student
}

#[test]
fn the_zone_on_a_picture() {
    for lang in [Lang::Fr, Lang::En] {
        for size in [USUAL, SMALL] {
            let mut student = before(lang, size, &picture());
            let mut out = String::new();
            let steps = [
                ("asked", ""),
                ("one placed", "HHH<space>"),
                ("handed in too early", "<enter>"),
                ("another one beside", "LLLLLKKK<space>"),
                ("one too many", "<left><space>"),
                ("handed in", "<enter>"),
            ];
            for (name, keys) in steps {
                student.press(keys);
                writeln!(out, "{} {name}\n{}", "=".repeat(20), student.screen()).expect("written");
            }
            insta::assert_snapshot!(format!("the_zone_on_a_picture_{lang}_{}", size.0), out);
        }
    }
}

#[test]
fn both_squares_pointed_at_earn_the_point() {
    let mut student = before(Lang::Fr, USUAL, &picture());
    student.sees("Zone · 2").sees("0 sur 2").press("HHH<space>").sees("1 sur 2");
    student.press("LLLLLL<space>").sees("2 sur 2").press("<enter>");
    student.sees("1 point sur 1").sees("1 ✔ le carré de gauche").sees("2 ✔ le carré de droite");
    student.press("<pagedown>").sees("Crédit : Domaine public").press("4").sees("Séance terminée");
    assert_eq!(student.kept_answers(), 1, "it counts as a review");
}

#[test]
fn a_point_can_be_taken_back_and_no_more_are_placed_than_told() {
    let mut student = before(Lang::Fr, USUAL, &picture());
    student.press("<space>l<space>l<space>").sees("2 sur 2").sees("pas davantage");
    student.press("h<space>").sees("1 sur 2").press("<backspace>").sees("0 sur 2");
}

#[test]
fn a_picture_that_cannot_be_shown_says_why_and_the_student_grades_the_card() {
    let mut cut = picture();
    cut.truncate(60);
    for (bytes, reason) in [(&cut[..], "abîmé"), (b"<svg/>", "type d'image")] {
        let mut student = before(Lang::Fr, USUAL, bytes);
        student.sees(reason).sees("Deux carrés noirs sur un fond blanc").press("<space>");
        student.sees("le carré de gauche").press("4").sees("Séance terminée");
    }
}

#[test]
fn a_picture_beside_options_is_drawn_where_there_is_room_and_told_where_there_is_none() {
    let deck = "format: 1\ndeck: image\ntitle: Un format en image\nlanguage: fr\ncards:\n  - id: q\n    qru: Combien ?\n    image: { file: a.png, alt: Deux carrés }\n    options:\n      - correct: Deux\n      - wrong: Trois\n";
    for (size, told) in [(USUAL, false), (SMALL, true)] {
        let mut student = Student::with_files(Lang::Fr, size, deck, &[("a.png", &picture())]);
        while !student.screen().contains("▸ Un format") {
            student.press("<down>");
        }
        student.press("<enter>");
        assert_eq!(student.screen().contains("Image : Deux carrés"), told, "{}", student.screen());
        student.press("v").does_not_see("Image : Deux carrés").press("v");
        student.press("a<enter>").sees("point sur 1");
    }
}

#[test]
fn the_window_may_shrink_and_grow_over_a_picture() {
    let mut student = before(Lang::Fr, USUAL, &picture());
    for (width, height) in [(40, 12), (200, 60), (41, 13), (80, 24)] {
        student.resize(width, height).press("l<space><backspace>");
    }
    student.sees("0 sur 2");
}

#[test]
fn a_click_on_the_picture_points_there_and_a_second_one_no_longer() {
    let mut student = before(Lang::Fr, USUAL, &picture());
    let down = MouseEventKind::Down(MouseButton::Left);
    student.mouse(down, 40, 14).sees("1 sur 2").mouse(down, 30, 14).sees("2 sur 2");
    student.mouse(down, 50, 14).sees("pas davantage").mouse(down, 40, 14).sees("1 sur 2");
}

#[test]
fn the_mask_on_a_picture() {
    for lang in [Lang::Fr, Lang::En] {
        let label = if lang == Lang::Fr { "label: Un carré, " } else { "label: A square, " };
        for size in [USUAL, SMALL] {
            let mut student = before_deck(lang, size, &picture(), &hidden(lang, label));
            let mut out = String::new();
            for (name, keys) in [("asked", ""), ("shown", "<space>"), ("rated", "2")] {
                student.press(keys);
                writeln!(out, "{} {name}\n{}", "=".repeat(20), student.screen()).expect("written");
            }
            insta::assert_snapshot!(format!("the_mask_on_a_picture_{lang}_{}", size.0), out);
        }
    }
}

#[test]
fn what_was_hidden_is_graded_by_the_student_and_taken_back() {
    let mut student = before_deck(Lang::Fr, USUAL, &picture(), &hidden(Lang::Fr, "label: Un carré, "));
    student
        .sees("Image à cache")
        .does_not_see("Un carré")
        .press("<space>")
        .sees("Un carré")
        .sees("Il est noir.");
    student.press("4").sees("Séance terminée");
    assert_eq!(student.kept_answers(), 1);
    student.press("u");
    assert_eq!(student.kept_answers(), 0, "it was taken back");
}

#[test]
fn where_the_picture_is_not_drawn_it_is_told_where_something_is_hidden() {
    let deck = hidden(Lang::Fr, "label: Un carré, ");
    let mut student = before_deck(Lang::Fr, USUAL, b"<svg/>", &deck);
    student
        .sees("type d'image")
        .sees("Image : Deux carrés")
        .sees("Caché : à gauche")
        .does_not_see("Un carré");
    student.press("<space>").sees("Un carré").press("4").sees("Séance terminée");
    let mut student = before_deck(Lang::Fr, USUAL, b"<svg/>", &hidden(Lang::Fr, ""));
    student.press("<space>").sees("Seule l'image dit ce qui était caché.");
}
