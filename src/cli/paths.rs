//! `carabin paths`: where the files are.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use serde::Serialize;

use super::{Failure, Page, page, run::Session};

/// How the places are told.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// The places, as `carabin paths --json` prints them. A name that is no Unicode has U+FFFD for what cannot be written.
#[derive(Serialize)]
struct Places {
    /// The folder of the history and the student's decks.
    data: String,
    /// The student's own decks.
    decks: String,
    /// The history.
    journal: String,
    /// The folder of the settings of this device.
    config: String,
    /// The settings of this device.
    settings: String,
    /// The folder of what can be made again.
    cache: String,
    /// The index of the decks.
    index: String,
    /// What the program noted about its own troubles.
    log: String,
}

/// Tells the places.
pub(super) fn run(args: Paths, session: &Session) -> Result<ExitCode, Failure> {
    let paths = &session.paths;
    let text = |path: PathBuf| path.to_string_lossy().into_owned();
    let places = Places {
        data: text(paths.data.clone()),
        decks: text(paths.decks()),
        journal: text(paths.journal()),
        config: text(paths.config.clone()),
        settings: text(paths.settings()),
        cache: text(paths.cache.clone()),
        index: text(paths.index()),
        log: text(paths.log()),
    };
    if args.json {
        return session.print_json(&places);
    }
    let mut page = Page::default();
    for (name, path) in [
        ("decks", &places.decks),
        ("journal", &places.journal),
        ("settings", &places.settings),
        ("index", &places.index),
        ("log", &places.log),
    ] {
        page.styled(page::HEADING, &session.get(&format!("cli-paths-{name}")));
        page.push("\n  ");
        page.line(path);
    }
    session.print(&page)
}
