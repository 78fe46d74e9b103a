//! Stands in for `crate::deck` until that room is ready.

use std::ops::Range;

use crate::card::*;

pub const READER_VERSION: u32 = 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaCheck {
    Ok,
    Missing,
    Outside,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MediaProblem {
    #[error("missing")]
    Missing,
    #[error("outside")]
    Outside,
    #[error("no text")]
    NotText,
}
pub trait Media {
    fn check(&self, relative: &str) -> MediaCheck;
    fn read_text(&self, relative: &str) -> Result<String, MediaProblem>;
}
#[derive(Clone, Copy, Debug, Default)]
pub struct NoMedia;
impl Media for NoMedia {
    fn check(&self, _: &str) -> MediaCheck {
        MediaCheck::Missing
    }
    fn read_text(&self, _: &str) -> Result<String, MediaProblem> {
        Err(MediaProblem::Missing)
    }
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    Error,
    Warning,
}
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub id: &'static str,
    pub args: Vec<(&'static str, String)>,
}
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    pub code: &'static str,
    pub span: Range<usize>,
    pub message: Message,
}
pub struct Deck {
    pub head: DeckHead,
    pub cards: Vec<Card>,
}
pub struct Reading {
    pub deck: Option<Deck>,
    pub diagnostics: Vec<Diagnostic>,
}
pub struct Limits {
    pub file_bytes: usize,
}
impl Default for Limits {
    fn default() -> Self {
        Self { file_bytes: 20 << 20 }
    }
}

fn problem(code: &'static str) -> Diagnostic {
    Diagnostic { severity: Severity::Error, code, span: 0..0, message: Message { id: code, args: vec![] } }
}

pub fn read(source: &[u8], media: &dyn Media) -> Reading {
    let mut diagnostics = Vec::new();
    let value: serde_yaml::Value = match serde_yaml::from_slice(source) {
        Ok(v) => v,
        Err(_) => return Reading { deck: None, diagnostics: vec![problem("yaml")] },
    };
    let s = |v: &serde_yaml::Value, k: &str| v.get(k).and_then(|x| x.as_str()).map(ToOwned::to_owned);
    let Some(id) = s(&value, "deck").and_then(|d| d.parse::<DeckId>().ok()) else {
        return Reading { deck: None, diagnostics: vec![problem("head")] };
    };
    let list = |v: &serde_yaml::Value, k: &str| -> Vec<String> {
        match v.get(k) {
            Some(serde_yaml::Value::Sequence(q)) => {
                q.iter().filter_map(|x| x.as_str().map(ToOwned::to_owned)).collect()
            }
            Some(x) => x.as_str().map(|x| vec![x.to_owned()]).unwrap_or_default(),
            None => vec![],
        }
    };
    let head = DeckHead {
        id: id.clone(),
        title: s(&value, "title").unwrap_or_default().into(),
        language: s(&value, "language").unwrap_or_default().into(),
        version: s(&value, "version").map(Into::into),
        license: None,
        authors: vec![],
        description: None,
        item: None,
        objectives: vec![],
        sources: vec![],
        contact: None,
        was: list(&value, "was").iter().filter_map(|d| d.parse().ok()).collect(),
    };
    let mut cards: Vec<Card> = Vec::new();
    for card in value.get("cards").and_then(|c| c.as_sequence()).into_iter().flatten() {
        let content = if let Some(q) = s(card, "q") {
            Content::Qa(QuestionAnswer {
                question: q.as_str().into(),
                answer: s(card, "a").unwrap_or_default().into(),
                reverse: card.get("reverse").and_then(serde_yaml::Value::as_bool).unwrap_or(false),
            })
        } else if let Some(c) = s(card, "cloze") {
            match Cloze::parse(&c) {
                Ok(c) => Content::Cloze(c),
                Err(_) => {
                    diagnostics.push(problem("cloze"));
                    continue;
                }
            }
        } else if let Some(q) = s(card, "qroc") {
            Content::Qroc(Qroc {
                prompt: q.as_str().into(),
                answers: list(card, "answers").iter().map(|a| a.as_str().into()).collect(),
                accept: vec![],
                expand: false,
            })
        } else if let Some(q) = s(card, "case") {
            Content::Case(Case { intro: q.as_str().into(), questions: vec![] })
        } else {
            diagnostics.push(problem("kind"));
            continue;
        };
        let fingerprint = Fingerprint::of(&content.identity());
        let key = match s(card, "id") {
            Some(id) => match id.parse() {
                Ok(k) => k,
                Err(_) => {
                    diagnostics.push(problem("id"));
                    continue;
                }
            },
            None => CardKey::Fingerprint(fingerprint),
        };
        if let Some(image) = card.get("image").and_then(|i| s(i, "file")) {
            if media.check(&image) != MediaCheck::Ok {
                diagnostics.push(problem("image"));
                continue;
            }
        }
        let line = String::from_utf8_lossy(source)
            .lines()
            .position(|l| s(card, "id").is_some_and(|i| l.trim() == format!("- id: {i}")))
            .map_or(1, |l| l + 1);
        let meta = Meta {
            objectives: list(card, "objective").iter().filter_map(|o| o.parse().ok()).collect(),
            tags: list(card, "tags").iter().map(|a| a.as_str().into()).collect(),
            note: s(card, "note").map(Into::into),
            ..Meta::default()
        };
        cards.push(Card {
            deck: id.clone(),
            key,
            was: list(card, "was").iter().filter_map(|w| format!("{id}/{w}").parse().ok()).collect(),
            line: line as u32,
            meta,
            content,
            fingerprint,
        });
    }
    Reading { deck: Some(Deck { head, cards }), diagnostics }
}
