//! The decks and their index.

use super::{Area, Level, Sheet, count, shown};
use crate::{
    app::{bundle, problems},
    library::{Library, Notice, Places, Problem},
};

pub(super) fn look(sheet: &mut Sheet) {
    let paths = &sheet.patient.paths;
    let places =
        || Places { bundled: bundle::DECKS, user: paths.decks(), extra: Vec::new(), index: paths.index() };
    let mut opened = Library::open(places());
    let unsound = match &opened {
        Ok((library, _)) => library.index_fault(),
        Err(_) => None,
    };
    if let Some(reason) = &unsound {
        let fix = sheet.patient.fix;
        if fix {
            drop(opened);
            Library::forget(&paths.index());
            opened = Library::open(places());
        }
        let found = sheet.note(Area::Index, Level::Bad, "doctor-index", &[("reason", shown(reason))]);
        (found.mendable, found.mended) = (true, fix);
    }
    let refreshed = opened.and_then(|(mut library, notices)| {
        let refresh = library.refresh(&mut |_| {})?;
        Ok((library, notices, refresh))
    });
    let (library, notices, refresh) = match refreshed {
        Ok(refreshed) => refreshed,
        Err(error) => {
            let text = problems::say(&sheet.patient.messages, &error.message());
            sheet.write(Area::Index, Level::Bad, "doctor-library", text);
            return;
        }
    };
    for notice in notices.iter().chain(&refresh.notices) {
        let text = problems::say(&sheet.patient.messages, &notice.message());
        match notice {
            Notice::Rebuilt { .. } => {
                sheet.write(Area::Index, Level::Note, "doctor-index-rebuilt", text).mended = true;
            }
            Notice::InMemory { .. } => {
                sheet.write(Area::Index, Level::Warning, "doctor-index-in-memory", text);
            }
            Notice::Busy => {
                sheet.write(Area::Index, Level::Note, "doctor-index-busy", text);
            }
        }
    }
    if !sheet.findings.iter().any(|finding| finding.area == Area::Index) {
        sheet.note(Area::Index, Level::Good, "doctor-index-good", &[]);
    }
    for problem in &refresh.problems {
        tell(sheet, problem);
    }
    let catalogue = library.catalogue();
    let args = [("decks", count(catalogue.decks.len())), ("cards", count(catalogue.cards()))];
    sheet.note(Area::Decks, Level::Good, "doctor-decks", &args);
}

fn tell(sheet: &mut Sheet, problem: &Problem) {
    match problem {
        // One bad card never stops its deck: what is good is studied meanwhile.
        Problem::Mistakes { origin, errors, .. } => {
            let path = shown(origin.path.to_string_lossy());
            sheet.note(
                Area::Decks,
                Level::Warning,
                "doctor-deck",
                &[("path", path), ("count", (*errors).into())],
            );
        }
        problem => {
            let text = problems::say(&sheet.patient.messages, &problem.message());
            sheet.write(Area::Decks, Level::Warning, "doctor-deck-file", text);
        }
    }
}
