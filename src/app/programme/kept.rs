//! The programme on the disk.

use std::{fs, io, path::Path};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    app::{App, error::AppError, files::write_atomically},
    card::{Item, Objective, Programme, Rank, Text},
};

/// The version of the file that is written.
const VERSION: u32 = 1;
/// Larger files are none of ours.
const LARGEST: u64 = 64 << 20;

/// Where the programme comes from, and how much it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// When it was imported.
    pub imported: Date,
    /// The name of the file that it was imported from.
    pub from: Text,
    /// How many items have a title.
    pub items: usize,
    /// How many objectives there are.
    pub objectives: usize,
    /// Of these, how many of rank A.
    pub rank_a: usize,
    /// Of these, how many of rank B.
    pub rank_b: usize,
}

/// The programme that was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptProgramme {
    /// What it says.
    pub programme: Programme,
    /// When it was imported.
    pub imported: Date,
    /// The name of the file that it was imported from.
    pub from: Text,
}

impl KeptProgramme {
    /// Where it comes from, and how much it is.
    #[must_use]
    pub fn about(&self) -> Imported {
        Imported {
            imported: self.imported,
            from: self.from.clone(),
            items: self.programme.items().len(),
            objectives: self.programme.objectives().len(),
            rank_a: self.programme.count(Rank::A),
            rank_b: self.programme.count(Rank::B),
        }
    }
}

/// Why the programme's file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgrammeFault {
    /// It is damaged, or something else.
    Foreign,
    /// A newer Carabin wrote it.
    Newer,
}

impl ProgrammeFault {
    /// The message that says it.
    #[must_use]
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Foreign => "error-programme",
            Self::Newer => "error-programme-newer",
        }
    }
}

/// The file. Fields may be added; what they mean never changes.
#[derive(Serialize, Deserialize)]
struct Record {
    programme: u32,
    imported: Date,
    from: Text,
    items: Vec<ItemRecord>,
    objectives: Vec<Objective>,
}

#[derive(Serialize, Deserialize)]
struct ItemRecord {
    item: Item,
    title: Text,
}

/// Only the version: a newer file need not have the rest.
#[derive(Deserialize)]
struct Version {
    programme: u32,
}

fn read(bytes: &[u8]) -> Result<KeptProgramme, ProgrammeFault> {
    let version: Version = serde_json::from_slice(bytes).map_err(|_| ProgrammeFault::Foreign)?;
    if version.programme > VERSION {
        return Err(ProgrammeFault::Newer);
    }
    let record: Record = serde_json::from_slice(bytes).map_err(|_| ProgrammeFault::Foreign)?;
    // Another device may have written it: what is shown on a line stands on one.
    let line = |text: Text| Text::one_line(&text);
    let items = record.items.into_iter().map(|item| (item.item, line(item.title))).collect();
    let objectives = record.objectives.into_iter().map(|objective| Objective {
        id: objective.id,
        title: objective.title.map(line),
        rubric: objective.rubric.map(line),
    });
    Ok(KeptProgramme {
        programme: Programme::new(items, objectives.collect()),
        imported: record.imported,
        from: line(record.from),
    })
}

/// Reads the file; `None` when there is none.
pub(super) fn load(path: &Path) -> Result<Option<KeptProgramme>, AppError> {
    let failed = |source| AppError::File { path: path.to_owned(), source };
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
        Ok(metadata) if metadata.len() > LARGEST => return Err(AppError::TooLarge(path.to_owned())),
        Ok(_) => {}
    }
    let bytes = fs::read(path).map_err(failed)?;
    read(&bytes).map(Some).map_err(|fault| AppError::Programme { path: path.to_owned(), fault })
}

impl App {
    /// The programme that was imported, if any was.
    ///
    /// # Errors
    /// When its file cannot be read.
    pub fn programme(&self) -> Result<Option<KeptProgramme>, AppError> {
        load(&self.paths.programme())
    }

    /// Keeps a programme in place of the one before.
    pub(super) fn keep_programme(&self, kept: &KeptProgramme) -> Result<(), AppError> {
        let items = kept.programme.items().iter();
        let record = Record {
            programme: VERSION,
            imported: kept.imported,
            from: kept.from.clone(),
            items: items.map(|(item, title)| ItemRecord { item: *item, title: title.clone() }).collect(),
            objectives: kept.programme.objectives().to_vec(),
        };
        let path = self.paths.programme();
        let failed = |source| AppError::File { path: path.clone(), source };
        let bytes = serde_json::to_vec(&record).map_err(|error| failed(error.into()))?;
        write_atomically(&path, &bytes).map_err(failed)
    }

    /// Gives what lies in the programme's place another name: `programme.bad.json`, with a number where that is taken.
    pub(super) fn keep_programme_aside(&self) -> Result<(), AppError> {
        let path = self.paths.programme();
        let aside = (1..).map(|number: u32| {
            let number = if number == 1 { String::new() } else { format!("-{number}") };
            path.with_file_name(format!("programme.bad{number}.json"))
        });
        let Some(aside) = aside.into_iter().find(|aside| aside.symlink_metadata().is_err()) else {
            return Ok(());
        };
        fs::rename(&path, aside).map_err(|source| AppError::File { path, source })
    }

    /// Takes the programme away. Gives whether there was one.
    ///
    /// # Errors
    /// When its file cannot be removed.
    pub fn remove_programme(&mut self) -> Result<bool, AppError> {
        let path = self.paths.programme();
        match fs::remove_file(&path) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(source) => Err(AppError::File { path, source }),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_damaged_file_and_one_of_a_newer_program_are_told_apart() {
        assert_eq!(read(b"{\"programme\":1}"), Err(ProgrammeFault::Foreign));
        assert_eq!(read(b"format: 1\n"), Err(ProgrammeFault::Foreign));
        assert_eq!(read(b"{\"programme\":2,\"more\":[]}"), Err(ProgrammeFault::Newer));
    }

    #[test]
    fn nothing_that_a_terminal_obeys_comes_from_another_device() {
        let text = "{\"programme\":1,\"imported\":\"2026-11-22\",\"from\":\"a\\u001b[31m.csv\",\"items\":[],
            \"objectives\":[{\"id\":\"OIC-019-09-A\",\"title\":\"Un\\ndeux\\u009b\",\"rubric\":null}]}";
        let kept = read(text.as_bytes()).expect("a programme");
        assert_eq!(kept.from.as_str(), "a[31m.csv");
        assert_eq!(kept.programme.objectives()[0].title.as_deref(), Some("Un deux"));
    }

    /// A file that reads, with everything that a record can hold.
    const WHOLE: &str = "{\"programme\":1,\"imported\":\"2026-11-22\",\"from\":\"a.csv\",\"items\":[{\"item\":19,\"title\":\"Un\"}],\"objectives\":[{\"id\":\"OIC-019-09-A\",\"title\":\"Deux\",\"rubric\":null}]}";

    #[test]
    fn a_whole_file_reads() {
        let kept = read(WHOLE.as_bytes()).expect("a programme").about();
        assert_eq!((kept.items, kept.objectives, kept.rank_a), (1, 1, 1));
    }

    /// Whether none of its texts holds what a terminal obeys.
    fn is_safe(kept: &KeptProgramme) -> bool {
        let objectives = kept.programme.objectives().iter();
        let texts = objectives.flat_map(|one| [one.title.clone(), one.rubric.clone()]).flatten();
        let mut texts = texts.chain(kept.programme.items().values().cloned()).chain([kept.from.clone()]);
        texts.all(|text| !text.chars().any(char::is_control))
    }

    proptest! {
        #[test]
        fn whatever_a_file_says_is_safe_to_show(from in any::<String>(), title in any::<String>()) {
            let file = serde_json::json!({
                "programme": 1, "imported": "2026-11-22", "from": from,
                "items": [{ "item": 19, "title": title }],
                "objectives": [{ "id": "OIC-019-09-A", "title": title, "rubric": title }],
            });
            let kept = read(file.to_string().as_bytes()).expect("a programme");
            prop_assert!(is_safe(&kept));
        }

        /// A file of ours, damaged: cut, a stretch of it replaced by anything, by other values, by itself again.
        #[test]
        fn a_damaged_file_reads_to_a_programme_or_a_fault_and_never_to_what_a_terminal_obeys(
            start in 0..WHOLE.len(),
            length in 0..40_usize,
            put in prop_oneof![
                prop::collection::vec(any::<u8>(), 0..8),
                prop::sample::select(vec!["1e9", "-1", "null", "\"\\u001b[2J\"", "[[[[", "\"OIC-999-99-Z\"", "368"])
                    .prop_map(|text| text.as_bytes().to_vec()),
                Just(WHOLE.as_bytes().to_vec()),
            ],
        ) {
            let end = (start + length).min(WHOLE.len());
            let bytes = [&WHOLE.as_bytes()[..start], &put, &WHOLE.as_bytes()[end..]].concat();
            match read(&bytes) {
                Ok(kept) => prop_assert!(is_safe(&kept)),
                Err(fault) => prop_assert!(fault == ProgrammeFault::Foreign || bytes != WHOLE.as_bytes()),
            }
        }
    }
}
