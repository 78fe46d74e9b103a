//! What the clock does in the middle of a session, told in lines.

use std::{collections::VecDeque, io::Read};

use super::*;

const WEEK: Duration = Duration::from_secs(7 * 24 * 60 * 60);

const WRONG: &str = "2036-11-23T08:01:00+01:00[Europe/Paris]";
const RIGHT: &str = "2026-11-23T08:05:00+01:00[Europe/Paris]";

const DECK: &str = "format: 1\ndeck: own\ntitle: Propre\nlanguage: fr\ncards:\n  - id: a\n    q: Une ?\n    a: Un.\n  \
                    - id: b\n    q: Deux ?\n    a: Deux.\n  - id: c\n    q: Trois ?\n    a: Trois.\n";

/// What happens while a line is typed.
type Meanwhile = Box<dyn Fn(&StoppedClock)>;

/// A student who types slowly.
struct Typist {
    lines: VecDeque<(Meanwhile, &'static str)>,
    clock: Arc<StoppedClock>,
    line: &'static [u8],
}

impl Read for Typist {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Typist {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.line.is_empty()
            && let Some((meanwhile, line)) = self.lines.pop_front()
        {
            meanwhile(&self.clock);
            self.line = line.as_bytes();
        }
        Ok(self.line)
    }

    fn consume(&mut self, bytes: usize) {
        self.line = &self.line[bytes..];
    }
}

fn typed(line: &'static str) -> (Meanwhile, &'static str) {
    (Box::new(|_| ()), line)
}

fn after(time: Duration, line: &'static str) -> (Meanwhile, &'static str) {
    (Box::new(move |clock| clock.advance(time)), line)
}

fn set_to(wall: &'static str, line: &'static str) -> (Meanwhile, &'static str) {
    (Box::new(move |clock| clock.set(wall.parse().expect("a time"))), line)
}

/// What is said to a French student, and how the session ends.
fn told<const N: usize>(lines: [(Meanwhile, &'static str); N]) -> (String, Ended, Desk) {
    let mut desk = Desk::with_deck(DECK);
    desk.lang = Lang::Fr;
    let mut output = Vec::new();
    let app = desk.app();
    let begin = Begin::Queue(Desk::scope(&app), Wish::default());
    let mut input = Typist { lines: lines.into(), clock: Arc::clone(&desk.clock), line: &[] };
    let streams = Streams { input: &mut input, output: &mut output, terminal: false };
    let ended = run(app, Some(&begin), streams).expect("it runs");
    (String::from_utf8(output).expect("text"), ended, desk)
}

fn days(desk: &Desk) -> Vec<(String, u32)> {
    let stats = desk.app().stats().expect("figures");
    let answered = stats.days.iter().filter(|day| day.answers > 0);
    answered.map(|day| (day.date.to_string(), day.answers)).collect()
}

#[test]
fn a_lid_that_was_closed_for_a_week_is_told_before_the_line_is_taken() {
    let (said, ended, desk) =
        told([typed("\n"), typed("3\n"), typed("\n"), after(WEEK, "3\n"), typed("\n"), typed("3\n")]);
    assert!(matches!(ended, Ended::Well));
    insta::assert_snapshot!(said);
    assert_eq!(days(&desk), [("2026-11-23".to_owned(), 1), ("2026-11-30".to_owned(), 2)]);
}

#[test]
fn a_clock_that_was_set_is_asked_about_before_the_answer_is_kept() {
    let (said, ended, desk) =
        told([typed("\n"), set_to(WRONG, "3\n"), typed("quoi\n"), typed("2\n"), typed("\n")]);
    assert!(matches!(ended, Ended::Well));
    insta::assert_snapshot!(said);
    desk.clock.set(RIGHT.parse().expect("a time"));
    assert_eq!(days(&desk), [("2026-11-23".to_owned(), 1)]);
}

#[test]
fn an_answer_that_waits_for_the_date_when_the_input_ends_is_told_as_not_kept() {
    let (_, ended, desk) = told([typed("\n"), set_to(WRONG, "3\n")]);
    assert!(matches!(ended, Ended::Unkept));
    desk.clock.set(RIGHT.parse().expect("a time"));
    assert_eq!(days(&desk), []);
}
