//! The questions of a card that holds several, each as a card of its own. Shared by series, exams and the plain mode.

use crate::card::{Card, Content, Fingerprint, Image, Kind, Locator, Meta, PartKey, Question, Tcs, Text};

/// A question as it can be put to the student by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Posed {
    /// What its history hangs on: `deck/id#question`, or `deck/id` for a card that is asked as it is.
    pub locator: Locator,
    /// The question as a card: its content, with the objective, the sources, … that it has or takes over. Its key is that
    /// of the card that holds it.
    pub card: Card,
    /// What it stands in; `None` for a card that is asked as it is.
    pub within: Option<Box<Within>>,
}

/// What a question stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Within {
    /// The kind of the container: case, KFP, TCS or article.
    pub kind: Kind,
    /// The container.
    pub container: Locator,
    /// The title of an article; empty for the other kinds.
    pub title: Text,
    /// The vignette, Markdown; empty for an article.
    pub intro: Text,
    /// The news so far, Markdown, one for each question that brought some; the last is this question's own where
    /// [`Within::is_news`] says so.
    pub news: Vec<Text>,
    /// Whether this question brings the last of the news.
    pub is_news: bool,
    /// The number of the question, from 1.
    pub number: usize,
    /// How many questions there are.
    pub of: usize,
    /// The article, Markdown.
    pub article: Option<Text>,
    /// The picture of the container, which belongs to all its questions.
    pub image: Option<Image>,
}

impl Within {
    /// Whether the questions come one after the other without a way back (the exam lets one move freely among those of an
    /// article).
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.kind != Kind::Article
    }
}

/// Each question of a case, KFP, TCS or article in order; any other card is itself its only question. A question of a
/// TCS is a [`Content::Tcs`] with that single question.
#[must_use]
pub fn questions(card: &Card) -> Vec<Posed> {
    match &card.content {
        Content::Tcs(tcs) => scales(card, tcs),
        Content::Case(case) | Content::Kfp(case) => {
            let within = Within { intro: case.intro.clone(), ..around(card, case.questions.len()) };
            posed(card, &within, &case.questions)
        }
        Content::Article(article) => {
            let within = Within {
                title: article.title.clone(),
                article: Some(article.body.clone()),
                ..around(card, article.questions.len())
            };
            posed(card, &within, &article.questions)
        }
        _ => vec![Posed { locator: card.locator(), card: card.clone(), within: None }],
    }
}

/// The question that `locator` names: the card itself, or one of its questions. `None` for a container as a whole, which
/// is not asked at once, and where there is no such question.
#[must_use]
pub fn pose(card: Card, locator: &Locator) -> Option<Posed> {
    if card.kind().is_container() {
        return questions(&card).into_iter().find(|posed| posed.locator == *locator);
    }
    Some(Posed { locator: locator.clone(), card, within: None })
}

/// The locator of the question `id` of a container.
#[must_use]
pub fn locator(container: &Card, id: &str) -> Locator {
    container.locator_of(Some(PartKey::question(id)))
}

fn around(card: &Card, of: usize) -> Within {
    Within {
        kind: card.kind(),
        container: card.locator(),
        title: Text::default(),
        intro: Text::default(),
        news: Vec::new(),
        is_news: false,
        number: 0,
        of,
        article: None,
        image: card.meta.image.clone(),
    }
}

fn posed(container: &Card, around: &Within, questions: &[Question]) -> Vec<Posed> {
    let mut news = Vec::new();
    let numbered = questions.iter().zip(1..);
    numbered
        .map(|(question, number)| {
            news.extend(question.info.clone());
            let is_news = question.info.is_some();
            let mut meta = question.meta.clone();
            close(&mut meta, container, number == around.of);
            Posed {
                locator: locator(container, &question.id),
                card: Card { meta, ..as_card(container, question.content.clone()) },
                within: Some(Box::new(Within { news: news.clone(), is_news, number, ..around.clone() })),
            }
        })
        .collect()
}

/// The note and the picture of the container's answer close its last question.
fn close(meta: &mut Meta, container: &Card, last: bool) {
    if !last {
        return;
    }
    let notes: Vec<&str> = meta.note.iter().chain(&container.meta.note).map(Text::as_str).collect();
    meta.note = (!notes.is_empty()).then(|| Text::clean(&notes.join("\n\n")));
    meta.answer_image = meta.answer_image.take().or_else(|| container.meta.answer_image.clone());
}

fn scales(container: &Card, tcs: &Tcs) -> Vec<Posed> {
    let of = tcs.questions.len();
    let around = Within { intro: tcs.vignette.clone(), ..around(container, of) };
    let numbered = tcs.questions.iter().zip(1..);
    numbered
        .map(|(question, number)| {
            let content = Content::Tcs(Tcs { questions: vec![question.clone()], ..tcs.clone() });
            let mut card = as_card(container, content);
            card.meta = Meta { note: question.note.clone(), image: None, answer_image: None, ..card.meta };
            close(&mut card.meta, container, number == of);
            Posed {
                locator: locator(container, &question.id),
                card,
                within: Some(Box::new(Within { number, ..around.clone() })),
            }
        })
        .collect()
}

fn as_card(container: &Card, content: Content) -> Card {
    Card {
        deck: container.deck.clone(),
        key: container.key.clone(),
        was: Vec::new(),
        line: container.line,
        meta: container.meta.clone(),
        fingerprint: Fingerprint::of(&content.identity()),
        content,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::{self, NoMedia};

    const DECK: &str = "\
format: 1
deck: questions
title: Questions
language: fr
cards:
  - id: dp
    case: Une patiente de 54 ans.
    rank: A
    questions:
      - { id: a, qroc: Quel examen ?, answers: [IRM] }
      - { id: b, info: L'IRM est normale., qroc: Et alors ?, answers: [rien], rank: B }
      - { id: c, qroc: Et enfin ?, answers: [repos] }
  - id: tcs
    tcs: Une femme de 30 ans.
    note: Pour finir.
    questions:
      - { id: a, hypothesis: h, finding: f, votes: { -2: 0, -1: 9, 0: 7, 1: 3, 2: 0 }, note: Parce que. }
      - { id: b, hypothesis: h, finding: f, votes: { -2: 1, -1: 0, 0: 0, 1: 0, 2: 0 } }
  - { id: seule, qroc: Qui ?, answers: [moi] }
";

    fn cards() -> Vec<Card> {
        deck::read(DECK.as_bytes(), &NoMedia).deck.expect("a deck").cards
    }

    #[test]
    fn a_question_of_a_case_knows_what_was_told_before_it_and_nothing_of_what_follows() {
        let posed = questions(&cards()[0]);
        let names: Vec<String> = posed.iter().map(|p| p.locator.to_string()).collect();
        assert_eq!(names, ["questions/dp#a", "questions/dp#b", "questions/dp#c"]);
        let told: Vec<(usize, bool, usize)> = posed
            .iter()
            .map(|p| p.within.as_deref().map_or((0, false, 0), |w| (w.news.len(), w.is_news, w.number)))
            .collect();
        assert_eq!(told, [(0, false, 1), (1, true, 2), (1, false, 3)]);
        assert!(posed.iter().all(|p| p.within.as_ref().is_some_and(|w| w.intro.contains("54 ans"))));
        let ranks: Vec<_> = posed.iter().map(|p| p.card.meta.effective_rank()).collect();
        assert_eq!(ranks.len(), 3);
        assert_ne!(ranks[0], ranks[1], "a question may have a rank of its own");
    }

    #[test]
    fn a_scale_is_a_test_with_a_single_question_and_the_notes_come_where_they_belong() {
        let posed = questions(&cards()[1]);
        assert!(posed.iter().all(|p| matches!(&p.card.content, Content::Tcs(t) if t.questions.len() == 1)));
        let notes: Vec<_> = posed.iter().map(|p| p.card.meta.note.as_deref()).collect();
        assert_eq!(notes, [Some("Parce que."), Some("Pour finir.")]);
    }

    #[test]
    fn any_other_card_is_its_own_question() {
        let card = &cards()[2];
        assert_eq!(questions(card), [Posed { locator: card.locator(), card: card.clone(), within: None }]);
    }
}
