//! A student's home that is nobody else's, with a deck of its own.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use carabin::{
    app::{
        clock::CLOCK_VARIABLE,
        files::write_atomically,
        paths::{HOME_VARIABLE, Paths},
    },
    card::Locator,
    journal::{Journal, Record, Review, StoredEvent},
    memory::Rating,
};
use portable_pty::CommandBuilder;
use tempfile::TempDir;

use super::terminal::Terminal;

/// The deck's id.
pub(super) const DECK: &str = "bench";
/// The deck's title.
pub(super) const TITLE: &str = "Test bench";
/// A terminal as most are.
pub(super) const USUAL: (u16, u16) = (80, 24);

/// A fresh home.
pub(super) struct Home {
    folder: TempDir,
    clock: String,
}

impl Home {
    /// With a deck of so many cards. Card 7 asks `Quaestio 7/7` and is answered by `Responsum 7/7`: the number stands
    /// there twice, so that a screen which is only half drawn is not taken for another card.
    pub(super) fn with(cards: u32) -> Self {
        let mut deck = head();
        for n in 1..=cards {
            let _ = write!(deck, "  - id: card-{n}\n    q: Quaestio {n}/{n}\n    a: Responsum {n}/{n}\n");
        }
        Self::with_deck(&deck)
    }

    /// With this deck.
    pub(super) fn with_deck(text: &str) -> Self {
        let home = Self { folder: tempfile::tempdir().expect("a folder"), clock: morning(0) };
        home.paths().create().expect("folders");
        home.write_deck(text);
        // The scripts know the order of the deck.
        home.run(&["set", "new-order", "file"]);
        home
    }

    /// The clock stands at eight in the morning of this day.
    pub(super) fn on_day(&mut self, day: u32) {
        self.clock = morning(day);
    }

    /// Writes the deck.
    pub(super) fn write_deck(&self, text: &str) {
        write_atomically(&self.deck(), text.as_bytes()).expect("written");
    }

    /// The deck's file.
    pub(super) fn deck(&self) -> PathBuf {
        self.paths().decks().join("bench.yaml")
    }

    /// The folder that holds everything.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where things are.
    pub(super) fn paths(&self) -> Paths {
        Paths::find(Some(self.folder().into())).expect("a home")
    }

    /// The program in this home, in English, with nothing of the environment that the tests run in.
    pub(super) fn carabin(&self) -> CommandBuilder {
        self.command(env!("CARGO_BIN_EXE_carabin"))
    }

    /// Another program in the same environment.
    pub(super) fn command(&self, program: &str) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        command.cwd(self.folder());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "en_US.UTF-8");
        command.env("TZ", "UTC");
        command.env(HOME_VARIABLE, self.folder());
        command.env(CLOCK_VARIABLE, &self.clock);
        command
    }

    /// Starts the program.
    pub(super) fn start(&self) -> Terminal {
        Terminal::start(self.carabin(), USUAL)
    }

    /// Lets this home sync by itself through a folder.
    pub(super) fn sync_through(&self, place: &Path) {
        let place = place.display().to_string();
        self.run(&["sync", "init", &place, "--auto"]);
    }

    /// Changes a setting, and syncs.
    pub(super) fn sync(&self) {
        let minutes = self.clock.bytes().map(u32::from).sum::<u32>() % 60 + 1;
        self.run(&["set", "cap", &format!("{minutes}min")]);
        self.run(&["sync"]);
    }

    /// What `carabin doctor` finds that is not well.
    pub(super) fn ailments(&self) -> Vec<String> {
        let output = self.output(&["doctor", "--json"]);
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let findings = told["findings"].as_array().expect("findings").iter();
        let ailing = findings.filter(|finding| finding["level"] == "bad" || finding["level"] == "warning");
        let ailments: Vec<String> = ailing.map(ToString::to_string).collect();
        assert_eq!(output.status.success(), told["sound"] == true, "{told}");
        ailments
    }

    /// Runs a command that succeeds.
    fn run(&self, args: &[&str]) {
        let output = self.output(args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Runs a command to its end.
    fn output(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_carabin"));
        command.args(args).env_clear().current_dir(self.folder());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("TZ", "UTC");
        command.env(HOME_VARIABLE, self.folder()).env(CLOCK_VARIABLE, &self.clock);
        command.output().expect("it runs")
    }

    /// The review history.
    pub(super) fn journal(&self) -> Journal {
        Journal::open_read_only(&self.paths().journal()).expect("a journal")
    }

    /// The answers in force, in their order.
    pub(super) fn reviews(&self) -> Vec<Review> {
        let journal = self.journal();
        let mut cards: Vec<Locator> = Vec::new();
        let states = journal.for_each_state(|card, _| cards.push(card.parse().expect("a card")));
        states.expect("states");
        let mut events: Vec<StoredEvent> = Vec::new();
        for card in &cards {
            events.extend(journal.history(card).expect("its history"));
        }
        events.sort_by_key(|event| event.order);
        // A card that has two names has one history.
        events.dedup_by_key(|event| event.event.id);
        let records = events.iter().filter(|event| !event.void).filter_map(StoredEvent::record);
        records
            .filter_map(|record| if let Record::Review(review) = record { Some(review) } else { None })
            .collect()
    }

    /// The answers in force, in their order: the card's number and the rating.
    pub(super) fn answers(&self) -> Vec<(u32, Rating)> {
        let number = |review: &Review| {
            let name = review.card.to_string();
            name.strip_prefix("bench/card-")?.parse().ok()
        };
        let reviews = self.reviews();
        reviews
            .iter()
            .map(|review| (number(review).expect("a card with its number"), review.rating))
            .collect()
    }
}

/// The beginning of the deck, up to its cards.
pub(super) fn head() -> String {
    format!("format: 1\ndeck: {DECK}\ntitle: {TITLE}\nlanguage: en\ncards:\n")
}

/// Eight in the morning of a day in November, wherever the tests run.
fn morning(day: u32) -> String {
    let date = jiff::civil::date(2026, 11, 22).checked_add(jiff::Span::new().days(day)).expect("a date");
    format!("{date}T08:00+01:00[+01:00]")
}
