//! `carabin deck guide`: how a good deck is written.

use std::process::ExitCode;

use super::DeckGuide;
use crate::cli::{Failure, guide, run::Session};

/// Columns beyond which lines are tiring to read.
const WIDEST: usize = 88;

/// Prints the guide: laid out on a terminal, as Markdown elsewhere.
pub(in crate::cli) fn run(args: DeckGuide, session: &Session) -> Result<ExitCode, Failure> {
    let text = guide::whole(session.lang, session.messages);
    match (session.screens.size)() {
        Some((columns, _)) if !args.markdown => {
            session.page_through(&guide::layout::page(&text, usize::from(columns).clamp(20, WIDEST)))
        }
        _ => session.print_text(&text),
    }
}
