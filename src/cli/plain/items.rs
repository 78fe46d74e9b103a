//! A list whose items are given one a line.

use super::{
    Plain,
    lines::Stop,
    session::Flow,
    turn::{Stage, Turn},
    word,
};
use crate::{
    app::{
        answered::{Doubts, Listed},
        recall::Recall,
        wording,
    },
    card::{Content, List},
    grade::{ItemState, ListDetail, PieceState},
};

impl Plain<'_> {
    /// Takes an item, or several; an empty line hands in, unless nothing was given yet.
    pub(super) fn item(&mut self, line: &str, turn: &mut Turn) -> Result<Flow, Stop> {
        let Stage::Recalling(recall) = &mut turn.stage else { return Ok(Flow::Stay) };
        if line.trim().is_empty() {
            return if recall.is_empty() { Ok(Flow::Stay) } else { self.hand_in(turn) };
        }
        let before = recall.detail().pieces.len();
        recall.add(&turn.asked, line);
        let complete = recall.is_complete();
        let said = said(recall.detail(), before, &turn.asked.card.content);
        for (id, text) in said {
            self.tell_with(id, &[("text", text.into())])?;
        }
        if complete {
            return self.hand_in(turn);
        }
        self.count(turn)?;
        Ok(Flow::Stay)
    }

    /// What was found so far counts.
    pub(super) fn hand_in(&mut self, turn: &mut Turn) -> Result<Flow, Stop> {
        let took = self.clock.elapsed().saturating_sub(turn.since);
        let Stage::Recalling(recall) = &mut turn.stage else { return Ok(Flow::Stay) };
        let listed = std::mem::take(recall.as_mut()).hand_in(&turn.asked, took);
        self.listed(turn, listed)
    }

    /// The student decides whether an item counts.
    pub(super) fn judge(&mut self, line: &str, turn: &mut Turn) -> Result<Flow, Stop> {
        let Stage::Judging(doubts) = &turn.stage else { return Ok(Flow::Stay) };
        match word::counts(line) {
            Some(counts) => {
                let listed = doubts.as_ref().clone().decide(counts);
                self.listed(turn, listed)
            }
            None => self.misheard(line),
        }
    }

    fn listed(&mut self, turn: &mut Turn, listed: Listed) -> Result<Flow, Stop> {
        match listed {
            Listed::Answered(answered) => self.answered(turn, *answered),
            Listed::Almost(doubts) => {
                self.say_doubt(turn, &doubts)?;
                turn.stage = Stage::Judging(doubts);
                Ok(Flow::Stay)
            }
        }
    }

    /// Both texts, and what the matcher has to say.
    pub(super) fn say_doubt(&mut self, turn: &Turn, doubts: &Doubts) -> Result<(), Stop> {
        let Content::List(list) = &turn.asked.card.content else { return Ok(()) };
        let Some(doubt) = doubts.current(list) else { return Ok(()) };
        self.tell("almost-title")?;
        self.labelled("answer-label", doubt.typed)?;
        self.labelled("answer-expected", doubt.expected)?;
        match doubt.remark {
            Some(remark) => {
                let text = wording::remark(remark, &self.messages);
                self.say(&text)
            }
            None => Ok(()),
        }
    }

    /// What was given so far, and what became of it.
    pub(super) fn say_recall(&mut self, turn: &Turn, recall: &Recall) -> Result<(), Stop> {
        for (id, text) in said(recall.detail(), 0, &turn.asked.card.content) {
            self.tell_with(id, &[("text", text.into())])?;
        }
        self.count(turn)
    }

    /// `2 sur 5.`
    fn count(&mut self, turn: &Turn) -> Result<(), Stop> {
        let Stage::Recalling(recall) = &turn.stage else { return Ok(()) };
        let detail = recall.detail();
        let args = [("n", detail.found().into()), ("wanted", detail.items.len().into())];
        self.tell_with("plain-found", &args)
    }

    /// The expected items one by one, then what was too much.
    pub(super) fn say_items(&mut self, list: &List, detail: &ListDetail) -> Result<(), Stop> {
        for (number, item) in detail.items.iter().enumerate() {
            let id = match item.state {
                ItemState::Found => "plain-item-found",
                ItemState::Almost | ItemState::Misplaced => "plain-item-misplaced",
                ItemState::Missing => "plain-item-missing",
            };
            self.tell_with(id, &[("text", name(list, number).into())])?;
        }
        for (number, piece) in detail.pieces.iter().enumerate() {
            if detail.piece_state(number) == PieceState::Extra {
                self.tell_with("plain-item-extra", &[("text", piece.as_str().into())])?;
                if let Some(remark) = detail.remark(number) {
                    let text = wording::remark(remark, &self.messages);
                    self.say(&text)?;
                }
            }
        }
        Ok(())
    }
}

/// What is said about the pieces from number `from` on: the ids of messages, each with its text.
fn said(detail: &ListDetail, from: usize, content: &Content) -> Vec<(&'static str, String)> {
    let Content::List(list) = content else { return Vec::new() };
    let pieces = detail.pieces.iter().enumerate().skip(from);
    pieces
        .map(|(number, piece)| match detail.piece_state(number) {
            PieceState::Found(item) => ("plain-item-found", name(list, item)),
            PieceState::Almost(_) => ("plain-item-almost", piece.clone()),
            PieceState::Misplaced(_) => ("plain-item-misplaced", piece.clone()),
            PieceState::Repeated => ("plain-item-repeated", piece.clone()),
            PieceState::Extra => ("plain-item-extra", piece.clone()),
        })
        .collect()
}

/// The item as the author writes it, with its number where the order counts.
fn name(list: &List, item: usize) -> String {
    let text = list.items.get(item).and_then(|spellings| spellings.first()).map_or("", |text| text.as_str());
    if list.ordered { format!("{}, {text}", item + 1) } else { text.to_owned() }
}
