//! Mock exams on the screen.

use std::{fmt::Write as _, time::Duration};

use carabin::{
    app::{exam::ExamWish, scope::Scope},
    card::Item,
    i18n::Lang,
    study::Setting,
    tui::{
        host::Wake,
        service::{ExamRequest, Request},
    },
};

use super::Student;

const FR: &str = include_str!("exam-fr.yaml");
const EN: &str = include_str!("exam-en.yaml");
const USUAL: (u16, u16) = (80, 24);
const SMALL: (u16, u16) = (40, 12);

/// A paper about the item of the tests' own deck, the same each time.
fn compose(questions: usize) -> Request {
    let scope = Scope { item: Item::new(7), ..Scope::default() };
    let wish = ExamWish { scope, questions: Some(questions), seed: Some(7), ..ExamWish::default() };
    ExamRequest::Compose(Box::new(wish)).into()
}

/// So many isolated questions, every third of them a QROC; the right answer always says so.
fn deck(questions: usize) -> String {
    let mut deck = "format: 1\ndeck: sixty\ntitle: Sixty\nlanguage: en\nitem: 7\ncards:\n".to_owned();
    for n in 1..=questions {
        let _ = match n % 3 {
            0 => writeln!(deck, "  - id: q{n}\n    rank: A\n    qroc: Number {n}?\n    answers: [right]"),
            1 => writeln!(
                deck,
                "  - id: q{n}\n    rank: A\n    qru: Number {n}?\n    options:\n      - correct: It is right\n      - wrong: It is not"
            ),
            _ => writeln!(
                deck,
                "  - id: q{n}\n    rank: B\n    qrm: Number {n}?\n    options:\n      - correct: It is right\n      - correct: It is right too\n      - wrong: Not this\n      - wrong: Nor that"
            ),
        };
    }
    deck
}

/// Before the first question.
fn sitting(questions: usize) -> Student {
    let mut student = Student::with_deck(Lang::En, USUAL, &deck(questions));
    student.ask(compose(questions)).press("<enter>");
    student
}

/// Answers the question on the screen rightly and goes on.
fn answer(student: &mut Student) {
    let screen = student.screen();
    if screen.contains("Your answer:") {
        student.press("right<enter>");
        return;
    }
    for line in screen.lines().filter(|line| line.contains("It is right")) {
        let letter = line.chars().find(char::is_ascii_uppercase).expect("a letter");
        student.press(&letter.to_ascii_lowercase().to_string());
    }
    student.press("<enter>");
}

#[test]
fn sixty_questions_are_sat_to_the_report() {
    let mut student = sitting(60);
    for number in 1..=60 {
        student.sees(&format!("Question {number}/60"));
        if number % 6 == 0 {
            student.press("<ctrl-n>");
            continue;
        }
        answer(&mut student);
    }
    student.sees("Hand in?").sees("10 questions are blank").press("r");
    student.sees("16.66/20 over 60 questions, 10 of them blank.").sees("double A").sees("By rank");
    assert_eq!(student.kept_answers(), 50, "all that was answered counts as reviews, blanks do not");
    student.press("<tab>").sees("Number").press("<enter>").sees("Question 1/60").sees("point out of 1");
    student.press("<esc><esc>").sees("50 answers today");
}

#[test]
fn minutes_are_counted_from_those_of_the_exam_s_pace() {
    let mut student = Student::with_deck(Lang::En, USUAL, &deck(6));
    student.press("x").sees("36 (").press("<down><right>").sees("40").press("<left><left>").sees("20");
    student.press("<down><down><down><right>").sees("180 (");
}

#[test]
fn nothing_is_corrected_before_the_end_and_one_moves_freely() {
    let mut student = sitting(6);
    student.sees("Question 1/6").press("<ctrl-n><ctrl-n>").sees("Question 3/6");
    student.press("<ctrl-p>").sees("Question 2/6").does_not_see("point");
    while student.screen().contains("Your answer:") {
        student.press("<ctrl-n>");
    }
    student.press("<f6>").sees("The paper").sees("0 of 6").press("<pagedown><enter>").sees("Question 6/6");
    student.press("<f4>").sees("Question flagged").sees("⚑").press("<f6>").sees("1 flagged").press("<esc>");
    student
        .press("<ctrl-n>")
        .sees("Hand in?")
        .sees("6 questions are blank")
        .press("<esc>")
        .sees("Question 6/6");
}

#[test]
fn an_answer_is_there_when_one_comes_back_to_it() {
    let mut student = sitting(6);
    answer(&mut student);
    student.press("<ctrl-p>").sees("Question 1/6");
    let screen = student.screen();
    assert!(["(•)", "[x]", "Your answer: right"].iter().any(|mark| screen.contains(mark)), "{screen}");
}

#[test]
fn an_exam_that_was_left_goes_on_with_its_clock() {
    let mut student = sitting(6);
    student.sees("11 min").wait(Duration::from_secs(60)).wake().sees("10 min");
    answer(&mut student);
    student.press("<esc>").sees("The exam is kept");
    let mut student = student.come_back("2026-11-24T08:00:00+01:00[Europe/Paris]");
    student.sees("A mock exam is under way: “x” goes on with it.");
    student.press("x").sees("An exam is under way").sees("5 questions of 6 are blank").sees("10 min");
    student.sees("Enter go on");
    student.press("<enter>").sees("Question 2/6").sees("10 min");
}

#[test]
fn an_exam_that_was_cut_off_has_what_was_on_its_screen() {
    let mut student = sitting(6);
    while !student.screen().contains("( )") {
        student.press("<ctrl-n>");
    }
    student.press("a");
    // No key was pressed to leave: the tick was kept as it was made.
    let mut student = student.come_back("2026-11-23T09:00:00+01:00[Europe/Paris]");
    student.press("x").sees("5 questions of 6").press("<enter>").sees("(•) A");
}

#[test]
fn the_clock_wakes_the_screen_each_minute_and_each_second_at_the_end() {
    let mut student = sitting(6);
    assert_eq!(student.wake_time(), Some(Wake::After(Duration::from_secs(60))));
    student.wait(Duration::from_secs(20)).press("<f6><esc>");
    assert_eq!(student.wake_time(), Some(Wake::After(Duration::from_secs(40))));
    for _ in 0..8 {
        student.wait(Duration::from_secs(50)).wake();
    }
    student.sees("4:00");
    assert_eq!(student.wake_time(), Some(Wake::After(Duration::from_secs(1))));
}

#[test]
fn a_computer_that_slept_has_not_used_the_time() {
    let mut student = sitting(6);
    student.wait(Duration::from_secs(8 * 3600)).press("<f6><esc>").sees("Question 1/6").sees("10 min");
}

#[test]
fn when_the_time_is_up_the_paper_is_handed_in_with_what_was_answered() {
    let mut student = sitting(3);
    answer(&mut student);
    for _ in 0..6 {
        student.wait(Duration::from_secs(60)).wake();
    }
    student.sees("The time is up").sees("6.66/20 over 3 questions, 2 of them blank.");
    assert_eq!(student.kept_answers(), 1);
}

#[test]
fn answers_count_as_reviews_all_of_them_or_none() {
    let mut student = sitting(3);
    student.elsewhere(|app| app.change_setting(Setting::ExamReviews, Some("none")).expect("kept"));
    for _ in 0..3 {
        answer(&mut student);
    }
    student.press("r").sees("20.00/20");
    assert_eq!(student.kept_answers(), 0);
}

#[test]
fn a_whole_exam_is_not_taken_back_by_one_key() {
    let mut student = sitting(3);
    for _ in 0..3 {
        answer(&mut student);
    }
    student.press("r<esc>u");
    assert_eq!(student.kept_answers(), 3);
}

#[test]
fn a_case_has_no_way_back_and_says_so_before_a_blank_closes() {
    let mut student = Student::with_deck(Lang::En, USUAL, EN);
    student.ask(compose(5)).sees("in one case").press("<enter><f6><pagedown><enter>");
    student.sees("There is no way back within a case").press("<left><enter>");
    student.sees("Question 4/5").sees("A patient of 54").does_not_see("The MRI is normal");
    student.press("<enter>").sees("will close without an answer").press("MRI<enter>");
    student.sees("Question 5/5").sees("The MRI is normal").press("<ctrl-p>").sees("Question 3/5");
    student.press("<ctrl-n>").sees("Question 5/5");
}

#[test]
fn an_almost_right_answer_is_decided_after_handing_in() {
    let mut student = Student::with_deck(Lang::En, USUAL, EN);
    student.ask(compose(5)).press("<enter>");
    while !student.screen().contains("support programme") {
        student.press("<ctrl-n>");
    }
    student.press("Sofhia<enter><f5><f5>");
    student.sees("0.00 to 4.00/20").sees("One almost right answer is yours to decide");
    student.press("<enter>").sees("Almost").press("5").sees("0.5 points out of 1").press("<esc><tab>");
    student.sees("2.00/20").does_not_see("yours to decide");
    assert_eq!(student.kept_answers(), 1, "the answer counts once it is decided");
}

#[test]
fn an_exam_can_be_given_up_but_not_by_one_key() {
    let mut student = sitting(3);
    student.press("<esc>x").sees("under way").press("d").sees("once more").press("d").sees("given up");
    student.press("x").sees("Compose an exam");
}

#[test]
fn a_paper_is_composed_with_a_few_keys() {
    let mut student = Student::with_deck(Lang::En, USUAL, &deck(30));
    student.press("x").sees("Questions        20").sees("36 (the pace of the EDN)");
    student.press("12<down><down><down>7<enter>").sees("12 questions in 22 minutes.");
    student
        .press("<esc>x<down><right>")
        .sees("Minutes          40")
        .press("<down><right>")
        .sees("Rank             A");
    student
        .press("<down>7<down><right>")
        .sees("90 to 110")
        .press("<enter>")
        .sees("A unit of the EDN has 90 to 110");
}

/// Names and shows the screen.
#[test]
fn what_was_wrong_or_blank_in_an_exam_is_in_the_notebook() {
    let mut student = sitting(3);
    student.press("<f6><pagedown><enter>").press("<f5><f5>").sees("Rank");
    student.press("<esc>n").sees("3 missed");
    assert_eq!(student.kept_answers(), 0, "a blank says nothing about the memory");
}

#[test]
fn a_correction_takes_a_note_a_reason_a_flag_and_opens_its_card() {
    let mut student = sitting(3);
    student.press("<f5><f5><tab><enter>").sees("n note").sees("m why");
    student
        .press("f")
        .sees("Flag 1")
        .press("f")
        .sees("Flag 2")
        .press("nseen<ctrl-s>")
        .sees("Note saved")
        .sees("seen");
    student.press("m2").sees("Question 1/3");
    student.editing(|deck| format!("{deck}# read\n")).press("e").sees("Question 1/3");
    student.press("<esc><esc>n").sees("forgotten");
}

fn shot(out: &mut String, name: &str, student: &Student) {
    let rule = "=".repeat(20);
    out.extend([&rule, " ", name, "\n", &student.screen(), "\n"]);
}

fn walk(lang: Lang, size: (u16, u16)) -> String {
    let deck = if lang == Lang::Fr { FR } else { EN };
    let mut student = Student::with_deck(lang, size, deck);
    let mut out = String::new();
    student.press("x");
    shot(&mut out, "form", &student);
    student.ask(compose(5));
    shot(&mut out, "brief", &student);
    student.press("<enter>");
    for number in 1..=3 {
        shot(&mut out, &format!("question {number}"), &student);
        if student.screen().contains("sophia") || student.screen().contains("programme") {
            student.press("sofhia<enter>");
        } else {
            student.wait(Duration::from_secs(9)).press("a<f4><enter>");
        }
    }
    shot(&mut out, "case", &student);
    student.press("<enter>");
    shot(&mut out, "case left blank", &student);
    student.press("<enter>");
    shot(&mut out, "case goes on", &student);
    student.press("<f6>");
    shot(&mut out, "navigator", &student);
    student.press("<esc><f5>");
    shot(&mut out, "hand in", &student);
    student.press("r");
    shot(&mut out, "report", &student);
    student.press("<pagedown>");
    shot(&mut out, "report further down", &student);
    student.press("<tab>");
    shot(&mut out, "questions", &student);
    student.press("<enter>");
    shot(&mut out, "to decide", &student);
    student.press("1");
    shot(&mut out, "decided", &student);
    student.press("<right>");
    shot(&mut out, "correction", &student);
    student.press("<esc><esc>xe");
    shot(&mut out, "handed in before", &student);
    out
}

#[test]
fn every_screen_of_an_exam() {
    for lang in Lang::ALL {
        for size in [USUAL, SMALL] {
            insta::assert_snapshot!(format!("an_exam_{lang}_{}", size.0), walk(lang, size));
        }
    }
}
