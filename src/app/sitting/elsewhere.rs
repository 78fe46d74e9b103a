//! What another process does while a sitting goes on.

use std::collections::HashSet;

use super::{Manner, Seen, Sitting};
use crate::{
    app::{error::AppError, open::App, states},
    card::Locator,
    study::{Fate, SiblingRule, Standing},
};

impl App {
    /// What another process has answered since this sitting last looked comes when its step is over, or goes; so does
    /// what it has suspended or buried, and what is not to be asked on the same day as its sibling.
    pub(super) fn look_elsewhere(&mut self, sitting: &mut Sitting) -> Result<(), AppError> {
        self.states()?;
        if sitting.elsewhere == self.elsewhere {
            return Ok(());
        }
        let now = self.now();
        let series = sitting.manner == Manner::Series;
        let Sitting { session, known, .. } = sitting;
        let seen = self.with_states(|app, states| {
            let catalogue = &states.catalogue;
            let apart = app.settings.siblings == SiblingRule::Apart && !series;
            let card_of = |locator: &Locator| catalogue.find(locator).map(|n| catalogue.entries[n].card);
            // What this sitting has answered itself says nothing about siblings.
            let own: HashSet<u32> =
                session.steps().iter().filter_map(|step| card_of(&step.locator)).collect();
            let today: HashSet<u32> = if apart {
                let answered = |number: &usize| states.get(*number).last_day == Some(now.day);
                let numbers = (0..catalogue.entries.len()).filter(answered);
                numbers
                    .map(|number| catalogue.entries[number].card)
                    .filter(|card| !own.contains(card))
                    .collect()
            } else {
                HashSet::new()
            };
            let mut seen = Vec::new();
            session.review(|locator| {
                let state = states.of(locator);
                let present = Seen::of(&state);
                let before = known.get(locator).copied().unwrap_or(present);
                seen.push((locator.clone(), present));
                if state.suspended == Some(true) || (state.is_buried(now.day) && !series) {
                    return Fate::Goes;
                }
                if present != before {
                    return match states::standing(&state, now, &app.scheduler) {
                        Standing::Learning(at) if !series => Fate::InStep(at),
                        _ => Fate::Goes,
                    };
                }
                let sibling = state.last_day != Some(now.day)
                    && card_of(locator).is_some_and(|card| today.contains(&card));
                if sibling { Fate::Goes } else { Fate::Stays }
            });
            Ok(seen)
        })?;
        known.extend(seen);
        sitting.elsewhere = self.elsewhere;
        Ok(())
    }
}
