//! The backups: whether there are any, and whether the newest reads back.

use super::{Area, Level, Sheet, count, shown};
use crate::{
    app::backups::{self, Plan},
    journal::Journal,
};

const BACKUPS: Area = Area::Backups;

pub(super) fn look(sheet: &mut Sheet) {
    let paths = &sheet.patient.paths;
    let all = backups::list(&paths.backups());
    let Some(newest) = all.first() else {
        let any = Journal::open_read_only(&paths.journal())
            .is_ok_and(|journal| !journal.is_empty().unwrap_or(true));
        if any {
            sheet.note(BACKUPS, Level::Note, "doctor-no-backups", &[]);
        }
        return;
    };
    let name = newest.name.short();
    match Plan::of(paths, &newest.path) {
        Ok(plan) => {
            let events = usize::try_from(plan.events).unwrap_or(usize::MAX);
            let args = [("count", count(all.len())), ("name", name.into()), ("events", count(events))];
            sheet.note(BACKUPS, Level::Good, "doctor-backups-good", &args);
        }
        Err(error) => {
            let reason = error.describe(&sheet.patient.messages);
            let args = [("name", name.into()), ("reason", shown(reason))];
            sheet.note(BACKUPS, Level::Warning, "doctor-backup-damaged", &args);
        }
    }
}
