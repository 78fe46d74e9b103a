//! A student who types lines, with the real application behind.

use std::{io, path::Path, sync::Arc, time::Duration};

use super::*;
use crate::{
    app::{clock::StoppedClock, open::Opening, paths::Paths, scope::Scope, series::Series},
    i18n::Lang,
    study::{Setting, Wish},
};

const KINDS: &str = include_str!("../../../tests/it/screens/kinds-en.yaml");

mod clock;

/// A home with a deck of one card of each kind, at eight in the morning.
struct Desk {
    home: tempfile::TempDir,
    clock: Arc<StoppedClock>,
    lang: Lang,
}

impl Desk {
    fn new() -> Self {
        Self::with_deck(KINDS)
    }

    fn with_deck(deck: &str) -> Self {
        let home = tempfile::tempdir().expect("a home");
        let decks = home.path().join("data/decks");
        std::fs::create_dir_all(&decks).expect("a folder");
        crate::app::files::write_atomically(&decks.join("own.yaml"), deck.as_bytes()).expect("written");
        let wall = "2026-11-23T08:00:00+01:00[Europe/Paris]".parse().expect("a time");
        let new = Self { home, clock: Arc::new(StoppedClock::new(wall)), lang: Lang::En };
        // Intervals are to be the same on every machine.
        new.app().change_setting(Setting::Fuzz, Some("false")).expect("kept");
        new.app().change_setting(Setting::NewOrder, Some("file")).expect("kept");
        new
    }

    fn app(&self) -> App {
        let mut app = App::open(Opening {
            paths: Paths::find(Some(self.home.path().into())).expect("paths"),
            lang: Some(self.lang),
            locale: None,
            decks: Vec::new(),
            clock: Arc::clone(&self.clock) as _,
        })
        .expect("opened");
        app.refresh().expect("read");
        app
    }

    fn deck(&self) -> std::path::PathBuf {
        self.home.path().join("data/decks/own.yaml")
    }

    fn scope(app: &App) -> Scope {
        let own = app.deck_list().into_iter().find(|deck| deck.origin == "user").and_then(|deck| deck.id);
        Scope::deck(own.expect("the student's deck"))
    }

    /// What is said when `input` is typed in a session on the student's deck.
    fn study(&self, input: &str) -> String {
        let app = self.app();
        let scope = Self::scope(&app);
        Self::run(app, Some(&Begin::Queue(scope, Wish::default())), input)
    }

    fn home(&self, input: &str) -> String {
        let app = self.app();
        Self::run(app, None, input)
    }

    fn run(app: App, first: Option<&Begin>, input: &str) -> String {
        let mut output = Vec::new();
        let streams = Streams { input: &mut input.as_bytes(), output: &mut output, terminal: false };
        assert!(matches!(run(app, first, streams), Ok(Ended::Well)));
        String::from_utf8(output).expect("text")
    }

    fn answers(&self) -> u32 {
        self.app().stats().expect("figures").days.last().map_or(0, |day| day.answers)
    }
}

/// The lines that hold `word`.
fn lines<'t>(said: &'t str, word: &str) -> Vec<&'t str> {
    said.lines().filter(|line| line.contains(word)).collect()
}

#[test]
fn every_kind_is_asked_answered_marked_and_kept() {
    let desk = Desk::new();
    let said = desk.study("\n\n\n\nb\n\na c\n\nsophia\n\n");
    let ratings: Vec<&str> = lines(&said, "Kept: ")
        .into_iter()
        .filter_map(|line| line.strip_prefix("Kept: ")?.split(',').next())
        .collect();
    assert_eq!(ratings, ["good", "good", "good", "hard", "good"], "{said}");
    assert_eq!(desk.answers(), 5);
}

#[test]
fn a_rating_is_given_by_number_or_word_of_either_language_and_an_empty_line_takes_the_proposed_one() {
    for (typed, kept) in
        [("", "good"), ("1", "again"), ("difficile", "hard"), ("EASY", "easy"), ("à revoir", "again")]
    {
        let said = Desk::new().study(&format!("\n{typed}\n"));
        assert!(said.contains(&format!("Kept: {kept}, back in")), "{typed}: {said}");
    }
}

#[test]
fn what_is_not_understood_changes_nothing_and_is_told() {
    let desk = Desk::new();
    let said = desk.study("yes\n\nmaybe\n5\n/xyzzy\nahead\n");
    assert_eq!(lines(&said, "not what is expected").len(), 3, "{said}");
    assert_eq!(lines(&said, "no such word").len(), 1, "{said}");
    assert_eq!(lines(&said, "of no use here").len(), 1, "{said}");
    assert_eq!(desk.answers(), 0);
}

#[test]
fn a_nearly_right_answer_is_left_to_the_student() {
    let yaml = "format: 1\ndeck: d\ntitle: D\nlanguage: fr\ncards:\n  - id: a\n    qroc: Qui suit le patient ?\n    \
                answers: [médecin traitant]\n";
    for (decision, score, rating) in
        [("0,5", "0.5 points", "hard"), ("0", "0 points", "again"), ("juste", "1 point", "good")]
    {
        let desk = Desk::with_deck(yaml);
        let said = desk.study(&format!("le médecin tretent\nquoi\n{decision}\n\n"));
        assert!(said.contains("Almost"), "{said}");
        assert!(said.contains(&format!("{score} out of 1")), "{decision}: {said}");
        assert!(said.contains(&format!("Kept: {rating},")), "{decision}: {said}");
    }
}

#[test]
fn where_an_answer_is_typed_a_word_that_would_be_right_is_the_answer() {
    let yaml = |answer: &str| {
        format!(
            "format: 1\ndeck: d\ntitle: D\nlanguage: fr\ncards:\n  - id: a\n    qroc: Quoi ?\n    answers: [{answer}]\n"
        )
    };
    let said = Desk::with_deck(&yaml("temps")).study("temps\n\n");
    assert!(said.contains("Right, 1 point") && !said.contains("Time spent"), "{said}");
    let said = Desk::with_deck(&yaml("temps")).study("/temps\n");
    assert!(said.contains("Time spent") && !said.contains("point"), "{said}");
    let said = Desk::with_deck(&yaml("fièvre")).study("temps\n");
    assert!(said.contains("Time spent"), "{said}");
    let said = Desk::with_deck(&yaml("fièvre")).study("note de frais\n");
    assert!(
        said.contains("Wrong") && !said.contains("Note saved"),
        "an answer that begins with a word: {said}"
    );
}

#[test]
fn a_sign_is_a_word_where_it_cannot_be_an_answer() {
    let yaml = "format: 1\ndeck: d\ntitle: D\nlanguage: fr\ncards:\n  - id: a\n    qroc: Combien ?\n    answers: ['5']\n";
    let said = Desk::with_deck(yaml).study("?\n0\n\n");
    assert!(said.contains("quit (q): ") && said.contains("Your answer: 0"), "{said}");
    let said = Desk::with_deck(yaml).study("-\n\n");
    assert!(said.contains("Wrong, 0 point") && !said.contains("Your answer:"), "{said}");
    let said = Desk::new().study("\n\n\n\nb\n\n?\n0\n");
    assert!(said.contains("none (0): ") && said.contains("required, should be ticked"), "{said}");
}

#[test]
fn not_knowing_is_an_answer_too() {
    let yaml =
        "format: 1\ndeck: d\ntitle: D\nlanguage: fr\ncards:\n  - id: a\n    qroc: Quoi ?\n    answers: [x]\n";
    for word in ["idk", "nsp", "Je ne sais pas", "I don't know"] {
        let said = Desk::with_deck(yaml).study(&format!("\n{word}\n\n"));
        assert!(said.contains("Wrong, 0 point") && said.contains("Kept: again"), "{word}: {said}");
    }
}

#[test]
fn an_answer_is_taken_back_and_the_card_asked_again() {
    let desk = Desk::new();
    let said = desk.study("\n\nundo\n");
    assert_eq!(lines(&said, "Undone: answer to “Who votes the ONDAM").len(), 1, "{said}");
    assert_eq!(lines(&said, "Who votes the ONDAM").len(), 3, "asked, taken back, asked again: {said}");
    assert_eq!(desk.answers(), 0);
}

#[test]
fn an_answer_that_is_not_rated_yet_is_taken_back_before_the_one_that_is_kept() {
    let desk = Desk::new();
    let said = desk.study("\n\n\nundo\n\nundo\nundo\n");
    assert_eq!(lines(&said, "Answer taken back").len(), 2, "{said}");
    assert_eq!(lines(&said, "Undone: answer to").len(), 1, "{said}");
    assert_eq!(desk.answers(), 0);
}

#[test]
fn the_last_answer_is_taken_back_also_after_the_end_and_in_a_new_session() {
    let desk = Desk::new();
    desk.study("\n\n");
    assert_eq!(desk.answers(), 1);
    let said = desk.study("annuler\nannuler\n");
    assert!(said.contains("Once more to take it back") && said.contains("Undone: answer to"), "{said}");
    assert_eq!(desk.answers(), 0);
    desk.study("\n4\n");
    let said = desk.home("undo\nundo\nquit\n");
    assert!(said.contains("Undone: answer to"), "{said}");
    assert_eq!(desk.answers(), 0);
}

#[test]
fn a_card_is_put_aside_put_off_or_flagged() {
    let desk = Desk::new();
    let said = desk.study("flag\nf\nsuspend\nlater\n");
    assert!(said.contains("Flag 2."), "{said}");
    assert!(said.contains("Card suspended.") && said.contains("Card put off until tomorrow."), "{said}");
    let stats = desk.app().stats().expect("figures");
    let own = stats.decks.iter().find(|deck| deck.deck.as_str() == "formats-en").expect("the deck");
    assert_eq!(own.figures.suspended, 1);
}

#[test]
fn a_note_is_written_on_one_line_on_several_or_up_to_the_end_of_the_input() {
    let desk = Desk::new();
    desk.study("note see the sheet\n");
    let said = desk.study("note\nsecond\nthird\n.\n\n");
    assert!(said.contains("My note: see the sheet"), "{said}");
    assert!(said.contains("My note: second third"), "{said}");
    desk.study("note\nnot thrown away\n");
    let said = desk.study("note\n.\nnote -\n\n");
    assert!(said.contains("My note: not thrown away"), "{said}");
    let said = desk.study("note\n.\n");
    assert!(said.contains("No note on this card."), "{said}");
}

#[test]
fn a_card_can_be_repeated_with_everything_that_was_told() {
    let said = Desk::new().study("repeat\n\nr\n");
    assert_eq!(lines(&said, "Who votes the ONDAM").len(), 3, "{said}");
    assert_eq!(lines(&said, "Answer: ").len(), 2, "{said}");
}

#[test]
fn the_hint_the_time_and_the_progress_are_told() {
    let desk = Desk::new();
    let said = desk.study("hint\n\n\nindice\ntime\nscore\n");
    assert!(said.contains("Hint: Not the Government."), "{said}");
    assert!(said.contains("This card has no hint."), "{said}");
    assert!(said.contains("Time spent: 0\u{a0}s, and 0\u{a0}s on this card."), "{said}");
    assert!(said.contains("1 answer in 0\u{a0}s") && said.contains("100% recalled."), "{said}");
}

#[test]
fn an_edit_tells_the_place_and_reads_the_deck_again() {
    let desk = Desk::new();
    let said = desk.study("edit\n");
    let place = format!("File {}, line ", desk.deck().display());
    assert!(said.contains(&place), "{said}");
    assert_eq!(lines(&said, "Who votes").len(), 1, "nothing has changed");
}

/// Types lines, and mends the deck before one of them is heard.
struct Mending<'a> {
    rest: &'a [u8],
    deck: &'a Path,
    text: String,
    before: usize,
}

impl io::Read for Mending<'_> {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        unreachable!("lines are read through the buffer")
    }
}

impl BufRead for Mending<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.before == 0 {
            crate::app::files::write_atomically(self.deck, self.text.as_bytes())?;
        }
        // One line at a time.
        let end = self.rest.iter().position(|byte| *byte == b'\n').map_or(self.rest.len(), |at| at + 1);
        Ok(&self.rest[..end])
    }

    fn consume(&mut self, amount: usize) {
        self.rest = &self.rest[amount..];
        self.before = self.before.wrapping_sub(usize::from(amount > 0));
    }
}

#[test]
fn a_card_that_was_mended_meanwhile_is_asked_with_its_new_text() {
    for (from, to, expected) in [
        ("Who votes the ONDAM", "Who passes the ONDAM", "Who passes the ONDAM"),
        ("  - id: qa\n    q: ", "  - id: qa\n    qqq: ", "This card is no longer in the deck"),
    ] {
        let desk = Desk::new();
        let app = desk.app();
        let scope = Desk::scope(&app);
        let path = desk.deck();
        let text = KINDS.replace(from, to);
        assert_ne!(text, KINDS);
        let mut input = Mending { rest: b"edit\n", deck: &path, text, before: 0 };
        let mut output = Vec::new();
        let streams = Streams { input: &mut input, output: &mut output, terminal: false };
        run(app, Some(&Begin::Queue(scope, Wish::default())), streams).expect("ended");
        let said = String::from_utf8(output).expect("text");
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn only_steps_left_are_waited_for_as_long_as_the_student_wants() {
    let yaml = "format: 1\ndeck: d\ntitle: D\nlanguage: en\ncards:\n  - id: a\n    q: One?\n    a: One\n";
    let desk = Desk::with_deck(yaml);
    desk.app().change_setting(Setting::LearnAhead, Some("0")).expect("kept");
    let said = desk.study("\n\n\nhelp\nundo\n\n\n");
    assert_eq!(lines(&said, "The next one comes back at 08:10").len(), 3, "{said}");
    desk.clock.advance(Duration::from_secs(601));
    let said = desk.study("\n\n");
    assert!(said.contains("Kept: good, back in 2\u{a0}days."), "{said}");
}

#[test]
fn after_the_end_it_goes_on_ahead_or_home() {
    let yaml = "format: 1\ndeck: d\ntitle: D\nlanguage: en\ncards:\n  - id: a\n    q: One?\n    a: One\n";
    let desk = Desk::with_deck(yaml);
    let said = desk.study("\n4\nahead\nquit\n");
    assert!(!said.contains("“ahead”"), "what was answered today is not asked ahead: {said}");
    desk.clock.advance(Duration::from_secs(86_400));
    let said = desk.study("ahead\n\n3\nhome\nquit\n");
    assert_eq!(lines(&said, "One?").len(), 1, "{said}");
    assert_eq!(lines(&said, "Session finished").len(), 2, "{said}");
    assert!(said.contains("“ahead”"), "{said}");
    assert!(said.contains("Carabin, 24 November 2026."), "{said}");
}

#[test]
fn home_begins_with_everything_a_row_or_ahead() {
    let desk = Desk::new();
    let said = desk.home("decks\nobjectives\nranks\n1\nhome\n\nquit\n");
    assert!(said.contains("1. Everything: "), "{said}");
    assert!(said.contains("1. OIC-019-09-A "), "{said}");
    assert!(said.contains("1. Rank A: "), "{said}");
    assert_eq!(lines(&said, "Card 1 of ").len(), 2, "{said}");
    let said = desk.home("70\nxyzzy\nproblems\nhelp\n");
    assert_eq!(lines(&said, "not what is expected").len(), 2, "{said}");
    assert!(said.contains("All is well.") && said.contains("objectives: "), "{said}");
}

#[test]
fn the_words_that_are_told_are_those_that_work() {
    let desk = Desk::new();
    let said = desk.study("help\n");
    for line in
        said.lines().skip_while(|line| !line.starts_with("hint (h)")).take_while(|line| !line.contains('/'))
    {
        let word = line.split([' ', ':']).next().expect("a word");
        if matches!(word, "quit" | "home" | "suspend" | "later") {
            continue;
        }
        let tried = desk.study(&format!("{word}\n.\n"));
        assert!(!tried.contains("of no use here"), "{word}: {tried}");
    }
}

/// Takes so many bytes, then nobody reads any more.
struct Pipe {
    room: usize,
    taken: Vec<u8>,
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.room == 0 {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let count = bytes.len().min(self.room);
        self.taken.extend_from_slice(&bytes[..count]);
        self.room -= count;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn wherever_the_pipe_breaks_the_session_ends_quietly_and_what_was_said_to_be_kept_is_kept() {
    let whole = Desk::new().study("\n\n\n\n\n").len();
    for room in (0..whole).step_by(whole / 7) {
        let desk = Desk::new();
        let app = desk.app();
        let scope = Desk::scope(&app);
        let mut pipe = Pipe { room, taken: Vec::new() };
        let streams = Streams { input: &mut &b"\n\n\n\n\n"[..], output: &mut pipe, terminal: false };
        assert!(matches!(run(app, Some(&Begin::Queue(scope, Wish::default())), streams), Ok(Ended::Well)));
        let told = lines(&String::from_utf8_lossy(&pipe.taken), "Kept: ").len();
        assert!(desk.answers() as usize >= told, "{room}");
    }
}

#[test]
fn an_output_that_fails_is_an_error() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let desk = Desk::new();
    let streams = Streams { input: &mut &b""[..], output: &mut Full, terminal: false };
    assert!(run(desk.app(), None, streams).is_err());
}

#[test]
fn the_language_of_the_interface_is_not_that_of_the_words() {
    let desk = Desk { lang: Lang::Fr, ..Desk::new() };
    let said = desk.study("help\n\ngood\nquit\n");
    assert!(said.contains("quitter (q)\u{a0}:"), "{said}");
    assert!(said.contains("Gardé\u{a0}: correct"), "{said}");
}

/// A desk with one card of the deck of formats.
fn with_format(id: &str) -> Desk {
    const FORMATS: &str = include_str!("../../../tests/it/screens/formats-en.yaml");
    let (head, cards) = FORMATS.split_once("cards:\n").expect("cards");
    let card = cards.split("  - id: ").find(|card| card.starts_with(&format!("{id}\n"))).expect("the card");
    Desk::with_deck(&format!("{head}cards:\n  - id: {card}"))
}

#[test]
fn a_qrp_tells_how_many_are_right_and_takes_no_more() {
    let said = with_format("qrp").study("a b c d\na c e\n\n");
    assert!(said.contains("QRP, 3 answers to tick"), "{said}");
    assert!(said.contains("3 answers are expected, no more."), "{said}");
    assert!(said.contains("Right, 1 point out of 1."), "{said}");
}

#[test]
fn a_list_is_recalled_line_by_line() {
    let said = with_format("list").study("\nAT\npension\nretirement\nat\nprogress\n\nmaybe\nyes\n\n");
    for line in [
        "Right: accidents at work",
        "Almost, to be decided at the end: pension",
        "Not in the list: retirement",
        "Already said: at",
        "Missing: death",
        "Partly right, 0.4 points out of 1, 2 of 5.",
        "Kept: again,",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    let said = with_format("list").study("death\nidk\n\n");
    assert!(said.contains("Partly right, 0.2 points out of 1, 1 of 5."), "{said}");
}

#[test]
fn places_of_a_text_are_named_by_their_numbers() {
    let said = with_format("zone").study("1 2 4\n2 3\n\n");
    for line in [
        "Zone, 2 places to point at",
        "2. The Cnam alone signs the agreements\n",
        "2 places are expected, no more.",
        "Partly right, 0.5 points out of 1.",
        "To be pointed at, and found: The Cnam alone signs",
        "Wrongly pointed at: The CPAM pay",
        "Should have been pointed at: The Urssaf",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    let said = with_format("zone-words").study("none\n\n");
    assert!(said.contains("Sodium is 139, potassium is 2.6, calcium"), "{said}");
    assert!(said.contains("Wrong, 0 point"), "{said}");
}

#[test]
fn a_flash_is_a_series_and_what_was_missed_is_gone_over_by_a_word() {
    let desk = Desk::new();
    let app = desk.app();
    let flash = Begin::Series(Series::flash(Desk::scope(&app), Some(2)));
    let said = Desk::run(app, Some(&flash), "a\n\nidk\na\n\nmissed\n");
    assert_eq!(lines(&said, "Card 1 of 2").len(), 2, "{said}");
    assert!(said.contains("2 cards missed"), "{said}");
    let said = desk.home("missed\nquit\nquit\n");
    assert!(said.contains("Card 1 of 2"), "{said}");
    let nothing = Begin::Series(Series::missed_today());
    let said = Desk::run(Desk::new().app(), Some(&nothing), "");
    assert!(said.contains("Nothing was missed") && !said.contains("Carabin,"), "{said}");
}

#[test]
fn a_reason_is_a_word_and_what_was_misread_comes_again() {
    let desk = Desk::new();
    let said = desk.study("\nreason\nreason 3 the LFSS\n\n\nreason misread\n\nquit\n");
    assert!(said.contains("4. misread"), "{said}");
    assert!(said.contains("Reason: confused with “the LFSS”"), "{said}");
    assert!(said.contains("Kept: again"), "{said}");
    assert!(said.contains("Kept for practice"), "{said}");
    assert_eq!(desk.answers(), 1, "the other one is practice");
    let said = desk.home("mistake 232 rushed Light's criteria\nnotebook\nquit\n");
    assert!(said.contains("Noted in the notebook"), "{said}");
    assert!(said.contains("3 missed in the last thirty days"), "{said}");
    assert!(said.contains("rushed: Light's criteria"), "{said}");
}

#[test]
fn what_is_old_is_asked_about_before_it_is_taken_back() {
    let desk = Desk::new();
    desk.study("\n\nquit\n");
    desk.clock.advance(Duration::from_secs(7200));
    let said = desk.home("undo\nquit\n");
    assert!(said.contains("Once more to take it back"), "{said}");
    assert_eq!(desk.answers(), 1);
    desk.home("undo\nundo\nquit\n");
    assert_eq!(desk.answers(), 0);
}
