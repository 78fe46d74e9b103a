//! A page as a deck of proposals.

use std::collections::HashSet;

use super::{blocks::blocks, inline::inline, propose::propose, reading, template};
use crate::{
    card::{Card, CardKey, DeckHead, DeckId, Fingerprint, Meta, Objective, Source, Text},
    deck::new_id,
    exchange::{self, NewDeck, NewMedia},
};

/// Why a file is no page of LiSA.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAPage {
    /// It has no template that names an objective.
    #[error("no template")]
    Template,
    /// The template does not say which objective.
    #[error("no objective")]
    Objective,
    /// It is larger than pages are.
    #[error("too large")]
    Large,
}

/// Words by which a page shows its language.
const FRENCH: [&str; 8] = ["le", "la", "les", "des", "est", "une", "dans", "pour"];
const ENGLISH: [&str; 8] = ["the", "of", "and", "is", "in", "for", "with", "to"];

/// The key under which the page is a source.
const SOURCE: &str = "lisa";

/// Reads a page: its objective, its cards (all drafts) and its text, beside the deck as a file.
///
/// # Errors
/// When it does not say which objective it is about.
pub fn read(page: &str) -> Result<NewDeck, NotAPage> {
    if page.len() > template::LARGEST {
        return Err(NotAPage::Large);
    }
    // What no card shows is not there from the beginning: places in a text are counted from here on.
    let page = template::split(&Text::clean(page)).ok_or(NotAPage::Template)?;
    let objective = page.objective().ok_or(NotAPage::Objective)?;
    let words = |field: &Option<String>| field.as_deref().map(|field| Text::one_line(&inline(field).text));
    let title = words(&page.title).filter(|title| !title.is_blank());
    let shown = title.clone().unwrap_or_else(|| objective.to_string().as_str().into());
    let french = is_french(&page.body);
    let blocks = blocks(&page.body);
    let file = format!("media/{objective}.md");
    let name = objective.to_string().to_lowercase().replace("oic-", "lisa-");
    let id: DeckId = name.parse().map_err(|_| NotAPage::Objective)?;
    let source = Source {
        key: SOURCE.into(),
        title: format!("{} {objective}", if french { "Fiche LiSA" } else { "LiSA page" }).as_str().into(),
        date: None,
        file: Some(file.as_str().into()),
        url: None,
        author: words(&page.contributors).filter(|names| !names.is_blank()),
    };
    let head = DeckHead {
        id: id.clone(),
        title: shown.clone(),
        language: if french { "fr" } else { "en" }.into(),
        version: None,
        license: None,
        authors: Vec::new(),
        description: words(&page.description).filter(|text| !text.is_blank()),
        item: Some(objective.item),
        objectives: vec![Objective { id: objective, title, rubric: words(&page.rubric) }],
        sources: vec![source],
        contact: None,
        was: Vec::new(),
    };
    let mut taken = HashSet::new();
    let cards = propose(&blocks, &shown, french)
        .into_iter()
        .map(|proposal| {
            let fingerprint = Fingerprint::of(&proposal.content.identity());
            let key = new_id(&proposal.content.prompt(), &mut taken);
            Card {
                deck: id.clone(),
                key: key.parse().unwrap_or(CardKey::Fingerprint(fingerprint)),
                was: Vec::new(),
                line: 0,
                meta: Meta {
                    objectives: vec![objective],
                    item: Some(objective.item),
                    sources: vec![SOURCE.into()],
                    note: proposal.passage,
                    draft: true,
                    ..Meta::default()
                },
                content: proposal.content,
                fingerprint,
            }
        })
        .collect();
    let text = Text::clean(&reading::markdown(&shown, &blocks)).to_string();
    let media = vec![NewMedia { path: file, source: exchange::Source::Bytes(text.into_bytes()) }];
    Ok(NewDeck { head, cards, media, notes: None })
}

fn is_french(body: &str) -> bool {
    let (mut french, mut english) = (0, 0);
    for word in body.split(|c: char| !c.is_alphabetic()) {
        let word = word.to_lowercase();
        french += usize::from(FRENCH.contains(&word.as_str()));
        english += usize::from(ENGLISH.contains(&word.as_str()));
    }
    french >= english
}
