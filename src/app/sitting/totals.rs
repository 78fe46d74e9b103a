//! What a sitting came to.

use super::{Answer, Sitting};
use crate::{
    app::{
        error::AppError,
        open::App,
        report::{ObjectiveLine, Report},
    },
    card::Locator,
    journal::EventId,
    memory::Rating,
    study::{MORE_NEW, Step, Wish},
};

impl App {
    /// What a sitting came to so far.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn report(&mut self, sitting: &Sitting) -> Result<Report, AppError> {
        let now = self.now();
        let mut report = Report::default();
        let answers: Vec<&Step<Vec<EventId>>> =
            sitting.session.steps().iter().filter(|step| step.rating.is_some()).collect();
        let mut objectives: Vec<ObjectiveLine> = Vec::new();
        for (step, Answer { objective, leech, score, .. }) in answers.iter().zip(&sitting.answers) {
            let Some(rating) = step.rating else { continue };
            report.answers += 1;
            report.leeches += u32::from(*leech);
            report.points += score.unwrap_or_default();
            report.marked += u32::from(score.is_some());
            report.new += u32::from(step.was_new);
            report.seconds += f64::from(step.seconds);
            report.ratings[usize::from(rating.number()) - 1] += 1;
            let place =
                objectives.iter().position(|line| line.objective == *objective).unwrap_or_else(|| {
                    objectives.push(ObjectiveLine { objective: *objective, answers: 0, recalled: 0 });
                    objectives.len() - 1
                });
            objectives[place].answers += 1;
            objectives[place].recalled += u32::from(rating != Rating::Again);
        }
        objectives.sort_by(|a, b| {
            let share = |line: &ObjectiveLine| f64::from(line.recalled) / f64::from(line.answers.max(1));
            share(a).total_cmp(&share(b)).then(a.objective.cmp(&b.objective))
        });
        report.objectives = objectives;
        report.can_undo = !sitting.session.steps().is_empty();
        report.missed = u32::try_from(sitting.missed().len()).unwrap_or(u32::MAX);
        self.with_states(|app, states| {
            let candidates = app.candidates(states, &sitting.scope, now);
            let today = app.today(states, now)?;
            let queue = app.queue_of(&candidates, &Wish::default(), &today);
            report.waiting = queue.counts.reviews_waiting;
            report.new_waiting = queue.counts.new_waiting;
            let counts = queue.counts;
            report.left = counts.reviews + counts.new + counts.learning + counts.ahead;
            let more = Wish { more_new: MORE_NEW, ..Wish::default() };
            report.more_new = app.queue_of(&candidates, &more, &today).counts.new - counts.new;
            let ahead = Wish { ahead: true, ..Wish::default() };
            report.can_go_ahead = app.queue_of(&candidates, &ahead, &today).main.len() > queue.main.len();
            report.next_in_days = app.next_in_days(states, &sitting.scope, &today);
            Ok(())
        })?;
        Ok(report)
    }
}

impl Sitting {
    /// The cards that were missed in this sitting, each once, in the order of their first miss. A card that is suspended
    /// since (a leech) is among them.
    #[must_use]
    pub fn missed(&self) -> Vec<Locator> {
        let answers = self.session.steps().iter().filter(|step| step.rating.is_some()).zip(&self.answers);
        let mut missed: Vec<Locator> = Vec::new();
        for (step, _) in answers.filter(|(_, answer)| answer.missed) {
            if !missed.contains(&step.locator) {
                missed.push(step.locator.clone());
            }
        }
        missed
    }
}
