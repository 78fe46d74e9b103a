//! Proposed cards, which the student takes or refuses one by one.

use std::path::PathBuf;

use super::{edit::Place, error::AppError, files::write_atomically, open::App, refused};
use crate::{
    card::{Card, Content, DeckId, Ground, Locator, Segment, Text, Verdict},
    deck::{Amendment, amend},
    library::{MediaFolder, Tier},
};

/// A proposed card.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Which.
    pub locator: Locator,
    /// Its deck's title.
    pub deck: Text,
    /// What it asks and what is to be recalled, as Markdown.
    pub shown: String,
    /// Where it comes from: its note, as Markdown.
    pub passage: Option<Text>,
    /// Its place among all proposals, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
}

/// What a decision changed, to take it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    path: PathBuf,
    before: String,
    after: String,
    /// The card that it was about.
    pub card: Locator,
}

impl App {
    /// The proposed cards of these decks (none: of all), in the order of the files.
    #[must_use]
    pub fn drafts(&self, decks: &[DeckId]) -> Vec<Locator> {
        let catalogue = self.catalogue();
        let mut out: Vec<Locator> = Vec::new();
        for (number, _) in catalogue.entries.iter().enumerate().filter(|(_, entry)| entry.draft) {
            let locator = catalogue.locator(number).card();
            if (decks.is_empty() || decks.contains(&locator.deck)) && out.last() != Some(&locator) {
                out.push(locator);
            }
        }
        out
    }

    /// The proposal at `number` (from 0) of these decks, or the last one; `None` when there is none.
    ///
    /// # Errors
    /// When the card cannot be read.
    pub fn proposal(&self, decks: &[DeckId], number: usize) -> Result<Option<Proposal>, AppError> {
        let all = self.drafts(decks);
        let number = number.min(all.len().saturating_sub(1));
        let Some(locator) = all.get(number) else { return Ok(None) };
        let card = self.library.card(locator)?.ok_or_else(|| AppError::NoCard(locator.clone()))?;
        let title = self.catalogue().deck(&locator.deck).map(|deck| deck.head.title.clone());
        Ok(Some(Proposal {
            locator: locator.clone(),
            deck: title.unwrap_or_default(),
            shown: shown(&card),
            passage: card.meta.note.clone(),
            number: number + 1,
            of: all.len(),
        }))
    }

    /// Takes a proposal (it becomes a card) or refuses it (it leaves its file, and is remembered beside it). Nothing else of
    /// the file changes.
    ///
    /// # Errors
    /// When the file cannot be changed safely, or not written.
    pub fn decide(&mut self, card: &Locator, accept: bool) -> Result<Decision, AppError> {
        let standing = self.standing(&card.deck)?.ok_or_else(|| AppError::no_deck(&card.deck))?;
        let (deck, before, mut path, tier) = standing;
        let amendment =
            if accept { Amendment::Accept(card.key.clone()) } else { Amendment::Remove(card.key.clone()) };
        if tier == Tier::Bundled {
            path = self.library.copy_to_user(&card.deck)?.path;
        }
        let before = if tier == Tier::Bundled { read(&path)? } else { before };
        let media = MediaFolder::of_deck(&path);
        let after = amend(&before, &media, &[amendment]).ok_or_else(|| AppError::Amend(path.clone()))?;
        if let Some(refused) = deck.cards.iter().find(|own| own.key == card.key).filter(|_| !accept) {
            // First: a proposal that is in both files is refused again, one that is in none would be gone.
            refused::keep(&path, &deck.head, refused)?;
        }
        write(&path, &after)?;
        self.refresh()?;
        Ok(Decision { path, before, after, card: card.clone() })
    }

    /// Takes a decision back; false when the file has changed since.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn take_back(&mut self, decision: &Decision) -> Result<bool, AppError> {
        if read(&decision.path)? != decision.after {
            return Ok(false);
        }
        write(&decision.path, &decision.before)?;
        if let Some((deck, ..)) = self.standing(&decision.card.deck)? {
            refused::forget(&decision.path, &deck.head, &decision.card)?;
        }
        self.refresh()?;
        Ok(true)
    }

    /// Where a proposal stands, to open it in the editor.
    ///
    /// # Errors
    /// When it is not there, or there is no editor.
    pub fn draft_place(&mut self, card: &Locator) -> Result<Place, AppError> {
        let (path, line) = self.library.place_of(card).ok_or_else(|| AppError::NoCard(card.clone()))?;
        self.opening(path, line)
    }
}

fn read(path: &std::path::Path) -> Result<String, AppError> {
    std::fs::read_to_string(path).map_err(|source| AppError::File { path: path.to_owned(), source })
}

fn write(path: &std::path::Path, text: &str) -> Result<(), AppError> {
    write_atomically(path, text.as_bytes()).map_err(|source| AppError::File { path: path.to_owned(), source })
}

/// What a card asks and what is to be recalled, as Markdown: what is hidden or right is bold.
fn shown(card: &Card) -> String {
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text);
        out.push_str("\n\n");
    };
    match &card.content {
        Content::Qa(qa) => {
            line(&qa.question);
            line(&format!("**{}**", qa.answer));
        }
        Content::Cloze(cloze) => line(&blanks(&cloze.segments)),
        Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice) => {
            line(&choice.prompt);
            let option = |option: &crate::card::Opt| {
                let (sign, mark) = if option.verdict.is_right() { ("✓", "**") } else { ("✗", "") };
                let weight = match option.verdict {
                    Verdict::Required => " !",
                    Verdict::Unacceptable => " !!",
                    Verdict::Correct | Verdict::Wrong => "",
                };
                let why = option.why.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
                format!("- {sign} {mark}{}{mark}{weight}{why}", option.text)
            };
            line(&choice.options.iter().map(option).collect::<Vec<_>>().join("\n"));
        }
        Content::Qroc(qroc) => {
            line(&qroc.prompt);
            let answers: Vec<&str> = qroc.answers.iter().chain(&qroc.accept).map(Text::as_str).collect();
            line(&format!("**{}**", answers.join(" / ")));
        }
        Content::List(list) => {
            line(&list.prompt);
            let item = |item: &Vec<Text>| {
                format!("- **{}**", item.iter().map(Text::as_str).collect::<Vec<_>>().join(" / "))
            };
            line(&list.items.iter().map(item).collect::<Vec<_>>().join("\n"));
        }
        Content::Zone(zone) => {
            line(&zone.prompt);
            if let Ground::Text { spans } = &zone.ground {
                line(&spans.iter().map(|span| span.text.as_str()).collect::<String>());
            }
        }
        Content::Mask(mask) => {
            line(&mask.prompt);
            let names: Vec<&str> = mask.names().into_iter().map(Text::as_str).collect();
            if !names.is_empty() {
                line(&format!("**{}**", names.join(" · ")));
            }
        }
        Content::Tcs(_) | Content::Case(_) | Content::Kfp(_) | Content::Article(_) => {
            line(&card.content.prompt());
        }
    }
    out.trim_end().to_owned()
}

fn blanks(segments: &[Segment]) -> String {
    let piece = |segment: &Segment| match segment {
        Segment::Shown(text) => text.to_string(),
        Segment::Blank { body, hint, .. } => {
            let hint = hint.as_ref().map(|hint| format!(" ({hint})")).unwrap_or_default();
            format!("**[{}]**{hint}", blanks(body).replace("**", ""))
        }
    };
    segments.iter().map(piece).collect()
}
