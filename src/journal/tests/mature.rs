//! The reviews that true retention is counted on.

use super::{super::*, *};

/// 20:00 so many days later.
fn on(day: i64) -> Zoned {
    wall(day * 24 * 60)
}

fn again(locator: &str, rating: Rating) -> Draft {
    Record::Review(answer(locator, rating, 3)).into()
}

#[test]
fn each_says_after_how_many_days_and_all_are_those_that_the_days_count() {
    let mut journal = journal();
    let mut keep = |draft: Draft, day: i64| journal.append(&[draft], &on(day)).expect("kept");
    keep(good("d/a"), 0);
    keep(good("d/b"), 0);
    keep(good("d/a"), 3);
    let practice = Record::Review(Review { practice: true, ..answer("d/a", Rating::Good, 3) });
    keep(practice.into(), 5);
    keep(again("d/a", Rating::Again), 10);
    let undone = keep(good("d/b"), 11);
    journal.undo(&undone, &on(12)).expect("undone");

    let today = Day::of(&on(12), 4);
    let month = (today.plus(-29), today);
    let reviews = journal.mature_reviews(month.0, month.1).expect("read");
    let told = |review: &MatureReview| {
        (review.card.to_string(), today.since(review.day), review.since, review.recalled)
    };
    assert_eq!(
        reviews.iter().map(told).collect::<Vec<_>>(),
        [("d/a".to_owned(), 9, Some(3), true), ("d/a".to_owned(), 2, Some(7), false)],
        "practice and what was undone are no answers before"
    );
    let days = journal.day_counts(month.0, month.1).expect("read");
    let counted = (days.iter().map(|day| day.mature).sum(), days.iter().map(|day| day.recalled).sum());
    assert_eq!(counted, (2, 1));
    assert_eq!(journal.mature_reviews(today, today).expect("read"), []);
}
