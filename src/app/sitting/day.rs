//! A day that begins while a sitting goes on: at four in the morning, or when the lid is opened a week later.

use std::collections::HashSet;

use super::{Manner, Seen, Sitting};
use crate::{
    app::{error::AppError, open::App, words},
    card::Locator,
    study::Wish,
};

impl App {
    /// Looks at the clock before something is done with the card on the screen. On another day than before, the queue is
    /// made anew, with that day's limits; the card on the screen stays first: see [`App::new_day`].
    ///
    /// # Errors
    /// [`AppError::Clock`] when the clock was set; when the journal or the index fails. The sitting is then as it was.
    pub fn look_at_clock(&mut self, sitting: &mut Sitting) -> Result<(), AppError> {
        self.stamp()?;
        self.turn_the_page(sitting)
    }

    /// Makes the queue that of today, if it is that of another day.
    pub(super) fn turn_the_page(&mut self, sitting: &mut Sitting) -> Result<(), AppError> {
        let now = self.now();
        self.clock.shows(now.day, self.settings.rollover);
        if now.day == sitting.day {
            return Ok(());
        }
        // The load of each day is counted from today on.
        self.states = None;
        if sitting.manner != Manner::Series {
            let (main, learning) = self.queue_for(&sitting.scope, &sitting.wish_left(), now)?;
            sitting.session.renew(main, learning);
            if let Some(current) = &sitting.current {
                sitting.session.put_first(current.locator.clone());
            }
            let Sitting { session, known, aside, .. } = sitting;
            let upcoming: HashSet<&Locator> = session.upcoming().collect();
            aside.retain(|aside| !upcoming.contains(&aside.locator));
            let seen = self.with_states(|_, states| {
                Ok(upcoming
                    .into_iter()
                    .map(|card| (card.clone(), Seen::of(&states.of(card))))
                    .collect::<Vec<_>>())
            })?;
            known.extend(seen);
            sitting.elsewhere = self.elsewhere;
        }
        sitting.day = now.day;
        sitting.turned = true;
        Ok(())
    }

    /// That a day has begun since this was last asked, in words.
    pub fn new_day(&self, sitting: &mut Sitting) -> Option<String> {
        let date = words::date(sitting.day.date(), &self.messages);
        let id = if sitting.manner == Manner::Series { "new-day" } else { "new-day-queue" };
        std::mem::take(&mut sitting.turned).then(|| self.messages.with(id, &[("date", date.into())]))
    }
}

impl Sitting {
    /// What is still wanted of it: a limit is one of the whole sitting.
    fn wish_left(&self) -> Wish {
        let answered = self.session.steps().iter().filter(|step| step.rating.is_some());
        let cards: HashSet<&Locator> = answered.map(|step| &step.locator).collect();
        let cards = u32::try_from(cards.len()).unwrap_or(u32::MAX);
        let limit = self.wish.limit.map(|limit| limit.saturating_sub(cards));
        // New cards beyond a day's limit were asked for on that day.
        Wish { limit, more_new: 0, ..self.wish.clone() }
    }
}
