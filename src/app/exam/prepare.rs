//! Making a paper ready: composed from the decks, or read from a file.

use std::path::Path;

use super::{Exam, ExamError, ExamWish, Note, USUAL_QUESTIONS, pool::is_question};
use crate::{
    app::{
        asked::Asked,
        error::AppError,
        open::App,
        questions::{self, Posed},
    },
    card::{Card, Content, Text},
    library::{Origin, Tier},
    memory::{Granted, Phase},
    study::{
        Progress,
        exam::{
            self, Bundle, ExtraTime, MOST_MINUTES, MOST_QUESTIONS, Paper, PaperItem, Sitting, UNIT_MINUTES,
            UNIT_QUESTIONS,
        },
    },
};

/// The largest file that is taken for a paper, in bytes.
const LARGEST: u64 = 1 << 20;
/// A whole unit, when the decks can fill it.
const UNIT: usize = 100;

impl App {
    /// Composes a paper. Nothing is kept yet.
    ///
    /// # Errors
    /// When nothing fits; when the journal or the index fails.
    pub fn compose_exam(&mut self, wish: &ExamWish) -> Result<Exam, AppError> {
        let pool = self.exam_pool(wish)?;
        let usual = if wish.unit { UNIT } else { USUAL_QUESTIONS };
        let wanted = wish.questions.unwrap_or(usual).clamp(1, MOST_QUESTIONS);
        let seed = wish.seed.unwrap_or_else(|| self.exam_seed());
        let chosen = exam::compose(&pool.sets, wanted, seed);
        let mut items = Vec::new();
        for id in chosen {
            let Some(card) = pool.cards.get(id as usize) else { continue };
            if let Some(card) = self.library.card(card)? {
                items.push(PaperItem { card: card.locator(), fingerprint: card.fingerprint });
            }
        }
        if items.is_empty() {
            return Err(ExamError::Nothing.into());
        }
        let language = Text::one_line(&pool.language);
        let mut paper = Paper { language, minutes: 1, seed, unit: wish.unit, items };
        let (posed, _) = self.exam_questions(&paper)?;
        paper.minutes = wish.minutes.unwrap_or_else(|| {
            let whole = wish.unit && posed.len() >= UNIT_QUESTIONS.0;
            if whole { UNIT_MINUTES } else { exam::minutes_for(posed.len()) }
        });
        paper.minutes = paper.minutes.clamp(1, MOST_MINUTES);
        let mut notes = Vec::new();
        if wish.unit && posed.len() < UNIT_QUESTIONS.0 {
            notes.push(Note::ShortUnit);
        } else if posed.len() < wanted {
            notes.push(Note::Fewer { wanted });
        }
        if wish.unit && posed.iter().all(|asked| asked.within.is_none()) {
            notes.push(Note::NoCase);
        }
        if pool.pictures > 0 {
            notes.push(Note::Pictures(pool.pictures));
        }
        Ok(ready(paper, posed, notes, wish.extra))
    }

    /// Another seed each time: what the clock and the device say.
    fn exam_seed(&self) -> u64 {
        let now = self.clock.wall().timestamp().as_nanosecond();
        let device = self.journal.next_id().map(crate::journal::EventId::seed).unwrap_or_default();
        let hash = blake3::hash(format!("{now} {device}").as_bytes());
        // Nine digits are enough, and can be dictated.
        u64::from(u32::from_le_bytes(hash.as_bytes()[..4].try_into().unwrap_or_default()) % 1_000_000_000)
    }

    /// Reads a paper's file. Cards that are not here, or have another text here, are left out and told. Nothing is kept
    /// yet.
    ///
    /// # Errors
    /// When the file is no paper; when none of its cards is here.
    pub fn read_exam(&self, path: &Path, wish: &ExamWish) -> Result<Exam, AppError> {
        let size = std::fs::metadata(path).map_err(|error| ExamError::file(path, &error))?.len();
        if size > LARGEST {
            return Err(
                ExamError::Paper { path: path.to_owned(), source: exam::PaperError::NotAPaper }.into()
            );
        }
        let bytes = std::fs::read(path).map_err(|error| ExamError::file(path, &error))?;
        let mut paper = Paper::read(&String::from_utf8_lossy(&bytes))
            .map_err(|source| ExamError::Paper { path: path.to_owned(), source })?;
        if let Some(minutes) = wish.minutes {
            paper.minutes = minutes.clamp(1, MOST_MINUTES);
        }
        let (mut posed, mut notes) = self.exam_questions(&paper)?;
        // What cannot be shown goes with the whole card that it stands in.
        let hidden = |asked: &&Asked| !self.shows(&asked.card, wish.without_pictures);
        let gone: Vec<_> = posed.iter().filter(hidden).map(|asked| asked.locator.card()).collect();
        let before = posed.len();
        posed.retain(|asked| !gone.contains(&asked.locator.card()));
        if posed.len() < before {
            notes.push(Note::Pictures(before - posed.len()));
        }
        if posed.is_empty() {
            return Err(ExamError::NothingOfPaper.into());
        }
        Ok(ready(paper, posed, notes, wish.extra))
    }

    /// The questions of a paper as they stand in the decks.
    pub(super) fn exam_questions(&self, paper: &Paper) -> Result<(Vec<Asked>, Vec<Note>), AppError> {
        let catalogue = self.library.catalogue();
        let (mut missing, mut changed, mut asked) = (Vec::new(), Vec::new(), Vec::new());
        for item in &paper.items {
            let deck = catalogue.deck(&item.card.deck);
            let (Some(deck), Some(card)) = (deck, self.library.card(&item.card)?) else {
                missing.push(item.card.clone());
                continue;
            };
            let posed = questions::questions(&card);
            if card.fingerprint != item.fingerprint || !posed.iter().all(is_question) {
                changed.push(item.card.clone());
                continue;
            }
            let bundled = matches!(deck.origin, Origin { tier: Tier::Bundled, .. });
            asked.extend(posed.into_iter().map(|posed| Asked {
                pictures: self.pictures_of(&posed.card, posed.within.as_deref()),
                order: order_of(&posed, paper.seed),
                locator: posed.locator,
                within: posed.within,
                head: deck.head.clone(),
                card: posed.card,
                bundled,
                // Nothing of the history is shown in an exam.
                preview: [Granted::Days { days: 0, phase: Phase::Review }; 4],
                phase: Phase::Review,
                lapses: 0,
                flag: 0,
                note: None,
                progress: Progress::default(),
                spent: 0.0,
            }));
        }
        let mut notes = Vec::new();
        if !missing.is_empty() {
            notes.push(Note::Missing(missing));
        }
        if !changed.is_empty() {
            notes.push(Note::Changed(changed));
        }
        Ok((asked, notes))
    }
}

fn ready(paper: Paper, questions: Vec<Asked>, notes: Vec<Note>, extra: Option<ExtraTime>) -> Exam {
    let minutes = extra.map_or(paper.minutes, |extra| extra.lengthen(paper.minutes));
    let groups = groups_of(&questions);
    let sitting = Sitting::new(questions.len(), groups.clone(), u64::from(minutes) * 60_000);
    Exam { paper, questions, groups, sitting, notes, annulled: Vec::new(), key: String::new(), begun: None }
}

/// Questions of one container stand side by side.
pub(super) fn groups_of(questions: &[Asked]) -> Vec<Bundle> {
    let mut groups: Vec<(crate::card::Locator, Bundle)> = Vec::new();
    for (number, asked) in questions.iter().enumerate() {
        let Some(within) = &asked.within else { continue };
        match groups.last_mut() {
            Some((container, bundle)) if *container == within.container => bundle.questions.end = number + 1,
            _ => {
                let bundle = Bundle { questions: number..number + 1, locked: within.is_locked() };
                groups.push((within.container.clone(), bundle));
            }
        }
    }
    groups.into_iter().map(|(_, bundle)| bundle).collect()
}

/// The options in an order that the paper decides: the same for everyone who sits it.
fn order_of(posed: &Posed, seed: u64) -> Vec<usize> {
    let Card { content, meta, .. } = &posed.card;
    let (Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice)) = content else {
        return Vec::new();
    };
    let count = choice.options.len();
    if meta.keep_order {
        return (0..count).collect();
    }
    exam::shuffled(count, seed, &format!("options {}", posed.locator))
}
