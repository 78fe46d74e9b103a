//! The review history: the file, its format, every event, and what was derived from them.

use super::{Area, Level, Sheet, count, shown};
use crate::{
    app::{backups, machine, progress::Progress},
    journal::{self, Difference, Journal, JournalError},
};

const HISTORY: Area = Area::History;

pub(super) fn look(sheet: &mut Sheet) {
    let path = sheet.patient.paths.journal();
    if !path.exists() {
        sheet.note(HISTORY, Level::Note, "doctor-no-history", &[]);
        return;
    }
    where_it_lies(sheet);
    let journal = match Journal::open_read_only(&path) {
        Ok(journal) => journal,
        Err(error) => return unreadable(sheet, &error),
    };
    match journal.newer() {
        Ok(None) => {}
        Ok(Some(error)) => {
            let text = sheet.say(error.message_id(), &error.message_args());
            sheet.write(HISTORY, Level::Warning, "journal-newer", text);
            return;
        }
        Err(error) => return unreadable(sheet, &error),
    }
    match Found::of(&journal, sheet.progress) {
        Ok(found) => tell(sheet, &journal, &found),
        Err(error) => unreadable(sheet, &error),
    }
}

/// A folder that other programs keep in step, or one of another machine.
fn where_it_lies(sheet: &mut Sheet) {
    let path = sheet.patient.paths.journal();
    if let Some(folder) = journal::synced_folder(&path) {
        let args = [("folder", folder.display().to_string())];
        let text = sheet.say("journal-synced-folder", &args);
        sheet.write(HISTORY, Level::Warning, "journal-synced-folder", text);
    }
    if journal::on_network(&path) {
        sheet.note(HISTORY, Level::Warning, "journal-rollback", &[]);
    }
}

/// It cannot be read: what can be done hangs on whether there is a backup.
fn unreadable(sheet: &mut Sheet, error: &JournalError) {
    let text = sheet.say(error.message_id(), &error.message_args());
    sheet.write(HISTORY, Level::Bad, error.message_id(), text);
    if matches!(error, JournalError::Damaged(_) | JournalError::NotAJournal) {
        remedy(sheet);
    }
}

/// Events themselves are damaged: no program can invent them, but a backup may have them.
fn remedy(sheet: &mut Sheet) {
    match backups::list(&sheet.patient.paths.backups()).first() {
        Some(newest) => {
            let args = [("name", newest.name.short().into())];
            sheet.note(HISTORY, Level::Note, "doctor-restore", &args);
        }
        None => {
            sheet.note(HISTORY, Level::Note, "doctor-no-backup-to-restore", &[]);
        }
    }
}

/// What is not as the events say.
#[derive(Debug, Default)]
struct Found {
    events: usize,
    /// Tables, indexes and triggers that are missing or others.
    schema: Vec<String>,
    /// Those of them that cannot be made again.
    lost: bool,
    differences: Vec<Difference>,
    stale: bool,
}

impl Found {
    fn of(journal: &Journal, progress: &mut dyn Progress) -> Result<Self, JournalError> {
        let faults = journal.schema_faults()?;
        let lost = faults.iter().any(|fault| !fault.derived);
        let schema: Vec<String> = faults.into_iter().map(|fault| fault.name).collect();
        if lost {
            return Ok(Self { schema, lost, ..Self::default() });
        }
        let events = usize::try_from(journal.len()?).unwrap_or(usize::MAX);
        // Where a table is missing there is nothing to compare with.
        let mut go_on = |done, of| {
            progress.step("progress-doctor-history", done, Some(of));
            !progress.cancelled()
        };
        let differences = if schema.is_empty() { journal.verify_while(&mut go_on)? } else { Vec::new() };
        Ok(Self { events, schema, lost, differences, stale: journal.is_stale()? })
    }

    fn is_mendable(&self) -> bool {
        let derived = self.differences.iter().any(Difference::is_mendable);
        !self.lost && (!self.schema.is_empty() || derived || self.stale || self.has_damaged_file())
    }

    fn has_damaged_file(&self) -> bool {
        self.differences.iter().any(|difference| matches!(difference, Difference::File { .. }))
    }
}

fn tell(sheet: &mut Sheet, journal: &Journal, found: &Found) {
    let mendable = found.is_mendable();
    let after = (mendable && sheet.patient.fix).then(|| mend(sheet, found));
    let after = match after {
        Some(Ok(after)) => Some(after),
        Some(Err(error)) => {
            let text = sheet.say(error.message_id(), &error.message_args());
            sheet.write(HISTORY, Level::Bad, "doctor-not-mended", text);
            None
        }
        None => None,
    };
    let begin = sheet.findings.len();
    describe(sheet, found);
    // What is found no longer was mended.
    for finding in &mut sheet.findings[begin..] {
        finding.mendable = mendable && finding.code != "doctor-altered";
        finding.mended = finding.mendable
            && after.as_ref().is_some_and(|after| match finding.code {
                "doctor-file" => !after.has_damaged_file(),
                "doctor-schema" => after.schema.is_empty(),
                "doctor-stale" => !after.stale,
                _ => !after.differences.iter().any(Difference::is_mendable),
            });
    }
    let damaged = found.has_damaged_file() && after.is_none_or(|after| after.has_damaged_file());
    let altered = found.differences.iter().any(|difference| matches!(difference, Difference::Altered { .. }));
    if damaged || altered || found.lost {
        remedy(sheet);
    }
    if sheet.findings.len() == begin {
        let args = [("events", count(found.events))];
        sheet.note(HISTORY, Level::Good, "doctor-history-good", &args);
    }
    if let Ok(conflicts) = journal.conflicts()
        && !conflicts.is_empty()
    {
        sheet.note(HISTORY, Level::Note, "doctor-conflicts", &[("count", count(conflicts.len()))]);
    }
}

fn describe(sheet: &mut Sheet, found: &Found) {
    if !found.schema.is_empty() {
        let names = found.schema.join(", ");
        let id = if found.lost { "doctor-schema-lost" } else { "doctor-schema" };
        sheet.note(HISTORY, Level::Bad, id, &[("names", shown(names))]);
    }
    if found.stale {
        sheet.note(HISTORY, Level::Note, "doctor-stale", &[]);
    }
    let number = |is: fn(&Difference) -> bool| found.differences.iter().filter(|d| is(d)).count();
    let file = found.differences.iter().find_map(|difference| match difference {
        Difference::File { reason } => Some(reason),
        _ => None,
    });
    if let Some(reason) = file {
        sheet.note(HISTORY, Level::Bad, "doctor-file", &[("reason", shown(reason))]);
    }
    let altered: Vec<String> = found
        .differences
        .iter()
        .filter_map(|difference| match difference {
            Difference::Altered { id } => Some(id.to_string()),
            _ => None,
        })
        .collect();
    if let Some(first) = altered.first() {
        let args = [("count", count(altered.len())), ("first", first.as_str().into())];
        sheet.note(HISTORY, Level::Bad, "doctor-altered", &args);
    }
    // States of older settings are no damage: they are made anew at the next start.
    let level = if found.stale { Level::Note } else { Level::Bad };
    let states = number(|difference| matches!(difference, Difference::State { .. }));
    if states > 0 {
        sheet.note(HISTORY, level, "doctor-states", &[("count", count(states))]);
    }
    let inner = number(|difference| {
        matches!(
            difference,
            Difference::Day { .. }
                | Difference::Setting { .. }
                | Difference::Version { .. }
                | Difference::Inner
        )
    });
    if inner > 0 {
        sheet.note(HISTORY, level, "doctor-inner", &[]);
    }
}

/// Makes again whatever is derived, and looks once more.
fn mend(sheet: &mut Sheet, found: &Found) -> Result<Found, JournalError> {
    let paths = &sheet.patient.paths;
    if !found.schema.is_empty() {
        Journal::mend_schema(&paths.journal())?;
    }
    let mut journal = Journal::open(&paths.journal(), &machine::marker(&paths.data))?;
    if found.has_damaged_file() {
        journal.reindex()?;
    }
    journal.rebuild()?;
    Found::of(&journal, sheet.progress)
}
