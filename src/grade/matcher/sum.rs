//! Adding up the words of a number.

use super::{language::Language, number_words::Part};

/// A number while it is being read.
#[derive(Default)]
pub(super) struct Sum {
    /// What is complete: the thousands and above.
    done: u64,
    /// What is below a thousand; `None` before its first word.
    open: Option<u64>,
    /// The last power of ten; they only go down.
    scale: Option<u64>,
}

impl Sum {
    pub(super) fn value(&self) -> u64 {
        self.done.saturating_add(self.open.unwrap_or(0))
    }

    /// Whether "et" or "and" may come here.
    pub(super) fn takes_and(&self, language: Language) -> bool {
        match language {
            Language::English => self.open.is_none_or(|v| v > 0 && v % 100 == 0),
            _ => self.open.is_some_and(|v| v % 10 == 0 && (20..=60).contains(&(v % 100))),
        }
    }

    /// Adds a word; `false` when it does not continue the number.
    pub(super) fn add(&mut self, part: Part, language: Language) -> bool {
        match part {
            Part::Small(value) => {
                let Some(open) = self.open else {
                    self.open = Some(value);
                    return true;
                };
                let below = open % 100;
                let fits = if language == Language::English {
                    (below == 0 && open > 0) || (value < 10 && value > 0 && below >= 20 && below % 10 == 0)
                } else {
                    (below == 0 && open > 0)
                        || (below == 4 && value == 20)
                        || ((1..10).contains(&value) && below >= 20 && below % 10 == 0)
                        || ((10..20).contains(&value) && matches!(below, 60 | 80))
                        || ((7..10).contains(&value) && below == 10)
                };
                if fits && value > 0 {
                    // quatre-vingts is four times twenty
                    let plus = if below == 4 && value == 20 { 76 } else { value };
                    self.open = Some(open + plus);
                }
                fits && value > 0
            }
            Part::Hundred => match self.open {
                None => {
                    self.open = Some(100);
                    true
                }
                Some(open @ 1..20) => {
                    self.open = Some(open * 100);
                    true
                }
                Some(_) => false,
            },
            Part::Scale(scale) => {
                if self.scale.is_some_and(|last| last <= scale) || self.open == Some(0) {
                    return false;
                }
                if self.open.is_none() && scale > 1_000 {
                    return false;
                }
                self.done = self.done.saturating_add(self.open.unwrap_or(1).saturating_mul(scale));
                self.open = None;
                self.scale = Some(scale);
                true
            }
        }
    }
}
