//! `carabin doctor`: what is well and what is not.

use std::{process::ExitCode, sync::Arc};

use clap::Args;
use serde::Serialize;

use super::{
    Exit, Failure, Page,
    examples::Example,
    page,
    progress::ProgressLine,
    run::{Session, clock},
};
use crate::{
    app::doctor::{self, Area, Checkup, Finding, Level, Patient},
    i18n::Messages,
};

/// Whether it mends, and how it tells.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Doctor {
    /// Make again what can be.
    #[arg(long)]
    pub fix: bool,

    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// What `carabin doctor --json` prints.
#[derive(Serialize)]
struct Report<'a> {
    /// Whether nothing is broken, or no longer.
    sound: bool,
    /// What was found, in the order of the areas.
    findings: &'a [Finding],
}

/// Looks at everything, and tells.
pub(super) fn run(args: Doctor, session: &Session) -> Result<ExitCode, Failure> {
    if let Err((path, source)) = session.paths.create() {
        // It goes on: what cannot be made is told below by what it hinders.
        session.complain(&crate::app::error::AppError::Folder { path, source }.describe(session.messages));
    }
    let patient = Patient {
        paths: session.paths.clone(),
        messages: Arc::new(Messages::new(session.lang)),
        clock: clock(),
        terminal: Some((session.screens.abilities)()),
        fix: args.fix,
    };
    let checkup = doctor::examine(&patient, &mut ProgressLine::new(session))
        .ok_or_else(|| session.failed(&session.get("cli-doctor-stopped")))?;
    if args.json {
        session.print_json(&Report { sound: checkup.is_sound(), findings: &checkup.findings })?;
    } else {
        session.print(&told(&checkup, args.fix, session))?;
    }
    Ok(if checkup.is_sound() { Exit::Done } else { Exit::Failed }.into())
}

fn told(checkup: &Checkup, fix: bool, session: &Session) -> Page {
    let mut page = Page::default();
    for area in Area::ALL {
        let findings: Vec<&Finding> =
            checkup.findings.iter().filter(|finding| finding.area == area).collect();
        if findings.is_empty() {
            continue;
        }
        page.styled(page::HEADING, &session.get(heading(area)));
        page.push("\n");
        for finding in findings {
            let (style, id) = match finding.level {
                _ if finding.mended => (page::TIP, "cli-doctor-mended"),
                Level::Good => (page::TIP, "cli-doctor-good"),
                Level::Note => (page::LITERAL, "cli-doctor-note"),
                Level::Warning => (page::WARNING, "cli-doctor-warning"),
                Level::Bad => (page::ERROR, "cli-doctor-bad"),
            };
            page.push("  ");
            page.styled(style, &session.get(id));
            page.push(" ");
            page.line(&finding.text.replace('\u{202f}', "\u{a0}"));
        }
    }
    page.push("\n");
    match checkup.broken() {
        0 => page.line(&session.get("cli-doctor-sound")),
        broken => {
            let count = u32::try_from(broken).unwrap_or(u32::MAX);
            page.line(&session.with("cli-doctor-broken", &[("count", count.into())]));
        }
    }
    if checkup.mendable() > 0 && !fix {
        page.line(&session.get("cli-doctor-mendable"));
    }
    page
}

fn heading(area: Area) -> &'static str {
    match area {
        Area::History => "cli-doctor-area-history",
        Area::Backups => "cli-doctor-area-backups",
        Area::Folders => "cli-doctor-area-folders",
        Area::Decks => "cli-doctor-area-decks",
        Area::Index => "cli-doctor-area-index",
        Area::Terminal => "cli-doctor-area-terminal",
    }
}

pub(super) const EXAMPLES: &[Example] = &[
    Example { line: "carabin doctor", id: "cli-doctor-example" },
    Example { line: "carabin doctor --fix", id: "cli-doctor-example-fix" },
];
