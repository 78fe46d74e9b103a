//! The program is killed at random moments, again and again, and nothing that it acknowledged is lost.
//!
//! An answer is acknowledged once the next card (or the end of the session) is on the screen. So the test plays a student
//! who answers, and now and then takes an answer back, until an axe falls: after a random number of keys, and a random
//! little while. What the program has written until then is still read: a frame that reached the terminal counts. Then
//! the journal must hold exactly what was acknowledged, and of what was not at most the one thing that was on its way;
//! and the next start must work.
//!
//! `CARABIN_KILLS` gives another number of kills, `CARABIN_KILL_SEED` repeats what chance chose (what the machine did
//! meanwhile, nothing repeats). All the time the home syncs through a folder, in which a second one must find everything.
//! After each kill `carabin doctor` must find nothing.

use std::{
    env, fs,
    hash::{BuildHasher as _, RandomState},
    thread,
    time::Duration,
};

use carabin::memory::Rating;
use rand::{RngExt as _, SeedableRng as _, rngs::ChaCha8Rng, seq::IndexedRandom as _};

use super::{
    axe::Axe,
    home::Home,
    sitting::{DOWN, ENTER, SPACE, Shown, say},
    terminal::{Over, Screen, Terminal},
};

const KILLS: u32 = 25;
const CARDS: u32 = 400;

/// Something whose acknowledgement is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Answer(u32, Rating),
    Undo,
}

/// The answers in force, in their order.
type Answers = Vec<(u32, Rating)>;

fn after(mut answers: Answers, deed: Deed) -> Answers {
    match deed {
        Deed::Answer(card, rating) => answers.push((card, rating)),
        Deed::Undo => {
            answers.pop();
        }
    }
    answers
}

/// A student at a terminal above which an axe hangs.
struct Student<'a> {
    terminal: Terminal,
    chance: &'a mut ChaCha8Rng,
    /// How many keys are typed before it falls, and how long after the last of them.
    keys: u32,
    delay: Duration,
    axe: Option<Axe>,
    /// What was acknowledged.
    kept: Answers,
    /// How much of it is of former days: taking that back is asked about first.
    old: usize,
    /// What is on its way.
    pending: Option<Deed>,
    /// The screen still says that something was taken back: a second time could not be told from the first.
    says_undone: bool,
}

impl Student<'_> {
    /// Types a key; the axe falls after the last one.
    fn press(&mut self, key: &str) {
        self.terminal.send(key);
        self.keys = self.keys.saturating_sub(1);
        if self.keys == 0
            && let Some(axe) = self.axe.take()
        {
            let delay = self.delay;
            thread::spawn(move || {
                thread::sleep(delay);
                axe.fall();
            });
        }
    }

    /// Answers cards until the program is dead.
    fn study(&mut self) {
        let mut last = None;
        loop {
            let pending = self.pending;
            let seen = self.terminal.wait("another screen", |screen| news(screen, last, pending));
            let (shown, over) = match seen {
                Ok(shown) => (shown, false),
                // The last that it wrote before it died may be the acknowledgement.
                Err(Over(screen)) => match news(&screen, last, pending) {
                    Some(shown) => (shown, true),
                    None => return,
                },
            };
            if let Some(deed) = self.pending.take() {
                self.says_undone = deed == Deed::Undo;
                self.kept = after(std::mem::take(&mut self.kept), deed);
            }
            if over {
                return;
            }
            last = Some(shown);
            self.go_on(shown);
        }
    }

    fn go_on(&mut self, shown: Shown) {
        match shown {
            Shown::Home { chosen: false, .. } => self.press(DOWN),
            Shown::Home { chosen: true, .. } | Shown::Summary => self.press(ENTER),
            Shown::Waiting => self.press("q"),
            Shown::Question(_)
                if self.kept.len() > self.old && !self.says_undone && self.chance.random_range(0..8) == 0 =>
            {
                self.pending = Some(Deed::Undo);
                self.press("u");
            }
            Shown::Question(_) => self.press(SPACE),
            Shown::Answer(card) => {
                let rating = *Rating::ALL.choose(self.chance).expect("four");
                self.pending = Some(Deed::Answer(card, rating));
                self.press(&rating.number().to_string());
            }
        }
    }
}

/// The screen, if it is another than the `last` one, or tells that what is `pending` was done.
fn news(screen: &Screen, last: Option<Shown>, pending: Option<Deed>) -> Option<Shown> {
    let shown = Shown::on(screen)?;
    match pending {
        Some(Deed::Undo) => {
            (matches!(shown, Shown::Question(_)) && screen.shows(&say("undone"))).then_some(shown)
        }
        _ => (Some(shown) != last).then_some(shown),
    }
}

#[test]
fn whenever_it_is_killed_it_has_kept_what_it_acknowledged() {
    let number = |name| env::var(name).ok().and_then(|text: String| text.parse::<u64>().ok());
    let kills =
        number("CARABIN_KILLS").map_or(KILLS, |kills| u32::try_from(kills).expect("a number of kills"));
    let seed = number("CARABIN_KILL_SEED").unwrap_or_else(|| RandomState::new().hash_one(()));
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut home = Home::with(CARDS);
    // Each session syncs by itself at its start, while answers are given, and the axe falls into that as well.
    let place = tempfile::tempdir().expect("a place");
    home.sync_through(place.path());
    let mut other = Home::with(CARDS);
    other.sync_through(place.path());
    let mut kept = Answers::new();
    let (mut acknowledged, mut surprised) = (0, 0);
    for round in 1..=kills {
        // A new day brings new cards and reviews.
        home.on_day(round);
        let keys = if chance.random_bool(0.2) { 0 } else { chance.random_range(1..40_u32) };
        // The index can be made again at any time: sometimes the program dies while it does.
        if chance.random_bool(0.3) {
            let _ = fs::remove_dir_all(home.paths().cache);
        }
        // Most windows are small, so most delays are.
        let longest = if keys == 0 { 300_000 } else { 20_000_u64 };
        let share: f64 = chance.random_range(0.0..1.0);
        let delay = Duration::from_micros(longest).mul_f64(share * share);
        let told = format!("CARABIN_KILL_SEED={seed}, kill {round} of {kills}: {delay:?} after key {keys}");

        let mut terminal = home.start();
        let axe = terminal.axe();
        let before = kept.len();
        let mut student = Student {
            terminal,
            chance: &mut chance,
            keys,
            delay,
            axe: Some(axe),
            kept,
            old: before,
            pending: None,
            says_undone: false,
        };
        if keys == 0 {
            student.press("");
        }
        student.study();
        let ended = student.terminal.end();
        assert_eq!(
            ended.signal.as_deref(),
            Some("Killed"),
            "{told}: it was killed, not ended: {}",
            ended.code
        );

        let found = if home.paths().journal().exists() { home.answers() } else { Answers::new() };
        let (pending, acknowledged_now) = (student.pending, student.kept);
        let with_pending = pending.map(|deed| after(acknowledged_now.clone(), deed));
        assert!(
            found == acknowledged_now || Some(&found) == with_pending.as_ref(),
            "{told}\npending: {pending:?}\nacknowledged: {acknowledged_now:?}\nfound:        {found:?}"
        );
        assert_eq!(home.ailments(), [""; 0], "{told}: the doctor finds nothing");
        surprised += u32::from(found != acknowledged_now);
        acknowledged += acknowledged_now.len().saturating_sub(before);
        kept = found;
        // A second device takes what there is, and has a setting to give, so that the next session has something to take.
        if chance.random_bool(0.2) {
            other.on_day(round);
            other.sync();
        }
    }

    let terminal = home.start();
    terminal.see_home();
    assert_eq!(home.ailments(), [""; 0], "CARABIN_KILL_SEED={seed}: beside a session");
    drop(terminal);
    home.on_day(kills + 1);
    home.sync();
    other.on_day(kills + 1);
    other.sync();
    assert_eq!(other.answers(), kept, "CARABIN_KILL_SEED={seed}: what was kept has reached the other device");
    assert_eq!(other.ailments(), [""; 0], "CARABIN_KILL_SEED={seed}");
    assert!(acknowledged > 0, "the axe fell too early each time");
    println!(
        "{kills} kills, {acknowledged} answers acknowledged, {surprised} kept without having been acknowledged"
    );
}
