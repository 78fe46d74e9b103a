//! A paper as a file that friends sit identically.
//!
//! Plain text in UTF-8, one `key: value` a line; blank lines and lines that begin with `#` are passed over. The first line
//! says what it is:
//!
//! ```text
//! carabin-paper: 1
//! language: fr
//! minutes: 108
//! seed: 42
//! unit: no
//! card: edn-019-missions-fr/leviers 0123456789abcdef
//! card: edn-019-missions-fr/dossier-sophia fedcba9876543210
//! ```
//!
//! - `language`: that of all its questions (BCP 47);
//! - `minutes`: the time without any extra time, which is each candidate's own;
//! - `seed`: decides the order of the options, card by card (ChaCha8 over `options DECK/CARD`);
//! - `unit`: whether it was composed as a whole unit of the exam;
//! - `card`: a question, or a case as a whole, in the order of the paper: its locator and the fingerprint of its text.
//!
//! Two papers with the same [`Paper::id`] are the same paper.

use std::fmt::Write as _;

use super::{MOST_MINUTES, MOST_QUESTIONS};
use crate::card::{Fingerprint, Locator, Text};

/// A paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The language of its questions.
    pub language: Text,
    /// The time, in minutes, without extra time.
    pub minutes: u32,
    /// What decides the order of the options.
    pub seed: u64,
    /// It was composed as a whole unit of the exam.
    pub unit: bool,
    /// The cards in their order.
    pub items: Vec<PaperItem>,
}

/// A card of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperItem {
    /// Which.
    pub card: Locator,
    /// Its text.
    pub fingerprint: Fingerprint,
}

/// What is wrong with a paper's file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// It is something else.
    #[error("not a paper")]
    NotAPaper,
    /// It was written by a newer version.
    #[error("a newer format")]
    Newer,
    /// A line is not as it should be.
    #[error("line {line}")]
    Line {
        /// Its number, from 1.
        line: usize,
        /// What it says, shortened.
        text: Text,
    },
    /// It has no card, or too many.
    #[error("no card, or too many")]
    Cards,
}

const FORMAT: u32 = 1;
const LONGEST_ECHO: usize = 60;

impl Paper {
    /// What the paper is known by: 16 hexadecimal digits over its language, seed and cards.
    #[must_use]
    pub fn id(&self) -> String {
        let mut text = format!("carabin paper\n{}\n{}\n", self.language, self.seed);
        for item in &self.items {
            // Writing to a string does not fail.
            let _ = writeln!(text, "{} {}", item.card, item.fingerprint);
        }
        blake3::hash(text.as_bytes()).to_hex().as_str()[..16].to_owned()
    }

    /// The text of its file.
    #[must_use]
    pub fn write(&self) -> String {
        let Self { language, minutes, seed, unit, items } = self;
        let unit = if *unit { "yes" } else { "no" };
        let mut text = format!(
            "carabin-paper: {FORMAT}\nlanguage: {language}\nminutes: {minutes}\nseed: {seed}\nunit: {unit}\n"
        );
        for item in items {
            let _ = writeln!(text, "card: {} {}", item.card, item.fingerprint);
        }
        text
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// When it is not a paper that this version knows.
    pub fn read(text: &str) -> Result<Self, PaperError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut paper =
            Self { language: Text::default(), minutes: 0, seed: 0, unit: false, items: Vec::new() };
        let mut known = false;
        for (line, number) in text.lines().zip(1..) {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let wrong = || PaperError::Line {
                line: number,
                text: Text::one_line(&line.chars().take(LONGEST_ECHO).collect::<String>()),
            };
            let (key, value) = line.split_once(':').map(|(k, v)| (k.trim(), v.trim())).unwrap_or_default();
            if !known {
                let format = value.parse::<u32>().ok().filter(|_| key == "carabin-paper");
                match format.ok_or(PaperError::NotAPaper)? {
                    FORMAT => known = true,
                    _ => return Err(PaperError::Newer),
                }
                continue;
            }
            match key {
                "language" => paper.language = Text::one_line(value),
                "minutes" => {
                    let minutes = value.parse().ok().filter(|n| (1..=MOST_MINUTES).contains(n));
                    paper.minutes = minutes.ok_or_else(wrong)?;
                }
                "seed" => paper.seed = value.parse().map_err(|_| wrong())?,
                "unit" => paper.unit = value == "yes",
                "card" => {
                    let (card, print) = value.split_once(char::is_whitespace).ok_or_else(wrong)?;
                    let card: Locator = card.parse().map_err(|_| wrong())?;
                    let fingerprint = print.trim().parse().map_err(|_| wrong())?;
                    if card.part.is_some() || paper.items.iter().any(|item| item.card == card) {
                        return Err(wrong());
                    }
                    paper.items.push(PaperItem { card, fingerprint });
                }
                // What a newer version adds without raising the number may be passed over.
                _ => {}
            }
        }
        if !known {
            return Err(PaperError::NotAPaper);
        }
        if paper.items.is_empty() || paper.items.len() > MOST_QUESTIONS {
            return Err(PaperError::Cards);
        }
        if paper.minutes == 0 {
            paper.minutes = super::minutes_for(paper.items.len());
        }
        Ok(paper)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn paper() -> Paper {
        let item = |name: &str| PaperItem {
            card: name.parse().expect("a locator"),
            fingerprint: Fingerprint::of(name),
        };
        Paper {
            language: "fr".into(),
            minutes: 108,
            seed: 42,
            unit: false,
            items: vec![item("d/a"), item("d/~0123456789abcdef")],
        }
    }

    #[test]
    fn a_paper_reads_as_it_was_written_whatever_is_put_around_it() {
        let text = paper().write();
        assert_eq!(Paper::read(&text), Ok(paper()));
        let noted = format!("\u{feff}# Pour Léa\r\n\n{}later: x\n", text.replace('\n', "\r\n"));
        assert_eq!(Paper::read(&noted), Ok(paper()));
    }

    #[test]
    fn the_file_and_the_id_stay_what_they_are() {
        // Files that friends have: a change here needs a new format.
        assert_eq!(
            paper().write(),
            "carabin-paper: 1\nlanguage: fr\nminutes: 108\nseed: 42\nunit: no\n\
             card: d/a c9ba0db1c3ea7bd5\ncard: d/~0123456789abcdef fa57ec549b34f1d8\n"
        );
        assert_eq!(paper().id(), "de4e87a07a5154c4");
    }

    #[test]
    fn the_time_does_not_make_another_paper_but_a_question_does() {
        let longer = Paper { minutes: 144, ..paper() };
        let mut other = paper();
        other.items.pop();
        assert_eq!(longer.id(), paper().id());
        assert_ne!(other.id(), paper().id());
    }

    #[test]
    fn what_is_no_paper_is_told_with_its_line() {
        assert_eq!(Paper::read("format: 1\ndeck: x\n"), Err(PaperError::NotAPaper));
        assert_eq!(Paper::read(""), Err(PaperError::NotAPaper));
        assert_eq!(Paper::read("carabin-paper: 2\n"), Err(PaperError::Newer));
        assert_eq!(Paper::read("carabin-paper: 1\n"), Err(PaperError::Cards));
        let line = |text: &str| match Paper::read(&format!("carabin-paper: 1\n{text}\n")) {
            Err(PaperError::Line { line, text }) => (line, text.to_string()),
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(line("card: d/a"), (2, "card: d/a".to_owned()));
        assert_eq!(line("minutes: \u{1b}[31m0").1, "minutes: [31m0");
        assert_eq!(line("card: d/a c9ba0db1c3ea7bd5\ncard: d/a c9ba0db1c3ea7bd5").0, 3);
        assert_eq!(line("card: d/a#c1 c9ba0db1c3ea7bd5").0, 2, "a whole card, no part of one");
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in ".{0,200}") {
            let _ = Paper::read(&text);
            let _ = Paper::read(&format!("carabin-paper: 1\n{text}"));
        }
    }
}
