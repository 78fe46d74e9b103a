//! `carabin card`: one card.

use std::process::ExitCode;

use clap::{Args, Subcommand, builder::NonEmptyStringValueParser};

use super::{Failure, Page, examples::Example, run::Session, selection::Selection, table::Table, values};
use crate::{
    app::{
        card_page::{self, Piece},
        cards::{CardLine, Pile, SuspendedBy, Wanted},
    },
    card::Locator,
};

/// What is done with a card.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum CardCommand {
    /// Lists cards.
    List(Box<CardList>),
    /// Its content, history and memory.
    Show(CardShow),
    /// Asks suspended or buried cards again.
    Resume(CardResume),
    /// Writes a message about it to its author.
    Report(CardReport),
}

/// Which card has a mistake.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct CardReport {
    /// The card.
    #[arg(value_name = "card", value_parser = values::locator)]
    pub card: Locator,
}

/// Which card is shown, and how.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct CardShow {
    /// The card.
    #[arg(value_name = "card", value_parser = values::locator)]
    pub card: Locator,

    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// Which cards are asked again.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct CardResume {
    /// The cards.
    #[arg(value_name = "card", value_parser = values::locator, required = true)]
    pub cards: Vec<Locator>,
}

/// Which cards are listed, and how.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "the options of a command, of which one names a pile")]
pub struct CardList {
    /// Which of them.
    #[command(flatten)]
    pub selection: Selection,

    /// Only those that are put aside.
    #[arg(long, group = "pile")]
    pub suspended: bool,

    /// Only those with a flag.
    #[arg(long, group = "pile")]
    pub flagged: bool,

    /// Only those that are hidden until a later day.
    #[arg(long, group = "pile")]
    pub buried: bool,

    /// Only those that are forgotten too often.
    #[arg(long, group = "pile")]
    pub leeches: bool,

    /// Only those with a note of one's own.
    #[arg(long, group = "pile")]
    pub noted: bool,

    /// Only those with all these words.
    #[arg(long, value_name = "text", value_parser = NonEmptyStringValueParser::new())]
    pub search: Option<String>,

    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

impl CardList {
    fn pile(&self) -> Pile {
        let flags = [self.suspended, self.flagged, self.buried, self.leeches, self.noted];
        let chosen = Pile::ALL.into_iter().skip(1).zip(flags).find(|(_, chosen)| *chosen);
        chosen.map(|(pile, _)| pile).unwrap_or_default()
    }
}

/// Lists cards, two lines each: its name and how it stands, then what it asks.
pub(super) fn list(args: &CardList, session: &Session) -> Result<ExitCode, Failure> {
    let (mut app, scope) = args.selection.open(session)?;
    let wanted = Wanted { pile: args.pile(), scope, text: args.search.clone().unwrap_or_default() };
    let listing = app.cards(&wanted, 0, usize::MAX).map_err(|error| session.error(&error))?;
    if args.json {
        return session.print_json(&listing.lines);
    }
    let mut page = Page::default();
    if listing.lines.is_empty() {
        let id = if args.search.is_some() { "cards-none" } else { wanted.pile.nothing() };
        page.line(&session.get(id));
    }
    for CardLine { schedule, words, text, .. } in &listing.lines {
        let words = if words.is_empty() { String::new() } else { format!(" · {words}") };
        page.line(&format!("{}{words}", schedule.locator));
        page.line(&format!("    {text}"));
    }
    let by_decks = listing.lines.iter().filter(|line| line.suspended_by == Some(SuspendedBy::Deck)).count();
    if by_decks > 0 && wanted.pile == Pile::Suspended {
        page.line("");
        page.line(&session.with("cli-card-list-by-decks", &[("n", by_decks.into())]));
    }
    session.print(&page)
}

/// Asks cards again that were suspended or buried.
pub(super) fn resume(args: &CardResume, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_and_look()?;
    let mut page = Page::default();
    for card in &args.cards {
        let was_away = app.resume(card).map_err(|error| session.error(&error))?;
        let id = if was_away { "cli-card-resumed" } else { "cli-card-not-away" };
        page.line(&session.with(id, &[("card", card.to_string().into())]));
    }
    session.print(&page)
}

/// Prints a message about a card to the author of its deck.
pub(super) fn report(args: &CardReport, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_to_read()?;
    let letter = app.letter(&args.card, "").map_err(|error| session.error(&error))?;
    session.print_text(&format!("{}\n", app.letter_text(&letter)))
}

/// Tells everything that is known of a card.
pub(super) fn run(args: &CardShow, session: &Session) -> Result<ExitCode, Failure> {
    let mut app = session.open_to_read()?;
    let info = app.card_info(&args.card).map_err(|error| session.error(&error))?;
    if args.json {
        return session.print_json(&info);
    }
    let mut page = Page::default();
    let mut table = Table::default();
    for piece in card_page::pieces(&info, session.messages) {
        if let Piece::Row(first, second) = piece {
            table.row([first, second]);
            continue;
        }
        std::mem::take(&mut table).write(&mut page);
        match piece {
            Piece::Heading(text) => page.heading(&text),
            Piece::Line(text) => page.line(&text),
            Piece::Row(..) => {}
        }
    }
    table.write(&mut page);
    session.print(&page)
}

pub(super) const LIST_EXAMPLES: &[Example] = &[
    Example { line: "carabin card list --suspended", id: "cli-card-list-example" },
    Example { line: "carabin card list --search ondam --rank A", id: "cli-card-list-example-search" },
    Example { line: "carabin card list --flagged --json", id: "cli-card-list-example-json" },
];

pub(super) const RESUME_EXAMPLES: &[Example] =
    &[Example { line: "carabin card resume edn-019-missions-fr/cnam-sigle", id: "cli-card-resume-example" }];

pub(super) const REPORT_EXAMPLES: &[Example] =
    &[Example { line: "carabin card report edn-019-missions-fr/cnam-sigle", id: "cli-card-report-example" }];

pub(super) const SHOW_EXAMPLES: &[Example] = &[
    Example { line: "carabin card show edn-019-missions-fr/cnam-sigle", id: "cli-card-show-example" },
    Example {
        line: "carabin card show edn-019-missions-fr/cnam-sigle --json",
        id: "cli-card-show-example-json",
    },
];
