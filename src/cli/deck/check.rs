//! `carabin deck check`: tells what is wrong with decks, and mends what is certain.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::ExitCode,
};

use super::DeckCheck;
use crate::{
    app::check::{Checked, Named, check, deck_files, named, own_decks},
    card::{DeckId, Text},
    cli::{
        Exit, Failure, Page,
        run::{Session, to_stderr},
    },
};

/// Checks all files; where none is named, the student's own decks. Mistakes go to standard error; what was changed, and the sum, to standard output.
pub(in crate::cli) fn run(args: &DeckCheck, session: &Session) -> Result<ExitCode, Failure> {
    let mut sum = Sum::default();
    let mut page = Page::default();
    let mut own = Vec::new();
    if args.decks.is_empty() {
        let folder = session.paths.decks();
        own =
            own_decks(&session.paths).map_err(|error| session.failed(&failing(&folder, &error, session)))?;
        if own.is_empty() {
            let path = [("path", shown(&folder).into())];
            page.line(&session.with("cli-check-none", &path));
            return session.print(&page);
        }
    }
    for file in &own {
        one(file, args.fix, session, &mut sum, &mut page);
    }
    for path in &args.decks {
        // What is there is meant as a path; else it may be the name of a deck.
        let id =
            path.to_str().filter(|_| path.symlink_metadata().is_err()).and_then(|name| name.parse().ok());
        match id.map(|id| named(&id, &session.paths)) {
            Some(Ok(Named::Own(file))) => {
                one(&file, args.fix, session, &mut sum, &mut page);
                continue;
            }
            Some(Ok(Named::Bundled)) => {
                page.line(&session.with("cli-check-bundled", &[("deck", shown(path).into())]));
                continue;
            }
            None | Some(_) => {}
        }
        match deck_files(path) {
            Ok(files) if files.is_empty() => {
                sum.failures += 1;
                session.complain(&session.with("cli-check-empty", &[("path", shown(path).into())]));
            }
            Ok(files) => files.iter().for_each(|file| one(file, args.fix, session, &mut sum, &mut page)),
            Err(error) => unreadable(path, &error, session, &mut sum),
        }
    }
    sum.tell_duplicates(session);
    let counts =
        [("decks", sum.decks.into()), ("errors", sum.errors.into()), ("warnings", sum.warnings.into())];
    page.line(&session.with("cli-check-sum", &counts));
    session.print(&page)?;
    Ok(if sum.errors + sum.failures > 0 { Exit::Failed } else { Exit::Done }.into())
}

fn one(file: &Path, fix: bool, session: &Session, sum: &mut Sum, page: &mut Page) {
    match check(file, fix, session.colours_errors(), session.messages) {
        Ok(checked) => {
            if !checked.report.is_empty() {
                to_stderr(&format!("{}\n", checked.report));
            }
            session.warn(&checked.refused);
            checked.changes.iter().for_each(|change| page.line(change));
            sum.add(checked);
        }
        Err(error) => unreadable(file, &error, session, sum),
    }
}

fn unreadable(path: &Path, error: &std::io::Error, session: &Session, sum: &mut Sum) {
    sum.failures += 1;
    session.complain(&failing(path, error, session));
}

fn failing(path: &Path, error: &std::io::Error, session: &Session) -> String {
    let id = match error.kind() {
        std::io::ErrorKind::NotFound => "cli-check-missing",
        _ => "cli-check-unreadable",
    };
    let reason = Text::one_line(&error.to_string()).to_string();
    session.with(id, &[("path", shown(path).into()), ("reason", reason.into())])
}

fn shown(path: &Path) -> String {
    Text::one_line(&path.to_string_lossy()).to_string()
}

#[derive(Default)]
struct Sum {
    decks: usize,
    errors: usize,
    warnings: usize,
    /// Files that could not be read or written.
    failures: usize,
    ids: BTreeMap<DeckId, Vec<PathBuf>>,
}

impl Sum {
    fn add(&mut self, checked: Checked) {
        self.decks += 1;
        self.errors += checked.errors;
        self.warnings += checked.warnings;
        if let Some(id) = checked.deck {
            let files = self.ids.entry(id).or_default();
            if !files.contains(&checked.path) {
                files.push(checked.path);
            }
        }
    }

    /// Of two decks of one name only one is studied.
    fn tell_duplicates(&mut self, session: &Session) {
        for (id, files) in self.ids.iter().filter(|(_, files)| files.len() > 1) {
            self.warnings += 1;
            let files = files.iter().map(|file| shown(file)).collect::<Vec<_>>().join(", ");
            session
                .warn(&[session
                    .with("cli-check-duplicate", &[("deck", id.as_str().into()), ("files", files.into())])]);
        }
    }
}
