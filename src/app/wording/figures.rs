//! What figures are about.

use crate::{app::stats::AgeFigures, i18n::Messages};

/// The cards of a rank, or of none.
#[must_use]
pub fn rank(rank: Option<&str>, messages: &Messages) -> String {
    match rank {
        Some(rank) => messages.with("rank-name", &[("rank", rank.into())]),
        None => messages.get("home-row-no-rank"),
    }
}

/// After how many days a card was asked again.
#[must_use]
pub fn span_of_days(age: &AgeFigures, messages: &Messages) -> String {
    match age.to_days {
        Some(to) => messages.with("statistics-age", &[("from", age.from_days.into()), ("to", to.into())]),
        None => messages.with("statistics-age-from", &[("from", age.from_days.into())]),
    }
}
