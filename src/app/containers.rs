//! Cases, KFP, TCS and articles: what there is, when each was last done, and playing them. They have no schedule and come
//! by choice, the longest untouched first.

use jiff::civil::Date;

use super::{error::AppError, markdown, open::App, questions, scope::Scope, states::States};
use crate::{
    card::{Item, Kind, Locator, ObjectiveId, Rank, Text},
    library::Entry,
    memory::Day,
};

/// The kinds, in the order of the lists.
pub const KINDS: [Kind; 4] = [Kind::Case, Kind::Kfp, Kind::Tcs, Kind::Article];

/// A case, KFP, TCS or article.
#[derive(Clone, Debug, PartialEq)]
pub struct Container {
    /// Which.
    pub locator: Locator,
    /// Its kind.
    pub kind: Kind,
    /// The beginning of its vignette or its title, on one line.
    pub title: Text,
    /// How many questions it has.
    pub questions: u32,
    /// The day of study on which one of its questions was last answered.
    pub last: Option<Date>,
    /// Its first objective.
    pub objective: Option<ObjectiveId>,
    /// Its rank.
    pub rank: Option<Rank>,
    /// Its item.
    pub item: Option<Item>,
}

impl App {
    /// The containers of a scope, of one kind or all: those never done first, then by when they were last done, then as
    /// they stand in the decks.
    ///
    /// # Errors
    /// When the journal or the index fails.
    pub fn containers(&mut self, scope: &Scope, kind: Option<Kind>) -> Result<Vec<Container>, AppError> {
        let mut found = self.with_states(|app, states| {
            let mut found = Vec::new();
            for (number, entry) in states.catalogue.entries.iter().enumerate() {
                if kind.is_none_or(|kind| entry.kind == kind) && app.is_playable(number, entry, states, scope)
                {
                    found.push((states.catalogue.locator(number), *entry));
                }
            }
            Ok(found)
        })?;
        let mut out = Vec::with_capacity(found.len());
        for (locator, entry) in found.drain(..) {
            // One that cannot be read now is left out; the log says why.
            let card = match self.library.card(&locator) {
                Ok(Some(card)) => card,
                Ok(None) => continue,
                Err(error) => {
                    tracing::error!(%locator, %error, "a case cannot be read");
                    continue;
                }
            };
            let title = markdown::one_line(&card.content.prompt());
            out.push(Container {
                kind: entry.kind,
                title: Text::clean(&title.chars().take(LONGEST_TITLE).collect::<String>()),
                questions: u32::try_from(questions::questions(&card).len()).unwrap_or(u32::MAX),
                last: self.journal.last_day_of_parts(&locator)?.map(Day::date),
                objective: entry.objective,
                rank: entry.rank,
                item: entry.item,
                locator,
            });
        }
        out.sort_by_key(|container| container.last);
        Ok(out)
    }

    /// Whether a card, or a question of one, has this locator.
    #[must_use]
    pub fn is_known(&self, locator: &Locator) -> bool {
        self.library.catalogue().find_asked(locator).is_some()
    }

    /// The locators of the questions of these cards, in order: those of a container one by one, any other as it is.
    #[must_use]
    pub fn questions_of(&self, cards: &[Locator]) -> Vec<Locator> {
        cards.iter().flat_map(|locator| self.expand(locator)).collect()
    }

    fn expand(&self, locator: &Locator) -> Vec<Locator> {
        let catalogue = self.library.catalogue();
        let whole = catalogue.find(locator).filter(|&number| catalogue.entries[number].kind.is_container());
        match whole.map(|_| self.library.card(locator)) {
            Some(Ok(Some(card))) => questions::questions(&card).into_iter().map(|p| p.locator).collect(),
            _ => vec![locator.clone()],
        }
    }

    /// Whether a container may be played: not a draft, not suspended, in a language that is studied (a deck that the scope
    /// names is, whatever its language).
    pub(super) fn is_playable(&self, number: usize, entry: &Entry, states: &States, scope: &Scope) -> bool {
        entry.kind.is_container()
            && !entry.draft
            && !states.get(number).suspended.unwrap_or(entry.starts_suspended)
            && scope.holds(entry, &states.catalogue)
            && (!scope.decks.is_empty() || self.is_studied(entry, states))
    }
}

/// Characters of a title: more than a screen is wide.
const LONGEST_TITLE: usize = 160;
