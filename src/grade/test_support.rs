//! Short ways to write questions in tests.

use crate::card::{Choice, List, Opt, Qroc, Text, Verdict};

/// Options from marks: `+` right, `!` required, `-` wrong, `x` unacceptable.
pub(super) fn choice(marks: &str) -> Choice {
    let options = marks
        .chars()
        .enumerate()
        .map(|(i, c)| Opt {
            text: Text::clean(&format!("option {i}")),
            verdict: match c {
                '+' => Verdict::Correct,
                '!' => Verdict::Required,
                'x' => Verdict::Unacceptable,
                _ => Verdict::Wrong,
            },
            why: None,
        })
        .collect();
    Choice { prompt: "?".into(), options }
}

pub(super) fn qroc(answers: &[&str]) -> Qroc {
    Qroc {
        prompt: "Que répondre ?".into(),
        answers: answers.iter().map(|&a| a.into()).collect(),
        accept: Vec::new(),
        expand: false,
    }
}

pub(super) fn list(items: &[&[&str]], ordered: bool) -> List {
    let items = items.iter().map(|i| i.iter().map(|&s| s.into()).collect()).collect();
    List { prompt: "Que citer ?".into(), items, ordered }
}
