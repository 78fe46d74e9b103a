//! Gathering everything that is known of one card, from the decks and the history.

use std::collections::{BTreeSet, HashSet};

use jiff::Timestamp;

use super::{
    card_content::ContentInfo,
    card_info::{CardInfo, DeckInfo, ScheduleInfo, SourceInfo, VersionInfo},
    error::AppError,
    history::EventLine,
    open::App,
    stats::rounded,
    words,
};
use crate::{
    card::{Card, DeckHead, Locator, Text},
    journal::StoredEvent,
    memory::{CardState, Day, Due, Now, Phase},
};

impl App {
    /// Everything that is known of the card that `locator` names, under any of its names. With a part, only that part's
    /// schedule and history.
    ///
    /// # Errors
    /// [`AppError::NoCard`] when neither the decks nor the history know it; when the journal or the index fails.
    pub fn card_info(&mut self, locator: &Locator) -> Result<CardInfo, AppError> {
        let names = self.names_of(locator)?;
        let catalogue = self.library.catalogue();
        let live = names.iter().find(|name| !catalogue.card(name).is_empty());
        let card = match live {
            Some(live) => self.library.card(live)?,
            None => None,
        };
        let schedules = self.schedules_of(locator, card.as_ref(), &names)?;
        let history = self.history_of(locator, &names, &schedules)?;
        let own_note = self.journal.note(&locator.card())?.map(|note| Text::clean(&note));
        let versions = self.versions_of_card(card.as_ref(), &names)?;
        if card.is_none() && history.is_empty() && versions.is_empty() {
            return Err(AppError::NoCard(locator.clone()));
        }
        if locator.part.is_some() && schedules.is_empty() {
            return Err(AppError::NoCard(locator.clone()));
        }
        let now = self.now();
        let shown = live.map_or_else(|| locator.card(), Locator::card);
        let deck = card.as_ref().and_then(|card| Some((card, catalogue.deck(&card.deck)?)));
        let meta = card.as_ref().map(|card| card.meta.clone()).unwrap_or_default();
        Ok(CardInfo {
            aliases: names.iter().filter(|name| **name != shown).map(ToString::to_string).collect(),
            card: shown.to_string(),
            deck: deck.map(|(card, deck)| DeckInfo::new(card, deck)),
            content: card.as_ref().map(|card| ContentInfo::from(&card.content)),
            objectives: meta.objectives.iter().map(ToString::to_string).collect(),
            rank: meta.effective_rank().map(|rank| rank.to_string()),
            item: meta.effective_item().map(crate::card::Item::number),
            sources: deck.map(|(card, deck)| sources(card, &deck.head)).unwrap_or_default(),
            tags: meta.tags,
            hint: meta.hint,
            note: meta.note,
            as_of: meta.as_of,
            until: meta.until,
            own_note,
            schedules: schedules
                .iter()
                .map(|(locator, state)| {
                    let starts_suspended = meta.suspended;
                    self.schedule_info(locator, state, starts_suspended, now)
                })
                .collect(),
            history: history.iter().map(|stored| EventLine::new(stored, &self.messages)).collect(),
            versions,
        })
    }

    /// The names of the card as a whole, its own first.
    fn names_of(&self, locator: &Locator) -> Result<Vec<Locator>, AppError> {
        let mut names = vec![locator.card()];
        for known in [locator, &locator.card()] {
            for alias in self.journal.aliases(known)? {
                if !names.contains(&alias.card()) {
                    names.push(alias.card());
                }
            }
        }
        Ok(names)
    }

    /// The schedules with their states: those of the deck, or where the card has left it, those that have a history.
    fn schedules_of(
        &self,
        locator: &Locator,
        card: Option<&Card>,
        names: &[Locator],
    ) -> Result<Vec<(Locator, CardState)>, AppError> {
        let mut schedules = card.map(Card::schedules).unwrap_or_default();
        if card.is_none() {
            self.journal.for_each_state(|known, _| {
                let known = known.parse::<Locator>().ok();
                schedules.extend(known.filter(|known| names.contains(&known.card())));
            })?;
        }
        schedules.retain(|schedule| locator.part.is_none() || schedule.part == locator.part);
        schedules
            .into_iter()
            .map(|schedule| {
                let state = self.journal.state(&schedule)?;
                Ok((schedule, state))
            })
            .collect()
    }

    /// The events about the card and its schedules, each once, in order.
    fn history_of(
        &self,
        locator: &Locator,
        names: &[Locator],
        schedules: &[(Locator, CardState)],
    ) -> Result<Vec<StoredEvent>, AppError> {
        let mut places: BTreeSet<Locator> = schedules.iter().map(|(schedule, _)| schedule.clone()).collect();
        places.extend(names.iter().cloned());
        if locator.part.is_none() {
            // Parts that the card no longer has.
            self.journal.for_each_state(|known, _| {
                let known = known.parse::<Locator>().ok();
                places.extend(known.filter(|known| names.contains(&known.card())));
            })?;
        }
        let mut seen = HashSet::new();
        let mut history = Vec::new();
        for place in places {
            for stored in self.journal.history(&place)? {
                if seen.insert((stored.event.id, stored.event.hash)) {
                    history.push(stored);
                }
            }
        }
        history.sort_unstable_by_key(|stored| stored.order);
        Ok(history)
    }

    fn versions_of_card(&self, card: Option<&Card>, names: &[Locator]) -> Result<Vec<VersionInfo>, AppError> {
        let mut versions: Vec<VersionInfo> = Vec::new();
        let decks: BTreeSet<_> = names.iter().map(|name| name.deck.clone()).collect();
        for deck in decks {
            for version in self.journal.versions(&deck)? {
                let fingerprint = version.fingerprint.to_string();
                if !names.contains(&version.card) || versions.iter().any(|v| v.fingerprint == fingerprint) {
                    continue;
                }
                versions.push(VersionInfo {
                    current: card.is_some_and(|card| card.fingerprint == version.fingerprint),
                    fingerprint,
                    text: Text::clean(version.text.trim_end()),
                });
            }
        }
        Ok(versions)
    }

    pub(super) fn schedule_info(
        &self,
        locator: &Locator,
        state: &CardState,
        starts_suspended: bool,
        now: Now,
    ) -> ScheduleInfo {
        let zone = self.clock.wall().time_zone().clone();
        let local = |at: Timestamp| at.to_zoned(zone.clone());
        let iso = |at: Timestamp| local(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
        let recall = self.scheduler.retrievability(state, now.day);
        ScheduleInfo {
            locator: locator.to_string(),
            phase: match state.phase {
                Phase::New => "new",
                Phase::Learning(_) => "learning",
                Phase::Review => "review",
                Phase::Relearning(_) => "relearning",
            },
            stability: state.memory.map(|memory| rounded(f64::from(memory.stability))),
            difficulty: state.memory.map(|memory| rounded(f64::from(memory.difficulty))),
            retrievability: recall.map(|share| rounded(f64::from(share))),
            due: state.due.map(|due| match due {
                Due::Day(day) => day.date().to_string(),
                Due::At(at) => iso(at),
            }),
            due_words: state.due.map(|due| match due {
                Due::Day(day) => words::date(day.date(), &self.messages),
                Due::At(at) => words::moment(&local(at), &self.messages),
            }),
            interval_days: state.interval_days,
            reps: state.reps,
            lapses: state.lapses,
            last_review: state.last_review.map(iso),
            suspended: state.suspended.unwrap_or(starts_suspended),
            buried_until: state.buried_until.filter(|_| state.is_buried(now.day)).map(Day::date),
            flag: state.flag,
        }
    }
}

fn sources(card: &Card, head: &DeckHead) -> Vec<SourceInfo> {
    let found = card.meta.sources.iter().filter_map(|key| head.source(key));
    found
        .map(|source| SourceInfo {
            title: source.title.clone(),
            author: source.author.clone(),
            date: source.date,
            url: source.url.clone(),
        })
        .collect()
}
