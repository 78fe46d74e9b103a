//! Packages of Anki: read, planned like any decks, and their history taken in.

mod events;

use std::{collections::HashMap, fs, path::Path, time::Duration};

use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use super::{FOLDER, Planned, base::notes};
use crate::{
    app::{error::AppError, open::App, progress::Progress},
    card::{CardKey, DeckId, Locator, PartKey, Text},
    exchange::{
        Loss, Marks, NewDeck, Past,
        anki::{self, AnkiError, Hidden, Options, PackageLimits, Step},
        original::Originals,
        parts::{Room, part_number, part_title},
    },
    memory::{Parameters, Scheduler},
    study::Setting,
};

/// What is wanted of a package.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnkiWishes {
    /// Everything goes into this deck.
    pub deck: Option<DeckId>,
    /// What that deck is called, where it is new.
    pub title: Option<String>,
    /// The language of new decks.
    pub language: Option<String>,
    /// The history stays out.
    pub no_history: bool,
    /// The parameters of FSRS are taken over.
    pub parameters: bool,
}

/// A package that was read.
#[derive(Debug)]
pub struct AnkiFile {
    /// The decks.
    pub decks: Vec<NewDeck>,
    /// What could not be kept.
    pub losses: Vec<Loss>,
    /// How many notes it has.
    pub notes: u64,
    /// How many of Anki's cards are kept.
    pub schedules: u64,
    /// How many answers its history has.
    pub answers: u64,
    /// How many notes had been exported here: only what happened to them is taken.
    pub returned: u64,
    /// The one set of FSRS parameters that it has, when it is not the student's already.
    pub parameters: Option<Vec<f32>>,
    /// Of how many cards Anki's stability could be compared, and of how many it is the same within a hundredth.
    pub agreement: (u64, u64),
    /// What happened, as far as it is not known here.
    pasts: Vec<Past>,
    wishes: AnkiWishes,
    /// Where the files lie until the decks are put in place.
    _folder: TempDir,
}

impl AnkiFile {
    /// How many things that happened are not known here yet.
    #[must_use]
    pub fn new_events(&self) -> usize {
        self.pasts.len()
    }

    /// The history and what was learnt from it stay out: they are somebody else's.
    pub fn leave_history(&mut self) {
        self.pasts.clear();
        self.parameters = None;
    }
}

/// What became of a package.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// What there is to say.
    pub said: Vec<String>,
    /// How many things that happened are in the history now.
    pub events: usize,
    /// How many are not, since their cards are in no deck: the student has taken them out.
    pub left: usize,
}

/// An import that was killed so long ago is not under way any more.
const STALE: Duration = Duration::from_secs(24 * 60 * 60);

impl App {
    /// Reads a package. Nothing is changed by that.
    ///
    /// # Errors
    /// When the package is damaged, hostile, too large, or was stopped; when the journal fails.
    pub fn read_anki(
        &mut self,
        path: &Path,
        wishes: &AnkiWishes,
        progress: &mut dyn Progress,
    ) -> Result<AnkiFile, AppError> {
        self.forget_stale_imports();
        let folder = tempfile::Builder::new()
            .prefix(FOLDER)
            .tempdir_in(&self.paths.data)
            .map_err(|source| AppError::Folder { path: self.paths.data.clone(), source })?;
        let homes = self.homes();
        let states = self.journal.states()?;
        let catalogue = self.catalogue();
        let messages = self.messages.clone();
        let hidden = |Hidden { number, of }: Hidden| {
            messages.with("import-anki-hidden", &[("number", number.into()), ("of", of.into())])
        };
        let language = wishes.language.clone().unwrap_or_else(|| self.messages.lang().code().to_owned());
        let with_parameters = |values: &[f32]| {
            let parameters = Parameters::try_from(values).ok()?;
            Some(Scheduler::new(crate::memory::Options { parameters, ..self.scheduler.options().clone() }))
        };
        let options = Options {
            language: &language,
            hidden: &hidden,
            deck: wishes.deck.clone(),
            history: !wishes.no_history,
            zone: self.clock.wall().time_zone().clone(),
            rollover: self.settings.rollover,
            now: self.clock.wall().timestamp(),
            scheduler: &self.scheduler,
            with_parameters: wishes.parameters.then_some(&with_parameters),
            deck_of: &|key| homes.get(key).cloned(),
            room_in: &|deck| self.room_in(deck),
            parts_of: &|locator| self.parts(locator),
            marks_of: &|locator| {
                let starts_suspended = || {
                    catalogue.find(locator).is_some_and(|number| catalogue.entries[number].starts_suspended)
                };
                let state = states.get(locator);
                Marks {
                    suspended: state.and_then(|state| state.suspended).unwrap_or_else(starts_suspended),
                    buried_until: state.and_then(|state| state.buried_until),
                    flag: state.map_or(0, |state| state.flag),
                }
            },
            has_deck: &|deck| catalogue.deck(deck).is_some(),
            originals_of: &|deck| self.originals(deck),
            limits: PackageLimits::default(),
        };
        let read = anki::read(path, folder.path(), &options, &mut |step, done, of| {
            progress.step(name(step), done, Some(of));
            !progress.cancelled()
        })
        .map_err(|reason| match reason {
            AnkiError::Cancelled => AppError::Stopped,
            AnkiError::Io(source) => AppError::File { path: path.to_owned(), source },
            reason => AppError::Anki { path: path.to_owned(), reason },
        })?;
        let own = &self.settings.parameters;
        let parameters = read.parameters.filter(|parameters| parameters != own);
        let pasts = self.unknown(read.import.history, &states)?;
        let mut decks = read.import.decks;
        if let (Some(whole), Some(title)) = (&wishes.deck, &wishes.title) {
            for deck in &mut decks {
                let number = part_number(&deck.head.id, whole).unwrap_or(1);
                deck.head.title = part_title(&Text::one_line(title), number);
            }
        }
        Ok(AnkiFile {
            decks,
            losses: read.import.losses,
            notes: read.notes,
            schedules: read.schedules,
            answers: read.answers,
            returned: read.returned,
            parameters,
            agreement: read.agreement,
            pasts,
            wishes: wishes.clone(),
            _folder: folder,
        })
    }

    /// Puts the decks in place and takes the history in: all of it or nothing.
    ///
    /// # Errors
    /// When a file cannot be written, the history cannot be kept, or it is stopped; then everything is as it was.
    pub fn carry_out_anki(
        &mut self,
        file: &AnkiFile,
        planned: &[Planned],
        progress: &mut dyn Progress,
    ) -> Result<TakenIn, AppError> {
        let events = self.events(&file.pasts, planned)?;
        let mut drafts = Vec::new();
        if file.wishes.parameters
            && let Some(parameters) = &file.parameters
        {
            let values: Vec<String> = parameters.iter().map(ToString::to_string).collect();
            drafts.extend(self.setting_draft(Setting::Parameters, Some(&values.join(" ")))?.1);
        }
        let placed = self.put(planned, progress)?;
        if !events.is_empty() || !drafts.is_empty() {
            let wall = self.clock.wall();
            let count = events.len();
            self.journal.ingest_and_append(&events, &drafts, &wall, &mut |done| {
                progress.go_on("progress-keep", done, count).is_ok()
            })?;
            self.read_settings()?;
            self.states = None;
        }
        placed.keep();
        let said = self.refresh_telling(progress)?.1;
        Ok(TakenIn { said, events: events.len(), left: file.pasts.len() - events.len() })
    }

    /// What another import left behind when it was killed.
    pub(super) fn forget_stale_imports(&self) {
        let now = self.clock.wall().timestamp();
        let folders = [&self.paths.data, &self.paths.decks()].map(fs::read_dir);
        for entry in folders.into_iter().flatten().flatten().flatten() {
            let ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(FOLDER));
            let made = entry.metadata().and_then(|metadata| metadata.modified()).ok();
            let made = made.and_then(|made| Timestamp::try_from(made).ok());
            let stale = SignedDuration::try_from(STALE).unwrap_or_default();
            if ours && made.is_some_and(|made| now.duration_since(made) > stale) {
                // What cannot be taken away now is taken away another time.
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }

    /// The decks of the cards that came from Anki, as far as they can be changed.
    fn homes(&self) -> HashMap<CardKey, DeckId> {
        let catalogue = self.catalogue();
        let mut homes = HashMap::new();
        for deck in &catalogue.decks {
            for number in deck.entries.clone() {
                let key = catalogue.locator(number).key;
                if matches!(&key, CardKey::Id(id) if id.starts_with("anki-")) {
                    homes.entry(key).or_insert_with(|| deck.head.id.clone());
                }
            }
        }
        homes
    }

    /// The notes of Anki that a deck was made of.
    pub(in crate::app) fn originals(&self, deck: &DeckId) -> Option<Originals> {
        self.catalogue().deck(deck)?;
        Originals::read(&fs::read(notes(&self.paths.decks(), deck)).ok()?)
    }

    /// What there is room for in a deck that is there.
    fn room_in(&self, deck: &DeckId) -> Option<Room> {
        let catalogue = self.catalogue();
        let entry = catalogue.deck(deck)?;
        let bytes = entry.origin.file().and_then(|file| fs::metadata(file).ok()).map_or(0, |file| file.len());
        // A card of several schedules counts more than once: what is left is rather less than more.
        Some(Room::DECK.without(entry.entries.len(), usize::try_from(bytes).unwrap_or(usize::MAX)))
    }

    /// The schedules of a card that is in a deck.
    fn parts(&self, locator: &Locator) -> Option<Vec<Option<PartKey>>> {
        let card = self.library.card(locator).ok().flatten()?;
        Some(card.content.parts())
    }
}

/// What is being done, as a message.
fn name(step: Step) -> &'static str {
    match step {
        Step::Unpack => "progress-anki-unpack",
        Step::Notes => "progress-anki-notes",
        Step::History => "progress-anki-history",
        Step::Files => "progress-anki-files",
    }
}
