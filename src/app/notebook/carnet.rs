//! From a miss to a card: a new one in the student's own deck, or those of its objective that were suspended.

use std::{fs, path::PathBuf};

use super::{Miss, Reason};
use crate::{
    app::{error::AppError, files, open::App},
    card::{
        Card, CardKey, Content, DeckHead, DeckId, Fingerprint, Locator, Meta, Objective, ObjectiveId,
        QuestionAnswer, Text,
    },
    deck::{self, NoMedia},
    journal::{Draft, EventId, Record},
    library::Tier,
};

/// A card that was made of a miss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The card.
    pub card: Locator,
    /// Something is still to be written, so that it is not asked yet.
    pub draft: bool,
    /// The file that it was written to.
    path: PathBuf,
    /// The file as it was; `None` where there was none.
    before: Option<String>,
    /// The file as it was written.
    after: String,
}

impl App {
    /// Makes a card of a miss, in the student's own deck of the language (`carnet-fr`), which is made when it is not
    /// there. What stands in its file stays as it is.
    ///
    /// # Errors
    /// [`AppError::Carnet`] when that file cannot be read as a deck to which a card can be added; when it cannot be
    /// written, or the index fails.
    pub fn card_of_miss(&mut self, miss: &Miss) -> Result<Made, AppError> {
        let (question, answer) = self.faces_of(miss);
        let language = self.language_of(miss);
        let head = self.carnet_head(&language)?;
        let path = self
            .library
            .catalogue()
            .deck(&head.id)
            .filter(|deck| deck.origin.tier == Tier::User)
            .and_then(|deck| deck.origin.file().map(ToOwned::to_owned))
            .unwrap_or_else(|| self.paths.decks().join(format!("{}.yaml", head.id)));
        let refused = || AppError::Carnet { path: path.clone() };
        let before = match fs::read_to_string(&path) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(_) => return Err(refused()),
        };
        let draft = answer.is_none();
        let prompt = self.messages.get("carnet-to-write");
        let content = Content::Qa(QuestionAnswer {
            question,
            answer: answer.unwrap_or_else(|| Text::clean(&prompt)),
            reverse: false,
        });
        let meta = Meta {
            objectives: miss.objective.into_iter().collect(),
            item: miss.item.filter(|item| miss.objective.is_none_or(|objective| objective.item != *item)),
            rank: miss.rank.filter(|_| miss.objective.is_none()),
            note: self.note_of(miss),
            draft,
            ..Meta::default()
        };
        let stem = format!("m{}", self.now().day.date().strftime("%Y%m%d"));
        let (text, key) = add(before.as_deref(), &head, content, &meta, &stem).ok_or_else(refused)?;
        let write = fs::create_dir_all(self.paths.decks())
            .and_then(|()| files::write_atomically(&path, text.as_bytes()));
        write.map_err(|source| AppError::Folder { path: path.clone(), source })?;
        self.refresh()?;
        Ok(Made { card: Locator { deck: head.id, key, part: None }, draft, path, before, after: text })
    }

    /// Takes back the making of a card: its file becomes what it was. Gives whether it did; a file that has changed since
    /// stays as it is.
    ///
    /// # Errors
    /// When the file cannot be written, or the index fails.
    pub fn unmake(&mut self, made: &Made) -> Result<bool, AppError> {
        let Made { path, before, after, .. } = made;
        if fs::read_to_string(path).ok().as_ref() != Some(after) {
            return Ok(false);
        }
        let restored = match before {
            Some(text) => files::write_atomically(path, text.as_bytes()),
            None => fs::remove_file(path),
        };
        restored.map_err(|source| AppError::Folder { path: path.clone(), source })?;
        self.refresh()?;
        Ok(true)
    }

    /// The last event about a card that this device has kept and that is in force.
    ///
    /// # Errors
    /// When the journal fails.
    pub fn last_event(&self) -> Result<Option<EventId>, AppError> {
        let last = self.journal.recent(1)?.into_iter().next();
        Ok(last.and_then(|batch| batch.first().map(|stored| stored.event.id)))
    }

    /// The question and, where it is known, the answer. What the student wrote may hold both: `question ? answer`.
    fn faces_of(&self, miss: &Miss) -> (Text, Option<Text>) {
        if miss.elsewhere {
            let text = miss.text.as_str();
            for mark in [" = ", " :: "] {
                if let Some((question, answer)) = text.split_once(mark) {
                    return (Text::clean(question.trim()), Some(Text::clean(answer.trim())));
                }
            }
            if let Some((question, answer)) = text.split_once('?')
                && !answer.trim().is_empty()
            {
                return (Text::clean(&format!("{question}?")), Some(Text::clean(answer.trim())));
            }
            return (miss.text.clone(), None);
        }
        let card = miss.card.as_ref().and_then(|locator| self.library.card(locator).ok().flatten());
        let answer = card.as_ref().and_then(|card| {
            crate::app::face::answer(card, miss.card.as_ref().and_then(|locator| locator.part.as_ref()))
                .or_else(|| right_answers(&card.content))
        });
        let answer = answer.map(|text| Text::clean(&crate::app::face::without_marks(&text)));
        (miss.text.clone(), answer.filter(|text| !text.is_blank()))
    }

    /// What it was confused with, and where it was met.
    fn note_of(&self, miss: &Miss) -> Option<Text> {
        let confused = miss.why.as_ref().filter(|why| why.reason == Reason::Confused && why.detail.is_some());
        let said = confused.map(|why| why.describe(&self.messages));
        let parts: Vec<String> =
            said.into_iter().chain(miss.source.iter().map(ToString::to_string)).collect();
        (!parts.is_empty()).then(|| Text::clean(&parts.join(" · ")))
    }

    fn language_of(&self, miss: &Miss) -> String {
        let catalogue = self.library.catalogue();
        let own = miss.card.as_ref().filter(|_| !miss.elsewhere).and_then(|card| catalogue.deck(&card.deck));
        own.and_then(|deck| deck.head.language.split(['-', '_']).next().map(str::to_lowercase))
            .or_else(|| self.settings.languages.first().cloned())
            .unwrap_or_else(|| self.messages.lang().code().to_owned())
    }

    fn carnet_head(&self, language: &str) -> Result<DeckHead, AppError> {
        let name = format!("carnet-{language}");
        let id: DeckId = name.parse().map_err(|_| AppError::NoDeck(Text::one_line(&name)))?;
        let title = Text::clean(&self.messages.get("carnet-title"));
        Ok(DeckHead::new(id, title, Text::one_line(language)))
    }

    /// Asks the suspended cards of an objective again, from tomorrow on. Gives how many schedules there were.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn resume_objective(&mut self, objective: ObjectiveId) -> Result<u32, AppError> {
        let tomorrow = self.now().day.plus(1);
        let away: Vec<Locator> = self.with_states(|_, states| {
            let catalogue = &states.catalogue;
            let entries = catalogue.entries.iter().enumerate();
            Ok(entries
                .filter(|(number, entry)| {
                    entry.schedulable
                        && states.get(*number).suspended.unwrap_or(entry.starts_suspended)
                        && catalogue.objectives(entry).contains(&objective)
                })
                .map(|(number, _)| catalogue.locator(number))
                .collect())
        })?;
        let drafts: Vec<Draft> = away
            .iter()
            .flat_map(|card| {
                let resume = Record::Resume { card: card.clone() };
                [resume, Record::Bury { card: card.clone(), until: tomorrow }].map(Draft::from)
            })
            .collect();
        if !drafts.is_empty() {
            self.journal.append(&drafts, &self.stamp()?)?;
            self.states = None;
        }
        Ok(u32::try_from(away.len()).unwrap_or(u32::MAX))
    }
}

/// What was right, line by line; `None` for a kind that has no short answer.
fn right_answers(content: &Content) -> Option<String> {
    let lines: Vec<String> = match content {
        Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice) => {
            choice.options.iter().filter(|o| o.verdict.is_right()).map(|o| o.text.to_string()).collect()
        }
        Content::Qroc(qroc) => qroc.answers.first().map(ToString::to_string).into_iter().collect(),
        Content::List(list) => {
            list.items.iter().filter_map(|item| item.first().map(ToString::to_string)).collect()
        }
        _ => return None,
    };
    match lines.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        many => Some(many.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n")),
    }
}

/// The text of a deck with one card more at its end, and the card's key. `None` when the text is no deck, or does not read
/// to the same cards and the new one.
fn add(
    before: Option<&str>,
    head: &DeckHead,
    content: Content,
    meta: &Meta,
    stem: &str,
) -> Option<(String, CardKey)> {
    let read = |text: &str| deck::read(text.as_bytes(), &NoMedia).deck;
    let old = match before.filter(|text| !text.trim().is_empty()) {
        Some(text) => Some((text, read(text)?)),
        None => None,
    };
    let cards = old.as_ref().map(|(_, deck)| deck.cards.as_slice()).unwrap_or_default();
    if old.as_ref().is_some_and(|(_, deck)| deck.head.id != head.id) {
        return None;
    }
    let text_before = old.as_ref().map_or("", |(text, _)| *text);
    // An id that stands anywhere in the file, also in a card with a mistake or as a former one, is taken.
    let id =
        (1..10_000).map(|number| format!("{stem}-{number}")).find(|id| !text_before.contains(id.as_str()))?;
    let key = CardKey::Id(id);
    let card = Card {
        deck: head.id.clone(),
        key: key.clone(),
        was: Vec::new(),
        line: 0,
        meta: meta.clone(),
        fingerprint: Fingerprint::of(&content.identity()),
        content,
    };
    let Some((text, deck)) = &old else {
        let objectives =
            meta.objectives.iter().map(|&id| Objective { id, title: None, rubric: None }).collect();
        let whole = deck::write(&DeckHead { objectives, ..head.clone() }, std::slice::from_ref(&card));
        return is_whole(&whole, &[], &key).then_some((whole, key));
    };
    let entry = deck::write_card(&deck.head, &card);
    let shifted: String =
        entry.lines().flat_map(|line| [line.strip_prefix("  ").unwrap_or(line), "\n"]).collect();
    let ways = declared(text, &deck.head, meta.objectives.first().copied());
    ways.into_iter().find_map(|text| {
        let end = if text.ends_with('\n') { "" } else { "\n" };
        let with_list = text.replacen("cards: []", "cards:", 1);
        let texts = [
            format!("{text}{end}\n{entry}"),
            format!("{text}{end}\n{shifted}"),
            format!("{with_list}{end}{entry}"),
            format!("{text}{end}cards:\n{entry}"),
        ];
        texts.into_iter().find(|text| is_whole(text, cards, &key)).map(|text| (text, key.clone()))
    })
}

/// The text with the objective declared in its head, as a card of it needs: every way to write it, one of which fits.
fn declared(text: &str, head: &DeckHead, objective: Option<ObjectiveId>) -> Vec<String> {
    let Some(id) = objective.filter(|id| head.objectives.iter().all(|known| known.id != *id)) else {
        return vec![text.to_owned()];
    };
    let lists = ["  - id: ", "- id: "].map(|dash| format!("\nobjectives:\n{dash}{id}\n"));
    let before_cards = format!("{}cards:", &lists[0]);
    if text.contains("\nobjectives:\n") {
        lists.iter().map(|list| text.replacen("\nobjectives:\n", list, 1)).collect()
    } else {
        vec![text.replacen("\ncards:", &before_cards, 1)]
    }
}

/// Whether a text reads to `cards` and one card more, named `key`.
fn is_whole(text: &str, cards: &[Card], key: &CardKey) -> bool {
    let Some(deck) = deck::read(text.as_bytes(), &NoMedia).deck else { return false };
    let Some((last, before)) = deck.cards.split_last() else { return false };
    // Where they stand may change: a line was added above them.
    let same = |(a, b): (&Card, &Card)| Card { line: 0, ..a.clone() } == Card { line: 0, ..b.clone() };
    last.key == *key && before.len() == cards.len() && before.iter().zip(cards).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head() -> DeckHead {
        deck::read(b"format: 1\ndeck: carnet-fr\ntitle: Carnet\nlanguage: fr\ncards: []\n", &NoMedia)
            .deck
            .expect("a deck")
            .head
    }

    fn qa(question: &str, answer: &str) -> Content {
        let text = |text: &str| Text::clean(text);
        Content::Qa(QuestionAnswer { question: text(question), answer: text(answer), reverse: false })
    }

    fn added(before: Option<&str>) -> Option<String> {
        add(before, &head(), qa("Critères : lesquels ?", "- l'un\n- l'autre"), &Meta::default(), "m1")
            .map(|(text, _)| text)
    }

    #[test]
    fn a_deck_is_made_and_the_next_card_leaves_it_as_it_is() {
        let first = added(None).expect("made");
        let second = added(Some(&first)).expect("added");
        assert!(second.starts_with(&first), "{second}");
        let deck = deck::read(second.as_bytes(), &NoMedia);
        assert!(deck.diagnostics.is_empty(), "{:?}", deck.diagnostics);
        let keys: Vec<String> =
            deck.deck.expect("a deck").cards.iter().map(|card| card.key.to_string()).collect();
        assert_eq!(keys, ["m1-1", "m1-2"]);
    }

    #[test]
    fn comments_and_the_author_s_own_indentation_stay() {
        let own = "# mon carnet\nformat: 1\ndeck: carnet-fr\ntitle: Carnet\nlanguage: fr\ncards:\n- id: a # le premier\n  q: Q ?\n  a: R";
        let text = added(Some(own)).expect("added");
        assert!(text.starts_with(own), "{text}");
        for empty in ["cards: []\n", ""] {
            let own = format!("format: 1\ndeck: carnet-fr\ntitle: Carnet\nlanguage: fr\n{empty}");
            assert!(added(Some(&own)).is_some(), "{own}");
        }
    }

    #[test]
    fn the_objective_of_a_card_is_declared_where_it_is_not() {
        let id = |text: &str| text.parse::<ObjectiveId>().expect("an objective");
        let mut text = None;
        for objective in ["OIC-232-01-A", "OIC-019-09-A", "OIC-232-01-A"] {
            let meta = Meta { objectives: vec![id(objective)], ..Meta::default() };
            text = add(text.as_deref(), &head(), qa("Q", "A"), &meta, "m").map(|(text, _)| text);
        }
        let reading = deck::read(text.expect("added").as_bytes(), &NoMedia);
        assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
        let deck = reading.deck.expect("a deck");
        assert_eq!((deck.head.objectives.len(), deck.cards.len()), (2, 3));
        let own =
            "format: 1\ndeck: carnet-fr\ntitle: C\nlanguage: fr\ncards:\n  - id: a\n    q: Q\n    a: R\n";
        let meta = Meta { objectives: vec![id("OIC-232-01-A")], ..Meta::default() };
        assert!(add(Some(own), &head(), qa("Q", "A"), &meta, "m").is_some());
    }

    #[test]
    fn what_is_no_such_deck_is_left_alone() {
        assert_eq!(added(Some("- rien\n- d'autre\n")), None);
        let other =
            "format: 1\ndeck: autre\ntitle: Autre\nlanguage: fr\ncards:\n  - id: a\n    q: Q\n    a: R\n";
        assert_eq!(added(Some(other)), None);
        let flow = "format: 1\ndeck: carnet-fr\ntitle: C\nlanguage: fr\ncards: [{ id: a, q: Q, a: R }]\n";
        assert_eq!(added(Some(flow)), None, "a list in brackets is not added to");
    }
}
