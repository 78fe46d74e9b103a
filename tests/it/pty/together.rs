//! Two programs open in one home.

use carabin::memory::Rating;

use super::{
    home::Home,
    sitting::{ENTER, ESC, Shown},
};

#[test]
fn a_second_program_sees_the_answers_of_the_first() {
    let home = Home::with(8);
    let (mut one, mut other) = (home.start(), home.start());
    one.open_deck();
    other.see_home();
    let mut answered = vec![one.answer_and_go_on(Rating::Easy), one.answer_and_go_on(Rating::Easy)];

    // It begins after them, though it was opened before.
    let third = other.open_deck();
    assert_eq!(one.see_question(), third, "both have the third card before them");

    // In the middle of its session it leaves out what was answered meanwhile.
    answered.extend([one.answer_and_go_on(Rating::Easy), one.answer_and_go_on(Rating::Easy)]);
    answered.push(other.answer_and_go_on(Rating::Easy));
    assert_eq!(answered[2].0, third);
    assert_eq!(answered[4].0, third, "what was on its screen may still be answered");
    assert_eq!(other.see_question(), one.see_question());
    assert_eq!(home.answers(), answered);

    one.send(ESC);
    one.see_screen(Shown::Summary);
    one.send(ENTER);
    one.see_home();
    one.find("five cards less", |screen| screen.shows("4/8").then_some(()));
}

#[test]
fn two_programs_that_answer_by_turns_lose_nothing() {
    let home = Home::with(20);
    let (mut one, mut other) = (home.start(), home.start());
    one.open_deck();
    other.open_deck();
    let mut answered = Vec::new();
    for rating in [Rating::Easy, Rating::Good, Rating::Again, Rating::Hard, Rating::Easy] {
        // Both keys are on their way at once.
        let (a, b) = (one.answer(rating), other.answer(rating));
        one.find("the next card", |screen| (Shown::on(screen)? != Shown::Answer(a)).then_some(()));
        other.find("the next card", |screen| (Shown::on(screen)? != Shown::Answer(b)).then_some(()));
        answered.extend([(a, rating), (b, rating)]);
    }
    let mut kept = home.answers();
    kept.sort();
    answered.sort();
    assert_eq!(kept, answered);
    assert_eq!(home.journal().verify().expect("it can be read"), []);
}
