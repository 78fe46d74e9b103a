//! `carabin deck drafts`: proposed cards, taken or refused one by one.

use std::{
    io::{self, BufRead as _},
    process::ExitCode,
};

use super::DeckDrafts;
use crate::{
    app::{App, drafts::Proposal},
    card::Card,
    cli::{Failure, Page, run::Session},
};

/// Lists them, decides about some, or asks about each.
pub(in crate::cli) fn run(args: &DeckDrafts, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_and_look()?;
    let decks = app.choose_decks(&args.decks, &[]).map_err(|error| session.error(&error))?;
    for (cards, accept) in [(&args.accept, true), (&args.refuse, false)] {
        for card in cards {
            app.decide(card, accept).map_err(|error| session.error(&error))?;
        }
    }
    for card in &args.again {
        app.propose_again(card).map_err(|error| session.error(&error))?;
    }
    let mut page = Page::default();
    if args.refused {
        return refused(&app.refused(&decks), session);
    }
    let all = app.drafts(&decks);
    if all.is_empty() {
        page.line(&session.get("cli-drafts-none"));
        return session.print(&page);
    }
    if !args.ask {
        for number in 0..all.len() {
            if let Some(proposal) = app.proposal(&decks, number).map_err(|error| session.error(&error))? {
                describe(&proposal, session, &mut page);
            }
        }
        page.line(&session.get("cli-drafts-how"));
        return session.print(&page);
    }
    ask(&mut app, &decks, session)
}

/// Those that were refused, a line each.
fn refused(cards: &[Card], session: &Session) -> Result<ExitCode, Failure> {
    let mut page = Page::default();
    for card in cards {
        let prompt = card.content.prompt();
        let args = [("card", card.locator().to_string().into()), ("prompt", prompt.as_str().into())];
        page.line(&session.with("cli-drafts-refused", &args));
    }
    page.line(&session.get(if cards.is_empty() { "cli-drafts-none-refused" } else { "cli-drafts-again" }));
    session.print(&page)
}

fn describe(proposal: &Proposal, session: &Session, page: &mut Page) {
    page.heading(&session.with(
        "cli-drafts-head",
        &[
            ("number", proposal.number.into()),
            ("of", proposal.of.into()),
            ("card", proposal.locator.to_string().into()),
        ],
    ));
    page.line(&proposal.shown.replace("**", ""));
    if let Some(passage) = &proposal.passage {
        page.line("");
        page.line(&session.with("cli-drafts-passage", &[("text", passage.as_str().into())]));
    }
}

/// Asks about each: accept, refuse, later, stop.
fn ask(app: &mut App, decks: &[crate::card::DeckId], session: &Session) -> Result<ExitCode, Failure> {
    let (mut number, mut accepted, mut refused) = (0, 0_usize, 0_usize);
    let mut lines = io::stdin().lock().lines();
    loop {
        let total = app.drafts(decks).len();
        let proposal = if number < total { app.proposal(decks, number) } else { Ok(None) };
        let Some(proposal) = proposal.map_err(|error| session.error(&error))? else { break };
        let mut page = Page::default();
        describe(&proposal, session, &mut page);
        page.push(&session.get("cli-drafts-ask"));
        page.push(" ");
        session.print(&page)?;
        let Some(Ok(line)) = lines.next() else { break };
        let word = line.trim().to_lowercase();
        match word.as_str() {
            "a" | "o" | "oui" | "y" | "yes" | "accepter" | "accept" => {
                app.decide(&proposal.locator, true).map_err(|error| session.error(&error))?;
                accepted += 1;
            }
            "r" | "n" | "non" | "no" | "refuser" | "refuse" => {
                app.decide(&proposal.locator, false).map_err(|error| session.error(&error))?;
                refused += 1;
            }
            "q" | "quitter" | "quit" => break,
            _ => number += 1,
        }
    }
    let mut page = Page::default();
    let args = [
        ("accepted", accepted.into()),
        ("refused", refused.into()),
        ("left", app.drafts(decks).len().into()),
    ];
    page.line(&session.with("cli-drafts-done", &args));
    session.print(&page)
}
