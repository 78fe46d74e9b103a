//! The places of a text, by their numbers.

use std::collections::BTreeSet;

use super::{Plain, lines::Stop};
use crate::{app::pointing::Places, card::Zone};

impl Plain<'_> {
    /// The whole text first where its sentences are cut.
    ///
    /// ```text
    /// 1. Le Parlement vote l'ONDAM
    /// 2. La Cnam signe seule les conventions
    /// ```
    pub(super) fn say_places(&mut self, places: &Places) -> Result<(), Stop> {
        if places.are_within_sentences() {
            let text: String = places.text().iter().map(|span| span.text.as_str()).collect();
            for line in text.lines().map(one_line).filter(|line| !line.is_empty()) {
                self.say(&line)?;
            }
        }
        for place in 0..places.len() {
            self.say(&format!("{}. {}", place + 1, one_line(places.words(place))))?;
        }
        Ok(())
    }

    /// What was expected, and what was pointed at beside it.
    pub(super) fn say_pointed(&mut self, zone: &Zone, pointed: &BTreeSet<usize>) -> Result<(), Stop> {
        for (number, span) in zone.cut().spans().iter().enumerate() {
            let id = match (span.expected, pointed.contains(&number)) {
                (true, true) => "plain-place-found",
                (true, false) => "plain-place-missed",
                (false, true) => "plain-place-wrong",
                (false, false) => continue,
            };
            self.tell_with(id, &[("text", one_line(&span.text[span.core()]).into())])?;
        }
        Ok(())
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
