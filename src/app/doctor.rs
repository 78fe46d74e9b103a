//! What is well and what is not: the history, its backups, the folders, the decks, the index, the terminal.
//!
//! [`examine`] looks and tells; asked to mend, it makes again what is derived (states, indexes) and closes files to others.
//! Events are never touched, and without being asked nothing of the student's is written.

mod backups;
mod decks;
mod folders;
mod history;
mod terminal;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde::Serialize;

use super::{clock::Clock, paths::Paths, problems, progress::Progress};
use crate::i18n::{Arg, Messages};

pub use terminal::Terminal;

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// The review history.
    History,
    /// Its backups.
    Backups,
    /// The folders and files.
    Folders,
    /// The decks.
    Decks,
    /// The index of the decks.
    Index,
    /// The terminal.
    Terminal,
}

impl Area {
    /// All, in the order in which they are looked at.
    pub const ALL: [Self; 6] =
        [Self::History, Self::Backups, Self::Folders, Self::Decks, Self::Index, Self::Terminal];
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// As it should be.
    Good,
    /// Good to know.
    Note,
    /// It can do harm one day.
    Warning,
    /// Something is broken.
    Bad,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Where.
    pub area: Area,
    /// How bad it is, or was.
    pub level: Level,
    /// What, by a word that stays the same.
    pub code: &'static str,
    /// What, and what to do about it, in words.
    pub text: String,
    /// It was mended.
    pub mended: bool,
    /// `--fix` would mend it.
    pub mendable: bool,
}

/// Everything that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checkup {
    /// In the order of the areas.
    pub findings: Vec<Finding>,
}

impl Checkup {
    /// Whether nothing is broken, or no longer.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.broken() == 0
    }

    /// How many things are broken still.
    #[must_use]
    pub fn broken(&self) -> usize {
        self.findings.iter().filter(|finding| finding.level == Level::Bad && !finding.mended).count()
    }

    /// How many things `--fix` would mend.
    #[must_use]
    pub fn mendable(&self) -> usize {
        self.findings.iter().filter(|finding| finding.mendable && !finding.mended).count()
    }
}

/// What a checkup needs.
#[derive(Clone, Debug)]
pub struct Patient {
    /// Where things are.
    pub paths: Paths,
    /// The messages of the student's language.
    pub messages: Arc<Messages>,
    /// What the time is.
    pub clock: Arc<dyn Clock>,
    /// What the terminal can do; `None` to leave it out.
    pub terminal: Option<Terminal>,
    /// Whether to mend what can be made again.
    pub fix: bool,
}

/// A look at something, told while it lasts by its message.
type Look = (&'static str, fn(&mut Sheet<'_>));

const LOOKS: [Look; 5] = [
    ("progress-doctor-history", history::look),
    ("progress-doctor-backups", backups::look),
    ("progress-doctor-folders", folders::look),
    ("progress-doctor-decks", decks::look),
    ("progress-doctor-terminal", terminal::look),
];

/// Looks at everything. It opens nothing in the usual way, so it works where nothing else does. `None` when it was stopped:
/// what was mended until then is mended whole.
pub fn examine(patient: &Patient, progress: &mut dyn Progress) -> Option<Checkup> {
    let mut sheet = Sheet { patient, progress, findings: Vec::new() };
    for (what, look) in LOOKS {
        sheet.progress.step(what, 0, None);
        look(&mut sheet);
        if sheet.progress.cancelled() {
            return None;
        }
    }
    sheet.findings.sort_by_key(|finding| finding.area);
    Some(Checkup { findings: sheet.findings })
}

/// What is written down during a checkup.
struct Sheet<'a> {
    patient: &'a Patient,
    progress: &'a mut dyn Progress,
    findings: Vec<Finding>,
}

impl Sheet<'_> {
    fn note(&mut self, area: Area, level: Level, code: &'static str, args: &[(&str, Arg)]) -> &mut Finding {
        let text = self.patient.messages.with(code, args);
        self.write(area, level, code, text)
    }

    fn write(&mut self, area: Area, level: Level, code: &'static str, text: String) -> &mut Finding {
        let at = self.findings.len();
        self.findings.push(Finding { area, level, code, text, mended: false, mendable: false });
        &mut self.findings[at]
    }

    /// A message of another room, whose values may come from files.
    fn say(&self, id: &str, args: &[(&str, String)]) -> String {
        problems::say_with(&self.patient.messages, id, args)
    }
}

/// A value that may come from a file or the system, in one clean line.
fn shown(text: impl AsRef<str>) -> Arg {
    crate::card::Text::one_line(text.as_ref()).to_string().into()
}

/// A number for the plural forms.
fn count(number: usize) -> Arg {
    Arg::from(u32::try_from(number).unwrap_or(u32::MAX))
}
