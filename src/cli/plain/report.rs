//! What a session came to.

use super::{Plain, card::lower, lines::Stop};
use crate::{
    app::{report::Report, wording, words},
    memory::Rating,
};

impl Plain<'_> {
    /// `asks`: the words between cards can be written after it.
    pub(super) fn say_report(&mut self, report: &Report, asks: bool) -> Result<(), Stop> {
        self.say("")?;
        self.tell("summary-title")?;
        if report.answers == 0 {
            self.tell(if report.left > 0 { "summary-nothing" } else { "summary-nothing-due" })?;
        } else {
            self.say_answers(report)?;
            let ratings: Vec<String> = Rating::ALL
                .into_iter()
                .zip(report.ratings)
                .map(|(rating, count)| format!("{}\u{a0}{count}", lower(rating, &self.messages)))
                .collect();
            self.tell_with("plain-ratings", &[("ratings", ratings.join(", ").into())])?;
        }
        if let Some(points) = wording::points(report, &self.messages) {
            self.say(&points)?;
        }
        for line in &report.objectives {
            let name = line
                .objective
                .map_or_else(|| self.messages.get("summary-no-objective"), |objective| objective.to_string());
            let args =
                [("name", name.into()), ("recalled", line.recalled.into()), ("answers", line.answers.into())];
            self.tell_with("plain-objective", &args)?;
        }
        if report.leeches > 0 {
            self.tell_with("summary-leeches", &[("n", report.leeches.into())])?;
        }
        if report.missed > 0 && asks {
            self.tell_with("plain-missed", &[("n", report.missed.into())])?;
        }
        if report.waiting > 0 {
            self.tell_with("summary-waiting", &[("n", report.waiting.into())])?;
        }
        if let Some(text) = wording::new_waiting(report, &self.messages) {
            self.say(&text)?;
        }
        let left = wording::what_is_left(report, &self.messages);
        self.say(&left)
    }

    /// How many answers there were so far, in which time, and how many were known.
    pub(super) fn say_answers(&mut self, report: &Report) -> Result<(), Stop> {
        if report.answers == 0 {
            return self.tell("summary-nothing");
        }
        let time = words::spent(report.seconds, &self.messages);
        let args = [("n", report.answers.into()), ("time", time.into()), ("new", report.new.into())];
        self.tell_with("summary-answers", &args)?;
        match report.retention() {
            Some(share) => {
                let share = words::percent(share, self.messages.lang());
                self.tell_with("summary-recalled", &[("share", share.into())])
            }
            None => Ok(()),
        }
    }
}
