//! What a student can share with a teacher: their answers, without what tells who they are.
//!
//! JSON Lines. The first is a [`Head`], each other one a [`Shared`] answer, in the order of weeks. What is in them, and what
//! is not:
//!
//! - **Weeks, not days**: the week in which it was answered, and how long it took, in whole seconds. Answers of a week stand in
//!   the order of the cards. (Days would give a student away to who sees who works when: of 120 students, simulated
//!   over 90 days, 68 % were told apart by 10 days on which they were known to have worked or not, 94 % by 20. That somebody worked in
//!   a week tells nearly nothing. Who holds the same history otherwise, in a package of Anki say, will know it again in any case.)
//! - **No names of devices, no ids of events.** The student and each answer are numbers made by a keyed hash of nothing and of
//!   the event's id. The key is 16 random bytes that are made for the first export and stay in the history: without it nobody
//!   can try ids until one fits. The numbers are the same in every export of this history, so that a teacher who collects
//!   twice counts once (two devices that have each exported before they first met are two students until then).
//! - **The card as the deck names it**, and the fingerprint of the version that was shown.
//! - **What was chosen**: options, places of a text, steps of a scale, points of a picture; as texts only where they stand word
//!   for word in the card, so nothing that the student wrote slips through.
//! - **What was typed only when the student wants it so**: it is what helps a teacher most, and what can give a student away.
//! - **No notes, no settings, no details of mistakes** (their kind, a word such as `confused`, is there).
//! - Answers that were taken back are left out. Of a mock exam each question is an answer, with the context `exam`.

mod collect;
mod texts;

use std::io::{self, BufRead, Read as _};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use collect::Choice;

/// What an export is called in its first line.
const NAME: &str = "anonymous";

/// The version of the lines below.
const VERSION: u64 = 1;

/// The longest line that is read, in bytes.
const LONGEST_LINE: u64 = 1 << 20;

/// The first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// [`NAME`], by which the file is known.
    carabin: String,
    /// The version of the format: 1.
    pub v: u64,
    /// The student, as 16 hexadecimal digits.
    pub student: String,
    /// How many answers follow.
    pub answers: u64,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shared {
    /// The answer, as 16 hexadecimal digits.
    pub answer: String,
    /// The card, or `card#part`, or `card#question` of a case.
    pub card: String,
    /// The version of the card that was shown.
    pub fingerprint: String,
    /// The Monday of the week of the day of study.
    pub week: Date,
    /// Where it was asked: `study`, `ahead`, `series`, `exam`, ….
    pub context: String,
    /// Whether it is the student's first answer to this card.
    pub first: bool,
    /// 1 (again) to 4 (easy); absent in an exam.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<u8>,
    /// 0 to 1; absent where nothing is marked, or a question of an exam was left blank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Whether the student decided the score, where the program was unsure.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub decided_by_student: bool,
    /// What was chosen, word for word as the card has it. Absent where nothing can be chosen, empty where nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Vec<String>>,
    /// What was typed, where the student shares it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<String>,
    /// Why it was wrong, by a word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How long it took, in seconds.
    pub seconds: u32,
}

/// Why a file is no such export.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It cannot be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Its first line is not that of such an export.
    #[error("not an anonymous export")]
    Foreign,
    /// A newer Carabin has written it.
    #[error("of a newer version")]
    Newer,
}

/// Reads an export. Lines that are torn are counted and left out. The texts are foreign: clean them before they are shown.
///
/// # Errors
/// When it is not an anonymous export of a version that this program knows.
pub fn read(reader: &mut impl BufRead) -> Result<(Head, Vec<Shared>, usize), ReadError> {
    let mut line = Vec::new();
    let mut next = |line: &mut Vec<u8>| -> io::Result<bool> {
        line.clear();
        let length = reader.by_ref().take(LONGEST_LINE).read_until(b'\n', line)?;
        if length as u64 == LONGEST_LINE && line.last() != Some(&b'\n') {
            reader.skip_until(b'\n')?;
            line.clear();
        }
        Ok(length > 0)
    };
    next(&mut line)?;
    let head: Head = serde_json::from_slice(&line).map_err(|_| ReadError::Foreign)?;
    if head.carabin != NAME {
        return Err(ReadError::Foreign);
    }
    if head.v > VERSION {
        return Err(ReadError::Newer);
    }
    let (mut answers, mut torn) = (Vec::new(), 0);
    while next(&mut line)? {
        match serde_json::from_slice(&line) {
            Ok(answer) => answers.push(answer),
            Err(_) if line.trim_ascii().is_empty() => {}
            Err(_) => torn += 1,
        }
    }
    Ok((head, answers, torn))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_an_export_of_this_kind_is_refused() {
        let read = |text: &str| read(&mut text.as_bytes());
        assert!(matches!(read(""), Err(ReadError::Foreign)));
        assert!(matches!(read("{\"carabin\":\"journal\",\"events\":3,\"v\":1}\n"), Err(ReadError::Foreign)));
        let newer = "{\"carabin\":\"anonymous\",\"v\":2,\"student\":\"00\",\"answers\":1}\n";
        assert!(matches!(read(newer), Err(ReadError::Newer)));
    }

    #[test]
    fn torn_lines_are_counted_and_the_others_read() {
        let text = concat!(
            "{\"carabin\":\"anonymous\",\"v\":1,\"student\":\"00\",\"answers\":2}\n",
            "{\"answer\":\"01\",\"card\":\"d/x\",\"fingerprint\":\"f\",\"week\":\"2026-11-16\",\"context\":\"study\",",
            "\"first\":true,\"rating\":3,\"seconds\":4}\n",
            "\n{\"answer\":\"02\",\"ca",
        );
        let (head, answers, torn) = read(&mut text.as_bytes()).expect("an export");
        assert_eq!((head.answers, answers.len(), torn), (2, 1, 1));
        assert_eq!(answers[0].rating, Some(3));
    }
}
