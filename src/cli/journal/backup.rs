//! `carabin journal backup` and `carabin journal list`.

use std::process::ExitCode;

use serde::Serialize;

use super::{JournalBackup, JournalList};
use crate::{
    app::{
        backups::{self, Backup, Why},
        words,
    },
    cli::{Exit, Failure, Page, ask::may_write, run::Session, table::Table},
    i18n::{Arg, Lang},
};

/// Backs the history up.
pub(in crate::cli) fn run(args: &JournalBackup, session: &Session) -> Result<ExitCode, Failure> {
    if let Some(file) = &args.file
        && !may_write(session, file, args.yes)?
    {
        return Ok(Exit::Done.into());
    }
    let app = session.open(Vec::new())?;
    session.warn(app.notices());
    let taken = app.back_up(args.file.as_deref()).map_err(|error| session.error(&error))?;
    let mut page = Page::default();
    let args = [
        ("events", count(taken.events)),
        ("size", size(taken.bytes, session.lang).into()),
        ("path", taken.path.display().to_string().into()),
    ];
    page.line(&session.with("cli-journal-backed-up", &args));
    session.print(&page)
}

/// A backup, as `carabin journal list --json` prints it.
#[derive(Serialize)]
struct Listed {
    /// What `carabin journal restore` takes.
    name: String,
    /// The local date.
    date: String,
    /// The local time; absent for the day's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    /// `daily`, `asked` or `before-restore`.
    why: &'static str,
    /// How large it is.
    bytes: u64,
    /// Its file.
    path: String,
}

/// Lists the backups.
pub(in crate::cli) fn list(args: JournalList, session: &Session) -> Result<ExitCode, Failure> {
    let folder = session.paths.backups();
    let all = backups::list(&folder);
    if args.json {
        return session.print_json(&all.iter().map(listed).collect::<Vec<_>>());
    }
    let mut page = Page::default();
    if all.is_empty() {
        page.line(&session.get("cli-journal-no-backups"));
        return session.print(&page);
    }
    let columns = ["name", "when", "size", "why"];
    let mut table = Table::new(columns.map(|name| session.get(&format!("cli-journal-column-{name}"))));
    for backup in &all {
        let why = session.get(match backup.name.why {
            Why::Daily => "cli-journal-why-daily",
            Why::Asked => "cli-journal-why-asked",
            Why::BeforeRestore => "cli-journal-why-before-restore",
        });
        table.row([backup.name.short(), when(backup, session), size(backup.bytes, session.lang), why]);
    }
    table.write(&mut page);
    page.line("");
    page.line(&session.with("cli-journal-where", &[("path", folder.display().to_string().into())]));
    session.print(&page)
}

/// `22 novembre 2026, 20:15`; of the day's own the date alone.
fn when(backup: &Backup, session: &Session) -> String {
    let date = words::date(backup.name.date, session.messages);
    let Some(time) = backup.name.time else { return date };
    session.with("sync-when", &[("date", date.into()), ("time", time.strftime("%H:%M").to_string().into())])
}

fn listed(backup: &Backup) -> Listed {
    Listed {
        name: backup.name.short(),
        date: backup.name.date.to_string(),
        time: backup.name.time.map(|time| time.strftime("%H:%M:%S").to_string()),
        why: match backup.name.why {
            Why::Daily => "daily",
            Why::Asked => "asked",
            Why::BeforeRestore => "before-restore",
        },
        bytes: backup.bytes,
        path: backup.path.to_string_lossy().into_owned(),
    }
}

/// A number of events, for the plural forms.
pub(super) fn count(events: u64) -> Arg {
    Arg::from(u32::try_from(events).unwrap_or(u32::MAX))
}

/// So many bytes in words: `3,2 Mo`.
fn size(bytes: u64, lang: Lang) -> String {
    let units = match lang {
        Lang::Fr => ["o", "ko", "Mo", "Go"],
        Lang::En => ["B", "kB", "MB", "GB"],
    };
    // Kilobytes are exact enough, and fit.
    let (mut number, mut unit) = match u32::try_from(bytes) {
        Ok(bytes) => (f64::from(bytes), 0),
        Err(_) => (u32::try_from(bytes / 1000).map_or(f64::from(u32::MAX), f64::from), 1),
    };
    while number >= 1000.0 && unit + 1 < units.len() {
        number /= 1000.0;
        unit += 1;
    }
    let digits = usize::from(unit > 0 && number < 100.0);
    format!("{}\u{a0}{}", words::decimal(number, digits, lang), units[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_as_people_do() {
        let told = |bytes, lang| size(bytes, lang).replace('\u{a0}', " ");
        assert_eq!(told(0, Lang::Fr), "0 o");
        assert_eq!(told(3_240_000, Lang::Fr), "3,2 Mo");
        assert_eq!(told(250_000_000, Lang::En), "250 MB");
        assert_eq!(told(5_100_000_000, Lang::En), "5.1 GB");
    }
}
