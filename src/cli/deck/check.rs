//! `carabin deck check`: tells what is wrong with decks, and mends what is certain.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::ExitCode,
};

use super::DeckCheck;
use crate::{
    app::check::{Checked, check, deck_files},
    card::{DeckId, Text},
    cli::{
        Exit, Failure, Page,
        run::{Session, to_stderr},
    },
};

/// Checks all files. Mistakes go to standard error; what was changed, and the sum, to standard output.
pub(in crate::cli) fn run(args: &DeckCheck, session: &Session) -> Result<ExitCode, Failure> {
    let mut sum = Sum::default();
    let mut page = Page::default();
    for path in &args.paths {
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
    let id = match error.kind() {
        std::io::ErrorKind::NotFound => "cli-check-missing",
        _ => "cli-check-unreadable",
    };
    let reason = Text::one_line(&error.to_string()).to_string();
    session.complain(&session.with(id, &[("path", shown(path).into()), ("reason", reason.into())]));
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
