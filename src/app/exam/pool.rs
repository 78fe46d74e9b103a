//! What the decks hold for an exam.

use super::{ExamError, ExamWish};
use crate::{
    app::{
        error::AppError,
        open::App,
        questions::{self, Posed},
        states::States,
    },
    card::{Card, DeckHead, Kind, Locator, Rank},
    library::{Catalogue, Entry},
    study::exam::Set,
};

/// What may be set, and what was left out.
pub(super) struct Pool {
    /// The language of all.
    pub(super) language: String,
    /// What may be set; each number is a place in `cards`.
    pub(super) sets: Vec<Set>,
    /// The card of each set.
    pub(super) cards: Vec<Locator>,
    /// Questions that only a picture shows, left out where none can be seen.
    pub(super) pictures: usize,
}

/// Whether a kind is set in an exam at all.
fn is_set(kind: Kind) -> bool {
    match kind {
        Kind::Qru
        | Kind::Qrm
        | Kind::Qrp
        | Kind::Qroc
        | Kind::Zone
        | Kind::Case
        | Kind::Kfp
        | Kind::Tcs
        | Kind::Article => true,
        // These are no formats of the exam.
        Kind::Qa | Kind::Cloze | Kind::Mask | Kind::List => false,
    }
}

/// Cards that show how a format works are not for an exam.
const DEMONSTRATION: &str = "demonstration";

impl App {
    /// What fits the wish: finished, not put aside, of a kind that is set, in one language.
    pub(super) fn exam_pool(&mut self, wish: &ExamWish) -> Result<Pool, AppError> {
        self.with_states(|app, states| app.exam_pool_of(states, wish))
    }

    fn exam_pool_of(&self, states: &States, wish: &ExamWish) -> Result<Pool, AppError> {
        let catalogue = &states.catalogue;
        // Of a container the questions have their own ranks: it is looked at as a whole below.
        let scope = crate::app::scope::Scope { rank: None, ..wish.scope.clone() };
        let fits = |number: &usize| {
            let entry = &catalogue.entries[*number];
            let aside = states.get(*number).suspended.unwrap_or(entry.starts_suspended);
            let about = scope.holds(entry, catalogue)
                && (entry.kind.is_container() || wish.scope.rank.is_none_or(|rank| entry.rank == Some(rank)));
            about && is_set(entry.kind) && !entry.draft && !aside && !catalogue.has_tag(entry, DEMONSTRATION)
        };
        let fitting: Vec<usize> = (0..catalogue.entries.len()).filter(fits).collect();
        let language = self.exam_language(catalogue, &fitting, wish).ok_or(ExamError::Nothing)?;
        let mut pool = Pool { language, sets: Vec::new(), cards: Vec::new(), pictures: 0 };
        for number in fitting {
            let entry = &catalogue.entries[number];
            if catalogue.deck_of(entry).is_none_or(|deck| !deck.head.is_in(&pool.language)) {
                continue;
            }
            // A unit of composition has isolated questions, cases and KFP; articles are a slot of their own, and whether
            // TCS were ever set is not known.
            if wish.unit && matches!(entry.kind, Kind::Article | Kind::Tcs) {
                continue;
            }
            let locator = catalogue.locator(number);
            let looks = entry.kind.is_container() || entry.on_picture || wish.without_pictures;
            let card = if looks { self.library.card(&locator)? } else { None };
            let mut count = 1;
            if let Some(card) = &card {
                let posed = questions::questions(card);
                if posed.is_empty() || !posed.iter().all(is_question) {
                    continue;
                }
                if !posed.iter().all(|posed| self.shows(&posed.card, wish.without_pictures)) {
                    pool.pictures += posed.len();
                    continue;
                }
                let rank = |rank: Rank| posed.iter().all(|p| p.card.meta.effective_rank() == Some(rank));
                if entry.kind.is_container() && !wish.scope.rank.is_none_or(rank) {
                    continue;
                }
                count = posed.len();
            } else if looks {
                continue;
            }
            pool.push(entry, locator, count);
        }
        Ok(pool)
    }

    /// The one language of the paper: that of the first deck that is named; else the interface's, where it is studied and
    /// there is something; else the first that is studied and has something.
    fn exam_language(&self, catalogue: &Catalogue, fitting: &[usize], wish: &ExamWish) -> Option<String> {
        let own = self.messages.lang().code();
        let has = |language: &&String| {
            let in_it = |number: &usize| {
                let deck = catalogue.deck_of(&catalogue.entries[*number]);
                deck.is_some_and(|deck| deck.head.is_in(language))
            };
            fitting.iter().any(in_it)
        };
        if let Some(deck) = wish.scope.decks.iter().find_map(|deck| catalogue.deck(deck)) {
            return Some(primary(&deck.head)).filter(|language| has(&language));
        }
        let mut studied: Vec<&String> = self.settings.languages.iter().collect();
        studied.sort_by_key(|language| language.as_str() != own);
        studied.into_iter().find(has).cloned()
    }
}

impl Pool {
    fn push(&mut self, entry: &Entry, card: Locator, questions: usize) {
        let id = u32::try_from(self.cards.len()).unwrap_or(u32::MAX);
        let Entry { kind, item, objective, .. } = *entry;
        self.sets.push(Set { id, kind, questions, item, objective });
        self.cards.push(card);
    }
}

fn primary(head: &DeckHead) -> String {
    head.language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

/// Whether a question can stand in an exam.
pub(super) fn is_question(posed: &Posed) -> bool {
    let kind = posed.card.kind();
    // One question of a TCS is a TCS with that question alone.
    is_set(kind) && (kind == Kind::Tcs || !kind.is_container())
}

impl App {
    /// Whether a question can be answered where the exam is sat. In plain lines: nothing is pointed at on a picture, and a text
    /// describes the picture that there is. On the screen: a picture that is pointed at can be drawn.
    pub(super) fn shows(&self, card: &Card, in_lines: bool) -> bool {
        let pointed = card.content.image();
        if in_lines {
            let described = card.meta.image.as_ref().is_none_or(|image| !image.alt.is_blank());
            return pointed.is_none() && described;
        }
        let drawn = self.config.images.as_deref() != Some("none");
        pointed.is_none_or(|image| drawn && self.library.decoded_picture(&card.deck, &image.file).is_ok())
    }

    /// The pictures of an exam that was made ready before the screen was.
    pub fn show_exam(&self, exam: &mut super::Exam) {
        for asked in &mut exam.questions {
            asked.pictures = self.pictures_of(&asked.card, asked.within.as_deref());
        }
    }
}
