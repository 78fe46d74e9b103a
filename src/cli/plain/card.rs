//! A card as it is asked: its head, its question, its options, what is expected.

use super::{
    Plain,
    lines::Stop,
    turn::{Stage, Turn},
};
use crate::{
    app::{asked::Asked, face, markdown, pointing::Places, wording, words},
    card::Content,
    i18n::{Arg, Messages},
    memory::Rating,
};

impl Plain<'_> {
    /// The whole card as it stands: head, question, and what was answered so far.
    pub(super) fn say_turn(&mut self, turn: &Turn) -> Result<(), Stop> {
        self.say_question(&turn.asked)?;
        match &turn.stage {
            Stage::Question
            | Stage::Choosing { .. }
            | Stage::Typing
            | Stage::Pointing(_)
            | Stage::Scaling => Ok(()),
            Stage::Recalling(recall) => self.say_recall(turn, recall),
            Stage::Deciding(undecided) => self.say_undecided(undecided),
            Stage::Judging(doubts) => self.say_doubt(turn, doubts),
            Stage::Answered(answered) => self.say_answer(&turn.asked, answered),
        }
    }

    /// ```text
    /// Paquet : Missions de l'assurance maladie
    /// Carte 3 sur 40, OIC-019-09-A, QRU, une seule réponse, nouvelle.
    /// Quel est le statut de la Cnam ?
    /// A. Établissement public …
    /// ```
    pub(super) fn say_question(&mut self, asked: &Asked) -> Result<(), Stop> {
        if self.deck.as_ref() != Some(&asked.head.id) {
            self.deck = Some(asked.head.id.clone());
            self.tell_with("plain-deck", &[("title", asked.head.title.as_str().into())])?;
        }
        let head = head(asked, &self.messages);
        self.say(&head)?;
        if let Some(within) = asked.within.as_deref() {
            self.say_within(within)?;
        }
        self.say_asked(asked)
    }

    /// The kind and what is asked, without what the session knows of the card.
    pub(super) fn say_question_body(&mut self, asked: &Asked) -> Result<(), Stop> {
        let kind = wording::kind(asked, &self.messages).join(", ").replace(" · ", ", ");
        self.say(&format!("{kind}."))?;
        self.say_asked(asked)
    }

    fn say_asked(&mut self, asked: &Asked) -> Result<(), Stop> {
        let question = face::question(&asked.card, asked.part());
        for line in spoken(&question, &self.messages) {
            self.say(&line)?;
        }
        if asked.within.is_none()
            && let Some(image) = &asked.card.meta.image
        {
            self.labelled("image-label", &image.alt)?;
        }
        if let Content::Mask(mask) = &asked.card.content {
            self.labelled("image-label", &mask.image.alt)?;
            self.labelled("mask-where", &wording::hidden_places(mask, &self.messages))?;
        }
        for (line, _, option) in asked.options() {
            self.say(&format!("{}. {}", wording::letter(line), markdown::one_line(&option.text)))?;
        }
        self.say_scale(asked)?;
        Places::of(asked).map_or(Ok(()), |places| self.say_places(&places))
    }

    /// What is expected now: a line that is said before every line that is heard.
    pub(super) fn prompt(&mut self, turn: &Turn) -> Result<(), Stop> {
        match &turn.stage {
            Stage::Question => self.tell("plain-prompt-question"),
            Stage::Choosing { single } => {
                let last = turn.asked.options().count().saturating_sub(1);
                let id = if *single { "plain-prompt-letter" } else { "plain-prompt-letters" };
                let last = wording::letter(last).to_string();
                self.tell_with(id, &[("last", last.into())])
            }
            Stage::Typing => self.tell("plain-prompt-typed"),
            Stage::Pointing(places) => {
                self.tell_with("plain-prompt-places", &[("last", places.len().into())])
            }
            Stage::Scaling => self.tell("plain-prompt-scale"),
            Stage::Recalling(_) => self.tell("plain-prompt-item"),
            Stage::Deciding(_) => self.tell("plain-prompt-decide"),
            Stage::Judging(_) => self.tell("plain-prompt-judge"),
            Stage::Answered(_) if turn.asked.within.is_some() => self.tell("plain-prompt-next"),
            Stage::Answered(answered) => {
                let text = ratings(&turn.asked, answered.proposal, &self.messages);
                self.say(&text)
            }
        }
    }

    /// `label text` on one line.
    pub(super) fn labelled(&mut self, label: &str, text: &str) -> Result<(), Stop> {
        let text = format!("{} {}", self.messages.get(label), markdown::one_line(text));
        self.say(&text)
    }
}

/// `Carte 3 sur 40, OIC-019-09-A, QRU, une seule réponse, nouvelle.`
fn head(asked: &Asked, messages: &Messages) -> String {
    let total = asked.progress.total;
    let number = (asked.progress.seen + 1).min(total);
    let args = [("number", Arg::from(number)), ("total", total.into())];
    let mut parts = vec![messages.with("plain-card", &args)];
    parts.extend(wording::place(&asked.card.meta, messages));
    // A dot in the middle of a line is read as "middle dot".
    parts.extend(wording::kind(asked, messages).into_iter().map(|part| part.replace(" · ", ", ")));
    if asked.flag > 0 {
        parts.push(messages.with("event-flag", &[("flag", u32::from(asked.flag).into())]));
    }
    format!("{}.", parts.join(", "))
}

/// The ratings with what each grants, and the one that Enter gives.
fn ratings(asked: &Asked, proposal: Rating, messages: &Messages) -> String {
    let mut args: Vec<(&str, Arg)> =
        vec![("number", u32::from(proposal.number()).into()), ("proposal", lower(proposal, messages).into())];
    let intervals = Rating::ALL.map(|rating| words::interval_in_full(&asked.granted(rating), messages));
    for (rating, interval) in Rating::ALL.into_iter().zip(intervals) {
        args.push((rating.name(), interval.into()));
    }
    messages.with("plain-prompt-rating", &args)
}

/// The name of a rating within a sentence.
pub(super) fn lower(rating: Rating, messages: &Messages) -> String {
    let name = wording::rating(rating, messages);
    let mut chars = name.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// Markdown in lines that read well aloud; a blank that is asked is said by a word, since `[…]` is not read.
pub(super) fn spoken(source: &str, messages: &Messages) -> Vec<String> {
    markdown::spoken(source, &|inner| match inner.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        Some("…") => messages.get("plain-blank"),
        Some(hint) => messages.with("plain-blank-hint", &[("hint", hint.into())]),
        None => inner.to_owned(),
    })
}
