//! `carabin study`: a session of revision.

use std::{
    ffi::{OsStr, OsString},
    num::NonZeroU32,
    path::{Path, PathBuf},
    process::ExitCode,
};

use jiff::civil::Date;

use clap::Args;

use super::{
    Failure,
    examples::Example,
    run::Session,
    selection::Selection,
    values::{self, Misfit},
};
use crate::{
    app::{
        App,
        error::AppError,
        notebook::Reason,
        scope::Scope,
        series::{Begin, Choice, Series},
    },
    card::{DeckId, Kind, Locator},
    study::Wish,
};

/// Which cards are asked, and how. A card must fit every filter that is given.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Study {
    /// Which cards.
    #[command(flatten)]
    pub selection: Selection,

    /// At most so many cards.
    #[arg(long, value_name = "n", value_parser = values::count)]
    pub limit: Option<NonZeroU32>,

    /// Also cards that are not due yet.
    #[arg(long)]
    pub ahead: bool,

    /// A few questions that the program marks, instead of today's queue.
    #[arg(long, conflicts_with_all = ["ahead", "missed"])]
    pub flash: bool,

    /// What was missed since a day, instead of today's queue.
    #[arg(long, value_name = "since", num_args = 0..=1, value_parser = values::date, conflicts_with = "ahead")]
    pub missed: Option<Option<Date>>,

    /// Cases, KFP, TCS or articles, instead of today's queue.
    #[arg(long, value_name = "kind", value_parser = values::container(), ignore_case = true,
        conflicts_with_all = ["ahead", "missed", "flash"])]
    pub kind: Option<Kind>,

    /// These cards in this order, due or not.
    #[arg(long = "card", value_name = "card", value_parser = values::locator,
        conflicts_with_all = ["ahead", "missed", "flash", "kind"])]
    pub cards: Vec<Locator>,

    /// Of what was missed, only what was missed for this reason.
    #[arg(long, value_name = "reason", value_parser = values::reason, requires = "missed")]
    pub reason: Option<Reason>,

    /// Lines on standard output and input instead of the full screen.
    #[arg(long)]
    pub plain: bool,
}

impl Study {
    fn begin(&self, scope: Scope) -> Begin {
        let limit = self.limit.map(NonZeroU32::get);
        let choice = match self.missed {
            _ if self.flash => Choice::Flash,
            _ if self.kind.is_some() => Choice::Containers(self.kind),
            _ if !self.cards.is_empty() => Choice::Cards(self.cards.clone()),
            Some(since) => Choice::Missed { since, reason: self.reason },
            None => return Begin::Queue(scope, Wish { ahead: self.ahead, limit, ..Wish::default() }),
        };
        Begin::Series(Series { scope, choice, limit })
    }
}

/// A deck, by its id or by where it lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeckChoice {
    /// A deck of the library.
    Id(DeckId),
    /// A file or a folder.
    Path(PathBuf),
}

impl DeckChoice {
    pub(super) fn id(&self) -> Option<&DeckId> {
        match self {
            Self::Id(id) => Some(id),
            Self::Path(_) => None,
        }
    }

    pub(super) fn path(&self) -> Option<&PathBuf> {
        match self {
            Self::Path(path) => Some(path),
            Self::Id(_) => None,
        }
    }

    /// The ids and the paths.
    pub(super) fn apart(all: &[Self]) -> (Vec<DeckId>, Vec<PathBuf>) {
        (
            all.iter().filter_map(Self::id).cloned().collect(),
            all.iter().filter_map(Self::path).cloned().collect(),
        )
    }

    /// A path holds a separator, ends in `.yaml` or `.yml`, or is `.` or `..`; anything else is an id, so that a deck
    /// never hides behind a folder that happens to have its name.
    pub(super) fn read(typed: OsString) -> Result<Self, Misfit> {
        if is_path(&typed) {
            return Ok(Self::Path(typed.into()));
        }
        let id = typed.to_str().ok_or(Misfit::Deck)?.parse().map_err(|_| Misfit::Deck)?;
        Ok(Self::Id(id))
    }
}

fn is_path(typed: &OsStr) -> bool {
    let bytes = typed.as_encoded_bytes();
    let separated = bytes.iter().any(|&byte| byte == b'/' || byte == std::path::MAIN_SEPARATOR as u8);
    separated || is_yaml(typed) || typed == "." || typed == ".."
}

/// Whether it ends as a deck's file does.
pub(super) fn is_yaml(typed: &OsStr) -> bool {
    Path::new(typed)
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"))
}

/// Begins the session, on the screen or in plain lines.
pub(super) fn run(args: &Study, session: &Session) -> Result<ExitCode, Failure> {
    let (mut app, scope) = args.selection.open(session)?;
    if args.kind.is_some() {
        let found = app.containers(&scope, args.kind).map_err(|error| session.error(&error))?;
        if found.is_empty() {
            return Err(session.failed(&session.get("series-no-container")));
        }
    } else if args.cards.is_empty() {
        refuse_nothing(&mut app, &scope, session)?;
    }
    for card in &args.cards {
        if !app.is_known(card) {
            return Err(session.error(&AppError::NoCard(card.clone())));
        }
    }
    session.begin(app, Some(args.begin(scope)), args.plain)
}

/// Filters that no card fits are a mistake, and told as one; that nothing is due today is none.
fn refuse_nothing(app: &mut App, scope: &Scope, session: &Session) -> Result<(), Failure> {
    let fitting = app.fitting(scope).map_err(|error| session.error(&error))?;
    if fitting.askable > 0 {
        return Ok(());
    }
    let mistakes = app.mistakes_of(&scope.decks);
    if !mistakes.is_empty() {
        return Err(session.failed(&format!("{}\n{mistakes}", session.get("cli-study-mistakes"))));
    }
    Err(session.failed(&if fitting.containers > 0 {
        session.with("cli-study-containers", &[("n", fitting.containers.into())])
    } else if *scope == Scope::default() {
        session.with("cli-study-no-decks", &[("languages", app.settings.languages.join(" ").into())])
    } else {
        session.get("cli-study-nothing-fits")
    }))
}

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin study --item 19 --rank A", id: "cli-study-example-rank" },
    Example { line: "carabin study --objective OIC-019-09-A", id: "cli-study-example-objective" },
    Example { line: "carabin study --deck ./cardio.yaml --limit 20", id: "cli-study-example-deck" },
    Example { line: "carabin study --tag urgences --ahead", id: "cli-study-example-ahead" },
    Example { line: "carabin study --flash", id: "cli-study-example-flash" },
    Example { line: "carabin study --missed 2026-11-16 --reason confused", id: "cli-study-example-missed" },
    Example { line: "carabin study --kind case --limit 1", id: "cli-study-example-kind" },
    Example { line: "carabin study --plain", id: "cli-study-example-plain" },
];
