//! `carabin sync`: several devices without an account.

use std::process::ExitCode;

use clap::{Args, Subcommand, ValueHint};
use serde::Serialize;

use super::{Failure, Page, examples::Example, page, progress::ProgressLine, run::Session};
use crate::{
    app::sync::{Report, Setup, Status, SyncError},
    card::Text,
};

/// What is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sync {
    /// Sync now.
    Now,
    /// Choose the place, and sync.
    Init(SyncInit),
    /// Tell how it stands.
    Status(SyncStatus),
    /// Forget the place.
    Off,
}

/// The same as typed.
#[derive(Args, Clone, Debug)]
pub(super) struct SyncArgs {
    #[command(subcommand)]
    command: Option<SyncSub>,
}

/// What may follow `sync`.
#[derive(Clone, Debug, Subcommand)]
enum SyncSub {
    Init(SyncInit),
    Status(SyncStatus),
    Off,
}

/// Where devices meet, and how.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct SyncInit {
    /// A folder or the address of a git repository.
    #[arg(value_name = "place", value_hint = ValueHint::AnyPath)]
    pub place: String,

    /// Sync by itself at the start and at the end.
    #[arg(long)]
    pub auto: bool,

    /// Leave the decks at home.
    #[arg(long)]
    pub no_decks: bool,

    /// What this device is called.
    #[arg(long, value_name = "name")]
    pub name: Option<String>,
}

/// How the status is told.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SyncStatus {
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

impl From<SyncArgs> for Sync {
    fn from(args: SyncArgs) -> Self {
        match args.command {
            None => Self::Now,
            Some(SyncSub::Init(args)) => Self::Init(args),
            Some(SyncSub::Status(args)) => Self::Status(args),
            Some(SyncSub::Off) => Self::Off,
        }
    }
}

/// The status, as `carabin sync status --json` prints it.
#[derive(Default, Serialize)]
struct StatusInfo {
    /// Whether a place was chosen; without one, nothing else is there.
    configured: bool,
    /// The folder or the repository, without a password.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    /// `folder` or `git`.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    /// What this device is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// Whether it syncs by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    auto: Option<bool>,
    /// Whether the decks travel.
    #[serde(skip_serializing_if = "Option::is_none")]
    decks: Option<bool>,
    /// When the last sync went through, in UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<String>,
    /// Events of this device that have not gone yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    waiting: Option<u64>,
    /// Why the last one did not go through.
    #[serde(skip_serializing_if = "Option::is_none")]
    trouble: Option<String>,
    /// Files that were not whole at the last look.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    faulty: Vec<String>,
}

/// Does it.
pub(super) fn run(args: &Sync, session: &Session) -> Result<ExitCode, Failure> {
    let failed = |error: &SyncError| session.failed(&error.describe(session.messages));
    match args {
        Sync::Now => now(session, Page::default()),
        Sync::Init(args) => {
            let app = session.open(Vec::new())?;
            let setup = Setup {
                place: args.place.clone(),
                name: args.name.clone(),
                auto: args.auto,
                decks: !args.no_decks,
            };
            app.syncer().set_up(&setup).map_err(|error| failed(&error))?;
            let mut page = Page::default();
            let status = app.sync_status().map_err(|error| failed(&error))?;
            let place = status.map(|status| Text::one_line(&status.place).to_string()).unwrap_or_default();
            page.line(&session.with("sync-set-up", &[("place", place.into())]));
            page.line(&session.get(if args.auto { "sync-set-up-auto" } else { "sync-set-up-by-hand" }));
            drop(app);
            now(session, page)
        }
        Sync::Status(args) => status(*args, session),
        Sync::Off => {
            let app = session.open(Vec::new())?;
            app.syncer().turn_off().map_err(|error| failed(&error))?;
            let mut page = Page::default();
            page.line(&session.get("sync-turned-off"));
            session.print(&page)
        }
    }
}

/// Syncs, and says on `page` what happened.
fn now(session: &Session, mut page: Page) -> Result<ExitCode, Failure> {
    let mut app = session.open(Vec::new())?;
    // What is said so far stands before a wait that may be long.
    session.print(&page)?;
    page = Page::default();
    let done = app.sync(&mut ProgressLine::new(session));
    let report: Report = match done {
        Ok(report) => report,
        Err(error) => return Err(session.failed(&error.describe(session.messages))),
    };
    for line in report.describe(session.messages) {
        page.line(&line);
    }
    session.warn(&report.warnings(session.messages));
    if report.changed_here() {
        let said = session.refresh(&mut app)?;
        session.warn(&said);
    }
    session.print(&page)
}

fn status(args: SyncStatus, session: &Session) -> Result<ExitCode, Failure> {
    let app = session.open(Vec::new())?;
    let status = app.sync_status().map_err(|error| session.failed(&error.describe(session.messages)))?;
    if args.json {
        return session.print_json(&status.map_or_else(StatusInfo::default, |status| info(status, session)));
    }
    let mut page = Page::default();
    let Some(status) = status else {
        page.line(&session.get("sync-not-set-up"));
        return session.print(&page);
    };
    for (heading, text) in status.describe(&app) {
        page.styled(page::HEADING, &heading);
        page.push("\n");
        for line in Text::clean(&text).lines() {
            page.line(&format!("  {line}"));
        }
    }
    session.print(&page)
}

fn info(status: Status, session: &Session) -> StatusInfo {
    let trouble = status.trouble(session.messages);
    StatusInfo {
        configured: true,
        kind: Some(if status.git { "git" } else { "folder" }),
        place: Some(status.place),
        name: Some(status.name),
        auto: Some(status.auto),
        decks: Some(status.decks),
        last: status.last.map(|last| last.to_string()),
        waiting: Some(status.waiting),
        trouble,
        faulty: status.faulty,
    }
}

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin sync", id: "cli-sync-example" },
    Example { line: "carabin sync status", id: "cli-sync-example-status" },
];

pub(super) const INIT_EXAMPLES: &[Example] = &[
    Example { line: "carabin sync init ~/Nextcloud/carabin --auto", id: "cli-sync-init-example" },
    Example { line: "carabin sync init git@codeberg.org:moi/revisions.git", id: "cli-sync-init-example-git" },
    Example {
        line: "carabin sync init /media/cle/carabin --name portable",
        id: "cli-sync-init-example-stick",
    },
];
